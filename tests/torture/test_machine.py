"""The vault against a plain dictionary, with backups, cleanings and the trail among the steps."""

import shutil

from hypothesis import settings
from hypothesis.stateful import rule

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed
from gk_assistant.domain.cases import Case
from gk_assistant.storage.vault.backup import Standing, make_backup, preview, restore, restore_cases
from gk_assistant.storage.vault.cleaning import Export, Receipt, clean_case, hindrance_to_clean
from gk_assistant.storage.vault.trail import entries, record
from tests.storage.test_store_contract import MORNING, PASSPHRASE
from tests.storage.vault.test_machine import IDS, VaultMachine
from tests.storage.vault.vaults import opened
from tests.torture.sizes import size


class WholeMachine(VaultMachine):
    """Whatever is done, the vault shows what the dictionary holds, and so does what comes out of a backup."""

    def __init__(self) -> None:
        """Begin without any backup."""
        super().__init__()
        self.deeds: list[Deed] = []
        self.backup: dict[str, Case] | None = None

    @rule()
    def back_up(self) -> None:
        """Make a backup in the place of the last one."""
        path = self.home / "kopia"
        path.unlink(missing_ok=True)
        assert make_backup(self.store.vault, path).left_out == ()
        self.deeds.append(Deed.BACKED_UP)
        self.backup = {name: was[-1] for name, was in self.known.items()}

    @rule()
    def look(self) -> None:
        """Hold the backup against the vault."""
        if self.backup is None:
            return
        told = {case.case_id: case.standing for case in preview(self.home / "kopia", None, self.store.vault).cases}
        assert told.keys() == self.backup.keys() | self.known.keys()
        for name, standing in told.items():
            kept, present = self.backup.get(name), self.known.get(name, [None])[-1]
            assert (standing is Standing.EQUAL) == (kept == present)
            assert (standing is Standing.NEW) == (present is None)
            assert (standing is Standing.MISSING) == (kept is None)

    @rule(case_id=IDS)
    def bring_back(self, case_id: str) -> None:
        """Take one case out of the backup."""
        if self.backup is None or case_id not in self.backup:
            return
        kept = self.backup[case_id]
        restore_cases(self.home / "kopia", None, self.store, [case_id])
        if self.known.get(case_id, [None])[-1] != kept:
            self.known.setdefault(case_id, []).append(kept)
            self.deeds.append(Deed.RESTORED)

    @rule()
    def restore_elsewhere(self) -> None:
        """Restore the backup into another folder: it is what it was."""
        if self.backup is None:
            return
        shutil.rmtree(self.home / "w", ignore_errors=True)
        restore(self.home / "kopia", PASSPHRASE, self.home / "w")
        other = opened(self.home / "w")
        assert {case.id: case for case in other.shelf().cases} == self.backup
        other.close()

    @rule(case_id=IDS)
    def clean(self, case_id: str) -> None:
        """Export and clean a case."""
        if case_id not in self.known:
            return
        record(self.store.vault, Deed.EXPORTED, case_id=case_id)
        assert hindrance_to_clean(self.store.vault, case_id) is None
        receipt = clean_case(self.store.vault, self.store, case_id, export=Export(at=MORNING))
        assert isinstance(receipt, Receipt)
        assert receipt.left == ()
        del self.known[case_id]
        self.deeds += [Deed.EXPORTED, Deed.CLEANED]

    @rule()
    def count(self) -> None:
        """The trail has every deed, in order."""
        assert [entry.deed for entry in entries(self.store.vault)] == self.deeds

    @rule(case_id=IDS)
    def ask_for_the_former(self, case_id: str) -> None:
        """The former state is the one before the last save."""
        states = self.known.get(case_id, [])
        try:
            former = self.store.former(case_id)
        except StoreFault:
            assert len(states) < 2
        else:
            assert former == states[-2]


TestWhole = WholeMachine.TestCase
TestWhole.settings = settings(
    max_examples=size(300, 6), stateful_step_count=size(50, 15), deadline=None, derandomize=True
)
