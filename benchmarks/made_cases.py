"""Made-up cases to measure on, all alike but for their size."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from gk_assistant.bootstrap import Workshop, open_workshop
from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.domain.meetings import ClockStep, Meeting
from gk_assistant.domain.notes import Heading, Mark, Note, Role, Sorting
from gk_assistant.storage.settings import Settings

MOMENT = datetime(2026, 11, 3, 10, 0, tzinfo=UTC)
BOX = "vardag"
LINES = (
    "sover 4 h, vaknar av värk",
    "går ut med hunden varje morgon",
    "behöver påminnelse dagen före",
    "systern handlar på torsdagar",
    "tröttnar efter 20 min vid skärmen",
    "lagar mat själv, det går bra",
    "ingen ork efter lunch",
)
_MARKS = (Mark.HINDER, Mark.FUNGERAR, Mark.BEHOV, None)


def made_case(number: int, notes: int) -> Case:
    """Return a case whose first talk goes on, with some notes in it."""
    rows = zip(range(notes), cycle(LINES), cycle(_MARKS))
    taken = tuple(
        Note(
            id=f"n{at}",
            ruta=BOX,
            text=text,
            at=MOMENT,
            author=Role.FK,
            mark=mark,
            sorting=Sorting(heading=Heading.AKTIVITET, reason="uppgift", certainty=0.8),
        )
        for at, text, mark in rows
    )
    meeting = Meeting(id="m1", number=1, day=MOMENT.date(), notes=taken, current_box=BOX).ticked(
        ClockStep.START, MOMENT
    )
    label = f"Exempel {number}"
    return Case(id=f"c{number}", label=label, kind=CaseKind.SP, created=MOMENT, changed=MOMENT, meetings=(meeting,))


def fill(folder: Path, *, cases: int, notes: int) -> None:
    """Put cases into a session folder."""
    workshop = open_workshop(folder, settings=Settings())
    for number in range(cases):
        workshop.store.save(made_case(number, notes))
    workshop.store.close()


@contextmanager
def empty_folder() -> Iterator[Path]:
    """Return a folder that goes away."""
    with TemporaryDirectory(prefix="gk-matt-") as name:
        yield Path(name)


@contextmanager
def opened(folder: Path) -> Iterator[Workshop]:
    """Open a session folder with its first case on the desk."""
    workshop = open_workshop(folder, settings=Settings())
    workshop.desk.open("c0")
    try:
        yield workshop
    finally:
        workshop.store.close()


def lines(count: int) -> list[str]:
    """Return some lines to write down."""
    return list(islice(cycle(LINES), count))
