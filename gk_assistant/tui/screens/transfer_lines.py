"""The paper way without its screen: lines become notes, and the latest can be taken back to be mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.talk import OPEN_BOX, Offer, Talk
from gk_assistant.domain.bank import Ruta
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Note, Voice
from gk_assistant.language.shorthand import LineVoice
from gk_assistant.language.text import clean_lines

LONGEST = 20_000
"""The most characters of one line; a longer one is refused with a sentence."""

VOICE_OF = {LineVoice.INTYG: Voice.INTYG, LineVoice.BEDOMNING: Voice.BEDOMNING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of some lines: words to show, and the lines that are left when one could not be taken."""

    words: str = ""
    wrong: str = ""
    left: tuple[str, ...] = ()


class PaperLines:
    """Puts lines into one meeting; no question was asked here, so none is tied to the notes."""

    def __init__(self, talk: Talk, ear: Ear) -> None:
        """Begin in the ruta where the talk was left, if it was begun."""
        self.talk = talk
        self.ear = ear
        self.ruta: Ruta | None = talk.box
        self._ids: list[str] = []
        self._done: list[str] = []
        self._undone: list[str] = []
        self._loosen()

    def _loosen(self) -> None:
        self.talk.box, self.talk.offer = None, Offer()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.talk.meeting

    @property
    def here(self) -> Ruta:
        """The ruta that the next line goes into."""
        return self.ruta or self.talk.desk.bank.ruta(OPEN_BOX)

    @property
    def entered(self) -> tuple[Note, ...]:
        """The lines put in during this sitting, in order."""
        live = {note.id: note for note in self.meeting.live_notes}
        return tuple(live[note] for note in self._ids if note in live)

    def take(self, raw: str, waiting: Sequence[str] = ()) -> Taken:
        """Take one or more lines, then those that wait; stop at the first that can't be taken."""
        cleaned = clean_lines(raw)
        words = [line.notice for line in cleaned if line.notice]
        lines = [*(line.text for line in cleaned if line.text.strip()), *waiting]
        for number, line in enumerate(lines):
            try:
                wrong = self._take(line)
            except StoreFault as fault:
                wrong = str(fault)
            if wrong:
                return Taken(wrong=wrong, left=tuple(lines[number:]))
            words.append(self.ear.identifiers(line))
        return Taken(words=" ".join(dict.fromkeys(word for word in words if word)))

    def _take(self, line: str) -> str:
        """Take one line as a note or a change of ruta; return what is wrong with it, if anything."""
        if len(line) > LONGEST:
            return f"Raden är längre än {LONGEST} tecken. Dela den i flera."
        bank = self.talk.desk.bank
        ruta = bank.by_key(line.lower()) if len(line) == 1 else None
        if ruta is not None:
            self.ruta = ruta
            return ""
        short = self.ear.parse(line)
        target = bank.ruta(short.box) if short.box else self.here
        note = self.talk.take(
            # A mark alone is about the whole ruta, so it says the ruta's name.
            short.text or target.title,
            mark=short.mark,
            voice=Voice.EGNA_ORD if short.quote else VOICE_OF[short.voice] if short.voice else Voice.BERATTAT,
            ruta=(target.members or (target.id,))[0],
        )
        self._ids.append(note.id)
        self._stepped(line)
        return ""

    def _stepped(self, line: str = "") -> None:
        self._done.append(line)
        self._undone.clear()

    def edit(self, note: Note, text: str) -> None:
        """Change a line's words; raises :class:`StoreFault`."""
        if text and text != note.text:
            self.talk.edit(note.id, text, mark=note.mark)
            self._stepped()

    def strike(self, note: Note) -> None:
        """Take a line away; raises :class:`StoreFault`."""
        self.talk.strike(note.id)
        self._stepped()

    def undo(self) -> str | None:
        """Take back the latest step of this sitting; return the line as it was typed, ``None`` when there is none."""
        if not self._done:
            return None
        self.talk.desk.undo()
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> str | None:
        """Do the step again that was taken back; ``None`` when there is none."""
        if not self._undone:
            return None
        self.talk.desk.redo()
        self._done.append(self._undone.pop())
        return self._done[-1]


def paper_meeting(case: Case, today: date) -> Meeting:
    """Return the meeting that handwritten lines most likely belong to: the latest that can have been held."""
    held = [known for known in case.meetings if known.clock or known.notes or (known.day and known.day <= today)]
    return held[-1] if held else case.meetings[0]
