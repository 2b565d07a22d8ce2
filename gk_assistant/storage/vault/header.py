"""The vault's header: a readable file with the key's wrappings and nothing about the cases.

The file is a line of magic, one line of JSON and one line with the SHA-256 of both: a damaged header is told from a
wrong passphrase. Once the key is known, a seal over the JSON tells whether somebody exchanged a wrapping.
"""

import contextlib
import hashlib
import hmac
import json
import os
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from gk_assistant.storage.disk import Disk, put
from gk_assistant.storage.vault.faults import NewerVault, VaultFault, WrongSecret
from gk_assistant.storage.vault.keys import DataKey, Kdf, Wrapped, passphrase_bytes, unwrap, wrap
from gk_assistant.storage.vault.names import HEADER, PREVIOUS
from gk_assistant.storage.vault.recovery import BadRecoveryKey, looks_like_one, parsed

MAGIC: Final = b"GKVALV\n"
VERSION: Final = 1
_SEAL = b"gk-valv/1/huvud"
_ARGON = "argon2id"
_HKDF = "hkdf-sha256"
_DAMAGED = "Valvets huvud (filen valv) är skadat. Ta tillbaka dess förra version med gk valv aterstall."


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "losenfras"  # noqa: S105 - the Swedish word for it
    RECOVERY = "aterstallning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One wrapping of the data key; ``kdf`` is ``None`` for a recovery key, which needs no slow derivation."""

    id: str
    kind: SlotKind
    kdf: Kdf | None
    wrapped: Wrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands in the header; ``generation`` counts how often it has been written."""

    vault_id: bytes
    generation: int
    slots: tuple[Slot, ...]
    seal: str = ""

    @property
    def weak(self) -> bool:
        """Whether a passphrase is derived more cheaply than this program would do."""
        return any(slot.kdf is not None and _too_cheap(slot.kdf) for slot in self.slots)

    def sealed(self, key: DataKey) -> "Header":
        """Return the header with its seal."""
        return replace(self, seal=_seal(self, key))

    def unlocked(self, secret: str) -> tuple[DataKey, Slot]:
        """Return the data key and the slot that a passphrase or recovery key opens.

        Raises :class:`WrongSecret`, and :class:`VaultFault` when a slot has been exchanged.
        """
        for kind, words in _readings(secret):
            for slot in self.slots:
                if slot.kind is not kind:
                    continue
                try:
                    key = unwrap(slot.wrapped, words, _bound(self.vault_id, slot.id, slot.kind, slot.kdf), slot.kdf)
                except WrongSecret:
                    continue
                if not hmac.compare_digest(_seal(self, key), self.seal):
                    raise VaultFault(_DAMAGED)
                return key, slot
        raise WrongSecret(_why_wrong(secret))

    def with_secret(self, key: DataKey, kind: SlotKind, secret: str, kdf: Kdf | None) -> "Header":
        """Return the header with one more slot, not yet sealed."""
        slot_id = os.urandom(4).hex()
        own = kdf if kind is SlotKind.PASSPHRASE else None
        words = passphrase_bytes(secret) if kind is SlotKind.PASSPHRASE else parsed(secret)
        wrapped = wrap(key, words, _bound(self.vault_id, slot_id, kind, own), own)
        return replace(self, slots=(*self.slots, Slot(id=slot_id, kind=kind, kdf=own, wrapped=wrapped)), seal="")

    def without(self, slot_id: str) -> "Header":
        """Return the header without a slot, not yet sealed."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.id != slot_id), seal="")


def read_header(folder: Path, disk: Disk, *, former: bool = False) -> Header:
    """Return a vault's header (or its ``former`` generation); raises :class:`VaultFault` and :class:`OSError`."""
    return parse_header(disk.read(folder / (HEADER + PREVIOUS if former else HEADER)))


def write_header(folder: Path, disk: Disk, header: Header) -> None:
    """Put a sealed header on disk in one step, the former one kept; raises :class:`OSError`."""
    put(disk, folder / HEADER, header_bytes(header), previous=folder / (HEADER + PREVIOUS))


def header_bytes(header: Header) -> bytes:
    """Return the header's file."""
    body = MAGIC + _text({**_content(header), "seal": header.seal}) + b"\n"
    return body + hashlib.sha256(body).hexdigest().encode() + b"\n"


def parse_header(data: bytes) -> Header:
    """Return the header of a file's bytes; raises :class:`VaultFault` and :class:`NewerVault`."""
    lines = data.split(b"\n")
    if len(lines) != 4 or lines[0] + b"\n" != MAGIC or lines[3]:  # noqa: PLR2004 - magic, JSON, digest, end
        raise VaultFault(_DAMAGED)
    body = b"\n".join(lines[:2]) + b"\n"
    if lines[2] != hashlib.sha256(body).hexdigest().encode():
        raise VaultFault(_DAMAGED)
    try:
        content = json.loads(lines[1])
        if content["version"] > VERSION:
            raise NewerVault(
                f"Valvet är gjort av en nyare version av programmet (format {content['version']}). "
                "Det lämnas orört. Öppna det med den versionen."
            )
        return Header(
            vault_id=bytes.fromhex(content["vault"]),
            generation=int(content["generation"]),
            slots=tuple(_slot(slot) for slot in content["slots"]),
            seal=str(content["seal"]),
        )
    except (ValueError, KeyError, TypeError):
        raise VaultFault(_DAMAGED) from None


def _slot(content: dict[str, Any]) -> Slot:
    kdf = content["kdf"]
    return Slot(
        id=content["id"],
        kind=SlotKind(content["kind"]),
        kdf=Kdf(memory=kdf["memory"], time=kdf["time"], lanes=kdf["lanes"], weak=True)
        if kdf["name"] == _ARGON
        else None,
        wrapped=Wrapped(
            salt=bytes.fromhex(content["salt"]),
            nonce=bytes.fromhex(content["nonce"]),
            sealed=bytes.fromhex(content["key"]),
        ),
    )


def _content(header: Header) -> dict[str, Any]:
    return {
        "version": VERSION,
        "vault": header.vault_id.hex(),
        "generation": header.generation,
        "slots": [
            {
                "id": slot.id,
                "kind": slot.kind.value,
                "kdf": _kdf_content(slot.kdf),
                "salt": slot.wrapped.salt.hex(),
                "nonce": slot.wrapped.nonce.hex(),
                "key": slot.wrapped.sealed.hex(),
            }
            for slot in header.slots
        ],
    }


def _kdf_content(kdf: Kdf | None) -> dict[str, Any]:
    if kdf is None:
        return {"name": _HKDF}
    return {"name": _ARGON, "memory": kdf.memory, "time": kdf.time, "lanes": kdf.lanes}


def _bound(vault_id: bytes, slot_id: str, kind: SlotKind, kdf: Kdf | None) -> bytes:
    """Return what a wrapping is bound to: the vault, the slot and the parameters of the derivation."""
    return _text(
        {"version": VERSION, "vault": vault_id.hex(), "slot": slot_id, "kind": kind.value, "kdf": _kdf_content(kdf)}
    )


def _seal(header: Header, key: DataKey) -> str:
    own = key.subkey(_SEAL + header.vault_id)
    made = hmac.new(own, _text(_content(header)), hashlib.sha256).hexdigest()
    own[:] = bytes(len(own))
    return made


def _text(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def _too_cheap(kdf: Kdf) -> bool:
    usual = Kdf()
    return kdf.memory < usual.memory or kdf.time < usual.time


def _readings(secret: str) -> list[tuple[SlotKind, bytes]]:
    """Return what a typed secret may be: a recovery key when its check symbols are right, and a passphrase."""
    readings: list[tuple[SlotKind, bytes]] = []
    if looks_like_one(secret):
        with contextlib.suppress(BadRecoveryKey):
            readings.append((SlotKind.RECOVERY, parsed(secret)))
    return [*readings, (SlotKind.PASSPHRASE, passphrase_bytes(secret))]


def _why_wrong(secret: str) -> str:
    if looks_like_one(secret):
        try:
            parsed(secret)
        except BadRecoveryKey as fault:
            return str(fault)
        return "Återställningsnyckeln hör inte till det här valvet, eller så har den bytts ut mot en ny."
    return "Lösenfrasen stämmer inte. Försök igen, eller använd återställningsnyckeln."
