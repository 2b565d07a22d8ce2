"""The trail in the vault: one line of JSON for each deed, appended to a named value."""

from datetime import datetime
from typing import Final

import msgspec

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed, Entry
from gk_assistant.domain.notes import Role
from gk_assistant.storage.vault.vault import Vault

BLOB: Final = "spar"
_NEWER = "nyare version"


class _Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line as it is stored; ``tid`` is ISO 8601 with offset."""

    tid: datetime
    vad: Deed
    arende: str | None = None
    roll: Role | None = None
    papper: str = ""
    form: str = ""
    lage: int = 0


class VaultTrail:
    """The trail of an open vault, as :class:`~gk_assistant.conversation.trail.Trail`."""

    def __init__(self, vault: Vault) -> None:
        """Take an open vault."""
        self._vault = vault

    def record(
        self, deed: Deed, *, case_id: str | None = None, role: Role | None = None, what: str = "", form: str = ""
    ) -> None:
        """Add a line stamped by the vault's clock; raises :class:`StoreFault`."""
        record(self._vault, deed, case_id=case_id, role=role, what=what, form=form)

    def entries(self) -> tuple[Entry, ...]:
        """Return every line; raises :class:`StoreFault`."""
        return entries(self._vault)


def record(  # noqa: PLR0913 - one field of the line each
    vault: Vault,
    deed: Deed,
    *,
    case_id: str | None = None,
    role: Role | None = None,
    what: str = "",
    form: str = "",
    at: datetime | None = None,
) -> Entry:
    """Add a line to the trail and return it; on disk when this returns. ``at`` is now unless told.

    A trail that is damaged begins anew with a line that says so; what was there stays in the file's former generation.
    Raises :class:`StoreFault`, and :class:`ValueError` when ``what`` or ``form`` are words instead of ids.
    """
    with vault.room.turn:
        entry = Entry(
            at=at or vault.room.now(),
            deed=deed,
            case_id=case_id,
            role=role,
            what=what,
            form=form,
            state=state_of(vault, case_id),
        )
        try:
            vault.blobs.add(BLOB, _bytes(entry))
        except StoreFault as fault:
            if not _damaged(vault, fault):
                raise
            vault.blobs.put(BLOB, _bytes(Entry(at=entry.at, deed=Deed.BROKEN)) + _bytes(entry))
    return entry


def entries(vault: Vault) -> tuple[Entry, ...]:
    """Return every line of the trail, the oldest first; raises :class:`StoreFault`."""
    kept = vault.blobs.get(BLOB) or b""
    try:
        return tuple(_entry(line) for line in kept.splitlines())
    except (msgspec.DecodeError, ValueError):
        raise StoreFault("Spåret har fel form. Resten av valvet påverkas inte.") from None


def state_of(vault: Vault, case_id: str | None) -> int:
    """Return how many times a case's file has been written; 0 when there is no such case."""
    file_id = vault.room.index.file_of(case_id) if case_id is not None else None
    entry = vault.room.index.entry(file_id) if file_id is not None else None
    return entry.number if entry is not None else 0


def _damaged(vault: Vault, fault: StoreFault) -> bool:
    """Whether it was the trail's own contents that failed, not the disk, the lock, or a newer format."""
    if vault.read_only is not None or isinstance(fault.__cause__, OSError) or _NEWER in str(fault):
        return False
    try:
        vault.blobs.get(BLOB)
    except StoreFault as again:
        return not isinstance(again.__cause__, OSError)
    return False


def _bytes(entry: Entry) -> bytes:
    line = _Line(
        tid=entry.at,
        vad=entry.deed,
        arende=entry.case_id,
        roll=entry.role,
        papper=entry.what,
        form=entry.form,
        lage=entry.state,
    )
    return msgspec.json.encode(line) + b"\n"


def _entry(line: bytes) -> Entry:
    kept = msgspec.json.decode(line, type=_Line)
    return Entry(
        at=kept.tid,
        deed=kept.vad,
        case_id=kept.arende,
        role=kept.roll,
        what=kept.papper,
        form=kept.form,
        state=kept.lage,
    )
