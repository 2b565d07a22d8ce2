"""The talk across the table: own words are quiet, the person's are clear, and gestures are set apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, cast

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Static

from gk_assistant.domain.rehearsals import Part, Said, Speaker, Turn
from gk_assistant.tui.rehearsal_words import feedback
from gk_assistant.tui.widgets.colours import tone

YOU: Final = "Du"
SILENT: Final = "(du är tyst)"
STEP: Final = 3
"""Rows that an arrow scrolls."""
_GESTURE = re.compile(r"\([^()]*\)")
_LONGEST_NAME = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A piece of the talk: a turn, what was said in the doorway, a heading between meetings, or a stage direction."""

    turn: Turn | None = None
    said: tuple[Said, ...] = ()
    words: str = ""
    heading: bool = False


class TalkStream(VerticalScroll):
    """The turns so far, the latest in sight.

    A widget for each, so that a long talk costs no more than a short one: drawn as one whole it took 5 ms more for
    every turn.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__(id=id, can_focus=False)
        self._shown: tuple[_Piece, ...] = ()
        self._drawn_as: tuple[object, ...] = ()
        self._pieces: list[Static] = []

    def show(self, name: str, turns: Sequence[Turn], *, opening: Sequence[Said], told: bool, door: str) -> None:
        """Draw the talk with ``name``; ``told`` shows the feedback, ``door`` is said when the person has just come."""
        app = cast("App[str]", self.app)
        wide = _label_width(name, turns, opening)
        drawn_as = (app.theme, told, name, wide)
        pieces = tuple(_pieces(turns, opening, door))
        kept = _alike(pieces, self._shown) if drawn_as == self._drawn_as else 0
        for gone in self._pieces[kept:]:
            gone.remove()
        fresh = [Static(_drawn(app, name, piece, told=told, wide=wide), markup=False) for piece in pieces[kept:]]
        if fresh:
            self.mount(*fresh)
        self._pieces = [*self._pieces[:kept], *fresh]
        self._shown, self._drawn_as = pieces, drawn_as
        self.to_end()

    def to_end(self) -> None:
        """Bring the latest words in sight, once the screen has been laid out."""
        self.call_after_refresh(self.scroll_end, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Keep the latest words in sight when there is less room for them."""
        self.to_end()

    def read(self, way: int) -> None:
        """Scroll some rows up or down."""
        self.scroll_relative(y=way * STEP, animate=False)


def turn_rows(app: App[str], name: str, turn: Turn, *, told: bool) -> Iterable[tuple[Text, Text]]:
    """Yield the rows of a turn: label and words."""
    quiet = tone(app, "quiet")
    yield Text(YOU, style=quiet), Text(turn.heard.text or SILENT, style=quiet if turn.heard.text else f"italic {quiet}")
    if told:
        line = feedback_line(app, turn)
        if line.plain:
            yield Text(""), line
    yield from answer_rows(app, name, turn.said)


def answer_rows(app: App[str], name: str, said: Sequence[Said]) -> Iterable[tuple[Text, Text]]:
    """Yield what came back, each speaker's words in a row of their own."""
    rows: list[tuple[str, Speaker, list[str]]] = []
    for one in said:
        speaker = one.name or name
        if rows and rows[-1][0] == speaker and rows[-1][1] is one.by:
            rows[-1][2].append(one.text)
        else:
            rows.append((speaker, one.by, [one.text]))
    for speaker, by, texts in rows:
        label_tone = tone(app, "second" if by is Speaker.MED else "lit")
        yield Text(speaker, style=f"bold {label_tone}"), gestured(app, " ".join(texts))


def gestured(app: App[str], words: str) -> Text:
    """Return words with what is done beside them set apart."""
    text = Text(words, style=tone(app, "ink"))
    for found in _GESTURE.finditer(words):
        text.stylize(f"italic {tone(app, 'quiet')}", *found.span())
    return text


def feedback_line(app: App[str], turn: Turn) -> Text:
    """Return the feedback on a turn as one line."""
    text = Text()
    for number, piece in enumerate(feedback(turn)):
        text.append("  " if number else "")
        lead, colon, words = piece.words.partition(":")
        if colon:
            text.append(f"{lead}:", style=f"bold {tone(app, piece.tone)}")
        text.append(words if colon else lead, style=tone(app, "quiet"))
    return text


def _pieces(turns: Sequence[Turn], opening: Sequence[Said], door: str) -> Iterator[_Piece]:
    if opening:
        yield _Piece(said=tuple(opening))
    part = Part.GK1
    for turn in turns:
        if turn.part is not part:
            part = turn.part
            yield _Piece(words=part.value, heading=True)
        yield _Piece(turn=turn)
    if door:
        yield _Piece(words=door)


def _alike(first: Sequence[_Piece], second: Sequence[_Piece]) -> int:
    """Return how many pieces two talks have in common from the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _drawn(app: App[str], name: str, piece: _Piece, *, told: bool, wide: int) -> RenderableType:
    if piece.heading:
        return Text(f"── {piece.words} ──\n", style=f"bold {tone(app, 'second')}", justify="center")
    if piece.words:
        return Text(piece.words, style=f"italic {tone(app, 'quiet')}")
    rows = turn_rows(app, name, piece.turn, told=told) if piece.turn else answer_rows(app, name, piece.said)
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=wide, no_wrap=True, overflow="ellipsis")
    table.add_column(ratio=1)
    for label, words in rows:
        table.add_row(label, words)
    table.add_row("", "")
    return table


def _label_width(name: str, turns: Sequence[Turn], opening: Sequence[Said]) -> int:
    """Return the width of the names' column: that of the longest name of the talk."""
    names = [name, YOU, *(said.name for said in opening), *(said.name for turn in turns for said in turn.said)]
    return min(max(map(len, names)), _LONGEST_NAME)
