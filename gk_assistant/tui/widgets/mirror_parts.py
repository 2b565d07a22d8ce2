"""The parts of a mirror as they are drawn: strengths first, then what to try, then figures as guidance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import App

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.mirrors import Comparison, Guided, Measure, Mirror, PlotPoint, Remark
from gk_assistant.domain.openness import RULE_WORDS
from gk_assistant.domain.rehearsals import Cued
from gk_assistant.domain.utterances import KIND_WORDS
from gk_assistant.tui.rehearsal_words import CLOSES, OPENS, TRIES, capital
from gk_assistant.tui.widgets.colours import tone
from gk_assistant.tui.widgets.openness_plot import Limits, Tones, plot

STANDS: Final = {
    Guided.INOM: ("√", "inom", "good"),
    Guided.NARA: ("~", "nära", "ink"),
    Guided.UTANFOR: ("!", "utanför", "warn"),
    Guided.OSAKERT: ("?", "osäkert", "quiet"),
    Guided.UTAN: (" ", "", "quiet"),
}
"""How a figure stands beside its guide line: sign, word, tone."""
BECAME: Final = {
    Cued.GIVEN: ("·", "sades"),
    Cued.TAGEN: ("√", "du hakade i"),
    Cued.FORBI: ("!", "det gick förbi"),
}
ROOMY: Final = 100
LOW, HIGH = 9, 13
"""Rows of the plot on a small and on a large screen."""
MOVES: Final = 6
"""So many of the largest moves are told below the plot."""
BAR: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the mirror: its heading and what stands under it."""

    title: str
    content: RenderableType


class MirrorParts:
    """Draws the parts of a mirror for a screen of some columns."""

    def __init__(self, app: App[str], mirror: Mirror, bank: Bank, *, width: int) -> None:
        """Draw ``mirror`` in the tones of the theme that is on."""
        self._app = app
        self._mirror = mirror
        self._bank = bank
        self._width = width

    def all(self) -> Iterator[Part]:
        """Yield the parts that hold anything, strengths first."""
        mirror = self._mirror
        yield Part(title="Det här gjorde du bra", content=self._remarks(mirror.strengths, "√", "good"))
        if mirror.tries:
            yield Part(title="Att pröva nästa gång", content=self._remarks(mirror.tries, TRIES, "second"))
        if mirror.plot:
            yield Part(title="Så öppen var personen", content=self._plot())
        yield Part(title="Siffrorna. Riktmärken är vägledning, inget betyg", content=self._measures())
        yield Part(title="Så pratade du", content=self._kinds())
        if mirror.rutor:
            yield Part(title="Rutorna", content=self._rutor())
        if mirror.facts:
            yield Part(title="Det som fanns att berätta", content=self._facts())
        if mirror.cues:
            yield Part(title="Det som sades i förbifarten", content=self._cues())
        if mirror.comparison is not None:
            yield Part(title="Trappan och planen, jämförda", content=self._comparison(mirror.comparison))
        if mirror.not_understood:
            rows = [Text(f"”{words}”") for words in mirror.not_understood]
            yield Part(title="Det personen inte förstod", content=Group(*rows))

    def _tone(self, name: str) -> str:
        return tone(self._app, name)

    def _remarks(self, remarks: Sequence[Remark], sign: str, colour: str) -> RenderableType:
        quiet = self._tone("quiet")
        if not remarks:
            return Text("Samtalet är för kort för att säga något säkert.", style=quiet)
        table = _grid(1, None)
        for remark in remarks:
            words = Text(remark.words)
            if remark.quote:
                where = f"Replik {remark.turn}: " if remark.turn else ""
                words.append(f"\n{where}”{remark.quote}”", style=quiet)
            if remark.better:
                words.append(f"\nPröva: ”{remark.better}”", style=self._tone("second"))
            table.add_row(Text(sign, style=f"bold {self._tone(colour)}"), words)
        return table

    def _plot(self) -> RenderableType:
        mirror = self._mirror
        limits = Limits(shut=mirror.shut or 0, trust=mirror.trust or 0)
        tones = Tones(line=self._tone("lit"), quiet=self._tone("quiet"), limit=self._tone("quiet"))
        height = HIGH if self._width >= ROOMY else LOW
        picture = plot(mirror.plot, limits, tones, width=self._width, height=height)
        return Group(picture, Text(""), self._moves(mirror.plot))

    def _moves(self, points: Sequence[PlotPoint]) -> RenderableType:
        """Tell the largest moves, in the order of the talk."""
        largest = sorted((point for point in points if point.rule), key=lambda point: -abs(point.step))[:MOVES]
        table = _grid(10, 1, None)
        for point in sorted(largest, key=lambda point: point.turn):
            up = point.step > 0
            sign = Text(OPENS if up else CLOSES, style=f"bold {self._tone('good' if up else 'warn')}")
            words = RULE_WORDS[point.rule] if point.rule else ""
            table.add_row(
                Text(f"Replik {point.turn}", style=self._tone("quiet")), sign, Text(f"{words} ({point.step:+d})")
            )
        return table

    def _measures(self) -> RenderableType:
        table = _grid(12, None)
        for measure in self._mirror.measures:
            sign, word, colour = STANDS[measure.stands]
            table.add_row(Text(f"{sign} {word}", style=f"bold {self._tone(colour)}"), self._measure(measure))
        return table

    def _measure(self, measure: Measure) -> Text:
        quiet = self._tone("quiet")
        text = Text.assemble((measure.name, "bold"), f"  {measure.value}")
        if measure.guide:
            text.append(f"\nRiktmärke: {measure.guide}.", style=quiet)
        if measure.why:
            text.append(f" {measure.why}" if measure.guide else f"\n{measure.why}", style=quiet)
        return text

    def _kinds(self) -> RenderableType:
        mirror, table = self._mirror, _grid(26, 4, None)
        most = max((count for _, count in mirror.kinds), default=0) or 1
        for kind, count in mirror.kinds:
            if count:
                bar = "█" * max(round(count / most * BAR), 1)
                table.add_row(
                    Text(capital(KIND_WORDS[kind])), Text(f"{count}", justify="right"), Text(bar, self._tone("lit"))
                )
        if mirror.unsure:
            table.add_row(Text("Osäkert vilket"), Text(f"{mirror.unsure}", justify="right"), Text(""))
        return table

    def _rutor(self) -> RenderableType:
        table = _grid(2, 34, None)
        for row in self._mirror.rutor:
            told = f"{row.reached} av {row.of} kom fram" if row.of else "inget fanns att berätta"
            turns = f"{row.turns} {'replik' if row.turns == 1 else 'repliker'}" if row.turns else "orörd"
            sign = "●" if row.turns else "·"
            table.add_row(Text(sign, style=self._tone("good" if row.turns else "quiet")), row.title, f"{turns}, {told}")
        return table

    def _facts(self) -> RenderableType:
        quiet, table = self._tone("quiet"), _grid(12, None)
        facts = self._mirror.facts
        told = sorted((one for one in facts if one.turn), key=lambda one: one.turn)
        for fact in (*told, *(one for one in facts if not one.turn)):
            label = f"√ replik {fact.turn}" if fact.turn else "· inte sagt"
            deep = " (sägs först med tillit eller lov)" if fact.deep else ""
            style = self._tone("good") if fact.turn else quiet
            words = Text.assemble((f"{self._title(fact.ruta)}. ", quiet), fact.fact, (deep, quiet))
            table.add_row(Text(label, style=style), words)
        return table

    def _title(self, ruta: str) -> str:
        try:
            return self._bank.ruta(ruta).title
        except KeyError:
            return ruta

    def _cues(self) -> RenderableType:
        quiet, table = self._tone("quiet"), _grid(12, None)
        for passed in self._mirror.cues:
            sign, word = BECAME[passed.seen.became]
            words = Text.assemble(f"”{passed.seen.words}”", (f" {word}.", "bold"), (f" {passed.seen.why}", quiet))
            table.add_row(Text(f"{sign} replik {passed.turn}", style=quiet), words)
        return table

    def _comparison(self, both: Comparison) -> RenderableType:
        rows: tuple[tuple[str, Sequence[str], Sequence[str]], ...] = (
            ("Trappan", (both.first, f"Efter en tid: {both.later}" if both.later else ""), both.ours),
            ("Mål", (both.goal,), (both.our_goal,)),
            ("Behov", both.needs, both.our_needs),
            ("Steg", both.steps, both.our_steps),
        )
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column(width=8)
        table.add_column(ratio=1)
        table.add_column(ratio=1)
        table.add_row("", Text(f"{self._mirror.name} själv", style="bold"), Text("Det ni skrev", style="bold"))
        for title, theirs, ours in rows:
            table.add_row(Text(title, style="bold"), _listed(theirs), _listed(ours))
            table.add_row("", "", "")
        more = [Text(f"Om det inte går: {both.otherwise}")] if both.otherwise else []
        more += [Text(f"Undvik: {words}") for words in both.avoid]
        return Group(table, *more)


def _listed(words: Sequence[str]) -> Text:
    kept = [word for word in words if word]
    return Text("\n".join(f"· {word}" for word in kept) if len(kept) > 1 else kept[0] if kept else "inget")


def _grid(*widths: int | None) -> Table:
    """Return a table without frames; a column without a width takes what is left."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    for width in widths:
        if width is None:
            table.add_column(ratio=1)
        else:
            table.add_column(width=width)
    return table
