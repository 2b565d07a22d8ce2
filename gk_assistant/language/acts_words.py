"""The words of an utterance as its acts are read: sentences, spelling, silence, short forms that few understand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from gk_assistant.language.acts_address import COMPANION, PERSON, Address
from gk_assistant.language.lexicon import text_of
from gk_assistant.language.slips import SHORTEST, slips
from gk_assistant.language.text import Word, words
from gk_assistant.language.utterances_phrases import Phrases, heard
from gk_assistant.language.utterances_shape import Opening, hear

_LONGEST_SLIPPED = 20
"""Letters of the longest word that is tried with another spelling."""

_FRONTED = frozenset(("nu", "da", "sa"))
"""Words that put the verb before its subject without asking: *då avslutar vi här*."""

_NO_OPENINGS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSentence:
    """A sentence: ``typed`` its words with their places in ``text``, ``tokens`` as they are compared (same length).

    Words that only lead in are left out of both; ``whole`` holds all. ``asks_from`` is the word that its question
    begins with (``None``: it asks nothing), ``groups`` the groups of phrases found, filled in by the reader.
    """

    text: str
    typed: tuple[Word, ...]
    tokens: tuple[str, ...]
    whole: tuple[Word, ...]
    asks_from: int | None
    groups: set[str] = field(default_factory=set)

    @property
    def asks(self) -> bool:
        """Whether it is built or marked as a question."""
        return self.asks_from is not None

    def said(self, start: int, end: int) -> str:
        """Return the words of a stretch as they were typed."""
        return self.text[self.typed[start].start : self.typed[end - 1].end] if start < end else ""


class ActWords:
    """Cuts utterances into sentences and reads their words."""

    __slots__ = ("_harmless", "_known", "_lead", "_short_forms", "_spelled")

    def __init__(self, data: Mapping[str, object], abbreviations: Mapping[str, object], blocks: Sequence[str]) -> None:
        """Build from the parsed ``ovning.toml``, ``forkortningar.toml`` and the blocks of phrases."""
        form, spelled, simple = (_table(data, "form"), _table(data, "skrivs"), _table(abbreviations, "enkla"))
        self._lead = frozenset(Phrases.spelled(text_of(form, "inledning")))
        self._harmless = frozenset(text_of(form, "harmlosa").split())
        self._spelled = {heard(word): heard(text_of(spelled, word)) for word in spelled}
        self._short_forms = frozenset(word.upper() for word in simple if word.isalpha() and len(word) > 1)
        self._known = frozenset(heard(word) for block in blocks for word in _plain().findall(block))

    def sentences(self, text: str, address: Address) -> list[ActSentence]:
        """Return the sentences that hold words."""
        return [self._sentence(part, address) for part in cut(text)]

    def _sentence(self, text: str, address: Address) -> ActSentence:
        whole = words(text)
        tokens = [self._token(word.text, address) for word in whole]
        skip = 0
        while skip < len(tokens) - 1 and (tokens[skip] in self._lead or self._called(tokens, skip)):
            skip += 1
        begins = _asks_from(text[whole[skip].start :], tokens[:skip], tokens[skip])
        return ActSentence(text=text, typed=whole[skip:], tokens=tuple(tokens[skip:]), whole=whole, asks_from=begins)

    @staticmethod
    def _called(tokens: Sequence[str], at: int) -> bool:
        return tokens[at] in (PERSON, COMPANION)

    def _token(self, word: str, address: Address) -> str:
        token = heard(word)
        if token in address.person:
            return PERSON
        if token in address.companions:
            return COMPANION
        token = self._spelled.get(token, token)
        if token in self._known or len(token) < SHORTEST or not token.isalpha() or len(token) > _LONGEST_SLIPPED:
            return token
        return next((meant for meant in slips(token, len(token)) if meant in self._known), token)

    def hard_short_form(self, sentence: ActSentence) -> str:
        """Return the first short form in capitals that is no everyday one; empty for none."""
        if sentence.text.isupper():
            return ""
        for word in sentence.whole:
            first = word.text.partition("-")[0]
            if first.isupper() and first in self._short_forms and first not in self._harmless:
                return word.text
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Tells a silence: nothing typed, only dots and dashes, or a stage direction in brackets."""

    words: frozenset[str]

    def fits(self, text: str) -> bool:
        """Tell whether an utterance is a silence."""
        bare = text.strip()
        told = words(bare)
        if not told:
            return not re.search(r"[^\s.…,\-–—_*()\[\]]", bare)
        bracketed = bare[0] in "([*{<" and bare[-1] in ")]*}>"
        return bracketed and any(heard(word.text) in self.words for word in told)


def silence_words(data: Mapping[str, object]) -> Silence:
    """Return what tells a silence, from the parsed ``ovning.toml``."""
    return Silence(words=frozenset(Phrases.spelled(text_of(_table(data, "form"), "tystnad"))))


def widened(block: str) -> str:
    """Return a block of phrases with each choice of several words (``ringa|ta_reda``) as an entry of its own."""
    entries = (entry.split() for entry in block.replace("\n", ",").split(","))
    return ",".join(" ".join(parts) for entry in entries for parts in product(*map(_choices, entry)))


def _choices(part: str) -> list[str]:
    choices = part.strip("^$").split("|")
    if "idag" in choices:
        choices.append("i_dag")
    first, last = "^" * part.startswith("^"), "$" * part.endswith("$")
    plain = "|".join(choice for choice in choices if "_" not in choice)
    wide = [choice.replace("_", " ") for choice in choices if "_" in choice]
    return [f"{first}{choice}{last}" for choice in (plain, *wide) if choice]


def cut(text: str) -> Iterator[str]:
    """Yield the sentences of a text that hold words, with the marks they end with."""
    for part in _ends().split(text):
        if part.strip() and words(part):
            yield part.strip()


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"(?<=[.!?…:;])(?<!\b[A-Za-z]\.)(?<!\d[.:])(?<!\bkl\.)\s+|\n+|\s[–—]\s")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"(?<![\w*])[^\W\d_]{5,}(?![\w*])")


def _asks_from(text: str, before: Sequence[str], first: str) -> int | None:
    """Return the word that a sentence's question begins with, ``None`` when it asks nothing.

    A sentence asks by its mark, a question word first, or the verb first and no *nu*, *då* before it.
    """
    shape = hear(text, _NO_OPENINGS)
    fronted = first in _FRONTED or any(token in _FRONTED for token in before[-1:])
    if shape.opening is Opening.VERB and not shape.asked and (shape.ended or shape.condition or fronted):
        return None
    if shape.opening in (Opening.VERB, Opening.QUESTION_WORD):
        return 0
    if not shape.asked:
        return None
    return shape.parts[0].start if shape.parts else 0


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    found = data.get(key)
    return found if isinstance(found, Mapping) else {}
