"""The stream on the screen. One list, however many notes: a widget for each would be slow (measured: 71 ms a key)."""

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from gk_assistant.conversation.stream import Entry, EntryKind
from gk_assistant.domain.notes import Note, sign_of
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.widgets.colours import tone
from gk_assistant.tui.wording import ROLES, VOICES

WIDE = 100
"""Columns from which each note also shows its reading, time and author; else the latest reading is in the word."""

LONGEST = 2_000
"""Characters of a note shown in the stream; the rest is there, and shown when it is edited."""


class NoteStream(OptionList):
    """Questions, notes, requests and answers in order; only notes can be lit."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.STROM))

    class Left(Message):
        """The user goes back to the line."""

    class Act(Message):
        """Something is to be done with the lit note."""

        def __init__(self, what: str, note: str, arg: str = "") -> None:
            """Say what, with which note."""
            super().__init__()
            self.what = what
            self.note = note
            self.arg = arg

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__(id=id, compact=True)
        self._shown: tuple[Entry, ...] = ()
        self._theme = ""

    def show(self, entries: Sequence[Entry], *, sign: Callable[[str], Text], read: Callable[[Note], str]) -> None:
        """Draw the stream, adding what is new; ``sign`` draws a ruta's sign, ``read`` tells how a note was read."""
        entries = tuple(entries)
        app = cast("App[str]", self.app)
        same = self._theme == app.theme and self._shown == entries[: len(self._shown)]
        fresh = entries[len(self._shown) :] if same else entries
        options = [_option(app, entry, sign, read) for entry in fresh]
        lit = self.lit_note
        if same:
            self.add_options(options)
        else:
            self.set_options(options)
        self._shown, self._theme = entries, app.theme
        if not same and any(entry.key == lit for entry in entries):
            self.light(lit or "")
        elif options:
            self.call_after_refresh(self.scroll_end, animate=False, immediate=True)

    @property
    def lit_note(self) -> str | None:
        """The id of the lit note."""
        if self.highlighted is None or self.highlighted >= len(self._shown):
            return None
        entry = self._shown[self.highlighted]
        return entry.note.id if entry.note else None

    def light_last(self) -> bool:
        """Light the latest note; ``False`` when there is none."""
        for index in range(len(self._shown) - 1, -1, -1):
            if self._shown[index].kind is EntryKind.NOTE:
                self.highlighted = index
                return True
        return False

    def light(self, note_id: str) -> None:
        """Light one note."""
        for index, entry in enumerate(self._shown):
            if entry.key == note_id:
                self.highlighted = index

    def action_cursor_down(self) -> None:
        """Go down; from the last note, back to the line."""
        last = max((i for i, entry in enumerate(self._shown) if entry.kind is EntryKind.NOTE), default=None)
        if self.highlighted is None or self.highlighted == last:
            self.post_message(self.Left())
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go up, and stay at the top."""
        first = next((i for i, entry in enumerate(self._shown) if entry.kind is EntryKind.NOTE), None)
        if self.highlighted != first:
            super().action_cursor_up()

    def _act(self, what: str, arg: str = "") -> None:
        note = self.lit_note
        if note is not None:
            self.post_message(self.Act(what, note, arg))

    def action_edit(self) -> None:
        """Change the words."""
        self._act("edit")

    def action_move(self) -> None:
        """Move to another ruta."""
        self._act("move")

    def action_strike(self) -> None:
        """Take away."""
        self._act("strike")

    def action_remark(self, mark: str) -> None:
        """Change the mark."""
        self._act("remark", mark)

    def action_why_note(self) -> None:
        """Say where it is sorted and why."""
        self._act("why")

    def action_line(self) -> None:
        """Go back to the line."""
        self.post_message(self.Left())


def _option(app: App[str], entry: Entry, sign: Callable[[str], Text], read: Callable[[Note], str]) -> Option:
    if entry.note is not None:
        return Option(_note(app, entry.note, sign, read), id=entry.key)
    if entry.kind is EntryKind.QUESTION:
        text = Text(f"   {entry.text}", style=f"italic {tone(app, 'quiet')}", no_wrap=True, overflow="ellipsis")
    elif entry.kind is EntryKind.REQUEST:
        text = Text(f"   > {entry.text}", style=tone(app, "quiet"))
    else:
        text = Text("   ", style=tone(app, "second"))
        text.append(entry.text.replace("\n", "\n   "))
    return Option(text, id=entry.key, disabled=True)


def _note(app: App[str], note: Note, sign: Callable[[str], Text], read: Callable[[Note], str]) -> Text:
    """Return a note as a row. It can be lit, so it has no tones of its own but the ruta's, which bring their ground."""
    mark = (f"{sign_of(note.shown_mark)} ", "bold" if note.mark is not None else "")
    text = Text.assemble(mark, sign(note.ruta), " ")
    words = note.says if len(note.says) <= LONGEST else f"{note.says[:LONGEST]} … ({len(note.says)} tecken)"
    text.append(f"”{words}”" if note.own_words else words, style="" if note.text else "italic")
    voice = VOICES[note.voice]
    if voice and not note.own_words:
        text.append(f"  ({voice})")
    if app.size.width >= WIDE:
        text.append(f"  {note.at:%H.%M} {ROLES[note.author]}")
        found = read(note)
        if found:
            text.append(f"\n     {found[:LONGEST]}", style="italic")
    return text
