"""The whole program for the command line: a session folder made ready, the screens run, every floor handed out.

What is imported inside functions is so for start-up time. Measured over this module alone, in multiples of
``python -c pass`` in the same run: Textual and the first screen 10, the bank's check 2, rich 2, the store with
TinyDB 1, plain text 0.7, ``secrets`` 0.4, the bank's reader 0.3.
"""

import contextlib
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gk_assistant.bootstrap.kept_settings import KeptSettings
from gk_assistant.bootstrap.later import when_asked_for
from gk_assistant.bootstrap.paper_desk import PaperDesk
from gk_assistant.bootstrap.workshop import Workshop, is_free_day, new_id, open_source, open_workshop
from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.gate import Gate
from gk_assistant.cli.ports import OpenWorkshop, Vaults
from gk_assistant.cli.streams import complain
from gk_assistant.conversation.learning import InMemory, Learner
from gk_assistant.conversation.ports import QuestionSource
from gk_assistant.conversation.safekeeping import HEADLESS, UNPROTECTED, Keeping, OpenVault
from gk_assistant.domain.cases import Case
from gk_assistant.storage.settings import FoundSettings, read_settings

if TYPE_CHECKING:
    from gk_assistant.domain.rehearsals import Rehearsal, Setting
    from gk_assistant.rehearsal.practice import Practice
    from gk_assistant.storage.icf_file import IcfFile


def load(*, draws: bool) -> None:
    """Load what opening a vault needs, in the order it is needed: while somebody types the passphrase."""
    import filelock  # noqa: PLC0415, F401

    import gk_assistant.cli.commands.screens  # noqa: PLC0415
    import gk_assistant.cli.run  # noqa: PLC0415
    import gk_assistant.storage.bank_reader  # noqa: PLC0415
    import gk_assistant.storage.vault_folders  # noqa: PLC0415  # the slow one first

    if draws:
        import gk_assistant.tui.ahead  # noqa: PLC0415, F401


def keep_no_dumps() -> None:
    """Let no crash write the memory to disk, where the system lets us say so."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def run_app(  # noqa: PLR0913  # where one begins
    workshop: OpenWorkshop,
    *,
    found: FoundSettings,
    start: str | None = None,
    demo: bool = False,
    rehearse: "Setting | bool | None" = None,
    trainee: str = "",
) -> None:
    """Run the app on the screen until it is left; a fault inside it is raised here, for the edge to tell of."""
    # No collection of cycles while the screens are imported and first painted: 15–20 % of the first paint.
    gc.disable()
    from gk_assistant.tui.app import GkApp  # noqa: PLC0415
    from gk_assistant.tui.services import Services  # noqa: PLC0415

    services = Services(
        desk=workshop.desk,
        ear=workshop.ear,
        papers=PaperDesk(),
        settings=KeptSettings(found, workshop.remarks),
        safe=workshop.safe,
        practice=when_asked_for(lambda: workshop.practice(trainee=trainee)),
        demo=demo,
    )
    app = GkApp(services, start=start, rehearse=rehearse)
    app.run()
    if app.fault is not None:
        raise app.fault


class WholeHouse(PaperDesk):
    """Every floor, as :class:`~gk_assistant.cli.ports.House`."""

    @cached_property
    def _found(self) -> FoundSettings:
        return read_settings()

    @cached_property
    def gate(self) -> Gate:
        """Where the passphrase is asked for."""
        return Gate()

    @cached_property
    def vaults(self) -> Vaults:
        """Folders with and without a vault; loads the library that encrypts (2.7 × ``python -c pass``)."""
        from gk_assistant.storage.vault_folders import VaultFolders  # noqa: PLC0415

        return VaultFolders(lock_after=self._found.settings.lock_after * 60)

    @property
    def asks_for_vault(self) -> bool:
        """Whether a vault is offered where cases lie open."""
        return self._found.settings.asks_for_vault

    def session_folder(self, chosen: Path | None) -> Path:
        """Return the session folder that was chosen, or the usual one."""
        from gk_assistant.storage.sessions import session_folder  # noqa: PLC0415

        return session_folder(chosen)

    def keeping(self, folder: Path) -> Keeping:
        """Return how the cases of a folder are kept."""
        from gk_assistant.storage.sessions import keeping  # noqa: PLC0415

        found = keeping(folder)
        if found is Keeping.HEADLESS:
            raise CommandFault(HEADLESS.format(folder=folder))
        return found

    def plain_cases(self, folder: Path) -> int:
        """Return how many cases lie in a folder as plain files."""
        from gk_assistant.storage.sessions import plain_cases  # noqa: PLC0415

        return plain_cases(folder)

    @contextmanager
    def workshop(
        self, folder: Path | None, *, bank_folder: Path | None, vault: OpenVault | None = None
    ) -> Iterator[Workshop]:
        """Open a session folder and close it afterwards; asks for the passphrase unless a ``vault`` is handed over."""
        if self._found.remark is not None:
            complain(self._found.remark)
        place = self.session_folder(folder)
        if vault is None and self.keeping(place) is Keeping.VAULT:
            vault = self.gate.enter(self.vaults, place)
        if vault is None:
            remarks: tuple[str, ...] = (UNPROTECTED,) if self.keeping(place) is Keeping.PLAIN else ()
            workshop = open_workshop(place, settings=self._found.settings, bank_folder=bank_folder)
        else:
            remarks = tuple(vault.arrive(self._found.settings.role))
            workshop = open_workshop(place, settings=self._found.settings, bank_folder=bank_folder, vault=vault)
        try:
            yield replace(workshop, remarks=remarks)
        finally:
            workshop.store.close()

    @contextmanager
    def demo(self, *, bank_folder: Path | None) -> Iterator[Workshop]:
        """Open a throw-away folder with the fictive cases."""
        from gk_assistant.storage.sessions import demo_folder  # noqa: PLC0415

        workshop = open_workshop(demo_folder(), settings=self._found.settings, bank_folder=bank_folder)
        try:
            yield workshop
        finally:
            workshop.store.close()

    def draw(  # where one begins
        self,
        workshop: OpenWorkshop,
        *,
        start: str | None,
        demo: bool,
        rehearse: "Setting | bool | None" = None,
        trainee: str = "",
    ) -> None:
        """Run the app on the screen."""
        run_app(workshop, found=self._found, start=start, demo=demo, rehearse=rehearse, trainee=trainee)

    def practice(self, bank_folder: Path | None) -> "Practice":
        """Return where one practises without anything being kept."""
        from gk_assistant.bootstrap.practising import practice_alone  # noqa: PLC0415  # 7 × ``python -c pass``

        own = bank_folder if bank_folder is not None else self._found.settings.bank
        return practice_alone(
            self.source(bank_folder), own, author=self._found.settings.role, new_id=new_id, is_free=is_free_day
        )

    def source(self, bank_folder: Path | None) -> QuestionSource:
        """Return the question bank alone."""
        return open_source(bank_folder, settings=self._found.settings)

    def learner(self, folder: Path) -> Learner:
        """Return what has been learnt in a session folder, to be read only; standard in is left to the notes."""
        from gk_assistant.storage.learnt_file import LearntFile  # noqa: PLC0415

        place = self.session_folder(folder)
        if self.keeping(place) is not Keeping.VAULT:
            return Learner(LearntFile(place, hindrance=lambda: "Här går det bara att läsa."))
        vault = self.gate.enter(self.vaults, place, aside=True)
        known = InMemory()
        try:
            known.save(vault.learnt.load())
        finally:
            vault.close()
        return Learner(known)

    def icf(self) -> "IcfFile":
        """Return the official ICF titles that the user has loaded."""
        from gk_assistant.storage.icf_file import IcfFile  # noqa: PLC0415

        return IcfFile()

    def new_persona(self, bank_folder: Path | None, name: str) -> Path | None:
        """Write the skeleton of a persona into the own bank folder; ``None`` when there is no such folder named."""
        from gk_assistant.storage.persona_reader import TomlPersonas  # noqa: PLC0415
        from gk_assistant.storage.persona_skeleton import write_skeleton  # noqa: PLC0415

        folder = bank_folder or self._found.settings.bank
        if folder is None:
            return None
        heads = open_source(
            bank_folder if bank_folder and bank_folder.is_dir() else None, settings=self._found.settings
        )
        rutor = tuple(member for ruta in heads.bank().rutor for member in ruta.members)
        return write_skeleton(folder, name, rutor=rutor, taken=TomlPersonas().ids())

    def bank_faults(self, bank_folder: Path | None) -> tuple[str, ...]:
        """Return every fault of the bank, one line each."""
        from gk_assistant.storage.bank_check import check  # noqa: PLC0415

        return tuple(
            f"{fault.file}, rad {fault.line}{f', {fault.key}' if fault.key else ''}: {fault.fault} {fault.cure}"
            for fault in check(bank_folder or self._found.settings.bank)
        )

    def case_data(self, case: Case) -> dict[str, object]:
        """Return a case as plain data."""
        from gk_assistant.storage.case_file import to_document  # noqa: PLC0415

        return to_document(case)

    def rehearsal_data(self, rehearsal: "Rehearsal") -> bytes:
        """Return a rehearsal without its notes as JSON."""
        from gk_assistant.storage.rehearsal_exchange import to_json  # noqa: PLC0415

        return to_json(rehearsal)

    def read_rehearsals(self, folder: Path) -> "tuple[tuple[Rehearsal, ...], tuple[str, ...]]":
        """Return the rehearsals of the JSON files in a folder, and a sentence for each file that holds none."""
        from gk_assistant.storage.rehearsal_exchange import read_folder  # noqa: PLC0415

        return read_folder(folder)
