"""Many cases: the cost of saving a note and of opening does not grow as they do."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Note
from gk_assistant.storage.vault.backup import make_backup, preview, restore
from gk_assistant.storage.vault.case_store import VaultCaseStore
from tests.storage.test_store_contract import MORNING, PASSPHRASE, small_case
from tests.storage.vault.vaults import new_vault, opened
from tests.torture.sizes import size

MANY = size(10_000, 200)
FEW = 10
TURNS = size(200, 20)


def filled(folder: Path, count: int) -> Path:
    """Make a vault of so many cases."""
    store = new_vault(folder)
    for number in range(count):
        store.save(replace(small_case(f"a{number}"), label=f"Ärende {number}"))
    store.close()
    return folder


def with_note(case: Case, number: int) -> Case:
    """Return a case with one note more."""
    meeting = case.meetings[0]
    note = Note(id=f"x{number}", ruta="vardag", text="sover dåligt", at=MORNING)
    return replace(case, meetings=(meeting.with_note(note),))


def save_time(store: VaultCaseStore) -> float:
    """Return the median of the seconds that saving one note more takes."""
    case = store.load("a3")
    took = []
    for number in range(TURNS):
        case = with_note(case, number)
        begun = time.perf_counter()
        store.save(case)
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


def open_time(folder: Path) -> float:
    """Return the least of the seconds that opening and listing the first screenful take."""
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        store = opened(folder)
        assert [row.label for row in store.shelf().rows[:20]]
        took.append(time.perf_counter() - begun)
        store.close()
    return min(took)


def test_many_cases(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """All are listed, each opens, a backup holds them all; the figures are told under ``make torture``."""
    few, many = filled(tmp_path / "f", FEW), filled(tmp_path / "m", MANY)
    opening = open_time(few), open_time(many)
    store, small = opened(many), opened(few)
    assert len(store.shelf().rows) == MANY
    assert store.shelf().damaged == ()
    assert store.load(f"a{MANY - 1}").label == f"Ärende {MANY - 1}"
    saving = save_time(small), save_time(store)
    small.close()
    begun = time.perf_counter()
    receipt = make_backup(store.vault, tmp_path / "k")
    backing = time.perf_counter() - begun
    assert receipt.cases == MANY
    store.close()
    begun = time.perf_counter()
    assert len(preview(receipt.path, PASSPHRASE).cases) == MANY
    looking = time.perf_counter() - begun
    begun = time.perf_counter()
    assert restore(receipt.path, PASSPHRASE, tmp_path / "r").cases == MANY
    restoring = time.perf_counter() - begun
    record_property(f"spara en anteckning, {MANY} mot {FEW} ärenden", f"{saving[1] / saving[0]:.2f} gånger")
    record_property(
        f"öppna och lista, {MANY} mot {FEW} ärenden", f"{opening[1] * 1000:.0f} mot {opening[0] * 1000:.1f} ms"
    )
    record_property(
        f"säkerhetskopia av {MANY} ärenden",
        f"{backing:.1f} s, {receipt.size / 2**20:.1f} MiB, granska {looking:.1f} s, återställ {restoring:.1f} s",
    )
