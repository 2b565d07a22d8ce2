"""Calendar entries as an iCalendar file (RFC 5545) with Swedish time, for Outlook, Google and Apple alike."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from gk_assistant.documents.kalender import Entry

ZONE = "Europe/Stockholm"
_LAST_SUNDAYS_1996 = {3: 31, 10: 27}


def to_ics(entries: Iterable[Entry], *, made: datetime) -> bytes:
    """Return a calendar file; ``made`` is when, timezone-aware. Entries are private and hold no words but a title.

    RFC 5545 asks for at least one entry: give some.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//gk-assistant//sv")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_zone())
    for entry in entries:
        calendar.add_component(_event(entry, made))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """Return Swedish time by the rule in force since 1996 (directive 2000/84/EC): last Sundays of March and October.

    Written as a rule it holds for every year; ``icalendar`` itself would list each change, and an hour late in spring.
    """
    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, name, month, hour, before, after in (
        (TimezoneDaylight(), "CEST", 3, 2, 1, 2),
        (TimezoneStandard(), "CET", 10, 3, 2, 1),
    ):
        part.add("dtstart", datetime(1996, month, _LAST_SUNDAYS_1996[month], hour))  # noqa: DTZ001  # local, as asked
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone


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
