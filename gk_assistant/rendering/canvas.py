"""Lines of inked text: what a laid-out paper is before a form gives it its looks, and a grid to draw pictures on."""

from dataclasses import dataclass
from enum import StrEnum, auto

from gk_assistant.rendering.characters import char_cells, cut


class Ink(StrEnum):
    """What a piece of text is, so that a form can choose its looks."""

    PLAIN = auto()
    TITLE = auto()
    HEADING = auto()
    STRONG = auto()
    FAINT = auto()
    QUOTE = auto()
    CROSS = auto()
    FRAME = auto()
    SIGN = auto()
    INTERNT = auto()
    DELTAGAREN = auto()
    AKTEN = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text; ``paint`` is a ground colour ``#rrggbb`` under dark text, or none."""

    text: str
    ink: Ink = Ink.PLAIN
    paint: str = ""


Line = tuple[Span, ...]

BLANK: Line = ()


def line(text: str, ink: Ink = Ink.PLAIN, *, indent: int = 0) -> Line:
    """Return one line of one ink."""
    return (Span(" " * indent), Span(text, ink)) if indent else (Span(text, ink),)


def rule(width: int, char: str = "─") -> Line:
    """Return a thin line across."""
    return (Span(char * width, Ink.FAINT),)


class Grid:
    """A drawing board of cells. What falls outside is not drawn; what is put later lies on top."""

    def __init__(self, width: int, height: int) -> None:
        """Make an empty board."""
        self._width = width
        self._rows: list[list[Span]] = [[Span(" ")] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, ink: Ink = Ink.PLAIN) -> None:
        """Write text from a cell to the right, on the ground that is there."""
        if not 0 <= y < len(self._rows):
            return
        row = self._rows[y]
        last: int | None = None
        for char in text:
            size = char_cells(char)
            if size == 0:
                if last is not None:
                    row[last] = Span(row[last].text + char, ink, row[last].paint)
                continue
            if x < 0 or x + size > self._width:
                return
            row[x] = Span(char, ink, row[x].paint)
            if size > 1:
                row[x + 1] = Span("", ink, row[x + 1].paint)
            last = x
            x += size

    def column(self, x: int, top: int, bottom: int, char: str, ink: Ink = Ink.FRAME) -> None:
        """Draw a line down, both ends included."""
        for y in range(top, bottom + 1):
            self.put(x, y, char, ink)

    def fill(self, x: int, y: int, width: int, paint: str) -> None:
        """Paint the ground of some cells of a row."""
        row = self._rows[y]
        for at in range(max(x, 0), min(x + width, self._width)):
            row[at] = Span(row[at].text, row[at].ink, paint)

    def lines(self) -> list[Line]:
        """Return what has been drawn, without blanks at the ends."""
        return [_joined(row) for row in self._rows]


def _joined(row: list[Span]) -> Line:
    end = len(row)
    while end and row[end - 1].text == " " and not row[end - 1].paint:
        end -= 1
    spans: list[Span] = []
    for cell in row[:end]:
        if spans and (spans[-1].ink, spans[-1].paint) == (cell.ink, cell.paint):
            spans[-1] = Span(spans[-1].text + cell.text, cell.ink, cell.paint)
        else:
            spans.append(cell)
    return tuple(spans)


def fold(lines: list[Line], width: int) -> list[Line]:
    """Return the lines with everything past a width moved to a line of its own: the last resort of tiny screens."""
    folded: list[Line] = []
    for whole in lines:
        left = width
        row: list[Span] = []
        for span in whole:
            text = span.text
            while text:
                part, text = cut(text, left)
                if part:
                    row.append(Span(part, span.ink, span.paint))
                    left -= sum(char_cells(char) for char in part)
                elif left == width:  # not even one character fits
                    text = text[1:]
                if text:
                    folded.append(tuple(row))
                    row, left = [], width
        folded.append(tuple(row))
    return folded
