"""Tables as lines: columns as wide as their words need, thin lines between the rows, never wider than the paper."""

from itertools import zip_longest

from gk_assistant.documents.model import Table
from gk_assistant.rendering.canvas import BLANK, Ink, Line, Span, line
from gk_assistant.rendering.characters import cells, pad, wrap

_GAP = "  "
_LEAST = 8
_EMPTY = 12


def draw(table: Table, width: int) -> list[Line]:
    """Return a table as lines; row by row under each other where the columns would be too narrow."""
    columns = max([len(table.header), *map(len, table.rows)], default=0)
    if not columns:
        return []
    header = _filled(table.header, columns)
    rows = [_filled(row, columns) for row in table.rows]
    lines = [line(text, Ink.STRONG) for text in wrap(table.caption, width) if text]
    wanted = [max(2, *(_natural(cell) for cell in column)) for column in zip(header, *rows, strict=True)]
    room = width - len(_GAP) * (columns - 1)
    if room < sum(min(size, _LEAST) for size in wanted):
        return lines + _stacked(header, rows, width)
    blank_form = any(_is_room_to_write(row) for row in rows)
    sizes = _shared(wanted, room, fill=blank_form)
    lines += [*_row(header, sizes, Ink.STRONG), _rule(sizes, "━")]
    for row in rows:
        lines += [*([BLANK] if _is_room_to_write(row) else []), *_row(row, sizes, Ink.PLAIN), _rule(sizes, "─")]
    return lines


def _filled(row: tuple[str, ...], columns: int) -> list[str]:
    return [*row, *[""] * (columns - len(row))]


def _is_room_to_write(row: list[str]) -> bool:
    return not any(cell.strip() for cell in row[1:])


def _natural(cell: str) -> int:
    return max(cells(" ".join(part.split())) for part in cell.split("\n"))


def _shared(wanted: list[int], room: int, *, fill: bool) -> list[int]:
    """Return column widths that fit the room: the widest give way first; a form to fill in takes all the room."""
    sizes = list(wanted)
    while sum(sizes) > room:
        widest = max(range(len(sizes)), key=lambda index: sizes[index])
        others = [size for index, size in enumerate(sizes) if index != widest]
        target = max(*others, _LEAST) if others else room
        over = sum(sizes) - room
        sizes[widest] -= max(1, min(over, sizes[widest] - target))
    if fill:
        growing = [index for index, size in enumerate(sizes) if size > 2] or [0]  # noqa: PLR2004 - not the numbers
        for turn in range(room - sum(sizes)):
            sizes[growing[turn % len(growing)]] += 1
    return sizes


def _row(row: list[str], sizes: list[int], ink: Ink) -> list[Line]:
    columns = [wrap(cell, size) for cell, size in zip(row, sizes, strict=True)]
    lines: list[Line] = []
    for parts in zip_longest(*columns, fillvalue=""):
        text = _GAP.join(pad(part, size) for part, size in zip(parts, sizes, strict=True))
        lines.append((Span(text.rstrip(), ink),) if text.strip() else BLANK)
    return lines


def _rule(sizes: list[int], char: str) -> Line:
    return (Span(_GAP.join(char * size for size in sizes), Ink.FRAME),)


def _stacked(header: list[str], rows: list[list[str]], width: int) -> list[Line]:
    lines: list[Line] = []
    for row in rows:
        for label, cell in zip(header, row, strict=True):
            said = f"{label}: {cell}" if label.strip() else cell
            lines.extend(line(text) for text in wrap(said, width) if text)
        lines.append((Span("─" * min(width, _EMPTY), Ink.FRAME),))
    return lines
