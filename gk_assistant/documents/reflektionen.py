"""The reflection directly after the meeting: an internal working aid, never handed to the deltagare."""

from collections.abc import Sequence

from gk_assistant.documents.context import Context, chosen_meeting, ruta_title
from gk_assistant.documents.dates import long_date
from gk_assistant.documents.model import (
    Audience,
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Legend,
    Paragraph,
    Table,
    WriteLines,
)
from gk_assistant.documents.names import CHOSEN_BY, MARK_WORDS, NOTHING_YET, as_sentence, those_there
from gk_assistant.domain.bank import Bank, PlanTemplate
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import MARK_SIGNS, Note, Voice, sign_of
from gk_assistant.domain.notes import Heading as IcfHeading
from gk_assistant.domain.reflections import Decision, Reflection

_VOICES = {
    Voice.BERATTAT: "",
    Voice.EGNA_ORD: " (egna ord)",
    Voice.INTYG: " (intyg)",
    Voice.BEDOMNING: " (bedömning)",
}
_DECISIONS = {
    Decision.NYTT_MOTE: "Nytt möte inom två veckor",
    Decision.FLER_MOTEN: "Fler kartläggningsmöten",
    Decision.ATER_FK: "Åter till Försäkringskassan",
    Decision.AF_ORDINARIE: "Arbetsförmedlingens ordinarie verksamhet",
    Decision.OVERLAMNING: "Överlämningsmöte",
}


def reflektionen(case: Case, context: Context) -> Document:
    """Build the internal paper about one meeting: notes under the headings, both views, and what comes next."""
    meeting = chosen_meeting(case.meetings, context.meeting_id)
    return Document(
        id="reflektion",
        title="Reflektion",
        subtitle=f"{case.label} · {meeting.title}" if meeting else case.label,
        audience=Audience.INTERNT,
        blocks=(
            Facts(pairs=_head(case, meeting, context.bank)),
            Legend(pairs=tuple((sign, MARK_WORDS[mark]) for sign, mark in MARK_SIGNS.items()), label="Märken"),
            *_headings(meeting.live_notes if meeting else (), context.bank),
            *_views(meeting.reflection if meeting else Reflection(), context.bank.plan),
        ),
    )


def decision_title(template: PlanTemplate, decision: Decision) -> str:
    """Return what a decision is called, as the bank has it or else in our own words."""
    return next((known.title for known in template.decisions if known.id == decision), _DECISIONS[decision])


def _head(case: Case, meeting: Meeting | None, bank: Bank) -> tuple[Fact, ...]:
    if meeting is None:
        return (Fact(label="Ärende", value=case.label), Fact(label="Möte", value="Inget möte är inlagt ännu."))
    there = those_there(meeting.participants)
    facts = [
        Fact(label="Ärende", value=case.label),
        Fact(label="Möte", value=meeting.title),
        Fact(label="Dag", value=long_date(meeting.day) if meeting.day else ""),
        Fact(label="Närvarande", value=there),
    ]
    if meeting.first_box:
        first = ruta_title(bank, meeting.first_box.ruta)
        facts.append(Fact(label="Första ruta", value=f"{first} ({CHOSEN_BY[meeting.first_box.by]})"))
    return tuple(facts)


def _headings(notes: Sequence[Note], bank: Bank) -> list[Block]:
    titles = {words.heading: words.title for words in bank.headings}
    blocks: list[Block] = []
    for heading in IcfHeading:
        held = [note for note in notes if note.heading is heading]
        title = titles.get(heading, heading.value)
        blocks += [Heading(text=f"{title} ({len(held)})"), _table(held, bank)]
    unsure = [note for note in notes if note.heading is None]
    blocks += [Heading(text=f"{bank.unsure_title} ({len(unsure)})"), _table(unsure, bank)]
    return blocks


def _table(notes: Sequence[Note], bank: Bank) -> Block:
    if not notes:
        return Paragraph(text=NOTHING_YET)
    rows = tuple(
        (sign_of(note.shown_mark), f"{_says(note)}{_VOICES[note.voice]}", _short(bank, note.ruta), _why(note))
        for note in notes
    )
    return Table(header=("Märke", "Anteckning", "Ruta", "Varför här"), rows=rows)


def _short(bank: Bank, ruta_id: str) -> str:
    try:
        return bank.ruta(ruta_id).short
    except KeyError:
        return ruta_id


def _says(note: Note) -> str:
    text = note.says.strip()
    return f"”{text}”" if note.own_words else text


def _why(note: Note) -> str:
    if note.sorting is None:
        return "Inte sorterad ännu."
    return as_sentence(note.sorting.reason) or ("Vald för hand." if note.sorting.origin.value == "own" else "")


def _views(reflection: Reflection, template: PlanTemplate) -> list[Block]:
    return [
        *_view("Försäkringskassans syn", reflection.fk_view),
        *_view("Arbetsförmedlingens syn", reflection.af_view),
        Heading(text="Samsyn"),
        *_agreement(reflection),
        Heading(text="Beslut och nästa möte"),
        Facts(pairs=_ahead(reflection, template)),
        Heading(text="Specialist"),
        *_specialists(reflection, template),
    ]


def _view(title: str, text: str) -> list[Block]:
    return [Heading(text=title), Paragraph(text=text) if text.strip() else WriteLines(count=3)]


def _agreement(reflection: Reflection) -> list[Block]:
    if reflection.agreed is None:
        blocks: list[Block] = [Paragraph(text="Inte sagt ännu.")]
    elif reflection.agreed:
        blocks = [Paragraph(text="Ja, vi ser lika på det.")]
    else:
        blocks = [Paragraph(text="Nej, vi ser olika på det.")]
    if reflection.difference.strip():
        blocks.append(Facts(pairs=(Fact(label="Skillnaden", value=reflection.difference),)))
    elif reflection.agreed is False:
        blocks.append(WriteLines(label="Skillnaden:", count=2))
    return blocks


def _ahead(reflection: Reflection, template: PlanTemplate) -> tuple[Fact, ...]:
    decision = decision_title(template, reflection.decision) if reflection.decision else "Inte bestämt ännu."
    facts = [Fact(label="Beslut", value=decision)]
    day = long_date(reflection.next_day) if reflection.next_day else ""
    time = f", {reflection.next_time}" if day and reflection.next_time.strip() else reflection.next_time
    facts.append(Fact(label="Nästa möte", value=f"{day}{time}"))
    return tuple(facts)


def _specialists(reflection: Reflection, template: PlanTemplate) -> list[Block]:
    if not reflection.specialists:
        return [Paragraph(text="Ingen specialist är föreslagen.")]
    titles = {known.id: known.title for known in template.specialists}
    pairs = tuple(Fact(label=titles.get(one.kind, one.kind), value=one.why or "–") for one in reflection.specialists)
    return [Facts(pairs=pairs)]
