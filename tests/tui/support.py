"""A whole program on real storage in a temporary folder, with a clock that stands still; real parts, no mocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ear import Ear
from gk_assistant.documents.model import Document
from gk_assistant.domain.notes import Role
from gk_assistant.rendering.markdown import to_markdown
from gk_assistant.rendering.text import to_text
from gk_assistant.storage.bank_reader import TomlBank
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.tui.app import GkApp
from gk_assistant.tui.services import Services

MOMENT = datetime(2026, 11, 3, 10, 0, tzinfo=UTC)


@dataclass
class Watch:
    """A clock that moves when told to."""

    moment: datetime = MOMENT

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.moment

    def pass_minutes(self, minutes: int) -> None:
        """Move on."""
        self.moment += timedelta(minutes=minutes)


@dataclass
class Counter:
    """Ids that can be told beforehand."""

    count: int = 0

    def __call__(self) -> str:
        """Return the next id."""
        self.count += 1
        return f"id{self.count:04}"


@dataclass
class Settings:
    """Settings kept in memory."""

    theme: str = "ljust"
    keys: dict[str, str] = field(default_factory=dict)
    complaint: str = ""

    def keep_theme(self, name: str) -> None:
        """Remember the theme."""
        self.theme = name


@dataclass
class Papers:
    """Papers as plain text, saved to real files."""

    saved: list[Path] = field(default_factory=list)

    def picture(self, document: Document, *, width: int) -> RenderableType:  # noqa: ARG002 - as the port has it
        """Return the plain text."""
        return Text(to_text(document))

    def text(self, document: Document) -> str:
        """Return the plain text."""
        return to_text(document)

    def markdown(self, document: Document) -> str:
        """Return Markdown."""
        return to_markdown(document)

    def file_name(self, document: Document, label: str, ending: str) -> str:
        """Return a name."""
        return f"{label} {document.id}.{ending}"

    def save(self, path: Path, text: str, *, overwrite: bool = False) -> None:  # noqa: ARG002 - as the port has it
        """Write the file."""
        path.write_text(text, encoding="utf-8")
        self.saved.append(path)


@dataclass
class House:
    """The program and what a test wants to look at."""

    app: GkApp
    desk: Desk
    watch: Watch
    folder: Path
    services: Services


def house(folder: Path, *, start: str | None = None, settings: Settings | None = None) -> House:
    """Build the program over a folder."""
    source = TomlBank()
    watch = Watch()
    desk = Desk(store=TinyCaseStore(folder), source=source, now=watch, new_id=Counter(), author=Role.FK)
    services = Services(
        desk=desk,
        ear=Ear(source),
        papers=Papers(),
        settings=settings or Settings(),
        fixed_clock=True,
    )
    return House(app=GkApp(services, start=start), desk=desk, watch=watch, folder=folder, services=services)


def closing(built: House) -> Iterator[House]:
    """Give a house to a test and let go of its lock afterwards."""
    yield built
    built.desk.store.close()
