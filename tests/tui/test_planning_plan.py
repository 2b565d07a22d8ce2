"""Planen by keys: its fields, its steps, and the large view."""

from datetime import date
from pathlib import Path

from textual.widgets import TextArea

from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.planning import PlanStep
from gk_assistant.tui.screens.planning import PlanningScreen
from gk_assistant.tui.screens.planning_large import LargePlanScreen
from tests.tui.test_planning_support import NOTE, Room, room


def steps(here: Room) -> tuple[PlanStep, ...]:
    """Return the steps on disk."""
    plan = here.on_disk.plan
    return plan.steps if plan else ()


async def test_the_goal_is_written_in_own_words(tmp_path: Path) -> None:
    """Enter on the first row asks for the goal; Esc saves it, and the plan gets three months from today."""
    async with room(tmp_path) as here:
        await here.press("f4", "enter", "=odla", "escape")
        plan = here.on_disk.plan
        assert plan is not None
        assert plan.goal == "odla"
        assert (plan.start, plan.end) == (date(2026, 11, 3), date(2027, 2, 3))
        assert plan.meeting == here.case.meetings[1].id
        assert "”odla”" in here.painted()


async def test_looking_writes_nothing(tmp_path: Path) -> None:
    """A plan that nothing has been written in isn't there, however often it is looked at."""
    async with room(tmp_path) as here:
        await here.press("f4", "enter", "escape", "down", "enter", "escape")
        assert here.on_disk.plan is None
        assert "(förslag)" in here.painted()


async def test_a_step_in_own_words_by_four_answers(tmp_path: Path) -> None:
    """Vad, vem, när and omfattning in a row; the day is read as it was said, and one undo takes it all back."""
    async with room(tmp_path) as here:
        await here.press("f4", "n", "e", "=prova", "enter", "d")
        await here.press("=om två veckor", "enter", "=en gång", "enter")
        (step,) = steps(here)
        assert (step.what, step.who, step.when, step.extent) == (
            "prova",
            "Deltagaren",
            "om två veckor",
            "en gång",
        )
        assert step.due == date(2026, 11, 17)
        await here.press("ctrl+z")
        assert steps(here) == ()
        await here.press("ctrl+y")
        assert steps(here) == (step,)


async def test_a_ready_made_step_keeps_what_was_answered(tmp_path: Path) -> None:
    """A ready-made step stands at once; Esc ends the questions without losing it."""
    async with room(tmp_path) as here:
        idea = here.built.desk.bank.plan.step_ideas[1]
        await here.press("f4", "n", "2", "a", "escape")
        (step,) = steps(here)
        assert (step.what, step.who, step.when, step.extent) == (idea.what, "Arbetsförmedlingen", "", idea.extent)
        assert "Steg 1 saknar när det ska ske." in here.painted()


async def test_a_step_is_edited_moved_and_removed(tmp_path: Path) -> None:
    """Enter goes through the answers with what stands there, u and j move, t removes; all can be undone."""
    async with room(tmp_path) as here:
        for what in ("ett", "två", "tre"):
            here.planning.add_step(what, who="Vården", when="snart")
        await here.press("f4", "end", "u", "u")
        assert [step.what for step in steps(here)] == ["tre", "ett", "två"]
        await here.press("j")
        assert [step.what for step in steps(here)] == ["ett", "tre", "två"]
        await here.press("enter", "enter", "enter", "ctrl+u", "=3/12", "enter", "enter")
        step = steps(here)[1]
        assert (step.what, step.who, step.when, step.due) == ("tre", "Vården", "3/12", date(2026, 12, 3))
        await here.press("ctrl+z")
        assert steps(here)[1].when == "snart"
        await here.press("t")
        assert [step.what for step in steps(here)] == ["ett", "två"]
        await here.press("ctrl+z")
        assert len(steps(here)) == 3


async def test_who_may_be_somebody_else(tmp_path: Path) -> None:
    """Own words name somebody that the list doesn't."""
    async with room(tmp_path) as here:
        await here.press("f4", "n", "1", "e", "=mamma Eva", "enter", "escape")
        assert steps(here)[0].who == "mamma Eva"


NINE_MONTHS = ("f4", "down", "enter", "enter", "ctrl+u", "=9 mån", "enter")


async def test_a_longer_plan_is_remarked_for_sp(tmp_path: Path) -> None:
    """Nine months of sjukpenning: saved as said, with a calm remark."""
    async with room(tmp_path) as here:
        await here.press(*NINE_MONTHS)
        assert here.on_disk.plan is not None
        assert here.on_disk.plan.end == date(2027, 8, 3)
        assert "längre än tre månader" in here.painted()


async def test_a_longer_plan_has_checks_for_ae(tmp_path: Path) -> None:
    """Nine months of aktivitetsersättning: no remark, and a check every third month that shows."""
    async with room(tmp_path, kind=CaseKind.AE) as here:
        await here.press(*NINE_MONTHS)
        assert here.on_disk.plan is not None
        assert here.on_disk.plan.checks == (date(2027, 2, 3), date(2027, 5, 3))
        assert "längre än tre månader" not in here.painted()
        assert "3 februari 2027, 3 maj 2027" in here.painted()


async def test_moving_the_start_moves_the_end_along(tmp_path: Path) -> None:
    """A plan of three months stays one of three months; a start just gone by is this year's."""
    async with room(tmp_path) as here:
        await here.press("f4", "down", "enter", "ctrl+u", "=1/11", "enter", "escape")
        assert here.on_disk.plan is not None
        assert (here.on_disk.plan.start, here.on_disk.plan.end) == (date(2026, 11, 1), date(2027, 2, 1))


async def test_follow_up_day_and_form(tmp_path: Path) -> None:
    """The follow-up takes a day and one key for its form; t empties the row."""
    async with room(tmp_path) as here:
        await here.press("f4", *["down"] * 5, "enter", "=28/1", "enter", "v")
        plan = here.on_disk.plan
        assert plan is not None
        assert (plan.follow_up_day, plan.follow_up_form) == (date(2027, 1, 28), "Videomöte")
        await here.press("t")
        assert here.on_disk.plan is not None
        assert here.on_disk.plan.follow_up_day is None


async def test_a_full_disk_does_not_throw_a_long_text_away(tmp_path: Path) -> None:
    """The goal that can't be saved can be tried again, gone back to, or thrown away, never lost by itself."""
    async with room(tmp_path) as here:
        await here.press("f4", "enter", "=odla")
        here.disk.full = True
        await here.press("escape")
        assert "Disken är full" in here.painted()
        await here.press("t")
        assert here.built.app.screen.query_one("#answer", TextArea).text == "odla"
        await here.press("escape")
        here.disk.full = False
        await here.press("f")
        assert here.on_disk.plan is not None
        assert here.on_disk.plan.goal == "odla"


async def test_a_new_plan_keeps_the_former(tmp_path: Path) -> None:
    """F8 and a yes begin a new plan with the same goal; the former is kept."""
    async with room(tmp_path) as here:
        here.planning.write(goal="odla")
        here.planning.add_step("ett")
        await here.press("f8", "j")
        assert len(here.on_disk.plans) == 2
        assert here.case.plan is not None
        assert (here.case.plan.goal, here.case.plan.steps) == ("odla", ())


async def test_the_large_view_shows_the_plan_and_needs_two_keys_to_leave(tmp_path: Path) -> None:
    """Goal and steps large, no note and no remark; Enter alone, or Esc and another key, do not leave."""
    async with room(tmp_path) as here:
        here.planning.write(goal="odla")
        here.planning.add_step("prova bussen", who="Deltagaren", when="om två veckor", due=date(2026, 11, 17))
        await here.press("f4", "f6")
        painted = here.painted()
        assert "”odla”" in painted
        assert "Deltagaren · tisdag 17 november" in painted
        assert NOTE not in painted
        assert "saknas" not in painted
        await here.press("enter")
        assert isinstance(here.built.app.screen, LargePlanScreen)
        await here.press("escape", "down", "enter")
        assert isinstance(here.built.app.screen, LargePlanScreen)
        await here.press("escape", "enter")
        assert isinstance(here.built.app.screen, PlanningScreen)
