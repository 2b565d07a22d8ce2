"""A case with something planted wherever the officers keep their own matters, and one with all of that taken away."""

from dataclasses import replace
from datetime import date

from gk_assistant.domain.cases import Case, Consent, ConsentKind
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Mark, Note, NoteEdit, Sorting, Voice
from gk_assistant.domain.planning import Outcome, OutcomeKind
from gk_assistant.domain.reflections import Decision, Reflection, SpecialistNeed
from gk_assistant.domain.trappa import PlacedBy, Placement
from tests.documents.rich_case import START, rich_case

MARKER = "ZQX"


def planted() -> Case:
    """Return the rich case with the marker in every internal text."""
    case = rich_case()
    first, *others = case.meetings
    return replace(
        case,
        label=f"{MARKER} etikett",
        meetings=(_planted_meeting(first), *others),
        placements=(
            *case.placements,
            Placement(id="fk", step=4.0, day=date(2026, 11, 17), by=PlacedBy.FK, words=f"{MARKER} fk"),
            Placement(id="af", step=None, day=date(2026, 11, 18), by=PlacedBy.AF, words=f"{MARKER} af"),
        ),
        outcome=Outcome(kind=OutcomeKind.ATER_FK, day=date(2026, 11, 17), comment=f"{MARKER} utfall"),
        consents=(Consent(kind=ConsentKind.GK, given=date(2026, 10, 1)),),
    )


def _planted_meeting(meeting: Meeting) -> Meeting:
    spoken = tuple(_with_hidden_sides(note) for note in meeting.notes)
    reflection = Reflection(
        fk_view=f"{MARKER} fk",
        af_view=f"{MARKER} af",
        agreed=False,
        difference=f"{MARKER} skillnad",
        decision=Decision.ATER_FK,
        next_day=date(2026, 11, 17),
        next_time=f"10.00 {MARKER}",
        specialists=(SpecialistNeed(kind=f"{MARKER}-specialist", why=f"{MARKER} varför"),),
    )
    return replace(meeting, notes=(*spoken, *_secret_notes()), reflection=reflection)


def _with_hidden_sides(note: Note) -> Note:
    """Plant in what surrounds a note: its reason, its history, the wording of its question."""
    sorting = replace(note.sorting, reason=f"{MARKER} skäl") if note.sorting else Sorting(heading=None, reason=MARKER)
    edit = NoteEdit(at=START, change="ändrad", before=f"{MARKER} förut")
    return replace(note, sorting=sorting, history=(edit,), asked=f"{MARKER} fråga")


def _secret_notes() -> tuple[Note, ...]:
    kinds: tuple[tuple[Mark | None, Voice, bool], ...] = (
        (None, Voice.BEDOMNING, False),
        (Mark.FUNGERAR, Voice.BEDOMNING, False),
        *((Mark.FOLJ_UPP, voice, False) for voice in Voice),
        *((Mark.EJ_AKTUELLT, voice, False) for voice in Voice),
        *((Mark.HINDER, voice, True) for voice in Voice),
    )
    return tuple(
        Note(id=f"h{at}", ruta="vardag", text=f"{MARKER} {at}", at=START, mark=mark, voice=voice, struck=struck)
        for at, (mark, voice, struck) in enumerate(kinds)
    )


def without_internal(case: Case) -> Case:
    """Return a case with everything internal taken away: what is left is all that the deltagare may be told."""
    own = (PlacedBy.SJALV, PlacedBy.NARSTAENDE_ENIG, PlacedBy.NARSTAENDE_OENIG)
    outcome = replace(case.outcome, comment="", day=date(2000, 1, 1)) if case.outcome else None
    return replace(
        case,
        label="",
        sgi=None,
        request_day=None,
        consents=(),
        meetings=tuple(_without_internal(meeting) for meeting in case.meetings),
        placements=tuple(placement for placement in case.placements if placement.by in own),
        outcome=outcome,
    )


def _without_internal(meeting: Meeting) -> Meeting:
    told = tuple(
        replace(note, history=(), sorting=_heading_and_mark(note))
        for note in meeting.notes
        if not note.struck
        and note.voice is not Voice.BEDOMNING
        and note.mark not in (Mark.FOLJ_UPP, Mark.EJ_AKTUELLT)
        and note.says.strip()
    )
    ahead = Reflection(next_day=meeting.reflection.next_day)
    return replace(meeting, notes=told, reflection=ahead, clock=(), boxes=(), current_box=None)


def _heading_and_mark(note: Note) -> Sorting | None:
    return Sorting(heading=note.heading, mark=note.sorting.mark) if note.sorting else None
