"""The cases in a vault, each through TinyDB, each in a journal of its own."""

import os
from collections import OrderedDict
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document

from gk_assistant.conversation.case_rows import row_of
from gk_assistant.conversation.ports import DamagedCase, Shelf, StoreFault
from gk_assistant.domain.cases import Case
from gk_assistant.storage.case_file import Documents, Unsaveable, surrogate_sentence, to_document
from gk_assistant.storage.disk import link_or_copy
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.faults import LOCKED, JournalFault, NewerJournal
from gk_assistant.storage.vault.index import Entry, Row
from gk_assistant.storage.vault.journal import Journal
from gk_assistant.storage.vault.names import journal_name
from gk_assistant.storage.vault.opening import GONE, MISSING, TWICE
from gk_assistant.storage.vault.records import JournalKind
from gk_assistant.storage.vault.room import DOCUMENT, TABLE, against, case_in
from gk_assistant.storage.vault.storage import VaultStorage
from gk_assistant.storage.vault.vault import Vault

_KEPT_OPEN = 4
_RESTORABLE = "En tidigare version går att läsa. Välj att hämta tillbaka den; den skadade filen läggs då undan."
_LEFT_ALONE = "Filen lämnas orörd. Lägg tillbaka den från en säkerhetskopia."
_MISSING = "Lägg tillbaka filen, eller hela valvet, från en säkerhetskopia."
_UPDATE = "Filen lämnas orörd. Öppna den med en nyare version av programmet."
_GONE = "Ta bort filen, eller flytta den ur mappen om den ska sparas."


class VaultCaseStore:
    """Cases in a vault, as :class:`~gk_assistant.conversation.ports.CaseStore`."""

    def __init__(self, vault: Vault) -> None:
        """Take an open vault."""
        self.vault = vault
        self._room = vault.room
        self._open: OrderedDict[str, tuple[TinyDB, VaultStorage, Case]] = OrderedDict()
        self._begun: dict[str, VaultStorage] = {}
        self._documents = Documents()
        self._turn = vault.room.turn

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved, or ``None``; takes the lock when it is free."""
        with self._turn:
            return self.vault.read_only

    def shelf(self) -> Shelf:
        """Return every case's row, latest changed first, and the bad files; no case is opened for it."""
        with self._turn:
            self._refuse_closed()
            try:
                self.vault.refresh()
            except OSError as error:
                raise StoreFault(disk_sentence(error, self.vault.folder)) from error
            bad = self.vault.faults
            damaged = tuple(self._damaged(file_id, fault) for file_id, fault in sorted(bad.items()))
            return Shelf(rows=self._room.index.rows(but=bad), opener=self.load, damaged=damaged)

    def load(self, case_id: str) -> Case:
        """Return one case as it is on disk now; raises :class:`StoreFault`."""
        with self._turn:
            self._refuse_closed()
            file_id = self._room.index.file_of(case_id)
            if file_id is None:
                raise StoreFault(f"Ärendet {case_id} finns inte i {self.vault.folder}.")
            try:
                return self._known(case_id) or self._opened(case_id, file_id)
            except FileNotFoundError:
                self.vault.faults[file_id] = MISSING
                raise StoreFault(f"{self._name(file_id)} saknas i valvet. {_MISSING}") from None
            except JournalFault as fault:
                self.vault.faults[file_id] = str(fault)
                cure = self._cure(file_id, fault)
                raise StoreFault(f"{self._name(file_id)} går inte att öppna. {fault} {cure}") from None
            except OSError as error:
                raise StoreFault(disk_sentence(error, self._path(file_id))) from error

    def save(self, case: Case) -> None:
        """Put a case on disk; it has reached it when this returns. Raises :class:`StoreFault`."""
        with self._turn:
            self.vault.before_writing()
            try:
                document = self._documents.of(case)
                database, storage = self._to_write(case)
                table = database.table(TABLE)
                if table.contains(doc_id=int(DOCUMENT)):
                    table.update(document, doc_ids=[int(DOCUMENT)])
                else:
                    table.insert(Document(document, int(DOCUMENT)))
            except Unsaveable as fault:
                raise StoreFault(str(fault)) from None
            except UnicodeEncodeError as error:
                raise StoreFault(surrogate_sentence(error)) from None
            except OSError as error:
                raise StoreFault(disk_sentence(error, self.vault.folder)) from error
            self._saved(case, database, storage)

    def former(self, case_id: str) -> Case:
        """Return a case's former state, or the last sound one of a damaged file; raises :class:`StoreFault`."""
        with self._turn:
            self._refuse_closed()
            file_id = self._room.index.file_of(case_id)
            if file_id is None:
                raise StoreFault(f"Ärendet {case_id} finns inte i {self.vault.folder}.")
            return self._former(case_id, file_id)

    def restore_previous(self, case_id: str) -> Case:
        """Take back a case's former state and return it; raises :class:`StoreFault`.

        A readable present state becomes the former one, so that the step can be taken back; a damaged file is put
        aside. A file of a newer format is left alone.
        """
        with self._turn:
            self.vault.before_writing()
            case = self.former(case_id)
            file_id = str(self._room.index.file_of(case_id))
            self._open.pop(case_id, None)
            if self._readable(file_id):
                self.save(case)
            else:
                self._replace_damaged(case, file_id)
            return case

    def put_back(self, case: Case) -> None:
        """Save a case out of a backup; raises :class:`StoreFault`.

        A readable present state becomes the former one; a damaged file is put aside; a newer format is left alone.
        """
        with self._turn:
            self.vault.before_writing()
            file_id = self._room.index.file_of(case.id)
            if file_id is None or self._readable(file_id):
                self.save(case)
            else:
                self._open.pop(case.id, None)
                self._replace_damaged(case, file_id)

    def let_go(self, case_id: str) -> None:
        """Forget a case in memory: its file is about to be taken away."""
        with self._turn:
            self._open.pop(case_id, None)

    def close(self) -> None:
        """Close the vault: finish the register, let go of the lock, overwrite the keys."""
        with self._turn:
            self._open.clear()
            self.vault.close()

    def _refuse_closed(self) -> None:
        if self.vault.closed:
            raise StoreFault(LOCKED)

    def _known(self, case_id: str) -> Case | None:
        """Return a case in memory, if its file is still the one it was read from or written to."""
        if case_id not in self._open:
            return None
        _, storage, case = self._open[case_id]
        if storage.journal.uncertain or storage.journal.unchanged():
            return case
        del self._open[case_id]
        return None

    def _opened(self, case_id: str, file_id: str) -> Case:
        """Read a case and keep it open; raises :class:`JournalFault` and :class:`OSError`."""
        journal = self._room.journal(bytes.fromhex(file_id), JournalKind.CASE)
        contents = against(self._room.index.entry(file_id), journal.read())
        case = case_in(contents.records, case_id=case_id)
        storage = VaultStorage(journal)
        storage.take(contents.records)
        self._keep(case, TinyDB(storage=lambda: storage), storage)
        self.vault.faults.pop(file_id, None)
        return case

    def _keep(self, case: Case, database: TinyDB, storage: VaultStorage) -> None:
        self._open[case.id] = (database, storage, case)
        self._open.move_to_end(case.id)
        while len(self._open) > _KEPT_OPEN:
            self._open.popitem(last=False)

    def _to_write(self, case: Case) -> tuple[TinyDB, VaultStorage]:
        """Return a case's database; raises :class:`StoreFault` when a bad file stands in its place."""
        if case.id not in self._open:
            file_id = self._room.index.file_of(case.id)
            if file_id is None:
                if case.id not in self._begun:  # a save that fails may have made the file: the next one takes it
                    self._begun[case.id] = VaultStorage(self._room.journal(os.urandom(16), JournalKind.CASE))
                storage = self._begun[case.id]
                return TinyDB(storage=lambda: storage), storage
            try:
                self._opened(case.id, file_id)
            except FileNotFoundError:
                raise StoreFault(f"{self._name(file_id)} saknas i valvet. {_MISSING}") from None
            except JournalFault as fault:
                self.vault.faults[file_id] = str(fault)
                cure = self._cure(file_id, fault)
                raise StoreFault(f"{self._name(file_id)} går inte att spara över. {fault} {cure}") from None
        database, storage, _ = self._open[case.id]
        self._keep_foreign(storage.journal)
        return database, storage

    def _keep_foreign(self, journal: Journal) -> None:
        """Put aside what another program has written since the case was opened here; raises :class:`OSError`.

        The words just written down must not be lost, nor those of the other program.
        """
        try:
            if journal.uncertain or journal.unchanged():
                return
        except FileNotFoundError:
            return
        self._put_aside(journal)
        known = self._room.index.entry(journal.name)
        journal.step_over(known.number if known is not None else 0)

    def _saved(self, case: Case, database: TinyDB, storage: VaultStorage) -> None:
        self._keep(case, database, storage)
        self._begun.pop(case.id, None)
        entry = Entry.of(storage.journal.mark, Row.of(row_of(case)))
        self._room.note(storage.journal.name, entry, sync=storage.journal.grown == 0)

    def _former(self, case_id: str, file_id: str) -> Case:
        """Return the state before the last save, of a damaged file the last sound one."""
        journal = self._room.journal(bytes.fromhex(file_id), JournalKind.CASE)
        try:
            try:
                contents = journal.read()
                against(self._room.index.entry(file_id), contents)
                records = contents.records[:-1]
            except NewerJournal as fault:
                raise StoreFault(f"{fault} {_UPDATE}") from None
            except (JournalFault, FileNotFoundError):
                records = journal.sound()
            if not records:
                records = against(None, journal.read(former=True)).records
            return case_in(records, case_id=case_id)
        except FileNotFoundError:
            raise StoreFault("Det finns ingen förra version att hämta tillbaka.") from None
        except JournalFault as fault:
            raise StoreFault(f"Den förra versionen går inte att läsa. {fault}") from None
        except OSError as error:
            raise StoreFault(disk_sentence(error, self._path(file_id))) from error

    def _readable(self, file_id: str) -> bool:
        journal = self._room.journal(bytes.fromhex(file_id), JournalKind.CASE)
        try:
            case_in(against(self._room.index.entry(file_id), journal.read()).records, case_id=None)
        except NewerJournal as fault:
            raise StoreFault(f"{self._name(file_id)} går inte att spara över. {fault} {_UPDATE}") from None
        except (JournalFault, FileNotFoundError):
            return False
        except OSError as error:
            raise StoreFault(disk_sentence(error, self._path(file_id))) from error
        return True

    def _replace_damaged(self, case: Case, file_id: str) -> None:
        """Put a damaged file aside, if there is one, and write a case in a new generation of it."""
        journal = self._room.journal(bytes.fromhex(file_id), JournalKind.CASE)
        known = self._room.index.entry(file_id)
        storage = VaultStorage(journal)
        try:
            self._put_aside(journal)
            journal.sound()
            journal.step_over(known.number if known is not None else 0)
            storage.start_over({TABLE: {DOCUMENT: to_document(case)}})
        except OSError as error:
            raise StoreFault(disk_sentence(error, self.vault.folder)) from error
        self.vault.faults.pop(file_id, None)
        self._saved(case, TinyDB(storage=lambda: storage), storage)

    def _put_aside(self, journal: Journal) -> None:
        stamp = self._room.now().strftime("%Y%m%dT%H%M%S")
        taken = set(self._room.disk.names(self.vault.folder))
        turn = 1
        while (name := f"{journal.path.name}.undan-{stamp}-{turn}") in taken:
            turn += 1
        if journal.path.name in taken:
            link_or_copy(self._room.disk, journal.path, journal.path.with_name(name))

    def _damaged(self, file_id: str, fault: str) -> DamagedCase:
        return DamagedCase(
            file=self._name(file_id), fault=fault, cure=self._cure(file_id, fault), case_id=self._case_of(file_id)
        )

    def _cure(self, file_id: str, fault: JournalFault | str) -> str:
        if isinstance(fault, NewerJournal) or "nyare version" in str(fault):
            return _UPDATE
        if str(fault) in (GONE, TWICE):
            return _GONE
        case_id = self._case_of(file_id)
        if case_id is None:
            return _MISSING if str(fault) == MISSING else _LEFT_ALONE
        try:
            self._former(case_id, file_id)
        except StoreFault:
            return _MISSING if str(fault) == MISSING else _LEFT_ALONE
        return _RESTORABLE

    def _case_of(self, file_id: str) -> str | None:
        entry = self._room.index.entry(file_id)
        return entry.row.case if entry is not None and entry.row is not None else None

    def _name(self, file_id: str) -> str:
        """Return what to call a file: by its case's label where that is known."""
        entry = self._room.index.entry(file_id)
        name = journal_name(bytes.fromhex(file_id))
        return f"{entry.row.label} ({name})" if entry is not None and entry.row is not None else name

    def _path(self, file_id: str) -> Path:
        return self.vault.folder / journal_name(bytes.fromhex(file_id))
