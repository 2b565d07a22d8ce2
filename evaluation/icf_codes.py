"""How well ICF codes are suggested: ``evaluation/icf_koder.tsv``, of our own notes every 28th in order of id.

Each note has one to three codes (``koder``, best first) or none (``-``: nothing fits, or the note is about the person,
for whom there are no codes). ``koder2`` is a second pass over a shuffled hundred, made by the same labeller before any
tuning. Half of those 300 (``del`` = bygg) served for building, the other half (prov) only for checking; but as one
reader labelled both halves and then wrote the words, 89 more (nytt, drawn by chance, not about the person) were
labelled when the words were set, before the program had seen them: they are the ones to trust. Headings come from
weights that are fitted on these notes too, so a note from elsewhere gets a wrong heading, and codes, a little oftener.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.rows import HERE, box_of, table
from evaluation.tables import share
from gk_assistant.conversation.ear import Ear
from gk_assistant.storage.bank_reader import TomlBank

FILE = HERE / "icf_koder.tsv"
_NONE = "-"
_PARTS = (("bygg", "byggda på"), ("prov", "andra halvan"), ("nytt", "märkta efteråt"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedNote:
    """A note with the codes that are right for it, best first, and what a second pass said (``None``: not asked)."""

    ruta: str
    note: str
    codes: tuple[str, ...]
    again: tuple[str, ...] | None
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A labelled note and the codes that the program gave."""

    right: CodedNote
    given: tuple[str, ...]


def coded_notes() -> list[CodedNote]:
    """Return the labelled notes."""
    return [
        CodedNote(
            ruta=row["ruta"],
            note=row["note"],
            codes=_codes(row["koder"]),
            again=_codes(row["koder2"]) if row["koder2"] else None,
            part=row["del"],
        )
        for row in table(FILE)
    ]


def suggestions(ear: Ear, notes: Sequence[CodedNote]) -> list[Suggested]:
    """Return what the program suggests for each note."""
    return [Suggested(right=note, given=ear.sort(box_of(note.ruta), note.note).icf) for note in notes]


def icf_report() -> list[str]:
    """Return the figures of both halves and how far the two passes agree."""
    notes, ear = coded_notes(), Ear(TomlBank())
    lines = ["# ICF-koder"]
    for part, title in _PARTS:
        lines += code_figures(title, suggestions(ear, [note for note in notes if note.part == part]))
    return [*lines, _agreement(notes)]


def code_figures(title: str, rows: Sequence[Suggested]) -> list[str]:
    """Return the figures of a set: first code right and any right (of notes with codes), given with none right."""
    coded = [row for row in rows if row.right.codes]
    first = sum(row.given[:1] != () and row.given[0] in row.right.codes for row in coded)
    best = sum(row.given[:1] == row.right.codes[:1] for row in coded)
    hit = sum(not set(row.given).isdisjoint(row.right.codes) for row in coded)
    given = [row for row in rows if row.given]
    amiss = sum(set(row.given).isdisjoint(row.right.codes) for row in given)
    needless = sum(bool(row.given) for row in rows if not row.right.codes)
    row = f"{title:<16} första rätt {share(first, len(coded))}  just den bästa {share(best, len(coded))}"
    wrong = f"{'':<16} givna utan att någon är rätt {share(amiss, len(given))}"
    return [
        f"{row}  någon rätt {share(hit, len(coded))}",
        f"{wrong}  givna fast inget passar {share(needless, len(rows) - len(coded))}",
    ]


def _agreement(notes: Sequence[CodedNote]) -> str:
    pairs = [(note.codes, note.again) for note in notes if note.again is not None]
    same = sum(one[:1] == two[:1] for one, two in pairs)
    shared = sum(one == two or not set(one).isdisjoint(two) for one, two in pairs)
    count = len(pairs)
    return f"två omgångar: samma bästa kod {share(same, count)}  någon gemensam {share(shared, count)}"


def _codes(text: str) -> tuple[str, ...]:
    return () if text == _NONE else tuple(text.split(","))
