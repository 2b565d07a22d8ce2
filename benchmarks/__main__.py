"""Print every measurement as a Markdown table; arguments name the groups to run, none means all."""

import sys
from collections.abc import Callable

from benchmarks import gate, keys, papers, practising, saving, sorting, start
from benchmarks.measuring import Row, table

GROUPS: dict[str, Callable[[], list[Row]]] = {
    "start": start.rows,
    "grind": gate.rows,
    "lista": start.list_rows,
    "valv": start.vault_rows,
    "tangent": keys.rows,
    "spara": saving.rows,
    "sortera": sorting.rows,
    "papper": papers.rows,
    "ova": practising.rows,
}


def main(wanted: list[str]) -> int:
    """Measure the groups asked for and print one table."""
    unknown = [name for name in wanted if name not in GROUPS]
    if unknown:
        print(f"Okänd grupp: {', '.join(unknown)}. Grupperna är {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for name in wanted or list(GROUPS):
        print(f"mäter: {name} …", file=sys.stderr)
        rows += GROUPS[name]()
    print(table(rows))
    print("\nMedianer av körningar om vartannat. Jämför kvoterna: tiderna varierar ±30 % mellan körningar.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
