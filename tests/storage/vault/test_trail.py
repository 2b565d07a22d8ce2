"""The trail: everything that was done is there, in order, without contents, and survives damage to itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed, Entry, NoTrail
from gk_assistant.domain.notes import Role
from gk_assistant.storage.vault.trail import BLOB, VaultTrail, entries, record
from tests.storage.test_store_contract import MORNING, small_case
from tests.storage.vault.vaults import new_vault, opened


def test_what_was_recorded_is_there_in_order(tmp_path: Path) -> None:
    """Each line has time, deed, case, role, paper and format, also after another opening."""
    store = new_vault(tmp_path / "v")
    store.save(small_case("a1"))
    trail = VaultTrail(store.vault)
    trail.record(Deed.OPENED)
    trail.record(Deed.PRINTED, case_id="a1", role=Role.AF, what="plan", form="pdf")
    store.close()
    store = opened(tmp_path / "v")
    assert VaultTrail(store.vault).entries() == (
        Entry(at=MORNING, deed=Deed.OPENED),
        Entry(at=MORNING, deed=Deed.PRINTED, case_id="a1", role=Role.AF, what="plan", form="pdf", state=1),
    )
    store.close()


def test_a_line_is_told_in_swedish() -> None:
    """A label is looked up when the trail is shown; a case that is gone is told by its id."""
    entry = Entry(at=MORNING, deed=Deed.PRINTED, case_id="a1", role=Role.AF, what="plan", form="pdf")
    assert entry.told(lambda _: "Åsa") == "2026-03-02 09.00  AF skrev ut plan för Åsa (pdf)."
    assert "ett ärende som är borta (a1)" in entry.told(lambda _: None)
    backup = Entry(at=MORNING, deed=Deed.BACKED_UP)
    assert backup.told(lambda _: None) == "2026-03-02 09.00  Någon säkerhetskopierade valvet."


@pytest.mark.parametrize("words", ["Åsa Ödman", "tröttnar fort", "plan\n", "x" * 41])
def test_words_do_not_get_into_the_trail(words: str) -> None:
    """Where an id of a paper belongs nothing else is taken."""
    with pytest.raises(ValueError, match="ids"):
        Entry(at=MORNING, deed=Deed.PRINTED, what=words)
    with pytest.raises(ValueError, match="ids"):
        Entry(at=MORNING, deed=Deed.PRINTED, form=words)


def test_a_label_is_not_in_the_trail(tmp_path: Path) -> None:
    """What is kept names the case by its id alone."""
    store = new_vault(tmp_path / "v")
    store.save(replace(small_case("a1"), label="Åsa Ödman"))
    record(store.vault, Deed.EXPORTED, case_id="a1")
    kept = store.vault.blobs.get(BLOB)
    assert kept is not None
    assert b"a1" in kept
    assert "Åsa" not in kept.decode()
    store.close()


def test_a_damaged_trail_begins_anew_and_says_so(tmp_path: Path) -> None:
    """A trail that cannot be read does not stop the work; that it was broken stands in it."""
    store = new_vault(tmp_path / "v")
    record(store.vault, Deed.OPENED)
    (damaged,) = (path for path in (tmp_path / "v").glob("*.gkv") if path.name != "register.gkv")
    data = bytearray(damaged.read_bytes())
    data[700] ^= 1
    damaged.write_bytes(data)
    with pytest.raises(StoreFault, match="skadad"):
        entries(store.vault)
    record(store.vault, Deed.OPENED)
    assert [entry.deed for entry in entries(store.vault)] == [Deed.BROKEN, Deed.OPENED]
    store.close()


def test_a_newer_trail_is_left_alone(tmp_path: Path) -> None:
    """A trail of a later format is not begun anew: the line is refused with a word."""
    store = new_vault(tmp_path / "v")
    record(store.vault, Deed.OPENED)
    (newer,) = (path for path in (tmp_path / "v").glob("*.gkv") if path.name != "register.gkv")
    data = bytearray(newer.read_bytes())
    data[9] = 2
    newer.write_bytes(data)
    with pytest.raises(StoreFault, match="nyare version"):
        record(store.vault, Deed.OPENED)
    assert newer.read_bytes() == bytes(data)
    store.close()


def test_a_second_program_leaves_no_line(tmp_path: Path) -> None:
    """A program that may only read is told so, and reads the trail."""
    first = new_vault(tmp_path / "v")
    record(first.vault, Deed.OPENED)
    second = opened(tmp_path / "v")
    with pytest.raises(StoreFault, match="Ett annat program"):
        record(second.vault, Deed.OPENED)
    assert len(entries(second.vault)) == 1
    second.close()
    first.close()


def test_a_plain_folder_has_no_trail() -> None:
    """Without a vault nothing is kept."""
    NoTrail().record(Deed.OPENED)
    assert NoTrail().entries() == ()
