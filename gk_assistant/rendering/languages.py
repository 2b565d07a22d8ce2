"""The forms' own few words in the language of a paper, and which way it is written."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur", "prs", "ps", "ckb"})
_WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "sv": {"page": "Sida", "of": "av", "day": "Ort och dag", "crossed": "kryssat"},
        "en": {"page": "Page", "of": "of", "day": "Place and date", "crossed": "crossed"},
    }
)


def words(lang: str) -> Mapping[str, str]:
    """Return the forms' own words in a language such as ``sv-SE``; Swedish where we have none."""
    return _WORDS.get(lang.partition("-")[0], _WORDS["sv"])


def is_right_to_left(lang: str) -> bool:
    """Whether a language such as ``ar`` is written from right to left."""
    return lang.partition("-")[0] in _RIGHT_TO_LEFT
