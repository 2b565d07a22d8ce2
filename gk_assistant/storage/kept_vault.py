"""An open vault for the rest of the program: the same object for desk and screens through lock and unlock."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from gk_assistant.conversation.ports import Shelf, StoreFault
from gk_assistant.conversation.standing import Standing, WrongSecret
from gk_assistant.conversation.trail import Deed, Entry
from gk_assistant.domain.cases import Case
from gk_assistant.domain.learnt import Learnt
from gk_assistant.domain.notes import Role
from gk_assistant.storage.case_file import surrogate_sentence
from gk_assistant.storage.vault import faults
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.trail import VaultTrail
from gk_assistant.storage.vault.vault import Vault

STANDING: Final = "plats"
LEARNT: Final = "lart"
FORMAT: Final = 1
"""The version of both blobs that this program writes, and the newest it understands."""
_ANOTHER = "I mappen ligger nu ett annat valv än det som låstes. Avsluta och öppna det på nytt."
_NEWER = "Det inlärda i valvet är sparat av en annan version av programmet. Det lämnas orört."
_DAMAGED = "Det inlärda i valvet går inte att läsa, och sorteringen klarar sig utan."


class _Standing(msgspec.Struct, frozen=True):
    format: int
    standing: Standing


class _Learnt(msgspec.Struct, frozen=True):
    format: int
    lart: Learnt


class KeptVault:
    """An open vault as the desk's case store, the screens' safe and the trail."""

    def __init__(
        self, vault: Vault, *, lock_after: float = 0, opener: Callable[[Path, str], Vault] = Vault.open
    ) -> None:
        """Take an open vault; ``lock_after`` is the idle time until the screen is locked, in seconds, 0 for never."""
        self._store = VaultCaseStore(vault)
        self._lock_after = lock_after
        self._opener = opener

    @property
    def vault(self) -> Vault:
        """The vault as it is open now; after a lock it is another object."""
        return self._store.vault

    @property
    def cases(self) -> VaultCaseStore:
        """The cases in it; after a lock it is another object."""
        return self._store

    # As the case store

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved, or ``None``."""
        return self._store.read_only

    def shelf(self) -> Shelf:
        """Return every case's row and the bad files."""
        return replace(self._store.shelf(), opener=self.load)

    def load(self, case_id: str) -> Case:
        """Return one case as it is on disk now; raises :class:`StoreFault`."""
        return self._store.load(case_id)

    def save(self, case: Case) -> None:
        """Put a case on disk; raises :class:`StoreFault`."""
        self._store.save(case)

    def former(self, case_id: str) -> Case:
        """Return a case's former state; raises :class:`StoreFault`."""
        return self._store.former(case_id)

    def restore_previous(self, case_id: str) -> Case:
        """Take back a case's former state and return it; raises :class:`StoreFault`."""
        return self._store.restore_previous(case_id)

    def close(self) -> None:
        """Overwrite the keys and let go of the folder."""
        self._store.close()

    # As the screens' safe

    @property
    def lock_after(self) -> float:
        """Seconds without a key until the screen is locked; 0 never."""
        return self._lock_after

    def standing(self) -> Standing | None:
        """Return where one stood when the program last stopped; what can't be read is no reason not to start.

        A program that may only read begins in the list, where it says so: it is another one that stands there.
        """
        if self.read_only is not None:
            return None
        with contextlib.suppress(StoreFault, msgspec.DecodeError):
            kept = self.vault.blobs.get(STANDING)
            if kept:
                content = msgspec.json.decode(kept, type=_Standing)
                return content.standing if content.format <= FORMAT else None
        return None

    def keep_standing(self, standing: Standing | None) -> None:
        """Remember where one stands, encrypted; a program that may only read remembers nothing."""
        if self.read_only is not None:
            return
        try:
            value = b"" if standing is None else msgspec.json.encode(_Standing(format=FORMAT, standing=standing))
        except UnicodeEncodeError as error:
            raise StoreFault(surrogate_sentence(error)) from None
        if standing is not None or self.vault.blobs.get(STANDING):
            self.vault.blobs.put(STANDING, value)

    def lock(self) -> None:
        """Wipe the keys; what was open of cases in the store goes with them."""
        self._store.close()

    def unlock(self, secret: str) -> None:
        """Open the same vault again; raises :class:`WrongSecret` and :class:`StoreFault`."""
        try:
            vault = self._opener(self.vault.folder, secret)
        except faults.WrongSecret as fault:
            raise WrongSecret(str(fault)) from None
        if vault.room.vault_id != self.vault.room.vault_id:
            vault.close()
            raise StoreFault(_ANOTHER)
        self._store.close()
        self._store = VaultCaseStore(vault)

    # As the trail

    def record(
        self, deed: Deed, *, case_id: str | None = None, role: Role | None = None, what: str = "", form: str = ""
    ) -> None:
        """Add a line to the trail; a program that may only read leaves none. Raises :class:`StoreFault`."""
        if self.read_only is None:
            VaultTrail(self.vault).record(deed, case_id=case_id, role=role, what=what, form=form)

    def entries(self) -> tuple[Entry, ...]:
        """Return the trail, the oldest line first; raises :class:`StoreFault`."""
        return VaultTrail(self.vault).entries()


class VaultLearnt:
    """What has been learnt, in the vault, as :class:`~gk_assistant.conversation.ports.LearntStore`."""

    def __init__(self, kept: KeptVault) -> None:
        """Take the vault."""
        self._kept = kept
        self._seen: tuple[bytes, Learnt] = (b"", Learnt())

    def load(self) -> Learnt:
        """Return what has been learnt; raises :class:`StoreFault`."""
        stored = self._kept.vault.blobs.get(LEARNT) or b""
        if stored != self._seen[0]:
            self._seen = stored, _learnt_of(stored)
        return self._seen[1]

    def save(self, learnt: Learnt) -> None:
        """Put it in the vault; raises :class:`StoreFault`."""
        self.load()  # what can't be read is not written over
        try:
            stored = msgspec.json.encode(_Learnt(format=FORMAT, lart=learnt))
        except UnicodeEncodeError as error:
            raise StoreFault(surrogate_sentence(error)) from None
        self._kept.vault.blobs.put(LEARNT, stored)
        self._seen = stored, learnt


def _learnt_of(stored: bytes) -> Learnt:
    if not stored:
        return Learnt()
    try:
        content = msgspec.json.decode(stored, type=_Learnt)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise StoreFault(_DAMAGED) from None
    if content.format > FORMAT:
        raise StoreFault(_NEWER)
    return content.lart
