"""Samtal: the board, the question, the follow-ups, the stödord, the stream and the one line."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Label

from gk_assistant.conversation.assistant import Action, Assistant, Reply
from gk_assistant.conversation.coverage import board
from gk_assistant.conversation.pace import talk_pace
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.stream import stream
from gk_assistant.conversation.talk import Talk
from gk_assistant.conversation.way import Place
from gk_assistant.domain.notes import Role
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.guarded import guarded
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.note_keys import NoteKeys
from gk_assistant.tui.screens.talk_leaving import Leaving, said_in
from gk_assistant.tui.widgets.asking import Asking, Chips
from gk_assistant.tui.widgets.board import Board
from gk_assistant.tui.widgets.note_line import NoteLine
from gk_assistant.tui.widgets.stream import NoteStream
from gk_assistant.tui.wording import ROLES

TICK = 15.0
"""Seconds between looks at the clock."""


class TalkScreen(NoteKeys, Leaving, GkScreen):
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

    def _show_clock(self) -> None:
        meeting = self.talk.meeting
        where = f" · {self.talk.box.title}" if self.talk.box else ""
        role = ROLES[self.desk.author]
        pace = talk_pace(self.desk.bank, meeting, self.desk.now())
        self.title_line(f"{self.desk.case.label} · {meeting.title}{where}", f"{role} · {pace.words}")

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

    # Commands

    def action_show_deltagare(self) -> None:
        """Turn to the deltagare's picture."""
        from gk_assistant.tui.screens.deltagare import DeltagareScreen  # noqa: PLC0415 - not needed to paint

        self.app.push_screen(DeltagareScreen(self.talk))

    def close_open(self) -> bool:
        """Hide the reasons, if they are shown."""
        if not self._why:
            return False
        self.action_why()
        return True

    def action_pause(self) -> None:
        """Stop or start the clock."""
        going = self.attempt(self.talk.pause_or_resume)
        self.refresh_all()
        if going is not None:
            self.say("Klockan går." if going else "Paus. F6 när ni fortsätter.")

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
