"""Whatever is done to a vault's files is noticed and named; what is left opens, and never as something else."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.storage.vault.names import HEADER, INDEX, PREVIOUS
from tests.storage.test_store_contract import CHEAP
from tests.storage.vault.vaults import A1, B2, LINE, Outcome, copied, file_of, opened, outcome, small_vault

STEP = 1 if os.environ.get("GK_TORTURE") else 37
"""Every byte under ``GK_TORTURE``, else every 37th."""
LATEST = {"a1": A1[-1], "b2": B2[-1]}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small closed vault, not to be changed."""
    return small_vault(tmp_path_factory.mktemp("valv") / "v")


def files(folder: Path) -> Iterator[Path]:
    """Return the files that are in use: former generations and the lock left out."""
    return (path for path in sorted(folder.iterdir()) if not path.name.startswith(".") and path.suffix != PREVIOUS)


def never_wrong(found: Outcome) -> None:
    """Fail when a case or the line is anything but what was saved last."""
    assert all(LATEST[name] == case for name, case in found.cases.items())
    assert found.line in (LINE, None)


def test_a_sound_vault_says_nothing(sound: Path, tmp_path: Path) -> None:
    """Nothing is noticed where nothing is wrong."""
    found = outcome(copied(sound, tmp_path / "v"))
    assert not found.noticed
    assert found.cases == LATEST
    assert found.line == LINE


def spoiled(sound: Path, target: Path, name: str, data: bytes) -> Outcome:
    """Put other bytes in a file of a copy, return what is found, and put it back. Looking has changed no file."""
    path = target / name
    before = {file.name: file.read_bytes() for file in files(target)}
    path.write_bytes(data)
    found = outcome(target)
    path.write_bytes((sound / name).read_bytes())
    assert {file.name: file.read_bytes() for file in files(target)} == before
    return found


def test_every_flipped_byte_is_noticed(sound: Path, tmp_path: Path) -> None:
    """One changed bit anywhere: it is said, nothing is ever read as something else, and looking changes no file."""
    target = copied(sound, tmp_path / "v")
    for path in files(sound):
        data = path.read_bytes()
        for at in range(0, len(data), STEP):
            found = spoiled(sound, target, path.name, data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :])
            assert found.noticed, (path.name, at)
            never_wrong(found)


def test_every_cut_is_noticed(sound: Path, tmp_path: Path) -> None:
    """A file cut at any length: it is said, and nothing is ever read as something else."""
    target = copied(sound, tmp_path / "v")
    for path in files(sound):
        data = path.read_bytes()
        for length in sorted({*range(0, len(data), STEP), *range(0, len(data), 512)}):
            found = spoiled(sound, target, path.name, data[:length])
            assert found.noticed, (path.name, length)
            never_wrong(found)


def test_blank_sectors_are_noticed(sound: Path, tmp_path: Path) -> None:
    """A sector of zeros, as a failing disk gives: it is said, and nothing is read as something else."""
    target = copied(sound, tmp_path / "v")
    for path in files(sound):
        data = path.read_bytes()
        for at in range(0, len(data), 512):
            blank = bytes(len(data[at : at + 512]))
            found = spoiled(sound, target, path.name, data[:at] + blank + data[at + 512 :])
            assert found.noticed, (path.name, at)
            never_wrong(found)


def test_more_at_the_end_is_noticed(sound: Path, tmp_path: Path) -> None:
    """Bytes after the last record: it is said, and nothing is read as something else."""
    target = copied(sound, tmp_path / "v")
    for path in files(sound):
        data = path.read_bytes()
        for more in (b"x", b"x" * 600, data[512:1536], data):
            found = spoiled(sound, target, path.name, data + more)
            assert found.noticed, (path.name, len(more))
            never_wrong(found)


def test_swapped_files_are_named(sound: Path, tmp_path: Path) -> None:
    """Two cases that have changed names are both named, and neither opens as the other."""
    target = copied(sound, tmp_path / "v")
    one, other = file_of(sound, "a1").name, file_of(sound, "b2").name
    first, second = (sound / one).read_bytes(), (sound / other).read_bytes()
    (target / one).write_bytes(second)
    (target / other).write_bytes(first)
    found = outcome(target)
    assert found.cases == {}
    assert any("Åsa 2" in word and "bytt plats" in word for word in found.words)
    assert any("Bo 1" in word and "bytt plats" in word for word in found.words)


def test_a_missing_case_is_named(sound: Path, tmp_path: Path) -> None:
    """A case whose file is gone is named by its label, and the other opens."""
    target = copied(sound, tmp_path / "v")
    (target / file_of(sound, "a1").name).unlink()
    found = outcome(target)
    assert found.cases == {"b2": B2[-1]}
    assert any("Åsa 2" in word and "saknas" in word for word in found.words)


def test_an_older_file_is_named(tmp_path: Path) -> None:
    """A case's file put back from before its last saves is named; no older answer is shown as the present one."""
    sound = small_vault(tmp_path / "v")
    name = file_of(sound, "a1").name
    older = (sound / name).read_bytes()
    store = opened(sound)
    store.save(A1[0])
    store.close()
    newer = (sound / name).read_bytes()
    (sound / name).write_bytes(older)
    found = outcome(sound)
    assert found.cases == {"b2": B2[-1]}
    assert any("Åsa 0" in word and "äldre" in word for word in found.words)
    (sound / name).write_bytes(newer)
    assert outcome(sound).cases["a1"] == A1[0]


def test_an_older_file_made_as_long_is_named(tmp_path: Path) -> None:
    """Also an older state of the very same size is told from the present one: by its tag, when it is opened."""
    sound = small_vault(tmp_path / "v")
    before = copied(sound, tmp_path / "before")
    name = file_of(sound, "a1").name
    for folder, label in ((sound, "ny"), (before, "annan")):
        store = opened(folder)
        store.save(replace(A1[0], label=label))
        store.close()
    (sound / name).write_bytes((before / name).read_bytes())
    found = outcome(sound)
    assert found.cases == {"b2": B2[-1]}
    assert any("ny" in word and "en annan än" in word for word in found.words)


def test_a_file_of_another_vault_is_named(sound: Path, tmp_path: Path) -> None:
    """A file with the right name out of another vault is named."""
    target = copied(sound, tmp_path / "v")
    other = small_vault(tmp_path / "other")
    name = file_of(sound, "a1").name
    (target / name).write_bytes(file_of(other, "a1").read_bytes())
    found = outcome(target)
    assert any("annat valv" in word for word in found.words)
    assert found.cases == {"b2": B2[-1]}


def test_an_older_register_is_noticed(tmp_path: Path) -> None:
    """A register put back from earlier is said; the list is made from the cases, which are all read."""
    sound = small_vault(tmp_path / "v")
    older = (sound / INDEX).read_bytes()
    store = opened(sound)
    store.save(A1[0])
    store.close()
    (sound / INDEX).write_bytes(older)
    found = outcome(sound)
    assert found.cases == {"a1": A1[0], "b2": B2[-1]}
    assert any("register" in word for word in found.words)


def test_a_register_that_is_gone_is_made_anew(sound: Path, tmp_path: Path) -> None:
    """Without any register every case opens, and it is said that the list was made from them."""
    target = copied(sound, tmp_path / "v")
    for name in (INDEX, INDEX + PREVIOUS):
        (target / name).unlink(missing_ok=True)
    found = outcome(target)
    assert found.cases == LATEST
    assert any("register" in word for word in found.words)
    store = opened(target)
    store.save(A1[0])
    store.close()
    assert not outcome(target).noticed


def test_a_damaged_header_is_replaced_by_its_twin(sound: Path, tmp_path: Path) -> None:
    """The header is there twice: one may be damaged or gone; with both damaged the vault says so."""
    target = copied(sound, tmp_path / "v")
    (target / HEADER).write_bytes(b"GKVALV\n{}")
    found = outcome(target)
    assert found.cases == LATEST
    assert any("tvilling" in word for word in found.words)
    store = opened(target)
    store.save(A1[-1])
    store.close()
    assert not outcome(target).noticed
    for name in (HEADER, HEADER + PREVIOUS):
        (target / name).write_bytes(b"x")
    with pytest.raises(StoreFault, match="huvud"):
        opened(target)


def test_an_old_header_put_back_is_noticed(tmp_path: Path) -> None:
    """After a change of passphrase the old header would open the vault with the old passphrase: it is said."""
    sound = small_vault(tmp_path / "v")
    old = (sound / HEADER).read_bytes()
    store = opened(sound)
    store.vault.change_passphrase("åtta gula får springer", kdf=CHEAP)
    store.close()
    (sound / HEADER).write_bytes(old)
    assert any("äldre lösenfras" in word for word in outcome(sound).words)


def test_a_newer_file_is_left_alone(sound: Path, tmp_path: Path) -> None:
    """A case of a later format is named with a word about it, and cannot be saved over."""
    target = copied(sound, tmp_path / "v")
    name = file_of(sound, "a1").name
    data = bytearray((sound / name).read_bytes())
    data[9] = 2
    (target / name).write_bytes(data)
    assert any("nyare version" in word for word in outcome(target).words)
    store = opened(target)
    with pytest.raises(StoreFault, match="nyare version"):
        store.save(A1[0])
    with pytest.raises(StoreFault, match="nyare version"):
        store.restore_previous("a1")
    store.close()
    assert (target / name).read_bytes() == data


def test_a_damaged_case_is_restored_on_ones_word(sound: Path, tmp_path: Path) -> None:
    """The last sound state comes back when asked for, the damaged file is put aside, and the vault is sound again."""
    target = copied(sound, tmp_path / "v")
    path = target / file_of(sound, "a1").name
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    store = opened(target)
    with pytest.raises(StoreFault, match="går inte att spara över"):
        store.save(A1[0])
    assert store.former("a1") == A1[1]
    assert store.restore_previous("a1") == A1[1]
    assert store.load("a1") == A1[1]
    assert store.shelf().damaged == ()
    store.save(A1[0])
    store.close()
    found = outcome(target)
    assert not found.noticed
    assert found.cases == {"a1": A1[0], "b2": B2[-1]}
    aside = [file for file in target.iterdir() if ".undan-" in file.name]
    assert [file.read_bytes() for file in aside] == [bytes(data)]
