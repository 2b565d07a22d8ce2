"""The words of a line as the ear weighs them: spoken spellings evened out, stems, words that mean the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from gk_assistant.language.text import fold, word_set, words

_ENDINGS = word_set(
    "arnas ernas ornas arna erna orna ande ende else elser elsen heten heter ning ningar ningen ningarna aren arens "
    "ades ets ens ast are ade ten het en et ar er or an na as es de te a e t s n r"
)
_LONGEST_ENDING = 8
_SHORTEST_STEM = 3
_GRAM = 4
_GRAM_FROM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWords:
    """Evens out words: ``spellings`` of speech and haste, and stems that stand for one meaning."""

    spellings: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)
    _starts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_data(cls, spellings: Mapping[str, str], meanings: Mapping[str, str]) -> "LineWords":
        """Build from the tables ``skrivs`` and ``liktydigt`` of ``begaran.toml``."""
        whole: dict[str, str] = {}
        starts: dict[str, str] = {}
        for meaning, block in meanings.items():
            for word in fold(block).split():
                (starts if word.endswith("*") else whole)[word.rstrip("*")] = meaning
        return cls(
            spellings={fold(short): fold(long) for short, long in spellings.items()}, meanings=whole, _starts=starts
        )

    def of(self, line: str) -> list[str]:
        """Return a line's words, folded and spelled out."""
        return [self.spelled(found.lower) for found in words(line)]

    def spelled(self, word: str) -> str:
        """Return a word folded and spelled out."""
        folded = fold(word)
        return self.spellings.get(folded, folded)

    def meaning(self, word: str) -> str | None:
        """Return what a word stands for together with others of the same meaning, if any."""
        known = self.meanings.get(word)
        if known is not None:
            return known
        return next((self._starts[word[:end]] for end in range(len(word), 1, -1) if word[:end] in self._starts), None)


@lru_cache(maxsize=5_000)
def stem(word: str) -> str:
    """Return a folded word without its commonest endings, cut once."""
    for size in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM), 0, -1):
        if word[-size:] in _ENDINGS:
            return word[:-size]
    return word


def grams(word: str) -> Iterator[str]:
    """Yield the four-letter pieces of a longer word, its beginning marked."""
    if len(word) >= _GRAM_FROM:
        marked = f"^{word}"
        for at in range(len(marked) - _GRAM + 1):
            yield marked[at : at + _GRAM]


def pairs(items: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Return each item with the one after it."""
    return pairwise(items)
