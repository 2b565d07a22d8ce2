"""The official ICF list as a user has downloaded it: a table of codes and titles, read and checked.

The list itself is not part of the program. What is taken for a column of codes or titles is told by its head; a table
without heads is read when its first column holds codes.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from gk_assistant.language.text import clean_line, fold

MOST_FAULTS = 20
"""Faulty rows that are told one by one."""

_CODE_HEADS = ("kod", "icfkod", "kodicf", "icfcode", "code", "icf", "kategorikod", "id")
_TITLE_HEADS = (
    *("titelsvenska", "titelsv", "svensktitel", "svenskatitel", "titelpasvenska", "titlesv", "titleswedish", "titel"),
    *("rubrik", "benamning", "kategorititel", "term", "namn", "kategori", "text", "title", "titleenglish", "label"),
)
_SEPARATORS = "\t;,|"
_LONGEST_TITLE = 300
_ROWS_LOOKED_AT = 15
_FEW = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultyRow:
    """A row that could not be used: its line in the file (from 1), and why (a Swedish sentence)."""

    line: int
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IcfList:
    """The titles by code, the rows that were left out, and how many blocks (b110-b139) were passed over."""

    titles: Mapping[str, str]
    faults: tuple[FaultyRow, ...] = ()
    sections: int = 0


class NoIcfList(ValueError):
    """A text that is no list of ICF codes. The text is a whole Swedish sentence that says what to do."""


@cache
def _code() -> Pattern[str]:
    return compile_pattern(r"([bdes](?:\d|\d{3,5})?)((?<=\d)[a-z])?")


@cache
def _beginning() -> Pattern[str]:
    return compile_pattern(r"[bdes]\d{0,5}")


@cache
def _section() -> Pattern[str]:
    return compile_pattern(r"[bdes]\d{1,3}\s?[-–]\s?[bdes]?\d{1,3}")


def icf_code(text: str) -> str | None:
    """Return a code as the program writes it (``B 130.`` → ``b130``); ``None`` when it is none.

    A chapter has a letter and a digit, a category three to five digits (ICF's own levels); the Swedish list adds some
    with a capital letter last (``e398A``).
    """
    found = _code().fullmatch(text.strip().lower().replace(" ", "").rstrip(".:"))
    return f"{found[1]}{(found[2] or '').upper()}" if found else None


def icf_beginning(text: str) -> str | None:
    """Return the beginning of codes that a user asks for (``b13``, ``D 4``), ``None`` when it begins none."""
    bare = text.strip().lower().replace(" ", "")
    return icf_code(text) or (bare if _beginning().fullmatch(bare) else None)


def read_list(text: str) -> IcfList:
    """Read a table with tabs, semicolons, commas or strokes between its columns; raises :class:`NoIcfList`."""
    lines = text.splitlines()
    separator = _separator(lines)
    if separator is None:
        raise NoIcfList(
            "Filen har ingen kolumn med ICF-koder. Den behöver en kolumn som heter Kod och en som heter Titel."
        )
    # Cells may hold line ends inside quotation marks: the reader counts them, so that the line told is the file's.
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    try:
        return _read(reader)
    except csv.Error:
        raise NoIcfList(
            f"Filen går inte att läsa som en tabell vid rad {reader.line_num}. Spara om den som CSV (UTF-8)."
        ) from None


def _separator(lines: Sequence[str]) -> str | None:
    """Return what stands between the columns: what lets the head, or most of the first rows, be read."""
    looked = [line for line in lines if line.strip()][:_ROWS_LOOKED_AT]
    for separator in _SEPARATORS:
        rows = list(csv.reader(looked, delimiter=separator))
        if any(_columns(row) is not None for row in rows):
            return separator
    for separator in _SEPARATORS:
        rows = [row for row in csv.reader(looked, delimiter=separator) if len(row) > 1]
        if rows and sum(icf_code(row[0]) is not None for row in rows) > len(rows) * _FEW:
            return separator
    return None


def _columns(row: Sequence[str]) -> tuple[int, int] | None:
    """Return where codes and titles stand, when a row is a head."""
    names = ["".join(char for char in fold(cell) if char.isalnum()) for cell in row]
    code = next((names.index(head) for head in _CODE_HEADS if head in names), None)
    title = next((at for at in _titled(names) if at != code), None)
    return (code, title) if code is not None and title is not None else None


def _titled(names: Sequence[str]) -> Iterator[int]:
    for head in _TITLE_HEADS:
        if head in names:
            yield names.index(head)
    yield from (at for at, name in enumerate(names) if name.startswith(("titel", "title", "rubrik")))


def _read(reader: "Iterable[list[str]]") -> IcfList:
    titles: dict[str, str] = {}
    faults: list[FaultyRow] = []
    sections = 0
    columns: tuple[int, int] | None = None
    for line, row in _numbered(reader):
        found = _columns(row) if columns is None else None
        if found is not None:
            columns = found
            continue
        code_at, title_at = columns or (0, 1)
        cell = row[code_at] if code_at < len(row) else ""
        title = " ".join(clean_line(row[title_at]).text.split()) if title_at < len(row) else ""
        if _section().fullmatch(cell.strip().lower()):
            sections += 1
            continue
        fault = _fault(cell, title, titles)
        if fault is not None:
            faults.append(FaultyRow(line=line, fault=fault))
            continue
        titles.setdefault(icf_code(cell) or cell, title)
    if not titles:
        raise NoIcfList("Ingen rad i filen har både en ICF-kod och en titel. Kontrollera att du valde rätt fil.")
    return IcfList(titles=titles, faults=tuple(faults), sections=sections)


def _numbered(reader: "Iterable[list[str]]") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold anything, with the line each begins on."""
    begins = 1
    for row in reader:
        if any(cell.strip() for cell in row):
            yield begins, row
        begins = getattr(reader, "line_num", begins) + 1


def _fault(cell: str, title: str, titles: Mapping[str, str]) -> str | None:
    shown = clean_line(cell).text.strip()[:20]
    code = icf_code(cell)
    if code is None:
        return f"”{shown}” är ingen ICF-kod." if shown else "Koden saknas."
    if not title:
        return f"{code} har ingen titel."
    if len(title) > _LONGEST_TITLE:
        return f"Titeln till {code} är längre än {_LONGEST_TITLE} tecken."
    if titles.get(code, title) != title:
        return f"{code} står redan i filen med en annan titel."
    return None
