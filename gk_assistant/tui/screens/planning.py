"""Planering: the trappa, the needs, the plan and the outcome, four parts of one screen."""

from collections.abc import Iterable
from typing import ClassVar, cast

from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static

from gk_assistant.conversation.planning import Planning
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.way import Place, latest
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.planning_behov import BehovPart
from gk_assistant.tui.screens.planning_part import Asking, Part
from gk_assistant.tui.screens.planning_plan import PlanPart
from gk_assistant.tui.screens.planning_trappa import TrappaPart
from gk_assistant.tui.screens.planning_utfall import UtfallPart
from gk_assistant.tui.widgets.colours import tone
from gk_assistant.tui.widgets.staircase import Staircase

PARTS: dict[str, tuple[str, type[Part]]] = {
    "trappa": ("F2", TrappaPart),
    "behov": ("F3", BehovPart),
    "plan": ("F4", PlanPart),
    "utfall": ("F5", UtfallPart),
}
ROWS_ABOVE_AND_BELOW = 5
"""The line on top, the tabs, the footer, and room for a word."""
HISTORY = 5
"""Rows of the history that should be seen under the stairs."""


class PlanRows(OptionList):
    """The rows of a part; the arrows left and right belong to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.PLANERING))


class PlanningScreen(GkScreen):
    """The planning of the open case, in its latest meeting."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.PLANERING,)
    PLACE: ClassVar[Place | None] = Place.PLANERING
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.PLANERING))
    CSS_PATH = "planning.tcss"
    HELP = (
        "Fyra delar: F2 Trappan, F3 Behov, F4 Planen, F5 Utfall. Enter ändrar raden du står på. "
        "Trappan är till för egen bedömning och samtal, aldrig ett villkor. Stegens texter är ett förslag "
        "och går att byta ut. I frågor med flera val sätter en tangent ett √, och samma tangent tar bort det."
    )

    def body(self) -> Iterable[Widget]:
        """Lay out the tab line, the stairs, the rows and what is to be said about them."""
        yield Static("", id="parts")
        yield Staircase("", id="stairs")
        yield PlanRows(id="rows")
        yield Static("", id="warnings", markup=False)
        yield Static("", id="remarks", markup=False)

    def on_mount(self) -> None:
        """Begin with the deltagare's own thoughts, or where the work has come."""
        case = self.desk.case
        meeting = latest(case)
        planning = Planning(self.desk, meeting.id if meeting else None)
        self.meeting = meeting
        self.planning = planning
        self.parts = {name: kind(planning) for name, (_, kind) in PARTS.items()}
        self.at = first_part(case, meeting)
        super().on_mount()
        self._rows.focus()
        self._light(None)

    # Drawing

    @property
    def part(self) -> Part:
        """The part that is on."""
        return self.parts[self.at]

    @property
    def _rows(self) -> PlanRows:
        return self.query_one("#rows", PlanRows)

    def refresh_all(self) -> None:
        """Draw the part that is on; the lit row stays lit."""
        lit = self._lit()
        where = f"{self.meeting.title} · Planering" if self.meeting else "Planering"
        kind = self.desk.case.kind.value.upper()
        self.title_line(f"{self.desk.case.label} · {where}", "" if kind == "ANNAN" else kind)
        self._draw_parts()
        self._draw_stairs()
        self._rows.set_options(self.part.rows(self.size.width - 2))
        self._say_below("#warnings", self.part.warnings())
        self._say_below("#remarks", self.part.remarks())
        self._light(lit)

    def _draw_parts(self) -> None:
        app = cast("App[str]", self.app)
        line = Text(no_wrap=True)
        for name, (key, _) in PARTS.items():
            part = self.parts[name]
            words = f" {key} {part.title} {part.count()}".rstrip() + " "
            on = name == self.at
            line.append(f"›{words}" if on else f" {words}", self._tab_style(app) if on else "")
            line.append(" ")
        self.query_one("#parts", Static).update(line)

    @staticmethod
    def _tab_style(app: App[str]) -> str:
        return f"bold {tone(app, 'on-lit')} on {tone(app, 'lit')}"

    def _draw_stairs(self) -> None:
        drawing = self.query_one("#stairs", Staircase)
        drawing.display = self.at == "trappa"
        if drawing.display:
            room = self.size.height - ROWS_ABOVE_AND_BELOW - HISTORY
            case = self.desk.case
            drawing.show(self.desk.bank.trappa, case.placements, width=self.size.width, height=room)

    def _say_below(self, name: str, sentences: tuple[str, ...]) -> None:
        label = self.query_one(name, Static)
        label.update("  ".join(sentences))
        label.display = bool(sentences)

    def on_resize(self) -> None:
        """Draw for the new size."""
        if self.is_mounted:
            self.refresh_all()

    # Where one is

    def _lit(self) -> str | None:
        at = self._rows.highlighted
        return self._rows.get_option_at_index(at).id if at is not None else None

    def _light(self, row: str | None) -> None:
        """Light a row; without one the first, in the history the last."""
        ids = [option.id for option in self._rows.options]
        if row in ids:
            self._rows.highlighted = ids.index(row)
        elif ids:
            self._rows.highlighted = len(ids) - 1 if self.at == "trappa" else 0

    def action_part(self, name: str) -> None:
        """Turn to a part."""
        self.at = name
        self.say("")
        self.refresh_all()
        self._rows.focus()

    def action_turn(self, step: int) -> None:
        """Turn to the part beside."""
        names = list(PARTS)
        self.action_part(names[(names.index(self.at) + step) % len(names)])

    # Changing

    def _hold(self, asking: Asking, answer: str | None = None) -> None:
        """Carry a row of questions on, a dialog at a time."""
        try:
            dialog = asking.send(answer)
        except StopIteration as end:
            self.refresh_all()
            self._light(end.value or self._lit())
        except StoreFault as fault:
            self.refresh_all()
            self.say(str(fault), "error")
        else:
            self.app.push_screen(dialog, lambda given: self._hold(asking, given))

    def on_option_list_option_selected(self) -> None:
        """Change the row that was clicked."""
        self.action_change()

    def action_change(self) -> None:
        """Change the lit row."""
        self.say("")
        lit = self._lit()
        if lit is not None:
            self._hold(self.part.change(lit))

    def action_add(self) -> None:
        """Add a placement, a need, a step or a requirement."""
        self.say("")
        self._hold(self.part.add())

    def action_remove(self) -> None:
        """Take the lit row away."""
        lit = self._lit()
        done = self.attempt(lambda: self.part.remove(lit)) if lit is not None else None
        if done is not None:
            self._stay_near(done)

    def _stay_near(self, words: str) -> None:
        """Draw anew and keep the light where it was, though the row is gone."""
        at = self._rows.highlighted or 0
        self.refresh_all()
        if self._rows.option_count:
            self._rows.highlighted = min(at, self._rows.option_count - 1)
        self.say(words)

    def action_swap_kind(self) -> None:
        """Turn a need into an adaptation, or back."""
        part, lit = self.part, self._lit()
        if not isinstance(part, BehovPart):
            self.say("Det gäller behoven. Tryck F3.")
            return
        words = self.attempt(lambda: part.swap_kind(lit or ""))
        if words is not None:
            self.refresh_all()
            self.say(words)

    def action_shift(self, places: int) -> None:
        """Move a step up or down."""
        part, lit = self.part, self._lit()
        if not isinstance(part, PlanPart):
            self.say("Det gäller planens steg. Tryck F4.")
            return
        moved = self.attempt(lambda: part.shift(lit or "", places))
        if moved:
            self.say("")
            self.refresh_all()
        elif moved is not None:
            self.say("Ställ dig på ett steg först.")

    def action_new_round(self) -> None:
        """Begin a new plan; the one in force is kept."""
        if self.desk.case.plan is None:
            self.action_part("plan")
            self.say("Planen är ny. Börja med målet.")
            return
        choices = (Choice(id="ja", title="Ja, börja på en ny", key="j"), Choice(id="nej", title="Nej", key="n"))

        def answered(chosen: str | None) -> None:
            if chosen == "ja" and self.attempt(self.planning.new_round) is not None:
                self.action_part("plan")
                self.say("En ny plan, med samma mål. Den förra finns kvar. Ctrl+Z tar tillbaka.")

        self.app.push_screen(Pick("Börja på en ny plan? Den förra finns kvar.", choices), answered)

    def action_undo(self) -> None:
        """Take back the latest step."""
        self.undo_and_say(self.desk.undo)

    def action_redo(self) -> None:
        """Do it again."""
        self.undo_and_say(self.desk.redo, again=True)

    # Elsewhere

    def action_large(self) -> None:
        """Show the plan large."""
        from gk_assistant.tui.screens.planning_large import LargePlanScreen  # noqa: PLC0415 - only when asked for

        self.say("")
        self.app.push_screen(LargePlanScreen(self.planning.plan()))

    def action_papers(self) -> None:
        """Open the papers."""
        self.app.open_place(Place.PAPPER)  # type: ignore[attr-defined]


def first_part(case: Case, meeting: Meeting | None) -> str:
    """Return where to begin: with the trappa, or with the plan or outcome when the meeting has come so far."""
    planned = case.plan is not None and meeting is not None and case.plan.meeting == meeting.id
    if not planned or meeting is None:
        return "trappa"
    return "utfall" if meeting.ended_at is not None and case.outcome is None else "plan"
