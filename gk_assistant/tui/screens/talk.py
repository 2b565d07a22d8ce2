"""Samtal: the board, the question, the follow-ups, the stödord, the stream and the one line."""

from collections.abc import Callable, Iterable
from typing import ClassVar, cast

from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Label

from gk_assistant.conversation.assistant import Action, Assistant, Reply, ReplyKind
from gk_assistant.conversation.coverage import board
from gk_assistant.conversation.pace import talk_pace
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.stream import stream
from gk_assistant.conversation.talk import Talk
from gk_assistant.conversation.way import Place
from gk_assistant.domain.meetings import RutaState
from gk_assistant.domain.notes import Mark, Note, Role, sign_of
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.guarded import guarded
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.talk_leaving import Leaving, said_in
from gk_assistant.tui.screens.talk_notes import NoteActions
from gk_assistant.tui.widgets.asking import Asking, Chips
from gk_assistant.tui.widgets.board import Board
from gk_assistant.tui.widgets.colours import ruta_style
from gk_assistant.tui.widgets.note_line import NoteLine
from gk_assistant.tui.widgets.stream import NoteStream
from gk_assistant.tui.wording import ROLES

TICK = 15.0
"""Seconds between looks at the clock."""

LONG = 300
"""Characters of a reading that has room below the line."""

START = "Visa bilden med F3 och låt deltagaren välja var ni börjar. Eller skriv rutans bokstav och Enter."


class TalkScreen(NoteActions, Leaving, GkScreen):
    """The talk. Its line takes notes and plain Swedish; everything is on disk before it shows."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.SAMTAL, Scope.RAD, Scope.STROM)
    PLACE: ClassVar[Place | None] = Place.SAMTAL
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.SAMTAL))
    CSS_PATH = "talk.tcss"
    HELP = (
        "Skriv en anteckning och tryck Enter. Kortrad: rutans bokstav, märke och ord, som v- tröttnar e 20 min. "
        'Citat börjar med ". Intyg: och bedömning: först på raden skiljer dem åt. '
        "Mellanslag först gör att raden får börja med siffra eller märke. "
        "Skriv också: vad saknas, sammanfatta vardag, fråga om sömn, ångra, tid kvar, byt till socialt."
    )

    def __init__(self) -> None:
        """Wait for the desk."""
        super().__init__()
        self._why = False
        self._way_in = ""
        self._taken_up = ""

    def body(self) -> Iterable[Widget]:
        """Lay out the board to the left, the talk to the right."""
        talk = Vertical(
            Asking("", id="asking"),
            Chips(id="chips"),
            NoteStream(id="stream"),
            Horizontal(Label("", id="prompt", markup=False), NoteLine(id="line"), id="line-row"),
            id="talk",
        )
        yield Horizontal(Board(id="board"), talk, id="room")

    def on_mount(self) -> None:
        """Take up the next meeting's talk."""
        meeting = self.attempt(self.desk.next_meeting)
        if meeting is None:
            meeting = self.desk.case.meetings[-1]
        self.talk = Talk(self.desk, meeting.id, sort=self.services.ear.sort)
        self.assistant = Assistant(self.talk, self.services.ear)
        self.assistant.said = said_in(self.desk, meeting.id)
        super().on_mount()
        self.line.take_back(self._taken_up)
        self.line.focus()
        if not self.services.fixed_clock:
            self.set_interval(TICK, self._show_clock)
            # The word lists are read while somebody still looks at the screen: 50–100 ms of the first note.
            self.run_worker(self.services.ear.warm, thread=True)

    @property
    def line(self) -> NoteLine:
        """The line."""
        return self.query_one(NoteLine)

    def half_written(self) -> str:
        """Return what stands in the line."""
        return self.line.value if self.is_mounted else self._taken_up

    def take_up(self, line: str) -> None:
        """Begin with a line that was half-written."""
        self._taken_up = line

    def on_input_changed(self) -> None:
        """Keep the line in the vault once the hand rests."""
        guarded(self).keep_standing_soon()

    # Drawing

    def refresh_all(self) -> None:
        """Draw everything from the talk."""
        bank, meeting = self.desk.bank, self.talk.meeting
        current = self.talk.box.id if self.talk.box else None
        self.query_one(Board).show(bank, board(bank, meeting), current)
        self._show_asking()
        entries = stream(meeting, self.assistant.said)
        self.query_one(NoteStream).show(entries, sign=self._sign, read=self._read)
        self._show_prompt()
        self._show_clock()

    def _show_asking(self) -> None:
        nothing = START if self.talk.box is None else "Inga fler frågor i rutan. Skriv fritt, eller byt ruta med F2."
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

    def _show_clock(self) -> None:
        meeting = self.talk.meeting
        where = f" · {self.talk.box.title}" if self.talk.box else ""
        role = ROLES[self.desk.author]
        pace = talk_pace(self.desk.bank, meeting, self.desk.now())
        self.title_line(f"{self.desk.case.label} · {meeting.title}{where}", f"{role} · {pace.words}")

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
        match reply.action:
            case Action.DELTAGARVY:
                self.action_show_deltagare()
            case Action.HJALP:
                self.app.action_help()  # type: ignore[attr-defined]
            case Action.AVSLUTA:
                self.action_end()
            case Action.SKRIV_UT:
                self._open_papers(reply.arg or None)
            case Action.BOKA:
                self.app.open_place(Place.ARENDE)  # type: ignore[attr-defined]
            case Action.NONE:
                pass

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

    def action_show_deltagare(self) -> None:
        """Turn to the deltagare's picture."""
        from gk_assistant.tui.screens.deltagare import DeltagareScreen  # noqa: PLC0415 - not needed to paint

        self.app.push_screen(DeltagareScreen(self.talk))

    def action_why(self) -> None:
        """Show or hide the reasons."""
        self._why = not self._why
        self._show_asking()

    def close_open(self) -> bool:
        """Hide the reasons, if they are shown."""
        if not self._why:
            return False
        self.action_why()
        return True

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

    def action_pause(self) -> None:
        """Stop or start the clock."""
        going = self.attempt(self.talk.pause_or_resume)
        self.refresh_all()
        if going is not None:
            self.say("Klockan går." if going else "Paus. F6 när ni fortsätter.")

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

    def action_undo(self) -> None:
        """Take back the latest step."""
        self.undo_and_say(self.talk.undo)

    def action_redo(self) -> None:
        """Do it again."""
        self.undo_and_say(self.talk.redo, again=True)

    def action_sign(self) -> None:
        """Sign the notes that follow as the other agency."""
        self.talk.sign_as(Role.AF if self.desk.author is Role.FK else Role.FK)
        self.refresh_all()
        self.say(f"Anteckningar signeras nu {ROLES[self.desk.author]}.")

    def action_end(self) -> None:
        """End the talk and go on to the reflection."""
        try:
            self.talk.end()
        except StoreFault as fault:
            self.say(str(fault), "error")
            return
        self.app.switch_screen(_reflection())

    def action_papers(self) -> None:
        """Open the papers."""
        self._open_papers(None)

    def _open_papers(self, paper: str | None) -> None:
        from gk_assistant.tui.screens.papers import PapersScreen  # noqa: PLC0415 - not needed to paint

        self.app.push_screen(PapersScreen(paper))

    def action_planning(self) -> None:
        """Open the planning."""
        self.app.open_place(Place.PLANERING)  # type: ignore[attr-defined]


def _reflection() -> GkScreen:
    from gk_assistant.tui.screens.reflection import ReflectionScreen  # noqa: PLC0415 - not needed to paint

    return ReflectionScreen()
