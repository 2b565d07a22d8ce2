"""The labelled notes: the project's own, and the shared ones where they lie beside the checkout."""

import csv
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "eval"
"""Examples for checking only, beside the checkout; never for building."""

LATER = ("anteckningar_f", "anteckningar_g", "anteckningar_h", "anteckningar_i", "anteckningar_j")
"""The files of which a part is held out."""

KEPT_OF = 5
"""One note of so many is held out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledNote:
    """A note and what two labellers said: heading and mark, other accepted headings, and whether it is a hard one."""

    source: str
    ruta: str
    note: str
    heading: str
    also: frozenset[str]
    mark: str
    marks: frozenset[str]
    hard: bool
    agreed: bool = True
    id: str = ""

    @property
    def held_out(self) -> bool:
        """Whether this note is kept for checking only: a fifth of the later files, for good, by the note's number.

        Such a note is never fitted on, and nobody reads what the program got wrong in it.
        """
        return self.source in LATER and crc32(self.id.encode()) % KEPT_OF == 0


def table(path: Path) -> list[dict[str, str]]:
    """Return a tab-separated file's rows; an empty list when it is not there."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{key: value or "" for key, value in row.items()} for row in reader]


def own_notes() -> list[LabelledNote]:
    """Return the project's own labelled notes."""
    found = [_note(path.stem, row) for path in sorted(HERE.glob("anteckningar_*.tsv")) for row in table(path)]
    for row in table(HERE.parent / "tests" / "language" / "notes.tsv"):
        names = {"icf": row["rubrik"], "icf_alt": row["annan"], "polarity": row["markning"]}
        found.append(_note("prov", row | names))
    return found


def notes_to_fit() -> list[LabelledNote]:
    """Return the project's own notes less those held out."""
    return [note for note in own_notes() if not note.held_out]


def shared_notes() -> list[LabelledNote]:
    """Return the shared notes, with both labellers' answers."""
    return [_note("delade", row) for row in table(SHARED / "notes.tsv")]


def _note(source: str, row: dict[str, str]) -> LabelledNote:
    second, also = row.get("icf2", ""), {row.get("icf_alt", ""), row.get("icf2", ""), row.get("icf2_alt", "")}
    return LabelledNote(
        source=source,
        ruta=row["ruta"],
        note=row["note"],
        heading=row["icf"],
        also=frozenset(also - {""}),
        mark=row["polarity"],
        marks=frozenset({row["polarity"], row.get("pol2", "")} - {""}),
        hard=row.get("hard") == "1",
        agreed=second in ("", row["icf"]),
        id=row.get("id", ""),
    )


def box_of(ruta: str) -> str | None:
    """Return the ruta as the program knows it; ``ovrigt`` is none."""
    return None if ruta == "ovrigt" else ruta
