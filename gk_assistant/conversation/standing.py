"""Where the user stands in the program, and the safe that remembers it: a start after a break goes back there."""

from dataclasses import dataclass
from typing import Protocol

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Recorder
from gk_assistant.conversation.way import Place

LONGEST_WAIT = 30
"""Seconds that a wrong passphrase costs at most."""


def wait_after(wrong: int) -> int:
    """Return the seconds to wait after some wrong passphrases: 1, 2, 4 … and never more than half a minute."""
    return min(1 << max(wrong - 1, 0), LONGEST_WAIT)


class WrongSecret(StoreFault):
    """The passphrase, or the recovery key, is not one of the vault's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one stands: a case's id, the screen, the half-written line of the screen.

    ``title`` and ``text`` are those of a longer text that is being written over the screen. All are empty when one
    stands in the list of cases with nothing half-written.
    """

    case: str = ""
    place: Place | None = None
    line: str = ""
    title: str = ""
    text: str = ""

    @property
    def unfinished(self) -> bool:
        """Whether something typed has not been sent."""
        return bool(self.line or self.text)


class Safe(Recorder, Protocol):
    """An open vault as the screens see it, its trail included. Its methods raise :class:`StoreFault`."""

    @property
    def lock_after(self) -> float:
        """Seconds without a key until the screen is locked; 0 never."""
        ...

    def standing(self) -> Standing | None:
        """Return where one stood when the program last stopped, or ``None``."""
        ...

    def keep_standing(self, standing: Standing | None) -> None:
        """Remember where one stands, encrypted; it has reached the disk when this returns."""
        ...

    def lock(self) -> None:
        """Wipe the keys: nothing can be read or saved until :meth:`unlock`."""
        ...

    def unlock(self, secret: str) -> None:
        """Take the keys back; raises :class:`WrongSecret`. Slow on purpose (key derivation)."""
        ...
