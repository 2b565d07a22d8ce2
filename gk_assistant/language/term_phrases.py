"""Whether the words of a note are those of a phrase of the lexicon, and the endings a word may have."""

from collections.abc import Sequence
from functools import lru_cache

from gk_assistant.language.text import fold, word_set

ENDINGS = word_set(
    "a ad ade ades ande ar are aren arens arna as at ats d dd dde e el en ena ens er era erad erade erar erat erna es "
    "et ets ing ingar ingen ings it n na nas ne nen ning ningar ningen ningens ns or orna ors r rna rs s st t te tt "
    "tes ts"
)
_GAP = 3


def phrase_end(words: Sequence[str], at: int, tail: Sequence[str]) -> int | None:
    """Return the place after a phrase whose further words (``tail``) begin at a place, ``None`` where they do not."""
    for number, part in enumerate(tail):
        if part == "..":
            rest = tail[number + 1 :]
            ends = (phrase_end(words, at + skip, rest) for skip in range(_GAP + 1))
            return next((end for end in ends if end is not None), None)
        if at >= len(words) or not word_fits(words[at], part):
            return None
        at += 1
    return at


@lru_cache(maxsize=10_000)
def word_fits(word: str, part: str) -> bool:
    """Tell whether one word of a text is one word of a phrase."""
    spelled = part.strip("=*")
    stem = fold(spelled)
    folded = fold(word)
    at = folded.find(stem) if part[0] == "*" else 0 if folded.startswith(stem) else -1
    if at < 0 or (word != folded and word[at : at + len(stem)] not in (spelled, stem)):
        return False
    rest = folded[at + len(stem) :]
    return not rest or (part[0] != "=" and (part[-1] == "*" or rest in ENDINGS))
