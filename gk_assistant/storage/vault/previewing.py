"""What is in a backup, and how each case in it stands to the one in the vault."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from gk_assistant.conversation.case_rows import last_touched
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import Case
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.vault.backup_file import Member
from gk_assistant.storage.vault.backup_reading import (
    case_of,
    cases_in,
    cases_said,
    count,
    ends,
    left_out,
    made_at,
    read_backup,
)
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.index import Entry, Row
from gk_assistant.storage.vault.vault import Vault


class Standing(StrEnum):
    """How a case in a backup stands to the case in the vault."""

    NEW = "ny"
    OLDER = "äldre"
    NEWER = "nyare"
    DIFFERENT = "avviker"
    EQUAL = "lika"
    MISSING = "saknas i kopian"
    UNREADABLE = "oläslig i valvet"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStanding:
    """One case of a preview. ``kept`` and ``present`` count live notes, ``None`` where the case is not.

    ``differing`` counts the notes that are not the same on both sides, or that only one side has.
    """

    case_id: str
    label: str
    standing: Standing
    kept: int | None
    present: int | None
    differing: int

    @property
    def words(self) -> str:
        """One line in Swedish."""
        notes = f", {count(self.differing, 'anteckning', 'anteckningar')} skiljer sig" if self.differing else ""
        return f"{self.label}: {self.standing.value}{notes}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is in a sound backup. ``same_vault`` is ``None`` when it was held against nothing."""

    made: datetime
    cases: tuple[CaseStanding, ...]
    same_vault: bool | None
    left_out: tuple[str, ...]
    """What could not be read when the backup was made (Swedish)."""

    @property
    def words(self) -> tuple[str, ...]:
        """What to tell the user, in Swedish."""
        inside = sum(case.kept is not None for case in self.cases)
        lines = [f"Säkerhetskopian är hel. Den är gjord {self.made:%Y-%m-%d %H.%M} och har {cases_said(inside)}."]
        if self.same_vault is False:
            lines.append("Den är av ett annat valv än det som är öppet.")
        lines += [case.words for case in self.cases]
        return (*lines, *(f"Kom inte med när kopian gjordes: {what}" for what in self.left_out))


def preview(source: Path, secret: str | None, vault: Vault | None = None, *, disk: Disk | None = None) -> Preview:
    """Read a whole backup and hold it against the open vault.

    ``secret`` (passphrase or recovery key of when the backup was made) may be ``None`` for a backup of ``vault``.
    Raises :class:`WrongSecret`, :class:`NewerVault` and :class:`BackupFault`: a backup that is damaged anywhere has no
    preview.
    """
    backup = read_backup(source, secret, vault, disk or Disk())
    store = VaultCaseStore(vault) if vault is not None else None
    same = backup.header.vault_id == vault.room.vault_id if vault is not None else None
    try:
        first, last = ends(backup)
        cases = [_standing(case_of(member), member if same else None, store) for member in cases_in(backup)]
    finally:
        backup.key.wipe()
    known = {case.case_id for case in cases}
    if vault is not None:
        rows = [entry.row for entry in vault.room.index.state.files.values() if entry.row is not None]
        cases += [_missing(row) for row in rows if row.case not in known]
    cases.sort(key=lambda case: (case.label, case.case_id))
    return Preview(made=made_at(first), cases=tuple(cases), same_vault=same, left_out=left_out(last))


def loaded(store: VaultCaseStore, case_id: str) -> Case | None:
    """Return a case of the vault, ``None`` when it is not there or cannot be read."""
    try:
        return store.load(case_id)
    except StoreFault:
        return None


def _standing(kept: Case, member: Member | None, store: VaultCaseStore | None) -> CaseStanding:
    """Return how a case stands; ``member`` is ``None`` when its file's numbers say nothing about the vault's."""
    file_id = store.vault.room.index.file_of(kept.id) if store is not None else None
    present, entry = None, None
    if store is not None and file_id is not None:
        present, entry = loaded(store, kept.id), store.vault.room.index.entry(file_id)
    if store is None or file_id is None:
        standing = Standing.NEW
    elif present is None:
        standing = Standing.UNREADABLE
    else:
        number = int(member.said["nummer"]) if member is not None and member.said.get("fil") == file_id else None
        standing = _older_or_newer(kept, present, number, entry)
    return CaseStanding(
        case_id=kept.id,
        label=kept.label,
        standing=standing,
        kept=len(kept.notes),
        present=len(present.notes) if present is not None else None,
        differing=_differing(kept, present) if present is not None else 0,
    )


def _older_or_newer(kept: Case, present: Case, number: int | None, entry: Entry | None) -> Standing:
    """Tell by the time of the last change, then by the number of saves; the clock may have stood still or been set."""
    if kept == present:
        return Standing.EQUAL
    before, after = last_touched(kept), last_touched(present)
    if before == after and number is not None and entry is not None:
        before, after = number, entry.number
    if before == after:
        return Standing.DIFFERENT
    return Standing.OLDER if before < after else Standing.NEWER


def _differing(one: Case, other: Case) -> int:
    """Return how many notes are not alike on both sides, by their ids."""
    left, right = {note.id: note for note in one.notes}, {note.id: note for note in other.notes}
    return sum(left.get(known) != right.get(known) for known in left.keys() | right.keys())


def _missing(row: Row) -> CaseStanding:
    return CaseStanding(
        case_id=row.case, label=row.label, standing=Standing.MISSING, kept=None, present=row.notes, differing=row.notes
    )
