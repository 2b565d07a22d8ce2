"""Reads a vault by docs/valvformat.md alone: nothing here is imported from the program.

As a script, ``python independent_reader.py FOLDER`` takes the passphrase as a line and prints each case as one of JSON.
"""

import hashlib
import hmac
import json
import struct
import sys
import unicodedata
import zlib
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def text(content: object) -> bytes:
    """Return JSON as the header has it."""
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def hkdf(key: bytes, info: bytes, salt: bytes | None = None) -> bytes:
    """Return 32 bytes for one purpose."""
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(key)


def over_key(slot: dict[str, Any], secret: str) -> bytes:
    """Return the key that a secret makes for a slot."""
    salt, kdf = bytes.fromhex(slot["salt"]), slot["kdf"]
    if kdf["name"] == "hkdf-sha256":
        typed = secret.replace("-", "")
        number = 0
        for at, symbol in enumerate(typed):
            number = number if at % 5 == 4 else number << 5 | SYMBOLS.index(symbol)
        return hkdf(number.to_bytes(20, "big"), b"gk-valv/1/aterstallning", salt)
    words = unicodedata.normalize("NFKC", secret).strip().encode()
    cost = {"iterations": kdf["time"], "lanes": kdf["lanes"], "memory_cost": kdf["memory"]}
    return Argon2id(salt=salt, length=32, **cost).derive(words)


def data_key(folder: Path, kind: str, secret: str) -> bytes:
    """Return the data key, and see that the header is the one it sealed."""
    magic, body, digest, _ = (folder / "valv").read_bytes().split(b"\n")
    assert magic == b"GKVALV"
    assert digest.decode() == hashlib.sha256(magic + b"\n" + body + b"\n").hexdigest()
    header = json.loads(body)
    vault = bytes.fromhex(header["vault"])
    slot = next(slot for slot in header["slots"] if slot["kind"] == kind)
    bound = {"version": 1, "vault": header["vault"], "slot": slot["id"], "kind": kind, "kdf": slot["kdf"]}
    nonce, sealed, salt = (bytes.fromhex(slot[name]) for name in ("nonce", "key", "salt"))
    key = AESGCM(over_key(slot, secret)).decrypt(nonce, sealed, text(bound) + salt)
    seal = header.pop("seal")
    assert seal == hmac.new(hkdf(key, b"gk-valv/1/huvud" + vault), text(header), hashlib.sha256).hexdigest()
    return key


def journal(data: bytes, key: bytes) -> tuple[int, list[tuple[int, bytes]]]:
    """Return what a journal holds and its records, each a kind and its contents."""
    magic, _, kind, vault, file, salt = struct.unpack_from(">8sHB5x16s16s32s", data)
    assert magic == b"GKVALVJ\n"
    start = hashlib.sha256(data[:512]).digest()[:16]
    cipher = AESGCM(hkdf(key, b"gk-valv/1/journal" + bytes([kind]) + vault + file, salt))
    at, before, records = 512, start, []
    while at < len(data):
        head = data[at : at + 16]
        size, record, _ = struct.unpack(">IBxxxQ", head)
        assert zlib.crc32(head) == int.from_bytes(data[at + 16 : at + 20], "big")
        bound = b"gk-valv/1/post" + head + before + start
        plain = cipher.decrypt(data[at + 20 : at + 32], data[at + 32 : at + size], bound)
        records.append((record, plain[4 : 4 + int.from_bytes(plain[:4], "big")]))
        at, before = at + size, data[at + size - 16 : at + size]
    return kind, records


def replay(records: list[tuple[int, bytes]]) -> Any:  # noqa: ANN401 - any JSON
    """Return the document that the records lead to."""
    document: Any = None
    for kind, payload in records:
        for sign, path, *rest in [["=", [], json.loads(payload)]] if kind == 1 else json.loads(payload):
            if not path:
                document = rest[0]
                continue
            place = document
            for step in path if sign == "~" else path[:-1]:
                place = place[step]
            if sign == "~":
                place[rest[0] : rest[0] + rest[1]] = rest[2]
            elif sign == "-":
                del place[path[-1]]
            else:
                place[path[-1]] = rest[0]
    return document


def read(folder: Path, kind: str, secret: str) -> list[dict[str, Any]]:
    """Return every case of a vault."""
    key = data_key(folder, kind, secret)
    journals = [journal(path.read_bytes(), key) for path in sorted(folder.glob("*.gkv")) if path.stem != "register"]
    return [replay(records)["arende"]["1"] for kind_of, records in journals if kind_of == 1]


if __name__ == "__main__":
    for case in read(Path(sys.argv[1]), "losenfras", sys.stdin.readline()):
        sys.stdout.write(json.dumps(case, ensure_ascii=False) + "\n")
