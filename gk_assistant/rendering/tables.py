"""Tables as lines: columns as wide as their words need, thin lines between the rows, never wider than the paper."""

from itertools import zip_longest

from gk_assistant.documents.model import Table
from gk_assistant.rendering.canvas import BLANK, Ink, Line, Span, line
from gk_assistant.rendering.characters import cells, pad, wrap

_GAP = "  "
_LEAST = 8
_LONGEST_WORD = 24
_EMPTY = 12


def draw(table: Table, width: int) -> list[Line]:
    """Return a table as lines; row by row under each other where the columns would be too narrow."""
    columns = max([len(table.header), *map(len, table.rows)], default=0)
    if not columns:
        return []
    header = _filled(table.header, columns)
    rows = [_filled(row, columns) for row in table.rows]
    lines = [line(text, Ink.STRONG) for text in wrap(table.caption, width) if text]
    columns_of_cells = list(zip(header, *rows, strict=True))
    wanted = [max(2, *map(_natural, column)) for column in columns_of_cells]
    words = [min(max(2, *map(_longest_word, column)), _LONGEST_WORD) for column in columns_of_cells]
    room = width - len(_GAP) * (columns - 1)
    if room < sum(min(size, _LEAST) for size in wanted):
        return lines + _stacked(header, rows, width)
    blank_form = any(_is_room_to_write(row) for row in rows)
    sizes = _shared(wanted, words, room, fill=blank_form)
    lines += [*_row(header, sizes, Ink.STRONG), _rule(sizes, "━")]
    drawn = [[*([BLANK] if _is_room_to_write(row) else []), *_row(row, sizes, Ink.PLAIN)] for row in rows]
    ruled = any(len(row) > 1 for row in drawn)
    for row in drawn:
        lines += [*row, _rule(sizes, "─")] if ruled else row
    return lines[:-1] if ruled and not blank_form else lines


def _filled(row: tuple[str, ...], columns: int) -> list[str]:
    return [*row, *[""] * (columns - len(row))]


def _is_room_to_write(row: list[str]) -> bool:
    return not any(cell.strip() for cell in row[1:])


def _natural(cell: str) -> int:
    return max(cells(" ".join(part.split())) for part in cell.split("\n"))


def _longest_word(cell: str) -> int:
    return max(map(cells, cell.split()), default=0)


def _shared(wanted: list[int], words: list[int], room: int, *, fill: bool) -> list[int]:
    """Return column widths that fit the room; a form to fill in takes all of it.

    The widest gives way first, and a column gives up its longest word only when no other has anything left to give.
    """
    sizes = [min(size, room) for size in wanted]
    while sum(sizes) > room:
        giving = [index for index, size in enumerate(sizes) if size > words[index]] or list(range(len(sizes)))
        sizes[max(giving, key=lambda index: sizes[index])] -= 1
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
