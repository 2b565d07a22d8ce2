r"""A text in a plainer script, each character with its place in the text as typed.

Digits of any script become 0–9, dashes and spaces of any kind one of each, letters with loose marks one letter;
invisible characters go. Names and numbers are looked for in the shadow and reported where they stand in the original.
An escape such as ``\u2067`` that stands spelt out in a text is left as it is in what is reported, but an invisible
character, space or dash counts as one also when it is spelt out.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from re import Pattern
from re import compile as compile_pattern

_PASSED_OVER = ("Cf", "Mn", "Cc", "Cs", "Zs", "Pd")


@dataclass(frozen=True, slots=True)
class Shadow:
    """The plainer text; character ``n`` of it stands at ``starts[n]`` to ``ends[n]`` of the original."""

    original: str
    text: str
    starts: range | list[int]
    ends: range | list[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the shadow stands in the original; ``end`` must be after ``start``."""
        return self.starts[start], self.ends[end - 1]


@cache
def _special() -> Pattern[str]:
    """Match what makes a shadow differ: anything but plain letters, digits, signs and spaces, and spelt-out escapes."""
    return compile_pattern(r"[^\x20-\x7eåäöéüÅÄÖÉÜ”’·½]|\\u[0-9a-fA-F]{4}")


@cache
def _character() -> Pattern[str]:
    return compile_pattern(r"(?s)\\u[0-9a-fA-F]{4}|.")


def shadow_of(text: str) -> Shadow:
    """Return the shadow of a text; most texts are their own."""
    if _special().search(text) is None:
        return Shadow(text, text, range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for char, start, end in _characters(text):
        if unicodedata.combining(char):
            joined = unicodedata.normalize("NFC", letters[-1] + char) if letters else ""
            if letters and len(joined) == 1:
                letters[-1] = joined
            if ends:
                ends[-1] = end
            continue
        plain = _plain(char)
        if not plain:
            plain = "" if _in_number(text, start, end, letters) else " "
        for letter in plain:
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return Shadow(text, "".join(letters), starts, ends)


def _characters(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _character().finditer(text):
        char = match[0]
        if len(char) > 1:
            meant = chr(int(char.removeprefix("\\u"), base=16))
            if unicodedata.category(meant) not in _PASSED_OVER:
                for at, part in enumerate(char):
                    yield part, match.start() + at, match.start() + at + 1
                continue
            char = meant
        yield char, match.start(), match.end()


def _plain(char: str) -> str:
    """Return the plainer form of a character; empty for an invisible one."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char.isascii():
        return char if char.isprintable() else " " if char in "\t\n\r" else ""
    kind = unicodedata.category(char)
    if kind == "Pd" or char in "−⁃":
        return "-"
    if kind == "Zs":
        return " "
    if kind in ("Cf", "Cc", "Cs"):
        return ""
    digit = unicodedata.digit(char, None)
    return str(digit) if digit is not None and kind != "Nd" else unicodedata.normalize("NFKC", char)[:1] or char


def _in_number(text: str, start: int, end: int, letters: list[str]) -> bool:
    """Tell whether an invisible character stands inside a number or a word, where it says nothing."""
    before, after = letters[-1] if letters else " ", text[end : end + 1] or " "
    if before.isdigit() or before in "-+":
        return after.isdecimal() or unicodedata.category(after) in ("Pd", "Cf") or after in "+−"
    return before.isalpha() and after.isalpha() and start > 0
