"""The rules of ``foljder.toml``: open questions, a condition for each pattern, known kinds of aims once."""

from collections.abc import Iterator

from gk_assistant.storage.bank_schema import GUIDE
from gk_assistant.storage.bank_sources import BankFault, Entry, Sources
from gk_assistant.storage.bank_wording import closed_fault

_CONDITIONS = ("ord", "slag", "mark", "ruta")


def guide_faults(sources: Sources) -> Iterator[BankFault]:
    """Yield every broken rule of the free follow-ups; of a file that could not be read none."""
    source = sources.whole(GUIDE) if GUIDE not in sources.unread else None
    if source is None:
        return
    seen: set[str] = set()
    for entry in source.inner("foljd"):
        aim = entry.text("syfte")
        if aim in seen:
            yield entry.fault("syfte", f"syfte ”{aim}” används redan.", "Ge följdfrågan ett eget syfte.")
        seen.add(aim)
        if not any(entry.texts(key) for key in _CONDITIONS):
            yield entry.fault("syfte", "Följdfrågan har inget villkor.", "Lägg till ord, slag, mark eller ruta.")
        yield from _question_faults(entry)
    for entry in source.inner("fara"):
        yield from _question_faults(entry)


def _question_faults(entry: Entry) -> Iterator[BankFault]:
    for turn, text in enumerate(entry.texts("fragor")):
        fault = closed_fault(text)
        if fault is not None:
            yield entry.fault("fragor", fault, "Skriv en öppen fråga.", item=turn)
