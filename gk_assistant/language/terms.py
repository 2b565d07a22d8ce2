"""How a lexicon entry meets a word: inflection by stem, compounds by their last part, missing å ä ö, small slips.

An entry is written as in ``question_bank/lexikon/rubriker.toml``: ``stem`` (common endings; from five letters also as
the last part of a compound), ``=word`` (exactly), ``stem*`` (whatever follows), ``*stem`` (also last part of a
compound), ``*stem*`` (anywhere), ``two words`` (a phrase; ``..`` skips up to three words). The most specific entry
wins: phrase, exact word, whole word, last part of a compound, beginning of a word. A word that looks misspelt is tried
with one letter moved, doubled, dropped or added, only when nothing else fits.

The index is one dict of plain texts, so that it can be written beforehand and read in a moment
(:mod:`.term_packing`); a stem's text is taken apart when a word first meets it, and the word is remembered.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from gk_assistant.language.slips import SHORTEST, slips
from gk_assistant.language.term_packing import Packed, Record, packed_entries, records_of
from gk_assistant.language.term_phrases import ENDINGS, phrase_end
from gk_assistant.language.text import fold

P = TypeVar("P")

_LONGEST_ENDING = 7
_SHORTEST_FIRST_PART = 2
_SHORTEST_HEAD = 3
_SHORTEST_SLIPPED = 4
_START = 5
_ACCENT_LENGTH = 3
_CACHE_LIMIT = 20_000
_LONGEST_WORD = 60
"""A longer run of letters is no word; looking for slips in it would take seconds."""
_EXACT, _WHOLE, _HEAD, _PREFIX, _SLIP = 400, 300, 200, 199, -80


class Hit(NamedTuple, Generic[P]):
    """An entry found among words: from ``start`` to before ``end``; a higher rank is more specific."""

    start: int
    end: int
    payload: P
    rank: int


Ranked: TypeAlias = tuple[int, int, str]
"""How specific an entry fits a word, the number of what it stands for, and the words that must follow."""

Phrase: TypeAlias = tuple[int, P, tuple[str, ...], str]
"""A phrase: rank, payload, the words that must follow, how the first of them must begin when folded."""

Found: TypeAlias = tuple[dict[str, list[Phrase[P]]], tuple[tuple[int, P], ...]]
"""What may begin with a word: phrases by the first letter that must follow (an empty text: any letter; these stand
under every letter too), the most specific first; and the most specific single entries (rank, payload)."""


class TermIndex(Generic[P]):
    """Finds lexicon entries among the words of a note."""

    __slots__ = (
        "_beside",
        "_cache",
        "_common",
        "_entries",
        "_head_starts",
        "_infixes",
        "_payloads",
        "_slipping",
        "_starts",
        "_stems",
    )

    def __init__(
        self,
        groups: Iterable[tuple[P, str]],
        *,
        common: frozenset[str] = frozenset(),
        compounds: bool = True,
        beside: "TermIndex[Any] | None" = None,
        packed: Packed | None = None,
    ) -> None:
        """Index the entries of each group: (what they stand for, their ``ord`` block).

        ``common`` words are never taken for a misspelling of an entry, nor are words that the index ``beside`` this
        one knows. Without ``compounds`` a plain entry is no last part of a compound, and no word is taken for
        misspelt. With ``packed``, which :meth:`packed` gave for the same groups, the blocks are not read.
        """
        rows = list(groups)
        self._payloads: list[P] = [payload for payload, _ in rows]
        self._common = common
        self._slipping = compounds
        self._beside = beside
        self._cache: dict[str, Found[P]] = {}
        self._starts: frozenset[str] = frozenset()
        ready = packed or packed_entries([block for _, block in rows], compounds=compounds)
        self._stems = ready["stems"].split(";")
        self._entries = dict(zip(self._stems, ready["entries"].split(";"), strict=True))
        self._head_starts = frozenset(ready["heads"].split(";")) - {""}
        self._infixes = [(stem, record) for stem in ready["inside"].split(";") for record in self._inside(stem)]

    def packed(self) -> Packed:
        """Return the index as plain texts."""
        return {
            "stems": ";".join(self._stems),
            "entries": ";".join(self._entries.values()),
            "heads": ";".join(sorted(self._head_starts)),
            "inside": ";".join(dict.fromkeys(stem for stem, _ in self._infixes)),
        }

    def _inside(self, stem: str) -> list[Record]:
        return [record for record in records_of(self._entries[stem]) if "i" in record[0]] if stem else []

    def find(self, words: Sequence[str]) -> list[Hit[P]]:
        """Return the hits in order, none inside another; words in lower case."""
        hits: list[Hit[P]] = []
        known = self._cache.get
        at, size = 0, len(words)
        while at < size:
            word = words[at]
            found = known(word) or self._lookup(word)
            if found[0]:
                best = self._best_at(words, at, found)
                hits += best
                at = max((hit.end for hit in best), default=at + 1)
            else:
                hits += [Hit(at, at + 1, payload, rank) for rank, payload in found[1]]
                at += 1
        return hits

    def knows(self, word: str) -> bool:
        """Tell whether an entry fits a word (lower case) or may begin with it."""
        return any(self._cache.get(word) or self._lookup(word))

    def _best_at(self, words: Sequence[str], at: int, found: "Found[P]") -> list[Hit[P]]:
        """Return the most specific entries at a place: phrases, the longest first, before single words."""
        phrases, singles = found
        best: list[Hit[P]] = []
        following = fold(words[at + 1]) if at + 1 < len(words) else ""
        for rank, payload, tail, start in phrases.get(following[:1]) or phrases.get("") or ():
            if best and rank < best[0].rank:
                break
            if not following.startswith(start):
                continue
            end = phrase_end(words, at + 1, tail)
            if end is not None and all(payload is not other.payload for other in best):
                best.append(Hit(at, end, payload, rank))
        return best or [Hit(at, at + 1, payload, rank) for rank, payload in singles]

    def _lookup(self, word: str) -> "Found[P]":
        """Return every entry whose first word this may be; remembered."""
        if len(word) > _LONGEST_WORD:
            return {}, ()
        if len(self._cache) > _CACHE_LIMIT:
            self._cache.clear()
        entries = self._look(word)
        known: Found[P] = self._found(entries) if entries else ({}, ())
        self._cache[word] = known
        return known

    def _found(self, entries: Sequence[Ranked]) -> "Found[P]":
        top = max((rank for rank, _, rest in entries if not rest), default=0)
        singles = dict.fromkeys(number for rank, number, rest in entries if not rest and rank == top)
        return self._phrases(entries), tuple((top, self._payloads[number]) for number in singles)

    def _phrases(self, entries: Sequence[Ranked]) -> dict[str, list[Phrase[P]]]:
        phrases: list[Phrase[P]] = []
        for rank, number, rest in entries:
            if rest:
                tail = tuple(rest.split())
                begins = "" if tail[0][0] in "*." else fold(tail[0].strip("=*"))
                phrases.append((rank + 1000 * len(tail), self._payloads[number], tail, begins))
        phrases.sort(key=lambda phrase: -phrase[0])
        letters = {phrase[3][:1] for phrase in phrases}
        return {letter: [phrase for phrase in phrases if phrase[3][:1] in ("", letter)] for letter in letters}

    def _look(self, word: str) -> list[Ranked]:
        folded = fold(word)
        found = self._fitting(word, folded)
        if "-" in word:
            part = word.rpartition("-")[2]
            found += [(rank - 50, number, tail) for rank, number, tail in self._fitting(part, fold(part))]
        if not found and self._slipping and len(word) >= SHORTEST and word.isalpha() and word not in self._common:
            return self._meant(word, folded)
        return found

    def _fitting(self, word: str, folded: str) -> list[Ranked]:
        """Return the entries that a word is, ends with or begins with, and those that stand inside it."""
        plain, known, size = word == folded and word not in self._common, self._entries.get, len(folded)
        wholes: list[Ranked] = []
        beginnings: list[Ranked] = []
        for stop in range(size, 0, -1):
            packed = known(folded[:stop])
            if packed is None:
                continue
            ended = stop == size or (size - stop <= _LONGEST_ENDING and word[stop - size :] in ENDINGS)
            bare = plain and stop > _ACCENT_LENGTH
            for record in records_of(packed):
                accented = record[2] != word[:stop]
                if "*" in record[0] and (plain or not accented) and stop > 1:
                    beginnings.append((_PREFIX + stop, record[1], record[3]))
                if ended and (bare or not accented):
                    wholes += _ranks(record, stop, exact=stop == size, less=accented)
        wholes += self._heading(word, folded, plain=plain)
        wholes += beginnings
        for stem, (_, number, _, tail) in self._infixes:
            if stem in folded:
                wholes.append((_PREFIX + len(stem), number, tail))
        return wholes

    def _heading(self, word: str, folded: str, *, plain: bool) -> list[Ranked]:
        """Look for the last part of a compound."""
        found: list[Ranked] = []
        starts, known, size = self._head_starts, self._entries.get, len(folded)
        if not starts:
            return found
        stops: list[int] = []
        for start in range(_SHORTEST_FIRST_PART, size - 2):
            if folded[start : start + _SHORTEST_HEAD] not in starts:
                continue
            stops = stops or [size - cut for cut in range(_LONGEST_ENDING + 1) if not cut or word[-cut:] in ENDINGS]
            for stop in stops:
                packed = known(folded[start:stop]) if stop > start else None
                for sorts, number, spelled, tail in records_of(packed) if packed else ():
                    if "h" in sorts and (plain or word[start:stop] == spelled):
                        found.append((_HEAD + stop - start - (spelled != word[start:stop]), number, tail))
        return found

    def _meant(self, word: str, folded: str) -> list[Ranked]:
        """Look for what a misspelt word may be meant to be."""
        if self._beside is not None and self._beside.knows(word):
            return []
        if not self._starts:
            self._starts = frozenset(stem[:_START] for stem in self._stems)
        for variant in slips(folded, self._shared(folded)):
            found = self._slipped(variant)
            if found:
                return found
        return []

    def _shared(self, folded: str) -> int:
        """Return how many first letters a misspelling may leave as they are and still be a known word.

        No more than the word has in common with any stem, unless a whole stem is its beginning: then all.
        """
        at = bisect_left(self._stems, folded)
        most = max(_common_start(folded, stem) for stem in self._stems[max(at - 1, 0) : at + 1])
        least = max(len(folded) - _LONGEST_ENDING - 1, _SHORTEST_SLIPPED)
        whole = any(folded[:stop] in self._entries for stop in range(least, most + 1))
        return len(folded) + 1 if whole else most

    def _slipped(self, folded: str) -> list[Ranked]:
        """Look up a guessed spelling: whole words and beginnings only."""
        found: list[Ranked] = []
        if folded[:_START] not in self._starts and folded[: _START - 1] not in self._starts:
            return found
        known, size = self._entries.get, len(folded)
        for stop in range(size, _SHORTEST_SLIPPED - 1, -1):
            packed = known(folded[:stop])
            for sorts, number, _, tail in records_of(packed) if packed else ():
                if tail:
                    continue
                if stop == size and "e" in sorts:
                    found.append((_EXACT + size + _SLIP, number, tail))
                if "w" in sorts and (stop == size or folded[stop:] in ENDINGS):
                    found.append((_WHOLE + stop + _SLIP, number, tail))
                if "*" in sorts and stop >= _START:
                    found.append((_PREFIX + stop, number, tail))
        return found


def _ranks(record: Record, stop: int, *, exact: bool, less: bool) -> Iterator[Ranked]:
    """Yield how well an entry fits as a whole word; ``less`` when å ä ö are missing."""
    sorts, number, _, tail = record
    if exact and "e" in sorts:
        yield _EXACT + stop - less, number, tail
    if "w" in sorts:
        yield _WHOLE + stop - less, number, tail


def _common_start(one: str, two: str) -> int:
    same = 0
    for first, second in zip(one, two, strict=False):
        if first != second:
            break
        same += 1
    return same
