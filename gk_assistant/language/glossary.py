"""Terms looked up: ``vad e X``, ``X?``, ``vad står X för``, ``har glömt vad X är``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gk_assistant.language.line_patterns import one_slip
from gk_assistant.language.line_words import LineWords, stem
from gk_assistant.language.text import word_set

_MEANING = word_set(
    "betyder betydelsen betydelse menas innebar forkortning forkortningen forkortas forklara definition"
)
_AROUND = word_set(
    "vad ar det den de en ett for mig ordet begreppet termen uttrycket forkortningen forkortning nu egentligen "
    "ens star har glomt minns inte vet jag kan du forklara forkortas betyder betydelsen betydelse menas med innebar "
    "innebara innebarden i journalen intyget underlaget papperet har nagot man na igen pa svenska av och hur lases ut "
    "definiera definition definitionen som skriver nagon nar fraga undrar bara vi sammanhanget"
)
_LONG = 6
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """The entry whose term is asked for, if any, and whether a term's meaning was asked for at all."""

    entry: int | None
    asked: bool


class Glossary:
    """The terms of the entries, by their folded words."""

    def __init__(self, rows: Sequence[Mapping[str, object]], words: LineWords) -> None:
        """Build from the ``[[kunskap]]`` tables."""
        self._terms: dict[tuple[str, ...], int] = {}
        for at, row in enumerate(rows):
            for term in texts_of(row, "term"):
                self._terms.setdefault(tuple(words.of(term)), at)
        self._stems = {tuple(stem(word) for word in term): at for term, at in self._terms.items()}
        self._longest = max((len(term) for term in self._terms), default=0)

    def find(self, tokens: Sequence[str]) -> Lookup:
        """Return the entry of the term that a question asks for."""
        meant = any(token in _MEANING for token in tokens) or _stands_for(tokens)
        left = tuple(token for token in tokens if token not in _AROUND)
        plain = len(tokens) <= _MOST_WORDS and (_what_is(tokens) or len(left) == len(tokens))
        if plain or meant:
            whole = self._term(left)
            if whole is not None:
                return Lookup(entry=whole, asked=True)
        if meant:
            return Lookup(entry=self._inside(tokens), asked=True)
        return Lookup(entry=None, asked=False)

    def _inside(self, tokens: Sequence[str]) -> int | None:
        """Return the longest term among the words, those that only ask left out when alone."""
        for length in range(min(self._longest, len(tokens)), 0, -1):
            for at in range(len(tokens) - length + 1):
                part = tuple(tokens[at : at + length])
                if length > 1 or part[0] not in _AROUND:
                    found = self._term(part)
                    if found is not None:
                        return found
        return None

    def _term(self, words: tuple[str, ...]) -> int | None:
        if not words:
            return None
        known = self._terms.get(words)
        if known is None and any(len(word) >= _LONG - 1 for word in words):
            known = self._stems.get(tuple(stem(word) for word in words))
        if known is None and len(words) == 1 and len(words[0]) >= _LONG:
            near = (at for term, at in self._terms.items() if len(term) == 1 and one_slip(words[0], term[0]))
            known = next(near, None)
        return known


def texts_of(row: Mapping[str, object], key: str) -> list[str]:
    """Return the texts of a list; an empty list when it is not there."""
    value = row.get(key)
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _stands_for(tokens: Sequence[str]) -> bool:
    return "star" in tokens and "for" in tokens


def _what_is(tokens: Sequence[str]) -> bool:
    return "vad" in tokens and ("ar" in tokens or "star" in tokens)
