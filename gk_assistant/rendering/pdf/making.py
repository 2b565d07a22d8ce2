"""From a paper to the bytes of a PDF; nothing is written to disk on the way."""

import json
import re
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
from gk_assistant.documents.plots import LinePlot
from gk_assistant.rendering.characters import cleaned
from gk_assistant.rendering.forms import PaperPressFault
from gk_assistant.rendering.pdf.plain import Plain, breakable, plain
from gk_assistant.rendering.pdf.streams import with_clear_ends
from gk_assistant.rendering.room import SHEETS, Setting, likely, may_fit, one_sheet_saved, settings, sheets_of, usual

STANDARDS: Final[list[Literal["ua-1", "a-2a"]]] = ["ua-1", "a-2a"]
PIXELS_AN_INCH = 200
HOLLOW = "\u25af"
"""Stands for a sign without a letter shape, such as a picture sign: an archivable PDF may hold no such sign."""
_PAGE = re.compile(rb"/Type ?/Page\b(?!s)")
_FONT_PACKAGE = "font_source_sans_pro"
_LATIN = 0x17F
_PROBE = b'#set document(title: "x")\n#set text(font: ("Source Sans Pro", "DejaVu Sans Mono"))\n#json("sign.json")'


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


def picture_pngs(block: Staircase | PlanTimeline | LinePlot, setting: Setting | None = None) -> list[tuple[bytes, str]]:
    """Return a drawn picture alone, or each part of it, as PNG and its meaning in words; none when there is none.

    ``setting`` is that of the paper it stands on. 172 mm wide at 200 pixels an inch. Raises :class:`PaperPressFault`.
    """
    bare = Document(id="bild", title="Bild", audience=Audience.INTERNT, blocks=(cleaned(block),))
    whole = plain(bare, setting=setting) | {"bare": True}
    try:
        return [(_png(whole | {"blocks": [part]}), part["alt"]) for part in whole["blocks"] if "alt" in part]
    except typst.TypstError as error:
        raise PaperPressFault("Bilden gick inte att rita.") from error


def _png(paper: Plain) -> bytes:
    picture = _press().compile(_sheet(paper), format="png", ppi=PIXELS_AN_INCH)
    return picture if isinstance(picture, bytes) else cast("list[bytes]", picture)[0]


def _press_paper(document: Document, made: datetime) -> bytes:
    """Return the paper in the largest setting that gets it onto the sheets it should have, else in its usual one.

    It begins with the setting that by reckoning is the one, and looks on from there: for a larger one only where the
    deltagare is to read it.
    """
    sheets = sheets_of(document)
    known = settings(document)

    def pressed(setting: Setting) -> bytes:
        return _compiled(_sheet(breakable(plain(document, setting=setting))), made)

    if not sheets:
        return pressed(usual(document))
    for closer in one_sheet_saved(document):
        if page_count(page := pressed(closer)) == 1:
            return page
    ordinary = SHEETS.get(document.id, 1)
    at = likely(document, ordinary)
    page = pressed(known[at])
    if page_count(page) <= sheets:
        while at and document.audience is Audience.DELTAGAREN and may_fit(document, known[at - 1], ordinary):
            larger = pressed(known[at - 1])
            if page_count(larger) > sheets:
                break
            at, page = at - 1, larger
        return page
    for closer in known[at + 1 :]:
        page = pressed(closer)
        if page_count(page) <= sheets:
            return page
    return pressed(usual(document))


def page_count(page: bytes) -> int:
    """Return how many pages a PDF of ours has."""
    return len(_PAGE.findall(page))


def _sheet(paper: Plain) -> Any:  # noqa: ANN401 - typst takes names and bytes, but its types do not say so
    """Return the files of a compilation. The template stays the same from paper to paper: half the time is saved."""
    return {"main": _template(), "paper.json": json.dumps(paper, ensure_ascii=False).encode()}


def _compiled(source: Any, made: datetime) -> bytes:  # noqa: ANN401 - as above
    page = _press().compile(source, format="pdf", pdf_standards=[*STANDARDS], timestamp=int(made.timestamp()))
    return with_clear_ends(cast("bytes", page))


@lru_cache(maxsize=2_000)
def _has_shape(sign: str) -> bool:
    """Whether the papers' letters have a shape for a sign: a page with it alone is pressed (about a millisecond)."""
    try:
        _compiled({"main": _PROBE, "sign.json": json.dumps(sign).encode()}, datetime.fromtimestamp(0).astimezone())
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
