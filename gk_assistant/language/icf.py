"""ICF codes as a second suggestion, with our own short labels (``question_bank/lexikon/icf.toml``).

Codes only point at a category; no qualifier is ever set (people do not agree on severity). Personfaktorer have none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gk_assistant.language.clauses import Build, Role
from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.terms import Hit, TermIndex

_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class IcfIndex:
    """The known codes: their labels, the words that call them, and the lexicon's groups that point at one."""

    labels: Mapping[str, str]
    terms: TermIndex[str]
    groups: Mapping[str, str]

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "IcfIndex":
        """Build from the parsed ``icf.toml``."""
        rows = rows_of(data, "kategori")
        return cls(
            labels={text_of(row, "kod"): text_of(row, "etikett") for row in rows},
            terms=TermIndex((text_of(row, "kod"), text_of(row, "ord")) for row in rows),
            groups={group: text_of(row, "kod") for row in rows for group in text_of(row, "grupper").split()},
        )

    def label(self, code: str) -> str:
        """Return our label of a code, or the code itself."""
        return self.labels.get(code, code)

    def codes(self, build: Build, first: str, groups: Iterable[str] = ()) -> tuple[str, ...]:
        """Return up to three codes of a note.

        Those whose letter is in ``first`` (b, d, e) go before the others, what a word calls before what a group of
        the lexicon points at, and the main clause before the rest.
        """
        hits = sorted(self.terms.find(build.words), key=lambda hit: _weight(build, hit), reverse=True)
        called = dict.fromkeys(hit.payload for hit in hits)
        pointed = dict.fromkeys(self.groups[group] for group in groups if group in self.groups)
        return tuple(sorted({**called, **pointed}, key=lambda code: code[0] not in first))[:_MOST]


def _weight(build: Build, hit: Hit[str]) -> tuple[bool, int]:
    return build.role[hit.start] in (Role.MAIN, Role.BUT), hit.end - hit.start
