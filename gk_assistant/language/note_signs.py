"""What a note may hold that a reader of a paper should not have to guess: signs, diagnosis codes, letters for words."""

from collections.abc import Iterator
from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from gk_assistant.language.codes import diagnosis_codes
from gk_assistant.language.text import word_set

_SIGNS = {
    ">": "”mer än”, ”sedan” eller ”leder till”",
    "<": "”mindre än” eller ”före”",
    "→": "”sedan” eller ”leder till”",
    "->": "”sedan” eller ”leder till”",
    "=>": "”sedan” eller ”leder till”",
    "=": "”är” eller ”betyder”",
}
_TWO_LETTERS = word_set(
    "ad af aj al am an ar as av be bi bo bu by bä bå bö då de di do du dö då ed eg ej ek el em en er et ex fa fe fy få "
    "fö ge gå gö ha he hi ho hu hå hö id il in is ja jo ju kl ko ky kö la le li lo lå lö ma me mi mo mu må ni no nr nu "
    "ny nå nä od oj ok om on or os pa pi på ra re ro ru rå rö sa se si så sy ta te ti to tu tv tå ty tö un ur ut "
    "va ve vi vy vå yr ål år ås åt åk äl än är äg öl öm ön ör ös öv"
)
"""Swedish words of two letters, and short ones that all know; others are taken for something shortened."""


class Found(NamedTuple):
    """Where something stands, and one line on it."""

    start: int
    end: int
    advice: str


@cache
def _sign() -> Pattern[str]:
    return compile_pattern(r"->|=>|[><→=]")


@cache
def _letters() -> Pattern[str]:
    return compile_pattern(r"(?<![\w.\-:/@’'])(?<!\d )(?:[a-zåäöéè]{1,2}|beh|handl)(?![\w\-:/@’')]|\.\w)")


def note_signs(text: str) -> Iterator[Found]:
    """Yield the signs that stand for words, the diagnosis codes, and short forms that no list reads out.

    Those are one or two letters that are no word, and what is left as typed because it may mean two things (``beh``).

    A code is left to the reader who needs it: the advice is to write the diagnosis in words. Single letters are words
    only as ``å``, ``ö`` and ``i``.
    """
    for match in _sign().finditer(text):
        yield Found(*match.span(), f"Byt ”{match[0]}” mot ord, till exempel {_SIGNS[match[0]]}.")
    for start, end in diagnosis_codes(text):
        advice = f"”{text[start:end]}” ser ut som en diagnoskod. Skriv diagnosen med ord, eller ta bort koden."
        yield Found(start, end, advice)
    for match in _letters().finditer(text):
        if match[0] not in ("å", "ö", "i") and match[0] not in _TWO_LETTERS:
            yield Found(*match.span(), f"Skriv ut ”{match[0]}” eller förklara det.")
