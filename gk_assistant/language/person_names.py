"""Probable names of persons: after a word that a name follows (*heter*, *dottern*, *tolk … för*), or a given name.

Names cannot be known for sure; this finds those that a note most often holds, and leaves places, agencies, medicines
and animals. A name that is also a word (Björn, Liv) counts at the beginning of a line only when a person acts.
"""

from collections.abc import Iterator, Sequence

from gk_assistant.language.given_names import WORDS_TOO
from gk_assistant.language.identifiers_no_names import NEVER_NAMES
from gk_assistant.language.name_surroundings import (
    NameWord,
    acts_next,
    capital_follows,
    does_what_people_do,
    has_animal_before,
    is_genitive,
    is_in_address,
    is_in_firm,
    is_known,
    is_like_family,
    is_named_thing,
    is_of_place,
    is_office,
    is_well_known,
    loud_follows,
    words_of,
)
from gk_assistant.language.name_words import (
    ACTS,
    BETTER_KNOWN,
    CALLED,
    COMMON_ENDINGS,
    CUE_ENDINGS,
    CUES,
    FAMILY_ENDINGS,
    NAME_BEGINNINGS,
    NAME_FOLLOWS,
    NAME_MIDDLES,
    NO_NAMES,
    PARTICLES,
    READ_AND_SEEN,
    STATES,
    TITLES,
)

_AFTER_CUE = ("", ":", ",", "=", "-", "(", "”", '"', ".")
_AFTER_KIN = ("", ":", "(", "=")
_LINKS = ("ar", "e", "som", "heter", "kallas", "hette")
_TOLK_REACH = 4
_NO_CUES = ("får", "Får", "gm")
"""What is a cue when folded (*far*, *GM*) and something else as typed."""

_SURE_FAMILY_ENDINGS = FAMILY_ENDINGS[:10]
_SHORTEST = 2
_ALIKE = frozenset({"maj", "boden", "rom"})
"""Words of no name that are one after *mamma* or *heter*."""


def find_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of probable names in a shadow text, in order."""
    words = words_of(text)
    at = 0
    while at < len(words):
        if _begins_name(words, at, text):
            last = _last_of_name(words, at, text)
            yield words[at].start, words[last].end - (last == at and is_genitive(words[last]))
            at = last
        at += 1


def _begins_name(words: Sequence[NameWord], at: int, text: str) -> bool:
    word = words[at]
    if is_in_address(text, word) or is_of_place(words, at) or is_well_known(words, at):
        return False
    if word.low == "von":
        return capital_follows(words, at)
    if len(word.text) < _SHORTEST:
        return _initial(words, at)
    cue = _cue_before(words, at)
    if (word.low in NO_NAMES or word.low in NEVER_NAMES) and not (cue and cue not in CALLED and word.low in _ALIKE):
        return False
    owner = at + 1 < len(words) and words[at + 1].gap == " "
    known = is_known(word.low) or (owner and is_genitive(word))
    return _announced(words, at, cue, known=known) if cue else _unannounced(words, at, known=known)


def _announced(words: Sequence[NameWord], at: int, cue: str, *, known: bool) -> bool:
    """Tell whether a word is a name after one that names follow."""
    word = words[at]
    if word.capital:
        return known or _unknown_name(words, at, cue)
    small = word.text.islower() and known and word.low not in WORDS_TOO
    return small and (cue in NAME_FOLLOWS or word.gap == " ")


def _unannounced(words: Sequence[NameWord], at: int, *, known: bool) -> bool:
    word = words[at]
    if word.loud and known and not loud_follows(words, at):
        return False
    return (word.capital or word.loud) and _stands_alone(words, at, known=known)


def _initial(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether one letter is the initial of a name: ``B. Nordin``."""
    if not words[at].capital or at + 1 >= len(words) or words[at + 1].gap != ". ":
        return False
    family = words[at + 1]
    usual = family.low.endswith(_SURE_FAMILY_ENDINGS)
    return family.capital and family.low not in NO_NAMES and (usual or bool(_cue_before(words, at)))


def _stands_alone(words: Sequence[NameWord], at: int, *, known: bool) -> bool:
    """Tell whether a capitalised word that nothing announces is a name."""
    word = words[at]
    if has_animal_before(words, at) or any(other.low in READ_AND_SEEN for other in words[max(0, at - 4) : at]):
        return False
    if not known:
        return _two_names(words, at)
    if is_in_firm(words, at) or is_named_thing(words, at) or word.low in BETTER_KNOWN:
        return False
    opens = at == 0 or any(mark in word.gap for mark in '.!?:"”')
    return not opens or word.low not in WORDS_TOO or does_what_people_do(words, at)


def _cue_before(words: Sequence[NameWord], at: int) -> str:
    """Return the word before that a name follows, or nothing; animals and things have names that do not matter."""
    gap = words[at].gap.strip()
    if at == 0 or gap not in _AFTER_CUE:
        return ""
    back = at - 1
    while back > 0 and words[back].low in _LINKS and words[back].low not in NAME_FOLLOWS:
        back -= 1
    low = "" if words[back].text in _NO_CUES else words[back].low
    if low in NAME_FOLLOWS:
        return "" if has_animal_before(words, back + 1) else low
    if low in TITLES and gap in (*_AFTER_KIN, ".") and words[at].capital:
        return "titel"
    if (low in CUES or low.endswith(CUE_ENDINGS)) and (gap in _AFTER_KIN or (gap == "," and words[at].capital)):
        return low
    if low in ("for", "at", "till") and any(
        word.low.startswith("tolk") for word in words[max(0, at - _TOLK_REACH) : at]
    ):
        return "tolk"
    return "hette" if low in ("o", "och") and _listed(words, at) else ""


def _listed(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether the word before *och* was itself a name after a cue: ``barnen Ali och Sara``."""
    return at > _SHORTEST and words[at].capital and words[at - 2].capital and bool(_cue_before(words, at - 2))


def _unknown_name(words: Sequence[NameWord], at: int, cue: str) -> bool:
    """Tell whether a capitalised word that is no known given name is one after this cue."""
    low, full = words[at].low, capital_follows(words, at) and not is_of_place(words, at + 1)
    if low.startswith(NAME_BEGINNINGS) or any(part in low for part in NAME_MIDDLES):
        return True
    if cue in CALLED:
        return (full and not is_office(low, words[at + 1].low)) or low.endswith(FAMILY_ENDINGS)
    if low.endswith(("mottagningen", "kassan", "verket", "kommun", "sjukhus", "skolan", "kliniken")):
        return False
    if cue in ("tolk", "tolken") and words[at - 1].low == cue:
        # The language, most often: ``tolk Tigrinja``.
        return full
    sure = cue == "titel" or is_like_family(low) or (low.endswith("ad") and acts_next(words, at))
    if sure or low in ACTS:
        return sure
    return cue in NAME_FOLLOWS or full or (low not in STATES and not low.endswith(COMMON_ENDINGS))


def _two_names(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether two capitalised words are a person's full name: the second looks like a family name."""
    if not capital_follows(words, at) or is_of_place(words, at + 1):
        return False
    first, family = words[at].low, words[at + 1].low
    if at == 0 and first.endswith(("er", "ar", "de", "te")):
        return False
    return family.endswith(_SURE_FAMILY_ENDINGS) and len(family) > len("sson")


def _last_of_name(words: Sequence[NameWord], at: int, text: str) -> int:
    """Return the last word of the name: further capitals, with *von* or an initial between."""
    last = at
    for number in range(at + 1, len(words)):
        word, before = words[number], words[number - 1]
        after_initial = word.gap == ". " and len(before.text) == 1
        if word.gap != " " and not after_initial:
            break
        if word.low in PARTICLES and capital_follows(words, number):
            continue
        initial = len(word.text) == 1 and text[word.end : word.end + 1] in (".", " ", "")
        if (
            not (word.capital or (word.loud and words[at].loud))
            or word.low in NO_NAMES
            or (len(word.text) == 1 and not initial)
        ):
            break
        last = number
    return last
