"""The talk, line by line: the same marks, short lines and requests as on the screen.

A bare ``?`` is the mark *följ upp* here, as on the screen and on paper; ``hjälp`` tells what can be written.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from gk_assistant.cli.choosing import known_ruta
from gk_assistant.cli.line_mode.lines import Leave, Lines, Option
from gk_assistant.cli.line_mode.papers_room import PapersRoom
from gk_assistant.cli.line_mode.planning_room import PlanningRoom
from gk_assistant.cli.line_mode.talk_board import HELP, Board
from gk_assistant.cli.line_mode.talk_edits import Edits
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.conversation.assistant import Action, Assistant, Reply, ReplyKind
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.talk import Talk
from gk_assistant.conversation.when import parse_clock
from gk_assistant.domain.meetings import ChosenBy, RutaState
from gk_assistant.domain.notes import Note, Role
from gk_assistant.language.text import fold

_CHOSEN_BY = (
    Option(words="Deltagaren", value=ChosenBy.DELTAGARE),
    Option(words="Handläggaren", value=ChosenBy.HANDLAGGARE),
    Option(words="Tillsammans", value=ChosenBy.TILLSAMMANS),
)
_ENDED, _STAY, _LEFT = "avsluta", "fortsätt", "lämna"
_ENDING = (
    Option(words="Avsluta samtalet och gå till reflektionen", value=_ENDED),
    Option(words="Lämna samtalet för stunden", value=_LEFT),
    Option(words="Fortsätt samtalet", value=_STAY),
)
_ON_SCREEN = "F8 gör raden till en anteckning"
_ON_THE_LINE = "Skriv vänd så blir raden en anteckning"


class TalkRoom:
    """One meeting's talk."""

    def __init__(self, house: House, workshop: OpenWorkshop, lines: Lines, meeting_id: str) -> None:
        """Sit down in a meeting, where it was left."""
        self._lines = lines
        self._talk = Talk(workshop.desk, meeting_id, sort=workshop.ear.sort)
        self._assistant = Assistant(self._talk, workshop.ear)
        self._board = Board(self._talk, lines)
        self._edits = Edits(self._talk, workshop.ear, lines)
        self._papers = PapersRoom(house, workshop, lines)
        self._workshop = workshop
        self._state = ""
        self._commands = self._table()

    def stay(self) -> bool:
        """Talk until it is ended or left; returns whether it was ended."""
        self._lines.say()
        self._lines.say(f"{self._talk.meeting.title}. Skriv hjälp för att se vad du kan skriva.")
        if self._talk.box is None:
            self._board.rutor()
            self._lines.say("Vilken ruta vill deltagaren börja med?")
        else:
            self._board.question()
        while not self._state:
            raw = self._lines.ask(f"{self._talk.box.title if self._talk.box else 'Ruta'}>")
            try:
                self._hear(raw)
            except StoreFault as fault:
                self._lines.say(f"{fault}\nRaden är inte sparad: {raw}")
        return self._state == _ENDED

    def _table(self) -> dict[str, Callable[[], None]]:
        """Return the words that are commands when they stand alone on the line, å ä ö left out."""
        return {
            "hjalp": lambda: self._lines.say(HELP),
            "??": lambda: self._lines.say(HELP),
            "visa": self._board.question,
            "rutor": self._board.rutor,
            "bild": self._board.picture,
            "varsamt": self._board.gently,
            "lista": lambda: self._board.notes(
                self._talk.notes_here() if self._talk.box else self._talk.meeting.live_notes
            ),
            "lista allt": lambda: self._board.notes(self._talk.meeting.live_notes),
            "nasta": self._next,
            "klar": lambda: self._set_state(RutaState.KLAR),
            "inte klar": lambda: self._set_state(None),
            "angra": self._undo,
            "gor om": self._redo,
            "vand": lambda: self._answer(self._assistant.turn()),
            "signera af": lambda: self._sign(Role.AF, "Arbetsförmedlingen"),
            "signera fk": lambda: self._sign(Role.FK, "Försäkringskassan"),
            "papper": self._papers.stay,
            "planering": lambda: PlanningRoom(self._workshop, self._lines).stay(),
            "avsluta": self._ask_to_end,
            "avsluta samtalet": self._end,
            "tillbaka": self._leave,
            "slut": self._quit,
        }

    def _hear(self, raw: str) -> None:
        """Take one line: a command, a number, a ruta, or a line for the assistant."""
        word = fold(raw.strip())
        if not word:
            self._board.question()
            return
        before = self._talk.offer.main, self._talk.box
        if not raw[:1].isspace() and self._carry_out(raw, word):
            pass
        else:
            self._answer(self._assistant.hear(raw))
        if (self._talk.offer.main, self._talk.box) != before:
            self._board.question()

    def _carry_out(self, raw: str, word: str) -> bool:
        """Carry out a line that is a command of line mode's own; returns whether it was."""
        command = self._commands.get(word)
        if command is not None:
            command()
            return True
        if re.fullmatch("[1-9]", word):
            self._chip(int(word))
            return True
        if re.fullmatch("f[1-9]", word):
            self._light(int(word[1:]))
            return True
        named = raw.strip()[len("ruta ") :] if word.startswith("ruta ") else raw
        first = self._talk.meeting.first_box is None
        if word.startswith("ruta ") or first or len(word) == 1:
            ruta = known_ruta(self._talk.desk.bank, named)
            if ruta is not None:
                by = self._lines.choose("Vem valde rutan?", _CHOSEN_BY, empty="deltagaren") if first else None
                self._talk.choose_box(ruta.id, by=by or ChosenBy.DELTAGARE)
                return True
        return self._edits.carry_out(raw)

    def _answer(self, reply: Reply) -> None:
        if reply.kind is ReplyKind.NOTE and reply.note is not None:
            before = self._talk.offer.follow_ups
            self._taken(reply.note)
            warning = self._workshop.ear.identifiers(reply.note.text)
            if warning and warning not in reply.text:
                self._lines.say(warning)
            if before:
                self._board.follow_ups()
        if reply.text:
            self._lines.say(reply.text.replace(_ON_SCREEN, _ON_THE_LINE))
        match reply.action:
            case Action.DELTAGARVY:
                self._board.picture()
            case Action.SKRIV_UT:
                self._papers.show(reply.arg) if reply.arg else self._papers.stay()
            case Action.HJALP:
                self._lines.say(HELP)
            case Action.AVSLUTA:
                self._ask_to_end()
            case Action.BOKA:
                self._book()
            case _:
                pass

    def _taken(self, note: Note) -> None:
        """Say what was taken down, and how its short forms and extent were read."""
        self._board.taken(note)
        read = self._workshop.ear.as_read(note.text, note.ruta, everyday=True)
        if read:
            self._lines.say(f"Läst: {read}", indent="  ")

    # The commands

    def _next(self) -> None:
        if self._talk.box is None:
            self._lines.say("Välj en ruta först. Skriv rutans tangent eller namn.")
        elif self._talk.next_question() is None:
            self._lines.say(f"Det finns inga fler frågor i {self._talk.box.title}.")

    def _chip(self, number: int) -> None:
        note = self._talk.chip(number)
        if note is None:
            self._lines.say(f"Det finns inget stödord {number} här. Skriv visa för att se dem.")
        else:
            self._taken(note)
            self._board.follow_ups()

    def _light(self, number: int) -> None:
        follow_ups = self._talk.offer.follow_ups
        if not 1 <= number <= len(follow_ups):
            self._lines.say(f"Det finns ingen följdfråga {number} här. Skriv visa för att se dem.")
            return
        wanted = follow_ups[number - 1]
        while self._talk.offer.shown is not wanted:
            self._talk.light(1)
        self._lines.say(f"Fråga: {wanted.text}")

    def _set_state(self, state: RutaState | None) -> None:
        if self._talk.box is None:
            self._lines.say("Välj en ruta först. Skriv rutans tangent eller namn.")
            return
        self._talk.set_state(state)
        words = "är klar. Välj nästa ruta" if state is RutaState.KLAR else "är inte klar. Välj en annan ruta"
        self._lines.say(f"{self._talk.box.title} {words} med dess tangent, eller skriv rutor.")

    def _undo(self) -> None:
        label = self._talk.undo()
        self._lines.say(f"Ångrat: {label}." if label else "Det finns inget att ångra.")

    def _redo(self) -> None:
        label = self._talk.redo()
        self._lines.say(f"Gjort om: {label}." if label else "Det finns inget att göra om.")

    def _sign(self, role: Role, name: str) -> None:
        self._talk.sign_as(role)
        self._lines.say(f"Anteckningarna som följer signeras av {name}.")

    def _book(self) -> None:
        """Book the next meeting."""
        desk = self._talk.desk
        day = self._lines.day("Vilken dag är nästa möte", desk.today())
        if day is None:
            return
        words = self._lines.words("Klockan (tom rad: inte bestämt)")
        clock = parse_clock(words) or words
        number = self._talk.meeting.number
        following = next((meeting for meeting in desk.case.meetings if meeting.number > number), None)
        if following is None:
            following = desk.add_meeting(day=day, time=clock)
        else:
            desk.in_meeting(following.id, "datum", lambda meeting: replace(meeting, day=day, time=clock))
        self._lines.say(f"{following.title} är bokat.")

    def _ask_to_end(self) -> None:
        chosen = self._lines.choose("Vad vill du göra?", _ENDING, empty="fortsätt samtalet", usual=_STAY)
        if chosen == _ENDED:
            self._end()
        elif chosen == _LEFT:
            self._leave()

    def _end(self) -> None:
        self._talk.end()
        self._state = _ENDED
        self._lines.say(f"Samtalet är avslutat. {len(self._talk.meeting.live_notes)} anteckningar.")

    def _leave(self) -> None:
        self._state = _LEFT

    def _quit(self) -> None:
        raise Leave
