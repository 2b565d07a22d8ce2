"""What must be declined, each with the sentence that names who would know."""

from collections.abc import Mapping, Sequence

from gk_assistant.language.glossary import texts_of
from gk_assistant.language.lexicon import text_of
from gk_assistant.language.text import fold


class Refusals:
    """The ``[[avbojer]]`` tables: their words are beginnings; of several the last may go on."""

    otherwise = (
        "Det ligger utanför det jag kan: jag känner bara mötet, anteckningarna och metoden. "
        "Gäller det en enskild person vet den som handlägger frågan."
    )

    def __init__(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Build from the tables."""
        self._rows = [
            ([tuple(fold(part).split()) for part in texts_of(row, "ord")], text_of(row, "svar")) for row in rows
        ]

    def find(self, tokens: Sequence[str]) -> str:
        """Return the sentence of what a line touches most of; empty when it touches nothing."""
        best, answer = 0, ""
        for parts, text in self._rows:
            length = max((sum(map(len, part)) for part in parts if _stands(part, tokens)), default=0)
            if length > best:
                best, answer = length, text
        return answer


def _stands(part: tuple[str, ...], tokens: Sequence[str]) -> bool:
    size = len(part)
    return any(
        tuple(tokens[at : at + size - 1]) == part[:-1] and tokens[at + size - 1].startswith(part[-1])
        for at in range(len(tokens) - size + 1)
    )
