"""The language of our own words to the deltagare."""

import re
from datetime import date

import pytest

from gk_assistant.documents.dates import full_date, long_date, period
from gk_assistant.documents.model import Bullets, Document, Paragraph
from tests.documents.golden_papers import paper
from tests.documents.rich_case import empty_case

_TO_DELTAGAREN = ("trappa", "plan", "minnesanteckningar", "samtalsunderlag")
_MOST_LIX = {"plan": 40}
_FIXED_NAMES = ("Försäkringskassan", "Arbetsförmedlingen", "REHAB-trappan")


def _own_words(document: Document) -> str:
    texts = [document.title, document.subtitle]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        if isinstance(block, Bullets):
            texts.append(block.label)
    return " ".join(texts)


@pytest.mark.parametrize("paper_id", _TO_DELTAGAREN)
def test_own_words_are_easy(paper_id: str) -> None:
    """On an empty paper, LIX is at most 30 (the plan 40) and the mean sentence 10 words."""
    text = _own_words(paper(paper_id, empty_case()))
    for name in _FIXED_NAMES:
        text = text.replace(name, "namn")
    sentences = [part for part in re.split(r"[.?!:]+", text) if part.strip()]
    words = re.findall(r"[a-zåäöéA-ZÅÄÖ]+", text)
    long_words = [word for word in words if len(word) > 6]
    assert len(words) / len(sentences) <= 10
    assert len(words) / len(sentences) + 100 * len(long_words) / len(words) <= _MOST_LIX.get(paper_id, 30)


@pytest.mark.parametrize("paper_id", _TO_DELTAGAREN)
def test_own_words_have_no_abbreviation(paper_id: str) -> None:
    """Our own words to the deltagare spell everything out."""
    text = _own_words(paper(paper_id, empty_case()))
    assert not re.search(r"\b(FK|AF|GK\d?|SP|AE|SGI|t\.ex|bl\.a|osv|kl|tel|ca|min|tim)\b", text)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 3), "tisdag 3 november 2026"),
        (date(2027, 2, 28), "söndag 28 februari 2027"),
        (date(2028, 2, 29), "tisdag 29 februari 2028"),
    ],
)
def test_dates_are_swedish(day: date, words: str) -> None:
    """A date is written as it is said, with the right weekday."""
    assert long_date(day) == words
    assert full_date(day) in words


def test_period_says_the_year_once() -> None:
    """A period inside a year says the year once; over New Year it says both."""
    assert period(date(2026, 3, 1), date(2026, 5, 31)) == "1 mars – 31 maj 2026"
    assert period(date(2026, 11, 3), date(2027, 2, 2)) == "3 november 2026 – 2 februari 2027"
