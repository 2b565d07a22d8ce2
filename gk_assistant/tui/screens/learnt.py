"""Inlärt: what the program has learnt of the user's corrections, each of them to see and to take back."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from gk_assistant.conversation.learning import Learner
from gk_assistant.conversation.lesson_words import (
    ABOUT,
    NOTHING,
    forgotten_words,
    lesson_words,
    newest_first,
    ruta_words,
)
from gk_assistant.domain.learnt import Lesson
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.base import GkScreen

LONGEST = 200
"""Characters of a note shown in the list."""


class LearntScreen(GkScreen):
    """The list of what has been learnt, the latest first."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.INLART,)
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.INLART))
    CSS_PATH = "learnt.tcss"
    HELP = f"{ABOUT} Det du själv har flyttat ligger alltid kvar där du lade det."

    def body(self) -> Iterable[Widget]:
        """Lay out what it is about, and the list."""
        yield Static(ABOUT, id="about", markup=False)
        yield OptionList(id="lessons", compact=True)

    def on_mount(self) -> None:
        """Fill the list and take the focus."""
        self._lessons: tuple[Lesson, ...] = ()
        super().on_mount()
        self.query_one("#lessons").focus()

    @property
    def _learner(self) -> Learner:
        return self.desk.learner

    def refresh_all(self) -> None:
        """Draw the list anew; the light stays where it was."""
        learnt = self.attempt(lambda: self._learner.learnt)
        self._lessons = newest_first(learnt) if learnt is not None else ()
        rows = self.query_one("#lessons", OptionList)
        at = rows.highlighted or 0
        rows.set_options(Option(self._row(lesson)) for lesson in self._lessons)
        if self._lessons:
            rows.highlighted = min(at, len(self._lessons) - 1)
        else:
            rows.add_option(Option(NOTHING, disabled=True))
        count = len(self._lessons)
        self.title_line("Inlärt av era rättelser", f"{count} {'rättelse' if count == 1 else 'rättelser'}")

    def _row(self, lesson: Lesson) -> Text:
        text = lesson.text if len(lesson.text) <= LONGEST else f"{lesson.text[:LONGEST]} …"
        bank = self.desk.bank
        return Text.assemble((text, "bold"), f"\n  {ruta_words(bank, lesson)} → {lesson_words(bank, lesson)}")

    # Commands

    def action_remove(self) -> None:
        """Take back the lit lesson."""
        at = self.query_one("#lessons", OptionList).highlighted
        if at is None or at >= len(self._lessons):
            self.say(NOTHING)
            return
        lesson = self._lessons[at]

        def forget() -> bool:
            self._learner.forget(lesson)
            return True

        if self.attempt(forget):
            self.refresh_all()
            self.say("Bortglömt. Anteckningen ligger kvar där ni lade den.")

    def action_remove_all(self) -> None:
        """Take back everything, after a yes."""
        if not self._lessons:
            self.say(NOTHING)
            return
        rows = [
            Choice(id="nej", title="Nej", remark="allt ligger kvar", key="n"),
            Choice(id="ja", title="Ja", remark="sorteringen börjar om från början", key="j"),
        ]

        def chosen(answer: str | None) -> None:
            if answer == "ja":
                count = self.attempt(self._learner.forget_all)
                self.refresh_all()
                if count is not None:
                    self.say(forgotten_words(count))

        self.app.push_screen(Pick("Ska programmet glömma allt det har lärt sig?", rows), chosen)
