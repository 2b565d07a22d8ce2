"""Answers to what no topic holds: the trappa, who one is, how it feels now, what one wants and needs."""

import re

from gk_assistant.domain.personas import Asks, Occasion
from gk_assistant.domain.rehearsals import Part, Said, Speaker
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.answering_deeds import ALWAYS_ASIDE, ASIDES
from gk_assistant.rehearsal.situation import Answer, Situation
from gk_assistant.rehearsal.stems import stems

SURE_TOPIC = 2.6
"""From this score on a topic is what was asked for, whatever else the question may be."""

FIRST_TURNS = 4
"""In the first turns small talk is small talk, whatever ruta its words may belong to."""

LONG_TOLD = 4
"""Where so many words tell of an aside it is one, whatever topic shares a word with them."""

BESIDE = re.compile(r"\bmed dig\b|\bföljer med\b|\bi sällskap\b|\bbredvid dig\b", re.IGNORECASE)

NAME = re.compile(r"\bvad heter du\b|\bkallar? dig\b|\bditt namn\b", re.IGNORECASE)

AGE = re.compile(r"\bhur gammal är du\b|\bhur gamla? blir du\b|\bvilket år är du född\b", re.IGNORECASE)


def trappa(here: Situation) -> Answer | None:
    """The first placement comes first; the later when asked to think again, or when there is trust."""
    heard = here.read.heard
    again = heard.does(Act.EFTERTANKE) and here.memory.placed > 0
    if not (heard.does(Act.TRAPPAN) and heard.asks) and not again:
        return None
    later = (here.memory.placed > 0 and (again or here.trusts)) or here.memory.placed > 1
    own = here.persona.later_placement if later else here.persona.first_placement
    line = "trappa/efter" if later else "trappa/forst"
    if line in here.memory.said:
        return here.at(here.voice.occasion(Occasion.UPPREPNING))
    return here.at((Said(by=Speaker.DELTAGARE, text=own.words, line=line),))


def _who(here: Situation) -> tuple[Said, ...]:
    """Return the answer to who somebody is by name or age: what stands at the top of the file."""
    text = here.read.heard.text
    if here.persona.companions and Asks.VEM in here.read.asks and BESIDE.search(text):
        names = " och ".join(one.name for one in here.persona.companions)
        return (Said(by=Speaker.DELTAGARE, text=f"{names[:1].upper()}{names[1:]}.", line="med"),)
    if NAME.search(text):
        return (Said(by=Speaker.DELTAGARE, text=f"{here.persona.name}.", line="namn"),)
    if AGE.search(text):
        return (Said(by=Speaker.DELTAGARE, text=f"{here.persona.age} år.", line="alder"),)
    return ()


def aside(here: Situation) -> Answer | None:
    """A question that no topic holds: how it feels now, what one wants, how old one is."""
    heard = here.read.heard
    own = _who(here)
    if own:
        return here.at(own)
    direct = (
        here.read.place is not None
        and here.read.place.direct
        and here.read.place.score >= SURE_TOPIC
        and not here.read.elliptic
    )
    asked = here.read.focus if heard.asks else heard
    for act, occasion in ASIDES:
        alone = not stems(heard.text) - stems(heard.told_by(act))
        alone = alone or len(heard.told_by(act).split()) >= LONG_TOLD
        early = alone or (act is Act.SMAPRAT and here.memory.number < FIRST_TURNS)
        if not asked.does(act) or (direct and not early and act not in ALWAYS_ASIDE):
            continue
        if act is Act.VILL and here.memory.part is Part.GK2 and "plan/mal" not in here.memory.said:
            goal = here.persona.plan.goal
            return here.at((Said(by=Speaker.DELTAGARE, text=goal, line="plan/mal"),))
        said = here.voice.fresh(occasion) or (here.voice.occasion(occasion) if here.read.place is None else ())
        if said:
            return here.at(said)
    if heard.does(Act.TACK) and not heard.asks and not heard.has(Kind.BEKRAFTELSE, Kind.REFLEKTION):
        return here.at(here.voice.occasion(Occasion.TACK))
    return None
