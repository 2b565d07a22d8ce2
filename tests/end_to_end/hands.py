"""Hands on the keys: what a handläggare does, each waiting for what the screen then shows."""

import re

from gk_assistant.domain.bank import Ruta
from tests.end_to_end.meeting_notes import RUTOR, Jotting
from tests.end_to_end.terminal import Terminal

EMPTY_LINE = "märker · 1–9 stödord"
"""What the empty line says when a ruta is open."""

OPEN_MARK = "ord till märket"
TAIL = 12
MOST_ROWS = 20
_COUNT = re.compile(r"^ [a-z] \S .*?\s(\d+) [●√]", re.MULTILINE)


class Hands:
    """A handläggare at a terminal."""

    def __init__(self, terminal: Terminal) -> None:
        """Sit down."""
        self.terminal = terminal
        self.ruta = ""
        self.taken = 0

    def see(self, text: str) -> None:
        """Wait until a text stands on the screen and the screen is still."""
        self.terminal.wait_for(text)
        self.terminal.wait_still()

    def answer(self, question: str, *keys: str) -> None:
        """Wait for a question and press keys."""
        self.see(question)
        self.terminal.press(*keys)

    def write(self, question: str, text: str, end: str = "Enter") -> None:
        """Wait for a question, write an answer and see it stand there, then end it and see the question go."""
        self.see(question)
        self.terminal.type(text)
        self.terminal.wait_for(text[-TAIL:])
        self.terminal.press(end)
        self.terminal.wait_gone(question)

    # Mina ärenden

    def new_case(self, label: str) -> None:
        """Make a case with sjukpenning; its first talk opens."""
        self.answer("Tryck n för ett nytt ärende", "n")
        self.write("Etikett på ärendet", label)
        self.answer("Vilken ersättning?", "s")
        self.terminal.wait_for(f"{label} · GK1")

    # Samtal

    def let_choose(self, ruta: Ruta) -> None:
        """Turn the picture towards the deltagare, who points at a ruta; two keys lead back."""
        self.answer("Visa bilden med F3", "F3")
        self.answer("Vilken ruta vill du börja med?", ruta.key)
        self.answer(f"Vi börjar med {ruta.title}.", "Esc")
        self.answer("Tryck Enter för att lämna bilden.", "Enter")
        self._arrive(ruta)

    def go_to(self, ruta: Ruta) -> None:
        """Change ruta by its letter on the line, unless one is there."""
        if self.ruta == ruta.id:
            return
        self.terminal.type(ruta.key)
        self.terminal.press("Enter")
        self._arrive(ruta)

    def _arrive(self, ruta: Ruta) -> None:
        self.ruta = ruta.id
        self.terminal.wait_for(f"· {ruta.title}")
        self.terminal.wait_for(EMPTY_LINE)

    def line(self, text: str) -> None:
        """Write a line, see it stand there, and send it."""
        self.terminal.type(text)
        self.terminal.wait_for(text[-TAIL:])
        self.terminal.press("Enter")

    def note_anywhere(self, jotting: Jotting) -> None:
        """Take a note as a short line: the ruta's letter, the sign and the words."""
        self.line(f"{RUTOR[jotting.ruta].key}{jotting.sign} {jotting.text}")
        self.counted()

    def note_in_its_ruta(self, jotting: Jotting) -> None:
        """Go to the note's ruta and take it there; without a sign a space first says that it is no request."""
        self.go_to(RUTOR[jotting.ruta])
        if jotting.sign:
            self.mark(jotting.sign, jotting.text)
        else:
            self.line(f" {jotting.text}")
            self.counted()

    def mark(self, sign: str, words: str) -> None:
        """Mark the answer by one key and give the mark its words."""
        self.terminal.press(sign)
        self.terminal.wait_for(OPEN_MARK)
        self.counted()
        self.line(words)
        self.terminal.wait_for(EMPTY_LINE)

    def stodord(self, number: str) -> None:
        """Take a ready-made stödord by its number."""
        self.terminal.press(number)
        self.counted()

    def undo(self) -> None:
        """Take back the latest note."""
        self.terminal.press("Ctrl+Z")
        self.terminal.wait_for("Ångrade: ")
        self.counted(-1)

    def counted(self, by: int = 1) -> None:
        """Wait until the board counts the note: only then is it acknowledged."""
        self.taken += by
        self.terminal.wait_until(lambda: self.on_board() == self.taken, f"the board never counted {self.taken} notes")
        if by > 0 and not self.terminal.shows(OPEN_MARK):
            self.terminal.wait_for(EMPTY_LINE)

    def on_board(self) -> int:
        """Return how many notes the board counts."""
        return sum(int(number) for number in _COUNT.findall(self.terminal.text()))

    def request(self, text: str, answer: str) -> None:
        """Ask for something in plain Swedish and wait for the answer."""
        self.line(text)
        self.terminal.wait_for(answer)
        self.terminal.wait_for(EMPTY_LINE)
        assert self.on_board() == self.taken

    # Planering

    def place_on_trappa(self, step: str, by: str, words: str) -> None:
        """Put a cross on the stairs."""
        self.terminal.press("n")
        self.answer("1  Steg 1.", step)
        self.answer("Vem sätter krysset?", by)
        self.write("Med egna ord?", words)

    def add_step(self, what: str, who: str, when: str) -> None:
        """Add a step to the plan: by the key of a ready-made one, or in own words."""
        self.terminal.press("n")
        self.see("Vilket steg?")
        if len(what) == 1:
            self.terminal.press(what)
        else:
            self.terminal.press("e")
            self.write("Vad ska göras?", what)
        self.answer("Vem gör det?", who)
        self.write("När?", when)
        self.answer("Hur mycket, och var?", "Enter")
        self.terminal.wait_gone("Hur mycket, och var?")

    def open_row(self, title: str, question: str) -> None:
        """Go down to a row and open it; a screen half drawn tells nothing of which row is lit."""
        self.terminal.wait_still()
        for _ in range(MOST_ROWS):
            if self.terminal.lit(title):
                break
            self.terminal.press("Down")
            self.terminal.wait_still()
        self.terminal.press("Enter")
        self.terminal.wait_for(question)
