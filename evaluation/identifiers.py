"""How many personal identifiers are found, and how many look-alikes are taken for one.

The tables hold a text, what is to be found (``typ=exact text; …`` or ``inga``) and the look-alikes in it (``ej``). A
real one counts as found when its kind and its exact text are told. A look-alike counts as taken when anything told
overlaps it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from evaluation.rows import HERE, table
from evaluation.tables import share
from gk_assistant.language.identifiers import Finding, find_identifiers

Row = dict[str, str]
_MOST = 12


def identifier_report() -> list[str]:
    """Return the figures for each table, and what was missed and taken."""
    lines = ["# Personuppgifter"]
    for path in sorted(HERE.glob("personuppgifter_*.tsv")):
        lines += [f"{path.stem}:", *identifier_figures(table(path))]
    return lines


def identifier_figures(rows: Sequence[Row]) -> list[str]:
    """Return the figures of one table."""
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    missed: list[str] = []
    taken: list[str] = []
    look_alikes = extra = 0
    for row in rows:
        told = find_identifiers(row["text"])
        real = list(_wanted(row))
        for kind, value in real:
            wanted[kind] += 1
            if any(one.kind == kind and one.value == value for one in told):
                found[kind] += 1
            else:
                missed.append(f"  ej funnen: {kind}={value}  {row['text']}  [{_said(told)}]")
        places = list(look_alike_places(row))
        look_alikes += len(places)
        hit = [one for one in told if any(one.start < end and one.end > start for start, end in places)]
        taken += [f"  tagen: {one.kind}={one.value}  {row['text']}" for one in hit]
        extra += sum(one not in hit and not any(one.value in value for _, value in real) for one in told)
    kinds = ", ".join(f"{kind} {found[kind]}/{wanted[kind]}" for kind in wanted)
    return [
        f"  funna {share(sum(found.values()), sum(wanted.values()))}  ({kinds})",
        f"  tagna {share(len(taken), look_alikes)}  annat taget {extra}",
        *missed[:_MOST],
        *taken[:_MOST],
    ]


def look_alike_places(row: Row) -> Iterator[tuple[int, int]]:
    """Yield where a row's look-alikes stand, each after the one before."""
    at = 0
    for part in filter(None, row["ej"].split("; ")):
        start = row["text"].index(part, at)
        at = start + len(part)
        yield start, at


def _wanted(row: Row) -> Iterator[tuple[str, str]]:
    if row["fynd"] == "inga":
        return
    for part in row["fynd"].split("; "):
        kind, _, value = part.partition("=")
        yield kind, value


def _said(told: Sequence[Finding]) -> str:
    return "; ".join(f"{one.kind}={one.value}" for one in told)
