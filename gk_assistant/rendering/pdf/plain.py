"""A paper as plain data, for the page template: only strings, numbers, truths, lists and dictionaries."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from gk_assistant.documents.model import (
    Block,
    Box,
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
    TimeMark,
    WriteLines,
)
from gk_assistant.documents.plots import LinePlot
from gk_assistant.rendering import columns, marks
from gk_assistant.rendering.blocks import unquoted
from gk_assistant.rendering.crosses import placed, stairs
from gk_assistant.rendering.languages import is_right_to_left
from gk_assistant.rendering.months import Scale
from gk_assistant.rendering.plot_svg import plot_plain
from gk_assistant.rendering.room import Setting, usual

_LONG = re.compile(r"\S{29,}")
_ROW = re.compile(r".{12}(?=.)")

WHOLE_ROW = 450
"""Letters of a row's longest cell up to which the row stays on one page, also in the narrowest column."""
_FEW_FACTS = 9
"""Facts up to which they stand together on a page."""
_FEW_ITEMS = 4
"""Items up to which a list stands with its label on one page."""
_VERSION = 40
"""Letters of the version of a wording that the foot of a page has room for."""
_ROW_LETTERS = 84
"""Letters of eleven points that a line of the page holds."""
_BOX_TEXT, _BOX_TITLE, _BOXES_A_SHEET = 90, 34, 18
_BOX_POINTS = (14.0, 12.5, 11.0)
"""Sizes of the text in a box on a sheet of boxes, the best first."""
_BOXES_HIGH, _BOX_WIDE, _BOXES_ACROSS = 640.0, 138.0, 3
"""Points that the boxes of a sheet have from top to foot, and the text of one from side to side; boxes in a row."""

Plain = dict[str, Any]
_OneBlock = (
    Heading
    | Paragraph
    | Bullets
    | Quote
    | Facts
    | Table
    | Ticks
    | Staircase
    | LinePlot
    | WriteLines
    | SignatureLines
    | Boxes
    | Legend
)


def breakable(value: Any) -> Any:  # noqa: ANN401 - plain data of any depth
    """Return plain data with places to break put into words longer than a line of a narrow column."""
    if isinstance(value, str):
        return _LONG.sub(lambda word: _ROW.sub("\\g<0>\u200b", word[0]), value)
    if isinstance(value, list):
        return [breakable(item) for item in value]
    if isinstance(value, dict):
        return {key: breakable(item) for key, item in value.items()}
    return value


def plain(document: Document, *, setting: Setting | None = None) -> Plain:
    """Return a paper as plain data, in its usual setting or another; its texts must have been made safe."""
    how = setting or usual(document)
    lang, _, region = document.lang.partition("-")
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "audience": document.audience.value,
        "class_line": document.class_line,
        "remark": document.remark,
        "swedish_remark": document.swedish_remark,
        "version": document.frame.version[:_VERSION],
        "lang": lang,
        "region": region or None,
        "bare": False,
        "points": how.points,
        "air": how.air,
        "rtl": is_right_to_left(document.lang),
        "words": {"page": document.frame.page, "day": document.frame.day},
        "blocks": [made for block in _stepped(document.blocks) if not _is_empty(block) for made in _blocks(block)],
    }


def _stepped(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with headings that skip no level: a tagged PDF may not."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            yield replace(block, level=level)
        else:
            yield block


def _is_empty(block: Block) -> bool:
    """Whether a block has nothing to show; an empty heading or list would be a fault in a tagged PDF."""
    match block:
        case Heading() | Quote() | Paragraph():
            shown: object = block.text.strip()
        case Bullets() | Ticks():
            shown = block.items
        case Facts() | Legend():
            shown = block.pairs
        case Staircase():
            shown = block.steps
        case Boxes():
            shown = block.boxes
        case LinePlot():
            shown = block.dots
        case _:
            return False
    return not shown


def _blocks(block: Block) -> list[Plain]:
    return _timelines(block) if isinstance(block, PlanTimeline) else [_block(block)]


def _block(block: _OneBlock) -> Plain:
    match block:
        case Heading():
            made = {"kind": "heading", "text": " ".join(block.text.split()), "level": block.level}
            made["new_page"] = block.new_page
        case Paragraph():
            made = {"kind": "paragraph", "text": block.text, "quiet": block.quiet}
        case Bullets():
            made = _bullets(block.items, block.label, block.sign)
        case Quote():
            made = {"kind": "quote", "text": unquoted(block.text), "who": block.who}
        case Facts():
            made = _facts(block)
        case Table():
            made = _table(block)
        case Ticks():
            made = _ticks(block)
        case _:
            made = _picture_or_form(block)
    return made


def _picture_or_form(block: Staircase | LinePlot | Boxes | WriteLines | SignatureLines | Legend) -> Plain:
    match block:
        case Staircase():
            made = _staircase(block)
        case LinePlot():
            made = plot_plain(block)
        case Boxes():
            made = _boxes(block)
        case WriteLines():
            made = {"kind": "write", "label": block.label, "count": block.count}
        case SignatureLines():
            made = {"kind": "signatures", "names": list(block.names)}
        case Legend():
            pairs = [{"sign": sign, "means": means} for sign, means in block.pairs]
            made = {"kind": "legend", "label": block.label, "pairs": pairs}
    return made


def _table(block: Table) -> Plain:
    names = columns.header(block)
    if not names:
        return {"kind": "paragraph", "text": block.caption, "quiet": False}
    return {
        "kind": "table",
        "header": [name if name.strip() else " " for name in names],
        "shares": list(columns.shares(block)),
        "short": columns.is_short(block),
        "whole": [max(map(len, row), default=0) <= WHOLE_ROW for row in block.rows],
        "rows": [list(columns.filled(row, len(names))) for row in block.rows],
        "caption": block.caption,
    }


def _ticks(block: Ticks) -> Plain:
    items = [
        {"text": tick.text, "detail": tick.detail, "minor": tick.minor, "crossed": tick.crossed} for tick in block.items
    ]
    return {"kind": "ticks", "items": items, "caption": block.caption, "detail_title": block.detail_title}


def _bullets(items: Iterable[str], label: str = "", sign: str = "") -> Plain:
    held = list(items)
    short = len(held) <= _FEW_ITEMS and sum(map(len, held)) <= WHOLE_ROW
    return {"kind": "bullets", "items": held, "label": label, "sign": sign, "short": short}


def _facts(block: Facts) -> Plain:
    return {
        "kind": "facts",
        "beside": columns.beside(block),
        "short": len(block.pairs) <= _FEW_FACTS and sum(len(one.value) for one in block.pairs) <= WHOLE_ROW,
        "pairs": [{"label": one.label, "value": one.value} for one in block.pairs],
    }


def _staircase(block: Staircase) -> Plain:
    return {
        "kind": "staircase",
        "alt": block.alt,
        "steps": [{"number": stair.number, "name": stair.name} for stair in stairs(block)],
        "crosses": [{"at": one.at, "day": one.day, "row": one.row} for one in placed(block)],
    }


def _timelines(block: PlanTimeline) -> list[Plain]:
    """Return the pictures of a plan, or a list of its days where it cannot be drawn."""
    if not marks.is_drawn(block):
        rows = marks.rows_instead(block)
        return [_bullets(rows)] if rows else []
    scale = Scale(block.start, block.end, block.months)
    return [
        {
            "kind": "timeline",
            "alt": part.alt,
            "months": [{"name": name, "share": share} for name, share in scale.months()],
            "weeks": [{"name": name, "share": share} for name, share in scale.weeks(block.week_short)],
            "marks": [_mark(scale, mark) for mark in part.marks],
        }
        for part in marks.parts(block)
    ]


def _mark(scale: Scale, mark: TimeMark) -> Plain:
    share = scale.share(mark.day)
    room = int(_ROW_LETTERS * max(share, 1 - share))
    return {"share": share, "label": marks.mark_words(mark, room), "kind": mark.kind}


def _boxes(block: Boxes) -> Plain:
    boxes = [
        {
            "title": one.title,
            "sign": one.sign,
            "text": one.text,
            "key": one.key,
            "light": one.light or "#ffffff",
            "dark": one.dark or "#333333",
            "lines": one.lines,
        }
        for one in block.boxes
    ]
    points = _box_points(block)
    return {"kind": "boxes", "boxes": boxes, "fills": points is not None, "points": points or 0}


def _box_points(block: Boxes) -> float | None:
    """Return the size of the text where the boxes are a picture for a whole sheet: few words in each, none to write."""
    small = all(len(one.text) <= _BOX_TEXT and len(one.title) <= _BOX_TITLE and not one.lines for one in block.boxes)
    if not small or len(block.boxes) > _BOXES_A_SHEET:
        return None
    room = _BOXES_HIGH / math.ceil(len(block.boxes) / _BOXES_ACROSS) - 6
    return next(
        (points for points in _BOX_POINTS if all(_box_height(one, points) <= room for one in block.boxes)), None
    )


def _box_height(one: Box, points: float) -> float:
    """Return about how high a box of a sheet must be, in points: edges, sign, title of sixteen points, text."""
    title = math.ceil(len(one.title) * 8.5 / _BOX_WIDE) * 20.5 - 5
    return 18 + 31 + title + math.ceil(len(one.text) * points * 0.47 / _BOX_WIDE) * points * 1.11
