"""What the files of a vault are called; this module loads no library, so that any command may ask."""

import re
from pathlib import Path
from typing import Final

HEADER: Final = "valv"
PREVIOUS: Final = ".forra"
"""What the former generation of a file has after its name."""
JOURNAL_ENDING: Final = ".gkv"
INDEX: Final = "register" + JOURNAL_ENDING
_JOURNAL = re.compile(r"[0-9a-f]{32}\.gkv")


def is_vault(folder: Path) -> bool:
    """Whether a folder is a vault: it has the header file, or at least the header's former generation."""
    return (folder / HEADER).is_file() or (folder / (HEADER + PREVIOUS)).is_file()


def journal_name(file_id: bytes) -> str:
    """Return the name of a journal: its random id of 16 bytes, nothing else."""
    return file_id.hex() + JOURNAL_ENDING


def journal_id(name: str) -> bytes | None:
    """Return the id that a journal's name stands for, ``None`` when the file is no journal."""
    return bytes.fromhex(name.removesuffix(JOURNAL_ENDING)) if _JOURNAL.fullmatch(name) else None
