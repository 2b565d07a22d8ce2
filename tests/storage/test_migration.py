"""Plain files taken into a vault: the same in there, nothing readable left, nothing lost wherever it is cut off."""

import errno
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.safekeeping import Keeping
from gk_assistant.domain.cases import Case
from gk_assistant.domain.learnt import Learnt, Lesson
from gk_assistant.domain.notes import Heading
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.kept_vault import KeptVault, VaultLearnt
from gk_assistant.storage.learnt_file import LearntFile
from gk_assistant.storage.migration import take_in
from gk_assistant.storage.sessions import keeping, plain_files
from gk_assistant.storage.vault.vault import Vault
from tests.storage.disks import FailingDisk, Killed
from tests.storage.test_store_contract import CHEAP, MORNING, PASSPHRASE, small_case

FORMER = {"a1": small_case("a1", "Åsa"), "b2": small_case("b2", "Bo")}
CASES = {"a1": replace(FORMER["a1"], label="Åsa i skogen"), "b2": replace(FORMER["b2"], label="Bo på berget")}
LESSON = Lesson(case="a1", note="n1", ruta="vardag", text="tröttnar fort", at=MORNING, heading=Heading.KROPP)
TELLTALE = "tröttnar fort"


def _plain(folder: Path) -> Path:
    """Make a folder of the first version: two cases, saved twice each, and a lesson."""
    store = TinyCaseStore(folder)
    for case in (*FORMER.values(), *CASES.values()):
        store.save(case)
    store.close()
    LearntFile(folder).save(Learnt(lessons=(LESSON,)))
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder once; it is copied."""
    return _plain(tmp_path_factory.mktemp("vanlig") / "s")


@pytest.fixture
def folder(plain: Path, tmp_path: Path) -> Path:
    """Return a copy of the plain folder with an empty vault in it."""
    return _with_vault(plain, tmp_path / "s")


def _with_vault(plain: Path, target: Path) -> Path:
    shutil.copytree(plain, target)
    Vault.create(target, PASSPHRASE, kdf=CHEAP)[0].close()
    return target


def _opened(folder: Path, disk: Disk | None = None) -> KeptVault:
    return KeptVault(Vault.open(folder, PASSPHRASE, disk=disk))


def _in_vault(folder: Path) -> dict[str, Case]:
    kept = _opened(folder)
    try:
        return {case.id: case for case in kept.shelf().cases}
    finally:
        kept.close()


def _readable_words(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if TELLTALE.encode() in path.read_bytes()]


def test_a_folder_tells_how_its_cases_are_kept(plain: Path, tmp_path: Path) -> None:
    """Nothing, plain files, a vault, and a vault that has lost its header are told apart."""
    assert keeping(tmp_path / "finns inte") is Keeping.NONE
    (tmp_path / "exempel").mkdir()
    assert keeping(tmp_path) is Keeping.NONE
    assert keeping(plain) is Keeping.PLAIN
    vault = _with_vault(plain, tmp_path / "v")
    assert keeping(vault) is Keeping.VAULT
    for name in ("valv", "valv.forra"):
        (vault / name).unlink()
    assert keeping(vault) is Keeping.HEADLESS


def test_everything_is_in_the_vault_and_nothing_readable_is_left(folder: Path) -> None:
    """Cases, their former states and the lessons are the same; no file holds the words any longer."""
    assert len(_readable_words(folder)) >= 5
    kept = _opened(folder)
    taken = take_in(folder, kept)
    assert (taken.cases, taken.left) == (2, ())
    assert {case.id: case for case in kept.shelf().cases} == CASES
    assert {case_id: kept.former(case_id) for case_id in CASES} == FORMER
    assert VaultLearnt(kept).load().lessons == (LESSON,)
    kept.close()
    assert _in_vault(folder) == CASES
    assert _readable_words(folder) == []
    assert plain_files(folder) == []


def test_nothing_is_lost_wherever_it_is_killed(plain: Path, tmp_path: Path) -> None:
    """Cut off at every disk call in turn: each case is in a plain file or in the vault, and the rest goes on later."""
    template = _with_vault(plain, tmp_path / "mall")
    calls = _calls(shutil.copytree(template, tmp_path / "hel"))
    assert calls > 40
    for turn in range(1, calls + 1):
        place = shutil.copytree(template, tmp_path / f"s{turn}")
        disk = FailingDisk(error=Killed, dead=True)
        kept = _opened(place, disk)
        disk.fail_at = len(disk.calls) + turn
        with pytest.raises(Killed):
            take_in(place, kept, disk=disk)
        kept.vault._lock.release()
        _nothing_lost(place, turn)


def _calls(place: Path) -> int:
    """Return how many changing calls taking in makes."""
    disk = FailingDisk()
    kept = _opened(place, disk)
    before = len(disk.calls)
    take_in(place, kept, disk=disk)
    made = len(disk.calls) - before
    kept.close()
    return made


def _nothing_lost(place: Path, turn: int) -> None:
    there = _in_vault(place)
    for case in TinyCaseStore(place).shelf().cases:
        if there.get(case.id) != CASES[case.id]:
            there[case.id] = case
    assert there == CASES, turn
    kept = _opened(place)
    take_in(place, kept)
    kept.close()
    assert _in_vault(place) == CASES, turn
    assert _readable_words(place) == [], turn


class FullDisk(Disk):
    """A disk that has room for nothing more from when it is told so."""

    full = False

    def write(self, descriptor: int, data: bytes) -> int:
        """Write, or say that the disk is full."""
        if self.full:
            raise OSError(errno.ENOSPC, "full")
        return super().write(descriptor, data)


def test_a_full_disk_leaves_every_plain_file(folder: Path) -> None:
    """A case that can't be saved stops it all with a sentence before anything is taken away."""
    disk = FullDisk()
    kept = _opened(folder, disk)
    disk.full = True
    with pytest.raises(StoreFault, match="full"):
        take_in(folder, kept, disk=disk)
    kept.close()
    assert {case.id: case for case in TinyCaseStore(folder).shelf().cases} == CASES


def test_a_case_that_differs_in_the_vault_is_left_alone(folder: Path) -> None:
    """A plain file put back later never writes over what the vault has, nor is it taken away."""
    kept = _opened(folder)
    newer = replace(CASES["a1"], label="Åsa, skriven i valvet")
    kept.save(newer)
    taken = take_in(folder, kept)
    assert kept.load("a1") == newer
    kept.close()
    assert taken.cases == 1
    assert any("a1.json" in words and "inte likadant" in words for words in taken.left)
    assert (folder / "a1.json").exists()


def test_what_cannot_be_read_is_named_and_left(folder: Path) -> None:
    """A damaged file and one put aside stay where they are, and one is told that they lie open."""
    (folder / "c3.json").write_text("{", encoding="utf-8")
    (folder / "a1.json.undan-20260101T000000-1").write_text("{}", encoding="utf-8")
    (folder / "d4.json.forra").write_text("{}", encoding="utf-8")
    kept = _opened(folder)
    taken = take_in(folder, kept)
    kept.close()
    assert taken.cases == 2
    assert [words.split(" ")[0] for words in taken.left] == [
        "c3.json",
        "a1.json.undan-20260101T000000-1",
        "d4.json.forra",
    ]
    assert (folder / "c3.json").exists()


def test_a_second_program_takes_nothing_in(folder: Path) -> None:
    """Only the program that may write does; the other says why not."""
    first, second = _opened(folder), _opened(folder)
    with pytest.raises(StoreFault, match="annat program"):
        take_in(folder, second)
    assert (folder / "a1.json").exists()
    second.close()
    first.close()
