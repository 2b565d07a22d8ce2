"""The drawn trappa: steps that rise to the right, with a cross for each placement, on a step or between two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from rich.text import Text
from textual.app import App
from textual.widgets import Static

from gk_assistant.documents.dates import tiny_date
from gk_assistant.domain.bank import Trappa, TrappaStep
from gk_assistant.domain.trappa import PlacedBy, Placement
from gk_assistant.tui.widgets.colours import tone

NARROWEST, WIDEST = 13, 20
ROOMY = 16
"""Columns a step needs before its words stand a little in from its edge."""
LOW, HIGH = 2, 3
"""Rows from one tread to the next."""
AGENCIES = {PlacedBy.FK: " FK", PlacedBy.AF: " AF"}
CALM = "För egen bedömning och samtal. Aldrig ett villkor."


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """Styles of the drawing: frame, hours and captions, the crosses, the latest cross."""

    frame: str
    quiet: str
    cross: str
    latest: str


class Staircase(Static):
    """Draws the trappa for the room there is."""

    def show(self, trappa: Trappa, placements: Sequence[Placement], *, width: int, height: int) -> None:
        """Draw the stairs in ``width`` columns and, where they fit, ``height`` rows."""
        app = cast("App[str]", self.app)
        lit = tone(app, "lit")
        tones = Tones(
            frame=tone(app, "quiet"),
            quiet=tone(app, "quiet"),
            cross=f"bold {lit}",
            latest=f"bold {tone(app, 'on-lit')} on {lit}",
        )
        self.update(stairs(trappa, placements, width=width, height=height, tones=tones))


class _Sheet:
    """A grid of single cells with styles."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self._cells = [[(" ", "")] * width for _ in range(height)]

    def put(self, column: int, row: int, words: str, style: str = "") -> None:
        """Write words; what falls outside is left out."""
        if not 0 <= row < len(self._cells):
            return
        for offset, sign in enumerate(words):
            if 0 <= column + offset < self.width:
                self._cells[row][column + offset] = (sign, style)

    def text(self) -> Text:
        """Return the sheet, its rows without trailing blanks."""
        text = Text(no_wrap=True)
        for number, row in enumerate(self._cells):
            if number:
                text.append("\n")
            end = max((at for at, cell in enumerate(row, 1) if cell[0] != " " or cell[1]), default=0)
            for sign, style in row[:end]:
                text.append(sign, style=style)
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """The placements on one step and those half-way to the next, the latest first."""

    whole: tuple[Placement, ...]
    half: tuple[Placement, ...]

    @property
    def rows(self) -> int:
        """Rows they need above the tread."""
        return len(self.whole) + len(self.half)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measures:
    """Where everything lies: the width of a step, the rise between two, rows under a tread, air on top."""

    column: int
    rise: int
    under: int
    air: int
    count: int

    @property
    def floor(self) -> int:
        """The row of the floor."""
        return self.tread(0) + self.under + 1

    def tread(self, index: int) -> int:
        """Return the row of a step's tread."""
        return self.air + (self.count - 1 - index) * self.rise

    def left(self, index: int) -> int:
        """Return the column where a step begins."""
        return index * self.column


def stairs(trappa: Trappa, placements: Sequence[Placement], *, width: int, height: int, tones: Tones) -> Text:
    """Return the staircase, or a plain list of the steps where the screen is too narrow for stairs."""
    steps = tuple(sorted(trappa.steps, key=lambda step: step.number))
    if not steps:
        return Text(trappa.question)
    put = sorted(placements, key=lambda placement: placement.day)[::-1]
    column = min((width - 1) // len(steps), WIDEST)
    marks = tuple(_marks(step, put, last=step is steps[-1]) for step in steps)
    if column < NARROWEST:
        return _listed(steps, marks, trappa, tones)
    names = tuple(_wrapped(step.short, column - 1 - _indent(column)) for step in steps)
    drawing = _Drawing(_measures(names, marks, column, height), tones)
    drawing.captions(trappa, put)
    for index, step in enumerate(steps):
        drawing.step(index, step, names[index])
    latest = put[0].id if put else ""
    for index, mark in enumerate(marks):
        drawing.crosses(index, mark, lambda one: tones.latest if one.id == latest else tones.cross)
    return drawing.sheet.text()


def _measures(names: Sequence[Sequence[str]], marks: Sequence[_Marks], column: int, height: int) -> _Measures:
    """Choose the highest rise that fits."""
    count = len(names)
    for rise in (HIGH, LOW):
        under = max(1 + len(name) - at * rise for at, name in enumerate(names))
        air = max(0, *(mark.rows - (count - 1 - at) * rise for at, mark in enumerate(marks)))
        measures = _Measures(column=column, rise=rise, under=under, air=air, count=count)
        if measures.floor < height:
            break
    return measures


def _indent(column: int) -> int:
    return 1 if column >= ROOMY else 0


def _marks(step: TrappaStep, put: Sequence[Placement], *, last: bool) -> _Marks:
    return _Marks(
        whole=tuple(one for one in put if one.step == step.number),
        half=() if last else tuple(one for one in put if one.step == step.number + 0.5),
    )


class _Drawing:
    """Puts steps and crosses on a sheet of the right size."""

    def __init__(self, measures: _Measures, tones: Tones) -> None:
        self.measures = measures
        self.tones = tones
        self.sheet = _Sheet(measures.left(measures.count) + 1, measures.floor + 1)

    def captions(self, trappa: Trappa, put: Sequence[Placement]) -> None:
        """Use the empty corner over the low steps."""
        self.sheet.put(1, 0, trappa.question, "bold")
        self.sheet.put(1, 1, CALM, self.tones.quiet)
        not_now = [tiny_date(one.day) for one in reversed(put) if one.step is None]
        if not_now:
            style = self.tones.latest if put[0].step is None else self.tones.cross
            self.sheet.put(1, 3, " X ", style)
            self.sheet.put(5, 3, f"inte nu ({', '.join(not_now)})")

    def step(self, index: int, step: TrappaStep, name: Sequence[str]) -> None:
        """Draw a step with its number, name and hours."""
        measures, frame = self.measures, self.tones.frame
        left, right, top = measures.left(index), measures.left(index + 1), measures.tread(index)
        last = index == measures.count - 1
        self.sheet.put(left, top, "┌" + "─" * (measures.column - 1), frame)
        self.sheet.put(left + 2, top, f" {step.number} ", "bold")
        if index == 0:
            self._wall(left, top, measures.floor, "│")
            self.sheet.put(0, measures.floor, "└" + "─" * (self.sheet.width - 2) + "┘", frame)
        if last:
            self.sheet.put(right, top, "┐", frame)
            self._wall(right, top, measures.floor, "│")
        else:
            self._wall(right, measures.tread(index + 1), top, "│")
            self.sheet.put(right, top, "┘", frame)
            self._wall(right, top, measures.floor, "┊")
        inner = left + 1 + _indent(measures.column)
        for offset, words in enumerate(name, 1):
            self.sheet.put(inner, top + offset, words)
        self.sheet.put(inner, top + 1 + len(name), f"{step.hours} tim", self.tones.quiet)

    def _wall(self, column: int, above: int, below: int, sign: str) -> None:
        for row in range(above + 1, below):
            self.sheet.put(column, row, sign, self.tones.frame)

    def crosses(self, index: int, marks: _Marks, style: Callable[[Placement], str]) -> None:
        """Put the latest lowest: half-steps on the riser, whole steps above the tread."""
        left, riser = self.measures.left(index), self.measures.left(index + 1)
        row = self.measures.tread(index) - 1
        for number, one in enumerate(marks.half):
            cross = riser - 1 if number < self.measures.rise - 1 else riser - 2
            day = f"{tiny_date(one.day)}{AGENCIES.get(one.by, '')}"
            self.sheet.put(cross, row, " X", style(one))
            self.sheet.put(cross - 1 - len(day), row, day)
            row -= 1
        for one in marks.whole:
            self.sheet.put(left + 2, row, " X ", style(one))
            self.sheet.put(left + 6, row, f"{tiny_date(one.day)}{AGENCIES.get(one.by, '')}")
            row -= 1


def _listed(steps: Sequence[TrappaStep], marks: Sequence[_Marks], trappa: Trappa, tones: Tones) -> Text:
    text = Text(f"{trappa.question}\n", style="bold")
    for step, mark in reversed(list(zip(steps, marks, strict=True))):
        for one in mark.half:
            text.append("   X", style=tones.cross)
            text.append(f" {tiny_date(one.day)}, mellan stegen\n", style="not bold")
        text.append(f"{step.number}  {step.short}, {step.hours} tim", style="not bold")
        for one in mark.whole:
            text.append("  X", style=tones.cross)
            text.append(f" {tiny_date(one.day)}", style="not bold")
        text.append("\n")
    text.append(CALM, style=f"not bold {tones.quiet}")
    return text


def _wrapped(words: str, width: int) -> list[str]:
    """Cut between words; a word that is too long is cut where it must be."""
    rows = [""]
    for word in words.split():
        whole = word
        while len(whole) > width:
            rows += [whole[: width - 1] + "-"] if rows[-1] else []
            if not rows[-1]:
                rows[-1] = whole[: width - 1] + "-"
            whole = whole[width - 1 :]
        joined = f"{rows[-1]} {whole}".strip()
        if len(joined) <= width and not rows[-1].endswith("-"):
            rows[-1] = joined
        else:
            rows.append(whole)
    return [row for row in rows if row]
