"""Minnesanteckningar: what was said, for the deltagare, in easy words and with their own words as quotations."""

from collections.abc import Sequence

from gk_assistant.documents.context import Context, chosen_meeting, ruta_title
from gk_assistant.documents.dates import long_date
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
from gk_assistant.documents.names import NOTHING_YET, those_there
from gk_assistant.documents.view import DeltagarView, NextMeeting, ToldMeeting, ToldNote
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.notes import Heading as IcfHeading
from gk_assistant.domain.notes import Mark, Voice

_ELSEWHERE = "Annat"
# What works first: it is what the person should see when they unfold the paper at home.
_GROUPS: tuple[tuple[Mark | None, str, str], ...] = (
    (Mark.FUNGERAR, "Det här fungerar", "+"),
    (Mark.HINDER, "Det här är svårt", "–"),
    (Mark.BEHOV, "Det här behöver du", "!"),
    (None, "Du har också berättat", "·"),
)


def minnesanteckningar(view: DeltagarView, context: Context) -> Document:
    """Build the paper about one meeting, under the four headings in easy words."""
    return _paper(view, context, by_ruta=False)


def minnesanteckningar_by_ruta(view: DeltagarView, context: Context) -> Document:
    """Build the paper about one meeting, ruta by ruta as they were shown."""
    return _paper(view, context, by_ruta=True)


def _paper(view: DeltagarView, context: Context, *, by_ruta: bool) -> Document:
    meeting = chosen_meeting(view.meetings, context.meeting_id)
    notes = meeting.notes if meeting else ()
    parts = _by_ruta(context.bank, notes) if by_ruta else _by_heading(context.bank, notes)
    said = [block for title, held in parts for block in _part(title, held)]
    return Document(
        id="minnesanteckningar",
        title="Minnesanteckningar",
        subtitle=f"Från mötet {long_date(meeting.day)}" if meeting and meeting.day else "Från vårt möte",
        audience=Audience.DELTAGAREN,
        blocks=(
            Facts(pairs=(Fact(label="Namn"), *_head(meeting, context.bank))),
            Paragraph(text="Här står det som vi talade om. Blev något fel? Säg till. Då ändrar vi."),
            *(said or [Paragraph(text=NOTHING_YET)]),
            *_ahead(meeting),
            Heading(text="Vill du ändra något?"),
            WriteLines(label="Skriv här. Ta med papperet nästa gång.", count=3),
        ),
    )


def _head(meeting: ToldMeeting | None, bank: Bank) -> list[Fact]:
    if meeting is None:
        return []
    facts = [
        Fact(label="Möte", value=f"nummer {meeting.number}"),
        *([Fact(label="Dag", value=long_date(meeting.day))] if meeting.day else []),
        *([Fact(label="Tid", value=meeting.time)] if meeting.time.strip() else []),
        *([Fact(label="Plats", value=meeting.place)] if meeting.place.strip() else []),
    ]
    if meeting.participants:
        facts.append(Fact(label="Vi som var med", value=those_there(meeting.participants)))
    if meeting.first_box:
        facts.append(Fact(label="Vi började med", value=ruta_title(bank, meeting.first_box.ruta)))
    return facts


def _by_heading(bank: Bank, notes: Sequence[ToldNote]) -> list[tuple[str, list[ToldNote]]]:
    plain = {words.heading: words.plain for words in bank.headings}
    parts = [(plain.get(heading, heading.value), [n for n in notes if n.heading is heading]) for heading in IcfHeading]
    return [*parts, (_ELSEWHERE, [note for note in notes if note.heading is None])]


def _by_ruta(bank: Bank, notes: Sequence[ToldNote]) -> list[tuple[str, list[ToldNote]]]:
    parts: dict[str, list[ToldNote]] = {ruta.title: [] for ruta in bank.rutor}
    for note in notes:
        parts.setdefault(ruta_title(bank, note.ruta), []).append(note)
    return list(parts.items())


def _part(title: str, notes: list[ToldNote]) -> list[Block]:
    """Return a section: told things grouped by what they mean, then quotations, then what a certificate says."""
    if not notes:
        return []
    blocks: list[Block] = [Heading(text=title)]
    told = [note for note in notes if note.voice is Voice.BERATTAT]
    for mark, label, sign in _GROUPS:
        items = tuple(note.text for note in told if note.mark is mark)
        if items:
            blocks.append(Bullets(label=label, sign=sign, items=items))
    quotes = [Quote(text=note.text) for note in notes if note.voice is Voice.EGNA_ORD]
    if quotes:
        blocks += [Heading(text="Dina egna ord", level=2), *quotes]
    paper = tuple(note.text for note in notes if note.voice is Voice.INTYG)
    if paper:
        blocks.append(Bullets(label="Det här står i läkarens intyg", sign="»", items=paper))
    return blocks


def _ahead(meeting: ToldMeeting | None) -> list[Block]:
    blocks: list[Block] = [Heading(text="Vad händer nu?")]
    if meeting and meeting.next:
        blocks.append(Facts(pairs=_next_facts(meeting.next)))
    else:
        blocks.append(Facts(pairs=(Fact(label="Vi ses igen"),)))
    if meeting is None or meeting.number == 1:
        blocks.append(Paragraph(text="Titta på REHAB-trappan hemma. Ta med den till nästa möte."))
    return blocks


def _next_facts(following: NextMeeting) -> tuple[Fact, ...]:
    facts = [Fact(label="Vi ses igen", value=long_date(following.day))]
    if following.time.strip():
        facts.append(Fact(label="Tid", value=following.time))
    if following.place.strip():
        facts.append(Fact(label="Plats", value=following.place))
    return tuple(facts)
