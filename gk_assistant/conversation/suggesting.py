"""A suggested question, and how the bank's word stems meet a note."""

from collections.abc import Sequence
from dataclasses import dataclass

from gk_assistant.domain.bank import Question

SHORT = 4
"""Stems shorter than this are whole words: "ag", "bil"."""
INSIDE = 6
"""Stems at least this long are also found inside compounds; shorter ones mislead ("ingen" in "behandlingen")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A question to put, its id in the bank, its subject, and why it is suggested (one Swedish clause).

    ``advice`` is set for a sign of danger: what to think of in the room.
    """

    id: str
    text: str
    topic: str
    reason: str
    gently: str = ""
    question: Question
    advice: str = ""


def called_by(stems: Sequence[str], text: str) -> str:
    """Return the word of a text that a stem calls: two or three letters a whole word, six or more inside one too."""
    for raw in text.split():
        word = raw.strip("”“\"'.,;:!?()[]").lower()
        if any(_meets(stem, word) for stem in stems):
            return word
    return ""


def _meets(stem: str, word: str) -> bool:
    if len(stem) < SHORT:
        return word == stem
    return word.startswith(stem) or (len(stem) >= INSIDE and stem in word)
