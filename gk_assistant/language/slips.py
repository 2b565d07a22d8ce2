"""Likely meant spellings of a word that looks misspelt."""

from collections.abc import Iterator

SHORTEST = 6
"""Shorter words are not taken for misspelt: too many of them are one letter from another word."""


def slips(folded: str) -> Iterator[str]:
    """Yield likely intended spellings: a letter doubled or undoubled, two swapped, one too many, one missing vowel."""
    size = len(folded)
    for at in range(size):
        if at and folded[at] == folded[at - 1]:
            yield folded[:at] + folded[at + 1 :]
        elif folded[at] not in "aeiouy":
            yield folded[: at + 1] + folded[at:]
    for at in range(size - 1):
        if folded[at] != folded[at + 1]:
            yield folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :]
    if size > SHORTEST:
        for at in range(1, size):
            yield folded[:at] + folded[at + 1 :]
    for at in range(1, size):
        for vowel in "aeio":
            yield folded[:at] + vowel + folded[at:]
