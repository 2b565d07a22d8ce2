"""What the person remembers of the talk; always the same for the same turns, so that a rehearsal can be taken up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gk_assistant.domain.openness import Rule
from gk_assistant.domain.personas import Layer, Occasion, Persona
from gk_assistant.domain.rehearsals import Cued, Part, Said, Speaker, Turn
from gk_assistant.domain.utterances import QUESTIONS, Act, Kind
from gk_assistant.rehearsal.stems import stems

CUE_LASTS = 3
"""For how many turns something said in passing can be taken up (L)."""

KEPT_LATELY = 12
"""So many of the last lines can be asked about by their own words (L)."""

ANY = "*"
"""Leave for whatever is asked next."""

_RESTS = (Kind.REFLEKTION, Kind.SAMMANFATTNING, Kind.BEKRAFTELSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """How it stands between the two.

    ``said`` are the ids of all lines said, in order; ``lately_said`` the topics and words of the last of them.
    ``questions`` and ``closed`` count those in a row without a reflection, summary or affirmation between. ``cues`` are
    those given and still open: id → turn. ``leave`` are the topics that leave was given for. ``promises`` are the turns
    of promises not yet kept, ``reminded`` how many reminders there have been. ``asked`` are the stems of what was
    asked, ``moved`` the turn each rule last moved the openness in.
    """

    openness: int
    part: Part = Part.GK1
    number: int = 0
    said: tuple[str, ...] = ()
    answer: str = ""
    lately_said: tuple[tuple[str, str], ...] = ()
    topic: str = ""
    ruta: str = ""
    questions: int = 0
    closed: int = 0
    silences: int = 0
    cues: Mapping[str, int] = field(default_factory=dict)
    leave: frozenset[str] = frozenset()
    promises: tuple[int, ...] = ()
    reminded: int = 0
    asked: tuple[frozenset[str], ...] = ()
    moved: Mapping[Rule, int] = field(default_factory=dict)
    placed: int = 0
    addressed: int = 0
    puzzled: int = 0

    def has_said(self, line: str) -> bool:
        """Tell whether a line has been said."""
        return line in self.said

    def lately(self, rule: Rule, within: int) -> bool:
        """Tell whether a rule moved the openness in one of the last turns."""
        return rule in self.moved and self.number - self.moved[rule] < within

    def told_of(self, topic: str) -> int:
        """Return how many lines of a topic have been said."""
        return sum(line.startswith(f"{topic}/") for line in set(self.said))


def fresh_memory(persona: Persona) -> Memory:
    """Return the memory of somebody who has just come in."""
    return Memory(openness=persona.openness.start)


def come_again(memory: Memory) -> Memory:
    """Return the memory as the person comes to the second meeting: what was told and how it stands are kept."""
    return replace(memory, part=Part.GK2, questions=0, closed=0, silences=0, cues={}, leave=frozenset(), addressed=0)


def remember(memory: Memory, turn: Turn, persona: Persona) -> Memory:
    """Return the memory after a turn."""
    if turn.part is not memory.part:
        memory = come_again(memory)
    heard = turn.heard
    lines = tuple(said.line for said in turn.said if said.line)
    asks = heard.asks
    rests = heard.has(*_RESTS) or heard.does(Act.EMPATI)
    closed = heard.kind is Kind.SLUTEN
    return replace(
        memory,
        openness=turn.openness if turn.openness is not None else memory.openness,
        number=turn.number,
        said=(*memory.said, *lines),
        answer=" ".join(said.text for said in turn.said if said.by is Speaker.DELTAGARE) or memory.answer,
        lately_said=(*memory.lately_said, *((one.topic, one.text) for one in turn.said if one.topic))[-KEPT_LATELY:],
        topic=turn.topic or memory.topic,
        ruta=turn.ruta or memory.ruta,
        questions=(0 if rests else memory.questions) + asks if asks or rests else memory.questions,
        closed=memory.closed + 1 if closed and not rests else (0 if heard.has(*QUESTIONS, *_RESTS) else memory.closed),
        silences=memory.silences + 1 if heard.does(Act.TYST) else 0,
        cues=_open_cues(memory, turn),
        leave=_leave(memory, turn, lines),
        promises=_promises(memory, turn),
        reminded=memory.reminded + any(_is(line, Occasion.LOFTE_PAMINNER) for line in lines),
        asked=(*memory.asked, stems(heard.text)) if asks else memory.asked,
        moved={**memory.moved, **dict.fromkeys((stir.rule for stir in turn.stirs), turn.number)},
        placed=memory.placed + any(line.startswith("trappa/") for line in lines),
        addressed=turn.number if heard.does(Act.TILL_PERSONEN) and persona.companions else memory.addressed,
        puzzled=0 if turn.understood else memory.puzzled + 1,
    )


def _open_cues(memory: Memory, turn: Turn) -> Mapping[str, int]:
    gone = {seen.cue for seen in turn.cues if seen.became is not Cued.GIVEN}
    given = {seen.cue: turn.number for seen in turn.cues if seen.became is Cued.GIVEN}
    return {cue: at for cue, at in memory.cues.items() if cue not in gone} | given


def _leave(memory: Memory, turn: Turn, lines: Iterable[str]) -> frozenset[str]:
    if any(_is(line, Occasion.LOV_JA) for line in lines):
        return memory.leave | {turn.topic or ANY}
    used = any(said.layer is Layer.LOV for said in turn.said)
    return memory.leave - {ANY} if used or (turn.heard.asks and ANY in memory.leave) else memory.leave


def _promises(memory: Memory, turn: Turn) -> tuple[int, ...]:
    if turn.heard.does(Act.LOFTE_HALLET, Act.LOFTE_BRUTET):
        return memory.promises[1:]
    return (*memory.promises, turn.number) if turn.heard.does(Act.LOFTE) else memory.promises


def _is(line: str, occasion: Occasion) -> bool:
    return line.startswith(f"rader/{occasion}/")


def cue_given(persona: Persona, said: Iterable[Said], memory: Memory) -> tuple[str, ...]:
    """Return the ids of the cues that stand in what was just said and have not been given before."""
    told = [one.text.lower() for one in said if one.topic and one.layer is not None]
    return tuple(
        cue.id
        for cue in persona.cues
        if cue.id not in memory.cues
        and not any(line.id in memory.said for line in cue.lines)
        and any(cue.phrase.lower() in text for text in told)
    )
