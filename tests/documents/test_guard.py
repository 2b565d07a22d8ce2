"""Nothing internal reaches a paper to the deltagare."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from rich.console import Console

from gk_assistant.documents.kalender import calendar_entries
from gk_assistant.documents.model import Audience, Document
from gk_assistant.documents.registry import PAPERS, build, languages
from gk_assistant.domain.cases import Case
from gk_assistant.rendering.docx import to_docx
from gk_assistant.rendering.html import to_html
from gk_assistant.rendering.ics import to_ics
from gk_assistant.rendering.markdown import to_markdown
from gk_assistant.rendering.pdf import to_pdf
from gk_assistant.rendering.terminal import to_terminal
from gk_assistant.rendering.text import to_text
from tests import strategies
from tests.documents.bank_for_papers import bank
from tests.documents.golden_papers import paper
from tests.documents.internal_matter import MARKER, planted, without_internal
from tests.documents.rich_case import NOW
from tests.rendering.read_back import docx_text, pdf_text

TO_DELTAGAREN = [one.id for one in PAPERS.values() if one.audience is Audience.DELTAGAREN]


def _printed(document: Document) -> str:
    console = Console(file=io.StringIO(), width=80, force_terminal=True, record=True)
    console.print(to_terminal(document))
    return console.export_text()


FORMS: dict[str, Callable[[Document], str]] = {
    "text": to_text,
    "markdown": to_markdown,
    "terminal": _printed,
    "modell": repr,
    "pdf": lambda document: _pdf_words(to_pdf(document, made=NOW)),
    "docx": lambda document: docx_text(to_docx(document, made=NOW)),
    "html": to_html,
}


def _pdf_words(paper: bytes) -> str:
    """Return a PDF's text, and its title and alternative texts as they stand in the file."""
    return pdf_text(paper) + paper.decode("latin-1") + paper.decode("utf-16-be", "ignore")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("paper_id", TO_DELTAGAREN)
@pytest.mark.parametrize("meeting_id", [None, "m1", "m2"])
def test_planted_marker_reaches_no_paper_to_the_deltagare(paper_id: str, form: str, meeting_id: str | None) -> None:
    """A word planted in reflection, judgements, to-dos, struck notes and labels is on no paper to the deltagare."""
    for lang in languages(paper_id, bank()):
        assert MARKER not in FORMS[form](paper(paper_id, planted(), meeting_id, lang))


@pytest.mark.parametrize("form", FORMS)
def test_planted_marker_is_found_where_it_may_stand(form: str) -> None:
    """The search of the test above does find the marker in every form: the internal paper and the case file hold it."""
    assert MARKER in FORMS[form](paper("reflektion", planted()))
    assert MARKER in FORMS[form](paper("tjansteanteckning", planted()))


def test_planted_marker_is_in_no_calendar() -> None:
    """The calendar goes to the deltagare too: nothing planted is in it."""
    assert MARKER.encode() not in to_ics(calendar_entries(planted(), bank()), made=NOW)
    assert MARKER in to_text(paper("begaran", planted()))


@settings(max_examples=60, deadline=None)
@given(case=strategies.cases)
def test_internal_matter_has_no_influence_on_papers_to_the_deltagare(case: Case) -> None:
    """Whatever the officers keep for themselves, the deltagare's papers are the same as if it were not there."""
    stripped = without_internal(case)
    for paper_id in TO_DELTAGAREN:
        for meeting_id in {None, _meeting(case)}:
            told = build(paper_id, case, bank=bank(), now=NOW, meeting_id=meeting_id)
            assert told == build(paper_id, stripped, bank=bank(), now=NOW, meeting_id=meeting_id)


def _meeting(case: Case) -> str | None:
    return case.meetings[0].id if case.meetings else None


def test_case_file_holds_neither_side_of_the_reflection() -> None:
    """The agencies' views and their difference stay in the reflection; the case file gets the decision alone."""
    case = planted()
    text = to_text(paper("tjansteanteckning", case, "m1"))
    for paper_id in (one.id for one in PAPERS.values() if one.audience is Audience.AKTEN):
        filed = to_text(paper(paper_id, case, "m1"))
        assert not [side for side in ("skillnad", "varför", "förut", "skäl", "fråga") if f"{MARKER} {side}" in filed]
    assert "Åter till Försäkringskassan" in text


def test_internal_papers_say_so_at_both_ends() -> None:
    """An internal paper is marked at its top and its end, so that no loose sheet is taken for another."""
    lines = to_text(paper("reflektion")).strip().splitlines()
    assert Audience.INTERNT.line in lines[0]
    assert Audience.INTERNT.line in lines[-1]
