"""The mirror of a talk: counts and ratios beside published guide lines, what was reached, what to try. Never a grade.

Guide lines: MITI 4.2.1 for reflections to questions and complex reflections (M); the rest from GK training (M) or our
own (L). Experts agree only so-so on open and closed, so a figure that rests on unsure verdicts says so.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gk_assistant.domain.openness import Rule
from gk_assistant.domain.rehearsals import CueSeen, FactSeen
from gk_assistant.domain.utterances import Kind


class Guided(StrEnum):
    """How a figure stands beside its guide line; a figure without one is only told."""

    INOM = "inom"
    NARA = "nara"
    UTANFOR = "utanfor"
    OSAKERT = "osakert"
    UTAN = "utan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure of the mirror: its id, what it is called, the value in words, the guide line in words, how it stands.

    ``number`` is the value for comparing over time (``None`` where it can't be reckoned), ``why`` a sentence on what
    the figure is good for.
    """

    id: str
    name: str
    value: str
    number: float | None = None
    guide: str = ""
    stands: Guided = Guided.UTAN
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A strength or a thing to try: a sentence, the turn it rests on (0: the whole talk), what was said there.

    ``better`` is another wording to try, where there is one.
    """

    id: str
    words: str
    turn: int = 0
    quote: str = ""
    better: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CuePassed:
    """A cue and its turn."""

    turn: int
    seen: CueSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class RutaSeen:
    """A ruta in the talk: how many turns it got and how many of its facts were reached of how many."""

    ruta: str
    title: str
    turns: int
    reached: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotPoint:
    """The openness after a turn, and the rule that moved it most there, if any."""

    turn: int
    openness: int
    rule: Rule | None = None
    step: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Where the person would stand on the trappa and what a good plan would hold, beside what was written here."""

    first: str = ""
    later: str = ""
    ours: tuple[str, ...] = ()
    goal: str = ""
    needs: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    otherwise: str = ""
    avoid: tuple[str, ...] = ()
    our_goal: str = ""
    our_needs: tuple[str, ...] = ()
    our_steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """The mirror of one talk. ``kinds`` are counts in the enum's order; ``unsure`` how many had no sure kind.

    ``strengths`` are three at most and come first, ``tries`` three at most. ``plot`` is empty for a talk without a
    persona, as are ``facts`` and ``cues``.
    """

    title: str
    name: str
    begun: datetime
    turns: int
    kinds: tuple[tuple[Kind, int], ...]
    unsure: int
    measures: tuple[Measure, ...]
    strengths: tuple[Remark, ...]
    tries: tuple[Remark, ...]
    rutor: tuple[RutaSeen, ...] = ()
    facts: tuple[FactSeen, ...] = ()
    cues: tuple[CuePassed, ...] = ()
    plot: tuple[PlotPoint, ...] = ()
    trust: int | None = None
    shut: int | None = None
    comparison: Comparison | None = None
    not_understood: tuple[str, ...] = ()
