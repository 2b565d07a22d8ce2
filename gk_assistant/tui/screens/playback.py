"""Spela upp: a rehearsal turn by turn, with what each turn was, what it moved, and how far in the answer lay."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, cast

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from gk_assistant.domain.openness import RULE_WORDS
from gk_assistant.domain.rehearsals import Rehearsal, Turn
from gk_assistant.domain.utterances import ACT_WORDS, KIND_WORDS
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.rehearsal_words import CLOSES, OPENS, capital, openness_bar, openness_word
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.widgets.colours import tone
from gk_assistant.tui.widgets.mirror_parts import BECAME
from gk_assistant.tui.widgets.talk_stream import SILENT, YOU, gestured

BAR = 30
LABEL = 13


class PlaybackSheet(VerticalScroll):
    """One turn; the arrows left and right belong to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.UPPSPELNING))


class PlaybackScreen(GkScreen):
    """A rehearsal, a turn at a time."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.UPPSPELNING,)
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.UPPSPELNING))
    CSS_PATH = "playback.tcss"
    HELP = "→ går till nästa replik och ← till den förra. ↑ och ↓ bläddrar om en replik är lång."

    def __init__(self, practice: Practice, rehearsal: Rehearsal) -> None:
        """Play a rehearsal that holds at least one turn."""
        super().__init__()
        self.practice = practice
        self.rehearsal = rehearsal
        self.at = 0

    def body(self) -> Iterable[Widget]:
        """Lay out one turn."""
        yield PlaybackSheet(Static("", id="turn", markup=False), id="sheet")

    def on_mount(self) -> None:
        """Draw the first turn."""
        super().on_mount()
        self.query_one(PlaybackSheet).focus()

    @property
    def turn(self) -> Turn:
        """The turn that is shown."""
        return self.rehearsal.turns[self.at]

    def refresh_all(self) -> None:
        """Draw the turn."""
        if not self.is_mounted:
            return
        count = len(self.rehearsal.turns)
        turn = self.turn
        where = f" · {self._ruta(turn.ruta)}" if turn.ruta else ""
        self.title_line(
            f"Spela upp · {self.rehearsal.name} · {turn.part.value}{where}", f"replik {self.at + 1} av {count}"
        )
        self.query_one("#turn", Static).update(self._drawn(turn))

    def _ruta(self, ruta: str) -> str:
        try:
            return self.practice.bank.ruta(ruta).title
        except KeyError:
            return ruta

    def _drawn(self, turn: Turn) -> RenderableType:
        table = Table.grid(padding=(0, 2, 1, 0), expand=True)
        table.add_column(width=LABEL)
        table.add_column(ratio=1)
        for label, words in self._rows(turn):
            table.add_row(label, words)
        return Group(table)

    def _rows(self, turn: Turn) -> Iterator[tuple[Text, Text]]:
        app = cast("App[str]", self.app)
        quiet, lit = tone(app, "quiet"), f"bold {tone(app, 'lit')}"
        yield Text(YOU, style="bold"), Text(turn.heard.text or SILENT)
        yield Text("Togs som", style=quiet), Text(self._taken_as(turn), style=quiet)
        if turn.stirs:
            yield Text("Rörde", style=quiet), self._moves(turn)
        if turn.openness is not None:
            yield Text("Öppenhet", style=quiet), self._openness(turn)
        for said in turn.said:
            words = gestured(app, said.text)
            if said.when_said:
                words.append(f"\n{capital(said.when_said)}.", style=quiet)
            yield Text(said.name or self.rehearsal.name, style=lit), words
        for cue in turn.cues:
            sign, word = BECAME[cue.became]
            yield Text("I förbifarten", style=quiet), Text(f"{sign} ”{cue.words}”, {word}. {cue.why}")
        if turn.heard.feedback:
            yield Text("Råd", style=quiet), Text(turn.heard.feedback)
        if turn.heard.better:
            yield Text("Pröva", style=quiet), Text(f"”{turn.heard.better}”", style=tone(app, "second"))

    @staticmethod
    def _taken_as(turn: Turn) -> str:
        heard = turn.heard
        kind = KIND_WORDS[heard.kind] if heard.kind else "osäkert vad"
        if heard.kind is None and heard.likely is not None and heard.text:
            kind = f"osäkert, troligast {KIND_WORDS[heard.likely]}"
        acts = [ACT_WORDS[clue.act] for clue in heard.clues]
        told = f". Du {_and(acts)}" if acts else ""
        missed = "" if turn.understood else ". Personen förstod inte"
        tip = ". Efter ett tips" if turn.hinted else ""
        return f"{capital(kind) if heard.text else 'Tystnad'}{told}{missed}{tip}."

    def _moves(self, turn: Turn) -> Text:
        app, text = cast("App[str]", self.app), Text()
        for number, stir in enumerate(turn.stirs):
            up = stir.step > 0
            text.append("\n" if number else "")
            text.append(f"{OPENS if up else CLOSES} ", style=f"bold {tone(app, 'good' if up else 'warn')}")
            text.append(f"{capital(RULE_WORDS[stir.rule])} ({stir.step:+d})")
        return text

    def _openness(self, turn: Turn) -> Text:
        now = turn.openness or 0
        word = openness_word(now, shut=self.rehearsal.shut, trust=self.rehearsal.trust)
        return Text(f"{openness_bar(now, BAR)} {now} av 100, {word}")

    # Commands

    def action_step(self, step: int) -> None:
        """Go to the turn before or after; at the ends, stay."""
        last = len(self.rehearsal.turns) - 1
        at = min(max(self.at + step, 0), last)
        if at == self.at:
            self.say("Det var den sista repliken." if step > 0 else "Det var den första repliken.")
            return
        self.at = at
        self.say("")
        self.query_one(PlaybackSheet).scroll_home(animate=False)
        self.refresh_all()


def _and(words: list[str]) -> str:
    return " och ".join(filter(None, (", ".join(words[:-1]), words[-1])))
