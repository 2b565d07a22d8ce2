"""The words of an utterance that carry its meaning, as stems that meet each other in any inflection."""

from functools import lru_cache

from gk_assistant.language.line_words import stem
from gk_assistant.language.text import fold, word_set, words

_EMPTY = word_set(
    "jag du han hon den det de dem dom vi ni er oss mig dig sig min mitt mina din ditt dina sin sitt sina hans hennes "
    "deras var vart vara ert era man en ett och eller men att som om nar da dar har hit dit i pa av for till fran med "
    "utan vid hos under over mellan efter fore innan inom genom mot ar var varit vara blir blev bli blivit har hade "
    "haft ha kan kunde kunna kunnat ska skall skulle vill ville vilja far fick fatt maste borde ta tar tog inte ej "
    "aldrig alltid ocksa bara ju nog val liksom typ alltsa sa ja nej jo mm hm okej vad hur vem vilka vilken vilket "
    "varfor vart nagon nagot nagra nagonting allt alla annat andra annan mycket mer mest lite mindre samma sadan sana "
    "just nu sen sedan redan an aven dock kanske igen ofta ibland beratta berattar garna kul bra daligt brukar finns "
    "fanns ge ger gav gor gora gjorde gjort gar ga gick gatt kommer komma kom ser se sag sett sager saga sade sagt "
    "tycker tycka tyckte tanker tanka tankte tror tro trodde vet veta visste kanner kanna kanns kandes kannas forsta "
    "forstar forstod menar mena menade lat later tack hej ok okej gallde galler handlar betyder slags sorts sak saker "
    "satt hander hande handa dig dej mej sej nat nan e o va te ut in upp ner ner fram nara riktigt verkligen ganska "
    "egen egna sjalv sjalva idag dagens utifran snalla lov fraga fragor svara svar tala prata pratar pratat pratade "
    "heter hette kallas lange bast basta holl haller hall "
    "ruta rutan heller istallet vore hela helt lika olika bade vara lagga valja borja dela ungefar manga fler flera"
)
_KEPT = word_set("här vår vårt våra")
_SHORTEST = 2
_LONGEST = 7


@lru_cache(maxsize=4_000)
def _stem(word: str) -> str:
    return stem(fold(word))[:_LONGEST]


@lru_cache(maxsize=4_000)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning, without å ä ö and at most seven letters each."""
    return frozenset(
        _stem(found.lower)
        for found in words(text)
        if len(found.lower) >= _SHORTEST and found.lower not in _KEPT and fold(found.lower) not in _EMPTY
    )


def has_small_words(text: str) -> bool:
    """Tell whether a text holds any of the small words that no Swedish sentence does without."""
    return any(fold(found.lower) in _EMPTY or found.lower in _KEPT for found in words(text))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words two utterances have in common (0–1), 0 when either has none."""
    if not one or not other:
        return 0.0
    return len(one & other) / len(one | other)


@lru_cache(maxsize=256)
def _lowered(text: str) -> tuple[str, tuple[str, ...]]:
    return text.lower(), tuple(word.lower for word in words(text))


def begins_any(text: str, beginnings: tuple[str, ...]) -> int:
    """Return the length of the longest of these stems that begins a word of the text (phrases anywhere), 0 for none."""
    if not beginnings:
        return 0
    low, found = _lowered(text)
    longest = 0
    for raw in beginnings:
        begin = raw.lower()
        whole = begin.endswith(" ")
        begin = begin.strip()
        hit = (
            begin in low
            if " " in begin
            else any((word == begin if whole else word.startswith(begin)) for word in found)
        )
        if hit:
            longest = max(longest, len(begin))
    return longest
