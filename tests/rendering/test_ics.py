"""Calendar files, read by another library than the one that writes them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import given, settings

from gk_assistant.documents.kalender import Entry, calendar_entries
from gk_assistant.domain.cases import Case
from gk_assistant.domain.planning import Plan, PlanStep
from gk_assistant.rendering.ics import to_ics
from tests import strategies
from tests.documents.bank_for_papers import bank
from tests.documents.internal_matter import MARKER, planted
from tests.documents.rich_case import NOW, rich_case

NEUTRAL = {"Möte", "Påminnelse", "Avstämning", "Uppföljning"}


def _read(file: bytes) -> vobject.base.Component:
    return vobject.readOne(file.decode("utf-8"))


def _rich() -> bytes:
    return to_ics(calendar_entries(rich_case(), bank()), made=NOW)


def test_meetings_have_swedish_time_and_last_75_minutes() -> None:
    """GK1 is at ten on the wall clock of Stockholm, 60 minutes of talk and 15 of reflection, in winter time."""
    first = min((event for event in _read(_rich()).vevent_list if event.summary.value == "Möte"), key=_start)
    assert first.dtstart.value.astimezone(UTC) == datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
    assert first.dtend.value - first.dtstart.value == timedelta(minutes=75)
    assert b"DTSTART;TZID=Europe/Stockholm:20261103T100000" in _rich()


def _start(event: vobject.base.Component) -> str:
    return str(event.dtstart.value)


@pytest.mark.parametrize(("month", "hour"), [(1, 9), (7, 8), (3, 9), (10, 8)])
def test_summer_and_winter_come_from_the_file_itself(month: int, hour: int) -> None:
    """The rules in the file give the right moment, summer and winter."""
    entry = Entry(uid="u", title="Möte", day=date(2027, month, 5), at=time(10), minutes=75)
    event = _read(to_ics([entry], made=NOW)).vevent
    assert event.dtstart.value.astimezone(UTC).hour == hour


def test_the_plan_becomes_whole_days() -> None:
    """Each dated step, each check and the follow-up are days of their own that block no time."""
    plan = rich_case().plan
    assert plan is not None
    days = {event.dtstart.value for event in _read(_rich()).vevent_list if event.summary.value != "Möte"}
    dated = {step.due for step in plan.steps if step.due} | set(plan.checks)
    assert days == dated | ({plan.follow_up_day} if plan.follow_up_day else set())
    assert _rich().count(b"TRANSP:TRANSPARENT") == len(_read(_rich()).vevent_list) - 2


def test_titles_tell_a_stranger_nothing() -> None:
    """Nothing but four neutral words, a day and a time: no name, no agency, no place, none of what was planted."""
    file = to_ics(calendar_entries(planted(), bank()), made=NOW)
    events = _read(file).vevent_list
    assert {event.summary.value for event in events} <= NEUTRAL
    assert {child.name for event in events for child in event.getChildren()} <= {
        *("UID", "DTSTAMP", "SUMMARY", "CLASS", "DTSTART", "DTEND", "TRANSP")
    }
    assert MARKER.encode() not in file
    assert all(event.contents["class"][0].value == "PRIVATE" for event in events)


def test_lines_are_as_the_standard_says() -> None:
    """RFC 5545: lines end in CR LF and are at most 75 bytes; the zone is the two rules and no list of years."""
    lines = _rich().split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert _rich().count(b"RRULE:FREQ=YEARLY") == 2
    assert not [line for line in lines if line.startswith((b"RDATE", b"COMMENT"))]


@pytest.mark.parametrize("year", [1997, 2026, 2040])
def test_the_rules_are_the_zone_s_own(year: int) -> None:
    """On every day of a year, at every third hour, the file's rules give what the system's table of zones gives."""
    entry = Entry(uid="u", title="Möte", day=date(year, 7, 1), at=time(10), minutes=75)
    text = to_ics([entry], made=NOW).decode()
    read = tzical(StringIO(text)).get()
    known = ZoneInfo("Europe/Stockholm")
    for hour in range(0, 365 * 24, 3):
        moment = datetime(year, 1, 1) + timedelta(hours=hour)  # noqa: DTZ001  # the wall clock
        assert read.utcoffset(moment) == known.utcoffset(moment), moment


def test_an_entry_exported_again_is_the_same_entry() -> None:
    """The same case gives the same ids, all different, so that a calendar moves an entry and does not double it."""
    ids = [entry.uid for entry in calendar_entries(rich_case(), bank())]
    assert ids == [entry.uid for entry in calendar_entries(rich_case(), bank())]
    assert len(set(ids)) == len(ids)


@settings(max_examples=30, deadline=None)
@given(case=strategies.cases)
def test_any_case_is_a_calendar_that_can_be_read(case: Case) -> None:
    """Whatever days and times a case holds, the file is read back with as many entries."""
    entries = calendar_entries(case, bank())
    if entries:
        assert len(_read(to_ics(entries, made=NOW)).vevent_list) == len(entries)


@pytest.mark.parametrize("day", [date.min, date.max, date(1066, 10, 14)])
def test_a_mistyped_year_stops_nothing(day: date) -> None:
    """A day no calendar can hold is left out; the others are there."""
    plan = Plan(
        id="p",
        start=NOW.date(),
        end=NOW.date(),
        steps=(PlanStep(id="a", what="x", due=day), PlanStep(id="b", what="y", due=NOW.date())),
    )
    entries = calendar_entries(replace(rich_case(), meetings=(), plans=(plan,)), bank())
    assert [entry.day for entry in entries] == [NOW.date()]
