"""The lock and the way back: nothing shows while locked, nothing typed is lost, a start goes back where one stood."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from gk_assistant.conversation.standing import LONGEST_WAIT, Standing, wait_after
from gk_assistant.conversation.way import Place
from gk_assistant.domain.cases import CaseKind
from gk_assistant.tui.guarded import CALM
from gk_assistant.tui.screens.lock import LockScreen
from gk_assistant.tui.screens.talk import TalkScreen
from tests.tui.support import FakeSafe, House, house, shown
from tests.tui.walk import press


def _house(folder: Path, safe: FakeSafe) -> House:
    built = house(folder, safe=safe)
    built.desk.new_case(label="Blåklint", kind=CaseKind.SP)
    return built


async def _unlocked(pilot: Pilot[str]) -> None:
    await pilot.app.workers.wait_for_complete()
    await press(pilot)


async def test_a_key_blanks_the_screen_and_throws_the_keys_away(tmp_path: Path) -> None:
    """Ctrl+L covers everything; the keys are gone, and what was half-written is in the vault."""
    safe = FakeSafe()
    built = _house(tmp_path, safe)
    async with built.app.run_test() as pilot:
        await press(pilot, "s", "=sover dåligt när", "ctrl+l")
        assert isinstance(pilot.app.screen, LockScreen)
        assert safe.locked
        assert "Blåklint" not in shown(pilot.app)
        assert "sover" not in shown(pilot.app)
        assert safe.stood is not None
        assert (safe.stood.place, safe.stood.line) == (Place.SAMTAL, "sover dåligt när")


async def test_the_right_passphrase_brings_everything_back(tmp_path: Path) -> None:
    """After the passphrase the screen is as it was, the half-written line too."""
    safe = FakeSafe()
    built = _house(tmp_path, safe)
    async with built.app.run_test() as pilot:
        await press(pilot, "s", "=sover dåligt när", "ctrl+l", f"={safe.secret}", "enter")
        await _unlocked(pilot)
        assert not safe.locked
        assert isinstance(pilot.app.screen, TalkScreen)
        assert pilot.app.screen.line.value == "sover dåligt när"


async def test_a_wrong_passphrase_costs_a_wait_and_nothing_else(tmp_path: Path) -> None:
    """A wrong phrase is told of; the line rests a while; then the right one opens."""
    safe = FakeSafe()
    built = _house(tmp_path, safe)
    async with built.app.run_test() as pilot:
        await press(pilot, "s", "=ord", "ctrl+l", "=fel", "enter")
        await _unlocked(pilot)
        assert "Lösenfrasen stämmer inte. Försök igen om en sekund." in " ".join(shown(pilot.app).split())
        assert pilot.app.screen.query_one("#secret", Input).disabled
        await pilot.pause(wait_after(1) + 0.2)
        await press(pilot, f"={safe.secret}", "enter")
        await _unlocked(pilot)
        assert isinstance(pilot.app.screen, TalkScreen)


def test_the_wait_grows_but_not_for_ever() -> None:
    """1, 2, 4 seconds … at most half a minute."""
    waits = [wait_after(wrong) for wrong in range(1, 12)]
    assert waits[:3] == [1, 2, 4]
    assert waits == sorted(waits)
    assert max(waits) == LONGEST_WAIT


async def test_an_empty_chair_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has touched a key for as long as the user has chosen: the lock comes by itself."""
    clock = [0.0]
    monkeypatch.setattr("gk_assistant.tui.guarded.monotonic", lambda: clock[0])
    monkeypatch.setattr("gk_assistant.tui.guarded.WATCH", 0.02)
    safe = FakeSafe(lock_after=900.0)
    built = _house(tmp_path, safe)
    async with built.app.run_test() as pilot:
        await press(pilot, "s")
        clock[0] += 850
        await pilot.pause(0.2)
        assert "låses om en minut" in shown(pilot.app)
        assert not safe.locked
        await press(pilot, "up")
        clock[0] += 850
        await pilot.pause(0.2)
        assert not safe.locked
        clock[0] += 51
        await pilot.pause(0.2)
        assert safe.locked
        assert isinstance(pilot.app.screen, LockScreen)


async def test_where_one_stands_is_kept_while_typing(tmp_path: Path) -> None:
    """Once the hand rests the half-written line lies in the vault; a start after a break takes it up."""
    safe = FakeSafe()
    built = _house(tmp_path, safe)
    async with built.app.run_test() as pilot:
        await press(pilot, "s", "=h", "enter", "=orkar inte st")
        await pilot.pause(CALM + 0.3)
        assert safe.stood is not None
        assert safe.stood.line == "orkar inte st"
        box = pilot.app.screen.talk.box  # type: ignore[attr-defined]
    built.desk.store.close()
    safe.stood = Standing(case=built.desk.case.id, place=Place.SAMTAL, line="orkar inte st")
    again = house(tmp_path, safe=safe)
    async with again.app.run_test() as pilot:
        await press(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, TalkScreen)
        assert screen.line.value == "orkar inte st"
        assert screen.talk.box == box
    again.desk.store.close()


async def test_a_longer_text_comes_back_in_its_dialog(tmp_path: Path) -> None:
    """FK's view half-written at a break stands there when the same dialog is opened again."""
    safe = FakeSafe()
    built = _house(tmp_path, safe)
    async with built.app.run_test() as pilot:
        await press(pilot, "r", "s", "f", "=Vi ser en vilja men")
        await pilot.pause(CALM + 0.3)
    kept = safe.stood = Standing(
        case=built.desk.case.id, place=Place.REFLEKTION, title="FK:s syn", text="Vi ser en vilja men"
    )
    built.desk.store.close()
    again = house(tmp_path, safe=safe)
    async with again.app.run_test() as pilot:
        await press(pilot, "s", "f")
        assert pilot.app.screen.query_one("#answer", TextArea).text == kept.text
    again.desk.store.close()


async def test_leaving_with_nothing_half_written_begins_in_the_list_next_time(tmp_path: Path) -> None:
    """Ctrl+Q on an empty line forgets the place; with words in the line it keeps them."""
    safe = FakeSafe()
    built = _house(tmp_path, safe)
    async with built.app.run_test() as pilot:
        await press(pilot, "s", "ctrl+q")
    assert safe.stood is None
    built.desk.store.close()
    again = _again(tmp_path, safe)
    async with again.app.run_test() as pilot:
        await press(pilot, "s", "=inte klar", "ctrl+q")
    assert safe.stood is not None
    assert safe.stood.line == "inte klar"
    again.desk.store.close()


def _again(folder: Path, safe: FakeSafe) -> House:
    return house(folder, safe=safe)


async def test_without_a_vault_the_lock_says_so(tmp_path: Path) -> None:
    """Cases that lie open have no lock to put on, and the screen says it in words."""
    built = house(tmp_path)
    built.desk.new_case(label="Blåklint", kind=CaseKind.SP)
    async with built.app.run_test() as pilot:
        await press(pilot, "s", "ctrl+l")
        assert "inget att låsa" in shown(pilot.app)


async def test_nothing_cut_reaches_the_clipboard(tmp_path: Path) -> None:
    """What is cut stays in the program: the terminal is never asked to put it on the system's clipboard."""
    safe = FakeSafe()
    built = _house(tmp_path, safe)
    sent: list[str] = []
    async with built.app.run_test() as pilot:
        driver = pilot.app._driver
        assert driver is not None
        driver.write = sent.append  # type: ignore[method-assign, assignment]
        await press(pilot, "s", "=hemligt", "shift+home", "ctrl+x")
        assert pilot.app.clipboard == "hemligt"
    assert not any("]52;" in words for words in sent)
