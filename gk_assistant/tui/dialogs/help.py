"""The help, made from the command table: it cannot say anything that is not so."""

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label, Static

from gk_assistant.tui.commands import Command, Scope, bindings, commands, key_words
from gk_assistant.tui.dialogs.dialog import Dialog


class Help(Dialog[None]):
    """All keys of the places at hand. ``keys`` are the user's own, where a command has been re-mapped."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.DIALOG))
    CSS_PATH = "dialogs.tcss"

    def __init__(self, scopes: Sequence[Scope], keys: dict[str, str], extra: str = "") -> None:
        """Show the commands of ``scopes``; ``extra`` is said first."""
        super().__init__()
        self._scopes = tuple(scopes)
        self._keys = keys
        self._extra = extra

    def compose(self) -> ComposeResult:
        """Lay out a table for each place."""
        with Vertical(classes="dialog wide"):
            yield Label("Hjälp", classes="dialog-title")
            with VerticalScroll(id="help"):
                if self._extra:
                    yield Static(self._extra, classes="help-extra", markup=False)
                for scope in self._scopes:
                    yield Label(scope.value, classes="help-scope", markup=False)
                    yield Static(self._table(commands(scope)), classes="help-table")
            yield Label("↑ ↓ bläddrar · Esc stänger", classes="dialog-hint")

    def on_mount(self) -> None:
        """Take the focus, so that the arrows scroll."""
        self.query_one("#help").focus()

    def _table(self, rows: Sequence[Command]) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=16)
        table.add_column()
        for command in rows:
            keys = key_words(self._keys.get(command.id, command.key))
            text = f"{command.title}. {command.help}" if command.help else f"{command.title}."
            table.add_row(keys, text)
        return table

    def action_answer(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
