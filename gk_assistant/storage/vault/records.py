"""Encrypted records, chained: each is bound to its vault, file, place in the file and to the record before it.

AES-256-GCM under a key of the file's own (HKDF with the file's random salt) and a random nonce a record. A counter
would be shorter but repeats: a record that was half written when the power went, or a file put back from a backup,
would be followed by another record under the same number, and two texts under one nonce undo AES-GCM. With random
nonces and one key a file, the chance of a repetition in a file of a million records is below 2⁻⁵⁶.

A record takes a power of two of bytes, at least 1,024, so that the size of a note does not show, and begins on a sector
of 512 bytes, so that a sector that never reached the disk can be told from a changed one.
"""

import os
import struct
import zlib
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, Hash

from gk_assistant.storage.vault.faults import JournalFault, NewerJournal
from gk_assistant.storage.vault.keys import NONCE, TAG, DataKey

SECTOR: Final = 512
SMALLEST: Final = 1024
_EVEN: Final = 1 << 20
"""Records above 1 MiB take whole MiB: doubling would waste too much."""
MAGIC: Final = b"GKVALVJ\n"
VERSION: Final = 1
_FILE = struct.Struct(">8sHB5x16s16s32s")
_HEAD = struct.Struct(">IBxxxQ")
_HEADED = _HEAD.size + 4
"""Size, kind and number, and their CRC-32: it tells a cut record from one whose size was changed."""
_LENGTH = struct.Struct(">I")
OVERHEAD: Final = _HEADED + NONCE + TAG + _LENGTH.size
_BOUND = b"gk-valv/1/post"
_PURPOSE = b"gk-valv/1/journal"


class JournalKind(IntEnum):
    """What a journal holds."""

    CASE = 1
    INDEX = 2
    BLOB = 3


class RecordKind(IntEnum):
    """What a record holds: everything, or what has changed since the one before."""

    WHOLE = 1
    CHANGE = 2


class Torn(Exception):
    """A record that was never wholly written: it ends early, or a sector of it is blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record as read: its kind, number, contents, tag, and where in the file it ends."""

    kind: RecordKind
    number: int
    payload: bytes
    tag: bytes
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which journal it is: what it holds, and the ids (16 bytes each) of its vault and of itself."""

    kind: JournalKind
    vault_id: bytes
    file_id: bytes


class RecordCipher:
    """Seals and opens the records of one journal file (one generation of it)."""

    def __init__(self, key: DataKey, identity: Identity, salt: bytes) -> None:
        """Derive the file's key; ``salt`` is 32 random bytes, new for each generation."""
        kind, vault_id, file_id = identity.kind, identity.vault_id, identity.file_id
        self.head = _FILE.pack(MAGIC, VERSION, kind, vault_id, file_id, salt).ljust(SECTOR, b"\0")
        self.start = _digest(self.head)
        own = key.subkey(_PURPOSE + bytes([kind]) + vault_id + file_id, salt)
        self._aead = AESGCM(own)
        own[:] = bytes(len(own))

    def seal(self, kind: RecordKind, number: int, payload: bytes, before: bytes) -> bytes:
        """Return a record's bytes; ``before`` is the tag of the record before, or :attr:`start`. The tag comes last."""
        size = bucket(len(payload) + OVERHEAD)
        head = _HEAD.pack(size, kind, number)
        nonce = os.urandom(NONCE)
        padded = (_LENGTH.pack(len(payload)) + payload).ljust(size - OVERHEAD + _LENGTH.size, b"\0")
        sealed = self._aead.encrypt(nonce, padded, _BOUND + head + before + self.start)
        return head + _LENGTH.pack(zlib.crc32(head)) + nonce + sealed

    def open(self, data: bytes, at: int, number: int | None, before: bytes) -> Record:
        """Return the record that begins at a place; raises :class:`Torn` and :class:`JournalFault`.

        ``number`` is the one it must have, ``None`` for the first of a file.
        """
        size, kind, found = read_head(data, at)
        if number is not None and found != number:
            raise JournalFault("En post står i fel ordning.")
        end = at + size
        if end > len(data):
            raise Torn
        sealed = memoryview(data)[at + _HEADED + NONCE : end]
        nonce = data[at + _HEADED : at + _HEADED + NONCE]
        try:
            plain = self._aead.decrypt(nonce, sealed, _BOUND + data[at : at + _HEAD.size] + before + self.start)
        except InvalidTag:
            if has_blank_sector(data, at, end):
                raise Torn from None
            raise JournalFault("En post är ändrad, utbytt eller hör till en annan fil.") from None
        (length,) = _LENGTH.unpack_from(plain)
        payload = plain[_LENGTH.size : _LENGTH.size + length]
        return Record(kind=RecordKind(kind), number=found, payload=payload, tag=data[end - TAG : end], end=end)


def read_file_head(data: bytes) -> tuple[Identity, bytes]:
    """Return which journal a first sector says that it begins, and its salt; raises :class:`JournalFault`."""
    if len(data) < SECTOR:
        raise JournalFault("Filen är tom eller avklippt i början.")
    magic, version, kind, vault_id, file_id, salt = _FILE.unpack_from(data)
    if magic != MAGIC:
        raise JournalFault("Filens början är ändrad.")
    if version > VERSION:
        raise NewerJournal(f"Filen är sparad av en nyare version av programmet (format {version}).")
    try:
        return Identity(kind=JournalKind(kind), vault_id=vault_id, file_id=file_id), salt
    except ValueError:
        raise JournalFault("Filens början är ändrad.") from None


def read_head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return a record's size in bytes, kind and number; raises :class:`Torn` and :class:`JournalFault`."""
    head = data[at : at + _HEADED]
    if len(head) < _HEADED or not any(data[at : at + SECTOR]):
        raise Torn
    if zlib.crc32(head[: _HEAD.size]) != _LENGTH.unpack_from(head, _HEAD.size)[0]:
        raise JournalFault("En posts början är ändrad.")
    size, kind, number = _HEAD.unpack_from(head)
    if size != bucket(size) or kind not in tuple(RecordKind):
        raise JournalFault("En posts början är ändrad.")
    return size, kind, number


def has_blank_sector(data: bytes, at: int, end: int) -> bool:
    """Whether a sector between two places was never written: encrypted bytes are never all zero."""
    return any(not any(data[place : place + SECTOR]) for place in range(at, end, SECTOR))


def bucket(size: int) -> int:
    """Return how many bytes a record of at least a size takes: 1,024, 2,048, …, 1 MiB, then whole MiB."""
    if size <= SMALLEST:
        return SMALLEST
    if size <= _EVEN:
        return 1 << (size - 1).bit_length()
    return -(-size // _EVEN) * _EVEN


def _digest(data: bytes) -> bytes:
    digest = Hash(SHA256())
    digest.update(data)
    return digest.finalize()[:TAG]
