"""The case's own page on the desk: what it is called, its consents, and when, where and with whom its meetings are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from gk_assistant.conversation.desk import Desk, proper_label
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.when import clock_words, parse_clock, parse_day
from gk_assistant.domain.cases import Case, CaseKind, Consent, ConsentKind
from gk_assistant.domain.meetings import ClockEvent, ClockStep, Meeting, Participant
from gk_assistant.domain.notes import Role
from gk_assistant.language.text import clean_line

TEXT_LENGTH = 120
"""The most characters of a name or a place."""

FAR_AHEAD = timedelta(days=270)
"""A meeting day typed without a year that lands further on than this was meant to be the one that has been."""

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_CLOCK_SAID = re.compile(r"\bkl|:\d{2}$", re.IGNORECASE)
_SPAN = re.compile(r"\s*(?:-|–|—|till)\s*")

WITHOUT_SGI = (
    "Utan SGI passar ofta ett överlämningsmöte från FK till AF bättre än en gemensam kartläggning. "
    "Inget hindrar er från att gå vidare."
)
USUAL = (Role.FK, Role.AF, Role.DELTAGARE)
"""Those who are always in the room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From when to when a meeting was held, as "10.00" and "11.15"."""

    start: str
    end: str


def past_day(text: str, today: date) -> date | None:
    """Return the day of something that has been: "3/10" and "torsdag" are the latest ones, today included.

    A day that can only be in the future ("om två veckor", "2031-01-01") is returned as it is.
    """
    day = parse_day(text, today)
    if day is None or day <= today or parse_day(text, today - _DAY) == day - _DAY:
        return day
    for back in (_WEEK, timedelta(days=364)):
        earlier = parse_day(text, today - back)
        if earlier is not None and earlier <= today:
            return earlier
    return day


def meeting_day(text: str, today: date) -> date | None:
    """Return the day of a meeting: the one that comes, but the one that has been when the coming one is far away."""
    day = parse_day(text, today)
    return past_day(text, today) if day is not None and day - today > FAR_AHEAD else day


def said_clock(text: str) -> str | None:
    """Return the clock time said together with a day ("torsdag kl 10"), ``None`` when none is."""
    return parse_clock(text) if _CLOCK_SAID.search(text) else None


def parse_span(text: str) -> Span | None:
    """Return a span of clock times: "10-11.15", "10.00 till 11.15"; ``None`` when it is not one."""
    times = [parse_clock(part) for part in _SPAN.split(text.strip())]
    if len(times) != len(("start", "end")) or times[0] is None or times[1] is None:
        return None
    start, end = (tuple(int(part) for part in str(time).split(".")) for time in times)
    return Span(start=times[0], end=times[1]) if start < end else None


class Keeping:
    """Keeps the case in order on the desk; every change is one step that can be undone."""

    def __init__(self, desk: Desk) -> None:
        """Take up the open case."""
        self.desk = desk

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self.desk.case

    # The case

    def rename(self, label: str) -> None:
        """Give the case another label; raises :class:`StoreFault` on one that is empty, long or a personnummer."""
        words = proper_label(label)
        self.desk.do("etikett", lambda case: replace(case, label=words))

    def set_kind(self, kind: CaseKind) -> None:
        """Say which compensation the person has."""
        self.desk.do("ersättning", lambda case: replace(case, kind=kind))

    def set_sgi(self, sgi: bool | None) -> None:  # noqa: FBT001 - yes, no or unknown
        """Say whether the person has SGI; ``None`` when nobody knows."""
        self.desk.do("SGI", lambda case: replace(case, sgi=sgi))

    def set_request_day(self, day: date | None) -> None:
        """Say when the request for a gemensam kartläggning was made."""
        self.desk.do("dag för begäran", lambda case: replace(case, request_day=day))

    # Consents

    def give_consent(self, kind: ConsentKind, day: date) -> None:
        """Record that a consent has been given; one that was withdrawn is valid again, anew."""
        self._consent(kind, "samtycke", lambda known: replace(known, given=day, withdrawn=None))

    def collected_by(self, kind: ConsentKind, role: Role | None) -> None:
        """Record who collected a consent: the sources differ on who does it (H)."""
        self._consent(kind, "vem som tog emot samtycket", lambda known: replace(known, collected_by=role))

    def withdraw_consent(self, kind: ConsentKind, day: date | None) -> None:
        """Record that a consent has been withdrawn, or with ``None`` that it has not."""
        self._consent(kind, "återkallat samtycke", lambda known: replace(known, withdrawn=day))

    def clear_consent(self, kind: ConsentKind) -> None:
        """Take away what is recorded of a consent."""
        self._consent(kind, "borttaget samtycke", lambda _: Consent(kind=kind))

    def _consent(self, kind: ConsentKind, label: str, change: Callable[[Consent], Consent]) -> None:
        def step(case: Case) -> Case:
            known = case.consent(kind)
            changed = change(known)
            return case if changed == known else case.with_consent(changed)

        self.desk.do(label, step)

    # Meetings

    def set_day(self, meeting_id: str, day: date | None, *, time: str | None = None) -> Meeting:
        """Say which day a meeting is; ``time`` too when it was said at once."""
        return self.desk.in_meeting(
            meeting_id,
            "dag för mötet",
            lambda meeting: replace(meeting, day=day, time=meeting.time if time is None else clock_words(time)),
        )

    def set_time(self, meeting_id: str, time: str) -> Meeting:
        """Say when a meeting begins, "10.00" or just "10"; empty takes it away."""
        kept = clock_words(time)
        return self.desk.in_meeting(meeting_id, "tid för mötet", lambda meeting: replace(meeting, time=kept))

    def set_place(self, meeting_id: str, place: str) -> Meeting:
        """Say where a meeting is; raises :class:`StoreFault` on a text that is too long."""
        words = _short_text(place, "Platsen")
        return self.desk.in_meeting(meeting_id, "plats för mötet", lambda meeting: replace(meeting, place=words))

    def add_participant(self, meeting_id: str, person: Participant) -> Meeting:
        """Add somebody to a meeting; raises :class:`StoreFault` on a name that is too long."""
        person = replace(person, name=_short_text(person.name, "Namnet"))
        return self.desk.in_meeting(
            meeting_id, "närvarande", lambda meeting: replace(meeting, participants=(*meeting.participants, person))
        )

    def add_participants(self, meeting_id: str, people: Sequence[Participant]) -> Meeting:
        """Add several people at once, those who are there already left out."""

        def change(meeting: Meeting) -> Meeting:
            fresh = [person for person in people if person not in meeting.participants]
            return replace(meeting, participants=(*meeting.participants, *fresh))

        return self.desk.in_meeting(meeting_id, "närvarande", change)

    def set_participant(self, meeting_id: str, at: int, person: Participant) -> Meeting:
        """Change one of those present; ``at`` is the place in the row."""
        name = _short_text(person.name, "Namnet")

        def change(meeting: Meeting) -> Meeting:
            people = list(meeting.participants)
            people[at] = replace(person, name=name)
            return replace(meeting, participants=tuple(people))

        return self.desk.in_meeting(meeting_id, "närvarande", change)

    def drop_participant(self, meeting_id: str, at: int) -> Meeting:
        """Take one of those present away."""

        def change(meeting: Meeting) -> Meeting:
            people = (*meeting.participants[:at], *meeting.participants[at + 1 :])
            return replace(meeting, participants=people)

        return self.desk.in_meeting(meeting_id, "borttagen närvarande", change)

    def those_before(self, meeting_id: str) -> tuple[Participant, ...]:
        """Return those present at the meeting before, to be taken over with one key."""
        number = self.case.meeting(meeting_id).number
        earlier = [meeting for meeting in self.case.meetings if meeting.number < number and meeting.participants]
        return earlier[-1].participants if earlier else ()

    def drop_meeting(self, meeting_id: str) -> None:
        """Take away a meeting that nothing has happened in; :class:`StoreFault` on others and on the only one."""
        meeting = self.case.meeting(meeting_id)
        if meeting.notes or meeting.clock or meeting.reflection.begun:
            raise StoreFault(f"{meeting.title} har redan börjat och tas inte bort.")
        if len(self.case.meetings) == 1:
            raise StoreFault("Ärendet behöver ett möte. Ändra dess dag i stället.")
        kept = tuple(known for known in self.case.meetings if known.id != meeting_id)
        self.desk.do(f"borttaget möte {meeting.title}", lambda case: replace(case, meetings=kept))

    def hold(self, meeting_id: str, span: Span | None) -> Meeting:
        """Say that a meeting has been held, with its times when it went without the program's clock."""
        stamp = self.desk.stamp()

        def change(meeting: Meeting) -> Meeting:
            day = meeting.day or stamp.date()
            meeting = replace(meeting, day=day)
            if meeting.ended_at is not None:
                return meeting
            if meeting.clock or span is None:
                return meeting.ticked(ClockStep.SLUT, stamp)
            started = meeting.ticked(ClockStep.START, _moment(day, span.start, stamp))
            return replace(started, time=meeting.time or span.start).ticked(
                ClockStep.SLUT, _moment(day, span.end, stamp)
            )

        return self.desk.in_meeting(meeting_id, "mötet hållet", change)

    def reopen(self, meeting_id: str) -> Meeting:
        """Take up a meeting that was ended too early: its end becomes a break."""

        def change(meeting: Meeting) -> Meeting:
            if meeting.ended_at is None:
                return meeting
            *before, end = meeting.clock
            pause = (ClockEvent(step=ClockStep.PAUS, at=end.at),) if before else ()
            return replace(meeting, clock=(*before, *pause))

        return self.desk.in_meeting(meeting_id, "mötet öppnat igen", change)


def _short_text(text: str, what: str) -> str:
    words = " ".join(clean_line(text).text.split())
    if len(words) > TEXT_LENGTH:
        raise StoreFault(f"{what} får ha högst {TEXT_LENGTH} tecken.")
    return words


def _moment(day: date, clock: str, stamp: datetime) -> datetime:
    hour, minute = (int(part) for part in clock.split("."))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=stamp.tzinfo)
