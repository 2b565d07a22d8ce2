"""Answers to what is done to the person: a farewell, a wait, a choice given, a refusal, a promise, leave asked."""

import re

from gk_assistant.domain.personas import Layer, Occasion, Reply, Topic, Yielding
from gk_assistant.domain.rehearsals import Said
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.asking import FACTS
from gk_assistant.rehearsal.finding import Place
from gk_assistant.rehearsal.situation import Answer, Situation

REPLIES = {Reply.JA: Occasion.JA, Reply.NEJ: Occasion.NEJ, Reply.DELVIS: Occasion.KANSKE}

ASIDES = (
    (Act.SMAPRAT, Occasion.SMAPRAT),
    (Act.NULAGE, Occasion.NULAGE),
    (Act.OM_MIG, Occasion.OM_MIG),
    (Act.EGEN_FRAGA, Occasion.EGEN_FRAGA),
    (Act.VILL, Occasion.VILL),
    (Act.BEHOV, Occasion.BEHOV),
)
"""Questions that no topic holds, and the lines that answer them."""

CHOICE = re.compile(r"\b(?:rut\w+|börja|starta|först|vilken|väljer?|välj|ämne\w*|ordning)\b", re.IGNORECASE)
"""Words without which *du bestämmer* is no choice of a ruta."""

ALWAYS_ASIDE = frozenset((Act.EGEN_FRAGA,))
"""Those that are answered so even where a topic shares a word with them."""

CALLS = re.compile(
    r"\b(?:ringa?|kontakta|mejla|prata med|höra av (?:mig|oss)) (?:till )?(?:din|dina|ditt|henne|honom|dem)\b",
    re.IGNORECASE,
)
"""Leave to get in touch with somebody, which is a question on the person's contacts."""

LONG = 35
"""From so many words on an utterance is too long to be put over at one go (L)."""

_REFUSED = frozenset((Act.MORALISERAR, Act.IFRAGASATT))


def leaving(here: Situation) -> Answer | None:
    """A farewell gets one."""
    heard = here.read.heard
    if not heard.does(Act.HEJDA) or heard.asks:
        return None
    return here.at(here.voice.occasion(Occasion.HEJDA))


def silence(here: Situation) -> Answer | None:
    """A wait brings the next thing on the topic, or a word on the silence itself."""
    if not here.read.heard.does(Act.TYST):
        return None
    if here.shut or here.memory.silences:
        return here.at(here.voice.occasion(Occasion.TYSTNAD))
    more = here.more(here.layers(Kind.OPPEN))
    if more is None:
        return here.at(here.voice.occasion(Occasion.TYSTNAD))
    return here.at((here.voice.told(more),), more.topic)


def greeting(here: Situation) -> Answer | None:
    """A greeting, the purpose and the choice of a ruta, each answered where it is given."""
    heard = here.read.heard
    purpose = heard.does(Act.SYFTE) and not any("rader/syfte/" in line for line in here.memory.said)
    greets = heard.does(Act.HALSNING) and not any("rader/halsning/" in line for line in here.memory.said[-6:])
    said: tuple[Said, ...] = ()
    if greets:
        said = here.voice.occasion(Occasion.HALSNING)
    if purpose and not (heard.asks and heard.does(Act.EGET_VAL)):
        said = (*said, *here.voice.fresh(Occasion.SYFTE))
    if heard.does(Act.EGET_VAL) and CHOICE.search(heard.text):
        return _chooses(here, said)
    asks = heard.questions > 0 and (
        here.read.asks or here.read.place is not None or heard.does(*(act for act, _ in ASIDES))
    )
    return here.at(said) if said and not asks else None


def _chooses(here: Situation, before: tuple[Said, ...]) -> Answer:
    """Choose a ruta: the first time by the line of the file, later one that nobody has been in."""
    line = here.voice.fresh(Occasion.VALJ_RUTA)
    ruta = _ruta_in(here, line[0].text) if line else ""
    if line:
        return here.at((*before, *line), ruta=ruta)
    return here.at((*before, *here.voice.occasion(Occasion.VET_INTE, Occasion.KANSKE)))


def _ruta_in(here: Situation, text: str) -> str:
    low = text.lower()
    return next((ruta for title, ruta in here.finder.titles if title in low), "")


def shut_off(here: Situation) -> Answer | None:
    """Below the limit only short answers come, the truth of a closed question among them."""
    heard = here.read.heard
    if not here.shut:
        return None
    if heard.kind is Kind.SLUTEN and here.read.place is not None and not here.read.asks:
        known = here.finder.closed(here.read.places, here.read.focus)
        if known is not None:
            return here.at(here.voice.occasion(REPLIES[known[0].reply]), known[1])
    if heard.does(Act.PAUS):
        return here.at(here.voice.occasion(Occasion.PAUS))
    if here.warmed > 0 and (ajar := _ajar(here)):
        return ajar
    return here.at(here.voice.occasion(Occasion.STANGD), here.topic)


def _ajar(here: Situation) -> Answer | None:
    """Who is shut but was met well just now says a little: a yes to what was mirrored, what is said at once."""
    heard = here.read.heard
    if not heard.asks:
        return (
            here.at(here.voice.occasion(Occasion.FORSTADD), here.current)
            if heard.does(Act.EMPATI) or heard.has(Kind.REFLEKTION)
            else None
        )
    if heard.has(Kind.OPPEN) and here.topic is not None:
        outer = next((line for line in here.topic.of(Layer.GENAST) if line.id not in here.memory.said), None)
        if outer is not None:
            return here.at((here.voice.of_topic(outer, here.topic.id, Layer.GENAST),), here.topic)
    return None


def refusal(here: Situation) -> Answer | None:
    """Whoever moralises or doubts is stood against, or met with a shut door, by the person's way."""
    if not here.read.heard.does(*_REFUSED):
        return None
    yields = here.persona.voice.leading is Yielding.GER_EFTER
    first, then = (Occasion.STANGD, Occasion.STAR_EMOT) if yields else (Occasion.STAR_EMOT, Occasion.STANGD)
    return here.at(here.voice.fresh(first) or here.voice.occasion(then, first))


def past_me(here: Situation) -> Answer | None:
    """Whoever talks past the person gets the companion's answer, and the person's after it, if any."""
    heard = here.read.heard
    if heard.does(Act.FORBI_PERSONEN) and here.persona.companions:
        found = here.interjection(
            here.read.place.topic.id if here.read.place is not None else here.memory.topic, force=True
        )
        if found:
            return here.at(found, here.read.place.topic if here.read.place is not None else None)
        return here.at(here.voice.occasion(Occasion.STANGD))
    return None


def too_long(here: Situation) -> Answer | None:
    """Somebody who puts words over, or helps, asks for shorter sentences when there were too many at a time."""
    if here.read.heard.words < LONG:
        return None
    found = here.interjection("", force=True)
    return here.at(found, here.current) if found else None


def kept_word(here: Situation) -> Answer | None:
    """A promise given, kept or broken, and a break offered."""
    heard = here.read.heard
    if heard.asks:
        return None
    if heard.does(Act.LOFTE_HALLET):
        return here.at(here.voice.occasion(Occasion.BEKRAFTAD, Occasion.TACK))
    if heard.does(Act.LOFTE_BRUTET):
        return here.at(here.voice.occasion(Occasion.STANGD))
    if heard.does(Act.LOFTE):
        return here.at(here.voice.occasion(Occasion.LOFTE))
    if heard.does(Act.PAUS):
        return here.at(here.voice.occasion(Occasion.PAUS))
    return None


def leave(here: Situation) -> Answer | None:
    """Leave is given where the person is open enough: a third of the way from shut to trust."""
    heard = here.read.heard
    if heard.does(Act.PAUS) and not here.read.asks:
        return here.at(here.voice.occasion(Occasion.PAUS))
    if not heard.does(Act.LOV) or CALLS.search(heard.text):
        return None
    limits = here.persona.openness
    topic = _sensitive(here)
    if here.openness < limits.shut + (limits.trust - limits.shut) // 3:
        return here.at(here.voice.occasion(Occasion.LOV_NEJ), topic)
    said = here.voice.occasion(Occasion.LOV_JA)
    asks_at_once = heard.questions > 1 or (heard.has(Kind.OPPEN) and topic is not None)
    if topic is not None and asks_at_once:
        deep = here.finder.candidates(
            (Place(topic=topic, score=1.0, direct=True),), heard, here.memory, (Layer.LOV, Layer.OPPET)
        )
        deep.sort(key=lambda one: one.layer is not Layer.LOV)
        said = (*said, *(here.voice.told(one) for one in deep[:1]))
    return here.at(said, topic)


def _sensitive(here: Situation) -> Topic | None:
    """Return the topic that leave is asked for: one with a layer of its own for it before any other."""
    behind = next((place.topic for place in here.read.places if place.topic.of(Layer.LOV)), None)
    return behind or (here.read.place.topic if here.read.place is not None else None)


def cue(here: Situation) -> Answer | None:
    """Something said in passing that was taken up opens a line of its own."""
    if here.read.cue is None or here.shut or here.read.heard.does(Act.STAMMER_DET):
        return None
    if FACTS & set(here.read.asks):
        return None
    line = next((line for line in here.read.cue.lines if line.id not in here.memory.said), None)
    if line is None:
        return None
    topic = here.persona.topic(here.read.cue.leads_to)
    return here.at((here.voice.of_topic(line, topic.id, None),), topic)
