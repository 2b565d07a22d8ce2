"""ICF codes as a second suggestion, with our own short labels (``question_bank/lexikon/icf.toml``).

Codes only point at a category; no qualifier is ever set (people do not agree on severity). Personfaktorer have none.

A word calls a code, a group of the sorting's lexicon points at one, and where neither says anything the ruta has a
usual one for each heading. Codes of the note's own heading go first: b for kropp, d for aktivitet, e for omgivning.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gk_assistant.domain.notes import Heading
from gk_assistant.language.clauses import Build
from gk_assistant.language.features import AFTER_PREPOSITION, PLACE
from gk_assistant.language.lexicon import Group, rows_of, text_of
from gk_assistant.language.term_packing import Packed
from gk_assistant.language.terms import Hit, TermIndex

_MOST = 3
_LETTERS = {Heading.KROPP: "b", Heading.AKTIVITET: "d", Heading.OMGIVNING: "e"}
_SURELY_PERSON = 0.8
_LONGER, _GROUP = 0.5, 0.6
_LEAST_BESIDE = 0.5
"""A code of another heading is shown only when a word calls it this much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IcfIndex:
    """The known codes: their labels, the words that call them, the groups that point at them, each ruta's usual ones.

    ``groups`` maps a lexicon group's id to codes that go with their own heading only, ``always`` to those that go with
    any; ``usual`` maps a ruta's id to its code for each letter.
    """

    labels: Mapping[str, str]
    terms: TermIndex[str]
    groups: Mapping[str, Sequence[str]]
    always: Mapping[str, Sequence[str]]
    usual: Mapping[str, Mapping[str, str]]

    @classmethod
    def from_data(
        cls,
        data: Mapping[str, object],
        common: frozenset[str] = frozenset(),
        *,
        beside: TermIndex[Group] | None = None,
        packed: Packed | None = None,
    ) -> "IcfIndex":
        """Build from the parsed ``icf.toml``.

        ``common`` words, and words that the index ``beside`` this one knows, are never taken for a misspelling of an
        entry. ``packed`` is what ``terms.packed()`` gave, see :class:`TermIndex`.
        """
        rows = rows_of(data, "kategori")
        return cls(
            labels={text_of(row, "kod"): text_of(row, "etikett") for row in rows},
            terms=TermIndex(
                ((text_of(row, "kod"), text_of(row, "ord")) for row in rows),
                common=common,
                beside=beside,
                packed=packed,
            ),
            groups=_pointing(rows, "grupper"),
            always=_pointing(rows, "alltid"),
            usual={
                text_of(row, "id"): {
                    letter: code for heading, letter in _LETTERS.items() if (code := text_of(row, heading.value))
                }
                for row in rows_of(data, "ruta")
            },
        )

    def label(self, code: str) -> str:
        """Return our label of a code, or the code itself."""
        return self.labels.get(code, code)

    def codes(self, build: Build, letter: str, hits: Iterable[Hit[Group]] = (), ruta: str = "") -> tuple[str, ...]:
        """Return up to three codes of a note, best first: those of its heading's letter (b, d, e) before the others."""
        weights: dict[str, float] = {}
        for hit in self.terms.find(build.words):
            weight = _weight(build, hit.start) * (1.0 + _LONGER * (hit.end - hit.start - 1))
            weights[hit.payload] = weights.get(hit.payload, 0.0) + weight
        for group in hits:
            own = [code for code in self.groups.get(group.payload.id, ()) if code[0] == letter]
            for code in (*own, *self.always.get(group.payload.id, ())):
                weights[code] = weights.get(code, 0.0) + _GROUP * _weight(build, group.start)
        first = _heaviest({code: weight for code, weight in weights.items() if code[0] == letter})
        usual = self.usual.get(ruta, {}).get(letter)
        if not first and usual:
            first = [usual]
        beside = {code: weight for code, weight in weights.items() if weight >= _LEAST_BESIDE and code not in first}
        return (*first, *_heaviest(beside))[:_MOST]


def letter_of(best: Heading, second: Heading, certainty: float) -> str:
    """Return the letter of a note's codes; an empty text when the note is surely about the person."""
    if best is Heading.PERSON and certainty < _SURELY_PERSON:
        best = second
    return _LETTERS.get(best, "")


def _pointing(rows: Iterable[Mapping[str, object]], key: str) -> dict[str, list[str]]:
    """Return the codes that each group of the lexicon points at."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        for group in text_of(row, key).split():
            groups.setdefault(group, []).append(text_of(row, "kod"))
    return groups


def _weight(build: Build, at: int) -> float:
    return PLACE[build.role[at]] * (AFTER_PREPOSITION if build.after_preposition[at] else 1.0)


def _heaviest(weights: Mapping[str, float]) -> list[str]:
    return sorted(weights, key=lambda code: (-weights[code], code))
