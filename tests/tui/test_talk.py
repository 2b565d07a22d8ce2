"""Samtal by keys: what is in the case is looked at first, the screen second."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import ChosenBy, RutaState
from gk_assistant.domain.notes import Mark, Role, Voice
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.tui.screens.cases import CasesScreen
from gk_assistant.tui.screens.deltagare import DeltagareScreen
from gk_assistant.tui.screens.reflection import ReflectionScreen
from gk_assistant.tui.screens.talk import TalkScreen
from gk_assistant.tui.widgets.note_line import NoteLine
from gk_assistant.tui.widgets.stream import NoteStream
from tests.tui.support import House, shown, typed
from tests.tui.walk import rest

NEW_CASE = ("n", *"Vide", "enter", "enter")
IN_VARDAG = (*NEW_CASE, "v", "enter")
LEAVE = "Tryck Esc en gång till för att lämna samtalet."


async def test_a_new_case_is_a_few_key_presses_from_a_marked_note(built: House) -> None:
    """n, a label, Enter, Enter, the ruta's letter, Enter, one mark: the note is in the case and on disk."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, "plus")
        assert [(n.ruta, n.mark, n.text) for n in built.desk.case.notes] == [("vardag", Mark.FUNGERAR, "")]
        assert built.desk.case.notes[0].topic
        assert built.desk.store.load(built.desk.case.id) == built.desk.case


async def test_a_mark_and_words_are_one_note(built: House) -> None:
    """Minus and then words: one note, marked *hinder*, with the words."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, "minus", *typed("kommer sent upp"), "enter")
        assert [(n.mark, n.text) for n in built.desk.case.notes] == [(Mark.HINDER, "kommer sent upp")]


async def test_a_number_key_takes_a_stodord_only_on_the_empty_line(built: House) -> None:
    """A digit picks a stödord on the empty line, and is a digit in a line that has begun."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, "1", *typed(" 2 h i taget"), "enter")
        texts = [note.text for note in built.desk.case.notes]
        assert len(texts) == 2
        assert texts[1] == "2 h i taget"


async def test_a_short_line_goes_to_its_ruta(built: House) -> None:
    """``s- få vänner`` is taken down in Socialt while Vardag stays on screen."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("s- få vänner"), "enter")
        assert [(n.ruta, n.mark, n.text) for n in built.desk.case.notes] == [("socialt", Mark.HINDER, "få vänner")]
        assert built.desk.case.meetings[0].current_box == "vardag"


async def test_the_expansion_of_an_abbreviation_is_shown(built: House) -> None:
    """What was typed is kept, and its reading stands beside it."""
    async with built.app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("tröttnar e 20 min"), "enter")
        await pilot.pause()
        assert built.desk.case.notes[0].text == "tröttnar e 20 min"
        assert "e 20 min → efter 20 minuter" in shown(built.app)


async def test_extents_and_short_forms_are_shown_as_read(built: House) -> None:
    """The reading stands below the line, under the note on a wide screen, and with the reason; the note is kept."""
    async with built.app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("AF 2 h x 3"), "slash", "v", "enter")
        await pilot.pause()
        assert built.desk.case.notes[0].text == "AF 2 h x 3/v"
        assert shown(built.app).count("AF → Arbetsförmedlingen · 2 h x 3/v → 6 h/vecka") == 2
        await pilot.press("up", "v")
        await pilot.pause()
        assert "Läst: AF → Arbetsförmedlingen · 2 h x 3/v → 6 h/vecka." in " ".join(shown(built.app).split())


async def test_a_quotation_is_the_deltagares_own_words(built: House) -> None:
    """A line that begins with a quotation mark is kept apart as *egna ord*."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, *typed('"ingen ork kvar"'), "enter")
        assert [(n.voice, n.text) for n in built.desk.case.notes] == [(Voice.EGNA_ORD, "ingen ork kvar")]


async def test_enter_on_the_empty_line_brings_the_next_question(built: House) -> None:
    """Enter puts the question aside; the next is another one."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG)
        screen = built.app.screen
        assert isinstance(screen, TalkScreen)
        first = screen.talk.offer.shown
        await pilot.press("enter")
        assert first is not None
        assert screen.talk.offer.shown is not None
        assert screen.talk.offer.shown.text != first.text


async def test_tab_moves_to_a_follow_up_and_marks_belong_to_it(built: House) -> None:
    """What is lit is what is answered."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, "minus", "tab")
        screen = built.app.screen
        assert isinstance(screen, TalkScreen)
        lit = screen.talk.offer.shown
        await pilot.press("plus")
        assert lit is not None
        assert built.desk.case.notes[-1].asked == lit.text


async def test_undo_and_redo_by_keys(built: House) -> None:
    """Ctrl+Z takes the note away, Ctrl+Y brings it back, both on disk."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("bakar bröd"), "enter", "ctrl+z")
        assert not built.desk.case.notes
        await pilot.press("ctrl+y")
        assert [note.text for note in built.desk.case.notes] == ["bakar bröd"]
        assert built.desk.store.load(built.desk.case.id) == built.desk.case


async def test_notes_can_be_edited_moved_marked_and_taken_away(built: House) -> None:
    """From the line up into the notes: Enter edits, f and a letter moves, a mark marks, t takes away."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("bakar"), "enter", "up", "enter", *typed(" bröd"), "enter")
        assert built.desk.case.notes[0].text == "bakar bröd"
        await pilot.press("plus", "f", "i")
        assert [(n.mark, n.ruta) for n in built.desk.case.notes] == [(Mark.FUNGERAR, "fritid")]
        await pilot.press("up", "t")
        assert not built.desk.case.notes
        assert isinstance(built.app.focused, NoteLine)


async def test_a_found_note_is_lit(built: House) -> None:
    """F5 narrows as one types; Enter goes to the note."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("bakar"), "enter", *typed("städar"), "enter", "f5", *"bak", "enter")
        await pilot.pause()
        stream = built.app.screen.query_one(NoteStream)
        assert stream.lit_note == built.desk.case.notes[0].id


async def test_a_request_is_answered_in_the_stream_and_leaves_no_note(built: House) -> None:
    """A request in plain Swedish is answered; F8 makes a note of it after all."""
    async with built.app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("vad saknas?"), "enter")
        await pilot.pause()
        assert not built.desk.case.notes
        assert "Orörda rutor" in shown(built.app)
        await pilot.press("f8")
        assert [note.text for note in built.desk.case.notes] == ["vad saknas?"]


async def test_the_deltagare_chooses_and_two_keys_lead_back(built: House) -> None:
    """F3 shows the picture; a letter chooses; Esc alone does not leave; the choice is the deltagare's."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*NEW_CASE, "f3", "s", "escape")
        assert isinstance(built.app.screen, DeltagareScreen)
        await pilot.press("x", "enter")
        assert isinstance(built.app.screen, DeltagareScreen)
        await pilot.press("escape", "enter")
        assert isinstance(built.app.screen, TalkScreen)
        first = built.desk.case.meetings[0].first_box
        assert first is not None
        assert (first.ruta, first.by) == ("andra_aspekter", ChosenBy.DELTAGARE)


@pytest.mark.parametrize("key", ["enter", "f3"])
async def test_enter_and_f3_begin_to_leave_the_picture_once_a_ruta_is_chosen(built: House, key: str) -> None:
    """Before a choice they do nothing; after it they ask for Enter, and another key takes that back."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*NEW_CASE, "f3", key, key)
        await rest(pilot)
        assert "Tryck Enter" not in shown(built.app)
        assert "Esc och Enter: tillbaka" in shown(built.app)
        await pilot.press("s", key)
        await rest(pilot)
        assert "Tryck Enter för att lämna bilden." in shown(built.app)
        await pilot.press("v", "enter")
        assert isinstance(built.app.screen, DeltagareScreen)
        await pilot.press("enter")
        assert isinstance(built.app.screen, TalkScreen)
        first = built.desk.case.meetings[0].first_box
        assert first is not None
        assert (first.ruta, first.by) == ("vardag", ChosenBy.DELTAGARE)


async def test_nothing_private_shows_in_the_deltagares_picture(built: House) -> None:
    """Neither label nor notes nor clock stand in the picture."""
    async with built.app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("hemlig sak"), "enter", "f3")
        await pilot.pause()
        picture = shown(built.app)
        assert "Arbetsliv" in picture
        assert not any(word in picture for word in ("Vide", "hemlig", "min kvar"))


async def test_the_clock_pauses_and_hints(built: House) -> None:
    """F6 stops the clock; near the end the screen tells how many rutor remain."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, "f6")
        assert not built.desk.case.meetings[0].running
        await pilot.press("f6")
        built.watch.step(45)
        await pilot.press("plus")
        await pilot.pause()
        assert "13 rutor kvar, 15 min kvar" in shown(built.app)


async def test_a_ruta_is_marked_done(built: House) -> None:
    """F7 says that the ruta is done, and takes it back."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, "f7")
        assert built.desk.case.meetings[0].state("vardag") is RutaState.KLAR
        await pilot.press("f7")
        assert built.desk.case.meetings[0].state("vardag") is RutaState.ORORD


async def test_notes_are_signed_by_who_holds_the_keyboard(built: House) -> None:
    """Ctrl+R changes between FK and AF for the notes that follow."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, "plus", "ctrl+r", "plus")
        assert [note.author for note in built.desk.case.notes] == [Role.FK, Role.AF]


async def test_ending_the_talk_opens_the_reflection(built: House) -> None:
    """Ctrl+B stops the clock and goes on."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, "plus", "ctrl+b")
        assert isinstance(built.app.screen, ReflectionScreen)
        assert built.desk.case.meetings[0].ended_at is not None


async def test_esc_closes_the_reasons_before_anything_else(built: House) -> None:
    """With the reasons shown Esc hides them and asks nothing; the next one asks, the one after leaves."""
    async with built.app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*IN_VARDAG, "f4")
        await rest(pilot)
        with_reasons = shown(built.app)
        await pilot.press("escape")
        await rest(pilot)
        assert shown(built.app) != with_reasons
        assert LEAVE not in shown(built.app)
        await pilot.press("escape")
        await rest(pilot)
        assert LEAVE in shown(built.app)
        assert isinstance(built.app.screen, TalkScreen)
        await pilot.press("escape")
        assert isinstance(built.app.screen, CasesScreen)


@pytest.mark.parametrize("line", ["", "kan inte l"], ids=["tom rad", "halvskriven rad"])
async def test_one_esc_asks_and_leaves_the_line_alone(built: House, line: str) -> None:
    """The first Esc says what the second does; what is half-written stays as it was."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, *typed(line), "escape")
        await rest(pilot)
        assert isinstance(built.app.screen, TalkScreen)
        assert LEAVE in shown(built.app)
        assert built.app.screen.line.value == line
        await pilot.press("escape")
        assert isinstance(built.app.screen, CasesScreen)


@pytest.mark.parametrize("key", ["x", "backspace", "left", "f6", "f4", "tab", "up"])
async def test_a_key_between_two_esc_takes_the_question_back(built: House, key: str) -> None:
    """Whatever is done in between, the talk is not left by an Esc that comes later."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("bakar"), "enter", "escape", key)
        await rest(pilot)
        assert LEAVE not in shown(built.app)
        await pilot.press("escape")
        assert isinstance(built.app.screen, TalkScreen)


async def test_the_talk_opens_where_it_was_left(built: House) -> None:
    """Leave with Esc twice, come back with Enter: the same ruta, the same notes."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG, "plus", "escape", "escape")
        assert isinstance(built.app.screen, CasesScreen)
        await pilot.press("enter")
        screen = built.app.screen
        assert isinstance(screen, TalkScreen)
        assert screen.talk.box is not None
        assert screen.talk.box.id == "vardag"


async def test_what_was_answered_can_be_read_when_one_comes_back(built: House) -> None:
    """Requests and answers stand in their meeting's stream as long as the program runs, and never on disk."""
    async with built.app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*IN_VARDAG, *typed("vad saknas?"), "enter", "escape", "escape", "enter")
        await rest(pilot)
        assert isinstance(built.app.screen, TalkScreen)
        assert "vad saknas?" in shown(built.app)
        assert "Orörda rutor" in shown(built.app)
        await pilot.press(*typed("vad saknas?"), "enter")
        await rest(pilot)
        assert shown(built.app).count("Orörda rutor") == 2
        await pilot.press("escape", "escape", "n", *typed("Ask"), "enter", "enter", "v", "enter")
        await rest(pilot)
        assert "Orörda rutor" not in shown(built.app)
        kept = [path.read_bytes() for path in built.folder.rglob("*") if path.is_file()]
        assert kept
        assert not any(b"saknas?" in content for content in kept)


async def test_a_full_disk_is_told_and_the_typed_line_stays(built: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the note can't be saved the words stay in the line, and a sentence says why."""

    def full(_store: TinyCaseStore, _case: Case) -> None:
        raise StoreFault("Disken är full. Frigör utrymme och försök igen.")

    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG)
        with monkeypatch.context() as patch:
            patch.setattr(TinyCaseStore, "save", full)
            await pilot.press(*typed("bakar"), "enter", "plus")
            assert built.app.screen.query_one(NoteLine).value == "bakar+"
            assert "Disken är full" in shown(built.app)
        await pilot.press("backspace", "enter")
        assert [note.text for note in built.desk.case.notes] == ["bakar"]


async def _pasted(pilot: Pilot[str], built: House, text: str) -> None:
    from textual.events import Paste  # noqa: PLC0415 - only here

    built.app.screen.query_one(NoteLine).post_message(Paste(text))
    await pilot.pause()


async def test_pasted_lines_become_notes(built: House) -> None:
    """Three pasted lines are three notes."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG)
        await _pasted(pilot, built, "ett\ntvå\n\ntre\n")
        assert [note.text for note in built.desk.case.notes] == ["ett", "två", "tre"]


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧‍👦 🇸🇪 👍🏽",
        "שלום مرحبا",
        "a" * 10_000,
        "[bold red]inte märkning[/]",
        "o\u0308ra\u030a",
        "x\u0000\u0007\u001b[31my",
    ],
    ids=["emoji", "höger till vänster", "10 000 tecken", "märkspråk", "delade tecken", "styrtecken"],
)
async def test_odd_text_is_kept_or_cleaned_and_the_screen_holds(built: House, text: str) -> None:
    """Odd text is kept to the letter, control characters apart, and the screen goes on working."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG)
        built.app.screen.query_one(NoteLine).value = text
        await pilot.press("enter", "plus")
        await pilot.pause()
        kept = built.desk.case.notes[0].text
        assert kept == ("xy" if "\x00" in text else text)
        assert len(built.desk.case.notes) == 2
        assert "\x1b" not in shown(built.app)
        assert built.desk.store.load(built.desk.case.id) == built.desk.case


async def test_start_goes_straight_into_the_meeting(built: House, tmp_path: Path) -> None:
    """``gk mote`` opens the case's next meeting at once."""
    from tests.tui.support import house  # noqa: PLC0415 - a second program over the same folder

    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*IN_VARDAG)
        case_id = built.desk.case.id
    built.desk.store.close()
    again = house(tmp_path / "sessioner", start=case_id)
    async with again.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(again.app.screen, TalkScreen)
    again.desk.store.close()
