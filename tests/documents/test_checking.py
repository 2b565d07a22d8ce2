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

_NO_CODE_CELLS = (
    *("3 november", "tisdag 3 november 2026", "10.00", "13.00–14.15", "vecka 48", "v 12.5", "den 1/12 kl 10"),
    *("2 h", "10–19", "25 %", "50 procent", "2 ggr/v", "3", "GK2"),
    *("Rum B204", "Sal F12", "Kontoret G14, plan 2", "vitamin B12"),
)


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
        assert f"målet är högst {checked.goal.lix:g} och 10" in checked.line
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
    assert len(advice_lines(checked)) == 4


@pytest.mark.parametrize("cell", ["F33.1", "Prata om F33.1, 2 gånger", "Läkaren: F32, sedan maj", "M54.5 i 3 veckor"])
def test_a_code_is_seen_in_a_cell_and_a_fact(known: CheckWords, cell: str) -> None:
    """A diagnosis code is remarked on in the plan's table and in a fact, however short."""
    for block in (Table(header=("Vad",), rows=((cell,),)), Facts(pairs=(Fact(label="Hur", value=cell),))):
        checked = check_paper(Document(id="x", title="X", audience=Audience.DELTAGAREN, blocks=(block,)), known)
        assert checked is not None
        assert ["diagnoskod" in remark.advice for remark in checked.remarks].count(True) == 1


@pytest.mark.parametrize(
    "cell",
    [
        "3 november",
        "tisdag 3 november 2026",
        "10.00",
        "13.00–14.15",
        "2 h",
        "10–19",
        "25 %",
        "50 procent",
        "2 ggr/v",
        "Rum B204",
        "Sal F12",
        "Kontoret G14, plan 2",
        "vitamin B12",
        "vecka 48",
        "v 12.5",
        "GK2",
        "3",
        "den 1/12 kl 10",
    ],
)
def test_days_times_extents_and_rooms_are_no_codes(known: CheckWords, cell: str) -> None:
    """A day, a time, an extent or the name of a room in a cell gives no remark."""
    for block in (Table(header=("När",), rows=((cell,),)), Facts(pairs=(Fact(label="När", value=cell),))):
        checked = check_paper(Document(id="x", title="X", audience=Audience.DELTAGAREN, blocks=(block,)), known)
        assert checked is not None
        assert checked.remarks == ()


def test_lattlast_is_only_said_within_the_goal(known: CheckWords) -> None:
    """The figures stand beside the goal; a text above it is never called easy, also when it is short."""
    hard = check("Arbetsförmågebedömningen förutsätter samverkansöverenskommelser.", known)
    assert hard.remarks == ()
    assert hard.line.startswith("Över målet: LIX ")
    assert "LIX är över målet." in hard.measures
    easy = check("Vi ses på tisdag. Du får ta med en vän.", known)
    assert easy.line == "Lättläst: LIX 5, 5 ord per mening (målet är högst 30 och 10)."
    assert easy.measures.endswith("Båda är inom målet.")
    assert "Lägre är lättare" in advice_lines(easy)[-1]


def test_fixed_names_are_no_short_forms(known: CheckWords) -> None:
    """REHAB-trappan is a name that stays."""
    assert check("Titta på REHAB-trappan hemma.", known).remarks == ()


def test_the_plan_may_be_harder(known: CheckWords) -> None:
    """The plan aims at LIX 40, the other papers at 30."""
    goals = {paper_id: check_paper(paper(paper_id, empty_case()), known) for paper_id in ("plan", "trappa")}
    assert [checked.goal.lix for checked in goals.values() if checked is not None] == [40, 30]
