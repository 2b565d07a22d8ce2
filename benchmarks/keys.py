"""From a key to the screen in Samtal, with many notes and with few."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from itertools import count

from benchmarks.made_cases import LINES, empty_folder, fill
from benchmarks.measuring import Row, medians
from benchmarks.programs import GK, Watched, watched

MANY, FEW = 1000, 10
LETTERS = "qwz"
LINE_READY = "stödord"


def rows() -> list[Row]:
    """Measure a letter's way to the line, and Enter's way to a saved note that shows."""
    with ExitStack() as stack:
        home = stack.enter_context(empty_folder())
        rooms: dict[int, Watched] = {}
        for notes in (FEW, MANY):
            fill(home / str(notes), cases=1, notes=notes)
            argv = (GK, "--sessioner", str(home / str(notes)), "mote", "Exempel 0")
            rooms[notes] = stack.enter_context(watched(argv, home))
            rooms[notes].until(LINE_READY)
        letter = medians({str(notes): partial(_letter, room) for notes, room in rooms.items()}, runs=30)
        numbers = count(1)
        enter = medians(
            {str(notes): partial(_note, room, numbers) for notes, room in rooms.items()},
            runs=15,
        )
    few, many = str(FEW), str(MANY)
    return [
        Row(
            what=f"bokstav → skärm, {MANY} anteckningar", seconds=letter[many], yardstick=f"{FEW} st", yard=letter[few]
        ),
        Row(what=f"Enter → sparad och synlig, {MANY} st", seconds=enter[many], yardstick=f"{FEW} st", yard=enter[few]),
    ]


def _letter(room: Watched) -> float:
    """Write a letter on the line, measured, and take it away again."""
    seconds = sum(room.key_to(letter, letter) for letter in LETTERS) / len(LETTERS)
    for _ in LETTERS:
        room.press("Backspace")
    room.drain()
    return seconds


def _note(room: Watched, numbers: Iterator[int]) -> float:
    """Write a note and measure from Enter until it stands among the others."""
    number = next(numbers)
    room.type(f" {LINES[number % len(LINES)]} nr {number}")
    return room.key_to("Enter", f"nr {number}")
