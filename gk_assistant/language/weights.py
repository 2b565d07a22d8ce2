"""Fitted weights, shipped as data: which heading, and which mark.

``question_bank/lexikon/vikter.toml`` is written by ``evaluation/fit_sorting.py`` and never by hand. It holds the names
of the features, one a line, and for each feature a signed byte for every heading and then for every mark, in base64.
A byte times the question's ``skala``, divided by its ``varme``, is the weight.

A feature's eight bytes are kept in one whole number, each in a lane of its own: one multiplication and one addition
then do for all eight.
"""

from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import NamedTuple

from gk_assistant.language.features import of_word

_REMEMBERED = 10_000
_CLASSES = 4
_WIDTH = 2 * _CLASSES
_LANE = 48
"""Bits for each sum: room for 127 × a feature's units × a place's units, some thousand times."""
_HALF, _WHOLE = 1 << (_LANE - 1), 1 << _LANE
_UNITS = 1024
"""What 1 is as a whole number, for a feature's value and for what a word counts by its place."""
_CLEAR = 0.12
"""The least share of a decision that a word must have to be named as a reason."""


class Question(NamedTuple):
    """A question with four answers (``classes``), its bytes from ``start`` on, and what a byte is worth."""

    classes: tuple[str, ...]
    start: int
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of both questions, by feature."""

    heading: Question
    mark: Question
    places: Mapping[str, int]
    rows: bytes
    _words: dict[str, int] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def from_data(cls, table: Mapping[str, object]) -> "Weights | None":
        """Build from ``vikter.toml``; ``None`` when there is nothing in it: the rules then decide alone."""
        if "egenskaper" not in table:
            return None
        names = str(table["egenskaper"]).strip("\n").split("\n")
        return cls(
            heading=_question(table["rubrik"], 0),
            mark=_question(table["markning"], _CLASSES),
            places=dict(zip(names, range(0, len(names) * _WIDTH, _WIDTH), strict=True)),
            rows=b64decode(str(table["vikter"])),
        )

    def totals(
        self, words: Sequence[str], counts: Sequence[float], others: Iterable[tuple[str, float]]
    ) -> tuple[float, ...]:
        """Return what a note says for each heading and each mark, in bytes.

        ``words`` are folded, ``counts`` how much each counts for by its place, ``others`` the features of place.
        """
        total = self._sum(others) * _UNITS
        for word, count in zip(words, counts, strict=True):
            total += self._of_word(word) * round(count * _UNITS)
        return _lanes(total, _UNITS * _UNITS)

    def knows(self, words: Iterable[str]) -> bool:
        """Tell whether any of some words says anything."""
        return any(map(self._of_word, words))

    def of_word(self, word: str) -> tuple[float, ...]:
        """Return what a word alone says for each heading and mark."""
        return _lanes(self._of_word(word), _UNITS)

    def _of_word(self, word: str) -> int:
        known = self._words.get(word)
        if known is None:
            if len(self._words) > _REMEMBERED:
                self._words.clear()
            known = self._words[word] = self._sum(of_word(word))
        return known

    def _sum(self, features: Iterable[tuple[str, float]]) -> int:
        total, known, places = 0, self._numbers, self.places
        for name, value in features:
            if name in known:
                total += known[name] * round(value * _UNITS)
            elif name in places:
                total += self._number(name) * round(value * _UNITS)
        return total

    def _number(self, name: str) -> int:
        """Return a feature's eight bytes, each in its lane; remembered."""
        at = self.places[name]
        row = memoryview(self.rows)[at : at + _WIDTH].cast("b")
        number = self._numbers[name] = sum(byte << (_LANE * lane) for lane, byte in enumerate(row))
        return number

    def speaking_for(self, name: str, words: Sequence[str], counts: Sequence[float], size: float) -> tuple[int, ...]:
        """Return the places of the words that speak most for a heading against the others, strongest first."""
        at = self.heading.classes.index(name)
        said = []
        for place, (word, count) in enumerate(zip(words, counts, strict=True)):
            row = self.of_word(word)[:_CLASSES]
            others = (sum(row) - row[at]) / (_CLASSES - 1)
            said.append(((row[at] - others) * count * self.heading.worth / size, place))
        return tuple(place for amount, place in sorted(said, reverse=True) if amount > _CLEAR)


def _lanes(total: int, unit: int) -> tuple[float, ...]:
    """Return the signed sums in a number's lanes, divided by their unit."""
    sums = []
    for _ in range(_WIDTH):
        low = ((total + _HALF) % _WHOLE) - _HALF
        sums.append(low / unit)
        total = (total - low) >> _LANE
    return tuple(sums)


def likelihoods(question: Question, totals: Sequence[float], size: float) -> tuple[float, ...]:
    """Return how likely each answer of a question is (0–1, together 1).

    ``totals`` as of :meth:`Weights.totals`, ``size`` the note's length as a vector
    (:func:`~gk_assistant.language.features.length`).
    """
    own = totals[question.start : question.start + _CLASSES]
    top, factor = max(own), question.worth / size
    raised = [exp((total - top) * factor) for total in own]
    whole = sum(raised)
    return tuple(value / whole for value in raised)


def _question(table: object, start: int) -> Question:
    values = table if isinstance(table, Mapping) else {}
    return Question(
        classes=tuple(str(values["klasser"]).split()),
        start=start,
        worth=float(values["skala"]) / float(values["varme"]),
    )
