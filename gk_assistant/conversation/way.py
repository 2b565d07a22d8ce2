"""The way through a case: its phase and the next step, read from what has been done."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.planning import OutcomeKind
from gk_assistant.domain.reflections import Decision


class Phase(StrEnum):
    """Where a case stands."""

    INFOR = "infor"
    SAMTAL = "samtal"
    REFLEKTION = "reflektion"
    PLANERING = "planering"
    EFTER = "efter"


class Place(StrEnum):
    """A screen over a case; a next step leads to any but the last, which is where lines are put in from paper."""

    SAMTAL = "samtal"
    REFLEKTION = "reflektion"
    PLANERING = "planering"
    PAPPER = "papper"
    ARENDE = "arende"
    OVERFORING = "overforing"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A case's phase in words ("GK1, samtal"), what to do next, and where."""

    phase: Phase
    where: str
    what: str
    place: Place
    meeting: str | None = None


def latest(case: Case) -> Meeting | None:
    """Return the meeting that the case is at: the first whose talk has not ended, else the last."""
    for meeting in case.meetings:
        if meeting.ended_at is None:
            return meeting
    return case.meetings[-1] if case.meetings else None


class Due(StrEnum):
    """What in a stage depends on the day it is read: nothing, the meeting's day, or the next meeting's."""

    NEVER = "never"
    MEETING = "meeting"
    NEXT = "next"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where a case stands, whatever day it is; :meth:`on` makes the next step of it.

    ``where`` lacks its second half when ``due`` is the meeting's day, and ``what`` is empty when ``due`` is not never.
    ``meeting`` is the meeting's id and ``title`` its name.
    """

    phase: Phase
    where: str
    what: str
    place: Place
    meeting: str | None = None
    title: str = ""
    due: Due = Due.NEVER
    day: date | None = None

    def on(self, today: date) -> NextStep:
        """Return what to do next, read on a day."""
        where, what, place = self.where, self.what, self.place
        if self.due is Due.NEXT:
            late = self.day is not None and self.day < today
            what = "Nästa möte skulle ha varit" if late else "Boka nästa möte"
        elif self.due is Due.MEETING and self.day is not None:
            days = (self.day - today).days
            if days > 1:
                where, what, place = f"{self.title}, om {days} dagar", f"Förbered {self.title}", Place.ARENDE
            else:
                when = {1: "i morgon", 0: "i dag"}.get(days, "datumet har passerat")
                where, what = f"{self.title}, {when}", f"Börja {self.title}"
        return NextStep(phase=self.phase, where=where, what=what, place=place, meeting=self.meeting)


def next_step(case: Case, today: date) -> NextStep:
    """Return what to do next in a case. Nothing is compulsory: it is a suggestion, never a gate."""
    return stage_of(case).on(today)


def stage_of(case: Case) -> Stage:
    """Return where a case stands."""
    if case.outcome is not None and case.outcome.kind is not OutcomeKind.FLER_MOTEN:
        return Stage(phase=Phase.EFTER, where="Avslutad kartläggning", what="Skriv ut papperen", place=Place.PAPPER)
    pending = [meeting for meeting in case.meetings if meeting.ended_at is None]
    held = [meeting for meeting in case.meetings if meeting.ended_at is not None]
    if held and held[-1].reflection.decision is None and not _planned(case, held[-1]):
        last = held[-1]
        return _step(Phase.REFLEKTION, last, "reflektion", "Gå till reflektionen", Place.REFLEKTION)
    if pending:
        return _before_or_in(case, pending[0])
    if held:
        return _after(case, held[-1])
    return Stage(phase=Phase.INFOR, where="Nytt ärende", what="Börja GK1", place=Place.SAMTAL)


def _planned(case: Case, meeting: Meeting) -> bool:
    return case.plan is not None and case.plan.meeting == meeting.id


def _step(phase: Phase, meeting: Meeting, where: str, what: str, place: Place) -> Stage:
    where = f"{meeting.title}, {where}"
    return Stage(phase=phase, where=where, what=what, place=place, meeting=meeting.id, title=meeting.title)


def _before_or_in(case: Case, meeting: Meeting) -> Stage:
    if meeting.started_at is not None or meeting.live_notes:
        if meeting.number > 1 and case.plan is None and case.placements:
            return _step(Phase.PLANERING, meeting, "pågår", "Fortsätt med planeringen", Place.PLANERING)
        return _step(Phase.SAMTAL, meeting, "pågår", "Fortsätt samtalet", Place.SAMTAL)
    if meeting.day is None:
        return _step(Phase.INFOR, meeting, "inte bokat", f"Boka eller börja {meeting.title}", Place.SAMTAL)
    booked = _step(Phase.INFOR, meeting, "", "", Place.SAMTAL)
    return replace(booked, due=Due.MEETING, day=meeting.day)


def _after(case: Case, meeting: Meeting) -> Stage:
    decision = meeting.reflection.decision
    if decision in (Decision.NYTT_MOTE, Decision.FLER_MOTEN):
        waiting = _step(Phase.INFOR, meeting, "klar", "", Place.ARENDE)
        return replace(waiting, due=Due.NEXT, day=meeting.reflection.next_day)
    if case.outcome is None:
        return _step(Phase.EFTER, meeting, "klar", "Skriv in utfallet", Place.PLANERING)
    return _step(Phase.EFTER, meeting, "klar", "Skriv ut papperen", Place.PAPPER)
