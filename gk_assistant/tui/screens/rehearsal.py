"""Övningen: across the table from a fictive person, with one line to talk by, and the notes of a meeting at hand."""

from collections.abc import Iterable
from typing import ClassVar, cast

from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Label, Static

from gk_assistant.domain.rehearsals import Part, Shown, Turn
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.rehearsal.room import RehearsalRoom
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.rehearsal_words import openness_bar, openness_word, ruta_words
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.rehearsal_way import RehearsalWay
from gk_assistant.tui.screens.talk_leaving import Leaving
from gk_assistant.tui.widgets.asking import Asking, Chips
from gk_assistant.tui.widgets.board import Board
from gk_assistant.tui.widgets.board_strip import BoardStrip
from gk_assistant.tui.widgets.colours import tone
from gk_assistant.tui.widgets.note_line import NoteLine
from gk_assistant.tui.widgets.say_line import SayLine
from gk_assistant.tui.widgets.stream import NoteStream
from gk_assistant.tui.widgets.talk_stream import TalkStream

TICK = 15.0
WIDE = 100
BAR = 20
DOOR = "{name} sitter mitt emot dig. Säg hej, och berätta varför ni ses. F4 ger ett tips."
DOOR_AGAIN = "{name} är tillbaka. Säg hej, och fråga hur det har varit sedan sist."
SAY = "skriv det du vill säga, Enter säger det"
OVER = "GK1 är slut. Enter visar vad du kan göra nu."
A_NOTE = "Det ser ut som en anteckning. F3 går till anteckningarna. Enter en gång till säger det till personen."
NO_MORE_TURNS = "Alla repliker du valde är sagda. Ctrl+B går vidare."


class RehearsalScreen(RehearsalWay, Leaving, GkScreen):
    """The talk with a fictive person. Each turn is kept before it shows."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.SAGRAD, Scope.OVNING, Scope.RAD, Scope.STROM)
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.OVNING))
    BACK: ClassVar[str] = "ovning.tillbaka"
    LEFT: ClassVar[str] = "övningen"
    CSS_PATH = "rehearsal.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it
    HELP = (
        "Skriv det du vill säga, så som du skulle säga det, och tryck Enter. Enter på tom rad är att vara tyst. "
        "Under repliken står vad den gjorde: ↑ öppnar, ↓ stänger, › en annan väg att pröva. "
        "F3 byter till att anteckna, och då gäller samma tangenter som i ett möte. Övningen sparas av sig själv."
    )

    def __init__(self, practice: Practice, room: RehearsalRoom) -> None:
        """Sit down in a room."""
        super().__init__()
        self.practice = practice
        self.room = room
        self._shows = room.rehearsal.setting.shown is Shown.DIREKT
        self._openness = False
        self._tip = ""
        self._meant = ""

    def body(self) -> Iterable[Widget]:
        """Lay out the person, the talk, the notes and the line."""
        yield Static("", id="person", markup=False)
        notes = Vertical(Asking("", id="asking"), Chips(id="chips"), NoteStream(id="stream"), id="notes")
        talk = Vertical(TalkStream(id="talk-stream"), notes, id="talk")
        yield Horizontal(Board(id="board"), talk, id="room")
        yield Static("", id="tip", markup=False)
        yield Static("", id="openness", markup=False)
        yield BoardStrip("", id="strip", markup=False)
        yield Horizontal(Label("", id="say-prompt", markup=False), SayLine(id="say"), id="say-row")
        yield Horizontal(Label("", id="prompt", markup=False), NoteLine(id="line"), id="line-row")

    def on_mount(self) -> None:
        """Take the talk up where it is."""
        if self.room.rehearsal.case is not None:
            self.open_desk()
        super().on_mount()
        self.to_talk()
        if self.between:
            self.call_after_refresh(self.ask_what_now)
        if not self.services.fixed_clock:
            self.set_interval(TICK, self._show_title)

    def on_screen_resume(self) -> None:
        """Draw anew; back from the reflection, ask what now."""
        super().on_screen_resume()
        self.back_from_reflection()

    def on_unmount(self) -> None:
        """Let the clock rest until one is back."""
        self.rest_clock()

    @property
    def say_line(self) -> SayLine:
        """The line one talks by."""
        return self.query_one(SayLine)

    def half_written(self) -> str:
        """Return what stands in the line one talks by."""
        return self.say_line.value if self.is_mounted else ""

    # Drawing

    def refresh_all(self) -> None:
        """Draw everything from the room."""
        if not self.is_mounted:
            return
        self._show_title()
        self._show_person()
        self._show_board()
        self._show_talk()
        self._show_tip()
        self._show_openness()
        self.set_class(self.noting, "-noting")
        self.query_one("#say-row").display = not self.noting
        self.show_notes()
        self._show_say_line()

    def _show_title(self) -> None:
        setting = self.room.rehearsal.setting
        trained = f" · {ruta_words(self.practice.bank, setting)}" if setting.ruta else ""
        left = f"Övning · {self.room.part.value}{trained} · {'Anteckna' if self.noting else 'Prata'}"
        self.title_line(left, self.clock_words())

    def _show_person(self) -> None:
        app, scene = cast("App[str]", self.app), self.room.scene
        words = f"  {scene.words}" if self.room.part is Part.GK1 else ", andra mötet"
        text = Text.assemble((scene.title, f"bold {tone(app, 'lit')}"), (words, tone(app, "quiet")))
        self.query_one("#person", Static).update(text)

    def _show_board(self) -> None:
        turns = self.room.rehearsal.turns
        if self.noting:
            current = self.talk.box.id if self.talk.box else None
        else:
            ruta = self.room.ruta_of(turns[-1]) if turns else None
            current = ruta.id if ruta else None
        bank, rows = self.practice.bank, self.board_rows()
        self.query_one(Board).show(bank, rows, current)
        self.query_one(BoardStrip).show(bank, rows, current)

    def _show_talk(self) -> None:
        again = self.room.part is Part.GK2 and not any(self.room.rehearsal.of(Part.GK2))
        name = self.room.persona.name
        self.query_one(TalkStream).show(
            name,
            self.room.rehearsal.turns,
            opening=self.room.scene.said,
            told=self._shows,
            door=(DOOR_AGAIN if again else "" if self.room.rehearsal.turns else DOOR).format(name=name),
        )

    def _show_tip(self) -> None:
        tip = self.query_one("#tip", Static)
        tip.display = bool(self._tip)
        tip.update(self._tip)

    def _show_openness(self) -> None:
        shown = self.query_one("#openness", Static)
        shown.display = self._openness
        limits, now = self.room.persona.openness, self.room.memory.openness
        word = openness_word(now, shut=limits.shut, trust=limits.trust)
        shown.update(f"Öppenhet {openness_bar(now, BAR)} {now} av 100, {word}")

    def _show_say_line(self) -> None:
        app = cast("App[str]", self.app)
        label = Text(" Säg ", style=f"bold {tone(app, 'on-lit')} on {tone(app, 'lit')}")
        self.query_one("#say-prompt", Label).update(label)
        self.say_line.placeholder = OVER if self.between else NO_MORE_TURNS if self.is_out_of_turns else SAY

    def _show_prompt(self) -> None:
        """Draw the note line's prompt, with what the line is for."""
        super()._show_prompt()
        app = cast("App[str]", self.app)
        label = self.query_one("#prompt", Label)
        box = cast("Text", label.content)
        style = f"bold {tone(app, 'on-lit')} on {tone(app, 'second')}"
        label.update(Text.assemble((" Anteckna ", style), " ", box))

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.refresh_all()

    # Talking

    def on_say_line_said(self, event: SayLine.Said) -> None:
        """Say it; what can't be kept has not been said, and stands in the line again."""
        event.stop()
        if self.between or self.is_out_of_turns:
            self.say_line.take_back(event.text)
            self.action_end()
            return
        if event.text != self._meant and self.looks_like_a_note(event.text):
            self._meant = event.text
            self.say_line.take_back(event.text)
            self.say(A_NOTE)
            return
        if self.attempt(lambda: self.room.say(event.text)) is None:
            self.say_line.take_back(event.text)
            return
        self._tip = self._meant = ""
        self.say("")
        self.start_clock()
        self.refresh_all()
        if self.is_out_of_turns:
            self.say(NO_MORE_TURNS)

    def on_say_line_scrolled(self, event: SayLine.Scrolled) -> None:
        """Read further up or down."""
        event.stop()
        self.query_one(TalkStream).read(event.way)

    # Commands

    def to_talk(self) -> None:
        """Go to the line one talks by."""
        self.noting = False
        self.refresh_all()
        self.say_line.focus()

    def to_notes(self) -> bool:
        """Go to the notes; ``False`` where they can't be kept."""
        if not self.noting and self.open_desk():
            self.noting, self._tip = True, ""
            self.refresh_all()
            self.line.focus()
        return self.noting

    def action_swap(self) -> None:
        """Go from talking to noting, or back; what stands in either line stays there."""
        self.say("")
        if self.noting:
            self.to_talk()
        else:
            self.to_notes()

    def close_open(self) -> bool:
        """Close the advice or the reasons, else go from noting to talking."""
        if self._tip:
            self._tip = ""
            self._show_tip()
        elif self._why:
            self.action_why()
        elif self.noting:
            self.to_talk()
        else:
            return False
        return True

    def action_hint(self) -> None:
        """Give an advice on what to say; while noting, show why the questions are suggested."""
        if self.noting:
            self.action_why()
            return
        hint = self.room.hint()
        example = hint.example if "”" in hint.example else f"”{hint.example}”"
        self._tip = f"Tips: {hint.words}" + (f" Till exempel: {example}" if hint.example else "")
        self._show_tip()

    def action_feedback(self) -> None:
        """Show or hide the feedback; where it was chosen for the end, it comes at the end."""
        if self.room.rehearsal.setting.shown is Shown.EFTERAT:
            self.say("Du valde att få återkopplingen först i spegeln.")
            return
        self._shows = not self._shows
        self._show_talk()
        self.say("Återkopplingen visas." if self._shows else "Återkopplingen är dold. Den finns i spegeln.")

    def action_openness(self) -> None:
        """Show or hide how open the person is."""
        self._openness = not self._openness
        self._show_openness()

    def action_undo(self) -> None:
        """Take back the latest turn, its words put in the line again; while noting, the latest note."""
        if self.noting:
            self.undo_and_say(self.talk.undo)
            return
        gone: list[Turn] = []

        def take_back() -> bool:
            gone.extend(filter(None, (self.room.take_back(),)))
            return True

        if not self.attempt(take_back):
            return
        self.refresh_all()
        if not gone:
            self.say("Det finns inget att ta tillbaka.")
            return
        if not self.say_line.value:
            self.say_line.take_back(gone[0].heard.text)
        self.say("Det är osagt. Säg det på ett annat sätt.")
