"""The mirror's own sentences, from ``papper/spegel.toml``, and Swedish numbers."""

import re
from typing import Final

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.papers import SWEDISH, PaperText

PAPER: Final = "spegel"
_LONGEST: Final = 160
_PER_CENT: Final = 100
_ENDS: Final = re.compile(r"[.!?]+(?:\s+|$)|\n")
_BRACKETS: Final = re.compile(r"\([^()]*\)")


def words_of(bank: Bank) -> PaperText:
    """Return the mirror's sentences; raises :class:`KeyError` for a bank without them."""
    return bank.papers[PAPER].texts[SWEDISH]


def quoted(text: str) -> str:
    """Return what was said on one line, cut with … where it is very long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def decimal(value: float) -> str:
    """Return a number with one decimal at most and a comma: 1,5."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def per_cent(share: float) -> str:
    """Return a share as whole per cent: 41 %."""
    return f"{round(share * _PER_CENT)} %"


def own_words(text: str, *, least: int = 3, most: int = 10) -> str:
    """Return the longest sentence of an answer that is short enough to say back, without its end; empty for none."""
    sentences = [part.strip(" …–,;") for part in _ENDS.split(_BRACKETS.sub(" ", text))]
    fitting = [" ".join(part.split()) for part in sentences if least <= len(part.split()) <= most]
    return max(fitting, key=len, default="")
