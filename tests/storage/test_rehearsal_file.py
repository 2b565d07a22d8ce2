"""Rehearsals on disk, with and without a vault: the same back, nothing lost, nothing to be read."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.rehearsal.ports import RehearsalStore
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.json_storage import FileFault
from gk_assistant.storage.rehearsal_file import RehearsalFiles
from gk_assistant.storage.rehearsal_file_format import NewerRehearsal, from_bytes, to_bytes
from gk_assistant.storage.rehearsal_file_vault import NAME, VaultRehearsals
from gk_assistant.storage.sessions import REHEARSAL as PREFIX
from gk_assistant.storage.sessions import plain_files
from gk_assistant.storage.vault.backup import make_backup, restore
from gk_assistant.storage.vault.cleaning import finish_cleaning
from gk_assistant.storage.vault.vault import Vault
from gk_assistant.storage.vault_folders import VaultFolder, VaultFolders
from tests.storage.disks import FailingDisk, Killed
from tests.storage.rehearsed import ANSWER, rehearsal
from tests.storage.test_store_contract import CHEAP, PASSPHRASE, small_case

FIRST, SECOND = rehearsal("aa11"), rehearsal("bb22", turns=5, days=1)
LONGER = replace(SECOND, turns=(*SECOND.turns, SECOND.turns[0]))


@dataclass(frozen=True)
class Shelf:
    """A folder and a way to open its rehearsals as a fresh program does."""

    folder: Path
    opened: Callable[[], RehearsalStore]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an empty vault."""
    Vault.create(tmp_path / "valv", PASSPHRASE, kdf=CHEAP)[0].close()
    return tmp_path / "valv"


@pytest.fixture(params=["filer", "valv"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path, folder: Path) -> Iterator[Shelf]:
    """Return both kinds of places for rehearsals, one after the other."""
    vaults: list[VaultFolder] = []

    def opened() -> RehearsalStore:
        while vaults:
            vaults.pop().close()
        vaults.append(VaultFolders(lock_after=900).open(folder, PASSPHRASE))
        return vaults[-1].rehearsals

    plain = tmp_path / "sessioner"
    yield Shelf(folder, opened) if request.param == "valv" else Shelf(plain, lambda: RehearsalFiles(plain))
    for vault in vaults:
        vault.close()


def test_what_is_kept_is_read_back(shelf: Shelf) -> None:
    """Every field of a rehearsal, its notes too, is the same in another program run; the oldest comes first."""
    assert shelf.opened().all() == ()
    store = shelf.opened()
    store.keep(SECOND)
    store.keep(FIRST)
    assert store.all() == (FIRST, SECOND)
    assert shelf.opened().all() == (FIRST, SECOND)


def test_a_turn_more_or_less_takes_the_place_of_the_former_state(shelf: Shelf) -> None:
    """Kept again under its id a rehearsal is one, as it was last."""
    store = shelf.opened()
    for state in (SECOND, LONGER, SECOND.without_last(), LONGER):
        store.keep(state)
        assert store.all() == (state,)
    assert shelf.opened().all() == (LONGER,)


def test_what_is_forgotten_is_gone(shelf: Shelf) -> None:
    """Forgetting takes the one away, leaves the other, and once more is no fault."""
    store = shelf.opened()
    store.keep(FIRST)
    store.keep(SECOND)
    before = {path.name for path in shelf.folder.iterdir()}
    store.forget(FIRST.id)
    store.forget(FIRST.id)
    store.forget("finnsinte")
    assert store.all() == (SECOND,)
    assert shelf.opened().all() == (SECOND,)
    assert before - {path.name for path in shelf.folder.iterdir()}, "its file is gone"


def test_no_file_name_tells_anything(shelf: Shelf) -> None:
    """Neither the persona, the trainee's code nor any word stands in a name, and no case is looked for there."""
    shelf.opened().keep(FIRST)
    names = " ".join(path.name for path in shelf.folder.iterdir())
    assert not any(word in names for word in ("Annika", "utmattning", "tall", "vardag"))
    assert not [path for path in shelf.folder.iterdir() if path.name.startswith("aa11")]


def test_half_a_character_is_told_and_nothing_changes(shelf: Shelf) -> None:
    """What no file can hold is refused in a sentence, and the former turn is still there."""
    store = shelf.opened()
    store.keep(FIRST)
    with pytest.raises(StoreFault, match="trasigt tecken"):
        store.keep(replace(FIRST, name="Annika\ud83d"))
    broken = replace(FIRST.turns[0], seconds=float("nan"))
    with pytest.raises(StoreFault, match="inte är ett tal"):
        store.keep(FIRST.with_turn(broken))
    with pytest.raises(StoreFault, match="inte kan bli en fil"):
        store.keep(replace(FIRST, id="../utanför"))
    assert shelf.opened().all() == (FIRST,)


@pytest.mark.parametrize(
    "stored", [b"", b"{", b"\xff", b'{"gk_ovning":1}', b'{"gk_ovning":1,"ovning":{"id":"x"}}', b"[]"]
)
def test_bytes_that_are_none_are_told(stored: bytes) -> None:
    """No wreck is taken for a rehearsal."""
    with pytest.raises(FileFault):
        from_bytes(stored)


def test_a_later_format_is_refused_as_newer() -> None:
    """A rehearsal of a program to come is told apart from a damaged one."""
    newer = to_bytes(FIRST).replace(b'{"gk_ovning":1', b'{"gk_ovning":2', 1)
    with pytest.raises(NewerRehearsal, match="nyare version"):
        from_bytes(newer)


def test_times_without_a_zone_are_refused() -> None:
    """A moment that means another thing on another machine is damage."""
    with pytest.raises(FileFault, match="tidszon"):
        from_bytes(to_bytes(replace(FIRST, begun=FIRST.begun.replace(tzinfo=None))))


@pytest.mark.parametrize("content", [b"", b"{", b'{"gk_ovning":99,"ovning":{}}'])
def test_a_damaged_file_is_told_and_left(tmp_path: Path, content: bytes) -> None:
    """The others are there, a sentence names the file, and neither reading nor saving touches it."""
    store = RehearsalFiles(tmp_path)
    store.keep(FIRST)
    bad = tmp_path / f"{PREFIX}{SECOND.id}"
    bad.write_bytes(content)
    assert store.all() == (FIRST,)
    (said,) = store.faults()
    assert str(bad) in said
    assert "lämnas orörd" in said
    with pytest.raises(StoreFault, match="lämnas orörd"):
        store.keep(SECOND)
    assert bad.read_bytes() == content
    store.forget(SECOND.id)
    assert not bad.exists(), "the user may take it away"


def test_a_damaged_value_in_the_vault_is_told_and_left(folder: Path) -> None:
    """The others are there, a sentence tells of the damage, and the check of the vault tells too."""
    kept = VaultFolders().open(folder, PASSPHRASE)
    kept.rehearsals.keep(FIRST)
    kept.rehearsals.keep(SECOND)
    name = f"{kept.vault.blobs.let_go(NAME + SECOND.id)}.gkv"
    kept.close()
    path = folder / name
    data = bytearray(path.read_bytes())
    data[700] ^= 1
    path.write_bytes(data)
    kept = VaultFolders().open(folder, PASSPHRASE)
    assert kept.rehearsals.all() == (FIRST,)
    (said,) = kept.rehearsals.faults()
    assert name in said
    assert any(name in fault for fault in kept.check().faults)
    assert path.read_bytes() == data
    kept.close()


def test_a_later_format_in_the_vault_is_told_and_left(folder: Path) -> None:
    """A newer program's rehearsal stays as it is."""
    kept = VaultFolders().open(folder, PASSPHRASE)
    kept.vault.blobs.put(NAME + "cc33", b'{"gk_ovning":7,"ovning":{}}')
    assert kept.rehearsals.all() == ()
    assert "nyare version" in kept.rehearsals.faults()[0]
    assert kept.vault.blobs.get(NAME + "cc33") == b'{"gk_ovning":7,"ovning":{}}'
    kept.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_plain_file_is_private_and_no_case(tmp_path: Path) -> None:
    """Only the user may read it, and the list of cases neither shows it nor complains."""
    RehearsalFiles(tmp_path).keep(FIRST)
    assert (tmp_path / f"{PREFIX}{FIRST.id}").stat().st_mode & 0o777 == 0o600
    cases = TinyCaseStore(tmp_path)
    assert cases.shelf().damaged == ()
    assert cases.shelf().rows == ()
    cases.close()


def test_a_locked_folder_is_not_written_in(tmp_path: Path) -> None:
    """While another program holds the folder nothing is kept or forgotten there."""
    RehearsalFiles(tmp_path).keep(FIRST)
    store = RehearsalFiles(tmp_path, hindrance=lambda: "Ett annat program har öppnat ärendena.")
    with pytest.raises(StoreFault, match="annat program"):
        store.keep(SECOND)
    with pytest.raises(StoreFault, match="annat program"):
        store.forget(FIRST.id)
    assert store.all() == (FIRST,)


def test_a_locked_vault_keeps_and_shows_nothing(folder: Path) -> None:
    """Locked, every method refuses in a sentence; unlocked, the same object goes on."""
    kept = VaultFolders(lock_after=900).open(folder, PASSPHRASE)
    store = kept.rehearsals
    store.keep(FIRST)
    kept.lock()
    for attempt in (store.all, lambda: store.keep(SECOND), lambda: store.forget(FIRST.id)):
        with pytest.raises(StoreFault, match="låst"):
            attempt()
    kept.unlock(PASSPHRASE)
    assert store.all() == (FIRST,)
    store.keep(SECOND)
    assert store.all() == (FIRST, SECOND)
    kept.close()


def test_another_program_sees_what_was_kept_since(folder: Path) -> None:
    """The one that may only read shows the latest turn, and is told why it may not keep."""
    writer = VaultFolders().open(folder, PASSPHRASE)
    writer.rehearsals.keep(FIRST)
    reader = VaultFolders().open(folder, PASSPHRASE)
    assert reader.rehearsals.all() == (FIRST,)
    writer.rehearsals.keep(SECOND)
    writer.rehearsals.keep(LONGER)
    assert reader.rehearsals.all() == (FIRST, LONGER)
    with pytest.raises(StoreFault):
        reader.rehearsals.keep(LONGER)
    reader.close()
    writer.close()


def test_a_backup_takes_rehearsals_along(folder: Path, tmp_path: Path) -> None:
    """Restored in an empty folder every rehearsal is the same; the forgotten one stays gone."""
    kept = VaultFolders().open(folder, PASSPHRASE)
    for known in (FIRST, SECOND, rehearsal("dd44")):
        kept.rehearsals.keep(known)
    kept.rehearsals.forget("dd44")
    make_backup(kept.vault, tmp_path / "kopia")
    kept.close()
    restore(tmp_path / "kopia", PASSPHRASE, tmp_path / "ny")
    back = VaultFolders().open(tmp_path / "ny", PASSPHRASE)
    assert back.rehearsals.all() == (FIRST, SECOND)
    back.check()
    assert back.vault.faults == {}
    back.close()


@pytest.mark.parametrize("deed", ["keep", "keep first", "forget"])
@pytest.mark.parametrize("kind", ["filer", "valv"])
def test_killed_at_any_instant_the_former_turn_is_there(tmp_path: Path, kind: str, deed: str) -> None:
    """After a kill at each disk call in turn a fresh program finds the former state or the new one, never another."""
    before = (FIRST, SECOND) if deed != "keep first" else (FIRST,)
    after = {"keep": (FIRST, LONGER), "keep first": (FIRST, SECOND), "forget": (FIRST,)}[deed]
    call, ended = 0, False
    while not ended:
        call += 1
        folder = tmp_path / str(call)
        _prepared(folder, kind, before)
        disk = FailingDisk(call, Killed, dead=True)
        try:
            _carry_out(folder, kind, disk, deed)
            ended = True
        except Killed:
            pass
        assert _fresh(folder, kind) in (before, after), (call, disk.calls[-1:])
    assert _fresh(folder, kind) == after
    assert call >= 3


def _prepared(folder: Path, kind: str, known: tuple[Rehearsal, ...]) -> None:
    if kind == "valv":
        vault = Vault.create(folder, PASSPHRASE, kdf=CHEAP)[0]
        store: RehearsalStore = VaultRehearsals(VaultFolder(vault))
    else:
        store = RehearsalFiles(folder)
    for one in known:
        store.keep(one)
    if kind == "valv":
        vault.close()


def _carry_out(folder: Path, kind: str, disk: FailingDisk, deed: str) -> None:
    if kind == "valv":
        vault = Vault.open(folder, PASSPHRASE, disk=disk)
        store: RehearsalStore = VaultRehearsals(VaultFolder(vault))
    else:
        store = RehearsalFiles(folder, disk=disk)
    try:
        if deed == "forget":
            store.forget(SECOND.id)
        else:
            store.keep(LONGER if deed == "keep" else SECOND)
        if kind == "valv":
            vault.close()
    finally:
        if kind == "valv":
            vault._lock.release()


def _fresh(folder: Path, kind: str) -> tuple[Rehearsal, ...]:
    if kind == "filer":
        store = RehearsalFiles(folder)
        assert store.all() == store.all()
        assert store.faults() == ()
        return store.all()
    kept = VaultFolders().open(folder, PASSPHRASE)
    finish_cleaning(kept.vault)
    found = kept.rehearsals.all()
    assert kept.rehearsals.faults() == ()
    kept.check()
    assert kept.vault.faults == {}
    kept.close()
    return found


def test_plain_rehearsals_are_taken_into_a_vault(tmp_path: Path) -> None:
    """With or without cases they lie encrypted afterwards; nothing readable is left; a damaged one is named."""
    folder = tmp_path / "s"
    cases = TinyCaseStore(folder)
    cases.save(small_case("a1"))
    cases.close()
    store = RehearsalFiles(folder)
    store.keep(FIRST)
    store.keep(SECOND)
    half = folder / f".{PREFIX}{SECOND.id}.ny"
    half.write_bytes(to_bytes(SECOND)[:200])
    bad = folder / f"{PREFIX}trasig"
    bad.write_bytes(b"{")
    Vault.create(folder, PASSPHRASE, kdf=CHEAP)[0].close()
    kept = VaultFolders().open(folder, PASSPHRASE)
    (left,) = kept.take_in().left
    assert str(bad) in left
    assert kept.rehearsals.all() == (FIRST, SECOND)
    kept.close()
    assert not half.exists()
    assert plain_files(folder) == [bad.name]
    assert not [path.name for path in folder.iterdir() if ANSWER.encode() in path.read_bytes()]


def test_the_files_hold_what_they_promise(tmp_path: Path) -> None:
    """The format stands first, and the rest is plain JSON for whoever helps a user."""
    RehearsalFiles(tmp_path).keep(FIRST)
    stored = (tmp_path / f"{PREFIX}{FIRST.id}").read_bytes()
    assert stored.startswith(b'{"gk_ovning":1,')
    content = msgspec.json.decode(stored)
    assert content["ovning"]["turns"][0]["said"][0]["text"] == FIRST.turns[0].said[0].text
    assert content["arende"]["label"] == "Övning: Annika"
