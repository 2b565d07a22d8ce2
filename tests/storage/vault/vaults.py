"""Small vaults to spoil, and what a fresh program makes of them."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from gk_assistant.conversation.ports import Shelf, StoreFault
from gk_assistant.domain.cases import Case
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.vault import Vault
from tests.storage.disks import Unsynced
from tests.storage.test_store_contract import CHEAP, MORNING, PASSPHRASE, small_case

A1 = tuple(replace(small_case("a1"), label=f"Åsa {n}") for n in range(3))
B2 = tuple(replace(small_case("b2"), label=f"Bo {n}") for n in range(2))
LINE = "v- sover dåligt".encode()


def new_vault(folder: Path, *, disk: Disk | None = None) -> VaultCaseStore:
    """Make an empty vault."""
    return VaultCaseStore(Vault.create(folder, PASSPHRASE, kdf=CHEAP, disk=disk or Unsynced(), now=lambda: MORNING)[0])


def opened(folder: Path, *, disk: Disk | None = None) -> VaultCaseStore:
    """Open a vault that is there."""
    return VaultCaseStore(Vault.open(folder, PASSPHRASE, disk=disk or Unsynced(), now=lambda: MORNING))


def small_vault(folder: Path) -> Path:
    """Make and close a vault of two cases, some saves each, and a half-written line."""
    store = new_vault(folder)
    for case in (*A1, *B2):
        store.save(case)
    store.vault.blobs.put("rad", LINE)
    store.close()
    return folder


def copied(folder: Path, target: Path) -> Path:
    """Copy a vault, in the place of what stands there."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns(".gk-las"))
    return target


def file_of(folder: Path, case_id: str) -> Path:
    """Return the file that holds a case."""
    store = opened(folder)
    name = store.vault.room.index.file_of(case_id)
    store.close()
    return folder / f"{name}.gkv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a fresh program finds: each case as loaded, and every word it says about what is wrong."""

    refused: str | None
    cases: dict[str, Case]
    words: tuple[str, ...]
    line: bytes | None = None

    @property
    def noticed(self) -> bool:
        """Whether anything was said."""
        return self.refused is not None or bool(self.words)


def outcome(folder: Path) -> Outcome:
    """Open a vault the way the program does: list, every case, the line. Faults other than sentences are raised."""
    try:
        store = opened(folder)
    except StoreFault as fault:
        return Outcome(refused=str(fault), cases={}, words=())
    words: list[str] = [word for word in store.vault.remarks if "svagt" not in word]
    try:
        shelf = store.shelf()
        words += [f"{bad.file} {bad.fault} {bad.cure}" for bad in shelf.damaged]
        cases = _loaded(store, shelf, words)
        line = _line(store, words)
    finally:
        store.close()
    return Outcome(refused=None, cases=cases, words=tuple(words), line=line)


def _loaded(store: VaultCaseStore, shelf: Shelf, words: list[str]) -> dict[str, Case]:
    cases: dict[str, Case] = {}
    for row in shelf.rows:
        try:
            cases[row.id] = store.load(row.id)
        except StoreFault as fault:
            words.append(str(fault))
        else:
            assert cases[row.id].label == row.label
    return cases


def _line(store: VaultCaseStore, words: list[str]) -> bytes | None:
    try:
        return store.vault.blobs.get("rad")
    except StoreFault as fault:
        words.append(str(fault))
        return None
