"""The file of a backup: the vault's header, then one encrypted stream of members. Every number is big-endian.

======================  ===============================================================================================
bytes                   what
======================  ===============================================================================================
8                       ``GKVALVK`` and a line feed
2, 2, 4                 version (1), nothing, the length of the header that follows
as it says              the vault's header as it was (:mod:`gk_assistant.storage.vault.header`): it opens the data key
32                      a salt
65,552 a piece          pieces of 65,536 bytes and a tag, AES-256-GCM. The key is HKDF-SHA256 of the data key with the
                        salt and ``gk-valv/1/sakerhetskopia``, so it serves this one file and the nonce may count: 11
                        bytes of number from 0, then 1 on the last piece and 0 on the others. Bound to each piece: the
                        SHA-256 of all bytes before the first
======================  ===============================================================================================

In the stream each member is a length (4 bytes), so many bytes of JSON with ``slag`` (what it is) and ``langd``, and
``langd`` bytes. The first is ``kopia``, then one ``fil`` a case and a named value, at the end ``slut``, then zeros.
"""

import hashlib
import os
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gk_assistant.storage.vault.faults import NewerVault, VaultFault, WrongSecret
from gk_assistant.storage.vault.header import Header, header_bytes, parse_header
from gk_assistant.storage.vault.keys import KEY, TAG, DataKey

MAGIC: Final = b"GKVALVK\n"
VERSION: Final = 1
PIECE: Final = 64 * 1024
FIRST: Final = "kopia"
FILE: Final = "fil"
LAST: Final = "slut"
_HEAD = struct.Struct(">8sHxxI")
_LENGTH = struct.Struct(">I")
_PURPOSE = b"gk-valv/1/sakerhetskopia"

_NO_BACKUP = "Filen är ingen säkerhetskopia av ett valv. Välj en annan fil."
_HEADLESS = "Säkerhetskopian är skadad i början. Använd en annan kopia."
_CUT = "Säkerhetskopian är avklippt: slutet saknas. Använd en annan kopia."
_CHANGED = "Säkerhetskopian är ändrad eller skadad vid byte {at}. Använd en annan kopia."
_MORE = "Säkerhetskopian fortsätter efter sitt slut. Använd en annan kopia."
_FORM = "Säkerhetskopians innehåll har fel form. Använd en annan kopia."


class BackupFault(VaultFault):
    """A backup that cannot be made or used; the text is a Swedish sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of the stream: what it is, what is said of it, and its bytes."""

    slag: str
    said: dict[str, Any]
    content: bytes


class Sealer:
    """Writes a backup piece by piece; never more than a piece and a member are in memory."""

    def __init__(self, write: Callable[[bytes], None], header: Header, key: DataKey) -> None:
        """Write the beginning. ``write`` takes bytes and raises :class:`OSError`."""
        self.digest = hashlib.sha256()
        """Of the members as they were before encryption."""
        self._write = write
        known = header_bytes(header)
        salt = os.urandom(KEY)
        head = _HEAD.pack(MAGIC, VERSION, len(known)) + known + salt
        self._pieces = _cipher(key, salt)
        self._bound = hashlib.sha256(head).digest()
        self._number = 0
        self._waiting = bytearray()
        write(head)

    def add(self, slag: str, content: bytes = b"", **said: object) -> None:
        """Put a member after the others."""
        told = msgspec.json.encode({"slag": slag, "langd": len(content), **said})
        whole = _LENGTH.pack(len(told)) + told + content
        self.digest.update(whole)
        self._waiting += whole
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def finish(self) -> None:
        """Write what is left, and the end."""
        self._seal(bytes(self._waiting.ljust(PIECE, b"\0")), last=True)

    def _seal(self, piece: bytes, *, last: bool) -> None:
        self._write(self._pieces.encrypt(_nonce(self._number, last=last), piece, self._bound))
        self._number += 1


class Opened:
    """A backup whose key is known; :meth:`members` reads it. Methods raise :class:`BackupFault`."""

    def __init__(self, data: bytes, header: Header, key: DataKey, start: int) -> None:
        """Use :func:`opened`."""
        self.header = header
        self.key = key
        self._data = data
        self._start = start

    def members(self) -> Iterator[Member]:
        """Return each member but the zeros at the end; every byte of the file has been checked when it stops."""
        stream = _Stream(self._plain())
        expected = FIRST
        while True:
            member = stream.member()
            if expected == FIRST and member.slag != FIRST:
                raise BackupFault(_FORM)
            expected = FILE
            yield member
            if member.slag == LAST:
                break
        stream.only_zeros()

    def digest(self) -> bytes:
        """Return the SHA-256 of all members as :class:`Sealer` counts it."""
        digest = hashlib.sha256()
        stream = _Stream(self._plain(), digest.update)
        while stream.member().slag != LAST:
            pass
        stream.only_zeros()
        return digest.digest()

    def _plain(self) -> Iterator[bytes]:
        data, at = memoryview(self._data), self._start
        salt = self._data[at - KEY : at]
        pieces = _cipher(self.key, salt)
        bound = hashlib.sha256(data[:at]).digest()
        number = 0
        while True:
            sealed = data[at : at + PIECE + TAG]
            if len(sealed) < PIECE + TAG:
                raise BackupFault(_CUT)
            last = at + len(sealed) == len(data)
            try:
                yield pieces.decrypt(_nonce(number, last=last), sealed, bound)
            except InvalidTag:
                raise BackupFault(_why(pieces, number, sealed, bound, last=last).format(at=at)) from None
            if last:
                return
            at += len(sealed)
            number += 1


def opened(data: bytes, secret: str | None, known: tuple[bytes, DataKey] | None = None) -> Opened:
    """Return a backup, opened by a passphrase or recovery key, or by a vault's own id and key when it is that vault's.

    Raises :class:`WrongSecret`, :class:`NewerVault` and :class:`BackupFault`. Only the beginning has been looked at.
    """
    header, start = _header(data)
    if known is not None and known[0] == header.vault_id:
        return Opened(data, header, DataKey(known[1].raw()), start)
    if secret is None:
        raise WrongSecret(
            "Säkerhetskopian är av ett annat valv. Ange den lösenfras eller återställningsnyckel den har."
        )
    try:
        key, _ = header.unlocked(secret)
    except WrongSecret:
        raise
    except VaultFault:
        raise BackupFault(_HEADLESS) from None
    return Opened(data, header, key, start)


def _header(data: bytes) -> tuple[Header, int]:
    """Return the vault's header and where the pieces begin."""
    if len(data) < _HEAD.size or data[: len(MAGIC)] != MAGIC:
        raise BackupFault(_NO_BACKUP if data[: len(MAGIC)] != MAGIC[: len(data)] else _CUT)
    _, version, length = _HEAD.unpack_from(data)
    if version > VERSION:
        raise NewerVault(
            f"Säkerhetskopian är gjord av en nyare version av programmet (format {version}). "
            "Öppna den med den versionen."
        )
    if data[10:12] != b"\0\0" or version != VERSION:
        raise BackupFault(_HEADLESS)
    start = _HEAD.size + length + KEY
    if len(data) < start:
        raise BackupFault(_CUT)
    try:
        return parse_header(data[_HEAD.size : _HEAD.size + length]), start
    except NewerVault:
        raise
    except VaultFault:
        raise BackupFault(_HEADLESS) from None


class _Stream:
    """The members out of the pieces."""

    def __init__(self, pieces: Iterator[bytes], seen: Callable[[bytes], object] = len) -> None:
        self._pieces = pieces
        self._seen = seen
        self._waiting = bytearray()

    def member(self) -> Member:
        """Return the next member."""
        (length,) = _LENGTH.unpack(self._take(_LENGTH.size))
        try:
            said = msgspec.json.decode(self._take(length), type=dict[str, Any])
            slag, size = str(said.pop("slag")), int(said.pop("langd"))
        except (msgspec.DecodeError, KeyError, ValueError, TypeError):
            raise BackupFault(_FORM) from None
        return Member(slag=slag, said=said, content=self._take(size))

    def only_zeros(self) -> None:
        """Read to the end, where nothing may be."""
        if any(self._waiting) or any(any(piece) for piece in self._pieces):
            raise BackupFault(_FORM)

    def _take(self, size: int) -> bytes:
        while len(self._waiting) < size:
            piece = next(self._pieces, None)
            if piece is None:
                raise BackupFault(_FORM)
            self._waiting += piece
        taken = bytes(self._waiting[:size])
        del self._waiting[:size]
        self._seen(taken)
        return taken


def _cipher(key: DataKey, salt: bytes) -> AESGCM:
    own = key.subkey(_PURPOSE, salt)
    made = AESGCM(own)
    own[:] = bytes(len(own))
    return made


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _why(pieces: AESGCM, number: int, sealed: memoryview, bound: bytes, *, last: bool) -> str:
    """Return what is wrong with a piece: it is sound, but stands where the end should be or the other way round."""
    try:
        pieces.decrypt(_nonce(number, last=not last), sealed, bound)
    except InvalidTag:
        return _CHANGED
    return _CUT if last else _MORE
