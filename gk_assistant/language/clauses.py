"""The build of a short note: words, clauses and their weight, negation.

A note is a row of clauses. What the note is about is said in its main clause (guide §1: "vad handlar huvudsatsen
om?"), so what stands after *när, om, för att, efter, pga* or in brackets weighs less, and what stands after *men*
weighs more (guide §1.8, §2.2).
"""

from collections.abc import Collection, Sequence
from enum import Enum
from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import NamedTuple
from unicodedata import normalize

from gk_assistant.language.text import word_set

_STOPS = frozenset(",;:.!?–—…/=→>")
_BUT = frozenset({"men", "dock", "däremot", "daremot", "ändå", "anda", "tyvärr"})
_CONCESSION = frozenset({"fast", "fastän"})
_ASKED = frozenset({"varför", "hur", "vem", "vad", "vilken", "vilket", "tills"})
_SUBORDINATE = word_set(
    "om när nar innan tills eftersom sedan sen medan därför att efter inför infor vid av mot enligt som medans "
    "förutom ifall såvida under trots"
)
_RESULT = frozenset({"så", "därför"})
_NEGATIONS = word_set(
    "inte ej aldrig ingen inga inget inte icke knappt knappast ingenting varken utan slipper slippa sluppit noll"
)
_PREPOSITIONS = word_set("med till åt hos på i för av från mot genom över mellan bland kring inom vid om utan")
_PRONOUNS = word_set("hon han hen den det de dom jag vi man honom henne sig sin sitt sina själv")


class Role(Enum):
    """What a clause is to the note."""

    MAIN = "main"
    BUT = "but"
    CONCESSION = "concession"
    RESULT = "result"
    SUBORDINATE = "subordinate"
    BRACKET = "bracket"


class Build(NamedTuple):
    """A note's words (lower case), and for each word its clause's number and role, and whether it is negated."""

    words: tuple[str, ...]
    clause: tuple[int, ...]
    role: tuple[Role, ...]
    negated: tuple[bool, ...]
    after_preposition: tuple[bool, ...]

    def without_negations(self, places: Collection[int]) -> "Build":
        """Return the same build where the negations at some places reach nothing (they belong to a known phrase)."""
        return self._replace(negated=_negated(self.words, self.clause, places)) if places else self

    @property
    def last_but(self) -> int | None:
        """The number of the last clause that turns against what was said before, if any."""
        numbers = [n for n, role in zip(self.clause, self.role, strict=True) if role in (Role.BUT, Role.CONCESSION)]
        return max(numbers, default=None)

    def first_denied(self, at: int) -> int:
        """The place of the first word of the denied stretch that a word stands in, small words left out."""
        while at and self.negated[at - 1] and not is_negation(self.words[at]):
            if (
                self.words[at - 1] in _PRONOUNS
                or self.words[at - 1] in _PREPOSITIONS
                or is_negation(self.words[at - 1])
            ):
                break
            at -= 1
        return at


@cache
def _piece() -> Pattern[str]:
    return compile_pattern(r"\d+(?:[.,:]\d+)*(?::?[a-zåäö]+)?|[^\W\d_]+(?:[-:.'’]?[^\W_]+)*|[,;:.!?–—…/=→>()%]| - ")


def build_of(text: str) -> Build:
    """Cut a note into words and clauses."""
    words: list[str] = []
    clauses: list[int] = []
    roles: list[Role] = []
    number, role, bracket = 0, Role.MAIN, False
    for match in _piece().finditer(normalize("NFC", text).lower()):
        piece = match[0]
        if piece in "()":
            number, bracket = number + 1, piece == "("
            role = Role.BRACKET if bracket else Role.MAIN
            continue
        if piece in _STOPS or piece == " - ":
            number, role = number + 1, Role.BRACKET if bracket else Role.MAIN
            continue
        turned = _turn(piece, words, started=bool(clauses) and clauses[-1] == number)
        if turned is not None and not bracket:
            number, role = number + 1, turned
        words.append(piece)
        clauses.append(number)
        roles.append(role)
    negated = _negated(words, clauses)
    return Build(tuple(words), tuple(clauses), tuple(roles), negated, _prepositional(words, clauses))


def _turn(word: str, before: Sequence[str], *, started: bool) -> Role | None:
    """Return the role of the clause that this word opens, or ``None`` when it opens none."""
    if word in _BUT and before:
        return Role.BUT
    if not started or not before:
        return None
    if word in _CONCESSION:
        return Role.CONCESSION
    if word in _RESULT:
        return Role.RESULT
    if word in _SUBORDINATE:
        return None if word in ("om", "att") and before[-1] in _TAKES_ABOUT else Role.SUBORDINATE
    asked = word in _ASKED and before[-1] not in ("och", "o")
    return Role.SUBORDINATE if asked or (word == "grund" and before[-1] == "på") else None


_TAKES_ABOUT = word_set(
    "hand tycker tyckt tycka drömmer dröm ber be bett fråga frågar lägger läggs tar vara fler sköter bryr ansökt "
    "ansöker tror säger sa vill för vet kan igenom genom ska hjälp till får långt mycket ont lätt svårt läge bra kul "
    "roligt van rädd på"
)


def _negated(words: Sequence[str], clauses: Sequence[int], known: Collection[int] = ()) -> tuple[bool, ...]:
    """Mark what a negation reaches: the verb right before *inte*, and what follows in its clause (six words)."""
    marks = [False] * len(words)
    for at, word in enumerate(words):
        if word not in _NEGATIONS or at in known:
            continue
        if word in ("inte", "ej", "aldrig", "icke", "knappt") and at and clauses[at - 1] == clauses[at]:
            marks[at - 1] = True
            if words[at - 1] in _PRONOUNS and at > 1:
                marks[at - 2] = True
        for later in range(at + 1, min(at + 7, len(words))):
            if clauses[later] != clauses[at] or words[later] in ("och", "bara", "annars"):
                break
            marks[later] = True
    return tuple(marks)


def _prepositional(words: Sequence[str], clauses: Sequence[int]) -> tuple[bool, ...]:
    """Mark the (up to three) words that a preposition leads."""
    marks = [False] * len(words)
    for at, word in enumerate(words):
        if word in _PREPOSITIONS:
            for later in range(at + 1, min(at + 3, len(words))):
                if clauses[later] != clauses[at] or words[later] in ("och", "eller"):
                    break
                marks[later] = True
    return tuple(marks)


def is_negation(word: str) -> bool:
    """Tell whether a word denies what follows."""
    return word in _NEGATIONS


def is_pronoun(word: str) -> bool:
    """Tell whether a word only points at somebody."""
    return word in _PRONOUNS
