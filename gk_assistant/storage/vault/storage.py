"""TinyDB's storage in the vault: the tables of one case, kept as one encrypted journal."""

from typing import Any

import msgspec
from tinydb.storages import Storage

from gk_assistant.storage.vault.delta import applied, changes
from gk_assistant.storage.vault.faults import JournalFault
from gk_assistant.storage.vault.journal import Journal
from gk_assistant.storage.vault.records import Record, RecordKind

Tables = dict[str, dict[str, Any]]
"""Table name → document number (as text) → document."""


class VaultStorage(Storage):
    """One journal of ``{table: {id: document}}``; what was last read or written is kept in memory."""

    def __init__(self, journal: Journal) -> None:
        """Stand ready at a journal; nothing is read yet."""
        self.journal = journal
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        """Return the tables, ``None`` when there is no file; raises :class:`JournalFault` and :class:`OSError`.

        What is in memory is not read again: the program that writes is the only one (see the lock). The documents are
        copies one level deep, since TinyDB changes them before it writes.
        """
        if self._tables is None:
            try:
                contents = self.journal.read()
            except FileNotFoundError:
                return None
            if contents.fault is not None:
                raise contents.fault
            self._tables = replayed(contents.records)
        return {name: {key: dict(doc) for key, doc in table.items()} for name, table in self._tables.items()}

    def write(self, data: Tables) -> None:
        """Put the tables on disk; raises :class:`OSError`, and :class:`UnicodeEncodeError` on a lone surrogate."""
        change = None if self._tables is None else msgspec.json.encode(changes(self._tables, data))
        self.journal.save(change, lambda: msgspec.json.encode(data))
        self._tables = data

    def take(self, records: tuple[Record, ...]) -> None:
        """Take records that have just been read from the journal; raises :class:`JournalFault`."""
        self._tables = replayed(records)

    def start_over(self, tables: Tables) -> None:
        """Write a new generation in the place of a damaged one, which is not kept; raises as :meth:`write`."""
        self.journal.rewrite(msgspec.json.encode(tables), keep_former=False)
        self._tables = tables


def replayed(records: tuple[Record, ...]) -> Tables:
    """Return the document that some records lead to; raises :class:`JournalFault`."""
    document: Any = None
    try:
        for record in records:
            content = msgspec.json.decode(record.payload)
            document = content if record.kind is RecordKind.WHOLE else applied(document, content)
    except (msgspec.DecodeError, ValueError, LookupError, TypeError, AttributeError):
        raise JournalFault("Filens innehåll har fel form.") from None
    if not isinstance(document, dict):
        raise JournalFault("Filens innehåll har fel form.")
    return document
