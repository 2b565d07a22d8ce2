"""The plan: the order of its steps, and days that are not proposed because they are free."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.conversation.planning import Planning
from gk_assistant.conversation.reflecting import Reflecting
from gk_assistant.conversation.when import weekend, working_day
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.planning import Plan, PlanFault, PlanStep, add_months, needed_checks, plan_remarks
from gk_assistant.storage.free_days import SwedishFreeDays
from tests.conversation.desks import ear, room

FREE = SwedishFreeDays()
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 12, 31))


def plan_of(*steps: PlanStep) -> Plan:
    """Return a plan with steps put in one after the other."""
    plan = Plan(id="p", start=date(2026, 11, 1), end=date(2027, 1, 31))
    for step in steps:
        plan = plan.with_step(step)
    return plan


def names(plan: Plan) -> str:
    """Return the ids of the steps in order."""
    return "".join(step.id for step in plan.steps)


def test_a_step_with_a_day_comes_before_the_later_ones() -> None:
    """Steps with days stand by date; one without a day stays where it was put."""
    early, late = PlanStep(id="a", what="x", due=date(2026, 11, 5)), PlanStep(id="b", what="x", due=date(2026, 12, 5))
    assert names(plan_of(late, early)) == "ab"
    assert names(plan_of(early, PlanStep(id="c", what="x"), late)) == "acb"
    between = PlanStep(id="d", what="x", due=date(2026, 11, 20))
    assert names(plan_of(early, late, PlanStep(id="c", what="x"), between)) == "adbc"


def test_a_step_that_gets_a_day_finds_its_place() -> None:
    """The step that is asked about after it was added moves when its day is told."""
    late = PlanStep(id="b", what="x", due=date(2026, 12, 5))
    assert names(plan_of(late, PlanStep(id="a", what="x"), PlanStep(id="a", what="x", due=date(2026, 11, 5)))) == "ab"


def test_a_step_moved_by_hand_stays_when_its_words_change() -> None:
    """Only a new day moves a step; new words leave the order as somebody made it."""
    first, second = PlanStep(id="a", what="x", due=date(2026, 11, 5)), PlanStep(id="b", what="x", due=date(2026, 12, 5))
    moved = Plan(id="p", start=date(2026, 11, 1), end=date(2027, 1, 31), steps=(second, first))
    assert names(moved.with_step(PlanStep(id="a", what="y", due=date(2026, 11, 5)))) == "ba"


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 14),
        date(2026, 6, 19),
        date(2026, 12, 24),
        date(2026, 12, 31),
        date(2027, 1, 6),
        date(2026, 11, 22),
    ],
)
def test_red_days_and_eves_are_free(day: date) -> None:
    """Red days, midsommarafton, julafton, nyårsafton and Sundays are free in Sweden."""
    assert FREE(day)


@pytest.mark.parametrize("day", [date(2026, 12, 23), date(2026, 4, 2), date(2026, 4, 30), date(2027, 6, 7)])
def test_days_that_are_only_short_are_worked(day: date) -> None:
    """Half-days and squeeze days are days of work: the calendar closes nothing that is open."""
    assert not FREE(day)


@given(day=DAYS, back=st.integers(0, 40))
def test_a_proposed_day_is_a_working_day_within_its_limits(day: date, back: int) -> None:
    """It is never free, and only when all days up to the last are free does it lie after it."""
    found = working_day(day, FREE, not_before=day - timedelta(days=back))
    assert not FREE(found)
    assert found >= day - timedelta(days=back)
    if found > day:
        assert all(FREE(day - timedelta(days=days)) for days in range(back + 1))


def test_the_next_meeting_is_not_proposed_on_a_red_day() -> None:
    """Two weeks after the 10th of December is julafton; the day before it is proposed. With weekends only it is not."""
    here = room()
    here.desk.is_free = FREE
    meeting = here.desk.next_meeting()
    here.desk.in_meeting(meeting.id, "dag", lambda one: replace(one, day=date(2026, 12, 10)))
    reflecting = Reflecting(here.desk, meeting.id, sort=ear().sort)
    assert reflecting.proposed_day() == date(2026, 12, 23)
    here.desk.is_free = weekend
    assert reflecting.proposed_day() == date(2026, 12, 24)


def test_checks_and_follow_up_are_proposed_on_working_days() -> None:
    """A year's plan from the 24th of September has its checks beside julafton and midsummer, never on them."""
    here = room(kind=CaseKind.AE)
    here.desk.is_free = FREE
    work = Planning(here.desk)
    plan = work.write(start=date(2026, 9, 24), end=date(2027, 9, 25))
    assert plan.checks[0] == date(2026, 12, 23)
    assert not [day for day in plan.checks if FREE(day)]
    assert work.proposed_follow_up() == date(2027, 9, 24)
    work.write(follow_up_day=date(2026, 12, 24))
    assert "Uppföljningen 24 december ligger på en ledig dag." in work.remarks()


@given(start=DAYS, months=st.integers(4, 36))
def test_checks_moved_from_free_days_still_come_often_enough(start: date, months: int) -> None:
    """However the red days fall, no gap between checks grows past three months (H)."""
    end = add_months(start, months)
    checks = needed_checks(start, end, 3, settle=lambda day: working_day(day, FREE, not_before=date.min))
    plan = Plan(id="p", start=start, end=end, checks=checks)
    faults = {remark.fault for remark in plan_remarks(plan, longer_allowed=True)}
    assert PlanFault.KONTROLL_SAKNAS not in faults
    assert not [day for day in checks if FREE(day)]
