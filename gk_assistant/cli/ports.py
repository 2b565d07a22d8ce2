"""What the commands need from the floors beside them; ``bootstrap`` is the real house."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gk_assistant.cli.gate import Gate
from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.learning import Learner
from gk_assistant.conversation.ports import IcfStore, QuestionSource
from gk_assistant.conversation.safekeeping import CopySeen, Keeping, OpenVault
from gk_assistant.conversation.standing import Safe
from gk_assistant.conversation.trail import Deed
from gk_assistant.documents.export import Index
from gk_assistant.documents.kalender import Entry
from gk_assistant.documents.model import Document
from gk_assistant.domain.cases import Case
from gk_assistant.language.icf_titles import IcfList

if TYPE_CHECKING:  # 7 × ``python -c pass`` that only practising needs
    from gk_assistant.domain.rehearsals import Rehearsal, Setting
    from gk_assistant.rehearsal.practice import Practice


class OpenWorkshop(Protocol):
    """A session folder made ready to work in."""

    @property
    def desk(self) -> Desk:
        """The desk over the folder's cases."""
        ...

    @property
    def ear(self) -> Ear:
        """What the program understands of Swedish."""
        ...

    @property
    def folder(self) -> Path:
        """The session folder."""
        ...

    @property
    def safe(self) -> Safe | None:
        """The vault that the cases lie in; ``None`` where they lie open."""
        ...

    @property
    def remarks(self) -> tuple[str, ...]:
        """What there was to say about the folder when it was opened, in sentences."""
        ...

    def note(self, deed: Deed, *, case_id: str, what: str = "", form: str = "") -> None:
        """Leave a line in the vault's trail, where there is a vault; says on stderr when it could not be left."""
        ...

    def practice(self, *, trainee: str = "") -> "Practice":
        """Return where one practises, with the folder's own rehearsals; new ones get the trainee's code."""
        ...


class IcfShelf(IcfStore, Protocol):
    """The loaded ICF titles, and the reading of a downloaded list."""

    def read(self, path: Path) -> IcfList:
        """Read a downloaded list; nothing is kept yet. Raises :class:`StoreFault`."""
        ...


class Vaults(Protocol):
    """Folders with and without a vault. Its methods raise :class:`StoreFault`."""

    def hint(self, passphrase: str) -> str:
        """Return how strong a passphrase is and an advice, in sentences."""
        ...

    def create(self, folder: Path, passphrase: str) -> tuple[OpenVault, str]:
        """Make a vault in a folder and return it open, and its recovery key."""
        ...

    def open(self, folder: Path, secret: str) -> OpenVault:
        """Open a vault; raises :class:`~gk_assistant.conversation.standing.WrongSecret`."""
        ...

    def preview(self, source: Path, secret: str) -> CopySeen:
        """Read a backup through and tell what is in it; raises ``WrongSecret``."""
        ...

    def restore(self, source: Path, secret: str, folder: Path) -> Sequence[str]:
        """Make a vault out of a backup in an empty folder and tell of it, in sentences."""
        ...

    def lock_state(self, folder: Path) -> str:
        """Say whether a program has the vault open."""
        ...


class House(Protocol):
    """Every floor that the commands may not see. Its methods raise :class:`StoreFault`."""

    @property
    def vaults(self) -> Vaults:
        """Folders with and without a vault."""
        ...

    @property
    def gate(self) -> Gate:
        """Where the passphrase is asked for."""
        ...

    @property
    def asks_for_vault(self) -> bool:
        """Whether a vault is offered where cases lie open; the user may have said no in the settings."""
        ...

    def keeping(self, folder: Path) -> Keeping:
        """Return how the cases of a folder are kept."""
        ...

    def plain_cases(self, folder: Path) -> int:
        """Return how many cases lie in a folder as plain files."""
        ...

    def session_folder(self, chosen: Path | None) -> Path:
        """Return the session folder that was chosen, or the usual one."""
        ...

    def workshop(
        self, folder: Path | None, *, bank_folder: Path | None, vault: OpenVault | None = None
    ) -> AbstractContextManager[OpenWorkshop]:
        """Open a session folder (``None``: ./sessions) and close it afterwards.

        Asks for the passphrase where there is a vault, unless the open ``vault`` is handed over.
        """
        ...

    def demo(self, *, bank_folder: Path | None) -> AbstractContextManager[OpenWorkshop]:
        """Open a throw-away folder with the fictive cases, which is gone afterwards."""
        ...

    def draw(  # where one begins
        self,
        workshop: OpenWorkshop,
        *,
        start: str | None,
        demo: bool,
        rehearse: "Setting | bool | None" = None,
        trainee: str = "",
    ) -> None:
        """Run the app on the screen, in a case's next meeting when ``start`` is its id.

        ``rehearse`` goes to the list of personas, or straight into a rehearsal; ``trainee`` is the code for comparing.
        """
        ...

    def practice(self, bank_folder: Path | None) -> "Practice":
        """Return where one practises without anything being kept."""
        ...

    def source(self, bank_folder: Path | None) -> QuestionSource:
        """Return the question bank alone."""
        ...

    def learner(self, folder: Path) -> Learner:
        """Return what has been learnt in a session folder, to be read only."""
        ...

    def icf(self) -> IcfShelf:
        """Return the official ICF titles that the user has loaded."""
        ...

    def new_persona(self, bank_folder: Path | None, name: str) -> Path | None:
        """Write the skeleton of a persona into the own bank folder; ``None`` when there is no such folder named."""
        ...

    def bank_faults(self, bank_folder: Path | None) -> tuple[str, ...]:
        """Return every fault of the bank as a line with file, line, key and cure."""
        ...

    def text(self, document: Document) -> str:
        """Return a paper as plain text."""
        ...

    def in_form(self, document: Document, form: str) -> bytes:
        """Return a paper as the bytes of a file, in a form by its id."""
        ...

    def calendar(self, entries: Sequence[Entry]) -> bytes:
        """Return a calendar file."""
        ...

    def index(self, index: Index) -> Mapping[str, bytes]:
        """Return the index of an export as files, by their names."""
        ...

    def show(self, document: Document) -> None:
        """Print a paper on the terminal, with its colours where the terminal has them."""
        ...

    def save(self, path: Path, data: bytes, *, overwrite: bool) -> None:
        """Write a file."""
        ...

    def save_all(self, folder: Path, files: Mapping[str, bytes], *, overwrite: bool) -> tuple[Path, ...]:
        """Write files into a folder that is made for them, or may be written over; return their paths."""
        ...

    def case_data(self, case: Case) -> dict[str, object]:
        """Return a case as plain data for JSON."""
        ...

    def rehearsal_data(self, rehearsal: "Rehearsal") -> bytes:
        """Return a rehearsal without its notes as JSON, as ``docs/ovning-json.md`` promises it."""
        ...

    def read_rehearsals(self, folder: Path) -> "tuple[tuple[Rehearsal, ...], tuple[str, ...]]":
        """Return the rehearsals of the JSON files in a folder, and a sentence for each file that holds none."""
        ...
