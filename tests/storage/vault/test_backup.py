"""A backup is the vault: it comes back on another machine, tells what differs, and every damage to it is named."""

import errno
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gk_assistant.conversation.trail import Deed
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.vault.backup import (
    BackupFault,
    Standing,
    make_backup,
    preview,
    reminder,
    restore,
    restore_cases,
)
from gk_assistant.storage.vault.faults import NewerVault, VaultFault, WrongSecret
from gk_assistant.storage.vault.trail import entries
from gk_assistant.storage.vault.vault import Vault
from tests.storage.disks import FailingDisk
from tests.storage.test_store_contract import CHEAP, EVENING, MORNING, PASSPHRASE, small_case
from tests.storage.vault.vaults import A1, B2, LINE, file_of, new_vault, opened, outcome, small_vault
from tests.torture.sizes import size

LATEST = {"a1": A1[-1], "b2": B2[-1]}
OTHER = "fem blå uggler sover"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give the backup of a small vault that stands in ``v``."""
    store = opened(small_vault(tmp_path / "v"))
    receipt = make_backup(store.vault, tmp_path / "k")
    store.close()
    return receipt.path


def test_a_backup_comes_back_on_another_machine(tmp_path: Path, copy: Path) -> None:
    """With the passphrase alone everything is there again: cases, line, and one can write on."""
    (tmp_path / "v").rename(tmp_path / "borta")
    restored = restore(copy, PASSPHRASE, tmp_path / "ny" / "v")
    assert restored.cases == 2
    found = outcome(tmp_path / "ny" / "v")
    assert not found.noticed
    assert found.cases == LATEST
    assert found.line == LINE
    store = opened(tmp_path / "ny" / "v")
    store.save(A1[0])
    assert [entry.deed for entry in entries(store.vault)] == [Deed.RESTORED]
    store.close()
    assert outcome(tmp_path / "ny" / "v").cases["a1"] == A1[0]


def test_the_recovery_key_opens_a_backup(tmp_path: Path) -> None:
    """Also without the passphrase."""
    vault, key = Vault.create(tmp_path / "v", PASSPHRASE, kdf=CHEAP)
    receipt = make_backup(vault, tmp_path / "k")
    vault.close()
    assert restore(receipt.path, key.lower(), tmp_path / "w").cases == 0
    with pytest.raises(WrongSecret):
        restore(receipt.path, OTHER, tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_a_backup_keeps_the_passphrase_it_was_made_with(tmp_path: Path, copy: Path) -> None:
    """After a change the backup opens with the old one; the open vault itself needs none."""
    store = opened(tmp_path / "v")
    store.vault.change_passphrase(OTHER, kdf=CHEAP)
    with pytest.raises(WrongSecret):
        preview(copy, OTHER)
    assert preview(copy, PASSPHRASE).same_vault is None
    assert preview(copy, None, store.vault).same_vault is True
    store.close()


def test_a_receipt_tells_what_counts(tmp_path: Path) -> None:
    """Where the file is, how many cases are in it, and that it has been read back."""
    store = opened(small_vault(tmp_path / "v"))
    receipt = make_backup(store.vault, tmp_path)
    assert receipt.path.name == "gk-valv-2026-03-02-090000.gkkopia"
    assert receipt.size == receipt.path.stat().st_size
    assert receipt.cases == 2
    assert any("läst tillbaka" in word for word in receipt.words)
    assert entries(store.vault)[-1].deed is Deed.BACKED_UP
    store.close()


def test_nothing_is_written_over(tmp_path: Path, copy: Path) -> None:
    """Neither an older backup nor the vault's own folder is taken for a backup's place."""
    store = opened(tmp_path / "v")
    before = copy.read_bytes()
    with pytest.raises(BackupFault, match="redan en fil"):
        make_backup(store.vault, copy)
    assert copy.read_bytes() == before
    with pytest.raises(BackupFault, match="annan plats"):
        make_backup(store.vault, tmp_path / "v")
    with pytest.raises(BackupFault, match="finns inte"):
        make_backup(store.vault, tmp_path / "borta" / "k")
    store.close()
    with pytest.raises(BackupFault, match="låst"):
        make_backup(store.vault, tmp_path / "k2")


def test_a_preview_tells_how_each_case_stands(tmp_path: Path) -> None:
    """New, older, newer, different, equal and missing cases are told apart, with the notes that differ."""
    store = new_vault(tmp_path / "v")
    for name in ("ny", "aldre", "nyare", "avviker", "lika"):
        store.save(replace(small_case(name), label=name))
    store.close()
    other = tmp_path / "w"
    shifted = opened(tmp_path / "v")
    copy = make_backup(shifted.vault, tmp_path / "k").path
    shifted.close()
    restore(copy, PASSPHRASE, other)
    first, second = opened(tmp_path / "v"), opened(other)
    first.save(replace(small_case("nyare"), label="nyare", changed=EVENING, meetings=()))
    second.save(replace(small_case("aldre"), label="aldre", changed=EVENING, meetings=()))
    later = replace(small_case("avviker"), label="avviker", changed=EVENING)
    first.save(replace(later, meetings=()))
    first.save(replace(later, meetings=()))
    second.save(later)
    second.save(replace(small_case("saknas"), label="saknas"))
    first.save(replace(small_case("extra"), label="extra"))
    told = preview(make_backup(first.vault, tmp_path / "k2").path, PASSPHRASE, second.vault)
    standing = {case.case_id: (case.standing, case.differing) for case in told.cases}
    assert standing == {
        "ny": (Standing.EQUAL, 0),
        "lika": (Standing.EQUAL, 0),
        "nyare": (Standing.NEWER, 1),
        "aldre": (Standing.OLDER, 1),
        "avviker": (Standing.DIFFERENT, 1),
        "saknas": (Standing.MISSING, 1),
        "extra": (Standing.NEW, 0),
    }
    assert "avviker: avviker, 1 anteckning skiljer sig" in told.words
    first.close()
    second.close()


def test_the_number_of_saves_decides_when_the_clock_does_not(tmp_path: Path) -> None:
    """A case saved again without a new time is newer than its backup."""
    store = opened(small_vault(tmp_path / "v"))
    copy = make_backup(store.vault, tmp_path / "k").path
    store.save(A1[0])
    (case,) = (case for case in preview(copy, None, store.vault).cases if case.case_id == "a1")
    assert case.standing is Standing.OLDER
    store.close()


def test_single_cases_come_back_and_the_step_can_be_taken_back(tmp_path: Path, copy: Path) -> None:
    """Only the chosen case changes; its present state becomes the former one."""
    store = opened(tmp_path / "v")
    store.save(A1[0])
    store.save(B2[0])
    assert restore_cases(copy, None, store, ["a1"]) == (A1[-1],)
    assert store.load("a1") == A1[-1]
    assert store.load("b2") == B2[0]
    assert store.former("a1") == A1[0]
    assert entries(store.vault)[-1].case_id == "a1"
    with pytest.raises(BackupFault, match="inget ärende"):
        restore_cases(copy, None, store, ["borta"])
    store.close()


@pytest.mark.parametrize("spoil", ["flip", "gone"])
def test_a_damaged_case_comes_back_from_a_backup(tmp_path: Path, copy: Path, spoil: str) -> None:
    """A case whose file is damaged or gone is whole again, and the preview says that it could not be read."""
    path = file_of(tmp_path / "v", "a1")
    if spoil == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:700] + b"xx" + path.read_bytes()[702:])
    store = opened(tmp_path / "v")
    (case,) = (case for case in preview(copy, None, store.vault).cases if case.case_id == "a1")
    assert case.standing is Standing.UNREADABLE
    restore_cases(copy, None, store, ["a1"])
    store.close()
    found = outcome(tmp_path / "v")
    assert not found.noticed
    assert found.cases == LATEST


def test_a_case_of_another_vault_comes_in(tmp_path: Path, copy: Path) -> None:
    """A backup of another vault needs its own passphrase; its cases are taken in as they are."""
    store = new_vault(tmp_path / "w")
    with pytest.raises(WrongSecret, match="annat valv"):
        restore_cases(copy, None, store, ["a1"])
    assert preview(copy, PASSPHRASE, store.vault).same_vault is False
    restore_cases(copy, PASSPHRASE, store, ["a1"])
    assert store.load("a1") == A1[-1]
    store.close()


def test_what_cannot_be_read_is_left_out_and_named(tmp_path: Path) -> None:
    """A damaged case does not stop the backup of the others, and is named then and later."""
    path = file_of(small_vault(tmp_path / "v"), "a1")
    path.write_bytes(path.read_bytes()[:-600])
    path.write_bytes(path.read_bytes()[:700] + b"xx" + path.read_bytes()[702:])
    store = opened(tmp_path / "v")
    receipt = make_backup(store.vault, tmp_path / "k")
    store.close()
    assert receipt.cases == 1
    assert any("Åsa 2" in word for word in receipt.words)
    assert any("Åsa 2" in word for word in preview(receipt.path, PASSPHRASE).words)
    restored = restore(receipt.path, PASSPHRASE, tmp_path / "w")
    assert any("Åsa 2" in word for word in restored.words)
    assert outcome(tmp_path / "w").cases == {"b2": B2[-1]}


def test_only_an_empty_folder_is_restored_into(tmp_path: Path, copy: Path) -> None:
    """A folder with anything in it is left as it is."""
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "brev.txt").write_text("hej", encoding="utf-8")
    with pytest.raises(BackupFault, match="inte tom"):
        restore(copy, PASSPHRASE, tmp_path / "w")
    with pytest.raises(BackupFault, match="inte tom"):
        restore(copy, PASSPHRASE, tmp_path / "v")
    with pytest.raises(BackupFault, match="är en fil"):
        restore(copy, PASSPHRASE, tmp_path / "w" / "brev.txt")
    assert [path.name for path in (tmp_path / "w").iterdir()] == ["brev.txt"]
    assert not outcome(tmp_path / "v").noticed


def test_a_failing_disk_leaves_no_half_backup(tmp_path: Path) -> None:
    """Each disk call fails in its turn: there is a whole backup or none, and the vault is sound."""
    store = opened(small_vault(tmp_path / "v"))
    disk = FailingDisk()
    store.vault.room.disk = disk
    make_backup(store.vault, tmp_path / "k0")
    total = len(disk.calls)
    for turn in range(1, total + 1):
        target = tmp_path / f"k{turn}"
        store.vault.room.disk = FailingDisk(turn, lambda: OSError(errno.EIO, "failed"))
        try:
            make_backup(store.vault, target)
        except BackupFault as fault:
            assert "EIO" in str(fault)  # noqa: PT017 - the last turns fail after the backup is whole
        store.vault.room.disk = Disk()
        assert not target.exists() or len(preview(target, PASSPHRASE).cases) == 2
        assert not (tmp_path / f".k{turn}.ny").exists()
    store.close()
    assert not outcome(tmp_path / "v").noticed


def test_a_failing_disk_leaves_no_half_vault(tmp_path: Path, copy: Path) -> None:
    """Each disk call of a restoring fails in its turn: the folder is a whole vault, or as empty as before."""
    disk = FailingDisk()
    restore(copy, PASSPHRASE, tmp_path / "w0", disk=disk)
    for turn in range(1, len(disk.calls) + 1, size(1, 3)):
        folder = tmp_path / f"w{turn}"
        try:
            restore(copy, PASSPHRASE, folder, disk=FailingDisk(turn, lambda: OSError(errno.EIO, "failed")))
        except VaultFault as fault:
            assert str(fault).endswith(".")  # noqa: PT017 - the last turns fail after the vault is whole
            assert not folder.exists() or {path.name for path in folder.iterdir()} <= {".gk-las"}, turn
        else:
            assert outcome(folder).cases == LATEST


def damages(data: bytes) -> list[tuple[str, bytes]]:
    """Return a backup's bytes spoiled in every way, shortened outside the torture."""
    step, cut = size(3, 997), size(13, 1999)
    found = [
        (f"byte {at}", data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :])
        for at in range(0, len(data), step)
    ]
    found += [(f"head {at}", data[:at] + bytes([data[at] ^ 64]) + data[at + 1 :]) for at in range(60)]
    found += [(f"cut {at}", data[:at]) for at in (*range(0, len(data), cut), len(data) - 1)]
    piece = 64 * 1024 + 16
    start = len(data) % piece
    found += [("more", data + b"x"), ("twice", data + data[start:]), ("blank", data[:start] + bytes(len(data) - start))]
    return found


def test_every_damage_is_noticed(copy: Path, record_property: Callable[[str, object], None]) -> None:
    """A flipped byte, a cut, more at the end: always a sentence, never a preview of something else."""
    spoiled = damages(copy.read_bytes())
    for what, data in spoiled:
        copy.write_bytes(data)
        with pytest.raises(VaultFault) as caught:
            preview(copy, PASSPHRASE)
        assert str(caught.value).endswith("."), what
    record_property("skadad säkerhetskopia", f"{len(spoiled)} skador, alla märkta")


def test_the_damage_has_a_name(tmp_path: Path, copy: Path) -> None:
    """A file that is no backup, a newer one, a cut one and a changed one each have their sentence."""
    data = copy.read_bytes()
    for spoiled, word in (
        (b"hej", "ingen säkerhetskopia"),
        (data[:8] + b"\0\2" + data[10:], "nyare version"),
        (data[:-100], "avklippt"),
        (data[:5000] + b"xx" + data[5002:], "ändrad eller skadad vid byte"),
        (data + b"x", "fortsätter efter"),
    ):
        copy.write_bytes(spoiled)
        with pytest.raises((BackupFault, NewerVault), match=word):
            preview(copy, PASSPHRASE)
    with pytest.raises(BackupFault, match="finns inte"):
        preview(tmp_path / "borta", PASSPHRASE)


def test_a_reminder_comes_in_time(tmp_path: Path) -> None:
    """Nothing is said of an empty vault or a fresh backup; without one, or with an old one, it is."""
    store = new_vault(tmp_path / "v")
    assert reminder(store.vault, MORNING) is None
    store.save(replace(small_case(), fictive=True))
    assert reminder(store.vault, MORNING) is None
    store.save(small_case())
    assert "ingen säkerhetskopia" in (reminder(store.vault, MORNING) or "")
    make_backup(store.vault, tmp_path / "k")
    assert reminder(store.vault, MORNING + timedelta(days=14)) is None
    assert "15 dagar" in (reminder(store.vault, MORNING + timedelta(days=15)) or "")
    assert "framtiden" in (reminder(store.vault, MORNING - timedelta(days=2)) or "")
    store.close()
