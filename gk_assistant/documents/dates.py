"""Swedish dates and clock times, without the locale module."""

from datetime import date, datetime, timedelta

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def long_date(day: date) -> str:
    """Return "tisdag 3 november 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {full_date(day)}"


def full_date(day: date) -> str:
    """Return "3 november 2026"."""
    return f"{day_month(day)} {day.year}"


def day_month(day: date) -> str:
    """Return "3 november"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def tiny_date(day: date) -> str:
    """Return "3/11", for pictures."""
    return f"{day.day}/{day.month}"


def month_name(day: date) -> str:
    """Return "november"."""
    return MONTHS[day.month - 1]


def period(start: date, end: date) -> str:
    """Return "3 november 2026 – 2 februari 2027", the year said once where one year is enough."""
    first = day_month(start) if start.year == end.year else full_date(start)
    return f"{first} – {full_date(end)}"


def clock_time(moment: datetime) -> str:
    """Return "10.14"."""
    return f"{moment.hour}.{moment.minute:02}"


def local_to(moment: datetime, now: datetime) -> datetime:
    """Return a moment on the wall clock of the place: one kept in UTC is moved to the zone of ``now``.

    A moment that carries an offset of its own is left alone, so that a note from the summer keeps its summer time.
    """
    if moment.tzinfo is None or now.tzinfo is None or moment.utcoffset() != timedelta():
        return moment
    try:
        return moment.astimezone(now.tzinfo)
    except (OverflowError, ValueError):
        return moment
