"""The trail: who opened, exported, printed, cleaned or copied what, and when. Never what stands in it.

A case is named by its id alone; its label is looked up when the trail is shown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from gk_assistant.domain.notes import Role


class Deed(StrEnum):
    """What somebody did with the vault or with a case in it."""

    OPENED = "oppnat"
    PRINTED = "skrivit-ut"
    EXPORTED = "exporterat"
    CLEANED = "rensat"
    BACKED_UP = "sakerhetskopierat"
    RESTORED = "aterstallt"
    SECRET_CHANGED = "bytt-nyckel"  # noqa: S105 - the deed's name
    BROKEN = "brutet"
    """The trail before this line could not be read."""


_WORDS: Final = {
    Deed.OPENED: "öppnade",
    Deed.PRINTED: "skrev ut",
    Deed.EXPORTED: "exporterade",
    Deed.CLEANED: "rensade arbetskopian av",
    Deed.BACKED_UP: "säkerhetskopierade",
    Deed.RESTORED: "hämtade tillbaka ur en säkerhetskopia",
    Deed.SECRET_CHANGED: "bytte lösenfras eller återställningsnyckel till",
    Deed.BROKEN: "Spåret före den här raden gick inte att läsa.",
}
_ROLES: Final = {
    Role.FK: "FK",
    Role.AF: "AF",
    Role.DELTAGARE: "Deltagaren",
    Role.SPECIALIST: "Specialisten",
    Role.STODPERSON: "Stödpersonen",
    Role.TOLK: "Tolken",
}
_TERM = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the trail. ``what`` is the id of a paper, ``form`` of a format; ``state`` counts a case's saves.

    ``case_id`` is ``None`` for what concerns the whole vault, ``role`` when it is not known who sat there.
    """

    at: datetime
    deed: Deed
    case_id: str | None = None
    role: Role | None = None
    what: str = ""
    form: str = ""
    state: int = 0

    def __post_init__(self) -> None:
        """Refuse anything but an id where an id belongs, so that no contents can slip in; raises ``ValueError``."""
        if not (_TERM.fullmatch(self.what) and _TERM.fullmatch(self.form)):
            raise ValueError("the trail takes ids of papers and formats, not words")

    def told(self, label: Callable[[str], str | None]) -> str:
        """Return the line in Swedish; ``label`` gives a case's label, ``None`` for one that is no longer there."""
        when = f"{self.at:%Y-%m-%d %H.%M}"
        if self.deed is Deed.BROKEN:
            return f"{when}  {_WORDS[self.deed]}"
        whom = "Någon" if self.role is None else _ROLES[self.role]
        paper = f"{self.what} för " if self.what and self.case_id else self.what and f"{self.what} i "
        thing = "valvet" if self.case_id is None else label(self.case_id) or f"ett ärende som är borta ({self.case_id})"
        form = f" ({self.form})" if self.form else ""
        return f"{when}  {whom} {_WORDS[self.deed]} {paper}{thing}{form}."


class Recorder(Protocol):
    """Takes a line for the trail."""

    def record(
        self, deed: Deed, *, case_id: str | None = None, role: Role | None = None, what: str = "", form: str = ""
    ) -> None:
        """Add a line that is stamped now; on disk when this returns. Raises :class:`StoreFault`."""
        ...


class Trail(Recorder, Protocol):
    """Where the trail is kept; nothing in it is ever changed or taken away."""

    def entries(self) -> tuple[Entry, ...]:
        """Return every line, the oldest first; raises :class:`StoreFault`."""
        ...


class NoTrail:
    """The trail of a folder that is no vault: it keeps nothing, since what it kept could be read by anybody."""

    def record(
        self, deed: Deed, *, case_id: str | None = None, role: Role | None = None, what: str = "", form: str = ""
    ) -> None:
        """Keep nothing."""

    def entries(self) -> tuple[Entry, ...]:
        """Return nothing."""
        return ()
