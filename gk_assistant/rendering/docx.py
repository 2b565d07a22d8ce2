"""A paper as DOCX: real styles, language set, header rows repeated; made in memory, to be gone on with in Word."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor
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
from gk_assistant.documents.plots import LinePlot
from gk_assistant.rendering import columns, docx_marks
from gk_assistant.rendering.blocks import unquoted
from gk_assistant.rendering.characters import cleaned
from gk_assistant.rendering.docx_tables import (
    NARROW,
    WIDTH,
    add_beside,
    add_boxes,
    add_gap,
    add_table,
    fill,
    label_width,
    one_line,
    trim_last_gap,
)
from gk_assistant.rendering.languages import is_right_to_left
from gk_assistant.rendering.marks import rows_instead
from gk_assistant.rendering.pdf.making import picture_pngs
from gk_assistant.rendering.room import chosen

FONT = "Calibri"
_DEEP = RGBColor(0x0B, 0x3D, 0x66)
_SIGN_TO, _DAY_FROM = 108, 116
_LINE, _LINE_AIR = 0.97, 0.08
_VERSION = 40
"""Letters of the version of a wording that the foot of a page has room for."""
_TICKED, _EMPTY_BOX = "☒", "☐"
_STYLES = (("Title", 11.0), ("Heading 1", 3.0), ("Heading 2", 1.0), ("Heading 3", 0.0))
"""How many points larger than the text a heading is."""
_SPARE, _SMALLEST = 1.125, 11

_Rest = Table | Ticks | Staircase | PlanTimeline | LinePlot | Boxes | WriteLines | SignatureLines | Legend


def to_docx(document: Document, *, made: datetime) -> bytes:
    """Return the paper as DOCX. ``made`` is the moment that stands in the file's properties."""
    return _Sheet(cleaned(document), made).bytes()


class _Sheet:
    """One Word document under way."""

    def __init__(self, paper: Document, made: datetime) -> None:
        self._paper = paper
        self._word = docx_marks.new_document()
        self._setting = chosen(paper, spare=_SPARE)
        self._size = self._setting.points
        self._small = max(self._size - 2, _SMALLEST if paper.audience is Audience.DELTAGAREN else 0)
        self._set_up(made)
        self._word.add_paragraph(one_line(paper.title), style="Title")
        if paper.subtitle.strip():
            fill(self._word.add_paragraph(style="Subtitle"), paper.subtitle)
        for block in paper.blocks:
            self._add(block)
        trim_last_gap(self._word)

    def bytes(self) -> bytes:
        """Return the file."""
        out = BytesIO()
        self._word.save(out)
        return out.getvalue()

    # The frame

    def _set_up(self, made: datetime) -> None:
        about = self._word.core_properties
        about.title, about.author, about.language = one_line(self._paper.title)[:255], "gk-assistant", self._paper.lang
        about.last_modified_by, about.comments = "gk-assistant", ""
        about.created = about.modified = made.replace(tzinfo=None, microsecond=0)
        page = self._word.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm((210 - WIDTH) / 2)
        page.top_margin, page.bottom_margin = Mm(19), Mm(16)
        page.header_distance, page.footer_distance = Mm(10), Mm(8)
        docx_marks.set_language(self._word, self._paper.lang)
        for name in ("Normal", "Subtitle", "List Bullet", "List Paragraph", "Quote"):
            self._text_style(name)
        for name, larger in _STYLES:
            self._heading_style(name, larger)
        if is_right_to_left(self._paper.lang):
            docx_marks.write_right_to_left(self._word)
        self._head_and_foot(page)

    def _text_style(self, name: str) -> None:
        style = self._word.styles[name]
        docx_marks.set_font(style, FONT)
        style.font.size = Pt(self._size + (1 if name == "Subtitle" else 0))
        style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
        style.font.italic = name == "Quote"
        style.paragraph_format.space_after = Pt(5 * self._setting.air)
        style.paragraph_format.line_spacing = _LINE + _LINE_AIR * self._setting.air

    def _heading_style(self, name: str, larger: float) -> None:
        style, air = self._word.styles[name], self._setting.air
        docx_marks.set_font(style, FONT)
        style.font.size, style.font.color.rgb, style.font.bold = Pt(self._size + larger), _DEEP, True
        if name == "Title":
            style.paragraph_format.space_after = Pt(6 * air)
        else:
            style.paragraph_format.space_before = Pt(self._size * 1.1 * air)
            style.paragraph_format.space_after = Pt(3 * air)

    def _head_and_foot(self, page: Any) -> None:  # noqa: ANN401 - python-docx's own type
        head, foot = page.header.paragraphs[0], page.footer.paragraphs[0]
        for line, name in ((head, "Header"), (foot, "Footer")):
            # The style's own stops in the middle and at the right of a letter-size page would come first.
            self._word.styles[name].paragraph_format.tab_stops.clear_all()
            line.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        head.add_run(self._paper.class_line).bold = True
        head.add_run(f"\t{one_line(self._paper.title)[:80]}")
        frame = self._paper.frame
        version = f"{one_line(frame.version)[:_VERSION]} · " if frame.version.strip() else ""
        foot.add_run(f"{one_line(self._paper.remarks)}\t{version}{one_line(frame.page)} ")
        docx_marks.add_field(foot, "PAGE")
        foot.add_run(f" {one_line(frame.of)} ")
        docx_marks.add_field(foot, "NUMPAGES")

    # The blocks

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                if block.text.strip():
                    line = self._word.add_heading(one_line(block.text), level=block.level)
                    line.paragraph_format.page_break_before = block.new_page or None
            case Paragraph():
                line = self._text(block.text)
                if line is not None and block.quiet:
                    for run in line.runs:
                        run.font.size = Pt(self._small)
            case Bullets():
                self._bullets(block)
            case Quote():
                who = f" – {block.who}" if block.who.strip() else ""
                self._text(f"”{unquoted(block.text)}”{who}", style="Quote")
            case Facts():
                self._facts(block)
            case _:
                self._table_or_form(block)

    def _table_or_form(self, block: _Rest) -> None:
        match block:
            case Table():
                self._label(block.caption)
                add_table(self._word, block)
            case Ticks():
                self._ticks(block)
            case Staircase() | PlanTimeline() | LinePlot():
                self._picture(block)
            case Boxes():
                add_boxes(self._word, block, size=self._size)
            case WriteLines():
                self._label(block.label)
                self._lines(block.count)
            case SignatureLines():
                for name in block.names:
                    self._signature(name)
            case Legend():
                self._label(block.label)
                self._grid(list(block.pairs), thin=NARROW)

    def _text(self, text: str, style: str | None = None) -> WordParagraph | None:
        if not text.strip():
            return None
        line: WordParagraph = self._word.add_paragraph(style=style)
        fill(line, text)
        return line

    def _label(self, text: str) -> None:
        if text.strip():
            line = self._word.add_paragraph()
            line.add_run(text).bold = True
            line.paragraph_format.keep_with_next = True

    def _bullets(self, block: Bullets) -> None:
        self._label(block.label)
        for item in block.items:
            line = self._word.add_paragraph(style="List Paragraph" if block.sign else "List Bullet")
            line.paragraph_format.space_after = Pt(2)
            if block.sign:
                line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(6), Mm(-6)
            fill(line, f"{block.sign}\t{item}" if block.sign else item)

    def _lines(self, count: int) -> None:
        for _ in range(count):
            line = self._word.add_paragraph()
            line.paragraph_format.space_before = Pt(10 * self._setting.air)
            docx_marks.underline(line)

    def _signature(self, name: str) -> None:
        line = self._word.add_paragraph()
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(22), Pt(0)
        line.paragraph_format.keep_with_next = True
        docx_marks.add_stretches(line, (Mm(_SIGN_TO), True), (Mm(_DAY_FROM), False), (Mm(WIDTH), True))
        under = self._word.add_paragraph()
        under.paragraph_format.tab_stops.add_tab_stop(Mm(_DAY_FROM))
        under.add_run(f"{one_line(name)}\t{one_line(self._paper.frame.day)}").font.size = Pt(self._small)

    def _facts(self, block: Facts) -> None:
        if columns.beside(block):
            add_beside(self._word, [one.label for one in block.pairs], size=self._size)
        else:
            self._grid([(one.label, one.value) for one in block.pairs])

    def _grid(self, pairs: Sequence[tuple[str, str]], thin: int | None = None) -> None:
        if not pairs:
            return
        labels = thin or label_width([label for label, _ in pairs], self._size)
        table = self._word.add_table(rows=0, cols=2)
        table.autofit = False
        for label, value in pairs:
            row = table.add_row()
            left, right = row.cells
            left.width, right.width = Mm(labels), Mm(WIDTH - labels)
            left.paragraphs[0].add_run(label).bold = True
            if value.strip():
                fill(right.paragraphs[0], value)
            else:
                docx_marks.underline(right.paragraphs[0])
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        for column, width in zip(table.columns, (labels, WIDTH - labels), strict=True):
            column.width = Mm(width)
        add_gap(self._word)

    def _ticks(self, block: Ticks) -> None:
        self._label(block.caption)
        for tick in block.items:
            detail = f"\t{tick.detail} {block.detail_title.lower()}" if tick.detail.strip() else ""
            line = self._word.add_paragraph()
            line.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
            line.add_run(_TICKED if tick.crossed else _EMPTY_BOX).font.size = Pt(self._size + (0 if tick.minor else 2))
            words = line.add_run(f" {tick.text}{detail}")
            line.paragraph_format.left_indent = Mm(10 if tick.minor else 0)
            line.paragraph_format.space_after = Pt(2 * self._setting.air)
            if tick.minor:
                words.font.size = Pt(self._small)

    def _picture(self, block: Staircase | PlanTimeline | LinePlot) -> None:
        pictures = picture_pngs(block, self._setting)
        for picture, alt in pictures:
            shape = self._word.add_picture(BytesIO(picture), width=Mm(WIDTH))
            docx_marks.set_alt(shape, alt, one_line(self._paper.title))
        if not pictures and isinstance(block, PlanTimeline):
            self._bullets(Bullets(items=tuple(rows_instead(block))))
