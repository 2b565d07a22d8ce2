"""Planen stort: goal and steps with room between them, to be read across a table; nothing else can show."""

from collections.abc import Iterator
from typing import ClassVar

from rich.console import Group
from rich.padding import Padding
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from gk_assistant.documents.dates import WEEKDAYS, day_month, full_date
from gk_assistant.domain.planning import Plan, PlanStep
from gk_assistant.tui.commands import Scope, bindings

LEAVE = "deltagare.tillbaka"


class LargePlanScreen(Screen[None]):
    """The plan across the table. Esc and then Enter leave; every other key only scrolls."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.DELTAGARE,)
    BINDINGS: ClassVar[list[BindingType]] = [known for known in bindings(Scope.DELTAGARE) if known.id == LEAVE]
    CSS_PATH = "planning_large.tcss"

    def __init__(self, plan: Plan) -> None:
        """Show a plan."""
        super().__init__()
        self._plan = plan
        self._leaving = False

    def compose(self) -> ComposeResult:
        """Lay out the plan and one calm line."""
        with VerticalScroll(id="paper"):
            yield Static(Group(*_blocks(self._plan)), id="large")
        yield Static("", id="calm", markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#paper").focus()

    def on_key(self, event: events.Key) -> None:
        """Leave only by Esc and then Enter."""
        if event.key == "escape":
            return
        if self._leaving and event.key == "enter":
            event.stop()
            self.app.pop_screen()
            return
        self._say(leaving=False)

    def action_ask_back(self) -> None:
        """Ask for the second key."""
        self._say(leaving=True)

    def _say(self, *, leaving: bool) -> None:
        self._leaving = leaving
        self.query_one("#calm", Static).update("Tryck Enter för att lämna bilden." if leaving else "")


def _blocks(plan: Plan) -> Iterator[Padding]:
    yield _block(Text("Vår plan", style="bold"), f"{full_date(plan.start)} till {full_date(plan.end)}")
    if plan.goal:
        yield _block(Text("Målet", style="bold"), Text(f"”{plan.goal}”", style="italic"))
    for number, step in enumerate(plan.steps, 1):
        yield _block(Text(f"{number}   {step.what}", style="bold"), *_particulars(step), indent=4)
    if plan.follow_up_day:
        form = f", {plan.follow_up_form}" if plan.follow_up_form else ""
        yield _block(Text("Vi följer upp", style="bold"), f"{full_date(plan.follow_up_day)}{form}")
    if not plan.goal and not plan.steps:
        yield _block(Text("Planen skriver vi tillsammans."))


def _particulars(step: PlanStep) -> Iterator[str]:
    """Return who and when, then the extent; a day rather than "om två veckor", which soon means another day."""
    when = f"{WEEKDAYS[step.due.weekday()]} {day_month(step.due)}" if step.due else step.when
    first = " · ".join(words for words in (step.who, when) if words)
    if first:
        yield first
    if step.extent:
        yield f"{step.extent[0].upper()}{step.extent[1:]}"


def _block(head: Text, *lines: str | Text, indent: int = 0) -> Padding:
    rest = (Padding(line if isinstance(line, Text) else Text(line), (0, 0, 0, indent)) for line in lines)
    return Padding(Group(head, *rest), (0, 0, 2, 0))
