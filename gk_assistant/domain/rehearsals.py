"""A rehearsal: a talk with a fictive deltagare, turn by turn, and how it was set up.

A rehearsal holds everything that a mirror needs, so that it can be kept, played back and compared without its persona.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from gk_assistant.domain.cases import Case
from gk_assistant.domain.openness import FULL, Rule
from gk_assistant.domain.personas import LAYER_WORDS, PLAIN_WORDS, Layer
from gk_assistant.domain.utterances import Heard


class Speaker(StrEnum):
    """Who says something."""

    HANDLAGGARE = "handlaggare"
    DELTAGARE = "deltagare"
    MED = "med"


class Part(StrEnum):
    """Which meeting a turn belongs to."""

    GK1 = "GK1"
    GK2 = "GK2"


class Shown(StrEnum):
    """When the feedback on a turn is shown."""

    DIREKT = "direkt"
    DOLD = "dold"
    EFTERAT = "efterat"


class Difficulty(StrEnum):
    """How readily a persona opens and closes, beside what its own file says."""

    LATT = "latt"
    VANLIG = "vanlig"
    SVAR = "svar"


DIFFICULTY: Final[Mapping[Difficulty, tuple[float, float]]] = {
    Difficulty.LATT: (1.5, 0.5),
    Difficulty.VANLIG: (1.0, 1.0),
    Difficulty.SVAR: (0.7, 1.4),
}
"""What the steps up and the steps down are multiplied by (L)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a rehearsal is set up; the same setting and the same words give the same talk.

    ``ruta`` is the only ruta to train (empty: all), ``turns`` how many turns it lasts (0: as long as one likes).
    """

    persona: str
    seed: int = 0
    difficulty: Difficulty = Difficulty.VANLIG
    ruta: str = ""
    turns: int = 0
    shown: Shown = Shown.DIREKT


@dataclass(frozen=True, slots=True, kw_only=True)
class Stir:
    """A rule that moved the openness, and by how much; ``told`` are the words that called it."""

    rule: Rule
    step: int
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A line of an answer. ``line`` is its id in the persona's file, empty when it was put together here.

    ``topic`` and ``layer`` tell where in the file it stands, if in a topic.
    """

    by: Speaker
    text: str
    name: str = ""
    line: str = ""
    topic: str = ""
    layer: Layer | None = None

    @property
    def when_said(self) -> str:
        """When such a line is said, as a trainer is told it; empty for one that belongs to no topic's layers."""
        if self.layer is not None:
            return LAYER_WORDS[self.layer]
        return PLAIN_WORDS if "/svar_" in self.line else ""


class Cued(StrEnum):
    """What became of something said in passing."""

    GIVEN = "given"
    TAGEN = "tagen"
    FORBI = "forbi"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueSeen:
    """A cue in a turn: its id, its words, what became of it, why it was worth hearing."""

    cue: str
    words: str
    became: Cued
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What was said to the person and what came back.

    ``number`` counts from 1 over both meetings, ``seconds`` from the start of the rehearsal. ``openness`` is 0–100
    after the turn (``None`` where nobody knows: a talk written down elsewhere). ``topic`` is the topic that was asked
    for, ``fresh`` the ids of lines told for the first time. ``understood`` is false when the person asked what was
    meant.
    """

    number: int
    part: Part
    heard: Heard
    said: tuple[Said, ...] = ()
    seconds: float = 0.0
    openness: int | None = None
    stirs: tuple[Stir, ...] = ()
    topic: str = ""
    ruta: str = ""
    fresh: tuple[str, ...] = ()
    cues: tuple[CueSeen, ...] = ()
    understood: bool = True
    hinted: bool = False

    @property
    def answer(self) -> str:
        """What came back, as one text; a companion's words are marked with the name."""
        return " ".join(f"{said.name}: {said.text}" if said.by is Speaker.MED else said.text for said in self.said)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSeen:
    """A thing that was there to be told: its topic, its ruta, what is true, and the turn it came out in (0: never).

    ``deep`` tells whether it lay behind trust or leave.
    """

    topic: str
    ruta: str
    fact: str
    deep: bool
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A rehearsal as it is kept. ``facts`` are what was there to be told, and ``case`` the notes that were taken.

    ``file`` and ``title`` name the talk where it was written down elsewhere (then there is no persona).
    ``trainee`` is a code that somebody chose for comparing, never a name.
    """

    id: str
    begun: datetime
    setting: Setting
    name: str = ""
    title: str = ""
    start: int | None = None
    trust: int = FULL
    shut: int = 0
    turns: tuple[Turn, ...] = ()
    facts: tuple[FactSeen, ...] = ()
    rutor: tuple[str, ...] = ()
    ended: datetime | None = None
    case: Case | None = None
    trainee: str = ""

    def with_turn(self, turn: Turn) -> "Rehearsal":
        """Return the rehearsal with a turn more."""
        return replace(self, turns=(*self.turns, turn))

    def without_last(self) -> "Rehearsal":
        """Return the rehearsal without its last turn."""
        return replace(self, turns=self.turns[:-1])

    def of(self, part: Part) -> Iterator[Turn]:
        """Yield the turns of one meeting."""
        return (turn for turn in self.turns if turn.part is part)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The meetings that hold any turn, in order."""
        return tuple(part for part in Part if any(self.of(part)))
