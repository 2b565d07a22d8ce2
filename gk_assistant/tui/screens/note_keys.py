"""What the keys of a note line do, in the talk and in a rehearsal of it: one and the same for the hands."""

from collections.abc import Callable
from typing import cast

from rich.text import Text
from textual.app import App
from textual.widgets import Label

from gk_assistant.conversation.assistant import Action, Assistant, Reply, ReplyKind
from gk_assistant.domain.meetings import RutaState
from gk_assistant.domain.notes import Mark, Note, sign_of
from gk_assistant.tui.screens.talk_notes import NoteActions
from gk_assistant.tui.widgets.asking import Asking, Chips
from gk_assistant.tui.widgets.board import Board
from gk_assistant.tui.widgets.colours import ruta_style
from gk_assistant.tui.widgets.note_line import NoteLine
from gk_assistant.tui.widgets.stream import NoteStream

LONG = 300
"""Characters of a reading that has room below the line."""

START = "Visa bilden med F3 och låt deltagaren välja var ni börjar. Eller skriv rutans bokstav och Enter."
NO_MORE = "Inga fler frågor i rutan. Skriv fritt, eller byt ruta med F2."


class NoteKeys(NoteActions):
    """The part of a screen that takes notes by one line: marks, stödord, short lines, plain requests."""

    assistant: Assistant
    _why = False
    _way_in = ""
    _nothing_chosen = START
    """What is said before a ruta has been chosen."""

    @property
    def line(self) -> NoteLine:
        """The line."""
        return self.query_one(NoteLine)

    # Drawing

    def _show_asking(self) -> None:
        nothing = self._nothing_chosen if self.talk.box is None else NO_MORE
        self.query_one(Asking).show(self.talk.offer, why=self._why, way_in=self._way_in, nothing=nothing)
        self.query_one(Chips).show(self.talk.chips())

    def _show_prompt(self) -> None:
        box = self.talk.box
        mark = ""
        if self.talk.open_mark is not None:
            mark = f"{sign_of(self.talk.meeting.note(self.talk.open_mark).mark)} "
        prompt = Text(f"{box.key} {box.sign}" if box else "  ", style=self._style(box.id) if box else "")
        self.query_one("#prompt", Label).update(Text.assemble(prompt, f" {mark}", style="bold"))
        self.line.placeholder = self._placeholder()

    def _placeholder(self) -> str:
        if self.talk.open_mark is not None:
            return "ord till märket, eller Enter för nästa fråga"
        return "+ - ! ? 0 märker · 1–9 stödord · skriv fritt" if self.talk.box else "rutans bokstav och Enter"

    def _style(self, ruta_id: str) -> str:
        bank = self.desk.bank
        return str(ruta_style(cast("App[str]", self.app), bank, bank.ruta(ruta_id)))

    def _sign(self, ruta_id: str) -> Text:
        try:
            ruta = self.desk.bank.ruta(ruta_id)
        except KeyError:
            return Text("?")
        return Text(f"{ruta.key}{ruta.sign}", style=self._style(ruta_id))

    def _read(self, note: Note) -> str:
        return self.services.ear.as_read(note.text, note.ruta)

    # The line

    def on_note_line_sent(self, event: NoteLine.Sent) -> None:
        """Take the line; one that can't be saved or read is put back, so that nothing typed is lost."""
        event.stop()
        reply = self._hear(lambda: self.assistant.hear(event.text))
        if reply is None or reply.kind is ReplyKind.REFUSED:
            self.line.take_back(event.text)
        if reply is not None:
            self._answer(reply)

    def _hear(self, hear: Callable[[], Reply]) -> Reply | None:
        return self.attempt(hear)

    def _answer(self, reply: Reply) -> None:
        """Show what became of a line, and carry out what is left to the screen."""
        self._way_in = ""
        self.refresh_all()
        advice = self._advice() if reply.kind is ReplyKind.NOTE else ""
        self.say(advice or self._word_for(reply), "warn" if advice or reply.kind is ReplyKind.REFUSED else "plain")
        self._act(reply)

    def _advice(self) -> str:
        """Return what to think of in the room when the note just taken holds a sign of danger."""
        return next((suggestion.advice for suggestion in self.talk.offer.follow_ups if suggestion.advice), "")

    def _word_for(self, reply: Reply) -> str:
        if reply.kind is ReplyKind.NOTE and reply.note is not None:
            found = self.services.ear.identifiers(reply.note.text)
            read = self.services.ear.as_read(reply.note.text, reply.note.ruta, everyday=True)
            reading = f"Läst: {read}" if read and len(read) < LONG else ""
            return " ".join(filter(None, (reply.text, found, reading)))
        if reply.kind is not ReplyKind.ANSWER or reply.action is not Action.NONE:
            return reply.text
        turn = "F8 gör raden till en anteckning."
        return f"Läst som en begäran. {turn}" if reply.kept else f"{reply.text} {turn}".strip()

    def _act(self, reply: Reply) -> None:
        """Carry out what a line left to the screen."""

    def on_note_line_pasted(self, event: NoteLine.Pasted) -> None:
        """Take pasted lines as notes, one each; the first that can't be saved stops the rest."""
        replies = self.attempt(lambda: self.assistant.hear_all(event.text))
        self.refresh_all()
        if replies:
            self.say(f"{len(replies)} rader blev {len(replies)} anteckningar. Ctrl+Z tar bort dem en i taget.")

    def on_note_line_key(self, event: NoteLine.Key) -> None:
        """Carry out a single key on the empty line."""
        event.stop()
        match event.what:
            case "mark":
                if self.talk.box is None:
                    self.say("Välj en ruta först. Skriv rutans bokstav och Enter.")
                    return
                self.attempt(lambda: self.talk.mark(Mark(event.arg)))
            case "chip":
                if self.attempt(lambda: self.talk.chip(int(event.arg))) is None:
                    return
            case "next":
                self._way_in = ""
                self.attempt(self.talk.next_question)
            case "light":
                self.talk.light(int(event.arg))
            case "stream":
                if self.query_one(NoteStream).light_last():
                    self.query_one(NoteStream).focus()
        self.say("")
        self.refresh_all()

    # Commands

    def action_jump(self) -> None:
        """Go to another ruta by its letter."""
        self._pick_ruta("Byt ruta", lambda ruta: self.attempt(lambda: self.talk.choose_box(ruta)))

    def on_board_chosen(self, event: Board.Chosen) -> None:
        """Go to the ruta that was clicked."""
        self.attempt(lambda: self.talk.choose_box(event.ruta))
        self.refresh_all()

    def action_why(self) -> None:
        """Show or hide the reasons."""
        self._why = not self._why
        self._show_asking()

    def action_gently(self) -> None:
        """Show a gentle way in to the question, or to the ruta."""
        shown, box = self.talk.offer.shown, self.talk.box
        ways = ((shown.gently,) if shown and shown.gently else ()) + (box.ways_in if box else ())
        if not ways:
            self.say("Den här frågan har ingen särskild väg in.")
            return
        at = (ways.index(self._way_in) + 1) % len(ways) if self._way_in in ways else 0
        self._way_in = ways[at]
        self._show_asking()

    def action_done(self) -> None:
        """Say that the ruta is done, or take it back."""
        box = self.talk.box
        if box is None:
            return
        done = any(self.talk.meeting.state(ruta) is RutaState.KLAR for ruta in box.members or (box.id,))
        self.attempt(lambda: self.talk.set_state(None if done else RutaState.KLAR))
        self.refresh_all()

    def action_turn(self) -> None:
        """Take the latest line the other way."""
        reply = self._hear(self.assistant.turn)
        if reply is not None:
            self._answer(reply)

    def action_other(self) -> None:
        """Put the question aside and take another."""
        self.attempt(self.talk.next_question)
        self.refresh_all()
