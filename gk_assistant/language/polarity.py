"""The mark of a note (guide §2): a need first, then the last clause after *men*, then the balance of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from gk_assistant.domain.notes import Mark
from gk_assistant.language.clauses import Build, Role, is_negation
from gk_assistant.language.lexicon import Cue, Group, Tone
from gk_assistant.language.terms import Hit

_CUE_WEIGHT = 1.2
_LEAST = 0.35
_REACH = range(-2, 7)
_ROLE_WEIGHT = {
    Role.MAIN: 1.0,
    Role.BUT: 1.6,
    Role.CONCESSION: 1.2,
    Role.RESULT: 1.2,
    Role.SUBORDINATE: 0.5,
    Role.BRACKET: 0.4,
}
_PLAIN_KINDS_WHEN_DENIED = frozenset({"diagnos", "vard"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarity:
    """A note's mark, and where the need is said (the word after it), when it is one."""

    mark: Mark
    need_at: int | None = None
    balance: float = 0.0


def polarity_of(build: Build, hits: Sequence[Hit[Group]], cues: Sequence[Hit[Cue]], *, outer_subject: bool) -> Polarity:
    """Weigh a note's words; ``outer_subject``: somebody else is the subject (their wish is no need)."""
    no_need = [cue for cue in cues if cue.payload is Cue.NO_NEED]
    need = next((cue for cue in cues if cue.payload is Cue.NEED and not _denied_need(build, cue)), None)
    if need is not None and not (outer_subject and need.start > 0 and build.words[need.start].startswith("vill")):
        return Polarity(mark=Mark.BEHOV, need_at=need.end)
    balance = _balance(build, hits, cues)
    if no_need:
        balance += 1.5
    if balance >= _LEAST:
        return Polarity(mark=Mark.FUNGERAR, balance=balance)
    if balance <= -_LEAST:
        return Polarity(mark=Mark.HINDER, balance=balance)
    return Polarity(mark=Mark.NEUTRAL, balance=balance)


def _denied_need(build: Build, cue: Hit[Cue]) -> bool:
    return build.negated[cue.start] and build.words[cue.start : cue.start + 1] != ("saknar",)


def _balance(build: Build, hits: Sequence[Hit[Group]], cues: Sequence[Hit[Cue]]) -> float:
    """Sum what each word says, each word once; words of the last turning clause outweigh the others."""
    tones: dict[int, float] = {}
    for hit in hits:
        tones[hit.start] = _tone(build, hit)
    for cue in cues:
        if cue.payload in (Cue.GOOD, Cue.BAD):
            value = _CUE_WEIGHT if cue.payload is Cue.GOOD else -_CUE_WEIGHT
            if _denied(build, cue.start, cue.end):
                value = -value
            old = tones.get(cue.start, 0.0)
            tones[cue.start] = value if abs(value) >= abs(old) or cue.end - cue.start > 1 else old
    for at, word in enumerate(build.words):
        if is_negation(word) and not any(_near(build, at, place) for place in tones):
            tones[at] = -0.8
    last = build.last_but
    total = 0.0
    for place, value in tones.items():
        weight = _ROLE_WEIGHT[build.role[place]]
        if last is not None and build.clause[place] < last:
            weight *= 0.4
        total += value * weight
    return total


def _near(build: Build, at: int, place: int) -> bool:
    return build.clause[at] == build.clause[place] and place != at and place - at in _REACH


def _denied(build: Build, start: int, end: int) -> bool:
    """Tell whether an entry is denied by a word outside itself."""
    if not build.negated[start]:
        return False
    return not any(is_negation(word) for word in build.words[start:end])


def _tone(build: Build, hit: Hit[Group]) -> float:
    denied = _denied(build, hit.start, hit.end)
    inner = any(is_negation(word) for word in build.words[hit.start : hit.end])
    match hit.payload.tone:
        case Tone.GOOD:
            return -1.0 if denied else 1.0
        case Tone.BAD:
            return 1.0 if denied else -1.0
        case Tone.DOING:
            return -1.2 if denied or inner else 0.6
        case _:
            if denied:
                return 0.2 if hit.payload.kind in _PLAIN_KINDS_WHEN_DENIED else -1.0
            return 0.0
