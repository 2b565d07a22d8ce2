"""The small pattern language of ``question_bank/lexikon/begaran.toml``, matched over folded words.

A pattern is words with ``^`` (start), ``$`` (end), ``..`` (up to five words between), ``a|b``, ``word*``, ``word?``
(may be missing) and slots in braces. Long words may hold one slip, but not at their end: ``flyttar`` is no ``flytta``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from gk_assistant.language.text import fold

_GAP = 5
_SLIP_LENGTH = 5

SlotReader = Callable[[str, Sequence[str]], list[tuple[int, str]]]
"""Given a slot's name and the words from there on: how many words it may take, and what it then stands for."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pattern."""

    words: tuple[str, ...] = ()
    slot: str = ""
    gap: bool = False
    optional: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class LinePattern:
    """A parsed pattern."""

    parts: tuple[Part, ...]
    anchored: bool

    @classmethod
    def parse(cls, source: str) -> "LinePattern":
        """Read one pattern; see the module's docstring."""
        text = fold(source.strip())
        anchored = text.startswith("^")
        return cls(tuple(_part(piece) for piece in text.lstrip("^").split()), anchored)

    def match(self, words: Sequence[str], slots: SlotReader) -> dict[str, str] | None:
        """Return what the slots stand for, or ``None`` when the line is not like this."""
        for start in range(1 if self.anchored else max(len(words), 1)):
            found = _match(self.parts, 0, words, start, slots)
            if found is not None:
                return found
        return None


def _part(piece: str) -> Part:
    if piece == "..":
        return Part(gap=True)
    if piece == "$":
        return Part(end=True)
    optional = piece.endswith("?")
    piece = piece.rstrip("?")
    if piece.startswith("{"):
        return Part(slot=piece.strip("{}"), optional=optional)
    return Part(words=tuple(word for word in piece.split("|") if word), optional=optional)


def _match(
    parts: Sequence[Part], at: int, words: Sequence[str], place: int, slots: SlotReader
) -> dict[str, str] | None:
    if at == len(parts):
        return {}
    part = parts[at]
    if part.end:
        return {} if place == len(words) else None
    for taken, value in _ways(part, words, place, slots):
        found = _match(parts, at + 1, words, place + taken, slots)
        if found is not None:
            return {part.slot: value, **found} if part.slot and taken else found
    return None


def _ways(part: Part, words: Sequence[str], place: int, slots: SlotReader) -> Iterator[tuple[int, str]]:
    """Yield how many words this part may take, and what it then stands for."""
    if part.gap:
        yield from ((skip, "") for skip in range(min(_GAP, len(words) - place) + 1))
    elif part.slot:
        yield from slots(part.slot, words[place:]) if place < len(words) else ()
    elif place < len(words) and any(same(words[place], word) for word in part.words):
        yield 1, ""
    if part.optional:
        yield 0, ""


def same(word: str, wanted: str) -> bool:
    """Tell whether a folded word is the wanted one (``wanted*``: begins so), a slip in a long word allowed."""
    if wanted[-1] == "*":
        stem = wanted[:-1]
        return word.startswith(stem) or (len(stem) > _SLIP_LENGTH and one_slip(word[: len(stem)], stem))
    return word == wanted or (len(wanted) >= _SLIP_LENGTH and one_slip(word, wanted))


def one_slip(word: str, wanted: str) -> bool:
    """Tell whether two words differ by one letter before the last two: changed, missing, added or swapped."""
    if abs(len(word) - len(wanted)) > 1 or not word or word[0] != wanted[0] or word[-2:] != wanted[-2:]:
        return False
    at = 0
    while at < min(len(word), len(wanted)) and word[at] == wanted[at]:
        at += 1
    if len(word) == len(wanted):
        swapped = word[at : at + 2] == wanted[at : at + 2][::-1] and word[at + 2 :] == wanted[at + 2 :]
        return swapped or word[at + 1 :] == wanted[at + 1 :]
    longer, shorter = (word, wanted) if len(word) > len(wanted) else (wanted, word)
    return longer[at + 1 :] == shorter[at:]
