"""How wide columns are: no ordinary word runs into the next column, and short facts stand together."""

from gk_assistant.documents.model import Fact, Facts, Table
from gk_assistant.rendering.columns import beside, shares
from gk_assistant.rendering.pdf import to_pdf
from tests.documents.rich_case import NOW
from tests.rendering.hard_cases import document
from tests.rendering.read_back import pages, pdf_text

_LINE = 84
"""Letters of twelve points on a line of the page."""


def test_a_long_word_has_room_beside_endless_ones() -> None:
    """Where other columns hold words of 300 letters, a column still has room for the longest of its own."""
    row = ("1", "å" * 300, "Arbetsförmedlingen", "27 november", "d" * 300)
    known = shares(Table(header=("", "Vad", "Vem", "När", "Omfattning"), rows=(row, ("2", "kort", "Du", "nu", "lite"))))
    assert known[0] == 0
    widths = [share / sum(known) * (_LINE - 4) for share in known]
    assert widths[2] > len("Arbetsförmedlingen")
    assert widths[3] > len("november")
    assert abs(sum(known) - _LINE) < 1


def test_a_form_to_fill_in_has_most_room_for_what_is_to_be_done() -> None:
    """In an empty plan the first column to write in is the widest; with a word in it the words decide."""
    header = ("", "Vad", "Vem", "När", "Omfattning")
    number, what, *others = shares(Table(header=header, rows=(("1", "", "", "", ""), ("2", "", "", "", ""))))
    assert number == 0
    assert what > 1.3 * max(others)
    _, what, *others = shares(Table(header=header, rows=(("1", "ring", "Arbetsförmedlingen", "", ""),)))
    assert what < max(others)


def test_the_agency_and_the_day_are_two_words_on_an_overfull_plan() -> None:
    """In the PDF of a plan with 41 steps no name of an agency is grown together with its day."""
    page = to_pdf(document("fullt", "plan"), made=NOW)
    assert pages(page) > 5
    assert "Arbetsförmedlingen" in pdf_text(page)
    assert "Arbetsförmedlingen1" not in pdf_text(page)
    assert "Arbetsförmedlingen2" not in pdf_text(page)


def test_only_short_empty_facts_stand_beside_each_other() -> None:
    """Two short labels to fill in share a row; a known value, a long label or a single one does not."""
    name, day = Fact(label="Namn"), Fact(label="Dag")
    assert beside(Facts(pairs=(name, day)))
    assert not beside(Facts(pairs=(name,)))
    assert not beside(Facts(pairs=(name, Fact(label="Dag", value="i dag"))))
    assert not beside(Facts(pairs=(name, Fact(label="Den här personen hjälpte mig med det"))))
