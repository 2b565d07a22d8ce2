"""A process that works on a vault until it is killed: ``python -m tests.torture.victim FOLDER``.

For each seed on stdin it begins a life. Before a step it says on stdout what will be true of what; after it, ``A``.
"""

import hashlib
import os
import random
import sys
from dataclasses import replace
from pathlib import Path

import msgspec

from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Note
from gk_assistant.storage.case_file import to_document
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.cleaning import Export, clean_case, finish_cleaning
from gk_assistant.storage.vault.vault import Vault
from tests.storage.test_store_contract import MORNING, PASSPHRASE, small_case

IDS = tuple(f"arende-{number}" for number in range(8))
LINE = "rad"
NOTHING = "-"


def digest(case: Case) -> str:
    """Return what tells one state of a case from every other."""
    return hashlib.sha256(msgspec.json.encode(to_document(case))).hexdigest()[:16]


def line_digest(line: bytes | None) -> str:
    """Return what tells one half-written line from another."""
    return NOTHING if line is None else hashlib.sha256(line).hexdigest()[:16]


def edited(case: Case, chance: random.Random) -> Case:
    """Return a case with a note more, changed or taken away; now and then so long that the journal is compacted."""
    meeting = case.meetings[0]
    notes = list(meeting.notes)
    length = chance.choice((20, 40, 80, 12_000))
    text = f"{chance.random()} " + "ö" * length
    way = chance.random()
    if way < 0.6 or len(notes) < 2:
        notes.append(Note(id=f"n{chance.randrange(10**9)}", ruta="vardag", text=text, at=MORNING))
    elif way < 0.85:
        notes[chance.randrange(len(notes))] = replace(notes[0], text=text)
    else:
        notes = notes[: len(notes) // 2]
    if len(notes) > 30:
        notes = notes[20:]
    return replace(case, meetings=(replace(meeting, notes=tuple(notes)),))


def say(*words: str) -> None:
    """Say a line at once: what has been said outlives the process."""
    os.write(1, (" ".join(words) + "\n").encode())


def work(folder: Path, seed: int) -> None:
    """Open the vault and change things until killed."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated
    store = VaultCaseStore(Vault.open(folder, PASSPHRASE, now=lambda: MORNING))
    finish_cleaning(store.vault)
    cases = {case.id: case for case in store.shelf().cases}
    say("R")
    while True:
        case_id = chance.choice(IDS)
        way = chance.random()
        if way < 0.03 and case_id in cases:
            say("B", case_id, NOTHING)
            clean_case(store.vault, store, case_id, export=Export(at=MORNING), insist=True)
            del cases[case_id]
        elif way < 0.2:
            line = str(chance.random()).encode()
            say("B", LINE, line_digest(line))
            store.vault.blobs.put("rad", line)
        else:
            case = edited(cases.get(case_id) or small_case(case_id), chance)
            say("B", case_id, digest(case))
            store.save(case)
            cases[case_id] = case
        say("A")


def main() -> None:
    """Live one life for each seed; where the system can fork, each in a process of its own."""
    folder = Path(sys.argv[1])
    for word in sys.stdin:
        if not hasattr(os, "fork"):
            say("P", str(os.getpid()))
            work(folder, int(word))
        elif (child := os.fork()) == 0:
            work(folder, int(word))
        else:
            say("P", str(child))
            os.waitpid(child, 0)
            say("X")


if __name__ == "__main__":
    main()
