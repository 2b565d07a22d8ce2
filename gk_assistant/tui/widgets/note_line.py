"""The one line: while it is empty single keys are commands, once something stands in it they are text."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.widgets.keyed_line import KeyedLine


class NoteLine(KeyedLine):
    """Takes notes and requests. Begin with a space to write a line that starts with a digit or a mark."""

    SCOPE = Scope.RAD
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.RAD))

    class Key(Message):
        """A command given by a single key on the empty line."""

        def __init__(self, what: str, arg: str = "") -> None:
            """Say which."""
            super().__init__()
            self.what = what
            self.arg = arg

    class Sent(Message):
        """A line was written; it has left the line, so that what is typed next is a line of its own."""

        def __init__(self, text: str) -> None:
            """Hold what was written."""
            super().__init__()
            self.text = text

    class Pasted(Message):
        """Several lines were pasted at once."""

        def __init__(self, text: str) -> None:
            """Hold what was pasted."""
            super().__init__()
            self.text = text

    def _on_paste(self, event: events.Paste) -> None:
        """Hand over several lines whole; a single line goes in as typed."""
        if len(event.text.splitlines()) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(event.text))

    def action_next_question(self) -> None:
        """Send the line, or ask for the next question when it is empty."""
        if self.value:
            text, self.value = self.value, ""
            self.post_message(self.Sent(text))
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
