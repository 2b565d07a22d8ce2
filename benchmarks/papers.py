"""Papers: the first of each form in a new process, the next ones, and a whole case in every form."""

import subprocess
import sys
from dataclasses import replace
from functools import partial
from itertools import count

from benchmarks.made_cases import empty_folder
from benchmarks.measuring import Row, medians, timed
from benchmarks.programs import GK, environment, run_to_end
from benchmarks.start import NOTHING
from gk_assistant.bootstrap import Workshop, open_workshop
from gk_assistant.documents.forms import FORMS
from gk_assistant.documents.model import Document
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.rendering.forms import to_bytes
from gk_assistant.storage.sessions import demo_folder
from gk_assistant.storage.settings import Settings

CASE = "Exempel Hassel"
_FIRST = """
import sys, time
from benchmarks.papers import document, opened
from gk_assistant.rendering.forms import to_bytes
workshop = opened()
paper = document(workshop, "trappa", 0)
begun = time.perf_counter()
to_bytes(paper, sys.argv[1], made=workshop.desk.now())
print(time.perf_counter() - begun)
"""


def opened() -> Workshop:
    """Open a folder with the shipped, fictive cases, one of them on the desk."""
    workshop = open_workshop(demo_folder(), settings=Settings())
    row = next(row for row in workshop.desk.shelf().rows if row.label == CASE)
    workshop.desk.open(row.id)
    return workshop


def document(workshop: Workshop, paper_id: str, turn: int) -> Document:
    """Return a paper; each turn has a label of its own, so that no two papers are the same."""
    desk = workshop.desk
    case = desk.case
    made = build(paper_id, case, bank=desk.bank, now=desk.now(), expand=workshop.ear.expand)
    return replace(made, title=f"{made.title} {turn}")


def first(form: str) -> float:
    """Return how many seconds the first paper in a form takes in a new process, its library included."""
    with empty_folder() as home:
        told = subprocess.run(
            [sys.executable, "-c", _FIRST, form], capture_output=True, check=True, text=True, env=environment(home)
        )
    return float(told.stdout)


def rows() -> list[Row]:
    """Measure each form, first and warm, and the export of a whole case, against Python itself."""
    workshop = opened()
    turns = count()
    made = workshop.desk.now()

    def press(form: str, paper_id: str) -> object:
        return to_bytes(document(workshop, paper_id, next(turns)), form, made=made)

    warm = medians(
        {
            **{form: timed(partial(press, form, "trappa")) for form in FORMS},
            **{paper_id: timed(partial(press, "pdf", paper_id)) for paper_id in PAPERS},
        },
        runs=15,
    )
    with empty_folder() as home:
        every = [word for form in FORMS for word in ("--format", form)]
        source = str(demo_folder())
        folders = (str(home / f"ut{turn}") for turn in count())

        def export() -> float:
            return run_to_end((GK, "--sessioner", source, "exportera", CASE, "--ut", next(folders), *every), home)

        cold = medians(
            {
                NOTHING: partial(run_to_end, (sys.executable, "-c", "pass"), home),
                **{f"första {form}": partial(first, form) for form in FORMS},
                "exportera": export,
            },
            runs=7,
        )
    row = partial(Row, yardstick=NOTHING, yard=cold[NOTHING])
    return [
        *(row(what=f"första trappan som {form.title}", seconds=cold[f"första {name}"]) for name, form in FORMS.items()),
        *(row(what=f"nästa trappa som {form.title}", seconds=warm[name]) for name, form in FORMS.items()),
        *(row(what=f"PDF av {paper_id}, varm", seconds=warm[paper_id]) for paper_id in PAPERS),
        row(what="gk exportera, alla papper i alla former", seconds=cold["exportera"]),
    ]
