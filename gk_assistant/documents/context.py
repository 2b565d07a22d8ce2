"""What every builder is given beside the case: the bank's words, the time, and which meeting is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from gk_assistant.documents.dates import long_date
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.papers import LANGUAGES, SWEDISH, PaperText

COMMON = "gemensamt"
"""The wording that papers share: names of days, months and roles."""


class PaperFault(Exception):
    """A paper that cannot be made. The text is a whole Swedish sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The bank, the moment the paper is made, the id (or title, such as GK1) of the meeting, and the language."""

    bank: Bank
    now: datetime
    meeting_id: str | None = None
    lang: str = SWEDISH

    def words(self, paper_id: str) -> PaperText:
        """Return a paper's fixed wording; raises :class:`PaperFault` when it is not there in the language."""
        try:
            return self.bank.papers[paper_id].texts[self.lang]
        except KeyError:
            raise PaperFault(f"Papperet finns inte på {language_name(self.lang)}.") from None

    @property
    def common(self) -> PaperText:
        """The words that papers share."""
        return self.words(COMMON)

    def long_date(self, day: date) -> str:
        """Return a day with its weekday, in the language of the paper."""
        if self.lang == SWEDISH:
            return long_date(day)
        common = self.common
        return common.say(
            "datum",
            veckodag=common.lines("veckodagar")[day.weekday()],
            dag=str(day.day),
            manad=common.lines("manader")[day.month - 1],
            ar=str(day.year),
        )

    def day_month(self, day: date) -> str:
        """Return a day and its month, "3 november", in the language of the paper."""
        common = self.common
        return common.say("dag_manad", dag=str(day.day), manad=common.lines("manader")[day.month - 1])

    def period(self, start: date, end: date) -> str:
        """Return "3 november – 2 december 2026", the year said once where one is enough, in the paper's language."""
        first = self.day_month(start) if start.year == end.year else f"{self.day_month(start)} {start.year}"
        return f"{first} – {self.day_month(end)} {end.year}"

    def listed(self, items: Sequence[str]) -> str:
        """Return "a, b och c", in the language of the paper."""
        if len(items) < 2:  # noqa: PLR2004
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.common.say('och')} {items[-1]}"


def language_name(code: str) -> str:
    """Return what a language is called in Swedish, or its code."""
    return LANGUAGES[code].name if code in LANGUAGES else code


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
