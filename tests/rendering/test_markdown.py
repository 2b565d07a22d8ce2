"""Markdown read back by a Markdown parser."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gk_assistant.documents.model import Audience, Bullets, Document, Fact, Facts, Heading, Paragraph, Quote, Table
from gk_assistant.documents.registry import PAPERS
from gk_assistant.rendering.characters import clean
from gk_assistant.rendering.markdown import literal, to_markdown
from tests.documents.golden_papers import paper

_TRICKS = (
    "[länk](http://exempel.se)",
    "![bild](x.png)",
    "*kursiv* __fet__ `kod`",
    "| a | b |",
    "<script>alert(1)</script>",
    "&amp; &lt;",
    "# rubrik",
    "- punkt",
    "+ punkt",
    "1. ett",
    "2) två",
    "> citat",
    "---",
    "===",
    "```",
    "~~struket~~",
    "\\*",
    "[ ] ruta",
    "$x$",
    "10.00–11.15",
)


def _html(markdown: str) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def _everywhere(text: str) -> Document:
    return Document(
        id="prov",
        title="Prov",
        audience=Audience.INTERNT,
        blocks=(
            Heading(text=text),
            Paragraph(text=text),
            Bullets(items=(text, text)),
            Quote(text=f"a {text} b"),
            Facts(pairs=(Fact(label="Etikett", value=text),)),
            Table(header=("A", "B"), rows=((text, text),)),
        ),
    )


@pytest.mark.parametrize("text", _TRICKS)
def test_markup_in_a_text_is_literal(text: str) -> None:
    """Whatever a text looks like, a Markdown reader shows it as it was typed, in every kind of block."""
    html = _html(to_markdown(_everywhere(text)))
    assert _words(html).count(text) == 8
    assert not re.search(r"<(a|img|em|code|s|script|hr|ol|h3)\b", html)


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="ab12 \\`*_{}[]()<>#+-.!|~&=:\"'$^", max_size=24))
def test_any_line_of_signs_comes_back(text: str) -> None:
    """Any mix of signs survives the way through Markdown and back."""
    read = _words(_html(literal(text)))
    assert read.replace(" ", "") == clean(text).replace(" ", "")


@pytest.mark.parametrize("paper_id", PAPERS)
def test_structure_is_real(paper_id: str) -> None:
    """A paper has one top heading, and its class stands before it."""
    html = _html(to_markdown(paper(paper_id)))
    assert html.count("<h1>") == 1
    assert html.index(paper(paper_id).audience.line) < html.index("<h1>")


def test_picture_is_told_in_words_too() -> None:
    """The drawn stairs are followed by what they show, for those who cannot see them."""
    markdown = to_markdown(paper("trappa"))
    assert markdown.index("```text") < markdown.index("En trappa med 6 steg")
    assert "mellan steg 2 och 3 (tisdag 17 november 2026)" in markdown


def test_line_ends_in_a_text_stay_line_ends() -> None:
    """Contacts on two lines are on two lines."""
    document = Document(id="x", title="X", audience=Audience.AKTEN, blocks=(Paragraph(text="en\ntvå"),))
    assert "en<br />\ntvå" in _html(to_markdown(document))
