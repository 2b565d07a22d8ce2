"""LIX and sentence length."""

from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.language.readability import measure, sentences


def test_lix_is_sentence_length_plus_long_words() -> None:
    """Eight words, two sentences, two words of more than six letters: 4 + 25."""
    found = measure("Vi ses igen på torsdag. Planeringen är klar.")
    assert (found.words, found.sentences, found.long_words) == (8, 2, 2)
    assert found.lix == 4 + 25


def test_fixed_names_can_be_counted_apart() -> None:
    """A fixed name, also in the genitive, is no long word when names are given."""
    found = measure("Du möter Försäkringskassans personal.", names=["Försäkringskassan"])
    assert found.long_words == 2
    assert found.long_words_without_names == 1
    assert found.lix_without_names < found.lix


def test_abbreviations_and_ordinals_end_no_sentence() -> None:
    """A clock time and a shortened word keep the sentence together."""
    assert len(sentences("Vi ses kl. 10 på AF. Ta med t.ex. intyg.")) == 2


@given(st.text(max_size=120))
def test_measuring_never_fails(text: str) -> None:
    """Any text has a LIX of at least 0."""
    assert measure(text).lix >= 0
