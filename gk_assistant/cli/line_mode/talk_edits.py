"""What is done to notes by number: change, mark, move, take away, find."""

from gk_assistant.cli.choosing import known_ruta
from gk_assistant.cli.line_mode.lines import Lines
from gk_assistant.cli.line_mode.talk_board import Board, note_words
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.stream import matching
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.notes import MARK_SIGNS, Note
from gk_assistant.language.text import clean_line, fold


class Edits:
    """Carries out the lines that begin with a verb and a number."""

    def __init__(self, talk: Talk, ear: Ear, lines: Lines) -> None:
        """Stand beside a talk."""
        self._talk = talk
        self._ear = ear
        self._lines = lines
        self._board = Board(talk, lines)

    def carry_out(self, raw: str) -> bool:
        """Carry out a line if it is one of ours; returns whether it was."""
        line = clean_line(raw).text.strip()
        verb, _, rest = line.partition(" ")
        if fold(verb) == "ta" and fold(rest).startswith("bort "):
            verb, rest = "ta bort", rest[len("bort ") :]
        if fold(verb) == "sok" and rest.strip():
            self._board.notes(matching(self._talk.meeting.live_notes, rest))
            return True
        number, _, words = rest.strip().partition(" ")
        if fold(verb) not in ("andra", "mark", "flytta", "ta bort") or not number.isdecimal():
            return False
        note = self._numbered(int(number))
        if note is None:
            self._lines.say(f"Anteckning nummer {number} finns inte. Skriv lista allt för att se numren.")
            return True
        self._change(fold(verb), note, words.strip())
        return True

    def _numbered(self, number: int) -> Note | None:
        notes = self._talk.meeting.live_notes
        return notes[number - 1] if 1 <= number <= len(notes) else None

    def _change(self, verb: str, note: Note, words: str) -> None:
        match verb:
            case "ta bort":
                self._talk.strike(note.id)
                self._lines.say(f"Borttaget: {note_words(note)}. Skriv ångra för att få tillbaka den.")
            case "flytta":
                self._move(note, words)
            case "mark":
                self._mark(note, words)
            case _:
                self._rewrite(note, words or self._lines.words(f"Ny text i stället för ”{note.says}”"))

    def _move(self, note: Note, words: str) -> None:
        ruta = known_ruta(self._talk.desk.bank, words.removeprefix("till ")) if words else None
        if ruta is None:
            self._lines.say("Vart? Skriv till exempel: flytta 3 socialt.")
            return
        self._talk.move(note.id, ruta.id)
        self._lines.say(f"Flyttat till {ruta.title}: {note_words(note)}")

    def _mark(self, note: Note, words: str) -> None:
        if words not in MARK_SIGNS:
            self._lines.say(f"Vilket märke? Skriv till exempel: märk 3 -. Märkena är {' '.join(MARK_SIGNS)}")
            return
        self._lines.say(f"Märkt: {note_words(self._talk.remark(note.id, MARK_SIGNS[words]))}")

    def _rewrite(self, note: Note, words: str) -> None:
        if not words:
            self._lines.say("Anteckningen är kvar som den var.")
            return
        read = self._ear.parse(words)
        text = read.text if read.box is None else words
        mark = read.mark if read.box is None and read.mark is not None else note.mark
        self._lines.say(f"Ändrat: {note_words(self._talk.edit(note.id, text, mark=mark))}")
