"""A backup's members as cases and words, for those who look into it and those who restore it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from gk_assistant.domain.cases import Case
from gk_assistant.storage.case_file import from_document
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.json_storage import FileFault
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.backup_file import FILE, BackupFault, Member, Opened, opened
from gk_assistant.storage.vault.records import JournalKind
from gk_assistant.storage.vault.room import DOCUMENT, TABLE
from gk_assistant.storage.vault.vault import Vault

FORM = "Säkerhetskopians innehåll har fel form. Använd en annan kopia."


def read_backup(source: Path, secret: str | None, vault: Vault | None, disk: Disk) -> Opened:
    """Read and open a backup, with the vault's own key where it is that vault's.

    Raises :class:`WrongSecret`, :class:`NewerVault` and :class:`BackupFault`.
    """
    try:
        data = disk.read(source)
    except OSError as error:
        raise BackupFault(disk_sentence(error, source)) from error
    known = (vault.room.vault_id, vault.room.key) if vault is not None else None
    return opened(data, secret, known)


def ends(backup: Opened) -> tuple[Member, Member]:
    """Read a backup through and return its first and last member; raises :class:`BackupFault` on any damage."""
    first = last = None
    for member in backup.members():
        first, last = first or member, member
    if first is None or last is None:
        raise BackupFault(FORM)
    made_at(first)
    return first, last


def files_in(backup: Opened) -> Iterator[Member]:
    """Return the members that are files of the vault."""
    return (member for member in backup.members() if member.slag == FILE)


def cases_in(backup: Opened) -> Iterator[Member]:
    """Return the members that are cases."""
    return (member for member in files_in(backup) if member.said.get("sort") == JournalKind.CASE)


def made_at(first: Member) -> datetime:
    """Return when a backup was made, out of its first member; raises :class:`BackupFault`."""
    try:
        return datetime.fromisoformat(str(first.said["gjord"]))
    except (KeyError, ValueError):
        raise BackupFault(FORM) from None


def left_out(last: Member) -> tuple[str, ...]:
    """Return what could not be read when a backup was made, out of its last member (Swedish)."""
    return tuple(str(what) for what in last.said.get("utelamnat", ()))


def case_of(member: Member) -> Case:
    """Return the case in a member; raises :class:`BackupFault`."""
    try:
        document = msgspec.json.decode(member.content)[TABLE][DOCUMENT]
        return from_document(document, case_id=str(document["id"]))
    except (msgspec.DecodeError, LookupError, TypeError, FileFault):
        raise BackupFault(FORM) from None


def count(number: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many}"


def cases_said(number: int) -> str:
    """Return how many cases, in Swedish."""
    return count(number, "ärende", "ärenden")
