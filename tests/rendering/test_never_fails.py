"""Rendering never fails, never spreads past the screen, and never sends the terminal anything to obey."""

import io
import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from gk_assistant.documents.model import Document
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Heading, Mark, Note, Sorting
from gk_assistant.domain.planning import Plan, PlanStep
from gk_assistant.rendering.markdown import to_markdown
from gk_assistant.rendering.terminal import to_terminal
from gk_assistant.rendering.text import to_text
from tests import strategies
from tests.documents.bank_for_papers import bank
from tests.documents.golden_papers import paper
from tests.documents.rich_case import NOW, START, rich_case

_COLOUR_CODE = re.compile("\x1b\\[[0-9;]*m")
_WIDTHS = st.sampled_from((1, 7, 20, 39, 60, 78, 80, 120, 200))


def _printed(document: Document, width: int, *, colour: bool = True) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        no_color=not colour,
        _environ={},
    )
    console.print(to_terminal(document))
    return file.getvalue()


def _forbidden(text: str) -> set[str]:
    return {
        char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
    }


@settings(max_examples=60, deadline=None)
@given(case=strategies.cases, paper_id=st.sampled_from(list(PAPERS)), width=_WIDTHS)
def test_any_case_becomes_a_paper_that_fits(case: Case, paper_id: str, width: int) -> None:
    """Whatever a case holds, every form of every paper is made, fits its width, and holds no control character."""
    document = build(paper_id, case, bank=bank(), now=NOW)
    text = to_text(document, width)
    assert all(cell_len(line) <= width for line in text.splitlines())
    printed = _COLOUR_CODE.sub("", _printed(document, width))
    assert all(cell_len(line) <= width for line in printed.split("\n"))
    assert not _forbidden(text) | _forbidden(printed) | _forbidden(to_markdown(document))


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("paper_id", PAPERS)
def test_colour_adds_nothing_but_colour(paper_id: str, width: int) -> None:
    """Without colour the same characters come out, and no escape code at all."""
    document = paper(paper_id)
    plain = _printed(document, width, colour=False)
    assert "\x1b" not in plain
    assert _COLOUR_CODE.sub("", _printed(document, width)) == plain


@pytest.mark.parametrize(
    "text",
    ["[bold]fet[/bold]", "*stjärna* _streck_", "| a | b |", "# rubrik", "- punkt", "1. ett", ":smile:", "<b>fet</b>"],
)
def test_markup_is_literal_in_the_terminal_and_in_text(text: str) -> None:
    """What looks like markup in a note is printed character by character."""
    document = build("reflektion", _with_note(text), bank=bank(), now=NOW)
    assert text in _printed(document, 120, colour=False)
    assert text in to_text(document)


def test_escape_codes_in_a_note_are_shown_not_sent() -> None:
    """A pasted escape code is seen as a replacement sign; the terminal gets none of it."""
    document = build("reflektion", _with_note("\x1b[31mröd\x1b[0m\x07 \u202eomvänd\udc80"), bank=bank(), now=NOW)
    printed = _printed(document, 120, colour=False)
    assert "�[31mröd�[0m� omvänd�" in printed


def _with_note(text: str) -> Case:
    case = rich_case()
    return case.with_meeting(case.meetings[0].with_note(Note(id="n1", ruta="vardag", text=text, at=START)))


def test_two_hundred_notes_all_come_out() -> None:
    """A long meeting loses no note on the way to paper."""
    notes = tuple(
        Note(
            id=f"n{number}",
            ruta="vardag",
            text=f"anteckning {number:03}",
            at=START + timedelta(seconds=number),
            mark=(Mark.FUNGERAR, Mark.HINDER, None)[number % 3],
            sorting=Sorting(heading=(*Heading, None)[number % 5]),
        )
        for number in range(200)
    )
    case = rich_case()
    case = case.with_meeting(replace(case.meetings[0], notes=notes))
    for paper_id in ("minnesanteckningar", "reflektion", "tjansteanteckning"):
        text = to_text(build(paper_id, case, bank=bank(), now=NOW)).lower()
        assert all(f"anteckning {number:03}" in text for number in range(200))


def test_forty_steps_with_long_words_all_come_out() -> None:
    """A plan of forty steps, one of them a word of 300 letters, keeps each of them."""
    day = date(2026, 11, 17)
    steps = tuple(
        PlanStep(id=f"s{turn}", what=f"steg{turn:02}x", due=day + timedelta(days=2 * turn)) for turn in range(40)
    )
    long_one = PlanStep(id="lång", what="å" * 300, who="b" * 300, when="c" * 300, extent="d" * 300)
    plan = Plan(id="p", start=day, end=date(2027, 2, 16), steps=(*steps, long_one))
    text = to_text(build("plan", replace(rich_case(), plans=(plan,)), bank=bank(), now=NOW))
    assert all(text.count(f"steg{turn:02}x") >= 2 for turn in range(40))
    assert sum(text.count(letter) for letter in "å") >= 300
    assert max(map(cell_len, text.splitlines())) <= 78


@pytest.mark.parametrize(("start", "end"), [(date(2026, 5, 1), date(2026, 4, 1)), (date(1, 1, 1), date(9999, 12, 31))])
def test_strange_periods_become_a_list(start: date, end: date) -> None:
    """A plan that ends before it starts, or lasts for ages, is told as a list of days."""
    plan = Plan(id="p", start=start, end=end, steps=(PlanStep(id="a", what="Ett", due=date(2026, 4, 20)),))
    text = to_text(build("plan", replace(rich_case(), plans=(plan,)), bank=bank(), now=NOW))
    assert "● 1. Ett (20 april)" in text
