"""Papers on their way out: printed in the terminal, or saved as a file; nothing is overwritten unasked."""

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from textual.app import SuspendNotSupported

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.trail import Deed
from gk_assistant.documents.forms import FORMS, Form
from gk_assistant.documents.model import Document
from gk_assistant.domain.papers import SWEDISH
from gk_assistant.language.text import clean_line
from gk_assistant.tui.dialogs.ask import Ask
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.base import GkScreen

GO_BACK = "Tryck Enter för att gå tillbaka."
_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A paper to be saved: its finished bytes in a form, the ending of its name, and the folder of a bare name."""

    data: bytes
    paper: Document
    form: str
    ending: str
    folder: Path

    def path(self, name: str) -> Path | None:
        """Return where a name leads; a bare one into the folder, and one without an ending gets its own."""
        words = clean_line(name).text.strip()
        if not words:
            return None
        try:
            path = self.folder / Path(words).expanduser()
        except RuntimeError:  # "~nobody": no such user
            path = self.folder / words
        if not path.name:
            return None
        return path if path.suffix else path.with_name(f"{path.name}.{self.ending}")


class PapersOut(GkScreen):
    """The part of the papers' screen that prints and saves."""

    def document(self) -> Document | None:
        """Return the lit paper."""
        return None

    def action_print(self) -> None:
        """Print the paper in the terminal, without frames, and wait there."""
        document = self.document()
        if document is None:
            return
        text = self.services.papers.text(document)
        try:
            with self.app.suspend():
                print_and_wait(text)
            self._leave_trail(document, "terminal")
        except SuspendNotSupported:
            self.say("Den här terminalen kan inte visa papperet utan ramar. Tryck s för att spara det som fil.", "warn")

    def action_save(self) -> None:
        """Choose the form, then the file's name."""
        document = self.document()
        if document is None:
            return
        forms = [Choice(id=form.id, title=form.title, remark=form.good_for, key=form.key) for form in FORMS.values()]

        def chosen(form: str | None) -> None:
            if form is not None:
                self._look_over(document, FORMS[form])

        self.app.push_screen(Pick("Spara som", forms), chosen)

    def _look_over(self, document: Document, form: Form) -> None:
        """Show personal identifiers before anything is written; a no leads back."""
        from gk_assistant.documents.leaving import KIND_WORDS, identifiers_in  # noqa: PLC0415  # 1 × ``pass``, seldom

        found = [seen for seen in identifiers_in([document]) if seen.weighty]
        if not found:
            self._make(document, form)
            return
        rows = [
            Choice(id="nej", title="Nej", remark="gå tillbaka och ta bort det", key="n"),
            Choice(id="ja", title="Ja", remark="det ska vara med", key="j"),
        ]
        told = "; ".join(clean_line(f"{seen.value} ({KIND_WORDS[seen.kind]})").text for seen in found[:_MOST_SHOWN])
        more = f" och {len(found) - _MOST_SHOWN} till" if len(found) > _MOST_SHOWN else ""

        def chosen(answer: str | None) -> None:
            if answer == "ja":
                self._make(document, form)

        self.app.push_screen(Pick(f"Papperet innehåller {told}{more}. Spara ändå?", rows), chosen)

    def _make(self, document: Document, form: Form) -> None:
        """Make the file in memory, then ask for its name."""
        papers = self.services.papers
        try:
            data = papers.in_form(document, form.id)
        except StoreFault as fault:
            self.say(str(fault), "error")
            return
        leaving = Leaving(data=data, form=form.id, ending=form.ending, paper=document, folder=usual_folder())
        self._ask_name(leaving, in_language(papers.file_name(document, self.desk.case.label, form.ending), document))

    def _ask_name(self, leaving: Leaving, value: str, wrong: str = "") -> None:
        """Ask for a name; the dialog stays open until the file is saved or there is one to overwrite."""
        taken: list[Path] = []

        def check(name: str) -> str | None:
            taken.clear()
            path = leaving.path(name)
            if path is None:
                return "Filen behöver ett namn."
            if is_file(path):
                taken.append(path)
                return None
            return self._save(leaving, path, overwrite=False) or None

        def named(name: str | None) -> None:
            if name is not None and taken:
                self._ask_overwrite(leaving, name, taken[0])

        hint = wrong or f"Sparas i {leaving.folder}"
        self.app.push_screen(Ask("Filens namn", value=value, hint=hint, check=check), named)

    def _ask_overwrite(self, leaving: Leaving, name: str, path: Path) -> None:
        """Ask before anything is written over; a no leads back to the name."""
        rows = [
            Choice(id="nej", title="Nej", remark="välj ett annat namn", key="n"),
            Choice(id="ja", title="Ja", remark="den gamla filen försvinner", key="j"),
        ]

        def chosen(answer: str | None) -> None:
            wrong = self._save(leaving, path, overwrite=True) if answer == "ja" else ""
            if wrong or answer != "ja":
                self._ask_name(leaving, name, wrong)

        self.app.push_screen(Pick("Filen finns redan. Ska den skrivas över?", rows), chosen)

    def _save(self, leaving: Leaving, path: Path, *, overwrite: bool) -> str:
        """Save the file and say where; return what was wrong, if anything."""
        try:
            self.services.papers.save(path, leaving.data, overwrite=overwrite)
        except StoreFault as fault:
            return str(fault)
        self.say(f"Sparat: {path}", "good")
        self._leave_trail(leaving.paper, leaving.form)
        return ""

    def _leave_trail(self, document: Document, form: str) -> None:
        """Note in the vault, where there is one, that a paper has left the program: which, never what stands in it."""
        safe = self.services.safe
        if safe is None:
            return
        try:
            safe.record(Deed.PRINTED, case_id=self.desk.case.id, role=self.desk.author, what=document.id, form=form)
        except StoreFault as fault:
            self.say(f"Papperet är klart, men spåret kunde inte skrivas. {fault}", "warn")


def in_language(name: str, document: Document) -> str:
    """Return a file's name with the language in it where that is not Swedish, so that both find room in a folder."""
    code = document.lang.partition("-")[0]
    stem, point, ending = name.rpartition(".")
    return name if code == SWEDISH else f"{stem}-{code}{point}{ending}"


def usual_folder() -> Path:
    """Return the folder the program was started in, or the user's own when nothing can be written there."""
    here = Path.cwd()
    return here if os.access(here, os.W_OK) else Path.home()


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have has none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def print_and_wait(text: str) -> None:
    """Write a text to the terminal and wait for Enter; Ctrl+C goes back too, and never out of the program."""
    encoding = sys.stdout.encoding or "utf-8"
    shown = f"{text}\n{GO_BACK}\n".encode(encoding, errors="replace").decode(encoding)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        sys.stdout.write(shown)
        sys.stdout.flush()
        sys.stdin.readline()
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGINT, before)
