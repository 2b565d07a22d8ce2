"""A rehearsal under way: say something, wait, take it back, go on to the second meeting, end; saved after each step."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from gk_assistant.conversation.ports import NewId, Now
from gk_assistant.domain.bank import Bank, Ruta
from gk_assistant.domain.cases import Case
from gk_assistant.domain.personas import Companion, Persona
from gk_assistant.domain.rehearsals import FactSeen, Part, Rehearsal, Said, Setting, Turn
from gk_assistant.rehearsal.counterpart import Counterpart
from gk_assistant.rehearsal.hinting import Hint, hint_for
from gk_assistant.rehearsal.memory import Memory
from gk_assistant.rehearsal.ports import Hearer


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What one sees when the person comes in: who, how, with whom."""

    title: str
    words: str
    said: tuple[Said, ...] = ()


class RehearsalRoom:
    """A rehearsal under way. Everything that is said goes through here, and each step is kept at once."""

    def __init__(  # noqa: PLR0913  # what a rehearsal needs of the world
        self,
        *,
        persona: Persona,
        hearer: Hearer,
        bank: Bank,
        rehearsal: Rehearsal,
        now: Now,
        keep: Callable[[Rehearsal], None],
    ) -> None:
        """Take up a rehearsal where it was left; ``keep`` saves it and may raise ``StoreFault``."""
        self.persona = persona
        self.bank = bank
        self.rehearsal = rehearsal
        self._now = now
        self._keep = keep
        self._counterpart = Counterpart(persona, hearer, bank, rehearsal.setting)
        self._memory = self._counterpart.remember_all(rehearsal.turns)
        self._second = Part.GK2 in rehearsal.parts
        self._hinted = False

    @property
    def part(self) -> Part:
        """Which meeting it is."""
        return Part.GK2 if self._second else Part.GK1

    @property
    def memory(self) -> Memory:
        """What the person remembers and how it stands; for the trainer's eyes."""
        return self._memory

    @property
    def over(self) -> bool:
        """Whether the rehearsal has been ended."""
        return self.rehearsal.ended is not None

    @property
    def turns_left(self) -> int | None:
        """How many turns are left of those that were chosen, ``None`` without a limit."""
        most = self.rehearsal.setting.turns
        return max(most - len(self.rehearsal.turns), 0) if most else None

    @property
    def scene(self) -> Scene:
        """The person as one meets them in the doorway."""
        with_them = ", ".join(_called(one) for one in self.persona.companions)
        words = f"{self.persona.openness.mood} {f'Med i rummet: {with_them}.' if with_them else ''}".strip()
        return Scene(title=f"{self.persona.name}, {self.persona.age} år", words=words)

    def say(self, text: str) -> Turn:
        """Say something to the person and return the turn; nothing but space is the same as :meth:`wait`.

        Raises ``StoreFault`` where it could not be kept; then nothing has been said.
        """
        turn = self._counterpart.answer(
            self._memory,
            text,
            part=self.part,
            number=len(self.rehearsal.turns) + 1,
            seconds=max((self._now() - self.rehearsal.begun).total_seconds(), 0.0),
        )
        self._set(self.rehearsal.with_turn(replace(turn, hinted=self._hinted)))
        self._memory = self._counterpart.remember(self._memory, turn)
        self._hinted = False
        return self.rehearsal.turns[-1]

    def wait(self) -> Turn:
        """Be silent, and return what comes."""
        return self.say("")

    def take_back(self) -> Turn | None:
        """Take the last turn back, as if it had not been said; return it, ``None`` when there is none to take back.

        A turn of GK1 is not taken back once GK2 has begun.
        """
        if not self.rehearsal.turns or self.rehearsal.turns[-1].part is not self.part:
            return None
        gone = self.rehearsal.turns[-1]
        self._set(self.rehearsal.without_last())
        self._memory = self._counterpart.remember_all(self.rehearsal.turns)
        if self._second and not any(self.rehearsal.of(Part.GK2)):
            self._memory = self._counterpart.come_again(self._memory)
        return gone

    def hint(self) -> Hint:
        """Return what could be tried next, and remember that it was asked for."""
        self._hinted = True
        return hint_for(self._memory, self.persona, self.bank, self.rehearsal, part=self.part)

    def begin_second(self) -> None:
        """Go on to GK2: the person comes again, as it stood."""
        if not self._second:
            self._second = True
            self._memory = self._counterpart.come_again(self._memory)

    def keep_case(self, case: Case) -> None:
        """Keep the notes, the reflection and the plan that were made while practising."""
        self._set(replace(self.rehearsal, case=case))

    def end(self) -> Rehearsal:
        """End the rehearsal and return it; once more does nothing."""
        if not self.over:
            self._set(replace(self.rehearsal, ended=self._now()))
        return self.rehearsal

    def ruta_of(self, turn: Turn) -> Ruta | None:
        """Return the ruta that a turn was about, ``None`` for none."""
        try:
            return self.bank.ruta(turn.ruta) if turn.ruta else None
        except KeyError:
            return None

    def _set(self, rehearsal: Rehearsal) -> None:
        told = {line: turn.number for turn in reversed(rehearsal.turns) for line in turn.fresh}
        facts = facts_of(self.persona, told)
        rehearsal = replace(rehearsal, facts=facts)
        self._keep(rehearsal)
        self.rehearsal = rehearsal


def _called(companion: Companion) -> str:
    """Return a companion's name, with the role where the name does not tell it."""
    told = companion.name.lower().startswith(companion.role.lower())
    return companion.name if told else f"{companion.name} ({companion.role})"


def facts_of(persona: Persona, told: dict[str, int]) -> tuple[FactSeen, ...]:
    """Return what was there to be told, with the turn it first came out in; ``told`` is line id → turn."""
    facts: list[FactSeen] = []
    for topic in persona.topics:
        turns = {deep: [turn for line, turn in told.items() if _within(line, topic.id, deep=deep)] for deep in (0, 1)}
        facts.append(
            FactSeen(
                topic=topic.id, ruta=topic.ruta, fact=topic.fact, deep=False, turn=min(turns[0] + turns[1], default=0)
            )
        )
        if topic.deeper:
            facts.append(
                FactSeen(topic=topic.id, ruta=topic.ruta, fact=topic.deeper, deep=True, turn=min(turns[1], default=0))
            )
    return tuple(facts)


def _within(line: str, topic: str, *, deep: int) -> bool:
    owner, _, rest = line.partition("/")
    return owner == topic and rest.startswith(("tillit/", "lov/")) is bool(deep)


def begin(  # noqa: PLR0913  # what a rehearsal begins with
    setting: Setting, persona: Persona, bank: Bank, *, now: Now, new_id: NewId, trainee: str = ""
) -> Rehearsal:
    """Return a rehearsal that is about to begin."""
    return Rehearsal(
        id=new_id(),
        begun=now(),
        setting=setting,
        name=persona.name,
        title=persona.title,
        start=persona.openness.start,
        trust=persona.openness.trust,
        shut=persona.openness.shut,
        facts=facts_of(persona, {}),
        rutor=tuple(ruta.id for ruta in bank.rutor if not setting.ruta or setting.ruta in (ruta.id, *ruta.members)),
        trainee=trainee,
    )
