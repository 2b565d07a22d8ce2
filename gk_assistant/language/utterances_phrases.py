"""Small phrases found in an utterance: the entries of ``question_bank/lexikon/yttranden.toml``.

An entry is words in any spelling that folds alike: ``word``, ``stem*``, ``a|b``, ``..`` (up to three words between),
``^`` first (the utterance begins so) and ``$`` last (it ends so). Entries are kept by their first word, so that a long
list costs nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from gk_assistant.language.text import fold, word_set

_GAP = 3
_SHORTEST_STEM = 2
_KEPT = word_set("här vår vårt våra härs")
"""Words that would become another when folded: *har*, *var*."""
_SPOKEN = {
    "va": "vad", "nat": "nagot", "nan": "nagon", "nanting": "nagonting", "nanstans": "nagonstans", "dom": "de",
    "mej": "mig", "dej": "dig", "sej": "sig", "skall": "ska", "sen": "sedan", "san": "sadan",
    "sana": "sadana", "ngt": "nagot", "ngn": "nagon", "e": "ar", "o": "och", "hurdan": "hur", "medans": "medan",
}  # fmt: skip

Entry = tuple[str, tuple[str, ...]]


@cache
def heard(word: str) -> str:
    """Return a word as it is compared: folded, spoken forms as their written ones."""
    low = word.lower()
    if low in _KEPT:
        return low
    folded = fold(low)
    return _SPOKEN.get(folded, folded)


class Phrases:
    """Finds entries among the words of an utterance."""

    __slots__ = ("_stems", "_words")

    def __init__(self, groups: Iterable[tuple[str, str]]) -> None:
        """Index groups of entries: (the group's name, its entries separated by commas)."""
        self._words: dict[str, list[Entry]] = {}
        self._stems: dict[str, list[Entry]] = {}
        for name, block in groups:
            for entry in block.replace("\n", ",").split(","):
                parts = entry.split()
                if parts:
                    self._add(name, parts)

    @staticmethod
    def spelled(block: str) -> list[str]:
        """Return the words of a block as they are compared."""
        return [heard(word) for word in block.split()]

    def _add(self, name: str, parts: list[str]) -> None:
        first, tail = parts[0], tuple(_spelled(part) for part in parts[1:])
        if first.startswith("^"):
            first, tail = first[1:], ("^", *tail)
        if first.endswith("$"):
            first, tail = first[:-1], (*tail, "$")
        for choice in _spelled(first).split("|"):
            shelf = self._stems if choice.endswith("*") else self._words
            shelf.setdefault(choice.rstrip("*"), []).append((name, tail))

    def find(self, tokens: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Yield (group, start, end) of each entry found; ``tokens`` as :func:`heard` returns them."""
        for at, token in enumerate(tokens):
            for name, tail in self._begun(token):
                end = _fits(tokens, at + 1, tail, first=at == 0)
                if end is not None:
                    yield name, at, end

    def _begun(self, token: str) -> Iterator[Entry]:
        yield from self._words.get(token, ())
        for size in range(_SHORTEST_STEM, len(token) + 1):
            yield from self._stems.get(token[:size], ())


def _spelled(part: str) -> str:
    end = part.endswith("$")
    choices = "|".join(heard(one.rstrip("*")) + "*" * one.endswith("*") for one in part.rstrip("$").split("|"))
    return choices + "$" * end


def _fits(tokens: Sequence[str], at: int, tail: Sequence[str], *, first: bool) -> int | None:
    """Return where the entry ends, or ``None``."""
    for number, part in enumerate(tail):
        if part == "^":
            if not first:
                return None
            continue
        if part == "..":
            rest = tail[number + 1 :]
            ends = (_fits(tokens, at + skip, rest, first=first) for skip in range(_GAP + 1))
            return next((end for end in ends if end is not None), None)
        if part == "$":
            return at if at == len(tokens) else None
        if at >= len(tokens) or not _same(tokens[at], part.rstrip("$")):
            return None
        at += 1
        if part.endswith("$") and at != len(tokens):
            return None
    return at


def _same(token: str, part: str) -> bool:
    return any(token.startswith(choice[:-1]) if choice.endswith("*") else token == choice for choice in part.split("|"))
