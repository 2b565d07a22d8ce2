"""The files of a session folder: read, written and put aside, each through TinyDB."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from tinydb import TinyDB
from tinydb.table import Document

from gk_assistant.domain.cases import Case
from gk_assistant.storage.case_file import ENDING, from_document, usable_id
from gk_assistant.storage.disk import Disk, Signature, link_or_copy
from gk_assistant.storage.json_storage import PREVIOUS, Codec, FileFault, JsonStorage

TABLE: Final = "arende"
DOCUMENT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A case as last read or written, and the file's signature then."""

    signature: Signature
    case: Case


class CaseFiles:
    """One TinyDB file a case, named by the case's id alone; remembers what it last saw of each.

    Its methods raise :class:`FileFault` for a bad file and :class:`OSError` for the disk's own errors.
    """

    def __init__(self, folder: Path, *, disk: Disk, codec: Codec) -> None:
        """Stand ready at a folder that need not be there."""
        self.folder = folder
        self._disk = disk
        self._codec = codec
        self._known: dict[str, _Known] = {}
        self._open: tuple[str, TinyDB, JsonStorage] | None = None

    def names(self) -> list[str]:
        """Return the names of the files that should be cases; none when there is no folder."""
        try:
            names = self._disk.names(self.folder)
        except FileNotFoundError:
            return []
        return sorted(name for name in names if name.endswith(ENDING) and not name.startswith("."))

    def read(self, case_id: str) -> Case:
        """Return a case; the file is parsed only if it is not as last seen."""
        if not usable_id(case_id):
            raise FileFault("Filens namn är inte ett ärendes.")
        signature = self._disk.signature(self.path(case_id))
        known = self._known.get(case_id)
        if known is not None and known.signature == signature:
            return known.case
        database, storage = self._database(case_id)
        try:
            case = from_document(database.table(TABLE).get(doc_id=DOCUMENT), case_id=case_id)
        except (FileFault, OSError):
            storage.forget()
            raise
        self._known[case_id] = _Known(signature=storage.signature or signature, case=case)
        return case

    def read_previous(self, case_id: str) -> Case:
        """Return a case's former state; :class:`FileNotFoundError` when there is none."""
        path = self.path(case_id)
        former = JsonStorage(path.with_name(path.name + PREVIOUS), disk=self._disk, codec=self._codec)
        tables = former.read()
        if tables is None:
            raise FileNotFoundError(former.path)
        return from_document(tables.get(TABLE, {}).get(str(DOCUMENT)), case_id=case_id)

    def write(self, case: Case, document: dict[str, object], *, keep_previous: bool = True) -> None:
        """Put a case's document on disk; :class:`UnicodeEncodeError` on half a character."""
        database, storage = self._database(case.id)
        table = database.table(TABLE)
        storage.keep_previous = keep_previous
        try:
            if table.contains(doc_id=DOCUMENT):
                table.update(document, doc_ids=[DOCUMENT])
            else:
                table.insert(Document(document, DOCUMENT))
        except OSError:
            self._known.pop(case.id, None)
            raise
        if storage.signature is not None:
            self._known[case.id] = _Known(signature=storage.signature, case=case)

    def seen(self, case_id: str) -> bool:
        """Whether the case has been read or written here."""
        return case_id in self._known

    def as_last_seen(self, case_id: str) -> bool:
        """Whether a write would cover nothing but what was last seen here (or nothing at all)."""
        try:
            present = self._disk.signature(self.path(case_id))
        except FileNotFoundError:
            return True
        known = self._known.get(case_id)
        return known is not None and known.signature == present

    def put_aside(self, case_id: str, moment: datetime) -> None:
        """Give the present file a name of its own beside the case, and treat it as empty from now on."""
        path = self.path(case_id)
        stamp = moment.strftime("%Y%m%dT%H%M%S")
        taken = set(self._disk.names(self.folder))
        turn = 1
        while (name := f"{path.name}.undan-{stamp}-{turn}") in taken:
            turn += 1
        link_or_copy(self._disk, path, path.with_name(name))
        self._database(case_id)[1].start_over()

    def forget(self) -> None:
        """Let go of all that is in memory."""
        self._known.clear()
        self._open = None

    def path(self, case_id: str) -> Path:
        """Return where a case's file is."""
        return self.folder / (case_id + ENDING)

    def _database(self, case_id: str) -> tuple[TinyDB, JsonStorage]:
        """Return the TinyDB of a case; the last one used is kept, with its tables in memory."""
        if self._open is None or self._open[0] != case_id:
            made: list[JsonStorage] = []
            database = TinyDB(storage=self._storage_maker(case_id, made))
            self._open = (case_id, database, made[0])
        return self._open[1], self._open[2]

    def _storage_maker(self, case_id: str, made: list[JsonStorage]) -> Callable[[], JsonStorage]:
        def make() -> JsonStorage:
            made.append(JsonStorage(self.path(case_id), disk=self._disk, codec=self._codec))
            return made[0]

        return make
