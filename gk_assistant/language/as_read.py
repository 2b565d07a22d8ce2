"""How a note was read, beside what was typed: ``AT → arbetsterapeut``, ``2 h x 3/v → 6 h/vecka``.

Nothing typed is changed. Short forms round a number are one reading (``e 20 min → efter 20 minuter``); one
that may mean several things ends in a question mark. The extent is shown when it is not already hours a week, and only
where hours, clock times of a weekday, or a share of working time are meant: 2–3 beers and 20 % burns are no extent.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gk_assistant.language.abbreviations import Expansion
from gk_assistant.language.extent import Extent, parse_extent
from gk_assistant.language.reading import Reading

_MOST_TOKENS = 60
_WIDEST_GAP = 6
_PERCENT_STEP = 5
_WORK_BOXES = frozenset({"arbetsliv", "tidigare_rehab", "andra_aspekter", "utbildning"})
_OF_WORK = re.compile(
    r"jobb|arbet|tjänst|sjuks|anställ|praktik|intyg|orka|klara|närvaro|schema|studer|\b(?:a[tp]|apl|se)\b"
)
_HOURS = re.compile(r"(?:\d|½|halv\w*|en|ett|två|tre|fyra|fem|sex|sju|åtta)\s?(?:h|t|tim\w*|min\w*)\b")
_DAYTIME = re.compile(r"(?<!\d)(?:[6-9]|1\d)(?:[.:]\d\d)?\s?[-–—]\s?(?:[7-9]|1\d|2[0-2])(?:[.:]\d\d)?(?!\s?[\w%])")
_WEEKDAY = re.compile(r"\b(?:må|ti|on|to|fr|mån|tis|ons|tors?|fre|vardagar)", re.IGNORECASE)
_NO_EXTENT = re.compile(r"lön|bidrag|ersättning|sjukpenn|kondition|fett|syn|hörsel|rabatt|moms|ränta|risk")
_NO_EXTENT_AFTER = re.compile(r"\s*av\b")
_MARKS = ".,;:!?()"
_EVERYDAY = frozenset({"med", "och", "till", "från", "eller", "någon", "något", "av", "sedan", "mycket", "som"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AsRead:
    """A stretch of a note, where it stands, and how it was read."""

    start: int
    end: int
    typed: str
    read: str

    @property
    def everyday(self) -> bool:
        """Whether it is one of the small words that everybody writes short: ``m → med``."""
        return self.read in _EVERYDAY

    def __str__(self) -> str:
        """Return it as it is shown."""
        return f"{self.typed} → {self.read}"


def as_read(expansion: Expansion, ruta: str | None = None) -> tuple[AsRead, ...]:
    """Return how a note was read, in the order it was typed; empty when it says itself what it means.

    ``ruta`` is the box it stands in: in those of work and studies a bare per cent is a share of working time.
    """
    text = expansion.original
    extent = _extent(text, ruta)
    free = [
        reading
        for reading in expansion.readings
        if extent is None or reading.end <= extent.start or reading.start >= extent.end
    ]
    rows = [row for group in _joined(text, free) if (row := _of_group(text, group)) is not None]
    return tuple(sorted((*rows, *((extent,) if extent is not None else ())), key=lambda row: row.start))


def _joined(text: str, readings: Sequence[Reading]) -> list[list[Reading]]:
    """Put together short forms with nothing but a number between them."""
    groups: list[list[Reading]] = []
    for reading in readings:
        gap = text[groups[-1][-1].end : reading.start] if groups else ""
        near = len(gap) <= _WIDEST_GAP and any(char.isdigit() for char in gap) and not any(map(str.isalpha, gap))
        if groups and near and reading.settled and groups[-1][-1].settled and not set(gap) & set(_MARKS):
            groups[-1].append(reading)
        else:
            groups.append([reading])
    return groups


def _of_group(text: str, group: Sequence[Reading]) -> AsRead | None:
    start, end = group[0].start, group[-1].end
    typed = text[start:end].strip()
    if not group[0].settled:
        return AsRead(start=start, end=end, typed=typed, read=f"{' eller '.join(group[0].alternatives)}?")
    read = ""
    at = start
    for reading in group:
        read += text[at : reading.start] + reading.long
        at = reading.end
    read = " ".join(read.split())
    return AsRead(start=start, end=end, typed=typed, read=read) if _bare(typed) != _bare(read) else None


def _bare(words: str) -> str:
    return words.lower().strip(f" {_MARKS}")


def _extent(text: str, ruta: str | None) -> AsRead | None:
    whole = parse_extent(text)
    if whole.hours_a_week is None or (whole.hours_each == whole.hours_a_week and whole.percent is None):
        return None
    start, end = _narrowed(text, whole)
    typed = text[start:end].strip(_MARKS)
    by_share = whole.percent is not None and (whole.hours_each is None or whole.times is None)
    if not (_of_time(text, whole, start, end, ruta) if by_share else _counted(typed)):
        return None
    return AsRead(start=start, end=end, typed=typed, read=f"{whole.hours_a_week} h/vecka")


def _counted(typed: str) -> bool:
    """Tell whether hours or minutes are counted, or clock times in the day of a weekday."""
    low = typed.lower()
    return _HOURS.search(low) is not None or (_DAYTIME.search(low) is not None and _WEEKDAY.search(low) is not None)


def _of_time(text: str, extent: Extent, start: int, end: int, ruta: str | None) -> bool:
    """Tell whether a share speaks of working time: by the box, the words around, or because nothing else is said."""
    low, percent = text.lower(), extent.percent
    if percent is None or percent.low % _PERCENT_STEP or percent.high % _PERCENT_STEP:
        return False
    around = low[:start] + low[end:]
    if _NO_EXTENT.search(around) is not None or _NO_EXTENT_AFTER.match(low[end:]) is not None:
        return False
    return ruta in _WORK_BOXES or _OF_WORK.search(around) is not None or not _bare(around)


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"\S+")


def _narrowed(text: str, whole: Extent) -> tuple[int, int]:
    """Return where the words stand that give the extent: as few as possible from both ends."""
    spans = [match.span() for match in _token().finditer(text)][:_MOST_TOKENS]
    first, last = 0, len(spans) - 1

    def same(low: int, high: int) -> bool:
        return parse_extent(text[spans[low][0] : spans[high][1]]) == whole

    if not same(first, last):
        return 0, len(text)
    while first < last and same(first + 1, last):
        first += 1
    while last > first and same(first, last - 1):
        last -= 1
    return spans[first][0], spans[last][1]
