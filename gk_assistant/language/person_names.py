"""Probable names of persons: after a word that a name follows (*heter*, *dottern*, *tolk … för*), or a given name.

Names cannot be known for sure; this finds those that a note most often holds, and leaves places, agencies, medicines
and animals. A name that is also a word (Björn, Liv) counts at the beginning of a line only when a person acts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from gk_assistant.language.given_names import GIVEN_NAMES, WORDS_TOO
from gk_assistant.language.name_words import (
    ACTS,
    ANIMALS_AND_THINGS,
    CALLED,
    COMMON_ENDINGS,
    CUE_ENDINGS,
    CUES,
    FAMILY_ENDINGS,
    FIRMS,
    NAME_FOLLOWS,
    NO_NAMES,
    PARTICLES,
    PLACE_BEGINNINGS,
    PLACE_ENDINGS,
    READ_AND_SEEN,
    SHORT_THINGS,
    STATES,
    WEAK_ACTS,
)
from gk_assistant.language.text import fold

_AFTER_CUE = ("", ":", ",", "=", "-", "(", "”", '"', ".")
_AFTER_KIN = ("", ":", "(", "=")
_LINKS = ("ar", "e", "som", "heter", "kallas", "hette")
_TOLK_REACH = 4
_SURE_FAMILY_ENDINGS = FAMILY_ENDINGS[:10]
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    low: str
    start: int
    end: int
    gap: str
    """What stands between it and the word before."""

    @property
    def capital(self) -> bool:
        """Tell whether it is written like a name: ``Anna``, not ``AF`` or ``anna``."""
        return self.text[:1].isupper() and (len(self.text) == 1 or not self.text.isupper())


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def find_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of probable names in a shadow text, in order."""
    words = _words(text)
    at = 0
    while at < len(words):
        if _begins_name(words, at, text):
            last = _last_of_name(words, at, text)
            yield words[at].start, words[last].end - (last == at and _is_genitive(words[last]))
            at = last
        at += 1


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    before = 0
    for match in _word().finditer(text):
        found.append(_Word(match[0], fold(match[0]), match.start(), match.end(), text[before : match.start()]))
        before = match.end()
    return found


def _begins_name(words: Sequence[_Word], at: int, text: str) -> bool:
    word = words[at]
    if len(word.text) < _SHORTEST or word.low in NO_NAMES or _in_address(text, word) or _of_place(words, at):
        return False
    owner = at + 1 < len(words) and words[at + 1].gap == " "
    known = word.low in GIVEN_NAMES or (owner and _is_genitive(word))
    cue = _cue_before(words, at)
    if cue and word.capital:
        return known or _unknown_name(words, at, cue)
    if cue:
        small = word.text.islower() and known and word.low not in WORDS_TOO
        return small and (cue in NAME_FOLLOWS or word.gap == " ")
    return word.capital and _stands_alone(words, at, known=known)


def _stands_alone(words: Sequence[_Word], at: int, *, known: bool) -> bool:
    """Tell whether a capitalised word that nothing announces is a name."""
    word = words[at]
    if _animal_before(words, at) or any(other.low in READ_AND_SEEN for other in words[max(0, at - 2) : at]):
        return False
    if not known:
        return _two_names(words, at)
    opens = at == 0 or any(mark in word.gap for mark in '.!?:"”')
    return not opens or word.low not in WORDS_TOO or _acts(words, at)


def _cue_before(words: Sequence[_Word], at: int) -> str:
    """Return the word before that a name follows, or nothing; animals and things have names that do not matter."""
    gap = words[at].gap.strip()
    if at == 0 or gap not in _AFTER_CUE:
        return ""
    back = at - 1
    while back > 0 and words[back].low in _LINKS and words[back].low not in NAME_FOLLOWS:
        back -= 1
    low = words[back].low
    if low in NAME_FOLLOWS:
        return "" if _animal_before(words, back + 1) else low
    if (low in CUES or low.endswith(CUE_ENDINGS)) and (gap in _AFTER_KIN or (gap == "," and words[at].capital)):
        return low
    if low in ("for", "at", "till") and any(
        word.low.startswith("tolk") for word in words[max(0, at - _TOLK_REACH) : at]
    ):
        return "tolk"
    return "hette" if low in ("o", "och") and _listed(words, at) else ""


def _listed(words: Sequence[_Word], at: int) -> bool:
    """Tell whether the word before *och* was itself a name after a cue: ``barnen Ali och Sara``."""
    return at > _SHORTEST and words[at].capital and words[at - 2].capital and bool(_cue_before(words, at - 2))


def _unknown_name(words: Sequence[_Word], at: int, cue: str) -> bool:
    """Tell whether a capitalised word that is no known given name is one after this cue."""
    low, full = words[at].low, _next_capital(words, at) and not _of_place(words, at + 1)
    if cue in CALLED:
        return full or low.endswith(FAMILY_ENDINGS)
    if low.endswith(("mottagningen", "kassan", "verket", "kommun", "sjukhus", "skolan", "kliniken")):
        return False
    if cue in ("tolk", "tolken") and words[at - 1].low == cue:
        # The language, most often: ``tolk Tigrinja``.
        return full
    return cue in NAME_FOLLOWS or full or (low not in STATES and not low.endswith(COMMON_ENDINGS))


def _animal_before(words: Sequence[_Word], at: int) -> bool:
    near = [word.low for word in words[max(0, at - 4) : at] if word.low not in CUES]
    return any(low.startswith(ANIMALS_AND_THINGS) or low in SHORT_THINGS for low in near)


def _acts(words: Sequence[_Word], at: int) -> bool:
    """Tell whether what follows makes a word a person: something only a person does, or a family name."""
    if at + 1 >= len(words) or words[at + 1].gap != " ":
        return False
    return words[at + 1].low in ACTS - WEAK_ACTS or _next_capital(words, at)


def _two_names(words: Sequence[_Word], at: int) -> bool:
    """Tell whether two capitalised words are a person's full name: the second looks like a family name."""
    if not _next_capital(words, at) or _of_place(words, at + 1):
        return False
    first, family = words[at].low, words[at + 1].low
    if at == 0 and first.endswith(("er", "ar", "de", "te")):
        return False
    return family.endswith(_SURE_FAMILY_ENDINGS) and len(family) > len("sson")


def _next_capital(words: Sequence[_Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and after.capital and after.gap == " " and after.low not in NO_NAMES


def _last_of_name(words: Sequence[_Word], at: int, text: str) -> int:
    """Return the last word of the name: further capitals, with *von* or an initial between."""
    last = at
    for number in range(at + 1, len(words)):
        word, before = words[number], words[number - 1]
        after_initial = word.gap == ". " and len(before.text) == 1
        if word.gap != " " and not after_initial:
            break
        if word.low in PARTICLES and _next_capital(words, number):
            continue
        initial = len(word.text) == 1 and text[word.end : word.end + 1] in (".", " ", "")
        if not word.capital or word.low in NO_NAMES or (len(word.text) == 1 and not initial):
            break
        last = number
    return last


def _is_genitive(word: _Word) -> bool:
    """Tell whether it is a known name with a genitive *s*: ``Annas``."""
    return word.low.endswith("s") and word.low not in GIVEN_NAMES and word.low[:-1] in GIVEN_NAMES - WORDS_TOO


def _of_place(words: Sequence[_Word], at: int) -> bool:
    """Tell whether the word is part of a place's, a firm's or an illness's name."""
    for after in words[at + 1 : at + 3]:
        if after.gap not in (" ", "-"):
            break
        if after.low.endswith(PLACE_ENDINGS) or after.low in FIRMS:
            return True
        if not after.capital:
            break
    return bool(at) and words[at - 1].low in PLACE_BEGINNINGS


def _in_address(text: str, word: _Word) -> bool:
    after = text[word.end : word.end + 1]
    return text[word.start - 1 : word.start] in ("@", "_", ".", "/") or after in ("@", "_") or after.isdigit()
