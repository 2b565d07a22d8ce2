"""``kill -9`` of a real process at random moments: nothing unreadable, no acknowledged answer lost."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gk_assistant.storage.vault.cleaning import finish_cleaning
from tests.storage.vault.vaults import new_vault, opened
from tests.torture.sizes import size
from tests.torture.victim import LINE, NOTHING, digest, line_digest

ROUNDS = size(250, 12)
LONGEST = 0.08
"""Seconds from where the vault is open to the end of a life, at most: some fifty steps."""


class Victim:
    """The process that begins a life for each seed."""

    def __init__(self, folder: Path) -> None:
        """Start it."""
        self._folder = folder
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.victim", self._folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def live(self, seed: int, seconds: float, *, opened: bool) -> list[list[str]]:
        """Let it live for a while, from its birth or from where it has ``opened`` the vault; return what it said."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{seed}\n")
        self._process.stdin.flush()
        said = self._lines()
        early: list[list[str]] = []
        while not {"P", *("R" if opened else "")} <= {words[0] for words in early}:
            early.append(next(said))
        child = next(int(words[1]) for words in early if words[0] == "P")
        time.sleep(seconds)
        if os.name == "nt":
            self._process.kill()
        else:
            os.kill(child, signal.SIGKILL)
        rest = list(said)
        if os.name == "nt":
            self._process.wait()
            self._start()
        return early + rest

    def _lines(self) -> Iterator[list[str]]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            words = line.split()
            if words == ["X"]:
                return
            yield words

    def end(self) -> None:
        """Let it go."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


def allowed_after(said: list[list[str]], known: dict[str, str]) -> tuple[dict[str, set[str]], int]:
    """Return what may be true after a life, for each thing, and how many steps were acknowledged."""
    now = dict(known)
    under_way: tuple[str, str] | None = None
    acknowledged = 0
    for words in said:
        if words[0] == "B" and len(words) == 3:
            under_way = (words[1], words[2])
        elif words == ["A"] and under_way is not None:
            now[under_way[0]] = under_way[1]
            under_way = None
            acknowledged += 1
    allowed = {name: {value} for name, value in now.items()}
    if under_way is not None:
        allowed.setdefault(under_way[0], {NOTHING}).add(under_way[1])
    return allowed, acknowledged


def found_in(folder: Path) -> dict[str, str]:
    """Return what a fresh program finds; fails the test when anything is damaged."""
    store = opened(folder)
    assert store.read_only is None
    finish_cleaning(store.vault)
    shelf = store.shelf()
    assert shelf.damaged == ()
    found = {row.id: digest(store.load(row.id)) for row in shelf.rows}
    found[LINE] = line_digest(store.vault.blobs.get("rad"))
    store.close()
    return found


@pytest.mark.parametrize("quarter", range(4 if ROUNDS > 100 else 1))
def test_killed_at_random_moments(tmp_path: Path, quarter: int, record_property: Callable[[str, object], None]) -> None:
    """After each kill the vault is exactly at the last acknowledged step, or at the one under way."""
    folder = tmp_path / "v"
    new_vault(folder).close()
    chance = random.Random(quarter)  # noqa: S311 - to be repeated
    victim = Victim(folder)
    known: dict[str, str] = {}
    total = under_way = 0
    try:
        for turn in range(ROUNDS):
            said = victim.live(turn * 4 + quarter, chance.uniform(0, LONGEST), opened=turn % 5 > 0)
            allowed, acknowledged = allowed_after(said, known)
            found = found_in(folder)
            for name in allowed.keys() | found.keys():
                value = found.get(name, NOTHING)
                assert value in allowed.get(name, {NOTHING}), (turn, name, said[-3:])
            total += acknowledged
            under_way += said[-1:] != [["A"]]
            known = found
    finally:
        victim.end()
    assert total > ROUNDS
    record_property(
        f"kill -9, del {quarter + 1}",
        f"{ROUNDS} gånger, {under_way} mitt i ett steg, {total} bekräftade steg, 0 förlorade, 0 oläsliga",
    )
