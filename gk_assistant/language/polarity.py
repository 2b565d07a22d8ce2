"""The mark of a note (guide §2): a need first, then the last clause after *men*, then the balance of its words."""

from collections.abc import Sequence
from typing import NamedTuple

from gk_assistant.domain.notes import Mark
from gk_assistant.language.clauses import Build, Role, is_negation
from gk_assistant.language.lexicon import Cue, Group, Tone
from gk_assistant.language.terms import Hit
from gk_assistant.language.text import word_set

_CUE_WEIGHT = 1.2
_LEAST = 0.35
_REACH = range(-2, 7)
_WISHES = word_set("vill önskar hoppas")
_WANTS = word_set("ha få slippa byta träffa delta prata bra annan andra egna lilla samma")
_SHORT_ACTS = word_set("gå bli se bo stå ge sy dö nå le ro tro må")
_FILLERS = word_set("gärna så nu själv bara helst att kunna")
_BENEFITS = word_set("henne honom hen åt")
_ROLE_WEIGHT = {
    Role.MAIN: 1.0,
    Role.BUT: 1.6,
    Role.CONCESSION: 1.2,
    Role.RESULT: 1.2,
    Role.SUBORDINATE: 0.5,
    Role.BRACKET: 0.4,
}
_PLAIN_DENIED = {"diagnos": 0.5, "vard": 0.2, "kroppsdel": 0.0, "bruk": 1.0}
_BARE_NEGATION = -0.8
_BEFORE_BUT = 0.4
_RELIEF = 0.9
_NO_NEED = 1.5
_WISH = 1.0
_HELP = 0.8
_STILL = word_set("sedan sen fortfarande än ännu kvar dess nu efteråt idag numera varit")
_ONCE = word_set("barn liten barndomen tonåren ung tonåring första förut tidigare gånger gången spädbarn unga förr")


class Polarity(NamedTuple):
    """A note's mark; where a need is said (the word after it); the clause that says that something is not needed."""

    mark: Mark
    need_at: int | None = None
    waived: int | None = None
    balance: float = 0.0
    told: bool = False


def polarity_of(
    build: Build, hits: Sequence[Hit[Group]], cues: Sequence[Hit[Cue]], *, outer_subject: bool, history: bool = False
) -> Polarity:
    """Weigh a note's words.

    ``outer_subject``: somebody else is the subject, and their wish is no need. ``history``: the note stands among what
    has been, where an illness without a word of what came of it is a plain fact.
    """
    wish = wish_at(build) if not outer_subject else None
    no_need = next((cue for cue in cues if cue.payload is Cue.NO_NEED), None)
    need = next((cue for cue in cues if cue.payload is Cue.NEED and not _denied_need(build, cue)), None)
    if need is not None and not (outer_subject and build.words[need.start].startswith("vill")):
        return Polarity(mark=Mark.BEHOV, need_at=need.end)
    balance = _balance(build, hits, cues)
    if no_need is not None:
        balance += _NO_NEED
    if wish is not None:
        balance += _WISH
    if outer_subject and _helps(build):
        balance += _HELP
    if history and balance < 0 and _only_past(build, cues):
        balance = 0.0
    mark = Mark.FUNGERAR if balance >= _LEAST else Mark.HINDER if balance <= -_LEAST else Mark.NEUTRAL
    waived = build.clause[no_need.start] if no_need is not None else None
    return Polarity(mark=mark, waived=waived, balance=balance, told=history and mark is Mark.NEUTRAL)


def _only_past(build: Build, cues: Sequence[Hit[Cue]]) -> bool:
    """Tell whether a note only says what has been: a year or an age, and no word of what is left of it."""
    if any(cue.payload in (Cue.GOOD, Cue.BAD, Cue.RELIEF) for cue in cues):
        return False
    if any(word in _STILL for word in build.words) or any(is_negation(word) for word in build.words):
        return False
    return any(word in _ONCE or (word.isdecimal() and len(word) == len("1998")) for word in build.words)


def wish_at(build: Build) -> int | None:
    """Return the place of a wish to do something oneself (``vill börja måla``), which is will, not need."""
    for at, word in enumerate(build.words[:-1]):
        if word in _WISHES and not build.negated[at]:
            rest = [later for later in build.words[at + 1 : at + 4] if later not in _FILLERS]
            if rest and _is_act(rest[0]):
                return at
    return None


def _is_act(word: str) -> bool:
    return word not in _WANTS and len(word) > 1 and (word.endswith("a") or word in _SHORT_ACTS)


def _helps(build: Build) -> bool:
    """Tell whether what somebody else does is done for or with the deltagare."""
    return any(word in _BENEFITS and not build.negated[at] for at, word in enumerate(build.words) if at)


def _denied_need(build: Build, cue: Hit[Cue]) -> bool:
    return build.negated[cue.start] and build.words[cue.start : cue.start + 1] != ("saknar",)


def _balance(build: Build, hits: Sequence[Hit[Group]], cues: Sequence[Hit[Cue]]) -> float:
    """Sum what each word says, each word once; words of the last turning clause outweigh the others."""
    eased = {_eased_clause(build, cue, hits) for cue in cues if cue.payload is Cue.RELIEF}
    tones = {hit.start: _tone(build, hit, eased=build.clause[hit.start] in eased) for hit in hits}
    for cue in cues:
        _add_cue(tones, build, cue, hits)
    for at, word in enumerate(build.words):
        if is_negation(word) and not any(_near(build, at, place) for place in tones):
            tones[at] = _BARE_NEGATION
    last = build.last_but
    total = 0.0
    for place, value in tones.items():
        weight = _ROLE_WEIGHT[build.role[place]]
        if last is not None and build.clause[place] < last:
            weight *= _BEFORE_BUT
        total += value * weight
    return total


def _eased_clause(build: Build, cue: Hit[Cue], hits: Sequence[Hit[Group]]) -> int:
    """Return the clause that a word of relief speaks of: its own, or the one before when nothing else stands there."""
    own = build.clause[cue.start]
    alone = all(build.clause[hit.start] != own or cue.start <= hit.start < cue.end for hit in hits)
    return own - 1 if alone else own


def _add_cue(tones: dict[int, float], build: Build, cue: Hit[Cue], hits: Sequence[Hit[Group]]) -> None:
    """Add what a marking word says; a phrase outweighs the lexicon word it stands on."""
    match cue.payload:
        case Cue.GOOD | Cue.BAD:
            value = _CUE_WEIGHT if cue.payload is Cue.GOOD else -_CUE_WEIGHT
            value = -value if _denied(build, cue.start, cue.end) else value
        case Cue.RELIEF:
            eased = _eased_clause(build, cue, hits)
            there = [hit for hit in hits if build.clause[hit.start] == eased and hit.start != cue.start]
            if any(hit.payload.tone is Tone.BAD or hit.payload.kind == "vard" for hit in there):
                value = _RELIEF
            else:
                value = -_RELIEF if there else 0.0
        case Cue.NONE:
            value = 0.0
        case _:
            return
    old = tones.get(cue.start, 0.0)
    if cue.end - cue.start > 1 or abs(value) >= abs(old):
        for place in range(cue.start, cue.end):
            tones.pop(place, None)
        tones[cue.start] = value


def _near(build: Build, at: int, place: int) -> bool:
    return build.clause[at] == build.clause[place] and place - at in _REACH


def _denied(build: Build, start: int, end: int) -> bool:
    """Tell whether an entry is denied by a word outside itself."""
    if not build.negated[start]:
        return False
    return not any(is_negation(word) for word in build.words[start:end])


def _tone(build: Build, hit: Hit[Group], *, eased: bool) -> float:
    denied = _denied(build, hit.start, hit.end)
    inner = any(is_negation(word) for word in build.words[hit.start : hit.end])
    match hit.payload.tone:
        case Tone.GOOD:
            return -1.0 if denied else 1.0
        case Tone.BAD:
            return 1.0 if denied or eased else -1.0
        case Tone.DOING:
            return -1.2 if denied or inner else 0.6
        case _:
            if denied and hit.start == build.first_denied(hit.start):
                return _PLAIN_DENIED.get(hit.payload.kind, -1.0)
            return 0.0
