"""What an opening does: read the register, hold it against the files, read those that differ, name what is wrong."""

import contextlib
from dataclasses import dataclass, field

from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.faults import JournalFault
from gk_assistant.storage.vault.index import Entry, Index
from gk_assistant.storage.vault.names import JOURNAL_ENDING, journal_id, journal_name
from gk_assistant.storage.vault.records import JournalKind, read_file_head
from gk_assistant.storage.vault.room import Room, against, entry_of

MISSING = "Filen saknas."
GONE = "Ärendet är rensat, men filen finns här igen."
TWICE = "Ärendet finns i en annan fil också."

_UNCLEAN = "Programmet avslutades inte som det skulle förra gången. Allt som var sparat finns kvar."
_MORE = "En fil i valvet har fått något på slutet som inte hör dit. Det lämnas utanför."
_REBUILT = "Valvets register var skadat. Listan är gjord på nytt ur ärendena, som alla har lästs."
_OLDER = "Valvets register var äldre än ärendena. Listan är gjord på nytt ur ärendena, som alla har lästs."


@dataclass(kw_only=True)
class Found:
    """What an opening found: file id (hex) → what is wrong, and remarks for the user (Swedish sentences)."""

    faults: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    unclean: bool = False
    """Whether the program was killed the last time, and the register is sound."""
    stale: bool = False
    """Whether the register on disk should be written anew as soon as something is written."""


def take_in(room: Room, *, every: bool = False) -> Found:
    """Read the register into the room and hold it against the folder; ``every`` reads each file, changed or not.

    Raises :class:`OSError` when the folder itself cannot be read.
    """
    found = Found()
    sound = _read_index(room, found)
    named = room.disk.sizes(room.folder, JOURNAL_ENDING).items()
    sizes = {file_id: size for name, size in named if (file_id := journal_id(name)) is not None}
    changed = _changed(room.index, sizes)
    newer = [file_id for file_id in changed if _judge(room, file_id, found)]
    if sound and room.index.state.closed and newer:
        found.remarks.append(_OLDER)
        sound = False
    elif sound and room.index.state.closed and len(changed) > len(found.faults):
        found.remarks.append(_MORE)
    elif sound and not room.index.state.closed:
        found.remarks.append(_UNCLEAN)
        found.unclean = True
    for file_id in sorted(sizes) if every or not sound else ():
        _judge(room, file_id, found)
    for file_id in room.index.state.files:
        if file_id not in sizes:
            found.faults[file_id] = MISSING
    found.stale = not sound or bool(changed)
    return found


def _read_index(room: Room, found: Found) -> bool:
    """Take in the register, or what is left of it and of its former generation; return whether it was sound."""
    try:
        contents = room.index.read()
    except FileNotFoundError:
        contents = None
    except JournalFault:
        contents = None
    if contents is not None and contents.fault is None:
        if contents.torn:  # killed while it was noted that something was under way
            room.index.state.closed = False
        return True
    found.remarks.append(_REBUILT)
    sound_part = room.index.state
    room.index = room.fresh_index()
    with contextlib.suppress(JournalFault, OSError):
        room.index.read(former=True)
    for file_id, entry in sound_part.files.items():
        room.index.keep(file_id, entry)
    room.index.state.gone.update(sound_part.gone)
    room.index.state.closed = False
    return False


def _changed(index: Index, sizes: dict[str, int]) -> list[str]:
    """Return the ids of the files that are not as large as the register says, or that it does not know."""
    files = index.state.files
    return sorted(file_id for file_id, size in sizes.items() if file_id not in files or files[file_id].size != size)


def _judge(room: Room, file_id: str, found: Found) -> bool:
    """Read one file and note its state, or what is wrong with it; return whether it is newer than the register."""
    known = room.index.entry(file_id)
    try:
        entry = _entry(room, file_id, known)
    except FileNotFoundError:
        return False
    except JournalFault as fault:
        found.faults[file_id] = str(fault)
        return False
    except OSError as error:
        found.faults[file_id] = disk_sentence(error, room.folder / journal_name(bytes.fromhex(file_id)))
        return False
    if file_id in room.index.state.gone:
        found.faults[file_id] = GONE
    elif entry.row is not None and room.index.file_of(entry.row.case) not in (None, file_id):
        found.faults[file_id] = TWICE
    else:
        room.index.keep(file_id, entry)
        return known is None or entry.number > known.number
    return False


def _entry(room: Room, file_id: str, known: Entry | None) -> Entry:
    raw = bytes.fromhex(file_id)
    kind = read_file_head(room.disk.read(room.folder / journal_name(raw)))[0].kind
    journal = room.journal(raw, kind)
    contents = against(known, journal.read())
    if kind is JournalKind.CASE:
        return entry_of(contents, journal.mark)
    return Entry.of(journal.mark, None)
