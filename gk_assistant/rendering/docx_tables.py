"""Tables and boxes of a Word document, and text put in their cells."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from gk_assistant.documents.model import Box, Boxes, Table
from gk_assistant.rendering import columns, docx_marks

# ruff: noqa: ANN401  # python-docx's own types are not public

WIDTH = 170
"""Millimetres between the margins."""
NARROW = 20
_NUMBERS = 11
_LETTER, _EDGES = 0.19, 6
"""Millimetres that a letter of a label needs for each point of its size, and that the edges of its cell need."""
_LABELS = (24, 62)
"""Millimetres that a column of labels has at least and at most."""
_ROOM = "\n"
_MAY_BREAK = "\u200b"
_LARGE_SIGN, _LARGE_TITLE = 24, 14
_BOX_HEIGHT = 38
_COLUMNS_TO_SHOW, _COLUMNS_TO_WRITE = 3, 2


def add_table(word: Any, block: Table) -> None:
    """Add a table: its header row repeated, its columns as wide as their words need."""
    names = columns.header(block)
    if not names:
        return
    table = word.add_table(rows=1, cols=len(names), style="Table Grid")
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
        docx_marks.shade(cell, "#ececec")
    docx_marks.repeat_row(table.rows[0])
    for texts in block.rows:
        row = table.add_row()
        docx_marks.keep_whole(row)
        empty = not any(text.strip() for text in texts[1:])
        for cell, text in zip(row.cells, columns.filled(texts, len(names)), strict=True):
            fill(cell.paragraphs[0], text or (_ROOM if empty else ""))
    _set_widths(table, block)
    add_gap(word)


def _set_widths(table: Any, block: Table) -> None:
    shares = columns.shares(block)
    thin = [_NUMBERS if name == columns.NUMBER else NARROW for name in columns.header(block)]
    kept = sum(least for share, least in zip(shares, thin, strict=True) if not share)
    rest = (WIDTH - kept) / (sum(shares) or 1)
    widths = [Mm(share * rest if share else least) for share, least in zip(shares, thin, strict=True)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def add_boxes(word: Any, block: Boxes, *, size: float) -> None:
    """Add the rutor: shaded, to look at and point to, or with lines to write on."""
    if not block.boxes:
        return
    wide = _COLUMNS_TO_WRITE if any(box.lines for box in block.boxes) else _COLUMNS_TO_SHOW
    table = word.add_table(rows=0, cols=wide, style="Table Grid")
    for at in range(0, len(block.boxes), wide):
        row = table.add_row()
        docx_marks.keep_whole(row)
        row.height, row.height_rule = Mm(_BOX_HEIGHT), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, box in zip(row.cells, block.boxes[at : at + wide], strict=False):
            _box(cell, box, size)
    add_gap(word)


def _box(cell: Any, box: Box, size: float) -> None:
    line = cell.paragraphs[0]
    line.add_run(f"{box.sign} ").font.size = Pt(_LARGE_SIGN if not box.lines else _LARGE_TITLE)
    title = line.add_run(box.title.replace("/", f"/{_MAY_BREAK}") + (f" ({box.key})" if box.key.strip() else ""))
    title.bold, title.font.size = True, Pt(_LARGE_TITLE if not box.lines else size)
    if box.light and not box.lines:
        docx_marks.shade(cell, box.light)
    if box.text.strip():
        fill(cell.add_paragraph(), box.text)
    for _ in range(box.lines):
        docx_marks.underline(cell.add_paragraph())


def label_width(labels: Sequence[str], size: float) -> int:
    """Return how many millimetres wide a column is that holds labels of some size in points."""
    least, most = _LABELS
    return int(min(max(max(map(len, labels)) * _LETTER * size + _EDGES, least), most))


def add_beside(word: Any, labels: Sequence[str], *, size: float) -> None:
    """Add a few labels beside each other, each with a line to write on as wide as there is room for."""
    thin = [len(label) * _LETTER * size + _EDGES for label in labels]
    rest = (WIDTH - sum(thin)) / len(labels)
    table = word.add_table(rows=1, cols=2 * len(labels))
    table.autofit = False
    widths = [Mm(width) for label in thin for width in (label, rest)]
    cells = table.rows[0].cells
    for cell, column, width in zip(cells, table.columns, widths, strict=True):
        cell.width = column.width = width
    for label, named, line in zip(labels, cells[::2], cells[1::2], strict=True):
        named.paragraphs[0].add_run(label).bold = True
        docx_marks.underline(line.paragraphs[0])
    add_gap(word)


def add_gap(word: Any) -> None:
    """Part a table from what follows: two tables with nothing between them would become one."""
    line = word.add_paragraph()
    line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing = Pt(8)


def trim_last_gap(word: Any) -> None:
    """Make a gap at the very end, which a file must have after a table, too low to need a page of its own."""
    last = word.element.body.xpath("./w:p")[-1:]
    if last and not last[0].xpath(".//w:t | .//w:drawing") and word.element.body[-2] is last[0]:
        Paragraph(last[0], word).paragraph_format.line_spacing = Pt(1)


def one_line(text: str) -> str:
    """Return a text without line ends."""
    return " ".join(text.split())


def fill(line: Paragraph, text: str) -> None:
    """Put text in a paragraph; its line ends stay line ends, and its tabs tabs."""
    line.add_run(text)
