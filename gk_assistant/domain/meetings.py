"""A meeting: who was there, what time it took, which rutor were touched, what was noted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from gk_assistant.domain.notes import Note, Role
from gk_assistant.domain.reflections import Reflection


class RutaState(StrEnum):
    """How far a ruta has come in a meeting."""

    ORORD = "orord"
    BERORD = "berord"
    KLAR = "klar"


class ChosenBy(StrEnum):
    """Who chose the first ruta: the method wants it to be the deltagare (H)."""

    DELTAGARE = "deltagare"
    HANDLAGGARE = "handlaggare"
    TILLSAMMANS = "tillsammans"


class ClockStep(StrEnum):
    """What happened to the clock."""

    START = "start"
    PAUS = "paus"
    FORTSATT = "fortsatt"
    SLUT = "slut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody in the room; the name may be left out."""

    role: Role
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockEvent:
    """A start, a pause, a resumption or the end, with its time."""

    step: ClockStep
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstBox:
    """Which ruta the talk began with, and who chose it."""

    ruta: str
    by: ChosenBy


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxProgress:
    """What has been done in one ruta: its state if set by hand, and the questions put (``ruta/id``), in order."""

    ruta: str
    state: RutaState | None = None
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One GK meeting, GK1 being number 1."""

    id: str
    number: int
    day: date | None = None
    time: str = ""
    place: str = ""
    participants: tuple[Participant, ...] = ()
    clock: tuple[ClockEvent, ...] = ()
    first_box: FirstBox | None = None
    boxes: tuple[BoxProgress, ...] = ()
    current_box: str | None = None
    notes: tuple[Note, ...] = ()
    reflection: Reflection = Reflection()
    reflection_began: datetime | None = None

    @property
    def title(self) -> str:
        """The meeting's name: GK1, GK2 and so on."""
        return f"GK{self.number}"

    @property
    def live_notes(self) -> tuple[Note, ...]:
        """The notes that have not been struck, in the order they were taken."""
        return tuple(note for note in self.notes if not note.struck)

    def notes_in(self, ruta: str) -> tuple[Note, ...]:
        """Return the live notes of one ruta."""
        return tuple(note for note in self.notes if note.ruta == ruta and not note.struck)

    def note(self, note_id: str) -> Note:
        """Return one note; raises :class:`KeyError` when there is none."""
        for note in self.notes:
            if note.id == note_id:
                return note
        raise KeyError(note_id)

    def progress(self, ruta: str) -> BoxProgress:
        """Return what has been done in a ruta."""
        return next((box for box in self.boxes if box.ruta == ruta), BoxProgress(ruta=ruta))

    def state(self, ruta: str) -> RutaState:
        """Return the ruta's state: as set by hand, else *berörd* once it holds a note."""
        by_hand = self.progress(ruta).state
        if by_hand is not None:
            return by_hand
        touched = any(note.ruta == ruta and not note.struck for note in self.notes)
        return RutaState.BERORD if touched else RutaState.ORORD

    def untouched(self, rutor: Iterable[str]) -> tuple[str, ...]:
        """Return those of the given rutor that nobody has touched yet."""
        return tuple(ruta for ruta in rutor if self.state(ruta) is RutaState.ORORD)

    def with_note(self, note: Note) -> "Meeting":
        """Return the meeting with a note added, or replaced when one has its id."""
        if any(known.id == note.id for known in self.notes):
            return replace(self, notes=tuple(note if known.id == note.id else known for known in self.notes))
        return replace(self, notes=(*self.notes, note))

    def with_progress(self, box: BoxProgress) -> "Meeting":
        """Return the meeting with a ruta's progress replaced."""
        others = tuple(known for known in self.boxes if known.ruta != box.ruta)
        return replace(self, boxes=(*others, box))

    def ticked(self, step: ClockStep, at: datetime) -> "Meeting":
        """Return the meeting with a clock event added."""
        return replace(self, clock=(*self.clock, ClockEvent(step=step, at=at)))

    @property
    def started_at(self) -> datetime | None:
        """When the clock was first started; ``None`` also for a meeting that was only marked as held."""
        return next((event.at for event in self.clock if event.step is ClockStep.START), None)

    @property
    def ended_at(self) -> datetime | None:
        """When the talk was ended; ``None`` while it is under way or not begun."""
        return self.clock[-1].at if self.clock and self.clock[-1].step is ClockStep.SLUT else None

    @property
    def running(self) -> bool:
        """Whether the clock is going."""
        return bool(self.clock) and self.clock[-1].step in (ClockStep.START, ClockStep.FORTSATT)

    @property
    def breaks(self) -> int:
        """How many breaks were taken."""
        return sum(event.step is ClockStep.PAUS for event in self.clock)

    def talked(self, now: datetime) -> timedelta:
        """Return how long the talk has gone on, breaks left out; a clock set back counts as no time."""
        total = timedelta()
        since: datetime | None = None
        for event in self.clock:
            if event.step in (ClockStep.START, ClockStep.FORTSATT):
                since = since or event.at
            elif since is not None:
                total += max(event.at - since, timedelta())
                since = None
        if since is not None:
            total += max(now - since, timedelta())
        return total
