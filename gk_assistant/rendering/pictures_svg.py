"""The drawn pictures as SVG for web pages: the staircase and the time line, with their meaning in words."""

from html import escape

from gk_assistant.documents.model import PlanTimeline, Stair, Staircase
from gk_assistant.rendering.characters import wrap
from gk_assistant.rendering.crosses import Placed, placed, stairs
from gk_assistant.rendering.marks import EDGE, Part, mark_words, parts
from gk_assistant.rendering.months import Scale

_WIDTH = 700
_RISE, _BASE, _LETTERS = 28, 84, 16
_NAMED, _NAME_ROWS = 8, 4
"""How many steps there is room to name inside, and in how many rows."""
_ROW, _HEAD = 24, 50
_LETTER_WIDTH = 8.4
_NAME_LETTER = 7.6
_INK = "#1a1a1a"


def staircase_svg(block: Staircase) -> str:
    """Return the staircase: steps that rise to the right, crosses on them or on the edge to the next."""
    steps, crosses = stairs(block), placed(block)
    if not steps:
        return ""
    wide = _WIDTH / len(steps)
    rise = _RISE * min(1, _NAMED / len(steps))
    highest = _BASE + rise * (len(steps) - 1)
    tall = max(highest + 6, *(_up(one, rise) + 22 for one in crosses)) if crosses else highest + 6
    parts = []
    for at, stair in enumerate(steps):
        high = _BASE + rise * at
        parts.append(_rect(wide * at, tall - high, wide, high, fill=f"hsl(208 50% {90 + min(at, 6) * 1.3:.1f}%)"))
        parts += _step(wide * at, tall - high, wide, stair, named=len(steps) <= _NAMED)
    for one in crosses:
        y = tall - _up(one, rise)
        half = one.at > int(one.at)
        x = wide * (int(one.at) + 1) if half else wide * (int(one.at) + 0.1)
        parts.append(f'<circle cx="{x:.1f}" cy="{y - 7:.1f}" r="9" fill="#fff"/>')
        parts.append(_words(x, y, "X", size=20, bold=True, fill="#8a1010", anchor="middle"))
        parts.append(_words(x - 11, y, one.day, anchor="end") if half else _words(x + 11, y, one.day))
    return _picture(parts, _WIDTH, tall + 1, block.alt)


def _up(one: Placed, rise: float) -> float:
    """Return how high a cross stands over the floor."""
    return _BASE + rise * int(one.at) + 6 + one.row * 19


def _step(x: float, y: float, wide: float, stair: Stair, *, named: bool) -> list[str]:
    if not named:
        return [_words(x + 2, y + 14, str(stair.number), size=11, bold=True)]
    rows = wrap(stair.name, max(int((wide - 14) / _NAME_LETTER), 6))[:_NAME_ROWS]
    number = _words(x + 13, y + 21, str(stair.number), size=19, bold=True)
    return [number, *(_words(x + 13, y + 41 + line * 17, row) for line, row in enumerate(rows))]


def timeline_svgs(block: PlanTimeline) -> list[str]:
    """Return the time line, in parts that fit a page: months and weeks across, a row for each thing that happens."""
    scale = Scale(block.start, block.end, block.months)
    return [_timeline(scale, part, block.week_short) for part in parts(block)]


def _timeline(scale: Scale, part: Part, week: str) -> str:
    tall = _HEAD + _ROW * len(part.marks) + 6
    drawn = []
    for name, share in scale.months():
        x = share * _WIDTH
        drawn.append(f'<path d="M{x:.1f} 16V{tall}" stroke="#bbb"/>')
        drawn.append(_words(x + 2, 14, name, bold=True))
    drawn += [_words(share * _WIDTH + 3, 33, name, fill="#4a4a4a") for name, share in scale.weeks(week)]
    drawn.append(f'<path d="M0 40H{_WIDTH}" stroke="{_INK}" stroke-width="2"/>')
    for row, mark in enumerate(part.marks):
        share, y = scale.share(mark.day), _HEAD + _ROW * row + 10
        x = min(max(share * _WIDTH, 6), _WIDTH - 6)
        drawn.append(_sign(mark.kind, x, y))
        words = mark_words(mark, int((_WIDTH * max(share, 1 - share) - 14) / _LETTER_WIDTH))
        left = share < 0.5  # noqa: PLR2004 - the half with more room to its right
        side = "start" if left else "end"
        drawn.append(_words(x + 12 if left else x - 12, y + 5, words, anchor=side, halo=True))
    return _picture(drawn, _WIDTH, tall, part.alt)


def _sign(kind: str, x: float, y: float) -> str:
    match kind:
        case "kontroll":
            return f'<path d="M{x:.1f} {y - 6}l6 6l-6 6l-6 -6z" fill="{_INK}"/>'
        case "uppföljning":
            return f'<rect x="{x - 5:.1f}" y="{y - 5}" width="10" height="10" fill="{_INK}"/>'
        case str() if kind == EDGE:
            return f'<rect x="{x - 2:.1f}" y="{y - 6}" width="4" height="12" fill="{_INK}"/>'
        case _:
            return f'<circle cx="{x:.1f}" cy="{y}" r="5" fill="{_INK}"/>'


def _rect(x: float, y: float, width: float, height: float, *, fill: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}" '
        f'stroke="{_INK}" stroke-width="1.5"/>'
    )


def _words(  # noqa: PLR0913 - a text's looks
    x: float,
    y: float,
    words: str,
    *,
    size: int = _LETTERS,
    bold: bool = False,
    fill: str = _INK,
    anchor: str = "start",
    halo: bool = False,
) -> str:
    weight = ' font-weight="700"' if bold else ""
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    edge = ' stroke="#fff" stroke-width="4" paint-order="stroke"' if halo else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}"{weight}{side}{edge}>{escape(words)}</text>'


def _picture(parts: list[str], width: int, height: float, alt: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" role="img" '
        f'aria-label="{escape(alt, quote=True)}">{"".join(parts)}</svg>'
    )
