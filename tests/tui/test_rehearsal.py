"""The talk with a fictive person: what is said, what comes back, the feedback, the advice, and the notes beside it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.meetings import RutaState
from gk_assistant.domain.notes import Mark
from gk_assistant.domain.rehearsals import Rehearsal, Setting, Shown
from gk_assistant.rehearsal.ports import NothingKept
from gk_assistant.tui.commands import Command, Scope, commands
from gk_assistant.tui.screens.personas import PersonasScreen
from gk_assistant.tui.screens.rehearsal import NO_MORE_TURNS, RehearsalScreen
from gk_assistant.tui.widgets.talk_stream import gestured
from tests.tui.support import House, house, shown
from tests.tui.walk import press, rest

HELLO = "=Hej Katarina, välkommen. Vi ses för att du ska få berätta hur du har det."
OPEN = "=Hur ser en vanlig dag ut?"
LEADING = "=Det är väl bara att gå ut och gå, eller hur?"
NARROW, WIDE = (80, 24), (120, 40)


class FaultyStore(NothingKept):
    """Keeps rehearsals in memory until ``fault`` is a sentence."""

    fault = ""

    def keep(self, rehearsal: Rehearsal) -> None:
        """Remember a rehearsal; raises while there is a fault."""
        if self.fault:
            raise StoreFault(self.fault)
        super().keep(rehearsal)


def setting(shown_when: Shown = Shown.DIREKT, turns: int = 0) -> Setting:
    """Return a rehearsal with Katarina."""
    return Setting(persona="utmattning", seed=1, shown=shown_when, turns=turns)


def talking(pilot: Pilot[str]) -> RehearsalScreen:
    """Return the rehearsal's screen, which must be at hand."""
    assert isinstance(pilot.app.screen, RehearsalScreen)
    return pilot.app.screen


@asynccontextmanager
async def across(built: House, size: tuple[int, int] = NARROW) -> AsyncIterator[Pilot[str]]:
    """Run the program until one sits across the table, and let go of its folder afterwards."""
    async with built.app.run_test(size=size) as pilot:
        await rest(pilot)
        yield pilot
    built.desk.store.close()


@pytest.fixture
def built(tmp_path: Path) -> House:
    """The program, straight into a rehearsal."""
    return house(tmp_path, rehearse=setting())


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_what_is_said_is_answered_and_both_stand_on_the_screen(built: House, size: tuple[int, int]) -> None:
    """Enter says the line: the turn is in the room, the line is empty, own words and the person's are shown."""
    async with across(built, size) as pilot:
        await press(pilot, HELLO, "enter", OPEN, "enter")
        screen = talking(pilot)
        first, second = screen.room.rehearsal.turns
        assert first.heard.text == HELLO[1:]
        assert second.answer
        assert screen.say_line.value == ""
        words = " ".join(shown(built.app).split())
        assert OPEN[1:] in words
        assert second.answer.split()[0] in words
        assert "Katarina, 47 år" in words


async def test_an_empty_enter_is_silence(built: House) -> None:
    """Enter on the empty line is a turn without words, and the person answers to the silence."""
    async with across(built) as pilot:
        await press(pilot, HELLO, "enter", "enter")
        (_, silence) = talking(pilot).room.rehearsal.turns
        assert silence.heard.text == ""
        assert "(du är tyst)" in shown(built.app)


async def test_the_feedback_says_by_sign_and_word_what_a_turn_did(built: House) -> None:
    """Under an open question stands what opens, under a leading one what closes, each with its sign and word."""
    async with across(built, WIDE) as pilot:
        await press(pilot, OPEN, "enter")
        assert "↑ Öppnar: en öppen fråga" in shown(built.app)
        await press(pilot, LEADING, "enter")
        assert "↓ Stänger:" in shown(built.app)


async def test_one_key_hides_and_shows_the_feedback(built: House) -> None:
    """Ctrl+R takes the feedback away and brings it back, for turns already said too."""
    async with across(built, WIDE) as pilot:
        await press(pilot, OPEN, "enter", "ctrl+r")
        assert "Öppnar:" not in shown(built.app)
        await press(pilot, "ctrl+r")
        assert "Öppnar:" in shown(built.app)


@pytest.mark.parametrize(("when", "after_key"), [(Shown.DOLD, True), (Shown.EFTERAT, False)])
async def test_feedback_that_was_put_off_is_not_shown(tmp_path: Path, when: Shown, *, after_key: bool) -> None:
    """Hidden feedback shows by the key; feedback that was chosen for the end doesn't."""
    built = house(tmp_path, rehearse=setting(when))
    async with across(built, WIDE) as pilot:
        await press(pilot, OPEN, "enter")
        assert "Öppnar:" not in shown(built.app)
        await press(pilot, "ctrl+r")
        assert ("Öppnar:" in shown(built.app)) is after_key


async def test_advice_comes_when_asked_for_and_goes_with_the_next_words(built: House) -> None:
    """F4 gives an advice with an example; the turn that follows remembers it, and the advice is gone."""
    async with across(built) as pilot:
        await press(pilot, "f4")
        assert "Tips: Börja med att hälsa" in shown(built.app)
        await press(pilot, HELLO, "enter")
        assert "Tips:" not in shown(built.app)
        assert talking(pilot).room.rehearsal.turns[0].hinted


async def test_a_turn_taken_back_stands_in_the_line_to_be_said_in_another_way(built: House) -> None:
    """Ctrl+Z unsays the latest turn; its words are in the line. What is being written is not written over."""
    async with across(built) as pilot:
        await press(pilot, HELLO, "enter", LEADING, "enter", "ctrl+z")
        screen = talking(pilot)
        assert [turn.heard.text for turn in screen.room.rehearsal.turns] == [HELLO[1:]]
        assert screen.say_line.value == LEADING[1:]
        await press(pilot, "ctrl+z")
        assert screen.room.rehearsal.turns == ()
        assert screen.say_line.value == LEADING[1:]
        await press(pilot, "ctrl+z")
        assert "Det finns inget att ta tillbaka." in shown(built.app)


async def test_the_openness_shows_only_by_its_key(built: House) -> None:
    """Nothing tells how open the person is until Ctrl+N; then a bar and a word do."""
    async with across(built) as pilot:
        await press(pilot, OPEN, "enter")
        assert "Öppenhet" not in shown(built.app)
        await press(pilot, "ctrl+n")
        assert "av 100, " in shown(built.app)
        await press(pilot, "ctrl+n")
        assert "Öppenhet" not in shown(built.app)


async def test_the_board_shows_the_rutor_that_were_talked_of(built: House) -> None:
    """A ruta that has been talked of is touched on the board, though nothing has been noted."""
    async with across(built) as pilot:
        screen = talking(pilot)
        await press(pilot, OPEN, "enter")
        touched = {row.ruta.id for row in screen.board_rows() if row.state is not RutaState.ORORD}
        assert touched == {"vardag"}


async def test_notes_are_taken_with_the_meetings_own_keys(built: House) -> None:
    """F3, the ruta's letter, a mark and its words, a stödord: three notes at most keys, none of them in a case."""
    async with across(built) as pilot:
        await press(pilot, OPEN, "enter", "f3", "=v", "enter", "minus", "=tröttnar e 20 min", "enter", "1")
        screen = talking(pilot)
        notes = screen.talk.meeting.live_notes
        assert (notes[0].ruta, notes[0].mark, notes[0].text) == ("vardag", Mark.HINDER, "tröttnar e 20 min")
        assert len(notes) == 2
        case = screen.room.rehearsal.case
        assert case is not None
        assert case.meetings[0].live_notes == notes
        assert built.desk.shelf().rows == ()


async def test_the_line_says_what_it_is_for(built: House) -> None:
    """The label before the line, and the line on top, tell whether one talks or notes."""
    async with across(built) as pilot:
        assert "skriv det du vill säga" in shown(built.app)
        assert "· Prata" in shown(built.app)
        await press(pilot, "f3")
        assert " Anteckna " in shown(built.app)
        assert "skriv det du vill säga" not in shown(built.app)
        assert "· Anteckna" in shown(built.app)


async def test_a_note_is_never_said_to_the_person_and_words_are_never_noted(built: House) -> None:
    """What is written in one line stays there while the other is used."""
    async with across(built) as pilot:
        await press(pilot, "=Hur mår", "f3", "=v- sover dåligt", "f3")
        screen = talking(pilot)
        assert (screen.say_line.value, screen.line.value) == ("Hur mår", "v- sover dåligt")
        await press(pilot, "f3", "enter")
        assert screen.room.rehearsal.turns == ()
        assert [note.text for note in screen.talk.meeting.live_notes] == ["sover dåligt"]


@pytest.mark.parametrize("text", ["v- sover dåligt", "v"])
async def test_a_note_typed_in_the_wrong_line_is_not_said_unasked(built: House, text: str) -> None:
    """What only a note looks like stays in the line with a word about it; Enter once more says it."""
    async with across(built) as pilot:
        await press(pilot, f"={text}", "enter")
        screen = talking(pilot)
        assert not screen.room.rehearsal.turns
        assert screen.say_line.value == text
        assert "Det ser ut som en anteckning." in shown(built.app)
        await press(pilot, "enter")
        assert [turn.heard.text for turn in screen.room.rehearsal.turns] == [text]


@pytest.mark.parametrize("text", ["Hej", "Mm", "Jag", "Vi ses för att prata om dig.", "Vad - tycker du?"])
async def test_what_is_said_is_not_held_up(built: House, text: str) -> None:
    """Ordinary words, short ones too, are said at the first Enter."""
    async with across(built) as pilot:
        await press(pilot, f"={text}", "enter")
        assert len(talking(pilot).room.rehearsal.turns) == 1


async def test_undo_while_noting_takes_back_the_note(built: House) -> None:
    """Ctrl+Z while noting takes back the note and leaves the talk as it is; Ctrl+Y does it again."""
    async with across(built) as pilot:
        await press(pilot, HELLO, "enter", "f3", "=v- sover dåligt", "enter", "ctrl+z")
        screen = talking(pilot)
        assert screen.talk.meeting.live_notes == ()
        assert len(screen.room.rehearsal.turns) == 1
        await press(pilot, "ctrl+y")
        assert len(screen.talk.meeting.live_notes) == 1


async def test_escape_closes_a_thing_at_a_time_and_asks_before_it_leaves(built: House) -> None:
    """Esc closes the advice, then goes from noting to talking, then asks, then leaves; nothing is lost."""
    async with across(built) as pilot:
        await press(pilot, HELLO, "enter", "f3", "escape")
        screen = talking(pilot)
        assert not screen.noting
        await press(pilot, "f4", "escape")
        assert "Tips:" not in shown(built.app)
        await press(pilot, "escape")
        assert "en gång till för att lämna övningen" in shown(built.app)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PersonasScreen)
        assert "Dina övningar: 1" in shown(built.app)


async def test_a_turn_that_cannot_be_kept_has_not_been_said(tmp_path: Path) -> None:
    """With a full disk the words stand in the line again, the reason is told, and Enter once more says them."""
    store = FaultyStore()
    built = house(tmp_path, rehearse=setting(), rehearsals=store)
    async with across(built) as pilot:
        store.fault = "Disken är full."
        await press(pilot, HELLO, "enter")
        screen = talking(pilot)
        assert "Disken är full." in shown(built.app)
        assert screen.say_line.value == HELLO[1:]
        assert screen.room.rehearsal.turns == ()
        store.fault = ""
        await press(pilot, "enter")
        assert len(screen.room.rehearsal.turns) == 1


async def test_the_turns_that_were_chosen_run_out(tmp_path: Path) -> None:
    """After the last turn nothing more is said: Enter keeps the words and asks what comes now."""
    built = house(tmp_path, rehearse=setting(turns=2))
    async with across(built) as pilot:
        await press(pilot, HELLO, "enter")
        assert "1 replik kvar" in shown(built.app)
        await press(pilot, OPEN, "enter")
        assert NO_MORE_TURNS in shown(built.app)
        screen = talking(pilot)
        await press(pilot, "=En till", "enter")
        assert "Är GK1 slut?" in shown(built.app)
        await press(pilot, "escape")
        assert len(screen.room.rehearsal.turns) == 2
        assert screen.say_line.value == "En till"


async def test_the_clock_goes_with_the_first_words_and_rests_when_one_leaves(built: House) -> None:
    """The meeting's clock starts when something is said, and stands while one is away."""
    async with across(built) as pilot:
        assert "klockan startar" in shown(built.app)
        await press(pilot, HELLO, "enter")
        screen = talking(pilot)
        assert screen.talk.meeting.running
        assert "60 min kvar" in shown(built.app)
        await press(pilot, "escape", "escape")
        case = screen.room.rehearsal.case
        assert case is not None
        assert not case.meetings[0].running


async def test_gestures_are_told_apart_from_words_in_every_theme(built: House) -> None:
    """What stands in brackets has a tone of its own in the stream."""
    async with across(built):
        text = gestured(built.app, "(tittar ut) Jo, det går.")
        assert [text.plain[span.start : span.end] for span in text.spans] == ["(tittar ut)"]


async def test_a_companions_words_are_marked_by_the_name(tmp_path: Path) -> None:
    """Where a partner breaks in, the partner's name stands before the words."""
    built = house(tmp_path, rehearse=Setting(persona="partner_svarar", seed=1))
    async with across(built, WIDE) as pilot:
        for words in ("Hej och välkomna båda två.", "Hur ser en vanlig dag ut?", "Hur är det med arbetet?"):
            await press(pilot, f"={words}", "enter")
        room = talking(pilot).room
        names = {said.name for turn in room.rehearsal.turns for said in turn.said if said.name}
        companion = room.persona.companions[0].name
        assert companion in names
        assert f" {companion} " in shown(built.app)


@pytest.mark.parametrize("command", commands(Scope.OVNING), ids=lambda command: command.id)
async def test_every_key_may_be_pressed_before_anything_is_said(built: House, command: Command) -> None:
    """No key of the screen fails in a rehearsal that has just begun, and none says anything to the person."""
    async with across(built) as pilot:
        screen = talking(pilot)
        await press(pilot, *command.key.split(","))
        assert built.app.fault is None
        assert screen.room.rehearsal.turns == ()


async def test_a_click_on_the_board_opens_the_ruta_for_notes(built: House) -> None:
    """Pointing at a ruta goes to the notes, in that ruta."""
    async with across(built, WIDE) as pilot:
        await pilot.click("#board", offset=(5, 1))
        await rest(pilot)
        screen = talking(pilot)
        assert screen.noting
        assert screen.talk.box is not None
        assert screen.talk.box.id == screen.practice.bank.rutor[1].id
