"""What an utterance is to this person just now: the topic, a cue taken up, a question without leave, the same again."""

from collections.abc import Iterator
from dataclasses import dataclass

from gk_assistant.domain.personas import Asks, Cue, Layer, Persona
from gk_assistant.domain.rehearsals import Part
from gk_assistant.domain.utterances import Act, Heard, Kind
from gk_assistant.language.topics import DANGER
from gk_assistant.rehearsal.asking import asks_of, main_clause, points_back, presses, question_of
from gk_assistant.rehearsal.finding import FOUND, NEAR, Finder, Place
from gk_assistant.rehearsal.memory import ANY, CUE_LASTS, Memory
from gk_assistant.rehearsal.movement import Around
from gk_assistant.rehearsal.stems import alike, begins_any, stems

_SAME = 0.75
_FEWEST = 2
_PRIVATE = frozenset(("alkohol", "droger", "spel", "aterfall", "inlagd"))
"""Themes that want leave even for an open question, where the person has something hidden there (L)."""

_ABOUT_CARE = frozenset(("lakare", "medicin", "terapi", "ork", "diagnos"))
"""Themes that also a question for yes or no may touch without leave."""

_PRESSING = (Kind.SLUTEN, Kind.LEDANDE, Kind.FLERFRAGA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An utterance as this person takes it.

    ``focus`` is the clause that asks, as it was heard, ``kind`` the kind of that
    sentence, and ``asks`` the kinds of things it asks for. ``places`` are
    the topics it may be about, the best first (empty: none). ``elliptic`` when it leans on what was said. ``cue`` is a
    cue that was taken up, ``passed`` those that were passed by with it. ``danger`` when it asks about suicide straight
    out, which is right, ``strange`` when no word of it is known.
    """

    heard: Heard
    focus: Heard
    kind: Kind | None
    asks: tuple[Asks, ...]
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

    def __init__(self, persona: Persona, finder: Finder) -> None:
        """Take what is needed."""
        self._persona = persona
        self._finder = finder
        self._cues = {cue.id: cue for cue in persona.cues}

    def read(self, heard: Heard, memory: Memory, *, difficulty_early: bool) -> Read:
        """Return what an utterance is; ``difficulty_early`` says whether a solution would come too early."""
        focus, found = self._found(heard, memory)
        best = found[0].score if found else 0.0
        elliptic = bool(memory.topic) and self._finder.is_elliptic(focus) and not (found and _named(focus, found[0]))
        places: tuple[Place, ...]
        if elliptic:
            places = (self._here(memory),)
        elif best >= FOUND:
            places = tuple(place for place in found if place.score >= max(best - NEAR, FOUND))
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
            presses=presses(question_of(heard.text)) if asks_of(heard.text) else heard.kind is Kind.LEDANDE,
        )
        return Read(
            heard=heard,
            focus=focus,
            kind=self._kind(heard),
            asks=asks_of(heard.text),
            places=places,
            elliptic=elliptic,
            cue=cue,
            passed=passed,
            danger=danger,
            strange=self._finder.is_strange(heard),
            around=around,
        )

    def _found(self, heard: Heard, memory: Memory) -> tuple[Heard, tuple[Place, ...]]:
        """Return what is asked about and the topics for it: by the asking clause, else by all that was said."""
        clause = main_clause(question_of(heard.text)) if heard.asks else heard.text
        focus = self._finder.hear(clause, heard)
        back = points_back(heard.text)
        found = self._finder.topics(focus, memory, back=back)
        if memory.topic and heard.asks and not back and not any(place.direct for place in found[:2]):
            found = self._finder.topics(focus, memory, back=True)
        bare = back or not stems(clause) or not found or found[0].score < FOUND
        if clause != heard.text and (stems(heard.text) - stems(clause) or heard.themes):
            whole = self._finder.topics(heard, memory, back=back)
            if bare or (whole and whole[0].direct and not found[0].direct):
                return heard, whole
        return focus, found

    def _kind(self, heard: Heard) -> Kind | None:
        """Return the kind of the sentence that asks, where there are several; else of the whole."""
        if len(heard.kinds) < _FEWEST or not heard.asks:
            return heard.kind
        asking = question_of(heard.text)
        return heard.kind if asking == heard.text else self._finder.hear(asking, heard).kind

    def _here(self, memory: Memory) -> Place:
        return Place(topic=self._persona.topic(memory.topic), score=FOUND, direct=False)

    def _taken(self, heard: Heard, memory: Memory) -> Cue | None:
        open_cues = sorted(memory.cues.items(), key=lambda given: -given[1])
        for name, at in open_cues:
            cue = self._cues.get(name)
            if cue is None or memory.number - at >= CUE_LASTS:
                continue
            if _takes_up(heard, cue, at_once=memory.number == at):
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
        if not heard.asks or heard.does(Act.LOV) or not topic.of(Layer.LOV) or memory.told_of(topic.id):
            return False
        if topic.id in memory.leave or ANY in memory.leave or DANGER in heard.themes:
            return False
        touched = set(heard.themes) & set(topic.themes)
        if touched & _PRIVATE or begins_any(heard.text, topic.secret):
            return True
        pressing = heard.kind in _PRESSING and not asks_of(heard.text)
        return pressing and bool(touched - _ABOUT_CARE)

    @staticmethod
    def _repeated(heard: Heard, memory: Memory) -> bool:
        asked = stems(heard.text)
        return heard.asks and len(asked) >= _FEWEST and any(alike(asked, before) >= _SAME for before in memory.asked)


def _takes_up(heard: Heard, cue: Cue, *, at_once: bool) -> bool:
    """Tell whether a cue is taken up: at once by any word of it, later by a phrase of it or by two of its words."""
    if at_once:
        listens = heard.has(Kind.REFLEKTION, Kind.OPPEN) and stems(heard.text) & stems(cue.phrase)
        return bool(begins_any(heard.text, (*cue.taken_up, cue.phrase)) or listens)
    phrases = tuple(words for words in (*cue.taken_up, cue.phrase) if " " in words.strip())
    single = sum(bool(begins_any(heard.text, (word,))) for word in cue.taken_up)
    return bool(begins_any(heard.text, phrases)) or single > 1


def _named(heard: Heard, place: Place) -> bool:
    """Tell whether a topic was called by words that carry meaning, not by a small word that looks like one."""
    told = stems(heard.text) or begins_any(heard.text, place.topic.words) or heard.themes
    return place.direct and bool(told)


def is_early(memory: Memory, persona: Persona) -> bool:
    """Tell whether a solution would come before the person is there: in GK1, or in GK2 before there is trust."""
    return memory.part is Part.GK1 or memory.openness < persona.openness.trust
