"""Days typed in the planning: what has been, what is near, and what can't be read."""

from datetime import date, timedelta

from gk_assistant.conversation.when import parse_day

HINT = "Till exempel 3/12, torsdag vecka 49 eller om två veckor."
PAST_HINT = "Till exempel 3/12, i går eller 2026-12-03."
WRONG = "Datumet går inte att läsa. Skriv till exempel 3/12."
HALF_A_YEAR = timedelta(days=183)


def day_value(day: date) -> str:
    """Return a day as one types it: "3/12 2026"."""
    return f"{day.day}/{day.month} {day.year}"


def past_day(words: str, today: date) -> date | None:
    """Read a day on which something has happened: without a year it is the one that has been."""
    return _not_after(words, today, today)


def near_day(words: str, today: date) -> date | None:
    """Read a day that may lie on either side of today: without a year it is the nearest."""
    return _not_after(words, today, today + HALF_A_YEAR)


def _not_after(words: str, today: date, limit: date) -> date | None:
    day = parse_day(words, today)
    if day is None or day <= limit or str(day.year) in words:
        return day
    return parse_day(f"{day.day}/{day.month} {day.year - 1}", today) or day


def day_fault(words: str) -> str | None:
    """Return what is wrong with a day, ``None`` when it can be read."""
    return None if parse_day(words, date(2000, 1, 1)) else WRONG


def day_fault_or_empty(words: str) -> str | None:
    """Return what is wrong with a day that may be left out."""
    return day_fault(words) if words.strip() else None
