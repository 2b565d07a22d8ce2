"""Plain files of the first version, taken into a vault: read back and compared before anything of them goes.

For each case: its former state and then the case itself are saved in the vault, and read back from the disk. Only when
every case has been, the plain file gets a name that says that it may go, is overwritten and taken away. A program that
is killed anywhere in this goes on from where it was when the vault is next opened: what has not been renamed is taken
in once more, what has been renamed is taken away.
"""

import contextlib
from pathlib import Path

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.safekeeping import TakenIn
from gk_assistant.domain.cases import Case
from gk_assistant.storage.case_file import ENDING
from gk_assistant.storage.case_files import CaseFiles
from gk_assistant.storage.disk import Disk, is_temporary
from gk_assistant.storage.json_storage import PREVIOUS, FileFault, PlainCodec
from gk_assistant.storage.kept_vault import KeptVault, VaultLearnt
from gk_assistant.storage.learnt_file import FILE_NAME as LEARNT_NAME
from gk_assistant.storage.learnt_file import LearntFile
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.sessions import GOING, REHEARSAL, is_rehearsal_file
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.cleaning import shred

_ASIDE = ".undan-"
_UNREADABLE = "{name} togs inte in och ligger kvar oskyddad. {fault}"
_DIFFERS = "{name} ligger kvar oskyddad: ärendet finns i valvet också, men inte likadant. Jämför dem och ta bort filen."
_PUT_ASIDE = "{name} lades undan en gång. Den togs inte in och ligger kvar oskyddad. Ta bort den när du vill."
_REHEARSAL_DIFFERS = "{name} ligger kvar oskyddad: övningen finns i valvet också, men inte likadan."
_NOT_SAME = "Ärendet {label} blev inte likadant i valvet. Den vanliga filen finns kvar. Säg till er support."


def take_in(folder: Path, kept: KeptVault, *, disk: Disk | None = None) -> TakenIn:
    """Take the plain files of a folder into an open vault and take them away; raises :class:`StoreFault`.

    On a fault every plain file that is not safe in the vault is still there.
    """
    return _TakingIn(folder, kept, disk or Disk()).all()


class _TakingIn:
    def __init__(self, folder: Path, kept: KeptVault, disk: Disk) -> None:
        self._folder = folder
        self._kept = kept
        self._disk = disk
        self._files = CaseFiles(folder, disk=disk, codec=PlainCodec())
        self._left: list[str] = []

    def all(self) -> TakenIn:
        hindrance = self._kept.read_only
        if hindrance is not None:
            raise StoreFault(hindrance)
        try:
            self._finish_going()
            cases = self._read()
            for case, former in cases:
                self._save(case, former)
            learnt = self._take_learnt()
            rehearsals = self._take_rehearsals()
            for case, _ in cases:
                self._verify(case)
            for case, _ in cases:
                self._let_go(case.id + ENDING + PREVIOUS, case.id + ENDING)
            if learnt:
                self._let_go(LEARNT_NAME)
            self._let_go(*rehearsals)
            self._name_others()
        except OSError as error:
            raise StoreFault(disk_sentence(error, self._folder)) from error
        return TakenIn(cases=len(cases), left=tuple(self._left))

    def _finish_going(self) -> None:
        for name in self._disk.names(self._folder):
            if name.endswith(GOING):
                shred(self._disk, self._folder / name)

    def _read(self) -> list[tuple[Case, Case | None]]:
        """Return each plain case that can be taken in, with its former state where that can be read."""
        found: list[tuple[Case, Case | None]] = []
        for name in self._files.names():
            case_id = name.removesuffix(ENDING)
            try:
                case = self._files.read(case_id)
            except FileFault as fault:
                self._left.append(_UNREADABLE.format(name=name, fault=fault))
                continue
            hindrance = self._hindrance(case, name)
            if hindrance is not None:
                self._left.append(hindrance)
                continue
            former = None
            with contextlib.suppress(FileFault, FileNotFoundError):
                former = self._files.read_previous(case_id)
            found.append((case, former))
        return found

    def _hindrance(self, case: Case, name: str) -> str | None:
        """Return why a case is not taken in: the vault has it in another state, or damaged."""
        if not self._in_vault(case):
            return None
        try:
            known = self._kept.load(case.id)
        except StoreFault as fault:
            return _UNREADABLE.format(name=name, fault=fault)
        if known == case:
            return None
        with contextlib.suppress(FileFault, FileNotFoundError):
            if known == self._files.read_previous(case.id):  # killed between the former state and this one
                return None
        return _DIFFERS.format(name=name)

    def _save(self, case: Case, former: Case | None) -> None:
        if self._in_vault(case):
            if self._kept.load(case.id) == case:
                return
        elif former is not None:
            self._kept.save(former)
        self._kept.save(case)

    def _in_vault(self, case: Case) -> bool:
        return self._kept.vault.room.index.file_of(case.id) is not None

    def _verify(self, case: Case) -> None:
        """Read a case back from the vault's file on disk; raises :class:`StoreFault` when it is not the same."""
        if VaultCaseStore(self._kept.vault).load(case.id) != case:
            raise StoreFault(_NOT_SAME.format(label=case.label))

    def _take_learnt(self) -> bool:
        """Take in what has been learnt; return whether its file may go."""
        if LEARNT_NAME not in self._disk.names(self._folder):
            return False
        try:
            lessons = LearntFile(self._folder, disk=self._disk).load().lessons
            in_vault = VaultLearnt(self._kept)
            whole = known = in_vault.load()
            for lesson in lessons:
                if known.lesson(lesson.key) is None:
                    whole = whole.with_lesson(lesson)
            if whole != known:
                in_vault.save(whole)
            return VaultLearnt(self._kept).load() == whole
        except StoreFault as fault:
            self._left.append(str(fault))
            return False

    def _take_rehearsals(self) -> list[str]:
        """Take in the rehearsals; return the names of the files that may go, those half written among them."""
        names = sorted(filter(is_rehearsal_file, self._disk.names(self._folder)))
        if not names:
            return []
        # Imported here: 4 ms of every opening that only rehearsals beside a vault need.
        from gk_assistant.storage.rehearsal_file import RehearsalFiles  # noqa: PLC0415
        from gk_assistant.storage.rehearsal_file_vault import VaultRehearsals  # noqa: PLC0415

        plain, in_vault = RehearsalFiles(self._folder, disk=self._disk), VaultRehearsals(self._kept)
        try:
            found = plain.all()
            there = {rehearsal.id for rehearsal in in_vault.all()}
            for rehearsal in found:
                if rehearsal.id not in there:
                    in_vault.keep(rehearsal)
            safe = {rehearsal.id: rehearsal for rehearsal in VaultRehearsals(self._kept).all()}
        except StoreFault as fault:
            self._left.append(str(fault))
            return []
        self._left.extend(plain.faults())
        going = {REHEARSAL + known.id for known in found if safe.get(known.id) == known}
        differing = [name for known in found if (name := REHEARSAL + known.id) not in going]
        self._left.extend(_REHEARSAL_DIFFERS.format(name=name) for name in differing)
        return [name for name in names if name in going or is_temporary(name)]

    def _let_go(self, *names: str) -> None:
        """Name the files so that they may go, and take them away."""
        there = set(self._disk.names(self._folder))
        going = [name for name in names if name in there]
        for name in going:
            self._disk.replace(self._folder / name, self._folder / (name + GOING))
        self._disk.sync_folder(self._folder)
        for name in going:
            shred(self._disk, self._folder / (name + GOING))
        self._disk.sync_folder(self._folder)

    def _name_others(self) -> None:
        names = set(self._disk.names(self._folder))
        for name in sorted(names):
            alone = name.endswith(ENDING + PREVIOUS) and name.removesuffix(PREVIOUS) not in names
            if alone or (ENDING + _ASIDE in name):
                self._left.append(_PUT_ASIDE.format(name=name))
