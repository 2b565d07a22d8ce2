"""Several mirrors beside each other: one who practises over time, and a group without names. Never a grade."""

from dataclasses import dataclass
from datetime import datetime

from gk_assistant.domain.mirrors import Guided


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkHeld:
    """A talk in a comparison: when it began, what it was, how many turns it had."""

    begun: datetime
    title: str
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A measure in one talk: its value in words, its number (``None``: not reckoned) and how it stood."""

    value: str = ""
    number: float | None = None
    stands: Guided = Guided.UTAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A measure through the talks, the oldest first; a point for each talk."""

    id: str
    name: str
    guide: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """What one who practises did through several talks, the oldest first."""

    trainee: str
    talks: tuple[TalkHeld, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A measure over a group: in how many talks it was reckoned, the middle half, how many inside the guide line.

    ``low``, ``middle`` and ``high`` are the quartiles (``None`` for fewer than four talks: the range says too much of
    one); ``guided`` counts the talks in which it could be told how it stood.
    """

    id: str
    name: str
    guide: str
    talks: int
    low: float | None = None
    middle: float | None = None
    high: float | None = None
    inside: int = 0
    guided: int = 0
    unsure: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """Something and in how many talks it came, of how many it could have."""

    words: str
    count: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPersona:
    """What was practised on one persona: how many talks; the rest only where enough people have tried."""

    persona: str
    name: str
    talks: int
    facts: float | None = None
    cues: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A group without names. ``why_not`` is a sentence when too little is there to be shown; then all else is empty."""

    talks: int
    people: int
    why_not: str = ""
    spreads: tuple[Spread, ...] = ()
    tries: tuple[Often, ...] = ()
    rutor: tuple[Often, ...] = ()
    cues: tuple[Often, ...] = ()
    personas: tuple[OfPersona, ...] = ()
