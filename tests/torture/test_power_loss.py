"""The power goes at every disk call of a long script: what was not synced is there or not, or in part, in any order."""

import gc
import random
from collections.abc import Callable
from pathlib import Path

from gk_assistant.conversation.ports import StoreFault
from tests.torture.failing_memory import WatchedDisk
from tests.torture.script import Worker, found_on
from tests.torture.sizes import size

STEPS = size(200, 40)
TIMES = size(5, 1)
"""How many ways of losing what was not synced are tried at each call."""
STRIDE = size(1, 7)


def test_the_power_goes_at_every_call(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """What opens is the last acknowledged state or the one under way; nothing is damaged, and one can go on writing."""
    chance = random.Random(7)  # noqa: S311 - to be repeated
    folder = tmp_path / "v"
    counts = {"calls": 0, "losses": 0}
    workers: list[Worker] = []

    def before(name: str) -> None:
        counts["calls"] += 1
        if not workers or counts["calls"] % STRIDE:
            return
        if counts["calls"] % 50 == 0:
            gc.collect()  # whole disks hang in circles
        for turn in range(TIMES):
            counts["losses"] += 1
            other = tmp_path / "efter"
            left = disk.after_power_loss(chance, folder, other)
            where = f"anrop {counts['calls']} ({name}), gång {turn}"
            try:
                found = found_on(left, other, workers[0].truth, go_on=turn == 0)
            except StoreFault as fault:  # which the step under way would take for its own
                raise AssertionError(f"{where}: {fault}") from fault
            assert not found.damaged, f"{where}: {found.damaged}"
            assert workers[0].truth.allows(found) is None, f"{where}: {workers[0].truth.allows(found)}"

    disk = WatchedDisk(before)
    worker = Worker(folder, disk)
    workers.append(worker)
    for _ in range(STEPS):
        worker.step()
    before("slut")
    worker.let_go()
    assert worker.refused == 0
    record_property("strömavbrott", f"{counts['losses']} vid {counts['calls']} anrop, 0 oläsliga, 0 förlorade")
