"""The guard between what the officers know and what the deltagare is handed.

A builder of a paper to the deltagare is given a :class:`DeltagarView`, never a case. The view has no field for the
reflection, for anybody's judgement, for what the officers mean to follow up, for reasons of the sorting or for the
case's label: what it cannot hold, a paper cannot show.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from gk_assistant.documents.names import as_sentence
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import FirstBox, Meeting, Participant
from gk_assistant.domain.notes import Heading, Mark, Note, Role, Voice
from gk_assistant.domain.planning import OutcomeKind, Plan
from gk_assistant.domain.trappa import PlacedBy, Placement


class Expand(Protocol):
    """Spells abbreviations out; ``ruta`` is the box that the words stand in, which settles ambiguous ones."""

    def __call__(self, text: str, ruta: str | None = None) -> str:
        """Return the text, spelt out."""
        ...


def as_typed(text: str, ruta: str | None = None) -> str:  # noqa: ARG001 - as the protocol has it
    """Return the text as it is."""
    return text


_OWN_PLACEMENTS = (PlacedBy.SJALV, PlacedBy.NARSTAENDE_ENIG, PlacedBy.NARSTAENDE_OENIG)
_SHOWN_VOICES = (Voice.BERATTAT, Voice.EGNA_ORD, Voice.INTYG)
_HIDDEN_MARKS = (Mark.FOLJ_UPP, Mark.EJ_AKTUELLT)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d\Z", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNote:
    """A note as the deltagare may read it. ``mark`` is FUNGERAR, HINDER, BEHOV or nothing."""

    ruta: str
    text: str
    voice: Voice
    mark: Mark | None
    heading: Heading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """When we meet again, as far as it is known."""

    day: date
    time: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMeeting:
    """A meeting as the deltagare may read it."""

    id: str
    number: int
    day: date | None
    time: str
    place: str
    participants: tuple[Participant, ...]
    first_box: FirstBox | None
    notes: tuple[ToldNote, ...]
    next: NextMeeting | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeltagarView:
    """All that a paper to the deltagare may be built from."""

    longer_plan: bool
    meetings: tuple[ToldMeeting, ...]
    placements: tuple[Placement, ...]
    needs: tuple[str, ...]
    plan: Plan | None
    outcome: OutcomeKind | None
    required: tuple[str, ...]


def for_deltagaren(case: Case, *, expand: Expand = as_typed) -> DeltagarView:
    """Return the case as the deltagare may see it, abbreviations spelt out by ``expand``.

    Left out: the reflection (but for the next meeting's day and time), judgements, struck notes, notes marked
    ``?`` or ``0``, placements made by FK or AF, comments on the outcome, consents, the label.
    """
    return DeltagarView(
        longer_plan=case.kind.value == "ae",
        meetings=tuple(_meeting(case, meeting, expand) for meeting in case.meetings),
        placements=tuple(
            replace(placement, words=expand(placement.words), id="", meeting=None)
            for placement in case.placements
            if placement.by in _OWN_PLACEMENTS
        ),
        needs=tuple(expand(need.text) for need in case.needs if need.text.strip()),
        plan=_plan(case.plan, expand),
        outcome=case.outcome.kind if case.outcome else None,
        required=tuple(expand(text) for text in case.outcome.required if text.strip()) if case.outcome else (),
    )


def coming_day(view: DeltagarView, today: date) -> NextMeeting | None:
    """Return the nearest meeting after today, as far as one is known."""
    meetings = (
        NextMeeting(day=meeting.day, time=meeting.time, place=meeting.place) for meeting in view.meetings if meeting.day
    )
    known = (*meetings, *(meeting.next for meeting in view.meetings if meeting.next))
    return min((ahead for ahead in known if ahead.day > today), key=lambda ahead: ahead.day, default=None)


def coming_meeting(view: DeltagarView, today: date) -> ToldMeeting | None:
    """Return the meeting to prepare for: the nearest from today on, else the first that nothing was said at."""
    ahead = [meeting for meeting in view.meetings if meeting.day is not None and meeting.day >= today]
    blank = [meeting for meeting in view.meetings if not meeting.notes]
    pick = min(ahead, key=lambda meeting: (meeting.day or today, meeting.number), default=None)
    return pick or min(blank, key=lambda meeting: meeting.number, default=None)


def contacts(view: DeltagarView) -> dict[str, str]:
    """Return the name of each agency's officer, "fk" and "af", from the latest meeting that names one."""
    named = (
        (one.role.value, one.name.strip())
        for meeting in view.meetings
        for one in meeting.participants
        if one.role in (Role.FK, Role.AF) and one.name.strip()
    )
    return dict(named)


def _meeting(case: Case, meeting: Meeting, expand: Expand) -> ToldMeeting:
    return ToldMeeting(
        id=meeting.id,
        number=meeting.number,
        day=meeting.day,
        time=meeting.time,
        place=meeting.place,
        participants=meeting.participants,
        first_box=meeting.first_box,
        notes=tuple(_note(note, expand) for note in meeting.live_notes if may_be_told(note)),
        next=_next_meeting(case, meeting),
    )


def may_be_told(note: Note) -> bool:
    """Return whether a note may stand on a paper to the deltagare."""
    return (
        not note.struck and note.voice in _SHOWN_VOICES and note.mark not in _HIDDEN_MARKS and bool(note.says.strip())
    )


def _note(note: Note, expand: Expand) -> ToldNote:
    mark = note.shown_mark if note.shown_mark in (Mark.FUNGERAR, Mark.HINDER, Mark.BEHOV) else None
    return ToldNote(
        ruta=note.ruta,
        text=as_sentence(expand(note.says, note.ruta)),
        voice=note.voice,
        mark=mark,
        heading=note.heading,
    )


def _next_meeting(case: Case, meeting: Meeting) -> NextMeeting | None:
    later = (known for known in case.meetings if known.number > meeting.number and known.day is not None)
    following = min(later, key=lambda known: known.number, default=None)
    if following is not None and following.day is not None:
        return NextMeeting(day=following.day, time=following.time, place=following.place)
    day = meeting.reflection.next_day
    if day is None:
        return None
    # Free words in the reflection's time field stay there; a clock time is nothing but a clock time.
    time = meeting.reflection.next_time.strip()
    return NextMeeting(day=day, time=time if _CLOCK.match(time) else "")


def _plan(plan: Plan | None, expand: Expand) -> Plan | None:
    if plan is None:
        return None
    steps = tuple(
        replace(step, what=expand(step.what), who=expand(step.who), when=expand(step.when), extent=expand(step.extent))
        for step in plan.steps
    )
    return replace(
        plan,
        id="",
        meeting=None,
        goal=expand(plan.goal),
        works=expand(plan.works),
        fallback=expand(plan.fallback),
        compensation=expand(plan.compensation),
        follow_up_form=expand(plan.follow_up_form),
        comment=expand(plan.comment),
        contacts=expand(plan.contacts),
        steps=steps,
    )
