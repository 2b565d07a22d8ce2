"""A script of mixed work on a vault, and what may be found on the disk after each part of it, done or failed."""

import contextlib
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed
from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Note
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.vault.backup import make_backup, preview
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.cleaning import Export, clean_case, finish_cleaning
from gk_assistant.storage.vault.faults import WrongSecret
from gk_assistant.storage.vault.trail import entries, record
from gk_assistant.storage.vault.vault import Vault
from tests.storage.test_store_contract import CHEAP, MORNING, PASSPHRASE, small_case

IDS = ("a", "b", "c", "d", "e", "f")
KINDS = (
    *(("save",) * 10),
    *(("big",) * 3),
    *(("line",) * 3),
    *(("trail",) * 2),
    "reopen",
    "former",
    "clean",
    "backup",
    "passphrase",
)


@dataclass
class Truth:
    """What may be found: every state that is allowed of each case, the line, the trail's length and the passphrase."""

    cases: dict[str, list[Case | None]] = field(default_factory=dict)
    line: list[bytes | None] = field(default_factory=lambda: [None])
    trail: set[int] = field(default_factory=lambda: {0})
    secrets: list[str] = field(default_factory=lambda: [PASSPHRASE])
    backups: list[Path] = field(default_factory=list)

    def allows(self, found: "Found") -> str | None:
        """Return what is found that should not be, ``None`` when all is well."""
        for case_id in sorted(self.cases.keys() | found.cases.keys()):
            if found.cases.get(case_id) not in self.cases.get(case_id, [None]):
                return f"ärendet {case_id}"
        if found.line not in self.line:
            return f"raden {found.line!r}, inte {self.line!r}"
        if found.trail not in self.trail:
            return f"spåret {found.trail}, inte {sorted(self.trail)}"
        return None


@dataclass(frozen=True)
class Found:
    """What a fresh program finds."""

    cases: dict[str, Case]
    line: bytes | None
    trail: int
    damaged: tuple[str, ...]


class Worker:
    """Does the script's steps on a disk and keeps the truth. The steps depend on the seed and the truth alone."""

    def __init__(self, folder: Path, disk: Disk, seed: int = 1) -> None:
        """Make the vault; raises :class:`StoreFault`."""
        self.folder, self.disk = folder, disk
        self.truth = Truth()
        self.acknowledged = 0
        self.refused = 0
        self._chance = random.Random(seed)  # noqa: S311 - a script, not a secret
        self._believed: dict[str, Case] = {}
        self._count = 0
        with contextlib.suppress(OSError):
            disk.make_folder(folder.parent)  # where the backups go
            disk.sync_folder(folder.parent.parent)
        self.store: VaultCaseStore | None = VaultCaseStore(
            Vault.create(folder, PASSPHRASE, kdf=CHEAP, disk=disk, now=lambda: MORNING)[0]
        )

    def step(self) -> None:
        """Do the next step."""
        self._count += 1
        kind = self._chance.choice(KINDS)
        case_id = self._chance.choice(IDS)
        draw = self._chance.random()
        if self.store is None:
            self._open()
        if self.store is not None:
            getattr(self, f"_{kind}")(case_id, draw)

    def let_go(self) -> None:
        """Let go of the lock as the system does when a program ends."""
        if self.store is not None:
            self.store.vault._lock.release()

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except StoreFault:
            self.refused += 1
            return False
        self.acknowledged += 1
        return True

    def _put(self, case_id: str, case: Case | None, act: Callable[[], object]) -> None:
        """Do what gives a case a new state."""
        before = self.truth.cases.setdefault(case_id, [None])
        self.truth.cases[case_id] = [*before, case]
        if self._try(act):
            self.truth.cases[case_id] = [case]
            if case is None:
                self._believed.pop(case_id, None)
            else:
                self._believed[case_id] = case

    def _counted(self) -> None:
        """Allow one line more in the trail, or not: it comes last, and its failure fails nothing."""
        self.truth.trail |= {count + 1 for count in self.truth.trail}

    def _save(self, case_id: str, draw: float) -> None:
        case = self._edited(case_id, draw, 40)
        self._put(case_id, case, lambda: self.opened.save(case))

    def _big(self, case_id: str, draw: float) -> None:
        case = self._edited(case_id, draw, 12_000)
        self._put(case_id, case, lambda: self.opened.save(case))

    def _edited(self, case_id: str, draw: float, length: int) -> Case:
        """Return a case with a note more, a note changed or a note taken away."""
        case = self._believed.get(case_id) or replace(small_case(case_id), label=f"Åsa {case_id}")
        meeting = case.meetings[0]
        notes = list(meeting.notes)
        text = f"{self._count} " + "ö" * int(length * draw)
        if draw < 0.6 or len(notes) < 2:
            notes.append(Note(id=f"n{self._count}", ruta="vardag", text=text, at=MORNING))
        elif draw < 0.8:
            notes[0] = replace(notes[0], text=text)
        else:
            notes = notes[len(notes) // 2 :]
        return replace(case, meetings=(replace(meeting, notes=tuple(notes)),))

    def _line(self, _: str, draw: float) -> None:
        line = f"v- {self._count} ".encode() * int(1 + draw * 30)
        self.truth.line = [*self.truth.line, line]
        if self._try(lambda: self.opened.vault.blobs.put("rad", line)):
            self.truth.line = [line]

    def _trail(self, case_id: str, _: float) -> None:
        more = {count + 1 for count in self.truth.trail}
        self.truth.trail |= more
        if self._try(lambda: record(self.opened.vault, Deed.PRINTED, case_id=case_id, what="plan", form="pdf")):
            self.truth.trail = more

    def _reopen(self, _: str, __: float) -> None:
        self.opened.close()
        self.store = None
        self._open()

    def _open(self) -> None:
        for secret in self.truth.secrets:
            try:
                self.store = VaultCaseStore(Vault.open(self.folder, secret, disk=self.disk, now=lambda: MORNING))
                finish_cleaning(self.store.vault)
            except WrongSecret:
                continue
            except StoreFault:
                self.refused += 1
                return
            self.truth.secrets = [secret]
            return
        raise AssertionError("none of the passphrases opens the vault")

    def _former(self, case_id: str, _: float) -> None:
        try:
            case = self.opened.former(case_id)
        except StoreFault:
            return
        self._put(case_id, case, lambda: self.opened.restore_previous(case_id))

    def _clean(self, case_id: str, _: float) -> None:
        if self.opened.vault.room.index.file_of(case_id) is None:
            return
        self._counted()
        store = self.opened
        export = Export(at=MORNING)
        self._put(case_id, None, lambda: clean_case(store.vault, store, case_id, export=export, insist=True))
        if store.vault.room.index.file_of(case_id) is None:
            self._believed.pop(case_id, None)

    def _backup(self, _: str, __: float) -> None:
        path = self.folder.parent / f"kopia-{self._count}"
        self._counted()
        if self._try(lambda: make_backup(self.opened.vault, path)):
            self.truth.backups.append(path)

    def _passphrase(self, _: str, __: float) -> None:
        secret = f"lösen {self._count}"
        self.truth.secrets.append(secret)
        if self._try(lambda: self.opened.vault.change_passphrase(secret, kdf=CHEAP)):
            self.truth.secrets = [secret]

    @property
    def opened(self) -> VaultCaseStore:
        """The store, when there is one."""
        assert self.store is not None
        return self.store


def found_on(disk: Disk, folder: Path, truth: Truth, *, go_on: bool = False) -> Found:
    """Return what a fresh program finds; ``go_on`` also saves something and opens once more.

    Every sentence of damage is in the answer; anything else than a sentence is raised.
    """
    vault = None
    for secret in truth.secrets:
        try:
            vault = Vault.open(folder, secret, disk=disk, now=lambda: MORNING)
        except WrongSecret:
            continue
        break
    assert vault is not None, "none of the passphrases opens the vault"
    store = VaultCaseStore(vault)
    try:
        finish_cleaning(vault)
        shelf = store.shelf()
        cases = {row.id: store.load(row.id) for row in shelf.rows}
        damaged = tuple(f"{bad.file} {bad.fault} {bad.cure}" for bad in shelf.damaged)
        found = Found(cases=cases, line=vault.blobs.get("rad"), trail=len(entries(vault)), damaged=damaged)
        for path in truth.backups[-1:]:
            assert preview(path, None, vault, disk=disk).cases is not None
        if go_on:
            store.save(small_case("zz"))
            vault.blobs.put("rad", b"zz")
    finally:
        store.close()
    if go_on:
        again = found_on(disk, folder, replace(truth, secrets=[secret], backups=[]))
        assert again.cases == {**found.cases, "zz": small_case("zz")}
        assert again.line == b"zz"
        assert not again.damaged, again.damaged
    return found
