"""Which ruta an utterance concerns."""

import re

import pytest

from gk_assistant.domain.utterances import Kind
from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.utterances import Reviewer
from tests.language.conftest import Files


@pytest.mark.parametrize(
    ("text", "ruta"),
    [
        ("Vad gjorde du på lagret?", "arbetsliv"),
        ("Hur går det med medicinen?", "behandling"),
        ("Hur gammal var du när du fick diagnosen?", "sjukhistorik"),
        ("Hur märks oron för dig?", "psykisk_halsa"),
        ("Var i kroppen gör det ont?", "fysisk_halsa"),
        ("Hur var gymnasiet för dig?", "utbildning"),
        ("Vilka vänner träffar du?", "socialt"),
        ("Hur får du till matlagning och disk?", "vardag"),
        ("Vad tog du med dig från arbetsträningen?", "tidigare_rehab"),
        ("Vem är din gode man?", "kontaktpersoner"),
        ("Vad betyder musiken för dig på fritiden?", "fritid"),
        ("Hur ser det ut med alkohol?", "missbruk"),
        ("Är det okej att jag antecknar?", "ovrigt"),
        ("Hur tänker du om planen?", "ovrigt"),
    ],
)
def test_the_subject_decides_the_ruta(reviewer: Reviewer, text: str, ruta: str) -> None:
    """An utterance goes where its subject belongs, typed in full or in lower case without marks or å ä ö."""
    assert reviewer.review(text).ruta == ruta
    bare = re.sub(r"[^\w\s]", "", text.lower()).translate(str.maketrans("åäö", "aao"))
    assert ruta in (reviewer.review(bare).ruta, reviewer.review(bare).second_ruta)


@pytest.mark.parametrize(
    ("text", "ruta"),
    [
        ("Hur många timmar i veckan var du på praktiken?", "tidigare_rehab"),
        ("Får vi ringa din läkare?", "kontaktpersoner"),
        ("När ska du träffa läkaren nästa gång?", "behandling"),
        ("Hur länge låg du på sjukhus efter olyckan?", "sjukhistorik"),
        ("Hur går det att åka buss och handla?", "vardag"),
    ],
)
def test_the_rules_of_the_guide_hold(reviewer: Reviewer, text: str, ruta: str) -> None:
    """Work training whatever the time, who may be called, care ahead and care past, bus and shopping."""
    assert reviewer.review(text).ruta == ruta


def test_there_is_a_second_candidate(reviewer: Reviewer) -> None:
    """The second candidate is another ruta than the first."""
    found = reviewer.review("Vad säger läkaren om praktiken?")
    assert found.second_ruta != found.ruta
    assert {found.ruta, found.second_ruta} & {"behandling", "tidigare_rehab"}


def test_every_theme_is_about_a_ruta_and_asks_openly(reviewer: Reviewer, lexicon: Files) -> None:
    """Each theme names a ruta of its own words and has an open question."""
    rows = [row for row in rows_of(lexicon["rutord"], "grupp") if text_of(row, "ruta")]
    rutor = set(text_of(lexicon["rutord_vikter"], "svar").split())
    assert {text_of(row, "ruta") for row in rows} == rutor
    asked = [text_of(row, key) for row in rows for key in ("fraga", "fraga_forr") if key in row]
    assert all(question.endswith("?") for question in asked)
    assert sum(reviewer.review(question).kind is not Kind.OPPEN for question in asked) <= 1
