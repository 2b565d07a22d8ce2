"""The drawn line of a talk: its measures for every form, and the picture in letters for the terminal and for text."""

from dataclasses import dataclass
from itertools import pairwise

from gk_assistant.documents.plots import LinePlot, PlotDot, PlotLimit
from gk_assistant.rendering.canvas import Grid, Ink, Line
from gk_assistant.rendering.characters import cells, clip

ROWS = 12
_NARROWEST = 30
_WIDEST = 100
_GUTTER = 5
_DOTS_ACROSS, _DOTS_UP = 2, 4
_BRAILLE = 0x2800
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bit of each dot in a braille letter: by column, from the top down."""
_LABEL_ROOM = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A dot's place in the picture: shares of its width from the left and of its height from the foot."""

    across: float
    up: float
    dot: PlotDot


def spots(picture: LinePlot) -> tuple[Spot, ...]:
    """Return where each dot stands; a lone one stands at the left."""
    if not picture.dots:
        return ()
    first, last = picture.dots[0].at, picture.dots[-1].at
    wide = max(last - first, 1)
    return tuple(
        Spot(across=min(max((dot.at - first) / wide, 0), 1), up=height(picture, dot.value), dot=dot)
        for dot in picture.dots
    )


def height(picture: LinePlot, value: int) -> float:
    """Return how high a value stands, as a share of the picture."""
    return min(max(value / max(picture.most, 1), 0), 1)


def ticks(picture: LinePlot) -> tuple[tuple[int, float], ...]:
    """Return the numbers to stand under the picture, some ten at most, each with its place."""
    found = spots(picture)
    if not found:
        return ()
    count = found[-1].dot.at - found[0].dot.at
    apart = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if count <= step * 10), 1_000)
    return tuple((spot.dot.at, spot.across) for spot in found if spot.dot.at % apart == 0)


def moved(dot: PlotDot) -> str:
    """Return the sign and the size of a move worth a mark, empty for none."""
    return f"{'▲' if dot.moved > 0 else '▼'}{abs(dot.moved)}" if dot.moved else ""


def draw(picture: LinePlot, width: int) -> list[Line]:
    """Return the line as letters; where the screen is too narrow, or there is no dot, nothing: the words tell it."""
    found = spots(picture)
    if not found or width < _NARROWEST:
        return []
    beside = (picture.across, *(limit.label for limit in picture.limits))
    wide = min(width, _WIDEST) - _GUTTER - min(max(map(cells, beside)), _LABEL_ROOM) - 1
    grid = Grid(width, ROWS + 4)
    grid.put(0, 0, clip(picture.up, width), Ink.STRONG)
    _draw_axes(grid, picture, wide)
    for limit in picture.limits:
        _draw_limit(grid, picture, limit, wide)
    for (column, row), letter in _braille(found, wide).items():
        grid.put(_GUTTER + column, 1 + row, letter, Ink.CROSS)
    _draw_moves(grid, found, wide)
    return [line for line in grid.lines() if line]


def _row(share: float) -> int:
    return 1 + round((1 - share) * (ROWS - 1))


def _draw_axes(grid: Grid, picture: LinePlot, wide: int) -> None:
    grid.column(_GUTTER - 1, 1, ROWS, "│")
    grid.put(_GUTTER - 1, ROWS + 1, "└" + "─" * wide, Ink.FRAME)
    taken = {_row(height(picture, limit.value)) for limit in picture.limits}
    for value in (0, picture.most):
        if _row(height(picture, value)) not in taken:
            grid.put(0, _row(height(picture, value)), str(value).rjust(_GUTTER - 2), Ink.FAINT)
    free = 0
    for number, share in ticks(picture):
        at = round(share * (wide - 1)) - len(str(number)) // 2
        if at >= free and at + len(str(number)) <= wide:
            grid.put(_GUTTER + at, ROWS + 2, str(number), Ink.FAINT)
            free = at + len(str(number)) + 1
    grid.put(_GUTTER + wide + 1, ROWS + 2, clip(picture.across, _LABEL_ROOM), Ink.FAINT)


def _draw_limit(grid: Grid, picture: LinePlot, limit: PlotLimit, wide: int) -> None:
    row = _row(height(picture, limit.value))
    grid.put(0, row, str(limit.value).rjust(_GUTTER - 2), Ink.FAINT)
    grid.put(_GUTTER - 1, row, "┼" + "┄" * wide, Ink.FAINT)
    grid.put(_GUTTER + wide + 1, row, clip(limit.label, _LABEL_ROOM), Ink.FAINT)


def _draw_moves(grid: Grid, found: tuple[Spot, ...], wide: int) -> None:
    """Put the great moves under their turns; where two stand too near, the later one is told in words alone."""
    free = 0
    for spot in found:
        words = moved(spot.dot)
        at = min(round(spot.across * (wide - 1)), wide - cells(words))
        if words and at >= free:
            grid.put(_GUTTER + at, ROWS + 3, words, Ink.SIGN)
            free = at + cells(words) + 1


def _braille(found: tuple[Spot, ...], wide: int) -> dict[tuple[int, int], str]:
    """Return the letters of the line by column and row."""
    across, up = wide * _DOTS_ACROSS - 1, ROWS * _DOTS_UP - 1
    places = [(round(spot.across * across), round((1 - spot.up) * up)) for spot in found]
    bits: dict[tuple[int, int], int] = {}
    for x, y in (*places[:1], *(dot for start, end in pairwise(places) for dot in _between(start, end))):
        cell = (x // _DOTS_ACROSS, y // _DOTS_UP)
        bits[cell] = bits.get(cell, 0) | _BITS[x % _DOTS_ACROSS][y % _DOTS_UP]
    return {cell: chr(_BRAILLE + some) for cell, some in bits.items()}


def _between(start: tuple[int, int], end: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the dots of a straight line, both ends included."""
    (left, top), (right, foot) = start, end
    steps = max(abs(right - left), abs(foot - top), 1)
    return [
        (left + round((right - left) * step / steps), top + round((foot - top) * step / steps))
        for step in range(steps + 1)
    ]
