"""Starting: the version, a paper, and the first paint."""

import sys
from functools import partial

from benchmarks import bare
from benchmarks.made_cases import empty_folder, fill
from benchmarks.made_vaults import fill_vault, open_list
from benchmarks.measuring import Row, medians, timed
from benchmarks.programs import GK, first_paint, run_to_end

NOTHING = "python -c pass"
BARE = "tom Textual-app"
MANY, FEW = 1000, 10
VAULTS = (10, 10_000)


def rows() -> list[Row]:
    """Measure commands against Python itself, and the first paint against a bare app."""
    with empty_folder() as home:
        fill(home / "sessions", cases=FEW, notes=50)
        sessions = ("--sessioner", str(home / "sessions"))
        commands = {
            NOTHING: (sys.executable, "-c", "pass"),
            "gk --version": (GK, "--version"),
            "gk --help": (GK, "--help"),
            "gk skriv-ut trappa": (GK, *sessions, "skriv-ut", "trappa", "Exempel 1"),
        }
        ran = medians(
            {name: partial(run_to_end, argv, home) for name, argv in commands.items()},
            runs=11,
        )
        painted = medians(
            {
                BARE: partial(first_paint, (sys.executable, bare.__file__), bare.WORD, home),
                "gk demo": partial(first_paint, (GK, "demo"), "Exempel", home),
            },
            runs=9,
        )
    return [
        *(
            Row(what=name, seconds=ran[name], yardstick=NOTHING, yard=ran[NOTHING])
            for name in commands
            if name != NOTHING
        ),
        Row(what="gk demo, första bilden", seconds=painted["gk demo"], yardstick=BARE, yard=painted[BARE]),
        Row(what="tom Textual-app, första bilden", seconds=painted[BARE], yardstick=NOTHING, yard=ran[NOTHING]),
    ]


def list_rows() -> list[Row]:
    """Measure the way to the list with many cases against few."""
    with empty_folder() as home:
        for count in (FEW, MANY):
            fill(home / str(count), cases=count, notes=50)
        painted = medians(
            {
                str(count): partial(first_paint, (GK, "--sessioner", str(home / str(count))), f"{count} ärenden", home)
                for count in (FEW, MANY)
            },
            runs=5,
        )
    what = f"listan med {MANY} ärenden, första bilden"
    return [Row(what=what, seconds=painted[str(MANY)], yardstick=f"{FEW} ärenden", yard=painted[str(FEW)])]


def vault_rows() -> list[Row]:
    """Measure a vault opened, key derivation and all, to the rows of its list: with many cases against few."""
    with empty_folder() as home:
        for count in VAULTS:
            fill_vault(home / str(count), cases=count, notes=50)
        taken = medians({str(count): timed(partial(open_list, home / str(count))) for count in VAULTS}, runs=9)
    few, many = (taken[str(count)] for count in VAULTS)
    what = f"valvet öppnat till listans rader, {VAULTS[1]} ärenden"
    return [Row(what=what, seconds=many, yardstick=f"{VAULTS[0]} ärenden", yard=few)]
