"""Fitted weights over the kinds of a line, shipped as data (``question_bank/lexikon/radvikter.toml``).

The file is written by ``evaluation/fit_lines.py`` and never by hand: the names of the features, one a line, and for
each a signed byte per kind, in base64, times ``skala``.
"""

from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from gk_assistant.language.intents import Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWeights:
    """How much each feature speaks for each kind."""

    kinds: tuple[Intent, ...]
    places: Mapping[str, int]
    rows: memoryview
    scale: float

    @classmethod
    def from_data(cls, table: Mapping[str, object] | None) -> "LineWeights | None":
        """Build from the parsed file; ``None`` when there is none: the rules then decide alone."""
        if not table:
            return None
        names = str(table["egenskaper"]).strip("\n").split("\n")
        return cls(
            kinds=tuple(Intent(name) for name in str(table["klasser"]).split()),
            places={name: at for at, name in enumerate(names)},
            rows=memoryview(b64decode(str(table["vikter"]))).cast("b"),
            scale=float(str(table["skala"])),
        )

    def likelihoods(self, features: Iterable[tuple[str, float]]) -> dict[Intent, float]:
        """Return how likely each kind is (0–1, together 1)."""
        width = len(self.kinds)
        totals = [0.0] * width
        for name, value in features:
            at = self.places.get(name)
            if at is not None:
                for kind, weight in enumerate(self.rows[at * width : (at + 1) * width]):
                    totals[kind] += weight * value
        top = max(totals)
        raised = [exp((total - top) * self.scale) for total in totals]
        whole = sum(raised)
        return {kind: value / whole for kind, value in zip(self.kinds, raised, strict=True)}
