"""The rules of ``kunskap.toml``: ids of their own, answers of at most two sentences, at least one way to ask."""

import re
from collections.abc import Iterator
from typing import Final

from gk_assistant.storage.bank_sources import BankFault, Entry, Sources

FILE: Final = "kunskap.toml"
MOST_SENTENCES: Final = 2
_ID: Final = re.compile(r"[a-z0-9_-]+")
_SENTENCE_END: Final = re.compile(r"[.!?][”\")]?(?=\s+[A-ZÅÄÖ”]|\s*$)")


def knowledge_faults(sources: Sources) -> Iterator[BankFault]:
    """Yield every broken rule of the answers; of a file that could not be read none."""
    if FILE in sources.unread:
        return
    for key, asked in (("kunskap", "fragor"), ("avbojer", "ord")):
        seen: set[str] = set()
        for entry in sources.by_id(FILE, key, patched=True):
            yield from _entry_faults(entry, asked, seen)
            seen.add(entry.id)


def _entry_faults(entry: Entry, asked: str, seen: set[str]) -> Iterator[BankFault]:
    if entry.id and entry.id in seen:
        yield entry.fault("id", f"id ”{entry.id}” används redan.", "Ge svaret ett eget id.")
    if entry.id and not _ID.fullmatch(entry.id):
        yield entry.fault("id", "id får bara ha a–z, 0–9, - och _.", "Skriv till exempel tolk-nar.")
    sentences = len(_SENTENCE_END.findall(entry.text("svar").strip()))
    if sentences > MOST_SENTENCES:
        words = f"svar har {sentences} meningar, men ska ha högst {MOST_SENTENCES}."
        yield entry.fault("svar", words, "Korta svaret.")
    if entry.table.get(asked) == []:
        yield entry.fault(asked, f"{asked} är tom.", f"Lägg till minst en text i {asked}.")
