"""Two processes at one vault: one writes, the other reads and is told why; nobody's acknowledged save is lost."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from gk_assistant.conversation.ports import StoreFault
from tests.storage.test_store_contract import small_case
from tests.storage.vault.vaults import new_vault, opened
from tests.torture.sizes import size

SECONDS = size(20, 1)

RIVAL = """
import os, sys, time
from dataclasses import replace
from pathlib import Path
from gk_assistant.conversation.ports import StoreFault
from tests.storage.test_store_contract import small_case
from tests.storage.vault.vaults import opened
name, end, turn = sys.argv[2], time.monotonic() + float(sys.argv[3]), 0
while time.monotonic() < end:
    store = opened(Path(sys.argv[1]))
    for _ in range(5):
        turn += 1
        try:
            store.save(replace(small_case(name), label=f"{name} {turn}"))
        except StoreFault as fault:
            os.write(1, b"N " + str(fault).encode() + b"\\n")
            store.shelf().cases
        else:
            os.write(1, f"A {turn}\\n".encode())
    store.close()
    time.sleep(0.002 * (turn % 7))
"""


def test_two_processes_take_turns(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """Two that open, save and close as fast as they can: the last acknowledged save of each is there."""
    folder = tmp_path / "v"
    new_vault(folder).close()
    rivals = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", RIVAL, folder, name, str(SECONDS)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            text=True,
            encoding="utf-8",
        )
        for name in ("ett", "tva")
    ]
    said = [rival.communicate()[0].splitlines() for rival in rivals]
    assert [rival.returncode for rival in rivals] == [0, 0]
    store = opened(folder)
    assert store.shelf().damaged == ()
    saved = refused = 0
    for name, lines in zip(("ett", "tva"), said, strict=True):
        turns = [line for line in lines if line.startswith("A")]
        assert all("Ett annat program" in line for line in lines if line.startswith("N"))
        assert store.load(name).label == f"{name} {turns[-1].split()[1]}"
        saved += len(turns)
        refused += len(lines) - len(turns)
    store.close()
    record_property("två processer", f"{saved} sparade, {refused} nekade med besked, 0 förlorade")


def test_the_second_reads_what_the_first_writes(tmp_path: Path) -> None:
    """The one that only reads sees each save of the other, may not save, and may once the other has been killed."""
    folder = tmp_path / "v"
    new_vault(folder).close()
    script = RIVAL.replace("store.close()", "time.sleep(60)")
    rival = subprocess.Popen(
        [sys.executable, "-c", script, folder, "ett", "60"],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert rival.stdout is not None
    for turn in range(1, 6):
        assert rival.stdout.readline() == f"A {turn}\n".encode()
    store = opened(folder)
    assert store.load("ett").label == "ett 5"
    assert "Ett annat program" in (store.read_only or "")
    try:
        store.save(small_case("tva"))
    except StoreFault as fault:
        assert "Ett annat program" in str(fault)  # noqa: PT017 - what follows must run in either case
    else:
        raise AssertionError("two programs write at once")
    rival.kill()
    rival.wait()
    rival.stdout.close()
    until = time.monotonic() + 5
    while store.read_only is not None and time.monotonic() < until:
        time.sleep(0.01)
    store.save(small_case("tva"))
    assert {row.id for row in store.shelf().rows} == {"ett", "tva"}
    assert store.shelf().damaged == ()
    store.close()
