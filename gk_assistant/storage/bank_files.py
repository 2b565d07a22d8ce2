"""The question bank's files as parsed TOML: the shipped ones and those of an office's own folder."""

import re
import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

SCHEMA = 1
"""The version of the bank's files that this program understands."""

QUESTION_FOLDER = "fragor"
LEXICON_FOLDER = "lexikon"
PAPER_FOLDER = "papper"
PICTURES = f"{PAPER_FOLDER}/bilder.toml"
"""The rutor and the trappa in other languages."""
ENDING = ".toml"

_SYNTAX = (
    (
        "Expected '=' after a key",
        "ett likhetstecken saknas efter nyckeln (nycklar med å, ä, ö skrivs inom citattecken)",
    ),
    ("Invalid statement", "raden börjar inte med en nyckel (nycklar med å, ä, ö skrivs inom citattecken)"),
    ("Invalid value", "värdet går inte att läsa; text ska stå inom citattecken"),
    ("Unclosed array", "en lista är inte avslutad med ]"),
    ("Unclosed inline table", "en tabell är inte avslutad med }"),
    ("Unterminated string", "ett citattecken saknas i slutet av texten"),
    ("Illegal character", "ett otillåtet tecken, ofta ett citattecken som saknas i slutet av texten"),
    ("Expected newline or end of document", "det står något mer på raden efter värdet"),
    ("Cannot overwrite a value", "nyckeln står två gånger"),
    ("Cannot declare", "tabellen står två gånger"),
    ("Duplicate inline table key", "nyckeln står två gånger"),
    ("Invalid initial character for a key part", "nyckeln börjar med ett otillåtet tecken"),
    ("Expected ']", "en hakparentes saknas"),
    ("Unescaped '\\'", "ett omvänt snedstreck ska skrivas \\\\"),
)


class BankFileFault(Exception):
    """A file of the bank that is no TOML: which, where (line 1 on) and what is wrong (a Swedish clause)."""

    def __init__(self, file: str, line: int, fault: str) -> None:
        """Keep the place and the fault."""
        super().__init__(f"{file}, rad {line}: {fault}")
        self.file = file
        self.line = line
        self.fault = fault


class BankFolder:
    """A folder of bank files, inside the package or the office's own."""

    def __init__(self, root: Traversable | Path) -> None:
        """Look at a folder; nothing is read yet."""
        self._root = root

    @property
    def exists(self) -> bool:
        """Whether there is such a folder."""
        try:
            return self._root.is_dir()
        except OSError:
            return False

    def text(self, file: str) -> str | None:
        """Return a file's text, ``None`` when it is not there; raises :class:`BankFileFault`, :class:`OSError`."""
        stored = self.stored(file)
        if stored is None:
            return None
        try:
            return stored.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = stored.count(b"\n", 0, error.start) + 1
            raise BankFileFault(file, line, "filen är inte sparad som UTF-8") from None

    def stored(self, file: str) -> bytes | None:
        """Return a file as it lies there, ``None`` when it is not there; raises :class:`OSError`."""
        try:
            return self._at(file).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def table(self, file: str) -> dict[str, Any]:
        """Return a file parsed, empty when it is not there; raises :class:`BankFileFault` and :class:`OSError`."""
        text = self.text(file)
        return parsed(file, text) if text is not None else {}

    def names(self, folder: str = "") -> tuple[str, ...]:
        """Return the TOML files of a folder (``""``: the root) as paths from the root; none if it cannot be read."""
        place = self._at(folder) if folder else self._root
        try:
            found = sorted(item.name for item in place.iterdir() if item.name.endswith(ENDING))
        except OSError:
            return ()
        return tuple(f"{folder}/{name}" if folder else name for name in found if not name.startswith("."))

    def _at(self, file: str) -> Traversable | Path:
        place: Traversable | Path = self._root
        for part in file.split("/"):
            place = place / part
        return place


def shipped_bank() -> BankFolder:
    """Return the bank that came with the program, from a checkout or a wheel."""
    return BankFolder(files("question_bank"))


def parsed(file: str, text: str) -> dict[str, Any]:
    """Return a TOML text as a dictionary; raises :class:`BankFileFault` with the line and a Swedish clause."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        words = str(error)
        found = re.search(r"at line (\d+)", words)
        line = int(found[1]) if found else text.rstrip().count("\n") + 1
        known = next((swedish for english, swedish in _SYNTAX if words.startswith(english)), None)
        raise BankFileFault(file, line, known or "raden går inte att läsa som TOML") from None
    except RecursionError:
        raise BankFileFault(file, 1, "filen är för djupt inkapslad") from None
