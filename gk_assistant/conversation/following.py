"""Follow-ups that take up what a note is about, whatever the question was; signs of danger before all else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from gk_assistant.conversation.following_answered import answered
from gk_assistant.conversation.following_match import Entry, Finder, cut, meets, without
from gk_assistant.conversation.following_reading import Reading, read
from gk_assistant.conversation.following_tags import speaks_against
from gk_assistant.conversation.following_words import worded
from gk_assistant.conversation.suggesting import Suggestion
from gk_assistant.domain.bank import Danger, Guide, Pattern, Question
from gk_assistant.domain.notes import Mark, Note

__all__ = ["danger_in", "loose", "meets", "questions_of_safety"]

_WORDS, _KIND, _FIRST_KIND, _MARK, _RUTA = 6.0, 1.7, 0.2, 0.5, 0.9
_STEM, _SIGN = 2.7, 3.3
"""A single stem may have another sense than the author thought of: it counts less than a phrase or a sign."""
_SURE = "@säker"
"""Stands among a row's words when its single stems have one sense only."""
_RUTA_ALONE = 2.9
_RUTA_WITH_WORDS = 0.1
_LONG, _PER_LETTER = 16, 50
_LATER, _LATER_STEM = 0.01, 0.002
"""How much less a row counts for each row before it: the author puts what weighs most first."""
_NEXT_TURN = 0.9
_TAKEN_UP = 0.3
_TURNS = 3


class _Laid:
    """A guide laid out for finding; made once for each guide."""

    def __init__(self, guide: Guide) -> None:
        written = [word for danger in guide.dangers for word in danger.words]
        self.harmless = tuple(word[1:] for word in written if word.startswith("!"))
        self.dangers = Finder([[word for word in danger.words if word[0] != "!"] for danger in guide.dangers])
        lists: list[Sequence[str]] = [pattern.words for pattern in guide.patterns]
        self.patterns = Finder([*lists, *(pattern.without for pattern in guide.patterns)])
        self.ids: dict[str, str] = {}
        for pattern in guide.patterns:
            for number, text in enumerate(pattern.questions, 1):
                self.ids.setdefault(_plain(text), f"foljd/{pattern.aim}/{number}")


class _This:
    """A guide as a key by identity: hashing its thousands of words each time took half the time."""

    __slots__ = ("guide",)

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    def __hash__(self) -> int:
        return id(self.guide)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and other.guide is self.guide


@lru_cache(maxsize=4)
def _laid(this: _This) -> _Laid:
    return _Laid(this.guide)


def _plain(text: str) -> str:
    """Return the wording that needs no words of the note."""
    return text.rpartition("|")[2]


def danger_in(guide: Guide, text: str) -> Danger | None:
    """Return the sign of danger that a text holds, if any; the first one in the bank's order."""
    laid = _laid(_This(guide))
    found = laid.dangers.find(without(laid.harmless, cut(text)))
    return guide.dangers[min(found)] if found else None


def questions_of_safety(danger: Danger, question: Question, asked: frozenset[str]) -> Iterator[Suggestion]:
    """Yield the calm questions of a danger that have not been put, the advice with each."""
    for number, text in enumerate(danger.questions, 1):
        question_id = f"fara/{danger.id}/{number}"
        if question_id not in asked:
            yield Suggestion(
                id=question_id,
                text=text,
                topic=question.topic,
                reason=danger.reason,
                question=question,
                advice=danger.advice,
            )


def loose(guide: Guide, note: Note, question: Question, asked: frozenset[str]) -> list[tuple[float, Suggestion]]:
    """Return the patterns' questions that a note calls, each with how strongly.

    A pattern gives up to three questions that have not been put and that the note does not answer; the second and
    third count less, so that another pattern that is called as strongly comes between.
    """
    laid = _laid(_This(guide))
    reading = read(note.says, note.shown_mark)
    met = laid.patterns.find([*cut(note.says), *sorted(reading.signs)])
    shift = len(guide.patterns)
    found: list[tuple[float, Suggestion]] = []
    for number, pattern in enumerate(guide.patterns):
        if number + shift in met:
            continue
        strength = _call(pattern, note, met.get(number))
        if strength > 0:
            strength -= _later(met.get(number)) * number
            called = _Called(pattern, strength, _turned(pattern, met.get(number), note.says))
            found += _questions(called, laid.ids, (note, reading), question, asked)
    return found


@dataclass(frozen=True, slots=True)
class _Called:
    """A pattern that a note calls, how strongly, and its questions in the order that suits the note."""

    pattern: Pattern
    strength: float
    texts: tuple[str, ...]


def _later(entry: Entry | None) -> float:
    if entry is None or _is_sign(entry):
        return 0.0
    return _LATER if _is_phrase(entry) else _LATER_STEM


def _is_sign(entry: Entry) -> bool:
    """Whether an entry is met by how the note stands alone, whatever its words."""
    return all(word.startswith("@") for part in entry.parts for word in part)


def _is_phrase(entry: Entry) -> bool:
    return len(entry.parts) > 1 or len(entry.parts[0]) > 1


def _turned(pattern: Pattern, entry: Entry | None, text: str) -> tuple[str, ...]:
    """Return a row's questions; of a safe row the first three begin where the note's letters say, always the same."""
    if pattern.kinds or (entry is not None and not _is_sign(entry)):
        return pattern.questions
    first, rest = pattern.questions[:_TURNS], pattern.questions[_TURNS:]
    at = crc32(text.encode()) % max(len(first), 1)
    return (*first[at:], *first[:at], *rest)


def _questions(
    called: _Called, ids: Mapping[str, str], told: tuple[Note, Reading], question: Question, asked: frozenset[str]
) -> Iterator[tuple[float, Suggestion]]:
    note, reading = told
    turn = 0
    for text in called.texts:
        question_id = ids[_plain(text)]
        if question_id in asked:
            continue
        said = worded(text, note.says)
        if not said or answered(said, note.says):
            continue
        yield (
            called.strength - _NEXT_TURN * turn + _own_words(text, said) - speaks_against(said, reading),
            Suggestion(
                id=question_id, text=said, topic=question.topic, reason=called.pattern.reason, question=question
            ),
        )
        turn += 1


def _own_words(text: str, said: str) -> float:
    """Return what it adds that a question takes up the note's own words."""
    return _TAKEN_UP if "{" in text and said != _plain(text) else 0.0


def _call(pattern: Pattern, note: Note, met: Entry | None) -> float:
    """Return how strongly a note calls a pattern; 0 when a condition is not met."""
    strength = 0.0
    if pattern.words:
        if met is None:
            return 0.0
        strength += _weight(pattern, met) + min(met.size, _LONG) / _PER_LETTER
    if pattern.kinds:
        about = note.sorting.about if note.sorting else ()
        at = next((place for place, kind in enumerate(about) if kind in pattern.kinds), None)
        if at is None:
            return 0.0
        strength += _KIND + (_FIRST_KIND if at == 0 else 0.0)
    if pattern.marks:
        if (note.shown_mark or Mark.NEUTRAL) not in pattern.marks:
            return 0.0
        strength += _MARK
    if pattern.rutor:
        if note.ruta not in pattern.rutor:
            return 0.0
        strength += _RUTA_WITH_WORDS if pattern.words else _RUTA if pattern.kinds else _RUTA_ALONE
    return strength


def _weight(pattern: Pattern, met: Entry) -> float:
    if _is_sign(met):
        return _SIGN
    return _WORDS if _is_phrase(met) or _SURE in pattern.words else _STEM
