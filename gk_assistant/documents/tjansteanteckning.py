"""The tjänsteanteckning for the case file: date, time, authors; own words, certificate and judgement kept apart (M)."""

from collections.abc import Sequence
from datetime import date, datetime

from gk_assistant.documents.context import Context, chosen_meeting, ruta_title
from gk_assistant.documents.dates import clock_time, day_month, local_to, long_date, period
from gk_assistant.documents.model import (
    Audience,
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    SignatureLines,
    Table,
)
from gk_assistant.documents.names import (
    MARK_WORDS,
    NOTHING_YET,
    OUTCOMES,
    PLACED_BY,
    ROLE_NAMES,
    as_sentence,
    listed,
    those_there,
)
from gk_assistant.documents.planen import STEP_HEADER, step_rows
from gk_assistant.documents.reflektionen import decision_title
from gk_assistant.documents.view import Expand
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Heading as IcfHeading
from gk_assistant.domain.notes import Mark, Note, Role, Voice
from gk_assistant.domain.planning import NeedKind, Plan
from gk_assistant.domain.trappa import step_words

_VOICES = (
    (Voice.EGNA_ORD, "Deltagarens egna ord"),
    (Voice.BERATTAT, "Deltagaren har berättat"),
    (Voice.INTYG, "Enligt intyg eller utlåtande"),
    (Voice.BEDOMNING, "Bedömning"),
)


def tjansteanteckning(case: Case, context: Context, expand: Expand) -> Document:
    """Build the record of one meeting, with what the case holds of trappan, needs, plan and outcome."""
    meeting = chosen_meeting(case.meetings, context.meeting_id)
    notes = meeting.live_notes if meeting else ()
    return Document(
        id="tjansteanteckning",
        title="Tjänsteanteckning",
        subtitle=f"Gemensam kartläggning, {meeting.title}" if meeting else "Gemensam kartläggning",
        audience=Audience.AKTEN,
        blocks=(
            Facts(pairs=_head(case, meeting, context)),
            *_headings(notes, meeting.day if meeting else None, context, expand),
            *_decision(meeting, context.bank),
            *_placements(case, expand),
            *_needs(case, expand),
            *_plan(case.plan, expand),
            *_outcome(case, context.bank, expand),
            SignatureLines(names=("Försäkringskassan", "Arbetsförmedlingen")),
        ),
    )


def _head(case: Case, meeting: Meeting | None, context: Context) -> tuple[Fact, ...]:
    made = f"{long_date(context.now.date())}, klockan {clock_time(context.now)}"
    facts = [Fact(label="Ärende", value=case.label)]
    if meeting is None:
        facts.append(Fact(label="Möte", value="Inget möte är inlagt ännu."))
    else:
        facts += [
            Fact(label="Möte", value=meeting.title),
            Fact(label="Dag", value=long_date(meeting.day) if meeting.day else ""),
            Fact(label="Tid", value=_time(meeting, context.now)),
            *([Fact(label="Plats", value=meeting.place)] if meeting.place.strip() else []),
            Fact(label="Närvarande", value=those_there(meeting.participants)),
            Fact(label="Antecknat av", value=_authors(meeting)),
        ]
    return (*facts, Fact(label="Upprättad", value=made))


def _time(meeting: Meeting, now: datetime) -> str:
    """Return when the talk was held by the clock; else the time it was booked for."""
    if meeting.started_at is None:
        return meeting.time
    start = clock_time(local_to(meeting.started_at, now))
    if meeting.ended_at is None:
        return f"från {start}"
    breaks = f", {meeting.breaks} {'paus' if meeting.breaks == 1 else 'pauser'}" if meeting.breaks else ""
    return f"{start}–{clock_time(local_to(meeting.ended_at, now))}{breaks}"


def _authors(meeting: Meeting) -> str:
    roles = tuple(dict.fromkeys(note.author for note in meeting.live_notes))
    return listed(tuple(_author(meeting, role) for role in roles))


def _author(meeting: Meeting, role: Role) -> str:
    names = tuple(one.name.strip() for one in meeting.participants if one.role is role and one.name.strip())
    return f"{listed(names)} ({ROLE_NAMES[role]})" if names else as_sentence(ROLE_NAMES[role])


def _headings(notes: Sequence[Note], held_on: date | None, context: Context, expand: Expand) -> list[Block]:
    if not any(note.says.strip() for note in notes):
        return [Paragraph(text=NOTHING_YET)]
    titles = {words.heading: words.title for words in context.bank.headings}
    blocks: list[Block] = []
    for heading in (*IcfHeading, None):
        held = [note for note in notes if note.heading is heading and note.says.strip()]
        if held:
            title = titles.get(heading, heading.value) if heading else "Utan rubrik"
            blocks.append(Heading(text=title))
            blocks.extend(_voices(held, held_on, context, expand))
    return blocks


def _voices(notes: Sequence[Note], held_on: date | None, context: Context, expand: Expand) -> list[Block]:
    """Return the notes apart by whose words they are; what somebody means to follow up is nobody's account."""
    told = [note for note in notes if note.mark is not Mark.FOLJ_UPP]
    groups = [(label, [note for note in told if note.voice is voice]) for voice, label in _VOICES]
    groups.append(("Att följa upp", [note for note in notes if note.mark is Mark.FOLJ_UPP]))
    return [
        Bullets(label=label, items=tuple(_item(note, held_on, context, expand) for note in held))
        for label, held in groups
        if held
    ]


def _item(note: Note, held_on: date | None, context: Context, expand: Expand) -> str:
    """Return the note with its ruta, time and author: a fact given by word of mouth carries them (M).

    A note written down on another day than the meeting's says which.
    """
    text = as_sentence(expand(note.says, note.ruta))
    said = f"”{text}”" if note.own_words else text
    says_little = not note.text.strip() or note.mark is Mark.EJ_AKTUELLT
    mark = f" – {MARK_WORDS[note.mark]}" if says_little and note.mark not in (None, Mark.FOLJ_UPP) else ""
    at = local_to(note.at, context.now)
    when = clock_time(at) if at.date() == held_on else f"{day_month(at.date())} {clock_time(at)}"
    source = (ruta_title(context.bank, note.ruta), when, _initials(note.author))
    return f"{said}{mark} ({', '.join(source)})"


def _initials(role: Role) -> str:
    return role.value.upper() if role in (Role.FK, Role.AF) else ROLE_NAMES[role]


def _decision(meeting: Meeting | None, bank: Bank) -> list[Block]:
    reflection = meeting.reflection if meeting else None
    if reflection is None or reflection.decision is None:
        return []
    pairs = [Fact(label="Beslut", value=decision_title(bank.plan, reflection.decision))]
    if reflection.next_day:
        pairs.append(Fact(label="Nästa möte", value=long_date(reflection.next_day)))
    return [Heading(text="Efter mötet"), Facts(pairs=tuple(pairs))]


def _placements(case: Case, expand: Expand) -> list[Block]:
    if not case.placements:
        return []
    rows = tuple(
        (
            long_date(one.day),
            as_sentence(step_words(one.step)),
            as_sentence(PLACED_BY[one.by]),
            f"”{expand(one.words).strip()}”" if one.words.strip() else "",
        )
        for one in sorted(case.placements, key=lambda known: known.day)
    )
    return [Heading(text="REHAB-trappan"), Table(header=("Dag", "Plats", "Vem", "Egna ord"), rows=rows)]


def _needs(case: Case, expand: Expand) -> list[Block]:
    kinds = ((NeedKind.BEHOV, "Behov"), (NeedKind.ANPASSNING, "Anpassningar"))
    lists = [
        (label, tuple(as_sentence(expand(need.text)) for need in case.needs if need.kind is kind))
        for kind, label in kinds
    ]
    held: list[Block] = [Bullets(label=label, items=items) for label, items in lists if items]
    return [Heading(text="Behov och anpassningar"), *held] if held else []


def _plan(plan: Plan | None, expand: Expand) -> list[Block]:
    if plan is None:
        return [Heading(text="Gemensam planering"), Paragraph(text="Ingen plan är skriven ännu.")]
    fields = (
        ("Deltagarens mål", f"”{expand(plan.goal).strip()}”" if plan.goal.strip() else ""),
        ("Det som fungerar", expand(plan.works)),
        ("Om det inte går", expand(plan.fallback)),
        ("Ersättning", expand(plan.compensation)),
        ("Deltagarens kommentar", f"”{expand(plan.comment).strip()}”" if plan.comment.strip() else ""),
    )
    pairs = [Fact(label="Period", value=period(plan.start, plan.end))]
    pairs += [Fact(label=label, value=text) for label, text in fields if text.strip()]
    if plan.follow_up_day:
        pairs.append(Fact(label="Uppföljning", value=long_date(plan.follow_up_day)))
    if plan.follow_up_form.strip():
        pairs.append(Fact(label="Så följs planen upp", value=expand(plan.follow_up_form)))
    if plan.checks:
        pairs.append(Fact(label="Avstämningar", value=listed(tuple(long_date(day) for day in sorted(plan.checks)))))
    rows = tuple(tuple(expand(cell) for cell in row) for row in step_rows(plan))
    steps = Table(header=STEP_HEADER, rows=rows) if rows else Paragraph(text="Inga steg är skrivna ännu.")
    return [Heading(text="Gemensam planering"), Facts(pairs=tuple(pairs)), steps]


def _outcome(case: Case, bank: Bank, expand: Expand) -> list[Block]:
    if case.outcome is None:
        return []
    titles = {known.id: known.title for known in bank.plan.outcomes}
    kind = case.outcome.kind
    pairs = [
        Fact(label="Utfall", value=titles.get(kind.value, OUTCOMES[kind])),
        Fact(label="Dag", value=long_date(case.outcome.day)),
    ]
    if case.outcome.comment.strip():
        pairs.append(Fact(label="Kommentar", value=expand(case.outcome.comment)))
    blocks: list[Block] = [Heading(text="Utfall"), Facts(pairs=tuple(pairs))]
    required = tuple(as_sentence(expand(text)) for text in case.outcome.required if text.strip())
    if required:
        blocks.append(Bullets(label="Det här krävs för en ny omgång", items=required))
    return blocks
