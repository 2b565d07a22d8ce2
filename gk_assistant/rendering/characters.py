"""Characters made safe to print, their width in a terminal's cells, and text wrapped by cells."""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import TypeVar, cast

UNPRINTABLE = "\ufffd"

_LINE_ENDS = frozenset("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
# Left out without a trace: marks of direction and joining that have no look of their own and can upset a whole line.
_SILENT = frozenset("\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff\u2061\u2062\u2063\u2064") | frozenset(
    chr(code) for span in ((0x202A, 0x202F), (0x2066, 0x2070), (0xFFF9, 0xFFFC)) for code in range(*span)
)
_JOINERS = frozenset("\u200c\u200d")
_EMOJI_LOOK = "\ufe0f"
# Newer terminals draw these two cells wide; Python's own table does not know it yet.
_WIDE_SIGNS = ((0x2630, 0x2637), (0x268A, 0x268F), (0x4DC0, 0x4DFF), (0x1D300, 0x1D376))

_Value = TypeVar("_Value")


def clean(text: str) -> str:
    """Return text without anything a terminal could obey: line ends as line feeds, control characters as ``�``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_safe(char) for char in text.replace("\r\n", "\n"))


def _safe(char: str) -> str:
    if char in _LINE_ENDS:
        return "\n"
    if char == "\t":
        return " "
    if char in _SILENT or 0xE0000 <= ord(char) <= 0xE007F:  # noqa: PLR2004 - the block of invisible tags
        return ""
    # Controls, surrogates, private use, unassigned.
    return UNPRINTABLE if unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") else char


def cleaned(value: _Value) -> _Value:
    """Return a block or document with every text in it made safe."""
    if isinstance(value, Enum | date):
        return value
    if isinstance(value, str):
        return cast("_Value", clean(value))
    if isinstance(value, tuple):
        return cast("_Value", tuple(cleaned(item) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        return cast("_Value", replace(value, **{one.name: cleaned(getattr(value, one.name)) for one in fields(value)}))
    return value


def char_cells(char: str) -> int:
    """Return how many cells a character takes; never fewer than a terminal gives it."""
    if " " <= char <= "~":
        return 1
    if char in _JOINERS:
        return 0
    if char == _EMOJI_LOOK:
        return 1
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 2 if any(first <= ord(char) <= last for first, last in _WIDE_SIGNS) else 1


def cells(text: str) -> int:
    """Return the width of a text in cells."""
    return len(text) if text.isascii() else sum(char_cells(char) for char in text)


def pad(text: str, width: int) -> str:
    """Return a text filled with blanks to a width, or clipped to it."""
    text = clip(text, width)
    return text + " " * (width - cells(text))


def clip(text: str, width: int) -> str:
    """Return as much of one line as fits, with ``…`` where something was left out."""
    if cells(text) <= width:
        return text
    kept, _ = cut(text, max(width - 1, 0))
    return f"{kept.rstrip()}…" if width > 0 else ""


def cut(text: str, width: int) -> tuple[str, str]:
    """Return what fits in a width, and the rest. Marks stay with the character they belong to."""
    taken = 0
    for index, char in enumerate(text):
        taken += char_cells(char)
        if taken > width:
            return text[:index], text[index:]
    return text, ""


def wrap(text: str, width: int) -> list[str]:
    """Return text as lines no wider than ``width`` cells (at least two); longer words are broken, line ends kept."""
    width = max(width, 2)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_one(paragraph, width))
    while len(lines) > 1 and not lines[-1]:
        lines.pop()
    return lines


def _broken(word: str, width: int) -> tuple[str, str]:
    """Return the first part of a word too long for a line: up to its last stroke or hyphen, else as much as fits."""
    part, rest = cut(word, width)
    at = max(part.rfind(sign) for sign in "/-–") + 1
    return (word[:at], word[at:]) if at > 1 else (part, rest)


def _wrap_one(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in paragraph.split():
        candidate = f"{line} {word}" if line else word
        if cells(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        rest = word
        while cells(rest) > width:
            part, rest = _broken(rest, width)
            lines.append(part)
        line = rest
    return [*lines, line] if line or not lines else lines
