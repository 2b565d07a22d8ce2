"""Line mode over a vault: the word *lås* locks it."""

from typing import Final, TextIO

from gk_assistant.cli.gate import Gate
from gk_assistant.cli.line_mode.lines import Lines
from gk_assistant.conversation.standing import Safe

LOCKS: Final = "Skriv lås när du går från datorn. Radläget låser sig inte självt."
_WORDS = ("lås", "las")
_LOCKED = "Valvet är låst. Det som redan står på skärmen finns kvar där; rensa fönstret om någon kan se det."
_OPEN = "Upplåst. Fortsätt där du var."


class LockedLines(Lines):
    """Lines in which *lås*, alone on a line, locks the vault until the passphrase is given."""

    def __init__(self, source: TextIO, target: TextIO, *, safe: Safe, gate: Gate, arrows: bool = False) -> None:
        """Sit down between two streams, with the vault's lock at hand."""
        super().__init__(source, target, arrows=arrows)
        self._safe = safe
        self._gate = gate

    def ask(self, prompt: str) -> str:
        """Ask for a line that is not the word for the lock; raises :class:`EndOfInput`."""
        while True:
            line = super().ask(prompt)
            if line.strip().lower() not in _WORDS:
                return line
            self._safe.lock()
            self.say(_LOCKED)
            self._gate.unlock(self._safe.unlock)
            self.say(_OPEN)
