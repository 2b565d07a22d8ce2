"""What the tests of the case's page, the papers and the paper way share: an open screen, keys, a disk that can fill."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Label

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ports import CaseStore, Shelf, StoreFault
from gk_assistant.conversation.standing import Safe
from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.domain.meetings import Meeting
from tests.tui.support import House, house, shown


class FillingStore:
    """A real store on a disk that is full while told so."""

    def __init__(self, store: CaseStore) -> None:
        """Stand before a store."""
        self._store = store
        self.full = False

    @property
    def read_only(self) -> str | None:
        """As the store has it."""
        return self._store.read_only

    def shelf(self) -> Shelf:
        """As the store has it."""
        return self._store.shelf()

    def load(self, case_id: str) -> Case:
        """As the store has it."""
        return self._store.load(case_id)

    def save(self, case: Case) -> None:
        """Save, unless the disk is full."""
        if self.full:
            raise StoreFault("Disken är full. Frigör plats och försök igen.")
        self._store.save(case)

    def close(self) -> None:
        """As the store has it."""
        self._store.close()


@dataclass
class Opened:
    """A screen that has been opened over a case."""

    built: House
    pilot: Pilot[str]
    store: FillingStore

    @property
    def case(self) -> Case:
        """The case as it is on disk."""
        return self.store.load(self.built.desk.case.id)

    @property
    def meeting(self) -> Meeting:
        """The first meeting as it is on disk."""
        return self.case.meetings[0]

    @property
    def picture(self) -> str:
        """What the screen shows, its blanks made one."""
        return " ".join(shown(self.built.app).split())

    @property
    def word(self) -> str:
        """The word above the footer of the lowest screen that has one."""
        return str(self.built.app.screen.query_one("#word", Label).content)

    @property
    def line(self) -> str:
        """What stands on the line that has the focus."""
        line = self.built.app.focused
        return line.value if isinstance(line, Input) else ""

    async def press(self, *keys: str) -> None:
        """Press keys one by one."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def enter(self, words: str) -> None:
        """Put words in place of what stands on the line, and press Enter."""
        line = self.built.app.focused
        assert isinstance(line, Input)
        line.value = words
        await self.press("enter")

    async def paste(self, text: str) -> None:
        """Paste into what has the focus."""
        self.built.app.post_message(events.Paste(text))
        await self.pilot.pause()
        await self.pilot.pause()


@asynccontextmanager
async def opened(
    folder: Path,
    screen: Callable[[], Screen[Any]],
    *,
    prepare: Callable[[Desk], object] = lambda _: None,
    size: tuple[int, int] = (80, 24),
    safe: Safe | None = None,
) -> AsyncIterator[Opened]:
    """Open a screen over a new case, in a vault when there is a ``safe``."""
    built = house(folder, safe=safe)
    desk = built.desk
    store = FillingStore(desk.store)
    desk.store = store
    desk.new_case(label="Ask [b]", kind=CaseKind.SP)
    prepare(desk)
    desk._done.clear()
    try:
        async with built.app.run_test(size=size) as pilot:
            built.app.push_screen(screen())
            await pilot.pause()
            yield Opened(built=built, pilot=pilot, store=store)
    finally:
        store.close()
