"""Foreseen or not: whether a command line will ask for a passphrase, told before anything is loaded."""

import sys
from pathlib import Path

import pytest

from gk_assistant.cli.early import HEADERS, foreseen
from gk_assistant.storage.vault.names import HEADER, PREVIOUS


class Keyboard:
    """A standard in that is a terminal, or is none."""

    def __init__(self, *, there: bool = True) -> None:
        """Be there or not."""
        self._there = there

    def isatty(self) -> bool:
        """Say it."""
        return self._there


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a folder that looks like a vault, with somebody at the keyboard."""
    (tmp_path / HEADER).write_bytes(b"")
    monkeypatch.setattr(sys, "stdin", Keyboard())
    return str(tmp_path)


def test_the_files_that_make_a_vault_are_the_same_on_both_floors() -> None:
    """This floor can't see the other's names, and must have the same."""
    assert (HEADER, HEADER + PREVIOUS) == HEADERS


@pytest.mark.parametrize(
    "words", [[], ["mote", "Åsa"], ["enkel"], ["enkel", "Åsa"], ["enkel", "--pilar"], ["--bank", "b"], ["ova", "Åsa"]]
)
def test_what_opens_the_vault_is_foreseen(vault: str, words: list[str]) -> None:
    """The program, a meeting and line mode, with the folder before or after."""
    assert foreseen(["--sessioner", vault, *words]) is not None
    assert foreseen([*words, f"--sessioner={vault}"]) is not None


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["demo"],
        ["mote"],
        ["mote", "Åsa", "Bo"],
        ["enkel", "a", "b"],
        ["ova", "--lista"],
        ["ova", "a", "b"],
        ["--pilar"],
        ["--losenfras-fil", "x"],
        ["valv", "spar"],
        ["sortera"],
        ["påhittat"],
        ["--bank"],
    ],
)
def test_what_is_not_sure_waits_for_the_parser(vault: str, words: list[str]) -> None:
    """Wrong use, help, demo and the rarer commands ask later or never."""
    assert foreseen(["--sessioner", vault, *words]) is None


@pytest.mark.usefixtures("vault")
def test_no_vault_asks_for_nothing(tmp_path: Path) -> None:
    """An empty folder and one that is not there have no prompt."""
    assert foreseen(["--sessioner", str(tmp_path / "annan")]) is None
    assert foreseen(["--sessioner"]) is None


def test_a_pipe_is_read_by_the_loaded_program(vault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal nobody waits for the prompt."""
    monkeypatch.setattr(sys, "stdin", Keyboard(there=False))
    assert foreseen(["--sessioner", vault]) is None


def test_line_mode_loads_no_screen(vault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is loaded behind the prompt is what will be used."""
    monkeypatch.setattr(sys, "stdout", Keyboard())
    monkeypatch.setenv("TERM", "xterm")
    assert foreseen(["--sessioner", vault]) is True
    assert foreseen(["--sessioner", vault, "enkel"]) is False
    monkeypatch.setenv("TERM", "dumb")
    assert foreseen(["--sessioner", vault]) is False
