"""Answers to what is said without asking: a summary, an affirmation, a reflection, information, a small word."""

import re

from gk_assistant.domain.personas import Layer, Occasion
from gk_assistant.domain.utterances import Act, Heard, Kind
from gk_assistant.rehearsal.answering_asides import SURE_TOPIC
from gk_assistant.rehearsal.answering_asked import of_ruta, open_answer
from gk_assistant.rehearsal.situation import Answer, Situation
from gk_assistant.rehearsal.stems import begins_any, stems

_FEW = 2
CONFIRMS = re.compile(r"\W*så (?:det|du|ni|han|hon|de) \w+[^?]*\?\s*$", re.IGNORECASE)
RETELLS = re.compile(r"\W*(?:så |och |men |då )?(?:du|det)\b", re.IGNORECASE)


def summed_up(here: Situation) -> Answer | None:
    """A summary, or a reflection that is checked back, is weighed against what was told."""
    heard = here.read.heard
    checked = heard.does(Act.STAMMER_DET) and heard.has(Kind.REFLEKTION)
    if CONFIRMS.match(heard.text) and not here.read.asks and here.current is not None and not heard.does(Act.RAD):
        return here.at(here.voice.occasion(Occasion.FORSTADD), here.current)
    if (here.read.kind is not Kind.SAMMANFATTNING and not checked) or (
        here.read.asks and not heard.does(Act.STAMMER_DET)
    ):
        return None
    return here.at(here.voice.occasion(Occasion.SAMMANFATTAD, Occasion.FORSTADD), here.current)


def statement(here: Situation) -> Answer | None:
    """What is said without asking, by what it does."""
    heard = here.read.heard
    if heard.asks:
        return None
    if heard.does(Act.SVARA_ORD):
        return here.at(here.voice.occasion(Occasion.SVART_ORD))
    if heard.has(Kind.BEKRAFTELSE):
        return here.at(here.voice.occasion(Occasion.BEKRAFTAD), here.current)
    if heard.has(Kind.REFLEKTION) or heard.does(Act.EMPATI) or _retells(heard):
        return _mirrored(here)
    if heard.does(Act.ANNAN_RUTA) and heard.ruta:
        return of_ruta(here)
    return _informed(here)


def _informed(here: Situation) -> Answer | None:
    """Information is taken note of; a small word after an answer makes the person go on."""
    heard = here.read.heard
    if heard.does(Act.FORKLARAR) and here.topic is not None:
        return open_answer(here)
    if heard.words <= _FEW and heard.kind is None and here.memory.answer:
        more = here.more((Layer.GENAST, Layer.OPPET))
        if more is not None and not here.memory.silences:
            return here.at((here.voice.told(more),), more.topic)
        return here.at(here.voice.occasion(Occasion.TYSTNAD))
    if heard.kind is not None or heard.likely is Kind.INFORMATION:
        return here.at(here.voice.occasion(Occasion.UPPFATTAT))
    return None


def _retells(heard: Heard) -> bool:
    """Tell whether an utterance of no sure kind speaks of the person all the same: *du ligger vaken*."""
    return heard.kind is None and heard.words > _FEW and RETELLS.match(heard.text) is not None


def _mirrored(here: Situation) -> Answer:
    """A reflection that hits gets a yes and the next thing on the topic; one on what was never said, a no."""
    if _misses(here):
        return here.at(here.voice.occasion(Occasion.MISSFORSTADD))
    said = here.voice.occasion(Occasion.FORSTADD)
    more = here.more(here.layers(Kind.REFLEKTION, here.current), here.read)
    if more is None:
        return here.at(said, here.current)
    return here.at((*said, here.voice.told(more, pause=False)), more.topic)


def _misses(here: Situation) -> bool:
    """Tell whether a reflection is on a topic that the person has said nothing of."""
    place = here.place
    if place is None or not place.direct or place.score < SURE_TOPIC or here.read.heard.does(Act.EMPATI):
        return False
    told = place.topic.id == here.memory.topic or here.memory.told_of(place.topic.id)
    return not told and not begins_any(here.read.heard.text, tuple(stems(here.memory.answer)))
