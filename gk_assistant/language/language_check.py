"""What to look over in a text before it leaves the program.

LIX and long sentences, abbreviations, signs and codes left, judging or belittling words, negations. Nothing is changed
and nothing refused; each remark has one line of advice. The words are in ``question_bank/lexikon/omdomen.toml``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from gk_assistant.language.abbreviations import Abbreviations
from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.note_signs import note_signs
from gk_assistant.language.readability import measure, sentence_places
from gk_assistant.language.terms import TermIndex
from gk_assistant.language.text import Word, words

_SHOWN_WORDS = 4
_LONG_WORDS_NAMED = 3
_LONG_WORD = 12
_MANY_DENIED = 3
_SHORT_TEXT = 4
"""Sentences: below this a text is no text to measure, but a note."""


class RemarkKind(StrEnum):
    """What a remark is about."""

    LIX = "lix"
    MENING = "mening"
    FORKORTNING = "forkortning"
    OMDOME = "omdome"
    NEKANDE = "nekande"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing to look at: ``text[start:end]`` (the whole text when it is about all of it), and one line of advice."""

    kind: RemarkKind
    start: int
    end: int
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a text aims at; the usual one is that of a page for the deltagare (the plan may have LIX 40)."""

    lix: float = 30
    mean_sentence: float = 10
    longest_sentence: int = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """The words of ``omdomen.toml`` and the abbreviations. Make it with :meth:`from_data`."""

    judging: TermIndex[str]
    denying: frozenset[str]
    known_short: frozenset[str]
    abbreviations: Abbreviations = field(default_factory=Abbreviations)

    @classmethod
    def from_data(cls, data: Mapping[str, object], abbreviations: Abbreviations) -> "CheckWords":
        """Build from the parsed ``omdomen.toml``."""
        groups = ((text_of(row, "rad"), text_of(row, "ord")) for row in rows_of(data, "grupp"))
        return cls(
            judging=TermIndex(groups, common=frozenset(text_of(data, "andra_ord").split()), compounds=False),
            denying=frozenset(text_of(data, "nekande").split()),
            known_short=frozenset(text_of(data, "kanda_forkortningar").split()),
            abbreviations=abbreviations,
        )


@cache
def _short() -> Pattern[str]:
    """Match what looks like an abbreviation that no list has: ``XYZ``, ``prv``, ``m.a.o.``."""
    return compile_pattern(
        r"(?<![\w.@-])(?:[A-ZÅÄÖ]{2,5}(?![\w@-])|(?:[^\W\d_]{1,3}\.){2,}|[b-df-hj-np-tv-xzBCDFGHJKLMNPQRSTVWXZ]{2,5}(?![\w@-]))"
    )


@cache
def _quotation() -> Pattern[str]:
    return compile_pattern(r"[\"”“»«][^\"”“»«]*[\"”“»«]")


def check_text(
    text: str, known: CheckWords, *, names: Iterable[str] = (), goal: Goal | None = None
) -> tuple[Remark, ...]:
    """Return the remarks on a text, those on the whole of it first, then by place.

    ``names`` are fixed names such as Försäkringskassan, counted as short words in LIX.
    """
    goal = goal or Goal()
    found = words(text)
    parts = sorted(
        (
            *_long_sentences(text, found, goal),
            *_abbreviations(text, known),
            *_judgements(text, found, known),
            *_negations(text, found, known),
        ),
        key=lambda remark: remark.start,
    )
    return (*_whole(text, found, tuple(names), known, goal), *parts)


def _whole(text: str, found: Sequence[Word], names: Sequence[str], known: CheckWords, goal: Goal) -> Iterator[Remark]:
    size = measure(text, names)
    if size.sentences < _SHORT_TEXT:
        return
    lix, apart = round(size.lix), round(size.lix_without_names)
    if size.lix_without_names > goal.lix:
        with_names = f", {apart} utan namn" if apart != lix else ""
        longest = ", ".join(f"”{word}”" for word in _longest(found, names))
        advice = f"LIX är {lix}{with_names}; målet är {goal.lix:g}. Korta meningarna och byt långa ord"
        yield _about_all(RemarkKind.LIX, text, f"{advice}: {longest}." if longest else f"{advice}.")
    if size.mean_sentence > goal.mean_sentence:
        mean = f"{size.mean_sentence:.1f}".replace(".", ",")
        yield _about_all(
            RemarkKind.MENING,
            text,
            f"Meningarna är {mean} ord i snitt; målet är {goal.mean_sentence:g}. Dela de längsta.",
        )
    denied = sum(any(word.lower in known.denying for word in part) for part in _by_sentence(text, found))
    if denied >= _MANY_DENIED and denied * 2 > size.sentences:
        advice = f"{denied} av {size.sentences} meningar säger vad som inte går. Säg också vad som går."
        yield _about_all(RemarkKind.NEKANDE, text, advice)


def _about_all(kind: RemarkKind, text: str, advice: str) -> Remark:
    return Remark(kind=kind, start=0, end=len(text), advice=advice)


def _longest(found: Sequence[Word], names: Sequence[str]) -> list[str]:
    fixed = {part.lower() for name in names for part in name.split()}
    long = {word.lower for word in found if len(word.text) > _LONG_WORD and word.lower.removesuffix("s") not in fixed}
    return sorted(long, key=lambda word: (-len(word), word))[:_LONG_WORDS_NAMED]


def _by_sentence(text: str, found: Sequence[Word]) -> Iterator[list[Word]]:
    for start, end in sentence_places(text):
        inside = [word for word in found if start <= word.start < end]
        if inside:
            yield inside


def _long_sentences(text: str, found: Sequence[Word], goal: Goal) -> Iterator[Remark]:
    for inside in _by_sentence(text, found):
        if len(inside) > goal.longest_sentence:
            begin = text[inside[0].start : inside[min(_SHOWN_WORDS, len(inside)) - 1].end]
            advice = f"Meningen ”{begin} …” är {len(inside)} ord lång. Dela den i två."
            yield Remark(kind=RemarkKind.MENING, start=inside[0].start, end=inside[-1].end, advice=advice)


def _abbreviations(text: str, known: CheckWords) -> Iterator[Remark]:
    taken: list[tuple[int, int]] = []
    for reading in known.abbreviations.expand(text).readings:
        short = reading.short.strip()
        taken.append((reading.start, reading.end))
        if short.lower().rstrip(".") in known.known_short or short.lower() == reading.long.lower():
            continue
        choice = " eller ".join(f"”{other}”" for other in reading.alternatives)
        advice = f"Skriv ut ”{short}”: {reading.long.strip()}." if reading.settled else f"Skriv ut ”{short}”: {choice}?"
        yield Remark(kind=RemarkKind.FORKORTNING, start=reading.start, end=reading.end, advice=advice)
    unknown = ((*match.span(), f"Skriv ut ”{match[0]}” eller förklara det.") for match in _short().finditer(text))
    for start, end, advice in (*unknown, *note_signs(text)):
        free = all(end <= low or start >= high for low, high in taken)
        if free and text[start:end].lower().strip(".") not in known.known_short:
            taken.append((start, end))
            yield Remark(kind=RemarkKind.FORKORTNING, start=start, end=end, advice=advice)


def _judgements(text: str, found: Sequence[Word], known: CheckWords) -> Iterator[Remark]:
    quoted = [match.span() for match in _quotation().finditer(text)]
    for hit in known.judging.find([word.lower for word in found]):
        start, end = found[hit.start].start, found[hit.end - 1].end
        if not any(low <= start and end <= high for low, high in quoted):
            yield Remark(kind=RemarkKind.OMDOME, start=start, end=end, advice=f"”{text[start:end]}” {hit.payload}.")


def _negations(text: str, found: Sequence[Word], known: CheckWords) -> Iterator[Remark]:
    for inside in _by_sentence(text, found):
        denied = [word for word in inside if word.lower in known.denying]
        if len(denied) > 1:
            both = " … ".join(f"”{word.text}”" for word in denied[:2])
            advice = f"Två nekande ord i samma mening ({both}). Skriv vad som gäller."
            yield Remark(kind=RemarkKind.NEKANDE, start=denied[0].start, end=denied[-1].end, advice=advice)
