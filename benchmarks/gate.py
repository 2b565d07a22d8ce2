"""The way into a vault: the prompt, and from Enter to the first picture."""

import os
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from benchmarks.made_cases import empty_folder
from benchmarks.measuring import Row, medians
from benchmarks.programs import GK, first_paint, run_to_end, watched
from benchmarks.start import NOTHING
from gk_assistant.storage.vault.keys import Kdf
from gk_assistant.storage.vault.vault import Vault

PASSPHRASE = "sju gröna hästar simmar"  # noqa: S105 - of a vault that lives for one measurement
CHEAP = Kdf(memory=64, time=1, lanes=1, weak=True)
"""A derivation that takes no time, so that what is left is the program's own."""

PROMPT, PAINTED = "Lösenfras", "0 ärenden"
TYPING = 2.5
"""Seconds a passphrase takes to type; meanwhile the program is loaded."""
_RUNS = 9


def rows() -> list[Row]:
    """Measure the prompt against Python itself, and the first picture after Enter against the derivation of the key."""
    with empty_folder() as home:
        folder = home / "valv"
        Vault.create(folder, PASSPHRASE, kdf=CHEAP)[0].close()
        argv = (GK, "--sessioner", str(folder))
        ran = medians(
            {
                NOTHING: partial(run_to_end, (sys.executable, "-c", "pass"), home),
                PROMPT: partial(first_paint, argv, PROMPT, home),
            },
            runs=_RUNS,
        )
        painted = median(_entered(argv, home) for _ in range(_RUNS))
        derived = median(_derived() for _ in range(_RUNS))
    return [
        Row(what="lösenfrasens fråga", seconds=ran[PROMPT], yardstick=NOTHING, yard=ran[NOTHING]),
        Row(
            what="Enter → första bilden, utan nyckelhärledning",
            seconds=painted,
            yardstick="nyckelhärledning",
            yard=derived,
        ),
    ]


def _entered(argv: tuple[str, ...], home: Path) -> float:
    """Type the passphrase and measure from Enter until the list stands there."""
    with watched(argv, home) as terminal:
        terminal.until(PROMPT)
        time.sleep(TYPING)
        terminal.type(PASSPHRASE)
        return terminal.key_to("Enter", PAINTED)


def _derived() -> float:
    """Derive a key as a real vault does."""
    usual = Kdf()
    begun = perf_counter()
    Argon2id(salt=os.urandom(16), length=32, iterations=usual.time, lanes=usual.lanes, memory_cost=usual.memory).derive(
        PASSPHRASE.encode()
    )
    return perf_counter() - begun
