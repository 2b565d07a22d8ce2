"""The register: for every file its latest number and tag, and for every case what the list shows.

It is written after the case's own journal, without waiting for the disk: after a crash it may lag behind a case, never
the other way round. Each opening compares it with the sizes of the files, reads those that differ, and so tells a case
that is newer (the register lagged) from one that is older (an old file was put back).
"""

import contextlib
from collections.abc import Container, Sequence
from datetime import date
from operator import eq
from typing import Any, overload

import msgspec

from gk_assistant.conversation.case_rows import CaseRow
from gk_assistant.conversation.way import Due, Phase, Place, Stage
from gk_assistant.domain.cases import CaseKind
from gk_assistant.storage.vault.faults import JournalFault
from gk_assistant.storage.vault.journal import Contents, Journal, Mark
from gk_assistant.storage.vault.records import RecordKind

FORMAT = 1
TIDY_ABOVE = 64 * 1024
"""A session that has added more bytes than this writes the register anew at its end, for a quick next opening."""


class Row(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A case's row as it is stored: a list, in this order. ``day`` is an ISO date."""

    case: str
    label: str
    kind: str
    touched: float
    fictive: bool
    notes: int
    phase: str
    where: str
    what: str
    place: str
    meeting: str | None
    title: str
    due: str
    day: str | None

    @classmethod
    def of(cls, row: CaseRow) -> "Row":
        """Return the stored form of a row."""
        at = row.stage
        return cls(
            case=row.id,
            label=row.label,
            kind=row.kind.value,
            touched=row.touched,
            fictive=row.fictive,
            notes=row.notes,
            phase=at.phase.value,
            where=at.where,
            what=at.what,
            place=at.place.value,
            meeting=at.meeting,
            title=at.title,
            due=at.due.value,
            day=at.day.isoformat() if at.day is not None else None,
        )

    def shown(self) -> CaseRow:
        """Return the row as the list takes it."""
        stage = Stage(
            phase=Phase(self.phase),
            where=self.where,
            what=self.what,
            place=Place(self.place),
            meeting=self.meeting,
            title=self.title,
            due=Due(self.due),
            day=date.fromisoformat(self.day) if self.day is not None else None,
        )
        return CaseRow(
            id=self.case,
            label=self.label,
            kind=CaseKind(self.kind),
            touched=self.touched,
            fictive=self.fictive,
            notes=self.notes,
            stage=stage,
        )


class Entry(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A file: its last record's number and tag (hex), its size in bytes, and the case's row if it is a case."""

    number: int
    tag: str
    size: int
    row: Row | None = None

    @classmethod
    def of(cls, mark: Mark, row: Row | None) -> "Entry":
        """Return the entry of a journal as it is now."""
        return cls(number=mark.number, tag=mark.tag.hex(), size=mark.size, row=row)


class State(msgspec.Struct):
    """The register's contents. ``files`` goes by the file's id in hex; ``gone`` are the ids of files taken away."""

    format: int = FORMAT
    header: int = 1
    closed: bool = True
    files: dict[str, Entry] = {}
    gone: dict[str, int] = {}


class Rows(Sequence[CaseRow]):
    """Rows of the list, each made when it is first looked at: a list of 10,000 shows some twenty."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Take the stored rows, in order."""
        self._rows = rows

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> CaseRow: ...

    @overload
    def __getitem__(self, at: slice) -> "Rows": ...

    def __getitem__(self, at: int | slice) -> "CaseRow | Rows":
        """Return one row, or some."""
        return Rows(self._rows[at]) if isinstance(at, slice) else self._rows[at].shown()

    def __eq__(self, other: object) -> bool:
        """Whether other rows are the same, in the same order."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]


class Index:
    """The register in memory and its journal. Its methods raise as the journal's do."""

    def __init__(self, journal: Journal) -> None:
        """Begin empty; :meth:`read` takes in what is on disk."""
        self.journal = journal
        self.state = State()
        self._by_case: dict[str, str] = {}
        self._written = False
        self._rewrite = False

    def read(self, *, former: bool = False) -> Contents:
        """Take in the register and return how the reading went; what is sound of it is used."""
        contents = self.journal.read(former=former)
        state = State()
        for record in contents.records:
            state = _after(state, record.kind, record.payload)
        self.state = state
        self._by_case = {entry.row.case: file_id for file_id, entry in state.files.items() if entry.row is not None}
        return contents

    def file_of(self, case_id: str) -> str | None:
        """Return the id (hex) of a case's file."""
        return self._by_case.get(case_id)

    def entry(self, file_id: str) -> Entry | None:
        """Return what is known of a file."""
        return self.state.files.get(file_id)

    def rows(self, *, but: Container[str]) -> Rows:
        """Return the cases' rows, latest changed first, ``but`` those of some files."""
        files = self.state.files.items()
        found = [entry.row for file_id, entry in files if entry.row is not None and file_id not in but]
        found.sort(key=lambda row: (row.touched, row.case), reverse=True)
        return Rows(found)

    def put(self, file_id: str, entry: Entry, *, sync: bool = False) -> None:
        """Note a file's new state."""
        self.keep(file_id, entry)
        self.write([["=", ["files", file_id], entry]], sync=sync)

    def keep(self, file_id: str, entry: Entry) -> None:
        """Note a file's new state in memory alone."""
        self.state.files[file_id] = entry
        if entry.row is not None:
            self._by_case[entry.row.case] = file_id

    def drop(self, file_id: str) -> None:
        """Note that a file has been taken away, and wait for the disk."""
        entry = self.state.files.pop(file_id, None)
        number = entry.number if entry is not None else 0
        if entry is not None and entry.row is not None and self._by_case.get(entry.row.case) == file_id:
            del self._by_case[entry.row.case]
        self.state.gone[file_id] = number
        self.write([["-", ["files", file_id]], ["=", ["gone", file_id], number]], sync=True)

    def begin(self) -> None:
        """Note on disk that something is under way, before the first file of a session is written.

        Otherwise a crash in between would look like an older register put back. That it fails is told by what follows.
        """
        if self.state.closed:
            with contextlib.suppress(OSError):
                self.write([], sync=True)

    def write(self, operations: list[list[Any]], *, sync: bool) -> None:
        """Append operations that have been carried out in memory.

        The first ones of a session wait for the disk, so that a crash cannot make the register look closed. When they
        could not be written, the next ones are written as a whole: no operation may be missing in between.
        """
        self._written = True
        if self.state.closed:
            self.state.closed = False
            operations = [["=", ["closed"], False], *operations]
            sync = True
        try:
            self.journal.save(msgspec.json.encode(operations), self._whole, sync=sync)
        except OSError:
            self.journal.step_over(0)
            raise

    def close(self) -> None:
        """Note that nothing is under way any more, if something has been written here; a mere look writes nothing."""
        if self._written:
            self._written = False
            self.state.closed = True
            if self._rewrite or self.journal.grown > TIDY_ABOVE:
                self.rewrite()
            else:
                self.journal.save(msgspec.json.encode([["=", ["closed"], True]]), self._whole)

    def settle(self, *, rewrite: bool) -> None:
        """See to it that closing writes, after a session that ended in the middle; ``rewrite`` when rows were made."""
        self._written = True
        self._rewrite = rewrite

    def rewrite(self) -> None:
        """Write the register anew."""
        self.journal.rewrite(self._whole())

    def _whole(self) -> bytes:
        return msgspec.json.encode(self.state)


def _after(state: State, kind: RecordKind, payload: bytes) -> State:
    """Return the register after one record; raises :class:`JournalFault`."""
    try:
        if kind is RecordKind.WHOLE:
            return msgspec.json.decode(payload, type=State)
        for sign, path, *value in msgspec.json.decode(payload):
            _carry_out(state, sign, path, value)
    except (msgspec.DecodeError, ValueError, LookupError, TypeError):
        raise JournalFault("Registrets innehåll har fel form.") from None
    return state


def _carry_out(state: State, sign: str, path: list[str], value: list[Any]) -> None:
    match sign, path:
        case "=", ["files", file_id]:
            state.files[file_id] = msgspec.convert(value[0], Entry)
        case "-", ["files", file_id]:
            state.files.pop(file_id, None)
        case "=", ["gone", file_id]:
            state.gone[file_id] = int(value[0])
        case "=", ["closed"]:
            state.closed = bool(value[0])
        case "=", ["header"]:
            state.header = int(value[0])
        case _:
            raise ValueError(sign)
