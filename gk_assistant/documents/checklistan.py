"""Checklists before and after each meeting, ticked by what the case already holds."""

from collections.abc import Iterator

from gk_assistant.documents.context import Context, chosen_meeting
from gk_assistant.documents.dates import long_date
from gk_assistant.documents.known_facts import Look, is_known
from gk_assistant.documents.model import Audience, Block, Document, Fact, Facts, Heading, Paragraph, Tick, Ticks
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.papers import Moment

_PAPER = "checklista"
_USUAL = 2
"""At least two meetings are the rule (H): both have their lists, also before they are booked."""


def checklistan(case: Case, context: Context) -> Document:
    """Build the lists of every meeting, of one alone where one is asked for. A tick is what the case holds, no more."""
    words = context.words(_PAPER)
    return Document(
        id=_PAPER,
        title=words.say("titel"),
        audience=Audience.AKTEN,
        blocks=(
            Facts(
                pairs=(
                    Fact(label=words.say("arende"), value=case.label),
                    Fact(label=words.say("dag"), value=long_date(context.now.date())),
                )
            ),
            Paragraph(text=words.say("hur")),
            *(
                block
                for number, meeting in _meetings(case, context)
                for block in _lists(case, number, meeting, context)
            ),
        ),
    )


def _meetings(case: Case, context: Context) -> Iterator[tuple[int, Meeting | None]]:
    if context.meeting_id and (wanted := chosen_meeting(case.meetings, context.meeting_id)):
        yield wanted.number, wanted
        return
    by_number = {meeting.number: meeting for meeting in case.meetings}
    for number in sorted({*by_number, *range(1, _USUAL + 1)}):
        yield number, by_number.get(number)


def _lists(case: Case, number: int, meeting: Meeting | None, context: Context) -> Iterator[Block]:
    words = context.words(_PAPER)
    look = Look(case=case, meeting=meeting, bank=context.bank)
    first = number == 1
    for key, moment in (
        ("infor", Moment.INFOR_FORSTA if first else Moment.INFOR_SENARE),
        ("efter", Moment.EFTER_FORSTA if first else Moment.EFTER_SENARE),
    ):
        ticks = tuple(
            Tick(text=point.text, crossed=point.known is not None and is_known(point.known, look))
            for point in context.bank.papers[_PAPER].points
            if point.moment is moment
        )
        if ticks:
            yield Heading(text=words.say(key, mote=f"GK{number}"))
            yield Ticks(items=ticks)
