"""The calm stream: questions put, notes taken, and what the assistant answered, in one order that can be read back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Note


class EntryKind(StrEnum):
    """What a line of the stream is."""

    QUESTION = "question"
    NOTE = "note"
    REQUEST = "request"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the stream. ``key`` is unique in it; ``note`` is set for notes; ``ruta`` for questions and notes."""

    key: str
    kind: EntryKind
    text: str
    at: datetime
    ruta: str = ""
    note: Note | None = None


def stream(meeting: Meeting, said: Sequence[Entry] = ()) -> tuple[Entry, ...]:
    """Return the meeting as a stream: each note under the question it answers, ``said`` laid in by time."""
    entries: list[Entry] = []
    waiting = list(said)
    asked = ""
    for note in meeting.live_notes:
        while waiting and waiting[0].at < note.at:
            entries.append(waiting.pop(0))
        if note.asked and note.asked != asked:
            key = f"fråga-{note.id}"
            entries.append(Entry(key=key, kind=EntryKind.QUESTION, text=note.asked, at=note.at, ruta=note.ruta))
        asked = note.asked or asked
        entries.append(Entry(key=note.id, kind=EntryKind.NOTE, text=note.says, at=note.at, ruta=note.ruta, note=note))
    return (*entries, *waiting)


def matching(notes: Sequence[Note], words: str) -> tuple[Note, ...]:
    """Return the notes that hold all the words, case and å ä ö told apart no more than needed."""
    wanted = _plain(words).split()
    return tuple(note for note in notes if all(word in _plain(f"{note.says} {note.topic}") for word in wanted))


def _plain(text: str) -> str:
    return text.lower().translate(str.maketrans("åäöéü", "aaoeu"))
