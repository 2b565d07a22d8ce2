"""What stands around a capitalised word, and what that makes of it: a person, an animal, a firm, a place, a work."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from gk_assistant.language.given_names import GIVEN_NAMES, WORDS_TOO
from gk_assistant.language.given_names_more import MORE_GIVEN_NAMES
from gk_assistant.language.identifiers_no_names import NEVER_NAMES
from gk_assistant.language.name_words import (
    ACTS,
    ANIMAL_ENDINGS,
    ANIMALS_AND_THINGS,
    BEFORE_FIRMS,
    CUES,
    FAMILY_ENDINGS,
    FIRMS,
    NO_NAMES,
    PLACE_BEGINNINGS,
    PLACE_ENDINGS,
    SEEN_AFTER,
    SHORT_THINGS,
    TURNED_TO,
    WEAK_ACTS,
    WELL_KNOWN,
)
from gk_assistant.language.text import fold

_SURE_FAMILY_ENDINGS = FAMILY_ENDINGS[:10]
_ANIMALS = ANIMALS_AND_THINGS[:11]
_MORE_THAN_ENDING = 2
_LOUD = 4


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a text: as typed, folded, and where it stands."""

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

    @property
    def loud(self) -> bool:
        """Tell whether it is written in capitals all through and no short form: ``PERSSON``."""
        return len(self.text) >= _LOUD and self.text.isupper()


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def words_of(text: str) -> list[NameWord]:
    """Return the words of a shadow text in order; digits are no words."""
    found: list[NameWord] = []
    before = 0
    for match in _word().finditer(text):
        found.append(NameWord(match[0], fold(match[0]), match.start(), match.end(), text[before : match.start()]))
        before = match.end()
    return found


def loud_follows(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether the next word too is written in capitals all through."""
    return (
        at + 1 < len(words) and words[at + 1].loud and words[at + 1].gap == " " and words[at + 1].low not in NEVER_NAMES
    )


def is_well_known(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether a word is the first or the second of a well-known name."""
    pairs = [words[number : number + 2] for number in (at - 1, at) if number >= 0]
    return any(len(pair) > 1 and f"{pair[0].low} {pair[1].low}" in WELL_KNOWN for pair in pairs)


def is_known(low: str) -> bool:
    """Tell whether it is a given name of the lists, or a double one."""
    if low in GIVEN_NAMES or low in MORE_GIVEN_NAMES:
        return True
    first, _, second = low.partition("-")
    return bool(second) and is_known(first) and is_known(second)


def is_in_firm(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether a lone given name is rather a firm's or a place's: ``jobbade på Max``."""
    if words[at].gap.strip() == "&" and at and words[at - 1].capital and not is_known(words[at - 1].low):
        return True
    if not at or words[at - 1].low not in BEFORE_FIRMS or (words[at - 1].low != "pa" and capital_follows(words, at)):
        return False
    return not (at > 1 and words[at - 2].low in TURNED_TO)


def is_named_thing(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether what follows makes it a work's or an animal's name: ``Carola-konsert``, ``Molly (hunden)``."""
    for after in words[at + 1 : at + 4]:
        if after.low in SEEN_AFTER or (after.gap.strip() in ("(", ",") and after.low.startswith(_ANIMALS)):
            return True
        if after.gap != " " or not after.capital:
            break
    return False


def is_like_family(low: str) -> bool:
    """Tell whether a word ends as family names do: ``lagerqvist``."""
    return any(low.endswith(end) and len(low) > len(end) + _MORE_THAN_ENDING for end in _SURE_FAMILY_ENDINGS)


def is_office(first: str, second: str) -> bool:
    """Tell whether two capitals are rather an agency's or an association's name: ``Röda Korset``."""
    return first.endswith(("ande", "ska", "ingen", "gruppen", "bolaget", "stiftelsen")) or (
        first.endswith("a") and second.endswith(("et", "en", "an", "orna"))
    )


def has_animal_before(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether an animal or a thing shortly before bears the name: ``hunden Molly``."""
    near = [word.low for word in words[max(0, at - 4) : at] if word.low not in CUES]
    if words[at : at + 1] and "(" in words[at].gap:
        return any(low.startswith(_ANIMALS) or low.endswith(ANIMAL_ENDINGS) for low in near)
    return any(
        low.startswith(ANIMALS_AND_THINGS) or low.endswith(ANIMAL_ENDINGS) or low in SHORT_THINGS for low in near
    )


def acts_next(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether the next word is something that a person is or does."""
    return at + 1 < len(words) and words[at + 1].gap == " " and words[at + 1].low in ACTS


def does_what_people_do(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether what follows makes a word a person: something only a person does, or a family name."""
    if at + 1 >= len(words) or words[at + 1].gap != " ":
        return False
    return words[at + 1].low in ACTS - WEAK_ACTS or capital_follows(words, at)


def capital_follows(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether the next word too is written like a name."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and after.capital and after.gap == " " and after.low not in NO_NAMES


def is_genitive(word: NameWord) -> bool:
    """Tell whether it is a known name with a genitive *s*: ``Annas``."""
    return (
        word.low.endswith("s") and not is_known(word.low) and word.low[:-1] not in WORDS_TOO and is_known(word.low[:-1])
    )


def is_of_place(words: Sequence[NameWord], at: int) -> bool:
    """Tell whether the word is part of a place's, a firm's or an illness's name."""
    for after in words[at + 1 : at + 3]:
        if after.gap not in (" ", "-"):
            break
        if after.low.endswith(PLACE_ENDINGS) or after.low in FIRMS:
            return True
        if not after.capital:
            break
    return bool(at) and words[at - 1].low in PLACE_BEGINNINGS


def is_in_address(text: str, word: NameWord) -> bool:
    """Tell whether a word is part of an e-mail or a web address, or of a number."""
    after = text[word.end : word.end + 1]
    before = text[max(0, word.start - 2) : word.start]
    return (
        before[-1:] in ("@", "_")
        or (before[-1:] in (".", "/") and before[0].isalnum())
        or after in ("@", "_")
        or after.isdigit()
    )
