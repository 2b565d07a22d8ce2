"""Papers as web pages: valid, without script, and accessible in a real browser."""

import re
from html.parser import HTMLParser

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gk_assistant.documents.export import FOLDERS, Index, index, sheets
from gk_assistant.documents.forms import FORMS
from gk_assistant.documents.model import (
    Audience,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Table,
    Tick,
    Ticks,
)
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.domain.cases import Case
from gk_assistant.rendering.html import to_html
from gk_assistant.rendering.index import to_index_page
from tests import strategies
from tests.documents.bank_for_papers import bank
from tests.documents.golden_papers import paper
from tests.documents.rich_case import NOW, rich_case
from tests.rendering.hard_cases import document, documents
from tests.rendering.read_back import missing


class _Words(HTMLParser):
    """What a page says, its styles and pictures apart."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._mute = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._mute += tag in ("style", "svg", "title")
        self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._mute -= tag in ("style", "svg", "title")

    def handle_data(self, data: str) -> None:
        if not self._mute:
            self.said.append(data)


def _words(page: str) -> str:
    reader = _Words()
    reader.feed(page)
    return "".join(reader.said)


def index_of_all() -> Index:
    """Return the index of every paper of the rich case."""
    forms = tuple(FORMS.values())
    return index("Åsa <b> & ”x”", "Skrivet i dag.", sheets(rich_case(), bank()), forms, calendar=True)


@pytest.mark.parametrize(("kind", "paper_id"), documents())
def test_every_page_is_valid_and_says_all(kind: str, paper_id: str) -> None:
    """A strict parser finds no fault, and all that was put in stands there in order."""
    made = document(kind, paper_id)
    page = to_html(made)
    html5lib.HTMLParser(strict=True).parse(page)
    assert missing(made, _words(page)) is None


@settings(max_examples=25, deadline=None)
@given(case=strategies.cases, paper_id=st.sampled_from(list(PAPERS)))
def test_any_case_is_a_valid_page(case: Case, paper_id: str) -> None:
    """Whatever a case holds, the page is valid, says all, and holds no script and nothing from elsewhere."""
    made = build(paper_id, case, bank=bank(), now=NOW)
    page = to_html(made)
    html5lib.HTMLParser(strict=True).parse(page)
    assert missing(made, _words(page)) is None
    assert not re.search(r"<(script|link|img|iframe|object)\b|\bsrc=|url\(|@import", page)


def test_what_looks_like_markup_is_text() -> None:
    """Nothing that was typed becomes a part of the page, wherever on it."""
    text = '<script>alert(1)</script> & "x" \' <b>'
    made = Document(
        id="prov",
        title=text,
        subtitle=text,
        remark=text,
        audience=Audience.INTERNT,
        blocks=(
            Heading(text=text),
            Paragraph(text=text),
            Bullets(items=(text,), label=text, sign=text),
            Facts(pairs=(Fact(label=text, value=text),)),
            Table(header=(text,), rows=((text,),), caption=text),
            Ticks(items=(Tick(text=text, detail=text),), caption=text, detail_title=text),
        ),
    )
    page = to_html(made)
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<script" not in page
    assert "<b>" not in page
    assert _words(page).count(text) >= 14


def test_the_page_has_its_language_direction_and_title() -> None:
    """Language, direction and title are the paper's own."""
    arabic = Document(id="x", title="Prov", audience=Audience.DELTAGAREN, blocks=(), lang="ar")
    assert '<html lang="ar" dir="rtl"' in to_html(arabic)
    assert '<html lang="sv-SE" class="deltagaren">' in to_html(paper("plan"))
    assert "<title>Gemensam planering</title>" in to_html(paper("plan"))


def test_the_index_is_valid_and_sorted_by_reader() -> None:
    """The index is a valid page; a label that looks like markup is text in it."""
    page = to_index_page(index_of_all())
    html5lib.HTMLParser(strict=True).parse(page)
    assert "Åsa &lt;b&gt;" in page
    assert [page.index(f'href="{folder}/') for folder in FOLDERS.values()] == sorted(
        page.index(f'href="{folder}/') for folder in FOLDERS.values()
    )
