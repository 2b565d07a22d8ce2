"""What the person answers, decided in a fixed order: first what is done to it, then what is asked, then what is said.

Nothing is made up: every word stands in the persona's file. Which layers may be heard: *genast* always, *oppet* on an
open question, a reflection or a wait, *tillit* from the persona's own limit on, *lov* when leave was asked and given.
"""

from collections.abc import Callable
from typing import Final

from gk_assistant.domain.personas import Occasion
from gk_assistant.domain.utterances import Act
from gk_assistant.rehearsal.answering_asides import aside, trappa
from gk_assistant.rehearsal.answering_asked import question
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
    too_long,
)
from gk_assistant.rehearsal.answering_pressed import advice, pressed, too_many
from gk_assistant.rehearsal.answering_told import statement, summed_up
from gk_assistant.rehearsal.situation import Answer, Situation
from gk_assistant.rehearsal.stems import has_small_words

MOVES: Final[tuple[Callable[[Situation], Answer | None], ...]] = (
    leaving,
    silence,
    greeting,
    shut_off,
    refusal,
    past_me,
    too_long,
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

SURE = 0.6
"""From this certainty of its kind on a question counts as understood, though nobody has an answer to it."""


def answer(here: Situation) -> Answer:
    """Return the answer; there always is one."""
    for move in () if here.read.strange else MOVES:
        found = move(here)
        if found is not None and found.said:
            return found
    return _puzzled(here)


def _puzzled(here: Situation) -> Answer:
    """Nothing fits: what only was said is taken note of, a plain question gets "I don't know", the rest "what?"."""
    heard = here.read.heard
    if heard.does(Act.EMPATI):
        return here.at(here.voice.occasion(Occasion.FORSTADD), here.current)
    if not heard.asks and not here.read.strange and has_small_words(heard.text):
        return here.at(here.voice.occasion(Occasion.UPPFATTAT))
    plain = heard.asks and not here.read.strange and heard.words > 1 and has_small_words(heard.text)
    occasion = (
        Occasion.VET_INTE if plain and (heard.certainty >= SURE or here.memory.puzzled) else Occasion.FORSTAR_INTE
    )
    return Answer(said=here.voice.occasion(occasion), understood=False)
