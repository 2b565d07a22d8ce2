"""Time and extent in a line: ``2 h x 3/v`` → 6 hours a week; ``50 %`` → 20. Only for showing the reading beside.

Full time is 40 hours a week (domain notes: 25 % = 10, 50 % = 20, 75 % = 30, 100 % = 40 h a week).
"""

from dataclasses import dataclass
from functools import cache
from re import Pattern
from re import compile as compile_pattern

FULL_TIME = 40
_HOURS_A_DAY = 8
_WEEKS_A_MONTH = 52 / 12
_MOST_PERCENT = 100
_WORDS = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tva": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "atta": 8,
    "nio": 9,
    "tio": 10,
    "halvannan": 1.5,
    "½": 0.5,
    "halv": 0.5,
}
_SHARES = {"heltid": 1.0, "halvtid": 0.5, "kvartstid": 0.25, "trekvartstid": 0.75}
_DAYS = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high``; the same when one number was given."""

    low: float
    high: float

    def __str__(self) -> str:
        """Return it as Swedish writes numbers: ``10–12``, ``1,5``."""
        low, high = _number_text(self.low), _number_text(self.high)
        return low if low == high else f"{low}–{high}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What a line says of time: hours a week, hours each time, times (or days) a week, per cent of full time."""

    hours_a_week: Span | None = None
    hours_each: Span | None = None
    times: Span | None = None
    percent: Span | None = None

    @property
    def known(self) -> bool:
        """Tell whether the hours a week are known."""
        return self.hours_a_week is not None

    @property
    def reading(self) -> str:
        """The reading in Swedish: ``20 timmar i veckan``; empty when the hours a week are not known."""
        if self.hours_a_week is None:
            return ""
        unit = "timme" if self.hours_a_week == Span(1, 1) else "timmar"
        return f"{self.hours_a_week} {unit} i veckan"


@cache
def _patterns() -> dict[str, Pattern[str]]:
    number = r"(?:\d+(?:[.,]\d+)?|½|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
    span = rf"(?<![\w.,/:])({number})(?:\s?(?:[-–—]|till|a|à|el|eller)\s?({number}))?"
    hours, minutes = r"(?:h|tim|t|timme|timmar|timmars)\b\.?", r"(?:min|minut|minuter)\b\.?"
    a_week = r"(?:/\s?|per |i |om )\s?(?:v|vecka|veckan)\b"
    times = r"(?:x|ggr|gånger|ganger|gång|g|dgr|dagar|dag|d|pass)\b\.?"
    texts = {
        "percent": r"(?<![\w.,])(\d{1,3}(?:[.,]5)?)(?:\s?%?\s?[-–—]\s?(\d{1,3}))?\s?(?:%|procent)",
        "share": r"\b(trekvartstid|kvartstid|halvtid|heltid)",
        "total": rf"{span}\s?{hours}\s?{a_week}",
        "monthly": rf"{span}\s?{hours}\s?(?:/\s?|per |i )(?:mån|man|månad|månaden)\b",
        "hours": rf"{span}\s?{hours}",
        "minutes": rf"{span}\s?{minutes}",
        "clock": r"(?<![\w.,/-])(\d{1,2})(?:[.:](\d\d))?\s?(?:[-–—]|till)\s?(\d{1,2})(?:[.:](\d\d))?"
        r"(?![\w/%]|\s?(?:%|h\b|tim|g))",
        "times": rf"(?<!\w)(?:x\s?)?{span}\s?(?:{times})?\s?{a_week}",
        "times_bare": rf"(?<!\w)(?:x\s?{span}(?![\w/])|{span}\s?(?:ggr|gånger|dgr|dagar)\b)",
        "alternate": r"\bvarannan dag\b",
        "daily": r"\b(?:varje dag|dagligen|dagl|(?:/|per |om )(?:dag|dagen|d)\b)",
        "weekdays": r"\b(?:vardagar|varje vardag|mån(?:dag)?\s?[-–—]\s?fre(?:dag)?|må-fr)\b",
        "weekly": r"\b(?:varje v|varje vecka|en gång i veckan)\b",
        "half_days": r"\bhalv(?:a dagar|dagar|dag)\b",
        "days": r"\b((?<!\d\s)mån|tis|ons|tors?|fre|lör|sön)(?:d?ag(?:ar)?)?\b",
        "day_span": r"\b(mån|tis|ons|tor|fre)\w*\s?(?:[-–—]|till)\s?(mån|tis|ons|tor|fre|lör|sön)",
    }
    return {name: compile_pattern(text) for name, text in texts.items()}


def parse_extent(text: str) -> Extent:
    """Return what a line says of time and extent; nothing is known in an empty :class:`Extent`."""
    low = text.lower()
    percent = _percent(low)
    each, times = _each(low), _times(low)
    total = _direct(low)
    if total is None and each is not None and times is not None:
        total = Span(_rounded(each.low * times.low), _rounded(each.high * times.high))
    if total is None and percent is not None:
        total = Span(percent.low * FULL_TIME / _MOST_PERCENT, percent.high * FULL_TIME / _MOST_PERCENT)
    return Extent(hours_a_week=total, hours_each=each, times=times, percent=percent)


def _direct(low: str) -> Span | None:
    match = _patterns()["total"].search(low)
    if match is not None:
        return _span(match[1], match[2])
    match = _patterns()["monthly"].search(low)
    if match is None:
        return None
    month = _span(match[1], match[2])
    return Span(_rounded(month.low / _WEEKS_A_MONTH), _rounded(month.high / _WEEKS_A_MONTH))


def _percent(low: str) -> Span | None:
    share = _patterns()["share"].search(low)
    if share is not None:
        whole = _SHARES[share[1]] * _MOST_PERCENT
        return Span(whole, whole)
    match = _patterns()["percent"].search(low)
    if match is None:
        return None
    found = _span(match[1], match[2])
    return found if 0 < found.low <= found.high <= _MOST_PERCENT else None


def _each(low: str) -> Span | None:
    """Return the hours of one time."""
    patterns = _patterns()
    for match in patterns["hours"].finditer(low):
        return _span(match[1], match[2])
    for match in patterns["minutes"].finditer(low):
        found = _span(match[1], match[2])
        return Span(_rounded(found.low / 60), _rounded(found.high / 60))
    for match in patterns["clock"].finditer(low):
        start, end = (int(match[at]) + int(match[at + 1] or 0) / 60 for at in (1, 3))
        if start < end <= len(range(24)):
            return Span(_rounded(end - start), _rounded(end - start))
    if patterns["half_days"].search(low):
        return Span(_HOURS_A_DAY / 2, _HOURS_A_DAY / 2)
    return None


def _times(low: str) -> Span | None:
    """Return how many times or days a week."""
    patterns = _patterns()
    for name in ("times", "times_bare"):
        match = patterns[name].search(low)
        if match is not None:
            low_end, high_end, *_ = (*(group for group in match.groups() if group is not None), None)
            return _span(low_end or "1", high_end)
    if patterns["alternate"].search(low):
        return Span(3.5, 3.5)
    if patterns["weekdays"].search(low):
        return Span(5, 5)
    return _named_days(low) or (Span(5, 7) if patterns["daily"].search(low) else _weekly(low))


def _named_days(low: str) -> Span | None:
    match = _patterns()["day_span"].search(low)
    if match is not None:
        count = _DAYS.index(match[2]) - _DAYS.index(match[1]) + 1
        return Span(count, count) if count > 1 else None
    days = {found[1][:3] for found in _patterns()["days"].finditer(low)}
    return Span(len(days), len(days)) if days else None


def _weekly(low: str) -> Span | None:
    return Span(1, 1) if _patterns()["weekly"].search(low) else None


def _span(first: str, last: str | None) -> Span:
    low = _value(first)
    high = _value(last) if last else low
    return Span(min(low, high), max(low, high))


def _value(text: str) -> float:
    return _WORDS[text] if text in _WORDS else float(text.replace(",", "."))


def _rounded(hours: float) -> float:
    return round(hours * 4) / 4


def _number_text(number: float) -> str:
    return f"{number:g}".replace(".", ",")
