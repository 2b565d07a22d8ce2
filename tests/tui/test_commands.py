"""The one command table: every command works where it says, and the help says no more and no less than what works."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from rich.table import Table
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from gk_assistant.conversation.way import Place
from gk_assistant.documents.forms import FORMS
from gk_assistant.domain.cases import CaseKind
from gk_assistant.tui.app import GkApp
from gk_assistant.tui.commands import COMMANDS, FIXED, Command, Scope, commands, key_words
from gk_assistant.tui.dialogs.ask import Ask
from gk_assistant.tui.dialogs.help import Help
from gk_assistant.tui.dialogs.pick import Pick
from gk_assistant.tui.remapping import keymap
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.case import CaseScreen
from gk_assistant.tui.screens.cases import CasesScreen
from gk_assistant.tui.screens.deltagare import DeltagareScreen
from gk_assistant.tui.screens.learnt import LearntScreen
from gk_assistant.tui.screens.mirror import MirrorScreen
from gk_assistant.tui.screens.papers import PapersScreen
from gk_assistant.tui.screens.personas import PersonasScreen
from gk_assistant.tui.screens.planning import PlanningScreen
from gk_assistant.tui.screens.planning_large import LargePlanScreen
from gk_assistant.tui.screens.playback import PlaybackScreen
from gk_assistant.tui.screens.reflection import ReflectionScreen
from gk_assistant.tui.screens.rehearsal import RehearsalScreen
from gk_assistant.tui.screens.talk import TalkScreen
from gk_assistant.tui.screens.transfer import TransferScreen
from gk_assistant.tui.widgets.note_line import NoteLine
from gk_assistant.tui.widgets.say_line import SayLine
from gk_assistant.tui.widgets.stream import NoteStream
from tests.tui.support import House, Settings, house, shown
from tests.tui.walk import press

PLACES: dict[Scope, tuple[type, ...]] = {
    Scope.ALLT: (GkApp,),
    Scope.ARENDEN: (CasesScreen,),
    Scope.ARENDE: (CaseScreen,),
    Scope.SAMTAL: (TalkScreen,),
    Scope.RAD: (NoteLine,),
    Scope.STROM: (NoteStream,),
    Scope.DELTAGARE: (DeltagareScreen, LargePlanScreen),
    Scope.OVERFORING: (TransferScreen,),
    Scope.REFLEKTION: (ReflectionScreen,),
    Scope.INLART: (LearntScreen,),
    Scope.PLANERING: (PlanningScreen,),
    Scope.PAPPER: (PapersScreen,),
    Scope.OVA: (PersonasScreen,),
    Scope.OVNING: (RehearsalScreen,),
    Scope.SAGRAD: (SayLine, RehearsalScreen),
    Scope.SPEGEL: (MirrorScreen,),
    Scope.UPPSPELNING: (PlaybackScreen,),
    Scope.DIALOG: (Ask, Pick, Help),
}
"""Where a scope's keys are at hand."""
SCREENS: tuple[type[GkScreen], ...] = (
    CasesScreen,
    CaseScreen,
    TalkScreen,
    TransferScreen,
    ReflectionScreen,
    PlanningScreen,
    PapersScreen,
    PersonasScreen,
    RehearsalScreen,
    MirrorScreen,
    PlaybackScreen,
)
EASY = re.compile(r"[a-zåäö0-9]|f([1-9]|1[0-2])|enter|escape|(shift\+)?tab|up|down|left|right|delete|plus|minus")
SHIFTED = re.compile(r"exclamation_mark|question_mark")
"""Signs that need Shift: the marks ``!`` and ``?``, which are written so on paper too."""
CONTROL = re.compile(r"ctrl\+[a-gk-lnoprt-z]|ctrl\+q")
"""Ctrl and a letter that a plain terminal passes on: not h, i, j and m; nor s, which can stop the output."""


def keys(command: Command) -> list[str]:
    """Return a command's keys."""
    return [key.strip() for key in command.key.split(",")]


def method(command: Command) -> str:
    """Return the name of a command's action."""
    return f"action_{command.action.partition('(')[0]}"


@pytest.mark.parametrize("command", COMMANDS, ids=[command.id for command in COMMANDS])
def test_every_command_has_an_action_where_it_is_at_hand(command: Command) -> None:
    """The place of each command can carry it out, and a command found by name can be run on its screen."""
    some = any if command.scope is Scope.SAGRAD else all  # Enter is the line's own, F3 the screen's
    assert some(callable(getattr(place, method(command), None)) for place in PLACES[command.scope])
    for screen in SCREENS:
        if command.scope in screen.SCOPES and command.palette:
            assert callable(getattr(screen, method(command), None))


def test_each_command_has_an_id_of_its_own() -> None:
    """No two commands share an id: it is by the id that a key is changed."""
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("scope", Scope)
def test_no_key_does_two_things_in_one_place(scope: Scope) -> None:
    """In each place a key stands for one command, and the keys that work everywhere are taken by no other."""
    everywhere = commands(Scope.ALLT) if scope is not Scope.ALLT else ()
    for one, other in combinations((*commands(scope), *everywhere), 2):
        assert not set(keys(one)) & set(keys(other)), (one.id, other.id)


def test_the_line_and_the_talk_share_no_key() -> None:
    """What is a command on the empty line is none of the talk's own; from the notes Esc leads to the line first."""
    talk = {key for command in commands(Scope.SAMTAL) for key in keys(command)}
    assert not talk & {key for command in commands(Scope.RAD) for key in keys(command)}
    assert talk & {key for command in commands(Scope.STROM) for key in keys(command)} == {"escape"}


@pytest.mark.parametrize("command", COMMANDS, ids=[command.id for command in COMMANDS])
def test_no_key_is_hard_to_reach_on_a_swedish_keyboard(command: Command) -> None:
    """Every key is had without AltGr, and reaches the program in a plain terminal."""
    for key in keys(command):
        assert any(kind.fullmatch(key) for kind in (EASY, SHIFTED, CONTROL)), key


def test_letters_are_commands_only_where_no_line_has_the_focus() -> None:
    """Where one writes, a letter is text: the talk and the paper way have no letters but among their rows."""
    for command in (*commands(Scope.SAMTAL, Scope.RAD), *commands(Scope.ALLT)):
        assert not [key for key in keys(command) if key.isalpha() and len(key) == 1]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"arenden.finns_inte": "x"}, "arenden.finns_inte"),
        ({FIXED: "x"}, "avsluta går inte att ändra"),
        ({"arenden.nytt": "ctrl+q"}, "Ctrl+Q betyder redan Avsluta"),
        ({"allt.hjalp": "s"}, "s betyder redan Samtal"),
        ({"arenden.nytt": "s"}, "s betyder redan Samtal"),
    ],
    ids=["okänt kommando", "avsluta", "avslutas tangent", "tagen på en skärm", "tagen på skärmen"],
)
def test_a_key_that_cannot_be_changed_is_told(wanted: dict[str, str], words: str) -> None:
    """A re-mapping that can't be used is left out, with a sentence that says which."""
    usable, complaints = keymap(wanted)
    assert not usable
    assert words in " ".join(complaints)


def test_two_commands_may_swap_keys() -> None:
    """A key counts as taken only when the command that has it keeps it."""
    swap = {"arenden.nytt": "s", "arenden.samtal": "n"}
    assert keymap(swap) == (swap, ())


def remapped(folder: Path, wanted: dict[str, str]) -> House:
    """Return the program with some keys changed in its settings, over one case."""
    built = house(folder / "arenden", settings=Settings(keys=wanted))
    built.desk.new_case(label="Ask", kind=CaseKind.SP)
    return built


def test_saving_a_paper_is_told_with_every_form_it_can_be_saved_in() -> None:
    """The help of the papers names the same forms as the question that follows."""
    told = next(command.help for command in COMMANDS if command.id == "papper.spara").casefold()
    assert not [form.title for form in FORMS.values() if form.title.casefold() not in told]


async def test_a_changed_key_works_and_is_shown(tmp_path: Path) -> None:
    """The new key opens what the old one did, the old one is let go of, and footer, help and list say the new one."""
    built = remapped(tmp_path, {"arenden.nytt": "y"})
    async with built.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        assert isinstance(built.app.screen, CasesScreen)
        assert "y Nytt" in shown(built.app)
        await pilot.press("f1")
        assert ("y", "Nytt") in listed(built.app.screen)
        await pilot.press("escape", "ctrl+p")
        assert "Nytt" in shown(built.app)
        await pilot.press("escape", "y")
        assert isinstance(built.app.screen, Ask)
    built.desk.store.close()


@pytest.mark.parametrize(
    "wanted", [{FIXED: "x"}, {"arenden.nytt": "ctrl+q"}, {"allt.hjalp": "ctrl+q"}, {"samtal.sok": "ctrl+q"}]
)
async def test_ctrl_q_always_leads_out(tmp_path: Path, wanted: dict[str, str]) -> None:
    """Whatever the settings say of keys, Ctrl+Q leaves the program, also out of the talk."""
    built = remapped(tmp_path, wanted)
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "ctrl+q")
        assert not built.app.is_running
    built.desk.store.close()


async def test_ctrl_c_says_how_one_leaves(built: House) -> None:
    """Ctrl+C by mistake leaves nothing: the program says, in Swedish, how it is left."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+c")
        assert built.app.is_running
        assert "Ctrl+Q avslutar" in shown(built.app)


def listed(screen: object) -> list[tuple[str, str]]:
    """Return the help's rows: key and title."""
    assert isinstance(screen, Help)
    rows = []
    for text in screen.query(".help-table").results(Static):
        table = text.content
        assert isinstance(table, Table)
        rows += [
            (str(key), str(words).partition(".")[0])
            for key, words in zip(table.columns[0].cells, table.columns[1].cells, strict=True)
        ]
    return rows


async def reach(pilot: Pilot[str], built: House) -> list[tuple[str, ...]]:
    """Go to every screen in turn, and return the keys that are at work on each beside those the help lists."""
    found = []
    desk = built.desk
    desk.new_case(label="Ask", kind=CaseKind.SP)
    for place in (None, *Place, "overforing"):
        if isinstance(place, Place):
            built.app.open_place(place)
        elif place is not None:
            built.app.push_screen(TransferScreen())
        await pilot.pause()
        if isinstance(built.app.screen, Pick):
            await pilot.press("escape")
        found.append(await looked_up(pilot, built.app))
    return found


async def looked_up(pilot: Pilot[str], app: GkApp) -> tuple[str, ...]:
    """Return what differs between the help of the screen at hand and the keys at work on it."""
    screen = app.screen
    known = {command.id: command for command in COMMANDS}
    chain = [
        binding for _, there in screen._binding_chain for some in there.key_to_bindings.values() for binding in some
    ]
    active = {binding.id for binding in chain} & set(known)
    await pilot.press("f1")
    rows = listed(app.screen)
    await pilot.press("escape")
    scopes = getattr(screen, "SCOPES", ())
    wanted = [(key_words(row.key), row.title) for scope in (*scopes, Scope.ALLT) for row in commands(scope)]
    there = {row.id for row in commands(*scopes, Scope.ALLT) if row.scope is not Scope.STROM}
    return (
        *(f"{type(screen).__name__}: hjälpen {row}" for row in set(rows) ^ set(wanted)),
        *(f"{type(screen).__name__}: fungerar inte {name}" for name in there - active),
        *(f"{type(screen).__name__}: saknas i hjälpen {name}" for name in active - there),
    )


async def test_the_help_lists_exactly_what_works(built: House) -> None:
    """On every screen each key that the help lists is at work, and each key of ours at work is in the help."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        assert [differs for screen in await reach(pilot, built) for differs in screen] == []


async def test_the_help_of_practising_lists_exactly_what_works(built: House) -> None:
    """Among the people, in the mirror and in the playback the help is as exact as elsewhere."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o")
        found = [*await looked_up(pilot, built.app)]
        await press(pilot, "enter", "=Hej!", "enter", "ctrl+b", "s")
        found += await looked_up(pilot, built.app)
        await press(pilot, "p")
        found += await looked_up(pilot, built.app)
        assert found == []


async def test_the_help_of_a_rehearsal_lists_what_works_while_one_talks_or_notes(built: House) -> None:
    """Each key that the help lists works in one of the two lines, and each key at work is in the help."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "enter")
        talking = await looked_up(pilot, built.app)
        await press(pilot, "f3")
        noting = await looked_up(pilot, built.app)
        assert set(talking) & set(noting) == set()


async def test_a_command_is_found_by_part_of_its_name(built: House) -> None:
    """Ctrl+P, a part of the name and Enter carry a command out; every command with a name is in the list."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        names = {option.id for option in built.app.screen.query_one(OptionList).options}
        assert names == {row.id for row in commands(Scope.ARENDEN, Scope.ALLT) if row.palette}
        await pilot.press(*"nytt", "enter")
        assert isinstance(built.app.screen, Ask)
        assert built.app.screen.query_one(Input).has_focus
