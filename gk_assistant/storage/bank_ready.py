"""The shipped lexicon made ready beforehand, so that the first note need not wait for the word lists to be laid out.

``lexikon/sortering.json`` is written by ``evaluation/build_lexicon.py``. It holds a sum of the files that it was made
of; when one of them has been changed since, or the own folder changes one, it is not used, and the files are.
"""

import json
from collections.abc import Mapping
from typing import Final
from zlib import crc32

from gk_assistant.storage.bank_files import ENDING, LEXICON_FOLDER, BankFolder

READY: Final = f"{LEXICON_FOLDER}/sortering.json"
SOURCES: Final = tuple(
    f"{LEXICON_FOLDER}/{name}{ENDING}"
    for name in ("forkortningar", "icf", "markning", "ordforrad", "rubriker", "vanliga", "vikter")
)


def ready_tables(shipped: BankFolder, own: BankFolder | None) -> Mapping[str, object]:
    """Return the lexicon made ready; empty when it is missing, of other files, or the own folder changes a file of it.

    Never raises: the files it is made of are then read instead, and tell what is wrong.
    """
    try:
        if own is not None and not set(SOURCES).isdisjoint(own.names(LEXICON_FOLDER)):
            return {}
        stored = shipped.stored(READY)
        table = json.loads(stored) if stored else {}
        fits = isinstance(table, dict) and table.get("summa") == sum_of(shipped)
    except (OSError, ValueError):
        return {}
    return table if fits else {}


def sum_of(shipped: BankFolder) -> int:
    """Return a sum of the files that the lexicon is made of, however their lines end; raises :class:`OSError`."""
    total = 0
    for file in SOURCES:
        total = crc32((shipped.stored(file) or b"").replace(b"\r\n", b"\n"), total)
    return total
