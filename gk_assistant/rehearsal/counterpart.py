"""The counterpart: hears, is moved, answers, remembers. Pure: the same seed and the same words give the same talk."""

from collections.abc import Iterable
from functools import reduce
from random import Random

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.personas import Occasion, Persona
from gk_assistant.domain.rehearsals import Cued, CueSeen, Part, Said, Setting, Turn
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.answering import answer as answer_in
from gk_assistant.rehearsal.belonging import in_this_talk
from gk_assistant.rehearsal.finding import Finder
from gk_assistant.rehearsal.memory import Memory, come_again, cue_given, fresh_memory, remember
from gk_assistant.rehearsal.movement import moved, stirs
from gk_assistant.rehearsal.ports import Hearer
from gk_assistant.rehearsal.reading import Read, Reader, is_early
from gk_assistant.rehearsal.situation import Answer, Situation
from gk_assistant.rehearsal.speaking import Voicing

REMINDS_AFTER = 7
"""So many turns after a promise the person asks how it went (L)."""

MOST_REMINDERS = 2
OWN_QUESTION_EVERY = 7
MOST_OWN_QUESTIONS = 2
_NO_ADDING = (Kind.SAMMANFATTNING, Kind.FLERFRAGA, Kind.LEDANDE)


class Counterpart:
    """One fictive deltagare across the table."""

    def __init__(self, persona: Persona, hearer: Hearer, bank: Bank, setting: Setting) -> None:
        """Sit down."""
        self._persona = persona
        self._hearer = hearer
        self._setting = setting
        self._finder = Finder(persona, bank, hearer)
        self._reader = Reader(persona, self._finder)
        self._companions = tuple(companion.name for companion in persona.companions)

    def come_again(self, memory: Memory) -> Memory:
        """Return the memory as the person comes to GK2."""
        return come_again(memory)

    def remember(self, memory: Memory, turn: Turn) -> Memory:
        """Return the memory after a turn."""
        return remember(memory, turn, self._persona)

    def remember_all(self, turns: Iterable[Turn]) -> Memory:
        """Return the memory after all these turns, from the beginning."""
        return reduce(self.remember, turns, fresh_memory(self._persona))

    def answer(self, memory: Memory, text: str, *, part: Part, number: int, seconds: float) -> Turn:
        """Return the turn that an utterance makes; never raises for any text."""
        heard = self._hearer.hear(text, name=self._persona.name, companions=self._companions)
        heard = in_this_talk(heard, self._finder, self._companions)
        read = self._reader.read(heard, memory, difficulty_early=is_early(memory, self._persona))
        rules, difficulty = self._persona.openness, self._setting.difficulty
        found = () if read.strange else stirs(heard, memory, rules, read.around, difficulty)
        openness = moved(memory.openness, found)
        chance = Random(f"{self._setting.seed}/{self._persona.id}/{number}")  # noqa: S311  # a talk, no secret
        here = Situation(
            persona=self._persona,
            finder=self._finder,
            memory=memory,
            voice=Voicing(self._persona, memory, chance),
            read=read,
            openness=openness,
        )
        answer = answer_in(here)
        said = (*answer.said, *self._own_word(memory, read, answer, number, openness, chance))
        said_ids = tuple(one.line for one in said if one.topic and one.line and one.line not in memory.said)
        return Turn(
            number=number,
            part=part,
            heard=heard,
            said=said,
            seconds=seconds,
            openness=openness,
            stirs=found,
            topic=answer.topic,
            ruta=answer.ruta or heard.ruta,
            fresh=said_ids,
            cues=self._cues(memory, read, said),
            understood=answer.understood,
        )

    def _own_word(  # noqa: PLR0913, PLR0917  # all that it hangs on
        self, memory: Memory, read: Read, answer: Answer, number: int, openness: int, chance: Random
    ) -> tuple[Said, ...]:
        """Return what the person adds of itself: a reminder of a promise, or a question of its own now and then."""
        heard = read.heard
        quiet = heard.has(*_NO_ADDING) or heard.does(Act.HEJDA, Act.LOV, Act.TYST) or not answer.understood
        if quiet or openness < self._persona.openness.shut:
            return ()
        voice = Voicing(self._persona, memory, chance)
        waited = memory.promises and number - memory.promises[0] >= REMINDS_AFTER * (memory.reminded + 1)
        again = memory.promises and memory.part is Part.GK2 and heard.does(Act.HALSNING)
        if (waited or again) and memory.reminded < MOST_REMINDERS and not heard.does(Act.LOFTE, Act.LOFTE_HALLET):
            return voice.fresh(Occasion.LOFTE_PAMINNER)
        asked = sum(line.startswith(f"rader/{Occasion.EGEN_FRAGA}/") for line in memory.said)
        due = number >= OWN_QUESTION_EVERY * (asked + 1) and asked < MOST_OWN_QUESTIONS and not answer.topic
        if due and openness >= self._persona.openness.start and not heard.does(Act.EGEN_FRAGA):
            return voice.fresh(Occasion.EGEN_FRAGA)
        return ()

    def _cues(self, memory: Memory, read: Read, said: tuple[Said, ...]) -> tuple[CueSeen, ...]:
        known = {cue.id: cue for cue in self._persona.cues}
        rows = [
            *((read.cue.id, Cued.TAGEN) for _ in (0,) if read.cue is not None),
            *((cue.id, Cued.FORBI) for cue in read.passed),
            *((name, Cued.GIVEN) for name in cue_given(self._persona, said, memory)),
        ]
        return tuple(
            CueSeen(cue=name, words=known[name].phrase, became=became, why=known[name].why) for name, became in rows
        )
