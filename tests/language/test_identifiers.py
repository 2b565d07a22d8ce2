"""Personal identifiers found, look-alikes left."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.identifiers import look_alike_places
from evaluation.rows import HERE, table
from gk_assistant.language.identifiers import Kind, find_identifiers


def _meant(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


_LINES = [line.split("\t") for line in Path(__file__).with_name("identifiers.tsv").read_text("utf-8").splitlines()[1:]]
_REAL = [(text, what) for text, what in _LINES if what != "inga"]
_LOOK_ALIKES = [text for text, what in _LINES if what == "inga"]


def _told(text: str) -> str:
    return "; ".join(f"{one.kind}={one.value}" for one in find_identifiers(text))


@pytest.mark.parametrize(("text", "what"), _REAL)
def test_every_real_one_of_the_list_is_found(text: str, what: str) -> None:
    """Kind and exact value, whether invisible characters are there or only spelt out."""
    assert _told(_meant(text)) == _meant(what)
    assert _told(text) == what


@pytest.mark.parametrize("text", _LOOK_ALIKES)
def test_no_look_alike_of_the_list_is_taken(text: str) -> None:
    """Case numbers, hours, sums, places, animals and capitals at the beginning of a line are left."""
    assert find_identifiers(_meant(text)) == ()


def test_of_the_labelled_lines_nearly_all_are_found_and_few_look_alikes_taken() -> None:
    """Over all tables of ``evaluation``: at least 98 of 100 real ones, at most 2 of 100 look-alikes."""
    real = found = look_alikes = taken = 0
    for row in (row for path in HERE.glob("personuppgifter_*.tsv") for row in table(path)):
        told = find_identifiers(row["text"])
        wanted = [] if row["fynd"] == "inga" else row["fynd"].split("; ")
        real += len(wanted)
        found += len({f"{one.kind}={one.value}" for one in told} & set(wanted))
        places = list(look_alike_places(row))
        look_alikes += len(places)
        taken += sum(any(one.start < end and one.end > start for start, end in places) for one in told)
    assert found >= 0.98 * real
    assert taken <= 0.02 * look_alikes


@given(st.text(st.characters(), max_size=60))
def test_half_characters_and_marks_do_no_harm(text: str) -> None:
    """Any code points, lone surrogates too, can be looked through."""
    assert all(text[one.start : one.end] == one.value and one.value for one in find_identifiers(text))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("pnr 850402-2396", Kind.PERSONNUMMER, "850402-2396"),
        ("8504022396 ringde", Kind.PERSONNUMMER, "8504022396"),
        ("19850402-2396", Kind.PERSONNUMMER, "19850402-2396"),
        ("850402 – 2396", Kind.PERSONNUMMER, "850402 – 2396"),
        ("８５０４０２－２３９６", Kind.PERSONNUMMER, "８５０４０２－２３９６"),
        ("٨٥٠٤٠٢-٢٣٨٨", Kind.PERSONNUMMER, "٨٥٠٤٠٢-٢٣٨٨"),
        ("samordn.nr 870374-2380", Kind.SAMORDNINGSNUMMER, "870374-2380"),
        ("pnr 850402-2395 felskrivet", Kind.PERSONNUMMER, "850402-2395"),
        ("sista fyra är 2391", Kind.PERSONNUMMER_DEL, "2391"),
        ("tel +46 70 174 06 12", Kind.TELEFON, "+46 70 174 06 12"),
        ("nås på 0701740612", Kind.TELEFON, "0701740612"),
        ("jobb (031) 390 06 42", Kind.TELEFON, "(031) 390 06 42"),
        ("mejla kalles_konto+fk@example.org.", Kind.EPOST, "kalles_konto+fk@example.org"),
    ],
)
def test_real_ones_are_found(text: str, kind: Kind, value: str) -> None:
    """Personal numbers in all the ways they are written, telephone and e-mail are found with their kind."""
    assert [(found.kind, found.value) for found in find_identifiers(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "fakturan OCR 8704022389",
        "provsvar 240115-0835",
        "850402-2395",
        "8513402396",
        "ärende 8504022396",
        "08.30-12.00 och 13-15",
        "2024-01-15 till 2024-03-31",
        "hyran är 10 000 - 12 000 kr",
        "org 556677-8899",
        "1-2 ggr/v, 25-50 %",
        "@hemma",
    ],
)
def test_look_alikes_are_left(text: str) -> None:
    """Case and invoice numbers, dates, hours and sums are no identifiers."""
    assert find_identifiers(text) == ()


@given(st.text(max_size=80))
def test_findings_stand_where_they_say(text: str) -> None:
    """Each finding is a piece of the text, and none overlaps another."""
    found = find_identifiers(text)
    assert all(text[one.start : one.end] == one.value for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
