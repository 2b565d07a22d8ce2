"""Fitted weights, shipped as data: one table for the headings, one for the marks.

``question_bank/lexikon/vikter.toml`` is written by ``evaluation/fit_sorting.py`` and never by hand. A table holds the
names of its features, one a line, and for each feature a signed byte per class, in base64, times ``skala``.
"""

from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from gk_assistant.language.features import of_word

_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of one question (which heading? which mark?). ``classes`` are its four answers, in order."""

    classes: tuple[str, ...]
    places: Mapping[str, int]
    rows: memoryview
    scale: float
    warmth: float = 1.0
    _words: dict[str, tuple[float, ...]] = field(default_factory=dict)

    @classmethod
    def from_data(cls, table: object) -> "Weights | None":
        """Build from a table of ``vikter.toml``; ``None`` when there is none: the rules then decide alone."""
        if not isinstance(table, Mapping):
            return None
        names = str(table["egenskaper"]).strip("\n").split("\n")
        return cls(
            classes=tuple(str(table["klasser"]).split()),
            places={name: at for at, name in enumerate(names)},
            rows=memoryview(b64decode(str(table["vikter"]))).cast("b"),
            scale=float(str(table["skala"])),
            warmth=float(str(table["varme"])),
        )

    def of_word(self, word: str) -> tuple[float, ...]:
        """Return what a word alone says for each class; remembered."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) > _REMEMBERED:
                self._words.clear()
            known = self._words[word] = tuple(self._sum(of_word(word)))
        return known

    def _sum(self, features: Iterable[tuple[str, float]]) -> list[float]:
        first = second = third = fourth = 0.0
        rows, find = self.rows, self.places.get
        for name, value in features:
            at = find(name)
            if at is not None:
                start = at * 4
                first += rows[start] * value
                second += rows[start + 1] * value
                third += rows[start + 2] * value
                fourth += rows[start + 3] * value
        return [first, second, third, fourth]

    def likelihoods(
        self, words: Sequence[str], counts: Sequence[float], others: Iterable[tuple[str, float]]
    ) -> tuple[float, ...]:
        """Return how likely each class is (0–1, together 1).

        ``words`` are folded, ``counts`` how much each counts for by its place, ``others`` the features of place.
        """
        totals = self._sum(others)
        for word, count in zip(words, counts, strict=True):
            for number, amount in enumerate(self.of_word(word)):
                totals[number] += amount * count
        factor = self.scale / self.warmth
        top = max(totals)
        raised = [exp((total - top) * factor) for total in totals]
        whole = sum(raised)
        return tuple(value / whole for value in raised)

    def speaking_for(self, name: str, words: Sequence[str], counts: Sequence[float]) -> tuple[int, ...]:
        """Return the places of the words that speak most for a class against the others, strongest first."""
        at = self.classes.index(name)
        spread = len(self.classes) - 1
        said = []
        for place, (word, count) in enumerate(zip(words, counts, strict=True)):
            row = self.of_word(word)
            said.append(((row[at] - (sum(row) - row[at]) / spread) * count * self.scale, place))
        return tuple(place for amount, place in sorted(said, reverse=True) if amount > _CLEAR)


_CLEAR = 0.25
"""The least that a word must say to be named as a reason."""
