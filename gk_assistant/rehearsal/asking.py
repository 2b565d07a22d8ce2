"""What kind of thing a question asks for: a time, a name, a reason, what one does then; and which clause asks it.

Read by the order of words in the last clause that asks, so that *innan du blev sjuk* does not turn a question about the
job into one about the illness.
"""

import re
from functools import lru_cache
from typing import Final

from gk_assistant.domain.personas import Asks

FACTS: Final = frozenset((Asks.NAMN, Asks.HUR_LANGE, Asks.HUR_OFTA, Asks.HUR_MYCKET, Asks.NAR, Asks.VEM, Asks.VAR))
"""Kinds that only a certain sort of answer is an answer to."""

_KEPT: Final = 512
_FEWEST: Final = 3
_LEADING: Final = "och|men|så|okej|ok|jaha|nu|då|du|hej|ja|nej|jo|mm|alltså|vänta|undrar|jag undrar|berätta"
_LEAD: Final = rf"(?:(?:{_LEADING})\W+)*"
_WHERE: Final = (
    "i|på|är|bor|bodde|ligger|låg|jobba|arbeta|finns|har|hade|gick|går|sitter|satt|kommer|kom|någonstans|nånstans|gör|"
    "gjorde|brukar|äter|träffa|känn|plugga|växte|handla|sover|fick|köpte|hittade|lärde"
)
_SUBJECT: Final = r"(?:du|ni|han|hon|det|den|de|dom|din|ditt|dina|man|er)"
_WHO: Final = "är|var|hjälper|finns|bor|träffar|känner|litar|jobbar|brukar|får|kommer|umgås|ska|vill|behöver|vet"
_JUDGED: Final = (
    "bra|fint|skönt|roligt|kul|tråkigt|härligt|duktig|starkt|starka|modigt|synd|jobbigt|tungt|spännande|intressant"
)
_SIDE_SUBJECT: Final = r"(?:du|ni|vi|det|den|han|hon|man|jag|de|dom|\w+en|\w+et|\w+an|\w+na|\w+ \w+)"

_PATTERNS: Final[dict[Asks, tuple[str, ...]]] = {
    Asks.NAMN: (r"\b(?:vad|va|hur) (?:heter|hette|kallas|kallar)\b", r"\b(?:vad|vilket) (?:är )?(?:namn|namnet)\b"),
    Asks.HUR_LANGE: (
        r"\bhur länge\b",
        r"\b(?:sedan|sen) när\b",
        r"\bhur lång tid\b",
        r"\bhur många (?:år|månader|veckor)\b",
        r"\blänge sedan\b",
    ),
    Asks.HUR_OFTA: (r"\bhur ofta\b", r"\bhur många (?:gånger|dagar|möten)\b"),
    Asks.HUR_MYCKET: (
        r"\bhur (?:många|mycket|långt|stor|stort|gammal|gamla|tungt|pass)\b",
        r"\bvilken ålder\b",
        r"\bhur ont\b|\bskala\b|\bvad (?:kostar|kostade)\b",
    ),
    Asks.NAR: (
        rf"^{_LEAD}när (?!(?:du|ni|det|den|han|hon|man|vi|jag|de|dom)\b)\w+",
        r"\bvilket år\b",
        r"\bvilken (?:tid|dag|månad)\b",
        r"\bhur dags\b",
    ),
    Asks.VARFOR: (
        r"(?<!och )\bvarför\b",
        r"\bhur kommer det sig\b",
        r"\bvad\b.*\b(?:beror|berodde)\b",
        r"\bav vilken anledning\b",
        r"\bhur så\b",
    ),
    Asks.HUR_GICK_DET: (
        r"\bhur (?:gick|började|slutade|blev|kom|hände)\b",
        r"\bvad (?:hände|gick fel|gick snett|gick sönder)\b",
        r"\bvad var det som (?:gick|hände|blev|gjorde)\b",
    ),
    Asks.VAD_DA: (
        r"\bvad (?:gör|brukar|händer|gjorde)\b.*\b(?:då|när|om \w+)\b",
        r"\bvad (?:är det som )?(?:hjälper|lugnar|får dig|skulle hända)\b",
        r"\bvad brukar (?:hjälpa|funka|fungera)\b",
        r"\bhur (?:gör|hanterar|klarar|löser|brukar) du\b",
        r"\b(?:lindrar|lättar|underlättar|hjälper mot)\b",
        r"\b(?:är det|finns det) (?:något|nåt) som (?:hjälper|gör det)\b",
    ),
    Asks.FAVORIT: (
        r"\b(?:favorit\w*|helst|allra|mest om)\b",
        r"\b(?:bäst|roligast|sämst|värst|jobbigast|svårast|finast|godast)\w*\b",
    ),
    Asks.VEM: (
        rf"^{_LEAD}(?:(?:med|av|för|till|hos|på|åt) )?(?:vem|vems)\b",
        rf"^{_LEAD}(?:med |till |hos |på )?vilka (?:{_WHO})\b",
        r"\bvilken (?:person|läkare|handläggare)\b",
    ),
    Asks.VAR: (
        rf"^{_LEAD}(?:var|vart) (?:{_WHERE})",
        rf"^{_LEAD}(?:var|vart) (?!{_SUBJECT}\b)\w+ {_SUBJECT}\b",
        r"\b(?:varifrån|nånstans|någonstans)\b",
        r"\bvilken (?:ort|stad|plats|del)\b",
        r"\bvilket (?:ställe|land)\b",
    ),
    Asks.KANNS: (
        r"\bhur (?:känns|kändes|känner|trivs|trivdes|upplev\w*|låter|tar du|tog du|ser du på)\b",
        r"\bhur (?:är|var|va|e) det\b",
        r"\bvad (?:tycker|tyckte|tänker|tänkte|känner) du\b",
        r"\bhur har (?:det|du) (?:varit|haft|känts|upplevt)\b",
    ),
    Asks.VAD: (
        r"^(?:finns det|är det|har du) (?:något|nåt|någonting|nånting) som\b",
        rf"^{_LEAD}(?:(?:med|av|för|till|på|i|om) )?(?:vad|va|vilken|vilket)\b",
        rf"^{_LEAD}berätta\b",
    ),
    Asks.HUR: (rf"^{_LEAD}hur\b",),
}
_KINDS: Final = tuple((kind, re.compile("|".join(rows), re.IGNORECASE)) for kind, rows in _PATTERNS.items())
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+")
_NO_SUBJECT: Final = r"(?! (?:du|ni|det|den|han|hon|man|vi|jag|de|dom)\b)"
_WORD: Final = rf"(?:vem|vems|vilk\w+|varför|med vem|på vilket|(?:vad|va|hur|när|var|vart)\b{_NO_SUBJECT})\b"
_ASKING: Final = re.compile(rf"(?:^|[,;:–-] ?|\b(?:och|men|så) )(?={_WORD})", re.IGNORECASE)
_VERB_FIRST: Final = re.compile(rf"^{_LEAD}\w+(?:r|de|te|s|kan|vill|ska) (?:du|ni|det|han|hon)\b", re.IGNORECASE)
_SIDE: Final = re.compile(
    r"(?<!^),? ?\b(?:innan|efter att|medan|eftersom|fast|trots att|för att|när|sedan|sen|om) "
    rf"{_SIDE_SUBJECT}\b.*$",
    re.IGNORECASE,
)
_WONDERS: Final = "undrar|undrade|frågade|menade|tänkte|skulle vilja veta|vill veta"
_INDIRECT: Final = re.compile(
    rf"\bjag (?:{_WONDERS})\b[^.!?]{{0,12}}?(?=\b(?:vad|hur|vem|vilk\w+|när|var|varför)\b)",
    re.IGNORECASE,
)
_EXCLAIMS: Final = re.compile(rf"^{_LEAD}(?:vad|va|så|hur) (?:{_JUDGED})\b", re.IGNORECASE)
_BACK: Final = re.compile(
    r"\b(?:där|dit|det|den|dem|dom|de|sån|sånt|sådant|sådan|sådana|denna|detta)\b[^.!?]{0,12}[.!?]*$"
    r"|\b(?:det|den) (?:där|här)\b|\b(?:hon|han|hen|henne|honom)\b",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(rf"{_LEAD}(?:(?:med|av|för|till|på|i|om|hos|åt) )?{_WORD}", re.IGNORECASE)


_PRESSES: Final = re.compile(
    r"\b(?:väl|ju|visst|eller hur|inte|nog|säkert|förstås|borde|måste|bara|ändå|verkligen|menar|då säger vi)\b",
    re.IGNORECASE,
)


_WHY: Final = re.compile(rf"^{_LEAD}varför\b", re.IGNORECASE)


def presses(text: str) -> bool:
    """Tell whether an utterance taken for a leading one has a word that leans; a plain *varför* does not press."""
    found = {word.lower() for word in _PRESSES.findall(text)}
    return bool(found - {"inte"} if _WHY.search(text) else found)


@lru_cache(maxsize=_KEPT)
def question_of(text: str) -> str:
    """Return the clause that asks: of the last sentence with a question, from its question word on; else the last."""
    sentences = [part.strip() for part in _SENTENCE.split(text.strip()) if part.strip()]
    asked = [part for part in sentences if _is_question(part)]
    if not asked:
        return sentences[-1] if sentences else ""
    last = asked[-1]
    indirect = _INDIRECT.search(last)
    if indirect:
        return last[indirect.end() :].strip()
    before, _, behind = last.rpartition(", ")
    if before and len(behind.split()) >= _FEWEST and _VERB_FIRST.search(behind) and _is_general(before):
        return behind
    starts = [found.end() for found in _ASKING.finditer(last)]
    if not starts or starts[0] == 0:
        return last
    return last[starts[0] :]


def _is_general(clause: str) -> bool:
    """Tell whether a clause only asks in general, so that what follows it says what is meant."""
    kinds = [kind for kind, pattern in _KINDS if pattern.search(clause)]
    return not kinds or kinds[0] in (Asks.KANNS, Asks.HUR, Asks.VAD)


def _is_question(sentence: str) -> bool:
    if _EXCLAIMS.search(sentence):
        return False
    return sentence.endswith("?") or bool(
        _INDIRECT.search(sentence) or _ASKING.search(sentence) or _VERB_FIRST.search(sentence)
    )


@lru_cache(maxsize=_KEPT)
def main_clause(clause: str) -> str:
    """Return a clause without the side clause at its end, or whole where little would be left."""
    cut = _SIDE.sub("", clause).strip(" ,")
    return cut if len(cut.split()) >= _FEWEST else clause


@lru_cache(maxsize=_KEPT)
def asks_of(text: str) -> tuple[Asks, ...]:
    """Return the kinds of things that an utterance asks for, the most particular first; none for an exclamation."""
    clause = question_of(text)
    if not clause or _EXCLAIMS.search(clause):
        return ()
    return tuple(kind for kind, pattern in _KINDS if pattern.search(clause))


def points_back(text: str) -> bool:
    """Tell whether a question points back to what was just said: *varför slutade du där?*."""
    return _BACK.search(question_of(text)) is not None


def asks_in_words(text: str) -> bool:
    """Tell whether an utterance asks with a question word first in a clause, with or without a question mark."""
    clause = question_of(text)
    begins = _BEGINS.match(clause) is not None or _INDIRECT.search(text) is not None
    return begins and not _EXCLAIMS.search(clause)
