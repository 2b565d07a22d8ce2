"""Mina ärenden: every case with its next step."""

import gc
from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

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
        self._cases: dict[str, Case] = {}
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
        self._cases = {case.id: case for case in shelf.cases}
        self._damaged = shelf.damaged
        rows = self.query_one("#cases", OptionList)
        lit = self._lit_id()
        today = self.desk.today()
        rows.set_options(
            [
                *(Option(_case_row(case, next_step(case, today).what), id=case.id) for case in shelf.cases),
                *(Option(_damaged_row(file), id=f"skadad-{n}") for n, file in enumerate(shelf.damaged)),
            ]
        )
        if rows.option_count:
            ids = [option.id for option in rows.options]
            rows.highlighted = ids.index(lit) if lit in ids else 0
        count = len(shelf.cases)
        fictive = "  ·  påhittade ärenden" if self.services.demo else ""
        self.title_line(f"Mina ärenden{fictive}", f"{count} ärende{'n' if count != 1 else ''}")
        if not rows.option_count:
            self.query_one("#about", Static).update("")
            self.say("Här är tomt. Tryck n för ett nytt ärende.")

    def _lit_id(self) -> str | None:
        rows = self.query_one("#cases", OptionList)
        at = rows.highlighted
        return rows.get_option_at_index(at).id if at is not None else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the lit case holds."""
        about = self.query_one("#about", Static)
        case = self._cases.get(event.option.id or "")
        if case is not None:
            about.update(self._about(case))
        elif event.option.id:
            file = self._damaged[int(event.option.id.removeprefix("skadad-"))]
            about.update(f"{file.file}\n\n{file.fault}\n\n{file.cure}")

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
        if lit not in self._cases:
            file = self._damaged[int(lit.removeprefix("skadad-"))]
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

    def action_search(self) -> None:
        """Find a case by its label."""
        from gk_assistant.tui.dialogs.pick import Choice, Pick  # noqa: PLC0415 - not needed to paint

        cases = self._cases.values()
        choices = [Choice(id=case.id, title=case.label, remark=case.kind.value.upper()) for case in cases]

        def found(chosen: str | None) -> None:
            rows = self.query_one("#cases", OptionList)
            if chosen is not None:
                rows.highlighted = [option.id for option in rows.options].index(chosen)

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


def _case_row(case: Case, what: str) -> Text:
    text = Text(f"{case.label}", style="bold")
    text.append(f"  {case.kind.value.upper() if case.kind is not CaseKind.ANNAN else ''}", style="not bold")
    text.append(f"\n  {what}", style="not bold")
    return text


def _damaged_row(file: DamagedCase) -> Text:
    text = Text(f"! {file.file}", style="bold")
    text.append("\n  Filen går inte att läsa", style="not bold")
    return text
