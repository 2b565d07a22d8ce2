"""The talk across the table: own words are quiet, the person's are clear, and gestures are set apart."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, cast

from rich.console import Group, RenderableType
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


class TalkStream(VerticalScroll):
    """The turns so far, the latest in sight."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own word
        """Begin empty."""
        super().__init__(Static("", id="spoken", markup=False), id=id, can_focus=False)

    def show(self, name: str, turns: Sequence[Turn], *, opening: Sequence[Said], told: bool, door: str) -> None:
        """Draw the talk with ``name``; ``told`` shows the feedback, ``door`` is said when the person has just come."""
        app = cast("App[str]", self.app)
        parts: list[RenderableType] = []
        if opening:
            parts.append(_table(name, turns, answer_rows(app, name, opening)))
        part = Part.GK1
        for turn in turns:
            if turn.part is not part:
                part = turn.part
                parts.append(Text(f"── {part.value} ──\n", style=f"bold {tone(app, 'second')}", justify="center"))
            parts.append(_table(name, turns, turn_rows(app, name, turn, told=told)))
        if door:
            parts.append(Text(door, style=f"italic {tone(app, 'quiet')}"))
        self.query_one("#spoken", Static).update(Group(*parts))
        self.call_after_refresh(self.scroll_end, animate=False, immediate=True)

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


def _table(name: str, turns: Sequence[Turn], rows: Iterable[tuple[Text, Text]]) -> Table:
    """Return rows with the labels in a column that is as wide as the longest name of the talk."""
    names = [name, YOU, *(said.name for turn in turns for said in turn.said)]
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=min(max(map(len, names)), _LONGEST_NAME), no_wrap=True, overflow="ellipsis")
    table.add_column(ratio=1)
    for label, words in rows:
        table.add_row(label, words)
    table.add_row("", "")
    return table
