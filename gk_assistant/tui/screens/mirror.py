"""Spegeln: strengths first, then things to try, then the figures, the openness, and what was reached. No grade."""

from collections.abc import Iterable
from typing import ClassVar, cast

from textual.app import App
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Label, Static

from gk_assistant.documents.forms import Form
from gk_assistant.documents.model import Document
from gk_assistant.documents.spegel import spegel
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.rehearsal_words import count_words, moment_words
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.papers_out import Leaving, PapersOut, usual_folder
from gk_assistant.tui.widgets.mirror_parts import MirrorParts

MOST_PARTS = 10
"""The most parts that a mirror has."""


class MirrorSheet(VerticalScroll):
    """What the arrows scroll; it holds the screen's keys, so that Tab leads to the next part."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.SPEGEL))


class MirrorScreen(PapersOut, GkScreen):
    """The mirror of one rehearsal."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.SPEGEL,)
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.SPEGEL))
    CSS_PATH = "mirror.tcss"
    HELP = (
        "Spegeln visar vad som hände i samtalet. Den är inget betyg. Riktmärken är till för att jämföra med, och de "
        "passar inte varje samtal. Det programmet var osäkert på står som osäkert. ↑ och ↓ bläddrar, Tab går till "
        "nästa rubrik."
    )

    def __init__(self, practice: Practice, rehearsal: Rehearsal) -> None:
        """Hold a mirror to a rehearsal."""
        super().__init__()
        self.practice = practice
        self.rehearsal = rehearsal
        self._at = 0

    def body(self) -> Iterable[Widget]:
        """Lay out a heading and a place for each part."""
        rows: list[Widget] = []
        for number in range(MOST_PARTS):
            rows += [
                Label("", id=f"title-{number}", classes="title", markup=False),
                Static("", id=f"part-{number}", classes="part", markup=False),
            ]
        yield MirrorSheet(*rows, id="sheet")

    def on_mount(self) -> None:
        """Draw, and let the arrows scroll."""
        self.mirror = self.practice.mirror(self.rehearsal)
        super().on_mount()
        self.query_one(MirrorSheet).focus()

    def refresh_all(self) -> None:
        """Draw every part for the width there is."""
        if not self.is_mounted:
            return
        sheet = self.query_one(MirrorSheet)
        width = max(sheet.scrollable_content_region.width - 2, 1)
        app = cast("App[str]", self.app)
        parts = list(MirrorParts(app, self.mirror, self.practice.bank, width=width).all())
        for number in range(MOST_PARTS):
            title, content = self.query_one(f"#title-{number}", Label), self.query_one(f"#part-{number}", Static)
            title.display = content.display = number < len(parts)
            if number < len(parts):
                title.update(parts[number].title)
                content.update(parts[number].content)
        self._count = len(parts)
        begun = moment_words(self.rehearsal.begun)
        self.title_line(f"Spegeln · {self.mirror.name}", f"{begun} · {count_words(self.mirror.turns)}")

    def on_resize(self) -> None:
        """Draw for the new width."""
        self.call_after_refresh(self.refresh_all)

    # Saving, as any paper is saved; it belongs to no case, so no case's trail tells of it

    def document(self) -> Document:
        """Return the mirror as a paper, with the whole talk last."""
        now = self.services.desk.now()
        return spegel(self.mirror, bank=self.practice.bank, now=now, rehearsal=self.rehearsal)

    def _make(self, document: Document, form: Form) -> None:
        """Make the file in memory, then ask for its name: the person's, since there is no case."""
        papers = self.services.papers
        data = self.attempt(lambda: papers.in_form(document, form.id))
        if data is None:
            return
        leaving = Leaving(data=data, form=form.id, ending=form.ending, paper=document, folder=usual_folder())
        self._ask_name(leaving, papers.file_name(document, self.mirror.name, form.ending))

    def _leave_trail(self, document: Document, form: str) -> None:
        """Leave no trail: nobody's words but the trainee's have left the program."""

    # Commands

    def action_section(self, step: int) -> None:
        """Go to the next heading, or the one before."""
        self._at = (self._at + step) % self._count
        title = self.query_one(f"#title-{self._at}", Label)
        self.query_one(MirrorSheet).scroll_to_widget(title, top=True, animate=False)

    def action_play(self) -> None:
        """Play the talk back."""
        from gk_assistant.tui.screens.playback import PlaybackScreen  # noqa: PLC0415 - not needed to paint

        self.app.push_screen(PlaybackScreen(self.practice, self.rehearsal))
