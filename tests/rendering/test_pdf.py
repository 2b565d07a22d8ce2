"""Papers as PDF: machine-checked, read back, on the sheets they should have."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gk_assistant.documents.model import (
    Audience,
    Cross,
    Document,
    Heading,
    Paragraph,
    PlanTimeline,
    SignatureLines,
    Stair,
    Staircase,
    Table,
    TimeMark,
)
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.domain.cases import Case
from gk_assistant.rendering.pdf import making, to_pdf
from gk_assistant.rendering.pdf.making import page_count
from gk_assistant.rendering.pdf.plain import plain
from gk_assistant.rendering.pdf.streams import with_clear_ends
from gk_assistant.rendering.room import SHEETS, sheets_of
from tests import strategies
from tests.documents.bank_for_papers import bank
from tests.documents.golden_papers import paper
from tests.documents.rich_case import NOW
from tests.rendering.hard_cases import document, documents
from tests.rendering.read_back import faults, missing, only_latin, pages, pdf_text

_DAY = date(2026, 11, 3)


def _paper(*blocks: object, paper_id: str = "prov") -> Document:
    return Document(id=paper_id, title="Prov", audience=Audience.DELTAGAREN, blocks=blocks)  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "paper_id"), documents())
def test_every_paper_passes_the_checkers_and_says_all(kind: str, paper_id: str) -> None:
    """Usual, empty and overfull cases: no fault by UA-1 or A-2a, and all that was put in comes out in order."""
    made = document(kind, paper_id)
    page = to_pdf(made, made=NOW)
    assert faults(page) == []
    assert missing(made, pdf_text(page)) is None


# Not shrunk: each try takes tenths of a second, and a case found is small enough to read.
@settings(
    max_examples=14,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(case=strategies.cases, paper_id=st.sampled_from(list(PAPERS)))
def test_any_case_passes_the_checkers_and_says_all(case: Case, paper_id: str) -> None:
    """Whatever a case holds, its papers pass UA-1 and A-2a, and nothing is lost or moved."""
    made = build(paper_id, case, bank=bank(), now=NOW)
    page = to_pdf(made, made=NOW)
    assert faults(page) == []
    assert missing(made, pdf_text(page)) is None


def test_the_checker_and_the_reading_do_find_faults() -> None:
    """A PDF without its tags is refused, and a text that is not there is missed."""
    page = to_pdf(paper("trappa"), made=NOW)
    assert faults(page.replace(b"/Marked true", b"/Marked fals"))
    assert missing(_paper(Paragraph(text="finns inte")), pdf_text(page)) is not None


@pytest.mark.parametrize("kind", ["vanligt", "tomt"])
@pytest.mark.parametrize("paper_id", SHEETS)
def test_an_ordinary_paper_has_its_sheets(kind: str, paper_id: str) -> None:
    """The trappa is one page also with crosses, words and their table; the plan is at most two."""
    if paper_id in PAPERS:
        page = to_pdf(document(kind, paper_id), made=NOW)
        assert pages(page) <= sheets_of(document(kind, paper_id))
        assert pages(page) == page_count(page)


def test_the_same_paper_is_the_same_file() -> None:
    """Made twice for the same moment, also with another between, a paper is the same to the byte."""
    first = to_pdf(paper("plan"), made=NOW)
    to_pdf(paper("trappa"), made=NOW)
    assert to_pdf(paper("plan"), made=NOW) == first


def test_a_long_table_repeats_its_header() -> None:
    """On each page that a table goes on to, its header stands again."""
    rows = tuple((str(number), "något att göra") for number in range(1, 120))
    page = to_pdf(_paper(Table(header=("", "Rubrikord"), rows=rows)), made=NOW)
    assert pages(page) > 2
    assert pdf_text(page).count("Rubrikord") == pages(page)


def test_no_heading_stands_last_on_a_page_and_nobody_signs_alone() -> None:
    """A heading follows its text to the next page, and the lines to sign bring their heading with them."""
    for filling in range(26, 44):
        fill = tuple(Paragraph(text=f"rad {number}") for number in range(filling))
        page = to_pdf(_paper(*fill, Heading(text="Sist"), SignatureLines(names=("Ett", "Två", "Tre"))), made=NOW)
        last = pdf_text(page).split("Sida 1")[-1] if pages(page) == 2 else pdf_text(page)
        assert "Sist" in last
        assert all(name in last for name in ("Ett", "Två", "Tre"))


def test_forty_things_on_a_time_line_are_drawn_in_parts() -> None:
    """More than one picture can hold becomes two, each with its words; what is too long is cut, its day kept whole."""
    marks = tuple(
        TimeMark(day=_DAY + timedelta(days=2 * at), label=f"{at}. {'mycket att göra ' * 12}") for at in range(40)
    )
    line = PlanTimeline(start=_DAY, end=_DAY + timedelta(days=91), marks=marks, alt="Tidslinjen i ord.")
    page = to_pdf(_paper(line), made=NOW)
    text = pdf_text(page)
    assert faults(page) == []
    assert page.count(b"/Figure") >= 2
    assert text.count("…") == 40
    assert all(f"{mark.day.day} " in text for mark in marks)
    assert only_latin("(3 november)") in only_latin(text)
    assert only_latin("Planen slutar (2 februari)") in only_latin(text)


@pytest.mark.parametrize("steps", [1, 6, 12, 40])
def test_a_staircase_of_any_size_with_any_crosses(steps: int) -> None:
    """Many crosses in one place leave the staircase whole; the older ones are told as a number."""
    known = tuple(Stair(number=at + 1, name="Några timmar i veckan") for at in range(steps))
    crosses = tuple(Cross(step=1.0, day=_DAY + timedelta(days=at)) for at in range(9))
    page = to_pdf(_paper(Staircase(steps=known, crosses=crosses, alt="En trappa.")), made=NOW)
    assert faults(page) == []
    assert pages(page) == 1
    text = pdf_text(page)
    assert text.count("X") == 4
    assert "+5" in text


@pytest.mark.parametrize("lang", ["en-GB", "ar", "so", "ti", "prs", "uk", "fi"])
def test_other_languages_and_directions(lang: str) -> None:
    """A paper in another language has it in the file and passes the checkers, also from right to left."""
    made = replace(paper("plan"), lang=lang)
    page = to_pdf(made, made=NOW)
    assert faults(page) == []
    assert f"<dc:language><rdf:Bag><rdf:li>{lang}" in page.decode("latin-1") or f"/Lang({lang})".encode() in page


@pytest.mark.parametrize("sign", ["🤕", "\ufdd0", "\U0001f9d1\u200d\U0001f9bd", "ꙮ", "𓀀"])
def test_a_sign_without_a_shape_becomes_a_hollow_one(sign: str) -> None:
    """An archivable PDF may hold no unknown sign: it is shown as an empty frame, and the words around it stay."""
    text = pdf_text(to_pdf(_paper(Paragraph(text=f"före {sign} efter")), made=NOW))
    assert "före" in text
    assert "efter" in text


def test_a_stream_that_ends_like_a_line_keeps_its_length() -> None:
    """A PDF with a stream whose last byte can be taken for a line end is refused; ours are made clear, and read."""
    raw: object = b""
    for turn in range(1_000):
        raw = making._press().compile(
            making._sheet(plain(_paper(Paragraph(text=f"papper {turn}")))),
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
            timestamp=0,
        )
        if isinstance(raw, bytes) and b"\r\nendstream" in raw:
            break
    assert isinstance(raw, bytes)
    assert faults(raw)
    clear = with_clear_ends(raw)
    assert faults(clear) == []
    assert f"papper {turn}" in pdf_text(clear)
