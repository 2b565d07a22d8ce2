"""How large papers are set: the reckoning holds against pages counted, and nobody tired gets small print."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from gk_assistant.documents.model import Audience, Box, Boxes, Bullets, Document
from gk_assistant.documents.registry import PAPERS
from gk_assistant.rendering.pdf import to_pdf
from gk_assistant.rendering.pdf.plain import plain
from gk_assistant.rendering.room import SHEET, chosen, likely, reckoned, settings, usual
from tests.documents.golden_papers import paper
from tests.documents.rich_case import NOW
from tests.rendering.hard_cases import document
from tests.rendering.read_back import pages

_TOLD = [name for name, known in PAPERS.items() if known.audience is Audience.DELTAGAREN]
_LARGE = ("kort", "kallelse", "trappa")
_A4 = 841.9


def _set(page: bytes) -> list[tuple[float, float]]:
    """Return the size of the letters and the place over the foot, both in points, of every text in a PDF."""
    found: list[tuple[float, float]] = []

    def seen(text: str, matrix: list[float], place: list[float], font: object, size: float) -> None:
        del font
        if text.strip():
            found.append((abs(size * place[3] * matrix[3]), matrix[3] * place[5] + matrix[5]))

    for leaf in PdfReader(BytesIO(page)).pages:
        leaf.extract_text(visitor_text=seen)
    return found


@pytest.mark.parametrize("kind", ["vanligt", "tomt", "fullt"])
@pytest.mark.parametrize("paper_id", _TOLD)
def test_nothing_the_deltagare_reads_is_under_eleven_points(kind: str, paper_id: str) -> None:
    """Not the small print, not the foot of the page, not the words in a picture."""
    sizes = [size for size, _ in _set(to_pdf(document(kind, paper_id), made=NOW))]
    assert len(sizes) > 3
    assert min(sizes) > 10.9


@pytest.mark.parametrize(("paper_id", "points"), [("kort", 14), ("kallelse", 13), ("trappa", 12)])
def test_a_paper_set_large_is_one_full_sheet(paper_id: str, points: float) -> None:
    """It is set as large as its sheet has room for, and leaves less than a seventh of it empty at the foot."""
    page = to_pdf(document("vanligt", paper_id), made=NOW)
    assert pages(page) == 1
    told = [(size, place) for size, place in _set(page) if 60 < place < _A4 - 60]
    sizes = sorted(size for size, _ in told)
    assert sizes[len(sizes) // 2] > points - 0.1
    assert min(place for _, place in told) < _A4 / 7


def test_long_answers_are_set_closer_until_they_need_another_sheet() -> None:
    """A longer kort is still one sheet, in smaller print; what no sheet holds is set as usual on more."""
    short = paper("kort")
    long, longest = (_with_lines(short, count) for count in (14, 90))
    assert [pages(to_pdf(one, made=NOW)) for one in (short, long, longest)] == [1, 1, 3]
    sizes = [max(size for size, place in _set(to_pdf(one, made=NOW)) if place < 500) for one in (short, long, longest)]
    assert sizes[0] > sizes[1]
    assert sizes[2] == pytest.approx(usual(short).points + 3, abs=0.1)


def _with_lines(known: Document, count: int) -> Document:
    return replace(known, blocks=(Bullets(items=("Något mer att tänka på hemma.",) * count), *known.blocks))


@pytest.mark.parametrize("kind", ["vanligt", "tomt"])
@pytest.mark.parametrize("paper_id", PAPERS)
def test_the_reckoning_is_near_the_pages_counted(kind: str, paper_id: str) -> None:
    """The reckoned height lies on the last page counted, or at most three tenths of a sheet from it."""
    made = document(kind, paper_id)
    counted = pages(to_pdf(replace(made, id="prov", large=False), made=NOW))
    told = reckoned(made, usual(made)) / SHEET
    if paper_id not in ("samtalsunderlag", "kallelse") or kind != "tomt":  # pictures that fill what is left
        assert counted - 1.3 < told < counted + 0.3


def test_settings_only_get_smaller() -> None:
    """The settings of a paper fall in size and in height, and another program's pages get room to spare."""
    for paper_id in PAPERS:
        made = paper(paper_id)
        heights = [reckoned(made, one) for one in settings(made)]
        assert heights == sorted(heights, reverse=True)
        assert likely(made, 1, spare=1.5) >= likely(made, 1)
    assert chosen(paper("kort"), spare=1.1).points > usual(paper("kort")).points
    assert chosen(paper("plan"), spare=1.1) == usual(paper("plan"))


@pytest.mark.parametrize(("letters", "many", "points"), [(30, 14, 14.0), (60, 9, 14.0), (60, 14, 11.0), (90, 18, None)])
def test_a_sheet_of_boxes_is_filled_only_where_their_texts_have_room(
    letters: int, many: int, points: float | None
) -> None:
    """Boxes of few words fill the sheet in large print; with more words each is as high as its own, none hidden."""
    boxes = tuple(Box(title="Behandling/medicinering", sign="♦", text="ord " * (letters // 4)) for _ in range(many))
    (made,) = plain(replace(paper("kort"), blocks=(Boxes(boxes=boxes, alt="Rutor."),)))["blocks"]
    assert made["fills"] is (points is not None)
    assert made["points"] == (points or 0)
