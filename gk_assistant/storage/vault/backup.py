"""Backups: the whole vault as one encrypted file, read back before it is called done, and a word when it is time."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed
from gk_assistant.domain.notes import Role
from gk_assistant.storage.disk import Disk, write_all
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.backup_file import FILE, FIRST, LAST, BackupFault, Sealer, opened
from gk_assistant.storage.vault.faults import LOCKED, JournalFault
from gk_assistant.storage.vault.index import Entry
from gk_assistant.storage.vault.keys import DataKey
from gk_assistant.storage.vault.names import journal_name
from gk_assistant.storage.vault.opening import MISSING
from gk_assistant.storage.vault.previewing import CaseStanding, Preview, Standing, preview
from gk_assistant.storage.vault.records import JournalKind, RecordKind
from gk_assistant.storage.vault.restoring import Restored, restore, restore_cases
from gk_assistant.storage.vault.room import against, case_in
from gk_assistant.storage.vault.storage import replayed
from gk_assistant.storage.vault.trail import record
from gk_assistant.storage.vault.vault import Vault

__all__ = (
    "BackupFault",
    "CaseStanding",
    "Preview",
    "Receipt",
    "Restored",
    "Standing",
    "make_backup",
    "preview",
    "reminder",
    "restore",
    "restore_cases",
)

ENDING: Final = ".gkkopia"
BLOB: Final = "sakerhetskopia"
DAYS: Final = 14
"""How old the last backup may be before one is reminded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A backup that has been made: where, when, how many cases and bytes, and what could not be read."""

    path: Path
    made: datetime
    cases: int
    size: int
    left_out: tuple[str, ...] = ()
    remark: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What to tell the user, in Swedish."""
        count = "1 ärende" if self.cases == 1 else f"{self.cases} ärenden"
        kib = max(1, round(self.size / 1024))
        lines = [
            f"Säkerhetskopian är klar: {self.path}",
            f"Den innehåller {count} och tar {kib} kB. Den är läst tillbaka och stämmer.",
            "Den öppnas med valvets nuvarande lösenfras eller återställningsnyckel, också om du byter dem senare.",
        ]
        lines += [f"Kom inte med: {what}" for what in self.left_out]
        return (*lines, self.remark) if self.remark else tuple(lines)


class _Done(msgspec.Struct, frozen=True):
    """The named value that remembers the last backup."""

    gjord: datetime
    arenden: int


def make_backup(vault: Vault, target: Path, *, role: Role | None = None) -> Receipt:
    """Put the whole vault in one new file and return a receipt once the file has been read back.

    ``target`` is a file that is not there yet, or a folder, where the file gets a name with the date. What cannot be
    read in the vault is left out and named. Raises :class:`BackupFault` and :class:`VaultFault`; then there is no file.
    """
    if vault.closed:
        raise BackupFault(LOCKED)
    made = vault.room.now()
    path = _place(vault, target, made)
    left_out: list[str] = []
    try:
        size, cases = _written(vault, path, made, left_out)
    except OSError as error:
        raise BackupFault(disk_sentence(error, path.parent)) from error
    done = _Done(gjord=made, arenden=cases)
    remark = None
    try:
        vault.blobs.put(BLOB, msgspec.json.encode(done))
        record(vault, Deed.BACKED_UP, role=role, at=made)
    except StoreFault as fault:
        remark = f"Kopian är hel, men det gick inte att anteckna i valvet att den är gjord. {fault}"
    return Receipt(path=path, made=made, cases=cases, size=size, left_out=tuple(left_out), remark=remark)


def reminder(vault: Vault, now: datetime, *, days: int = DAYS) -> str | None:
    """Return a Swedish sentence when the last backup is more than ``days`` old, or when there has been none."""
    if not any(entry.row is not None and not entry.row.fictive for entry in vault.room.index.state.files.values()):
        return None
    try:
        kept = vault.blobs.get(BLOB)
        last = msgspec.json.decode(kept, type=_Done).gjord if kept else None
    except (StoreFault, msgspec.DecodeError):
        last = None
    if last is None:
        return "Det finns ingen säkerhetskopia av valvet. Gör en med gk valv sakerhetskopiera."
    age = (now - last).days
    if age < 0:
        return "Datorns klocka går före eller efter: den senaste säkerhetskopian ser ut att vara gjord i framtiden."
    if age <= days:
        return None
    return f"Den senaste säkerhetskopian är {age} dagar gammal. Gör en ny med gk valv sakerhetskopiera."


def _place(vault: Vault, target: Path, made: datetime) -> Path:
    """Return the file to make; raises :class:`BackupFault` where none should be made."""
    path = target / f"gk-valv-{made:%Y-%m-%d-%H%M%S}{ENDING}" if target.is_dir() else target
    try:
        if path.parent.resolve() == vault.folder.resolve():
            raise BackupFault(f"{path.parent} är valvet självt. Lägg kopian på en annan plats, helst en annan disk.")
        vault.room.disk.signature(path)
    except FileNotFoundError:
        return path
    except OSError as error:
        raise BackupFault(disk_sentence(error, path.parent)) from error
    raise BackupFault(f"Det finns redan en fil {path}. Välj ett annat namn.")


def _written(vault: Vault, path: Path, made: datetime, left_out: list[str]) -> tuple[int, int]:
    """Write the file beside its place, read it back, and put it in place; return its bytes and its cases."""
    disk, key = vault.room.disk, DataKey(vault.room.key.raw())
    fresh = path.with_name(f".{path.name}.ny")
    try:
        descriptor = _created(disk, fresh)
        try:
            sealer, cases = _poured(vault, key, lambda data: write_all(disk, descriptor, data), made, left_out)
            disk.sync(descriptor)
        finally:
            disk.close(descriptor)
        data = _read_back(disk, fresh, sealer, (vault.room.vault_id, key))
        disk.replace(fresh, path)
        disk.sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            disk.unlink(fresh)
        raise
    finally:
        key.wipe()
    return len(data), cases


def _read_back(disk: Disk, fresh: Path, sealer: Sealer, known: tuple[bytes, DataKey]) -> bytes:
    """Return the file's bytes when they are what was meant; raises :class:`BackupFault`."""
    data = disk.read(fresh)
    if opened(data, None, known).digest() != sealer.digest.digest():
        raise BackupFault("Säkerhetskopian blev inte som den skulle. Försök igen, helst på en annan disk.")
    return data


def _created(disk: Disk, fresh: Path) -> int:
    try:
        return disk.create(fresh)
    except FileExistsError:
        disk.unlink(fresh)
        return disk.create(fresh)


def _poured(
    vault: Vault, key: DataKey, write: Callable[[bytes], None], made: datetime, left_out: list[str]
) -> tuple[Sealer, int]:
    """Write every member; return the writer and the number of cases."""
    sealer = Sealer(write, vault.header, key)
    sealer.add(FIRST, format=1, gjord=made.isoformat())
    vault.refresh()
    cases = 0
    with vault.room.turn:
        files = sorted(vault.room.index.state.files.items())
    for file_id, entry in files:
        try:
            with vault.room.turn:
                content, number, tag = _content(vault, file_id, entry)
        except (JournalFault, OSError) as fault:
            left_out.append(_named(vault, file_id, entry, fault))
            continue
        kind = JournalKind.BLOB if entry.row is None else JournalKind.CASE
        sealer.add(FILE, content, sort=int(kind), fil=file_id, nummer=number, marke=tag)
        cases += entry.row is not None
    sealer.add(LAST, borta=vault.room.index.state.gone, utelamnat=left_out)
    sealer.finish()
    return sealer, cases


def _content(vault: Vault, file_id: str, entry: Entry) -> tuple[bytes, int, str]:
    """Return what a file holds, the number of its last record and that record's tag.

    Raises :class:`JournalFault` and :class:`OSError`.
    """
    kind = JournalKind.BLOB if entry.row is None else JournalKind.CASE
    contents = against(entry, vault.room.journal(bytes.fromhex(file_id), kind).read())
    last = contents.records[-1]
    if kind is JournalKind.CASE:
        case_in(contents.records, case_id=None)
        return msgspec.json.encode(replayed(contents.records)), last.number, last.tag.hex()
    value = b""
    for known in contents.records:
        value = known.payload if known.kind is RecordKind.WHOLE else value + known.payload
    return value, last.number, last.tag.hex()


def _named(vault: Vault, file_id: str, entry: Entry, fault: Exception) -> str:
    name = journal_name(bytes.fromhex(file_id))
    label = name if entry.row is None else f"{entry.row.label} ({name})"
    if isinstance(fault, FileNotFoundError):
        return f"{label}. {MISSING}"
    if isinstance(fault, OSError):
        return f"{label}. {disk_sentence(fault, vault.folder / name)}"
    return f"{label}. {fault}"
