"""Keys: a random data key encrypts everything; a passphrase or the recovery key only encrypts the data key."""

import os
import unicodedata
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gk_assistant.storage.vault.faults import LOCKED, VaultFault, WrongSecret
from gk_assistant.storage.vault.recovery import KEY_BYTES
from gk_assistant.storage.vault.recovery import parsed as parse_recovery_key
from gk_assistant.storage.vault.recovery import shown as show_recovery_key
from gk_assistant.storage.vault.strength import Strength, strength

__all__ = (
    "KEY",
    "DataKey",
    "Kdf",
    "Strength",
    "Wrapped",
    "new_recovery_key",
    "parse_recovery_key",
    "passphrase_bytes",
    "strength",
    "unwrap",
    "wrap",
)

KEY: Final = 32
SALT: Final = 16
NONCE: Final = 12
TAG: Final = 16
MIB: Final = 1024
LEAST_MEMORY: Final = 64 * MIB
LEAST_TIME: Final = 3
MOST_MEMORY: Final = 4 * 1024 * MIB
MOST_TIME: Final = 64
MOST_LANES: Final = 64
_RECOVERY = b"gk-valv/1/aterstallning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kdf:
    """Argon2id's cost: memory in KiB, passes, lanes. Less than 64 MiB and 3 passes only when ``weak`` says so."""

    memory: int = LEAST_MEMORY
    time: int = LEAST_TIME
    lanes: int = 4
    weak: bool = False

    def __post_init__(self) -> None:
        """Refuse a cost too low to protect or too high to carry out; raises :class:`ValueError`."""
        if not self.weak and (self.memory < LEAST_MEMORY or self.time < LEAST_TIME):
            raise ValueError("Argon2id below 64 MiB and 3 passes protects nothing")
        if not (1 <= self.lanes <= MOST_LANES and 8 * self.lanes <= self.memory <= MOST_MEMORY):
            raise ValueError("lanes or memory out of bounds")
        if not 1 <= self.time <= MOST_TIME:
            raise ValueError("passes out of bounds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapped:
    """The data key under another key: salt of that key's derivation, nonce, and 32 + 16 bytes."""

    salt: bytes
    nonce: bytes
    sealed: bytes


class DataKey:
    """The vault's key in a buffer of our own, so that it can be overwritten when the vault is locked."""

    def __init__(self, raw: bytes | bytearray | None = None) -> None:
        """Hold a key, or a new random one."""
        self._raw = bytearray(raw if raw is not None else os.urandom(KEY))

    @property
    def wiped(self) -> bool:
        """Whether the key is gone."""
        return not self._raw

    def raw(self) -> bytearray:
        """Return the buffer itself, not a copy; raises :class:`VaultFault` when it has been wiped."""
        if not self._raw:
            raise VaultFault(LOCKED)
        return self._raw

    def subkey(self, info: bytes, salt: bytes = b"") -> bytearray:
        """Return 32 bytes for one purpose: HKDF-SHA256 over the data key."""
        made = bytearray(KEY)
        HKDF(algorithm=SHA256(), length=KEY, salt=salt or None, info=info).derive_into(self.raw(), made)
        return made

    def wipe(self) -> None:
        """Overwrite the key."""
        self._raw[:] = bytes(len(self._raw))
        self._raw = bytearray()


def passphrase_bytes(passphrase: str) -> bytes:
    """Return a passphrase as it is derived from: NFKC, UTF-8. Spaces at the ends count for nothing."""
    return unicodedata.normalize("NFKC", passphrase).strip().encode("utf-8", "surrogatepass")


def new_recovery_key() -> str:
    """Return 160 random bits, written to be printed."""
    return show_recovery_key(os.urandom(KEY_BYTES))


def wrap(key: DataKey, secret: bytes, bound: bytes, kdf: Kdf | None) -> Wrapped:
    """Return the data key under a passphrase (with ``kdf``) or a recovery key (without), ``bound`` as associated data.

    ``bound`` is completed with the salt, so that nothing the derivation depends on can be exchanged.
    """
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    over = _over_key(secret, salt, kdf)
    try:
        return Wrapped(salt=salt, nonce=nonce, sealed=AESGCM(over).encrypt(nonce, bytes(key.raw()), bound + salt))
    finally:
        _clear(over)


def unwrap(wrapped: Wrapped, secret: bytes, bound: bytes, kdf: Kdf | None) -> DataKey:
    """Return the data key; raises :class:`WrongSecret` when the secret, or a byte of what is bound, is another."""
    over = _over_key(secret, wrapped.salt, kdf)
    try:
        return DataKey(AESGCM(over).decrypt(wrapped.nonce, wrapped.sealed, bound + wrapped.salt))
    except InvalidTag:
        raise WrongSecret("Lösenfrasen stämmer inte. Försök igen, eller använd återställningsnyckeln.") from None
    finally:
        _clear(over)


def _over_key(secret: bytes, salt: bytes, kdf: Kdf | None) -> bytearray:
    made = bytearray(KEY)
    if kdf is None:
        HKDF(algorithm=SHA256(), length=KEY, salt=salt, info=_RECOVERY).derive_into(secret, made)
    else:
        Argon2id(salt=salt, length=KEY, iterations=kdf.time, lanes=kdf.lanes, memory_cost=kdf.memory).derive_into(
            secret, made
        )
    return made


def _clear(buffer: bytearray) -> None:
    buffer[:] = bytes(len(buffer))
