"""Personal identifiers found, look-alikes left."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.language.identifiers import Kind, find_identifiers


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
