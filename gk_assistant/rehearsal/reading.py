"""What an utterance is to this person just now: the topic, a cue taken up, a question without leave, the same again."""

from collections.abc import Iterator
from dataclasses import dataclass

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.personas import Cue, Layer, Persona
from gk_assistant.domain.rehearsals import Part
from gk_assistant.domain.utterances import Act, Heard, Kind
from gk_assistant.language.topics import DANGER
from gk_assistant.rehearsal.finding import FOUND, NEAR, Finder, Place
from gk_assistant.rehearsal.memory import ANY, CUE_LASTS, Memory
from gk_assistant.rehearsal.movement import Around
from gk_assistant.rehearsal.stems import alike, begins_any, stems

_SAME = 0.75
_FEWEST = 2
_MILD = frozenset(
    (
        "maende",
        "oro",
        "stress",
        "insjuknande",
        "diagnos",
        "datid",
        "frisk",
        "lakare",
        "medicin",
        "terapi",
        "ork",
        "folk",
    )
)
"""Themes of a sensitive ruta that may be asked about in general without leave (L)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An utterance as this person takes it.

    ``places`` are the topics it may be about, the best first (empty: none). ``elliptic`` when it leans on what was
    said. ``cue`` is a cue that was taken up, ``passed`` those that were passed by with it. ``danger`` when it asks
    about suicide straight out, which is right, ``strange`` when no word of it is known.
    """

    heard: Heard
    places: tuple[Place, ...]
    elliptic: bool
    cue: Cue | None
    passed: tuple[Cue, ...]
    danger: bool
    strange: bool
    around: Around

    @property
    def place(self) -> Place | None:
        """The likeliest topic."""
        return self.places[0] if self.places else None


class Reader:
    """Reads utterances for one persona."""

    def __init__(self, persona: Persona, bank: Bank, finder: Finder) -> None:
        """Take what is needed."""
        self._persona = persona
        self._finder = finder
        self._sensitive = {member for ruta in bank.rutor if ruta.sensitive for member in ruta.members}
        self._cues = {cue.id: cue for cue in persona.cues}

    def read(self, heard: Heard, memory: Memory, *, difficulty_early: bool) -> Read:
        """Return what an utterance is; ``difficulty_early`` says whether a solution would come too early."""
        found = self._finder.topics(heard, memory)
        elliptic = bool(memory.topic) and self._finder.is_elliptic(heard)
        best = found[0].score if found else 0.0
        if best >= FOUND and not (elliptic and best < FOUND + NEAR):
            places = tuple(place for place in found if place.score >= max(best - NEAR, FOUND))
        elif elliptic:
            places = (self._here(memory),)
        else:
            places = tuple(found) if heard.asks and best > 0 and found[0].direct else ()
        cue = self._taken(heard, memory)
        passed = tuple(self._passed(memory, cue, places))
        danger = DANGER in heard.themes and heard.asks
        around = Around(
            cue_taken=cue.phrase if cue is not None else "",
            cues_passed=len(passed),
            without_leave=bool(places)
            and not elliptic
            and cue is None
            and self._without_leave(heard, places[0], memory),
            repeated=self._repeated(heard, memory),
            early=difficulty_early,
        )
        return Read(
            heard=heard,
            places=places,
            elliptic=elliptic,
            cue=cue,
            passed=passed,
            danger=danger,
            strange=self._finder.is_strange(heard),
            around=around,
        )

    def _here(self, memory: Memory) -> Place:
        return Place(topic=self._persona.topic(memory.topic), score=FOUND, direct=False)

    def _taken(self, heard: Heard, memory: Memory) -> Cue | None:
        open_cues = sorted(memory.cues.items(), key=lambda given: -given[1])
        for name, at in open_cues:
            cue = self._cues.get(name)
            if cue is None or memory.number - at >= CUE_LASTS:
                continue
            words = (*cue.taken_up, cue.phrase)
            if begins_any(heard.text, words) or (
                memory.number == at and stems(heard.text) & stems(cue.phrase) and heard.has(Kind.REFLEKTION, Kind.OPPEN)
            ):
                return cue
        return None

    def _passed(self, memory: Memory, taken: Cue | None, places: tuple[Place, ...]) -> Iterator[Cue]:
        """Yield the cues that are passed by with this turn: too long ago, or the talk has gone elsewhere."""
        for name, at in memory.cues.items():
            cue = self._cues.get(name)
            if cue is None or cue is taken:
                continue
            elsewhere = bool(places) and places[0].topic.id not in (cue.topic, cue.leads_to)
            if memory.number + 1 - at >= CUE_LASTS or (elsewhere and memory.number + 1 - at > 1):
                yield cue

    def _without_leave(self, heard: Heard, place: Place, memory: Memory) -> bool:
        topic = place.topic
        if not heard.asks or heard.does(Act.LOV) or not topic.of(Layer.LOV) or topic.ruta not in self._sensitive:
            return False
        if topic.id in memory.leave or ANY in memory.leave or DANGER in heard.themes:
            return False
        touched = set(heard.themes) & set(topic.themes)
        return bool(touched - _MILD or begins_any(heard.text, topic.secret)) and not memory.told_of(topic.id)

    @staticmethod
    def _repeated(heard: Heard, memory: Memory) -> bool:
        asked = stems(heard.text)
        return heard.asks and len(asked) >= _FEWEST and any(alike(asked, before) >= _SAME for before in memory.asked)


def is_early(memory: Memory, persona: Persona) -> bool:
    """Tell whether a solution would come before the person is there: in GK1, or in GK2 before there is trust."""
    return memory.part is Part.GK1 or memory.openness < persona.openness.trust
