"""What goes into a calendar: meetings, the plan's steps and follow-ups, under titles that tell a stranger nothing."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.planning import Plan

_MEETING, _STEP, _CHECK, _FOLLOW_UP = "Möte", "Påminnelse", "Avstämning", "Uppföljning"
_FIRST_YEAR, _LAST_YEAR = 1997, 2199
"""Calendars take no day far outside, and the clock had another rule before; a mistyped year must not stop the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One calendar entry. Without ``at`` it lasts the whole day; ``uid`` stays the same when it is exported again."""

    uid: str
    title: str
    day: date
    at: time | None = None
    minutes: int = 0

    @property
    def start(self) -> datetime:
        """Return when it begins, on the wall clock of the place; midnight for a whole day."""
        return datetime.combine(self.day, self.at or time())

    @property
    def end(self) -> datetime:
        """Return when it ends, on the wall clock of the place."""
        return self.start + timedelta(minutes=self.minutes)


def calendar_entries(case: Case, bank: Bank) -> tuple[Entry, ...]:
    """Return what a case puts in a calendar, by day. A meeting lasts the talk and the reflection (60 + 15 minutes)."""
    minutes = bank.clock.talk + bank.clock.reflection
    entries = [*_meetings(case, minutes), *(_plan(case.plan) if case.plan else ())]
    kept = (entry for entry in entries if _FIRST_YEAR <= entry.day.year <= _LAST_YEAR)
    return tuple(sorted(kept, key=lambda entry: (entry.day, entry.at or time(), entry.title)))


def _meetings(case: Case, minutes: int) -> Iterator[Entry]:
    for meeting in case.meetings:
        if meeting.day is not None:
            yield _meeting(meeting, meeting.day, meeting.time, minutes)
    last = case.meetings[-1] if case.meetings else None
    if last is not None and last.reflection.next_day is not None:
        uid = _uid(last.id, "nasta")
        at = _clock(last.reflection.next_time)
        yield Entry(uid=uid, title=_MEETING, day=last.reflection.next_day, at=at, minutes=minutes if at else 0)


def _meeting(meeting: Meeting, day: date, words: str, minutes: int) -> Entry:
    at = _clock(words)
    return Entry(uid=_uid(meeting.id), title=_MEETING, day=day, at=at, minutes=minutes if at else 0)


def _plan(plan: Plan) -> Iterator[Entry]:
    for step in plan.steps:
        if step.due is not None:
            yield Entry(uid=_uid(plan.id, step.id), title=_STEP, day=step.due)
    for check in plan.checks:
        yield Entry(uid=_uid(plan.id, check.isoformat()), title=_CHECK, day=check)
    if plan.follow_up_day is not None:
        yield Entry(uid=_uid(plan.id, "uppfoljning"), title=_FOLLOW_UP, day=plan.follow_up_day)


def _clock(words: str) -> time | None:
    """Return a clock time such as "13.00" or "13.00–14.15", the first of two; ``None`` for none."""
    first = words.replace("–", "-").split("-")[0].strip().replace(":", ".")
    hour, _, minute = first.partition(".")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None


def _uid(*parts: str) -> str:
    """Return an id that says nothing, the same each time."""
    return hashlib.sha256("/".join(parts).encode()).hexdigest()[:32]
