"""Calendar entries as an iCalendar file (RFC 5545) with Swedish time, for Outlook, Google and Apple alike."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from gk_assistant.documents.kalender import Entry

ZONE = "Europe/Stockholm"


def to_ics(entries: Iterable[Entry], *, made: datetime) -> bytes:
    """Return a calendar file; ``made`` is when, timezone-aware. Entries are private and hold no words but a title.

    RFC 5545 asks for at least one entry: give some.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//gk-assistant//sv")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    held = tuple(entries)
    for entry in held:
        calendar.add_component(_event(entry, made))
    timed = [entry.day for entry in held if entry.at is not None]
    if timed:
        # The changes of the clock in the years that are needed, not since 1970.
        first, last = date(min(timed).year - 1, 1, 1), date(max(timed).year + 1, 12, 31)
        calendar.add_missing_timezones(first_date=first, last_date=last)
    return bytes(calendar.to_ical())


def _event(entry: Entry, made: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@gk-assistant")
    event.add("dtstamp", made)
    event.add("summary", entry.title)
    event.add("class", "PRIVATE")
    if entry.at is None:
        event.add("dtstart", entry.day)
        event.add("transp", "TRANSPARENT")
    else:
        zone = ZoneInfo(ZONE)
        event.add("dtstart", entry.start.replace(tzinfo=zone))
        event.add("dtend", entry.end.replace(tzinfo=zone))
    return event
