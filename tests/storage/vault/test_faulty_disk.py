"""Every disk call fails in its turn: nothing acknowledged is lost, nothing half written is taken for an answer."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.storage.disk import Disk
from tests.storage.disks import FailingUnsynced, Killed
from tests.storage.test_store_contract import small_case
from tests.storage.vault.vaults import new_vault, opened


def long_case(number: int) -> Case:
    """Return a case whose every change takes 64 KiB, so that the journal is soon written anew."""
    return replace(small_case(), label=f"läge {number}", meetings=(Meeting(id="m1", number=1, place="å" * 20_000),))


def changed(case: Case, letter: str) -> Case:
    """Return a case with another long text."""
    return replace(case, label=case.label + letter, meetings=(replace(case.meetings[0], place=letter * 40_000),))


STATES = (
    small_case(),
    replace(small_case(), label="läge 1"),
    *(changed(long_case(number), "abcde"[number]) for number in range(5)),
    replace(small_case(), label="läge 7"),
)


def run(folder: Path, disk: Disk) -> list[Case]:
    """Open the vault, save the states in order, close it; return those acknowledged. A kill ends the run."""
    acknowledged: list[Case] = []
    store = None
    try:
        store = opened(folder, disk=disk)
        for state in STATES:
            try:
                store.save(state)
            except StoreFault:
                continue
            acknowledged.append(state)
        store.close()
    except (Killed, StoreFault):
        pass
    finally:
        if store is not None:
            store.vault._lock.release()  # the system does this when a program ends
    return acknowledged


def found_in(folder: Path) -> tuple[Case | None, int]:
    """Return the case that a fresh program finds, and how many files it calls damaged."""
    store = opened(folder)
    shelf = store.shelf()
    case = store.load("a1") if shelf.rows else None
    assert store.read_only is None
    store.close()
    return case, len(shelf.damaged)


def calls(folder: Path) -> int:
    """Return how many disk calls a run makes when all goes well."""
    new_vault(folder).close()
    disk = FailingUnsynced()
    assert run(folder, disk) == list(STATES)
    assert (folder / "register.gkv.forra").exists() or any(folder.glob("*.forra"))
    return len(disk.calls)


def test_killed_at_every_disk_call(tmp_path: Path) -> None:
    """After a kill at any call the vault holds the last acknowledged state, or the one under way, and no damage."""
    total = calls(tmp_path / "whole")
    assert total > 60
    for turn in range(1, total + 1):
        folder = tmp_path / str(turn)
        new_vault(folder).close()
        disk = FailingUnsynced(turn, Killed, dead=True)
        acknowledged = run(folder, disk)
        found, damaged = found_in(folder)
        last = acknowledged[-1] if acknowledged else None
        under_way = STATES[len(acknowledged)] if len(acknowledged) < len(STATES) else last
        assert damaged == 0, (turn, disk.calls[turn - 1])
        assert found in (last, under_way), (turn, disk.calls[turn - 1])


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_every_disk_call_fails_once(tmp_path: Path, code: int) -> None:
    """One failing call costs at most one save, with a sentence; the next goes well and the last one is found."""
    total = calls(tmp_path / "whole")
    for turn in range(1, total + 1):
        folder = tmp_path / str(turn)
        new_vault(folder).close()
        disk = FailingUnsynced(turn, lambda: OSError(code, "failed"))
        acknowledged = run(folder, disk)
        assert len(acknowledged) >= len(STATES) - 1, (turn, disk.calls[turn - 1])
        found, damaged = found_in(folder)
        assert damaged == 0, (turn, disk.calls[turn - 1])
        assert found in (acknowledged[-1], STATES[-1]), (turn, disk.calls[turn - 1])


def test_no_room_and_room_again(tmp_path: Path) -> None:
    """On a full disk every save says so and the last one stands; with room again one writes on."""

    class Full(Disk):
        full = False

        def write(self, descriptor: int, data: bytes) -> int:
            if self.full:
                raise OSError(errno.ENOSPC, "full")
            return super().write(descriptor, data)

    disk = Full()
    store = new_vault(tmp_path / "v", disk=disk)
    store.save(STATES[0])
    disk.full = True
    for state in STATES[1:3]:
        with pytest.raises(StoreFault, match="Disken är full"):
            store.save(state)
        assert store.load("a1") == STATES[0]
    disk.full = False
    store.save(STATES[3])
    store.close()
    assert found_in(tmp_path / "v") == (STATES[3], 0)


def test_reading_calls_fail_with_a_sentence(tmp_path: Path) -> None:
    """A disk that cannot be read gives a sentence, never a traceback."""
    store = new_vault(tmp_path / "v")
    store.save(STATES[0])
    store.close()
    for turn in range(1, 12):
        disk = FailingUnsynced(turn, lambda: OSError(errno.EIO, "failed"), reads=True)
        try:
            again = opened(tmp_path / "v", disk=disk)
            again.shelf()
            again.load("a1")
            again.close()
        except StoreFault as fault:
            assert str(fault).endswith(".")  # noqa: PT017 - most turns hit a call that raises, some none at all
