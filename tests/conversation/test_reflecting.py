"""The reflection: sorted by itself, corrected by one step, decided with a date."""

from datetime import date, timedelta

from gk_assistant.conversation.reflecting import Reflecting, lanes
from gk_assistant.domain.notes import Heading, Mark, Origin
from gk_assistant.domain.reflections import Decision
from tests.conversation.desks import Room, ear, room


def _held() -> tuple[Room, Reflecting]:
    here = room()
    talk = here.talk()
    talk.choose_box("fysisk_halsa")
    talk.take("värk i ryggen varje dag")
    talk.take("går en promenad varje morgon")
    talk.mark(Mark.EJ_AKTUELLT)
    talk.end()
    return here, Reflecting(here.desk, talk.meeting_id, sort=ear().sort)


def test_every_note_stands_in_exactly_one_lane() -> None:
    """The five lanes together hold each note once; what was not relevant is left out."""
    _, reflecting = _held()
    reflecting.begin()
    rows = [note.text for lane in lanes(reflecting.meeting) for note in lane.notes]
    assert sorted(rows) == ["går en promenad varje morgon", "värk i ryggen varje dag"]


def test_every_sorted_note_has_a_reason() -> None:
    """A heading is never given without its reason in words."""
    _, reflecting = _held()
    reflecting.begin()
    for note in reflecting.meeting.live_notes:
        if note.heading is not None:
            assert note.sorting is not None
            assert note.sorting.reason


def test_a_note_moved_by_hand_stays_when_sorted_again() -> None:
    """The user's heading wins over the program's, now and later."""
    _, reflecting = _held()
    note = reflecting.meeting.live_notes[0]
    reflecting.place(note.id, Heading.PERSON)
    reflecting.begin()
    moved = reflecting.meeting.note(note.id)
    assert moved.heading is Heading.PERSON
    assert moved.sorting is not None
    assert moved.sorting.origin is Origin.OWN


def test_the_proposed_day_is_a_weekday_within_two_weeks() -> None:
    """The proposal is never on a weekend and never after fourteen days (H)."""
    _, reflecting = _held()
    held = reflecting.meeting.day
    assert held is not None
    day = reflecting.proposed_day()
    assert day.weekday() < 5
    assert timedelta() < day - held <= timedelta(days=14)


def test_a_decision_on_a_new_meeting_books_it() -> None:
    """The next meeting stands in the list with its date at once; a new date changes it, and adds no third."""
    here, reflecting = _held()
    reflecting.decide(Decision.NYTT_MOTE, day=date(2026, 3, 13), time="10.00")
    reflecting.decide(Decision.NYTT_MOTE, day=date(2026, 3, 12), time="9.00")
    assert [(m.title, m.day, m.time) for m in here.desk.case.meetings[1:]] == [("GK2", date(2026, 3, 12), "9.00")]


def test_a_bare_hour_is_kept_as_a_clock_time() -> None:
    """A bare "13" stands as 13.00 in the reflection and for the meeting it books."""
    here, reflecting = _held()
    meeting = reflecting.decide(Decision.NYTT_MOTE, day=date(2026, 3, 13), time="13")
    assert meeting.reflection.next_time == "13.00"
    assert here.desk.case.meetings[-1].time == "13.00"


def test_a_decision_with_its_meeting_is_one_step() -> None:
    """One undo takes back the decision and the meeting it booked."""
    here, reflecting = _held()
    reflecting.decide(Decision.NYTT_MOTE, day=date(2026, 3, 13), time="10.00")
    here.desk.undo()
    assert reflecting.reflection.decision is None
    assert len(here.desk.case.meetings) == 1


def test_disagreement_is_recorded() -> None:
    """Where FK and AF differ, the difference itself is kept (H)."""
    _, reflecting = _held()
    reflecting.write(agreed=False, difference="FK vill vänta, AF vill börja")
    assert reflecting.reflection.agreed is False
    assert "vänta" in reflecting.reflection.difference


def test_a_specialist_is_added_and_taken_away_with_the_same_step() -> None:
    """Choosing a specialist twice takes the need away again."""
    _, reflecting = _held()
    reflecting.need_specialist("arbetspsykolog")
    assert [need.kind for need in reflecting.reflection.specialists] == ["arbetspsykolog"]
    reflecting.need_specialist("arbetspsykolog")
    assert reflecting.reflection.specialists == ()
