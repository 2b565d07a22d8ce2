"""Back from a backup: the whole vault into an empty folder, or single cases into an open vault."""

import contextlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gk_assistant.conversation.case_rows import row_of
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed
from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Role
from gk_assistant.storage.disk import Disk, put
from gk_assistant.storage.folder_lock import LOCK_NAME, FolderLock
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.backup_file import BackupFault, Member, Opened
from gk_assistant.storage.vault.backup_reading import (
    FORM,
    case_of,
    cases_in,
    cases_said,
    ends,
    files_in,
    left_out,
    made_at,
    read_backup,
)
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.header import header_bytes
from gk_assistant.storage.vault.index import Entry, Row
from gk_assistant.storage.vault.names import HEADER, PREVIOUS
from gk_assistant.storage.vault.previewing import loaded
from gk_assistant.storage.vault.records import JournalKind
from gk_assistant.storage.vault.room import Room
from gk_assistant.storage.vault.trail import record
from gk_assistant.storage.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A vault made out of a backup."""

    folder: Path
    cases: int
    made: datetime
    left_out: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What to tell the user, in Swedish."""
        inside = cases_said(self.cases)
        return (
            f"Valvet är återställt i {self.folder} med {inside}, som de var {self.made:%Y-%m-%d %H.%M}.",
            "Lösenfrasen och återställningsnyckeln är de som gällde då.",
            *(f"Fanns inte i kopian: {what}" for what in self.left_out),
        )


def restore(source: Path, secret: str, folder: Path, *, role: Role | None = None, disk: Disk | None = None) -> Restored:
    """Make a vault out of a backup in a folder that is empty or not there.

    The backup is read to its end before anything is written, and the vault is opened and read when it has been; after
    an error the folder is as it was. Raises :class:`WrongSecret`, :class:`NewerVault` and :class:`BackupFault`.
    """
    disk = disk or Disk()
    backup = read_backup(source, secret, None, disk)
    try:
        first, last = ends(backup)
        _refuse_used(folder, disk)
        lock = FolderLock(folder, disk)
        hindrance = lock.hindrance()
        if hindrance is not None:
            raise BackupFault(hindrance)
        try:
            cases = _unpacked(backup, made_at(first), folder, disk, last)
        finally:
            lock.release()
    except OSError as error:
        raise BackupFault(disk_sentence(error, folder)) from error
    finally:
        backup.key.wipe()
    _prove(folder, secret, cases, role, disk)
    return Restored(folder=folder, cases=cases, made=made_at(first), left_out=left_out(last))


def restore_cases(  # noqa: PLR0913 - what, by what right, where to, and who
    source: Path,
    secret: str | None,
    store: VaultCaseStore,
    case_ids: Collection[str],
    *,
    role: Role | None = None,
    disk: Disk | None = None,
) -> tuple[Case, ...]:
    """Take single cases out of a backup into an open vault and return them; their present state becomes the former one.

    A case that is the same already is left as it is. Raises :class:`WrongSecret`, :class:`BackupFault` (also when the
    backup has no such case) and :class:`StoreFault`; cases that came before the one that failed are back.
    """
    backup = read_backup(source, secret, store.vault, disk or Disk())
    try:
        ends(backup)
        wanted = {case.id: case for case in map(case_of, cases_in(backup)) if case.id in case_ids}
    finally:
        backup.key.wipe()
    absent = sorted(set(case_ids) - wanted.keys())
    if absent:
        raise BackupFault(f"Säkerhetskopian har inget ärende {absent[0]}.")
    for case in wanted.values():
        if loaded(store, case.id) != case:
            store.put_back(case)
            with contextlib.suppress(StoreFault):  # the case is back: that is what counts
                record(store.vault, Deed.RESTORED, case_id=case.id, role=role)
    return tuple(wanted.values())


def _refuse_used(folder: Path, disk: Disk) -> None:
    """Raise :class:`BackupFault` for a folder that holds anything, :class:`OSError` for one that cannot be read."""
    with contextlib.suppress(FileNotFoundError):
        if set(disk.names(folder)) - {LOCK_NAME}:
            raise BackupFault(f"Mappen {folder} är inte tom. Välj en tom mapp, eller en som inte finns än.")


def _unpacked(backup: Opened, made: datetime, folder: Path, disk: Disk, last: Member) -> int:
    """Write a vault and return its number of cases; the header comes last, since it makes the folder a vault."""
    room = Room(folder=folder, disk=disk, key=backup.key, vault_id=backup.header.vault_id, now=lambda: made)
    index = room.index
    index.state.header = backup.header.generation
    try:
        for member in files_in(backup):
            file_id, entry = _written(room, member)
            index.keep(file_id, entry)
        index.state.gone.update({str(name): int(number) for name, number in last.said.get("borta", {}).items()})
        index.rewrite()
        disk.sync_folder(folder)
        put(disk, folder / (HEADER + PREVIOUS), header_bytes(backup.header))
        put(disk, folder / HEADER, header_bytes(backup.header))
        with contextlib.suppress(PermissionError):
            disk.sync_folder(folder.parent)
    except BaseException:
        _take_back(folder, disk)
        raise
    return sum(entry.row is not None for entry in index.state.files.values())


def _written(room: Room, member: Member) -> tuple[str, Entry]:
    """Write one file of a vault and return its id and what the register says of it."""
    try:
        kind, file_id, number = JournalKind(member.said["sort"]), str(member.said["fil"]), int(member.said["nummer"])
        raw = bytes.fromhex(file_id)
    except (KeyError, ValueError, TypeError):
        raise BackupFault(FORM) from None
    journal = room.journal(raw, kind)
    journal.step_over(number)
    journal.rewrite(member.content, keep_former=False)
    row = Row.of(row_of(case_of(member))) if kind is JournalKind.CASE else None
    return file_id, Entry.of(journal.mark, row)


def _take_back(folder: Path, disk: Disk) -> None:
    """Remove what a failed restoring has written: the folder was empty before."""
    with contextlib.suppress(OSError):
        for name in sorted(disk.names(folder), key=lambda name: not name.startswith(HEADER)):
            if name != LOCK_NAME:
                disk.unlink(folder / name)


def _prove(folder: Path, secret: str, cases: int, role: Role | None, disk: Disk) -> None:
    """Open the new vault and read every file of it; raises :class:`BackupFault`, and then it is taken away again."""
    try:
        vault = Vault.open(folder, secret, disk=disk, every=True)
    except StoreFault:
        _take_back(folder, disk)
        raise
    try:
        found = sum(entry.row is not None for entry in vault.room.index.state.files.values())
        if vault.faults or found != cases:
            what = next(iter(vault.faults.values()), "Ärenden saknas.")
            _take_back(folder, disk)
            raise BackupFault(f"Det återställda valvet blev inte helt. {what} Försök på en annan disk.")
        with contextlib.suppress(StoreFault):
            record(vault, Deed.RESTORED, role=role)
    finally:
        vault.close()
