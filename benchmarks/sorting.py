"""Sorting notes: one after another, many different ones, and the first one in a new process."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from time import process_time

from benchmarks.made_cases import LINES, empty_folder
from benchmarks.measuring import Row, medians, timed
from benchmarks.programs import GK, run_to_end
from benchmarks.start import NOTHING
from evaluation.rows import box_of, own_notes
from gk_assistant.conversation.ear import Ear
from gk_assistant.storage.bank_reader import TomlBank

TURNS = 100_000
LOOP = f"tom slinga, {TURNS} varv"
NOTES = 8000
MIB = 1 << 20
FIRST_NOTE = """
from gk_assistant.language.sorting import Sorter
from gk_assistant.storage.bank_reader import TomlBank
Sorter.from_data(TomlBank().lexicon()).sort("vardag", "orkar inte handla")
"""
MEMORY = """
import json, sys, tracemalloc
tracemalloc.start()
from gk_assistant.language.sorting import Sorter
from gk_assistant.storage.bank_reader import TomlBank
sorter = Sorter.from_data(TomlBank().lexicon())
sorter.sort("vardag", "orkar inte handla")
first = tracemalloc.get_traced_memory()[0]
for ruta, note in json.load(sys.stdin):
    sorter.sort(ruta, note)
print(first, tracemalloc.get_traced_memory()[0])
"""
"""Prints the bytes held after the first note and after all that are on standard input."""


def rows() -> list[Row]:
    """Measure the sorter when it is warm and over many different notes, the first note, and what it holds."""
    ear = Ear(TomlBank())

    def sort_all() -> None:
        for line in LINES:
            ear.sort("vardag", line)

    def loop() -> None:
        for _ in range(TURNS):
            pass

    warm = medians({"sort": timed(sort_all), LOOP: timed(loop)}, runs=30)
    varied = medians({"varied": _varied, LOOP: partial(_busy, loop)}, runs=3, warm=0)
    with empty_folder() as home:
        cold = medians(
            {
                NOTHING: partial(run_to_end, (sys.executable, "-c", "pass"), home),
                "first": partial(run_to_end, (sys.executable, "-c", FIRST_NOTE), home),
                "sortera": partial(run_to_end, (GK, "sortera", "--json"), home, stdin=f"vardag\t{LINES[0]}\n"),
            },
            runs=9,
        )
    each, new = warm["sort"] / len(LINES), varied["varied"]
    first, all_of_them = _held()
    nothing = cold[NOTHING]
    return [
        Row(what=f"en anteckning sorterad ({1 / each:.0f} i sekunden)", seconds=each, yardstick=LOOP, yard=warm[LOOP]),
        Row(what=f"en ny anteckning ({1 / new:.0f} i sekunden)", seconds=new, yardstick=LOOP, yard=varied[LOOP]),
        Row(
            what="första anteckningen, utöver Python", seconds=cold["first"] - nothing, yardstick=NOTHING, yard=nothing
        ),
        Row(what="gk sortera, en rad, ny process", seconds=cold["sortera"], yardstick=NOTHING, yard=nothing),
        Row.of_size(what="minne efter första anteckningen", size=first, most=40 * MIB),
        Row.of_size(what=f"minne efter {NOTES} olika anteckningar", size=all_of_them, most=40 * MIB),
    ]


def _busy(work: Callable[[], None]) -> float:
    """Return the seconds of this process that a piece of work takes."""
    begun = process_time()
    work()
    return process_time() - begun


def _notes() -> list[tuple[str | None, str]]:
    return [(box_of(note.ruta), note.note) for note in own_notes()[:NOTES]]


def _varied() -> float:
    """Return the seconds of this process for each of many different notes that it has not seen before."""
    ear, notes = Ear(TomlBank()), _notes()
    ear.sort(*notes[0])
    begun = process_time()
    for ruta, note in notes:
        ear.sort(ruta, note)
    return (process_time() - begun) / len(notes)


def _held() -> tuple[int, int]:
    """Return how many bytes the sorting holds after the first note and after many, in a process of its own."""
    said = subprocess.run(
        (sys.executable, "-c", MEMORY), input=json.dumps(_notes()).encode(), capture_output=True, check=True
    )
    first, last = said.stdout.split()
    return int(first), int(last)
