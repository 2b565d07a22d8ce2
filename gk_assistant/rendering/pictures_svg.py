"""The drawn pictures as SVG for web pages: the staircase and the time line, with their meaning in words."""

from collections import Counter
from html import escape

from gk_assistant.documents.dates import day_month, tiny_date
from gk_assistant.documents.model import PlanTimeline, Staircase
from gk_assistant.rendering.characters import wrap
from gk_assistant.rendering.months import Scale

_WIDTH = 700
_RISE, _BASE, _LETTERS = 36, 78, 15
_ROW, _HEAD = 24, 44
_INK = "#1a1a1a"


def staircase_svg(block: Staircase) -> str:
    """Return the staircase: steps that rise to the right, crosses on them or on the edge to the next."""
    steps = sorted(block.steps, key=lambda stair: stair.number)
    if not steps:
        return ""
    wide = _WIDTH / len(steps)
    places = {stair.number: at for at, stair in enumerate(steps)}
    tall = _BASE + _RISE * (len(steps) - 1) + 24
    parts = []
    for at, stair in enumerate(steps):
        high = _BASE + _RISE * at
        x, y = wide * at, tall - high
        parts.append(_rect(x, y, wide, high, fill=f"hsl(208 50% {90 + min(at, 6) * 1.3:.1f}%)"))
        parts.append(_words(x + 8, y + 21, str(stair.number), size=19, bold=True))
        rows = wrap(stair.name, max(int(wide / 7.2), 6))
        parts += [_words(x + 8, y + 40 + line * 16, row, size=_LETTERS - 1) for line, row in enumerate(rows)]
    rows_over = Counter[float]()
    for cross in reversed(block.crosses):
        whole, half = divmod(cross.step, 1.0)
        place = places.get(int(whole))
        if place is None or (half and place == len(steps) - 1):
            continue
        up = tall - (_BASE + _RISE * place) - 6 - rows_over[cross.step] * 18
        rows_over[cross.step] += 1
        x = wide * (place + 1) if half else wide * place + 12
        day = tiny_date(cross.day)
        parts.append(_words(x, up, "X", size=20, bold=True, fill="#9b1c1c", anchor="middle"))
        parts.append(_words(x - 10, up, day, anchor="end") if half else _words(x + 11, up, day))
    return _picture(parts, _WIDTH, tall + 1, block.alt)


def timeline_svg(block: PlanTimeline) -> str:
    """Return the time line: months and weeks across, one row for each thing that happens."""
    marks = sorted(block.marks, key=lambda mark: mark.day)
    tall = _HEAD + _ROW * max(len(marks), 1) + 6
    if block.end <= block.start:
        return ""
    scale = Scale(block.start, block.end)
    parts = []
    for name, share in scale.months():
        x = share * _WIDTH
        parts.append(f'<path d="M{x:.1f} 16V{tall}" stroke="#bbb"/>')
        parts.append(_words(x + 2, 14, name, size=_LETTERS, bold=True))
    parts += [_words(share * _WIDTH + 3, 31, name, size=11, fill="#4a4a4a") for name, share in scale.weeks()]
    parts.append(f'<path d="M0 36H{_WIDTH}" stroke="{_INK}" stroke-width="2"/>')
    for row, mark in enumerate(marks):
        share, y = scale.share(mark.day), _HEAD + _ROW * row + 10
        x = min(max(share * _WIDTH, 6), _WIDTH - 6)
        parts.append(_sign(mark.kind, x, y))
        words = f"{' '.join(mark.label.split())} ({day_month(mark.day)})"
        left = share < 0.5  # noqa: PLR2004 - the half with more room to its right
        parts.append(_words(x + 12, y + 5, words) if left else _words(x - 12, y + 5, words, anchor="end"))
    return _picture(parts, _WIDTH, tall, block.alt)


def _sign(kind: str, x: float, y: float) -> str:
    match kind:
        case "kontroll":
            return f'<path d="M{x:.1f} {y - 6}l6 6l-6 6l-6 -6z" fill="{_INK}"/>'
        case "uppföljning":
            return f'<rect x="{x - 5:.1f}" y="{y - 5}" width="10" height="10" fill="{_INK}"/>'
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
    size: int = 14,
    bold: bool = False,
    fill: str = _INK,
    anchor: str = "start",
) -> str:
    weight = ' font-weight="700"' if bold else ""
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}"{weight}{side}>{escape(words)}</text>'


def _picture(parts: list[str], width: int, height: float, alt: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" role="img" '
        f'aria-label="{escape(alt, quote=True)}">{"".join(parts)}</svg>'
    )
