"""Notes taken while practising: the ordinary short lines over the rehearsal's own case."""

from gk_assistant.cli.line_mode.lines import Lines
from gk_assistant.cli.line_mode.talk_board import Board
from gk_assistant.cli.line_mode.talk_room import TalkRoom
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.conversation.assistant import Assistant, ReplyKind
from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.bank import Ruta


class Jotter:
    """Takes notes in the meeting that the rehearsal is in."""

    def __init__(self, house: House, workshop: OpenWorkshop, lines: Lines) -> None:
        """Open the meeting's notes."""
        self._house = house
        self._workshop = workshop
        self._lines = lines
        self._sit_down()

    @property
    def desk(self) -> Desk:
        """The desk over the rehearsal's case."""
        return self._workshop.desk

    def _sit_down(self) -> None:
        desk = self._workshop.desk
        self._talk = Talk(desk, desk.next_meeting().id, sort=self._workshop.ear.sort)
        self._assistant = Assistant(self._talk, self._workshop.ear)
        self._board = Board(self._talk, self._lines)

    def take(self, line: str, ruta: Ruta | None) -> None:
        """Take a note as it is written in a meeting; one that names no ruta goes to the one that is talked about."""
        if ruta is not None and self._talk.box is not ruta and self._workshop.ear.parse(line).box is None:
            self._talk.choose_box(ruta.id)
        reply = self._assistant.hear(line)
        if reply.kind is ReplyKind.NOTE and reply.note is not None:
            self._board.taken(reply.note)
        elif reply.text:
            self._lines.say(reply.text)

    def listed(self) -> None:
        """Say every note of the meeting."""
        self._board.notes(self._talk.meeting.live_notes)

    def stay(self) -> None:
        """Take notes as in a meeting until one goes back."""
        TalkRoom(self._house, self._workshop, self._lines, self._talk.meeting.id).stay()

    def next_meeting(self) -> None:
        """End this meeting's talk and open the next one's notes."""
        self._talk.end()
        self._sit_down()
