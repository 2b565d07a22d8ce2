"""An encrypted journal: the whole first, then change after change, each on disk before it counts.

A save appends one record and waits for the disk. When the changes have grown past twice the whole, or when the state
of the file's end is not certain, the save writes a new generation instead: a fresh file with the whole, put in place in
one step, the former one kept beside it. Nothing is ever cut off or written over in place.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gk_assistant.storage.disk import Disk, Signature, put, write_all
from gk_assistant.storage.vault.faults import JournalFault
from gk_assistant.storage.vault.keys import KEY, TAG, DataKey
from gk_assistant.storage.vault.names import PREVIOUS
from gk_assistant.storage.vault.records import (
    SECTOR,
    Identity,
    Record,
    RecordCipher,
    RecordKind,
    Torn,
    read_file_head,
    read_head,
)

LEAST_GROWTH: Final = 128 * 1024
"""A journal of a small case may grow this many bytes before it is written anew: some 128 saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A journal as read: its sound records from the first on, and what stopped the reading.

    ``fault`` is damage; ``torn`` is a last record that was under way when the program or the power went.
    """

    records: tuple[Record, ...]
    torn: bool = False
    fault: JournalFault | None = None

    @property
    def number(self) -> int:
        """The number of the last sound record; 0 when there is none."""
        return self.records[-1].number if self.records else 0

    @property
    def whole(self) -> bool:
        """Whether everything could be read."""
        return bool(self.records) and self.fault is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What tells one state of a journal from every other: the last record's number and tag, and the file's size."""

    number: int
    tag: bytes
    size: int


class Journal:
    """One file of records. Its methods raise :class:`JournalFault` (contents) and :class:`OSError` (disk)."""

    def __init__(self, path: Path, identity: Identity, *, disk: Disk, key: DataKey) -> None:
        """Stand ready at a path where there may be no file yet."""
        self.path = path
        self.identity = identity
        self.mark = Mark(number=0, tag=b"", size=0)
        self._disk = disk
        self._key = key
        self._cipher: RecordCipher | None = None
        self._seen: Signature | None = None
        self._whole_end = 0

    @property
    def name(self) -> str:
        """The file's id in hex, as the register knows it."""
        return self.identity.file_id.hex()

    @property
    def previous(self) -> Path:
        """Where the former generation is kept."""
        return self.path.with_name(self.path.name + PREVIOUS)

    @property
    def grown(self) -> int:
        """How many bytes have been added after the whole that the file begins with."""
        return self.mark.size - self._whole_end

    @property
    def _overgrown(self) -> bool:
        return self.grown > max(LEAST_GROWTH, 2 * self._whole_end)

    def read(self, *, former: bool = False) -> Contents:
        """Return what the file holds (or its ``former`` generation); :class:`FileNotFoundError` when it is not there.

        A :class:`JournalFault` in the very beginning is raised; one further on is told in the answer.
        """
        path = self.previous if former else self.path
        seen = self._disk.signature(path)
        data = self._disk.read(path)
        cipher = self._cipher_of(data)
        contents = _read_records(cipher, data)
        if not former:
            self._cipher = None
            if contents.whole and not contents.torn:
                self._cipher, self._seen = cipher, seen
                self._whole_end = contents.records[0].end
            last = contents.records[-1].tag if contents.records else b""
            self.mark = Mark(number=contents.number, tag=last, size=len(data))
        return contents

    def sound(self) -> tuple[Record, ...]:
        """Return the records before the damage, none when nothing can be read; raises :class:`OSError`."""
        try:
            return self.read().records
        except (JournalFault, FileNotFoundError):
            return ()

    @property
    def uncertain(self) -> bool:
        """Whether a write has failed here: what is on disk is the former state or the refused one."""
        return self._seen is None and self.mark.number > 0

    def unchanged(self) -> bool:
        """Whether the file is as last read or written here."""
        return self._seen is not None and self._disk.signature(self.path) == self._seen

    def save(self, change: bytes | None, whole: Callable[[], bytes], *, sync: bool = True) -> None:
        """Put a state on disk, as a change where that can be; it has reached the disk when this returns.

        ``change`` is what differs from the last state saved or read here, ``None`` when it is not known; ``whole``
        gives everything. Without ``sync`` a change may be lost when the power goes. After an error the state on disk is
        the former one or the new one, never another.
        """
        cipher = self._cipher
        if change is None or cipher is None or self._overgrown:
            self.rewrite(whole())
            return
        number = self.mark.number + 1
        kind = RecordKind.CHANGE
        if len(change) > self._whole_end:
            kind, change = RecordKind.WHOLE, whole()
        sealed = cipher.seal(kind, number, change, self.mark.tag)
        if not self._append(sealed, number, sync=sync):
            self.rewrite(whole())

    def save_whole(self, whole: bytes) -> None:
        """Put a state on disk as a whole record after the others, or as a new generation."""
        cipher = self._cipher
        if cipher is not None and not self._overgrown:
            number = self.mark.number + 1
            if self._append(cipher.seal(RecordKind.WHOLE, number, whole, self.mark.tag), number, sync=True):
                return
        self.rewrite(whole)

    def rewrite(self, whole: bytes, *, keep_former: bool = True) -> None:
        """Write a new generation with the whole alone; the present file becomes the former generation."""
        number = self.mark.number + 1
        cipher = RecordCipher(self._key, self.identity, os.urandom(KEY))
        sealed = cipher.seal(RecordKind.WHOLE, number, whole, cipher.start)
        self._unsure(number)
        put(self._disk, self.path, cipher.head + sealed, previous=self.previous if keep_former else None)
        self._seen = self._disk.signature(self.path)
        self._cipher = cipher
        self._whole_end = SECTOR + len(sealed)
        self.mark = Mark(number=number, tag=sealed[-TAG:], size=self._whole_end)

    def step_over(self, number: int) -> None:
        """Count on from a number that has been used in this journal's name elsewhere."""
        self._unsure(max(number, self.mark.number))

    def _append(self, sealed: bytes, number: int, *, sync: bool) -> bool:
        """Write a record after the others; ``False`` when the file is no longer the one known here."""
        seen, cipher = self._seen, self._cipher
        try:
            descriptor = self._disk.append(self.path)
        except FileNotFoundError:
            return False
        try:
            found = self._disk.seen(descriptor)
            if seen is None or (found.inode, found.size) != (seen.inode, seen.size):
                return False
            self._unsure(number)
            write_all(self._disk, descriptor, sealed)
            if sync:
                self._disk.sync(descriptor)
        finally:
            self._disk.close(descriptor)
        now = self._disk.signature(self.path)  # by the name, as it will be compared: Windows dates it when it is closed
        self._seen, self._cipher = now, cipher
        self.mark = Mark(number=number, tag=sealed[-TAG:], size=now.size)
        return True

    def _unsure(self, number: int) -> None:
        """Take the file's end as uncertain until a write has gone well; the next one then makes a new generation."""
        self._cipher = None
        self._seen = None
        self.mark = Mark(number=number, tag=self.mark.tag, size=self.mark.size)

    def _cipher_of(self, data: bytes) -> RecordCipher:
        """Return the cipher of a file's generation; raises :class:`JournalFault` when the file is another's."""
        found, salt = read_file_head(data)
        if found.vault_id != self.identity.vault_id:
            raise JournalFault("Filen hör till ett annat valv.")
        if found != self.identity:
            raise JournalFault("Filen är en annan än namnet säger: två filer har bytt plats.")
        cipher = RecordCipher(self._key, found, salt)
        if cipher.head != data[:SECTOR]:
            raise JournalFault("Filens början är ändrad.")
        return cipher


def _read_records(cipher: RecordCipher, data: bytes) -> Contents:
    records: list[Record] = []
    at, before, number = SECTOR, cipher.start, None
    while at < len(data):
        try:
            record = cipher.open(data, at, number, before)
        except Torn:
            fault = _after_torn(data, at)
            return Contents(records=tuple(records), torn=fault is None, fault=fault)
        except JournalFault as damage:
            return Contents(records=tuple(records), fault=damage)
        records.append(record)
        at, before, number = record.end, record.tag, record.number + 1
    fault = None if records else JournalFault("Filen är avklippt i början.")
    return Contents(records=tuple(records), fault=fault)


def _after_torn(data: bytes, at: int) -> JournalFault | None:
    """Return why a record that looks unfinished is damage after all: it is the first, or others follow it."""
    if at == SECTOR:
        return JournalFault("Filen är avklippt eller tom i början.")
    for place in range(at + SECTOR, len(data), SECTOR):
        try:
            read_head(data, place)
        except (Torn, JournalFault):
            continue
        return JournalFault("En bit mitt i filen är borta.")
    return None
