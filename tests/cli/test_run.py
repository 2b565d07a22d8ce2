"""Exit codes, and what is said when something goes wrong."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gk_assistant import __version__
from gk_assistant.bootstrap import WholeHouse, Workshop
from gk_assistant.cli.run import run
from gk_assistant.conversation.safekeeping import OpenVault
from tests.cli.conftest import Gk

TOLD_IN_TRUST = "hemlig anteckning om grannen"


class BurningHouse(WholeHouse):
    """A house in which opening a session folder fails as it is told to."""

    def __init__(self, fault: BaseException) -> None:
        """Remember the fault."""
        self.fault = fault

    @contextmanager
    def workshop(
        self, folder: Path | None, *, bank_folder: Path | None, vault: OpenVault | None = None
    ) -> Iterator[Workshop]:
        """Fail."""
        del folder, bank_folder, vault
        raise self.fault
        yield  # pragma: no cover  # makes this a generator


def gk_process(*arguments: str, **settings: object) -> "subprocess.Popen[bytes]":
    """Start a real ``gk`` with pipes at all ends."""
    command = [sys.executable, "-m", "gk_assistant", *arguments]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, **{**pipes, **settings})  # type: ignore[call-overload,no-any-return]


def test_version_is_told_without_loading_anything(ground: Path) -> None:
    """``--version`` imports neither argparse nor any library."""
    assert ground.is_dir()
    code = (
        "import sys; from gk_assistant.__main__ import main; main(['--version']); "
        "print([name for name in ('argparse', 'rich', 'textual', 'tinydb', 'msgspec') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert told.stdout == f"gk {__version__}\n[]\n"


def test_version_by_the_parser_is_the_same(gk: Gk) -> None:
    """``--version`` among other options gives the same line."""
    assert gk("--sessioner", "x", "--version").out == f"gk {__version__}\n"


def test_commands_without_a_screen_never_load_textual(ground: Path) -> None:
    """Sorting, printing and line mode do without Textual and rich."""
    assert ground.is_dir()
    code = (
        "import sys; from gk_assistant.__main__ import main; "
        "main(['foljdfragor', 'vardag', 'sover dåligt']); main(['enkel']); "
        "print([name for name in ('rich', 'textual', 'questionary') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, stdin=subprocess.DEVNULL)
    assert told.stdout.decode().endswith("[]\n")


@pytest.mark.usefixtures("ground")
def test_an_unforeseen_fault_never_shows_notes_or_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence tells where it happened and what to do, in Swedish, without what the notes say."""
    assert run(["enkel", "Åsa"], BurningHouse(RuntimeError(TOLD_IN_TRUST))) == 1
    told = capsys.readouterr().err
    assert told.startswith("Något gick fel inuti programmet (test_run, rad ")
    assert TOLD_IN_TRUST not in told
    assert "Traceback" not in told


@pytest.mark.usefixtures("ground")
def test_a_fault_is_shown_whole_on_request(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """With GK_FELSOK=1 the traceback is there for whoever mends the program."""
    monkeypatch.setenv("GK_FELSOK", "1")
    assert run(["enkel", "Åsa"], BurningHouse(RuntimeError(TOLD_IN_TRUST))) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.usefixtures("ground")
def test_a_full_disk_under_stdout_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Output that cannot be written is a failure with a sentence."""
    assert run(["enkel", "Åsa"], BurningHouse(OSError(28, "No space left on device"))) == 1
    assert capsys.readouterr().err == "Disken är full: det gick inte att skriva ut. Frigör plats och försök igen.\n"


@pytest.mark.usefixtures("ground")
def test_ctrl_c_ends_quietly(capsys: pytest.CaptureFixture[str]) -> None:
    """An interruption gives code 130 and a word."""
    assert run(["enkel", "Åsa"], BurningHouse(KeyboardInterrupt())) == 130
    assert "Avbrutet" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_in_a_real_process(ground: Path, cases: Path) -> None:
    """A real SIGINT in the middle of line mode ends it with code 130, without a traceback."""
    with gk_process("--sessioner", str(cases), "enkel", cwd=ground) as process:
        assert process.stdout is not None
        assert any("Radläge".encode() in line for line in process.stdout)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert "Avbrutet" in err.decode()
    assert b"Traceback" not in out + err


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_closed_pipe_is_quiet(ground: Path) -> None:
    """``gk … | head`` ends without a word on stderr."""
    with gk_process("bank", "visa", "vardag", cwd=ground) as process:
        assert process.stdout is not None
        process.stdout.close()
        err = process.stderr.read() if process.stderr else b""
        process.wait(timeout=10)
    assert (process.returncode, err) == (0, b"")


def test_output_is_utf8_whatever_the_locale_says(ground: Path) -> None:
    """With LANG=C and without Python's UTF-8 mode å ä ö come out as UTF-8, and go in as such."""
    environment = {**os.environ, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environment.pop("PYTHONIOENCODING", None)
    with gk_process("sortera", "--json", cwd=ground, env=environment) as process:
        out, err = process.communicate("vardag\tvärk på natten 🌙\n".encode(), timeout=10)
    assert (process.returncode, err) == (0, b"")
    assert "värk på natten 🌙" in out.decode()
