"""Rehearsals handed from trainee to trainer: JSON files without notes, as ``docs/ovning-json.md`` promises them."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.storage.json_storage import FileFault
from gk_assistant.storage.rehearsal_file_format import from_bytes, to_bytes
from gk_assistant.storage.sentences import disk_sentence

ENDING: Final = ".json"
LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a file that is read; a rehearsal of 500 turns takes some 500 kB."""


def to_json(rehearsal: Rehearsal) -> bytes:
    """Return a rehearsal without its notes, indented; raises :class:`StoreFault`."""
    return msgspec.json.format(to_bytes(replace(rehearsal, case=None)), indent=1) + b"\n"


def read_folder(folder: Path) -> tuple[tuple[Rehearsal, ...], tuple[str, ...]]:
    """Return the rehearsals of a folder's JSON files, the oldest first, and what was wrong with the other files.

    The same rehearsal in two files counts once. Raises :class:`StoreFault` when the folder cannot be read.
    """
    found: dict[str, Rehearsal] = {}
    faults = []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ENDING and path.is_file())
    except OSError as error:
        raise StoreFault(disk_sentence(error, folder)) from error
    for path in paths:
        try:
            rehearsal = _read(path)
        except (FileFault, OSError) as fault:
            why = disk_sentence(fault, path) if isinstance(fault, OSError) else f"{path.name} hoppas över. {fault}"
            faults.append(why)
            continue
        found[rehearsal.id] = rehearsal
    return tuple(sorted(found.values(), key=lambda one: (one.begun, one.id))), tuple(faults)


def _read(path: Path) -> Rehearsal:
    if path.stat().st_size > LARGEST:
        raise FileFault("Filen är för stor för att vara en övning.")
    return replace(from_bytes(path.read_bytes()), case=None)
