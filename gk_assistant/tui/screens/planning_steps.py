"""The steps of the plan: a table, and four short questions in a row for each."""

from collections.abc import Generator, Sequence
from dataclasses import replace

from rich.table import Table
from rich.text import Text
from textual.screen import ModalScreen

from gk_assistant.conversation.planning import Planning
from gk_assistant.conversation.when import parse_day
from gk_assistant.documents.dates import tiny_date
from gk_assistant.domain.planning import Plan, PlanStep
from gk_assistant.tui.dialogs.pick import Pick
from gk_assistant.tui.screens.planning_part import OWN, OWN_CHOICE, Asking, asked, keyed, lettered, shown

SHORT_NAMES = {"Försäkringskassan": "FK", "Arbetsförmedlingen": "AF"}
"""In the narrow table only; the papers and the large view have the whole names."""
WIDE = 100
WHEN_HINT = "Till exempel 3/12, om två veckor eller när intyget kommit."
EXTENT_HINT = "Till exempel 2 timmar, 2 dagar i veckan."
WHAT = "Vad ska göras?"
EMPTY_WHAT = "Skriv vad som ska göras, eller tryck Esc."


def _columns(width: int) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=2, justify="right")
    table.add_column(ratio=5)
    table.add_column(width=18 if width >= WIDE else 12)
    table.add_column(ratio=3)
    table.add_column(ratio=3)
    return table


def step_head(width: int) -> Table:
    """Return the head of the table."""
    table = _columns(width)
    table.add_row("", *(Text(word, style="underline") for word in ("Vad", "Vem", "När", "Omfattning")))
    return table


def step_row(plan: Plan, at: int, width: int) -> Table:
    """Return a step as a row of the table."""
    step = plan.steps[at]
    who = step.who if width >= WIDE else SHORT_NAMES.get(step.who, step.who)
    table = _columns(width)
    cells = (step.what, who, when_words(step), step.extent)
    table.add_row(Text(str(at + 1), style="bold"), *(Text(shown(cell) or "…") for cell in cells))
    return table


def when_words(step: PlanStep) -> str:
    """Return when a step is to happen: as it was said, and the date it means where that is not said."""
    if step.due is None:
        return step.when
    day = tiny_date(step.due)
    if not step.when or day in step.when or step.due.isoformat() in step.when:
        return step.when or day
    return f"{step.when} ({day})"


class Steps:
    """Asks about steps and puts them into the plan; one undo takes back all that was answered in a row."""

    def __init__(self, planning: Planning) -> None:
        """Work on a planning."""
        self.planning = planning
        self._begun = False

    def _step(self, step_id: str) -> PlanStep | None:
        return next((step for step in self.planning.plan().steps if step.id == step_id), None)

    def _put(self, step: PlanStep) -> None:
        """Save a step; what follows on the first change is undone with it."""
        if self._step(step.id) == step:
            return
        self.planning.put_step(step, again=self._begun)
        self._begun = True

    def edit(self, step_id: str) -> Asking:
        """Ask vad, vem, när and omfattning of a step that stands in the plan."""
        step = self._step(step_id)
        if step is None:
            return None

        def keep(words: str) -> None:
            self._put(replace(step, what=words))

        if (yield from asked(WHAT, keep, value=step.what, check=_not_empty)):
            yield from self._rest(step_id)
        return step_id

    def add(self) -> Asking:
        """Begin with a ready-made step or own words, then ask the rest."""
        ideas = self.planning.desk.bank.plan.step_ideas
        titles = keyed([(str(at), idea.what) for at, idea in enumerate(ideas)])
        chosen = yield Pick("Vilket steg? Egna ord: e", [*titles, OWN_CHOICE])
        if chosen is None:
            return None
        step_id = self.planning.desk.new_id()
        if chosen == OWN:

            def keep(words: str) -> None:
                self._put(PlanStep(id=step_id, what=words))

            if not (yield from asked(WHAT, keep, check=_not_empty)):
                return None
        else:
            idea = ideas[int(chosen)]
            self._put(PlanStep(id=step_id, what=idea.what, who=idea.who, extent=idea.extent))
        yield from self._rest(step_id)
        return step_id

    def _rest(self, step_id: str) -> Generator[ModalScreen[str | None], str | None, None]:
        """Ask vem, när and omfattning; Esc ends the row, and what was answered stands."""
        if not (yield from self._ask_who(step_id)):
            return
        today = self.planning.desk.today()
        step = self._now(step_id)

        def keep_when(words: str) -> None:
            due = parse_day(words, today) if words else None
            if words != step.when:
                self._put(replace(self._now(step_id), when=words, due=due))

        if not (yield from asked("När?", keep_when, value=step.when, hint=WHEN_HINT)):
            return

        def keep_extent(words: str) -> None:
            self._put(replace(self._now(step_id), extent=words))

        yield from asked("Hur mycket, och var?", keep_extent, value=step.extent, hint=EXTENT_HINT)

    def _ask_who(self, step_id: str) -> Generator[ModalScreen[str | None], str | None, bool]:
        known = self._now(step_id).who
        names: Sequence[str] = self.planning.desk.bank.plan.who
        start = known if known in names else OWN if known else None
        who = yield Pick("Vem gör det?", [*lettered(names), OWN_CHOICE], start=start)
        if who is None:
            return False
        if who != OWN:
            self._put(replace(self._now(step_id), who=who))
            return True
        return (
            yield from asked(
                "Vem gör det?",
                lambda words: self._put(replace(self._now(step_id), who=words)),
                value="" if known in names else known,
            )
        )

    def _now(self, step_id: str) -> PlanStep:
        return self._step(step_id) or PlanStep(id=step_id, what="")

    def drop(self, step_id: str) -> str:
        """Take a step away."""
        step = self._step(step_id)
        if step is None:
            return "Steget finns inte."
        self.planning.drop_step(step_id)
        return f"Borttaget: {shown(step.what)}. Ctrl+Z tar tillbaka det."


def _not_empty(words: str) -> str | None:
    return None if words.strip() else EMPTY_WHAT
