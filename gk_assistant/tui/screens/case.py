"""The case's own page: what it is, its consents and its meetings, one row each; Enter changes the lit one."""

from collections.abc import Callable, Iterable
from typing import ClassVar, cast

from rich.table import Table
from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gk_assistant.conversation.way import Place, next_step
from gk_assistant.domain.meetings import Meeting
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.case_meetings import CaseMeetings
from gk_assistant.tui.screens.case_rows import Row, Section, What, all_rows, sections
from gk_assistant.tui.widgets.colours import tone

LABEL_WIDTH = 17
WIDE = 100


class CaseList(OptionList):
    """The rows; the keys are the screen's own, so that they stand in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.ARENDE))


class CaseScreen(CaseMeetings, GkScreen):
    """The open case's page."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.ARENDE,)
    PLACE: ClassVar[Place | None] = Place.ARENDE
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.ARENDE))
    CSS_PATH = "case.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it
    HELP = "Ställ dig på en rad och tryck Enter för att ändra den. Allt sparas genast. Dagar skrivs som du säger dem."

    def __init__(self) -> None:
        """Begin without rows."""
        super().__init__()
        self._rows: dict[str, Row] = {}

    def body(self) -> Iterable[Widget]:
        """Lay out the rows, and more about the lit one beside or below."""
        about = VerticalScroll(Static("", id="about", markup=False), id="side", can_focus=False)
        yield Horizontal(CaseList(id="rows"), about, id="page")

    def on_mount(self) -> None:
        """Draw, and take the focus."""
        super().on_mount()
        self.query_one("#rows").focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh_all())

    # Drawing

    def refresh_all(self) -> None:
        """Draw every row; the lit one stays lit, or the one that has taken its place."""
        case, desk = self.desk.case, self.desk
        page = sections(case, desk.bank, desk.now())
        lit = self.lit_row()
        rows = self.query_one("#rows", CaseList)
        at = rows.highlighted or 1
        self._rows = {row.id: row for row in all_rows(page)}
        rows.set_options(self._options(page))
        ids = [option.id for option in rows.options]
        if lit is not None and lit.id in ids:
            rows.highlighted = ids.index(lit.id)
        else:
            near = min(at, len(ids) - 1)
            rows.highlighted = near if ids[near] is not None else near + 1
        self._show_about()
        step = next_step(case, desk.today()).what
        self.title_line(f"{case.label} · Ärendet", f"Nästa steg: {step[:1].lower()}{step[1:]}")

    def _options(self, page: Iterable[Section]) -> Iterable[Option]:
        app = cast("App[str]", self.app)
        for number, section in enumerate(page):
            heading = Text(("\n" if number else "") + section.title, style=f"bold {tone(app, 'lit')}")
            yield Option(heading, disabled=True)
            for row in section.rows:
                yield Option(self._prompt(row), id=row.id)

    @staticmethod
    def _prompt(row: Row) -> Table:
        prompt = Table.grid(padding=(0, 1, 0, 0), expand=True)
        prompt.add_column(width=LABEL_WIDTH)
        prompt.add_column(ratio=1)
        value = Text(row.value, overflow="fold", style="bold" if row.warn else "")
        if row.warn:
            value = Text.assemble(("! ", "bold"), value)
        prompt.add_row(Text(row.label), value)
        return prompt

    def lit_row(self) -> Row | None:
        """Return the lit row."""
        rows = self.query_one("#rows", CaseList)
        if rows.highlighted is None:
            return None
        return self._rows.get(rows.get_option_at_index(rows.highlighted).id or "")

    def light(self, what: What, meeting: str | None = None) -> None:
        """Go to a row."""
        rows = self.query_one("#rows", CaseList)
        for index, option in enumerate(rows.options):
            row = self._rows.get(option.id or "")
            if row is not None and row.what is what and row.meeting == meeting:
                rows.highlighted = index

    def _show_about(self) -> None:
        row = self.lit_row()
        self.query_one("#about", Static).update(row.about if row else "")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say more about the lit row, and keep the first heading in sight."""
        self._show_about()
        if event.option_index == 1:
            event.option_list.scroll_home(animate=False)

    def on_option_list_option_selected(self) -> None:
        """Change a row that was clicked."""
        self.action_change()

    # Commands

    def action_change(self) -> None:
        """Change the lit row."""
        row = self.lit_row()
        if row is None:
            return
        self.say("")
        if row.consent is not None:
            self.ask_consent(row.consent)
        elif row.meeting is not None:
            self._change_meeting(row, self.desk.case.meeting(row.meeting))
        else:
            steps = {
                What.ETIKETT: self.ask_label,
                What.ERSATTNING: self.ask_kind,
                What.SGI: self.ask_sgi,
                What.BEGARAN: self.ask_request,
            }
            steps[row.what]()

    def _change_meeting(self, row: Row, meeting: Meeting) -> None:
        match row.what:
            case What.DAG:
                self.ask_day(meeting)
            case What.TID:
                self.ask_time(meeting)
            case What.PLATS:
                self.ask_place(meeting)
            case What.LAGG_TILL:
                self.ask_person(meeting)
            case What.NARVARANDE:
                self.ask_about_person(meeting, row.person or 0)
            case What.LAGE:
                self.ask_state(meeting)
            case What.BESLUT:
                self.app.open_place(Place.REFLEKTION)  # type: ignore[attr-defined]
            case _:
                self.say(row.about)

    def action_remove(self) -> None:
        """Take away what the lit row is about."""
        row = self.lit_row()
        step = self._removal(row) if row is not None else None
        if row is None or step is None:
            self.say("Den raden går inte att ta bort. Enter ändrar den.")
            return
        if self.carry_out(step):
            self.say("Borttaget. Ctrl+Z tar tillbaka det.")

    def _removal(self, row: Row) -> Callable[[], object] | None:
        keeping, consent, meeting = self.keeping, row.consent, row.meeting
        if consent is not None:
            return lambda: keeping.clear_consent(consent)
        if row.what is What.BEGARAN:
            return lambda: keeping.set_request_day(None)
        if meeting is None:
            return None
        steps: dict[What, Callable[[], object]] = {
            What.DAG: lambda: keeping.set_day(meeting, None),
            What.TID: lambda: keeping.set_time(meeting, ""),
            What.PLATS: lambda: keeping.set_place(meeting, ""),
            What.NARVARANDE: lambda: keeping.drop_participant(meeting, row.person or 0),
            What.LAGE: lambda: keeping.drop_meeting(meeting),
        }
        return steps.get(row.what)

    def action_new_meeting(self) -> None:
        """Add a meeting; there is never a cap at two."""
        self.ask_new_meeting()

    def action_talk(self) -> None:
        """Open the next meeting's talk."""
        self.app.open_place(Place.SAMTAL)  # type: ignore[attr-defined]

    def open_transfer(self, meeting: Meeting) -> None:
        """Open the paper way for a meeting."""
        from gk_assistant.tui.screens.transfer import TransferScreen  # noqa: PLC0415 - rarely needed

        self.app.push_screen(TransferScreen(meeting.id))

    def action_papers(self) -> None:
        """Open the papers."""
        self.app.open_place(Place.PAPPER)  # type: ignore[attr-defined]

    def action_undo(self) -> None:
        """Take back the latest step."""
        self.undo_and_say(self.desk.undo)

    def action_redo(self) -> None:
        """Do it again."""
        self.undo_and_say(self.desk.redo, again=True)
