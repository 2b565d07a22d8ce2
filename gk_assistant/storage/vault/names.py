"""What the files of a vault are called; this module loads no library, so that any command may ask."""

from pathlib import Path
from typing import Final

HEADER: Final = "valv"
PREVIOUS: Final = ".forra"
"""What the former generation of a file has after its name."""
JOURNAL_ENDING: Final = ".gkv"
INDEX: Final = "register" + JOURNAL_ENDING
_ID_LENGTH = 32
_HEX = frozenset("0123456789abcdef")


def is_vault(folder: Path) -> bool:
    """Whether a folder is a vault: it has the header file, or at least the header's former generation."""
    return (folder / HEADER).is_file() or (folder / (HEADER + PREVIOUS)).is_file()


def journal_name(file_id: bytes) -> str:
    """Return the name of a journal: its random id of 16 bytes, nothing else."""
    return file_id.hex() + JOURNAL_ENDING


def journal_id(name: str) -> str | None:
    """Return the id (hex) that a journal's name stands for, ``None`` when the file is no journal."""
    file_id, ending = name[:_ID_LENGTH], name[_ID_LENGTH:]
    return file_id if ending == JOURNAL_ENDING and _HEX.issuperset(file_id) else None
