"""Fitted weights, shipped as data: which heading, and which mark.

``question_bank/lexikon/vikter.toml`` is written by ``evaluation/fit_sorting.py`` and never by hand. It holds the names
of the features, one a line, and for each feature a signed byte for every heading and then for every mark, in base64.
A byte times the question's ``skala``, divided by its ``varme``, is the weight.
"""

from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from gk_assistant.language.features import of_word

_REMEMBERED = 10_000
_CLASSES = 4
_WIDTH = 2 * _CLASSES
_CLEAR = 0.12
"""The least share of a decision that a word must have to be named as a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
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
    rows: memoryview
    _words: dict[str, tuple[float, ...]] = field(default_factory=dict)

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
            rows=memoryview(b64decode(str(table["vikter"]))).cast("b"),
        )

    def totals(
        self, words: Sequence[str], counts: Sequence[float], others: Iterable[tuple[str, float]]
    ) -> tuple[float, ...]:
        """Return what a note says for each heading and each mark, in bytes.

        ``words`` are folded, ``counts`` how much each counts for by its place, ``others`` the features of place.
        """
        a, b, c, d, e, f, g, h = self._sum(others)
        for word, count in zip(words, counts, strict=True):
            row = self.of_word(word)
            a += row[0] * count
            b += row[1] * count
            c += row[2] * count
            d += row[3] * count
            e += row[4] * count
            f += row[5] * count
            g += row[6] * count
            h += row[7] * count
        return a, b, c, d, e, f, g, h

    def of_word(self, word: str) -> tuple[float, ...]:
        """Return what a word alone says for each heading and mark; remembered."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) > _REMEMBERED:
                self._words.clear()
            known = self._words[word] = self._sum(of_word(word))
        return known

    def _sum(self, features: Iterable[tuple[str, float]]) -> tuple[float, ...]:
        a = b = c = d = e = f = g = h = 0.0
        rows, find = self.rows, self.places.get
        for name, value in features:
            at = find(name)
            if at is not None:
                a += rows[at] * value
                b += rows[at + 1] * value
                c += rows[at + 2] * value
                d += rows[at + 3] * value
                e += rows[at + 4] * value
                f += rows[at + 5] * value
                g += rows[at + 6] * value
                h += rows[at + 7] * value
        return a, b, c, d, e, f, g, h

    def speaking_for(self, name: str, words: Sequence[str], counts: Sequence[float], size: float) -> tuple[int, ...]:
        """Return the places of the words that speak most for a heading against the others, strongest first."""
        at = self.heading.classes.index(name)
        said = []
        for place, (word, count) in enumerate(zip(words, counts, strict=True)):
            row = self.of_word(word)[:_CLASSES]
            others = (sum(row) - row[at]) / (_CLASSES - 1)
            said.append(((row[at] - others) * count * self.heading.worth / size, place))
        return tuple(place for amount, place in sorted(said, reverse=True) if amount > _CLEAR)


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
