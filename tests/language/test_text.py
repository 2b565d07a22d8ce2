"""Cleaning and cutting text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.language.text import Removed, clean_line, clean_lines, fold, words

_ANY = st.text(st.characters(), max_size=60)


@given(_ANY)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    """A clean line is left as it is."""
    once = clean_line(raw)
    assert clean_line(once.text).text == once.text
    assert clean_line(once.text).removed == ()


@given(_ANY)
def test_a_clean_line_can_be_saved_and_shown(raw: str) -> None:
    """A clean line is one line, goes into UTF-8 and holds no control character."""
    text = clean_line(raw).text
    text.encode("utf-8")
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in text)


@pytest.mark.parametrize(
    "kept",
    [
        "bor m 👩‍👩‍👧‍👦 + 🐈‍⬛, 🇸🇪",
        "مرحبا, talar arabiska",
        "Åsa Öström",
        "  indraget",
        "50 % – 2 h x 3/v",
        "x" * 10_000,
    ],
)
def test_what_people_write_is_kept_faithfully(kept: str) -> None:
    """Emoji with joiners, right-to-left letters, decomposed letters, leading space and long lines stay as typed."""
    assert clean_line(kept).text == kept
    assert clean_line(kept).notice == ""


@pytest.mark.parametrize(
    ("raw", "text", "why"),
    [
        ("trött\x00 idag", "trött idag", Removed.CONTROL),
        ("\x1b[31mröd\x1b[0m slut", "röd slut", Removed.ESCAPE),
        ("\x1b]0;titel\x07text", "text", Removed.ESCAPE),
        ("halv \ud83d emoji", "halv  emoji", Removed.HALF_CHARACTER),
        ("medicin \u202e50 mg\u202c", "medicin 50 mg", Removed.DIRECTION),
        ("osyn\u200bligt", "osynligt", Removed.INVISIBLE),
    ],
)
def test_what_breaks_a_screen_or_a_file_is_taken_out_and_said(raw: str, text: str, why: Removed) -> None:
    """Each refused kind is removed, and the notice names it in Swedish."""
    cleaned = clean_line(raw)
    assert cleaned.text == text
    assert cleaned.removed == (why,)
    assert why in cleaned.notice


def test_pasted_text_becomes_lines() -> None:
    """Every kind of line break ends a line; empty lines go."""
    pasted = "ett\r\ntvå\n\n  \ntre\u2028fyra\x85fem"
    assert [line.text for line in clean_lines(pasted)] == ["ett", "två", "tre", "fyra", "fem"]


def test_folding_bridges_missing_dots() -> None:
    """Text without å ä ö folds to the same as with them, composed or decomposed."""
    assert fold("När Åsa försöker") == fold("nar asa forsoker") == fold("När Åsa försöker")


@given(_ANY)
def test_words_stand_where_they_say(raw: str) -> None:
    """A word's place in the text holds the word."""
    assert all(raw[word.start : word.end] == word.text for word in words(raw))
