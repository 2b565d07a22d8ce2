"""TinyDB's file on our terms: readable UTF-8, written atomically, the former state kept, a place for encryption."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import msgspec
from tinydb.storages import Storage

from gk_assistant.storage.disk import Disk, Signature, put

FORMAT = 1
"""The version this program writes and the newest it understands."""

PREVIOUS = ".forra"
"""What the former state of a file has after its name."""


class FileFault(Exception):
    """A file that is not, or no longer, one of ours. The text is a Swedish sentence about what is wrong."""


class NewerFile(FileFault):
    """A file of a later format: whole, but not for this program to touch."""


class Codec(Protocol):
    """How the text of a file becomes the bytes on disk and back; encryption will be one of these."""

    def encode(self, plain: bytes) -> bytes:
        """Return the bytes to put on disk."""
        ...

    def decode(self, stored: bytes) -> bytes:
        """Return the text; raises :class:`FileFault` when the bytes are not what this codec once wrote."""
        ...


class PlainCodec:
    """The text itself."""

    def encode(self, plain: bytes) -> bytes:
        """Return the text as it is."""
        return plain

    def decode(self, stored: bytes) -> bytes:
        """Return the bytes as they are."""
        return stored


class JsonStorage(Storage):
    """One file of ``{"format": 1, table: {id: document}}``; what was last read or written is kept in memory."""

    def __init__(self, path: Path, *, disk: Disk, codec: Codec) -> None:
        """Stand ready at a path; nothing is read or made yet."""
        self.path = path
        self.signature: Signature | None = None
        self.keep_previous = True
        self._disk = disk
        self._codec = codec
        self._tables: dict[str, dict[str, Any]] | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables, ``None`` when there is no file; raises :class:`FileFault` and :class:`OSError`.

        The file is parsed only when it is not the one last read or written. The documents are copies one level deep,
        since TinyDB changes them before it writes.
        """
        try:
            found = self._disk.signature(self.path)
        except FileNotFoundError:
            return None
        if self._tables is None or found != self.signature:
            self._tables = read_tables(self._disk.read(self.path), self._codec)
            self.signature = found
        return {name: {key: dict(doc) for key, doc in table.items()} for name, table in self._tables.items()}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Put the tables on disk; raises :class:`OSError`, and :class:`UnicodeEncodeError` on a lone surrogate."""
        stored = self._codec.encode(file_text(data))
        previous = self.path.with_name(self.path.name + PREVIOUS) if self.keep_previous else None
        self.forget()
        put(self._disk, self.path, stored, previous=previous)
        self._tables = data
        self.signature = self._disk.signature(self.path)

    def forget(self) -> None:
        """Let go of what is in memory, so that the next read goes to the disk."""
        self._tables = None
        self.signature = None

    def start_over(self) -> None:
        """Treat the file on disk as empty: it has been put aside under another name."""
        self._tables = {}
        self.signature = self._disk.signature(self.path)


def file_text(tables: Mapping[str, object]) -> bytes:
    """Return a file's text: the format first, then the tables, indented; raises :class:`UnicodeEncodeError`."""
    return msgspec.json.format(msgspec.json.encode({"format": FORMAT, **tables}), indent=1) + b"\n"


def read_tables(stored: bytes, codec: Codec) -> dict[str, dict[str, Any]]:
    """Return the tables of a file's bytes; raises :class:`FileFault`."""
    if not stored.strip(b"\x00\t\r\n "):
        raise FileFault("Filen är tom.")
    plain = codec.decode(stored)
    try:
        content = msgspec.json.decode(plain)
    except UnicodeDecodeError:
        raise FileFault("Filen innehåller tecken som inte är UTF-8.") from None
    except (msgspec.DecodeError, RecursionError):
        raise FileFault("Filen är avklippt eller ändrad så att den inte går att läsa.") from None
    version = content.pop("format", None) if isinstance(content, dict) else None
    if type(version) is not int or version < 1:
        raise FileFault("Filen är inte en ärendefil från det här programmet.")
    if version > FORMAT:
        raise NewerFile(f"Filen är sparad av en nyare version av programmet (format {version}).")
    if not all(isinstance(table, dict) and all(map(_is_document, table.values())) for table in content.values()):
        raise FileFault("Filens innehåll har fel form.")
    return content  # type: ignore[no-any-return]  # its shape has just been looked at


def _is_document(value: object) -> bool:
    return isinstance(value, dict)
