"""What the tests of the planning share: a case at GK2, a disk that can be full, keys, and what stands on the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from textual.pilot import Pilot

from gk_assistant.conversation.planning import Planning
from gk_assistant.conversation.ports import CaseStore, Shelf, StoreFault
from gk_assistant.conversation.way import Place
from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.domain.meetings import ClockStep
from gk_assistant.domain.notes import Mark, Note
from gk_assistant.tui.screens.planning import PlanningScreen
from tests.tui.support import House, house

NOTE = "behöver någon med sig till nya ställen"


class Disk:
    """A real store on a disk that can fill up."""

    def __init__(self, store: CaseStore) -> None:
        """Stand before a store."""
        self.store = store
        self.full = False

    @property
    def read_only(self) -> str | None:
        """As the store has it."""
        return self.store.read_only

    def shelf(self) -> Shelf:
        """As the store has it."""
        return self.store.shelf()

    def load(self, case_id: str) -> Case:
        """As the store has it."""
        return self.store.load(case_id)

    def save(self, case: Case) -> None:
        """Save, unless the disk is full."""
        if self.full:
            raise StoreFault("Disken är full. Frigör plats och försök igen.")
        self.store.save(case)

    def close(self) -> None:
        """As the store has it."""
        self.store.close()


@dataclass
class Room:
    """The program with the planning open."""

    built: House
    disk: Disk
    pilot: Pilot[str]
    planning: Planning

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self.built.desk.case

    @property
    def on_disk(self) -> Case:
        """The case as it was saved."""
        return self.disk.load(self.case.id)

    @property
    def screen(self) -> PlanningScreen:
        """The planning."""
        screen = self.built.app.screen
        assert isinstance(screen, PlanningScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Press keys; ``=words`` types words."""
        for key in keys:
            typed = [{" ": "space"}.get(sign, sign) for sign in key[1:]] if key.startswith("=") else [key]
            await self.pilot.press(*typed)
        await self.pilot.pause()

    def painted(self) -> str:
        """Return what stands on the screen, rows and gaps run together."""
        strips = self.built.app.screen._compositor.render_strips()
        return " ".join(" ".join("".join(segment.text for segment in strip) for strip in strips).split())


@asynccontextmanager
async def room(folder: Path, *, kind: CaseKind = CaseKind.SP, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Room]:
    """Open the planning in the GK2 of a case whose GK1 holds one note marked as a need."""
    built = house(folder)
    desk = built.desk
    disk = Disk(desk.store)
    desk.store = disk
    desk.new_case(label="Blåklint 7", kind=kind)
    note = Note(id="n1", ruta="vardag", text=NOTE, at=datetime(2026, 10, 20, 9, tzinfo=UTC), mark=Mark.BEHOV)
    first = desk.case.meetings[0]
    desk.in_meeting(first.id, "gk1", lambda known: known.with_note(note).ticked(ClockStep.SLUT, note.at))
    Planning(desk, first.id).place(2.0, day=date(2026, 10, 20), words="Om jag får börja sent")
    second = desk.add_meeting()
    try:
        async with built.app.run_test(size=size) as pilot:
            built.app.open_place(Place.PLANERING)
            await pilot.pause()
            yield Room(built=built, disk=disk, pilot=pilot, planning=Planning(desk, second.id))
    finally:
        desk.store.close()
