"""A hint about how hard a passphrase is to guess. It sees length, repetition, runs and the commonest words, no more."""

import math
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

ENOUGH_BITS: Final = 45.0
GOOD_BITS: Final = 60.0
"""Guessing costs an attacker 64 MiB and a tenth of a second a try: 2⁴⁵ tries are some 100,000 processor years."""
_WORD_BITS = 11.0
"""A word counts as one of about 2,000 common ones, however long it is."""
_COMMON_BITS = 5.0
_DIGIT_BITS = math.log2(10)
_LETTER_BITS = 3.2
"""A letter of a made-up string with a vowel here and there; a random one would be 4.7."""
_SIGN_BITS = 4.0
_MIXED_BITS = 5.2
"""A sign in a word that mixes small and capital letters, digits and signs without pattern."""
_RUNS = ("abcdefghijklmnopqrstuvwxyzåäö", "0123456789", "qwertyuiopå", "asdfghjklöä", "zxcvbnm", "1qaz2wsx3edc")
_COMMON_WORDS = (
    "admin abc arbete arbetsförmedlingen fk af februari fredag försäkringskassan gemensam "
    "hej hejsan hemlig hemligt höst januari juli juni kartläggning katt "
    "hund kod lov lösen lösenfras lösenord lördag maj mamma mars "
    "måndag november oktober onsdag ord pappa pass password qwerty sommar "
    "stockholm göteborg malmö söndag sverige test tisdag torsdag valv vinter "
    "vår välkommen april augusti september december welcome letmein secret nyckel "
)
_COMMON = frozenset(_COMMON_WORDS.split())
_LEET = str.maketrans("013457$@!", "oieast" + "sai")
_MANY_KINDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How hard a passphrase is to guess: about how many bits, a word for it, and what would make it better."""

    bits: float
    word: str
    advice: str


def strength(passphrase: str) -> Strength:
    """Return a hint; it forbids nothing."""
    words = unicodedata.normalize("NFKC", passphrase).split()
    seen: set[str] = set()
    bits = 0.0
    for word in words:
        bare = word.casefold().strip(".,;:!?-_")
        bits += 1.0 if bare in seen else _bits_of(word)
        seen.add(bare)
    return Strength(bits=round(bits, 1), word=_word(bits), advice=_advice(bits, len(words)))


def _bits_of(word: str) -> float:
    """Return the least of what the ways to guess a word would cost."""
    plain = word.casefold()
    bare = plain.strip("0123456789.,;:!?-_")
    around = len(plain) - len(bare)
    tail = around * 2.5
    if bare in _COMMON or bare.translate(_LEET) in _COMMON:
        return _COMMON_BITS + tail
    ways = [_spelt(word)]
    if bare.isalpha():
        ways.append(_WORD_BITS + max(0, len(bare) - 10) * 1.0 + tail)
    return min(ways)


def _spelt(word: str) -> float:
    """Return what guessing a word sign by sign costs; repeated and neighbouring signs are nearly free."""
    kinds = sum(
        (
            any(char.islower() for char in word),
            any(char.isupper() for char in word),
            any(char.isdecimal() for char in word),
            any(not char.isalnum() for char in word),
        )
    )
    foreseen = sum(_foreseen(*pair) for pair in pairwise(word.casefold()))
    fresh = len(word) - foreseen
    each = _MIXED_BITS if kinds >= _MANY_KINDS else None
    total = sum(each or _sign_bits(char) for char in word)
    return total / max(len(word), 1) * fresh + foreseen * 0.5


def _foreseen(first: str, second: str) -> bool:
    if first == second:
        return True
    return any(first + second in run or second + first in run for run in _RUNS)


def _sign_bits(char: str) -> float:
    if char.isdecimal():
        return _DIGIT_BITS
    return _LETTER_BITS if char.isalpha() else _SIGN_BITS


def _word(bits: float) -> str:
    if bits < ENOUGH_BITS / 2:
        return "mycket svag"
    if bits < ENOUGH_BITS:
        return "svag"
    return "stark" if bits >= GOOD_BITS else "godtagbar"


def _advice(bits: float, words: int) -> str:
    if bits >= GOOD_BITS:
        return "Bra. Skriv inte upp den bredvid datorn."
    if bits >= ENOUGH_BITS:
        return "Den duger. Ett ord till gör den stark."
    if words > 1:
        return "Lägg till ord som inte hör ihop med de andra, tills det är fem eller sex."
    return "Ta fem eller sex ord som inte hör ihop, med mellanslag mellan. Det är lätt att minnas och svårt att gissa."
