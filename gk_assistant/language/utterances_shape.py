"""How an utterance is built: which questions it holds, told by the order of words and not by punctuation.

A question begins with a question word whose verb comes before the subject (``hur sover du``), or with the verb itself
(``sover du``). A question word followed by its subject is a side clause (``när du sover``) or an exclamation (``vad
duktig du är``). Marks are used where they stand, but nothing hangs on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gk_assistant.language.text import Word, word_set, words
from gk_assistant.language.utterances_phrases import heard

_QUESTION_WORDS = word_set("vad hur varfor vem vems vilka vilken vilket nar var vart")
_PLAIN_QUESTION_WORDS = word_set("vad hur varfor vem")
_BEFORE = word_set("pa i med av for till fran hos om under sedan inom mot efter vid at")
_PRONOUNS = word_set("du ni det han hon hen de den vi jag man")
_SUBJECTS = _PRONOUNS | word_set(
    "nagon nagot nagra nagonting din ditt dina er ert era ingen inget allt alla andra hans hennes vår läkaren"
)
_VERBS = word_set(
    "ar har kan ska vill far gar star ser ger ber var hade kunde skulle ville fick gick stod sag gav bad blev "
    "kom tog lat drog sov drack at satt lag gjorde visste fanns finns trivs trivdes kanns kandes hjalps minns "
    "mindes kravs behovs hoppas hoppades syns marks ses traffas skams umgas umgicks borde maste vore sa sade "
    "la lade slog skrev laste brot foll horde bodde trodde dog sprang hann holl grat lever vet tal behover "
    "slapp skar svor forstod bar ror gor hor kor lar mar sjong red bjod tvingades skilde skildes vande "
    "hande lyckades provades avbrots slutade jobbade"
)
_NO_VERBS = word_set(
    "infor eller under over efter timmar dagar veckor inte mer hur nar dar par ar bar hellre heller aker saker "
    "personer mediciner tabletter vanner fragor samtidigt ute inne hemma bade mamma lite borde alltid darfor "
    "for mellan utover senare bättre battre samre storre mindre darefter emellanat daremot oftare langre "
    "snarare hander fingrar axlar nagonsin bilder tider ekonomier kontakter uppgifter kollegor insatser "
    "sysslor rutiner tankar kanslor ganger manader kvallar morgnar natter sedan arbetade sade bilar böcker "
    "bocker krafter studier hobbyer vilka foraldrar syskonbarn ordning kurser kompisar knappt senaste nasta "
    "forsta sista sjukgymnaster lakare doktor handlaggare kurator psykologer pengar aldrig alternativ"
) - word_set("ar bar hander borde arbetade sade aker")
_PAST = ("ade", "dde", "nde", "rde", "lde", "gde", "kte", "pte", "ste", "xte", "tte", "vde", "jde", "mde")
_TAKES_NO_VERB_BEFORE = word_set("som att om nar sa sedan da dar nu medan fast ju an")
_THEN = word_set("kan finns far gar galler paverkas racker behover raknas")
_REACH = 6
_NEAR = 3
_LONG_WORD = 3


class Opening(StrEnum):
    """How an utterance begins."""

    QUESTION_WORD = "fragord"
    VERB = "verb"
    CALL = "utrop"
    STATEMENT = "pastaende"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A question inside an utterance: where it begins, and its question word (empty when the verb comes first)."""

    start: int
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An utterance as it was understood.

    ``tokens`` are its words as they are compared, ``typed`` as they were written (same length), ``breaks`` the places
    before which a mark stands, ``opening`` how it begins, ``parts`` the questions in it, ``choices`` how many of them
    only name another answer (``eller …``), ``asked`` and ``ended`` whether it ends with a question mark or a stop,
    ``condition`` whether it begins with one (``mår du sämre kan du ringa``), ``verbs`` how many finite verbs it has.
    """

    tokens: tuple[str, ...]
    typed: tuple[Word, ...]
    breaks: frozenset[int]
    opening: Opening
    parts: tuple[Part, ...]
    choices: int
    asked: bool
    ended: bool
    condition: bool
    verbs: int


def hear(text: str, openings: frozenset[str]) -> Heard:
    """Read an utterance; words of ``openings`` (``okej``, ``eh``) are left out where they come first."""
    typed = words(text)
    tokens = [heard(word.text) for word in typed]
    skip = 0
    while skip < len(tokens) - 1 and tokens[skip] in openings:
        skip += 1
    typed, kept = typed[skip:], tuple(tokens[skip:])
    breaks = frozenset(at for at in range(1, len(kept)) if text[typed[at - 1].end : typed[at].start].strip(" \"'”’-"))
    opening = _opening(kept)
    parts, choices = _parts(kept, breaks, opening)
    closing = text.rstrip(" \"'”)")[-1:]
    return Heard(
        tokens=kept,
        typed=typed,
        breaks=breaks,
        opening=opening,
        parts=parts,
        choices=choices,
        asked=closing == "?",
        ended=closing in (".", "!"),
        condition=_conditional(kept, opening),
        verbs=sum(is_verb(token) for token in kept),
    )


def is_verb(token: str) -> bool:
    """Tell whether a folded word can be a finite verb."""
    if token in _VERBS:
        return True
    if token in _NO_VERBS or len(token) < _LONG_WORD:
        return False
    past = token.endswith(_PAST) and not token.endswith(("ande", "ende")) and len(token) > _LONG_WORD + 1
    return past or token.endswith("r")


def _opening(tokens: Sequence[str]) -> Opening:
    at = _first_word(tokens)
    if at >= len(tokens):
        return Opening.STATEMENT
    asked = at + 1 if tokens[at] in _BEFORE and at + 1 < len(tokens) and tokens[at + 1] in _QUESTION_WORDS else at
    if tokens[asked] in _QUESTION_WORDS and not (tokens[asked] == "var" and _subject(tokens, asked + 1)):
        if _inverted(tokens, asked):
            return Opening.QUESTION_WORD
        calls = tokens[asked] in ("vad", "vilken", "vilket", "vilka")
        return Opening.CALL if calls else Opening.STATEMENT
    if is_verb(tokens[at]) and len(tokens) > at + 1 and tokens[at + 1] not in _VERBS:
        return Opening.VERB
    return Opening.STATEMENT


def _first_word(tokens: Sequence[str]) -> int:
    at = 0
    while at < len(tokens) - 1 and tokens[at] in ("sa", "nu", "du"):
        if tokens[at] == "du" and (is_verb(tokens[1]) or tokens[1] not in _QUESTION_WORDS):
            break
        at += 1
    return at


def _inverted(tokens: Sequence[str], at: int) -> bool:
    """Tell whether a question word's verb comes before its subject."""
    for token in tokens[at + 1 : at + 1 + _REACH]:
        if token in _PRONOUNS or token in ("att", "som"):
            return False
        if is_verb(token):
            return True
    return False


def _subject(tokens: Sequence[str], at: int) -> bool:
    return at < len(tokens) and tokens[at] in _SUBJECTS


def _parts(tokens: Sequence[str], breaks: frozenset[int], opening: Opening) -> tuple[tuple[Part, ...], int]:
    """Return the questions, and how many ``eller`` questions were left out of them."""
    first = _first_word(tokens)
    parts: list[Part] = []
    choices = 0
    if _conditional(tokens, opening):
        return (Part(start=first, word=""),), 0
    if opening is Opening.QUESTION_WORD:
        parts.append(Part(start=first, word=tokens[first + (tokens[first] not in _QUESTION_WORDS)]))
    elif opening is Opening.VERB:
        parts.append(Part(start=first, word=""))
    at = first + 2 if parts else 1
    while at < len(tokens) - 1:
        word = _begins(tokens, at, breaks, asked=bool(parts))
        if word is None:
            at += 1
            continue
        if tokens[at - 1] == "eller" and not word:
            choices += 1
        else:
            parts.append(Part(start=at, word=word))
        at += 2
    return tuple(parts), choices


def _begins(tokens: Sequence[str], at: int, breaks: frozenset[int], *, asked: bool) -> str | None:
    """Return the question word of a further question that begins here (empty: verb first), or ``None``."""
    token, before = tokens[at], tokens[at - 1]
    joined = before in ("och", "men", "samt", "eller") or at in breaks
    if asked and token in _QUESTION_WORDS and _left_out(tokens, at):
        return token
    if token in _QUESTION_WORDS and _asks(tokens, at, joined=joined):
        return token
    if not is_verb(token) or not _subject(tokens, at + 1) or before in _TAKES_NO_VERB_BEFORE:
        return None
    if joined or (asked and before not in _QUESTION_WORDS and not _measured(tokens, at)):
        return ""
    return None


def _left_out(tokens: Sequence[str], at: int) -> bool:
    """Tell whether a question leaves out its verb: ``och i vilket lag``, ``och hur ofta``."""
    back = at - 1 if tokens[at - 1] in _BEFORE else at
    follow = tokens[at + 1 : at + 1 + _REACH]
    return tokens[back - 1] == "och" and not (_PRONOUNS | {"som"}) & set(follow)


def _asks(tokens: Sequence[str], at: int, *, joined: bool) -> bool:
    """Tell whether a question word inside an utterance begins a question of its own."""
    follow = tokens[at + 1 : at + 1 + _REACH]
    if not follow or (tokens[at] == "var" and not is_verb(follow[0])):
        return False
    if is_verb(follow[0]):
        return joined or tokens[at] in _PLAIN_QUESTION_WORDS or _subject(tokens, at + 2)
    for offset, token in enumerate(follow):
        if token in _PRONOUNS or token in ("att", "som"):
            return False
        if is_verb(token):
            return _subject(tokens, at + offset + 2) or (joined and offset <= _NEAR and tokens[at] != "nar")
    return False


def _measured(tokens: Sequence[str], at: int) -> bool:
    """Tell whether a verb belongs to the question word just before it: ``hur länge var``, ``vilken tid går``."""
    return any(tokens[back] in _QUESTION_WORDS for back in range(max(0, at - _NEAR), at))


def _conditional(tokens: Sequence[str], opening: Opening) -> bool:
    """Tell whether a verb-first utterance is a condition: ``har du inget betyg kan du läsa in det``."""
    return opening is Opening.VERB and any(
        tokens[at] in _THEN
        and (_subject(tokens, at + 1) or tokens[at] == "finns")
        and tokens[at - 1] not in ("och", "eller", "som", "men", "vad", "hur")
        for at in range(_NEAR, len(tokens) - 1)
    )
