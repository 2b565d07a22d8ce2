"""A small ear for the tests of the mirror: the shipped reviewer for kinds and rutor, a few phrases for acts."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.utterances import QUESTIONS, Act, Clue, Heard
from gk_assistant.language.topics import OTHER
from gk_assistant.language.utterances import Reviewer
from gk_assistant.storage.bank_reader import TomlBank

_PHRASES: Mapping[Act, str] = {
    Act.HALSNING: r"\bhej\b(?! då)|välkommen",
    Act.HEJDA: r"\bhej då\b",
    Act.TACK: r"\btack\b",
    Act.EMPATI: r"det förstår jag|inte lätt",
    Act.SYFTE: r"vi ses för att",
    Act.EGET_VAL: r"vill du börja",
    Act.LOV: r"är det okej att",
    Act.PAUS: r"\bpaus\b",
    Act.STAMMER_DET: r"stämmer det",
    Act.RAD: r"du borde|jag tycker att du ska",
    Act.IFRAGASATT: r"är det verkligen så",
    Act.BRADSKA: r"hinner vi inte",
    Act.VILL: r"själv vilja",
}


class SmallEar:
    """Hears by the reviewer a sentence at a time."""

    def __init__(self, reviewer: Reviewer) -> None:
        """Listen through a reviewer."""
        self._reviewer = reviewer

    def hear(self, text: str, *, name: str = "", companions: Sequence[str] = ()) -> Heard:
        """Return what an utterance was taken as."""
        del companions
        found = self._reviewer.review(text)
        parts = [self._reviewer.review(part) for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]
        kinds = tuple(part.kind for part in parts if part.kind is not None)
        clues = [
            Clue(act=act, words=said[0])
            for act, phrase in _PHRASES.items()
            if (said := re.search(phrase, text, re.IGNORECASE))
        ]
        if name and name.casefold() in text.casefold():
            clues.append(Clue(act=Act.NAMN, words=name))
        return Heard(
            text=text,
            kind=found.kind,
            likely=found.likely,
            second=found.second,
            certainty=found.certainty,
            kinds=kinds,
            ruta="" if found.ruta == OTHER else found.ruta,
            ruta_certainty=found.ruta_certainty,
            clues=tuple(clues),
            feedback=found.feedback,
            better=found.better,
            words=len(text.split()),
            questions=sum(kind in QUESTIONS for kind in kinds),
        )


@cache
def ear() -> SmallEar:
    """Return the ear over the shipped lexicon."""
    return SmallEar(Reviewer.from_data(TomlBank().lexicon()))


@cache
def bank() -> Bank:
    """Return the shipped bank."""
    return TomlBank().bank()
