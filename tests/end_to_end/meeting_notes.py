"""The notes of the meeting: real ones where the evaluation's list lies beside the checkout, else the project's own."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from gk_assistant.domain.bank import Ruta
from gk_assistant.storage.bank_reader import TomlBank

RUTOR: Mapping[str, Ruta] = {ruta.id: ruta for ruta in TomlBank().bank().rutor}
"""Every ruta by its id."""

SIGNS = {"fungerar": "+", "hinder": "-", "behov": "!"}
FOR_EACH = 3
_EVALUATION = Path(__file__).parents[3] / "shared" / "eval" / "notes.tsv"
_OWN = Path(__file__).with_name("notes.tsv")
_QUOTES = '"”“'


@dataclass(frozen=True, slots=True, kw_only=True)
class Jotting:
    """A note as it is typed: where, with which sign (empty for none), in which words."""

    ruta: str
    sign: str
    text: str

    @property
    def kept(self) -> str:
        """The words as the program keeps them; a whole quotation loses its marks."""
        return self.text.strip(_QUOTES)


def meeting_notes() -> tuple[Jotting, ...]:
    """Return three notes for each of the 14 rutor, in the order of the rutor."""
    source, ruta_of, mark_of = (_EVALUATION, "ruta", "polarity") if _EVALUATION.exists() else (_OWN, "ruta", "markning")
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    jottings = []
    for ruta in RUTOR:
        found = (row for row in rows if row[ruta_of] == ruta or ruta in _shared(row[ruta_of], row["note"]))
        jottings += [
            Jotting(ruta=ruta, sign=SIGNS.get(row[mark_of], ""), text=row["note"]) for row in islice(found, FOR_EACH)
        ]
    return tuple(jottings)


def _shared(ruta: str, note: str) -> tuple[str, ...]:
    """Split the evaluation's *övrigt* between the two rutor it stands for."""
    if ruta != "ovrigt":
        return ()
    return ("tom_ruta",) if len(note) % 2 else ("andra_aspekter",)
