"""What the screens are given: the desk, the ear, and hands for papers and settings that live on other floors."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.standing import Safe

if TYPE_CHECKING:  # 13 ms of the start that the first screen does not need
    from rich.console import RenderableType

    from gk_assistant.documents.model import Document
    from gk_assistant.rehearsal.practice import Practice


class PaperHands(Protocol):
    """Turns a paper into something to see or to keep."""

    def picture(self, document: "Document", *, width: int) -> "RenderableType":
        """Return the paper for a screen of some columns."""
        ...

    def text(self, document: "Document") -> str:
        """Return the paper as plain text."""
        ...

    def in_form(self, document: "Document", form: str) -> bytes:
        """Return the paper as the bytes of a file, in a form by its id; raises :class:`StoreFault`."""
        ...

    def file_name(self, document: "Document", label: str, ending: str) -> str:
        """Return a proposed file name."""
        ...

    def save(self, path: Path, data: bytes, *, overwrite: bool = False) -> None:
        """Write a file; raises :class:`StoreFault`."""
        ...


class SettingsHands(Protocol):
    """The user's own choices, kept between starts."""

    @property
    def theme(self) -> str:
        """``ljust``, ``morkt`` or ``kontrast``."""
        ...

    @property
    def keys(self) -> dict[str, str]:
        """Re-mapped commands: id → key."""
        ...

    @property
    def complaint(self) -> str:
        """What was wrong with the settings file, in a sentence; empty when all was well."""
        ...

    def keep_theme(self, name: str) -> None:
        """Remember the theme; raises :class:`StoreFault`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything the screens need. ``demo`` says in words that the cases are fictive; ``safe`` is the vault, if any.

    ``practice`` is where one practises; without it there is nobody to practise on.
    """

    desk: Desk
    ear: Ear
    papers: PaperHands
    settings: SettingsHands
    safe: Safe | None = None
    practice: "Practice | None" = None
    demo: bool = False
    fixed_clock: bool = False
