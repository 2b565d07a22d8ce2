"""What python-docx has no words for: language, fields, repeated header rows, shades, alt text, lines to write on."""

from functools import cache
from io import BytesIO
from typing import Any, Final

import docx
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.text.paragraph import Paragraph

# ruff: noqa: SLF001, ANN401  # all of this is the XML below python-docx, whose parts have no public types


_USED: Final = frozenset(
    {
        "Normal",
        "Default Paragraph Font",
        "Normal Table",
        "No List",
        *("Title", "Title Char", "Subtitle", "Subtitle Char", "Quote", "Quote Char"),
        *(name for level in (1, 2, 3) for name in (f"heading {level}", f"Heading {level} Char")),
        *("header", "Header Char", "footer", "Footer Char"),
        *("List Bullet", "List Paragraph", "Table Grid"),
    }
)
"""The styles that our papers use, by their names in the file; python-docx brings 164, and looks through them all."""


_UNUSED_PARTS: Final = frozenset({"stylesWithEffects", "thumbnail", "customXml"})
"""The template's parts for Word of 2010, its picture of itself, and its data: half a megabyte in another language."""


def new_document() -> Any:
    """Return an empty document with the styles that a paper needs."""
    return docx.Document(BytesIO(_empty()))


@cache
def _empty() -> bytes:
    word = docx.Document()
    styles = word.styles.element
    for style in list(styles.iter(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in _USED:
            styles.remove(style)
    for latent in list(styles.iter(qn("w:latentStyles"))):
        styles.remove(latent)
    for rels in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _UNUSED_PARTS]:
            rels.pop(key)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def set_language(word: Any, lang: str) -> None:
    """Set the language of the whole document: of its defaults, and of every style that names one."""
    defaults = word.styles.element.find(qn("w:docDefaults"))
    marks = list(word.styles.element.iter(qn("w:lang")))
    if not marks:
        mark = OxmlElement("w:lang")
        defaults.find(qn("w:rPrDefault")).find(qn("w:rPr")).append(mark)
        marks = [mark]
    for mark in marks:
        for name in ("val", "eastAsia", "bidi"):
            mark.set(qn(f"w:{name}"), lang)
    for theme in word.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), lang)


def set_font(style: Any, font: str) -> None:
    """Give a style a font by name, and let no theme say otherwise."""
    style.font.name = font
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), font)


def write_right_to_left(word: Any) -> None:
    """Let the usual paragraphs run from right to left."""
    word.styles["Normal"].element.get_or_add_pPr().append(OxmlElement("w:bidi"))


def add_field(line: Paragraph, name: str) -> None:
    """Add a field, such as the number of the page."""
    run = line.add_run()
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)


def repeat_row(row: Any) -> None:
    """Let a header row come again on each page, and be read out as one."""
    _add_to_row(row, "w:tblHeader")


def keep_whole(row: Any) -> None:
    """Let a row stay on one page."""
    _add_to_row(row, "w:cantSplit")


def _add_to_row(row: Any, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def shade(cell: Any, colour: str) -> None:
    """Fill a cell with a colour, ``#rrggbb``."""
    mark = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour.removeprefix("#"))):
        mark.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(mark)


def set_alt(shape: Any, words: str, title: str) -> None:
    """Say what a picture shows."""
    about = shape._inline.docPr
    about.set("descr", words)
    about.set("title", title)


def underline(line: Paragraph) -> None:
    """Let a paragraph be a line to write on, as wide as its cell or page; its foot is drawn as a border."""
    border = OxmlElement("w:pBdr")
    foot = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "808080")):
        foot.set(qn(f"w:{name}"), value)
    # Between neighbours that look the same Word draws no foot, but this.
    between = OxmlElement("w:between")
    for name, value in foot.attrib.items():
        between.set(name, value)
    border.append(foot)
    border.append(between)
    line._p.get_or_add_pPr().insert_element_before(
        border, *(f"w:{name}" for name in ("shd", "tabs", "spacing", "ind", "jc", "rPr"))
    )


def add_stretches(line: Paragraph, *stops: tuple[Length, bool]) -> None:
    """Add stretches to a line, each up to a place and drawn or empty."""
    for place, drawn in stops:
        leader = WD_TAB_LEADER.LINES if drawn else WD_TAB_LEADER.SPACES
        alignment = WD_TAB_ALIGNMENT.RIGHT if drawn else WD_TAB_ALIGNMENT.LEFT
        line.paragraph_format.tab_stops.add_tab_stop(place, alignment, leader)
        line.add_run("\t")
