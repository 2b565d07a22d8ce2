"""A line whose keys are commands while it is empty: what the note line and the line one talks by have in common."""

from typing import ClassVar

from textual import events
from textual.widgets import Input

from gk_assistant.tui.commands import Command, Scope, commands


class KeyedLine(Input):
    """A line with the commands of a scope; those on signs hold only while it is empty."""

    SCOPE: ClassVar[Scope]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__(id=id, compact=True, select_on_focus=False)

    def _command_at(self, key: str) -> Command | None:
        """Return the line's own command at a key, the user's keys counted; else it is text, or the screen's."""
        own: dict[str, str] = getattr(self.app, "keys", {})
        rows = (row for row in commands(self.SCOPE) if hasattr(self, f"action_{row.action.partition('(')[0]}"))
        return next((row for row in rows if key in own.get(row.id, row.key).split(",")), None)

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

    def take_back(self, text: str) -> None:
        """Put a line back that could not be taken, before what has been typed since."""
        self.value = text + self.value
        self.cursor_position = len(self.value)
