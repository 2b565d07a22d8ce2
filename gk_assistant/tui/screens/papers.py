"""Papper: every paper with whom it is for, read on the screen, printed in the terminal or saved as a file."""

from collections.abc import Iterable
from typing import ClassVar, cast

from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from gk_assistant.conversation.way import Place
from gk_assistant.documents.checking import Checked, advice_lines, check_paper
from gk_assistant.documents.context import PaperFault, chosen_meeting, language_name
from gk_assistant.documents.model import Audience, Document
from gk_assistant.documents.registry import PAPERS, Paper, build, is_read, languages
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.papers import SWEDISH
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.dialogs.told import Told
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.papers_out import PapersOut
from gk_assistant.tui.widgets.colours import tone
from gk_assistant.tui.wording import day_words

WIDE, TITLE_WIDTH = 100, 24
AUDIENCES: dict[Audience, tuple[str, str]] = {
    Audience.DELTAGAREN: ("till deltagaren", "good"),
    Audience.INTERNT: ("internt", "error"),
    Audience.AKTEN: ("för akten", "lit"),
}
"""The three classes in a word, and the tone each is shown in."""


class PaperList(OptionList):
    """The papers; the keys are the screen's own, so that they stand in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.PAPPER))


class PapersScreen(PapersOut, GkScreen):
    """The papers of the open case."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.PAPPER,)
    PLACE: ClassVar[Place | None] = Place.PAPPER
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.PAPPER))
    CSS_PATH = "papers.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it
    HELP = (
        "Varje papper hör till en av tre sorter: till deltagaren, internt eller för akten. De blandas aldrig. "
        "Enter flyttar till texten, Esc tillbaka."
    )

    def __init__(self, paper: str | None = None) -> None:
        """Show the papers; ``paper`` is the id of the one to light first."""
        super().__init__()
        self._first = paper
        self._meeting: str | None = None
        self._lang = SWEDISH

    def body(self) -> Iterable[Widget]:
        """Lay out the papers, and the lit one with its class always in sight."""
        text = VerticalScroll(Static("", id="paper", markup=False), id="text")
        above = (Label("", id="audience", markup=False), Label("", id="language", markup=False))
        sheet = Vertical(*above, text, id="sheet")
        yield Horizontal(PaperList(id="papers"), sheet, id="shelf")

    def on_mount(self) -> None:
        """List the papers and light the first, or the one asked for."""
        rows = self.query_one("#papers", PaperList)
        rows.set_options(Option("", id=paper) for paper in PAPERS)
        rows.highlighted = next((at for at, paper in enumerate(PAPERS) if paper == self._first), 0)
        super().on_mount()
        rows.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh_all())

    # What is lit

    @property
    def lit(self) -> Paper:
        """The lit paper."""
        rows = self.query_one("#papers", PaperList)
        return tuple(PAPERS.values())[rows.highlighted or 0]

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that the papers are about: the chosen one, else the one the papers themselves choose."""
        return chosen_meeting(self.desk.case.meetings, self._meeting)

    @property
    def lang(self) -> str:
        """The language of the lit paper: the chosen one where the paper has it, else Swedish."""
        return self._lang if self._lang in languages(self.lit.id, self.desk.bank) else SWEDISH

    def document(self) -> Document | None:
        """Build the lit paper; when it can't be made, say why."""
        desk = self.desk
        try:
            return build(
                self.lit.id,
                desk.case,
                bank=desk.bank,
                now=desk.now(),
                meeting_id=self._meeting,
                expand=self.services.ear.expand,
                lang=self.lang,
            )
        except PaperFault as fault:
            self.say(str(fault), "error")
            return None

    def checked(self, document: Document) -> Checked | None:
        """Look over the language of a paper to the deltagare."""
        return check_paper(document, self.services.ear.check_words)

    # Drawing

    def refresh_all(self) -> None:
        """Draw the list and the lit paper."""
        rows = self.query_one("#papers", PaperList)
        for paper in PAPERS.values():
            rows.replace_option_prompt(paper.id, self._prompt(paper))
        meeting = self.meeting
        day = f" {day_words(meeting.day).partition(' ')[2]}" if meeting is not None and meeting.day else ""
        self.title_line(f"{self.desk.case.label} · Papper", f"{meeting.title}{day}" if meeting else "")
        self._show_paper()

    def _prompt(self, paper: Paper) -> Text:
        words, _ = AUDIENCES[paper.audience]
        if self.size.width >= WIDE:
            return Text.assemble((paper.title, "bold"), f"\n  {words}")
        return Text.assemble((paper.title.ljust(TITLE_WIDTH), "bold"), words)

    def _show_paper(self) -> None:
        document = self.document()
        sheet = self.query_one("#text", VerticalScroll)
        label = self.query_one("#audience", Label)
        language = self.query_one("#language", Label)
        line = self._language_line(document) if document is not None else ""
        language.display = bool(line)
        language.update(line)
        if document is None:
            label.update("")
            self.query_one("#paper", Static).update("")
            return
        _, colour = AUDIENCES[document.audience]
        app = cast("App[str]", self.app)
        about = Text.assemble((document.audience.line, f"bold {tone(app, colour)}"), f" · {self.lit.about}")
        label.update(about)
        width = max(sheet.scrollable_content_region.width, 1)
        self.query_one("#paper", Static).update(self.services.papers.picture(document, width=width))

    def _language_line(self, document: Document) -> str:
        """Return what the quiet line tells of the language: which it is where it is not Swedish, else how easy."""
        if self.lang != SWEDISH:
            return f"På {language_name(self.lang)}. {document.swedish_remark}".strip()
        checked = self.checked(document)
        if checked is None:
            return ""
        return checked.line if self._lang == SWEDISH else f"Finns inte på {language_name(self._lang)}. {checked.line}"

    def on_option_list_option_highlighted(self) -> None:
        """Show the paper that has been lit, from its top."""
        self.query_one("#text", VerticalScroll).scroll_home(animate=False)
        self._show_paper()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self.call_after_refresh(self.refresh_all)

    def on_descendant_focus(self) -> None:
        """Give the text all the room while it is read on a small screen."""
        self.set_class(self.query_one("#text").has_focus, "-reading")

    # Commands

    def on_option_list_option_selected(self) -> None:
        """Go into the text of a paper that was clicked."""
        self.action_read()

    def action_read(self) -> None:
        """Go into the text, so that the arrows scroll it."""
        self.query_one("#text").focus()

    def action_back(self) -> None:
        """Go from the text to the list, and from there back."""
        rows = self.query_one("#papers", PaperList)
        if rows.has_focus:
            self.app.pop_screen()
        else:
            self.remove_class("-reading")
            rows.focus()

    def action_language(self) -> None:
        """Show every piece of advice on the language of a paper to the deltagare."""
        document = self.document()
        if document is None:
            return
        checked = self.checked(document)
        if checked is None:
            swedish = self.lang == SWEDISH
            self.say("Språkrådet gäller papper till deltagaren." if swedish else "Språkråd finns bara för svenska.")
            return
        self.app.push_screen(Told(f"Språket i {document.title}", advice_lines(checked)))

    def action_tongue(self) -> None:
        """Choose the language of the papers to the deltagare, among those that the lit paper has."""
        known = languages(self.lit.id, self.desk.bank)
        if len(known) == 1:
            self.say(f"{self.lit.title} finns bara på svenska.")
            return
        choices = [
            Choice(id=code, title=language_name(code).capitalize(), remark=self._unread(code), key=str(at))
            for at, code in enumerate(known, start=1)
        ]

        def chosen(code: str | None) -> None:
            if code is not None:
                self._lang = code
                self.say("")
                self.refresh_all()

        self.app.push_screen(Pick(f"{self.lit.title} på vilket språk?", choices, start=self.lang), chosen)

    def _unread(self, code: str) -> str:
        return "" if is_read(self.lit.id, self.desk.bank, code) else "översättningen är inte granskad"

    def action_meeting(self) -> None:
        """Choose the meeting that the papers are about."""
        choices = [
            Choice(id=meeting.id, title=meeting.title, remark=day_words(meeting.day), key=str(meeting.number))
            for meeting in self.desk.case.meetings
        ]

        def chosen(meeting: str | None) -> None:
            if meeting is not None:
                self._meeting = meeting
                self.say("")
                self.refresh_all()

        start = self.meeting.id if self.meeting else None
        self.app.push_screen(Pick("Vilket möte gäller papperet?", choices, start=start), chosen)
