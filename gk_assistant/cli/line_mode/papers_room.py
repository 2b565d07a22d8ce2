"""The papers of the open case: read as text, or written to a file."""

from collections.abc import Mapping
from pathlib import Path

from gk_assistant.cli.commands.papers import file_form, make
from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.line_mode.lines import Lines, Option
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.documents.checking import Checked, advice_lines, check_paper
from gk_assistant.documents.context import language_name
from gk_assistant.documents.registry import PAPERS, languages
from gk_assistant.domain.papers import SWEDISH
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

    def show(self, paper_id: str, lang: str = SWEDISH) -> None:
        """Print a paper as text and offer to save it, or to see it in another language that it has."""
        case = self._workshop.desk.case
        try:
            document = make(self._workshop, case, paper_id, lang=lang)
        except CommandFault as fault:
            self._lines.say(str(fault))
            return
        self._lines.say()
        self._lines.paper(self._house.text(document))
        if document.swedish_remark:
            self._lines.say(document.swedish_remark)
        checked = check_paper(document, self._workshop.ear.check_words)
        if checked is not None:
            self._lines.say(checked.line)
        others = {
            fold(language_name(code)): code for code in languages(paper_id, self._workshop.desk.bank) if code != lang
        }
        name = self._file_name(checked, others)
        if fold(name) in others:
            self.show(paper_id, others[fold(name)])
            return
        if not name:
            return
        path = Path(name).expanduser()
        try:
            self._house.save(path, self._house.in_form(document, file_form(path)), overwrite=False)
            self._lines.say(f"Sparat: {path}")
        except (CommandFault, StoreFault) as fault:
            self._lines.say(str(fault))

    def _file_name(self, checked: Checked | None, others: Mapping[str, str]) -> str:
        """Ask for a file's name, or for a language by what it is called; ``språk`` shows the advice on the language."""
        advice = ", språk: råd om språket" if checked is not None else ""
        advice += "".join(f", {language_name(code)}: papperet på {language_name(code)}" for code in others.values())
        while True:
            name = self._lines.words(f"Spara som fil, till exempel trappa.pdf eller trappa.txt (tom rad: nej{advice})")
            if checked is None or fold(name) not in ("sprak", "rad"):
                return name
            for line in advice_lines(checked):
                self._lines.say(line, indent="  ")
