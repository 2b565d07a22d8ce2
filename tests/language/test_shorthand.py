"""The short-line grammar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.domain.notes import Mark
from gk_assistant.language.shorthand import LineVoice, ShortLine, parse_line

_KEYS = {"v": "vardag", "s": "socialt", "m": "missbruk", "a": "arbetsliv", "i": "fritid"}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("v- tröttnar e 20 min", ShortLine(text="tröttnar e 20 min", box="vardag", mark=Mark.HINDER)),
        ("V– trött", ShortLine(text="trött", box="vardag", mark=Mark.HINDER)),
        ("s! hjälp", ShortLine(text="hjälp", box="socialt", mark=Mark.BEHOV)),
        ("m0", ShortLine(text="", box="missbruk", mark=Mark.EJ_AKTUELLT)),
        ("m0 inget nu", ShortLine(text="inget nu", box="missbruk", mark=Mark.EJ_AKTUELLT)),
        ("- orkar inte", ShortLine(text="orkar inte", mark=Mark.HINDER)),
        ("+", ShortLine(text="", mark=Mark.FUNGERAR)),
        ("? papper från AF", ShortLine(text="papper från AF", mark=Mark.FOLJ_UPP)),
        ("0", ShortLine(text="", mark=Mark.EJ_AKTUELLT)),
        ('"jag vill ha en paus"', ShortLine(text="jag vill ha en paus", quote=True)),
        ("”orkar inte mer", ShortLine(text="orkar inte mer", quote=True)),
        ("»det går»", ShortLine(text="det går", quote=True)),
        ('v- "jag somnar"', ShortLine(text="jag somnar", box="vardag", mark=Mark.HINDER, quote=True)),
        ('v"jag somnar"', ShortLine(text="jag somnar", box="vardag", quote=True)),
        ("intyg: 25 % till 1/3", ShortLine(text="25 % till 1/3", voice=LineVoice.INTYG)),
        ("Bedomning: redo", ShortLine(text="redo", voice=LineVoice.BEDOMNING)),
    ],
)
def test_short_lines_are_read(raw: str, expected: ShortLine) -> None:
    """Box, mark, quotation and voice are taken from the front of the line."""
    assert parse_line(raw, _KEYS) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "a-kassan går inte att nå",
        "i fjol gick det bra",
        "-98 tog hon studenten",
        "+46 70 174 06 12",
        "0 alkohol sen 2019",
        "a+b är två uppgifter",
        'mannen säger "ryck upp dig"',
        '"ryck upp dig" säger mannen',
        "intyg: ",
        "!!",
    ],
)
def test_plain_text_stays_plain(raw: str) -> None:
    """What only looks like a short line keeps every word."""
    assert parse_line(raw, _KEYS) == ShortLine(text=raw.strip())


def test_a_leading_space_means_plain_text() -> None:
    """A space first keeps even a perfect short line as text."""
    assert parse_line(" v- trött", _KEYS) == ShortLine(text="v- trött")


@given(st.text(max_size=40))
def test_reading_never_fails_and_invents_nothing(raw: str) -> None:
    """Any text can be read, and what is left stood in the line."""
    assert parse_line(raw, _KEYS).text.rstrip(".!?") in raw
