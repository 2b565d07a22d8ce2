"""One note saved, with few cases in the folder or vault and with many, against one commit of SQLite."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from itertools import cycle

from benchmarks.made_cases import LINES, empty_folder, fill, opened
from benchmarks.made_vaults import fill_vault, opened_vault
from benchmarks.measuring import Measure, Row, medians, timed
from gk_assistant.conversation.desk import Desk

CASES = (10, 1000)
VAULTS = (10, 10_000)
NOTES = 50
SQLITE = "SQLite FULL, samma text"


def rows() -> list[Row]:
    """Measure a note saved by the Desk in a case of 50, and the same text committed to a database beside it."""
    with ExitStack() as stack:
        home = stack.enter_context(empty_folder())
        base = stack.enter_context(closing(sqlite3.connect(home / "matt.db", isolation_level=None)))
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT)")
        texts = cycle(LINES)
        measures: dict[str, Measure] = {
            SQLITE: timed(lambda: base.execute("INSERT INTO note(text) VALUES (?)", (next(texts),)))
        }
        for cases in CASES:
            folder = home / str(cases)
            fill(folder, cases=cases, notes=NOTES)
            desk = stack.enter_context(opened(folder)).desk
            desk.shelf()
            measures[str(cases)] = timed(partial(save_note, desk, texts))
        for cases in VAULTS:
            fill_vault(home / f"valv{cases}", cases=cases, notes=NOTES)
            desk = stack.enter_context(opened_vault(home / f"valv{cases}"))
            desk.shelf()
            measures[f"valv{cases}"] = timed(partial(save_note, desk, texts))
        taken = medians(measures, runs=60, warm=5)
    few, many = (taken[f"valv{cases}"] for cases in VAULTS)
    what = "en anteckning sparad i valvet"
    return [
        *plain_rows(taken),
        Row(what=f"{what}, {VAULTS[0]} ärenden", seconds=few, yardstick=SQLITE, yard=taken[SQLITE]),
        Row(what=f"{what}, {VAULTS[1]} ärenden", seconds=many, yardstick=SQLITE, yard=taken[SQLITE]),
        Row(what=f"{what}, {VAULTS[1]} ärenden", seconds=many, yardstick=f"{VAULTS[0]} ärenden", yard=few),
    ]


def plain_rows(taken: Mapping[str, float]) -> list[Row]:
    """Return the rows of the folder of readable files."""
    return [
        Row(
            what=f"en anteckning sparad, {cases} ärenden i mappen",
            seconds=taken[str(cases)],
            yardstick=SQLITE,
            yard=taken[SQLITE],
        )
        for cases in CASES
    ]


def save_note(desk: Desk, texts: Iterator[str]) -> None:
    """Put the latest note down anew with other words: one step of the Desk, and the case stays as large."""
    latest = desk.case.meetings[0].notes[-1]
    changed = replace(latest, text=f"{next(texts)} {len(latest.text)}")
    desk.in_meeting("m1", "anteckning", lambda meeting: meeting.with_note(changed))
