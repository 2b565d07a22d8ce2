"""Where the end-to-end tests stand: the installed ``gk``, a session folder, settings and a home of its own."""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gk_assistant.domain.cases import Case
from gk_assistant.storage.vault.keys import Kdf
from gk_assistant.storage.vault.vault import Vault
from gk_assistant.storage.vault_folders import VaultFolders
from tests.end_to_end.terminal import Terminal

PASSPHRASE = "sju gröna hästar simmar"  # noqa: S105 - of vaults that live for one test
CHEAP = Kdf(memory=64, time=1, lanes=1, weak=True)
"""A key derivation that costs nothing, for vaults that protect nothing."""

RECOVERY = re.compile(r"([0-9A-Z]{5}-){7}[0-9A-Z]{5}")
WIDE_SHEET = 200
"""Rows enough for a whole paper, so that nothing of it has scrolled away."""


@dataclass(frozen=True, slots=True)
class Ground:
    """An empty folder to work in."""

    folder: Path

    @property
    def sessions(self) -> Path:
        """The session folder; ``gk`` makes it."""
        return self.folder / "sessioner"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a user who has never started the program before."""
        return {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(self.folder),
            "GK_INSTALLNINGAR": str(self.folder / "installningar.toml"),
        }

    def gk(self, *arguments: str, rows: int = 24, more: Mapping[str, str] | None = None) -> Terminal:
        """Start the ``gk`` that stands beside the Python of the tests, over the session folder."""
        program = Path(sys.executable).with_name("gk")
        return Terminal(
            [program, "--sessioner", self.sessions, *arguments], rows=rows, env={**self.environment, **(more or {})}
        )

    def printed(self, paper: str, case: str) -> str:
        """Return what ``gk skriv-ut`` prints on a terminal with room for all of it."""
        with self.gk("skriv-ut", paper, case, rows=WIDE_SHEET) as terminal:
            unlock(terminal)
            assert terminal.wait_end() == 0, terminal.text()
            return terminal.text()

    def case_on_disk(self) -> Case:
        """Return the one case of the folder as its file has it now."""
        vault = VaultFolders().open(self.sessions, PASSPHRASE)
        (case,) = vault.shelf().cases
        vault.close()
        return case

    def vault(self) -> None:
        """Make an empty vault whose key is cheap to derive, for tests that are not about the first start."""
        Vault.create(self.sessions, PASSPHRASE, kdf=CHEAP)[0].close()


def unlock(terminal: Terminal) -> None:
    """Wait for the prompt and type the passphrase."""
    terminal.wait_for("Lösenfras:")
    terminal.type(PASSPHRASE)
    terminal.press("Enter")


def first_start(terminal: Terminal) -> str:
    """Make a vault as the first start leads one to, and return the recovery key that was shown."""
    terminal.wait_for("Siffra 1–3")
    terminal.type("1")
    terminal.press("Enter")
    for question in ("Ny lösenfras", "en gång till"):
        terminal.wait_for(question)
        terminal.type(PASSPHRASE)
        terminal.press("Enter")
    terminal.wait_for("sista gruppen")
    terminal.wait_still()
    shown = RECOVERY.search(terminal.text())
    assert shown is not None, terminal.text()
    terminal.type(shown[0][-5:])
    terminal.press("Enter")
    return shown[0]
