"""Tell several lines at once, to be read and closed."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label, Static

from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.dialogs.dialog import Dialog


class Told(Dialog[None]):
    """Lines under a title. Enter and Esc close."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.DIALOG))
    CSS_PATH = "dialogs.tcss"

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        """Tell ``lines``, each a stretch of its own."""
        super().__init__()
        self._title = title
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        """Lay out title and lines."""
        with Vertical(classes="dialog told"):
            yield Label(self._title, classes="dialog-title", markup=False)
            with VerticalScroll(id="told"):
                for line in self._lines:
                    yield Static(line, classes="told-line", markup=False)
            yield Label("↑ ↓ bläddrar · Esc stänger", classes="dialog-hint")

    def on_mount(self) -> None:
        """Take the focus, so that the arrows scroll."""
        self.query_one("#told").focus()

    def action_answer(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
