"""Copies of the shipped bank to spoil, and own folders to lay over it."""

import shutil
from pathlib import Path

SHIPPED = Path(__file__).parents[2] / "question_bank"


def bank_copy(folder: Path) -> Path:
    """Copy the shipped bank's TOML files into a folder and return it."""
    for path in SHIPPED.rglob("*.toml"):
        target = folder / path.relative_to(SHIPPED)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder


def plant(bank: Path, file: str, old: str, new: str, *, at: str | None = None) -> int:
    """Replace the first occurrence of a text and return the line where the new one (or ``at`` in it) stands."""
    path = bank / file
    text = path.read_text(encoding="utf-8")
    assert old in text, (file, old)
    place = text.index(old)
    path.write_text(text[:place] + new + text[place + len(old) :], encoding="utf-8")
    return text.count("\n", 0, place) + new.count("\n", 0, new.index(at) if at else 0) + 1


def own_file(folder: Path, file: str, text: str) -> Path:
    """Write a file into an office's own folder and return the folder."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder
