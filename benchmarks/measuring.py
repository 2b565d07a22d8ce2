"""Medians of interleaved runs, and the rows they become."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Measure = Callable[[], float]
"""Does something once and returns how many seconds it took."""

MILLI = 1000
MEBI = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: what was measured, how long it took, the yardstick and how long that took (seconds).

    A row of memory (:meth:`of_size`) holds thousands of MiB instead.
    """

    what: str
    seconds: float
    yardstick: str
    yard: float
    unit: str = "ms"

    @classmethod
    def of_size(cls, *, what: str, size: int, most: int) -> "Row":
        """Return a row of memory: bytes held, against the most that is allowed."""
        return cls(what=what, seconds=size / MEBI / MILLI, yardstick="mål", yard=most / MEBI / MILLI, unit="MiB")

    @property
    def ratio(self) -> float:
        """How many times the yardstick it took."""
        return self.seconds / self.yard


def timed(work: Callable[[], object]) -> Measure:
    """Return a measure of a piece of work."""

    def measure() -> float:
        begun = perf_counter()
        work()
        return perf_counter() - begun

    return measure


def medians(measures: Mapping[str, Measure], *, runs: int, warm: int = 1) -> dict[str, float]:
    """Run the measures in turn, round after round, so that a busy moment hits them all; return each one's median."""
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for turn in range(warm + runs):
        for name, measure in measures.items():
            seconds = measure()
            if turn >= warm:
                taken[name].append(seconds)
    return {name: median(seconds) for name, seconds in taken.items()}


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table in Swedish."""
    lines = ["| mätning | tid | mot | tid | kvot |", "|---|--:|---|--:|--:|"]
    for row in rows:
        own, yard = (f"{_number(value * MILLI)} {row.unit}" for value in (row.seconds, row.yard))
        cells = (row.what, own, row.yardstick, yard, f"{_number(row.ratio)} ×")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _number(value: float) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004 - three figures at most
    return f"{value:.{digits}f}".replace(".", ",")
