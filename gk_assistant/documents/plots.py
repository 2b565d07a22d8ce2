"""A drawn line through a talk: a value from 0 to a most at each turn, with limits across and the great moves marked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotDot:
    """A point of the line: where it stands (a turn's number, 0 for before the first) and its value.

    ``moved`` is a move that is worth a mark, signed; 0 for none.
    """

    at: int
    value: int
    moved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotLimit:
    """A level across the picture and what it is called."""

    value: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePlot:
    """A drawn line, its dots in order; ``across`` and ``up`` name the axes, ``most`` is the top of the picture.

    Nothing is told by colour: the line is whole, the limits are dashed and named, marks are signs with a number.
    """

    dots: tuple[PlotDot, ...]
    alt: str
    across: str
    up: str
    limits: tuple[PlotLimit, ...] = ()
    most: int = 100
