"""A case as the document of its file, and back."""

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Note
from gk_assistant.storage.json_storage import FileFault

ENDING = ".json"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


class Unsaveable(Exception):
    """A case that no file can hold faithfully. The text is a Swedish sentence that says what to do."""


def usable_id(case_id: str) -> bool:
    """Whether an id may be a file name on every system: letters a–z, digits, ``-`` and ``_``."""
    return _ID.fullmatch(case_id) is not None and not is_device_name(case_id)


def is_device_name(name: str) -> bool:
    """Whether Windows keeps a name for a device."""
    return name.lower() in _DEVICES


def to_document(case: Case) -> dict[str, Any]:
    """Return the case as plain data: enums by value, dates ISO, times ISO with offset; raises :class:`Unsaveable`."""
    for meeting in case.meetings:
        for note in meeting.notes:
            _refuse_uncertain(note)
    document: dict[str, Any] = msgspec.to_builtins(case)
    return document


class Documents:
    """Cases as plain data, like :func:`to_document`; meetings and notes that are the same object are not made anew.

    So a case of a hundred notes costs as much as the note that was changed.
    """

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._known: dict[int, tuple[object, dict[str, Any]]] = {}

    def of(self, case: Case) -> dict[str, Any]:
        """Return the case's document; raises :class:`Unsaveable`. What it holds is shared: do not change it."""
        fresh: dict[int, tuple[object, dict[str, Any]]] = {}
        document: dict[str, Any] = msgspec.to_builtins(replace(case, meetings=()))
        document["meetings"] = [self._meeting(meeting, fresh) for meeting in case.meetings]
        self._known = fresh
        return document

    def _meeting(self, meeting: Meeting, fresh: dict[int, tuple[object, dict[str, Any]]]) -> dict[str, Any]:
        known = self._known
        notes = []
        for note in meeting.notes:
            made = known.get(id(note))
            if made is None or made[0] is not note:
                _refuse_uncertain(note)
                made = (note, msgspec.to_builtins(note))
            fresh[id(note)] = made
            notes.append(made[1])
        whole = known.get(id(meeting))
        if whole is None or whole[0] is not meeting:
            content: dict[str, Any] = msgspec.to_builtins(replace(meeting, notes=()))
            content["notes"] = notes
            whole = (meeting, content)
        fresh[id(meeting)] = whole
        return whole[1]


def _refuse_uncertain(note: Note) -> None:
    if note.sorting is not None and not math.isfinite(note.sorting.certainty):
        raise Unsaveable("En anteckning har en säkerhet som inte är ett tal. Sortera om den och försök igen.")


def from_document(document: object, *, case_id: str) -> Case:
    """Return the case of a document; raises :class:`FileFault` when it is not a whole case with that id."""
    try:
        case = msgspec.convert(document, Case)
    except (msgspec.ValidationError, ValueError, OverflowError, RecursionError) as fault:
        place = re.search(r"`\$\.?([^`]*)`", str(fault))
        where = f" vid {place[1]}" if place and place[1] else ""
        raise FileFault(f"Filens innehåll har fel form{where}.") from None
    if case.id != case_id:
        raise FileFault("Filen hör till ett annat ärende än namnet säger.")
    if any(moment.tzinfo is None for moment in _times(case)):
        raise FileFault("Filen har en tidpunkt utan tidszon.")
    return case


def surrogate_sentence(error: UnicodeEncodeError) -> str:
    """Return what to do about half a character, with the words around it."""
    before = error.object[max(0, error.start - 20) : error.start].split("\n")[-1].strip()
    place = f" efter ”{before}”" if before and before.isprintable() else ""
    return f"Texten innehåller ett trasigt tecken{place} som inte går att spara. Ta bort det och försök igen."


def _times(case: Case) -> Iterator[datetime]:
    yield case.created
    if case.changed is not None:
        yield case.changed
    for meeting in case.meetings:
        for event in meeting.clock:
            yield event.at
        for note in meeting.notes:
            yield note.at
            for edit in note.history:
                yield edit.at
        if meeting.reflection_began is not None:
            yield meeting.reflection_began
