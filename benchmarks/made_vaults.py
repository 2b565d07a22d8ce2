"""Made-up vaults to measure on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from benchmarks.made_cases import MOMENT, made_case
from gk_assistant.conversation.desk import Desk
from gk_assistant.domain.notes import Role
from gk_assistant.storage.bank_reader import TomlBank
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.vault import Vault

PASSPHRASE = "sju gröna hästar simmar"  # noqa: S105 - of vaults that live for one measurement
FEW_NOTES = 5


class Unsynced(Disk):
    """A disk that waits for nothing: filling is not measured."""

    def sync(self, descriptor: int) -> None:
        """Wait for nothing."""

    def sync_folder(self, folder: Path) -> None:
        """Wait for nothing."""


def fill_vault(folder: Path, *, cases: int, notes: int) -> None:
    """Put cases into a new vault: the first with some notes, the others with five."""
    vault, _ = Vault.create(folder, PASSPHRASE, disk=Unsynced())
    store = VaultCaseStore(vault)
    other = made_case(1, FEW_NOTES)
    store.save(made_case(0, notes))
    for number in range(1, cases):
        store.save(replace(other, id=f"c{number}", label=f"Exempel {number}"))
    store.close()


@contextmanager
def opened_vault(folder: Path) -> Iterator[Desk]:
    """Open a vault with its first case on the desk."""
    store = VaultCaseStore(Vault.open(folder, PASSPHRASE))
    desk = Desk(store=store, source=TomlBank(), now=lambda: MOMENT, new_id=lambda: uuid4().hex, author=Role.FK)
    desk.open("c0")
    try:
        yield desk
    finally:
        store.close()


def open_list(folder: Path) -> None:
    """Open a vault with its passphrase and make the rows that a screen shows."""
    store = VaultCaseStore(Vault.open(folder, PASSPHRASE))
    list(store.shelf().rows[:100])
    store.close()
