"""A Word file read back as structure: the style and the words of every paragraph, rows, cells, pictures, lines."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

_RULE = "_____"


def structure(paper: bytes) -> str:
    """Return a Word file as lines: head, body in order, foot; a cell of a row is told after ``|``."""
    word = docx.Document(BytesIO(paper))
    section = word.sections[0]
    parts = (("head", section.header), ("body", word), ("foot", section.footer))
    return "\n".join(row for name, part in parts for row in (f"-- {name} --", *_rows(part))) + "\n"


def _rows(part: Any) -> Iterator[str]:  # noqa: ANN401 - the document, a header or a footer
    for block in part.iter_inner_content():
        if isinstance(block, Table):
            yield f"[table: {len(block.rows)} rows, {len(block.columns)} columns{_marks(block)}]"
            for row in block.rows:
                yield "".join(f"| {_cell(cell)} " for cell in row.cells) + "|"
        elif (words := _words(block)) or _drawn(block):
            yield f"{_style(block)}: {words or _drawn(block)}"
        else:
            yield "[gap]"


def _style(line: Paragraph) -> str:
    name = line.style.name if line.style is not None and line.style.name else "?"
    indent = line.paragraph_format.left_indent
    bold = " (bold)" if line.runs and all(run.bold for run in line.runs) and name == "Normal" else ""
    return f"{name}{bold}{' (in)' if indent else ''}"


def _words(line: Paragraph) -> str:
    """Return a paragraph's words; a field is told by its name, a tab as ``→``, a line end as ``/``."""
    told = ""
    for part in line._p.iter():
        if part.tag == qn("w:instrText"):
            told += f"[{(part.text or '').strip()}]"
        elif part.tag == qn("w:t"):
            told += part.text or ""
        elif part.tag == qn("w:tab") and part.getparent().tag == qn("w:r"):
            told += " → "
        elif part.tag == qn("w:br"):
            told += " / "
        elif part.tag == qn("wp:docPr"):
            told += f"[picture, {part.get('title')}: {part.get('descr')}]"
    return told.strip(" ")


def _drawn(line: Paragraph) -> str:
    return _RULE if line._p.find(f".//{qn('w:pBdr')}") is not None else ""


def _cell(cell: Any) -> str:  # noqa: ANN401 - python-docx's own type
    colour = cell._tc.find(f".//{qn('w:shd')}")
    shade = f" ({colour.get(qn('w:fill'))})" if colour is not None else ""
    return " / ".join(_words(line) or _drawn(line) for line in cell.paragraphs) + shade


def _marks(table: Table) -> str:
    first = table.rows[0]._tr if table.rows else None
    repeated = first is not None and first.find(f".//{qn('w:tblHeader')}") is not None
    return ", header repeated" if repeated else ""
