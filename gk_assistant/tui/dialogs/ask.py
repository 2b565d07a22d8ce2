"""Ask for one line, or for a longer text."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, TextArea

from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.dialogs.dialog import Dialog
from gk_assistant.tui.guarded import guarded

Check = Callable[[str], str | None]
"""Looks at an answer: ``None`` when it will do, else a Swedish sentence that says what is wrong."""


class Ask(Dialog[str | None]):
    """Gives the line that was written, or ``None`` when it was closed. A refused answer stays to be mended.

    A day or a time that stands there is given anew as soon as one types; words are gone on with.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.DIALOG))
    CSS_PATH = "dialogs.tcss"

    def __init__(self, title: str, *, value: str = "", hint: str = "", check: Check | None = None) -> None:
        """Ask ``title``; ``hint`` stands below the line."""
        super().__init__()
        self._title = title
        self._value = value
        self._hint = hint
        self._check = check

    def compose(self) -> ComposeResult:
        """Lay out title, line and hint."""
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="dialog-title", markup=False)
            yield Input(value=self._value, id="answer", compact=True, select_on_focus=is_figures(self._value))
            yield Label(self._hint, classes="dialog-hint", id="hint", markup=False)
            yield Label("Enter sparar · Esc stänger", classes="dialog-hint")

    def on_mount(self) -> None:
        """Take the focus."""
        self.query_one("#answer").focus()
        self.query_one("#hint").display = bool(self._hint)

    def on_input_submitted(self) -> None:
        """Give the answer."""
        self.action_answer()

    def action_answer(self) -> None:
        """Give the answer, or say why it will not do."""
        if self.answered:
            return
        answer = self.query_one("#answer", Input).value.strip()
        wrong = self._check(answer) if self._check else None
        if wrong is None:
            self.dismiss(answer)
            return
        hint = self.query_one("#hint", Label)
        hint.update(wrong)
        hint.display = True
        hint.add_class("wrong")

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class AskLong(Dialog[str | None]):
    """Gives a longer text; Esc keeps what was written, since nothing typed may be lost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f10", "answer", "Klar", show=False, id="dialog.klar")]
    CSS_PATH = "dialogs.tcss"

    def __init__(self, title: str, *, value: str = "") -> None:
        """Ask ``title``."""
        super().__init__()
        self.heading = title
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out title and text."""
        with Vertical(classes="dialog long"):
            yield Label(self.heading, classes="dialog-title", markup=False)
            yield TextArea(self._value, id="answer", soft_wrap=True, compact=True, highlight_cursor_line=False)
            yield Label("Esc sparar och stänger · Ctrl+Z ångrar", classes="dialog-hint")

    def on_mount(self) -> None:
        """Take the focus at the end of the text; what was being written when the program stopped is there again."""
        area = self.query_one("#answer", TextArea)
        area.text = guarded(self).draft(self.heading) or area.text
        area.focus()
        area.move_cursor(area.document.end)

    def action_answer(self) -> None:
        """Give the text."""
        self.dismiss(self.query_one("#answer", TextArea).text.strip())


def is_figures(value: str) -> bool:
    """Whether a value is a day, a time or a number: "3/12 2026", "10.00-11.15"."""
    return any(sign.isdigit() for sign in value) and not any(sign.isalpha() for sign in value)
