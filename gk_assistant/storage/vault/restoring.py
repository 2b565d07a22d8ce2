"""What is in a backup, how it differs from the vault, and back again: the whole vault, or single cases."""

import contextlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from gk_assistant.conversation.case_rows import last_touched, row_of
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed
from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Role
from gk_assistant.storage.case_file import from_document
from gk_assistant.storage.disk import Disk, put
from gk_assistant.storage.folder_lock import LOCK_NAME, FolderLock
from gk_assistant.storage.json_storage import FileFault
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.backup_file import FILE, BackupFault, Member, Opened, opened
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.header import header_bytes
from gk_assistant.storage.vault.index import Entry, Row
from gk_assistant.storage.vault.names import HEADER, PREVIOUS
from gk_assistant.storage.vault.records import JournalKind
from gk_assistant.storage.vault.room import DOCUMENT, TABLE, Room
from gk_assistant.storage.vault.trail import record
from gk_assistant.storage.vault.vault import Vault

_FORM = "Säkerhetskopians innehåll har fel form. Använd en annan kopia."


class Standing(StrEnum):
    """How a case in a backup stands to the case in the vault."""

    NEW = "ny"
    OLDER = "äldre"
    NEWER = "nyare"
    DIFFERENT = "avviker"
    EQUAL = "lika"
    MISSING = "saknas i kopian"
    UNREADABLE = "oläslig i valvet"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStanding:
    """One case of a preview. ``kept`` and ``present`` count live notes, ``None`` where the case is not.

    ``differing`` counts the notes that are not the same on both sides, or that only one side has.
    """

    case_id: str
    label: str
    standing: Standing
    kept: int | None
    present: int | None
    differing: int

    @property
    def words(self) -> str:
        """One line in Swedish."""
        notes = f", {_count(self.differing, 'anteckning', 'anteckningar')} skiljer sig" if self.differing else ""
        return f"{self.label}: {self.standing.value}{notes}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is in a sound backup. ``same_vault`` is ``None`` when it was held against nothing."""

    made: datetime
    cases: tuple[CaseStanding, ...]
    same_vault: bool | None
    left_out: tuple[str, ...]
    """What could not be read when the backup was made (Swedish)."""

    @property
    def words(self) -> tuple[str, ...]:
        """What to tell the user, in Swedish."""
        inside = sum(case.kept is not None for case in self.cases)
        lines = [f"Säkerhetskopian är hel. Den är gjord {self.made:%Y-%m-%d %H.%M} och har {_cases(inside)}."]
        if self.same_vault is False:
            lines.append("Den är av ett annat valv än det som är öppet.")
        lines += [case.words for case in self.cases]
        return (*lines, *(f"Kom inte med när kopian gjordes: {what}" for what in self.left_out))


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
        return (
            f"Valvet är återställt i {self.folder} med {_cases(self.cases)}, som de var {self.made:%Y-%m-%d %H.%M}.",
            "Lösenfrasen och återställningsnyckeln är de som gällde då.",
            *(f"Fanns inte i kopian: {what}" for what in self.left_out),
        )


def preview(source: Path, secret: str | None, vault: Vault | None = None, *, disk: Disk | None = None) -> Preview:
    """Read a whole backup and hold it against the open vault.

    ``secret`` (passphrase or recovery key of when the backup was made) may be ``None`` for a backup of ``vault``.
    Raises :class:`WrongSecret`, :class:`NewerVault` and :class:`BackupFault`: a backup that is damaged anywhere has no
    preview.
    """
    backup = _opened(source, secret, vault, disk or Disk())
    store = VaultCaseStore(vault) if vault is not None else None
    same = backup.header.vault_id == vault.room.vault_id if vault is not None else None
    try:
        first, last = _ends(backup)
        cases = [_standing(_case(member), member if same else None, store) for member in _cases_in(backup)]
    finally:
        backup.key.wipe()
    known = {case.case_id for case in cases}
    if vault is not None:
        rows = [entry.row for entry in vault.room.index.state.files.values() if entry.row is not None]
        cases += [_missing(row) for row in rows if row.case not in known]
    cases.sort(key=lambda case: (case.label, case.case_id))
    return Preview(made=_made(first), cases=tuple(cases), same_vault=same, left_out=_left_out(last))


def restore(source: Path, secret: str, folder: Path, *, role: Role | None = None, disk: Disk | None = None) -> Restored:
    """Make a vault out of a backup in a folder that is empty or not there.

    The backup is read to its end before anything is written, and the vault is opened and read when it has been; after
    an error the folder is as it was. Raises :class:`WrongSecret`, :class:`NewerVault` and :class:`BackupFault`.
    """
    disk = disk or Disk()
    backup = _opened(source, secret, None, disk)
    try:
        first, last = _ends(backup)
        _refuse_used(folder, disk)
        lock = FolderLock(folder, disk)
        hindrance = lock.hindrance()
        if hindrance is not None:
            raise BackupFault(hindrance)
        try:
            cases = _unpacked(backup, _made(first), folder, disk, last)
        finally:
            lock.release()
    except OSError as error:
        raise BackupFault(disk_sentence(error, folder)) from error
    finally:
        backup.key.wipe()
    _prove(folder, secret, cases, role, disk)
    return Restored(folder=folder, cases=cases, made=_made(first), left_out=_left_out(last))


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
    backup = _opened(source, secret, store.vault, disk or Disk())
    try:
        _ends(backup)
        wanted = {case.id: case for case in map(_case, _cases_in(backup)) if case.id in case_ids}
    finally:
        backup.key.wipe()
    absent = sorted(set(case_ids) - wanted.keys())
    if absent:
        raise BackupFault(f"Säkerhetskopian har inget ärende {absent[0]}.")
    for case in wanted.values():
        if _loaded(store, case.id) != case:
            store.put_back(case)
            with contextlib.suppress(StoreFault):  # the case is back: that is what counts
                record(store.vault, Deed.RESTORED, case_id=case.id, role=role)
    return tuple(wanted.values())


def _opened(source: Path, secret: str | None, vault: Vault | None, disk: Disk) -> Opened:
    try:
        data = disk.read(source)
    except OSError as error:
        raise BackupFault(disk_sentence(error, source)) from error
    known = (vault.room.vault_id, vault.room.key) if vault is not None else None
    return opened(data, secret, known)


def _ends(backup: Opened) -> tuple[Member, Member]:
    """Read a backup through and return its first and last member; raises :class:`BackupFault` on any damage."""
    first = last = None
    for member in backup.members():
        first, last = first or member, member
    if first is None or last is None:
        raise BackupFault(_FORM)
    _made(first)
    return first, last


def _files(backup: Opened) -> Iterator[Member]:
    return (member for member in backup.members() if member.slag == FILE)


def _cases_in(backup: Opened) -> Iterator[Member]:
    return (member for member in _files(backup) if member.said.get("sort") == JournalKind.CASE)


def _made(first: Member) -> datetime:
    try:
        return datetime.fromisoformat(str(first.said["gjord"]))
    except (KeyError, ValueError):
        raise BackupFault(_FORM) from None


def _left_out(last: Member) -> tuple[str, ...]:
    return tuple(str(what) for what in last.said.get("utelamnat", ()))


def _case(member: Member) -> Case:
    try:
        document = msgspec.json.decode(member.content)[TABLE][DOCUMENT]
        return from_document(document, case_id=str(document["id"]))
    except (msgspec.DecodeError, LookupError, TypeError, FileFault):
        raise BackupFault(_FORM) from None


def _loaded(store: VaultCaseStore, case_id: str) -> Case | None:
    try:
        return store.load(case_id)
    except StoreFault:
        return None


def _standing(kept: Case, member: Member | None, store: VaultCaseStore | None) -> CaseStanding:
    """Return how a case stands; ``member`` is ``None`` when its file's numbers say nothing about the vault's."""
    file_id = store.vault.room.index.file_of(kept.id) if store is not None else None
    present, entry = None, None
    if store is not None and file_id is not None:
        present, entry = _loaded(store, kept.id), store.vault.room.index.entry(file_id)
    if store is None or file_id is None:
        standing = Standing.NEW
    elif present is None:
        standing = Standing.UNREADABLE
    else:
        number = int(member.said["nummer"]) if member is not None and member.said.get("fil") == file_id else None
        standing = _older_or_newer(kept, present, number, entry)
    return CaseStanding(
        case_id=kept.id,
        label=kept.label,
        standing=standing,
        kept=len(kept.notes),
        present=len(present.notes) if present is not None else None,
        differing=_differing(kept, present) if present is not None else 0,
    )


def _older_or_newer(kept: Case, present: Case, number: int | None, entry: Entry | None) -> Standing:
    """Tell by the time of the last change, then by the number of saves; the clock may have stood still or been set."""
    if kept == present:
        return Standing.EQUAL
    before, after = last_touched(kept), last_touched(present)
    if before == after and number is not None and entry is not None:
        before, after = number, entry.number
    if before == after:
        return Standing.DIFFERENT
    return Standing.OLDER if before < after else Standing.NEWER


def _differing(one: Case, other: Case) -> int:
    """Return how many notes are not alike on both sides, by their ids."""
    left, right = {note.id: note for note in one.notes}, {note.id: note for note in other.notes}
    return sum(left.get(known) != right.get(known) for known in left.keys() | right.keys())


def _missing(row: Row) -> CaseStanding:
    return CaseStanding(
        case_id=row.case, label=row.label, standing=Standing.MISSING, kept=None, present=row.notes, differing=row.notes
    )


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
        for member in _files(backup):
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
        raise BackupFault(_FORM) from None
    journal = room.journal(raw, kind)
    journal.step_over(number)
    journal.rewrite(member.content, keep_former=False)
    row = Row.of(row_of(_case(member))) if kind is JournalKind.CASE else None
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


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _cases(number: int) -> str:
    return _count(number, "ärende", "ärenden")
