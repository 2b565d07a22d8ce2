"""What the person answers, decided in a fixed order: first what is done to it, then what is asked, then what is said.

Nothing is made up: every word stands in the persona's file. Which layers may be heard: *genast* always, *oppet* on an
open question, a reflection or a wait, *tillit* from the persona's own limit on, *lov* when leave was asked and given.
"""

from collections.abc import Callable
from typing import Final

from gk_assistant.domain.personas import Occasion
from gk_assistant.rehearsal.answering_asked import advice, aside, pressed, question, too_many, trappa
from gk_assistant.rehearsal.answering_deeds import (
    cue,
    greeting,
    kept_word,
    leave,
    leaving,
    past_me,
    refusal,
    shut_off,
    silence,
)
from gk_assistant.rehearsal.answering_told import statement, summed_up
from gk_assistant.rehearsal.situation import Answer, Situation
from gk_assistant.rehearsal.stems import stems

MOVES: Final[tuple[Callable[[Situation], Answer | None], ...]] = (
    leaving,
    silence,
    greeting,
    shut_off,
    refusal,
    past_me,
    kept_word,
    leave,
    cue,
    trappa,
    aside,
    summed_up,
    pressed,
    advice,
    too_many,
    question,
    statement,
)
"""The first that has something to say is the answer."""


def answer(here: Situation) -> Answer:
    """Return the answer; there always is one."""
    for move in () if here.read.strange else MOVES:
        found = move(here)
        if found is not None and found.said:
            return found
    return _puzzled(here)


def _puzzled(here: Situation) -> Answer:
    """Nothing fits: the person asks what was meant; asked the same way again, it has no answer."""
    heard = here.read.heard
    known = heard.asks and heard.kind is not None and len(stems(heard.text)) > 0
    if known and here.memory.puzzled:
        return Answer(said=here.voice.occasion(Occasion.VET_INTE), understood=False)
    return Answer(said=here.voice.occasion(Occasion.FORSTAR_INTE), understood=False)
