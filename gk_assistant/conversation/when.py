"""Days as they are said and typed in Swedish: ``3/12``, ``2026-12-03``, ``torsdag``, ``om två veckor``.

And days that may be proposed: none that is free from work.
"""

import re
from datetime import date, timedelta

from gk_assistant.conversation.ports import FreeDay
from gk_assistant.domain.planning import add_months
from gk_assistant.language.text import fold

_WEEKDAYS = ("mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag")
_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_COUNTED = (
    *("ett", "tva", "tre", "fyra", "fem", "sex", "sju", "atta", "nio", "tio"),
    *("elva", "tolv", "tretton", "fjorton", "femton"),
)
_NUMBERS = {word: value for value, word in enumerate(_COUNTED, 1)} | {"en": 1, "tjugo": 20, "trettio": 30}
_NAMED = {"idag": 0, "imorgon": 1, "iovermorgon": 2, "overmorgon": 2, "igar": -1, "iforrgar": -2}
_DAYS = 7
_HOUR, _MINUTE = 23, 59
_SATURDAY = 5
_FARTHEST = 30
"""Days to look for a working day; no country is closed for so long."""

_WEEKDAY = r"(?P<weekday>man|tis|ons|tors?|fre|lor|son)(?:dag(?:en)?)?\.?"
_CLOCK = re.compile(r"(?:^|\s|,)(?:(?:kl(?:ockan)?\.? ?)(\d{1,2})(?:[.:](\d{2}))?|(\d{1,2}):(\d{2}))$")
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})|(\d{2})(\d{2})(\d{2})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})\.?(?:[/.\- ]+(\d{4}|\d{2}))?")
_MONTHLY = re.compile(r"(\d{1,2})(?::?[ae])? ?([a-z]{3,9})\.?(?: ?(\d{4}))?")
_AHEAD = re.compile(r"(?:om )?(\d{1,4}|[a-z]+) (dag(?:ar)?|dgr|veckor?|v|manad(?:er)?|man|halvar|ar)\.?")
_IN_WEEK = re.compile(
    rf"(?:(?:nu )?(?:pa |i )?{_WEEKDAY},? (?P<week>.+)|(?P<first>.+?),? (?:pa )?{_WEEKDAY.replace('weekday', 'then')})"
)
_WEEK = re.compile(r"(?:i )?(?:v|vecka)\.? ?(\d{1,2})")


def day_month(day: date) -> str:
    """Return a day as one says it, without its year: "22 november"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def weekend(day: date) -> bool:
    """Whether a day is a Saturday or a Sunday: what is known without a calendar of red days."""
    return day.weekday() >= _SATURDAY


def working_day(day: date, is_free: FreeDay, *, not_before: date) -> date:
    """Return the last working day up to a day; when there is none from ``not_before`` on, the first one after that."""
    found = day
    while found > not_before and is_free(found):
        found -= timedelta(days=1)
    found = max(found, not_before)
    for _ in range(_FARTHEST):
        if not is_free(found):
            return found
        found += timedelta(days=1)
    return day


def parse_day(text: str, today: date) -> date | None:
    """Return the day that a text means, ``None`` when it means none or contradicts itself.

    A date without a year is the next one that comes, today included. A weekday is the next one after today; *nästa
    torsdag* is the Thursday of next week. A clock time at the end is left aside; å ä ö may be missing.
    """
    words = _CLOCK.sub("", _plain(text)).strip(" ,")
    try:
        return _read(words, today)
    except (ValueError, OverflowError):
        return None


def parse_clock(text: str) -> str | None:
    """Return the clock time of a text as "10.30": from "kl 10.30", "10:30", "10.30" or "10"; ``None`` for none."""
    words = _plain(text)
    found = _CLOCK.search(words) or re.fullmatch(r"(\d{1,2})(?:\.(\d{2}))?", words)
    if found is None:
        return None
    hour, minute = (int(part) for part in ([group for group in found.groups() if group] + ["0"])[:2])
    return f"{hour}.{minute:02}" if hour <= _HOUR and minute <= _MINUTE else None


def clock_words(text: str) -> str:
    """Return a typed time as it is kept: "13" and "kl 13" as "13.00"; what is no clock time, as typed."""
    return parse_clock(text) or text.strip()


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text)).strip(" .,!")


def _read(words: str, today: date) -> date | None:
    named = _NAMED.get(words.replace(" ", ""))
    if named is not None:
        return today + timedelta(days=named)
    words = words.removeprefix("den ")
    for reader in (_calendar, _ahead, _weekday, _weekday_in):
        day = reader(words, today)
        if day is not None:
            return day
    return None


def _calendar(words: str, today: date) -> date | None:
    """Read a date written with its month; raises :class:`ValueError` when there is no such day."""
    if found := _ISO.fullmatch(words):
        parts = [int(part) for part in found.groups() if part is not None]
        return date(parts[0] if parts[0] > 99 else 2000 + parts[0], parts[1], parts[2])  # noqa: PLR2004
    if found := _SLASHED.fullmatch(words):
        return _dated(int(found[1]), int(found[2]), found[3], today)
    if found := _MONTHLY.fullmatch(words):
        month = next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(found[2])), None)
        return None if month is None else _dated(int(found[1]), month, found[3], today)
    return None


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year) if len(year) > 2 else 2000 + int(year), month, day)  # noqa: PLR2004
    # The 29th of February may be eight years away.
    for ahead in range(9):
        try:
            found = date(today.year + ahead, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(f"{day}/{month}")


def _ahead(words: str, today: date) -> date | None:
    found = _AHEAD.fullmatch(words)
    if found is None:
        return None
    count = int(found[1]) if found[1].isdecimal() else _NUMBERS.get(found[1])
    if count is None:
        return None
    unit = found[2]
    if unit.startswith("d"):
        return today + timedelta(days=count)
    if unit.startswith("v"):
        return today + timedelta(weeks=count)
    return add_months(today, count * {"halvar": 6, "ar": 12}.get(unit, 1))


def _weekday(words: str, today: date) -> date | None:
    found = re.fullmatch(rf"(?:(?P<said>nasta|kommande|nu pa|nu|pa|i) )?{_WEEKDAY}", words)
    if found is None:
        return None
    number = _number(found["weekday"])
    if found["said"] == "nasta":
        return _monday(today) + timedelta(days=_DAYS + number)
    return today + timedelta(days=(number - today.weekday() - 1) % _DAYS + 1)


def _weekday_in(words: str, today: date) -> date | None:
    """Read a weekday with a date, which must agree, or with a week."""
    found = _IN_WEEK.fullmatch(words)
    if found is None:
        return None
    number = _number(found["weekday"] or found["then"])
    rest = (found["week"] or found["first"]).removeprefix("den ")
    day = _calendar(rest, today)
    if day is not None:
        return day if day.weekday() == number else None
    monday = _week(rest, today)
    return None if monday is None else monday + timedelta(days=number)


def _week(words: str, today: date) -> date | None:
    """Return the Monday of a week: "nästa vecka", "vecka 49", "om två veckor"."""
    if words.removeprefix("i ") == "nasta vecka":
        return _monday(today) + timedelta(days=_DAYS)
    if found := _WEEK.fullmatch(words):
        week, (year, this_week, _) = int(found[1]), today.isocalendar()
        return date.fromisocalendar(year if week >= this_week else year + 1, week, 1)
    if words.startswith("om ") and "veck" in words and (day := _ahead(words, today)) is not None:
        return _monday(day)
    return None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _number(weekday: str) -> int:
    return next(number for number, name in enumerate(_WEEKDAYS) if name.startswith(weekday))
