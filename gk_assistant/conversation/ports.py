"""What the conversation needs from the world, as protocols; ``bootstrap`` passes the real things in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from gk_assistant.conversation.case_rows import CaseRow, row_of
from gk_assistant.domain.bank import Bank, Guide, Question
from gk_assistant.domain.cases import Case
from gk_assistant.domain.learnt import Learnt


class StoreFault(Exception):
    """Something could not be read or saved. The text is a whole Swedish sentence that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedCase:
    """A file that could not be read: its name, what is wrong, and what can be done (Swedish sentences).

    ``case_id`` is the case that was in it, where that is known.
    """

    file: str
    fault: str
    cure: str
    case_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All cases of a session folder, latest changed first, and the files that could not be read.

    ``rows`` is what a list shows; no case need be opened for it. ``opener`` opens one, as the store's ``load`` does.
    """

    rows: Sequence[CaseRow]
    opener: Callable[[str], Case] = field(compare=False, repr=False)
    damaged: tuple[DamagedCase, ...] = ()

    @classmethod
    def of(cls, cases: Iterable[Case], damaged: tuple[DamagedCase, ...] = ()) -> "Shelf":
        """Return the shelf of cases that are in memory already."""
        known = {case.id: case for case in cases}
        return cls(rows=tuple(map(row_of, known.values())), opener=known.__getitem__, damaged=damaged)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Every case, each opened now; one that cannot be is left out, and stands among the damaged next time."""
        opened = []
        for row in self.rows:
            with suppress(StoreFault):
                opened.append(self.opener(row.id))
        return tuple(opened)


class CaseStore(Protocol):
    """Where cases are kept. A save has reached the disk when it returns."""

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved (a Swedish sentence), or ``None`` when all is well."""
        ...

    def shelf(self) -> Shelf:
        """Return every case; never raises for a single bad file."""
        ...

    def load(self, case_id: str) -> Case:
        """Return one case; raises :class:`StoreFault`."""
        ...

    def save(self, case: Case) -> None:
        """Put a case on disk; raises :class:`StoreFault`, and then nothing has changed."""
        ...

    def close(self) -> None:
        """Let go of the lock."""
        ...


class LearntStore(Protocol):
    """Where what the user has taught the program is kept: on this machine only, as private as the cases."""

    def load(self) -> Learnt:
        """Return what has been learnt, nothing when there is nothing yet; raises :class:`StoreFault`."""
        ...

    def save(self, learnt: Learnt) -> None:
        """Put it on disk; raises :class:`StoreFault`, and then nothing has changed."""
        ...


class IcfStore(Protocol):
    """Where the official ICF titles are that the user has loaded; they hold no personal data."""

    def load(self) -> Mapping[str, str]:
        """Return the titles by code, none when no list has been loaded; raises :class:`StoreFault`."""
        ...

    def save(self, titles: Mapping[str, str]) -> None:
        """Keep the titles in place of those there were; raises :class:`StoreFault`."""
        ...

    def forget(self) -> bool:
        """Take the titles away; returns whether there were any. Raises :class:`StoreFault`."""
        ...


class QuestionSource(Protocol):
    """Where the questions come from."""

    def bank(self) -> Bank:
        """Return the bank's heads."""
        ...

    def questions(self, ruta_id: str) -> tuple[Question, ...]:
        """Return the questions of a ruta (of all its members, when it is a joined one)."""
        ...

    def guide(self) -> Guide:
        """Return the follow-ups that belong to no single question."""
        ...

    def lexicon(self) -> Mapping[str, Mapping[str, object]]:
        """Return the language floor's data: file name without ending → its parsed contents."""
        ...

    def knowledge(self) -> Mapping[str, object]:
        """Return the answers about the method, parsed; read when they are first asked for."""
        ...


class Now(Protocol):
    """The time, timezone-aware."""

    def __call__(self) -> datetime:
        """Return the present moment."""
        ...


class FreeDay(Protocol):
    """Whether a day is free from work: a weekend, a red day, or an eve that is treated as one."""

    def __call__(self, day: date) -> bool:
        """Return whether nobody is at work on the day."""
        ...


class NewId(Protocol):
    """Chance: short unique ids."""

    def __call__(self) -> str:
        """Return an id that has not been used."""
        ...
