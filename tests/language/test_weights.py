"""The fitted weights of the sorting, as shipped."""

from collections.abc import Mapping

from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.features import length
from gk_assistant.language.sorting import Sorter
from gk_assistant.language.weights import Weights, likelihoods

Files = Mapping[str, Mapping[str, object]]


def test_the_file_fits_the_program(lexicon: Files) -> None:
    """There is a byte for every feature, heading and mark, and the answers are those the program knows."""
    weights = Weights.from_data(lexicon["vikter"])
    assert weights is not None
    assert len(weights.rows) == 8 * len(weights.places)
    assert set(weights.heading.classes) == {heading.value for heading in Heading}
    assert {Mark(name) for name in weights.mark.classes} == {Mark.FUNGERAR, Mark.HINDER, Mark.BEHOV, Mark.NEUTRAL}


def test_no_weights_leave_the_rules(lexicon: Files) -> None:
    """A bank without the file still sorts, by the rules alone."""
    assert Weights.from_data({}) is None
    plain = Sorter.from_data({name: table for name, table in lexicon.items() if name != "vikter"})
    assert plain.weights is None
    assert plain.sort("fysisk_halsa", "ont i ryggen varje dag").heading is Heading.KROPP


def test_likelihoods_are_shares(lexicon: Files) -> None:
    """They are 0–1 and make 1 together; what speaks for one heading makes it the likeliest."""
    weights = Weights.from_data(lexicon["vikter"])
    assert weights is not None
    words, counts = ("huvudvark",), (1.0,)
    shares = likelihoods(weights.heading, weights.totals(words, counts, ()), length(words, counts, ()))
    assert abs(sum(shares) - 1) < 1e-9
    assert shares.index(max(shares)) == weights.heading.classes.index("kropp")


def test_a_word_without_lexicon_is_named_as_the_reason(sorter: Sorter) -> None:
    """Where only the weights know a word, the reason quotes it."""
    weights = sorter.weights
    assert weights is not None
    places = weights.speaking_for("kropp", ("hon", "huvudvark"), (1.0, 1.0), 2.0)
    assert places[:1] == (1,)
