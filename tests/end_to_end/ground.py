"""Where the end-to-end tests stand: the installed ``gk``, a session folder, settings and a home of its own."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from gk_assistant.domain.cases import Case
from gk_assistant.storage.case_store import TinyCaseStore
from tests.end_to_end.terminal import Terminal

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

    def gk(self, *arguments: str, rows: int = 24) -> Terminal:
        """Start the ``gk`` that stands beside the Python of the tests, over the session folder."""
        program = Path(sys.executable).with_name("gk")
        return Terminal([program, "--sessioner", self.sessions, *arguments], rows=rows, env=self.environment)

    def printed(self, paper: str, case: str) -> str:
        """Return what ``gk skriv-ut`` prints on a terminal with room for all of it."""
        with self.gk("skriv-ut", paper, case, rows=WIDE_SHEET) as terminal:
            assert terminal.wait_end() == 0, terminal.text()
            return terminal.text()

    def case_on_disk(self) -> Case:
        """Return the one case of the folder as its file has it now."""
        (case,) = TinyCaseStore(self.sessions).shelf().cases
        return case
