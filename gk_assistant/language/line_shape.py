"""Whether a line is built as a question, and where its clauses begin.

Punctuation is no proof: a question is known by its question word or by the verb standing before its subject. A retold
question keeps the order of a statement (``hur hon sover``) and is a note.
"""

from collections.abc import Sequence
from enum import Enum
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from gk_assistant.language.text import fold, word_set, words

_QUESTION_WORDS = word_set("vad hur vem vilka vilken vilket varfor nar var vart")
_HELPING = word_set(
    "ar har kan far ska maste bor skulle borde vill tar star ser kommer brukar gar blir gor galler hinner "
    "glomde missade"
)
_BARE = word_set("finns behovs racker raderas sparas ingar kravs raknas skrivs betyder hander slangs gors behover")
_SUBJECTS = word_set("hon han hen den det de vi jag man du ni deltagaren fk af mamma pappa plan")
_ASKERS = word_set("vi man ni jag det")
"""Who asks about the way of working: any verb before them makes a question."""

_ANYBODY = word_set("alla nagon nagot en ett bada ena")
_MAY_STAND_FIRST = word_set("kan far ska maste bor skulle borde galler ar")
_MUST = word_set("maste far gar blir kravs behovs")
_EARLY = 2
_BEING = ("ar", "blir", "var", "blev")
_CLAUSE_ENDS = frozenset(",;:.!?–()=/")
_LEADING = word_set("av under pa i till fran med for hos")
_WHICH = word_set("vilka vilken vilket vem")
_MEASURES = word_set("lang langt lange mycket manga ofta stor stora tidigt sent snart nara gammal")
_PAST = word_set("sa sade hande blev var gick gjorde menas star")
_MODALS = word_set("ska kan maste bor skulle borde")
_OPENS = frozenset({"skillnaden", "skillnad"})
_ORDERS = word_set("dra beratta skriv googla sjung oversatt rakna")
_SHORT_INFINITIVES = word_set("fa ga se bli ha ta be sta bo va ge ro le ma do le sy tro")
_NO_SUBJECTS = word_set("inte ej en ett ingen inga annan mannen igen barnen gatt haft blivit ofta bara aven mest helt")
_DEFINITE = ("en", "et", "an", "na")
_ARTICLES = word_set(
    "hennes hans sin sina sitt den det de ett en deltagarens hens någon något några hur hon han hen dom om"
)


class Shape(Enum):
    """How a line is built."""

    STATEMENT = "statement"
    QUESTION = "question"
    WEAK_QUESTION = "weak question"
    ASKED_AFTER = "statement, then a question of one's own"


@cache
def _asked_after() -> Pattern[str]:
    return compile_pattern(
        r"[,;.–-]\s*(?:men |och |o |sa )?(?:(?:hur|va|vad|vem|vilken|nar|var) (?:\w+ ){0,2}(?:vi|jag|man)\b"
        r"|(?:kan|far|ska|maste|ar|behover|bor|galler) (?:hon|han|hen|vi|jag|man|det|den|de|dom)\b)"
        r"|\b(?:tips|rad|ideer|forslag)\s*\??$"
        r"|[,;.–-]\s*(?:gar det(?: bra)?|ar det (?:ok|okej|bra)|funkar det|vad galler|vad gor (?:man|vi|jag))\s*\??$"
    )


def shape_of(tokens: Sequence[str], line: str) -> Shape:
    """Tell how a line is built; ``tokens`` are its folded words."""
    folded = fold(line).strip()
    asked = folded.endswith("?")
    if not tokens or (":" in folded and not asked):
        return Shape.STATEMENT
    if _asked_after().search(folded):
        return Shape.ASKED_AFTER
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else ""
    if first in _QUESTION_WORDS or (first in _LEADING and second in _QUESTION_WORDS):
        told = first in _WHICH or first in _LEADING or _asks(second) or _asks_how(tokens)
        sure = asked or (second != "som" and told)
        return Shape.QUESTION if sure else Shape.STATEMENT
    if not asked and _conditional(tokens):
        return Shape.STATEMENT
    if ((first in _HELPING or first in _BARE) and second in _SUBJECTS) or (first[-1:] == "r" and second in _ASKERS):
        return Shape.QUESTION
    weak = asked or first in _OPENS
    verb = _verb_first(first, second)
    return Shape.QUESTION if asked and verb else Shape.WEAK_QUESTION if weak or verb else Shape.STATEMENT


def _asks(second: str) -> bool:
    """Tell whether the word after a question word is a verb or a measure: ``hur länge``, not ``hur hon``."""
    if second in _SUBJECTS or second in _ARTICLES:
        return False
    return second in _MEASURES or second in _HELPING or second in _BARE or second in _PAST or second.endswith("r")


def _asks_how(tokens: Sequence[str]) -> bool:
    """Tell whether *hur* stands with any measure and its verb: ``hur hög är``, not ``hur värken är``."""
    if len(tokens) <= _EARLY or tokens[0] != "hur" or tokens[2] not in _BEING:
        return False
    second = tokens[1]
    return second not in _SUBJECTS and second not in _ARTICLES and not second.endswith(_DEFINITE)


def _conditional(tokens: Sequence[str]) -> bool:
    """Tell whether a verb-first line is a condition with its consequence: ``kan han inte sova går han ut``."""
    for at in range(2, len(tokens) - 1):
        finite = tokens[at] in _HELPING or tokens[at].endswith("r")
        if finite and tokens[at + 1] in ("hon", "han", "hen", "de"):
            return True
        if at > _EARLY and tokens[at] in _MUST and tokens[0] in _MODALS and tokens[at - 1] not in ("som", "om", "att"):
            return True
    return False


def _verb_first(first: str, second: str) -> bool:
    """Tell whether a verb stands before what may be its subject."""
    if first in _BARE or (first in _ORDERS and second):
        return True
    if first not in _MAY_STAND_FIRST or not second or second in _NO_SUBJECTS:
        return False
    named = second in _ANYBODY or second.endswith(_DEFINITE)
    return named or (first in _MODALS and not _infinitive(second))


def _infinitive(word: str) -> bool:
    return word.endswith("a") or word in _SHORT_INFINITIVES


def heads_of(line: str, count: int) -> list[int]:
    """Return which of a line's last ``count`` words open it and each of its clauses."""
    found = words(line)
    first = len(found) - count
    heads = [0]
    for at in range(max(first, 0) + 1, len(found)):
        between = line[found[at - 1].end : found[at].start]
        if any(sign in _CLAUSE_ENDS for sign in between):
            heads.append(at - first)
    return heads
