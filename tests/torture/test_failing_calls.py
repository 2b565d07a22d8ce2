"""Every disk call of a long script fails in its turn, in every way a call can fail."""

import errno
import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from tests.torture.failing_memory import FailingMemory
from tests.torture.script import Worker, found_on
from tests.torture.sizes import FULL, size

STEPS = size(200, 50)
AFTER = 12
"""How many steps are done after the failure before it is looked at once more."""
STRIDE = size(1, 37)
WAYS: dict[str, dict[str, object]] = {
    "fel": {"way": "error", "code": errno.EIO},
    "full disk": {"way": "half"},
    "kort skrivning": {"way": "short"},
    "gjort men nekat": {"way": "late", "code": errno.EIO},
    "nekat tio gånger": {"way": "error", "code": errno.ENOSPC, "times": 10},
}


def calls_of_all_steps(folder: Path) -> int:
    """Return how many changing calls the script makes when all goes well."""
    disk = FailingMemory(0, "error")
    worker = Worker(folder, disk)
    for _ in range(STEPS):
        worker.step()
    worker.let_go()
    assert worker.refused == 0
    assert worker.acknowledged > STEPS // 2
    return len(disk.calls)


@pytest.mark.parametrize("way", WAYS)
def test_every_call_fails_in_its_turn(tmp_path: Path, way: str, record_property: Callable[[str, object], None]) -> None:
    """What opens is the last acknowledged state or the one under way, at once and later; nothing is damaged."""
    total = calls_of_all_steps(tmp_path / "allt" / "v")
    refused = turns = 0
    for turn in range(1, total + 1, STRIDE):
        refused += fail_at(tmp_path / str(turn) / "v", turn, WAYS[way])
        turns += 1
        if turns % 50 == 0:
            gc.collect()  # whole disks hang in circles
    record_property(f"varje anrop fallerar ({way})", f"{turns} av {total} anrop, {refused} steg nekade, 0 förlorade")
    assert turns == total or not FULL


def fail_at(folder: Path, turn: int, how: dict[str, object]) -> int:
    """Let one call fail and go on for a while; return how many steps were refused."""
    disk = FailingMemory(turn, **how)  # type: ignore[arg-type]
    try:
        worker = Worker(folder, disk)
    except StoreFault:
        return 1
    left = AFTER
    looked = False
    for _ in range(STEPS):
        worker.step()
        if len(disk.calls) >= turn:
            if not looked:
                look(worker, disk, turn, go_on=False)
                looked = True
            left -= 1
        if left == 0:
            break
    worker.let_go()
    look(worker, disk, turn, go_on=True)
    return worker.refused


def look(worker: Worker, disk: FailingMemory, turn: int, *, go_on: bool) -> None:
    """Fail the test when a fresh program finds what it should not."""
    other = worker.folder.with_name("fresh")
    found = found_on(disk.copied(worker.folder, other), other, worker.truth, go_on=go_on)
    where = f"anrop {turn} ({disk.calls[turn - 1]})"
    assert not found.damaged, where
    assert worker.truth.allows(found) is None, f"{where}: {worker.truth.allows(found)}"
