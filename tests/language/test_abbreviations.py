"""Abbreviations read out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.language.abbreviations import Abbreviations
from tests.language.conftest import Files

_PAIRS = [
    line.split("\t") for line in Path(__file__).with_name("abbreviations.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("typed", "ruta", "full"), _PAIRS)
def test_the_list_of_lines_is_read_out(abbreviations: Abbreviations, typed: str, ruta: str, full: str) -> None:
    """Each line of ``abbreviations.tsv`` becomes plain Swedish; short forms that are words stay."""
    assert abbreviations.expand(typed, ruta or None).text == full


def test_what_the_surroundings_do_not_settle_is_left_open(abbreviations: Abbreviations) -> None:
    """A bare AT names both its readings, for the user to choose."""
    (reading,) = abbreviations.expand("AT oklart").readings
    assert not reading.settled
    assert reading.alternatives == ("arbetsträning", "arbetsterapeut")


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("tröttnar e 20 min", "tröttnar efter 20 minuter"),
        ("simmar 1000 m x 2/v m sambon", "simmar 1000 meter 2 gånger i veckan med sambon"),
        ("sjukskriven t.v. pga värk", "sjukskriven tills vidare på grund av värk"),
        ("Läk säger 1 tim", "Läkaren säger 1 timme"),
        ("ag vill ses 3 ggr/mån", "arbetsgivaren vill ses 3 gånger i månaden"),
        ("var 14:e dag", "var 14:e dag"),
        ("a-kassan o AF", "a-kassan och Arbetsförmedlingen"),
    ],
)
def test_abbreviations_are_read_out(abbreviations: Abbreviations, typed: str, full: str) -> None:
    """The full text is plain Swedish, numbers decide the doubtful ones."""
    assert abbreviations.expand(typed).text == full


@pytest.mark.parametrize(
    ("typed", "ruta", "long"),
    [
        ("AT avbröts efter 2 v", None, "arbetsträningen"),
        ("AT kommer på hembesök", None, "arbetsterapeuten"),
        ("AT på gång", "tidigare_rehab", "arbetsträning"),
        ("SE avslag 2020", None, "sjukersättning"),
        ("BT 150/90", None, "blodtryck"),
    ],
)
def test_ambiguous_ones_follow_their_surroundings(
    abbreviations: Abbreviations, typed: str, ruta: str | None, long: str
) -> None:
    """The words around, then the box, choose; the other readings are shown."""
    reading = abbreviations.expand(typed, ruta).readings[0]
    assert reading.long == long
    assert reading.alternatives


def test_small_words_are_not_taken_for_ambiguous_abbreviations(abbreviations: Abbreviations) -> None:
    """``se`` and ``at`` in small letters are words, not SE and AT."""
    assert not abbreviations.expand("vill se hur det går").readings


@given(typed=st.text(max_size=60))
def test_nothing_typed_is_changed(abbreviations: Abbreviations, typed: str) -> None:
    """The original stays, and each reading stands where it says."""
    expansion = abbreviations.expand(typed)
    assert expansion.original == typed
    assert all(typed[reading.start : reading.end] == reading.short for reading in expansion.readings)


def test_own_abbreviations_can_be_added() -> None:
    """A file with only own abbreviations is enough."""
    own = Abbreviations.from_data({"enkla": {"xyz": "något eget"}})
    assert own.expand("går på xyz").text == "går på något eget"


def test_an_offices_own_go_before_the_shipped(lexicon: Files) -> None:
    """Own plain, conditional and ambiguous forms replace those of the same spelling, and all others stay."""
    own = {
        "egna": {"m": "mamma", "nb": "Norrby"},
        "egna_villkor": [{"kort": "zz", "lang": "natt", "flertal": "nätter", "nar": "efter_tal"}],
        "egna_tvetydiga": [
            {"kort": "AT", "lasningar": [{"lang": "avtal", "ord": "skriv"}, {"lang": "arbetsträning", "ord": "lager"}]}
        ],
    }
    known = Abbreviations.from_data({**lexicon["forkortningar"], **own})
    assert known.expand("skriver AT m nb, 3 zz o 2 v").text == "skriver avtal mamma Norrby, 3 nätter och 2 veckor"
