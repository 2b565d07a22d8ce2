"""What every builder is given beside the case: the bank's words, the time, and which meeting is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from gk_assistant.domain.bank import Bank


class PaperFault(Exception):
    """A paper that cannot be made. The text is a whole Swedish sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The bank, the moment the paper is made, and the id (or title, such as GK1) of the meeting it is about."""

    bank: Bank
    now: datetime
    meeting_id: str | None = None


class _MeetingLike(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def notes(self) -> Sequence[object]: ...


M = TypeVar("M", bound=_MeetingLike)


def chosen_meeting(meetings: Sequence[M], wanted: str | None) -> M | None:
    """Return the wanted meeting; with none wanted, the latest that has notes, else the latest, else ``None``.

    Raises :class:`PaperFault` when there is no such meeting.
    """
    if wanted:
        for meeting in meetings:
            if wanted == meeting.id or wanted.casefold() in (f"gk{meeting.number}", str(meeting.number)):
                return meeting
        raise PaperFault(f"Ärendet har inget möte som heter {wanted}.")
    held = [meeting for meeting in meetings if meeting.notes]
    pick = held or meetings
    return max(pick, key=lambda meeting: meeting.number, default=None)


def ruta_title(bank: Bank, ruta_id: str) -> str:
    """Return a ruta's title, or its id when the bank does not have it any more."""
    try:
        return bank.ruta(ruta_id).title
    except KeyError:
        return ruta_id
