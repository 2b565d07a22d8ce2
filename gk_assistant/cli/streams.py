"""The program's three streams: always UTF-8, whatever the locale says."""

import contextlib
import io
import os
import sys

from gk_assistant.language.text import clean_line


def prepare() -> None:
    """Set the streams to UTF-8. Bytes on stdin that are none are kept apart, so that a line can be refused."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace"), (sys.stderr, "replace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def say(text: str = "") -> None:
    """Write a line on stdout."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Write a line on stderr, after what is already on stdout; a stderr that is gone is no fault."""
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{plain(text)}\n")
        sys.stderr.flush()


def plain(text: str) -> str:
    """Return a text without anything that could steer a terminal."""
    return clean_line(text).text


def close_quietly() -> None:
    """Let stdout lead nowhere, so that nothing more is said when the program ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_terminal() -> bool:
    """Whether a screen can be drawn: a terminal at both ends, and not a dumb one."""
    return reads_terminal() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb", "")


def reads_terminal() -> bool:
    """Whether somebody sits at the keyboard."""
    return sys.stdin is not None and sys.stdin.isatty()
