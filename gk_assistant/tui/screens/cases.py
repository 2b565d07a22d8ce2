"""Mina ärenden: every case with its next step."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gk_assistant.conversation.case_rows import CaseRow
from gk_assistant.conversation.coverage import board
from gk_assistant.conversation.desk import proper_label
from gk_assistant.conversation.ports import DamagedCase, StoreFault
from gk_assistant.conversation.way import Place, latest, next_step
from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.domain.meetings import RutaState
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.wording import CASE_KINDS, day_words, small

WIDE = 100
WINDOW = 100
"""So many rows are laid out at a time: each costs Textual 0.26 ms before the first paint."""
NEAR = 20
"""More rows come when the lit one is this near the last."""
_BAD = "skadad-"


class CaseList(OptionList):
    """The cases; it holds the screen's keys, so that Enter is among those shown."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.ARENDEN))


class CasesScreen(GkScreen):
    """The list of cases; Enter goes on where one was."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.ARENDEN,)
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.ARENDEN))
    CSS_PATH = "cases.tcss"
    HELP = "Ett ärende är en persons väg genom kartläggningen. Enter öppnar det där det är dags att fortsätta."

    def __init__(self) -> None:
        """Begin with an empty list."""
        super().__init__()
        self._rows: Sequence[CaseRow] = ()
        self._waiting: Iterator[CaseRow] = iter(())
        self._damaged: tuple[DamagedCase, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Lay out the list and, where there is room, what the lit case holds."""
        yield Horizontal(CaseList(id="cases"), Static("", id="about", markup=False), id="shelf")

    def on_mount(self) -> None:
        """Take the focus, and say what the start had to say."""
        super().on_mount()
        self.query_one("#cases").focus()
        complaints = (*getattr(self.app, "complaints", ()), self.services.settings.complaint)
        words = " ".join(filter(None, (self.desk.store.read_only, *complaints)))
        if words:
            self.say(words, "warn")

    def on_show(self) -> None:
        """Collect cycles again once the first screen is painted (see ``bootstrap.run_app``)."""
        gc.freeze()
        gc.enable()

    def refresh_all(self) -> None:
        """Read the folder anew; the lit case stays lit."""
        shelf = self.attempt(self.desk.shelf)
        if shelf is None:
            return
        self._rows, self._damaged = shelf.rows, shelf.damaged
        self._fill(self._lit_id())
        rows = self.query_one("#cases", OptionList)
        count = len(shelf.rows)
        fictive = "  ·  påhittade ärenden" if self.services.demo else ""
        self.title_line(f"Mina ärenden{fictive}", f"{count} ärende{'n' if count != 1 else ''}")
        if not rows.option_count:
            self.query_one("#about", Static).update("")
            self.say("Här är tomt. Tryck n för ett nytt ärende.")

    def _fill(self, lit: str | None) -> None:
        """Show the first rows with one of them lit; a case further down comes on top. The others come as one goes down.

        Bad files stand last; where that is out of sight they stand first.
        """
        rows = self.query_one("#cases", OptionList)
        bad = [Option(_damaged_row(file), id=f"{_BAD}{n}") for n, file in enumerate(self._damaged)]
        many = len(self._rows) > WINDOW
        begin = list(self._rows[:WINDOW])
        rest = self._rows[WINDOW:]
        if lit is not None and many and all(row.id != lit for row in begin):
            begin = [*(row for row in rest if row.id == lit), *begin]
            rest = [row for row in rest if row.id != lit]
        self._waiting = iter(rest)
        cases = self._options(begin)
        rows.set_options([*bad, *cases] if many else [*cases, *bad])
        if rows.option_count:
            ids = [option.id for option in rows.options]
            rows.highlighted = ids.index(lit) if lit in ids else 0

    def _options(self, rows: Iterable[CaseRow]) -> list[Option]:
        today = self.desk.today()
        return [Option(_case_row(row, row.stage.on(today).what), id=row.id) for row in rows]

    def _lit_id(self) -> str | None:
        rows = self.query_one("#cases", OptionList)
        at = rows.highlighted
        return rows.get_option_at_index(at).id if at is not None else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the lit case holds."""
        about = self.query_one("#about", Static)
        lit = event.option.id or ""
        if lit.startswith(_BAD):
            file = self._damaged[int(lit.removeprefix(_BAD))]
            about.update(f"{file.file}\n\n{file.fault}\n\n{file.cure}")
        elif lit:
            try:
                about.update(self._about(self.desk.store.load(lit)))
            except StoreFault as fault:
                about.update(str(fault))
        if event.option_index >= event.option_list.option_count - NEAR:
            event.option_list.add_options(self._options(islice(self._waiting, WINDOW)))

    def _about(self, case: Case) -> str:
        step = next_step(case, self.desk.today())
        lines = [case.label, CASE_KINDS[case.kind], "", step.where, f"Nästa steg: {small(step.what)}"]
        meeting = latest(case)
        if meeting is not None:
            states = [status.state for status in board(self.desk.bank, meeting)]
            touched = sum(state is not RutaState.ORORD for state in states)
            lines += ["", f"{meeting.title}: {day_words(meeting.day)} {meeting.time}".rstrip()]
            lines.append(f"{touched} av {len(states)} rutor berörda")
        lines.append(f"{len(case.notes)} anteckningar")
        if case.plan is not None:
            lines.append(f"Plan till {day_words(case.plan.end)}")
        return "\n".join(lines)

    def on_option_list_option_selected(self) -> None:
        """Go on with the case."""
        self.action_next_step()

    def _open_lit(self) -> bool:
        lit = self._lit_id()
        if lit is None:
            self.say("Det finns inget ärende att öppna. Tryck n för ett nytt.")
            return False
        if lit.startswith(_BAD):
            file = self._damaged[int(lit.removeprefix(_BAD))]
            self.say(f"{file.fault} {file.cure}", "error")
            return False
        return self.attempt(lambda: self.desk.open(lit)) is not None

    def _go(self, place: Place) -> None:
        if self._open_lit():
            self.say("")
            self.app.open_place(place)  # type: ignore[attr-defined]

    def action_next_step(self) -> None:
        """Open the case where it is time to go on."""
        if self._open_lit():
            self.say("")
            self.app.open_next_step()  # type: ignore[attr-defined]

    def action_case(self) -> None:
        """Open the case's own page."""
        self._go(Place.ARENDE)

    def action_talk(self) -> None:
        """Open the next meeting."""
        self._go(Place.SAMTAL)

    def action_reflection(self) -> None:
        """Open the reflection."""
        self._go(Place.REFLEKTION)

    def action_planning(self) -> None:
        """Open the planning."""
        self._go(Place.PLANERING)

    def action_papers(self) -> None:
        """Open the papers."""
        self._go(Place.PAPPER)

    def action_transfer(self) -> None:
        """Open the paper way."""
        if self._open_lit():
            from gk_assistant.tui.screens.transfer import TransferScreen  # noqa: PLC0415 - rarely needed

            self.app.push_screen(TransferScreen())

    def action_practise(self) -> None:
        """Open the people to practise on."""
        self.say("")
        self.app.open_practice()  # type: ignore[attr-defined]

    def action_search(self) -> None:
        """Find a case by its label."""
        from gk_assistant.tui.dialogs.pick import Choice, Pick  # noqa: PLC0415 - not needed to paint

        choices = [Choice(id=row.id, title=row.label, remark=row.kind.value.upper()) for row in self._rows]

        def found(chosen: str | None) -> None:
            if chosen is not None:
                self._fill(chosen)

        self.app.push_screen(Pick("Sök ärende", choices, search=True), found)

    def action_new_case(self) -> None:
        """Make a case: a label, a kind, and the talk can begin."""
        from gk_assistant.tui.dialogs.ask import Ask  # noqa: PLC0415 - not needed to paint
        from gk_assistant.tui.dialogs.pick import Choice, Pick  # noqa: PLC0415 - not needed to paint

        def labelled(label: str | None) -> None:
            if label is None:
                return
            kinds = [
                Choice(id=kind.value, title=words, key=key)
                for (kind, words), key in zip(CASE_KINDS.items(), "sao", strict=True)
            ]
            self.app.push_screen(Pick("Vilken ersättning?", kinds), lambda kind: self._make(label, kind))

        hint = "Välj ett ord du känner igen. Skriv inte personnummer."
        self.app.push_screen(Ask("Etikett på ärendet", hint=hint, check=_label_check), labelled)

    def _make(self, label: str, kind: str | None) -> None:
        if kind is None:
            return
        if self.attempt(lambda: self.desk.new_case(label=label, kind=CaseKind(kind))) is not None:
            self.say("")
            self.app.open_place(Place.SAMTAL)  # type: ignore[attr-defined]


def _label_check(label: str) -> str | None:
    try:
        proper_label(label)
    except StoreFault as fault:
        return str(fault)
    return None


def _case_row(row: CaseRow, what: str) -> Text:
    text = Text(f"{row.label}", style="bold")
    text.append(f"  {row.kind.value.upper() if row.kind is not CaseKind.ANNAN else ''}", style="not bold")
    text.append(f"\n  {what}", style="not bold")
    return text


def _damaged_row(file: DamagedCase) -> Text:
    text = Text(f"! {file.file}", style="bold")
    text.append("\n  Filen går inte att läsa", style="not bold")
    return text
