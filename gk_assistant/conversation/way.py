"""The way through a case: its phase and the next step, read from what has been done."""

from dataclasses import dataclass
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
    """The screen that the next step leads to."""

    SAMTAL = "samtal"
    REFLEKTION = "reflektion"
    PLANERING = "planering"
    PAPPER = "papper"
    ARENDE = "arende"


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


def next_step(case: Case, today: date) -> NextStep:
    """Return what to do next in a case. Nothing is compulsory: it is a suggestion, never a gate."""
    if case.outcome is not None and case.outcome.kind is not OutcomeKind.FLER_MOTEN:
        return NextStep(phase=Phase.EFTER, where="Avslutad kartläggning", what="Skriv ut papperen", place=Place.PAPPER)
    pending = [meeting for meeting in case.meetings if meeting.ended_at is None]
    held = [meeting for meeting in case.meetings if meeting.ended_at is not None]
    if held and held[-1].reflection.decision is None and not _planned(case, held[-1]):
        last = held[-1]
        return _step(Phase.REFLEKTION, last, "reflektion", "Gå till reflektionen", Place.REFLEKTION)
    if pending:
        return _before_or_in(case, pending[0], today)
    if held:
        return _after(case, held[-1], today)
    return NextStep(phase=Phase.INFOR, where="Nytt ärende", what="Börja GK1", place=Place.SAMTAL)


def _planned(case: Case, meeting: Meeting) -> bool:
    return case.plan is not None and case.plan.meeting == meeting.id


def _step(phase: Phase, meeting: Meeting, where: str, what: str, place: Place) -> NextStep:
    return NextStep(phase=phase, where=f"{meeting.title}, {where}", what=what, place=place, meeting=meeting.id)


def _before_or_in(case: Case, meeting: Meeting, today: date) -> NextStep:
    if meeting.started_at is not None or meeting.live_notes:
        if meeting.number > 1 and case.plan is None and case.placements:
            return _step(Phase.PLANERING, meeting, "pågår", "Fortsätt med planeringen", Place.PLANERING)
        return _step(Phase.SAMTAL, meeting, "pågår", "Fortsätt samtalet", Place.SAMTAL)
    if meeting.day is None:
        return _step(Phase.INFOR, meeting, "inte bokat", f"Boka eller börja {meeting.title}", Place.SAMTAL)
    days = (meeting.day - today).days
    if days > 1:
        return _step(Phase.INFOR, meeting, f"om {days} dagar", f"Förbered {meeting.title}", Place.ARENDE)
    when = {1: "i morgon", 0: "i dag"}.get(days, "datumet har passerat")
    return _step(Phase.INFOR, meeting, when, f"Börja {meeting.title}", Place.SAMTAL)


def _after(case: Case, meeting: Meeting, today: date) -> NextStep:
    decision = meeting.reflection.decision
    if decision in (Decision.NYTT_MOTE, Decision.FLER_MOTEN):
        day = meeting.reflection.next_day
        late = day is not None and day < today
        what = "Nästa möte skulle ha varit" if late else "Boka nästa möte"
        return _step(Phase.INFOR, meeting, "klar", what, Place.ARENDE)
    if case.outcome is None:
        return _step(Phase.EFTER, meeting, "klar", "Skriv in utfallet", Place.PLANERING)
    return _step(Phase.EFTER, meeting, "klar", "Skriv ut papperen", Place.PAPPER)
