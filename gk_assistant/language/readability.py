"""How easy a text is to read: LIX (Björnsson 1968: words a sentence + per cent words of more than six letters).

Fixed names such as Försäkringskassan can be counted apart: the aim for what the deltagare takes home is LIX ≤ 30 and
ten words a sentence, names not counted (domain notes, "Language for the deltagare").
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from gk_assistant.language.text import words

_LONG = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """What was counted. A text without words has 0 everywhere."""

    words: int
    sentences: int
    long_words: int
    long_words_without_names: int

    @property
    def lix(self) -> float:
        """LIX of the whole text, names and all."""
        return self._lix(self.long_words)

    @property
    def lix_without_names(self) -> float:
        """LIX with the fixed names counted as short words."""
        return self._lix(self.long_words_without_names)

    @property
    def mean_sentence(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    def _lix(self, long_words: int) -> float:
        return self.mean_sentence + 100 * long_words / self.words if self.words else 0.0


@cache
def _sentence_end() -> Pattern[str]:
    return compile_pattern(r"(?<=[.!?:])(?<!\d\.)\s+(?=[^a-zåäö])|\n+")


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text into sentences; a line break ends one, ``kl. 10`` and ``3. gå`` do not."""
    return tuple(text[start:end].strip() for start, end in sentence_places(text))


def sentence_places(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence begins and ends; stretches without words are left out."""
    joined = _joined(text)
    ends = [match.span() for match in _sentence_end().finditer(joined)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return tuple((start, stop) for start, stop in zip(starts, stops, strict=True) if words(text[start:stop]))


@cache
def _shortening() -> Pattern[str]:
    return compile_pattern(r"(?i)\b(kl|t\.ex|bl\.a|dvs|ca|nr|tel|st|dr)\.\s+")


def _joined(text: str) -> str:
    """Return the text, of the same length, without the full stops that end no sentence."""
    return _shortening().sub(lambda match: match[1].ljust(len(match[0])), text)


def measure(text: str, names: Iterable[str] = ()) -> Readability:
    """Count a text's words and sentences; ``names`` are the fixed names (also with genitive *s*) counted apart."""
    known = {part.lower() for name in names for part in name.split()}
    known |= {f"{name}s" for name in known}
    found = [word.lower for word in words(text)]
    long_words = [word for word in found if sum(char.isalpha() for char in word) > _LONG]
    return Readability(
        words=len(found),
        sentences=max(len(sentences(text)), 1) if found else 0,
        long_words=len(long_words),
        long_words_without_names=sum(word not in known for word in long_words),
    )
