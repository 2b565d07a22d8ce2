"""The list of papers, and how one is asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gk_assistant.documents.context import Context, PaperFault
from gk_assistant.documents.minnesanteckningar import minnesanteckningar_by_ruta
from gk_assistant.documents.model import Audience, Heading, PlanTimeline, Staircase, Table
from gk_assistant.documents.planen import nearest_step
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.documents.view import for_deltagaren
from gk_assistant.domain.planning import Plan, PlanStep
from gk_assistant.rendering.text import to_text
from tests.documents.bank_for_papers import bank
from tests.documents.golden_papers import paper
from tests.documents.rich_case import NOW, rich_case


def test_papers_come_in_three_classes() -> None:
    """Every paper has its class, and it is the class of the document that is made."""
    assert {one.audience for one in PAPERS.values()} == set(Audience)
    for paper_id, known in PAPERS.items():
        assert paper(paper_id).audience is known.audience


def test_unknown_paper_is_answered_with_the_list() -> None:
    """Asking for a paper that does not exist tells which there are, in a Swedish sentence."""
    with pytest.raises(PaperFault, match=r"Det finns inget papper som heter protokoll.*trappa, plan"):
        paper("protokoll")


def test_unknown_meeting_is_named() -> None:
    """Asking for a meeting that the case lacks names it."""
    with pytest.raises(PaperFault, match="inget möte som heter GK9"):
        paper("reflektion", meeting_id="GK9")


@pytest.mark.parametrize("name", ["m1", "GK1", "gk1", "1"])
def test_meeting_can_be_named_by_id_title_or_number(name: str) -> None:
    """A meeting is found by its id and by what people call it."""
    assert paper("reflektion", meeting_id=name).subtitle == "Bageriet 7 · GK1"


def test_latest_meeting_with_notes_is_meant_when_none_is_named() -> None:
    """A booked but empty GK2 does not hide the notes of GK1."""
    assert "GK1" in paper("tjansteanteckning").subtitle


def test_fictive_case_is_marked_on_every_paper() -> None:
    """A made-up case says so on paper."""
    case = replace(rich_case(), fictive=True)
    assert all("påhittade" in to_text(paper(paper_id, case)) for paper_id in PAPERS)


def test_notes_can_stand_by_ruta() -> None:
    """The deltagare's notes can follow the rutor that were shown instead of the four headings."""
    document = minnesanteckningar_by_ruta(for_deltagaren(rich_case()), Context(bank=bank(), now=NOW))
    headings = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    first = headings.index("Arbetsliv")
    assert headings[first : first + 3] == ["Arbetsliv", "Behandling/medicinering", "Fysisk hälsa"]


def test_own_placements_show_the_way_and_the_agencies_do_not() -> None:
    """The deltagare's trappa has their own crosses, in order; a cross made by FK or AF is the case file's."""
    stairs = next(block for block in paper("trappa").blocks if isinstance(block, Staircase))
    assert [cross.step for cross in stairs.crosses] == [3.0, 2.5]
    assert "mellan steg 2 och 3" in stairs.alt
    assert "Arbetsförmedlingen" in to_text(paper("tjansteanteckning"))


def test_time_line_and_table_number_the_steps_alike() -> None:
    """Number 3 in the picture is number 3 in the table."""
    blocks = paper("plan").blocks
    drawn = next(block for block in blocks if isinstance(block, PlanTimeline))
    table = next(block for block in blocks if isinstance(block, Table))
    assert [mark.label for mark in drawn.marks if mark.kind == "steg"] == [
        f"{row[0]}. {row[1]}" for row in table.rows[:4]
    ]


def test_plan_with_checks_shows_them() -> None:
    """A longer plan for aktivitetsersättning says when it is looked at again."""
    plan = Plan(id="p", start=date(2026, 1, 1), end=date(2026, 12, 1), checks=(date(2026, 4, 1), date(2026, 7, 1)))
    text = to_text(paper("plan", replace(rich_case(), plans=(plan,))))
    assert "Onsdag 1 april 2026" in text
    assert text.count("Avstämning") == 2


def test_steps_stand_on_paper_in_the_plans_own_order() -> None:
    """A step that somebody moved by hand keeps its place and number on paper, as on the screen."""
    steps = (PlanStep(id="a", what="Sen"), PlanStep(id="b", what="Först", due=date(2026, 11, 20)))
    case = rich_case()
    assert case.plan is not None
    text = to_text(paper("plan", replace(case, plans=(replace(case.plan, steps=steps),))))
    assert text.index("1   Sen") < text.index("2   Först")
    assert "2. Först (20 november)" in text


def test_what_comes_next_stands_first() -> None:
    """The plan says what comes next from the day it is printed; a step that has been is not it."""
    case = rich_case()
    plan = case.plan
    assert plan is not None
    told = to_text(build("plan", case, bank=bank(), now=datetime(2026, 11, 30, 9, 0, tzinfo=UTC)))
    assert "Ny läkartid, tisdag 1 december 2026" in told
    assert nearest_step(plan, date(2027, 3, 1)) is None


def test_the_deltagare_is_called_you_in_the_plan_and_not_in_the_case_file() -> None:
    """Where the plan says that the deltagare does something, their own paper says *du*."""
    case = rich_case()
    assert case.plan is not None
    steps = (PlanStep(id="a", what="Ringa", who="Deltagaren"), PlanStep(id="b", what="Boka", who="Deltagaren och Olle"))
    case = replace(case, plans=(replace(case.plan, steps=steps),))
    table = next(block for block in paper("plan", case).blocks if isinstance(block, Table))
    assert [row[2] for row in table.rows] == ["Du", "Du och Olle"]
    assert "Deltagaren och Olle" in " ".join(to_text(paper("tjansteanteckning", case)).split())


def test_times_kept_in_universal_time_are_told_in_local_time() -> None:
    """A note stored in UTC at nine is told as ten in a Swedish winter."""
    case = rich_case()
    first = case.meetings[0]
    note = replace(first.notes[0], at=datetime(2026, 11, 3, 9, 5, tzinfo=UTC))
    case = case.with_meeting(replace(first, notes=(note,)))
    assert "10.05" in to_text(build("tjansteanteckning", case, bank=bank(), now=NOW))


def test_a_note_from_another_day_says_which() -> None:
    """A note written down the day after the meeting carries that day in the case file."""
    case = rich_case()
    first = case.meetings[0]
    note = replace(first.notes[0], at=datetime(2026, 11, 4, 9, 5, tzinfo=UTC))
    text = to_text(paper("tjansteanteckning", case.with_meeting(replace(first, notes=(note,)))))
    assert "4 november 10.05" in text
