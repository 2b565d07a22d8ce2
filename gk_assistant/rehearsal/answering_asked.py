"""Answers to what is asked of a topic: a plain fact, yes or no, or the line that fits best of what may be heard."""

import re
from dataclasses import replace

from gk_assistant.domain.personas import Asks, Layer, Length, Occasion, Topic
from gk_assistant.domain.rehearsals import Said, Speaker
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.answering_deeds import REPLIES
from gk_assistant.rehearsal.asking import FACTS
from gk_assistant.rehearsal.finding import Candidate, gives_a_fact
from gk_assistant.rehearsal.situation import Answer, Situation

OVERLAP = 0.55
"""From so much in common with the question a line answers it by its words."""

REASON = re.compile(
    r"\b(?:för att|eftersom|därför|för (?:jag|det|de|han|hon)|beror|så (?:jag|det|att))\b", re.IGNORECASE
)

_LONGEST_PAIR = 230
_YES_OR_NO = (Kind.SLUTEN, Kind.LEDANDE, Kind.FLERFRAGA, None)


def question(here: Situation) -> Answer | None:
    """A question on a topic, or on a ruta that surely is meant."""
    heard = here.read.heard
    if not heard.asks and not heard.does(Act.MER):
        return None
    if here.topic is None:
        return of_ruta(here)
    before = _before_answering(here, here.topic)
    if before:
        return here.at(before, here.topic)
    put_in = () if here.read.danger else here.interjection(here.topic.id)
    if any(said.by is Speaker.DELTAGARE for said in put_in) and not here.interpreted:
        return here.at(put_in, here.topic)
    found = _answered(here)
    return replace(found, said=(*put_in, *found.said))


def _answered(here: Situation) -> Answer:
    """A fact for a question for one, a yes or no for a closed question, else the line that fits best."""
    heard = here.read.heard
    if FACTS & set(here.read.asks):
        return _fact(here)
    yes_or_no = (
        here.read.kind in _YES_OR_NO and not here.read.asks and not here.read.elliptic and not heard.does(Act.MER)
    )
    return _closed(here) if yes_or_no else open_answer(here)


def _before_answering(here: Situation, topic: Topic) -> tuple[Said, ...]:
    """Return what is said instead of an answer: no leave was asked, it is the same again, a word is too hard."""
    if here.read.around.without_leave:
        told_off = here.voice.fresh(Occasion.UTAN_LOV)
        return (*told_off, *_outer(here, topic)) if told_off else here.voice.deflection()
    if here.read.around.repeated and here.memory.told_of(topic.id):
        again = here.voice.fresh(Occasion.UPPREPNING)
        if again:
            return again
    return here.voice.fresh(Occasion.SVART_ORD) if here.read.heard.does(Act.SVARA_ORD) else ()


def _outer(here: Situation, topic: Topic) -> tuple[Said, ...]:
    """Return what the person says at once on a topic, where it is open enough for that."""
    if here.openness < here.persona.openness.start:
        return ()
    line = next((line for line in topic.of(Layer.GENAST) if line.id not in here.memory.said), None)
    return (here.voice.of_topic(line, topic.id, Layer.GENAST, pause=False),) if line is not None else ()


def _closed(here: Situation) -> Answer:
    """A closed question gets a true and short answer, and more when there is trust."""
    heard, place = here.read.focus, here.read.places[0]
    known = here.finder.closed(here.read.places, heard)
    layers = here.layers(Kind.SLUTEN, place.topic, danger=here.read.danger)
    lines = here.finder.candidates(here.read.places, heard, here.memory, layers)
    if known is not None:
        answer, topic = known
        fresh = answer.line.id not in here.memory.said
        said = (
            (here.voice.of_topic(answer.line, topic.id, None, pause=False),)
            if fresh
            else here.voice.occasion(REPLIES[answer.reply])
        )
        if here.read.danger or here.trusts:
            said = (*said, *_volunteered(here, lines, topic, danger=here.read.danger))
        return here.at(said, topic)
    worded = next((one for one in lines if one.overlap >= OVERLAP), None)
    if worded is not None:
        return here.at((here.voice.told(worded),), worded.topic)
    any_other = next((answer for answer in place.topic.closed if not answer.words), None)
    if place.direct and any_other is not None and any_other.line.id not in here.memory.said:
        return here.at((here.voice.of_topic(any_other.line, place.topic.id, None),), place.topic)
    outer = next((one for one in lines if place.direct and one.layer is Layer.GENAST), None)
    if outer is not None:
        return here.at((here.voice.told(outer),), outer.topic)
    return here.at(here.voice.occasion(Occasion.VET_INTE), place.topic)


def _fact(here: Situation) -> Answer:
    """A question for a time, a number or a name gets a line that holds one; else the person does not know."""
    focus, places = here.read.focus, here.read.places
    layers = here.layers(Kind.SLUTEN, places[0].topic, danger=here.read.danger)
    lines = here.finder.candidates(places, focus, here.memory, layers, here.read.asks)
    behind = next((one for one in lines if one.layer is Layer.LOV), None)
    if behind is not None:
        return here.at((here.voice.told(behind),), behind.topic)
    plain = (one for one in lines if f"/svar_{here.read.asks[0]}/" in one.line.id)
    told = (one for one in lines if one.layer is None or one.overlap >= OVERLAP)
    given = (one for one in told if gives_a_fact(focus.text, one.line.text))
    fact = next(plain, None) or next(given, None)
    if fact is not None:
        return here.at((here.voice.told(fact),), fact.topic)
    again = _asked_again(here, places[0].topic)
    if again:
        return here.at(again, places[0].topic)
    known = here.finder.closed(places, focus)
    if known is not None and gives_a_fact(focus.text, known[0].line.text) and known[0].line.id not in here.memory.said:
        return here.at((here.voice.of_topic(known[0].line, known[1].id, None),), known[1])
    loose = next((one for one in lines if places[0].direct and gives_a_fact(focus.text, one.line.text)), None)
    if loose is not None:
        return here.at((here.voice.told(loose),), loose.topic)
    return here.at(here.voice.occasion(Occasion.VET_INTE), here.topic)


def _volunteered(here: Situation, lines: list[Candidate], topic: Topic, *, danger: bool) -> tuple[Said, ...]:
    of_it = [one for one in lines if one.topic is topic and one.layer is not Layer.GENAST]
    if danger:
        of_it.sort(key=lambda one: one.layer is not Layer.LOV)
    return tuple(here.voice.told(one, pause=False) for one in of_it[:1])


def open_answer(here: Situation) -> Answer:
    """Answer openly: the line that fits best of the layers that may be heard, and one more where there is room."""
    place = here.read.places[0]
    layers = here.layers(Kind.OPPEN, place.topic, danger=here.read.danger)
    lines = here.finder.candidates(here.read.places, here.read.focus, here.memory, layers, here.read.asks)
    if not lines:
        return here.at(_no_more(here, place.topic), place.topic)
    first = lines[0]
    instead = _asked_again(here, first.topic) or _no_reason(here, first)
    if instead:
        return here.at(instead, first.topic)
    if here.read.danger or (first.topic.of(Layer.LOV) and Layer.LOV in layers):
        first = next((one for one in lines if one.layer is Layer.LOV), first)
    said = (here.voice.told(first),)
    return here.at((*said, *_second(here, first, lines)), first.topic)


def _asked_again(here: Situation, topic: Topic) -> tuple[Said, ...]:
    """Return what is said when the very thing asked for has been told: that it has been."""
    known = topic.facts.get(here.read.asks[0], ()) if here.read.asks else ()
    if here.finder.besides(topic, here.read.focus) or not FACTS & set(here.read.asks[:1]):
        return ()
    if known and all(line.id in here.memory.said for line in known) and not here.read.elliptic:
        return here.voice.fresh(Occasion.UPPREPNING)
    return ()


def _no_reason(here: Situation, best: Candidate) -> tuple[Said, ...]:
    """Return what is said when a reason is asked for and no line gives one."""
    if Asks.VARFOR not in here.read.asks[:1] or best.layer is None or best.overlap >= OVERLAP:
        return ()
    return () if REASON.search(best.line.text) else here.voice.fresh(Occasion.VET_INTE)


def _no_more(here: Situation, topic: Topic) -> tuple[Said, ...]:
    """Return what is said when nothing is left: an evasion where there is more behind trust or leave, else the end."""
    behind = any(line.id not in here.memory.said for layer in (Layer.TILLIT, Layer.LOV) for line in topic.of(layer))
    evades = here.voice.deflection(fresh=True) if behind else ()
    return evades or here.voice.occasion(Occasion.INGET_MER)


def _second(here: Situation, first: Candidate, lines: list[Candidate]) -> tuple[Said, ...]:
    """Return a line more: what lies deeper once there is trust, else one where the person talks at length.

    Never past what can be taken in, and none after a plain fact or what lay deep.
    """
    room = _LONGEST_PAIR - len(first.line.text)
    more = [one for one in lines if one is not first and one.topic is first.topic and len(one.line.text) <= room]
    deep = next((one for one in more if one.layer is Layer.TILLIT), None)
    if here.trusts and deep is not None and first.layer in (None, Layer.GENAST, Layer.OPPET):
        return (here.voice.told(deep, pause=False),)
    length = here.persona.voice.length
    wants = length is Length.LANG or (length is Length.MEDEL and here.openness >= here.persona.openness.start)
    if not wants or first.layer in (None, Layer.TILLIT, Layer.LOV):
        return ()
    following = next((one for one in more if one.layer is Layer.OPPET), None)
    return (here.voice.told(following, pause=False),) if following is not None else ()


def of_ruta(here: Situation) -> Answer | None:
    """A question that names no topic of the person's but surely a ruta."""
    heard = here.read.heard
    places = tuple(here.finder.in_ruta(heard.ruta)) if heard.ruta and heard.ruta_certainty >= OVERLAP else ()
    if not places:
        return None
    if heard.kind is Kind.SLUTEN:
        return here.at(here.voice.occasion(Occasion.VET_INTE), places[0].topic)
    lines = here.finder.candidates(places, heard, here.memory, here.layers(Kind.OPPEN, places[0].topic))
    if not lines:
        return here.at(_no_more(here, places[0].topic), places[0].topic)
    return here.at((here.voice.told(lines[0]), *_second(here, lines[0], lines)), lines[0].topic)
