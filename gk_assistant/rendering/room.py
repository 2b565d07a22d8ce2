"""How large a paper is set: as large as its one sheet has room for, reckoned from its words before it is made.

The reckoning is rough (some tenths of a sheet at most). The PDF begins there and is then counted; a web page and a Word
file are laid out by another program, so they keep a step to spare.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from gk_assistant.documents.model import (
    Audience,
    Block,
    Boxes,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    PlanTimeline,
    Quote,
    SignatureLines,
    Staircase,
    Table,
    Ticks,
    WriteLines,
)
from gk_assistant.rendering import columns

SHEET: Final = 737.0
"""Points between the margins of an A4 page of ours, from top to foot; 487 points lie between the sides."""
_WIDTH, _LETTER, _PITCH = 487.0, 0.42, 1.28
_MEASURED = 0.9
"""What the reckoning is multiplied by to be right for most of the papers of the shipped cases."""
_CLEARLY = 1.085
"""How many times its sheets a paper is reckoned to need where it is of no use to try."""
_LOST = 0.04
"""The share of a sheet left empty at its foot where a heading or a row goes on to the next."""
_MOST_SAVED, _SAVED_POINTS = 1.37, 11.5
_HAND, _BESIDE = 22.0, 25.0
"""Points that a line to write on by hand needs, and one beside its label."""
_THIN = 0.05
_STAIRS, _STAIRS_FLOOR, _TIME_HEAD, _TIME_ROW = 27.0, 60.0, 40.0, 16.5


SHEETS: Final = {
    "trappa": 1,
    "samtalsunderlag": 1,
    "kort": 1,
    "kallelse": 1,
    "begaran": 1,
    "plan": 2,
    "minnesanteckningar": 2,
    "anteckningsblad": 2,
    "tjansteanteckning": 2,
}
"""How many sheets an ordinary paper of a kind should be. One sheet too many is avoided by setting it closer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The size of the letters in points, and how much of the usual air there is between the parts (1 is all)."""

    points: float
    air: float = 1.0


_LARGE: Final = tuple(Setting(points=points) for points in (16.0, 15.0, 14.0, 13.0))
_DELTAGAREN: Final = (
    Setting(points=12.0),
    Setting(points=11.5, air=0.74),
    Setting(points=11.5, air=0.62),
    Setting(points=11.0, air=0.52),
)
_OTHERS: Final = (Setting(points=10.5), Setting(points=10.0, air=0.74), Setting(points=10.0, air=0.52))
_BETWEEN: Final = Setting(points=12.0, air=0.74)


def settings(document: Document) -> tuple[Setting, ...]:
    """Return the settings that a paper may have, the largest and airiest first.

    What the deltagare reads is never under eleven points.
    """
    if document.audience is not Audience.DELTAGAREN:
        return _OTHERS
    return (*_LARGE, _DELTAGAREN[0], _BETWEEN, *_DELTAGAREN[1:]) if document.large else _DELTAGAREN


def sheets_of(document: Document) -> int:
    """Return how many sheets an ordinary paper like this should be, 0 where any number will do."""
    first = SHEETS.get(document.id, 1 if document.large else 0)
    return first + sum(isinstance(block, Heading) and block.new_page for block in document.blocks) if first else 0


def usual(document: Document) -> Setting:
    """Return the setting of a paper that nothing is known of but whom it is for."""
    return (_DELTAGAREN if document.audience is Audience.DELTAGAREN else _OTHERS)[0]


def likely(document: Document, sheets: int, *, spare: float = 1.0) -> int:
    """Return which of the settings is the first to get a paper onto its sheets, by reckoning; the last at most.

    ``spare`` above 1 keeps room to spare.
    """
    known = settings(document)
    room = (sheets - _LOST * (sheets - 1)) * SHEET
    fits = (at for at, one in enumerate(known) if reckoned(document, one) * spare <= room)
    return next(fits, len(known) - 1)


def may_fit(document: Document, setting: Setting, sheets: int) -> bool:
    """Return whether it is worth trying a setting that by reckoning is too large: not where it clearly is."""
    return reckoned(document, setting) <= sheets * SHEET * _CLEARLY


def chosen(document: Document, *, spare: float) -> Setting:
    """Return the setting of a paper whose pages another program breaks: that which by reckoning keeps to its sheets."""
    if not sheets_of(document):
        return usual(document)
    return settings(document)[likely(document, SHEETS.get(document.id, 1), spare=spare)]


def reckoned(document: Document, setting: Setting) -> float:
    """Return about how high a paper is up to its first new page, in points, set in some way."""
    blocks = takewhile(lambda block: not (isinstance(block, Heading) and block.new_page), document.blocks)
    title = setting.points * 2.4 * _PITCH + _texts((document.subtitle,), setting.points + 1)
    return _MEASURED * (title + sum(_height(block, setting) for block in blocks))


def one_sheet_saved(document: Document) -> tuple[Setting, ...]:
    """Return the settings by which a paper to the deltagare, a little longer than one sheet, may become one sheet."""
    known = settings(document)
    if document.audience is not Audience.DELTAGAREN or document.large:
        return ()
    if not 1 < reckoned(document, known[0]) / SHEET < _MOST_SAVED:
        return ()
    return tuple(one for one in known if one.points >= _SAVED_POINTS)[1:]


def _lines(text: str, points: float, share: float = 1.0) -> int:
    letters = max(share * _WIDTH / (_LETTER * points), 1.0)
    return sum(max(math.ceil(len(row) / letters), 1) for row in text.split("\n"))


def _texts(texts: Iterable[str], points: float, share: float = 1.0) -> float:
    return sum(_lines(text, points, share) * points * _PITCH for text in texts if text)


def _height(block: Block, setting: Setting) -> float:
    points, air = setting.points, setting.air
    match block:
        case Heading():
            height = _texts((block.text,), points + 3) + points * (0.5 + 1.1 * air)
        case Paragraph():
            height = _texts((block.text,), points) + points * 0.5 * air
        case Bullets():
            height = _texts((block.label, *block.items), points, 0.97) + points * (0.7 if block.label else 0.3 * air)
        case Quote():
            height = _texts((f"{block.text} – {block.who}",), points, 0.97) + points * air
        case Facts():
            rows = (_texts((one.value,), points, 0.7) or max(points * _PITCH, _BESIDE * air) for one in block.pairs)
            height = (max(rows, default=0.0) if columns.beside(block) else sum(rows)) + points * 0.5 * air
        case Ticks():
            height = sum(points * (1.0 if tick.minor else _PITCH) + points * 0.6 * air for tick in block.items)
        case _:
            height = _drawn(block, setting)
    return height


def _table(block: Table, setting: Setting) -> float:
    known = columns.shares(block)
    shares = [share * 0.9 / (sum(known) or 1.0) or _THIN for share in known]

    def high(row: tuple[str, ...]) -> float:
        cells = zip(columns.filled(row, len(shares)), shares, strict=True)
        words = max((_texts((cell,), setting.points, share) for cell, share in cells), default=0.0)
        return (words or _HAND) + 10 * setting.air

    return sum(high(row) for row in (columns.header(block), *block.rows)) + setting.points * 0.5


def _drawn(block: Block, setting: Setting) -> float:
    points, air = setting.points, setting.air
    match block:
        case Table():
            height = _table(block, setting)
        case WriteLines():
            height = _texts((block.label,), points) + block.count * _HAND * math.sqrt(air)
        case SignatureLines():
            height = len(block.names) * (32 + points)
        case Staircase():
            height = _STAIRS_FLOOR + _STAIRS * air * len(block.steps)
        case PlanTimeline():
            height = _TIME_HEAD + _TIME_ROW * (len(block.marks) + 2)
        case Boxes():
            height = sum((3 + box.lines) * points * _PITCH for box in block.boxes) / 2
        case _:
            height = points * 2
    return height
