"""Cleaning: a case's working copy is overwritten and removed, on the user's word, once the case has been exported.

The order makes a kill harmless: first it is noted in the vault which files are to go, then the register lets go of the
case, then the files are overwritten and removed. What a kill left undone is finished by :func:`finish_cleaning`, which
touches only files that the register has let go of and that nobody has written in since.
"""

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed
from gk_assistant.conversation.trail import Entry as TrailEntry
from gk_assistant.domain.notes import Role
from gk_assistant.storage.disk import Disk, write_all
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.faults import VaultFault
from gk_assistant.storage.vault.index import Entry
from gk_assistant.storage.vault.names import journal_name
from gk_assistant.storage.vault.records import JournalKind
from gk_assistant.storage.vault.trail import entries, record, state_of
from gk_assistant.storage.vault.vault import Vault

BLOB: Final = "rensning"
_PIECE: Final = 64 * 1024
_STAYS: Final = (
    "Det här rensas inte: det du har exporterat eller skrivit ut, säkerhetskopior av valvet, och kopior som datorn, "
    "en molntjänst eller it-avdelningen har gjort."
)
_SSD: Final = (
    "På en SSD-disk kan äldre bitar ligga kvar en tid fast de är överskrivna. De är krypterade, men den som har dem "
    "och lösenfrasen kan läsa dem."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """An export that the user confirms: when, and what was written (ids of formats, as in the trail)."""

    at: datetime
    what: str = ""

    def __post_init__(self) -> None:
        """Refuse what the trail would refuse; raises :class:`ValueError`."""
        TrailEntry(at=self.at, deed=Deed.EXPORTED, what=self.what)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotYet:
    """Why a case has not been cleaned; the user may insist. ``words`` is a Swedish sentence or two."""

    case_id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A case that has been cleaned: its label, when it was exported and cleaned, how many files and bytes are gone."""

    label: str
    exported: datetime
    cleaned: datetime
    files: int
    size: int
    left: tuple[str, ...] = ()
    """Files that could not be overwritten or removed, each with the reason (Swedish)."""

    @property
    def words(self) -> tuple[str, ...]:
        """What to tell the user, in Swedish; it promises no more than is known."""
        kib = max(1, round(self.size / 1024))
        count = "1 fil" if self.files == 1 else f"{self.files} filer"
        return (
            f"Arbetskopian av {self.label} är rensad {self.cleaned:%Y-%m-%d %H.%M}.",
            f"Du har bekräftat att ärendet är exporterat {self.exported:%Y-%m-%d %H.%M}.",
            f"{count} ({kib} kB) är överskrivna och borttagna, också de tidigare versionerna.",
            "Ärendet går inte att öppna i programmet längre. Filerna var krypterade hela tiden.",
            _STAYS,
            _SSD,
            *(f"Gick inte att ta bort: {what}" for what in self.left),
        )


class _Going(msgspec.Struct, frozen=True):
    """The named value that remembers a cleaning that is under way: ids of files (hex)."""

    filer: list[str] = []


def hindrance_to_clean(vault: Vault, case_id: str) -> NotYet | None:
    """Return why a case should not be cleaned yet: no export of it in the trail, or changed since the last one."""
    try:
        exports = [entry for entry in entries(vault) if entry.deed is Deed.EXPORTED and entry.case_id == case_id]
    except StoreFault as fault:
        return NotYet(case_id=case_id, words=f"Det går inte att se om ärendet är exporterat. {fault}")
    if not exports:
        words = "Ärendet har inte exporterats härifrån. Exportera det först, så att ingenting går förlorat."
        return NotYet(case_id=case_id, words=words)
    if exports[-1].state != state_of(vault, case_id):
        words = f"Ärendet har ändrats efter exporten {exports[-1].at:%Y-%m-%d %H.%M}. Exportera det igen först."
        return NotYet(case_id=case_id, words=words)
    return None


def clean_case(  # noqa: PLR0913 - where, what, on whose word
    vault: Vault,
    store: VaultCaseStore,
    case_id: str,
    *,
    export: Export,
    role: Role | None = None,
    insist: bool = False,
) -> Receipt | NotYet:
    """Overwrite and remove every generation of a case and return the receipt, or why not yet.

    ``export`` is what the user has confirmed; with ``insist`` the case is cleaned although the trail knows better. Also
    a damaged case can be cleaned. Raises :class:`StoreFault`, and then it is there as before.
    """
    with vault.room.turn:
        vault.before_writing()
        file_id = vault.room.index.file_of(case_id)
        known = vault.room.index.entry(file_id) if file_id is not None else None
        if file_id is None or known is None or known.row is None:
            raise VaultFault(f"Ärendet {case_id} finns inte i {vault.folder}.")
        if not insist and (hindrance := hindrance_to_clean(vault, case_id)) is not None:
            return hindrance
        store.let_go(case_id)
        waiting = _waiting(vault)
        vault.blobs.put(BLOB, msgspec.json.encode(_Going(filer=[*waiting, file_id])))
        _drop(vault, file_id, known)
        files, size, left = _removed(vault, [*waiting, file_id])
        with contextlib.suppress(StoreFault):  # the case is gone: that is what counts
            record(vault, Deed.CLEANED, case_id=case_id, role=role, what=export.what)
        return Receipt(
            label=known.row.label,
            exported=export.at,
            cleaned=vault.room.now(),
            files=files,
            size=size,
            left=tuple(left),
        )


def forget_value(vault: Vault, name: str) -> None:
    """Overwrite and remove every generation of a named value; one that is not there is no fault.

    A kill in between is finished by :func:`finish_cleaning`. Raises :class:`StoreFault`: then the value is there as
    before, or what is left of its file is named.
    """
    with vault.room.turn:
        vault.before_writing()
        file_id = vault.blobs.let_go(name)
        known = vault.room.index.entry(file_id)
        if known is None:
            return
        waiting = _waiting(vault)
        vault.blobs.put(BLOB, msgspec.json.encode(_Going(filer=[*waiting, file_id])))
        _drop(vault, file_id, known)
        left = _removed(vault, [*waiting, file_id])[2]
        if left:
            raise VaultFault(f"Gick inte att ta bort helt: {left[0]}")


def finish_cleaning(vault: Vault) -> int:
    """Finish what a kill left undone of a cleaning and return how many files went; to be called after opening.

    Nothing when the vault cannot be written in. Raises :class:`StoreFault`.
    """
    if vault.read_only is not None:
        return 0
    with vault.room.turn:
        going = _waiting(vault)
        return _removed(vault, going)[0] if going else 0


def _drop(vault: Vault, file_id: str, known: Entry) -> None:
    """Let the register go of a file; raises :class:`VaultFault`, and then the case is there as before."""
    index = vault.room.index
    try:
        index.drop(file_id)
    except OSError as error:
        index.state.gone.pop(file_id, None)
        index.keep(file_id, known)
        raise VaultFault(disk_sentence(error, vault.folder)) from error


def _waiting(vault: Vault) -> list[str]:
    """Return the ids of files that an earlier cleaning did not remove; none when that cannot be read.

    A file counts when the register has let go of it and it has not been written in since.
    """
    try:
        kept = vault.blobs.get(BLOB)
        going = msgspec.json.decode(kept, type=_Going).filer if kept else []
    except (StoreFault, msgspec.DecodeError):
        return []
    gone = vault.room.index.state.gone
    return [file_id for file_id in going if file_id in gone and _untouched(vault, file_id, gone[file_id])]


def _untouched(vault: Vault, file_id: str, number: int) -> bool:
    """Whether a file's last sound record, if it has any, is not later than a number."""
    try:
        records = vault.room.journal(bytes.fromhex(file_id), JournalKind.CASE).sound()
    except OSError:
        return False
    return not records or records[-1].number <= number


def _removed(vault: Vault, file_ids: list[str]) -> tuple[int, int, list[str]]:
    """Overwrite and remove some files in all generations and what the register remembers of them."""
    room, left = vault.room, []
    files, size = 0, 0
    try:
        names = sorted(room.disk.names(room.folder))
    except OSError as error:
        return 0, 0, [disk_sentence(error, room.folder)]
    own = tuple(journal_name(bytes.fromhex(file_id)) for file_id in file_ids)
    for name in names:
        if not name.removeprefix(".").startswith(own):
            continue
        try:
            size += shred(room.disk, room.folder / name)
            files += 1
        except OSError as error:
            left.append(disk_sentence(error, room.folder / name))
    for file_id in file_ids:
        vault.faults.pop(file_id, None)
    _forget_label(vault, left)
    if not left:
        with contextlib.suppress(StoreFault):  # the next opening finds nothing more to do
            vault.blobs.put(BLOB, msgspec.json.encode(_Going()))
    return files, size, left


def _forget_label(vault: Vault, left: list[str]) -> None:
    """Write the register anew, its older generations overwritten: they hold the case's label."""
    room = vault.room
    try:
        for _ in range(2):
            with contextlib.suppress(FileNotFoundError):
                shred(room.disk, room.index.journal.previous)
            room.index.rewrite()
        room.disk.sync_folder(room.folder)
    except OSError as error:
        left.append(disk_sentence(error, room.index.journal.path))


def shred(disk: Disk, path: Path) -> int:
    """Overwrite a file with random bytes, wait for the disk, remove it, and return its size; raises ``OSError``."""
    size = disk.signature(path).size
    descriptor = disk.overwrite(path)
    try:
        left = size
        while left > 0:
            write_all(disk, descriptor, os.urandom(min(left, _PIECE)))
            left -= _PIECE
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)
    disk.unlink(path)
    return size
