"""What every part of an open vault shares: the folder, the disk, the key, the register; and how files are judged."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from gk_assistant.conversation.case_rows import row_of
from gk_assistant.domain.cases import Case
from gk_assistant.storage.case_file import from_document
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.json_storage import FileFault
from gk_assistant.storage.vault.faults import JournalFault
from gk_assistant.storage.vault.index import Entry, Index, Row
from gk_assistant.storage.vault.journal import Contents, Journal, Mark
from gk_assistant.storage.vault.keys import DataKey
from gk_assistant.storage.vault.names import INDEX, journal_name
from gk_assistant.storage.vault.records import Identity, JournalKind, Record
from gk_assistant.storage.vault.storage import replayed

TABLE = "arende"
DOCUMENT = "1"
NO_ID = bytes(16)
"""The register's file id: there is one register, under a fixed name."""

ROLLED_BACK = "Filen är äldre än den ska vara: slutet är borta, eller så har en äldre fil lagts tillbaka."
EXCHANGED = "Filen är en annan än den som sparades här sist."


@dataclass(kw_only=True)
class Room:
    """An open vault's shared parts."""

    folder: Path
    disk: Disk
    key: DataKey
    vault_id: bytes
    now: Callable[[], datetime]
    index: Index = field(init=False)
    turn: threading.RLock = field(default_factory=threading.RLock)
    """Held by whoever reads or writes a file of the vault: they all write in the one register."""

    def __post_init__(self) -> None:
        """Stand ready at the register."""
        self.index = self.fresh_index()

    def fresh_index(self) -> Index:
        """Return an empty register at the register's file."""
        return Index(self._journal(self.folder / INDEX, NO_ID, JournalKind.INDEX))

    def journal(self, file_id: bytes, kind: JournalKind) -> Journal:
        """Return the journal of a file."""
        return self._journal(self.folder / journal_name(file_id), file_id, kind)

    def note(self, file_id: str, entry: Entry, *, sync: bool = False) -> None:
        """Note a file's new state in the register, with ``sync`` for good: a new generation may be as large as the old.

        The file itself is safe already: that the register could not be written is no reason to call the save failed.
        The register then lags, which the next opening sees and mends.
        """
        try:
            self.index.put(file_id, entry, sync=sync)
        except OSError:
            return

    def _journal(self, path: Path, file_id: bytes, kind: JournalKind) -> Journal:
        identity = Identity(kind=kind, vault_id=self.vault_id, file_id=file_id)
        return Journal(path, identity, disk=self.disk, key=self.key)


def against(entry: Entry | None, contents: Contents) -> Contents:
    """Return a journal's contents, held against what the register knows; raises :class:`JournalFault`."""
    if contents.fault is not None:
        raise contents.fault
    if entry is None:
        return contents
    if contents.number < entry.number:
        raise JournalFault(ROLLED_BACK)
    if any(record.number == entry.number and record.tag.hex() != entry.tag for record in contents.records):
        raise JournalFault(EXCHANGED)
    return contents


def case_in(records: tuple[Record, ...], *, case_id: str | None) -> Case:
    """Return the case that a journal's records lead to; raises :class:`JournalFault`."""
    document = replayed(records).get(TABLE, {}).get(DOCUMENT)
    own = document.get("id") if isinstance(document, dict) else None
    try:
        return from_document(document, case_id=str(own) if case_id is None else case_id)
    except FileFault as fault:
        raise JournalFault(str(fault)) from None


def entry_of(contents: Contents, mark: Mark) -> Entry:
    """Return the register's entry for a case journal; raises :class:`JournalFault`."""
    return Entry.of(mark, Row.of(row_of(case_in(contents.records, case_id=None))))
