"""Where the talk stands when an answer is due: the person, its memory, what was said to it and how open it is then."""

from dataclasses import dataclass

from gk_assistant.domain.personas import Layer, Persona, Topic
from gk_assistant.domain.rehearsals import Said, Speaker
from gk_assistant.domain.utterances import Kind
from gk_assistant.rehearsal.finding import Candidate, Finder, Place
from gk_assistant.rehearsal.memory import ANY, Memory
from gk_assistant.rehearsal.reading import Read
from gk_assistant.rehearsal.speaking import Voicing
from gk_assistant.rehearsal.stems import stems

COMPANION_QUIET = 4
"""For so many turns a companion keeps quiet after the person was spoken to directly (L)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said, the topic and ruta the talk is at then, and whether the utterance was understood."""

    said: tuple[Said, ...]
    topic: str = ""
    ruta: str = ""
    understood: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything an answer rests on; ``openness`` is that after what was said."""

    persona: Persona
    finder: Finder
    memory: Memory
    voice: Voicing
    read: Read
    openness: int

    @property
    def shut(self) -> bool:
        """Whether only short answers come."""
        return self.openness < self.persona.openness.shut

    @property
    def warmed(self) -> int:
        """By how much what was said opened the person; below nought where it closed."""
        return self.openness - self.memory.openness

    @property
    def trusts(self) -> bool:
        """Whether the layer behind trust may be heard."""
        return self.openness >= self.persona.openness.trust

    @property
    def interpreted(self) -> bool:
        """Whether somebody in the room only puts the words over, and the answer still comes."""
        return any(one.role == "tolk" for one in self.persona.companions)

    @property
    def place(self) -> Place | None:
        """The likeliest topic."""
        return self.read.place

    @property
    def topic(self) -> Topic | None:
        """The likeliest topic itself."""
        return self.read.place.topic if self.read.place is not None else None

    @property
    def current(self) -> Topic | None:
        """The topic that is talked of already."""
        return self.persona.topic(self.memory.topic) if self.memory.topic else None

    @staticmethod
    def at(said: tuple[Said, ...], topic: Topic | None = None, *, ruta: str = "") -> Answer:
        """Return an answer that leaves the talk at a topic, or at a ruta."""
        return Answer(said=said, topic=topic.id if topic else "", ruta=topic.ruta if topic else ruta)

    def layers(self, kind: Kind, topic: Topic | None = None, *, danger: bool = False) -> tuple[Layer, ...]:
        """Return the layers that may be heard."""
        layers = [Layer.GENAST]
        if kind is not Kind.SLUTEN or self.openness >= self.persona.openness.start:
            layers.append(Layer.OPPET)
        if self.trusts:
            layers.append(Layer.TILLIT)
        given = self.memory.leave
        if topic is not None and (topic.id in given or ANY in given or danger):
            layers.append(Layer.LOV)
        return tuple(layers)

    def more(self, layers: tuple[Layer, ...], read: Read | None = None) -> Candidate | None:
        """Return the next thing to say on what is talked of, the innermost that may be heard first."""
        if not self.memory.topic:
            return None
        place = Place(topic=self.persona.topic(self.memory.topic), score=1.0, direct=False)
        heard = read.heard if read is not None else None
        lines = [
            one
            for layer in reversed(layers)
            for one in self.finder.unsaid(place, layer, self.memory)
            if layer is not Layer.GENAST
        ]
        if heard is not None:
            lines.sort(key=lambda one: -self.finder.overlap(stems(heard.text), one.line.text))
        return lines[0] if lines else None

    def interjection(self, topic: str, *, force: bool = False) -> tuple[Said, ...]:
        """Return what a companion puts in, and the person's word after it; none for a while when spoken to directly."""
        spoken_to = self.memory.addressed and self.memory.number - self.memory.addressed < COMPANION_QUIET
        if not self.persona.companions or (not force and (spoken_to or self.trusts)):
            return ()
        names = {one.id: one.name for one in self.persona.companions}
        of_topic = [one for one in self.persona.interjections if topic in one.topics]
        at_all = [one for one in self.persona.interjections if not one.topics] if force else []
        found = next((one for one in (*of_topic, *at_all) if one.line.id not in self.memory.said), None)
        if found is None:
            return ()
        said = Said(by=Speaker.MED, text=found.line.text, name=names.get(found.by, found.by), line=found.line.id)
        return (said, *self.voice.plain(found.echo))
