"""A session folder made ready to work in, and the small parts of the world that it needs.

What is imported inside functions is so for start-up time; see :mod:`~gk_assistant.bootstrap.house`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gk_assistant.bootstrap.moments import now
from gk_assistant.cli.streams import complain
from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.learning import Learner
from gk_assistant.conversation.ports import CaseStore, LearntStore, QuestionSource, StoreFault
from gk_assistant.conversation.safekeeping import OpenVault
from gk_assistant.conversation.standing import Safe
from gk_assistant.conversation.trail import Deed
from gk_assistant.domain.notes import Role
from gk_assistant.storage.settings import Settings

if TYPE_CHECKING:
    from gk_assistant.rehearsal.ports import RehearsalStore
    from gk_assistant.rehearsal.practice import Practice

ID_BYTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A session folder made ready to work in."""

    desk: Desk
    ear: Ear
    source: QuestionSource
    settings: Settings
    store: CaseStore
    folder: Path
    own_bank: Path | None = None
    vault: OpenVault | None = None
    remarks: tuple[str, ...] = ()

    @property
    def safe(self) -> Safe | None:
        """The vault that the cases lie in; ``None`` where they lie open."""
        return self.vault

    def note(self, deed: Deed, *, case_id: str, what: str = "", form: str = "") -> None:
        """Leave a line in the vault's trail, where there is a vault; says on stderr when it could not be left."""
        try:
            if self.vault is not None:
                self.vault.record(deed, case_id=case_id, role=self.desk.author, what=what, form=form)
        except StoreFault as fault:
            complain(f"Det gick inte att anteckna i valvets spår. {fault}")

    def practice(self, *, trainee: str = "") -> "Practice":
        """Return where one practises, with the folder's own rehearsals; loads what practising needs."""
        from gk_assistant.bootstrap.practising import make_practice  # noqa: PLC0415  # 7 × ``python -c pass``

        return make_practice(
            source=self.source,
            store=self._rehearsals(),
            own_bank=self.own_bank,
            author=self.desk.author,
            new_id=new_id,
            is_free=is_free_day,
            trainee=trainee,
        )

    def _rehearsals(self) -> "RehearsalStore":
        from gk_assistant.storage.rehearsal_file import RehearsalFiles  # noqa: PLC0415

        if self.vault is not None:
            from gk_assistant.storage.vault_folders import VaultFolder  # noqa: PLC0415

            if not isinstance(self.vault, VaultFolder):
                raise TypeError(self.vault)
            return self.vault.rehearsals
        return RehearsalFiles(self.folder, hindrance=lambda: self.store.read_only)


def new_id() -> str:
    """Return a short id nobody has used."""
    import secrets  # noqa: PLC0415

    return secrets.token_hex(ID_BYTES)


def is_free_day(day: date) -> bool:
    """Return whether a day is free from work in Sweden."""
    from gk_assistant.storage.free_days import SwedishFreeDays  # noqa: PLC0415

    return SwedishFreeDays()(day)


def open_source(bank_folder: Path | None, *, settings: Settings) -> QuestionSource:
    """Return the question bank: the shipped one, and over it the named folder or the one of the settings."""
    from gk_assistant.storage.bank_reader import TomlBank  # noqa: PLC0415

    return TomlBank(bank_folder if bank_folder is not None else settings.bank, joined=settings.joined)


def icf_titles() -> Mapping[str, str]:
    """Return the official ICF titles that the user has loaded, none when they can't be read."""
    from gk_assistant.storage.icf_file import IcfFile  # noqa: PLC0415

    try:
        return IcfFile().load()
    except StoreFault:
        return {}


def open_workshop(
    folder: Path,
    *,
    settings: Settings,
    bank_folder: Path | None = None,
    author: Role | None = None,
    vault: OpenVault | None = None,
) -> Workshop:
    """Return a desk over an open vault, or over plain files whose folder is made and locked when first written in."""
    source = open_source(bank_folder, settings=settings)
    store, learnt = (vault, vault.learnt) if vault is not None else _plain_store(folder)
    learner = Learner(learnt)
    desk = Desk(
        store=store,
        source=source,
        now=now,
        new_id=new_id,
        author=author or settings.role,
        learner=learner,
        is_free=is_free_day,
    )
    ear = Ear(source, learner=learner, icf_titles=icf_titles)
    return Workshop(
        desk=desk,
        ear=ear,
        source=source,
        settings=settings,
        store=store,
        folder=folder,
        own_bank=bank_folder if bank_folder is not None else settings.bank,
        vault=vault,
    )


def _plain_store(folder: Path) -> tuple[CaseStore, LearntStore]:
    from gk_assistant.storage.case_store import TinyCaseStore  # noqa: PLC0415
    from gk_assistant.storage.learnt_file import LearntFile  # noqa: PLC0415

    store = TinyCaseStore(folder)
    return store, LearntFile(folder, hindrance=lambda: store.read_only)
