"""``gk``, ``gk demo`` and ``gk mote`` where no screen can be drawn."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Gk


@pytest.mark.parametrize("arguments", [[], ["demo"], ["mote", "Åsa"]], ids=["gk", "demo", "mote"])
def test_without_a_terminal_line_mode_is_pointed_out(gk: Gk, cases: Path, arguments: list[str]) -> None:
    """Into a pipe nothing is drawn: one sentence names gk enkel, and the code is 1."""
    assert cases.is_dir()
    told = gk(*arguments)
    assert (told.code, told.out) == (1, "")
    assert "gk enkel" in told.err
    assert "\x1b" not in told.err


def test_an_unknown_case_is_told_before_anything_is_opened(gk: Gk, cases: Path) -> None:
    """``gk mote`` and ``gk enkel`` with a case that is not there list the labels."""
    assert cases.is_dir()
    for command in ("mote", "enkel"):
        told = gk(command, "Granen")
        assert told.code == 1
        assert "Björken" in told.err


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals of POSIX")
@pytest.mark.parametrize(
    ("arguments", "shown"), [([], "Åsa i skogen"), (["mote", "Åsa"], "Vardag>")], ids=["gk", "mote"]
)
def test_a_dumb_terminal_gets_line_mode(cases: Path, ground: Path, arguments: list[str], shown: str) -> None:
    """With TERM=dumb the app asks about a vault, says so and goes on in line mode, without a single escape code."""
    assert cases.is_dir()
    import pty  # noqa: PLC0415  # not on Windows

    outer, inner = pty.openpty()
    environment = {**os.environ, "TERM": "dumb"}
    command = [sys.executable, "-m", "gk_assistant", *arguments]
    with subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, cwd=ground, env=environment) as process:
        os.close(inner)
        said = _until(outer, "Siffra 1–3")
        os.write(outer, b"2\n")
        said += _until(outer, ">" if arguments else "sluta):")
        os.write(outer, b"slut\n")
        said += _until(outer, "Hej då.")
        process.wait(timeout=10)
    os.close(outer)
    assert process.returncode == 0
    assert "Radläget öppnas i stället" in said
    assert shown in said
    assert "\x1b" not in said


def _until(descriptor: int, words: str) -> str:
    said, deadline = b"", time.monotonic() + 10
    while words.encode() not in said and time.monotonic() < deadline:
        if select.select([descriptor], [], [], 0.1)[0]:
            said += os.read(descriptor, 4096)
    return said.decode()
