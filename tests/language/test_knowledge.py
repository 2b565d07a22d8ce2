"""Questions about the method find the answer that they mean; what must be declined is declined."""

import tomllib
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gk_assistant.language.intents import Intent, Utterance
from gk_assistant.language.knowledge import Knowledge
from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.requests import Ear
from tests.language.conftest import BANK

_ASKED = Utterance(intent=Intent.KUNSKAP, certainty=0.9)
_OUTSIDE = Utterance(intent=Intent.UTANFOR, certainty=0.9)


@pytest.fixture(scope="module")
def data() -> Mapping[str, object]:
    """Return the shipped answers."""
    return tomllib.loads((BANK / "kunskap.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def knowledge(data: Mapping[str, object], ear: Ear) -> Knowledge:
    """Return the index over the shipped answers."""
    return Knowledge(data, ear.words, lambda line: ear.rules.weigh_topics(ear.words.of(line)))


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("räcker det att ses en enda gång?", "antal_moten"),
        ("går det bra med en tredje träff", "fler_moten"),
        ("ska hon bli inskriven hos arbetsförmedlingen direkt", "inskrivning_gk1"),
        ("hur pass länge brukar samtalet hålla på", "motestid"),
        ("får hennes syster följa med in", "stodperson"),
        ("kan svägerskan översätta åt honom", "tolk"),
        ("är det okej att stå emellan tvåan och trean", "trappa_valja"),
        ("vem håller i pennan när vi planerar", "plan_vem_skriver"),
        ("nollklassad, vad gör vi då", "sgi_saknas"),
        ("stör laptopen", "dator_i_rummet"),
        ("vart hör tabletterna", "behandling_rubrik"),
        ("far jag kasta lapparna sen", "gallring"),
        ("hon bara gråter, hur gör man", "deltagaren_grater"),
        ("han orkar inte leva, vad gör vi", "suicid"),
    ],
)
def test_other_words_find_the_topic(knowledge: Knowledge, question: str, topic: str) -> None:
    """Questions in words of their own reach the right topic."""
    assert knowledge.find(question).topic == topic


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("vad betyder DFA?", "begrepp-dfa"),
        ("dfa?", "begrepp-dfa"),
        ("va e sip", "begrepp-sip"),
        ("luh, vad är det", "begrepp-luh"),
        ("vad står lss för", "begrepp-lss"),
        ("har glömt vad mmr är", "begrepp-mmr"),
        ("vad menas med begreppet ua i journalen", "begrepp-sma-forkortningar"),
        ("förklara habilitering för mig", "begrepp-habiliterande"),
        ("ett överlämningsmöte, vad är det", "begrepp-overlamningsmote"),
    ],
)
def test_terms_are_looked_up(knowledge: Knowledge, question: str, entry: str) -> None:
    """A term is found by its name, however its meaning is asked for."""
    assert knowledge.find(question).id == entry


def test_an_unknown_term_is_said_to_be_unknown(knowledge: Knowledge) -> None:
    """No meaning is made up for a word that is not in the list."""
    found = knowledge.find("vad betyder xqz")
    assert (found.topic, found.id) == ("begrepp", "")
    assert "ordlista" in found.text


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("vilken dos ska hon ta", "läkare"),
        ("är det farligt att blanda tabletterna", "läkare"),
        ("hur många kronor blir det", "handläggare"),
        ("regnar det", "Vädret"),
        ("får man säga upp nån som är sjuk", "jurist"),
    ],
)
def test_what_must_be_declined_names_who_knows(knowledge: Knowledge, question: str, word: str) -> None:
    """Medicine, amounts, law and weather are declined with the one who would know."""
    heard, answer = knowledge.settle(question, _OUTSIDE)
    assert heard.intent is Intent.UTANFOR
    assert word in answer.text
    assert not answer.source


def test_every_way_of_asking_finds_its_own_topic(knowledge: Knowledge, data: Mapping[str, object]) -> None:
    """Each listed question leads to its topic, and nearly each to its own entry."""
    rows = data["kunskap"]
    assert isinstance(rows, list)
    asked = [(question, row) for row in rows for question in row["fragor"]]
    found = [(knowledge.find(question), row) for question, row in asked]
    assert sum(answer.topic == row["amne"] for answer, row in found) >= 0.98 * len(found)
    assert sum(answer.id == row["id"] for answer, row in found) >= 0.95 * len(found)


def test_an_answer_has_its_source(knowledge: Knowledge) -> None:
    """A question is answered with where the answer comes from and how sure that is."""
    heard, answer = knowledge.settle("hur många möten måste det vara", _ASKED)
    assert (heard.intent, heard.arg) == (Intent.KUNSKAP, "antal_moten")
    assert answer.source
    assert answer.grade == "H"


@given(line=st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_asking_never_fails(knowledge: Knowledge, line: str) -> None:
    """Any line gets sentences and a score between 0 and 1."""
    answer = knowledge.find(line)
    assert answer.text
    assert 0 <= answer.score <= 1


def test_no_source_is_called_just_a_public_one(data: Mapping[str, object]) -> None:
    """A source is told by a name that can be looked up."""
    sources = [text_of(row, "kalla") for row in rows_of(data, "kunskap")]
    assert all(sources)
    assert not [source for source in sources if "offentlig källa" in source.lower()]


def test_sgi_is_explained_with_what_to_do(knowledge: Knowledge) -> None:
    """Who asks what to do without SGI is told what it is, whom to ask, and what fits instead."""
    answer = knowledge.find("vad gör vi om SGI saknas?")
    assert answer.id == "sgi-saknas-vad-gora"
    assert all(words in answer.text for words in ("sjukpenninggrundande inkomst", "Fråga FK", "överlämningsmöte"))
    assert "ordlistan i programmet" in knowledge.find("vad betyder DFA?").source.lower()
