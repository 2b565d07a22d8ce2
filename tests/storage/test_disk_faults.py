"""Every disk call fails in its turn: nothing acknowledged is lost, nothing half written is read."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import Case
from gk_assistant.storage.case_store import TinyCaseStore
from tests.storage.disks import FailingDisk, Killed, NoLinks
from tests.storage.test_store_contract import small_case

STATES = tuple(replace(small_case(), label=f"läge {n}") for n in range(4))


def calls_of_a_run(folder: Path) -> int:
    """Return how many changing disk calls the run makes when all goes well."""
    disk = FailingDisk()
    run(TinyCaseStore(folder, disk=disk))
    return len(disk.calls)


def run(store: TinyCaseStore) -> list[Case]:
    """Save the states in order and return those that were acknowledged; a kill ends the run."""
    acknowledged = []
    try:
        for state in STATES:
            try:
                store.save(state)
            except StoreFault:
                continue
            acknowledged.append(state)
    except Killed:
        pass
    finally:
        store.close()
    return acknowledged


def outcome(folder: Path) -> Case | None:
    """Return what a fresh program finds; fails the test when it finds damage."""
    store = TinyCaseStore(folder)
    shelf = store.shelf()
    assert shelf.damaged == ()
    assert store.read_only is None
    store.close()
    return shelf.cases[0] if shelf.cases else None


def test_killed_at_every_disk_call(tmp_path: Path) -> None:
    """After a kill at any call the file holds the last acknowledged state, or the one just under way."""
    total = calls_of_a_run(tmp_path / "whole")
    assert total > 20
    for turn in range(1, total + 1):
        folder = tmp_path / str(turn)
        acknowledged = run(TinyCaseStore(folder, disk=FailingDisk(turn, Killed, dead=True)))
        found = outcome(folder) if folder.exists() else None
        under_way = STATES[len(acknowledged)] if len(acknowledged) < len(STATES) else None
        last = acknowledged[-1] if acknowledged else None
        assert found in (last, under_way), turn
        assert not [name for name in os.listdir(folder) if name.endswith(".ny")] if folder.exists() else True  # noqa: PTH208


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_every_disk_call_fails_once(tmp_path: Path, code: int) -> None:
    """One failing call costs at most one save, with a sentence; the next save goes well."""
    total = calls_of_a_run(tmp_path / "whole")
    for turn in range(1, total + 1):
        folder = tmp_path / str(turn)
        disk = FailingDisk(turn, lambda: OSError(code, "failed"))
        acknowledged = run(TinyCaseStore(folder, disk=disk))
        assert len(acknowledged) >= len(STATES) - 1
        assert outcome(folder) in (acknowledged[-1], STATES[-1])


def test_a_refused_save_leaves_the_former_state_too(tmp_path: Path) -> None:
    """A save that failed before the file was replaced leaves file and former state as they were."""
    for turn in range(1, 6):
        folder = tmp_path / str(turn)
        store = TinyCaseStore(folder)
        store.save(STATES[0])
        store.save(STATES[1])
        store.close()
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        again = TinyCaseStore(folder, disk=FailingDisk(turn + 1))
        with pytest.raises(StoreFault):
            again.save(STATES[2])
        assert again.load("a1") == STATES[1]
        again.close()
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_reading_calls_fail_with_a_sentence(tmp_path: Path) -> None:
    """A disk that cannot be read gives a sentence for each call, and the shelf opens all the same."""
    store = TinyCaseStore(tmp_path)
    store.save(STATES[0])
    store.close()
    for turn in (1, 2, 3):
        disk = FailingDisk(turn, lambda: OSError(errno.EIO, "failed"), reads=True)
        with pytest.raises(StoreFault, match="EIO"):
            TinyCaseStore(tmp_path, disk=disk).load("a1")
        disk = FailingDisk(turn, lambda: OSError(errno.EIO, "failed"), reads=True)
        assert "EIO" in TinyCaseStore(tmp_path, disk=disk).shelf().damaged[0].fault


SENTENCES = [
    (errno.ENOSPC, "Disken är full"),
    (errno.EROFS, "skrivskyddad"),
    (errno.EACCES, "behörighet"),
    (errno.EIO, "EIO"),
    (errno.ENAMETOOLONG, "för långt"),
    (errno.EMFILE, "för många filer"),
]


@pytest.mark.parametrize(("code", "word"), SENTENCES)
def test_each_error_has_its_sentence(tmp_path: Path, code: int, word: str) -> None:
    """The usual disk errors are told in Swedish, and saving goes on once they are over."""
    disk = FailingDisk(2, lambda: OSError(code, os.strerror(code)))
    store = TinyCaseStore(tmp_path / "s", disk=disk)
    with pytest.raises(StoreFault, match=word) as caught:
        store.save(STATES[0])
    assert os.strerror(code) not in str(caught.value)
    store.save(STATES[0])
    assert store.load("a1") == STATES[0]
    store.close()


def a_file(place: Path) -> None:
    """Put a file where the folder should be."""
    place.write_text("hej", encoding="utf-8")


def under_a_file(place: Path) -> None:
    """Put a file where the folder's parent should be."""
    place.parent.write_text("hej", encoding="utf-8")


@pytest.mark.parametrize("spoil", [a_file, under_a_file])
def test_a_file_in_the_folders_place(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    """A path that is a file is told as one."""
    place = tmp_path / "mapp" / "s"
    if spoil is a_file:
        place.parent.mkdir()
    spoil(place)
    store = TinyCaseStore(place)
    with pytest.raises(StoreFault, match="är en fil"):
        store.save(STATES[0])
    assert "är en fil" in (store.read_only or "")
    with pytest.raises(StoreFault, match="är en fil"):
        store.shelf()


def test_a_folder_that_vanishes(tmp_path: Path) -> None:
    """When the folder goes away the save is refused with a word; it goes well once the folder is back."""
    place = tmp_path / "s"
    store = TinyCaseStore(place)
    store.save(STATES[0])
    place.rename(tmp_path / "undan")
    with pytest.raises(StoreFault, match="finns inte"):
        store.save(STATES[1])
    (tmp_path / "undan").rename(place)
    store.save(STATES[2])
    assert TinyCaseStore(place).load("a1") == STATES[2]
    store.close()


def test_a_lock_file_taken_away_is_taken_again(tmp_path: Path) -> None:
    """When somebody removes the lock's file, the next save locks anew, so that two can still not write at once."""
    first, second = TinyCaseStore(tmp_path), TinyCaseStore(tmp_path)
    first.save(STATES[0])
    (tmp_path / ".gk-las").unlink()
    first.save(STATES[1])
    assert "Ett annat program" in (second.read_only or "")
    (tmp_path / ".gk-las").unlink()
    second.save(STATES[2])
    with pytest.raises(StoreFault, match="Ett annat program"):
        first.save(STATES[3])
    first.close()
    second.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    """A folder one may not write in can be read, and says why nothing is saved."""
    store = TinyCaseStore(tmp_path / "s")
    store.save(STATES[0])
    store.close()
    (tmp_path / "s").chmod(0o500)
    try:
        assert store.load("a1") == STATES[0]
        assert "behörighet" in (store.read_only or "")
    finally:
        (tmp_path / "s").chmod(0o700)


def test_no_links_and_a_full_disk(tmp_path: Path) -> None:
    """Where the former state must be copied, failure of the copy refuses the save."""

    class FullCopies(NoLinks):
        def read(self, path: Path) -> bytes:
            if path.exists():
                raise OSError(errno.ENOSPC, "full")
            return super().read(path)

    store = TinyCaseStore(tmp_path / "s", disk=FullCopies())
    store.save(STATES[0])
    with pytest.raises(StoreFault, match="full"):
        store.save(STATES[1])
    store.close()
    assert outcome(tmp_path / "s") == STATES[0]
