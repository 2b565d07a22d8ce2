"""The installed ``gk`` over a vault: the prompt, the way in, the lock, and nothing to read anywhere afterwards."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.sessions import plain_files
from gk_assistant.storage.vault.vault import Vault
from tests.end_to_end.ground import CHEAP, PASSPHRASE, Ground, first_start, unlock
from tests.end_to_end.hands import Hands
from tests.end_to_end.terminal import WINDOWS
from tests.storage.test_store_contract import small_case

if sys.platform != "win32":
    import termios

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason=WINDOWS)

NEW = "fem blå elefanter dansar"
TELLTALES = ("Lindvägen", "orolig för hyran", "halvskrivet om sömnen", PASSPHRASE)


def test_nothing_typed_at_the_prompt_shows(ground: Ground) -> None:
    """A wrong passphrase costs a second and a sentence, the right one opens; neither ever stands on the screen."""
    ground.vault()
    with ground.gk() as terminal:
        terminal.wait_for("Lösenfras:")
        assert b"\x1b" not in terminal.written
        terminal.type("fel fras")
        terminal.press("Enter")
        terminal.wait_for("stämmer inte")
        began = time.monotonic()
        terminal.wait_until(lambda: terminal.text().count("Lösenfras:") == 2, "it never asked again")
        assert time.monotonic() - began > 0.7
        assert b"\x1b" not in terminal.written
        terminal.type(PASSPHRASE)
        terminal.press("Enter")
        terminal.wait_for("Mina ärenden")
        terminal.press("Ctrl+Q")
        assert terminal.wait_end() == 0
        for words in ("fel fras", PASSPHRASE):
            assert words.encode() not in terminal.written


def test_ctrl_c_at_the_prompt_leaves_the_terminal_as_it_was(ground: Ground) -> None:
    """Code 130, no traceback, and what is typed afterwards shows again."""
    ground.vault()
    with ground.gk() as terminal:
        terminal.wait_for("Lösenfras:")
        assert not termios.tcgetattr(terminal._outer)[3] & termios.ECHO
        os.kill(terminal._process.pid, signal.SIGINT)  # what Ctrl+C sends to the program in a terminal of its own
        assert terminal.wait_end() == 130
        assert termios.tcgetattr(terminal._outer)[3] & termios.ECHO
        assert "Traceback" not in terminal.text()


def test_an_end_of_input_at_the_prompt_is_told(ground: Ground) -> None:
    """Ctrl+D ends with a sentence."""
    ground.vault()
    with ground.gk() as terminal:
        terminal.wait_for("Lösenfras:")
        terminal.press("Ctrl+D")
        terminal.press("Ctrl+D")
        assert terminal.wait_end() == 1
        assert "behöver en lösenfras" in terminal.text()


def test_the_recovery_key_opens_and_brings_a_new_passphrase(ground: Ground) -> None:
    """At the same prompt; the new passphrase opens the next start."""
    vault, recovery = Vault.create(ground.sessions, PASSPHRASE, kdf=CHEAP)
    vault.close()
    with ground.gk() as terminal:
        terminal.wait_for("Lösenfras:")
        for answer, then in ((recovery.lower(), "Ny lösenfras"), (NEW, "en gång till"), (NEW, "Mina ärenden")):
            terminal.type(answer)
            terminal.press("Enter")
            terminal.wait_for(then)
        terminal.press("Ctrl+Q")
        assert terminal.wait_end() == 0
    Vault.open(ground.sessions, NEW).close()


@pytest.mark.parametrize("look", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["utan färg", "enkel terminal"])
def test_the_prompt_is_plain_everywhere(ground: Ground, look: dict[str, str]) -> None:
    """Without colours and on a dumb terminal it is the same line, without an escape code."""
    ground.vault()
    with ground.gk("enkel", more=look) as terminal:
        unlock(terminal)
        terminal.wait_for("Mina ärenden")
        assert b"\x1b" not in terminal.written
        terminal.type("slut")
        terminal.press("Enter")
        assert terminal.wait_end() == 0


def test_cases_that_lie_open_are_taken_in(ground: Ground) -> None:
    """The offer names how many; afterwards no plain file is left, and the case is in the list."""
    store = TinyCaseStore(ground.sessions)
    store.save(small_case(label="Granbacken"))
    store.close()
    with ground.gk(rows=60) as terminal:
        terminal.wait_for("ligger ett ärende som vanliga filer")
        first_start(terminal)
        terminal.wait_for("Mina ärenden")
        terminal.wait_for("Granbacken")
        terminal.press("Ctrl+Q")
        assert terminal.wait_end() == 0
    assert plain_files(ground.sessions) == []
    assert ground.case_on_disk() == small_case(label="Granbacken")


def test_one_may_go_on_unprotected_with_a_quiet_warning(ground: Ground) -> None:
    """This time only: the list says that the cases are not encrypted."""
    store = TinyCaseStore(ground.sessions)
    store.save(small_case(label="Granbacken"))
    store.close()
    with ground.gk() as terminal:
        terminal.wait_for("Siffra 1–3")
        terminal.type("2")
        terminal.press("Enter")
        terminal.wait_for("Granbacken")
        terminal.wait_for("inte krypterade")
        terminal.press("Ctrl+Q")
        assert terminal.wait_end() == 0
    assert plain_files(ground.sessions) == ["a1.json"]


def test_nothing_can_be_read_anywhere_afterwards(ground: Ground) -> None:
    """A session with a case, notes and a half-written line, killed: none of it stands in any file below the home."""
    ground.vault()
    with ground.gk() as terminal:
        unlock(terminal)
        hands = Hands(terminal)
        hands.new_case(TELLTALES[0])
        terminal.type("v")
        terminal.press("Enter")
        hands.line(f" {TELLTALES[1]}")
        terminal.wait_for("1 ●")
        terminal.type(TELLTALES[2])
        terminal.wait_for(TELLTALES[2])
        time.sleep(1.5)
        assert _title_codes(terminal.written) == []
        assert all(words not in _command_line(terminal._process.pid) for words in TELLTALES)
        terminal.kill()
    found = [path for path in ground.folder.rglob("*") if path.is_file() and _tells(path)]
    assert found == []
    assert any(path.suffix == ".gkv" for path in ground.sessions.iterdir())


def _tells(path: Path) -> bool:
    content = path.read_bytes()
    return any(words.encode(code) in content for words in TELLTALES for code in ("utf-8", "utf-16-le", "latin-1"))


def _title_codes(written: bytes) -> list[bytes]:
    return [code for code in (b"\x1b]0;", b"\x1b]1;", b"\x1b]2;", b"\x1b]52;") if code in written]


def _command_line(pid: int) -> str:
    path = Path("/proc") / str(pid) / "cmdline"
    return path.read_bytes().decode(errors="replace") if path.exists() else ""


def test_a_crash_leaves_no_core(ground: Ground) -> None:
    """The program has told the system not to write its memory to disk."""
    if not Path("/proc").exists():
        pytest.skip("needs /proc")
    ground.vault()
    with ground.gk() as terminal:
        unlock(terminal)
        terminal.wait_for("Mina ärenden")
        limits = (Path("/proc") / str(terminal._process.pid) / "limits").read_text(encoding="ascii")
        (row,) = [line for line in limits.splitlines() if line.startswith("Max core file size")]
        assert row.split()[4] == "0"
        assert os.environ.get("PYTHONFAULTHANDLER") is None
