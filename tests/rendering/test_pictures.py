"""The drawn pictures: what stands where."""

from datetime import date, timedelta

import pytest

from gk_assistant.documents.model import Box, Boxes, Cross, PlanTimeline, Stair, Staircase, TimeMark
from gk_assistant.rendering import grid_of_boxes, staircase, timeline
from gk_assistant.rendering.canvas import Line
from gk_assistant.rendering.months import Scale

_NAMES = ("Vardagen tar kraften", "Bestämd tid ibland", "Några timmar", "Halva veckan", "Större delen", "Hela veckan")
_DAY = date(2026, 11, 3)


def _texts(lines: list[Line]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def _stairs(*crosses: Cross, steps: int = 6) -> Staircase:
    known = tuple(Stair(number=at + 1, name=_NAMES[at % len(_NAMES)]) for at in range(steps))
    return Staircase(steps=known, alt="", crosses=crosses)


def _column_of(lines: list[str], text: str) -> int:
    return next(line.index(text) for line in lines if text in line)


@pytest.mark.parametrize("width", [76, 116])
def test_steps_rise_to_the_right(width: int) -> None:
    """The higher the step, the further right and the further up its number stands."""
    lines = _texts(staircase.draw(_stairs(), width))
    places = [
        (row, line.index(f" {number} "))
        for number in range(1, 7)
        for row, line in enumerate(lines)
        if f" {number} " in line
    ]
    assert places == sorted(places, key=lambda place: (-place[0], place[1]))
    assert len(places) == 6


def test_cross_stands_on_its_step() -> None:
    """A cross on step three is drawn above the tread of step three, with its day."""
    lines = _texts(staircase.draw(_stairs(Cross(step=3.0, day=_DAY)), 76))
    row = next(at for at, line in enumerate(lines) if "X 3/11" in line)
    tread = lines[row + 1]
    assert tread.index("┌") < lines[row].index("X") < tread.index("┤")


def test_cross_between_two_steps_stands_on_the_riser() -> None:
    """A half-step is drawn on the wall between the two steps."""
    lines = _texts(staircase.draw(_stairs(Cross(step=2.5, day=_DAY)), 76))
    row = next(at for at, line in enumerate(lines) if "3/11 X" in line)
    assert lines[row].index("X") == lines[row - 2].index("┌")


def test_wide_picture_writes_the_month_out() -> None:
    """Where there is room the day is written in words."""
    assert any("X 3 november" in line for line in _texts(staircase.draw(_stairs(Cross(step=1.0, day=_DAY)), 116)))


@pytest.mark.parametrize("steps", [1, 2, 6, 7, 12, 40])
@pytest.mark.parametrize("width", [22, 40, 76, 116])
def test_stairs_of_any_size_fit(steps: int, width: int) -> None:
    """An office's own trappa may have any number of steps; each is there, within the width."""
    crosses = [Cross(step=1 + half / 2, day=_DAY + timedelta(days=half)) for half in range(30)]
    lines = _texts(staircase.draw(_stairs(*crosses, steps=steps), width))
    assert all(len(line) <= width for line in lines)
    assert all(any(f"{number} " in line for line in lines) for number in range(1, steps + 1))


@pytest.mark.parametrize(("step", "room"), [(2.0, 4), (2.5, 2)])
def test_many_crosses_in_one_place_keep_the_latest(step: float, room: int) -> None:
    """When more crosses fall in one place than there is room for, the latest are drawn and the stairs stay whole."""
    crosses = [Cross(step=step, day=_DAY + timedelta(days=at)) for at in range(9)]
    lines = _texts(staircase.draw(_stairs(*crosses), 76))
    drawn = [line for line in lines if "X" in line]
    assert len(drawn) == room
    assert "11/11" in drawn[-1]


def _plan(*marks: TimeMark, months: int = 3) -> PlanTimeline:
    return PlanTimeline(start=_DAY, end=_DAY + timedelta(days=30 * months), alt="", marks=marks)


def test_time_line_names_months_and_weeks() -> None:
    """Three months show their names and the numbers of their weeks, over New Year too."""
    lines = _texts(timeline.draw(_plan(), 76))
    assert [name for name in lines[0].split() if name] == ["november", "december", "januari", "februari"][:3] + (
        ["februari"] if "februari" in lines[0] else []
    )
    assert lines[1].split()[:3] == ["Vecka", "45", "46"]
    assert "53" in lines[1].split()


@pytest.mark.parametrize(("days", "first"), [(90, "v. 46"), (180, "46")])
def test_the_first_week_says_what_the_numbers_are(days: int, first: str) -> None:
    """A short word stands before the first number where there is room for it, and before no other."""
    weeks = [name for name, _ in Scale(_DAY, _DAY + timedelta(days=days)).weeks("v.")]
    assert weeks[:2] == [first, "47"]
    assert Scale(_DAY, _DAY + timedelta(days=days)).weeks()[0][0] == "46"


def test_later_marks_stand_further_right() -> None:
    """The sign of a later day stands further to the right, and every mark tells its day."""
    marks = [TimeMark(day=_DAY + timedelta(days=20 * at), label=f"Sak {at}") for at in range(4)]
    lines = _texts(timeline.draw(_plan(*marks), 76))
    columns = [line.index("●") for line in lines if "●" in line]
    assert columns == sorted(columns)
    assert len(set(columns)) == 4
    assert "Sak 3 (2 januari)" in "\n".join(lines)


@pytest.mark.parametrize("months", [1, 3, 6, 12, 36])
@pytest.mark.parametrize("width", [50, 76, 116])
def test_time_line_of_any_length_fits(months: int, width: int) -> None:
    """A month or three years: within the width, with the days outside at the edge."""
    marks = [TimeMark(day=_DAY + timedelta(days=at), label="x" * 200) for at in (-400, 0, 45, 4000)]
    lines = _texts(timeline.draw(_plan(*marks, months=months), width))
    assert all(len(line) <= width for line in lines)
    assert all("november)" in line or "(" in line for line in lines if "…" in line)


@pytest.mark.parametrize(("width", "columns"), [(40, 1), (60, 2), (76, 3), (116, 4)])
def test_boxes_stand_beside_each_other(width: int, columns: int) -> None:
    """The wider the paper, the more rutor beside each other; each has sign, title and frame of equal width."""
    boxes = tuple(Box(title=f"Ruta {at}", sign="■", text="Om något.", light="#d6e6fb") for at in range(5))
    lines = grid_of_boxes.draw(Boxes(boxes=boxes, alt=""), width)
    texts = _texts(lines)
    assert texts[0].count("╭") == columns
    assert all(len(text) <= width for text in texts)
    assert all(any(f"■ Ruta {at}" in text for text in texts) for at in range(5))


def test_long_title_breaks_at_its_stroke() -> None:
    """A long title is broken where a reader would break it."""
    texts = _texts(grid_of_boxes.draw(Boxes(boxes=(Box(title="Behandling/medicinering", sign="♦"),), alt=""), 24))
    assert any("♦ Behandling/ " in text for text in texts)
    assert any("│ medicinering" in text for text in texts)
