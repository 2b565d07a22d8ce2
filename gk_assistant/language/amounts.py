"""How often, in plain words: ``x 3/v`` → ``3 gånger i veckan``, ``/mån`` → ``i månaden``."""

from collections.abc import Iterator
from functools import cache
from re import Match, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

_PER = {
    "v": "i veckan",
    "vecka": "i veckan",
    "veckan": "i veckan",
    "mån": "i månaden",
    "man": "i månaden",
    "månad": "i månaden",
    "månaden": "i månaden",
    "d": "om dagen",
    "dag": "om dagen",
    "dagen": "om dagen",
    "dygn": "per dygn",
    "natt": "per natt",
    "år": "om året",
    "ar": "om året",
    "h": "i timmen",
    "tim": "i timmen",
    "timme": "i timmen",
    "gång": "åt gången",
    "ggn": "åt gången",
    "termin": "per termin",
}
_THINGS = r"(?:dag(?:ar)?|dgr|d|pass|veckor|vecka|v|månader|mån|halvdag(?:ar)?|kväll(?:ar)?|tillfällen)"
"""What is counted itself, so that ``x 2`` before it does not say how often: ``2 tim x 2 dagar``."""
_TIMES = frozenset(_PER) | {"kväll", "morgon", "fm", "em", "helg", "hö", "höger", "vänster"}
_ALWAYS = frozenset(("h/v", "tim/v", "tim/d", "h/d", "dgr/v", "d/v"))
_MOST_TIMES = 7
_ONE = frozenset(("1", "½"))


class Amount(NamedTuple):
    """A stretch of text that tells how often, and how it is said."""

    start: int
    end: int
    long: str


@cache
def _patterns() -> tuple[Pattern[str], Pattern[str], Pattern[str], Pattern[str]]:
    count = r"(?P<count>\d+(?:,\d+)?(?:\s?[-–]\s?\d+)?|½)"
    per = rf"/\s?(?P<per>{'|'.join(sorted(_PER, key=len, reverse=True))})(?![^\W_])"
    return (
        compile_pattern(
            rf"(?i)(?<![\w.,/+:])(?P<times>[x×]\s?)?{count}\s?(?P<told>x|×|ggr|gånger|gång|ggn|gg|g)?\.?\s?{per}"
        ),
        compile_pattern(rf"(?i)(?<=[^\W\d_.])(?P<from>\s+[x×]\s?)(?={count}\s?{_THINGS}(?![^\W_]))"),
        compile_pattern(
            rf"(?i)(?<=[^\W\d_.])\s+(?P<from>[x×]\s?{count}(?:\s?(?:ggr|gånger|gång|g)\b\.?)?)(?![\w/:%]|[.,]\d|\s?(?:mg|cm|m)\b)"
        ),
        compile_pattern(rf"(?i)(?P<left>(?:\d\s?)?[^\W\d_]+)\.?(?P<from>\s?{per})"),
    )


def amounts_in(text: str) -> Iterator[Amount]:
    """Yield how often things happen, in no order, none inside another."""
    if "/" not in text and "x" not in text and "×" not in text and "X" not in text:
        return
    often, things, times, a_unit = _patterns()
    taken: list[tuple[int, int]] = []
    for match in things.finditer(text):
        taken.append(match.span("from"))
        yield Amount(start=match.start("from"), end=match.end("from"), long=", ")
    for match in often.finditer(text):
        taken.append(match.span())
        # ``20/dag`` counts something else than times: cigarettes, tablets.
        many = (
            match["count"].isdecimal()
            and int(match["count"]) > _MOST_TIMES
            and not match["times"]
            and not match["told"]
        )
        times_told = match["count"] if many else _times(match)
        yield Amount(start=match.start(), end=match.end(), long=f"{times_told} {_per(match)}")
    for match in times.finditer(text):
        start, end = match.span("from")
        if all(end <= low or start >= high for low, high in taken):
            yield Amount(start=start, end=end, long=_times(match))
    for match in a_unit.finditer(text):
        start, end = match.span("from")
        if _is_rate(match) and all(end <= low or start >= high for low, high in taken):
            yield Amount(start=start, end=end, long=f" {_per(match)}")


def _times(match: Match[str]) -> str:
    count = match["count"]
    return f"{count} {'gång' if count in _ONE else 'gånger'}"


def _per(match: Match[str]) -> str:
    return _PER[match["per"].lower()]


def _is_rate(match: Match[str]) -> bool:
    """Tell whether what is before the stroke can be counted: ``tim/v`` can, the pair ``dag/natt`` cannot."""
    left = match["left"].lower()
    return left not in _TIMES or f"{left}/{match['per'].lower()}" in _ALWAYS
