"""A desk with the shipped bank, a store in memory, and a clock that stands still."""

from dataclasses import dataclass
from functools import cache

from gk_assistant.conversation.assistant import Assistant
from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.notes import Role
from gk_assistant.storage.bank_reader import TomlBank
from tests.fakes import CountingIds, MemoryStore, SteppingClock


@cache
def bank() -> TomlBank:
    """Return the shipped bank, read once."""
    return TomlBank()


@cache
def ear() -> Ear:
    """Return the ear over the shipped lexicon, built once."""
    return Ear(bank())


@dataclass
class Room:
    """A desk and what lies on it."""

    desk: Desk
    store: MemoryStore
    clock: SteppingClock

    def talk(self) -> Talk:
        """Take up the next meeting's talk."""
        return Talk(self.desk, self.desk.next_meeting().id, sort=ear().sort)

    def assistant(self) -> Assistant:
        """Listen in the next meeting's talk."""
        return Assistant(self.talk(), ear())


def room(*, kind: CaseKind = CaseKind.SP, case: bool = True) -> Room:
    """Return a room, with a fresh case on the desk unless told otherwise."""
    store, clock = MemoryStore(), SteppingClock()
    desk = Desk(store=store, source=bank(), now=clock, new_id=CountingIds(), author=Role.FK)
    if case:
        desk.new_case(label="Vide", kind=kind)
    return Room(desk=desk, store=store, clock=clock)
