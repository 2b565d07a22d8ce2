"""A paper as plain data, for the page template: only strings, numbers, truths, lists and dictionaries."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from gk_assistant.documents.dates import day_month, tiny_date
from gk_assistant.documents.model import (
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
from gk_assistant.rendering.months import Scale

NUMBER = "Nr"
"""The header of a column that only numbers its rows."""
_LONG = re.compile(r"\S{29,}")
_ROW = re.compile(r".{12}(?=.)")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "prs", "ps", "ckb"})
_WORDS = {"sv": {"page": "Sida", "day": "Ort och dag"}, "en": {"page": "Page", "day": "Place and date"}}

Plain = dict[str, Any]


def breakable(value: Any) -> Any:  # noqa: ANN401 - plain data of any depth
    """Return plain data with places to break put into words longer than a line of a narrow column."""
    if isinstance(value, str):
        return _LONG.sub(lambda word: _ROW.sub("\\g<0>\u200b", word[0]), value)
    if isinstance(value, list):
        return [breakable(item) for item in value]
    if isinstance(value, dict):
        return {key: breakable(item) for key, item in value.items()}
    return value


def plain(document: Document) -> Plain:
    """Return a paper as plain data; its texts must have been made safe."""
    lang, _, region = document.lang.partition("-")
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "audience": document.audience.value,
        "class_line": document.audience.line,
        "remark": document.remark,
        "lang": lang,
        "region": region or None,
        "bare": False,
        "rtl": lang in _RIGHT_TO_LEFT,
        "words": _WORDS.get(lang, _WORDS["sv"]),
        "blocks": [_block(block) for block in _stepped(document.blocks) if not _is_empty(block)],
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
            return not block.text.strip()
        case Bullets() | Ticks():
            return not block.items
        case Facts() | Legend():
            return not block.pairs
        case Staircase():
            return not block.steps
        case Boxes():
            return not block.boxes
        case _:
            return False


def _block(block: Block) -> Plain:
    match block:
        case Heading():
            made = {"kind": "heading", "text": " ".join(block.text.split()), "level": block.level}
        case Paragraph():
            made = {"kind": "paragraph", "text": block.text, "quiet": block.quiet}
        case Bullets():
            made = {"kind": "bullets", "items": list(block.items), "label": block.label, "sign": block.sign}
        case Quote():
            made = {"kind": "quote", "text": unquoted(block.text), "who": block.who}
        case Facts():
            made = {"kind": "facts", "pairs": [{"label": one.label, "value": one.value} for one in block.pairs]}
        case Table():
            made = _table(block)
        case Ticks():
            made = _ticks(block)
        case _:
            made = _picture_or_form(block)
    return made


def _picture_or_form(block: Staircase | PlanTimeline | Boxes | WriteLines | SignatureLines | Legend) -> Plain:
    match block:
        case Staircase():
            made = _staircase(block)
        case PlanTimeline():
            made = _timeline(block)
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
    columns = max([len(block.header), *map(len, block.rows)], default=0)
    header = [words or (NUMBER if at == 0 else " ") for at, words in enumerate(_filled(block.header, columns))]
    rows = [_filled(row, columns) for row in block.rows]
    if not columns:
        return {"kind": "paragraph", "text": block.caption, "quiet": False}
    return {"kind": "table", "header": header, "number": NUMBER, "rows": rows, "caption": block.caption}


def _filled(row: tuple[str, ...], columns: int) -> list[str]:
    return [*row, *[""] * (columns - len(row))]


def _ticks(block: Ticks) -> Plain:
    items = [
        {"text": tick.text, "detail": tick.detail, "minor": tick.minor, "crossed": tick.crossed} for tick in block.items
    ]
    return {"kind": "ticks", "items": items, "caption": block.caption, "detail_title": block.detail_title}


def _staircase(block: Staircase) -> Plain:
    """Return the steps from the lowest, and each cross with its place (0 = the lowest step) and row above it."""
    steps = sorted(block.steps, key=lambda stair: stair.number)
    places = {float(stair.number): at for at, stair in enumerate(steps)}
    crosses, rows = [], Counter[float]()
    for cross in reversed(block.crosses):
        whole, half = divmod(cross.step, 1.0)
        if whole not in places or (half and places[whole] == len(steps) - 1):
            continue
        at = places[whole] + (0.5 if half else 0.0)
        crosses.append({"at": at, "day": tiny_date(cross.day), "row": rows[at]})
        rows[at] += 1
    return {
        "kind": "staircase",
        "alt": block.alt,
        "steps": [{"number": stair.number, "name": stair.name} for stair in steps],
        "crosses": crosses,
    }


def _timeline(block: PlanTimeline) -> Plain:
    if block.end <= block.start:
        rows = [f"{day_month(mark.day)}: {mark.label}" for mark in sorted(block.marks, key=lambda mark: mark.day)]
        return {"kind": "bullets", "items": rows, "label": "", "sign": ""}
    scale = Scale(block.start, block.end)
    marks = [
        _mark(scale, block.start, "Planen börjar", "kant"),
        *(_mark(scale, mark.day, mark.label, mark.kind) for mark in sorted(block.marks, key=lambda mark: mark.day)),
        _mark(scale, block.end, "Planen slutar", "kant"),
    ]
    return {
        "kind": "timeline",
        "alt": block.alt,
        "months": [{"name": name, "share": share} for name, share in scale.months()],
        "weeks": [{"name": name, "share": share} for name, share in scale.weeks()],
        "marks": marks,
    }


def _mark(scale: Scale, day: date, label: str, kind: str) -> Plain:
    return {"share": scale.share(day), "label": f"{' '.join(label.split())} ({day_month(day)})", "kind": kind}


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
    return {"kind": "boxes", "boxes": boxes, "alt": block.alt}
