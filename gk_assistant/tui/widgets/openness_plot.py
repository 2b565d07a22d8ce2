"""The openness over a talk, drawn with lines: a step for each turn, and the limits as dotted lines with their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from gk_assistant.domain.mirrors import PlotPoint
from gk_assistant.domain.openness import FULL

AXIS: Final = 11
"""Columns of the names and figures to the left."""
MOST_WIDE: Final = 6
"""Columns of a turn at most, so that a short talk is not drawn out."""
EVERY: Final = 5
"""So many turns between two numbers below."""
_UP, _DOWN = ("┘", "┌"), ("┐", "└")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """What the parts are drawn in."""

    line: str
    quiet: str
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Below ``shut`` the answers are short, from ``trust`` there is trust (0–100)."""

    shut: int
    trust: int


def plot(points: Sequence[PlotPoint], limits: Limits, tones: Tones, *, width: int, height: int) -> Text:
    """Return the plot, ``width`` columns wide, with ``height`` rows for the values and one for the turns' numbers."""
    room = max(width - AXIS, 1)
    wide = max(min(room // max(len(points), 1), MOST_WIDE), 1)
    shown = points if len(points) <= room else [points[number * len(points) // room] for number in range(room)]
    rows = [_row(point.openness, height) for point in shown]
    sheet = [[" "] * (len(shown) * wide) for _ in range(height)]
    for limit in (limits.shut, limits.trust):
        sheet[_row(limit, height)] = ["┄"] * (len(shown) * wide)
    marks = _draw(sheet, rows, wide)
    names = _names(limits, height)
    text = Text(no_wrap=True)
    for number, row in enumerate(sheet):
        text.append(f"{names.get(number, ''):>{AXIS - 1}} ", style=tones.quiet)
        for column, sign in enumerate(row):
            on = (number, column) in marks
            text.append(sign, style=f"bold {tones.line}" if on else tones.limit)
        text.append("\n")
    text.append(f"{'replik':>{AXIS - 1}} {_numbers(shown, wide)}", style=tones.quiet)
    return text


def _row(openness: int, height: int) -> int:
    return round((FULL - openness) / FULL * (height - 1))


def _names(limits: Limits, height: int) -> dict[int, str]:
    """Return what stands beside each row; the limits have the last word."""
    return {
        0: f"{FULL}",
        height - 1: "0",
        _row(limits.shut, height): f"stängd {limits.shut}",
        _row(limits.trust, height): f"tillit {limits.trust}",
    }


def _draw(sheet: list[list[str]], rows: Sequence[int], wide: int) -> set[tuple[int, int]]:
    """Draw the line on a sheet and return the places it takes."""
    taken: set[tuple[int, int]] = set()

    def put(row: int, column: int, sign: str) -> None:
        sheet[row][column] = sign
        taken.add((row, column))

    for number, row in enumerate(rows):
        left = number * wide
        for column in range(left, left + wide):
            put(row, column, "─")
        before = rows[number - 1] if number else row
        if before == row:
            continue
        for between in range(min(before, row) + 1, max(before, row)):
            put(between, left, "│")
        ends, begins = _UP if row < before else _DOWN
        put(before, left, ends)
        put(row, left, begins)
    return taken


def _numbers(points: Sequence[PlotPoint], wide: int) -> str:
    line = ""
    for number, point in enumerate(points):
        if point.turn % EVERY == 0 and len(line) <= number * wide:
            line = f"{line:{number * wide}}{point.turn}"
    return line
