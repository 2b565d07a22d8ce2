"""A whole program on real storage in a temporary folder, with a clock that stands still; real parts, no mocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text
from textual.app import App

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.learning import Learner
from gk_assistant.conversation.standing import Safe, Standing, WrongSecret
from gk_assistant.conversation.trail import Deed
from gk_assistant.conversation.when import weekend
from gk_assistant.documents.model import Document
from gk_assistant.domain.notes import Role
from gk_assistant.domain.rehearsals import Setting
from gk_assistant.rehearsal.hearing import TraineeEar
from gk_assistant.rehearsal.ports import NothingKept, RehearsalStore
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.rendering.forms import to_bytes
from gk_assistant.rendering.text import to_text
from gk_assistant.storage.bank_reader import TomlBank
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.learnt_file import LearntFile
from gk_assistant.storage.persona_reader import TomlPersonas
from gk_assistant.tui.app import GkApp
from gk_assistant.tui.services import Services
from tests.fakes import CountingIds, SteppingClock

MOMENT = datetime(2026, 11, 3, 10, 0, tzinfo=UTC)


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

    def in_form(self, document: Document, form: str) -> bytes:
        """Return the real file."""
        return to_bytes(document, form, made=datetime(2026, 11, 17, 11, 30, tzinfo=UTC))

    def file_name(self, document: Document, label: str, ending: str) -> str:
        """Return a name."""
        return f"{label} {document.id}.{ending}"

    def save(self, path: Path, data: bytes, *, overwrite: bool = False) -> None:  # noqa: ARG002 - as the port has it
        """Write the file."""
        path.write_bytes(data)
        self.saved.append(path)


@dataclass
class FakeSafe:
    """A vault in memory with one passphrase; ``locked`` is whether its keys are gone."""

    secret: str = "Sju blå gäss"  # noqa: S105 - a fake one
    lock_after: float = 0.0
    locked: bool = False
    stood: Standing | None = None
    trail: list[tuple[Deed, str]] = field(default_factory=list)

    def record(
        self, deed: Deed, *, case_id: str | None = None, role: Role | None = None, what: str = "", form: str = ""
    ) -> None:
        """Remember what was done, in words of ids."""
        assert case_id is not None
        assert role is not None
        self.trail.append((deed, f"{what}.{form}"))

    def standing(self) -> Standing | None:
        """Return where one stood."""
        return self.stood

    def keep_standing(self, standing: Standing | None) -> None:
        """Remember where one stands."""
        assert not self.locked, "nothing can be kept without keys"
        self.stood = standing

    def lock(self) -> None:
        """Throw the keys away."""
        self.locked = True

    def unlock(self, secret: str) -> None:
        """Take the keys back."""
        if secret != self.secret:
            raise WrongSecret("Lösenfrasen stämmer inte.")
        self.locked = False


@dataclass
class House:
    """The program and what a test wants to look at."""

    app: GkApp
    desk: Desk
    watch: SteppingClock
    folder: Path
    services: Services


def practice(source: TomlBank, watch: SteppingClock, store: RehearsalStore | None = None) -> Practice:
    """Return where one practises, with the shipped people and the real ear; kept only in memory."""
    return Practice(
        personas=TomlPersonas(),
        store=store or NothingKept(),
        source=source,
        hearer=lambda: TraineeEar.from_data(source.lexicon(), rutor=source.bank().rutor),
        now=watch,
        new_id=CountingIds("ovning"),
        author=Role.FK,
        is_free=weekend,
    )


def house(  # noqa: PLR0913 - what a start may be given
    folder: Path,
    *,
    start: str | None = None,
    settings: Settings | None = None,
    safe: Safe | None = None,
    rehearsals: RehearsalStore | None = None,
    rehearse: Setting | bool | None = None,
) -> House:
    """Build the program over a folder."""
    source = TomlBank()
    watch = SteppingClock(MOMENT)
    learner = Learner(LearntFile(folder))
    desk = Desk(
        store=TinyCaseStore(folder), source=source, now=watch, new_id=CountingIds("id"), author=Role.FK, learner=learner
    )
    services = Services(
        desk=desk,
        ear=Ear(source, learner=learner),
        papers=Papers(),
        settings=settings or Settings(),
        safe=safe,
        practice=practice(source, watch, rehearsals),
        fixed_clock=True,
    )
    return House(
        app=GkApp(services, start=start, rehearse=rehearse), desk=desk, watch=watch, folder=folder, services=services
    )


def closing(built: House) -> Iterator[House]:
    """Give a house to a test and let go of its lock afterwards."""
    yield built
    built.desk.store.close()


def typed(text: str) -> tuple[str, ...]:
    """Return a text as the keys that write it."""
    names = {" ": "space", "-": "minus", "+": "plus", '"': "quotation_mark"}
    names |= {"!": "exclamation_mark", "?": "question_mark"}
    return tuple(names.get(char, char) for char in text)


def shown(app: App[str]) -> str:
    """Return the screen as text, line by line."""
    width, height = app.size
    del width
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips[:height])
