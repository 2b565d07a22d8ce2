"""What can be done with a note in the stream: edit, move, take away, mark, ask why, find."""

from collections.abc import Callable

from gk_assistant.conversation.stream import matching
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.notes import Mark, Note, sign_of
from gk_assistant.tui.dialogs.ask import Ask
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.widgets.note_line import NoteLine
from gk_assistant.tui.widgets.stream import NoteStream


class NoteActions(GkScreen):
    """The part of the talk's screen that works on notes already taken."""

    talk: Talk

    def on_note_stream_left(self) -> None:
        """Go back to the line."""
        self.query_one(NoteStream).highlighted = None
        self.query_one(NoteLine).focus()

    def on_note_stream_act(self, event: NoteStream.Act) -> None:
        """Do something with the lit note."""
        event.stop()
        note = self.talk.meeting.note(event.note)
        match event.what:
            case "edit":
                self._edit(note)
            case "move":
                self._pick_ruta("Flytta till", lambda ruta: self.attempt(lambda: self.talk.move(note.id, ruta)))
            case "strike":
                self.attempt(lambda: self.talk.strike(note.id))
                self.refresh_all()
                self.say("Borttagen. Ctrl+Z tar tillbaka den.")
                self.on_note_stream_left()
            case "remark":
                mark = Mark(event.arg)
                self.attempt(lambda: self.talk.remark(note.id, None if note.mark is mark else mark))
                self.refresh_all()
                self.query_one(NoteStream).light(note.id)
            case "why":
                self.say(self._reason(note))

    def on_option_list_option_selected(self, event: NoteStream.OptionSelected) -> None:
        """Change the note that was chosen with Enter or the mouse."""
        if isinstance(event.option_list, NoteStream):
            event.stop()
            event.option_list.action_edit()

    def _edit(self, note: Note) -> None:
        def changed(text: str | None) -> None:
            if text is not None and text != note.text:
                self.attempt(lambda: self.talk.edit(note.id, text, mark=note.mark))
                self.refresh_all()

        self.app.push_screen(Ask("Ändra anteckningen", value=note.text, hint=note.asked), changed)

    def _reason(self, note: Note) -> str:
        sorting = note.sorting
        if sorting is None:
            return "Anteckningen är inte sorterad än."
        bank = self.desk.bank
        title = bank.heading(sorting.heading).title if sorting.heading else bank.unsure_title
        found = self.services.ear.as_read(note.text, note.ruta)
        read = f" Läst: {found}." if found else ""
        return (f"{title}: {sorting.reason}." if sorting.reason else f"{title}.") + read

    def _pick_ruta(self, title: str, chosen: Callable[[str], object]) -> None:
        bank = self.desk.bank
        choices = [Choice(id=ruta.id, title=f"{ruta.sign} {ruta.title}", key=ruta.key) for ruta in bank.rutor]

        def done(ruta: str | None) -> None:
            if ruta is not None:
                chosen(ruta)
                self.say("")
                self.refresh_all()

        self.app.push_screen(Pick(title, choices), done)

    def action_search(self) -> None:
        """Find a note of the meeting by its words."""
        notes = matching(self.talk.meeting.live_notes, "")
        bank = self.desk.bank
        rows = [
            Choice(id=note.id, title=f"{sign_of(note.mark)} {note.says}", remark=bank.ruta(note.ruta).title)
            for note in reversed(notes)
        ]

        def found(note_id: str | None) -> None:
            if note_id is not None:
                stream = self.query_one(NoteStream)
                stream.focus()
                stream.light(note_id)

        self.app.push_screen(Pick("Sök i anteckningarna", rows, search=True), found)
