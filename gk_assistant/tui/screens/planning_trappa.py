"""Trappan: the placements, from the first meeting on, each kept."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual.widgets.option_list import Option

from gk_assistant.documents.dates import full_date
from gk_assistant.domain.bank import Trappa
from gk_assistant.domain.trappa import PlacedBy, Placement, step_words
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.planning_days import PAST_HINT, day_fault, day_value, past_day
from gk_assistant.tui.screens.planning_part import EMPTY, Asking, Part, asked, shown

BEFORE_WORDS = 42
"""Columns of the history before the words."""
NOT_NOW = "inte-nu"
HALVES = "abcdefghijklm"
BY: dict[PlacedBy, tuple[str, str, str]] = {
    PlacedBy.SJALV: ("s", "Deltagaren själv", "själv"),
    PlacedBy.NARSTAENDE_ENIG: ("e", "Med närstående, eniga", "med närstående, eniga"),
    PlacedBy.NARSTAENDE_OENIG: ("o", "Med närstående, oense", "med närstående, oense"),
    PlacedBy.FK: ("f", "Försäkringskassan", "FK"),
    PlacedBy.AF: ("a", "Arbetsförmedlingen", "AF"),
}
"""Key, words in the choice, words in the history."""
WORDS_HINT = "Deltagarens egna ord om placeringen. Tomt går bra."


class TrappaPart(Part):
    """Placements in the order of their days."""

    title = "Trappan"
    parts: ClassVar[tuple[Choice, ...]] = (
        Choice(id="steg", title="Steget", key="s"),
        Choice(id="vem", title="Vem som satte krysset", key="v"),
        Choice(id="ord", title="Egna ord", key="e"),
        Choice(id="dag", title="Dagen", key="d"),
    )

    @property
    def placements(self) -> tuple[Placement, ...]:
        """The placements, the oldest first."""
        return tuple(sorted(self.planning.case.placements, key=lambda known: known.day))

    def count(self) -> str:
        """Return how many placements there are."""
        return str(len(self.placements) or "")

    def rows(self, width: int) -> list[Option]:
        """Return the history."""
        if not self.placements:
            return [Option(Text("Inga placeringar än. Enter eller n sätter ett kryss."), id=EMPTY)]
        return [Option(self._row(one, width), id=one.id) for one in self.placements]

    def _row(self, one: Placement, width: int) -> RenderableType:
        """Return meeting, day, step and by whom; own words beside them, or below where they are many."""
        by = Text(BY[one.by][2])
        words = Text(f"”{shown(one.words)}”" if one.words else "", style="italic")
        beside = len(by) + len(words) + 2 <= width - BEFORE_WORDS
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        for column in (4, 10, 19):
            table.add_column(width=column)
        table.add_column(ratio=1)
        last = Text.assemble(by, "  ", words) if beside and one.words else by
        table.add_row(self._meeting(one), day_value(one.day), Text(step_words(one.step), style="bold"), last)
        return table if beside or not one.words else Group(table, Padding(words, (0, 0, 0, 6)))

    def _meeting(self, one: Placement) -> str:
        known = {meeting.id: meeting.title for meeting in self.planning.case.meetings}
        return known.get(one.meeting or "", "")

    def _find(self, row: str) -> Placement | None:
        return next((one for one in self.placements if one.id == row), None)

    def add(self) -> Asking:
        """Ask where, by whom, and in what words; it is saved before the words are asked for."""
        latest = self.placements[-1].step if self.placements else 0
        chosen = yield self._steps(latest)
        if chosen is None:
            return None
        by = yield _by(PlacedBy.SJALV)
        if by is None:
            return None
        put = self.planning.place(step_of(chosen), by=PlacedBy(by))
        yield from asked(
            "Med egna ord?",
            lambda words: self.planning.change_placement(replace(put, words=words), again=True),
            hint=WORDS_HINT,
        )
        return put.id

    def _steps(self, start: float | None) -> Pick:
        trappa = self.bank.trappa
        return Pick(trappa.question, step_choices(trappa), start=step_id(start))

    def change(self, row: str) -> Asking:
        """Put a placement right."""
        one = self._find(row)
        if one is None:
            return (yield from self.add())
        what = yield Pick("Vad vill du ändra?", self.parts)
        if what == "steg":
            chosen = yield self._steps(one.step)
            if chosen is not None:
                self.planning.change_placement(replace(one, step=step_of(chosen)))
        elif what == "vem":
            by = yield _by(one.by)
            if by is not None:
                self.planning.change_placement(replace(one, by=PlacedBy(by)))
        elif what == "ord":
            yield from asked(
                "Med egna ord?",
                lambda words: self.planning.change_placement(replace(one, words=words)),
                value=one.words,
                hint=WORDS_HINT,
            )
        elif what == "dag":
            yield from self._ask_day(one)
        return row

    def _ask_day(self, one: Placement) -> Asking:
        today = self.planning.desk.today()

        def keep(words: str) -> None:
            self.planning.change_placement(replace(one, day=past_day(words, today) or one.day))

        yield from asked("Vilken dag?", keep, value=day_value(one.day), hint=PAST_HINT, check=day_fault)
        return one.id

    def remove(self, row: str) -> str:
        """Take away a placement made by mistake."""
        one = self._find(row)
        if one is None:
            return "Det finns ingen placering att ta bort."
        self.planning.drop_placement(one.id)
        return f"Borttagen: {step_words(one.step)}, {full_date(one.day)}. Ctrl+Z tar tillbaka den."


def step_id(step: float | None) -> str:
    """Return the id that a step has among the choices."""
    return NOT_NOW if step is None else str(step)


def step_of(chosen: str) -> float | None:
    """Return the step of a choice."""
    return None if chosen == NOT_NOW else float(chosen)


def step_choices(trappa: Trappa) -> Sequence[Choice]:
    """Return the steps by their numbers, the places between them by letters, and "not now" by n."""
    choices: list[Choice] = []
    for at, step in enumerate(trappa.steps):
        if at and trappa.half_steps:
            words = f"mellan {step.number - 1} och {step.number}"
            choices.append(Choice(id=step_id(step.number - 0.5), title=words, key=HALVES[at - 1]))
        title = f"Steg {step.number}. {step.short}"
        choices.append(Choice(id=step_id(float(step.number)), title=title, remark=f"{step.hours} tim", key=str(at + 1)))
    choices.append(Choice(id=NOT_NOW, title=trappa.not_now, key="n"))
    return choices


def _by(start: PlacedBy) -> Pick:
    choices = [Choice(id=by.value, title=words, key=key) for by, (key, words, _) in BY.items()]
    return Pick("Vem sätter krysset?", choices, start=start.value)
