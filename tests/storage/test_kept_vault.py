"""An open vault as the rest of the program holds it: locked and unlocked, where one stood, what was learnt."""

import os
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.standing import Standing, WrongSecret
from gk_assistant.conversation.trail import Deed
from gk_assistant.conversation.way import Place
from gk_assistant.domain.learnt import Learnt
from gk_assistant.domain.notes import Role
from gk_assistant.storage.kept_vault import LEARNT, STANDING, KeptVault, VaultLearnt
from gk_assistant.storage.vault.vault import Vault
from gk_assistant.storage.vault_folders import VaultFolder, VaultFolders
from tests.storage.test_migration import LESSON
from tests.storage.test_store_contract import CHEAP, PASSPHRASE, small_case

STOOD = Standing(case="a1", place=Place.SAMTAL, line="sover dåligt när", title="FK:s syn", text="Vi ser\nen vilja")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an empty vault."""
    Vault.create(tmp_path / "s", PASSPHRASE, kdf=CHEAP)[0].close()
    return tmp_path / "s"


def _opened(folder: Path) -> VaultFolder:
    return VaultFolders(lock_after=900).open(folder, PASSPHRASE)


def test_a_lock_wipes_the_keys_and_the_passphrase_brings_them_back(folder: Path) -> None:
    """Locked, nothing can be read or saved; unlocked, the same object goes on, and so does a shelf shown before."""
    kept = _opened(folder)
    kept.save(small_case())
    shelf, key = kept.shelf(), kept.vault.room.key
    kept.lock()
    assert key.wiped
    assert kept.read_only is not None
    for attempt in (kept.shelf, lambda: kept.load("a1"), lambda: kept.save(small_case()), lambda: shelf.opener("a1")):
        with pytest.raises(StoreFault, match="låst"):
            attempt()
    with pytest.raises(WrongSecret):
        kept.unlock("fel")
    kept.unlock(PASSPHRASE)
    assert kept.load("a1") == small_case()
    assert shelf.opener("a1") == small_case()
    kept.save(small_case(label="Ny etikett"))
    kept.close()


def test_another_vault_in_the_folder_is_not_unlocked(folder: Path) -> None:
    """A vault that was exchanged while this one was locked is told of, and not written in."""
    kept = _opened(folder)
    kept.lock()
    for name in os.listdir(folder):  # noqa: PTH208
        (folder / name).unlink()
    Vault.create(folder, PASSPHRASE, kdf=CHEAP)[0].close()
    with pytest.raises(StoreFault, match="annat valv"):
        kept.unlock(PASSPHRASE)
    kept.close()


def test_where_one_stood_is_kept_encrypted(folder: Path) -> None:
    """The half-written line is there at the next start, and in no file to be read; leaving clean forgets it."""
    kept = _opened(folder)
    kept.keep_standing(STOOD)
    kept.close()
    assert all(b"sover" not in path.read_bytes() for path in folder.iterdir())
    kept = _opened(folder)
    assert kept.standing() == STOOD
    kept.keep_standing(None)
    assert kept.standing() is None
    kept.close()


@pytest.mark.parametrize("content", [b"{", b'{"format":99,"standing":{}}', b"", b"[]"])
def test_a_standing_that_cannot_be_read_stops_nothing(folder: Path, content: bytes) -> None:
    """Damaged, or of a newer program: one begins in the list."""
    kept = _opened(folder)
    kept.vault.blobs.put(STANDING, content)
    assert kept.standing() is None
    kept.close()


def test_a_program_that_may_only_read_keeps_nothing_and_says_nothing(folder: Path) -> None:
    """The second program's half-written line is not kept, and typing in it raises no fault."""
    first, second = _opened(folder), _opened(folder)
    first.save(small_case())
    second.keep_standing(STOOD)
    second.record(Deed.OPENED)
    assert second.read_only is not None
    assert not any("avslutades inte" in words for words in second.arrive(Role.FK))
    assert first.standing() is None
    first.keep_standing(STOOD)
    assert second.standing() is None
    second.close()
    first.close()


def test_what_was_learnt_lies_in_the_vault(folder: Path) -> None:
    """Saved by one program, read by the next; taken back it is gone."""
    kept = _opened(folder)
    learnt = VaultLearnt(kept)
    assert learnt.load() == Learnt()
    learnt.save(Learnt(lessons=(LESSON,)))
    kept.close()
    kept = _opened(folder)
    learnt = VaultLearnt(kept)
    assert learnt.load().lessons == (LESSON,)
    learnt.save(Learnt())
    assert VaultLearnt(kept).load() == Learnt()
    kept.close()


@pytest.mark.parametrize("content", [b"{", b'{"format":99,"lart":{}}'])
def test_lessons_of_a_newer_or_damaged_kind_are_not_written_over(folder: Path, content: bytes) -> None:
    """The sentence says so, and what lies there stays."""
    kept = _opened(folder)
    kept.vault.blobs.put(LEARNT, content)
    with pytest.raises(StoreFault):
        VaultLearnt(kept).save(Learnt(lessons=(LESSON,)))
    assert kept.vault.blobs.get(LEARNT) == content
    kept.close()


def test_an_arrival_leaves_a_line_in_the_trail(folder: Path) -> None:
    """Who opened, and no more; an empty vault needs no backup yet."""
    kept = _opened(folder)
    kept.arrive(Role.AF)
    assert [(entry.deed, entry.role) for entry in kept.entries()] == [(Deed.OPENED, Role.AF)]
    assert isinstance(kept, KeptVault)
    assert kept.lock_after == 900
    kept.close()
