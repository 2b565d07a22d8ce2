"""The paper way, by keys."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.keeping import Keeping, Span
from gk_assistant.domain.notes import Mark, Note, Role, Voice
from gk_assistant.tui.screens.reflection import ReflectionScreen
from gk_assistant.tui.screens.transfer import TransferScreen
from tests.tui.support import typed
from tests.tui.test_case_support import Opened, opened


def notes(here: Opened) -> list[tuple[str, str, Mark | None]]:
    """Return the notes of the first meeting on disk: ruta, text, mark."""
    return [(note.ruta, note.text, note.mark) for note in here.meeting.live_notes]


def last(here: Opened) -> Note:
    """Return the latest note on disk."""
    return here.meeting.live_notes[-1]


async def test_one_line_one_note_with_nothing_in_between(tmp_path: Path) -> None:
    """After the ruta's letter every Enter is a note, in order, on disk; the counter follows."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        await here.press(*typed("sover dåligt"), "enter", *typed("- tröttnar e 20 min"), "enter")
        await here.enter("+ lagar mat")
        assert notes(here) == [
            ("vardag", "sover dåligt", None),
            ("vardag", "tröttnar e 20 min", Mark.HINDER),
            ("vardag", "lagar mat", Mark.FUNGERAR),
        ]
        assert "3 rader inlagda" in here.picture
        assert here.line == ""


async def test_a_letter_alone_changes_the_ruta_and_a_short_line_names_its_own(tmp_path: Path) -> None:
    """The lines after the letter s go to Socialt; m0 goes to Missbruk without leaving Socialt."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        for line in ("s", "har en syster", "m0", "träffar vänner"):
            await here.enter(line)
        assert notes(here) == [
            ("socialt", "har en syster", None),
            ("missbruk", "Missbruk", Mark.EJ_AKTUELLT),
            ("socialt", "träffar vänner", None),
        ]


@pytest.mark.parametrize("line", ["vad saknas?", "ångra", "nästa fråga", "sammanfatta vardag"])
async def test_a_request_is_a_note_here(tmp_path: Path, line: str) -> None:
    """What would be a request in the talk is what somebody wrote on paper."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        await here.enter(line)
        assert notes(here) == [("vardag", line, None)]


async def test_voices_are_kept_apart(tmp_path: Path) -> None:
    """A quotation, a certificate and a judgement keep whose words they are; no question is tied to any."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("h")
        for line in ('"jag orkar inte"', "intyg: utmattning", "bedömning: behöver tid", "intyg:"):
            await here.enter(line)
        found = here.meeting.live_notes
        assert [note.voice for note in found] == [Voice.EGNA_ORD, Voice.INTYG, Voice.BEDOMNING, Voice.BERATTAT]
        assert found[0].text == "jag orkar inte"
        assert all(note.question is None and note.asked == "" for note in found)


async def test_the_clock_does_not_start(tmp_path: Path) -> None:
    """Putting in lines afterwards is not holding the meeting, and chooses no first ruta for anybody."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        await here.enter("sover dåligt")
        assert here.meeting.clock == ()
        assert here.meeting.first_box is None


async def test_undo_gives_the_line_back_to_be_mended(tmp_path: Path) -> None:
    """Ctrl+Z takes the note away and puts its line back as it was typed; it never reaches beyond this sitting."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        await here.enter("- sovr dåligt")
        await here.press("ctrl+z")
        assert notes(here) == []
        assert here.line == "- sovr dåligt"
        await here.press("ctrl+y")
        assert notes(here) == [("vardag", "sovr dåligt", Mark.HINDER)]
        assert here.line == ""
        await here.press("ctrl+z", "ctrl+z")
        assert here.word == "Det finns ingen rad att ångra här."


async def test_pasted_lines_are_one_note_each(tmp_path: Path) -> None:
    """Every pasted line counts, what stood on the line before too; blank lines do not, and control codes go."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        await here.press("s", "o")
        await here.paste("ver 4 h\r\n\n+ lagar mat\ns\n\x1b[31mträffar \u202evänner\n")
        assert notes(here) == [
            ("vardag", "sover 4 h", None),
            ("vardag", "lagar mat", Mark.FUNGERAR),
            ("socialt", "träffar vänner", None),
        ]
        assert "Borttaget ur raden" in here.word
        await here.press("ctrl+z")
        assert len(notes(here)) == 2


async def test_one_pasted_line_waits_for_enter(tmp_path: Path) -> None:
    """A single line is put where the cursor stands, to be looked at."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        await here.paste("sover 4 h\n")
        assert notes(here) == []
        assert here.line == "sover 4 h"


async def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """The lines that can't be saved wait on the line and behind it, and go in when there is room."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        here.store.full = True
        await here.paste("första\nandra\ntredje")
        assert here.line == "första"
        assert "Disken är full" in here.word
        assert "2 rader väntar" in here.word
        here.store.full = False
        await here.press("enter")
        assert [text for _, text, _ in notes(here)] == ["första", "andra", "tredje"]
        assert here.line == ""


async def test_too_long_a_line_is_refused_and_kept(tmp_path: Path) -> None:
    """Ten thousand characters go in; more than twenty thousand are refused and stay on the line."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        await here.paste("å" * 10_000)
        await here.press("enter")
        assert len(last(here).text) == 10_000
        await here.paste("😀" * 20_001)
        await here.press("enter")
        assert "längre än 20000 tecken" in here.word
        assert len(here.line) == 20_001


async def test_an_empty_line_says_so(tmp_path: Path) -> None:
    """Nothing is saved, and the way on is told."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v", "space", "enter")
        assert notes(here) == []
        assert "tom" in here.word


async def test_a_line_left_standing_is_not_lost_by_escape(tmp_path: Path) -> None:
    """Esc first says that the line isn't in; the second Esc leaves."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("escape")
        screen = here.built.app.screen
        await here.press("x", "y", "escape")
        assert here.built.app.screen is screen
        assert "inte inlagt" in here.word
        await here.press("escape")
        assert here.built.app.screen is not screen


async def test_without_a_ruta_the_lines_go_to_the_empty_one_in_plain_sight(tmp_path: Path) -> None:
    """Esc at the first question leaves Tom ruta before the line, where the notes go."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("escape")
        await here.enter("en till sak")
        assert notes(here) == [("tom_ruta", "en till sak", None)]


async def test_lines_put_in_are_changed_and_taken_away(tmp_path: Path) -> None:
    """Up reaches the lines; Enter changes one, t takes one away, Esc goes back to the line."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        await here.enter("ett")
        await here.enter("två")
        await here.press("up", "up", "enter")
        await here.enter("ett till")
        assert [text for _, text, _ in notes(here)] == ["ett till", "två"]
        await here.press("t")
        assert [text for _, text, _ in notes(here)] == ["två"]
        await here.press("escape")
        await here.enter("tre")
        assert [text for _, text, _ in notes(here)] == ["två", "tre"]


async def test_the_lines_are_signed_and_go_to_the_meeting_chosen(tmp_path: Path) -> None:
    """Ctrl+R signs as AF; F3 puts the lines that follow into another meeting."""

    def prepare(desk: Desk) -> None:
        first = desk.case.meetings[0].id
        Keeping(desk).hold(first, Span(start="8.00", end="9.00"))
        desk.add_meeting(day=date(2026, 11, 20))

    async with opened(tmp_path, TransferScreen, prepare=prepare) as here:
        await here.press("v", "ctrl+r")
        await here.enter("ett")
        assert last(here).author is Role.AF
        await here.press("f3", "2")
        await here.enter("två")
        assert [note.text for note in here.case.meetings[1].live_notes] == ["två"]


async def test_when_all_is_in_the_reflection_follows(tmp_path: Path) -> None:
    """Ctrl+B asks once between which times the meeting was held, and opens its reflection."""

    def prepare(desk: Desk) -> None:
        keeping = Keeping(desk)
        keeping.set_day(desk.case.meetings[0].id, date(2026, 11, 2), time="10.00")

    async with opened(tmp_path, TransferScreen, prepare=prepare) as here:
        await here.press("v")
        await here.enter("sover dåligt")
        await here.press("ctrl+b")
        assert here.line == "10.00-11.00"
        await here.press("enter")
        assert here.meeting.ended_at == datetime(2026, 11, 2, 11, 0, tzinfo=UTC)
        assert isinstance(here.built.app.screen, ReflectionScreen)


async def test_a_personal_identifier_is_pointed_out_not_refused(tmp_path: Path) -> None:
    """A personnummer on a line is saved as typed, and the word says to take it out."""
    async with opened(tmp_path, TransferScreen) as here:
        await here.press("v")
        await here.enter("pnr 19121212-1212")
        assert last(here).text == "pnr 19121212-1212"
        assert "personuppgift" in here.word
