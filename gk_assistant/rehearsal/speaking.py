"""How a line is chosen and said: unsaid ones first, never the same twice in a row, with the person's own pauses."""

from collections.abc import Sequence
from random import Random

from gk_assistant.domain.personas import Layer, Line, Occasion, Persona
from gk_assistant.domain.rehearsals import Said, Speaker
from gk_assistant.rehearsal.finding import Candidate
from gk_assistant.rehearsal.memory import Memory
from gk_assistant.rehearsal.stems import stems

_TENTHS = 10
_LATELY = 4


class Voicing:
    """The voice of one persona in one turn; what it chooses hangs on the turn's own chance and on what was said."""

    def __init__(self, persona: Persona, memory: Memory, chance: Random) -> None:
        """Take the persona, what it remembers, and the turn's chance."""
        self._persona = persona
        self._memory = memory
        self._chance = chance

    def one_of(self, lines: Sequence[Line]) -> Line | None:
        """Return an unsaid line, by chance; when all are said, one that was not said lately, the longest ago first."""
        unsaid = [line for line in lines if line.id not in self._memory.said]
        if unsaid:
            return unsaid[self._chance.randrange(len(unsaid))]
        lately = self._memory.said[-_LATELY:]
        before = [line for line in lines if line.id not in lately]
        order = {line: at for at, line in enumerate(self._memory.said)}
        return min(before, key=lambda line: order[line.id], default=None)

    def fresh(self, occasion: Occasion, *, near: str = "") -> tuple[Said, ...]:
        """Return an unsaid line of an occasion, one that shares words with ``near`` first, none when all are said."""
        lines = [line for line in self._persona.says(occasion) if line.id not in self._memory.said]
        shared = [line for line in lines if stems(near) & stems(line.text)]
        lines = shared or lines
        return self.plain(self.one_of(lines)) if lines else ()

    def occasion(self, *occasions: Occasion) -> tuple[Said, ...]:
        """Return a line of the first occasion that has one to say."""
        for occasion in occasions:
            said = self.plain(self.one_of(self._persona.says(occasion)))
            if said:
                return said
        return ()

    def deflection(self, *, fresh: bool = False) -> tuple[Said, ...]:
        """Return what the person says to get away from a subject; ``fresh``: none when all has been said."""
        lines = self._persona.voice.deflections
        if fresh and all(line.id in self._memory.said for line in lines):
            return ()
        return self.plain(self.one_of(lines))

    @staticmethod
    def plain(line: Line | None) -> tuple[Said, ...]:
        """Return a line as it is."""
        return (Said(by=Speaker.DELTAGARE, text=line.text, line=line.id),) if line is not None else ()

    def told(self, candidate: Candidate, *, pause: bool = True) -> Said:
        """Return a line of a topic, now and then with a pause before it."""
        return self.of_topic(candidate.line, candidate.topic.id, candidate.layer, pause=pause)

    def of_topic(self, line: Line, topic: str, layer: Layer | None, *, pause: bool = True) -> Said:
        """Return a line of a topic, now and then with a pause before it."""
        before = self._pause() if pause and not line.text.startswith("(") else ""
        return Said(by=Speaker.DELTAGARE, text=f"{before}{line.text}", line=line.id, topic=topic, layer=layer)

    def _pause(self) -> str:
        voice = self._persona.voice
        if not voice.pauses or self._chance.randrange(_TENTHS) >= voice.silence:
            return ""
        pause = voice.pauses[self._chance.randrange(len(voice.pauses))]
        return f"{pause} "
