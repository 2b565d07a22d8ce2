"""What every store of cases promises, the real one and the stand-in alike."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gk_assistant.conversation.ports import CaseStore, StoreFault
from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Note
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.keys import Kdf
from gk_assistant.storage.vault.names import is_vault
from gk_assistant.storage.vault.vault import Vault
from tests.fakes import MemoryStore
from tests.strategies import cases

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EVENING = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def small_case(case_id: str = "a1", label: str = "Åsa Ödman") -> Case:
    """Return a case with one note."""
    note = Note(id="n1", ruta="vardag", text="tröttnar fort", at=MORNING)
    return Case(
        id=case_id,
        label=label,
        kind=CaseKind.SP,
        created=MORNING,
        meetings=(Meeting(id="m1", number=1, notes=(note,)),),
    )


PASSPHRASE = "sju gröna hästar simmar"  # noqa: S105 - of vaults that live for one test
CHEAP = Kdf(memory=64, time=1, lanes=1, weak=True)
"""A key derivation that costs nothing, for vaults that protect nothing."""


def plain_store(folder: Path) -> CaseStore:
    """Open the store of readable files."""
    return TinyCaseStore(folder)


def vault_store(folder: Path) -> CaseStore:
    """Open a vault, made when it is not there."""
    if is_vault(folder):
        return VaultCaseStore(Vault.open(folder, PASSPHRASE))
    return VaultCaseStore(Vault.create(folder, PASSPHRASE, kdf=CHEAP)[0])


ON_DISK = [plain_store, vault_store]


@pytest.fixture(params=[*ON_DISK, lambda _: MemoryStore()], ids=["plain", "vault", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CaseStore]:
    """Give each kind of store in turn."""
    made: CaseStore = request.param(tmp_path / "s")
    yield made
    made.close()


def test_a_new_store_is_empty_and_writable(store: CaseStore) -> None:
    """Nothing is there before the first save, and nothing hinders it."""
    assert store.shelf().cases == ()
    assert store.shelf().damaged == ()
    assert store.read_only is None


def test_what_was_saved_is_loaded(store: CaseStore) -> None:
    """A saved case comes back as it was, by id and on the shelf."""
    case = small_case()
    store.save(case)
    assert store.load("a1") == case
    assert store.shelf().cases == (case,)


def test_the_last_save_counts(store: CaseStore) -> None:
    """A case saved again replaces itself and no other."""
    store.save(small_case("b2"))
    store.save(small_case())
    later = replace(small_case(), label="Ny etikett", meetings=())
    store.save(later)
    assert store.load("a1") == later
    assert store.load("b2") == small_case("b2")


def test_the_shelf_shows_the_latest_changed_first(store: CaseStore) -> None:
    """The case worked on last stands on top."""
    store.save(replace(small_case("a1"), changed=EVENING))
    store.save(small_case("b2"))
    store.save(replace(small_case("c3"), changed=EVENING.replace(hour=20)))
    assert [case.id for case in store.shelf().cases] == ["c3", "a1", "b2"]


def test_an_unknown_case_is_a_sentence(store: CaseStore) -> None:
    """Asking for what is not there gives a sentence, never a bare error."""
    with pytest.raises(StoreFault, match="finns inte"):
        store.load("borta")


@pytest.mark.parametrize("broken", ["hej \ud800 du", "\udfff"])
def test_half_a_character_is_refused_and_changes_nothing(store: CaseStore, broken: str) -> None:
    """A lone surrogate is refused with a sentence; what stood there stands."""
    case = small_case()
    store.save(case)
    meeting = case.meetings[0]
    for spoiled in (
        replace(case, label=broken),
        case.with_meeting(meeting.with_note(replace(meeting.notes[0], text=broken))),
    ):
        with pytest.raises(StoreFault, match="trasigt tecken"):
            store.save(spoiled)
        assert store.load("a1") == case


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=cases)
def test_saving_and_loading_gives_the_same(store: CaseStore, case: Case) -> None:
    """Whatever a case holds comes back equal: emoji, right-to-left, control characters, 10,000 characters."""
    store.save(case)
    assert store.load(case.id) == case


@pytest.mark.parametrize("opened", ON_DISK)
@settings(max_examples=12, deadline=None)
@given(case=cases)
def test_another_store_reads_the_same_from_the_disk(
    tmp_path_factory: pytest.TempPathFactory, opened: Callable[[Path], CaseStore], case: Case
) -> None:
    """The case is in the file, not only in memory, and a time keeps its own offset."""
    folder = tmp_path_factory.mktemp("s")
    store = opened(folder)
    store.save(case)
    store.close()
    again = opened(folder)
    read = again.load(case.id)
    again.close()
    assert read == case
    assert read.created.utcoffset() == case.created.utcoffset()


@pytest.mark.parametrize("opened", ON_DISK)
@settings(max_examples=15, deadline=None)
@given(steps=st.lists(cases, min_size=1, max_size=6))
def test_the_stores_agree(
    tmp_path_factory: pytest.TempPathFactory, opened: Callable[[Path], CaseStore], steps: list[Case]
) -> None:
    """After any saves each real store and the stand-in show the same shelf, also when opened anew."""
    folder = tmp_path_factory.mktemp("s")
    real, memory = opened(folder), MemoryStore()
    stores: list[CaseStore] = [real, memory]
    for case in steps:
        for store in stores:
            store.save(case)
    real.close()
    again = opened(folder)
    assert again.shelf() == memory.shelf()
    assert again.shelf().cases == memory.shelf().cases
    again.close()
