"""How a folder of cases is kept, and an open vault as the commands see it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from gk_assistant.conversation.ports import CaseStore, LearntStore
from gk_assistant.conversation.standing import Safe
from gk_assistant.conversation.trail import Trail
from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Role


class Keeping(StrEnum):
    """How the cases of a folder lie there."""

    NONE = "inga"
    """No cases at all: an empty folder, or none."""
    PLAIN = "oppet"
    """As files that anybody can read."""
    VAULT = "valv"
    HEADLESS = "utan huvud"
    """A vault's files without the header that opens them."""


class Holder(Protocol):
    """Something that opens the vault: a passphrase (``losenfras``) or the recovery key (``aterstallning``)."""

    @property
    def id(self) -> str:
        """What it is called in the header."""
        ...

    @property
    def kind(self) -> str:
        """Which of the two it is."""
        ...


class Keys(Protocol):
    """An open vault's keys. Every method raises :class:`~gk_assistant.conversation.ports.StoreFault`."""

    @property
    def slots(self) -> Sequence[Holder]:
        """What opens the vault."""
        ...

    @property
    def opened_by(self) -> Holder | None:
        """What opened it this time."""
        ...

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved, or ``None``."""
        ...

    def add_passphrase(self, passphrase: str) -> str:
        """Let one more passphrase open the vault; return its id."""
        ...

    def change_passphrase(self, passphrase: str) -> str:
        """Put a passphrase in the place of the one that opened the vault; return its id."""
        ...

    def remove_passphrase(self, slot: str) -> None:
        """Let a passphrase open the vault no longer."""
        ...

    def new_recovery_key(self) -> str:
        """Return a new recovery key; the old one opens nothing from now on."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of plain files that were taken into a vault: how many cases, and the files left as they were.

    ``left`` holds a sentence for each file that still lies open and why.
    """

    cases: int = 0
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check of the vault found: how many files are sound, what is wrong and its cure, and other remarks."""

    cases: int
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySeen:
    """What is in a backup, in sentences; ``differing`` has the id and label of each case that is not the same here."""

    words: tuple[str, ...]
    differing: Mapping[str, str]


class OpenVault(CaseStore, Safe, Trail, Protocol):
    """An open vault: its cases, its lock, its trail, its keys. Its methods raise ``StoreFault``."""

    @property
    def keys(self) -> Keys:
        """What opens it."""
        ...

    @property
    def learnt(self) -> LearntStore:
        """What the user has taught the program, kept in it."""
        ...

    def arrive(self, role: Role) -> Sequence[str]:
        """Do what is due when somebody has come in, and return what there is to say of it, in sentences.

        What was interrupted (a cleaning, files to be taken in) goes on; the trail gets its line.
        """
        ...

    def take_in(self) -> TakenIn:
        """Take them in, see that they are the same, and take them away."""
        ...

    def check(self) -> Checked:
        """Read every file and tell what is wrong."""
        ...

    def labels(self) -> Mapping[str, str]:
        """Return the label of each case by its id, of damaged ones too."""
        ...

    def former(self, case_id: str) -> Case:
        """Return a case's former state."""
        ...

    def restore_previous(self, case_id: str) -> Case:
        """Take back a case's former state and return it."""
        ...

    def back_up(self, target: Path) -> Sequence[str]:
        """Put the whole vault in one encrypted file and return the receipt, in sentences."""
        ...

    def preview(self, source: Path, secret: str | None) -> CopySeen:
        """Hold a backup against the vault; ``secret`` opens a backup of another vault. Raises ``WrongSecret``."""
        ...

    def bring_back(self, source: Path, secret: str | None, case_ids: Collection[str]) -> int:
        """Take cases out of a backup and return how many."""
        ...

    def hindrance_to_clean(self, case_id: str) -> str | None:
        """Return why a case should not be cleaned yet, or ``None``."""
        ...

    def clean(self, case_id: str) -> Sequence[str]:
        """Overwrite and remove a case and return the receipt, in sentences."""
        ...


RECOVERY = "aterstallning"
"""The kind of the recovery key."""

HEADLESS = (
    "I {folder} ligger ett valvs filer, men filen valv som öppnar dem saknas. Lägg tillbaka den från en säkerhetskopia."
)
UNPROTECTED = "Ärendena här är inte krypterade. gk valv skapa flyttar in dem i ett valv."
"""The quiet warning where cases lie open."""
