"""A short rehearsal at a real terminal, line by line, from the first word to the mirror."""

import sys
from pathlib import Path

import pytest

from gk_assistant.domain.rehearsals import Part
from gk_assistant.storage.vault_folders import VaultFolders
from tests.end_to_end.ground import PASSPHRASE, Ground, unlock
from tests.end_to_end.terminal import WINDOWS, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason=WINDOWS)

ROWS = 300
TALK = (
    ("Hej Katarina, välkommen. Vi ses för att du ska få berätta.", "en öppen fråga"),
    ("Vilken ruta vill du börja med?", "att låta personen välja"),
    ("Hur ser en vanlig dag ut för dig?", "öppen fråga"),
    ("", "att vänta in svaret"),
    ("n v- tröttnar efter 20 min", "Antecknat i Vardag"),
    ("Det låter som att dagarna är tunga.", "en spegling av det som sades"),
    ("rutor", "Vardag, "),
    ("tips", "Tips: "),
)


def _line(terminal: Terminal, line: str, shown: str) -> None:
    """Type a line and wait until what it brings stands below it."""
    terminal.wait_still()
    before = "\n".join(terminal.screen()).count(shown)
    terminal.type(line)
    terminal.press("Enter")
    terminal.wait_until(lambda: "\n".join(terminal.screen()).count(shown) > before, f"{line!r} brought no {shown!r}")


def test_a_rehearsal_by_keys_to_the_mirror(tmp_path: Path) -> None:
    """GK1 with a silence, a note and a hint, the reflection, GK2, the mirror; the vault keeps it all, encrypted."""
    ground = Ground(tmp_path)
    ground.vault()
    with ground.gk("ova", "utmattning", "--enkel", "--fro", "1", rows=ROWS) as terminal:
        unlock(terminal)
        terminal.wait_for("GK1. Katarina, 47 år.")
        for line, shown in TALK:
            _line(terminal, line, shown)
        _line(terminal, "avsluta", "GK1 är slut. Vad vill du göra?")
        _line(terminal, "1", "Reflektion efter GK1")
        _line(terminal, "tillbaka", "GK2. Katarina kommer tillbaka.")
        _line(terminal, "Hej igen Katarina.", "Katarina: ")
        terminal.wait_still()
        terminal.type("avsluta")
        terminal.press("Enter")
        assert terminal.wait_end() == 0, terminal.text()
        assert b"SPEGEL AV ETT SAMTAL" in terminal.written, "it may be longer than the screen"
        assert "Övningen är sparad" in terminal.text()
    vault = VaultFolders().open(ground.sessions, PASSPHRASE)
    (kept,) = vault.rehearsals.all()
    vault.close()
    assert kept.parts == (Part.GK1, Part.GK2)
    assert kept.ended is not None
    assert [turn.heard.text for turn in kept.turns] == [
        *(line for line, _ in TALK if line not in ("rutor", "tips") and not line.startswith("n ")),
        "Hej igen Katarina.",
    ]
    words = kept.turns[2].said[0].text.encode()
    assert not [path.name for path in ground.sessions.iterdir() if words in path.read_bytes()]


def test_ctrl_d_ends_kindly(tmp_path: Path) -> None:
    """The end of input in the middle keeps what was said, and the program ends well."""
    ground = Ground(tmp_path)
    with ground.gk("ova", "katarina", "--enkel", rows=ROWS) as terminal:
        terminal.wait_for("Skriv det du säger")
        _line(terminal, TALK[0][0], "Återkoppling")
        terminal.press("Ctrl+D")
        assert terminal.wait_end() == 0, terminal.text()
        assert "Övningen är sparad" in terminal.text()
