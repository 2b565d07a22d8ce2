"""Keys that come faster than the screen: a dialog gives one answer, and nothing below it is closed or changed."""

from pathlib import Path

import pytest
from textual import events

from gk_assistant.domain.cases import CaseKind
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.cases import CasesScreen
from gk_assistant.tui.screens.planning import PlanningScreen
from gk_assistant.tui.screens.talk import TalkScreen
from tests.tui.support import House, house
from tests.tui.walk import press


def _rush(built: House, keys: str) -> None:
    """Send keys all at once, as a paste in a terminal that doesn't mark pastes."""
    for key in keys:
        built.app.post_message(events.Key(key, key))


@pytest.mark.parametrize("keys", ["33", "3333", "ee", "se"])
async def test_a_choice_is_made_once(tmp_path: Path, keys: str) -> None:
    """Two keys at once in a dialog of the planning choose once, and the planning stays open."""
    built = house(tmp_path)
    built.desk.new_case(label="Ask", kind=CaseKind.SP)
    async with built.app.run_test() as pilot:
        await press(pilot, "p", "n")
        _rush(built, keys)
        await press(pilot)
        assert any(isinstance(screen, PlanningScreen) for screen in built.app.screen_stack)
        assert built.app.fault is None
    built.desk.store.close()


async def test_a_doubled_letter_does_not_leave_the_talk(tmp_path: Path) -> None:
    """Moving a note with the ruta's letter pressed twice leaves one in the talk."""
    built = house(tmp_path)
    built.desk.new_case(label="Ask", kind=CaseKind.SP)
    async with built.app.run_test() as pilot:
        await press(pilot, "s", "=v- trött", "enter", "up", "f")
        _rush(built, "aa")
        await press(pilot)
        assert isinstance(built.app.screen, TalkScreen)
        (note,) = built.desk.case.notes
        assert note.ruta == "arbetsliv"
    built.desk.store.close()


async def test_a_second_answer_is_let_fall(tmp_path: Path) -> None:
    """The first answer counts, and the screen below stays."""
    built = house(tmp_path)
    built.desk.new_case(label="Ask", kind=CaseKind.SP)
    given: list[str | None] = []
    async with built.app.run_test() as pilot:
        await press(pilot)
        dialog = Pick("Vilken?", [Choice(id="a", title="A", key="a"), Choice(id="b", title="B", key="b")])
        built.app.push_screen(dialog, given.append)
        await press(pilot)
        _rush(built, "ab")
        await press(pilot)
        assert given == ["a"]
        assert isinstance(built.app.screen, CasesScreen)
    built.desk.store.close()
