"""Weigh the words of a line that no pattern fits: which request it most likely is.

The signs and their strengths are data (``[tecken]`` in ``question_bank/lexikon/begaran.toml``). They only count in a
question, an order to the program, or a line about *vi*; a line about the deltagare stays a note.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gk_assistant.language.line_patterns import same
from gk_assistant.language.text import fold

_ENOUGH = 2.0
_ENOUGH_IN_STATEMENT = 2.5

Sign = tuple[tuple[str, ...], float]
NameReader = Callable[[str, Sequence[str]], str | None]
"""Given a slot's name and the words of a line: what is named in it, if anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """The signs of each request, and the words that open an order."""

    signs: Mapping[str, Sequence[Sign]]
    orders: frozenset[str]

    @classmethod
    def from_data(cls, signs: Mapping[str, str], orders: str) -> "Signals":
        """Build from the tables ``tecken`` and ``uppmaning``."""
        return cls(
            signs={intent: [_sign(part) for part in block.split()] for intent, block in signs.items()},
            orders=frozenset(fold(orders).split()),
        )

    def best(self, tokens: Sequence[str], named: NameReader, *, question: bool) -> tuple[str, float] | None:
        """Return the likeliest request and its weight, or ``None`` when nothing is likely enough."""
        opened = question or tokens[0] in self.orders
        if not opened and tokens[0] not in ("vi", "nu", "den", "det"):
            return None
        weighed = [(self._weigh(signs, tokens, named), intent) for intent, signs in self.signs.items()]
        weight, intent = max(weighed, key=lambda pair: pair[0], default=(0.0, ""))
        return (intent, weight) if weight >= (_ENOUGH if opened else _ENOUGH_IN_STATEMENT) else None

    def _weigh(self, signs: Sequence[Sign], tokens: Sequence[str], named: NameReader) -> float:
        return sum(strength for parts, strength in signs if all(_there(part, tokens, named) for part in parts))


def _there(part: str, tokens: Sequence[str], named: NameReader) -> bool:
    if part.startswith("{"):
        return named(part.strip("{}"), tokens) is not None
    return any(same(word, part) for word in tokens)


def _sign(part: str) -> Sign:
    words, _, strength = part.partition("=")
    return tuple(fold(words).split("+")), float(strength or 1)
