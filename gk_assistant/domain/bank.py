"""The question bank as values: what the TOML files of ``question_bank`` say, checked and joined."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.domain.papers import PaperWording, Translation


class Aspect(StrEnum):
    """What a ruta should hold before it is full; the follow-ups ask for what is missing."""

    NULAGE = "nulage"
    EXEMPEL = "exempel"
    FUNGERAR = "fungerar"
    HINDER = "hinder"
    SEDAN_NAR = "sedan_nar"
    HJALPER = "hjalper"
    EGEN_SYN = "egen_syn"


class Group(StrEnum):
    """Whom a question is for."""

    ALLA = "alla"
    SP = "SP"
    AE = "AE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stodord:
    """A ready-made word or two, with the mark it carries."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What calls a follow-up: exactly one of a mark, word stems in the note, or an aspect the ruta lacks."""

    mark: Mark | None = None
    words: tuple[str, ...] = ()
    missing: Aspect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A follow-up question and what calls it. ``id`` is ``ruta/question/n``."""

    id: str
    text: str
    when: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An open main question. ``id`` is ``ruta/name``; ``topic`` is its subject as one would say it."""

    id: str
    ruta: str
    text: str
    topic: str
    text_ae: str = ""
    text_sp: str = ""
    group: Group = Group.ALLA
    stems: tuple[str, ...] = ()
    covers: tuple[Aspect, ...] = ()
    gently: str = ""
    stodord: tuple[Stodord, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Follow-ups for what a note is about, whatever the question was. Every condition that is given must be met.

    ``aim`` is what the questions are after; ``kinds`` are the lexicon's *slag*; ``words`` stems and phrases.
    """

    aim: str
    reason: str
    questions: tuple[str, ...]
    words: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    rutor: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """A sign of danger: calm questions of safety that come before all others, and what to think of in the room."""

    id: str
    words: tuple[str, ...]
    questions: tuple[str, ...]
    reason: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The follow-ups that belong to no single question."""

    dangers: tuple[Danger, ...] = ()
    patterns: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruta:
    """The head of a ruta; ``members`` are the rutor shown as it (itself alone unless joined), ``also_keys`` theirs."""

    id: str
    title: str
    short: str
    key: str
    colour: str
    sign: str
    for_deltagare: str = ""
    sensitive: bool = False
    ways_in: tuple[str, ...] = ()
    stodord: tuple[Stodord, ...] = ()
    members: tuple[str, ...] = ()
    also_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Colour:
    """A ruta's colour: a pale tone under dark text and a dark tone under light text, as ``#rrggbb``."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingWords:
    """What a heading is called: in full, short, and in easy Swedish for the deltagare."""

    heading: Heading
    title: str
    short: str
    plain: str
    explanation: str
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrappaStep:
    """One step of the trappa: a short name, one plain sentence, and hours a week as text."""

    number: int
    short: str
    sentence: str
    hours: str
    percent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trappa:
    """The stairs as data; ``reconstructed`` while the original wording is not available (L)."""

    title: str
    question: str
    not_now: str
    steps: tuple[TrappaStep, ...]
    reconstructed: bool = True
    half_steps: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose between: a decision, an outcome, a consent, a specialist, a field of the plan."""

    id: str
    title: str
    explanation: str = ""
    needs_condition: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepIdea:
    """A ready-made plan step to start from."""

    what: str
    who: str
    extent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTemplate:
    """The plan's fields and the choices around it."""

    months: int
    check_months: int
    fields: tuple[Choice, ...]
    who: tuple[str, ...]
    decisions: tuple[Choice, ...]
    outcomes: tuple[Choice, ...]
    consents: tuple[Choice, ...]
    specialists: tuple[Choice, ...]
    needs: tuple[str, ...] = ()
    step_ideas: tuple[StepIdea, ...] = ()
    new_round: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPlan:
    """Minutes for talk and reflection, when to hint at rutor left, and days to the next meeting."""

    talk: int = 60
    reflection: int = 15
    hint: int = 20
    next_meeting_days: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """Everything but the questions, which are read a ruta at a time when it is opened.

    ``papers`` is the wording of each paper, ``translations`` the rutor and the trappa in other languages by code; both
    may be read when first asked for.
    """

    rutor: tuple[Ruta, ...]
    colours: dict[str, Colour] = field(default_factory=dict)
    headings: tuple[HeadingWords, ...] = ()
    unsure_title: str = "Osäkra"
    trappa: Trappa
    plan: PlanTemplate
    clock: ClockPlan = ClockPlan()
    local_actors: tuple[str, ...] = ()
    papers: Mapping[str, PaperWording] = field(default_factory=dict, compare=False, repr=False)
    translations: Mapping[str, Translation] = field(default_factory=dict, compare=False, repr=False)

    def ruta(self, ruta_id: str) -> Ruta:
        """Return the ruta with an id, or the one it is shown as; raises :class:`KeyError` when there is none."""
        for ruta in self.rutor:
            if ruta.id == ruta_id or ruta_id in ruta.members:
                return ruta
        raise KeyError(ruta_id)

    def by_key(self, key: str) -> Ruta | None:
        """Return the ruta that a key opens, if any."""
        return next((ruta for ruta in self.rutor if key == ruta.key or key in ruta.also_keys), None)

    def heading(self, heading: Heading) -> HeadingWords:
        """Return a heading's words; raises :class:`KeyError` when the bank lacks it."""
        for words in self.headings:
            if words.heading is heading:
                return words
        raise KeyError(heading)
