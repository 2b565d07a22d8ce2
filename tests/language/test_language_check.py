"""The language check of what leaves the program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.language.abbreviations import Abbreviations
from gk_assistant.language.language_check import CheckWords, Goal, RemarkKind, check_text
from gk_assistant.language.readability import sentence_places, sentences
from tests.language.conftest import Files


@pytest.fixture(scope="module")
def known(lexicon: Files, abbreviations: Abbreviations) -> CheckWords:
    """Return the shipped words."""
    return CheckWords.from_data(lexicon["omdomen"], abbreviations)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hon påstår att hon har ont.", "påstår"),
        ("Han är omotiverad.", "omotiverad"),
        ("Deltagaren vägrade gå hem.", "vägrade"),
        ("Hon klagar på värken.", "klagar"),
        ("Han lider av depression.", "lider av"),
        ("Känd missbrukare.", "missbrukare"),
        ("Saknar sjukdomsinsikt.", "Saknar sjukdomsinsikt"),
        ("Hon borde kunna jobba.", "borde kunna"),
        ("Skyller på chefen.", "Skyller"),
        ("Stackars Hassel.", "Stackars"),
        ("Han är lat.", "lat"),
        ("Upplever sig trött.", "Upplever sig"),
    ],
)
def test_judging_words_are_pointed_out(known: CheckWords, text: str, word: str) -> None:
    """The word is quoted where it stands, with what to write instead."""
    (remark,) = [found for found in check_text(text, known) if found.kind is RemarkKind.OMDOME]
    assert text[remark.start : remark.end] == word
    assert remark.advice.startswith(f"”{word}” ")
    assert remark.advice.endswith(".")
    assert "\n" not in remark.advice


@pytest.mark.parametrize(
    "text",
    [
        "”Jag är så jäkla lat”",
        'Säger: "jag är en idiot".',
        "Sover dåligt och har ont i ryggen.",
        "Latinamerika intresserar henne.",
        "Hon går med rollator och klarar trappan.",
        "Platsen passar henne.",
        "Hon vill börja med tio timmar i veckan.",
        "Han dricker varje helg.",
        "Hon har normalstor lägenhet i Dumla.",
    ],
)
def test_own_words_and_plain_facts_are_left(known: CheckWords, text: str) -> None:
    """What the deltagare said of themselves stays, and so do words that only look alike."""
    assert [found for found in check_text(text, known) if found.kind is RemarkKind.OMDOME] == []


def test_abbreviations_left_are_told_with_their_reading(known: CheckWords) -> None:
    """A known one is read out, an unsettled one is asked about, an unknown one is to be explained."""
    advice = [found.advice for found in check_text("AT oklart pga värk, QRX i maj o juni.", known)]
    assert advice[:4] == [
        "Skriv ut ”AT”: ”arbetsträning” eller ”arbetsterapeut”?",
        "Skriv ut ”pga”: på grund av.",
        "Skriv ut ”QRX” eller förklara det.",
        "Skriv ut ”o”: och.",
    ]


def test_text_without_abbreviations_has_no_such_remark(known: CheckWords) -> None:
    """Plain Swedish, common short names and measures are left."""
    text = "Du börjar med 2 timmar, 50 %, på måndag klockan 10. Ta med id och dator. Adhd är ingen förkortning här."
    assert [found for found in check_text(text, known) if found.kind is RemarkKind.FORKORTNING] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Värk > sämre sömn.", ">"),
        ("Sömn < 4 timmar.", "<"),
        ("Stress → ont i magen.", "→"),
        ("Jobb -> trött.", "->"),
        ("Vila = bättre dag.", "="),
        ("Intyget säger F33.1 i maj.", "F33.1"),
        ("M54.5 enligt intyget.", "M54.5"),
        ("Har diagnosen F90.0B.", "F90.0B"),
        ("Är orolig f ekonomin.", "f"),
        ("Gick ut gy 1998.", "gy"),
        ("Saknar beh.", "beh"),
    ],
)
def test_signs_codes_and_single_letters_are_told(known: CheckWords, text: str, what: str) -> None:
    """What a reader would have to guess gets one remark each, where it stands."""
    (remark,) = check_text(text, known)
    assert remark.kind is RemarkKind.FORKORTNING
    assert text[remark.start : remark.end] == what
    assert f"”{what}”" in remark.advice


@pytest.mark.parametrize(
    "text",
    [
        "Hon bor på en ö vid en å i Dumla.",
        "Hon tar vitamin D och bor i hus B.",
        "Hon har a-kassa och går med på det nu.",
        "Vi ses kl 10, vecka 43. Ta med id.",
        "Du åt lite. Ni får en ny tid om du vill.",
    ],
)
def test_small_words_and_letters_of_names_are_left(known: CheckWords, text: str) -> None:
    """Words of one or two letters, capitals that name, and compounds are no riddles."""
    assert [found for found in check_text(text, known) if found.kind is RemarkKind.FORKORTNING] == []


def test_long_sentences_and_lix_are_told(known: CheckWords) -> None:
    """A heavy text gets its LIX, its mean and its longest sentence told, with and without the fixed names."""
    heavy = (
        ("Försäkringskassan samordnar rehabiliteringsinsatserna tillsammans med Arbetsförmedlingen och arbetsgivaren. ")
        * 4
        + "En mening som "
        + "är lång och " * 8
        + "slutar här."
    )
    remarks = check_text(heavy, known, names=["Försäkringskassan", "Arbetsförmedlingen"])
    lix = next(found for found in remarks if found.kind is RemarkKind.LIX)
    assert "utan namn; målet är 30" in lix.advice
    assert "”rehabiliteringsinsatserna”" in lix.advice
    assert any("Dela den i två" in found.advice for found in remarks)


def test_light_text_has_no_remark(known: CheckWords) -> None:
    """Short sentences with short words pass."""
    assert (
        check_text("Vi ses igen på fredag. Du tar med din plan. Vi pratar om hur det går. Sen är vi klara.", known)
        == ()
    )


def test_negations_are_told_when_they_pile_up(known: CheckWords) -> None:
    """Two in a sentence are told; one is plain Swedish."""
    assert check_text("Hon kan inte gå.", known) == ()
    (remark,) = check_text("Det går inte att säga att hon aldrig kan gå.", known)
    assert remark.kind is RemarkKind.NEKANDE
    all_denied = check_text("Hon kan inte gå. Han vill inte. Det går ej. Ingen vet.", known, goal=Goal(lix=99))
    assert "4 av 4 meningar" in all_denied[0].advice


@given(st.text(max_size=120))
def test_remarks_stand_in_the_text(known: CheckWords, text: str) -> None:
    """Any text can be checked; every remark has a place in it and one line of advice."""
    for remark in check_text(text, known):
        assert 0 <= remark.start <= remark.end <= len(text)
        assert "\n" not in remark.advice.replace(text, "")


@given(st.text(max_size=80))
def test_sentences_stand_in_the_text(text: str) -> None:
    """The places of sentences are in order and give the sentences."""
    places = sentence_places(text)
    assert sentences(text) == tuple(text[start:end].strip() for start, end in places)
    assert list(places) == sorted(places)
