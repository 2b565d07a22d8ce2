"""What the rehearsal needs from other floors, as protocols."""

from collections.abc import Sequence
from typing import Protocol

from gk_assistant.domain.personas import Persona
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.domain.utterances import Heard


class Hearer(Protocol):
    """Understands what the one who practises says."""

    def hear(self, text: str, *, name: str = "", companions: Sequence[str] = ()) -> Heard:
        """Return what an utterance was taken as; ``name`` and ``companions`` are first names of those in the room."""
        ...


class PersonaSource(Protocol):
    """The personas that can be practised on."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all personas, in order."""
        ...

    def persona(self, persona_id: str) -> Persona:
        """Return a persona; raises :class:`KeyError` for an unknown id, ``StoreFault`` for a file at fault."""
        ...


class RehearsalStore(Protocol):
    """The rehearsals that are kept. Its methods raise ``StoreFault``."""

    def faults(self) -> tuple[str, ...]:
        """Return what was wrong with single rehearsals when all were last read, in Swedish sentences."""
        ...

    def all(self) -> tuple[Rehearsal, ...]:
        """Return every kept rehearsal, the oldest first."""
        ...

    def keep(self, rehearsal: Rehearsal) -> None:
        """Put a rehearsal on disk, in place of the former one with its id."""
        ...

    def forget(self, rehearsal_id: str) -> None:
        """Take a rehearsal away for good; one that is not there is no fault."""
        ...


class NothingKept:
    """A store that keeps rehearsals only while the program runs."""

    def __init__(self) -> None:
        """Begin empty."""
        self._kept: dict[str, Rehearsal] = {}

    def faults(self) -> tuple[str, ...]:
        """Return nothing: nothing has been read."""
        return ()

    def all(self) -> tuple[Rehearsal, ...]:
        """Return every rehearsal of this run, the oldest first."""
        return tuple(sorted(self._kept.values(), key=lambda rehearsal: rehearsal.begun))

    def keep(self, rehearsal: Rehearsal) -> None:
        """Remember a rehearsal."""
        self._kept[rehearsal.id] = rehearsal

    def forget(self, rehearsal_id: str) -> None:
        """Forget a rehearsal."""
        self._kept.pop(rehearsal_id, None)
