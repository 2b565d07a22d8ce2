"""Planering by keys: the trappa, the needs, and what holds for all parts."""

from datetime import date
from pathlib import Path

from textual.widgets import Input

from gk_assistant.domain.planning import NeedKind
from gk_assistant.domain.trappa import PlacedBy
from gk_assistant.tui.screens.cases import CasesScreen
from tests.tui.test_planning_support import NOTE, room


async def test_a_placement_takes_four_keys(tmp_path: Path) -> None:
    """New, the step, by whom, no words: the cross is on disk, in the meeting it was made in."""
    async with room(tmp_path) as here:
        await here.press("n", "2", "s", "enter")
        latest = here.on_disk.placements[-1]
        assert (latest.step, latest.by, latest.words) == (2.0, PlacedBy.SJALV, "")
        assert latest.meeting == here.case.meetings[1].id
        assert latest.day == date(2026, 11, 3)
        assert len(here.case.placements) == 2


async def test_half_steps_words_and_one_undo(tmp_path: Path) -> None:
    """A letter stands for the place between two steps, and one undo takes back the placement with its words."""
    async with room(tmp_path) as here:
        await here.press("n", "a", "o", "=så [tror] jag", "enter")
        latest = here.on_disk.placements[-1]
        assert (latest.step, latest.by) == (1.5, PlacedBy.NARSTAENDE_OENIG)
        assert latest.words == "så [tror] jag"
        assert "”så [tror] jag”" in here.painted()
        await here.press("ctrl+z")
        assert len(here.on_disk.placements) == 1
        await here.press("ctrl+y")
        assert here.on_disk.placements[-1] == latest


async def test_not_now_is_a_placement(tmp_path: Path) -> None:
    """Who will not choose a step now has said something, and it is kept."""
    async with room(tmp_path) as here:
        await here.press("n", "n", "s", "escape")
        assert here.on_disk.placements[-1].step is None
        assert "inte nu (3/11)" in here.painted()


async def test_closing_a_question_early_places_nothing(tmp_path: Path) -> None:
    """A step without anybody who chose it is no placement."""
    async with room(tmp_path) as here:
        await here.press("n", "3", "escape")
        assert len(here.case.placements) == 1


async def test_the_way_shows(tmp_path: Path) -> None:
    """Both meetings' placements stand under the stairs in order, and both crosses in them."""
    async with room(tmp_path) as here:
        await here.press("n", "b", "f", "escape")
        painted = here.painted()
        assert painted.index("20/10 2026") < painted.index("3/11 2026")
        assert "GK1" in painted
        assert "mellan steg 2 och 3" in painted
        assert "3/11 FK" in painted
        assert "Aldrig ett villkor." in painted


async def test_a_slip_can_be_put_right(tmp_path: Path) -> None:
    """Step and day of a placement can be changed; a day without a year is the one that has been."""
    async with room(tmp_path) as here:
        await here.press("enter", "s", "3")
        assert here.on_disk.placements[0].step == 3.0
        await here.press("enter", "d", "ctrl+u", "=1/12", "enter")
        assert here.on_disk.placements[0].day == date(2025, 12, 1)
        await here.press("t")
        assert not here.on_disk.placements
        await here.press("ctrl+z")
        assert here.on_disk.placements[0].step == 3.0


async def test_a_day_that_cannot_be_read_stays_to_be_mended(tmp_path: Path) -> None:
    """The line keeps what was typed and says what to write instead."""
    async with room(tmp_path) as here:
        await here.press("enter", "d", "ctrl+u", "=32/13", "enter")
        assert here.built.app.screen.query_one("#answer", Input).value == "32/13"
        assert "Skriv till exempel 3/12" in here.painted()
        await here.press("escape")
        assert here.case.placements[0].day == date(2026, 10, 20)


async def test_a_full_disk_keeps_the_typed_words(tmp_path: Path) -> None:
    """When the words can't be saved they stay in the line with the reason, and Enter tries again."""
    async with room(tmp_path) as here:
        await here.press("n", "2", "s", "=orkar lite")
        here.disk.full = True
        await here.press("enter")
        assert here.built.app.screen.query_one("#answer", Input).value == "orkar lite"
        assert "Disken är full" in here.painted()
        here.disk.full = False
        await here.press("enter")
        assert here.on_disk.placements[-1].words == "orkar lite"


async def test_a_full_disk_places_no_cross(tmp_path: Path) -> None:
    """A cross that isn't on disk isn't on the stairs, and the screen says why."""
    async with room(tmp_path) as here:
        here.disk.full = True
        await here.press("n", "5", "s")
        assert len(here.case.placements) == 1
        assert "Disken är full" in here.painted()


async def test_noted_needs_come_first_and_a_key_takes_or_leaves(tmp_path: Path) -> None:
    """The first key is the note marked as a need; the same key again leaves it out."""
    async with room(tmp_path) as here:
        await here.press("f3", "n", "1", "2", "escape")
        ready = here.built.desk.bank.plan.needs[0]
        assert [(need.text, need.note) for need in here.on_disk.needs] == [(NOTE, "n1"), (ready, None)]
        await here.press("n", "1", "escape")
        assert [need.text for need in here.on_disk.needs] == [NOTE]


async def test_a_need_in_own_words_as_an_adaptation(tmp_path: Path) -> None:
    """Own words become a need, one key makes it an adaptation, Enter changes its words."""
    async with room(tmp_path) as here:
        await here.press("f3", "n", "e", "=tystare rum", "enter", "b")
        (need,) = here.on_disk.needs
        assert (need.text, need.kind) == ("tystare rum", NeedKind.ANPASSNING)
        await here.press("enter", "=!", "enter")
        assert here.on_disk.needs[0].text == "tystare rum!"
        await here.press("t")
        assert not here.on_disk.needs
        await here.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert here.on_disk.needs[0].kind is NeedKind.BEHOV


async def test_the_parts_are_switched_by_keys(tmp_path: Path) -> None:
    """F2–F5 and the arrows turn to a part; Esc leaves the planning."""
    async with room(tmp_path) as here:
        for key, name in (("f4", "plan"), ("f5", "utfall"), ("right", "trappa"), ("left", "utfall"), ("f3", "behov")):
            await here.press(key)
            assert here.screen.at == name
        await here.press("escape")
        assert isinstance(here.built.app.screen, CasesScreen)


async def test_unruly_words_break_nothing(tmp_path: Path) -> None:
    """Long, right-to-left, emoji and markup-like words are kept, steering characters left out."""
    words = "[bold]x[/] 🙂 שלום " + "å" * 10_000
    async with room(tmp_path) as here:
        here.planning.add_need(words)
        await here.press("f3", "n", "e")
        here.built.app.screen.query_one("#answer", Input).value = "a\x1b[31mb\u202ec [red]"
        await here.press("enter")
        assert [need.text for need in here.on_disk.needs] == [words, "abc [red]"]
        assert "[bold]x[/]" in here.painted()


async def test_a_small_window_gets_a_list_instead_of_stairs(tmp_path: Path) -> None:
    """Where stairs don't fit, the steps stand in a list with their crosses."""
    async with room(tmp_path, size=(60, 20)) as here:
        assert "2 Bestämd tid ibland, under 10 tim X 20/10" in here.painted()
        await here.pilot.resize_terminal(120, 40)
        await here.pilot.pause()
        assert "─ 6 ─" in here.painted()


async def test_another_theme_repaints_the_stairs(tmp_path: Path) -> None:
    """What is drawn follows the theme, so that its text can be read in each of them."""
    async with room(tmp_path) as here:
        await here.press("f12")
        lit = here.built.app.theme_variables["gk-lit"].lower()
        styles = [segment.style for strip in here.screen._compositor.render_strips() for segment in strip]
        grounds = {str(style.bgcolor.name).lower() for style in styles if style and style.bgcolor}
        assert lit in grounds
        assert "#0b4a7d" not in grounds
