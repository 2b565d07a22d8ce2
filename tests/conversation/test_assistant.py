"""The one line: notes are notes, requests are carried out, and neither is ever taken for the other unseen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gk_assistant.conversation.assistant import Action, Assistant, ReplyKind
from gk_assistant.domain.notes import Mark, Voice
from tests.conversation.desks import room


def _listening(ruta: str = "vardag") -> Assistant:
    assistant = room().assistant()
    assistant.talk.choose_box(ruta)
    return assistant


def test_a_short_line_says_ruta_mark_and_words() -> None:
    """``s- få vänner`` is a *hinder* in Socialt, whatever ruta is on screen."""
    assistant = _listening()
    note = assistant.hear("s- få vänner").note
    assert note is not None
    assert (note.ruta, note.mark, note.text) == ("socialt", Mark.HINDER, "få vänner")


def test_a_quotation_keeps_the_deltagares_own_words() -> None:
    """A line in quotation marks is *egna ord*."""
    note = _listening().hear('"det går upp och ner"').note
    assert note is not None
    assert (note.voice, note.text) == (Voice.EGNA_ORD, "det går upp och ner")


def test_a_certificate_and_a_judgement_are_kept_apart() -> None:
    """``intyg:`` and ``bedömning:`` set whose words the note holds."""
    assistant = _listening()
    voices = [assistant.hear(line).note for line in ("intyg: nedsatt 75 %", "bedömning: klarar mer än hon tror")]
    assert [note.voice for note in voices if note] == [Voice.INTYG, Voice.BEDOMNING]


def test_a_lone_letter_opens_its_ruta() -> None:
    """A ruta's letter and Enter is all it takes to go there."""
    assistant = _listening()
    assistant.hear("f")
    assert assistant.talk.box is not None
    assert assistant.talk.box.id == "fysisk_halsa"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("vad saknas?", "Orörda rutor"),
        ("vad har vi inte pratat om", "Orörda rutor"),
        ("hur lång tid är det kvar?", "minuter"),
        ("sammanfatta vardag", "Vardag"),
    ],
)
def test_plain_requests_are_answered(line: str, words: str) -> None:
    """A request in plain Swedish gets its answer and leaves no note."""
    assistant = _listening()
    reply = assistant.hear(line)
    assert reply.kind is ReplyKind.ANSWER
    assert words in reply.text
    assert assistant.talk.meeting.live_notes == ()


def test_undo_in_words_takes_back_the_latest_note() -> None:
    """The word "ångra" undoes."""
    assistant = _listening()
    assistant.hear("tröttnar fort")
    assistant.hear("ångra")
    assert assistant.talk.meeting.live_notes == ()


def test_a_request_to_change_ruta_goes_there() -> None:
    """The words "byt till socialt" go to Socialt."""
    assistant = _listening()
    assistant.hear("byt till socialt")
    assert assistant.talk.box is not None
    assert assistant.talk.box.id == "socialt"


def test_the_picture_is_left_to_the_screen() -> None:
    """Asking for the deltagare's picture tells the screen to show it."""
    assert _listening().hear("visa bilden för deltagaren").action is Action.DELTAGARVY


def test_a_request_can_be_turned_into_a_note() -> None:
    """One key puts it right: the line becomes a note in the ruta it was typed in."""
    assistant = _listening()
    assistant.hear("byt till socialt")
    note = assistant.turn().note
    assert note is not None
    assert (note.text, note.ruta) == ("byt till socialt", "vardag")


def test_a_note_can_be_turned_into_a_request() -> None:
    """The other way round: a note that asks for something is struck and carried out."""
    assistant = _listening()
    assistant.hear(" vad saknas")
    assert [note.text for note in assistant.talk.meeting.live_notes] == ["vad saknas"]
    reply = assistant.turn()
    assert "Orörda rutor" in reply.text
    assert not assistant.talk.meeting.live_notes


def test_words_after_a_mark_may_still_be_a_request() -> None:
    """A mark that waits for words does not swallow a request."""
    assistant = _listening()
    assistant.talk.mark(Mark.HINDER)
    assert assistant.hear("hur lång tid är det kvar?").kind is ReplyKind.ANSWER
    assert [note.text for note in assistant.talk.notes_here()] == [""]


def test_a_question_about_the_method_is_answered_with_its_source() -> None:
    """The answer stands in the stream, two sentences and where they come from; no note is left."""
    assistant = _listening()
    reply = assistant.hear("måste det vara två möten?")
    assert "minst två möten" in reply.text
    assert "(Källa: Metodbeskrivningen" in reply.text
    assert reply.kept
    assert [entry.text for entry in assistant.said] == ["måste det vara två möten?", reply.text]
    assert assistant.talk.meeting.live_notes == ()


def test_what_the_assistant_may_not_answer_is_declined() -> None:
    """Advice on medicine is declined with the one who knows, without a source."""
    reply = _listening().hear("vilken dos ska hon ta?")
    assert "läkare" in reply.text
    assert "Källa" not in reply.text


def test_a_paper_comes_with_its_name() -> None:
    """Asking for a paper tells the screen which."""
    reply = _listening().hear("skriv ut trappan")
    assert (reply.action, reply.arg) == (Action.SKRIV_UT, "trappa")


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("boka nästa möte", Action.BOKA),
        ("hur gör jag för att ångra?", Action.HJALP),
        ("vi är klara för idag", Action.AVSLUTA),
    ],
)
def test_what_the_screen_must_do_is_left_to_it(line: str, action: Action) -> None:
    """Booking, help and the end are handed to the screen."""
    assert _listening().hear(line).action is action


def test_a_wish_for_a_gentler_question_gives_the_gentle_way_in() -> None:
    """Where the ruta is a sensitive one, "mjukare" answers with its gentle way in."""
    assert _listening("missbruk").hear("kan man säga det mjukare").text.startswith("Varsamt: ")


def test_a_note_is_moved_to_a_heading() -> None:
    """The words "den hör till omgivning" place the latest note there."""
    assistant = _listening()
    assistant.hear("tröttnar fort")
    assistant.hear("den hör till omgivning")
    heading = assistant.talk.meeting.live_notes[-1].heading
    assert heading is not None
    assert heading.value == "omgivning"


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_line_becomes_something_and_loses_nothing(line: str) -> None:
    """Whatever is typed, the reply is a note, an answer or a refusal with a sentence; never an exception."""
    reply = _listening().hear(line)
    if reply.kind is ReplyKind.NOTE:
        assert reply.note is not None
        assert reply.note.text or reply.note.mark
    if reply.kind is ReplyKind.REFUSED:
        assert reply.text


def test_pasted_lines_become_a_note_each_and_never_a_request() -> None:
    """Pasted text is notes, also where a line looks like a request."""
    assistant = _listening()
    replies = assistant.hear_all("tröttnar fort\n\nvad saknas?\ns+ bra grannar\n")
    assert [reply.kind for reply in replies] == [ReplyKind.NOTE] * 3
    assert [note.text for note in assistant.talk.meeting.live_notes] == ["tröttnar fort", "vad saknas?", "bra grannar"]


def test_a_very_long_line_is_kept_or_refused_with_a_sentence() -> None:
    """Ten thousand characters are kept to the letter; what is too long is refused, not cut."""
    assistant = _listening()
    long = "ord " * 2_500
    note = assistant.hear(long).note
    assert note is not None
    assert note.text == long.strip()
    assert assistant.hear("a" * 20_001).kind is ReplyKind.REFUSED
