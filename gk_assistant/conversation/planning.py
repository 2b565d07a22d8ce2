"""GK2: placements on the trappa, needs, the plan written together, and the outcome."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.when import day_month, working_day
from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.domain.notes import Mark, Note
from gk_assistant.domain.planning import (
    Need,
    NeedKind,
    Outcome,
    OutcomeKind,
    Plan,
    PlanFault,
    PlanRemark,
    PlanStep,
    add_months,
    needed_checks,
    plan_remarks,
)
from gk_assistant.domain.trappa import PlacedBy, Placement

FAULT_WORDS: dict[PlanFault, str] = {
    PlanFault.FOR_LANG: "Planen är längre än tre månader. Vid sjukpenning planerar ni högst tre månader åt gången.",
    PlanFault.SLUT_FORE_START: "Planen slutar innan den börjar. Ändra datumen.",
    PlanFault.KONTROLL_SAKNAS: "En längre plan behöver en avstämning minst var tredje månad.",
    PlanFault.INGA_STEG: "Planen har inga steg än.",
    PlanFault.INGET_MAL: "Målet med egna ord saknas.",
    PlanFault.INGEN_UPPFOLJNING: "Datum för uppföljning saknas.",
    PlanFault.STEG_UTAN_VEM: "saknar vem som gör det",
    PlanFault.STEG_UTAN_NAR: "saknar när det ska ske",
    PlanFault.STEG_UTANFOR: "ligger utanför planens tid",
}


class Planning:
    """The second meeting's work on the desk."""

    def __init__(self, desk: Desk, meeting_id: str | None = None) -> None:
        """Take up the planning; ``meeting_id`` is the meeting in which it is done, if any."""
        self.desk = desk
        self.meeting_id = meeting_id

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self.desk.case

    # The trappa

    def place(
        self, step: float | None, *, by: PlacedBy = PlacedBy.SJALV, words: str = "", day: date | None = None
    ) -> Placement:
        """Record a placement; earlier ones are kept. Raises :class:`ValueError` on anything but half steps."""
        placement = Placement(
            id=self.desk.new_id(),
            step=step,
            day=day or self.desk.today(),
            by=by,
            words=words,
            meeting=self.meeting_id,
        )
        self.desk.do("placering på trappan", lambda case: replace(case, placements=(*case.placements, placement)))
        return placement

    def change_placement(self, placement: Placement, *, again: bool = False) -> None:
        """Put a placement right: a slip of the hand, its words or its day. ``again``: see :meth:`put_step`."""
        known = self.case.placements
        placements = tuple(placement if old.id == placement.id else old for old in known)
        self.desk.do("ändrad placering", lambda case: replace(case, placements=placements), undoable=not again)

    def drop_placement(self, placement_id: str) -> None:
        """Take a placement away that was made by mistake."""
        kept = tuple(known for known in self.case.placements if known.id != placement_id)
        self.desk.do("borttagen placering", lambda case: replace(case, placements=kept))

    # Needs

    def add_need(self, text: str, *, kind: NeedKind = NeedKind.BEHOV, note: str | None = None) -> Need:
        """Record a need or an adaptation."""
        need = Need(id=self.desk.new_id(), text=text.strip(), kind=kind, note=note)
        self.desk.do("behov", lambda case: replace(case, needs=(*case.needs, need)))
        return need

    def change_need(self, need: Need) -> None:
        """Change a need's words or kind."""
        needs = tuple(need if known.id == need.id else known for known in self.case.needs)
        self.desk.do("ändrat behov", lambda case: replace(case, needs=needs))

    def drop_need(self, need_id: str) -> None:
        """Take a need away."""
        kept = tuple(need for need in self.case.needs if need.id != need_id)
        self.desk.do("borttaget behov", lambda case: replace(case, needs=kept))

    def noted_needs(self) -> tuple[Note, ...]:
        """Return the notes marked as needs that are not among the needs yet."""
        taken = {need.note for need in self.case.needs}
        return tuple(note for note in self.case.notes if note.shown_mark is Mark.BEHOV and note.id not in taken)

    # The plan

    @property
    def longer_allowed(self) -> bool:
        """Whether the plan may be longer than three months: for AE, with checks (H)."""
        return self.case.kind is not CaseKind.SP

    def plan(self) -> Plan:
        """Return the plan in force, or a new one (not saved) of three months from today."""
        if self.case.plan is not None:
            return self.case.plan
        start = self.desk.today()
        end = add_months(start, self.desk.bank.plan.months)
        return Plan(id=self.desk.new_id(), start=start, end=end, meeting=self.meeting_id)

    def new_round(self) -> Plan:
        """Make a new plan after the one in force, which is kept."""
        start = self.desk.today()
        plan = Plan(
            id=self.desk.new_id(),
            start=start,
            end=add_months(start, self.desk.bank.plan.months),
            meeting=self.meeting_id,
            goal=self.plan().goal,
        )
        self.desk.do("ny plan", lambda case: case.with_plan(plan))
        return plan

    def write(self, **fields: object) -> Plan:
        """Change some of the plan's fields; a longer plan for AE gets its checks by itself."""
        plan = replace(self.plan(), **fields)  # type: ignore[arg-type]
        if self.longer_allowed and ("start" in fields or "end" in fields):
            months = self.desk.bank.plan.check_months
            plan = replace(plan, checks=needed_checks(plan.start, plan.end, months, settle=self._working))
        self.desk.do("planen", lambda case: case.with_plan(plan))
        return plan

    def _working(self, day: date) -> date:
        return working_day(day, self.desk.is_free, not_before=date.min)

    def proposed_follow_up(self) -> date:
        """Propose a day to follow the plan up: the last working day of its time."""
        plan = self.plan()
        return working_day(plan.end, self.desk.is_free, not_before=min(plan.start, plan.end))

    def put_step(self, step: PlanStep, *, again: bool = False) -> Plan:
        """Add a step, or change the one with its id.

        ``again`` says that it goes on with the change made just before: saved as ever, and undone together with it.
        """
        plan = self.plan().with_step(step)
        self.desk.do(f"steg ”{step.what[:30]}”", lambda case: case.with_plan(plan), undoable=not again)
        return plan

    def add_step(
        self, what: str, *, who: str = "", when: str = "", due: date | None = None, extent: str = ""
    ) -> PlanStep:
        """Add a step vad – vem – när – omfattning."""
        step = PlanStep(id=self.desk.new_id(), what=what, who=who, when=when, due=due, extent=extent)
        self.put_step(step)
        return step

    def drop_step(self, step_id: str) -> Plan:
        """Take a step away."""
        plan = self.plan().without_step(step_id)
        self.desk.do("borttaget steg", lambda case: case.with_plan(plan))
        return plan

    def shift_step(self, step_id: str, places: int) -> Plan:
        """Move a step up (negative) or down among the others."""
        plan = self.plan()
        steps = list(plan.steps)
        index = next(i for i, step in enumerate(steps) if step.id == step_id)
        target = min(max(index + places, 0), len(steps) - 1)
        steps.insert(target, steps.pop(index))
        moved = replace(plan, steps=tuple(steps))
        self.desk.do("flyttat steg", lambda case: case.with_plan(moved))
        return moved

    def remarks(self) -> tuple[str, ...]:
        """Return what the plan lacks, as Swedish sentences."""
        plan = self.plan()
        months = self.desk.bank.plan.months
        found = plan_remarks(plan, longer_allowed=self.longer_allowed, months=months)
        return (*(_sentence(plan, remark) for remark in found), *self._free_days(plan))

    def _free_days(self, plan: Plan) -> Iterator[str]:
        """Yield a sentence for each day to meet on that is free from work."""
        for title, days in (("Uppföljningen", (plan.follow_up_day,)), ("Avstämningen", sorted(plan.checks))):
            for day in days:
                if day is not None and self.desk.is_free(day):
                    yield f"{title} {day_month(day)} ligger på en ledig dag."

    # The outcome

    def close(self, kind: OutcomeKind, *, required: tuple[str, ...] = (), comment: str = "") -> Outcome:
        """Record the outcome and what a new round requires."""
        outcome = Outcome(kind=kind, day=self.desk.today(), required=required, comment=comment)
        self.desk.do("utfall", lambda case: replace(case, outcome=outcome))
        return outcome

    def change_outcome(self, outcome: Outcome) -> None:
        """Change what is said about the outcome; its day stays."""
        self.desk.do("utfall", lambda case: replace(case, outcome=outcome))

    def withdraw_outcome(self) -> None:
        """Take the outcome back: the kartläggning goes on."""
        self.desk.do("borttaget utfall", lambda case: replace(case, outcome=None))


def _sentence(plan: Plan, remark: PlanRemark) -> str:
    words = FAULT_WORDS[remark.fault]
    if remark.step is None:
        return words
    number = next(i for i, step in enumerate(plan.steps, 1) if step.id == remark.step)
    return f"Steg {number} {words}."
