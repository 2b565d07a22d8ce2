"""The board: every ruta with its key, sign and state; the map of the talk, always in sight."""

from typing import cast

from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import App
from textual.message import Message
from textual.widgets import Static

from gk_assistant.conversation.coverage import BoxStatus
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.meetings import RutaState
from gk_assistant.tui.widgets.colours import ruta_style, tone
from gk_assistant.tui.wording import STATES


class Board(Static):
    """The rutor in a column; a click opens one."""

    class Chosen(Message):
        """A ruta was clicked."""

        def __init__(self, ruta: str) -> None:
            """Say which."""
            super().__init__()
            self.ruta = ruta

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__("", id=id)
        self._rows: tuple[BoxStatus, ...] = ()

    def show(self, bank: Bank, rows: tuple[BoxStatus, ...], current: str | None) -> None:
        """Draw the rutor; ``current`` is the id of the one on screen."""
        self._rows = rows
        app = cast("App[str]", self.app)
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=3)
        table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
        table.add_column(width=4, justify="right", no_wrap=True)
        table.expand = True
        for row in rows:
            here = row.ruta.id == current
            table.add_row(
                Text(f"{row.ruta.key} {row.ruta.sign}", style=ruta_style(app, bank, row.ruta)),
                Text(row.ruta.short, style=f"bold reverse {tone(app, 'lit')}" if here else ""),
                _state(app, row),
            )
        legend = " ".join(f"{sign}{word}" for sign, word in STATES.values())
        self.update(_column(table, Text(""), Text(legend, style=tone(app, "quiet"))))

    def on_click(self, event: events.Click) -> None:
        """Open the ruta under the pointer."""
        if 0 <= event.y < len(self._rows):
            self.post_message(self.Chosen(self._rows[event.y].ruta.id))


def _state(app: App[str], row: BoxStatus) -> Text:
    sign, _ = STATES[row.state]
    style = tone(app, "quiet") if row.state is RutaState.ORORD else f"bold {tone(app, 'good')}"
    return Text(f"{row.notes or ''} {sign}", style=style)


def _column(*parts: Table | Text) -> Table:
    column = Table.grid(expand=True)
    for part in parts:
        column.add_row(part)
    return column
