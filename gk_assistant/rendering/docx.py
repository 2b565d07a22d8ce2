"""A paper as DOCX: real styles, language set, header rows repeated; made in memory, to be gone on with in Word."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from gk_assistant.documents.model import (
    Audience,
    Block,
    Boxes,
    Bullets,
    Document,
    Facts,
    Heading,
    Legend,
    Paragraph,
    PlanTimeline,
    Quote,
    SignatureLines,
    Staircase,
    Table,
    Ticks,
    WriteLines,
)
from gk_assistant.rendering.blocks import unquoted
from gk_assistant.rendering.characters import cleaned
from gk_assistant.rendering.pdf.making import picture_png

FONT = "Calibri"
_DEEP = RGBColor(0x0B, 0x3D, 0x66)
_TEXT_WIDTH = Mm(170)
_TICKED, _EMPTY_BOX = "☒", "☐"
_WRITE = "\t"


def to_docx(document: Document, *, made: datetime) -> bytes:
    """Return the paper as DOCX. ``made`` is the moment that stands in the file's properties."""
    return _Sheet(cleaned(document), made).bytes()


class _Sheet:
    """One Word document under way."""

    def __init__(self, paper: Document, made: datetime) -> None:
        self._paper = paper
        self._word = docx.Document()
        self._size = 12 if paper.audience is Audience.DELTAGAREN else 10.5
        self._set_up(made)
        self._word.add_paragraph(_one_line(paper.title), style="Title")
        if paper.subtitle.strip():
            self._word.add_paragraph(paper.subtitle, style="Subtitle")
        for block in paper.blocks:
            self._add(block)

    def bytes(self) -> bytes:
        """Return the file."""
        out = BytesIO()
        self._word.save(out)
        return out.getvalue()

    # The frame

    def _set_up(self, made: datetime) -> None:
        about = self._word.core_properties
        about.title, about.author, about.language = self._paper.title, "gk-assistant", self._paper.lang
        about.last_modified_by, about.comments = "gk-assistant", ""
        about.created = about.modified = made.replace(tzinfo=None)
        page = self._word.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(20)
        page.top_margin, page.bottom_margin = Mm(22), Mm(18)
        for style, size in (("Normal", self._size), ("Title", 24), ("Heading 1", 16), ("Heading 2", 13)):
            self._style(style, size)
        self._word.styles["Subtitle"].font.color.rgb = None
        self._style("Subtitle", self._size + 1)
        self._head_and_foot(page)

    def _style(self, name: str, size: float) -> None:
        style = self._word.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        element = style.element.get_or_add_rPr()
        fonts = element.get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        lang = OxmlElement("w:lang")
        lang.set(qn("w:val"), self._paper.lang)
        element.append(lang)
        if name.startswith(("Heading", "Title")):
            style.font.color.rgb = _DEEP
        else:
            style.paragraph_format.space_after = Pt(5)

    def _head_and_foot(self, page: Any) -> None:  # noqa: ANN401 - python-docx's own type
        head = page.header.paragraphs[0]
        head.text = f"{self._paper.audience.line}\t{_one_line(self._paper.title)}"
        foot = page.footer.paragraphs[0]
        foot.text = f"{self._paper.remark}\tSida "
        _field(foot, "PAGE")
        foot.add_run(" av ")
        _field(foot, "NUMPAGES")
        for line in (head, foot):
            line.paragraph_format.tab_stops.clear_all()
            line.paragraph_format.tab_stops.add_tab_stop(_TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)

    # The blocks

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                if block.text.strip():
                    self._word.add_heading(_one_line(block.text), level=block.level)
            case Paragraph():
                self._text(block.text)
            case Bullets():
                self._bullets(block)
            case Quote():
                self._text(f"”{unquoted(block.text)}”", style="Intense Quote")
                if block.who.strip():
                    self._text(f"– {block.who}")
            case Facts():
                self._grid([(one.label, one.value) for one in block.pairs])
            case Table():
                self._table(block)
            case Ticks():
                self._ticks(block)
            case _:
                self._picture_or_form(block)

    def _picture_or_form(self, block: Staircase | PlanTimeline | Boxes | WriteLines | SignatureLines | Legend) -> None:
        match block:
            case Staircase() | PlanTimeline():
                self._picture(block)
            case Boxes():
                for box in block.boxes:
                    key = f" ({box.key})" if box.key.strip() else ""
                    self._label(f"{box.sign} {box.title}{key}")
                    self._text(box.text)
                    self._lines(box.lines)
            case WriteLines():
                self._label(block.label)
                self._lines(block.count)
            case SignatureLines():
                for name in block.names:
                    self._lines(1)
                    self._text(f"{name}, ort och dag")
            case Legend():
                self._label(block.label)
                self._grid(list(block.pairs))

    def _text(self, words: str, style: str | None = None) -> None:
        if words.strip():
            _fill(self._word.add_paragraph(style=style), words)

    def _label(self, words: str) -> None:
        if words.strip():
            line = self._word.add_paragraph()
            line.add_run(words).bold = True
            line.paragraph_format.keep_with_next = True

    def _bullets(self, block: Bullets) -> None:
        self._label(block.label)
        for item in block.items:
            words = f"{block.sign} {item}" if block.sign else item
            _fill(self._word.add_paragraph(style="List Bullet"), words)

    def _lines(self, count: int) -> None:
        """Add empty lines to write on: a tab with a leader, so that they hold in any width."""
        for _ in range(count):
            line = self._word.add_paragraph(_WRITE)
            line.paragraph_format.tab_stops.add_tab_stop(_TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
            line.paragraph_format.space_before = Pt(10)

    def _grid(self, pairs: Sequence[tuple[str, str]]) -> None:
        if not pairs:
            return
        table = self._word.add_table(rows=0, cols=2)
        for label, value in pairs:
            left, right = table.add_row().cells
            left.width, right.width = Mm(52), Mm(118)
            left.paragraphs[0].add_run(label).bold = True
            _fill(right.paragraphs[0], value or "_" * 40)

    def _table(self, block: Table) -> None:
        columns = max([len(block.header), *map(len, block.rows)], default=0)
        if not columns:
            return
        self._label(block.caption)
        table = self._word.add_table(rows=1, cols=columns, style="Table Grid")
        head = [*block.header, *[""] * (columns - len(block.header))]
        for at, (cell, words) in enumerate(zip(table.rows[0].cells, head, strict=True)):
            cell.paragraphs[0].add_run(words or ("Nr" if at == 0 else "")).bold = True
        _repeat(table.rows[0])
        for row in block.rows:
            for cell, words in zip(table.add_row().cells, row, strict=False):
                _fill(cell.paragraphs[0], words)
        if not head[0].strip():
            _narrow([row.cells[0] for row in table.rows])

    def _ticks(self, block: Ticks) -> None:
        self._label(block.caption)
        for tick in block.items:
            detail = f" ({tick.detail} {block.detail_title.lower()})" if tick.detail.strip() else ""
            box = _TICKED if tick.crossed else _EMPTY_BOX
            line = self._word.add_paragraph()
            _fill(line, f"{box} {tick.text}{detail}")
            line.paragraph_format.left_indent = Mm(10 if tick.minor else 0)
            line.paragraph_format.space_after = Pt(2)

    def _picture(self, block: Staircase | PlanTimeline) -> None:
        shape = self._word.add_picture(BytesIO(picture_png(block)), width=_TEXT_WIDTH)
        shape._inline.docPr.set("descr", block.alt)  # noqa: SLF001 - python-docx has no alt text yet


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _fill(line: WordParagraph, words: str) -> None:
    """Put text in a paragraph; its line ends stay line ends."""
    for at, row in enumerate(words.split("\n")):
        run = line.add_run()
        if at:
            run.add_break()
        run.add_text(row)


def _field(line: WordParagraph, name: str) -> None:
    run = line.add_run()
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)  # noqa: SLF001 - nor fields


def _repeat(row: Any) -> None:  # noqa: ANN401 - python-docx's own type
    """Let a header row come again on each page, and be read out as one."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - nor header rows


def _narrow(cells: Sequence[_Cell]) -> None:
    for cell in cells:
        cell.width = Mm(10)
