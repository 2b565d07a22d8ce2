"""The case's own page on the desk."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.keeping import (
    Keeping,
    Span,
    meeting_day,
    parse_span,
    past_day,
    said_clock,
)
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import CaseKind, ConsentKind
from gk_assistant.domain.meetings import ClockStep, Participant
from gk_assistant.domain.notes import Role
from gk_assistant.storage.bank_reader import TomlBank
from tests.fakes import CountingIds, MemoryStore, SteppingClock

TODAY = date(2026, 11, 3)  # a Tuesday
NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def store() -> MemoryStore:
    """Give an empty store."""
    return MemoryStore()


@pytest.fixture
def keeping(store: MemoryStore) -> Keeping:
    """Give a new case to keep."""
    desk = Desk(store=store, source=TomlBank(), now=SteppingClock(NOON), new_id=CountingIds(), author=Role.FK)
    desk.new_case(label="Ask", kind=CaseKind.SP)
    return Keeping(desk)


def first(keeping: Keeping) -> str:
    """Return the first meeting's id."""
    return keeping.case.meetings[0].id


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/10", date(2026, 10, 3)),
        ("3/11", TODAY),
        ("4 november", date(2025, 11, 4)),
        ("torsdag", date(2026, 10, 29)),
        ("tisdag", TODAY),
        ("igår", date(2026, 11, 2)),
        ("idag", TODAY),
        ("2026-05-02", date(2026, 5, 2)),
    ],
)
def test_a_day_that_has_been_is_the_latest_one(text: str, day: date) -> None:
    """Something that has happened is dated backwards: 3/10 in November is last month."""
    assert past_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["om två veckor", "2031-01-01", "i morgon", "1/1 2027"])
def test_a_day_that_can_only_come_is_not_bent_backwards(text: str) -> None:
    """What plainly lies ahead stays ahead, so that it can be refused."""
    day = past_day(text, TODAY)
    assert day is not None
    assert day > TODAY


@given(st.text(max_size=20), st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_days_are_read_or_not_but_never_fail(text: str, today: date) -> None:
    """No text makes the reading fail."""
    past_day(text, today)
    meeting_day(text, today)
    parse_span(text)
    said_clock(text)


@given(st.dates(date(2000, 3, 1), date(2060, 1, 1)), st.integers(0, 360))
def test_a_past_day_without_its_year_is_found_again(today: date, days: int) -> None:
    """Any day of the past year, typed as day and month, is that day."""
    day = date.fromordinal(today.toordinal() - days)
    if (day.month, day.day) != (2, 29):
        assert past_day(f"{day.day}/{day.month}", today) == day


def test_a_meeting_day_is_the_one_near_by() -> None:
    """A meeting on 20/11 is this month, and on 30/10 it was last week, not in a year."""
    assert meeting_day("20/11", TODAY) == date(2026, 11, 20)
    assert meeting_day("30/10", TODAY) == date(2026, 10, 30)
    assert meeting_day("1/3", TODAY) == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("10-11.15", Span(start="10.00", end="11.15")),
        ("10.00 – 11:15", Span(start="10.00", end="11.15")),
        ("kl 9 till 10.30", Span(start="9.00", end="10.30")),
        ("11-10", None),
        ("10", None),
        ("förmiddag", None),
        ("", None),
    ],
)
def test_a_span_of_times(text: str, span: Span | None) -> None:
    """Two times in order are a span; anything else is not."""
    assert parse_span(text) == span


@pytest.mark.parametrize(
    ("typed", "kept"), [("13", "13.00"), ("kl 9", "9.00"), ("9:30", "9.30"), ("", ""), ("efter lunch", "efter lunch")]
)
def test_a_time_is_kept_as_a_clock_time(keeping: Keeping, typed: str, kept: str) -> None:
    """However the time of a meeting is set, a bare hour gets its minutes, and other words stay."""
    assert keeping.set_time(first(keeping), typed).time == kept
    assert keeping.set_day(first(keeping), TODAY, time=typed).time == kept
    assert keeping.desk.add_meeting(day=TODAY, time=typed).time == kept


def test_a_clock_is_heard_only_where_one_is_said() -> None:
    """A date is never taken for a time."""
    assert said_clock("torsdag kl 10") == "10.00"
    assert said_clock("3/12 13:30") == "13.30"
    assert said_clock("3/12") is None
    assert said_clock("3.12") is None


@pytest.mark.parametrize("label", ["", "  ", "x" * 61, "19121212-1212", "\x00\u202e"])
def test_a_label_that_will_not_do_is_refused(keeping: Keeping, label: str) -> None:
    """An empty or long label, or one that looks like a personnummer, is refused with a sentence."""
    with pytest.raises(StoreFault, match=r"\.$"):
        keeping.rename(label)
    assert keeping.case.label == "Ask"


def test_every_change_can_be_undone(keeping: Keeping) -> None:
    """Each change of the case is one step, and undoing them all gives the case as it was."""
    before = keeping.case
    meeting = first(keeping)
    keeping.rename("Björk")
    keeping.set_kind(CaseKind.AE)
    keeping.set_sgi(sgi=False)
    keeping.set_request_day(TODAY)
    keeping.give_consent(ConsentKind.GK, TODAY)
    keeping.set_day(meeting, TODAY, time="10.00")
    keeping.set_place(meeting, "AF, rum 3")
    keeping.add_participant(meeting, Participant(role=Role.TOLK))
    keeping.hold(meeting, None)
    steps = 0
    while keeping.desk.undo():
        steps += 1
    assert steps == 9
    assert keeping.case == before


def test_a_withdrawn_consent_keeps_its_story(keeping: Keeping) -> None:
    """Given, collected, withdrawn: all three stand; given anew it is valid again."""
    keeping.give_consent(ConsentKind.SUS, date(2026, 10, 1))
    keeping.collected_by(ConsentKind.SUS, Role.AF)
    keeping.withdraw_consent(ConsentKind.SUS, TODAY)
    known = keeping.case.consent(ConsentKind.SUS)
    assert (known.given, known.collected_by, known.withdrawn) == (date(2026, 10, 1), Role.AF, TODAY)
    assert not known.valid
    keeping.give_consent(ConsentKind.SUS, TODAY)
    assert keeping.case.consent(ConsentKind.SUS).valid


def test_a_fault_leaves_the_case_as_it_was(keeping: Keeping, store: MemoryStore) -> None:
    """What could not be saved has not happened."""
    store.fault = "Disken är full. Ta bort något och försök igen."
    with pytest.raises(StoreFault):
        keeping.set_place(first(keeping), "rum 3")
    assert keeping.case.meetings[0].place == ""


def test_people_are_added_changed_and_taken_away(keeping: Keeping) -> None:
    """Those present stand in order; the usual ones are not doubled, two of a kind may be added by hand."""
    meeting = first(keeping)
    keeping.add_participant(meeting, Participant(role=Role.FK, name="Mio"))
    keeping.add_participants(meeting, (Participant(role=Role.FK, name="Mio"), Participant(role=Role.AF)))
    keeping.add_participant(meeting, Participant(role=Role.AF))
    keeping.set_participant(meeting, 1, Participant(role=Role.AF, name="Lo"))
    keeping.drop_participant(meeting, 0)
    assert [(one.role, one.name) for one in keeping.case.meetings[0].participants] == [(Role.AF, "Lo"), (Role.AF, "")]
    later = keeping.desk.add_meeting()
    assert keeping.those_before(later.id) == keeping.case.meetings[0].participants


def test_only_an_empty_meeting_is_taken_away(keeping: Keeping) -> None:
    """A meeting that has begun, or the only one, stays."""
    with pytest.raises(StoreFault, match="behöver ett möte"):
        keeping.drop_meeting(first(keeping))
    later = keeping.desk.add_meeting()
    keeping.hold(later.id, None)
    with pytest.raises(StoreFault, match="redan börjat"):
        keeping.drop_meeting(later.id)
    extra = keeping.desk.add_meeting()
    keeping.drop_meeting(extra.id)
    assert [meeting.number for meeting in keeping.case.meetings] == [1, 2]


def test_a_meeting_held_on_paper_has_its_real_times(keeping: Keeping) -> None:
    """Held from ten to a quarter past eleven: the clock says so, whenever it was put in."""
    keeping.set_day(first(keeping), date(2026, 11, 2))
    held = keeping.hold(first(keeping), Span(start="10.00", end="11.15"))
    assert [event.step for event in held.clock] == [ClockStep.START, ClockStep.SLUT]
    assert held.started_at == datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
    assert held.ended_at == datetime(2026, 11, 2, 11, 15, tzinfo=UTC)
    assert held.time == "10.00"


def test_a_meeting_ended_too_early_goes_on_after_a_break(keeping: Keeping) -> None:
    """Opened again, the time between counts as a break and what was talked stands."""
    held = keeping.hold(first(keeping), Span(start="10.00", end="11.00"))
    opened = keeping.reopen(first(keeping))
    assert opened.ended_at is None
    assert not opened.running
    assert opened.talked(NOON) == held.talked(NOON)
