"""How a note was read, beside what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.language.abbreviations import Abbreviations
from gk_assistant.language.as_read import as_read


def told(abbreviations: Abbreviations, text: str, ruta: str | None = None) -> list[str]:
    """Return the readings of a note as they are shown."""
    return [str(row) for row in as_read(abbreviations.expand(text, ruta), ruta)]


@pytest.mark.parametrize(
    ("ruta", "text", "readings"),
    [
        ("arbetsliv", "orkar 50 % nu", ["50 % → 20 h/vecka"]),
        ("kontaktpersoner", "stöd 2 h x 3/v hemma", ["2 h x 3/v → 6 h/vecka"]),
        ("behandling", "träffar AT", ["AT → arbetsterapeuten"]),
        ("tidigare_rehab", "AT 25 % på lager", ["AT → arbetsträning", "25 % → 10 h/vecka"]),
        (None, "AT", ["AT → arbetsträning eller arbetsterapeut?"]),
        ("vardag", "tröttnar e 20 min", ["e 20 min → efter 20 minuter"]),
        ("arbetsliv", "20 tim/mån", ["20 tim/mån → 4,5 h/vecka"]),
        ("kontaktpersoner", "boendestöd tis o fre 10–12", ["tis o fre 10–12 → 4 h/vecka"]),
        (None, "50 %", ["50 % → 20 h/vecka"]),
        ("vardag", "sjukskriven 75 %", ["75 % → 30 h/vecka"]),
    ],
)
def test_short_forms_and_extents_are_told(
    abbreviations: Abbreviations, ruta: str | None, text: str, readings: list[str]
) -> None:
    """What was typed stands first, what it was read as after the arrow; the extent in hours a week."""
    assert told(abbreviations, text, ruta) == readings


@pytest.mark.parametrize(
    ("ruta", "text"),
    [
        ("missbruk", "2–3 starköl på fredag"),
        ("sjukhistorik", "brännskada 20 % av kroppen"),
        ("socialt", "litar på henne till 100 %"),
        ("arbetsliv", "lönebidrag 80 %"),
        ("arbetsliv", "fick 80 % av lönen"),
        ("arbetsliv", "ökad risk 3 %"),
        ("fritid", "lämnar matchen i halvtid"),
        ("sjukhistorik", "sjuk 15–18 år, inlagd två gånger"),
        ("vardag", "sover bra"),
        ("vardag", ""),
    ],
)
def test_what_is_no_extent_is_left(abbreviations: Abbreviations, ruta: str, text: str) -> None:
    """Beers, burns, trust, pay and years are no hours a week."""
    assert not [row for row in told(abbreviations, text, ruta) if "h/vecka" in row]


def test_hours_a_week_are_not_repeated(abbreviations: Abbreviations) -> None:
    """Who typed hours a week is not told them again."""
    assert not [row for row in told(abbreviations, "arbetar 6 h/v", "arbetsliv") if "h/vecka" in row]


def test_small_words_are_told_apart(abbreviations: Abbreviations) -> None:
    """Everybody reads m and o; a screen that is read again may leave them out."""
    rows = as_read(abbreviations.expand("fika m syster o AF", "socialt"), "socialt")
    assert [(str(row), row.everyday) for row in rows] == [
        ("m → med", True),
        ("o → och", True),
        ("AF → Arbetsförmedlingen", False),
    ]


@given(st.text(max_size=80))
def test_every_reading_stands_where_it_says(abbreviations: Abbreviations, text: str) -> None:
    """Places lie in the text, in order, and what is called typed is found there."""
    rows = as_read(abbreviations.expand(text), "arbetsliv")
    assert all(row.typed in text[row.start : row.end] for row in rows)
    assert [row.start for row in rows] == sorted(row.start for row in rows)
