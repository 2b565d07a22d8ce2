"""From a paper to the bytes of a PDF; nothing is written to disk on the way."""

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal, cast

import typst

from gk_assistant.documents.model import Audience, Document, PlanTimeline, Staircase
from gk_assistant.rendering.characters import cleaned
from gk_assistant.rendering.pdf.plain import breakable, plain

STANDARDS: Final[list[Literal["ua-1", "a-2a"]]] = ["ua-1", "a-2a"]
PIXELS_AN_INCH = 200
HOLLOW = "\u25af"
"""Stands for a sign without a letter shape, such as a picture sign: an archivable PDF may hold no such sign."""
_FONT_PACKAGE = "font_source_sans_pro"
_LATIN = 0x17F
_PROBE = b'#set document(title: "x")\n#set text(font: ("Source Sans Pro", "DejaVu Sans Mono"))\n#sys.inputs.sign'


class PaperPressFault(RuntimeError):
    """The PDF could not be made, or the package with its letters is not installed. Holds nothing of the paper."""


def to_pdf(document: Document, *, made: datetime) -> bytes:
    """Return the paper as PDF/UA-1 and PDF/A-2a; raises :class:`PaperPressFault`.

    ``made`` is the moment that stands in the file, timezone-aware. A sign that no letter shape exists for becomes
    :data:`HOLLOW`.
    """
    safe = cleaned(document)
    try:
        return _press_paper(safe, made)
    except typst.TypstError:
        signs = sorted({sign for sign in _signs(safe) if ord(sign) > _LATIN and not _has_shape(sign)})
    try:
        return _press_paper(_replaced(safe, str.maketrans(dict.fromkeys(signs, HOLLOW))), made)
    except typst.TypstError as error:
        raise PaperPressFault(f"Papperet {document.id} gick inte att göra till PDF.") from error


def picture_png(block: Staircase | PlanTimeline) -> bytes:
    """Return a drawn picture alone as PNG, 172 mm wide at 200 pixels an inch; raises :class:`PaperPressFault`."""
    bare = Document(id="bild", title="Bild", audience=Audience.INTERNT, blocks=(cleaned(block),))
    data = json.dumps(plain(bare) | {"bare": True}, ensure_ascii=False)
    try:
        picture = _press().compile(_template(), format="png", ppi=PIXELS_AN_INCH, sys_inputs={"paper": data})
    except typst.TypstError as error:
        raise PaperPressFault("Bilden gick inte att rita.") from error
    return picture if isinstance(picture, bytes) else cast("list[bytes]", picture)[0]


def _press_paper(document: Document, made: datetime) -> bytes:
    data = json.dumps(breakable(plain(document)), ensure_ascii=False)
    return _compiled(_template(), {"paper": data}, made)


def _compiled(source: bytes, inputs: dict[str, str], made: datetime) -> bytes:
    page = _press().compile(
        source, format="pdf", sys_inputs=inputs, pdf_standards=[*STANDARDS], timestamp=int(made.timestamp())
    )
    return cast("bytes", page)


@lru_cache(maxsize=2_000)
def _has_shape(sign: str) -> bool:
    """Whether the papers' letters have a shape for a sign: a page with it alone is pressed (about a millisecond)."""
    try:
        _compiled(_PROBE, {"sign": sign}, datetime.fromtimestamp(0).astimezone())
    except typst.TypstError:
        return False
    return True


def _signs(value: object) -> set[str]:
    """Return every character in a paper."""
    if isinstance(value, Enum | date):
        return set()
    if isinstance(value, str):
        return set(value)
    if isinstance(value, tuple):
        return set().union(*map(_signs, value))
    if is_dataclass(value):
        return set().union(*(_signs(getattr(value, one.name)) for one in fields(value)))
    return set()


def _replaced(value: Any, table: dict[int, str]) -> Any:  # noqa: ANN401 - any part of a paper
    """Return a part of a paper with every text in it translated."""
    if isinstance(value, Enum | date):
        return value
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, tuple):
        return tuple(_replaced(item, table) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{one.name: _replaced(getattr(value, one.name), table) for one in fields(value)})
    return value


@cache
def _template() -> bytes:
    return files("gk_assistant.rendering.pdf").joinpath("paper.typ").read_bytes()


@cache
def _press() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(_fonts())])
    return typst.Compiler(font_paths=fonts)


def _fonts() -> Path:
    spec = find_spec(_FONT_PACKAGE)
    if spec is None or spec.origin is None:
        raise PaperPressFault(f"Paketet {_FONT_PACKAGE} saknas. Installera om programmet.")
    return Path(spec.origin).parent / "files"
