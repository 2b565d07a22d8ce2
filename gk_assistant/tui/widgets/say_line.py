"""The line one talks by: what is written is said, an empty line is silence."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.widgets.keyed_line import KeyedLine


class SayLine(KeyedLine):
    """Says what is written."""

    SCOPE = Scope.SAGRAD
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.SAGRAD))

    class Said(Message):
        """Something was said; it has left the line. An empty text is silence."""

        def __init__(self, text: str) -> None:
            """Hold the words."""
            super().__init__()
            self.text = text

    class Scrolled(Message):
        """One wants to read further up (-1) or down (1)."""

        def __init__(self, way: int) -> None:
            """Say which way."""
            super().__init__()
            self.way = way

    def _on_paste(self, event: events.Paste) -> None:
        """Take pasted lines as one."""
        if len(event.text.splitlines()) > 1:
            event.prevent_default()
            event.stop()
            self.insert_text_at_cursor(" ".join(event.text.split()))

    def action_utter(self) -> None:
        """Say it."""
        text, self.value = self.value, ""
        self.post_message(self.Said(text))

    def action_scroll_talk(self, way: int) -> None:
        """Read further up or down."""
        self.post_message(self.Scrolled(way))
