"""Named values in the vault: the half-written line, where one was, what has been learnt, rehearsals, the trail."""

from collections.abc import Callable

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.faults import JournalFault
from gk_assistant.storage.vault.index import Entry
from gk_assistant.storage.vault.journal import Journal
from gk_assistant.storage.vault.records import JournalKind, RecordKind
from gk_assistant.storage.vault.room import Room, against

_NAMES = b"gk-valv/1/namn/"


class Blobs:
    """Named values, one journal each; the file's name is derived from the data key and says nothing."""

    def __init__(self, room: Room, hindrance: Callable[[], str | None]) -> None:
        """Take the vault's room and the question why nothing may be written."""
        self._room = room
        self._hindrance = hindrance
        self._journals: dict[str, Journal] = {}

    def get(self, name: str) -> bytes | None:
        """Return a value, ``None`` when it was never put; raises :class:`StoreFault` on damage."""
        with self._room.turn:
            return self._get(name)

    def _get(self, name: str) -> bytes | None:
        return self._read(self._journal(name))

    def _read(self, journal: Journal) -> bytes | None:
        try:
            contents = journal.read()
            against(self._room.index.entry(journal.name), contents)
        except FileNotFoundError:
            if self._room.index.entry(journal.name) is None:
                return None
            raise StoreFault(f"Filen {journal.path.name} i valvet saknas. {_CURE}") from None
        except JournalFault as fault:
            raise StoreFault(f"Filen {journal.path.name} i valvet är skadad. {fault} {_CURE}") from None
        except OSError as error:
            raise StoreFault(disk_sentence(error, journal.path)) from error
        value = b""
        for record in contents.records:
            value = record.payload if record.kind is RecordKind.WHOLE else value + record.payload
        return value

    def put(self, name: str, value: bytes) -> None:
        """Put a value on disk in place of the former one; raises :class:`StoreFault`."""
        with self._room.turn:
            self._write(name, lambda journal: journal.save_whole(value))

    def add(self, name: str, more: bytes) -> None:
        """Put bytes on disk after those that are there; raises :class:`StoreFault`."""
        with self._room.turn:
            before = self._get(name)

            def write(journal: Journal) -> None:
                journal.save(None if before is None else more, lambda: (before or b"") + more)

            self._write(name, write)

    def forget(self) -> None:
        """Let go of what is in memory."""
        self._journals.clear()

    def files(self) -> tuple[tuple[str, str], ...]:
        """Return the file id (hex) of every value and what tells its present state from others, in no order."""
        with self._room.turn:
            return tuple(
                (file_id, entry.tag) for file_id, entry in self._room.index.state.files.items() if not entry.row
            )

    def content(self, file_id: str) -> bytes:
        """Return the value of a file; raises :class:`StoreFault` on damage."""
        with self._room.turn:
            return self._read(self._room.journal(bytes.fromhex(file_id), JournalKind.BLOB)) or b""

    def let_go(self, name: str) -> str:
        """Let go of what is in memory of a value and return its file's id (hex)."""
        file_id = self._journal(name).name
        del self._journals[name]
        return file_id

    def _write(self, name: str, write: Callable[[Journal], None]) -> None:
        hindrance = self._hindrance()
        if hindrance is not None:
            raise StoreFault(hindrance)
        self._room.index.begin()
        journal = self._journal(name)
        file_id = journal.name
        try:
            if journal.mark.number == 0:
                self._take_up(journal)
            write(journal)
        except OSError as error:
            raise StoreFault(disk_sentence(error, journal.path)) from error
        self._room.note(file_id, Entry.of(journal.mark, None), sync=journal.grown == 0)

    def _take_up(self, journal: Journal) -> None:
        """Count on from the file on disk; one that cannot be read stays beside as the former generation."""
        known = self._room.index.entry(journal.name)
        if known is not None:
            journal.step_over(known.number)
        try:
            against(known, journal.read())
        except FileNotFoundError:
            return
        except JournalFault:
            journal.step_over(max(journal.mark.number, known.number if known is not None else 0))

    def _journal(self, name: str) -> Journal:
        if name not in self._journals:
            made = self._room.key.subkey(_NAMES + name.encode())
            self._journals[name] = self._room.journal(bytes(made[:16]), JournalKind.BLOB)
        return self._journals[name]


_CURE = "Det som stod där är borta; resten av valvet påverkas inte."
