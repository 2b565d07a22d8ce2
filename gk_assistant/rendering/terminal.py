"""A paper as a rich renderable. The only module of the floor that knows rich.

Text reaches the terminal as finished segments, never as markup, so ``[bold]`` in a note is six characters.
"""

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.style import Style

from gk_assistant.documents.model import Document
from gk_assistant.rendering.canvas import Ink, Span
from gk_assistant.rendering.layout import laid_out

_WIDEST = 118
_SMALLEST = 24

# Dark text on the pale grounds; outside them the terminal's own colours, so that any theme stays legible.
_ON_PAINT = "#101820"
_STYLES: dict[Ink, Style] = {
    Ink.PLAIN: Style(),
    Ink.TITLE: Style(bold=True, underline=True),
    Ink.HEADING: Style(bold=True),
    Ink.STRONG: Style(bold=True),
    Ink.FAINT: Style(),
    Ink.QUOTE: Style(italic=True),
    Ink.CROSS: Style(bold=True, color=_ON_PAINT, bgcolor="#ffd84d"),
    Ink.FRAME: Style(),
    Ink.SIGN: Style(bold=True),
    Ink.INTERNT: Style(bold=True, color="#ffffff", bgcolor="#7a1d1d"),
    Ink.DELTAGAREN: Style(bold=True, color="#ffffff", bgcolor="#17501f"),
    Ink.AKTEN: Style(bold=True, color="#ffffff", bgcolor="#123a6b"),
}


class TerminalPaper:
    """A laid-out paper that fits itself to the console it is printed on."""

    def __init__(self, document: Document) -> None:
        """Take the paper."""
        self._document = document

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the paper's lines as segments."""
        del console
        for line in laid_out(self._document, min(options.max_width, _WIDEST)):
            for span in line:
                yield Segment(span.text, _style(span))
            yield Segment.line()

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Say how narrow and how wide it can be."""
        del console
        widest = min(options.max_width, _WIDEST)
        return Measurement(min(_SMALLEST, widest), widest)


def to_terminal(document: Document) -> TerminalPaper:
    """Return the paper as something to print on a rich console or show in a widget."""
    return TerminalPaper(document)


def _style(span: Span) -> Style:
    style = _STYLES[span.ink]
    return style + Style(color=_ON_PAINT, bgcolor=span.paint) if span.paint else style
