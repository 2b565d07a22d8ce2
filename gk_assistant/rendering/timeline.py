"""The drawn time line of a plan: months and weeks across, one line for each thing that happens."""

from datetime import date

from gk_assistant.documents.model import PlanTimeline, TimeMark
from gk_assistant.rendering.canvas import Grid, Ink, Line, Span
from gk_assistant.rendering.characters import cells, clip, wrap
from gk_assistant.rendering.marks import day_words
from gk_assistant.rendering.months import Scale

_GUTTER = 7
_NARROWEST = 50
_LONGEST_DAYS = 2000
_LAST_YEAR = 9998
_ROOM_FOR_WEEKS = 3.6
_SIGNS = {"steg": "●", "kontroll": "◆", "uppföljning": "■", "start": "├", "slut": "┤"}
_HEAD = 3


def draw(picture: PlanTimeline, width: int) -> list[Line]:
    """Return the time line as lines; a list of days where the screen is narrow or the plan ends before it starts."""
    marks = _all_marks(picture)
    days = (picture.end - picture.start).days
    if width < _NARROWEST or not 0 < days <= _LONGEST_DAYS or picture.end.year > _LAST_YEAR:
        return _listed(marks, width)
    scale = _Scale(picture, width - _GUTTER)
    grid = Grid(width, _HEAD + len(marks))
    _draw_axis(grid, scale)
    for row, mark in enumerate(marks, start=_HEAD):
        for first in scale.firsts()[1:]:
            grid.put(_GUTTER + scale.at(first), row, "┊", Ink.FAINT)
        _draw_mark(grid, scale, row, mark)
    lines = grid.lines()
    return lines if scale.weeks_fit else [lines[0], *lines[2:]]


class _Scale(Scale):
    """Days to columns."""

    def __init__(self, picture: PlanTimeline, width: int) -> None:
        super().__init__(picture.start, picture.end, picture.months)
        self.width = width
        self.week = clip(picture.week, _GUTTER - 1)

    def at(self, day: date) -> int:
        """Return a day's column; days outside lie at the edge."""
        return round(self.share(day) * (self.width - 1))

    @property
    def weeks_fit(self) -> bool:
        """Whether there is room to number the weeks."""
        return self.width * 7 / self.days >= _ROOM_FOR_WEEKS


def _draw_axis(grid: Grid, scale: _Scale) -> None:
    """Draw the names of months, the numbers of weeks, and the axis."""
    grid.put(_GUTTER, _HEAD - 1, "├" + "─" * (scale.width - 2) + "┤", Ink.FRAME)
    if scale.weeks_fit:
        grid.put(0, 1, scale.week, Ink.FAINT)
        mondays = scale.mondays()
        if not mondays or scale.at(mondays[0]) > 2:  # noqa: PLR2004 - room for the number of the week begun
            grid.put(_GUTTER, 1, str(scale.start.isocalendar().week), Ink.FAINT)
        for monday in mondays:
            week = str(monday.isocalendar().week)
            if scale.at(monday) + len(week) <= scale.width:
                grid.put(_GUTTER + scale.at(monday), 1, week, Ink.FAINT)
            if scale.at(monday) not in (0, scale.width - 1):
                grid.put(_GUTTER + scale.at(monday), _HEAD - 1, "┴", Ink.FRAME)
    months = scale.firsts()
    edges = [*(scale.at(first) for first in months), scale.width]
    for first, left, right in zip(months, edges, edges[1:], strict=False):
        name = scale.name(first)
        if cells(name) >= right - left:
            name = name[:3] if right - left > 3 else ""  # noqa: PLR2004 - three letters tell the months apart
        grid.put(_GUTTER + left, 0, name, Ink.STRONG)
        if first != scale.start and left not in (0, scale.width - 1):
            grid.put(_GUTTER + left, _HEAD - 1, "┼", Ink.FRAME)


def _draw_mark(grid: Grid, scale: _Scale, row: int, mark: TimeMark) -> None:
    """Put the sign under its day and the words on the side where there is more room."""
    at = _GUTTER + scale.at(mark.day)
    room_right = scale.width + _GUTTER - at - 2
    grid.put(at, row, _SIGNS.get(mark.kind, "●"), Ink.SIGN)
    if cells(_words(mark)) <= room_right or room_right >= at - 1:
        grid.put(at + 2, row, _words(mark, room_right))
    else:
        words = _words(mark, at - 1)
        grid.put(at - 1 - cells(words), row, words)


def _words(mark: TimeMark, room: int | None = None) -> str:
    """Return what happens, and the day; where there is too little room the day stays whole."""
    day = f"({day_words(mark)})"
    label = " ".join(mark.label.split())
    return f"{label if room is None else clip(label, room - cells(day) - 1)} {day}"


def _all_marks(picture: PlanTimeline) -> list[TimeMark]:
    return [
        TimeMark(day=picture.start, label=picture.begins.label, told=picture.begins.told, kind="start"),
        *sorted(picture.marks, key=lambda mark: mark.day),
        TimeMark(day=picture.end, label=picture.ends.label, told=picture.ends.told, kind="slut"),
    ]


def _listed(marks: list[TimeMark], width: int) -> list[Line]:
    lines: list[Line] = []
    for mark in marks:
        for at, text in enumerate(wrap(_words(mark), width - 2)):
            sign = _SIGNS["steg"] if mark.kind in ("start", "slut") else _SIGNS.get(mark.kind, "●")
            lines.append((Span(f"{sign} " if at == 0 else "  ", Ink.SIGN), Span(text)))
    return lines
