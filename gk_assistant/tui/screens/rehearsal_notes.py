"""Notes while practising: the same line, marks and stödord as in a meeting, over the rehearsal's own desk."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from textual.containers import Vertical

from gk_assistant.conversation.assistant import Action, Assistant, Reply
from gk_assistant.conversation.coverage import BoxStatus, board
from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.pace import talk_pace
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.stream import stream
from gk_assistant.conversation.talk import Talk
from gk_assistant.conversation.way import Place
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.meetings import ClockStep, Meeting, RutaState
from gk_assistant.domain.rehearsals import Part, Turn
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.rehearsal.room import RehearsalRoom
from gk_assistant.tui.screens.note_keys import NoteKeys
from gk_assistant.tui.screens.talk_leaving import said_in
from gk_assistant.tui.widgets.board import Board
from gk_assistant.tui.widgets.stream import NoteStream

NOTE_START = "Skriv rutans bokstav och Enter. Sedan antecknar du som i ett möte. F3 går tillbaka till samtalet."


class RehearsalNotes(NoteKeys):
    """The part of the rehearsal's screen that takes notes; its desk is laid out when it is first needed."""

    practice: Practice
    room: RehearsalRoom
    noting = False
    _nothing_chosen = NOTE_START

    @property
    def desk(self) -> Desk:
        """The rehearsal's own desk, never the user's; raises ``StoreFault`` where it can't be kept."""
        if self.own_desk is None:
            self.own_desk = self.practice.desk(self.room)
        return self.own_desk

    @property
    def has_desk(self) -> bool:
        """Whether anything has been noted or timed yet."""
        return self.own_desk is not None

    @property
    def is_out_of_turns(self) -> bool:
        """Whether every turn that was chosen has been said."""
        return self.room.turns_left == 0

    def open_desk(self) -> bool:
        """Lay out the desk and take up the part's meeting; ``False`` where it can't be kept."""
        if self.has_desk:
            return True
        return self.attempt(self._take_up_meeting) is not None

    def _take_up_meeting(self) -> Meeting:
        """Take up the meeting of the part that is on; GK1's also when it has ended."""
        case = self.desk.case
        meeting = case.meetings[0] if self.room.part is Part.GK1 else self.desk.next_meeting()
        self.talk = Talk(self.desk, meeting.id, sort=self.services.ear.sort)
        self.assistant = Assistant(self.talk, self.services.ear)
        self.assistant.said = said_in(self.desk, meeting.id)
        return meeting

    def tick(self, step: ClockStep) -> None:
        """Let the meeting's clock take a step, which is nothing to undo."""

        def change(meeting: Meeting) -> Meeting:
            if step is ClockStep.START:
                meeting = replace(meeting, day=meeting.day or self.desk.today())
            return meeting.ticked(step, self.desk.stamp())

        self.desk.in_meeting(self.talk.meeting_id, "klockan", change, undoable=False)

    def start_clock(self) -> None:
        """Start the clock with the first words, and let it go on when the talk goes on."""
        if not self.open_desk():
            return
        meeting = self.talk.meeting
        if meeting.started_at is None:
            self.attempt(lambda: self.tick(ClockStep.START))
        elif not meeting.running and meeting.ended_at is None:
            self.attempt(lambda: self.tick(ClockStep.FORTSATT))

    def rest_clock(self) -> None:
        """Stop the clock when one goes away."""
        if self.has_desk and self.talk.meeting.running:
            with suppress(StoreFault):  # the clock is no reason to stay
                self.tick(ClockStep.PAUS)

    def clock_words(self) -> str:
        """Return the clock, and how many turns are left of those that were chosen."""
        left = self.room.turns_left
        turns = "" if left is None else f"{left} {'replik' if left == 1 else 'repliker'} kvar"
        if not self.has_desk:
            return turns or "klockan startar när du säger något"
        pace = talk_pace(self.practice.bank, self.talk.meeting, self.desk.now())
        return " · ".join(filter(None, (turns, pace.words)))

    def board_rows(self) -> tuple[BoxStatus, ...]:
        """Return every ruta: reached where it has been talked of, with the notes taken."""
        meeting = self.talk.meeting if self.has_desk else Meeting(id="", number=1)
        return reached(self.practice.bank, meeting, self.room.rehearsal.turns)

    def looks_like_a_note(self, text: str) -> bool:
        """Whether words are a ruta's letter alone, or a short line: nobody says "v- sover dåligt" to a person."""
        words = text.strip()
        if len(words) == 1:
            return self.practice.bank.by_key(words.lower()) is not None
        short = self.services.ear.parse(words)
        return short.box is not None and short.mark is not None

    def show_notes(self) -> None:
        """Draw what one notes with, while one notes."""
        self.query_one("#notes", Vertical).display = self.noting
        self.query_one("#line-row").display = self.noting
        if not self.noting:
            return
        self._show_asking()
        entries = stream(self.talk.meeting, self.assistant.said)
        notes = self.query_one(NoteStream)
        notes.display = bool(entries)
        notes.show(entries, sign=self._sign, read=self._read)
        self._show_prompt()

    def _act(self, reply: Reply) -> None:
        match reply.action:
            case Action.HJALP:
                self.app.action_help()  # type: ignore[attr-defined]
            case Action.AVSLUTA:
                self.action_end()
            case Action.SKRIV_UT:
                self.action_papers()
            case Action.DELTAGARVY:
                self.say("Den du övar med ser inte din skärm. Fråga i stället vilken ruta ni ska börja med.")
            case Action.BOKA:
                self.say("Här bokas inga tider. GK2 följer när du avslutar GK1.")
            case Action.NONE:
                pass

    # Commands; those of the notes lead to the notes

    def to_notes(self) -> bool:
        """Go to the notes; ``False`` where they can't be kept."""
        return self.noting

    def on_board_chosen(self, event: Board.Chosen) -> None:
        """Note in the ruta that was clicked."""
        event.prevent_default()
        if self.to_notes():
            self.attempt(lambda: self.talk.choose_box(event.ruta))
            self.refresh_all()

    def action_jump(self) -> None:
        """Choose the ruta to note in."""
        if self.to_notes():
            super().action_jump()

    def action_search(self) -> None:
        """Find a note by its words."""
        if self.to_notes():
            super().action_search()

    def action_gently(self) -> None:
        """Show a gentle way in to the question."""
        if self.to_notes():
            super().action_gently()

    def action_done(self) -> None:
        """Say that the ruta is done, or take it back."""
        if self.to_notes():
            super().action_done()

    def action_turn(self) -> None:
        """Take the latest line the other way."""
        if self.to_notes():
            super().action_turn()

    def action_other(self) -> None:
        """Put the question aside and take another."""
        if self.to_notes():
            super().action_other()

    def action_end(self) -> None:
        """End the meeting."""

    def action_pause(self) -> None:
        """Stop or start the clock."""
        if not self.open_desk():
            return
        going = self.attempt(self.talk.pause_or_resume)
        self.refresh_all()
        if going is not None:
            self.say("Klockan går." if going else "Paus. F6 när du fortsätter.")

    def action_redo(self) -> None:
        """Do again what was taken back among the notes."""
        if self.noting:
            self.undo_and_say(self.talk.redo, again=True)
        else:
            self.say("Skriv om raden och tryck Enter.")

    def action_papers(self) -> None:
        """Open the papers over what has been noted."""
        self._open(Place.PAPPER)

    def action_planning(self) -> None:
        """Open the planning over what has been noted."""
        self._open(Place.PLANERING)

    def _open(self, place: Place) -> None:
        if self.open_desk():
            self.app.open_place(place)  # type: ignore[attr-defined]


def reached(bank: Bank, meeting: Meeting, turns: Sequence[Turn]) -> tuple[BoxStatus, ...]:
    """Return the board: a ruta that has been talked of is touched, also where nothing was noted."""
    talked_of = {turn.ruta for turn in turns}
    return tuple(
        replace(row, state=RutaState.BERORD)
        if row.state is RutaState.ORORD and talked_of & {row.ruta.id, *row.ruta.members}
        else row
        for row in board(bank, meeting)
    )
