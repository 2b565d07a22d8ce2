"""The rules for ready-made stödord, of a ruta or of a question."""

from collections.abc import Iterator
from typing import Final

from gk_assistant.storage.bank_sources import BankFault, Entry

LONGEST_STODORD: Final = 28


def stodord_faults(entry: Entry, fewest: int, most: int) -> Iterator[BankFault]:
    """Yield what is wrong with the number, length and sameness of a table's stödord."""
    words = entry.inner("stodord")
    if isinstance(entry.table.get("stodord", []), list) and not fewest <= len(words) <= most:
        fault = f"Det är {len(words)} stödord, men ska vara {fewest}–{most}."
        yield entry.fault("stodord", fault, "Lägg till några." if len(words) < fewest else "Ta bort några.")
    seen: set[str] = set()
    for word in words:
        text = word.text("text")
        if len(text) > LONGEST_STODORD:
            fault = f"Stödordet ”{text}” har {len(text)} tecken, högst {LONGEST_STODORD} får plats."
            yield word.fault("text", fault, "Korta det.")
        if text and text.lower() in seen:
            yield word.fault("text", f"Stödordet ”{text}” står två gånger.", "Ta bort det ena.")
        seen.add(text.lower())
