"""A case: one person's way through the gemensam kartläggning. It has a label, never a personnummer."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Note, Role
from gk_assistant.domain.planning import Need, Outcome, Plan
from gk_assistant.domain.trappa import Placement


class CaseKind(StrEnum):
    """Which compensation the person has; it decides the questions' view and the plan's horizon (H)."""

    SP = "sp"
    AE = "ae"
    ANNAN = "annan"


class ConsentKind(StrEnum):
    """What is consented to: the kartläggning itself, or registration in SUS (H/M)."""

    GK = "gk"
    SUS = "sus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A written consent: when, collected by whom, and when withdrawn. It blocks nothing; it warns."""

    kind: ConsentKind
    given: date | None = None
    collected_by: Role | None = None
    withdrawn: date | None = None

    @property
    def valid(self) -> bool:
        """Whether it has been given and not withdrawn."""
        return self.given is not None and self.withdrawn is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything about one case. ``label`` is chosen by the user; ``sgi`` is ``None`` while unknown."""

    id: str
    label: str
    kind: CaseKind
    created: datetime
    changed: datetime | None = None
    sgi: bool | None = None
    request_day: date | None = None
    meetings: tuple[Meeting, ...] = ()
    placements: tuple[Placement, ...] = ()
    needs: tuple[Need, ...] = ()
    plans: tuple[Plan, ...] = ()
    outcome: Outcome | None = None
    consents: tuple[Consent, ...] = ()
    fictive: bool = False

    @property
    def plan(self) -> Plan | None:
        """The plan in force: the latest."""
        return self.plans[-1] if self.plans else None

    @property
    def notes(self) -> tuple[Note, ...]:
        """All live notes of all meetings, in order."""
        return tuple(note for meeting in self.meetings for note in meeting.live_notes)

    def meeting(self, meeting_id: str) -> Meeting:
        """Return one meeting; raises :class:`KeyError` when there is none."""
        for meeting in self.meetings:
            if meeting.id == meeting_id:
                return meeting
        raise KeyError(meeting_id)

    def consent(self, kind: ConsentKind) -> Consent:
        """Return the consent of a kind, an empty one when it has not been recorded."""
        return next((known for known in self.consents if known.kind is kind), Consent(kind=kind))

    def with_meeting(self, meeting: Meeting) -> "Case":
        """Return the case with a meeting added, or replaced when one has its id."""
        if any(known.id == meeting.id for known in self.meetings):
            kept = tuple(meeting if known.id == meeting.id else known for known in self.meetings)
            return replace(self, meetings=kept)
        return replace(self, meetings=(*self.meetings, meeting))

    def with_plan(self, plan: Plan) -> "Case":
        """Return the case with a plan added, or replaced when one has its id."""
        if any(known.id == plan.id for known in self.plans):
            return replace(self, plans=tuple(plan if known.id == plan.id else known for known in self.plans))
        return replace(self, plans=(*self.plans, plan))

    def with_consent(self, consent: Consent) -> "Case":
        """Return the case with one kind of consent replaced."""
        others = tuple(known for known in self.consents if known.kind is not consent.kind)
        return replace(self, consents=(*others, consent))
