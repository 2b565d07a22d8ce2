"""The drawn line of a talk: the same in letters, on the web, in Word and on paper; told without colour."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.documents.model import Audience, Document, Paragraph
from gk_assistant.documents.plots import LinePlot, PlotDot, PlotLimit
from gk_assistant.rendering import plot
from gk_assistant.rendering.characters import cells
from gk_assistant.rendering.html import to_html
from gk_assistant.rendering.layout import laid_out
from gk_assistant.rendering.markdown import to_markdown
from gk_assistant.rendering.pdf import to_pdf
from gk_assistant.rendering.pdf.making import picture_pngs
from gk_assistant.rendering.plot_svg import plot_plain, plot_svg
from tests import strategies
from tests.documents.rich_case import NOW
from tests.rendering.read_back import faults, pdf_text

LIMITS = (PlotLimit(value=60, label="tillit"), PlotLimit(value=15, label="stängd"))
RISING = LinePlot(
    dots=(PlotDot(at=0, value=0), PlotDot(at=1, value=50), PlotDot(at=2, value=100, moved=8)),
    alt="Linjen stiger.",
    across="tur",
    up="Öppenhet",
    limits=LIMITS,
)


def drawn(picture: LinePlot, width: int = 78) -> list[str]:
    """Return the picture's lines as text."""
    return ["".join(span.text for span in line) for line in plot.draw(picture, width)]


def paper(picture: LinePlot) -> Document:
    """Return a paper with the picture and a line after it."""
    return Document(id="prov", title="Prov", audience=Audience.INTERNT, blocks=(picture, Paragraph(text="Efter.")))


def test_it_is_legible_in_eighty_columns() -> None:
    """Axis, limits with their names and values, numbers of turns and marks stand there, within 80 cells."""
    lines = drawn(RISING)
    text = "\n".join(lines)
    assert max(map(cells, lines)) <= 80
    assert all(word in text for word in ("Öppenhet", "100", "60", "tillit", "15", "stängd", "tur", "▲8"))


def test_the_line_rises_where_the_value_does() -> None:
    """The first letter of the line stands lowest at the left, the last highest at the right."""
    places = [
        (row, column)
        for row, line in enumerate(drawn(RISING))
        for column, letter in enumerate(line)
        if "\u2800" < letter <= "\u28ff"
    ]
    left, right = min(places, key=lambda place: place[1]), max(places, key=lambda place: place[1])
    assert left[0] == max(row for row, _ in places) == plot.ROWS
    assert right[0] == min(row for row, _ in places) == 1


def test_marks_that_would_touch_are_left_to_the_words() -> None:
    """Of two great moves in neighbouring turns of a long talk the first is marked, the second told in words alone."""
    dots = tuple(PlotDot(at=at, value=50, moved=-12 if at in (40, 41) else 0) for at in range(120))
    assert "".join(drawn(LinePlot(dots=dots, alt="", across="", up=""))).count("▼12") == 1


@pytest.mark.parametrize("dots", [(), (PlotDot(at=1, value=40),)])
def test_few_dots(dots: tuple[PlotDot, ...]) -> None:
    """Without dots nothing is drawn in any form; one dot is a line of one."""
    made = paper(LinePlot(dots=dots, alt="En punkt.", across="tur", up="Öppenhet"))
    assert bool(plot_svg(made.blocks[0])) == bool(dots)  # type: ignore[arg-type]
    assert ("<svg" in to_html(made)) == bool(dots)
    assert ("```" in to_markdown(made)) == bool(dots)
    assert faults(to_pdf(made, made=NOW)) == []


def test_the_web_has_its_meaning_in_words_and_no_colour() -> None:
    """The SVG is well formed, has its text alternative, and is drawn in greys alone."""
    svg = plot_svg(RISING)
    assert ET.fromstring(svg).attrib["aria-label"] == "Linjen stiger."  # noqa: S314 - our own
    assert all(found[1:3] == found[3:5] == found[5:7] for found in re.findall(r"#[0-9a-f]{6}", svg))
    assert "stroke-dasharray" in svg


def test_paper_and_word_have_it() -> None:
    """The PDF says the limits' names in letters; the picture for Word comes with its alternative."""
    page = to_pdf(paper(RISING), made=NOW)
    assert faults(page) == []
    assert all(word in pdf_text(page) for word in ("tillit", "stängd", "Öppenhet", "Efter."))
    ((picture, alt),) = picture_pngs(RISING)
    assert picture.startswith(b"\x89PNG")
    assert alt == "Linjen stiger."


def test_what_the_page_is_given() -> None:
    """Shares of width and height, the ends of the scale where no limit stands near."""
    found = plot_plain(RISING)
    assert [(dot["x"], dot["y"]) for dot in found["dots"]] == [(0, 0), (0.5, 0.5), (1, 1)]
    assert [level["value"] for level in found["levels"]] == ["0", "100"]
    assert found["moves"] == [{"x": 1, "words": "▲8"}]


_plots = st.builds(
    LinePlot,
    dots=st.lists(
        st.builds(PlotDot, at=st.integers(-5, 2_000), value=st.integers(-50, 200), moved=st.integers(-40, 40)),
        max_size=12,
    ).map(tuple),
    alt=strategies.texts,
    across=strategies.texts,
    up=strategies.texts,
    limits=st.lists(st.builds(PlotLimit, value=st.integers(-10, 120), label=strategies.texts), max_size=3).map(tuple),
    most=st.integers(0, 120),
)


@given(picture=_plots, width=st.integers(1, 130))
def test_any_line_can_be_drawn_in_any_width(picture: LinePlot, width: int) -> None:
    """No dots, limits or texts make it fail, and nothing stands outside the screen."""
    made = paper(picture)
    assert all(sum(cells(span.text) for span in line) <= width for line in laid_out(made, width))
    to_html(made)
    plot_plain(picture)
