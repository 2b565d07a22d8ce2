"""Journals and deltas: what goes in comes out, sizes say little, and no file grows without end."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gk_assistant.storage.disk import Disk
from gk_assistant.storage.vault.delta import applied, changes
from gk_assistant.storage.vault.journal import Journal
from gk_assistant.storage.vault.keys import DataKey
from gk_assistant.storage.vault.records import Identity, JournalKind, bucket
from tests.storage.test_store_contract import small_case
from tests.storage.vault.vaults import file_of, new_vault, opened, outcome

LEAVES = st.none() | st.booleans() | st.text(max_size=6) | st.integers(2, 9)
DOCUMENTS = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=4),
    max_leaves=20,
)


@given(before=DOCUMENTS, after=DOCUMENTS)
def test_changes_lead_from_one_document_to_the_other(before: Any, after: Any) -> None:  # noqa: ANN401 - any JSON
    """What is different, carried out, gives the other document; between two alike there is nothing to do."""
    operations = json.loads(json.dumps(changes(before, after)))
    assert applied(json.loads(json.dumps(before)), operations) == after
    assert changes(after, after) == []


def test_a_note_added_is_one_operation() -> None:
    """A note at the end of a hundred costs one short operation, whatever stands before it."""
    before = {"meetings": [{"notes": [{"text": str(number)} for number in range(100)]}]}
    after = {"meetings": [{"notes": [*before["meetings"][0]["notes"], {"text": "ny"}]}]}
    assert changes(before, after) == [["~", ["meetings", 0, "notes"], 100, 0, [{"text": "ny"}]]]


@pytest.mark.parametrize("size", [1, 1023, 1024, 1025, 5000, 1 << 20, (1 << 20) + 1, 5 << 20])
def test_a_bucket_holds_it_and_is_whole_sectors(size: int) -> None:
    """A record's size is a power of two from 1,024, above 1 MiB whole MiB; a bucket is its own bucket."""
    assert bucket(size) >= size
    assert bucket(size) % 512 == 0
    assert bucket(bucket(size)) == bucket(size)


def test_sizes_of_short_and_long_notes_are_alike(tmp_path: Path) -> None:
    """A note of one word and one of four lines leave files of the same size."""
    sizes = set()
    for words in ("ja", "orkar inte " * 30):
        store = new_vault(tmp_path / str(len(words)))
        case = small_case()
        store.save(case)
        meeting = case.meetings[0]
        store.save(case.with_meeting(meeting.with_note(replace(meeting.notes[0], id="n2", text=words))))
        store.close()
        sizes.add(file_of(tmp_path / str(len(words)), "a1").stat().st_size)
    assert len(sizes) == 1


def journal(folder: Path, key: DataKey) -> Journal:
    """Return a blob journal in a folder."""
    identity = Identity(kind=JournalKind.BLOB, vault_id=b"v" * 16, file_id=b"f" * 16)
    return Journal(folder / "j", identity, disk=Disk(), key=key)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(st.binary(max_size=3000), min_size=1, max_size=12))
def test_what_is_saved_is_read(tmp_path_factory: pytest.TempPathFactory, values: list[bytes]) -> None:
    """A journal gives back its records in order, also one that is opened anew between the saves."""
    folder, key = tmp_path_factory.mktemp("j"), DataKey()
    kept = journal(folder, key)
    for number, value in enumerate(values):
        kept.save(value, lambda value=value: value)  # type: ignore[misc]
        if number % 3 == 2:
            kept = journal(folder, key)
            kept.read()
    assert [record.payload for record in journal(folder, key).read().records] == values


def test_no_two_saves_look_alike(tmp_path: Path) -> None:
    """The same text saved twice gives other bytes each time: key stream and nonce are never used again."""
    key = DataKey()
    kept = journal(tmp_path, key)
    for _ in range(3):
        kept.save(b"samma", lambda: b"samma")
    data = (tmp_path / "j").read_bytes()
    records = [data[at : at + 1024] for at in range(512, len(data), 1024)]
    assert len({record[20:32] for record in records}) == 3
    assert len({record[32:] for record in records}) == 3


def test_a_journal_does_not_grow_without_end(tmp_path: Path) -> None:
    """After a thousand saves there are two generations, none over 200 KiB, and numbers that go on."""
    store = new_vault(tmp_path / "v")
    case = small_case()
    for number in range(1000):
        store.save(replace(case, label=f"läge {number}"))
    store.close()
    for path in (tmp_path / "v").iterdir():
        assert path.stat().st_size < 200 * 1024
    assert outcome(tmp_path / "v").cases["a1"].label == "läge 999"
    assert file_of(tmp_path / "v", "a1").with_suffix(".gkv.forra").exists()


def test_the_former_state_comes_back_over_a_new_generation(tmp_path: Path) -> None:
    """The state before the last save comes back wherever it lies, and the step can be taken back."""
    store = new_vault(tmp_path / "v")
    for number in range(140):
        store.save(replace(small_case(), label=f"läge {number}"))
        if number > 120:
            assert store.former("a1").label == f"läge {number - 1}"
    assert store.restore_previous("a1").label == "läge 138"
    assert store.restore_previous("a1").label == "läge 139"
    store.close()


def test_values_are_put_and_added(tmp_path: Path) -> None:
    """A named value is replaced by ``put`` and grows by ``add``; names do not show on the disk."""
    store = new_vault(tmp_path / "v")
    blobs = store.vault.blobs
    assert blobs.get("rad") is None
    blobs.add("spår", b"ett ")
    blobs.add("spår", "två".encode())
    blobs.put("rad", b"v- sover")
    blobs.put("rad", b"")
    store.close()
    store = opened(tmp_path / "v")
    assert store.vault.blobs.get("spår") == "ett två".encode()
    assert store.vault.blobs.get("rad") == b""
    store.vault.blobs.add("spår", b" tre")
    store.vault.blobs.put("rad", b"nytt")
    store.close()
    assert not any("rad" in path.name or "sp" in path.name for path in (tmp_path / "v").iterdir())


def test_what_another_program_wrote_is_put_aside(tmp_path: Path) -> None:
    """A case opened for reading and saved once the other program has gone keeps that one's words in a file aside."""
    first = new_vault(tmp_path / "v")
    first.save(small_case())
    second = opened(tmp_path / "v")
    stale = second.load("a1")
    first.save(replace(stale, label="den första"))
    first.close()
    second.save(replace(stale, label="den andra"))
    second.close()
    found = outcome(tmp_path / "v")
    assert not found.noticed
    assert found.cases["a1"].label == "den andra"
    [aside] = [path for path in (tmp_path / "v").iterdir() if ".undan-" in path.name]
    aside.replace(file_of(tmp_path / "v", "a1"))
    for name in ("register.gkv", "register.gkv.forra"):
        (tmp_path / "v" / name).unlink(missing_ok=True)
    assert outcome(tmp_path / "v").cases["a1"].label == "den första"


@pytest.mark.parametrize("size", [1, 5])
def test_a_second_program_reads_and_says_so(tmp_path: Path, size: int) -> None:
    """While one program writes, another reads what is saved, also what comes later, and says why it cannot save."""
    first = new_vault(tmp_path / "v")
    cases = [small_case(f"a{number}") for number in range(size)]
    first.save(cases[0])
    second = opened(tmp_path / "v")
    for case in cases:
        first.save(replace(case, label="ny"))
    assert "annat program" in str(second.read_only)
    assert [row.label for row in second.shelf().rows] == ["ny"] * size
    assert second.load("a0").label == "ny"
    first.close()
    assert second.read_only is None
    second.save(replace(cases[0], label="från den andra"))
    second.close()
    assert outcome(tmp_path / "v").cases["a0"].label == "från den andra"
