"""Programs run for a measurement: to their end, or in a pseudo-terminal until something shows."""

import os
import re
import select
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from tests.end_to_end.terminal import KEYS, Terminal

GK = str(Path(sys.executable).with_name("gk"))
PATIENCE = 60.0
_STEERING = re.compile(rb"\x1b(\[[0-9;:<=>?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\^_=>])")


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a user who is not asked to move plain cases into a vault."""
    settings = home / "installningar.toml"
    if not settings.exists():
        settings.write_text("fraga_om_valv = false\n", encoding="utf-8")
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "GK_INSTALLNINGAR": str(settings),
    }


def run_to_end(argv: Sequence[str], home: Path, *, stdin: str = "") -> float:
    """Run a program to its end and return how many seconds that took."""
    begun = perf_counter()
    subprocess.run(argv, input=stdin.encode(), capture_output=True, check=True, env=environment(home))
    return perf_counter() - begun


class Watched(Terminal):
    """A terminal that only looks for words in what is written: drawing the screen would cost more than the program."""

    def __init__(self, argv: Sequence[str], home: Path) -> None:
        """Start a program at 80×24."""
        self.seen = b""
        super().__init__(argv, env=environment(home))

    def until(self, word: str) -> None:
        """Wait until a word has been written since the last key."""
        wanted, deadline = word.encode(), perf_counter() + PATIENCE
        while wanted not in _STEERING.sub(b"", self.seen):
            if perf_counter() > deadline or not select.select([self._outer], [], [], PATIENCE)[0]:
                raise TimeoutError(f"{word!r} did not show")
            try:
                self.seen += os.read(self._outer, 1 << 16)
            except OSError:
                raise RuntimeError(f"the program ended before {word!r} showed: {self.seen.decode()}") from None

    def drain(self, quiet: float = 0.1) -> None:
        """Read on until nothing is written for a moment."""
        while select.select([self._outer], [], [], quiet)[0]:
            os.read(self._outer, 1 << 16)

    def key_to(self, key: str, word: str) -> float:
        """Press a key and return how many seconds it takes until a word is written."""
        self.drain()
        self.seen = b""
        begun = perf_counter()
        os.write(self._outer, KEYS.get(key, key).encode())
        self.until(word)
        return perf_counter() - begun


@contextmanager
def watched(argv: Sequence[str], home: Path) -> Iterator[Watched]:
    """Start a program and end it afterwards."""
    with Watched(argv, home) as terminal:
        yield terminal


def first_paint(argv: Sequence[str], word: str, home: Path) -> float:
    """Return how many seconds it takes from the start until a word stands on the screen."""
    begun = perf_counter()
    with Watched(argv, home) as terminal:
        terminal.until(word)
        return perf_counter() - begun
