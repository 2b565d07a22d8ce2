"""What to ask: one question, large and readable at a glance, and at most three follow-ups."""

from typing import cast

from rich.console import Group
from rich.text import Text
from textual.app import App
from textual.widgets import Static

from gk_assistant.conversation.talk import Offer
from gk_assistant.domain.bank import Stodord
from gk_assistant.domain.notes import sign_of
from gk_assistant.tui.widgets.colours import tone


class Asking(Static):
    """The question and its follow-ups; the one being asked is lit. ``why`` shows each one's reason."""

    def show(self, offer: Offer, *, why: bool, way_in: str, nothing: str) -> None:
        """Draw the offer; ``way_in`` is a gentle way in to show above, ``nothing`` what to say without a question."""
        app = cast("App[str]", self.app)
        if not offer.all:
            self.update(Text(nothing, style="bold"))
            return
        rows: list[Text] = []
        if way_in:
            rows.append(Text(way_in, style=f"italic {tone(app, 'second')}"))
        for number, suggestion in enumerate(offer.all):
            lit = number == offer.lit % len(offer.all)
            text = Text("▌ " if lit else "› ", style=f"bold {tone(app, 'lit')}" if lit else tone(app, "quiet"))
            text.append(
                suggestion.text, style=f"bold {tone(app, 'lit' if lit else 'ink')}" if lit else tone(app, "ink")
            )
            if why:
                text.append(f"  ({suggestion.reason})", style=f"not bold italic {tone(app, 'quiet')}")
            rows.append(text)
        self.update(Group(*rows))


class Chips(Static):
    """The stödord of the number keys, packed into rows; one that would need a fourth row is left out."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__("", id=id)
        self._chips: tuple[Stodord, ...] = ()

    def show(self, chips: tuple[Stodord, ...]) -> None:
        """Draw the stödord with their keys and marks."""
        self._chips = chips
        self._draw()

    def on_resize(self) -> None:
        """Pack anew for the new width."""
        self._draw()

    def _draw(self) -> None:
        app = cast("App[str]", self.app)
        number_style = f"bold {tone(app, 'second')}"
        words = [f"{sign_of(chip.mark) if chip.mark else ''}{chip.text}" for chip in self._chips]
        rows = packed([len(word) + 2 for word in words], self.content_size.width or 54)
        lines = []
        for row in rows[:ROWS]:
            line = Text(no_wrap=True, overflow="ellipsis")
            for place, index in enumerate(row):
                line.append(" " * GAP if place else "")
                line.append(f"{index + 1} ", style=number_style)
                line.append(words[index])
            lines.append(line)
        self.update(Group(*lines))


ROWS = 3
GAP = 2


def packed(widths: list[int], room: int) -> list[list[int]]:
    """Return the indexes of things of some widths in rows of ``room`` columns, in order."""
    rows: list[list[int]] = []
    used = room + 1
    for index, width in enumerate(widths):
        if used + width > room:
            rows.append([])
            used = 0
        rows[-1].append(index)
        used += width + GAP
    return rows
