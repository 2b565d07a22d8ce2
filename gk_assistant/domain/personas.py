"""A fictive deltagare to practise on, as data: what is true, in layers, how it is said, what opens and what closes.

The lines are written beforehand, by trainers too; nothing is made up while one talks. A persona tells of itself only
what its file says, so that two who practise can compare.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from gk_assistant.domain.bank import Group
from gk_assistant.domain.openness import Openness
from gk_assistant.domain.planning import OutcomeKind
from gk_assistant.domain.trappa import PlacedBy


class Layer(StrEnum):
    """When a line about a topic may be said, from the outermost to the innermost."""

    GENAST = "genast"
    OPPET = "oppet"
    TILLIT = "tillit"
    LOV = "lov"


LAYER_WORDS: Final[Mapping[Layer, str]] = {
    Layer.GENAST: "sägs genast",
    Layer.OPPET: "sägs på en öppen fråga",
    Layer.TILLIT: "sägs först när det finns tillit",
    Layer.LOV: "sägs först när någon bett om lov",
}
"""When the lines of each layer are said, as a trainer is told it."""

PLAIN_WORDS: Final = "sägs på en rak fråga"
"""The same of a plain answer to a plain question, which stands in no layer."""


HOW_HARD: Final[Mapping[int, str]] = {1: "lätt", 2: "medel", 3: "svår"}
"""How hard a persona is to meet, by the ``difficulty`` of its file."""


class Occasion(StrEnum):
    """What calls a line that belongs to no topic."""

    HALSNING = "halsning"
    VALJ_RUTA = "valj_ruta"
    SYFTE = "syfte"
    FORSTAR_INTE = "forstar_inte"
    TYSTNAD = "tystnad"
    JA = "ja"
    NEJ = "nej"
    KANSKE = "kanske"
    GER_EFTER = "ger_efter"
    STAR_EMOT = "star_emot"
    TIDIGT_RAD = "tidigt_rad"
    LOFTE = "lofte"
    LOFTE_PAMINNER = "lofte_paminner"
    UPPREPNING = "upprepning"
    BEKRAFTAD = "bekraftad"
    FORSTADD = "forstadd"
    MISSFORSTADD = "missforstadd"
    SAMMANFATTAD = "sammanfattad"
    LOV_JA = "lov_ja"
    LOV_NEJ = "lov_nej"
    UTAN_LOV = "utan_lov"
    STANGD = "stangd"
    INGET_MER = "inget_mer"
    FLERA_FRAGOR = "flera_fragor"
    SVART_ORD = "svart_ord"
    PAUS = "paus"
    EGEN_FRAGA = "egen_fraga"
    HEJDA = "hejda"
    OM_MIG = "om_mig"
    NULAGE = "nulage"
    VILL = "vill"
    BEHOV = "behov"
    SMAPRAT = "smaprat"
    UPPFATTAT = "uppfattat"
    TACK = "tack"
    VET_INTE = "vet_inte"


FEWEST_LINES: Final[Mapping[Occasion, int]] = dict.fromkeys(Occasion, 2) | {
    Occasion.FORSTAR_INTE: 4,
    Occasion.TYSTNAD: 4,
    Occasion.STANGD: 4,
    Occasion.INGET_MER: 4,
    Occasion.FORSTADD: 4,
    Occasion.JA: 3,
    Occasion.NEJ: 3,
    Occasion.KANSKE: 3,
    Occasion.BEKRAFTAD: 3,
    Occasion.UPPFATTAT: 4,
    Occasion.VET_INTE: 4,
    Occasion.NULAGE: 3,
    Occasion.VILL: 3,
    Occasion.BEHOV: 3,
}
"""How many lines each occasion needs, so that a talk of 40 turns does not repeat itself woodenly (L)."""


class Length(StrEnum):
    """How long an answer usually is, and the longest line in characters."""

    KORT = "kort"
    MEDEL = "medel"
    LANG = "lang"

    @property
    def longest(self) -> int:
        """The most characters of a line."""
        return {"kort": 120, "medel": 220, "lang": 360}[self.value]


class Tempo(StrEnum):
    """How soon an answer comes."""

    LANGSAMT = "langsamt"
    LUGNT = "lugnt"
    SNABBT = "snabbt"


class Yielding(StrEnum):
    """What a leading question does: the person goes along, stands against it, or either way by openness."""

    GER_EFTER = "ger_efter"
    STAR_EMOT = "star_emot"
    BEROR_PA = "beror_pa"


class Reply(StrEnum):
    """What a closed question gets, true to the facts."""

    JA = "ja"
    NEJ = "nej"
    DELVIS = "delvis"


class Asks(StrEnum):
    """The kind of thing that a question asks for."""

    NAMN = "namn"
    HUR_LANGE = "hur_lange"
    HUR_OFTA = "hur_ofta"
    HUR_MYCKET = "hur_mycket"
    NAR = "nar"
    VEM = "vem"
    VAR = "var"
    VARFOR = "varfor"
    HUR_GICK_DET = "hur_gick_det"
    VAD_DA = "vad_da"
    FAVORIT = "favorit"
    KANNS = "kanns"
    VAD = "vad"
    HUR = "hur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it is said. ``id`` is ``topic/layer/n`` or ``rader/occasion/n`` (n from 1), unique in the persona."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedAnswer:
    """The answer to a closed question about a topic; ``words`` are stems that it asks by, none: any other."""

    reply: Reply
    line: Line
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject within a ruta: what calls it, what is true, and the lines of each layer.

    ``themes`` are ids of groups in ``lexikon/rutord.toml``, ``words`` further stems; ``fact`` is what a trainer reads
    as true, ``deeper`` what only trust or leave brings; ``secret`` are stems that may stand in no other line.
    ``facts`` are the plain answers to questions for a time, a name, a reason and so on.
    """

    id: str
    ruta: str
    fact: str
    deeper: str = ""
    themes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    lines: Mapping[Layer, tuple[Line, ...]] = field(default_factory=dict)
    closed: tuple[ClosedAnswer, ...] = ()
    facts: Mapping[Asks, tuple[Line, ...]] = field(default_factory=dict)

    def of(self, layer: Layer) -> tuple[Line, ...]:
        """Return the lines of a layer."""
        return self.lines.get(layer, ())

    def all_lines(self) -> Iterator[Line]:
        """Yield every line, from the outermost layer in, then the plain facts and the answers to closed questions."""
        for layer in Layer:
            yield from self.of(layer)
        for asks in Asks:
            yield from self.facts.get(asks, ())
        for answer in self.closed:
            yield answer.line


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something said in passing that a good listener picks up.

    ``phrase`` stands in a line of ``topic``; a listener who takes it up uses one of ``taken_up`` (stems) and then hears
    ``lines``; ``leads_to`` is the topic that opens. ``why`` is for the trainer.
    """

    id: str
    topic: str
    phrase: str
    taken_up: tuple[str, ...]
    leads_to: str
    lines: tuple[Line, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How the person speaks; ``silence`` is how many of ten answers begin with a pause."""

    described: str
    length: Length
    tempo: Tempo
    silence: int = 0
    fillers: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    deflections: tuple[Line, ...] = ()
    leading: Yielding = Yielding.BEROR_PA


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """Somebody who comes along: partner, interpreter, boendestöd."""

    id: str
    name: str
    role: str
    described: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interjection:
    """What a companion says when one of the topics is touched (none: any), and what the person says then, if aught."""

    by: str
    line: Line
    topics: tuple[str, ...] = ()
    echo: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlacement:
    """Where on the trappa the person would stand: whole and half steps from 1.0, ``None`` for "inte nu"."""

    step: float | None
    words: str
    by: PlacedBy = PlacedBy.SJALV


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStep:
    """A step of a good plan: what, who, when, to what extent."""

    what: str
    who: str
    when: str
    extent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodPlan:
    """What a good plan for this person would hold, to compare with; ``avoid`` is what would go wrong."""

    goal: str
    outcome: OutcomeKind
    works: tuple[str, ...]
    needs: tuple[str, ...]
    steps: tuple[OwnStep, ...]
    otherwise: str
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A whole person to practise on. ``group`` is SP or AE, ``difficulty`` 1 (easy) to 3."""

    id: str
    name: str
    age: int
    group: Group
    title: str
    background: str
    difficulty: int
    voice: Voice
    openness: Openness
    topics: tuple[Topic, ...]
    spoken: Mapping[Occasion, tuple[Line, ...]]
    first_placement: OwnPlacement
    later_placement: OwnPlacement
    plan: GoodPlan
    cues: tuple[Cue, ...] = ()
    companions: tuple[Companion, ...] = ()
    interjections: tuple[Interjection, ...] = ()

    def topic(self, topic_id: str) -> Topic:
        """Return a topic; raises :class:`KeyError`."""
        for topic in self.topics:
            if topic.id == topic_id:
                return topic
        raise KeyError(topic_id)

    def in_ruta(self, ruta: str) -> tuple[Topic, ...]:
        """Return the topics of a ruta, in the order of the file."""
        return tuple(topic for topic in self.topics if topic.ruta == ruta)

    def says(self, occasion: Occasion) -> tuple[Line, ...]:
        """Return the lines of an occasion."""
        return self.spoken.get(occasion, ())

    def all_lines(self) -> Iterator[Line]:
        """Yield every line that the person says; a companion's lines are not among them."""
        for topic in self.topics:
            yield from topic.all_lines()
        for occasion in Occasion:
            yield from self.says(occasion)
        yield from self.voice.deflections
        for cue in self.cues:
            yield from cue.lines
        for interjection in self.interjections:
            if interjection.echo is not None:
                yield interjection.echo
