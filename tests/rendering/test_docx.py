"""Papers as Word files: opened again, with real headings, a language, repeated header rows and alt texts."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gk_assistant.documents.model import Audience, Document, Heading, Paragraph, PlanTimeline, Staircase, Table
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.domain.cases import Case
from gk_assistant.rendering.docx import to_docx
from tests import strategies
from tests.documents.bank_for_papers import bank
from tests.documents.golden_papers import paper
from tests.documents.rich_case import NOW
from tests.rendering.hard_cases import document, documents
from tests.rendering.read_back import docx_text, missing


@pytest.mark.parametrize(("kind", "paper_id"), documents())
def test_every_paper_opens_again_and_says_all(kind: str, paper_id: str) -> None:
    """All that was put in stands in the file in order, and another program can open it."""
    made = document(kind, paper_id)
    file = to_docx(made, made=NOW)
    assert docx.Document(BytesIO(file)).paragraphs[0].text == made.title
    assert missing(made, docx_text(file)) is None


@settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(case=strategies.cases, paper_id=st.sampled_from(list(PAPERS)))
def test_any_case_becomes_a_word_file(case: Case, paper_id: str) -> None:
    """Whatever a case holds, the file opens again and nothing is lost."""
    made = build(paper_id, case, bank=bank(), now=NOW)
    file = to_docx(made, made=NOW)
    docx.Document(BytesIO(file))
    assert missing(made, docx_text(file)) is None


@pytest.mark.parametrize("lang", ["sv-SE", "en-GB", "ar"])
def test_the_language_is_the_same_everywhere(lang: str) -> None:
    """No part of the file says another language than the paper's; the template's English is gone."""
    made = Document(id="x", title="Prov", audience=Audience.AKTEN, blocks=(Paragraph(text="x"),), lang=lang)
    file = to_docx(made, made=NOW)
    word = docx.Document(BytesIO(file))
    marks = [mark.get(qn("w:val")) for mark in word.styles.element.iter(qn("w:lang"))]
    assert marks
    assert set(marks) == {lang}
    assert word.core_properties.language == lang
    assert not any(
        b"en-US" in zipfile.ZipFile(BytesIO(file)).read(name) for name in zipfile.ZipFile(BytesIO(file)).namelist()
    )


def test_title_headings_and_lists_are_real() -> None:
    """Title and headings are Word's own, so that they can be listed and jumped between."""
    word = docx.Document(BytesIO(to_docx(paper("plan"), made=NOW)))
    styles = [line.style.name for line in word.paragraphs if line.style is not None]
    assert styles[0] == "Title"
    assert word.core_properties.title == "Gemensam planering"
    headings = [block.text for block in paper("plan").blocks if isinstance(block, Heading)]
    assert [line.text for line in word.paragraphs if line.style and line.style.name == "Heading 1"] == headings
    assert "List Bullet" in styles


def test_every_table_of_rows_repeats_its_header_and_keeps_its_width() -> None:
    """The header row is marked as one; numbers have a thin column; the table is as wide as the text."""
    rows = tuple((str(number), "något att göra", "du") for number in range(1, 9))
    made = Document(id="x", title="X", audience=Audience.AKTEN, blocks=(Table(header=("", "Vad", "Vem"), rows=rows),))
    (table,) = docx.Document(BytesIO(to_docx(made, made=NOW))).tables
    marks = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert marks == [True, *[False] * 8]
    widths = [cell.width.mm for cell in table.rows[1].cells if cell.width is not None]
    assert widths[0] < 12
    assert round(sum(widths)) == 170
    assert table.rows[0].cells[0].text == "Nr"


def test_pictures_say_what_they_show() -> None:
    """Each drawn picture has its alt text; a plan of many steps has several pictures."""
    for paper_id, kind in (("trappa", Staircase), ("plan", PlanTimeline)):
        (drawn,) = (block for block in paper(paper_id).blocks if isinstance(block, kind))
        (shape,) = docx.Document(BytesIO(to_docx(paper(paper_id), made=NOW))).inline_shapes
        assert shape._inline.docPr.get("descr") == drawn.alt
    crowded = docx.Document(BytesIO(to_docx(document("fullt", "plan"), made=NOW)))
    assert len(crowded.inline_shapes) > 1


def test_header_and_footer_reach_the_right_edge() -> None:
    """The class line and the page's number stand on either side, by one tab stop at the margin."""
    word = docx.Document(BytesIO(to_docx(paper("reflektion"), made=NOW)))
    section = word.sections[0]
    (head,), (foot,) = section.header.paragraphs, section.footer.paragraphs
    assert head.text == f"{Audience.INTERNT.line}\tReflektion"
    assert foot.text.endswith("Sida  av ")
    for line, name in ((head, "Header"), (foot, "Footer")):
        assert [round(stop.position.mm) for stop in line.paragraph_format.tab_stops] == [170]
        assert not list(word.styles[name].paragraph_format.tab_stops)


def test_the_same_paper_has_the_same_parts() -> None:
    """Made twice for the same moment, every part of the file is the same."""
    first, second = (zipfile.ZipFile(BytesIO(to_docx(paper("plan"), made=NOW))) for _ in range(2))
    assert {name: first.read(name) for name in first.namelist()} == {
        name: second.read(name) for name in second.namelist()
    }
