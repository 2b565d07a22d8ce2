"""Read a paper back out of its file, and what should be found there."""

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from page import ValidationProfile, validate_pdf_bytes
from pypdf import PdfReader

from gk_assistant.documents.model import (
    Block,
    Boxes,
    Bullets,
    Document,
    Facts,
    Heading,
    Legend,
    Paragraph,
    Quote,
    Table,
    Ticks,
    WriteLines,
)
from gk_assistant.rendering.blocks import unquoted
from gk_assistant.rendering.characters import clean
from gk_assistant.rendering.pdf.plain import WHOLE_ROW

PROFILES = (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A)
_PIECE = re.compile(r"\S{1,12}")
_LATIN = re.compile(r"[^!-~¡-ſ–—”…]")


def pdf_text(paper: bytes) -> str:
    """Return a PDF's text, page after page."""
    return "\n".join(pdf_pages(paper))


def pdf_pages(paper: bytes) -> list[str]:
    """Return the text of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(BytesIO(paper)).pages]


def pages(paper: bytes) -> int:
    """Return how many pages a PDF has, counted by another library than ours."""
    return len(PdfReader(BytesIO(paper)).pages)


def docx_text(paper: bytes) -> str:
    """Return the text of every part of a Word file, as it stands in the XML: a paragraph a line."""
    parts = zipfile.ZipFile(BytesIO(paper))
    names = sorted(name for name in parts.namelist() if name.startswith("word/") and name.endswith(".xml"))
    return "\n".join(_xml_text(parts.read(name)) for name in ("word/document.xml", *names))


def _xml_text(xml: bytes) -> str:
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    root = ET.fromstring(xml)  # noqa: S314  # our own file
    return "\n".join(
        "".join({"t": part.text or "", "tab": "\t", "br": "\n"}.get(part.tag.removeprefix(space), "") for part in line)
        for line in ([*line.iter()] for line in root.iter(f"{space}p"))
    )


def faults(paper: bytes) -> list[str]:
    """Return what the checker of accessible (UA-1) and archivable (A-2a) PDFs finds wrong."""
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in validate_pdf_bytes(paper, profile=profile).failures
    ]


def stretches(document: Document) -> Iterator[list[str]]:
    """Yield the texts that a paper says, pictures apart, in order; those of a row that goes over pages as one list.

    Such a row's cells are read page after page, each cell in its own order.
    """
    yield from ([document.title], [document.subtitle])
    for block in document.blocks:
        if isinstance(block, Table):
            yield from ([block.caption], *([word] for word in block.header))
            for row in block.rows:
                broken = max(map(len, row), default=0) > WHOLE_ROW
                yield from [list(row)] if broken else [[cell] for cell in row]
        else:
            yield from ([text] for text in _texts(block))


def pieces(text: str) -> list[str]:
    """Return the Latin letters of a text, a dozen at a time: no more is ever kept together."""
    rows = clean(text).split("\n")
    return [only_latin(piece) for row in rows for piece in _PIECE.findall(row) if only_latin(piece)]


def only_latin(text: str) -> str:
    """Return a text without blanks and without letters that another alphabet or no letter shape is used for."""
    return _LATIN.sub("", unicodedata.normalize("NFC", text))


def missing(document: Document, text: str) -> str | None:
    """Return the first piece of a paper that does not come in its turn in a text; ``None`` when all do."""
    place, text = 0, only_latin(text)
    for together in stretches(document):
        begins = place
        for words in together:
            place = begins
            for piece in pieces(words):
                found = text.find(piece, place)
                if found < 0:
                    return f"{piece!r} after {text[max(place - 60, 0) : place]!r}"
                place = found + len(piece)
        if len(together) > 1:
            place = begins
    return None


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Quote():
            yield from (unquoted(block.text), block.who)
        case Bullets():
            yield from (block.label, *block.items)
        case Facts():
            yield from (text for pair in block.pairs for text in (pair.label, pair.value))
        case Ticks():
            yield from (block.caption, *(text for tick in block.items for text in (tick.text, tick.detail)))
        case WriteLines():
            yield block.label
        case Boxes():
            yield from (text for box in block.boxes for text in (box.title, box.key, box.text))
        case Legend():
            yield from (block.label, *(text for pair in block.pairs for text in pair))
        case _:
            return
