"""The one line: while it is empty single keys are commands, once something stands in it they are text."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from gk_assistant.tui.commands import Command, Scope, bindings, commands


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

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__(id=id, compact=True, select_on_focus=False)

    def _command_at(self, key: str) -> Command | None:
        """Return the command that a key gives here, the user's own keys counted; ``None`` where it is text."""
        own: dict[str, str] = getattr(self.app, "keys", {})
        return next((row for row in commands(Scope.RAD) if key in own.get(row.id, row.key).split(",")), None)

    def _is_command(self, key: str, *, printable: bool) -> bool:
        return not (printable and self.value) and self._command_at(key) is not None

    async def _on_key(self, event: events.Key) -> None:
        """Carry out a command key at once, before the keys typed after it; on a line with text letters are text."""
        command = self._command_at(event.key)
        if command is not None and self._is_command(event.key, printable=event.is_printable):
            event.stop()
            event.prevent_default()
            await self.run_action(command.action)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say which keys are text here and now."""
        if self._is_command(key, printable=True):
            return False
        return super().check_consume_key(key, character)

    def _on_paste(self, event: events.Paste) -> None:
        """Hand over several lines whole; a single line goes in as typed."""
        if len(event.text.splitlines()) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(event.text))

    def take_back(self, text: str) -> None:
        """Put a line back that could not be taken, before what has been typed since."""
        self.value = text + self.value
        self.cursor_position = len(self.value)

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
