"""Which way a language is written."""

from typing import Final

_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur", "prs", "ps", "ckb"})


def is_right_to_left(lang: str) -> bool:
    """Whether a language such as ``ar`` is written from right to left."""
    return lang.partition("-")[0] in _RIGHT_TO_LEFT
