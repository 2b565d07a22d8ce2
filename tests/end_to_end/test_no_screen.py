"""The installed ``gk`` where it can draw nothing: a sentence, and not one escape code."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.ground import Ground, unlock
from tests.end_to_end.terminal import WINDOWS, Terminal

GK = Path(sys.executable).with_name("gk")


@pytest.mark.skipif(sys.platform == "win32", reason=WINDOWS)
def test_a_dumb_terminal_gets_sentences(ground: Ground) -> None:
    """With TERM=dumb the installed ``gk`` goes on in line mode; the terminal is never steered."""
    ground.vault()
    with Terminal([GK, "--sessioner", ground.sessions], env={**ground.environment, "TERM": "dumb"}) as terminal:
        unlock(terminal)
        terminal.wait_for("Radläget öppnas i stället.")
        terminal.type("slut")
        terminal.press("Enter")
        assert terminal.wait_end() == 0
        assert b"\x1b" not in terminal.written


def test_no_terminal_gets_one_sentence(ground: Ground) -> None:
    """Between pipes the installed ``gk`` names the way out on stderr, and its code is 1."""
    told = subprocess.run(
        [GK, "--sessioner", ground.sessions, "demo"],
        env=ground.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (1, b"")
    assert "gk enkel" in told.stderr.decode()
    assert b"\x1b" not in told.stderr
