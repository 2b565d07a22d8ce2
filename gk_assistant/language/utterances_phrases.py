"""Small phrases found in an utterance: the entries of ``question_bank/lexikon/yttranden.toml``.

An entry is words in any spelling that folds alike: ``word``, ``stem*``, ``a|b``, ``..`` (up to three words between),
``^`` first (the utterance begins so) and ``$`` last (it ends so). Entries are kept by their first word, so that a long
list costs nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product

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

Part = tuple[frozenset[str], tuple[str, ...]]
"""The words, or beginnings of words, that may stand at a place; two empty ones are a gap."""

_ANYTHING: Part = (frozenset(), ())


Entry = tuple[str, tuple[Part, ...], bool]
"""What follows an entry's first word or two: its group, the further places, whether the utterance must end there."""


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

    __slots__ = ("_anywhere", "_first")

    def __init__(self, groups: Iterable[tuple[str, str]]) -> None:
        """Index groups of entries: (the group's name, its entries separated by commas)."""
        self._anywhere, self._first = _Shelf(), _Shelf()
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
        shelf = self._first if parts[0].startswith("^") else self._anywhere
        places = [_choices(part.strip("^$")) for part in parts]
        shelf.add(name, places, last=parts[-1].endswith("$"))

    def find(self, tokens: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Yield (group, start, end) of each entry found; ``tokens`` as :func:`heard` returns them."""
        if tokens:
            yield from self._first.find(tokens, 0)
        for at in range(len(tokens)):
            yield from self._anywhere.find(tokens, at)


class _Shelf:
    """Entries by their first two words where those are plain, else by the first or by how it begins."""

    __slots__ = ("_pairs", "_stems", "_words")

    def __init__(self) -> None:
        self._words: dict[str, list[Entry]] = {}
        self._stems: dict[str, list[Entry]] = {}
        self._pairs: dict[tuple[str, str], list[Entry]] = {}

    def add(self, name: str, places: Sequence[Part], *, last: bool) -> None:
        """Put an entry under everything it may begin with."""
        words, stems = places[0]
        following, more = places[1] if len(places) > 1 else _ANYTHING
        for stem in stems:
            self._stems.setdefault(stem, []).append((name, tuple(places[1:]), last))
        if following and not more:
            for pair in product(words, following):
                self._pairs.setdefault(pair, []).append((name, tuple(places[2:]), last))
        else:
            for word in words:
                self._words.setdefault(word, []).append((name, tuple(places[1:]), last))

    def find(self, tokens: Sequence[str], at: int) -> Iterator[tuple[str, int, int]]:
        """Yield (group, start, end) of the entries that begin at a place."""
        token = tokens[at]
        begun = self._words.get(token)
        if begun:
            yield from _ended(tokens, at, at + 1, begun)
        for size in range(_SHORTEST_STEM, len(token) + 1):
            begun = self._stems.get(token[:size])
            if begun:
                yield from _ended(tokens, at, at + 1, begun)
        if at + 1 < len(tokens):
            begun = self._pairs.get((token, tokens[at + 1]))
            if begun:
                yield from _ended(tokens, at, at + 2, begun)


def _ended(tokens: Sequence[str], start: int, at: int, begun: Iterable[Entry]) -> Iterator[tuple[str, int, int]]:
    for group, tail, last in begun:
        end = _fits(tokens, at, tail) if tail else at
        if end is not None and (not last or end == len(tokens)):
            yield group, start, end


def _choices(part: str) -> Part:
    if part == "..":
        return _ANYTHING
    choices = part.split("|")
    words = frozenset(heard(one) for one in choices if not one.endswith("*"))
    return words, tuple(heard(one.rstrip("*")) for one in choices if one.endswith("*"))


def _fits(tokens: Sequence[str], at: int, tail: Sequence[Part]) -> int | None:
    """Return where the entry ends, or ``None``."""
    for number, part in enumerate(tail):
        if part is _ANYTHING:
            rest = tail[number + 1 :]
            ends = (_fits(tokens, at + skip, rest) for skip in range(_GAP + 1))
            return next((end for end in ends if end is not None), None)
        if at >= len(tokens):
            return None
        token = tokens[at]
        if token not in part[0] and not (part[1] and token.startswith(part[1])):
            return None
        at += 1
    return at
