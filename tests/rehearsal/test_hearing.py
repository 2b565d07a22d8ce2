"""What a trainee's utterance is taken as."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.domain.bank import Ruta
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.hearing import TraineeEar
from gk_assistant.storage.bank_reader import TomlBank

_BANK = Path(__file__).parents[2] / "question_bank"


@pytest.fixture(scope="module")
def ear() -> TraineeEar:
    """Return the ear over the shipped lexicon and rutor."""
    bank = TomlBank()
    return TraineeEar.from_data(bank.lexicon(), bank.bank().rutor)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Det låter tungt. Vad händer i kroppen då?", (Kind.REFLEKTION, Kind.OPPEN)),
        ("Om jag förstått dig rätt sover du dåligt och orkar lite. Stämmer det?", (Kind.SAMMANFATTNING,)),
        ("Hej Katarina, välkommen! Hur ser en vanlig dag ut?", (Kind.OPPEN,)),
        ("Jag förstår. Hur länge jobbade du där?", (Kind.SLUTEN,)),
        ("Tack för det. Då förstår jag bättre.", (Kind.BEKRAFTELSE,)),
        ("Mm.", ()),
        ("...", ()),
    ],
)
def test_each_sentence_has_its_kind(ear: TraineeEar, text: str, kinds: tuple[Kind, ...]) -> None:
    """A greeting, a word that one has heard, and a closing *stämmer det?* are no kind of their own."""
    assert ear.hear(text, name="Katarina").kinds == kinds


@pytest.mark.parametrize(
    "text",
    ["Mm.", "Okej", "Jag förstår.", "jag hör dig", "Hej Katarina!", "(tyst)", "", "Hejdå!", "Nu går vi till fritid"],
)
def test_what_asks_and_tells_nothing_has_no_kind(ear: TraineeEar, text: str) -> None:
    """A short word, a greeting and a silence are never counted as a question or a reflection."""
    heard = ear.hear(text, name="Katarina")
    assert heard.kind is None
    assert heard.likely is None
    assert heard.better == ""
    assert heard.feedback
    assert not heard.asks


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Hur sover du?", 1),
        ("hur sover du", 1),
        ("Hur sover du? Och hur äter du?", 2),
        ("Var jobbade du, hur länge var du där och varför slutade du?", 3),
        ("Det låter tungt.", 0),
        ("Du har kämpat hårt, det märks.", 0),
        ("Då tar vi vardagen nu.", 0),
        ("Mår du sämre kan du ringa oss.", 0),
    ],
)
def test_questions_are_counted(ear: TraineeEar, text: str, questions: int) -> None:
    """The count follows the build, not the marks."""
    assert ear.hear(text).questions == questions


@pytest.mark.parametrize(
    ("text", "ruta"),
    [
        ("Hur är det på jobbet?", "arbetsliv"),
        ("Ska vi ta fritid?", "fritid"),
        ("rutan om vardag", "vardag"),
        ("Vilken ruta vill du börja med?", ""),
        ("Tack för att du berättar.", ""),
    ],
)
def test_the_ruta_is_told(ear: TraineeEar, text: str, ruta: str) -> None:
    """The meeting itself concerns no ruta; a ruta that is named is certain."""
    heard = ear.hear(text)
    assert heard.ruta == ruta
    assert heard.ruta_certainty == (1.0 if heard.does(Act.ANNAN_RUTA) else heard.ruta_certainty)
    assert bool(heard.ruta_certainty) is bool(ruta)


def test_themes_are_those_whose_words_stand_there(ear: TraineeEar) -> None:
    """Themes come in the order they are spoken of, each once, by their ids in the bank."""
    ids = {row["id"] for row in tomllib.loads((_BANK / "lexikon" / "rutord.toml").read_text("utf-8"))["grupp"]}
    heard = ear.hear("Hur är det med sömnen och jobbet, och sömnen på helgen?")
    assert heard.themes[:2] == ("somn", "jobb")
    assert set(heard.themes) <= ids
    assert len(set(heard.themes)) == len(heard.themes)


def test_name_empathy_and_words_are_heard(ear: TraineeEar) -> None:
    """An utterance may do several things; its words are counted."""
    heard = ear.hear("Tack Katarina. Det låter tungt, vad hände sen?", name="Katarina")
    assert heard.does(Act.NAMN)
    assert heard.does(Act.TACK)
    assert heard.told_by(Act.EMPATI) == "Det låter tungt"
    assert heard.words == 8


def test_a_ruta_that_is_not_shown_is_none(ear: TraineeEar) -> None:
    """Where the bank has no such ruta, none is told."""
    bank = TomlBank()
    only = [ruta for ruta in bank.bank().rutor if ruta.id == "fritid"]
    assert [type(ruta) for ruta in only] == [Ruta]
    small = TraineeEar.from_data(bank.lexicon(), only)
    assert small.hear("Hur är det på jobbet?").ruta == ""
    assert small.hear("Ska vi ta fritid?").ruta == "fritid"
    assert ear.hear("Hur är det på jobbet?").ruta == "arbetsliv"


def test_a_long_speech_is_counted_whole_and_read_in_part(ear: TraineeEar) -> None:
    """All words count; only the first 2,000 characters are read."""
    heard = ear.hear("Vi börjar här. " * 200 + "Katarina, hur mår du?", name="Katarina")
    assert heard.words == 604
    assert not heard.does(Act.NAMN)


@given(st.text(max_size=400), st.text(max_size=12), st.lists(st.text(max_size=12), max_size=2))
def test_any_text_is_heard(ear: TraineeEar, text: str, name: str, companions: list[str]) -> None:
    """Nothing that can be typed breaks the ear; shares are shares and counts are counts."""
    heard = ear.hear(text, name=name, companions=companions)
    assert 0 <= heard.certainty <= 1
    assert 0 <= heard.ruta_certainty <= 1
    assert heard.words >= 0
    assert heard.questions >= 0
    assert TraineeEar.from_data({}).hear(text).kind is None
