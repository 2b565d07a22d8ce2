"""A fault nobody foresaw: one Swedish sentence, and not a word of what was typed."""

import sys

import pytest

from tests.end_to_end.ground import Ground, unlock
from tests.end_to_end.terminal import WINDOWS, Terminal

BROKEN = """
import sys
from gk_assistant.tui.screens.talk import TalkScreen
def broken(self, event):
    typed = event.text
    raise RuntimeError("oväntat")
TalkScreen.on_note_line_sent = broken
from gk_assistant.__main__ import main
sys.exit(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason=WINDOWS)
def test_a_fault_inside_tells_nothing_of_what_was_typed(ground: Ground) -> None:
    """The program ends with exit code 1 and a sentence that names the place, never the words just typed."""
    ground.vault()
    argv = [sys.executable, "-c", BROKEN, "--sessioner", str(ground.sessions)]
    with Terminal(argv, rows=24, env=ground.environment) as terminal:
        unlock(terminal)
        terminal.wait_for("Mina ärenden")
        terminal.press("n")
        terminal.wait_for("Etikett")
        terminal.type("Videkroken")
        terminal.press("Enter")
        terminal.wait_for("ersättning")
        terminal.press("Enter")
        terminal.wait_for("Visa bilden")
        terminal.type("hemliga ord")
        terminal.press("Enter")
        assert terminal.wait_end() == 1
        printed = terminal.text()
    assert "Något gick fel inuti programmet" in printed
    assert "Traceback" not in printed
    assert "RuntimeError" not in printed
