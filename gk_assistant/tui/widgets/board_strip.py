"""The board as one row, where there is no room for it in full: every ruta's key, its sign and how it stands."""

from typing import cast

from rich.text import Text
from textual.app import App
from textual.widgets import Static

from gk_assistant.conversation.coverage import BoxStatus
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.meetings import RutaState
from gk_assistant.tui.widgets.colours import ruta_style, tone
from gk_assistant.tui.wording import STATES


class BoardStrip(Static):
    """The rutor in a row."""

    def show(self, bank: Bank, rows: tuple[BoxStatus, ...], current: str | None) -> None:
        """Draw the rutor; ``current`` is the id of the one that the talk is in, which stands between arrows."""
        app = cast("App[str]", self.app)
        text = Text(no_wrap=True, overflow="ellipsis")
        for row in rows:
            sign, _ = STATES[row.state]
            here = row.ruta.id == current
            touched = row.state is not RutaState.ORORD
            text.append("►" if here else " ", style=f"bold {tone(app, 'lit')}")
            text.append(row.ruta.key, style=ruta_style(app, bank, row.ruta))
            text.append(f"{sign} ", style=f"bold {tone(app, 'good')}" if touched else tone(app, "quiet"))
        self.update(text)
