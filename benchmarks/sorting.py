"""Sorting notes: one after another, and the first one in a new process."""

import sys
from functools import partial

from benchmarks.made_cases import LINES, empty_folder
from benchmarks.measuring import Row, medians, timed
from benchmarks.programs import GK, run_to_end
from benchmarks.start import NOTHING
from gk_assistant.conversation.ear import Ear
from gk_assistant.storage.bank_reader import TomlBank

TURNS = 100_000
LOOP = f"tom slinga, {TURNS} varv"


def rows() -> list[Row]:
    """Measure the sorter when it is warm, against a bare loop, and ``gk sortera`` of one note against Python."""
    ear = Ear(TomlBank())

    def sort_all() -> None:
        for line in LINES:
            ear.sort("vardag", line)

    def loop() -> None:
        for _ in range(TURNS):
            pass

    warm = medians({"sort": timed(sort_all), LOOP: timed(loop)}, runs=30)
    with empty_folder() as home:
        cold = medians(
            {
                NOTHING: partial(run_to_end, (sys.executable, "-c", "pass"), home),
                "sortera": partial(run_to_end, (GK, "sortera", "--json"), home, stdin=f"vardag\t{LINES[0]}\n"),
            },
            runs=9,
        )
    each = warm["sort"] / len(LINES)
    return [
        Row(what=f"en anteckning sorterad ({1 / each:.0f} i sekunden)", seconds=each, yardstick=LOOP, yard=warm[LOOP]),
        Row(what="gk sortera, en rad, ny process", seconds=cold["sortera"], yardstick=NOTHING, yard=cold[NOTHING]),
    ]
