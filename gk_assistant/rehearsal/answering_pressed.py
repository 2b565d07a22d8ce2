"""Answers to what presses: a leading question, an advice, too many questions at once."""

from gk_assistant.domain.personas import Occasion, Yielding
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.situation import Answer, Situation
from gk_assistant.rehearsal.stems import stems

MANY = 3
"""From so many questions in one utterance on, the person asks for one at a time (L)."""


def pressed(here: Situation) -> Answer | None:
    """A leading question: go along or stand against, by the person's way and by how open it is.

    Who has stood against it twice gives up, and who goes along otherwise dares to stand against it once there is trust.
    """
    heard = here.read.heard
    if here.read.kind is not Kind.LEDANDE or heard.does(Act.RAD) or not here.read.around.presses:
        return None
    way, limits = here.persona.voice.leading, here.persona.openness
    stands = way is Yielding.STAR_EMOT or (way is Yielding.BEROR_PA and here.openness >= limits.start) or here.trusts
    if stands:
        said = here.voice.fresh(Occasion.STAR_EMOT) or here.voice.occasion(Occasion.GER_EFTER)
        return here.at(said, here.topic)
    return here.at(here.voice.occasion(Occasion.GER_EFTER), here.topic)


def advice(here: Situation) -> Answer | None:
    """A solution too early is met as the person meets such; one in time by what a good plan would hold."""
    heard = here.read.heard
    if not heard.does(Act.RAD) or here.read.asks:
        return None
    if here.read.around.early:
        return here.at(here.voice.occasion(Occasion.TIDIGT_RAD))
    plan, asked = here.persona.plan, stems(heard.text)
    against = max((len(asked & stems(text)) for text in plan.avoid), default=0)
    good = max((len(asked & stems(text)) for text in (*plan.needs, *(step.what for step in plan.steps))), default=0)
    if against > good:
        return here.at(here.voice.occasion(Occasion.STAR_EMOT))
    return here.at(here.voice.occasion(Occasion.JA if good else Occasion.KANSKE))


def too_many(here: Situation) -> Answer | None:
    """Several questions at once are too many, as long as there are words for saying so."""
    heard = here.read.heard
    if heard.kind is not Kind.FLERFRAGA or heard.questions < MANY or here.read.cue is not None:
        return None
    topic = here.read.place.topic if here.read.place is not None else None
    said = here.voice.fresh(Occasion.FLERA_FRAGOR)
    return here.at(said, topic) if said else None
