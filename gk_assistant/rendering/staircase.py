"""The drawn staircase: steps that rise to the right, names inside, crosses standing on them or between."""

from collections.abc import Sequence
from dataclasses import dataclass

from gk_assistant.documents.dates import day_month, tiny_date
from gk_assistant.documents.model import Cross, Stair, Staircase
from gk_assistant.rendering.canvas import Grid, Ink, Line, Span
from gk_assistant.rendering.characters import cells, wrap

RISE = 3
_NARROWEST = 10
_WIDEST = 18
_MAX_HALF = RISE - 1
_MAX_WHOLE = 4
# From pale to paler as the stairs rise; always under dark text.
_GROUNDS = ("#cfe3f7", "#d8e8f8", "#e1eef9", "#e9f3fa", "#f0f7fc", "#f6fafd")


@dataclass(frozen=True, slots=True)
class _Plan:
    """The measures of one drawing: where each tread lies and how wide a step is."""

    steps: tuple[Stair, ...]
    names: tuple[list[str], ...]
    column: int
    base: int
    air: int

    @property
    def floor(self) -> int:
        """The row of the floor."""
        return self.air + self.base + (len(self.steps) - 1) * RISE + 1

    def tread(self, index: int) -> int:
        """Return the row of a step's tread."""
        return self.floor - 1 - self.base - index * RISE

    def left(self, index: int) -> int:
        """Return the column of a step's riser."""
        return index * self.column


def draw(picture: Staircase, width: int) -> list[Line]:
    """Return the staircase as lines; a list of steps where the screen is too narrow for stairs."""
    steps = tuple(sorted(picture.steps, key=lambda stair: stair.number))
    if not steps:
        return []
    column = min((width - 1) // len(steps), _WIDEST)
    if column < _NARROWEST:
        return _listed(steps, picture, width)
    names = tuple(wrap(stair.name, column - 2) for stair in steps)
    marks = _marks(steps, picture.crosses)
    air = 1 + max((min(len(whole), _MAX_WHOLE) + min(len(half), _MAX_HALF) for whole, half in marks), default=0)
    plan = _Plan(steps=steps, names=names, column=column, base=1 + max(map(len, names)), air=air)
    grid = Grid(column * len(steps) + 1, plan.floor + 1)
    for index in range(len(steps)):
        _draw_step(grid, plan, index)
    _draw_floor(grid, plan)
    for index, (whole, half) in enumerate(marks):
        _draw_crosses(grid, plan, index, whole, half)
    return _without_empty_top(grid.lines())


def _draw_step(grid: Grid, plan: _Plan, index: int) -> None:
    left, top = plan.left(index), plan.tread(index)
    for row in range(top + 1, plan.floor):
        grid.fill(left + 1, row, plan.column - 1 + (index + 1 < len(plan.steps)), _GROUNDS[index % len(_GROUNDS)])
    grid.put(left, top, "┌" + "─" * (plan.column - 1), Ink.FRAME)
    meets = plan.tread(index - 1) if index else plan.floor
    grid.column(left, top + 1, meets - 1, "│")
    grid.column(left, meets + 1, plan.floor - 1, "┊", Ink.FAINT)
    if index:
        grid.put(left, meets, "┤", Ink.FRAME)
    grid.put(left + 2, top + 1, str(plan.steps[index].number), Ink.STRONG)
    for offset, name in enumerate(plan.names[index]):
        grid.put(left + 2, top + 2 + offset, name)


def _draw_floor(grid: Grid, plan: _Plan) -> None:
    right = plan.left(len(plan.steps))
    grid.put(right, plan.tread(len(plan.steps) - 1), "┐", Ink.FRAME)
    grid.column(right, plan.tread(len(plan.steps) - 1) + 1, plan.floor - 1, "│")
    grid.put(0, plan.floor, "└" + "─" * (right - 1) + "┘", Ink.FRAME)


def _draw_crosses(grid: Grid, plan: _Plan, index: int, whole: list[Cross], half: list[Cross]) -> None:
    """Put the latest crosses lowest: on the riser those between two steps, above the tread those on it."""
    riser = plan.left(index + 1)
    row = plan.tread(index) - 1
    for cross in reversed(half[-_MAX_HALF:]):
        day = _day(cross, plan.column)
        grid.put(riser - cells(day) - 1, row, f"{day} ")
        grid.put(riser, row, "X", Ink.CROSS)
        row -= 1
    for cross in reversed(whole[-_MAX_WHOLE:]):
        grid.put(plan.left(index) + 2, row, "X", Ink.CROSS)
        grid.put(plan.left(index) + 4, row, _day(cross, plan.column))
        row -= 1


def _day(cross: Cross, column: int) -> str:
    full = cross.told or day_month(cross.day)
    return full if cells(full) <= column - 5 else tiny_date(cross.day)


def _marks(steps: Sequence[Stair], crosses: Sequence[Cross]) -> list[tuple[list[Cross], list[Cross]]]:
    """Return for each step the crosses on it and those half-way to the next."""
    last = steps[-1]
    return [
        (
            [cross for cross in crosses if cross.step == stair.number],
            [cross for cross in crosses if cross.step == stair.number + 0.5 and stair is not last],
        )
        for stair in steps
    ]


def _listed(steps: Sequence[Stair], picture: Staircase, width: int) -> list[Line]:
    lines: list[Line] = []
    for stair, (whole, half) in reversed(list(zip(steps, _marks(steps, picture.crosses), strict=True))):
        told = (f" {tiny_date(cross.day)}, {picture.between}" for cross in half)
        lines.extend((Span("    "), Span("X", Ink.CROSS), Span(text)) for text in told)
        put = "".join(f"  X {tiny_date(cross.day)}" for cross in whole)
        number = f"{stair.number} "
        for at, text in enumerate(wrap(f"{stair.name}{put}", width - len(number))):
            lines.append((Span(number if at == 0 else " " * len(number), Ink.STRONG), Span(text)))
    return lines


def _without_empty_top(lines: list[Line]) -> list[Line]:
    first = next((index for index, row in enumerate(lines) if row), 0)
    return lines[first:]
