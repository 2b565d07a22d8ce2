"""The talk: rutor, questions, marks, stödord and notes."""

import pytest

from gk_assistant.conversation.coverage import board
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.meetings import ChosenBy, FirstBox, RutaState
from gk_assistant.domain.notes import Heading, Mark, Origin
from tests.conversation.desks import bank, room


def test_the_first_ruta_starts_the_clock_and_remembers_who_chose() -> None:
    """Who chose the first box is kept (H), and only the first choice counts."""
    talk = room().talk()
    talk.choose_box("socialt", by=ChosenBy.DELTAGARE)
    talk.choose_box("vardag")
    assert talk.meeting.first_box == FirstBox(ruta="socialt", by=ChosenBy.DELTAGARE)
    assert talk.meeting.running


@pytest.mark.parametrize("ruta", [ruta.id for ruta in bank().bank().rutor])
@pytest.mark.parametrize("kind", list(CaseKind))
def test_every_ruta_has_enough_to_ask_and_never_asks_twice(ruta: str, kind: CaseKind) -> None:
    """Going on through a ruta gives at least eight different questions and then none."""
    talk = room(kind=kind).talk()
    talk.choose_box(ruta)
    seen = []
    while talk.offer.main is not None:
        seen.append(talk.offer.main.text)
        talk.next_question()
    assert len(seen) >= 8
    assert len(set(seen)) == len(seen)


def test_a_mark_calls_a_follow_up_for_that_mark() -> None:
    """After *hinder* one of the follow-ups is there because of the mark, and says so."""
    talk = room().talk()
    talk.choose_box("vardag")
    talk.mark(Mark.HINDER)
    assert any("märkt hinder" in suggestion.reason for suggestion in talk.offer.follow_ups)


def test_words_of_the_note_call_a_follow_up() -> None:
    """A note about sleep brings a question that its own words called."""
    talk = room().talk()
    talk.choose_box("vardag")
    talk.take("sover bara fyra timmar, ligger vaken")
    assert any("nämner" in suggestion.reason for suggestion in talk.offer.follow_ups)


def test_what_is_not_relevant_calls_nothing() -> None:
    """*Ej aktuellt* brings no follow-ups to the question it answers."""
    talk = room().talk()
    talk.choose_box("socialt")
    question = talk.offer.main
    talk.mark(Mark.EJ_AKTUELLT)
    assert question is not None
    assert not [s for s in talk.offer.follow_ups if s.question.id == question.id]


def test_a_follow_up_that_was_asked_does_not_come_back() -> None:
    """Answering a follow-up takes it out of the suggestions for the rest of the meeting."""
    talk = room().talk()
    talk.choose_box("vardag")
    talk.mark(Mark.HINDER)
    talk.light(1)
    asked = talk.offer.shown
    talk.take("på morgonen")
    assert asked is not None
    for _ in range(3):
        assert asked.text not in [suggestion.text for suggestion in talk.offer.follow_ups]
        talk.next_question()


def test_words_after_a_mark_belong_to_it() -> None:
    """A mark and the words that follow are one note."""
    talk = room().talk()
    talk.choose_box("vardag")
    mark = talk.mark(Mark.HINDER)
    note = talk.add_words("tröttnar fort")
    assert note.id == mark.id
    assert [(n.text, n.mark) for n in talk.notes_here()] == [("tröttnar fort", Mark.HINDER)]


def test_a_number_key_takes_a_stodord_with_its_mark() -> None:
    """A stödord becomes a note with the mark that the bank gives it; after a bare mark it gives that mark its words."""
    talk = room().talk()
    talk.choose_box("vardag")
    chip = talk.chips()[0]
    note = talk.chip(1)
    assert note is not None
    assert (note.text, note.mark) == (chip.text, chip.mark)
    talk.mark(Mark.BEHOV)
    worded = talk.chip(2)
    assert worded is not None
    assert worded.mark is Mark.BEHOV
    assert len(talk.notes_here()) == 2


def test_a_number_without_a_stodord_does_nothing() -> None:
    """A number key past the last stödord takes no note."""
    talk = room().talk()
    assert talk.chip(1) is None
    assert talk.chip(99) is None


def test_a_note_is_on_disk_before_it_shows() -> None:
    """When the disk is full there is no note, and the question stands as it stood."""
    here = room()
    talk = here.talk()
    talk.choose_box("vardag")
    shown = talk.offer.shown
    here.store.fault = "Disken är full."
    with pytest.raises(StoreFault):
        talk.take("tröttnar")
    assert talk.notes_here() == ()
    assert talk.offer.shown == shown


def test_every_step_in_a_talk_can_be_taken_back() -> None:
    """Notes, marks, edits, moves, strikes and *klar* all come undone in turn."""
    talk = room().talk()
    talk.choose_box("vardag")
    start = talk.meeting
    note = talk.take("tröttnar")
    talk.edit(note.id, "tröttnar fort", mark=Mark.HINDER)
    talk.move(note.id, "socialt")
    talk.place(note.id, Heading.KROPP)
    talk.strike(note.id)
    talk.set_state(RutaState.KLAR)
    for _ in range(6):
        assert talk.undo() is not None
    assert talk.meeting == start


def test_an_edit_keeps_the_former_words() -> None:
    """Nothing typed is lost: the history holds what stood there before."""
    talk = room().talk()
    talk.choose_box("vardag")
    note = talk.take("trötnar")
    edited = talk.edit(note.id, "tröttnar", mark=None)
    assert edited.history[-1].before == "trötnar"


def test_a_heading_of_the_users_own_survives_an_edit() -> None:
    """What the user has placed by hand is not sorted anew."""
    talk = room().talk()
    talk.choose_box("vardag")
    note = talk.take("tröttnar")
    talk.place(note.id, Heading.PERSON)
    edited = talk.edit(note.id, "tröttnar fort", mark=None)
    assert edited.heading is Heading.PERSON
    assert edited.sorting is not None
    assert edited.sorting.origin is Origin.OWN


def test_a_talk_is_taken_up_where_it_was_left() -> None:
    """A new start opens in the same ruta with its notes."""
    here = room()
    talk = here.talk()
    talk.choose_box("fritid")
    talk.take("fiskar när orken finns")
    again = here.talk()
    assert again.box is not None
    assert again.box.id == "fritid"
    assert again.latest is not None


def test_the_board_shows_untouched_touched_and_done() -> None:
    """A ruta is *orörd* until it holds a note, and *klar* when the user says so."""
    here = room()
    talk = here.talk()
    talk.choose_box("vardag")
    states = {row.ruta.id: row.state for row in board(here.desk.bank, talk.meeting)}
    assert set(states.values()) == {RutaState.ORORD}
    talk.take("tröttnar")
    talk.set_state(RutaState.KLAR)
    states = {row.ruta.id: row.state for row in board(here.desk.bank, talk.meeting)}
    assert states["vardag"] is RutaState.KLAR
    assert states["socialt"] is RutaState.ORORD


def test_a_break_is_not_counted_as_talk() -> None:
    """The clock stands during a break."""
    here = room()
    talk = here.talk()
    talk.choose_box("vardag")
    here.clock.step(10)
    talk.pause_or_resume()
    here.clock.step(30)
    talk.pause_or_resume()
    here.clock.step(5)
    assert talk.meeting.talked(here.clock()).total_seconds() == 15 * 60


def test_a_clock_set_back_counts_as_no_time() -> None:
    """A computer whose clock is set back never shows negative time."""
    here = room()
    talk = here.talk()
    talk.choose_box("vardag")
    here.clock.step(-60)
    assert talk.meeting.talked(here.clock()).total_seconds() == 0


def test_a_topic_leads_to_its_question_in_any_ruta() -> None:
    """A topic to ask about finds its question wherever it stands, and goes there."""
    talk = room().talk()
    talk.choose_box("arbetsliv")
    found = talk.ask_about("husdjur")
    assert found is not None
    assert talk.box is not None
    assert talk.box.id == found.question.ruta == "socialt"
