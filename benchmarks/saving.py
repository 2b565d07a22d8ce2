"""One note saved, with few cases in the folder and with many, against one commit of SQLite."""

import sqlite3
from contextlib import ExitStack, closing
from functools import partial

from benchmarks.made_cases import LINES, empty_folder, fill, opened
from benchmarks.measuring import Measure, Row, medians, timed
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.notes import Heading, Sorting

CASES = (10, 1000)
SQLITE = "SQLite FULL, samma text"
SORTED = Sorting(heading=Heading.KROPP, reason="värk", certainty=0.9)


def rows() -> list[Row]:
    """Measure a note taken by the Desk, and the same text committed to a database in the same folder."""
    with ExitStack() as stack:
        home = stack.enter_context(empty_folder())
        base = stack.enter_context(closing(sqlite3.connect(home / "matt.db", isolation_level=None)))
        for words in (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT)",
        ):
            base.execute(words)
        measures: dict[str, Measure] = {
            SQLITE: timed(lambda: base.execute("INSERT INTO note(text) VALUES (?)", (LINES[0],)))
        }
        for cases in CASES:
            folder = home / str(cases)
            fill(folder, cases=cases, notes=50)
            desk = stack.enter_context(opened(folder)).desk
            desk.shelf()
            talk = Talk(desk, "m1", sort=lambda _ruta, _text: SORTED)
            measures[str(cases)] = timed(partial(talk.take, LINES[0]))
        taken = medians(measures, runs=60, warm=5)
    return [
        Row(
            what=f"en anteckning sparad, {cases} ärenden i mappen",
            seconds=taken[str(cases)],
            yardstick=SQLITE,
            yard=taken[SQLITE],
        )
        for cases in CASES
    ]
