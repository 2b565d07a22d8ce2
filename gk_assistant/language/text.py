"""Swedish text: what is kept of a typed line, how words are cut, how å ä ö may be missing."""

import re
import unicodedata
from enum import StrEnum
from functools import cache
from typing import NamedTuple

_FOLDS = str.maketrans("åäöéèêáàâüæøíìóòúùñç", "aaoeeeaaauaoiioouunc")


class Removed(StrEnum):
    """Why a character was taken out; the value is what the user is told."""

    HALF_CHARACTER = "ett halvt tecken som inte går att spara"
    ESCAPE = "en styrkod för skärmen"
    CONTROL = "ett styrtecken"
    DIRECTION = "ett tecken som byter skrivriktning"
    INVISIBLE = "ett osynligt tecken"


class CleanLine(NamedTuple):
    """One line as it may be shown and saved, and what was taken out of it, in order, each kind once."""

    text: str
    removed: tuple[Removed, ...] = ()

    @property
    def notice(self) -> str:
        """One Swedish sentence on what was taken out; empty when nothing was."""
        if not self.removed:
            return ""
        return f"Borttaget ur raden: {', '.join(self.removed)}."


class Word(NamedTuple):
    """A word or number of a text: as typed, in lower case, and where it stands."""

    text: str
    lower: str
    start: int
    end: int


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")


@cache
def _refused() -> re.Pattern[str]:
    escape = r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x9b[0-?]*[ -/]*[@-~]|\x1b[@-Z\\^_]?"
    return re.compile(
        f"(?P<ESCAPE>{escape})|(?P<HALF_CHARACTER>[\ud800-\udfff])|(?P<CONTROL>[\x00-\x08\x0e-\x1f\x7f-\x9f])"
        "|(?P<DIRECTION>[\u202a-\u202e\u2066-\u2069])|(?P<INVISIBLE>[\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u00ad])"
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,:]\d+)*(?::?[a-zåäö]+)?|[^\W\d_]+(?:[-:.'’]?[^\W_]+)*", re.IGNORECASE)


def clean_line(raw: str) -> CleanLine:
    """Return one line without what would break a screen or a file; everything else is kept as typed.

    Kept: emoji with their joiners, right-to-left letters with their marks, decomposed letters, leading space (it means
    plain text, see :mod:`.shorthand`). Line breaks and tabs become a space. Taken out: lone surrogates (cannot be
    written as UTF-8), terminal escape sequences whole, control characters, direction overrides (they can make a line
    read as something else than it is), zero-width spaces. Trailing space goes. ``clean(clean(x)) == clean(x)``.
    """
    text = _breaks().sub(" ", raw.replace("\t", " "))
    found: dict[Removed, None] = {}

    def drop(match: re.Match[str]) -> str:
        found.setdefault(Removed[match.lastgroup or "CONTROL"])
        return ""

    earlier = None
    while earlier != text:
        earlier, text = text, _refused().sub(drop, text)
    return CleanLine(text=text.rstrip(), removed=tuple(found))


def clean_lines(raw: str) -> tuple[CleanLine, ...]:
    """Cut pasted text into clean lines; empty lines are left out."""
    lines = (clean_line(part) for part in _breaks().split(raw))
    return tuple(line for line in lines if line.text.strip() or line.removed)


def word_set(block: str) -> frozenset[str]:
    """Return the words of a block as a set."""
    return frozenset(block.split())


def fold(text: str) -> str:
    """Return lower case without å ä ö and accents, so that ``nar`` meets ``när``; the length may change."""
    low = text.lower()
    if low.isascii():
        return low
    return unicodedata.normalize("NFC", low).translate(_FOLDS)


def words(text: str) -> tuple[Word, ...]:
    """Return the words and numbers of a text in order; hyphens, colons and full stops inside a word belong to it."""
    return tuple(
        Word(text=match[0], lower=match[0].lower(), start=match.start(), end=match.end())
        for match in _word().finditer(text)
    )
