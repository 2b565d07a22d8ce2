"""The language check of the papers to the deltagare."""

import pytest

from gk_assistant.documents.checking import advice_lines, check, check_paper, running_text
from gk_assistant.documents.model import Audience, Bullets, Document, Fact, Facts, Heading, Paragraph, Quote, Table
from gk_assistant.documents.registry import PAPERS
from gk_assistant.language.abbreviations import Abbreviations
from gk_assistant.language.language_check import CheckWords, RemarkKind
from gk_assistant.storage.bank_reader import TomlBank
from tests.documents.golden_papers import paper
from tests.documents.rich_case import empty_case


@pytest.fixture(scope="module")
def known() -> CheckWords:
    """Return the shipped words."""
    lexicon = TomlBank().lexicon()
    return CheckWords.from_data(lexicon["omdomen"], Abbreviations.from_data(lexicon["forkortningar"]))


@pytest.mark.parametrize("paper_id", PAPERS)
def test_papers_to_the_deltagare_are_checked_and_no_others(known: CheckWords, paper_id: str) -> None:
    """Each paper to the deltagare gets its line, also an empty one, and it is easy; the others get none."""
    checked = check_paper(paper(paper_id, empty_case()), known)
    assert (checked is not None) == (PAPERS[paper_id].audience is Audience.DELTAGAREN)
    if checked is not None:
        assert checked.line.startswith("Lättläst: LIX ")
        assert checked.size.lix_without_names <= checked.goal.lix


def test_what_is_running_text() -> None:
    """Sentences, items, quotations and cells are; headings, labels, days and numbers are not."""
    document = Document(
        id="x",
        title="Titel",
        audience=Audience.DELTAGAREN,
        blocks=(
            Heading(text="Rubrik"),
            Paragraph(text="En mening."),
            Bullets(items=("Ett.", "Två."), label="Etikett"),
            Quote(text="Jag är lat"),
            Facts(
                pairs=(Fact(label="Dag", value="3 november 2026"), Fact(label="Hur", value="Vi ringer dig på onsdag"))
            ),
            Table(header=("Vad",), rows=(("Gå ut", "2 h"), ("",))),
        ),
    )
    assert running_text(document).splitlines() == [
        "En mening.",
        "Ett.",
        "Två.",
        "”Jag är lat”",
        "Vi ringer dig på onsdag",
        "Gå ut",
    ]


def test_the_worst_is_said_first(known: CheckWords) -> None:
    """A judging word outweighs a short form, which outweighs length; the rest is counted."""
    checked = check("Vi ringer AF. Hon är lat. Sedan ses vi. Ta med papperet.", known)
    assert checked.remarks[0].kind is RemarkKind.OMDOME
    assert checked.line == f"{checked.remarks[0].advice} 1 råd till."
    assert len(advice_lines(checked)) == 3


def test_fixed_names_are_no_short_forms(known: CheckWords) -> None:
    """REHAB-trappan is a name that stays."""
    assert check("Titta på REHAB-trappan hemma.", known).remarks == ()


def test_the_plan_may_be_harder(known: CheckWords) -> None:
    """The plan aims at LIX 40, the other papers at 30."""
    goals = {paper_id: check_paper(paper(paper_id, empty_case()), known) for paper_id in ("plan", "trappa")}
    assert [checked.goal.lix for checked in goals.values() if checked is not None] == [40, 30]
