"""A word index as plain texts: what :class:`~gk_assistant.language.terms.TermIndex` looks words up in.

Each stem (folded, in order) has its entries as one text, ``|`` between them and ``,`` between the fields: the entry's
sorts and the number of its group, the entry as spelled, and the words that must follow with spaces between. Sorts:
``e`` exactly so, ``w`` a whole word with common endings, ``h`` the last part of a compound, ``*`` the beginning of any
word, ``i`` anywhere inside one. The texts of all stems are joined by ``;``.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypedDict

from gk_assistant.language.text import fold

Record: TypeAlias = tuple[str, int, str, str]
"""An entry: its sorts, its group's number, how it is spelled, the words that must follow."""

_HEAD_LENGTH = 5
_HEAD_START = 3
_APART = str.maketrans("\n;|", ",,,")
"""The signs that stand between things here cannot be part of an entry."""


class Packed(TypedDict):
    """An index as texts: stems, their entries, how last parts of compounds begin, and what stands anywhere."""

    stems: str
    entries: str
    heads: str
    inside: str


def packed_entries(blocks: Sequence[str], *, compounds: bool) -> Packed:
    """Index each group's block of entries; a plain entry is a compound's last part too, given ``compounds``."""
    found: dict[str, list[str]] = {}
    for number, block in enumerate(blocks):
        for entry in dict.fromkeys(map(str.strip, block.lower().translate(_APART).split(","))):
            stem, sorts, rest = _entry(entry, compounds=compounds) if entry.strip("=* ") else ("", "", "")
            if stem:
                found.setdefault(stem, []).append(f"{sorts}{number},{rest}")
    stems = sorted(found)
    heads = {stem[:_HEAD_START] for stem in stems if any("h" in record.partition(",")[0] for record in found[stem])}
    return {
        "stems": ";".join(stems),
        "entries": ";".join("|".join(found[stem]) for stem in stems),
        "heads": ";".join(sorted(heads)),
        "inside": ";".join(stem for stem in stems if any(record[0] == "i" for record in found[stem])),
    }


def packed_of(index: Mapping[str, object], name: str) -> Packed | None:
    """Return one of several indexes that were made beforehand; ``None`` when it is not there."""
    table = index.get(name)
    if not isinstance(table, Mapping):
        return None
    stems, entries, heads, inside = (str(table[key]) for key in ("stems", "entries", "heads", "inside"))
    return {"stems": stems, "entries": entries, "heads": heads, "inside": inside}


def _entry(entry: str, *, compounds: bool) -> tuple[str, str, str]:
    """Return an entry's stem, its sorts, and how it is spelled with the words that must follow."""
    first, _, tail = entry.partition(" ")
    exact, last, starred = first[0] == "=", first[0] == "*", first[-1] == "*"
    spelled = first.strip("=*")
    stem = fold(spelled)
    if exact:
        sorts = "e"
    elif last and starred:
        sorts = "i"
    else:
        head = last or (compounds and not starred and not tail and len(stem) >= _HEAD_LENGTH)
        sorts = f"w{'*' if starred else ''}{'h' if head else ''}"
    return stem, sorts, f"{spelled},{tail}"


def records_of(packed: str) -> list[Record]:
    """Take one stem's entries apart."""
    records = []
    for row in packed.split("|"):
        lead, spelled, tail = row.split(",", 2)
        sorts = lead.rstrip("0123456789")
        records.append((sorts, int(lead[len(sorts) :]), spelled, tail))
    return records
