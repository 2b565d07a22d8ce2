"""Minnesanteckningar: what was said, for the deltagare, in easy words and with their own words as quotations."""

from collections.abc import Sequence

from gk_assistant.documents.context import Context, chosen_meeting, ruta_title
from gk_assistant.documents.model import (
    Audience,
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Quote,
    WriteLines,
)
from gk_assistant.documents.names import told_those_there
from gk_assistant.documents.planen import follow_up_facts
from gk_assistant.documents.view import DeltagarView, NextMeeting, ToldMeeting, ToldNote
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.meetings import ChosenBy
from gk_assistant.domain.notes import Heading as IcfHeading
from gk_assistant.domain.notes import Mark, Voice
from gk_assistant.domain.papers import PaperText

# What works first: it is what the person should see when they unfold the paper at home.
_GROUPS: tuple[tuple[Mark | None, str, str], ...] = (
    (Mark.FUNGERAR, "fungerar", "+"),
    (Mark.HINDER, "svart", "–"),
    (Mark.BEHOV, "behover", "!"),
    (None, "ocksa", "·"),
)


def minnesanteckningar(view: DeltagarView, context: Context) -> Document:
    """Build the paper about one meeting, under the four headings in easy words."""
    return _paper(view, context, by_ruta=False)


def minnesanteckningar_by_ruta(view: DeltagarView, context: Context) -> Document:
    """Build the paper about one meeting, ruta by ruta as they were shown."""
    return _paper(view, context, by_ruta=True)


def _paper(view: DeltagarView, context: Context, *, by_ruta: bool) -> Document:
    """Return the paper: what happens next comes first, for it is what is looked for at home."""
    words = context.words("minnesanteckningar")
    meeting = chosen_meeting(view.meetings, context.meeting_id)
    notes = meeting.notes if meeting else ()
    parts = _by_ruta(context.bank, notes) if by_ruta else _by_heading(context.bank, notes, words)
    said = [block for title, held in parts for block in _part(title, held, words)]
    day = meeting.day if meeting else None
    return Document(
        id="minnesanteckningar",
        title=words.say("titel"),
        subtitle=words.say("fran_mote", dag=context.long_date(day)) if day else words.say("fran_okant"),
        audience=Audience.DELTAGAREN,
        blocks=(
            Facts(pairs=(Fact(label=context.common.say("namn")), *_head(meeting, context))),
            *_ahead(meeting, view, context),
            Heading(text=words.say("sagt_rubrik")),
            Paragraph(text=words.say("sagt")),
            *(said or [Paragraph(text=words.say("inget_an"))]),
            Heading(text=words.say("andra_rubrik")),
            WriteLines(label=words.say("andra"), count=3),
        ),
    )


def _head(meeting: ToldMeeting | None, context: Context) -> list[Fact]:
    """Return who was there, and the ruta the deltagare chose: what may bring the meeting back to mind."""
    if meeting is None:
        return []
    words = context.words("minnesanteckningar")
    facts = []
    if meeting.participants:
        facts.append(Fact(label=words.say("vilka"), value=told_those_there(meeting.participants, context)))
    first = meeting.first_box
    if first is not None and first.by is not ChosenBy.HANDLAGGARE:
        facts.append(Fact(label=words.say("du_borjade"), value=ruta_title(context.bank, first.ruta)))
    return facts


def _by_heading(bank: Bank, notes: Sequence[ToldNote], words: PaperText) -> list[tuple[str, list[ToldNote]]]:
    plain = {known.heading: known.plain for known in bank.headings}
    parts = [(plain.get(heading, heading.value), [n for n in notes if n.heading is heading]) for heading in IcfHeading]
    return [*parts, (words.say("annat"), [note for note in notes if note.heading is None])]


def _by_ruta(bank: Bank, notes: Sequence[ToldNote]) -> list[tuple[str, list[ToldNote]]]:
    parts: dict[str, list[ToldNote]] = {ruta.title: [] for ruta in bank.rutor}
    for note in notes:
        parts.setdefault(ruta_title(bank, note.ruta), []).append(note)
    return list(parts.items())


def _part(title: str, notes: list[ToldNote], words: PaperText) -> list[Block]:
    """Return a section: told things grouped by what they mean, then quotations, then what a certificate says."""
    if not notes:
        return []
    blocks: list[Block] = [Heading(text=title)]
    told = [note for note in notes if note.voice is Voice.BERATTAT]
    for mark, label, sign in _GROUPS:
        items = tuple(note.text for note in told if note.mark is mark)
        if items:
            blocks.append(Bullets(label=words.say(label), sign=sign, items=items))
    quotes = [Quote(text=note.text) for note in notes if note.voice is Voice.EGNA_ORD]
    if quotes:
        blocks += [Heading(text=words.say("egna_ord"), level=2), *quotes]
    paper = tuple(note.text for note in notes if note.voice is Voice.INTYG)
    if paper:
        blocks.append(Bullets(label=words.say("intyg"), sign="»", items=paper))
    return blocks


def _ahead(meeting: ToldMeeting | None, view: DeltagarView, context: Context) -> list[Block]:
    """Return when we meet again; after the last meeting that is when the plan is followed up."""
    words = context.words("minnesanteckningar")
    blocks: list[Block] = [Heading(text=words.say("vad_hander_rubrik"))]
    if meeting and meeting.next:
        blocks.append(Facts(pairs=_next_facts(meeting.next, context)))
    elif view.plan and view.plan.follow_up_day:
        blocks.append(Facts(pairs=follow_up_facts(view.plan, context)))
    else:
        blocks.append(Facts(pairs=(Fact(label=context.common.say("vi_ses_igen")),)))
    if meeting is None or meeting.number == 1:
        blocks.append(Paragraph(text=words.say("trappan_hem")))
    return blocks


def _next_facts(following: NextMeeting, context: Context) -> tuple[Fact, ...]:
    common = context.common
    facts = [Fact(label=common.say("vi_ses_igen"), value=context.long_date(following.day))]
    if following.time.strip():
        facts.append(Fact(label=common.say("tid"), value=following.time))
    if following.place.strip():
        facts.append(Fact(label=common.say("plats"), value=following.place))
    return tuple(facts)
