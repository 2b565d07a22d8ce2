"""The format is as docs/valvformat.md says: another program reads it, and fixed inputs give fixed bytes."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from gk_assistant.domain.notes import Note
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.header import SlotKind, parse_header
from gk_assistant.storage.vault.keys import DataKey, Kdf, passphrase_bytes
from gk_assistant.storage.vault.records import Identity, JournalKind, RecordCipher, RecordKind
from gk_assistant.storage.vault.recovery import shown
from gk_assistant.storage.vault.vault import Vault
from tests.storage.disks import Unsynced
from tests.storage.test_store_contract import CHEAP, MORNING, PASSPHRASE, small_case
from tests.storage.vault import independent_reader

DOCUMENT = Path(__file__).parents[3] / "docs" / "valvformat.md"


def vector(name: str) -> str:
    """Return a test vector as it stands in the document."""
    found = re.search(rf"^\| {re.escape(name)} \| `([^`]*)` \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None, name
    return found[1]


def test_another_program_reads_the_vault(tmp_path: Path) -> None:
    """A reader of its own, by passphrase and by recovery key, gives every case as the program holds it."""
    vault, recovery = Vault.create(tmp_path, PASSPHRASE, kdf=CHEAP, disk=Unsynced())
    store = VaultCaseStore(vault)
    cases = []
    for number in range(3):
        case = small_case(f"a{number}")
        store.save(case)
        meeting = case.meetings[0]
        for at in range(60 * number):
            note = Note(id=f"n{at % 7}", ruta="vardag", text=f"orkar {at} åäö 🌲", at=MORNING)
            meeting = meeting.with_note(note)
            store.save(case.with_meeting(meeting))
        cases.append(case.with_meeting(meeting) if number else case)
    store.save(replace(cases[1], meetings=()))
    cases[1] = replace(cases[1], meetings=())
    vault.blobs.put("rad", b"hej")
    store.close()
    wanted = sorted((msgspec.json.decode(msgspec.json.encode(case)) for case in cases), key=lambda case: case["id"])
    for kind, secret in (("losenfras", PASSPHRASE), ("aterstallning", recovery)):
        read = independent_reader.read(tmp_path, kind, secret)
        assert sorted(read, key=lambda case: str(case["id"])) == wanted


def test_the_reader_knows_nothing_of_the_program() -> None:
    """The reader imports the standard library and ``cryptography`` alone, and is short."""
    source = Path(independent_reader.__file__).read_text(encoding="utf-8")
    assert "gk_assistant" not in source
    code = [line for line in source.split('"""')[2].splitlines() if line.strip()]
    assert len(code) <= 90


@pytest.mark.parametrize("purpose", ["huvud", "journal"])
def test_the_documents_subkeys_are_ours(purpose: str) -> None:
    """The derived keys of the document are what the program derives."""
    key = DataKey(bytes.fromhex(vector("datanyckel")))
    vault, file, salt = (bytes.fromhex(vector(name)) for name in ("valvets id", "filens id", "filens salt"))
    if purpose == "huvud":
        assert key.subkey(b"gk-valv/1/huvud" + vault).hex() == vector("huvudets nyckel")
    else:
        info = b"gk-valv/1/journal" + bytes([JournalKind.CASE]) + vault + file
        assert key.subkey(info, salt).hex() == vector("filens nyckel")


def test_the_documents_record_is_ours() -> None:
    """The record of the document opens to the text that stands there, at its place alone."""
    key = DataKey(bytes.fromhex(vector("datanyckel")))
    vault, file, salt = (bytes.fromhex(vector(name)) for name in ("valvets id", "filens id", "filens salt"))
    cipher = RecordCipher(key, Identity(kind=JournalKind.CASE, vault_id=vault, file_id=file), salt)
    assert cipher.start.hex() == vector("kedjans början")
    data = cipher.head + bytes.fromhex(vector("posten"))
    record = cipher.open(data, 512, None, cipher.start)
    assert record.payload.decode() == vector("postens innehåll")
    assert (record.kind, record.number) == (RecordKind.WHOLE, 1)


def test_the_documents_header_is_ours() -> None:
    """The header of the document opens by its passphrase and its recovery key, both to the same key."""
    text = DOCUMENT.read_text(encoding="utf-8")
    found = re.search(r"```\n(GKVALV\n.*?\n[0-9a-f]{64}\n)```", text, re.DOTALL)
    assert found is not None
    header = parse_header(found[1].encode())
    for name, kind in (("lösenfras", SlotKind.PASSPHRASE), ("återställningsnyckel", SlotKind.RECOVERY)):
        key, slot = header.unlocked(vector(name))
        assert key.raw().hex() == vector("datanyckel")
        assert slot.kind is kind
    assert passphrase_bytes(vector("lösenfras")).hex() == vector("lösenfrasens byte")
    assert shown(bytes.fromhex(vector("återställningsnyckelns byte"))) == vector("återställningsnyckel")
    assert header.slots[0].kdf == Kdf(weak=True)


def test_cryptography_is_not_loaded_to_ask_whether_there_is_a_vault() -> None:
    """Asking whether a folder is a vault, and a passphrase's strength, load neither cryptography nor TinyDB."""
    script = (
        "import sys; from pathlib import Path; from gk_assistant.storage.vault.names import is_vault;"
        "from gk_assistant.storage.vault.strength import strength; is_vault(Path('.')); strength('hej');"
        "print([m for m in ('cryptography', 'tinydb', 'msgspec', 'filelock') if m in sys.modules])"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
