"""What could be tried next, on demand: by what was just said, by what has not been done, by what is left."""

from collections.abc import Iterator
from dataclasses import dataclass

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.personas import Persona
from gk_assistant.domain.rehearsals import Part, Rehearsal
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.memory import Memory

_FIRST = 2
_RUN = 2
_TURNS_FOR_SUM = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """An advice in a sentence, and an example of how it may be said (empty for none)."""

    words: str
    example: str = ""


def hint_for(memory: Memory, persona: Persona, bank: Bank, rehearsal: Rehearsal, *, part: Part) -> Hint:
    """Return the advice that fits best where the talk is; there always is one."""
    return next(_hints(memory, persona, bank, rehearsal, part))


def _hints(memory: Memory, persona: Persona, bank: Bank, rehearsal: Rehearsal, part: Part) -> Iterator[Hint]:  # noqa: C901
    turns = tuple(rehearsal.of(part))
    done = [turn.heard for turn in turns]
    if not turns:
        yield Hint(
            words="Börja med att hälsa och säga varför ni ses.", example=f"Hej {persona.name}, välkommen. {_WHY}"
        )
    if persona.companions and memory.addressed == 0 and any(turn.heard.does(Act.FORBI_PERSONEN) for turn in turns[-2:]):
        yield Hint(words=f"Vänd dig till {persona.name} själv.", example=f"{persona.name}, hur tänker du själv?")
    if memory.openness < persona.openness.shut:
        yield Hint(
            words="Personen har stängt sig. Sluta fråga en stund. Säg det du ser, eller vänta tyst.",
            example="Jag märker att det blev mycket frågor. Hur är det för dig just nu?",
        )
    for cue in persona.cues:
        if cue.id in memory.cues:
            yield Hint(
                words=f"Något sades i förbifarten: ”{cue.phrase}”. Haka i det.",
                example=f"Du sa ”{cue.phrase}”. Berätta mer om det.",
            )
    if memory.questions > _RUN:
        yield Hint(words="Det har blivit flera frågor i rad. Spegla det du har hört.", example=_mirrored(memory))
    if part is Part.GK1 and len(turns) >= _FIRST and not any(heard.does(Act.SYFTE) for heard in done):
        yield Hint(words="Du har inte sagt varför ni ses.", example=_WHY)
    if part is Part.GK1 and len(turns) <= _FIRST * 2 and not any(heard.does(Act.EGET_VAL) for heard in done):
        yield Hint(
            words=f"Låt {persona.name} välja vilken ruta ni börjar med.", example="Vilken ruta vill du börja med?"
        )
    if memory.promises and memory.number - memory.promises[0] >= _TURNS_FOR_SUM:
        yield Hint(words="Du har lovat något. Säg hur det går med det.")
    if len(turns) >= _TURNS_FOR_SUM and not any(heard.has(Kind.SAMMANFATTNING) for heard in done[-_TURNS_FOR_SUM:]):
        yield Hint(
            words="Samla ihop det du har hört och stäm av.", example="Om jag har förstått dig rätt … Stämmer det?"
        )
    if part is Part.GK2 and memory.placed == 0:
        yield Hint(words="Visa trappan och fråga.", example="Var på trappan skulle du sätta dig själv i dag?")
    yield from _of_rutor(memory, persona, bank)


def _of_rutor(memory: Memory, persona: Persona, bank: Bank) -> Iterator[Hint]:
    here = next((topic for topic in persona.topics if topic.id == memory.topic), None)
    left = here is not None and any(line.id not in memory.said for line in here.all_lines())
    if here is not None and left and memory.told_of(here.id) <= _RUN:
        yield Hint(words="Det finns mer att höra om det ni just talar om.", example="Berätta mer om det.")
    for ruta in bank.rutor:
        topics = [topic for member in ruta.members for topic in persona.in_ruta(member)]
        if topics and not any(memory.told_of(topic.id) for topic in topics):
            ask = f"Är det okej om jag frågar om {ruta.title.lower()}?" if ruta.sensitive else ""
            way = ask or (ruta.ways_in[0] if ruta.ways_in else f"Hur har du det med {ruta.title.lower()}?")
            words = f"Rutan {ruta.title} är orörd."
            yield Hint(words=f"{words} Be om lov först." if ruta.sensitive else words, example=way)
    yield Hint(
        words="Ni har varit inne på allt. Samla ihop och fråga vad som saknas.",
        example="Vad är viktigast för dig av det vi har pratat om?",
    )


def _mirrored(memory: Memory) -> str:
    words = memory.answer.split(". ", maxsplit=1)[0].strip().rstrip(".!?…")
    return f"Du säger: ”{words}.”" if words and len(words.split()) > 1 else "Det låter som att det är mycket just nu."


_WHY = "Vi ses för att du ska få berätta vad som fungerar och vad som behövs för att komma vidare."
