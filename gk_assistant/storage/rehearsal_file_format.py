"""A rehearsal as the bytes of its file, and back; the same with and without a vault.

``{"gk_ovning": 1, "ovning": {…}, "arende": {…} | null}``: the format first, so that a file of another kind or of a
later format is told by its beginning. The case is as in a case file.
"""

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import msgspec

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.storage.case_file import Unsaveable, from_document, surrogate_sentence, to_document, usable_id
from gk_assistant.storage.json_storage import FileFault

FORMAT: Final = 1
"""The version this program writes and the newest it understands."""

_HEAD: Final = b'{"gk_ovning":'


class NewerRehearsal(FileFault):
    """A rehearsal of a later format: whole, but not for this program to touch."""


class _Format(msgspec.Struct, frozen=True):
    gk_ovning: int


class _Content(msgspec.Struct, frozen=True):
    gk_ovning: int
    ovning: Rehearsal
    arende: dict[str, Any] | None = None


def is_rehearsal(stored: bytes) -> bool:
    """Whether bytes begin as a rehearsal does, of whatever format."""
    return stored.startswith(_HEAD)


def to_bytes(rehearsal: Rehearsal) -> bytes:
    """Return a rehearsal's bytes; raises :class:`StoreFault` for one that no file can hold faithfully."""
    if not usable_id(rehearsal.id):
        raise StoreFault("Övningen har ett namn som inte kan bli en fil. Börja om övningen.")
    if not all(map(math.isfinite, _numbers(rehearsal))):
        raise StoreFault("Övningen har ett värde som inte är ett tal. Ta tillbaka den senaste repliken.")
    try:
        case = None if rehearsal.case is None else to_document(rehearsal.case)
        content = _Content(gk_ovning=FORMAT, ovning=replace(rehearsal, case=None), arende=case)
        return msgspec.json.encode(content)
    except Unsaveable as fault:
        raise StoreFault(str(fault)) from None
    except UnicodeEncodeError as error:
        raise StoreFault(surrogate_sentence(error)) from None


def from_bytes(stored: bytes) -> Rehearsal:
    """Return the rehearsal of some bytes; raises :class:`NewerRehearsal` and :class:`FileFault`."""
    try:
        version = msgspec.json.decode(stored, type=_Format).gk_ovning
        if version > FORMAT:
            raise NewerRehearsal(f"Övningen är sparad av en nyare version av programmet (format {version}).")
        content = msgspec.json.decode(stored, type=_Content)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError):
        raise FileFault("Filen är avklippt eller ändrad så att den inte går att läsa.") from None
    rehearsal = content.ovning
    if any(moment.tzinfo is None for moment in _moments(rehearsal)):
        raise FileFault("Filen har en tidpunkt utan tidszon.")
    if content.arende is None:
        return rehearsal
    return replace(rehearsal, case=from_document(content.arende, case_id=str(content.arende.get("id"))))


def _moments(rehearsal: Rehearsal) -> Iterator[datetime]:
    yield rehearsal.begun
    if rehearsal.ended is not None:
        yield rehearsal.ended


def _numbers(rehearsal: Rehearsal) -> Iterator[float]:
    for turn in rehearsal.turns:
        yield turn.seconds
        yield turn.heard.certainty
        yield turn.heard.ruta_certainty
