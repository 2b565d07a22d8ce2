"""ICF codes as a second suggestion, with our own short labels (``question_bank/lexikon/icf.toml``).

Codes only point at a category; no qualifier is ever set (people do not agree on severity). Personfaktorer have none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.terms import TermIndex

_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class IcfIndex:
    """The known codes: their labels, and the words that call them."""

    labels: Mapping[str, str]
    terms: TermIndex[str]

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "IcfIndex":
        """Build from the parsed ``icf.toml``."""
        rows = rows_of(data, "kategori")
        return cls(
            labels={text_of(row, "kod"): text_of(row, "etikett") for row in rows},
            terms=TermIndex((text_of(row, "kod"), text_of(row, "ord")) for row in rows),
        )

    def label(self, code: str) -> str:
        """Return our label of a code, or the code itself."""
        return self.labels.get(code, code)

    def codes(self, words: Sequence[str], first: str) -> tuple[str, ...]:
        """Return up to three codes of a note, those whose letter is in ``first`` (b, d, e) before the others."""
        found = dict.fromkeys(hit.payload for hit in self.terms.find(words))
        return tuple(sorted(found, key=lambda code: code[0] not in first))[:_MOST]
