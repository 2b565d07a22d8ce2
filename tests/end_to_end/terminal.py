"""A terminal for tests: a program in a pseudo-terminal, keys to press, and the screen as a person would see it."""

import os
import re
import select
import struct
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

if sys.platform != "win32":
    import fcntl
    import pty
    import termios

WINDOWS = "pseudo-terminals of POSIX: Windows has none in the standard library"
"""Why tests that need a terminal are skipped on Windows."""

PATIENCE = 20.0
"""Seconds to wait for something to show; far longer than it takes, for a machine that is busy with other things."""

TICK = 0.05
QUIET = 0.06
CHUNK = 65536
MOST_AT_ONCE = 256

KEYS: Mapping[str, str] = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Backspace": "\x7f",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "F1": "\x1bOP",
    "F2": "\x1bOQ",
    "F3": "\x1bOR",
    "F4": "\x1bOS",
    "F5": "\x1b[15~",
    "F6": "\x1b[17~",
    "F7": "\x1b[18~",
    "F8": "\x1b[19~",
    "F9": "\x1b[20~",
    "F10": "\x1b[21~",
    "F12": "\x1b[24~",
    **{f"Ctrl+{letter}": chr(ord(letter) - ord("A") + 1) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
}
"""What a terminal sends for a key; a single character is sent as it is."""

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=][0-9;]*[A-Za-z]")


class NotShownError(AssertionError):
    """What was waited for did not come; the message holds the screen."""


class Terminal:
    """A program at a terminal of some columns and rows. Used with ``with``, so that it never outlives its test."""

    def __init__(
        self, argv: Sequence[str | Path], columns: int = 80, rows: int = 24, *, env: Mapping[str, str]
    ) -> None:
        """Start the program; ``env`` is its whole environment but for what tells it which terminal this is."""
        self.written = b""
        self._lines: list[str] = []
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._outer, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        told = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **env}
        try:
            self._process = subprocess.Popen(
                [str(word) for word in argv], stdin=inner, stdout=inner, stderr=inner, env=told, start_new_session=True
            )
        except OSError:
            os.close(self._outer)
            raise
        finally:
            os.close(inner)

    def __enter__(self) -> Self:
        """Sit down."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing running."""
        self.kill()
        os.close(self._outer)

    # Keys

    def type(self, text: str) -> None:
        """Type a text."""
        self._send(text.encode())

    def press(self, *keys: str) -> None:
        """Press keys by their names: ``F3``, ``Enter``, ``Ctrl+Q``, ``v``.

        After ``Esc`` wait for what it brings: a terminal can't tell it from the beginning of another key's code.
        """
        self._send("".join(KEYS.get(key, key) for key in keys).encode())

    def _send(self, data: bytes) -> None:
        while data:
            self._read(0)
            _, ready, _ = select.select([], [self._outer], [], TICK)
            if ready:
                data = data[os.write(self._outer, data[:MOST_AT_ONCE]) :]

    # The screen

    def screen(self) -> list[str]:
        """Return the screen's lines as they stand now, without the blanks at their ends."""
        while self._read(0):
            pass
        if not self._lines:
            self._lines = [line.rstrip() for line in self._screen.display]
        return self._lines

    def text(self) -> str:
        """Return the screen as one text."""
        return "\n".join(self.screen()).rstrip("\n")

    def shows(self, text: str) -> bool:
        """Whether a text stands on some line of the screen."""
        return any(text in line for line in self.screen())

    def lit(self, text: str) -> bool:
        """Whether a text stands on the lit row: on another ground than most of the screen has."""
        rows = [row for row, line in enumerate(self.screen()) if text in line]
        if not rows:
            return False
        column = self.screen()[rows[0]].index(text)
        grounds = Counter(cell.bg for line in self._screen.buffer.values() for cell in line.values())
        return self._screen.buffer[rows[0]][column].bg != grounds.most_common(1)[0][0]

    def wait_for(self, text: str, seconds: float = PATIENCE) -> None:
        """Wait until a text stands on the screen."""
        self.wait_until(lambda: self.shows(text), f"{text!r} did not come", seconds)

    def wait_gone(self, text: str, seconds: float = PATIENCE) -> None:
        """Wait until a text no longer stands on the screen."""
        self.wait_until(lambda: not self.shows(text), f"{text!r} did not go", seconds)

    def wait_still(self) -> None:
        """Wait until nothing is drawn for a moment, as a person looks before pressing the next key."""
        deadline = time.monotonic() + PATIENCE
        while self._read(QUIET) and time.monotonic() < deadline:
            pass

    def wait_until(self, held: Callable[[], bool], otherwise: str, seconds: float = PATIENCE) -> None:
        """Wait until something holds of the screen; ``otherwise`` is what to say when it never does."""
        deadline = time.monotonic() + seconds
        while not held():
            over = self._process.poll() is not None
            if not self._read(TICK) and (over or time.monotonic() > deadline):
                ended = ", and the program has ended" if over else ""
                raise NotShownError(f"{otherwise}{ended}:\n{self.text()}")

    def _read(self, seconds: float) -> bool:
        """Take what the program has written, waiting for it at most some seconds; ``False`` when there was nothing."""
        ready, _, _ = select.select([self._outer], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._outer, CHUNK)
        except OSError:  # Linux, when nobody holds the other end any more
            return False
        self.written += data
        self._lines = []
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return bool(data)

    # The end

    def wait_end(self, seconds: float = PATIENCE) -> int:
        """Wait until the program has ended and return its exit code."""
        deadline = time.monotonic() + seconds
        while self._process.poll() is None:
            if time.monotonic() > deadline:
                raise NotShownError(f"the program did not end:\n{self.text()}")
            self._read(TICK)
        while self._read(0):
            pass
        return self._process.wait()

    def kill(self) -> None:
        """End the program at once, as ``kill -9`` does; nothing happens when it has ended."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
