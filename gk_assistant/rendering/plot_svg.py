"""The drawn line of a talk as SVG for web pages, and as plain data for the pages of a PDF."""

from html import escape
from typing import Any

from gk_assistant.documents.plots import LinePlot
from gk_assistant.rendering.plot import height, moved, spots, ticks

_WIDTH, _TALL = 700, 250
_LEFT, _RIGHT, _TOP, _FOOT = 34, 96, 24, 46
_INK, _FAINT = "#1a1a1a", "#4a4a4a"


def plot_svg(picture: LinePlot) -> str:
    """Return the line with its limits and marks; empty where there is no dot."""
    found = spots(picture)
    if not found:
        return ""
    wide, tall = _WIDTH - _LEFT - _RIGHT, _TALL - _TOP - _FOOT
    foot = _TOP + tall
    drawn = [
        _words(0, 13, picture.up, bold=True),
        f'<path d="M{_LEFT} {_TOP}V{foot}H{_LEFT + wide}" fill="none" stroke="{_INK}"/>',
        *(_words(_LEFT - 6, _y(picture, value) + 4, str(value), anchor="end") for value in _plain_levels(picture)),
    ]
    for limit in picture.limits:
        y = _y(picture, limit.value)
        drawn.append(f'<path d="M{_LEFT} {y:.1f}h{wide}" stroke="{_FAINT}" stroke-dasharray="6 4"/>')
        drawn.append(_words(_LEFT - 6, y + 4, str(limit.value), anchor="end"))
        drawn.append(_words(_LEFT + wide + 6, y + 4, limit.label))
    for number, share in ticks(picture):
        drawn.append(_words(_LEFT + share * wide, foot + 16, str(number), anchor="middle"))
    drawn.append(_words(_LEFT + wide + 18, foot + 16, picture.across))
    places = [(_LEFT + spot.across * wide, _TOP + (1 - spot.up) * tall) for spot in found]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    drawn.append(f'<polyline points="{line}" fill="none" stroke="{_INK}" stroke-width="2.2"/>')
    drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{_INK}"/>' for x, y in places]
    for x, share_word in _moves(picture):
        drawn.append(_words(_LEFT + x * wide, foot + 34, share_word, bold=True, anchor="middle"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_TALL}" role="img" '
        f'aria-label="{escape(picture.alt, quote=True)}">{"".join(drawn)}</svg>'
    )


def plot_plain(picture: LinePlot) -> dict[str, Any]:
    """Return the line as plain data for a page: shares of its width and height."""
    return {
        "kind": "lineplot",
        "alt": picture.alt,
        "across": picture.across,
        "up": picture.up,
        "dots": [{"x": spot.across, "y": spot.up} for spot in spots(picture)],
        "levels": [{"value": str(value), "y": height(picture, value)} for value in _plain_levels(picture)],
        "limits": [
            {"value": str(limit.value), "label": limit.label, "y": height(picture, limit.value)}
            for limit in picture.limits
        ],
        "ticks": [{"number": str(number), "x": share} for number, share in ticks(picture)],
        "moves": [{"x": share, "words": words} for share, words in _moves(picture)],
    }


def _plain_levels(picture: LinePlot) -> list[int]:
    """Return the ends of the scale that no limit stands beside."""
    near = picture.most / 12
    return [value for value in (0, picture.most) if all(abs(value - limit.value) > near for limit in picture.limits)]


def _moves(picture: LinePlot) -> list[tuple[float, str]]:
    """Return the marks of the great moves, those left out that would stand on the one before."""
    found: list[tuple[float, str]] = []
    for spot in spots(picture):
        if moved(spot.dot) and (not found or spot.across - found[-1][0] > 0.055):  # noqa: PLR2004 - a mark's width
            found.append((spot.across, moved(spot.dot)))
    return found


def _y(picture: LinePlot, value: int) -> float:
    return _TOP + (1 - height(picture, value)) * (_TALL - _TOP - _FOOT)


def _words(x: float, y: float, words: str, *, bold: bool = False, anchor: str = "start") -> str:
    weight = ' font-weight="700"' if bold else ""
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="12" fill="{_INK}"{weight}{side}>{escape(words)}</text>'
