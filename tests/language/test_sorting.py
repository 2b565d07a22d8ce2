"""Sorting of notes under the headings."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.sorting import Sorter

_NOTES = Path(__file__).with_name("notes.tsv")


def _rows() -> list[list[str]]:
    return [line.split("\t") for line in _NOTES.read_text("utf-8").splitlines()[1:]]


def test_most_notes_of_the_list_come_right(sorter: Sorter) -> None:
    """Of our own labelled notes at least 85 % get their heading and 80 % their mark."""
    rows = _rows()
    found = [(sorter.sort(ruta, note), heading, mark) for ruta, note, heading, _, mark in rows]
    assert sum(result.heading == heading for result, heading, _ in found) >= 0.85 * len(rows)
    assert sum(result.mark == mark for result, _, mark in found) >= 0.80 * len(rows)


@pytest.mark.parametrize(
    ("ruta", "note", "heading"),
    [
        ("vardag", "sover 4 h, vaknar av värk", Heading.KROPP),
        ("vardag", "dammsuger o diskar själv", Heading.AKTIVITET),
        ("arbetsliv", "arbetsgivaren vill inte ta emot henne", Heading.OMGIVNING),
        ("utbildning", "gick ut gymnasiet 2009", Heading.PERSON),
        ("vardag", "behöver hjälp med städningen", Heading.OMGIVNING),
        ("fritid", "vill börja dansa", Heading.PERSON),
        ("fysisk_halsa", "yr när hon handlar", Heading.KROPP),
        ("missbruk", "nykter i tre år", Heading.PERSON),
        ("missbruk", "sambon dricker varje helg", Heading.OMGIVNING),
    ],
)
def test_the_ordered_rules_decide(sorter: Sorter, ruta: str, note: str, heading: Heading) -> None:
    """Needs, outer causes, symptoms, will and use go where the guide puts them."""
    assert sorter.sort(ruta, note).heading is heading


@pytest.mark.parametrize(
    ("note", "mark"),
    [
        ("ont i ryggen varje dag", Mark.HINDER),
        ("ingen värk längre", Mark.FUNGERAR),
        ("behöver ny rullator", Mark.BEHOV),
        ("behöver inte längre käpp", Mark.FUNGERAR),
        ("svårt att gå men cyklar varje dag", Mark.FUNGERAR),
        ("går fint på förmiddagen men orkar inte resten av dagen", Mark.HINDER),
        ("diabetes typ 2", Mark.NEUTRAL),
    ],
)
def test_the_mark_follows_need_turn_and_negation(sorter: Sorter, note: str, mark: Mark) -> None:
    """A need goes first, the last clause after *men* decides, a denied trouble is something that works."""
    assert sorter.sort("fysisk_halsa", note).mark is mark


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ont i ryggen nar hon gar", "ont i ryggen när hon går"), ("trapor gar inte", "trappor går inte")],
)
def test_missing_dots_and_slips_do_not_matter(sorter: Sorter, typed: str, meant: str) -> None:
    """A note without å ä ö, or with a letter wrong, is sorted like the note that was meant."""
    assert sorter.sort("fysisk_halsa", typed).heading is sorter.sort("fysisk_halsa", meant).heading


def test_the_reason_names_the_words(sorter: Sorter) -> None:
    """The reason is one clause that quotes the words and says what they stand for."""
    reason = sorter.sort("vardag", "sover 4 h, vaknar av värk").reason
    assert "”värk”" in reason
    assert "\n" not in reason


@pytest.mark.parametrize("note", ["", "   ", "???", "qwrtz"])
def test_nothing_to_go_by_is_unsure(sorter: Sorter, note: str) -> None:
    """Without words the program says that it is unsure."""
    assert sorter.sort(None, note).heading is None


@given(ruta=st.sampled_from(["vardag", "missbruk", "okänd", None]), note=st.text(max_size=80))
def test_sorting_never_fails(sorter: Sorter, ruta: str | None, note: str) -> None:
    """Any text is sorted; certainty is 0–1; at most three ICF codes, all known; the reason is one line."""
    result = sorter.sort(ruta, note)
    assert 0 <= result.certainty <= 1
    assert len(result.icf) <= 3
    assert all(sorter.icf.label(code) != code for code in result.icf)
    assert result.reason


def test_a_broken_lexicon_makes_everything_unsure() -> None:
    """An empty lexicon is no fault; nothing is certain then."""
    assert Sorter.from_data({}).sort("vardag", "ont i ryggen").heading is None


def test_icf_codes_are_those_of_the_words(sorter: Sorter) -> None:
    """Pain gives b280, and the label is our own."""
    result = sorter.sort("fysisk_halsa", "värk i axeln")
    assert "b280" in result.icf
    assert sorter.icf.label("b280") == "värk och smärta"
