"""Whole stand-ins for the ports; they keep the same promises as the real ones."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from gk_assistant.conversation.ports import Shelf, StoreFault
from gk_assistant.domain.cases import Case


class MemoryStore:
    """Cases in memory, as :class:`~gk_assistant.conversation.ports.CaseStore`.

    Set ``fault`` to a sentence to make every save fail, as a full disk does; ``saves`` counts those that went well.
    """

    def __init__(self, cases: Iterable[Case] = ()) -> None:
        """Begin with some cases."""
        self._cases = {case.id: case for case in cases}
        self.fault: str | None = None
        self.saves = 0

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved: never, here."""
        return None

    def shelf(self) -> Shelf:
        """Return every case, latest changed first."""
        latest = sorted(
            self._cases.values(), key=lambda case: ((case.changed or case.created).timestamp(), case.id), reverse=True
        )
        return Shelf.of(latest)

    def load(self, case_id: str) -> Case:
        """Return one case; raises :class:`StoreFault` when there is none."""
        try:
            return self._cases[case_id]
        except KeyError:
            raise StoreFault(f"Ärendet {case_id} finns inte.") from None

    def save(self, case: Case) -> None:
        """Keep a case; raises :class:`StoreFault` while ``fault`` is set or a text cannot be written as UTF-8."""
        if self.fault is not None:
            raise StoreFault(self.fault)
        try:
            json.dumps(asdict(case), ensure_ascii=False, default=str).encode()
        except UnicodeEncodeError:
            raise StoreFault("Texten innehåller ett trasigt tecken. Ta bort det och försök igen.") from None
        self._cases[case.id] = case
        self.saves += 1

    def close(self) -> None:
        """Let go of nothing."""


class SteppingClock:
    """A clock that stands still until it is moved: every reading is the same, timezone-aware moment."""

    def __init__(self, start: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) -> None:
        """Stand at a moment."""
        self.moment = start

    def __call__(self) -> datetime:
        """Return the present moment."""
        return self.moment

    def step(self, minutes: float) -> None:
        """Move on (or back)."""
        self.moment += timedelta(minutes=minutes)


class CountingIds:
    """Ids in order: ``a1``, ``a2`` and so on."""

    def __init__(self, letter: str = "a") -> None:
        """Begin at one."""
        self._letter = letter
        self._given = 0

    def __call__(self) -> str:
        """Return the next id."""
        self._given += 1
        return f"{self._letter}{self._given}"
