"""The figures of the mirror, each beside its guide line; guidance, never a grade.

Reflections to questions: MITI 4.2.1, 1:1 fair, 2:1 good (M). Share of open questions: MITI 3.1.1, 50 % fair (M; the
later guide counts them no more, and experts agree only so-so on them). More than three questions in a row, own share
of words under half, leave, purpose, first ruta, summing up and early solutions: GK training (M). How near is near: ours
(L). A figure is reckoned from what is sure; the unsure turns are then moved all one way and all the other, and where
that would change how it stands, it is called unsure.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from gk_assistant.domain.mirrors import Guided, Measure
from gk_assistant.domain.papers import PaperText
from gk_assistant.domain.rehearsals import Cued
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.mirror_turns import (
    Counted,
    Sure,
    Talk,
    asks,
    asks_many,
    counted,
    is_open,
    reflects,
    sums_up,
)
from gk_assistant.rehearsal.mirror_words import decimal, per_cent

LONGEST_RUN: Final = 3
ENOUGH_TURNS: Final = 8
"""Turns before something is missed: a shorter talk has had no room for it (L)."""
BEGINNING: Final = 5
"""Turns that are the beginning of a talk (L)."""
HALF: Final = 0.5

Stand = Callable[[float], Guided]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A figure: from what is sure, and the lowest and highest it can be once the unsure turns are told."""

    value: float | None
    low: float | None
    high: float | None


def measures(talk: Talk, words: PaperText) -> tuple[Measure, ...]:
    """Return every figure that the talk gives ground for."""
    made = (making(talk, words) for making in _ALL)
    return tuple(measure for measure in made if measure is not None)


def stands(span: Range, stand: Stand) -> Guided:
    """Return how a figure stands; unsure where the unsure turns could tip it."""
    if span.value is None:
        return Guided.UTAN
    ends = {stand(end) for end in (span.value, span.low, span.high) if end is not None}
    return ends.pop() if len(ends) == 1 else Guided.OSAKERT


def _at_least(inside: float, near: float) -> Stand:
    return lambda value: Guided.INOM if value >= inside else Guided.NARA if value >= near else Guided.UTANFOR


def _at_most(inside: float, near: float) -> Stand:
    return lambda value: Guided.INOM if value <= inside else Guided.NARA if value <= near else Guided.UTANFOR


def _made(  # noqa: PLR0913  # what a figure is made of
    words: PaperText,
    name: str,
    told: str,
    *,
    number: float | None = None,
    stand: Guided = Guided.UTAN,
    bounds: str = "",
) -> Measure:
    """Return a figure with its texts; ``bounds`` tells how far the unsure turns could move it."""
    unsure = f" {bounds}" if bounds and stand is Guided.OSAKERT else ""
    return Measure(
        id=name,
        name=words.say(f"matt_{name}"),
        value=f"{told}{unsure}",
        number=number,
        guide=words.say(f"matt_{name}_riktmarke"),
        stands=stand,
        why=words.say(f"matt_{name}_varfor"),
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


# Questions and reflections


def ratio(talk: Talk) -> Range:
    """Return reflections to questions."""
    questions, mirrored = counted(talk.turns, asks), counted(talk.turns, reflects)
    return Range(
        value=_share(mirrored.sure, questions.sure),
        low=_share(mirrored.sure, questions.most),
        high=_share(mirrored.most, questions.sure),
    )


def _reflections(talk: Talk, words: PaperText) -> Measure:
    span = ratio(talk)
    questions, mirrored = counted(talk.turns, asks), counted(talk.turns, reflects)
    told = words.say("varde_speglingar", speglingar=str(mirrored.sure), fragor=str(questions.sure))
    stand = stands(span, _at_least(1, HALF))
    return _made(words, "speglingar", told, number=span.value, stand=stand, bounds=_bounds(words, span, decimal))


def open_share(talk: Talk) -> Range:
    """Return the share of open questions among those of a known kind."""
    opened, closed, maybe = _opened(talk)
    return Range(
        value=_share(opened, opened + closed),
        low=_share(opened, opened + closed + maybe.most),
        high=_share(opened + maybe.sure, opened + maybe.sure + closed),
    )


def _opened(talk: Talk) -> tuple[int, int, Counted]:
    """Count the questions surely open, those surely not, and the turns that may be open and that may be neither."""
    found = [(asks(turn), is_open(turn)) for turn in talk.turns]
    opened, closed = found.count((Sure.JA, Sure.JA)), found.count((Sure.JA, Sure.NEJ))
    maybe = sum(is_so is Sure.KANSKE for _, is_so in found)
    return opened, closed, Counted(sure=maybe, maybe=found.count((Sure.KANSKE, Sure.NEJ)))


def _open(talk: Talk, words: PaperText) -> Measure:
    span = open_share(talk)
    opened, closed, _ = _opened(talk)
    told = _of(words, opened, opened + closed, "varde_oppna")
    stand = stands(span, _at_least(HALF, 0.4))
    return _made(words, "oppna", told, number=span.value, stand=stand, bounds=_bounds(words, span, per_cent))


def longest_run(talk: Talk) -> Range:
    """Return the most questions in a row without a reflection."""
    value, low, high = (max((row for row, _ in talk.runs(so)), default=0) for so in (Sure.KANSKE, Sure.JA, Sure.NEJ))
    return Range(value=value, low=low, high=high)


def _run(talk: Talk, words: PaperText) -> Measure:
    span = longest_run(talk)
    told = words.say("varde_rad", antal=str(int(span.value or 0)))
    stand = stands(span, _at_most(LONGEST_RUN, LONGEST_RUN + 1)) if talk.spoken else Guided.UTAN
    return _made(words, "rad", told, number=span.value, stand=stand, bounds=_bounds(words, span, decimal))


def _many(talk: Talk, words: PaperText) -> Measure:
    questions, many = counted(talk.turns, asks), counted(talk.turns, asks_many)
    span = Range(
        value=_share(many.sure, questions.sure),
        low=_share(many.sure, questions.most),
        high=min(_share(many.most, questions.sure) or 0, 1) if questions.sure else None,
    )
    told = _of(words, many.sure, questions.sure, "varde_flera")
    stand = stands(span, _at_most(0, 0.1))
    return _made(words, "flera", told, number=span.value, stand=stand, bounds=_bounds(words, span, per_cent))


def _bounds(words: PaperText, span: Range, told: Callable[[float], str]) -> str:
    if span.low is None or span.high is None:
        return words.say("osakert_utan_granser")
    return words.say("osakert", lag=told(span.low), hog=told(span.high))


def _of(words: PaperText, part: int, whole: int, key: str) -> str:
    return words.say(key, antal=str(part), av=str(whole)) if whole else words.say("varde_inga_fragor")


# Room for the other


def _words(talk: Talk, words: PaperText) -> Measure:
    share = _share(talk.own_words, talk.own_words + talk.other_words) if talk.other_words else None
    told = words.say("varde_inga_svar") if share is None else words.say("varde_ord", andel=per_cent(share))
    stand = stands(Range(value=share, low=share, high=share), _at_most(HALF, 0.6))
    return _made(words, "ord", told, number=share, stand=stand)


def _leave(talk: Talk, words: PaperText) -> Measure:
    sure = [entry for entry, certain in talk.entries if certain is Sure.JA]
    maybe = [entry for entry, certain in talk.entries if certain is Sure.KANSKE]
    asked = sum(entry.with_leave for entry in sure)
    without, with_it = sum(not entry.with_leave for entry in maybe), sum(entry.with_leave for entry in maybe)
    span = Range(
        value=_share(asked, len(sure)),
        low=_share(asked, len(sure) + without),
        high=_share(asked + with_it, len(sure) + with_it),
    )
    key = "varde_lov" if sure else "varde_inget_kansligt"
    told = words.say(key, antal=str(asked), av=str(len(sure))) if sure else words.say(key)
    stand = stands(span, _at_least(1, HALF))
    return _made(words, "lov", told, number=span.value, stand=stand, bounds=words.say("osakert_ruta"))


# The frame of the talk


def _purpose(talk: Talk, words: PaperText) -> Measure:
    told = talk.does(Act.SYFTE)
    if told:
        early = told[0].number <= BEGINNING
        value = words.say("varde_tur", tur=str(told[0].number))
        return _made(words, "syfte", value, number=1, stand=Guided.INOM if early else Guided.NARA)
    return _missing(talk, words, "syfte")


def _missing(talk: Talk, words: PaperText, name: str) -> Measure:
    """Return a figure of something that was not there, or had no room to be."""
    if len(talk.spoken) < ENOUGH_TURNS:
        return _made(words, name, words.say("varde_for_kort"))
    return _made(words, name, words.say("varde_nej"), number=0, stand=Guided.UTANFOR)


def _first_ruta(talk: Talk, words: PaperText) -> Measure:
    if talk.rehearsal.setting.ruta:
        return _made(words, "forsta_ruta", words.say("varde_en_ruta"))
    chosen = talk.does(Act.EGET_VAL)
    if not chosen:
        return _missing(talk, words, "forsta_ruta")
    first = next((turn for turn in talk.turns if talk.ruta_of(turn) is Sure.JA), None)
    in_time = first is None or chosen[0].number <= first.number
    value = words.say("varde_tur", tur=str(chosen[0].number))
    return _made(words, "forsta_ruta", value, number=1, stand=Guided.INOM if in_time else Guided.NARA)


def _summing_up(talk: Talk, words: PaperText) -> Measure:
    made = counted(talk.turns, sums_up)
    checked = sum(sums_up(turn) is Sure.JA and turn.heard.does(Act.STAMMER_DET) for turn in talk.turns)
    if not made.sure and not made.maybe:
        return _missing(talk, words, "sammanfattning")
    stand = Guided.INOM if checked else Guided.OSAKERT if made.maybe else Guided.NARA
    told = words.say("varde_sammanfattning", antal=str(made.sure), avstamda=str(checked))
    bounds = words.say("osakert_sammanfattning", antal=str(made.maybe))
    return _made(words, "sammanfattning", told, number=checked, stand=stand, bounds=bounds)


def _early(talk: Talk, words: PaperText) -> Measure:
    early = len(talk.early)
    told = words.say("varde_antal", antal=str(early))
    stand = _at_most(0, 1)(early) if talk.spoken else Guided.UTAN
    return _made(words, "losningar", told, number=early, stand=stand)


def _promises(talk: Talk, words: PaperText) -> Measure | None:
    given, kept = len(talk.does(Act.LOFTE)), len(talk.does(Act.LOFTE_HALLET))
    broken = len(talk.does(Act.LOFTE_BRUTET))
    if not given and not kept and not broken:
        return None
    told = words.say("varde_loften", antal=str(given), hallna=str(kept), brutna=str(broken))
    return _made(words, "loften", told, number=_share(min(kept, given), given))


def _name(talk: Talk, words: PaperText) -> Measure | None:
    if not talk.rehearsal.name.strip():
        return None
    used = len(talk.does(Act.NAMN))
    stand = Guided.INOM if used else Guided.NARA
    return _made(words, "namn", words.say("varde_antal", antal=str(used)), number=used, stand=stand)


# What is only told


def _affirmations(talk: Talk, words: PaperText) -> Measure:
    number = sum(turn.heard.has(Kind.BEKRAFTELSE) for turn in talk.turns)
    return _made(words, "bekraftelser", words.say("varde_antal", antal=str(number)), number=number)


def _cues(talk: Talk, words: PaperText) -> Measure | None:
    became = [seen.became for turn in talk.turns for seen in turn.cues]
    taken, passed = became.count(Cued.TAGEN), became.count(Cued.FORBI)
    if not taken and not passed:
        return None
    told = words.say("varde_ledtradar", antal=str(taken), av=str(taken + passed))
    return _made(words, "ledtradar", told, number=_share(taken, taken + passed))


def _facts(talk: Talk, words: PaperText) -> Measure | None:
    facts = talk.rehearsal.facts
    if not facts:
        return None
    reached = sum(fact.turn > 0 for fact in facts)
    told = words.say("varde_fakta", antal=str(reached), av=str(len(facts)))
    return _made(words, "fakta", told, number=_share(reached, len(facts)))


_ALL: Final = (
    _reflections,
    _open,
    _run,
    _many,
    _words,
    _leave,
    _purpose,
    _first_ruta,
    _summing_up,
    _early,
    _name,
    _promises,
    _affirmations,
    _cues,
    _facts,
)
