"""Folders with and without a vault: how they are kept, and the vault made or opened in one."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gk_assistant.conversation.ports import LearntStore, StoreFault
from gk_assistant.conversation.safekeeping import Checked, CopySeen, Keys, TakenIn
from gk_assistant.conversation.standing import WrongSecret
from gk_assistant.conversation.trail import Deed
from gk_assistant.domain.notes import Role
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.folder_lock import FolderLock
from gk_assistant.storage.kept_vault import KeptVault, VaultLearnt
from gk_assistant.storage.migration import take_in
from gk_assistant.storage.sessions import plain_files
from gk_assistant.storage.vault import backup, cleaning, faults
from gk_assistant.storage.vault.keys import Kdf
from gk_assistant.storage.vault.strength import strength
from gk_assistant.storage.vault.vault import Vault

if TYPE_CHECKING:  # 4 ms of the start that only practising needs
    from gk_assistant.storage.rehearsal_file_vault import VaultRehearsals

_BUSY = "Ett program har valvet öppet. Tryck Ctrl+L i det programmet (eller skriv lås i radläget) för att låsa."
_FREE = "Inget program har valvet öppet. Det är låst och öppnas bara med lösenfrasen eller återställningsnyckeln."
_WENT_ON = "Vanliga filer låg bredvid valvet. {count} av dem är nu inflyttade och borttagna."
_UNCLEAN: Final = "Programmet avslutades inte"
"""How the remark begins that tells of a killed program: nothing is wrong with the vault then."""


class VaultFolder(KeptVault):
    """An open vault with its folder, as :class:`~gk_assistant.conversation.safekeeping.OpenVault`."""

    @property
    def keys(self) -> Keys:
        """What opens it."""
        return self.vault

    @property
    def learnt(self) -> LearntStore:
        """What the user has taught the program, kept in it."""
        return VaultLearnt(self)

    @cached_property
    def rehearsals(self) -> "VaultRehearsals":
        """The rehearsals that are kept in it; loads what they are made of."""
        from gk_assistant.storage.rehearsal_file_vault import VaultRehearsals  # noqa: PLC0415

        return VaultRehearsals(self)

    def arrive(self, role: Role) -> Sequence[str]:
        """Finish what was interrupted, leave a line in the trail, and return what there is to say; never raises."""
        remarks = list(self.vault.remarks)
        if self.read_only is not None:  # the other program has the vault open, so it is not closed yet either
            return [remark for remark in remarks if not remark.startswith(_UNCLEAN)]
        for due in (self._finish_cleaning, self._finish_taking_in, lambda: self.record(Deed.OPENED, role=role)):
            try:
                remarks += due() or ()
            except StoreFault as fault:
                remarks.append(str(fault))
        told = backup.reminder(self.vault, self.vault.room.now())
        return [*remarks, told] if told else remarks

    def _finish_cleaning(self) -> None:
        cleaning.finish_cleaning(self.vault)

    def _finish_taking_in(self) -> Sequence[str]:
        if not plain_files(self.vault.folder):
            return ()
        taken = self.take_in()
        return (*([_WENT_ON.format(count=taken.cases)] if taken.cases else ()), *taken.left)

    def take_in(self) -> TakenIn:
        """Take them in, see that they are the same, and take them away; raises :class:`StoreFault`."""
        return take_in(self.vault.folder, self)

    def check(self) -> Checked:
        """Read every file and tell what is wrong, with its cure; raises :class:`StoreFault`."""
        found = self.vault.check()
        shelf = self.shelf()
        bad = [f"{damaged.file}: {damaged.fault} {damaged.cure}" for damaged in shelf.damaged]
        wrong = [remark for remark in found.remarks if not remark.startswith(_UNCLEAN)]
        harmless = [remark for remark in found.remarks if remark.startswith(_UNCLEAN)]
        return Checked(cases=len(shelf.rows), faults=(*bad, *wrong), remarks=tuple(harmless))

    def labels(self) -> Mapping[str, str]:
        """Return the label of each case by its id, of damaged ones too."""
        rows = [entry.row for entry in self.vault.room.index.state.files.values() if entry.row is not None]
        return {row.case: row.label for row in sorted(rows, key=lambda row: (row.label, row.case))}

    def back_up(self, target: Path) -> Sequence[str]:
        """Put the whole vault in one encrypted file and return the receipt; raises :class:`StoreFault`."""
        return backup.make_backup(self.vault, target).words

    def preview(self, source: Path, secret: str | None) -> CopySeen:
        """Hold a backup against the vault; raises :class:`WrongSecret` and :class:`StoreFault`."""
        return _seen(source, secret, self.vault)

    def bring_back(self, source: Path, secret: str | None, case_ids: Collection[str]) -> int:
        """Take cases out of a backup and return how many; raises :class:`StoreFault`."""
        return len(backup.restore_cases(source, secret, self.cases, case_ids))

    def hindrance_to_clean(self, case_id: str) -> str | None:
        """Return why a case should not be cleaned yet, or ``None``."""
        hindrance = cleaning.hindrance_to_clean(self.vault, case_id)
        return None if hindrance is None else hindrance.words

    def clean(self, case_id: str) -> Sequence[str]:
        """Overwrite and remove a case and return the receipt, in sentences; raises :class:`StoreFault`."""
        exports = [entry for entry in self.entries() if entry.deed is Deed.EXPORTED and entry.case_id == case_id]
        if not exports:
            raise StoreFault(self.hindrance_to_clean(case_id) or "")
        export = cleaning.Export(at=exports[-1].at, what=exports[-1].what)
        done = cleaning.clean_case(self.vault, self.cases, case_id, export=export)
        if isinstance(done, cleaning.NotYet):
            raise StoreFault(done.words)
        return done.words


def _seen(source: Path, secret: str | None, vault: Vault | None) -> CopySeen:
    try:
        found = backup.preview(source, secret, vault)
    except faults.WrongSecret as fault:
        raise WrongSecret(str(fault)) from None
    differing = {
        case.case_id: case.label
        for case in found.cases
        if case.standing not in (backup.Standing.EQUAL, backup.Standing.MISSING)
    }
    return CopySeen(words=found.words, differing=differing)


class VaultFolders:
    """Vaults as the commands need them, as :class:`~gk_assistant.cli.ports.Vaults`."""

    def __init__(self, *, lock_after: float = 0, kdf: Kdf | None = None) -> None:
        """Take the idle time until a lock, in seconds; ``kdf`` is the derivation's cost in new vaults."""
        self._lock_after = lock_after
        self._kdf = kdf

    def hint(self, passphrase: str) -> str:
        """Return how strong a passphrase is and an advice, in sentences."""
        found = strength(passphrase)
        return f"Lösenfrasen är {found.word}. {found.advice}"

    def create(self, folder: Path, passphrase: str) -> tuple[VaultFolder, str]:
        """Make a vault and return it open, and its recovery key; raises :class:`StoreFault`."""
        vault, recovery = Vault.create(folder, passphrase, kdf=self._kdf)
        return VaultFolder(vault, lock_after=self._lock_after), recovery

    def open(self, folder: Path, secret: str) -> VaultFolder:
        """Open a vault; raises :class:`WrongSecret` and :class:`StoreFault`."""
        try:
            return VaultFolder(Vault.open(folder, secret), lock_after=self._lock_after)
        except faults.WrongSecret as fault:
            raise WrongSecret(str(fault)) from None

    def preview(self, source: Path, secret: str) -> CopySeen:
        """Read a backup through and tell what is in it; raises :class:`WrongSecret` and :class:`StoreFault`."""
        return _seen(source, secret, None)

    def restore(self, source: Path, secret: str, folder: Path) -> Sequence[str]:
        """Make a vault out of a backup in an empty folder and tell of it; raises :class:`StoreFault`."""
        return backup.restore(source, secret, folder).words

    def lock_state(self, folder: Path) -> str:
        """Say whether a program has the vault open."""
        lock = FolderLock(folder, Disk())
        hindrance = lock.hindrance()
        lock.release()
        return _FREE if hindrance is None else _BUSY
