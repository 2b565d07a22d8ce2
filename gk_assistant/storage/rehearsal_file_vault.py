"""Rehearsals in the vault: one encrypted journal each, under a name that is derived from the data key."""

from typing import Final

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.storage.json_storage import FileFault
from gk_assistant.storage.kept_vault import KeptVault
from gk_assistant.storage.rehearsal_file_format import from_bytes, is_rehearsal, to_bytes
from gk_assistant.storage.vault.cleaning import forget_value

NAME: Final = "ovning/"
"""What a rehearsal's value is called, before its id."""


class VaultRehearsals:
    """The rehearsals of an open vault, as :class:`~gk_assistant.rehearsal.ports.RehearsalStore`.

    There is no list of them to be damaged: they are the values that begin as a rehearsal does.
    """

    def __init__(self, kept: KeptVault) -> None:
        """Take the vault, which goes on through lock and unlock."""
        self._kept = kept
        self._seen: dict[str, tuple[str, Rehearsal | None]] = {}
        self._faults: tuple[str, ...] = ()

    def faults(self) -> tuple[str, ...]:
        """Return what was wrong with files when all were last read, in Swedish sentences."""
        return self._faults

    def all(self) -> tuple[Rehearsal, ...]:
        """Return every rehearsal that can be read, the oldest first; a file is read only when it has changed.

        Raises :class:`StoreFault` when the vault is locked.
        """
        vault = self._kept.vault
        if vault.closed:
            raise StoreFault(vault.read_only or "")
        vault.refresh()
        found, faults = [], []
        for file_id, state in vault.blobs.files():
            known = self._seen.get(file_id)
            try:
                if known is None or known[0] != state:
                    known = self._seen[file_id] = state, _rehearsal_of(vault.blobs.content(file_id))
            except FileFault as fault:
                faults.append(f"En övning i valvet går inte att läsa. {fault} Den lämnas orörd.")
                continue
            except StoreFault as fault:
                faults.append(str(fault))
                continue
            if known[1] is not None:
                found.append(known[1])
        self._faults = tuple(faults)
        return tuple(sorted(found, key=lambda rehearsal: (rehearsal.begun, rehearsal.id)))

    def keep(self, rehearsal: Rehearsal) -> None:
        """Put a rehearsal in the vault; it has reached the disk when this returns. Raises :class:`StoreFault`."""
        stored = to_bytes(rehearsal)
        self._kept.vault.blobs.put(NAME + rehearsal.id, stored)

    def forget(self, rehearsal_id: str) -> None:
        """Overwrite and remove a rehearsal; raises :class:`StoreFault`."""
        forget_value(self._kept.vault, NAME + rehearsal_id)


def _rehearsal_of(stored: bytes) -> Rehearsal | None:
    """Return the rehearsal, ``None`` for another value; raises :class:`FileFault`."""
    return from_bytes(stored) if is_rehearsal(stored) else None
