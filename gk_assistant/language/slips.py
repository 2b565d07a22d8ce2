"""Likely meant spellings of a word that looks misspelt."""

from collections.abc import Iterator

SHORTEST = 6
"""Shorter words are not taken for misspelt: too many of them are one letter from another word."""


def slips(folded: str, shared: int) -> Iterator[str]:
    """Yield likely intended spellings: a letter doubled or undoubled, two swapped, one too many, one missing vowel.

    ``shared``: spellings that leave more of the first letters as they are need not be given.
    """
    size = len(folded)
    for at in range(min(size, shared + 1)):
        if at and folded[at] == folded[at - 1]:
            yield folded[:at] + folded[at + 1 :]
        elif folded[at] not in "aeiouy" and at < shared:
            yield folded[: at + 1] + folded[at:]
    for at in range(min(size - 1, shared + 1)):
        if folded[at] != folded[at + 1]:
            yield folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :]
    if size > SHORTEST:
        for at in range(1, min(size, shared + 1)):
            yield folded[:at] + folded[at + 1 :]
    for at in range(1, min(size, shared + 1)):
        for vowel in "aeio":
            yield folded[:at] + vowel + folded[at:]
