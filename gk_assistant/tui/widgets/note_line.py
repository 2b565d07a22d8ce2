"""The one line: while it is empty single keys are commands, once something stands in it they are text."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from gk_assistant.tui.commands import Scope, bindings


class NoteLine(Input):
    """Takes notes and requests. Begin with a space to write a line that starts with a digit or a mark."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.RAD))

    class Key(Message):
        """A command given by a single key on the empty line."""

        def __init__(self, what: str, arg: str = "") -> None:
            """Say which."""
            super().__init__()
            self.what = what
            self.arg = arg

    class Pasted(Message):
        """Several lines were pasted at once."""

        def __init__(self, text: str) -> None:
            """Hold what was pasted."""
            super().__init__()
            self.text = text

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__(id=id, compact=True, select_on_focus=False)

    def _command_keys(self) -> frozenset[str]:
        return frozenset(key for key in self._bindings.key_to_bindings if self._is_character(key))

    @staticmethod
    def _is_character(key: str) -> bool:
        return len(key) == 1 or key in ("plus", "minus", "exclamation_mark", "question_mark")

    async def _on_key(self, event: events.Key) -> None:
        """Let a command key through while the line is empty; otherwise it is text."""
        if not self.value and event.is_printable and event.key in self._command_keys():
            event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say which keys are text here and now."""
        if not self.value and key in self._command_keys():
            return False
        return super().check_consume_key(key, character)

    def _on_paste(self, event: events.Paste) -> None:
        """Hand over several lines whole; a single line goes in as typed."""
        if len(event.text.splitlines()) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(event.text))

    def action_next_question(self) -> None:
        """Send the line, or ask for the next question when it is empty."""
        if self.value:
            self.post_message(self.Submitted(self, self.value))
        else:
            self.post_message(self.Key("next"))

    def action_light(self, step: int) -> None:
        """Move among the questions on screen."""
        self.post_message(self.Key("light", str(step)))

    def action_mark(self, mark: str) -> None:
        """Mark the answer."""
        self.post_message(self.Key("mark", mark))

    def action_chip(self, number: int) -> None:
        """Take a stödord."""
        self.post_message(self.Key("chip", str(number)))

    def action_stream(self) -> None:
        """Go up among the notes."""
        self.post_message(self.Key("stream"))
