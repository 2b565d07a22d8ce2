"""How a lexicon entry meets a word: inflection by stem, compounds by their last part, missing å ä ö, small slips.

An entry is written as in ``question_bank/lexikon/rubriker.toml``: ``stem`` (common endings; from five letters also as
the last part of a compound), ``=word`` (exactly), ``stem*`` (whatever follows), ``*stem`` (also last part of a
compound), ``*stem*`` (anywhere), ``two words`` (a phrase; ``..`` skips up to three words). The most specific entry
wins: phrase, exact word, whole word, last part of a compound, beginning of a word. A word that looks misspelt is tried
with one letter moved, doubled, dropped or added, only when nothing else fits.

Entries are kept as plain tuples in dicts: some thousand of them are built at each start.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Generic, TypeAlias, TypeVar

from gk_assistant.language.slips import SHORTEST, slips
from gk_assistant.language.text import fold, word_set

P = TypeVar("P")

_ENDINGS = word_set(
    "a ad ade ades ande ar are aren arens arna as at ats d dd dde e el en ena ens er era erad erade erar erat erna es "
    "et ets ing ingar ingen ings it n na nas ne nen ning ningar ningen ningens ns or orna ors r rna rs s st t te tt "
    "tes ts"
)
_LONGEST_ENDING = 7
_HEAD_LENGTH = 5
_SHORTEST_FIRST_PART = 2
_GAP = 3
_START = 5
_ACCENT_LENGTH = 3
_CACHE_LIMIT = 10_000
_LONGEST_WORD = 60
"""A longer run of letters is no word; looking for slips in it would take seconds."""
_EXACT, _WHOLE, _HEAD, _PREFIX, _SLIP = 400, 300, 200, 199, -80


@dataclass(frozen=True, slots=True)
class Hit(Generic[P]):
    """An entry found among words: from ``start`` to before ``end``; a higher rank is more specific."""

    start: int
    end: int
    payload: P
    rank: int


Record: TypeAlias = tuple[str, P, str]
"""An entry as spelled, what it stands for, and the words that must follow (with spaces between)."""

Ranked: TypeAlias = tuple[int, P, str]
"""How specific an entry fits a word, what it stands for, and the words that must follow."""

Found: TypeAlias = tuple[tuple[tuple[int, P, tuple[str, ...], str], ...], tuple[tuple[int, P], ...]]
"""What may begin with a word: the phrases (rank, payload, words that must follow, how the first of them must begin when
folded), the most specific first; and the most specific single entries (rank, payload)."""


class TermIndex(Generic[P]):
    """Finds lexicon entries among the words of a note."""

    __slots__ = (
        "_again",
        "_cache",
        "_common",
        "_compounds",
        "_exact",
        "_heads",
        "_infixes",
        "_plain",
        "_prefixes",
        "_starts",
    )

    def __init__(
        self, groups: Iterable[tuple[P, str]], *, common: frozenset[str] = frozenset(), compounds: bool = True
    ) -> None:
        """Index the entries of each group: (what they stand for, their ``ord`` block).

        ``common`` words are never taken for a misspelling of an entry. Without ``compounds`` a plain entry is no last
        part of a compound, and no word is taken for misspelt.
        """
        self._common = common
        self._compounds = compounds
        self._plain: dict[str, Record[P]] = {}
        self._again: dict[str, list[Record[P]]] = {}
        self._exact: dict[str, list[Record[P]]] = {}
        self._heads: dict[str, list[Record[P]]] = {}
        self._prefixes: dict[str, list[Record[P]]] = {}
        self._infixes: list[tuple[str, Record[P]]] = []
        self._cache: dict[str, Found[P]] = {}
        self._starts: frozenset[str] = frozenset()
        for payload, block in groups:
            self._add_block(block.lower(), payload)

    def _add_block(self, block: str, payload: P) -> None:
        """Index a block of entries: its plain words all at once (two thirds of all), the others one by one."""
        entries = _split(block)
        stems = entries if block.isascii() else _split(_folded_block(block))
        rows: dict[str, Record[P]] = {}
        for spelled, stem in zip(entries, stems, strict=True):
            if not spelled.isalpha():
                if spelled:
                    self._add(spelled, stem, payload)
            elif stem not in rows:
                rows[stem] = (spelled, payload, "")
            else:
                self._add_again(stem, (spelled, payload, ""))
        for stem in rows.keys() & self._plain.keys():
            self._add_again(stem, rows.pop(stem))
        self._plain |= rows

    def _add_again(self, stem: str, record: Record[P]) -> None:
        """Index a plain word that another entry has already."""
        _put(self._again, stem, record)
        if self._compounds and len(stem) >= _HEAD_LENGTH:
            _put(self._heads, stem, record)

    def _add(self, entry: str, stem: str, payload: P) -> None:
        """Index an entry with a sign, or a phrase by its first word."""
        tail = ""
        if " " in entry:
            entry, _, tail = entry.partition(" ")
            stem = stem.partition(" ")[0]
        exact, last, starred = entry[0] == "=", entry[0] == "*", entry[-1] == "*"
        if exact:
            _put(self._exact, stem.strip("=*"), (entry.strip("=*"), payload, tail))
            return
        if last or starred:
            entry, stem = entry.strip("*"), stem.strip("*")
        record = (entry, payload, tail)
        if last and starred:
            self._infixes.append((stem, record))
            return
        if starred:
            _put(self._prefixes, stem, record)
        _put(self._again, stem, record)
        if last or (self._compounds and not starred and not tail and len(stem) >= _HEAD_LENGTH):
            _put(self._heads, stem, record)

    def _whole(self, stem: str) -> Sequence[Record[P]]:
        """Return the entries that are a whole stem."""
        return _joined(self._plain.get(stem), self._again.get(stem))

    def _last(self, stem: str) -> Sequence[Record[P]]:
        """Return the entries that a compound may end with: long plain words, and those that are marked so."""
        plain = self._plain.get(stem) if self._compounds and len(stem) >= _HEAD_LENGTH else None
        return _joined(plain, self._heads.get(stem))

    def find(self, words: Sequence[str]) -> list[Hit[P]]:
        """Return the hits in order, none inside another; words in lower case."""
        hits: list[Hit[P]] = []
        at = 0
        while at < len(words):
            best = self._best_at(words, at)
            hits.extend(best)
            at = max((hit.end for hit in best), default=at + 1)
        return hits

    def _best_at(self, words: Sequence[str], at: int) -> list[Hit[P]]:
        """Return the most specific entries at a place: phrases, the longest first, before single words."""
        phrases, singles = self._lookup(words[at])
        best: list[Hit[P]] = []
        following = fold(words[at + 1]) if phrases and at + 1 < len(words) else ""
        for rank, payload, tail, start in phrases:
            if best and rank < best[0].rank:
                break
            if not following.startswith(start):
                continue
            end = _phrase_end(words, at + 1, tail)
            if end is not None and all(payload is not other.payload for other in best):
                best.append(Hit(at, end, payload, rank))
        return best or [Hit(at, at + 1, payload, rank) for rank, payload in singles]

    def _lookup(self, word: str) -> "Found[P]":
        """Return every entry whose first word this may be; remembered."""
        if len(word) > _LONGEST_WORD:
            return (), ()
        known = self._cache.get(word)
        if known is None:
            if len(self._cache) > _CACHE_LIMIT:
                self._cache.clear()
            known = self._cache[word] = _found(self._look(word))
        return known

    def _look(self, word: str) -> list[Ranked[P]]:
        folded = fold(word)
        found = list(self._fitting(word, folded))
        if "-" in word:
            part = word.rpartition("-")[2]
            found += [(rank - 50, payload, tail) for rank, payload, tail in self._fitting(part, fold(part))]
        if self._compounds and not found and len(word) >= SHORTEST and word.isalpha() and word not in self._common:
            for variant in slips(folded):
                found = [hit for hit in self._slipped(variant) if not hit[2]]
                if found:
                    break
        return found

    def _fitting(self, word: str, folded: str) -> Iterator[Ranked[P]]:
        plain = word == folded and word not in self._common
        for spelled, payload, tail in self._exact.get(folded, ()):
            if spelled == word or (plain and len(word) > _ACCENT_LENGTH):
                yield _EXACT + len(folded) - (spelled != word), payload, tail
        size = len(folded)
        stops = [size - cut for cut in range(min(_LONGEST_ENDING, size - 1) + 1) if not cut or word[-cut:] in _ENDINGS]
        for stop in stops:
            for spelled, payload, tail in self._whole(folded[:stop]):
                if word[:stop] == spelled or (plain and stop > _ACCENT_LENGTH):
                    yield _WHOLE + stop - (spelled != word[:stop]), payload, tail
        yield from self._heading(word, folded, stops)
        yield from self._beginning(word, folded)

    def _heading(self, word: str, folded: str, stops: Sequence[int]) -> Iterator[Ranked[P]]:
        """Look for the last part of a compound."""
        plain = word == folded and word not in self._common
        for start in range(_SHORTEST_FIRST_PART, len(folded) - 2):
            for stop in stops:
                for spelled, payload, tail in self._last(folded[start:stop]):
                    if plain or word[start:stop] == spelled:
                        yield _HEAD + stop - start - (spelled != word[start:stop]), payload, tail

    def _beginning(self, word: str, folded: str) -> Iterator[Ranked[P]]:
        """Look for a starred beginning, or a doubly starred piece anywhere."""
        plain, size = word == folded and word not in self._common, len(folded)
        for stop in range(2, size + 1):
            for spelled, payload, tail in self._prefixes.get(folded[:stop], ()):
                if plain or word[:stop] == spelled:
                    yield _PREFIX + stop, payload, tail
        for stem, (_, payload, tail) in self._infixes:
            if stem in folded:
                yield _PREFIX + len(stem), payload, tail

    def _slipped(self, folded: str) -> Iterator[Ranked[P]]:
        """Look up a guessed spelling: whole words and long heads only."""
        if not self._starts:
            stems = chain(self._exact, self._plain, self._again, self._prefixes)
            self._starts = frozenset(stem[:_START] for stem in stems)
        if folded[:_START] not in self._starts and folded[: _START - 1] not in self._starts:
            return
        size = len(folded)
        for _, payload, tail in self._exact.get(folded, ()):
            yield _EXACT + size + _SLIP, payload, tail
        for cut in range(min(_LONGEST_ENDING, size - 4) + 1):
            if not cut or folded[-cut:] in _ENDINGS:
                for _, payload, tail in self._whole(folded[: size - cut]):
                    yield _WHOLE + size - cut + _SLIP, payload, tail
        for stop in range(5, size + 1):
            for _, payload, tail in self._prefixes.get(folded[:stop], ()):
                yield _PREFIX + stop, payload, tail


def _found(entries: Sequence[Ranked[P]]) -> Found[P]:
    phrases = []
    for rank, payload, rest in entries:
        if rest:
            tail = tuple(rest.split())
            begins = "" if tail[0][0] in "*." else fold(tail[0].strip("=*"))
            phrases.append((rank + 1000 * len(tail), payload, tail, begins))
    phrases.sort(key=lambda phrase: -phrase[0])
    top = max((rank for rank, _, rest in entries if not rest), default=0)
    singles = {id(payload): (rank, payload) for rank, payload, rest in entries if not rest and rank == top}
    return tuple(phrases), tuple(singles.values())


def _put(index: dict[str, list[Record[P]]], stem: str, record: Record[P]) -> None:
    known = index.get(stem)
    if known is None:
        index[stem] = [record]
    else:
        known.append(record)


def _joined(one: Record[P] | None, more: Sequence[Record[P]] | None) -> Sequence[Record[P]]:
    if one is None:
        return more or ()
    return (one, *more) if more else (one,)


def _split(block: str) -> list[str]:
    return list(map(str.strip, block.replace("\n", ",").split(",")))


def _folded_block(block: str) -> str:
    """Fold a block; ``replace`` is much faster than ``translate`` where å ä ö are the only strange letters."""
    plain = block.replace("å", "a").replace("ä", "a").replace("ö", "o").replace("é", "e")
    return plain if plain.isascii() else ",".join(map(fold, block.replace("\n", ",").split(",")))


def _phrase_end(words: Sequence[str], at: int, tail: Sequence[str]) -> int | None:
    for number, part in enumerate(tail):
        if part == "..":
            rest = tail[number + 1 :]
            ends = (_phrase_end(words, at + skip, rest) for skip in range(_GAP + 1))
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
    return not rest or (part[0] != "=" and (part[-1] == "*" or rest in _ENDINGS))
