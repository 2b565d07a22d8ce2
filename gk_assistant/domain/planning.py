"""Needs, the gemensamma planeringen and the outcome."""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise


class NeedKind(StrEnum):
    """A need, or an adaptation that meets one."""

    BEHOV = "behov"
    ANPASSNING = "anpassning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What must be there for the plan to hold; ``note`` is the id of the note it comes from."""

    id: str
    text: str
    kind: NeedKind = NeedKind.BEHOV
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One step: vad – vem – när – omfattning. ``due`` is the date that ``when`` means, where it means one."""

    id: str
    what: str
    who: str = ""
    when: str = ""
    due: date | None = None
    extent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan written together in the meeting; a new round makes a new plan, earlier ones are kept."""

    id: str
    start: date
    end: date
    meeting: str | None = None
    goal: str = ""
    works: str = ""
    fallback: str = ""
    compensation: str = ""
    follow_up_day: date | None = None
    follow_up_form: str = ""
    comment: str = ""
    contacts: str = ""
    steps: tuple[PlanStep, ...] = ()
    checks: tuple[date, ...] = ()

    def with_step(self, step: PlanStep) -> "Plan":
        """Return the plan with a step added, or replaced when one has its id.

        A step that gets a day, or another one, comes before the first step with a later day; else it stays where it
        stands. The order is the plan's own, on the screen and on paper: somebody may have moved a step by hand.
        """
        known = next((known for known in self.steps if known.id == step.id), None)
        if known is not None and known.due == step.due:
            return replace(self, steps=tuple(step if old.id == step.id else old for old in self.steps))
        others = [old for old in self.steps if old.id != step.id]
        at = len(others) if known is None else self.steps.index(known)
        if (due := step.due) is not None:
            later = [place for place, old in enumerate(others) if old.due is not None and old.due > due]
            earlier = [place + 1 for place, old in enumerate(others) if old.due is not None and old.due <= due]
            at = later[0] if later else max((at, *earlier))
        return replace(self, steps=(*others[:at], step, *others[at:]))

    def without_step(self, step_id: str) -> "Plan":
        """Return the plan without a step."""
        return replace(self, steps=tuple(step for step in self.steps if step.id != step_id))


class OutcomeKind(StrEnum):
    """How the kartläggning ended (H)."""

    SAMARBETE = "samarbete"
    FLER_MOTEN = "fler_moten"
    ATER_FK = "ater_fk"
    AF_ORDINARIE = "af_ordinarie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The outcome, and on a "not now" what a new round requires (H: a plan is made whatever the outcome)."""

    kind: OutcomeKind
    day: date
    required: tuple[str, ...] = ()
    comment: str = ""


class PlanFault(StrEnum):
    """What a plan still lacks or breaks; a remark to the user, never a gate."""

    FOR_LANG = "for_lang"
    SLUT_FORE_START = "slut_fore_start"
    KONTROLL_SAKNAS = "kontroll_saknas"
    INGA_STEG = "inga_steg"
    INGET_MAL = "inget_mal"
    INGEN_UPPFOLJNING = "ingen_uppfoljning"
    STEG_UTAN_VEM = "steg_utan_vem"
    STEG_UTAN_NAR = "steg_utan_nar"
    STEG_UTANFOR = "steg_utanfor"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRemark:
    """A fault, and the step it concerns when it is about one."""

    fault: PlanFault
    step: str | None = None


def add_months(day: date, months: int) -> date:
    """Return the same day some months on, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def needed_checks(
    start: date, end: date, months: int, *, settle: Callable[[date], date] = lambda day: day
) -> tuple[date, ...]:
    """Return the dates at which a longer plan must be looked at again: every ``months`` months before its end.

    ``settle`` may move a date to an earlier one, such as the working day before; the gaps never grow for that.
    """
    dates: list[date] = []
    while (day := _next_check(start, dates, months)) < end:
        settled = settle(day)
        if settled > day or settled <= (dates[-1] if dates else start):
            settled = day
        dates.append(settled)
    return tuple(dates)


def _next_check(start: date, dates: Sequence[date], months: int) -> date:
    """Return the next date on the plan's own rhythm, nearer where the check before it was moved."""
    rhythm = add_months(start, (len(dates) + 1) * months)
    return min(rhythm, add_months(dates[-1], months)) if dates else rhythm


def plan_remarks(plan: Plan, *, longer_allowed: bool, months: int = 3) -> tuple[PlanRemark, ...]:
    """Return what the plan lacks: at most ``months`` months, or a check at least that often (H for SP and AE)."""
    found: list[PlanRemark] = []
    if plan.end < plan.start:
        found.append(PlanRemark(fault=PlanFault.SLUT_FORE_START))
    elif plan.end > add_months(plan.start, months):
        gaps = (plan.start, *sorted(plan.checks), plan.end)
        sparse = any(later > add_months(earlier, months) for earlier, later in pairwise(gaps))
        if not longer_allowed:
            found.append(PlanRemark(fault=PlanFault.FOR_LANG))
        elif sparse:
            found.append(PlanRemark(fault=PlanFault.KONTROLL_SAKNAS))
    if not plan.goal:
        found.append(PlanRemark(fault=PlanFault.INGET_MAL))
    if not plan.steps:
        found.append(PlanRemark(fault=PlanFault.INGA_STEG))
    if plan.follow_up_day is None:
        found.append(PlanRemark(fault=PlanFault.INGEN_UPPFOLJNING))
    for step in plan.steps:
        found.extend(PlanRemark(fault=fault, step=step.id) for fault in _step_faults(plan, step))
    return tuple(found)


def _step_faults(plan: Plan, step: PlanStep) -> list[PlanFault]:
    faults = []
    if not step.who:
        faults.append(PlanFault.STEG_UTAN_VEM)
    if not step.when and step.due is None:
        faults.append(PlanFault.STEG_UTAN_NAR)
    if step.due is not None and not plan.start <= step.due <= max(plan.start, plan.end):
        faults.append(PlanFault.STEG_UTANFOR)
    return faults
