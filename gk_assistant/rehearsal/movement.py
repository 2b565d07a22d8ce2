"""How the openness moves: which rules an utterance calls, and by how much. The rules are told to trainers in docs.

An opening rule moves the openness by its whole weight the first time and by half when it moved it lately, and what is
everyday (an open question, a plain word, the name) at most :data:`EVERYDAY` in all in a turn; a closing rule always
moves it by its whole weight. So openness never falls by an opening rule and never rises by a closing one (monotone),
and no single friendly habit opens anybody at once (L).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gk_assistant.domain.openness import CLOSING, FULL, Openness, Rule
from gk_assistant.domain.rehearsals import DIFFICULTY, Difficulty, Stir
from gk_assistant.domain.utterances import Act, Heard, Kind
from gk_assistant.rehearsal.memory import Memory

EVERYDAY = 4
"""The most that the everyday rules open in one turn, together."""

EVERYDAY_IN_TRUST = 2
"""The same once there is trust: what is left to win is little."""

LATELY = 3
"""Within so many turns an opening rule moves by half."""

MANY_CLOSED = 3
MANY_QUESTIONS = 3
"""From these on a row counts, and then at every second question."""

FEW_WORDS = 12
LONG_WORD = 11
LONG_TURN = 60
NAME_LATELY = 5
MOST_SILENCES = 2

_EVERYDAY = frozenset(
    (
        Rule.OPPEN_FRAGA, Rule.REFLEKTION, Rule.BEKRAFTELSE, Rule.EMPATI, Rule.NAMN, Rule.TALAMOD, Rule.EN_SAK,
        Rule.ENKLA_ORD, Rule.TILL_PERSONEN, Rule.EGET_VAL,
    )
)  # fmt: skip
_ONCE = frozenset((Rule.SYFTE, Rule.PAUS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What only the talk as a whole can tell of an utterance."""

    cue_taken: str = ""
    cues_passed: int = 0
    without_leave: bool = False
    repeated: bool = False
    early: bool = True
    presses: bool = True


def stirs(heard: Heard, memory: Memory, openness: Openness, around: Around, difficulty: Difficulty) -> tuple[Stir, ...]:
    """Return what moves the openness, in the order of the rules; a rule without any effect is left out."""
    opens, closes = DIFFICULTY[difficulty]
    found: list[Stir] = []
    left = _everyday(memory.openness, openness.trust)
    for rule, told in called(heard, memory, around):
        weight = openness.step(rule)
        if rule in CLOSING:
            step = round(weight * closes)
        elif rule in _ONCE and rule in memory.moved:
            continue
        else:
            step = _opened(weight * opens, lately=memory.lately(rule, LATELY))
            if rule in _EVERYDAY:
                step = min(step, left)
                left -= step
        if step:
            found.append(Stir(rule=rule, step=step, told=told))
    return tuple(found)


def _everyday(openness: int, trust: int) -> int:
    """Return how much everyday may open, less and less towards trust, so that who is more open stays so."""
    return max(EVERYDAY_IN_TRUST, min(EVERYDAY, trust - openness + EVERYDAY_IN_TRUST))


def moved(openness: int, found: tuple[Stir, ...]) -> int:
    """Return the openness after the rules have moved it, within 0–100."""
    return min(max(openness + sum(stir.step for stir in found), 0), FULL)


def _opened(weight: float, *, lately: bool) -> int:
    return round(weight / 2 + 0.25) if lately and weight > 1 else round(weight)


def called(heard: Heard, memory: Memory, around: Around) -> Iterator[tuple[Rule, str]]:
    """Yield each rule that an utterance calls, once, with the words that told."""
    yield from _opening(heard, memory, around)
    yield from _closing(heard, memory, around)


_BY_KIND = (
    (Kind.SAMMANFATTNING, Rule.SAMMANFATTNING),
    (Kind.REFLEKTION, Rule.REFLEKTION),
    (Kind.BEKRAFTELSE, Rule.BEKRAFTELSE),
    (Kind.OPPEN, Rule.OPPEN_FRAGA),
)
_BY_ACT = (
    (Act.LOFTE_HALLET, Rule.LOFTE_HALLET),
    (Act.SYFTE, Rule.SYFTE),
    (Act.LOV, Rule.LOV),
    (Act.EGET_VAL, Rule.EGET_VAL),
    (Act.EMPATI, Rule.EMPATI),
    (Act.TILL_PERSONEN, Rule.TILL_PERSONEN),
    (Act.PAUS, Rule.PAUS),
    (Act.NAMN, Rule.NAMN),
)
ASKED_RIGHTLY = (Act.EGET_VAL, Act.LOV, Act.PAUS, Act.TRAPPAN, Act.EGEN_FRAGA, Act.STAMMER_DET)
"""What is rightly asked with a question that a word answers; it is no part of a row of closed ones."""

_CLOSING_BY_ACT = (
    (Act.IFRAGASATT, Rule.IFRAGASATT),
    (Act.MORALISERAR, Rule.MORALISERAR),
    (Act.SVARA_ORD, Rule.SVARA_ORD),
    (Act.FORBI_PERSONEN, Rule.FORBI_PERSONEN),
    (Act.BRADSKA, Rule.BRADSKA),
    (Act.LOFTE_BRUTET, Rule.LOFTE_BRUTET),
)


def _opening(heard: Heard, memory: Memory, around: Around) -> Iterator[tuple[Rule, str]]:
    if around.cue_taken:
        yield Rule.LEDTRAD, around.cue_taken
    yield from ((rule, "") for kind, rule in _BY_KIND if heard.has(kind))
    for act, rule in _BY_ACT:
        if heard.does(act) and _counts(rule, memory):
            yield rule, heard.told_by(act)
    if heard.does(Act.TYST) and memory.silences < MOST_SILENCES:
        yield Rule.TALAMOD, ""
    if heard.has(Kind.OPPEN, Kind.SLUTEN) and heard.questions == 1 and not heard.has(Kind.LEDANDE, Kind.FLERFRAGA):
        if heard.words <= FEW_WORDS:
            yield Rule.EN_SAK, ""
        if not heard.does(Act.SVARA_ORD) and all(len(word) <= LONG_WORD for word in heard.text.split()):
            yield Rule.ENKLA_ORD, ""


def _counts(rule: Rule, memory: Memory) -> bool:
    """Tell whether an act counts here: a kept promise needs a promise, the name is not for every sentence."""
    if rule is Rule.LOFTE_HALLET:
        return bool(memory.promises)
    return not (rule is Rule.NAMN and memory.lately(Rule.NAMN, NAME_LATELY))


def _closing(heard: Heard, memory: Memory, around: Around) -> Iterator[tuple[Rule, str]]:
    rests = heard.has(Kind.REFLEKTION, Kind.SAMMANFATTNING, Kind.BEKRAFTELSE) or heard.does(Act.EMPATI)
    if (
        heard.kind is Kind.SLUTEN
        and not heard.does(*ASKED_RIGHTLY)
        and memory.closed + 1 >= MANY_CLOSED
        and memory.closed % 2 == 0
    ):
        yield Rule.SLUTNA_I_RAD, ""
    if heard.asks and not rests and memory.questions + 1 > MANY_QUESTIONS and memory.questions % 2:
        yield Rule.FORHOR, ""
    for kind, rule in ((Kind.LEDANDE, Rule.LEDANDE), (Kind.FLERFRAGA, Rule.FLERFRAGA)):
        if heard.kind is kind and (around.presses or kind is not Kind.LEDANDE):
            yield rule, ""
    yield from ((rule, heard.told_by(act)) for act, rule in _CLOSING_BY_ACT if heard.does(act))
    if heard.does(Act.RAD) and around.early:
        yield Rule.TIDIG_LOSNING, heard.told_by(Act.RAD)
    for true, rule in (
        (around.without_leave, Rule.UTAN_LOV),
        (around.repeated, Rule.UPPREPAD),
        (around.cues_passed > 0, Rule.LEDTRAD_MISSAD),
        (heard.words > LONG_TURN, Rule.LANG_MONOLOG),
    ):
        if true:
            yield rule, ""
