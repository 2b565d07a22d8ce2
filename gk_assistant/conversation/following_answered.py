"""What a question is after, and whether the note has told it already; and when two questions ask the same."""

import re
from functools import lru_cache

from gk_assistant.domain.bank import Aspect
from gk_assistant.language.text import word_set

_ASKS: tuple[tuple[str, str], ...] = (
    ("tid", r"hur länge|sedan när|när började|när märkte du|när hände"),
    ("dygn", r"när på dygnet|när på dagen|vilken tid på d"),
    ("ofta", r"hur ofta|hur många gånger|hur mycket .* per"),
    ("orsak", r"tog slut|gjorde att (?:det|du) (?:slut|inte)|fick dig att sluta|varför"),
    ("lattar", r"lindrar|lite bättre|lite lättare|brukar hjälpa|hjälper dig|gör det lättare|mildrar"),
    ("paverkan", r"påverkar|märks|hindrar|vardagen"),
    ("egen_syn", r"ser du själv|tänker du|tror du|egna ord|känns det"),
    ("exempel", r"senast|exempel|berätta om en|berätta om när"),
    ("vem", r"\bvem\b|vilka (?:finns|är)"),
    ("betyder", r"betyder|ger det dig|ger dig"),
    ("framat", r"skulle|framöver|framåt|nästa steg|första steg"),
    ("stod", r"stöd|hjälp\b"),
    ("skillnad", r"gjort skillnad"),
    ("kontakten", r"hur fungerar kontakten"),
    ("upplevt", r"^hur var det för dig|^hur hade du det"),
)
_TOLD: dict[str, str] = {
    "tid": (
        r"\bse(?:da)?n\b|\b(?:19|20)\d\d\b|\d+ ?(?:år|mån|v\b|veck)|i (?:vår|som|hös|vint)ras|"
        r"för .* sedan|alltid|från (?:barn|födsel)"
    ),
    "dygn": r"morgon|morron|\bfm\b|\bem\b|kväll|natt|nätter|eftermidd|förmidd|\bkl\b|dygn|lunch",
    "ofta": r"varje|\bggr?\b|/v|/d|ibland|ofta|varannan|om da[gn]|dagligen|i veckan|\d ?x|nånsin|aldrig",
    "skillnad": (
        r"\bnya? |tack vare|\befter\b|\bse(?:da)?n [A-ZÅÄÖa-zåäö]|\bav \w|sprut|\bnär\b|\bm(?:ed)? \w|tog bort|"
        r"\bgör\b|lättar|lossa|hjälp|lugnar|gjorde"
    ),
    "kontakten": r"(?:bra|god|dålig) kontakt|funkar|fungerar|känns bra|litar på|guld|nöjd|aldrig|inte|lyssna",
    "upplevt": r"helvete|hemsk|hatade|\bkul\b|älskade|jobbig|trivdes|tungt|roligt|gillade|bästa",
    "orsak": r"\bpga\b|eftersom|för att|på grund|därför|\bnär (?:hon|han|hen|det|rygg)|\bdå (?:hon|han|hen|det)",
    "lattar": r"hjälper|lindrar|bättre (?:av|när|om|med)|lättare|funkar (?:om|när)|klarar .*(?:om|när)|skönt",
}
_STOP = word_set(
    "vad hur när vem vilken vilket vilka var det den du dig din ditt dina som att är var för i på med av till om och "
    "en ett har skulle kunna vilja dig själv så mest lite där här man ni vi de gör gjorde brukar bra blir bli"
)
_SAME = 0.6
_DAYS = {"dagar": "varda", "dagen": "varda"}


@lru_cache(maxsize=4_000)
def asks_for(question: str) -> frozenset[str]:
    """Return what a question is after: time, cause, what helps, consequences, own view and the like."""
    low = question.lower()
    return frozenset(name for name, pattern in _ASKS if re.search(pattern, low))


def answered(question: str, note: str) -> bool:
    """Whether the note tells already what the question asks."""
    low = note.lower()
    return any(name in _TOLD and re.search(_TOLD[name], low) for name in asks_for(question))


@lru_cache(maxsize=8_000)
def content(question: str) -> frozenset[str]:
    """Return the stems of a question's words that carry its matter."""
    words = (word.strip(".,?!”“").lower() for word in question.split())
    return frozenset(_DAYS.get(word, word[:5]) for word in words if word and word not in _STOP)


def same(first: str, second: str) -> bool:
    """Whether two questions ask so much the same that one of them is enough."""
    one, two = content(first), content(second)
    if not one or not two:
        return first.startswith(second.rstrip("?")) or second.startswith(first.rstrip("?"))
    return len(one & two) / min(len(one), len(two)) >= _SAME


_FEEL = re.compile(
    r"^hur (?:är|var|känns|känn|påverka|märk|ser du|har det (?:varit|påverkat)|tänker du|tycker du)|bety(?:der|dde|tt)"
)


def after_feel(question: str) -> bool:
    """Whether a question asks how it is or what it means, and not for ways, people or what comes next."""
    return _FEEL.search(question.lower()) is not None


_ASPECTS = {
    "tid": Aspect.SEDAN_NAR,
    "ofta": Aspect.SEDAN_NAR,
    "lattar": Aspect.HJALPER,
    "stod": Aspect.HJALPER,
    "paverkan": Aspect.HINDER,
    "egen_syn": Aspect.EGEN_SYN,
    "exempel": Aspect.EXEMPEL,
    "betyder": Aspect.FUNGERAR,
}


def fills(question: str, missing: tuple[Aspect, ...]) -> bool:
    """Whether a question asks for something the ruta still lacks."""
    return any(_ASPECTS[name] in missing for name in asks_for(question) if name in _ASPECTS)
