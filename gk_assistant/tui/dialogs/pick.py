"""Choose one thing from a list: by its letter, by the arrows, or by typing part of its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.dialogs.dialog import Dialog


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose: its id, its words, a quiet remark, and a key that picks it at once."""

    id: str
    title: str
    remark: str = ""
    key: str = ""


MOST = 100
"""So many choices are laid out: each costs 0.26 ms, and nobody reads further."""
NOTHING = "Inget stämmer med det du skrivit."
"""What stands in the list when the search line leaves nothing."""


class Pick(Dialog[str | None]):
    """Gives the id of what was chosen, or ``None``. With ``search`` a line narrows the list as one types."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.DIALOG))
    CSS_PATH = "dialogs.tcss"

    def __init__(
        self, title: str, choices: Sequence[Choice], *, search: bool = False, start: str | None = None
    ) -> None:
        """Lay out the choices; ``start`` is the id that is lit first."""
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._search = search
        self._start = start

    def compose(self) -> ComposeResult:
        """Lay out title, search line and list."""
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="dialog-title", markup=False)
            if self._search:
                yield Input(placeholder="Skriv för att söka", id="search", compact=True)
            yield OptionList(id="choices", compact=True)
            yield Label("Enter väljer · Esc stänger", classes="dialog-hint")

    def on_mount(self) -> None:
        """Fill the list and take the focus."""
        self._fill("")
        if self._start is not None:
            at = next((i for i, choice in enumerate(self._choices) if choice.id == self._start), 0)
            self._list.highlighted = at
        self.query_one("#search" if self._search else "#choices").focus()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#choices", OptionList)

    def _fill(self, words: str) -> None:
        wanted = words.lower().split()
        shown = [c for c in self._choices if all(word in f"{c.title} {c.remark}".lower() for word in wanted)]
        self._list.set_options(Option(_prompt(choice), id=choice.id) for choice in shown[:MOST])
        if len(shown) > MOST:
            self._list.add_option(Option(f"… och {len(shown) - MOST} till. Skriv mer för att se dem.", disabled=True))
        if shown:
            self._list.highlighted = 0
        else:
            self._list.add_option(Option(NOTHING, disabled=True))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        """Give the lit choice when Enter is pressed in the search line."""
        self.action_answer()

    def on_key(self, event: events.Key) -> None:
        """Pick by letter, and let the arrows reach the list from the search line."""
        if self._search:
            if event.key in ("up", "down"):
                event.prevent_default()
                event.stop()
                (self._list.action_cursor_up if event.key == "up" else self._list.action_cursor_down)()
            return
        for choice in self._choices:
            if choice.key and event.character is not None and event.character.lower() == choice.key:
                event.stop()
                self.dismiss(choice.id)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the answer."""
        self.dismiss(event.option.id)

    def action_answer(self) -> None:
        """Give the lit choice as the answer; without one there is nothing to answer yet."""
        at = self._list.highlighted
        if at is not None:
            self.dismiss(self._list.get_option_at_index(at).id)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


def _prompt(choice: Choice) -> Text | Table:
    """Return a choice as a row; behind a key, words that need several lines stay beside it."""
    words = Text(choice.title)
    if choice.remark:
        words.append(f"  {choice.remark}" if not choice.remark.startswith("\n") else choice.remark)
    if not choice.key:
        return words
    row = Table.grid(padding=(0, 2, 0, 0), expand=True)
    row.add_column(width=1)
    row.add_column(ratio=1)
    row.add_row(Text(choice.key, style="bold"), words)
    return row
