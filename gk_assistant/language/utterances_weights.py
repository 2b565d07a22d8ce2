"""A small linear model, fitted beforehand and kept as text: which of some answers a set of signs points to.

A table (``question_bank/lexikon/*_vikter.toml``) has ``svar``, the answers in order; ``skala``, what the whole numbers
are divided by; ``rader``, a line for each sign: its name, then a letter for each answer it speaks for or against with
the strength (``a12c-7``). A line is read the first time its sign is met. ``evaluation/fit_utterances.py`` makes them.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp

from gk_assistant.language.lexicon import number_of, text_of

_Row = tuple[float, ...]


@cache
def _strength() -> re.Pattern[str]:
    return re.compile(r"([a-z])(-?\d+)")


class Weights:
    """Weighs signs and gives each answer its share."""

    __slots__ = ("_raw", "_read", "_scale", "answers")

    def __init__(self, table: Mapping[str, object]) -> None:
        """Keep the lines of a table; an empty table knows no answers."""
        self.answers = tuple(text_of(table, "svar").split())
        self._scale = number_of(table, "skala") or 1.0
        self._raw = dict(line.split(" ", 1) for line in text_of(table, "rader").splitlines() if " " in line)
        self._read: dict[str, _Row] = {}

    def shares(self, signs: Iterable[str]) -> list[tuple[float, str]]:
        """Return every answer with its share (they sum to 1), the likeliest first."""
        rows = [row for sign in signs if (row := self._row(sign)) is not None]
        total = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(self.answers)
        top = max(total, default=0.0)
        raised = [exp(value - top) for value in total]
        whole = sum(raised)
        return sorted(((value / whole, name) for value, name in zip(raised, self.answers, strict=True)), reverse=True)

    def _row(self, sign: str) -> _Row | None:
        known = self._read.get(sign)
        if known is None:
            raw = self._raw.get(sign)
            if raw is None:
                return None
            found = {ord(letter) - ord("a"): int(number) / self._scale for letter, number in _strength().findall(raw)}
            known = self._read[sign] = tuple(found.get(place, 0.0) for place in range(len(self.answers)))
        return known
