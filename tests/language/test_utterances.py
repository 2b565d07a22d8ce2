"""The kind of an utterance, what is said about it, and the open wording."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.domain.utterances import Kind
from gk_assistant.language.utterances import Reviewed, Reviewer, kind_names
from tests.language.conftest import Files

_OF_EACH_KIND = [
    ("Hur brukar en förmiddag se ut hemma hos dig?", Kind.OPPEN),
    ("Kan du berätta om tiden på bageriet?", Kind.OPPEN),
    ("Vad tänker du när du hör ordet praktik?", Kind.OPPEN),
    ("Har du körkort?", Kind.SLUTEN),
    ("Hur länge har du haft ont i axeln?", Kind.SLUTEN),
    ("Vem är din handläggare på kommunen?", Kind.SLUTEN),
    ("Är det morgonen eller kvällen som är värst?", Kind.SLUTEN),
    ("Du vill väl börja jobba snart?", Kind.LEDANDE),
    ("Visst är det skönt att vara hemma?", Kind.LEDANDE),
    ("Hur jobbigt är det att åka hit?", Kind.LEDANDE),
    ("Du borde prova att gå ut en stund varje dag.", Kind.LEDANDE),
    ("Varför ringer du inte din läkare?", Kind.LEDANDE),
    ("Det låter som att kvällarna är värst.", Kind.REFLEKTION),
    ("Du är trött på att behöva förklara dig.", Kind.REFLEKTION),
    ("Starkt att du tog upp det med chefen.", Kind.BEKRAFTELSE),
    ("Du har verkligen kämpat med övningarna.", Kind.BEKRAFTELSE),
    ("Om jag förstått dig rätt går det bra hemma, men bussen och affären är svåra. Stämmer det?", Kind.SAMMANFATTNING),
    ("Vi har pratat om jobbet, sömnen och dina barn.", Kind.SAMMANFATTNING),
    ("Du kan ta med en stödperson till mötet, det kostar ingenting.", Kind.INFORMATION),
    ("Samtycket är frivilligt och gäller i tre månader.", Kind.INFORMATION),
    ("Var jobbade du, hur länge var du där och varför slutade du?", Kind.FLERFRAGA),
    ("Sover du bra, och vad gör du när du vaknar?", Kind.FLERFRAGA),
]


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.lower()).split())


@pytest.mark.parametrize(("text", "kind"), _OF_EACH_KIND)
def test_each_kind_is_told_with_and_without_marks(reviewer: Reviewer, text: str, kind: Kind) -> None:
    """The kind is the guide's, and the same when the utterance is typed in lower case without marks."""
    assert reviewer.review(text).kind is kind
    assert reviewer.review(_bare(text)).kind is kind


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Kan du lyfta matkassen?", "Hur går det för dig att lyfta matkassen?"),
        ("Trivdes du bra på lagret?", "Hur trivdes du på lagret?"),
        ("Din man borde väl kunna hjälpa till mer?", "Hur ser det ut i familjen?"),
        ("Passar tisdag nästa vecka?", "Vilka tider passar dig bäst?"),
        ("vill du ha en paus", "Hur är det med orken just nu?"),
        ("röker du", "Hur ser det ut med rökning och snus för dig?"),
        ("Vem är din kontakt på kommunen?", "Kan du berätta om din kontakt på kommunen?"),
        ("När slutade du på bageriet?", "Kan du berätta om när du slutade på bageriet?"),
        ("Får vi ringa din arbetsterapeut?", "Hur skulle det kännas om vi fick ringa din arbetsterapeut?"),
        ("Hur dålig är din relation till chefen?", "Hur är din relation till chefen?"),
        ("Du borde nog gå ut varje dag.", "Hur tänker du själv om att gå ut varje dag?"),
        ("Är det inte bäst att vänta med studierna?", "Hur tänker du själv om att vänta med studierna?"),
        ("Varför städar du inte lite varje dag?", "Hur tänker du om att städa lite varje dag?"),
        ("Du går väl ut med hunden i alla fall?", "Hur är det för dig att gå ut med hunden?"),
        ("Hur är det med ryggen, tar du något och hjälper det?", "Hur är det med ryggen?"),
    ],
)
def test_the_better_wording_keeps_the_persons_words(reviewer: Reviewer, text: str, better: str) -> None:
    """Where a form fits, the question is opened with the words it had."""
    assert reviewer.review(text).better == better


@pytest.mark.parametrize(("text", "kind"), _OF_EACH_KIND)
def test_only_what_needs_it_gets_another_wording_and_that_is_open(reviewer: Reviewer, text: str, kind: Kind) -> None:
    """Closed, leading and manifold questions get an open wording of one question; the others none."""
    found = reviewer.review(text)
    if kind not in (Kind.SLUTEN, Kind.LEDANDE, Kind.FLERFRAGA):
        assert found.better == ""
        return
    assert found.better[0].isupper()
    assert found.better.endswith("?")
    assert reviewer.review(found.better).kind is Kind.OPPEN


@pytest.mark.parametrize(("text", "kind"), _OF_EACH_KIND)
def test_feedback_is_one_short_sentence(reviewer: Reviewer, text: str, kind: Kind) -> None:
    """The feedback is a single sentence of at most twenty-five words, without unfilled places."""
    feedback = reviewer.review(text).feedback
    assert kind is reviewer.review(text).kind
    assert feedback.endswith(".")
    assert len(feedback.split()) <= 25
    assert not re.search(r"[{}]|\. [A-ZÅÄÖ]", feedback)


def test_the_word_that_leads_is_named(reviewer: Reviewer) -> None:
    """The feedback on a leading question quotes what leads, and says how many questions were asked at once."""
    assert "väl" in reviewer.review("Du trivs väl där?").feedback.lower()
    assert "eller hur" in reviewer.review("Det blev för mycket, eller hur?").feedback
    assert reviewer.review("Var bor du, hur bor du och trivs du?").feedback.startswith("Tre frågor")


@pytest.mark.parametrize("text", ["händer det att du inte vill leva", "Har du tankar på att ta ditt liv?"])
def test_asking_about_suicide_is_called_right(reviewer: Reviewer, text: str) -> None:
    """A straight question about suicide is never exchanged for another, closed as it may be."""
    found = reviewer.review(text)
    assert found.ruta == "psykisk_halsa"
    assert "är rätt" in found.feedback
    assert found.better == ""


@pytest.mark.parametrize("text", ["mm", "Ja, precis.", "Hej och välkommen!", "", "  ", "…", "😀"])
def test_small_words_and_nothing_are_not_judged(reviewer: Reviewer, text: str) -> None:
    """A greeting, a short answer and an empty line get no kind and a sentence that says so."""
    found = reviewer.review(text)
    assert found.kind is None
    assert found.feedback
    assert found.better == ""


def test_an_unsure_verdict_names_two_kinds(lexicon: Files) -> None:
    """Where nothing tells the kinds apart there is no kind, and the feedback names the two that come first."""
    blind = Reviewer.from_data({**lexicon, "yttranden_vikter": {"svar": "oppen sluten ledande", "rader": ""}})
    found = blind.review("Hur sover du?")
    assert found.kind is None
    assert found.likely is not found.second
    assert found.feedback.startswith("Osäkert: ")
    assert found.better == ""


@given(st.text(max_size=200))
def test_any_text_gets_a_verdict(text: str) -> None:
    """Nothing that can be typed breaks the verdict; certainties are shares; an empty lexicon is no fault."""
    found: Reviewed = Reviewer.from_data({}).review(text)
    assert found.kind is None
    assert 0 <= found.certainty <= 1


@given(
    st.lists(
        st.sampled_from(
            [
                "du",
                "väl",
                "inte",
                "har",
                "Hur",
                "att",
                "och",
                "varför,",
                "är?",
                "bör",
                "när",
                "vi",
                ".",
                "jobbet",
                "dig",
                "ont",
                "var",
                "!",
                "lyfta",
            ]
        )
    )
)
def test_any_order_of_words_gets_a_verdict(reviewer: Reviewer, parts: list[str]) -> None:
    """Words in any order get a verdict, and another wording is a whole question."""
    found = reviewer.review(" ".join(parts))
    assert 0 <= found.certainty <= 1
    assert found.better == "" or found.better.endswith(("?", "."))


def test_every_kind_has_a_name(lexicon: Files) -> None:
    """Each kind is called something in Swedish."""
    assert all(kind_names(lexicon["yttranden"])[kind] for kind in Kind)
