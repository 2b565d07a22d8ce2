"""A case is cleaned on one's word alone: all generations go, and the receipt says no more than is true."""

from dataclasses import replace
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.vault.cleaning import (
    Export,
    NotYet,
    Receipt,
    clean_case,
    finish_cleaning,
    hindrance_to_clean,
    shred,
)
from gk_assistant.storage.vault.trail import entries, record
from tests.storage.disks import FailingDisk, Killed
from tests.storage.test_store_contract import MORNING, small_case
from tests.storage.vault.vaults import A1, B2, file_of, opened, outcome, small_vault
from tests.torture.sizes import size

EXPORT = Export(at=MORNING, what="arende")


def test_a_case_that_was_exported_is_cleaned(tmp_path: Path) -> None:
    """Nothing of its files is left, the others are as they were, and the trail tells."""
    name = file_of(small_vault(tmp_path / "v"), "a1").name
    store = opened(tmp_path / "v")
    for _ in range(3):
        store.save(replace(A1[0], label="x" * 60_000))
        store.save(A1[-1])
    record(store.vault, Deed.EXPORTED, case_id="a1")
    assert len([path for path in (tmp_path / "v").iterdir() if path.name.startswith(name)]) == 2
    receipt = clean_case(store.vault, store, "a1", export=EXPORT)
    assert isinstance(receipt, Receipt)
    assert (receipt.files, receipt.left) == (2, ())
    assert not [path for path in (tmp_path / "v").iterdir() if name in path.name]
    assert entries(store.vault)[-1].deed is Deed.CLEANED
    with pytest.raises(StoreFault, match="finns inte"):
        store.load("a1")
    assert store.shelf().damaged == ()
    store.close()
    found = outcome(tmp_path / "v")
    assert not found.noticed
    assert found.cases == {"b2": B2[-1]}


def test_the_receipt_is_honest(tmp_path: Path) -> None:
    """It names the label, the export, and what is not cleaned: exports, backups, and what an SSD may keep."""
    store = opened(small_vault(tmp_path / "v"))
    receipt = clean_case(store.vault, store, "a1", export=EXPORT, insist=True)
    assert isinstance(receipt, Receipt)
    words = " ".join(receipt.words)
    for word in ("Åsa 2", "2026-03-02", "säkerhetskopior", "SSD", "exporterat"):
        assert word in words
    store.close()


def test_without_an_export_it_is_not_cleaned(tmp_path: Path) -> None:
    """No export, or a change after it: nothing is touched, unless one insists."""
    store = opened(small_vault(tmp_path / "v"))
    refused = clean_case(store.vault, store, "a1", export=EXPORT)
    assert isinstance(refused, NotYet)
    assert "inte exporterats" in refused.words
    record(store.vault, Deed.EXPORTED, case_id="a1")
    assert hindrance_to_clean(store.vault, "a1") is None
    store.save(A1[0])
    refused = clean_case(store.vault, store, "a1", export=EXPORT)
    assert isinstance(refused, NotYet)
    assert "ändrats efter exporten" in refused.words
    assert store.load("a1") == A1[0]
    assert isinstance(clean_case(store.vault, store, "a1", export=EXPORT, insist=True), Receipt)
    with pytest.raises(StoreFault, match="finns inte"):
        clean_case(store.vault, store, "a1", export=EXPORT)
    store.close()


def test_a_new_case_of_the_same_id_is_another(tmp_path: Path) -> None:
    """After a cleaning the id may be used again, for example when the case comes back from a backup."""
    store = opened(small_vault(tmp_path / "v"))
    clean_case(store.vault, store, "a1", export=EXPORT, insist=True)
    store.save(A1[1])
    store.close()
    found = outcome(tmp_path / "v")
    assert not found.noticed
    assert found.cases == {"a1": A1[1], "b2": B2[-1]}


def test_the_register_does_not_remember_the_label(tmp_path: Path) -> None:
    """Neither the register nor its former generation holds the label, decrypted."""
    store = opened(small_vault(tmp_path / "v"))
    clean_case(store.vault, store, "a1", export=EXPORT, insist=True)
    journal = store.vault.room.index.journal
    for former in (False, True):
        held = b"".join(known.payload for known in journal.read(former=former).records)
        assert b"Bo" in held
        assert "Åsa".encode() not in held
    store.close()


def test_a_file_is_overwritten_before_it_goes(tmp_path: Path) -> None:
    """The bytes on the disk are others, not only the name gone: a second name shows it."""
    kept, gone = tmp_path / "kvar", tmp_path / "bort"
    gone.write_bytes(b"hemligt" * 30_000)
    kept.hardlink_to(gone)
    assert shred(Disk(), gone) == 210_000
    assert not gone.exists()
    assert len(kept.read_bytes()) == 210_000
    assert b"hemligt" not in kept.read_bytes()


def test_a_killed_cleaning_is_finished(tmp_path: Path) -> None:
    """After a kill at any call the case is whole or gone, and what is left of it goes at the next opening."""
    disk = FailingDisk()
    store = opened(small_vault(tmp_path / "allt"), disk=disk)
    begin = len(disk.calls)
    clean_case(store.vault, store, "a1", export=EXPORT, insist=True)
    end = len(disk.calls)
    store.close()
    for turn in range(begin + 1, end + 1, size(1, 3)):
        folder = small_vault(tmp_path / str(turn))
        name = file_of(folder, "a1").name
        store = opened(folder, disk=FailingDisk(turn, Killed, dead=True))
        with pytest.raises(Killed):
            clean_case(store.vault, store, "a1", export=EXPORT, insist=True)
        store.vault._lock.release()
        again = opened(folder)
        finish_cleaning(again.vault)
        again.close()
        found = outcome(folder)
        assert not found.noticed, turn
        assert found.cases in ({"a1": A1[-1], "b2": B2[-1]}, {"b2": B2[-1]})
        assert ("a1" in found.cases) == (folder / name).exists()


def test_a_second_program_cleans_nothing(tmp_path: Path) -> None:
    """A program that may only read is told so."""
    first = opened(small_vault(tmp_path / "v"))
    second = opened(tmp_path / "v")
    with pytest.raises(StoreFault, match="Ett annat program"):
        clean_case(second.vault, second, "a1", export=EXPORT, insist=True)
    assert finish_cleaning(second.vault) == 0
    second.close()
    assert first.load("a1") == A1[-1]
    first.close()


def test_words_do_not_pass_as_an_export() -> None:
    """What was exported is an id, since it goes to the trail."""
    with pytest.raises(ValueError, match="ids"):
        Export(at=MORNING, what="Åsas ärende")


def test_a_damaged_case_can_be_cleaned(tmp_path: Path) -> None:
    """Also what cannot be read can be taken away."""
    path = file_of(small_vault(tmp_path / "v"), "a1")
    path.write_bytes(path.read_bytes()[:700] + b"xx" + path.read_bytes()[702:])
    store = opened(tmp_path / "v")
    with pytest.raises(StoreFault):
        store.load("a1")
    assert isinstance(clean_case(store.vault, store, "a1", export=EXPORT, insist=True), Receipt)
    store.save(small_case("a1"))
    assert store.shelf().damaged == ()
    store.close()
    assert not outcome(tmp_path / "v").noticed
