"""What a question takes for granted, read from its wording, and whether a note's standing speaks against it.

A question may take for granted that there is trouble, that something is good, that something is wished for, that it is
over or that it goes on. A question without any such tag is right whatever the note turns out to mean.
"""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from gk_assistant.conversation.following_reading import Reading, Tone


class Tag(Enum):
    """Something that a wording takes for granted."""

    TROUBLE = auto()
    GOOD = auto()
    WISH = auto()
    OVER = auto()
    GOING_ON = auto()


_TROUBLE: Final = (
    r"hindra|sova bättre|lagom för dig|"
    r"svår|värst|lindra|lättare|lite bättre|hjälpt något|tar (?:det )?emot|\btung|jobbig|oroa|\boron\b|"
    r"rädd|räcker inte|det stopp|för mycket|du behövt|hade behövts|behövt vara|trots|i stället|underlätt|"
    r"hjälp\w* dig (?:när|genom|att (?:komma|känna|säga|hålla))|hämta (?:dig|kraft)|\bstör\b|slipp|ställer till|"
    r"kostat|inte (?:blir|blev) av|tog slut|tar slut|blev så|avlasta|lätta mest|strax innan|tar mest|tog mest|"
    r"tryggare|lugnare|när verkan|oklart|bytena|väntan|är nära|blir glömd|tar över|hejda|inte går\b|slutat|"
    r"påtagligt|kännas bättre|annorlunda ut|har hänt|som stöd i det|hjälp har du med det|den känslan ifrån|"
    r"tänker så|känns så|känns det så|tunga|dagen efter|sorgen|löser du det|hjälper dig med det|vilken hjälp|"
    r"nöjd med dig själv|tanken kommer|verkar inte|hade du hoppats|när det blir så|vänder du dig till|"
    r"gör det så\b|minskat|mådde du inte|gick fel|det går ändå|leva med|få klarhet|såg annorlunda|var annorlunda|"
    r"tänker du skulle hända|gränsen|störst skillnad|hur hanterar|tar kraft|komma ner i varv|blir det efteråt|"
    r"göra det möjligt\b(?! för)|på plats för att det skulle|skulle det kunna lösas|lösa det\b"
)
_GOOD: Final = (
    r"ger (?:det |djuret |behandlingen )?dig|\bgav (?:det )?dig|passa(?:de|r) dig|bäst om\b(?! i)|\bgott\b|fungerar så|"
    r"det fungera|fungerade|går bra|gick bra|roligast|tyck\w* (?:du )?om|stolt|gjort skillnad|gör(?:a)? möjligt|"
    r"gjort möjligt|gjort det möjligt|hjälper dig i|hjälpte dig|hålla i|håller i sig|mer av det|nytta av|fångar|"
    r"mår du bäst|mådde bra|må bra\b|mår bra då|fram emot|det bästa|så bra|kom på det|tycker du om|betytt mest|"
    r"kom du på|fick dig att ta det steget|det går då|det går till|det gick\b(?!,)|bättre då|betyder (?:så mycket|"
    r"mest)|att det hjälper|få mer av|mest nytta|bli bättre på|samma sätt\?|för skillnad (?:hittills|i vardagen|"
    r"när)|att du har det|du stolt|få in mer|hur känns det efteråt|vara med där|lärt känna|tar du med dig|"
    r"den hjälpen"
)
_WISH: Final = (
    r"lockar|litet steg|komma dit|skulle det betyda|skulle det göra för skillnad|när det är som bäst|"
    r"när det fungerar|sortens arbete|skulle passa|vill du nå|hoppas du"
)
_OVER: Final = (
    r"den gången|den tiden|\bvar det\b|därifrån|hade du det|hur var\b|mådde du|tyckte du|fanns där|förr\b|"
    r"fungerade|hade behövts|hade du behövt|gick det|tog slut|nästa gång|hände\b|sedan dess|kändes|igenom det|"
    r"då\?$"
)
_GOING_ON: Final = (
    r"en vanlig dag|\bbrukar|hindrar|när (?:är|går) det|värst|märks det (?:i vardagen|en|på)|påverkar det (?:din|"
    r"dig i vardagen)|fungerar (?:det|kontakten)|just nu|hur går det|när du håller på|när kommer|lindra|går till"
)
_WORDINGS: Final[tuple[tuple[Tag, str], ...]] = (
    (Tag.TROUBLE, _TROUBLE),
    (Tag.GOOD, _GOOD),
    (Tag.WISH, _WISH),
    (Tag.OVER, _OVER),
    (Tag.GOING_ON, _GOING_ON),
)
_FOUND: Final = tuple((tag, re.compile(pattern)) for tag, pattern in _WORDINGS)
_FULL, _LESS, _TENSE = 8.0, 2.5, 2.0
_AGAINST: Final[dict[Tone, dict[Tag, float]]] = {
    Tone.GOOD: {Tag.TROUBLE: _FULL, Tag.WISH: _FULL},
    Tone.TROUBLE: {Tag.GOOD: _FULL, Tag.WISH: _FULL},
    Tone.NEED: {Tag.GOOD: _FULL, Tag.TROUBLE: _LESS, Tag.OVER: _FULL},
    Tone.FACT: {Tag.TROUBLE: _LESS, Tag.GOOD: _LESS, Tag.WISH: _FULL},
}


@lru_cache(maxsize=4_000)
def takes_for_granted(question: str) -> frozenset[Tag]:
    """Return what a wording takes for granted; empty when it is right either way."""
    low = question.lower()
    return frozenset(tag for tag, pattern in _FOUND if pattern.search(low))


def speaks_against(question: str, reading: Reading) -> float:
    """Return how much a note's standing speaks against a question: 0 nothing, 8 enough to leave it out."""
    tags = takes_for_granted(question)
    against = max((weight for tag, weight in _AGAINST[reading.tone].items() if tag in tags), default=0.0)
    if reading.mixed and against and Tag.WISH not in tags:
        against = _LESS
    if Tag.WISH in tags and "@dröm" in reading.signs and "@då" not in reading.signs:
        against = 0.0
    if reading.over and Tag.GOING_ON in tags and Tag.OVER not in tags:
        against += _TENSE
    if "@nu" in reading.signs and Tag.OVER in tags:
        against += _TENSE
    if "@borta" in reading.signs and Tag.TROUBLE in tags:
        against = max(against, _FULL)
    return against
