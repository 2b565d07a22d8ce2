"""Rehearsals for tests: the real bank, personas and ear, a clock that goes by itself, nothing on disk."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count

from gk_assistant.conversation.ports import QuestionSource
from gk_assistant.domain.personas import Persona
from gk_assistant.domain.rehearsals import Setting, Turn
from gk_assistant.rehearsal.hearing import TraineeEar
from gk_assistant.rehearsal.room import RehearsalRoom, begin
from gk_assistant.storage.bank_reader import TomlBank
from gk_assistant.storage.persona_reader import TomlPersonas

SHIPPED = TomlPersonas()
BEGAN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@cache
def source() -> QuestionSource:
    """Return the shipped bank."""
    return TomlBank()


@cache
def ear() -> TraineeEar:
    """Return the real ear."""
    bank = source()
    return TraineeEar.from_data(bank.lexicon(), rutor=bank.bank().rutor)


@cache
def shipped(persona_id: str) -> Persona:
    """Return a shipped persona."""
    return SHIPPED.persona(persona_id)


def room_with(persona: Persona, setting: Setting | None = None) -> RehearsalRoom:
    """Return a rehearsal with a persona; each look at the clock is ten seconds later."""
    ticks = count()
    bank = source().bank()

    def now() -> datetime:
        return BEGAN + timedelta(seconds=10 * next(ticks))

    return RehearsalRoom(
        persona=persona,
        hearer=ear(),
        bank=bank,
        rehearsal=begin(
            setting or Setting(persona=persona.id, seed=1), persona, bank, now=now, new_id=lambda: "ovning"
        ),
        now=now,
        keep=lambda _: None,
    )


def talk(persona_id: str, lines: Iterable[str], *, seed: int = 1) -> tuple[RehearsalRoom, tuple[Turn, ...]]:
    """Say all these lines and return the room and the turns."""
    room = room_with(shipped(persona_id), Setting(persona=persona_id, seed=seed))
    return room, tuple(room.say(line) for line in lines)
