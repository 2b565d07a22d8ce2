"""Where the crosses of a staircase stand: on which step, or on the edge to the next, and how high above each other."""

from collections import Counter
from dataclasses import dataclass

from gk_assistant.documents.dates import tiny_date
from gk_assistant.documents.model import Stair, Staircase

MOST = 4
"""How many crosses are drawn in one place, the latest lowest; the older ones are told as a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A cross: its place counted from the lowest step (0; 0.5 is the edge to the next), its row above, its words."""

    at: float
    row: int
    day: str


def stairs(block: Staircase) -> tuple[Stair, ...]:
    """Return the steps, the lowest first."""
    return tuple(sorted(block.steps, key=lambda stair: stair.number))


def placed(block: Staircase) -> tuple[Placed, ...]:
    """Return the crosses that have a place on the staircase, the latest first."""
    places = {stair.number: at for at, stair in enumerate(stairs(block))}
    rows, older = Counter[float](), Counter[float]()
    kept: list[Placed] = []
    for cross in reversed(block.crosses):
        whole, half = divmod(cross.step, 1.0)
        place = places.get(int(whole))
        if place is None or (half and place == len(places) - 1):
            continue
        at = place + (0.5 if half else 0.0)
        if rows[at] == MOST:
            older[at] += 1
            continue
        kept.append(Placed(at=at, row=rows[at], day=tiny_date(cross.day)))
        rows[at] += 1
    return tuple(_with_older(one, older[one.at]) if one.row == MOST - 1 else one for one in kept)


def _with_older(one: Placed, count: int) -> Placed:
    return Placed(at=one.at, row=one.row, day=f"{one.day} +{count}") if count else one
