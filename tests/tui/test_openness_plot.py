"""The openness over a talk, drawn with lines: as wide and high as asked for, with the limits named."""

from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.domain.mirrors import PlotPoint
from gk_assistant.tui.widgets.openness_plot import AXIS, Limits, Tones, plot

TONES = Tones(line="#000000", quiet="#000000", limit="#000000")
LIMITS = Limits(shut=20, trust=60)
HEIGHT = 9


def drawn(values: list[int], width: int = 76) -> list[str]:
    """Return the rows of a talk's plot."""
    points = [PlotPoint(turn=turn, openness=value) for turn, value in enumerate(values)]
    return plot(points, LIMITS, TONES, width=width, height=HEIGHT).plain.split("\n")


@given(st.lists(st.integers(0, 100), max_size=200), st.integers(20, 120))
def test_a_plot_never_fails_and_never_grows_out_of_its_room(values: list[int], width: int) -> None:
    """Any talk, from none to 200 turns, is drawn in the rows and columns there are."""
    rows = drawn(values, width)
    assert len(rows) == HEIGHT + 1
    assert max(map(len, rows)) <= max(width, AXIS)


def test_the_limits_stand_beside_their_rows() -> None:
    """The rows of the limits say which they are, and where no line goes they are dotted."""
    rows = drawn([50, 50])
    assert [row.split()[0] for row in rows if "tillit 60" in row or "stängd 20" in row] == ["tillit", "stängd"]
    assert all("┄" in row for row in rows if "tillit" in row or "stängd" in row)


def test_the_line_goes_up_when_the_person_opens_and_down_when_it_shuts() -> None:
    """The highest turn lies above the others, and the fall after it ends at the bottom."""
    rows = drawn([50, 100, 0])
    assert "┌" in rows[0]
    assert "└" in rows[HEIGHT - 1]
    assert rows[0].index("┌") < rows[HEIGHT - 1].index("└")


def test_every_fifth_turn_has_its_number() -> None:
    """Below the plot one can count the turns."""
    assert drawn([50] * 12)[-1].split() == ["replik", "0", "5", "10"]
