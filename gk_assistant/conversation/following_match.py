"""How the words of ``foljder.toml`` meet a note: stems, whole words, phrases with gaps, two things at once.

An entry is one of
    ``stam``        a word that begins so; three letters or fewer a whole word; six or more also inside a compound
    ``=ord``        exactly that word
    ``*led``        a word that holds it
    ``två ord``     a phrase: each word whole, the last may go on; a star ends a stem (``vill* ha``); ``..`` skips at
                    most three words
    ``ett & två``   both must be there, in any order
    ``ett/två``     either word
    ``^ord``        the note begins with the word
    ``=?``          the note ends as a question
    ``@annan``      the note begins with somebody else ("frun …", "chefen …")
    ``!ord``        shuts the whole list out
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gk_assistant.conversation.following_nouns import DEFINITE_PEOPLE, OWN_PEOPLE

SHORT = 4
"""Stems shorter than this are whole words: "ag", "bil"."""
INSIDE = 6
"""Stems at least this long are also found inside compounds; shorter ones mislead ("ingen" in "behandlingen")."""
_GAP = 3
_MOST_SEEN = 20_000
_STRIPPED = "”“\"'.,;:!?()[]–…>-=/"

SHORTHAND: Mapping[str, str] = {
    "o": "och",
    "m": "med",
    "ngt": "något",
    "nåt": "något",
    "ngn": "någon",
    "nån": "någon",
    "nåra": "några",
    "fr": "från",
    "t": "till",
    "dan": "dagen",
    "dar": "dagar",
    "sj": "själv",
    "ej": "inte",
    "mkt": "mycket",
    "mer o mer": "mer och mer",
    "ag": "arbetsgivaren",
    "va": "vara",
    "blitt": "blivit",
    "sen": "sedan",
    "nåt.": "något",
    "dom": "de",
    "sånt": "sådant",
    "sån": "sådan",
    "bla": "bland annat",
    "v": "vecka",
    "mån": "månader",
    "kvä": "kvällen",
    "lgh": "lägenhet",
    "gbg": "göteborg",
    "sthlm": "stockholm",
}
"""Short forms that a pattern should see written out."""


def cut(text: str) -> list[str]:
    """Return a note's words in lower case, common short forms written out."""
    words = [word for raw in text.lower().split() if (word := raw.strip(_STRIPPED))]
    spelt = [part for word in words for part in SHORTHAND.get(word, word).split()]
    if text.rstrip(' "”').endswith("?"):
        spelt.append("?")
    if any(word in OWN_PEOPLE or word in DEFINITE_PEOPLE for word in words[:1]):
        spelt.append("@annan")
    return spelt


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the parts that must all be met (each a row of words), whether it shuts out, how long it is."""

    parts: tuple[tuple[str, ...], ...]
    veto: bool
    size: int
    text: str
    opens: bool


@lru_cache(maxsize=20_000)
def entry_of(written: str) -> Entry:
    """Read an entry as it is written in the bank."""
    bare = written.removeprefix("!").removeprefix("^").strip().lower()
    parts = tuple(tuple(part.split()) for part in bare.split(" & "))
    size = sum(len(word.strip("=*")) for part in parts for word in part if word != "..")
    return Entry(parts, written.startswith("!"), size, bare, "^" in written[:2])


class Finder:
    """Finds, for each of many lists of entries, the longest one that a note meets; reads each word once."""

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        """Lay out the entries by their first word."""
        self._exact: dict[str, list[tuple[int, Entry]]] = {}
        self._starts: dict[str, list[tuple[int, Entry]]] = {}
        self._inside: dict[str, list[tuple[int, Entry]]] = {}
        self._longest = 0
        self._seen: dict[str, tuple[tuple[int, Entry], ...]] = {}
        for number, entries in enumerate(lists):
            for written in entries:
                self._place(number, entry_of(written))

    def _place(self, number: int, entry: Entry) -> None:
        if not entry.parts or not entry.parts[0]:
            return
        for first in entry.parts[0][0].split("/"):
            self._place_at(number, entry, first)

    def _place_at(self, number: int, entry: Entry, first: str) -> None:
        alone, stem = len(entry.parts[0]) == 1, first.strip("=*")
        row = (number, entry)
        self._longest = max(self._longest, len(stem))
        if first.startswith("*"):
            self._inside.setdefault(stem, []).append(row)
        elif first.startswith("=") or (not alone and not first.endswith("*")) or (len(stem) < SHORT and first == stem):
            self._exact.setdefault(stem, []).append(row)
        else:
            self._starts.setdefault(stem, []).append(row)
            if alone and len(stem) >= INSIDE:
                self._inside.setdefault(stem, []).append(row)

    def find(self, words: Sequence[str]) -> dict[int, Entry]:
        """Return the list's number → the longest entry met; a list that a veto meets is left out."""
        found: dict[int, Entry] = {}
        shut: set[int] = set()
        for at, word in enumerate(words):
            for number, entry in self._candidates(word):
                if not _met(entry, words, at):
                    continue
                if entry.veto:
                    shut.add(number)
                elif number not in found or entry.size > found[number].size:
                    found[number] = entry
        return {number: entry for number, entry in found.items() if number not in shut}

    def _candidates(self, word: str) -> Sequence[tuple[int, Entry]]:
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) > _MOST_SEEN:
                self._seen.clear()
            known = self._seen[word] = tuple(self._look(word))
        return known

    def _look(self, word: str) -> Iterator[tuple[int, Entry]]:
        size = len(word)
        yield from self._exact.get(word, ())
        for stop in range(1, min(size, self._longest) + 1):
            yield from self._starts.get(word[:stop], ())
        for start in range(size - 1):
            for stop in range(start + 2, min(size, start + self._longest) + 1):
                yield from self._inside.get(word[start:stop], ())


def without(phrases: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return the words with harmless phrases taken out, a dash in their place."""
    left = list(words)
    for phrase in phrases:
        row = entry_of(phrase).parts[0]
        for at in range(len(left) - len(row) + 1):
            if _phrase(row, left, at):
                left[at : at + len(row)] = ["–"] * len(row)
    return left


def _met(entry: Entry, words: Sequence[str], at: int) -> bool:
    if (entry.opens and at) or not _phrase(entry.parts[0], words, at):
        return False
    return all(any(_phrase(part, words, place) for place in range(len(words))) for part in entry.parts[1:])


def _phrase(part: Sequence[str], words: Sequence[str], at: int) -> bool:
    for number, wanted in enumerate(part):
        if wanted == "..":
            rest = part[number + 1 :]
            return any(_phrase(rest, words, at + skip) for skip in range(_GAP + 1))
        if at >= len(words) or not _fits(wanted, words[at], last=number == len(part) - 1, alone=len(part) == 1):
            return False
        at += 1
    return True


def _fits(wanted: str, word: str, *, last: bool, alone: bool) -> bool:
    if "/" in wanted[:-1]:
        return any(_fits(one, word, last=last, alone=alone) for one in wanted.split("/"))
    if wanted.startswith("*"):
        return wanted.strip("*") in word
    stem = wanted.strip("=*")
    if wanted.endswith("*"):
        return word.startswith(stem)
    if wanted.startswith("=") or not last or (alone and len(stem) < SHORT):
        return word == stem
    return word.startswith(stem) or (alone and len(stem) >= INSIDE and stem in word)


def meets(entries: Sequence[str], text: str) -> str:
    """Return the longest entry of one list that a text meets, as written; empty when none is met."""
    met = Finder([entries]).find(cut(text)).get(0)
    return met.text if met else ""
