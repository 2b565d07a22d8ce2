"""A vault: one folder of encrypted files, opened by a passphrase or by the recovery key."""

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from gk_assistant.storage.disk import Disk, put
from gk_assistant.storage.folder_lock import FolderLock
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.blobs import Blobs
from gk_assistant.storage.vault.faults import LOCKED, NewerVault, VaultFault, WrongSecret
from gk_assistant.storage.vault.header import (
    Header,
    Slot,
    SlotKind,
    header_bytes,
    read_header,
    write_header,
)
from gk_assistant.storage.vault.keys import DataKey, Kdf, new_recovery_key, passphrase_bytes
from gk_assistant.storage.vault.names import HEADER, PREVIOUS, is_vault
from gk_assistant.storage.vault.opening import Found, take_in
from gk_assistant.storage.vault.room import Room

__all__ = ("NewerVault", "Vault", "VaultFault", "WrongSecret", "is_vault")

_OLD_HEADER = "Valvets huvud (filen valv) är äldre än resten. En äldre lösenfras kan gälla igen: byt lösenfras."
_TWIN = "Valvets huvud (filen valv) var skadat. Dess tvilling användes, och huvudet skrivs om när något sparas."
_WEAK = "Valvets lösenfras är svagt skyddad. Byt lösenfras, så skyddas den som den ska."


def _local_time() -> datetime:
    return datetime.now(UTC).astimezone()


class Vault:
    """An open vault. Its methods raise :class:`VaultFault` (a :class:`StoreFault`) with a Swedish sentence."""

    def __init__(self, room: Room, header: Header, lock: FolderLock, slot: Slot | None) -> None:
        """Use :meth:`create` or :meth:`open`."""
        self.room = room
        self.remarks: tuple[str, ...] = ()
        self.faults: dict[str, str] = {}
        self.opened_by = slot
        self.blobs = Blobs(room, lambda: self.read_only)
        self._header = header
        self._lock = lock
        self._writable = False
        self._stale = False
        self._stale_header = False

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        *,
        disk: Disk | None = None,
        now: Callable[[], datetime] = _local_time,
        kdf: Kdf | None = None,
    ) -> tuple["Vault", str]:
        """Make a vault in a folder and return it, open, with its recovery key: the only time it can be shown."""
        disk = disk or Disk()
        _refuse_empty(passphrase)
        if is_vault(folder):
            raise VaultFault(f"Det finns redan ett valv i {folder}. Öppna det, eller välj en annan mapp.")
        key = DataKey()
        recovery = new_recovery_key()
        header = Header(vault_id=os.urandom(16), generation=1, slots=())
        header = header.with_secret(key, SlotKind.PASSPHRASE, passphrase, kdf or Kdf())
        header = header.with_secret(key, SlotKind.RECOVERY, recovery, None).sealed(key)
        room = Room(folder=folder, disk=disk, key=key, vault_id=header.vault_id, now=now)
        vault = cls(room, header, FolderLock(folder, disk), header.slots[0])
        hindrance = vault._lock.hindrance()
        if hindrance is not None:
            raise VaultFault(hindrance)
        with vault._let_go_on_error():
            room.index.rewrite()  # the header last: it is what makes the folder a vault
            _write_twins(folder, disk, header)
            with contextlib.suppress(PermissionError):  # the folder's own name, where one may look at it
                disk.sync_folder(folder.parent)
        vault._writable = True
        return vault, recovery

    @classmethod
    def open(
        cls,
        folder: Path,
        secret: str,
        *,
        disk: Disk | None = None,
        now: Callable[[], datetime] = _local_time,
        every: bool = False,
    ) -> "Vault":
        """Open a vault with a passphrase or the recovery key; ``every`` reads every file, not only the changed ones.

        Raises :class:`WrongSecret`, :class:`NewerVault` and :class:`VaultFault`.
        """
        disk = disk or Disk()
        try:
            header, twin = _any_header(folder, disk)
            key, slot = header.unlocked(secret)
            room = Room(folder=folder, disk=disk, key=key, vault_id=header.vault_id, now=now)
            vault = cls(room, header, FolderLock(folder, disk), slot)
        except FileNotFoundError:
            raise VaultFault(f"Det finns inget valv i {folder}. Skapa ett med gk valv skapa.") from None
        except OSError as error:
            raise VaultFault(disk_sentence(error, folder)) from error
        with vault._let_go_on_error():
            vault._writable = vault._lock.hindrance() is None
            vault._stale_header = twin
            vault._take_in(every=every)
        return vault

    @property
    def folder(self) -> Path:
        """Where the vault is."""
        return self.room.folder

    @property
    def header(self) -> Header:
        """The header in use, as a backup takes it along."""
        return self._header

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What opens the vault: passphrases and the recovery key, each with id and kind."""
        return self._header.slots

    @property
    def closed(self) -> bool:
        """Whether the vault has been closed and its key overwritten."""
        return self.room.key.wiped

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved, or ``None``; takes the lock when it has become free."""
        if self.closed:
            return LOCKED
        hindrance = self._lock.hindrance()
        if hindrance is None and not self._writable:
            self._writable = True
            try:
                self._take_in(every=False)
            except OSError as error:
                return disk_sentence(error, self.folder)
        self._writable = hindrance is None
        return hindrance

    def refresh(self) -> None:
        """Take in what another program has written since; nothing to do for the one that writes."""
        if not self._writable and not self.room.index.journal.unchanged():
            self._take_in(every=False)

    def check(self) -> Found:
        """Read every file and return what is wrong; raises :class:`VaultFault` when the folder cannot be read."""
        try:
            self._take_in(every=True)
        except OSError as error:
            raise VaultFault(disk_sentence(error, self.folder)) from error
        return Found(faults=dict(self.faults), remarks=list(self.remarks))

    def before_writing(self) -> None:
        """See to it that the vault may be written in and mend what the opening mended in memory.

        Raises :class:`VaultFault`.
        """
        hindrance = self.read_only
        if hindrance is not None:
            raise VaultFault(hindrance)
        self.room.index.begin()
        if not (self._stale or self._stale_header):
            return
        with contextlib.suppress(OSError):  # mending can wait; what is to be saved cannot
            if self._stale_header:
                _write_twins(self.folder, self.room.disk, self._header)
                self._stale_header = False
            self.room.index.rewrite()
            self._stale = False

    def add_passphrase(self, passphrase: str, kdf: Kdf | None = None) -> str:
        """Let one more passphrase open the vault; return its slot's id."""
        _refuse_empty(passphrase)
        header = self._header.with_secret(self.room.key, SlotKind.PASSPHRASE, passphrase, kdf or Kdf())
        self._put_header(header)
        return header.slots[-1].id

    def change_passphrase(self, passphrase: str, *, slot: str | None = None, kdf: Kdf | None = None) -> str:
        """Put a passphrase in the place of one (that which opened the vault); return the new slot's id.

        Opened by the recovery key, the vault gets the passphrase in the place of all others.
        """
        _refuse_empty(passphrase)
        old = [known.id for known in self.slots if known.kind is SlotKind.PASSPHRASE and self._goes(known, slot)]
        header = self._header.with_secret(self.room.key, SlotKind.PASSPHRASE, passphrase, kdf or Kdf())
        for slot_id in old:
            header = header.without(slot_id)
        self._put_header(header)
        self.opened_by = header.slots[-1]
        return header.slots[-1].id

    def new_recovery_key(self) -> str:
        """Return a new recovery key; the old one opens nothing from now on."""
        header = self._header
        for slot in header.slots:
            if slot.kind is SlotKind.RECOVERY:
                header = header.without(slot.id)
        recovery = new_recovery_key()
        self._put_header(header.with_secret(self.room.key, SlotKind.RECOVERY, recovery, None))
        return recovery

    def remove_passphrase(self, slot: str) -> None:
        """Let a passphrase open the vault no longer; raises :class:`VaultFault` on the last one."""
        left = [known for known in self.slots if known.kind is SlotKind.PASSPHRASE and known.id != slot]
        if not left:
            raise VaultFault("Valvet behöver minst en lösenfras. Byt den i stället.")
        self._put_header(self._header.without(slot))

    def close(self) -> None:
        """Finish the register, let go of the lock and overwrite the keys held here."""
        if self.closed:
            return
        try:
            if self._writable and self._lock.hindrance() is None:
                with contextlib.suppress(OSError):
                    self.room.index.close()
        finally:
            self._writable = False
            self.blobs.forget()
            self.room.index = self.room.fresh_index()
            self.room.key.wipe()
            self._lock.release()

    @contextlib.contextmanager
    def _let_go_on_error(self) -> Iterator[None]:
        """Leave no lock and no key behind when the vault does not open; raises :class:`VaultFault`."""
        try:
            yield
        except BaseException as error:
            self._lock.release()
            self.room.key.wipe()
            if isinstance(error, OSError):
                raise VaultFault(disk_sentence(error, self.folder)) from error
            raise

    def _goes(self, known: Slot, slot: str | None) -> bool:
        if slot is not None:
            return known.id == slot
        if self.opened_by is None or self.opened_by.kind is SlotKind.RECOVERY:
            return True
        return known.id == self.opened_by.id

    def _put_header(self, header: Header) -> None:
        self.before_writing()
        made = replace(header, generation=self._header.generation + 1).sealed(self.room.key)
        try:
            _write_twins(self.folder, self.room.disk, made)
        except OSError as error:
            raise VaultFault(disk_sentence(error, self.folder)) from error
        self._header = made
        self.room.index.state.header = made.generation
        with contextlib.suppress(OSError):
            self.room.index.write([["=", ["header"], made.generation]], sync=True)

    def _take_in(self, *, every: bool) -> None:
        found = take_in(self.room, every=every)
        remarks = found.remarks
        if self._stale_header:
            remarks.append(_TWIN)
        if self._header.generation < self.room.index.state.header:
            remarks.append(_OLD_HEADER)
        if self._header.weak:
            remarks.append(_WEAK)
        self.remarks = tuple(remarks)
        self.faults = found.faults
        self._stale = found.stale
        if found.unclean and self._writable:
            self.room.index.settle(rewrite=found.stale)


def _any_header(folder: Path, disk: Disk) -> tuple[Header, bool]:
    """Return the header, or its twin and ``True`` when it is damaged or gone; raises as :func:`read_header`."""
    try:
        return read_header(folder, disk), False
    except NewerVault:
        raise
    except (VaultFault, FileNotFoundError):
        with contextlib.suppress(VaultFault, OSError):
            return read_header(folder, disk, former=True), True
        raise


def _write_twins(folder: Path, disk: Disk, header: Header) -> None:
    """Put a header on disk, and the same once more as its twin: an old passphrase must not open an old header."""
    write_header(folder, disk, header)
    put(disk, folder / (HEADER + PREVIOUS), header_bytes(header))


def _refuse_empty(passphrase: str) -> None:
    if not passphrase_bytes(passphrase):
        raise VaultFault("Lösenfrasen är tom. Välj några ord.")
