"""The tjänsteanteckning for the case file: date, time, authors; own words, certificate and judgement kept apart (M)."""

from collections.abc import Sequence
from dataclasses import replace
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
    OUTCOMES,
    PLACED_BY,
    ROLE_NAMES,
    as_sentence,
    listed,
    those_there,
)
from gk_assistant.documents.planen import step_rows
from gk_assistant.documents.reflektionen import decision_title
from gk_assistant.documents.view import Expand
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Heading as IcfHeading
from gk_assistant.domain.notes import Mark, Note, Role, Voice
from gk_assistant.domain.papers import PaperText
from gk_assistant.domain.planning import NeedKind, Plan
from gk_assistant.domain.trappa import step_words

_PAPER = "tjansteanteckning"
_VOICES = (
    (Voice.EGNA_ORD, "egna_ord"),
    (Voice.BERATTAT, "berattat"),
    (Voice.INTYG, "intyg"),
    (Voice.BEDOMNING, "bedomning"),
)


def tjansteanteckning(case: Case, context: Context, expand: Expand) -> Document:
    """Build the record of one meeting, with what the case holds of trappan, needs, plan and outcome.

    What came at a later meeting stands in the record of that one, not here.
    """
    meeting = chosen_meeting(case.meetings, context.meeting_id)
    known, is_latest = _known_then(case, meeting)
    notes = meeting.live_notes if meeting else ()
    words = context.words(_PAPER)
    return Document(
        id=_PAPER,
        title=words.say("titel"),
        subtitle=words.say("underrubrik", mote=meeting.title) if meeting else words.say("underrubrik_utan"),
        audience=Audience.AKTEN,
        blocks=(
            Facts(pairs=_head(case, meeting, context)),
            *_headings(notes, meeting.day if meeting else None, context, expand),
            *_decision(meeting, context.bank, words),
            *_placements(known, words, expand),
            *_needs(known, words, expand),
            *(_plan(known.plan, words, expand) if known.plan or is_latest else ()),
            *_outcome(known, context.bank, words, expand),
            SignatureLines(names=words.lines("underskrifter")),
        ),
    )


def _known_then(case: Case, meeting: Meeting | None) -> tuple[Case, bool]:
    """Return the case without what came at a later meeting that notes were taken at, and whether there is none."""
    later = [one for one in case.meetings if meeting and one.number > meeting.number and one.live_notes]
    if not later:
        return case, True
    held = {one.id for one in later}
    noted = {note.id for one in case.meetings if one.id not in held for note in one.live_notes}
    day = min((one.day for one in later if one.day), default=date.max)
    then = replace(
        case,
        placements=tuple(one for one in case.placements if one.meeting not in held and one.day < day),
        needs=tuple(need for need in case.needs if need.note in noted),
        plans=tuple(one for one in case.plans if one.meeting and one.meeting not in held),
        outcome=case.outcome if case.outcome and case.outcome.day < day else None,
    )
    return then, False


def _head(case: Case, meeting: Meeting | None, context: Context) -> tuple[Fact, ...]:
    words = context.words(_PAPER)
    made = words.say("upprattad_nar", dag=long_date(context.now.date()), tid=clock_time(context.now))
    facts = [Fact(label=words.say("arende"), value=case.label)]
    if meeting is None:
        facts.append(Fact(label=words.say("mote"), value=words.say("inget_mote")))
    else:
        facts += [
            Fact(label=words.say("mote"), value=meeting.title),
            Fact(label=words.say("dag"), value=long_date(meeting.day) if meeting.day else ""),
            Fact(label=words.say("tid"), value=_time(meeting, context.now, words)),
            *([Fact(label=words.say("plats"), value=meeting.place)] if meeting.place.strip() else []),
            Fact(label=words.say("narvarande"), value=those_there(meeting.participants)),
            Fact(label=words.say("antecknat_av"), value=_authors(meeting)),
        ]
    return (*facts, Fact(label=words.say("upprattad"), value=made))


def _time(meeting: Meeting, now: datetime, words: PaperText) -> str:
    """Return when the talk was held by the clock; else the time it was booked for."""
    if meeting.started_at is None:
        return meeting.time
    start = clock_time(local_to(meeting.started_at, now))
    if meeting.ended_at is None:
        return words.say("tid_fran", start=start)
    key = {0: "tid_hela", 1: "tid_en_paus"}.get(meeting.breaks, "tid_pauser")
    return words.say(key, start=start, slut=clock_time(local_to(meeting.ended_at, now)), antal=str(meeting.breaks))


def _authors(meeting: Meeting) -> str:
    roles = tuple(dict.fromkeys(note.author for note in meeting.live_notes))
    return listed(tuple(_author(meeting, role) for role in roles))


def _author(meeting: Meeting, role: Role) -> str:
    names = tuple(one.name.strip() for one in meeting.participants if one.role is role and one.name.strip())
    return f"{listed(names)} ({ROLE_NAMES[role]})" if names else as_sentence(ROLE_NAMES[role])


def _headings(notes: Sequence[Note], held_on: date | None, context: Context, expand: Expand) -> list[Block]:
    if not any(note.says.strip() for note in notes):
        return [Paragraph(text=context.words(_PAPER).say("inget_an"))]
    titles = {words.heading: words.title for words in context.bank.headings}
    blocks: list[Block] = []
    for heading in (*IcfHeading, None):
        held = [note for note in notes if note.heading is heading and note.says.strip()]
        if held:
            title = titles.get(heading, heading.value) if heading else context.words(_PAPER).say("utan_rubrik")
            blocks.append(Heading(text=title))
            blocks.extend(_voices(held, held_on, context, expand))
    return blocks


def _voices(notes: Sequence[Note], held_on: date | None, context: Context, expand: Expand) -> list[Block]:
    """Return the notes apart by whose words they are; what somebody means to follow up is nobody's account."""
    told = [note for note in notes if note.mark is not Mark.FOLJ_UPP]
    words = context.words(_PAPER)
    groups = [(words.say(key), [note for note in told if note.voice is voice]) for voice, key in _VOICES]
    groups.append((words.say("folj_upp"), [note for note in notes if note.mark is Mark.FOLJ_UPP]))
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


def _decision(meeting: Meeting | None, bank: Bank, words: PaperText) -> list[Block]:
    reflection = meeting.reflection if meeting else None
    if reflection is None or reflection.decision is None:
        return []
    pairs = [Fact(label=words.say("beslut"), value=decision_title(bank.plan, reflection.decision))]
    if reflection.next_day:
        pairs.append(Fact(label=words.say("nasta_mote"), value=long_date(reflection.next_day)))
    return [Heading(text=words.say("efter_motet_rubrik")), Facts(pairs=tuple(pairs))]


def _placements(case: Case, words: PaperText, expand: Expand) -> list[Block]:
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
    return [Heading(text=words.say("trappan_rubrik")), Table(header=words.lines("trappan_tabell"), rows=rows)]


def _needs(case: Case, words: PaperText, expand: Expand) -> list[Block]:
    kinds = ((NeedKind.BEHOV, words.say("behov")), (NeedKind.ANPASSNING, words.say("anpassningar")))
    lists = [
        (label, tuple(as_sentence(expand(need.text)) for need in case.needs if need.kind is kind))
        for kind, label in kinds
    ]
    held: list[Block] = [Bullets(label=label, items=items) for label, items in lists if items]
    return [Heading(text=words.say("behov_rubrik")), *held] if held else []


def _plan(plan: Plan | None, words: PaperText, expand: Expand) -> list[Block]:
    heading = Heading(text=words.say("plan_rubrik"))
    if plan is None:
        return [heading, Paragraph(text=words.say("ingen_plan"))]
    fields = (
        ("plan_mal", f"”{expand(plan.goal).strip()}”" if plan.goal.strip() else ""),
        ("plan_fungerar", expand(plan.works)),
        ("plan_om_det_inte_gar", expand(plan.fallback)),
        ("plan_ersattning", expand(plan.compensation)),
        ("plan_kommentar", f"”{expand(plan.comment).strip()}”" if plan.comment.strip() else ""),
    )
    pairs = [Fact(label=words.say("plan_period"), value=period(plan.start, plan.end))]
    pairs += [Fact(label=words.say(key), value=text) for key, text in fields if text.strip()]
    if plan.follow_up_day:
        pairs.append(Fact(label=words.say("plan_uppfoljning"), value=long_date(plan.follow_up_day)))
    if plan.follow_up_form.strip():
        pairs.append(Fact(label=words.say("plan_hur"), value=expand(plan.follow_up_form)))
    if plan.checks:
        days = listed(tuple(long_date(day) for day in sorted(plan.checks)))
        pairs.append(Fact(label=words.say("plan_avstamningar"), value=days))
    rows = tuple(tuple(expand(cell) for cell in row) for row in step_rows(plan))
    steps = (
        Table(header=("", *words.lines("plan_tabell")), rows=rows) if rows else Paragraph(text=words.say("inga_steg"))
    )
    return [heading, Facts(pairs=tuple(pairs)), steps]


def _outcome(case: Case, bank: Bank, words: PaperText, expand: Expand) -> list[Block]:
    if case.outcome is None:
        return []
    titles = {known.id: known.title for known in bank.plan.outcomes}
    kind = case.outcome.kind
    pairs = [
        Fact(label=words.say("utfall"), value=titles.get(kind.value, OUTCOMES[kind])),
        Fact(label=words.say("utfall_dag"), value=long_date(case.outcome.day)),
    ]
    if case.outcome.comment.strip():
        pairs.append(Fact(label=words.say("utfall_kommentar"), value=expand(case.outcome.comment)))
    blocks: list[Block] = [Heading(text=words.say("utfall_rubrik")), Facts(pairs=tuple(pairs))]
    required = tuple(as_sentence(expand(text)) for text in case.outcome.required if text.strip())
    if required:
        blocks.append(Bullets(label=words.say("ny_omgang"), items=required))
    return blocks
