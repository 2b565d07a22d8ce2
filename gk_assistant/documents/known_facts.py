"""What a case can tell about the points of a checklist: one small rule for each kind of knowledge."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case, ConsentKind
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Role
from gk_assistant.domain.papers import Known
from gk_assistant.domain.planning import OutcomeKind, Plan

REQUEST_AHEAD: Final = timedelta(days=7)
"""The request reaches AF at least a week before the meeting (H)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A case, the meeting a checklist is about (``None`` when it is not in the case yet), and the bank."""

    case: Case
    meeting: Meeting | None
    bank: Bank


def is_known(known: Known, look: Look) -> bool:
    """Return whether the case holds what a point asks for; what it does not hold may still have been done."""
    return _RULES[known](look)


def latest_request_day(meeting_day: date) -> date:
    """Return the last day for a request about a meeting to have reached AF."""
    return meeting_day - REQUEST_AHEAD


def request_in_time(case: Case) -> bool | None:
    """Return whether the request went out at least a week before GK1; ``None`` while a day is missing."""
    first = min(case.meetings, key=lambda meeting: meeting.number, default=None)
    if first is None or first.day is None or case.request_day is None:
        return None
    return case.request_day <= latest_request_day(first.day)


def _meeting(rule: Callable[[Meeting], bool]) -> Callable[[Look], bool]:
    return lambda look: look.meeting is not None and rule(look.meeting)


def _plan(rule: Callable[[Plan], bool]) -> Callable[[Look], bool]:
    return lambda look: look.case.plan is not None and rule(look.case.plan)


def _there(meeting: Meeting) -> bool:
    return {Role.FK, Role.AF, Role.DELTAGARE} <= {one.role for one in meeting.participants}


def _all_rutor(look: Look) -> bool:
    if look.meeting is None:
        return False
    members = (member for ruta in look.bank.rutor for member in (ruta.members or (ruta.id,)))
    return not look.meeting.untouched(members)


def _sorted(meeting: Meeting) -> bool:
    return bool(meeting.live_notes) and all(note.sorting is not None for note in meeting.live_notes)


def _within_limit(look: Look) -> bool:
    meeting = look.meeting
    if meeting is None or meeting.day is None or meeting.reflection.next_day is None:
        return False
    days = timedelta(days=look.bank.clock.next_meeting_days)
    return timedelta() <= meeting.reflection.next_day - meeting.day <= days


def _agreed(meeting: Meeting) -> bool:
    reflection = meeting.reflection
    return reflection.agreed is True or (reflection.agreed is False and bool(reflection.difference.strip()))


def _specialist(look: Look) -> bool:
    return any(meeting.reflection.specialists for meeting in look.case.meetings)


def _placed(look: Look) -> bool:
    meeting = look.meeting
    return meeting is not None and any(
        one.meeting == meeting.id or (meeting.day is not None and one.day == meeting.day)
        for one in look.case.placements
    )


def _new_round(look: Look) -> bool:
    outcome = look.case.outcome
    later = outcome is not None and outcome.kind in (OutcomeKind.ATER_FK, OutcomeKind.AF_ORDINARIE)
    return later and outcome is not None and any(text.strip() for text in outcome.required)


_RULES: Final[Mapping[Known, Callable[[Look], bool]]] = {
    Known.BEGARAN_DAG: lambda look: look.case.request_day is not None,
    Known.BEGARAN_I_TID: lambda look: request_in_time(look.case) is True,
    Known.SAMTYCKE_GK: lambda look: look.case.consent(ConsentKind.GK).valid,
    Known.SAMTYCKE_SUS: lambda look: look.case.consent(ConsentKind.SUS).valid,
    Known.SGI: lambda look: look.case.sgi is not None,
    Known.TID_OCH_PLATS: _meeting(lambda one: one.day is not None and bool(one.time.strip() and one.place.strip())),
    Known.DELTAGARE_LAGDA: _meeting(_there),
    Known.FORSTA_RUTA: _meeting(lambda one: one.first_box is not None),
    Known.ALLA_RUTOR: _all_rutor,
    Known.ANTECKNAT: _meeting(lambda one: bool(one.live_notes)),
    Known.SORTERAT: _meeting(_sorted),
    Known.BADAS_SYN: _meeting(lambda one: bool(one.reflection.fk_view.strip() and one.reflection.af_view.strip())),
    Known.SAMSYN: _meeting(_agreed),
    Known.BESLUT: _meeting(lambda one: one.reflection.decision is not None),
    Known.NASTA_MOTE: _meeting(lambda one: one.reflection.next_day is not None),
    Known.I_TVA_VECKOR: _within_limit,
    Known.SPECIALIST: _specialist,
    Known.KRYSS: _placed,
    Known.BEHOV: lambda look: any(need.text.strip() for need in look.case.needs),
    Known.PLAN: _plan(lambda plan: bool(plan.goal.strip() and plan.steps)),
    Known.PLAN_STEG: _plan(
        lambda plan: (
            bool(plan.steps) and all(step.who.strip() and (step.due or step.when.strip()) for step in plan.steps)
        )
    ),
    Known.PLAN_UPPFOLJNING: _plan(lambda plan: plan.follow_up_day is not None),
    Known.UTFALL: lambda look: look.case.outcome is not None,
    Known.NY_OMGANG: _new_round,
}
