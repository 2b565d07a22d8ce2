"""The papers about practice: the mirror, one trainee over time, a group without names."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from gk_assistant.documents.jamforelse import gruppoversikt, jamforelse
from gk_assistant.documents.leaving import identifiers_in
from gk_assistant.documents.model import Audience, Document, Heading, Table
from gk_assistant.documents.plots import LinePlot
from gk_assistant.documents.spegel import spegel
from gk_assistant.domain.overviews import OfPersona, Often, OverTime, Overview, Point, Series, Spread, TalkHeld
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.rehearsal.mirror import mirror_of
from gk_assistant.rendering.docx import to_docx
from gk_assistant.rendering.html import to_html
from gk_assistant.rendering.markdown import to_markdown
from gk_assistant.rendering.pdf import to_pdf
from gk_assistant.rendering.text import to_text
from tests.documents.bank_for_papers import bank
from tests.documents.rehearsed import BEGUN, NOW, mirror, rehearsal
from tests.rehearsal.turns import rehearsals
from tests.rendering.read_back import docx_text, faults, missing, pdf_text


def over_time(talks: int = 5) -> OverTime:
    """Return some talks of one who practises."""
    return OverTime(
        trainee="K7",
        talks=tuple(TalkHeld(begun=BEGUN, title=f"Person {at}", turns=20 + at) for at in range(talks)),
        series=(
            Series(
                id="ord",
                name="Din del av orden",
                guide="högst hälften",
                points=tuple(Point(value=f"{60 - at} %", number=0.6 - at / 100) for at in range(talks)),
            ),
        ),
    )


def group() -> Overview:
    """Return a group that is large enough to be shown."""
    return Overview(
        talks=6,
        people=4,
        spreads=(
            Spread(
                id="ord",
                name="Din del",
                guide="hälften",
                talks=6,
                low=0.4,
                middle=0.5,
                high=0.62,
                inside=3,
                guided=5,
                unsure=1,
            ),
            Spread(id="rad", name="I rad", guide="", talks=2),
        ),
        tries=(Often(words="spegla före nästa fråga", count=5, of=6),),
        rutor=(Often(words="Missbruk", count=4, of=6),),
        cues=(Often(words="Katarina: ”förstås”", count=2, of=3),),
        personas=(
            OfPersona(persona="u", name="Katarina", talks=5, facts=0.31, cues=0.5),
            OfPersona(persona="v", name="Ali", talks=1),
        ),
    )


PAPERS: dict[str, Callable[[], Document]] = {
    "spegel": lambda: spegel(mirror(), bank=bank(), now=NOW, rehearsal=rehearsal()),
    "spegel_utan_samtal": lambda: spegel(mirror(plot=(), comparison=None), bank=bank(), now=NOW),
    "spegel_tom": lambda: spegel(mirror_of(replace(rehearsal(), turns=()), bank=bank()), bank=bank(), now=NOW),
    "jamforelse": lambda: jamforelse(over_time(), bank=bank(), now=NOW),
    "jamforelse_tom": lambda: jamforelse(over_time(0), bank=bank(), now=NOW),
    "gruppoversikt": lambda: gruppoversikt(group(), bank=bank(), now=NOW),
    "gruppoversikt_for_fa": lambda: gruppoversikt(
        Overview(talks=2, people=2, why_not="Minst tre behövs."), bank=bank(), now=NOW
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_passes_the_checkers_and_says_all(name: str) -> None:
    """No fault by UA-1 or A-2a; all that was put in comes out in order in PDF and is there in Word."""
    made = PAPERS[name]()
    page = to_pdf(made, made=NOW)
    assert faults(page) == []
    assert missing(made, pdf_text(page)) is None
    assert made.title in docx_text(to_docx(made, made=NOW))


@pytest.mark.parametrize("name", PAPERS)
def test_the_papers_stay_inside_and_belong_to_no_case(name: str) -> None:
    """Each says at its top that it is internal and about practice, in every form."""
    made = PAPERS[name]()
    assert made.audience is Audience.INTERNT
    said = "Internt arbetsstöd för övning – hör inte till något ärende"
    assert all(said in form for form in (to_text(made), to_html(made), to_markdown(made).replace("\\", "")))


def test_strengths_come_first_then_things_to_try() -> None:
    """The order of the paper: strengths, what to try, openness, figures, last the whole talk."""
    headings = [block.text for block in PAPERS["spegel"]().blocks if isinstance(block, Heading) and block.level == 1]
    assert headings[:4] == [
        "Det här gjorde du bra",
        "Att pröva nästa gång",
        "Öppenheten genom samtalet",
        "Måtten",
    ]
    assert headings[-1] == "Bilaga: samtalet"


def test_a_remark_stands_with_its_turn_its_words_and_other_words() -> None:
    """What was said, in which turn, and another way to say it stand together."""
    text = to_text(PAPERS["spegel"]())
    at = text.index("Var nyfiken.")
    assert "”Du vilar”" in text[at:]
    assert "Replik 2, du" in text[at:]
    assert "Berätta mer om vilan." in text[at:]


def test_no_grade_anywhere() -> None:
    """No paper grades: no points, no marks, no good or bad of the one who practises."""
    for make in PAPERS.values():
        text = to_text(make()).casefold()
        assert not any(word in text for word in ("poäng", "godkän", "underkän", "dåligt", "betyg:", "fel svar"))


def test_the_line_of_openness_has_its_limits_marks_and_words() -> None:
    """Limits for trust and shut, a mark where it moved much, and the same in words for those who cannot see it."""
    made = PAPERS["spegel"]()
    picture = next(block for block in made.blocks if isinstance(block, LinePlot))
    assert [(limit.value, limit.label) for limit in picture.limits] == [(60, "tillit"), (15, "stängd")]
    assert [(dot.at, dot.value, dot.moved) for dot in picture.dots] == [(0, 40, 0), (1, 44, 0), (2, 32, -12)]
    assert picture.alt == (
        "Öppenheten börjar på 40 och slutar på 32 av 100. Högst är den 44 efter replik 1, lägst 32 efter replik 2."
    )
    text = to_text(made)
    assert picture.alt in " ".join(text.split())
    assert "Replik 2: −12, att ifrågasätta" in text


def test_the_whole_talk_stands_last_with_kind_and_effect() -> None:
    """Every turn with all who spoke, its kind or how it is unsure, each effect, and the openness after it."""
    tables = [block for block in PAPERS["spegel"]().blocks if isinstance(block, Table)]
    first, second = tables[-2:]
    assert first.rows[0] == (
        "1",
        "Du: Hur ser en vanlig dag ut?\nKatarina: Jag går upp med barnen.\nPer: Hon vilar sen.",
        "öppen fråga\n+4 en öppen fråga\nöppenhet 44",
    )
    assert first.rows[1][2] == "osäker, kanske spegling\n−12 att ifrågasätta\nöppenhet 32\nmed ledning"
    assert second.rows == (("3", "Du: (tystnad)", "öppenhet 32"),)


def test_what_came_out_stands_before_what_did_not() -> None:
    """In a ruta the facts that came out stand first with their turn; the deep ones say what they need."""
    table = next(
        block for block in PAPERS["spegel"]().blocks if isinstance(block, Table) and "Det som är sant" in block.header
    )
    assert table.rows == (
        ("Vardag", "Går upp halv sju.", "replik 1"),
        ("Vardag", "Sover mitt på dagen.", "kräver tillit eller lov"),
    )


def test_a_cue_is_told_by_what_became_of_it() -> None:
    """A cue that was said and then passed by is told once, as passed by, with why it was worth hearing."""
    text = to_text(PAPERS["spegel"]())
    assert "Replik 2: ”förstås” Där låg det svåra." in text
    assert text.count("förstås") == 1


def test_many_talks_get_more_tables() -> None:
    """Four talks stand beside each other, the fifth in a table of its own."""
    headers = [block.header for block in PAPERS["jamforelse"]().blocks if isinstance(block, Table)]
    assert headers[1:] == [("Mått", "Nr 1", "Nr 2", "Nr 3", "Nr 4"), ("Mått", "Nr 5")]


def test_the_groups_figures_are_in_the_measures_own_terms() -> None:
    """Shares stand as per cent; too few talks and hidden personas say so in place of a figure."""
    text = to_text(PAPERS["gruppoversikt"]())
    assert "40 % till 62 %" in text
    assert "3 av 5 (osäkert i 1)" in " ".join(text.split())
    assert "för få samtal" in text
    assert "visas när fler har övat" in " ".join(text.split())


def test_identifiers_in_what_was_said_are_seen() -> None:
    """A telephone number that somebody said in the talk is found before the paper leaves."""
    told = rehearsal()
    turn = replace(told.turns[0], heard=replace(told.turns[0].heard, text="Ring 070-174 06 05 eller kim@exempel.se."))
    made = spegel(mirror(), bank=bank(), now=NOW, rehearsal=replace(told, turns=(turn, *told.turns[1:])))
    assert {one.kind.value for one in identifiers_in([made]) if one.weighty} == {"telefon", "epost"}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(told=rehearsals())
def test_any_rehearsal_becomes_a_paper_in_every_form(told: Rehearsal) -> None:
    """Whatever was said, no form fails."""
    made = spegel(mirror_of(told, bank=bank()), bank=bank(), now=NOW, rehearsal=told)
    assert to_text(made)
    assert to_html(made)
    assert to_markdown(made)
    assert faults(to_pdf(made, made=NOW)) == []
    assert to_docx(made, made=NOW)
