"""What to try next time: at most three things, the one with the most effect first, each with other words to say.

What moved the persona comes first, then what usually moves people. Of remarks that give the same advice only the
weightiest is kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from gk_assistant.domain.mirrors import Remark
from gk_assistant.domain.openness import CLOSING, Rule
from gk_assistant.domain.papers import PaperText
from gk_assistant.domain.rehearsals import Cued, Speaker, Turn
from gk_assistant.domain.utterances import Act
from gk_assistant.rehearsal.mirror_effects import USUAL, Effect
from gk_assistant.rehearsal.mirror_measures import ENOUGH_TURNS, HALF, open_share, ratio
from gk_assistant.rehearsal.mirror_turns import Sure, Talk, answered, asks, reflects, sums_up
from gk_assistant.rehearsal.mirror_words import own_words, quoted

MOST: Final = 3
_WEIGHTIEST: Final = 5
"""How many times over something missing may weigh (L)."""
_TOO_MANY_WORDS: Final = 0.6
_OWN_SHARE: Final = "egen_del"
_SAME_ADVICE: Final = (
    frozenset({Rule.FORHOR.value, Rule.REFLEKTION.value}),
    frozenset({Rule.SLUTNA_I_RAD.value, Rule.OPPEN_FRAGA.value}),
    frozenset({Rule.LANG_MONOLOG.value, _OWN_SHARE}),
)
_OWN_BETTER: Final = frozenset({Rule.SLUTNA_I_RAD, Rule.LEDANDE, Rule.FLERFRAGA, Rule.OPPEN_FRAGA})
"""The rules for which the ear's own other wording is the best answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something to try: its id, how much it weighs, the turns it shows in, the clearest first; felt or not.

    ``told`` are the words that told, by the number of the turn.
    """

    id: str
    turns: tuple[Turn, ...]
    weight: int
    told: Mapping[int, str] = field(default_factory=dict)
    felt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Something to try in the turn that shows it, and the words that told."""

    id: str
    turn: Turn
    told: str


def tries(talk: Talk, words: PaperText, found: tuple[Effect, ...]) -> tuple[Remark, ...]:
    """Return at most three remarks, the weightiest first."""
    ranked = sorted((*_closing(talk, found), *_missing(talk)), key=lambda one: (-one.weight, not one.felt, one.id))
    chosen: list[Shown] = []
    for one in ranked:
        if len(chosen) < MOST and not any(_same(one.id, other.id) for other in chosen):
            used = {other.turn.number for other in chosen}
            turn = next((turn for turn in one.turns if turn.number not in used), one.turns[0])
            chosen.append(Shown(id=one.id, turn=turn, told=one.told.get(turn.number, "")))
    return tuple(_remark(talk, words, one) for one in chosen)


def _same(one: str, other: str) -> bool:
    return one == other or any({one, other} <= advice for advice in _SAME_ADVICE)


def _closing(talk: Talk, found: tuple[Effect, ...]) -> Iterator[Candidate]:
    for rule in Rule:
        closed = [effect for effect in found if effect.rule is rule and effect.turn.heard.text.strip()]
        if rule not in CLOSING or not closed:
            continue
        clearest = sorted(closed, key=lambda effect: (effect.step, *_told_best(talk, effect)))
        felt = clearest[0].felt
        yield Candidate(
            id=rule.value,
            turns=tuple(effect.turn for effect in clearest),
            weight=-sum(effect.step for effect in (closed if felt else closed[:_WEIGHTIEST])),
            told={effect.turn.number: effect.told for effect in closed},
            felt=felt,
        )


def _told_best(talk: Talk, effect: Effect) -> tuple[bool, int, int]:
    """Return a key by which the turn comes first that something can best be said about."""
    before = talk.before(effect.turn)
    told = effect.rule is Rule.FORHOR and before is not None and own_words(_answer_before(talk, effect.turn))
    to_give_back = answered(before) if before and told else 0
    no_better = effect.rule in _OWN_BETTER and not effect.turn.heard.better
    return no_better, -to_give_back, effect.turn.number


def _missing(talk: Talk) -> Iterator[Candidate]:
    """Yield what was not there in a talk long enough to have had room for it."""
    if len(talk.spoken) < ENOUGH_TURNS:
        return
    if not talk.does(Act.SYFTE):
        yield _lacks(talk, Rule.SYFTE, talk.spoken[0])
    first = next((turn for turn in talk.spoken if talk.ruta_of(turn) is Sure.JA), None)
    if first is not None and not talk.does(Act.EGET_VAL) and not talk.rehearsal.setting.ruta:
        yield _lacks(talk, Rule.EGET_VAL, first)
    if not any(sums_up(turn) is not Sure.NEJ and turn.heard.does(Act.STAMMER_DET) for turn in talk.turns):
        yield _lacks(talk, Rule.SAMMANFATTNING, talk.spoken[-1])
    yield from _too_few(talk)
    share = talk.own_words / (talk.own_words + talk.other_words) if talk.other_words else 0
    if share > _TOO_MANY_WORDS:
        longest = max(talk.spoken, key=lambda turn: turn.heard.words)
        yield Candidate(id=_OWN_SHARE, turns=(longest,), weight=USUAL[Rule.LANG_MONOLOG])


def _too_few(talk: Talk) -> Iterator[Candidate]:
    """Yield reflections and open questions where there surely are too few of them."""
    questions = [turn for turn in talk.spoken if asks(turn) is Sure.JA]
    mirrored, opened = ratio(talk), open_share(talk)
    if mirrored.high is not None and mirrored.high < HALF and (met := _met_with_a_question(talk)) is not None:
        lack = round(len(questions) * (HALF - mirrored.high))
        yield _lacks(talk, Rule.REFLEKTION, met, times=lack)
    if opened.high is not None and opened.high < HALF and questions:
        closed = max(questions, key=lambda turn: (bool(turn.heard.better), bool(talk.place(turn)), -turn.number))
        yield _lacks(talk, Rule.OPPEN_FRAGA, closed, times=round(len(questions) * (HALF - opened.high)))


def _lacks(talk: Talk, rule: Rule, turn: Turn, times: int = 1) -> Candidate:
    own = talk.persona.openness.step(rule) if talk.persona else 0
    weight = (own or USUAL[rule]) * max(1, min(times, _WEIGHTIEST))
    return Candidate(id=rule.value, turns=(turn,), weight=weight, felt=own > 0)


def _met_with_a_question(talk: Talk) -> Turn | None:
    """Return the turn after the longest answer that was met with a question and nothing else."""
    met = [
        (answered(before), turn)
        for before, turn in zip(talk.turns, talk.turns[1:], strict=False)
        if turn.heard.text.strip() and asks(turn) is Sure.JA and reflects(turn) is Sure.NEJ
    ]
    return max(met, key=lambda pair: pair[0])[1] if met else None


# The words


def _remark(talk: Talk, words: PaperText, one: Shown) -> Remark:
    name = f"prova_{one.id}"
    if one.id == Rule.SVARA_ORD and not one.told.strip():
        name = f"{name}_utan"
    return Remark(
        id=one.id,
        words=_capital(words.say(name, vem=talk.vem, ord=quoted(one.told))),
        turn=one.turn.number,
        quote=quoted(one.turn.heard.text),
        better=_better(talk, words, one),
    )


def _better(talk: Talk, words: PaperText, one: Shown) -> str:
    if one.id in _OWN_BETTER and one.turn.heard.better.strip():
        return one.turn.heard.better
    key = f"prova_{one.id}_battre"
    if one.id in (Rule.FORHOR, Rule.REFLEKTION):
        answer = own_words(_answer_before(talk, one.turn))
        return words.say(key, svar=answer) if answer else words.say(f"{key}_utan")
    if one.id == Rule.UTAN_LOV:
        asked = talk.sensitive_ruta(one.turn.heard.ruta)
        return words.say(key, ruta=asked.lower()) if asked else words.say(f"{key}_utan")
    if one.id == Rule.LEDTRAD_MISSAD:
        cue = quoted(one.told) or _cue_passed(one.turn)
        return words.say(key, ledtrad=cue) if cue else words.say("prova_reflektion_battre_utan")
    return words.say(key)


def _answer_before(talk: Talk, turn: Turn) -> str:
    """Return what was told just before, empty for nothing; *jag vet inte* of a persona tells nothing."""
    before = talk.before(turn)
    said = [one for one in before.said if one.by is Speaker.DELTAGARE] if before else []
    told = said if turn.openness is None else [one for one in said if one.topic]
    return next((one.text for one in told if one.text.strip()), "")


def _cue_passed(turn: Turn) -> str:
    return next((quoted(seen.words) for seen in turn.cues if seen.became is Cued.FORBI), "")


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
