"""The way out of the talk: Esc closes what is open, then asks, then leaves; what was answered is kept till then."""

from typing import ClassVar
from weakref import WeakKeyDictionary

from textual import events, on
from textual.widgets import Input

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.stream import Entry
from gk_assistant.tui.commands import COMMANDS, key_words
from gk_assistant.tui.screens.base import GkScreen, Tone

_USUAL = {command.id: command.key for command in COMMANDS}
_SAID: WeakKeyDictionary[Desk, dict[tuple[str, str], list[Entry]]] = WeakKeyDictionary()
"""Requests and answers by desk, then by the ids of case and meeting: in memory only, and gone with the desk."""


def said_in(desk: Desk, meeting: str) -> list[Entry]:
    """Return the list of what was asked and answered in a meeting of the open case since the program started."""
    return _SAID.setdefault(desk, {}).setdefault((desk.case.id, meeting), [])


class Leaving(GkScreen):
    """The part of the talk's screen that leaves: in the list behind it every label can be read by whoever looks on.

    The first Esc asks and the second leaves, unless another key came between them.
    """

    BACK: ClassVar[str] = "samtal.tillbaka"
    """The command that leaves."""
    LEFT: ClassVar[str] = "samtalet"
    """What is left, in the definite form."""
    _asked_over: str | None = None
    """What stood in the line when it was asked; ``None`` when it isn't asked."""

    def say(self, words: str, tone: Tone = "plain") -> None:
        """Show a word; the question stands no longer than its sentence."""
        self._asked_over = None
        super().say(words, tone)

    def on_key(self, event: events.Key) -> None:
        """Take the question back at any key but the one that answers it."""
        if self._asked_over is not None and event.key not in self._back_keys:
            self.say("")

    @on(Input.Changed)
    def _written_on(self, event: Input.Changed) -> None:
        """Take the question back when somebody writes on."""
        if self._asked_over not in (None, event.value):
            self.say("")

    def action_back(self) -> None:
        """Close the reasons; else ask, and go back when that has been asked."""
        line = self.half_written()
        if self.close_open():
            self.say("")
        elif self._asked_over == line:
            super().action_back()
        else:
            self.say(f"Tryck {key_words(self._back_keys[0])} en gång till för att lämna {self.LEFT}.")
            self._asked_over = line

    def close_open(self) -> bool:
        """Close what is open over the talk; say whether there was anything."""
        return False

    @property
    def _back_keys(self) -> list[str]:
        """The keys that leave, the user's own counted."""
        own: dict[str, str] = getattr(self.app, "keys", {})
        return own.get(self.BACK, _USUAL[self.BACK]).split(",")
