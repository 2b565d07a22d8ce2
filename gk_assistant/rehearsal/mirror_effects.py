"""What a turn did for the talk, by rule: as the persona reacted, or for a talk written down as personas usually do.

The usual weights are the medians over the ten shipped personas, rounded (L); those of ``UPPREPAD`` and the share of
words are ours (L).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gk_assistant.domain.openness import OPENING, Rule
from gk_assistant.domain.rehearsals import Cued, Turn
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.mirror_measures import LONGEST_RUN
from gk_assistant.rehearsal.mirror_turns import Sure, Talk, asks, words_in

GROUND: Final = 0.6
"""No remark rests on a kind less certain than this (L)."""
MONOLOGUE: Final = 80
"""Words in one turn from which it is long (L)."""
CLOSED_ROW: Final = 3
"""Closed questions in a row from which they weigh (L)."""

USUAL: Final[Mapping[Rule, int]] = {
    Rule.OPPEN_FRAGA: 4,
    Rule.REFLEKTION: 6,
    Rule.BEKRAFTELSE: 5,
    Rule.EMPATI: 5,
    Rule.SAMMANFATTNING: 6,
    Rule.LOV: 6,
    Rule.NAMN: 4,
    Rule.TALAMOD: 7,
    Rule.SYFTE: 9,
    Rule.EGET_VAL: 6,
    Rule.LEDTRAD: 8,
    Rule.EN_SAK: 6,
    Rule.ENKLA_ORD: 7,
    Rule.TILL_PERSONEN: 9,
    Rule.LOFTE_HALLET: 8,
    Rule.PAUS: 6,
    Rule.SLUTNA_I_RAD: 5,
    Rule.FORHOR: 6,
    Rule.LEDANDE: 5,
    Rule.FLERFRAGA: 8,
    Rule.TIDIG_LOSNING: 7,
    Rule.UTAN_LOV: 8,
    Rule.UPPREPAD: 4,
    Rule.LEDTRAD_MISSAD: 3,
    Rule.IFRAGASATT: 12,
    Rule.MORALISERAR: 12,
    Rule.SVARA_ORD: 6,
    Rule.FORBI_PERSONEN: 10,
    Rule.BRADSKA: 9,
    Rule.LOFTE_BRUTET: 14,
    Rule.LANG_MONOLOG: 7,
}

_BY_KIND: Final = (
    (Kind.OPPEN, Rule.OPPEN_FRAGA),
    (Kind.REFLEKTION, Rule.REFLEKTION),
    (Kind.BEKRAFTELSE, Rule.BEKRAFTELSE),
    (Kind.LEDANDE, Rule.LEDANDE),
    (Kind.FLERFRAGA, Rule.FLERFRAGA),
)
_BY_ACT: Final = (
    (Act.EMPATI, Rule.EMPATI),
    (Act.LOV, Rule.LOV),
    (Act.NAMN, Rule.NAMN),
    (Act.TYST, Rule.TALAMOD),
    (Act.SYFTE, Rule.SYFTE),
    (Act.EGET_VAL, Rule.EGET_VAL),
    (Act.TILL_PERSONEN, Rule.TILL_PERSONEN),
    (Act.LOFTE_HALLET, Rule.LOFTE_HALLET),
    (Act.PAUS, Rule.PAUS),
    (Act.IFRAGASATT, Rule.IFRAGASATT),
    (Act.MORALISERAR, Rule.MORALISERAR),
    (Act.SVARA_ORD, Rule.SVARA_ORD),
    (Act.FORBI_PERSONEN, Rule.FORBI_PERSONEN),
    (Act.BRADSKA, Rule.BRADSKA),
    (Act.LOFTE_BRUTET, Rule.LOFTE_BRUTET),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A rule that a turn called, by how much it moved the talk, and the words that told; ``felt`` by the persona."""

    rule: Rule
    turn: Turn
    step: int
    told: str = ""
    felt: bool = False


def effects(talk: Talk) -> tuple[Effect, ...]:
    """Return what moved the persona, and of the rules that it did not feel what the words themselves tell."""
    felt = tuple(_felt(talk))
    known = {effect.rule for effect in felt}
    return (*felt, *(effect for effect in _told(talk) if effect.rule not in known))


def _felt(talk: Talk) -> Iterator[Effect]:
    for turn in talk.turns:
        for stir in turn.stirs:
            if stir.step and (stir.step > 0) == (stir.rule in OPENING):
                yield Effect(rule=stir.rule, turn=turn, step=stir.step, told=stir.told, felt=True)


def _told(talk: Talk) -> Iterator[Effect]:
    for turn in talk.turns:
        for rule, told in (*_by_words(turn), *_by_cues(turn)):
            yield _usual(rule, turn, told)
    yield from (_usual(Rule.TIDIG_LOSNING, turn) for turn in talk.early)
    yield from (
        _usual(Rule.UTAN_LOV, entry.turn)
        for entry, sure in talk.entries
        if sure is Sure.JA and not entry.with_leave and is_ground(entry.turn)
    )
    yield from (_usual(Rule.FORHOR, turn) for row, turn in talk.runs(Sure.JA) if row > LONGEST_RUN)
    yield from _closed_in_a_row(talk)


def _by_words(turn: Turn) -> Iterator[tuple[Rule, str]]:
    heard = turn.heard
    if is_ground(turn):
        yield from ((rule, "") for kind, rule in _BY_KIND if heard.has(kind))
    if heard.has(Kind.SAMMANFATTNING) and heard.does(Act.STAMMER_DET):
        yield Rule.SAMMANFATTNING, heard.told_by(Act.STAMMER_DET)
    yield from ((rule, heard.told_by(act)) for act, rule in _BY_ACT if heard.does(act))
    if (heard.words or words_in(heard.text)) > MONOLOGUE:
        yield Rule.LANG_MONOLOG, ""


def _by_cues(turn: Turn) -> Iterator[tuple[Rule, str]]:
    for seen in turn.cues:
        if seen.became is Cued.TAGEN:
            yield Rule.LEDTRAD, seen.words
        elif seen.became is Cued.FORBI:
            yield Rule.LEDTRAD_MISSAD, seen.words


def _closed_in_a_row(talk: Talk) -> Iterator[Effect]:
    row = 0
    for turn in talk.turns:
        row = row + 1 if is_ground(turn) and turn.heard.kind is Kind.SLUTEN else 0 if asks(turn) is Sure.JA else row
        if row >= CLOSED_ROW and turn.heard.kind is Kind.SLUTEN:
            yield _usual(Rule.SLUTNA_I_RAD, turn)


def is_ground(turn: Turn) -> bool:
    """Tell whether the kind of a turn is sure enough to say something about it."""
    return turn.heard.kind is not None and turn.heard.certainty >= GROUND


def _usual(rule: Rule, turn: Turn, told: str = "") -> Effect:
    amount = USUAL[rule]
    return Effect(rule=rule, turn=turn, step=amount if rule in OPENING else -amount, told=told)
