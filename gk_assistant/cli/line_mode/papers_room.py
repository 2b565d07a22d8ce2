"""The papers of the open case: read as text, or written to a file."""

from pathlib import Path

from gk_assistant.cli.commands.papers import file_form, make
from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.line_mode.lines import Lines, Option
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.documents.checking import Checked, advice_lines, check_paper
from gk_assistant.documents.registry import PAPERS
from gk_assistant.language.text import fold


class PapersRoom:
    """Where papers are read and saved."""

    def __init__(self, house: House, workshop: OpenWorkshop, lines: Lines) -> None:
        """Take the open case's workshop."""
        self._house = house
        self._workshop = workshop
        self._lines = lines

    def stay(self) -> None:
        """Let papers be chosen until the user goes back."""
        options = [Option(words=paper.title, value=paper.id, remark=paper.about) for paper in PAPERS.values()]
        while (chosen := self._lines.choose("Vilket papper?", options)) is not None:
            self.show(chosen)

    def show(self, paper_id: str) -> None:
        """Print a paper as text and offer to save it."""
        case = self._workshop.desk.case
        try:
            document = make(self._workshop, case, paper_id)
        except CommandFault as fault:
            self._lines.say(str(fault))
            return
        self._lines.say()
        self._lines.paper(self._house.text(document))
        checked = check_paper(document, self._workshop.ear.check_words)
        if checked is not None:
            self._lines.say(checked.line)
        name = self._file_name(checked)
        if not name:
            return
        path = Path(name).expanduser()
        try:
            self._house.save(path, self._house.in_form(document, file_form(path)), overwrite=False)
            self._lines.say(f"Sparat: {path}")
        except (CommandFault, StoreFault) as fault:
            self._lines.say(str(fault))

    def _file_name(self, checked: Checked | None) -> str:
        """Ask for a file's name; ``språk`` shows the advice on the language first."""
        advice = ", språk: råd om språket" if checked is not None else ""
        while True:
            name = self._lines.words(f"Spara som fil, till exempel trappa.pdf eller trappa.txt (tom rad: nej{advice})")
            if checked is None or fold(name) not in ("sprak", "rad"):
                return name
            for line in advice_lines(checked):
                self._lines.say(line, indent="  ")
