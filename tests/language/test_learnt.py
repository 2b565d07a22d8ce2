"""What is near enough to be learnt from."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.domain.learnt import Lesson
from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.learnt import Memory, gist_of, likeness
from gk_assistant.language.sorting import Sorter

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
PAIRS = [
    tuple(row.values())
    for row in csv.DictReader(
        (Path(__file__).parent / "learnt.tsv").read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )
]


def lesson(text: str, ruta: str = "vardag", *, heading: Heading | None = Heading.PERSON, **more: object) -> Lesson:
    """Return a lesson."""
    return Lesson(case="c", note=text, ruta=ruta, text=text, at=AT, heading=heading, **more)  # type: ignore[arg-type]


def memory(sorter: Sorter, *lessons: Lesson) -> Memory:
    """Lay out lessons over the shipped sorting."""
    return Memory(
        lessons,
        lambda ruta, text: sorter.abbreviations.normal(text, ruta),
        lambda ruta, text: sorter.sort(ruta, text).mark,
    )


def met(sorter: Sorter, known: Lesson, ruta: str | None, new: str) -> bool:
    """Tell whether a new note gets the heading of a lesson."""
    gist = gist_of(sorter.abbreviations.normal(new, ruta))
    return memory(sorter, known).heading(ruta, gist, sorter.sort(ruta, new).mark) is not None


@pytest.mark.parametrize(("ruta", "text", "new", "alike"), PAIRS, ids=[f"{row[1]} | {row[2]}" for row in PAIRS])
def test_near_wordings_are_met_and_others_are_not(sorter: Sorter, ruta: str, text: str, new: str, alike: str) -> None:
    """Inflection, order, small words, abbreviations and numbers may differ; what is said may not."""
    assert met(sorter, lesson(text, ruta), ruta, new) is (alike == "1")


def test_another_ruta_asks_for_more(sorter: Sorter) -> None:
    """Two words in three are enough where the correction was made, and not elsewhere; the same words are."""
    known = lesson("aptiten tillbaka", "vardag")
    assert met(sorter, known, "vardag", "aptiten tillbaka sedan sommaren")
    assert not met(sorter, known, "fritid", "aptiten tillbaka sedan sommaren")
    assert met(sorter, known, "fritid", "aptiten är tillbaka")
    assert met(sorter, known, None, "aptiten är tillbaka")


def test_a_note_without_words_meets_nothing(sorter: Sorter) -> None:
    """A number, a sign or small words alone are no wording to learn from."""
    for text in ("", "!", "50 %", "och så"):
        assert not met(sorter, lesson(text), "vardag", text)


def test_the_latest_of_equal_lessons_holds(sorter: Sorter) -> None:
    """Who changes their mind is followed."""
    gist = gist_of("går ut med hunden")
    first = lesson("går ut med hunden", heading=Heading.PERSON)
    later = Lesson(
        case="c", note="n", ruta="vardag", text="går ut med hund", at=AT.replace(hour=10), heading=Heading.OMGIVNING
    )
    for rows in ((first, later), (later, first)):
        found = memory(sorter, *rows).heading("vardag", gist, sorter.sort("vardag", "går ut med hunden").mark)
        assert found is not None
        assert found.lesson.heading is Heading.OMGIVNING


def test_a_mark_asks_for_the_same_numbers(sorter: Sorter) -> None:
    """Four hours of sleep are not eight: a learnt mark holds for the same numbers only."""
    known = memory(sorter, lesson("sover 4 h", heading=None, mark=Mark.FUNGERAR))
    same, other = gist_of("sover 4 timmar"), gist_of("sover 8 timmar")
    assert known.mark(same) is not None
    assert known.mark(other) is None
    assert known.heading("vardag", same, Mark.HINDER) is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_a_share(one: str, other: str) -> None:
    """It lies between 0 and 1, is the same both ways, and is 1 for a text and itself when it has words at all."""
    first, second = gist_of(one), gist_of(other)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == likeness(second, first)
    assert likeness(first, first) == (1.0 if first.words else 0.0)
