"""A backup is what docs/valvformat.md says: a reader written from it alone finds everything."""

import hashlib
import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gk_assistant.storage.case_file import to_document
from gk_assistant.storage.vault.backup import make_backup
from tests.storage.test_store_contract import PASSPHRASE
from tests.storage.vault.independent_reader import data_key, hkdf
from tests.storage.vault.vaults import A1, B2, LINE, opened, small_vault

PIECE = 65_536 + 16


def parts(data: bytes, folder: Path) -> list[tuple[dict[str, Any], bytes]]:
    """Return the parts of a backup; ``folder`` is where the header may be put to read it."""
    assert data[:12] == b"GKVALVK\n\0\1\0\0"
    start = 16 + int.from_bytes(data[12:16], "big") + 32
    folder.mkdir()
    (folder / "valv").write_bytes(data[16 : start - 32])
    key = hkdf(data_key(folder, "losenfras", PASSPHRASE), b"gk-valv/1/sakerhetskopia", data[start - 32 : start])
    bound = hashlib.sha256(data[:start]).digest()
    plain = b""
    for number, at in enumerate(range(start, len(data), PIECE)):
        nonce = number.to_bytes(11, "big") + bytes([at + PIECE == len(data)])
        plain += AESGCM(key).decrypt(nonce, data[at : at + PIECE], bound)
    found: list[tuple[dict[str, Any], bytes]] = []
    at = 0
    while not found or found[-1][0]["slag"] != "slut":
        length = int.from_bytes(plain[at : at + 4], "big")
        said = json.loads(plain[at + 4 : at + 4 + length])
        at += 4 + length + said["langd"]
        found.append((said, plain[at - said["langd"] : at]))
    assert not any(plain[at:])
    return found


def test_another_program_reads_a_backup(tmp_path: Path) -> None:
    """Both cases and the half-written line are in it, more than one piece long."""
    store = opened(small_vault(tmp_path / "v"))
    store.vault.blobs.put("langt", b"x" * 100_000)
    copy = make_backup(store.vault, tmp_path / "k").path.read_bytes()
    store.close()
    found = parts(copy, tmp_path / "huvud")
    assert [said["slag"] for said, _ in (found[0], found[-1])] == ["kopia", "slut"]
    files = [(said["sort"], content) for said, content in found if said["slag"] == "fil"]
    cases = [json.loads(content)["arende"]["1"] for sort, content in files if sort == 1]
    assert sorted(cases, key=lambda case: str(case["id"])) == [
        json.loads(json.dumps(to_document(case), default=str)) for case in (A1[-1], B2[-1])
    ]
    assert {content for sort, content in files if sort == 3} >= {LINE, b"x" * 100_000}
