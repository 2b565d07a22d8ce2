"""What the user has taught the program by correcting it: each correction a value of its own, to see and take back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gk_assistant.domain.notes import MARK_CHANGE, Heading, Mark, Note, Origin

_TAUGHT_MARKS = (Mark.FUNGERAR, Mark.HINDER, Mark.BEHOV)
"""What a note can say by itself; *följ upp* and *ej aktuellt* belong to one occasion and are not learnt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One note that the user put right by hand.

    ``heading`` is where it was put, ``None`` when only its mark was changed; ``mark`` is the mark it was given,
    ``None`` when that was left. ``case`` and ``note`` are ids. ``text`` is the note as typed. ``at`` is timezone-aware.
    """

    case: str
    note: str
    ruta: str
    text: str
    at: datetime
    heading: Heading | None = None
    mark: Mark | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Which note it comes from: a note teaches one lesson, the latest."""
        return self.case, self.note


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """All lessons of a session folder, the oldest first."""

    lessons: tuple[Lesson, ...] = ()

    def lesson(self, key: tuple[str, str]) -> Lesson | None:
        """Return the lesson that a note taught, if any."""
        return next((lesson for lesson in self.lessons if lesson.key == key), None)

    def with_lesson(self, lesson: Lesson) -> "Learnt":
        """Return it with a lesson last; what the same note taught before goes."""
        return Learnt(lessons=(*self.without([lesson.key]).lessons, lesson))

    def without(self, keys: Iterable[tuple[str, str]]) -> "Learnt":
        """Return it without what some notes taught."""
        gone = frozenset(keys)
        return Learnt(lessons=tuple(lesson for lesson in self.lessons if lesson.key not in gone))


def taught_by(case_id: str, note: Note, at: datetime) -> Lesson | None:
    """Return what a note teaches as it stands: its heading and mark where the user changed them by hand.

    A struck note teaches nothing, nor does one without words, or one put among the *osäkra*.
    """
    own = note.sorting is not None and note.sorting.origin is Origin.OWN
    heading = note.heading if own else None
    changed = any(edit.change == MARK_CHANGE for edit in note.history)
    mark = note.mark if changed and note.mark in _TAUGHT_MARKS else None
    if note.struck or not note.says.strip() or (heading is None and mark is None):
        return None
    return Lesson(case=case_id, note=note.id, ruta=note.ruta, text=note.says, at=at, heading=heading, mark=mark)
