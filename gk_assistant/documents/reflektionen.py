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
from gk_assistant.documents.names import CHOSEN_BY, MARK_WORDS, as_sentence, those_there
from gk_assistant.domain.bank import Bank, PlanTemplate
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import MARK_SIGNS, Note, Voice, sign_of
from gk_assistant.domain.notes import Heading as IcfHeading
from gk_assistant.domain.papers import PaperText
from gk_assistant.domain.reflections import Decision, Reflection

_PAPER = "reflektion"
_VOICES = {Voice.EGNA_ORD: "med_egna_ord", Voice.INTYG: "enligt_intyg", Voice.BEDOMNING: "som_bedomning"}
_DECISIONS = {
    Decision.NYTT_MOTE: "Nytt möte inom två veckor",
    Decision.FLER_MOTEN: "Fler kartläggningsmöten",
    Decision.ATER_FK: "Åter till Försäkringskassan",
    Decision.AF_ORDINARIE: "Arbetsförmedlingens ordinarie verksamhet",
    Decision.OVERLAMNING: "Överlämningsmöte",
}


def reflektionen(case: Case, context: Context) -> Document:
    """Build the internal paper about one meeting: notes under the headings, both views, and what comes next."""
    words = context.words(_PAPER)
    meeting = chosen_meeting(case.meetings, context.meeting_id)
    return Document(
        id=_PAPER,
        title=words.say("titel"),
        subtitle=words.say("underrubrik", arende=case.label, mote=meeting.title) if meeting else case.label,
        audience=Audience.INTERNT,
        blocks=(
            Facts(pairs=_head(case, meeting, context)),
            Legend(
                pairs=tuple((sign, MARK_WORDS[mark]) for sign, mark in MARK_SIGNS.items()), label=words.say("marken")
            ),
            *_headings(meeting.live_notes if meeting else (), context),
            *_views(meeting.reflection if meeting else Reflection(), context),
        ),
    )


def decision_title(template: PlanTemplate, decision: Decision) -> str:
    """Return what a decision is called, as the bank has it or else in our own words."""
    return next((known.title for known in template.decisions if known.id == decision), _DECISIONS[decision])


def _head(case: Case, meeting: Meeting | None, context: Context) -> tuple[Fact, ...]:
    words = context.words(_PAPER)
    label = Fact(label=words.say("arende"), value=case.label)
    if meeting is None:
        return (label, Fact(label=words.say("mote"), value=words.say("inget_mote")))
    facts = [
        label,
        Fact(label=words.say("mote"), value=meeting.title),
        Fact(label=words.say("dag"), value=long_date(meeting.day) if meeting.day else ""),
        Fact(label=words.say("narvarande"), value=those_there(meeting.participants)),
    ]
    if meeting.first_box:
        first, by = ruta_title(context.bank, meeting.first_box.ruta), CHOSEN_BY[meeting.first_box.by]
        facts.append(Fact(label=words.say("forsta_ruta"), value=words.say("forsta_ruta_vald", ruta=first, vem=by)))
    return tuple(facts)


def _headings(notes: Sequence[Note], context: Context) -> list[Block]:
    bank, words = context.bank, context.words(_PAPER)
    titles: dict[IcfHeading | None, str] = {known.heading: known.title for known in bank.headings}
    titles[None] = bank.unsure_title
    blocks: list[Block] = []
    for heading in (*IcfHeading, None):
        held = [note for note in notes if note.heading is heading]
        title = titles.get(heading, heading.value if heading else "")
        blocks += [Heading(text=words.say("rubrik", rubrik=title, antal=str(len(held)))), _table(held, context)]
    return blocks


def _table(notes: Sequence[Note], context: Context) -> Block:
    words = context.words(_PAPER)
    if not notes:
        return Paragraph(text=words.say("inget_an"))
    rows = tuple(
        (sign_of(note.shown_mark), _voiced(note, words), _short(context.bank, note.ruta), _why(note, words))
        for note in notes
    )
    return Table(header=words.lines("tabell"), rows=rows)


def _short(bank: Bank, ruta_id: str) -> str:
    try:
        return bank.ruta(ruta_id).short
    except KeyError:
        return ruta_id


def _voiced(note: Note, words: PaperText) -> str:
    """Return what a note says, and whose words they are where they are not an account by the deltagare."""
    text = note.says.strip()
    said = f"”{text}”" if note.own_words else text
    return words.say(_VOICES[note.voice], text=said) if note.voice in _VOICES else said


def _why(note: Note, words: PaperText) -> str:
    if note.sorting is None:
        return words.say("inte_sorterad")
    by_hand = words.say("for_hand") if note.sorting.origin.value == "own" else ""
    return as_sentence(note.sorting.reason) or by_hand


def _views(reflection: Reflection, context: Context) -> list[Block]:
    words, template = context.words(_PAPER), context.bank.plan
    return [
        *_view(words.say("fk_syn"), reflection.fk_view),
        *_view(words.say("af_syn"), reflection.af_view),
        Heading(text=words.say("samsyn_rubrik")),
        *_agreement(reflection, words),
        Heading(text=words.say("beslut_rubrik")),
        Facts(pairs=_ahead(reflection, template, words)),
        Heading(text=words.say("specialist_rubrik")),
        *_specialists(reflection, template, words),
    ]


def _view(title: str, text: str) -> list[Block]:
    return [Heading(text=title), Paragraph(text=text) if text.strip() else WriteLines(count=3)]


def _agreement(reflection: Reflection, words: PaperText) -> list[Block]:
    said = {None: "samsyn_okand", True: "samsyn_ja", False: "samsyn_nej"}[reflection.agreed]
    blocks: list[Block] = [Paragraph(text=words.say(said))]
    if reflection.difference.strip():
        blocks.append(Facts(pairs=(Fact(label=words.say("skillnaden"), value=reflection.difference),)))
    elif reflection.agreed is False:
        blocks.append(WriteLines(label=words.say("skillnaden_rad"), count=2))
    return blocks


def _ahead(reflection: Reflection, template: PlanTemplate, words: PaperText) -> tuple[Fact, ...]:
    decided = decision_title(template, reflection.decision) if reflection.decision else words.say("inget_beslut")
    day = long_date(reflection.next_day) if reflection.next_day else ""
    time = f", {reflection.next_time}" if day and reflection.next_time.strip() else reflection.next_time
    return (
        Fact(label=words.say("beslut"), value=decided),
        Fact(label=words.say("nasta_mote"), value=f"{day}{time}"),
    )


def _specialists(reflection: Reflection, template: PlanTemplate, words: PaperText) -> list[Block]:
    if not reflection.specialists:
        return [Paragraph(text=words.say("ingen_specialist"))]
    titles = {known.id: known.title for known in template.specialists}
    pairs = tuple(Fact(label=titles.get(one.kind, one.kind), value=one.why or "–") for one in reflection.specialists)
    return [Facts(pairs=pairs)]
