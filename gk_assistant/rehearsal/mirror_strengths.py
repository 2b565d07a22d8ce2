"""What went well: at most three strengths, each resting on a turn and what was said there; none is made up."""

from collections.abc import Iterator
from typing import Final

from gk_assistant.domain.mirrors import Remark
from gk_assistant.domain.openness import CLOSING, OPENING, Rule
from gk_assistant.domain.papers import PaperText
from gk_assistant.domain.rehearsals import Turn
from gk_assistant.domain.utterances import QUESTIONS, Act, Kind
from gk_assistant.rehearsal.mirror_effects import Effect, is_ground
from gk_assistant.rehearsal.mirror_turns import Sure, Talk, answered, reflects, sums_up, words_in
from gk_assistant.rehearsal.mirror_words import quoted

MOST: Final = 3
_HURTING: Final = frozenset(
    (
        Rule.UTAN_LOV,
        Rule.IFRAGASATT,
        Rule.MORALISERAR,
        Rule.BRADSKA,
        Rule.LOFTE_BRUTET,
        Rule.FORBI_PERSONEN,
        Rule.LEDANDE,
        Rule.TIDIG_LOSNING,
    )
)
_TOLD_SOMETHING: Final = 5
"""Words of an answer that tell something (L)."""
_SHORT: Final = 9
"""Words of a short question (L)."""
_LONGEST: Final = "langst_svar"
_LONG_ANSWER: Final = 15
"""Words of an answer from which its length is worth telling (L)."""
SMALL: Final = (
    (Act.VILL, "vill"),
    (Act.BEHOV, "behov"),
    (Act.EGEN_FRAGA, "egen_fraga"),
    (Act.EFTERTANKE, "eftertanke"),
    (Act.NULAGE, "nulage"),
    (Act.OM_MIG, "om_mig"),
    (Act.MER, "mer"),
    (Act.FORKLARAR, "forklarar"),
    (Act.SMAPRAT, "smaprat"),
    (Act.TACK, "tack"),
    (Act.HALSNING, "halsning"),
    (Act.HEJDA, "hejda"),
)
"""The smaller things that are true and kind to say also of a talk that went badly, the weightiest first (L)."""


def strengths(talk: Talk, words: PaperText, found: tuple[Effect, ...]) -> tuple[Remark, ...]:
    """Return at most three, what opened the most first; each of its own kind and, where it can be, its own turn."""
    chosen: list[Remark] = []
    for remark in (*_opening(talk, words, found), *_smaller(talk, words, found)):
        taken = {other.id for other in chosen}
        twice = remark.id == _LONGEST and any(other.turn == remark.turn for other in chosen)
        if remark.id not in taken and remark.quote and not twice:
            chosen.append(remark)
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def _opening(talk: Talk, words: PaperText, found: tuple[Effect, ...]) -> Iterator[Remark]:
    net: dict[int, int] = {}
    for effect in found:
        net[effect.turn.number] = net.get(effect.turn.number, 0) + effect.step
    opened = [effect for effect in found if effect.rule in OPENING and net[effect.turn.number] > 0 and _is_so(effect)]
    moved: dict[str, int] = {}
    for effect in opened:
        moved[effect.rule] = moved.get(effect.rule, 0) + effect.step
    used: set[int] = set()
    for rule in sorted(moved, key=lambda one: (-moved[one], one)):
        turns = [effect for effect in opened if effect.rule == rule]
        best = max(turns, key=lambda effect: (effect.turn.number not in used, effect.step, answered(effect.turn)))
        used.add(best.turn.number)
        yield _remark(talk, words, rule, best.turn)


def _smaller(talk: Talk, words: PaperText, found: tuple[Effect, ...]) -> Iterator[Remark]:
    closing = {effect.turn.number for effect in found if effect.rule in CLOSING}
    well = [turn for turn in talk.spoken if turn.number not in closing]
    for act, name in SMALL:
        for turn in [turn for turn in well if turn.heard.does(act)][:1]:
            yield _remark(talk, words, name, turn)
    short = [turn for turn in well if _is_short_question(turn)]
    if short:
        yield _remark(talk, words, "en_sak", max(short, key=answered))
    yield from _longest_answer(talk, words, found)


def _longest_answer(talk: Talk, words: PaperText, found: tuple[Effect, ...]) -> Iterator[Remark]:
    """Yield where the person told the most, unless that was in answer to something better not said."""
    hurt = {effect.turn.number for effect in found if effect.rule in _HURTING}
    longest = max(talk.spoken, key=answered, default=None)
    if longest is not None and answered(longest) >= _TOLD_SOMETHING and longest.number not in hurt:
        text = words.say("styrka_langst_svar", antal=str(answered(longest)), vem=talk.vem)
        yield Remark(id=_LONGEST, words=text, turn=longest.number, quote=quoted(longest.heard.text))


def _is_short_question(turn: Turn) -> bool:
    heard = turn.heard
    one = is_ground(turn) and heard.has(*QUESTIONS) and not heard.has(Kind.FLERFRAGA, Kind.LEDANDE)
    return one and heard.questions <= 1 and (heard.words or words_in(heard.text)) <= _SHORT and bool(answered(turn))


def _is_so(effect: Effect) -> bool:
    """Tell whether the words bear out what the persona felt: something was said, given back or summed up."""
    if effect.rule is Rule.SAMMANFATTNING:
        return sums_up(effect.turn) is Sure.JA and reflects(effect.turn) is Sure.JA
    if effect.rule is Rule.REFLEKTION:
        return reflects(effect.turn) is Sure.JA
    return bool(effect.turn.heard.text.strip())


def _remark(talk: Talk, words: PaperText, name: str, turn: Turn) -> Remark:
    checked = name == Rule.SAMMANFATTNING and turn.heard.does(Act.STAMMER_DET)
    text = words.say("styrka_avstamd" if checked else f"styrka_{name}", vem=talk.vem)
    if answered(turn) >= _LONG_ANSWER:
        text = f"{text} {words.say('styrka_svar', antal=str(answered(turn)))}"
    return Remark(id=name, words=text, turn=turn.number, quote=quoted(turn.heard.text))
