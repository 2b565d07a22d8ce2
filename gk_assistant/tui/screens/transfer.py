"""Från papper: handwritten lines go in after the meeting, one line a note, with nothing to answer in between."""

from collections.abc import Callable, Iterable
from typing import ClassVar, cast

from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from gk_assistant.conversation.coverage import board
from gk_assistant.conversation.talk import Talk
from gk_assistant.conversation.way import Place
from gk_assistant.domain.bank import Ruta
from gk_assistant.domain.notes import Note, Role, sign_of
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.guarded import guarded
from gk_assistant.tui.screens.case_meetings import CaseMeetings
from gk_assistant.tui.screens.reflection import ReflectionScreen, reflected
from gk_assistant.tui.screens.transfer_lines import PaperLines, Taken, paper_meeting
from gk_assistant.tui.widgets.board import Board
from gk_assistant.tui.widgets.colours import ruta_style
from gk_assistant.tui.wording import ROLES, VOICES, day_words

SHOWN = 400
"""Characters of a line shown in the list above; the whole of it is kept."""


class PaperLine(Input):
    """The line; several pasted lines are handed over whole, together with what stood on it."""

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            """Hold them."""
            super().__init__()
            self.text = text

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__(id=id, compact=True, select_on_focus=False, placeholder="skriv av en rad och tryck Enter")

    def _on_paste(self, event: events.Paste) -> None:
        """Keep every line: Textual's own takes only the first."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        if len(event.text.splitlines()) > 1:
            self.post_message(self.Pasted(f"{self.value[:start]}{event.text}{self.value[end:]}"))
        else:
            self.replace(event.text.rstrip("\r\n"), start, end)


class TransferScreen(CaseMeetings):
    """One line, Enter, next line. Everything typed is a note; nothing is taken for a request."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.OVERFORING,)
    PLACE: ClassVar[Place | None] = Place.OVERFORING
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.OVERFORING))
    CSS_PATH = "transfer.tcss"
    HELP = (
        "Skriv av papperet, en rad i taget. En bokstav ensam på raden byter ruta. v- tröttnar e 20 min lägger raden i "
        'rutan v med märket hinder. Citat börjar med ". Intyg: och bedömning: först på raden skiljer dem åt. '
        "Flera rader kan klistras in på en gång."
    )

    def __init__(self, meeting_id: str | None = None) -> None:
        """Put lines into a meeting; the latest one that can have been held when none is named."""
        super().__init__()
        self._wanted = meeting_id
        self._waiting: tuple[str, ...] = ()
        self._leaving = False
        self._taken_up = ""
        self._drawn: dict[tuple[Note, str], Text] = {}

    def body(self) -> Iterable[Widget]:
        """Lay out the rutor to the left, the lines put in and the line to the right."""
        line = Horizontal(Label("", id="prompt", markup=False), PaperLine(id="line"), id="line-row")
        yield Horizontal(Board(id="board"), Vertical(OptionList(id="entered", compact=True), line, id="paper"))

    def on_mount(self) -> None:
        """Take up the meeting, and ask for the ruta when none is known."""
        self._take_up(self._wanted or paper_meeting(self.desk.case, self.desk.today()).id)
        super().on_mount()
        if self._taken_up:
            self.line.value = self._taken_up
        self.line.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh_all())
        if self.paper.ruta is None:
            self.call_after_refresh(self.action_jump)

    def _take_up(self, meeting_id: str) -> None:
        ear = self.services.ear
        self.paper = PaperLines(Talk(self.desk, meeting_id, sort=ear.sort), ear)

    @property
    def line(self) -> PaperLine:
        """The line."""
        return self.query_one(PaperLine)

    @property
    def rows(self) -> OptionList:
        """The lines put in."""
        return self.query_one("#entered", OptionList)

    def half_written(self) -> str:
        """Return what stands in the line."""
        return self.line.value if self.is_mounted else self._taken_up

    def take_up(self, line: str) -> None:
        """Begin with a line that was half-written."""
        self._taken_up = line

    def on_input_changed(self) -> None:
        """Keep the line in the vault once the hand rests."""
        guarded(self).keep_standing_soon()

    # Drawing

    def refresh_all(self) -> None:
        """Draw everything from the meeting."""
        bank, meeting, here = self.desk.bank, self.paper.meeting, self.paper.here
        self.query_one(Board).show(bank, board(bank, meeting), here.id)
        prompt = Text(f"{here.key} {here.sign}", style=self._style(here))
        self.query_one("#prompt", Label).update(Text.assemble(prompt, (f" {here.short}", "bold")))
        entered = self.paper.entered
        lit = self.rows.highlighted
        self.rows.set_options(Option(self._row(note), id=note.id) for note in entered)
        self.rows.highlighted = min(lit, len(entered) - 1) if lit is not None and entered else None
        if not self.rows.has_focus:
            self.rows.call_after_refresh(self.rows.scroll_end, animate=False, immediate=True)
        count = "1 rad inlagd" if len(entered) == 1 else f"{len(entered)} rader inlagda"
        day = f" {day_words(meeting.day).partition(' ')[2]}" if meeting.day else ""
        self.title_line(
            f"{self.desk.case.label} · {meeting.title}{day} · Från papper", f"{ROLES[self.desk.author]} · {count}"
        )

    def _style(self, ruta: Ruta) -> str:
        return str(ruta_style(cast("App[str]", self.app), self.desk.bank, ruta))

    def _row(self, note: Note) -> Text:
        """Return a line as it is shown, drawn once as long as it and the theme stay the same."""
        key = (note, self.app.theme)
        if key not in self._drawn:
            self._drawn[key] = self._draw(note)
        return self._drawn[key]

    def _draw(self, note: Note) -> Text:
        ruta = self.desk.bank.ruta(note.ruta)
        text = Text.assemble((f"{sign_of(note.mark)} ", "bold"), (f"{ruta.key}{ruta.sign}", self._style(ruta)), " ")
        words = note.says if len(note.says) <= SHOWN else f"{note.says[:SHOWN]} … ({len(note.says)} tecken)"
        text.append(f"”{words}”" if note.own_words else words)
        if VOICES[note.voice] and not note.own_words:
            text.append(f"  ({VOICES[note.voice]})")
        expanded = self.services.ear.read(note.text, note.ruta).text
        if expanded != note.text:
            text.append(f"  = {expanded[:SHOWN]}", style="italic")
        return text

    # The line

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the line, and those that were left waiting behind it."""
        event.stop()
        if not event.value.strip() and not self._waiting:
            self.say("Raden är tom. Skriv av en rad, eller tryck Ctrl+B när allt är inlagt.")
            return
        self._take(event.value)

    def on_paper_line_pasted(self, event: PaperLine.Pasted) -> None:
        """Take pasted lines, one note each."""
        self._take(event.text)

    def _take(self, raw: str) -> None:
        """Take lines; what can't be saved stays on the line, and waits behind it."""
        self._leaving = False
        taken = self.paper.take(raw, self._waiting)
        self.line.value = taken.left[0] if taken.left else ""
        self.line.cursor_position = len(self.line.value)
        self._waiting = taken.left[1:]
        self.refresh_all()
        self._tell(taken)

    def _tell(self, taken: Taken) -> None:
        if not taken.wrong:
            self.say(taken.words, "warn")
            return
        waiting = f" {len(self._waiting)} rader väntar efter den." if self._waiting else ""
        self.say(f"{taken.wrong} Raden är kvar här.{waiting}", "error")

    # Among the lines put in

    def action_rows(self) -> None:
        """Go up among the lines."""
        if self.rows.option_count:
            self.rows.highlighted = self.rows.option_count - 1
            self.rows.focus()
            self.say("Enter ändrar raden, t tar bort den, Esc går tillbaka till skrivraden.")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change the words of a line."""
        note = self.paper.meeting.note(str(event.option.id))

        def taken(answer: str) -> str | None:
            self.paper.edit(note, answer)
            return None

        self.ask("Ändra raden", taken, value=note.text)

    def action_strike(self) -> None:
        """Take the lit line away."""
        at = self.rows.highlighted
        if self.rows.has_focus and at is not None:
            note = self.paper.entered[at]
            if self.carry_out(lambda: self.paper.strike(note)):
                self.say("Borttagen. Ctrl+Z tar tillbaka den.")
            if not self.paper.entered:
                self.line.focus()

    # Commands

    def action_jump(self) -> None:
        """Choose the ruta that the lines go into."""
        choices = [Choice(id=ruta.id, title=f"{ruta.sign} {ruta.title}", key=ruta.key) for ruta in self.desk.bank.rutor]

        def chosen(ruta: str | None) -> None:
            if ruta is not None:
                self.paper.ruta = self.desk.bank.ruta(ruta)
                self.refresh_all()

        self.app.push_screen(Pick("Vilken ruta?", choices, start=self.paper.here.id), chosen)

    def action_meeting(self) -> None:
        """Choose the meeting that the lines belong to."""
        choices = [
            Choice(id=meeting.id, title=meeting.title, remark=day_words(meeting.day), key=str(meeting.number))
            for meeting in self.desk.case.meetings
        ]

        def chosen(meeting: str | None) -> None:
            if meeting is not None and meeting != self.paper.meeting.id:
                ruta = self.paper.ruta
                self._take_up(meeting)
                self.paper.ruta = ruta or self.paper.ruta
                self.refresh_all()

        self.app.push_screen(Pick("Vilket möte?", choices, start=self.paper.meeting.id), chosen)

    def _swap(self, step: Callable[[], str | None], done: str, nothing: str) -> str | None:
        line = self.attempt(lambda: (step(),))
        if line is None:
            return None
        self.refresh_all()
        self.say(nothing if line[0] is None else done)
        return line[0]

    def action_undo(self) -> None:
        """Take back the latest step; a line is given back to be mended, when nothing else stands there."""
        line = self._swap(self.paper.undo, "Ångrade det senaste.", "Det finns ingen rad att ångra här.")
        if line and not self.line.value:
            self.line.value = line
            self.line.cursor_position = len(line)
            self.line.focus()
            self.say("Raden är tillbaka här. Rätta den och tryck Enter.")

    def action_redo(self) -> None:
        """Do the step again."""
        line = self._swap(self.paper.redo, "Gjorde om det ångrade.", "Det finns inget att göra om.")
        if line and self.line.value == line:
            self.line.value = ""

    def action_sign(self) -> None:
        """Sign the lines that follow as the other agency."""
        self.desk.author = Role.AF if self.desk.author is Role.FK else Role.FK
        self.refresh_all()
        self.say(f"Raderna signeras nu {ROLES[self.desk.author]}.")

    def _line_is_left(self) -> bool:
        """Whether something stands on the line that has not been put in; says so the first time."""
        if self._leaving or not (self.line.value.strip() or self._waiting):
            return False
        self._leaving = True
        self.say("Det som står på raden är inte inlagt än. Enter lägger in det. Samma tangent igen lämnar det.", "warn")
        return True

    def action_end(self) -> None:
        """Say that everything is in: the meeting counts as held, and the reflection follows."""
        meeting = self.paper.meeting
        if self._line_is_left():
            return
        if meeting.ended_at is None:
            self.carry_out(lambda: self.ask_held(meeting, then=self._reflect))
        else:
            self._reflect()

    def _reflect(self) -> None:
        if reflected(self.desk.case).id == self.paper.meeting.id:
            self.app.switch_screen(ReflectionScreen())
        else:
            self.app.pop_screen()

    def action_back(self) -> None:
        """Go from the lines put in to the line, and from there back."""
        if self.rows.has_focus:
            self.rows.highlighted = None
            self.line.focus()
        elif not self._line_is_left():
            self.app.pop_screen()
