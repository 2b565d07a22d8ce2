"""A time line's scale: days as shares of its length, with the months and weeks that fall on it."""

from collections.abc import Sequence
from datetime import date, timedelta

from gk_assistant.documents.dates import MONTHS

_ROOMY = 0.035
"""The share of the line that the number of a week needs."""
_WORDY = 0.065
"""The share that the number needs with a short word before it."""
_MONTH_ROOM = 0.1
_SHORT = 3
_LAST_YEAR = 9998


class Scale:
    """A time line from ``start`` to ``end``; a share is 0 at the start and 1 at the end."""

    def __init__(self, start: date, end: date, names: Sequence[str] = MONTHS) -> None:
        """Take the two days, the second later than the first, and the names of all twelve months."""
        self._names = names
        self.start = start
        self.end = end
        self.days = (end - start).days

    def share(self, day: date) -> float:
        """Return where a day lies; days outside lie at the edge."""
        return min(max((day - self.start).days / self.days, 0.0), 1.0)

    def name(self, day: date) -> str:
        """Return what a day's month is called."""
        return self._names[day.month - 1]

    def months(self) -> list[tuple[str, float]]:
        """Return the months' names and where they begin; names too close together are left out."""
        firsts = self.firsts()
        found: list[tuple[str, float]] = []
        for at, first in enumerate(firsts):
            upto = self.share(firsts[at + 1]) if at + 1 < len(firsts) else 1.0
            room = upto - self.share(first)
            if room * 2 < _MONTH_ROOM and len(firsts) > 1:
                continue
            name = self.name(first)
            found.append((name if room >= _MONTH_ROOM else name[:_SHORT], self.share(first)))
        return found

    def weeks(self, word: str = "") -> list[tuple[str, float]]:
        """Return the numbers of the weeks that begin on the line, where there is room for them.

        ``word`` ("v.") stands before the first of them, to tell what the numbers are.
        """
        if 7 / self.days < _ROOMY:
            return []
        days = [day for day in self.mondays() if self.share(day) < 1 - _ROOMY / 2]
        lead = f"{word} " if word.strip() and len(word) <= _SHORT and 7 / self.days >= _WORDY else ""
        return [(f"{'' if at else lead}{day.isocalendar().week}", self.share(day)) for at, day in enumerate(days)]

    def firsts(self) -> list[date]:
        """Return the start, and the first day of each month after it."""
        first, last = self.start.year * 12 + self.start.month, self.end.year * 12 + self.end.month
        turns = (divmod(turn, 12) for turn in range(first, min(last, _LAST_YEAR * 12)))
        return [self.start, *(date(year, month + 1, 1) for year, month in turns)]

    def mondays(self) -> list[date]:
        """Return every Monday from start to end."""
        first = self.start + timedelta(days=-self.start.weekday() % 7)
        return [day for turn in range(self.days // 7 + 1) if (day := first + timedelta(weeks=turn)) <= self.end]
