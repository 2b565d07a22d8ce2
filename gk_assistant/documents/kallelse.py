"""Kallelsen: the meeting to come, who is there, what happens, what one may choose, and the rutor to look at before."""

from gk_assistant.documents.context import Context, chosen_meeting
from gk_assistant.documents.kort import telephones
from gk_assistant.documents.model import (
    Audience,
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    WriteLines,
)
from gk_assistant.documents.names import as_sentence, told_who
from gk_assistant.documents.samtalsunderlag import picture
from gk_assistant.documents.view import DeltagarView, ToldMeeting, coming_meeting
from gk_assistant.domain.meetings import Participant
from gk_assistant.domain.notes import Role
from gk_assistant.domain.papers import PaperText

_PAPER = "kallelse"


def kallelse(view: DeltagarView, context: Context) -> Document:
    """Build the paper before a meeting: the one asked for, else the one that comes next.

    The first meeting begins with the picture of the rutor; a later one with the deltagare's own thoughts (H).
    """
    words = context.words(_PAPER)
    wanted = context.meeting_id
    meeting = chosen_meeting(view.meetings, wanted) if wanted else coming_meeting(view, context.now.date())
    number = meeting.number if meeting else len(view.meetings) + 1
    turn = "forsta" if number == 1 else "senare"
    return Document(
        id=_PAPER,
        title=words.say("titel"),
        subtitle=words.say("underrubrik", nummer=str(number)),
        audience=Audience.DELTAGAREN,
        large=True,
        blocks=(
            Facts(pairs=_head(meeting, context)),
            Heading(text=words.say("vilka_rubrik")),
            Bullets(items=_there(meeting, context)),
            *_list(words, "hander_rubrik", f"hander_{turn}"),
            *_list(words, "far_rubrik", f"far_{turn}"),
            *_list(words, "ta_med_rubrik", f"ta_med_{turn}"),
            *_ask(view, context),
            *(_rutor(words, context) if turn == "forsta" else ()),
        ),
    )


def _head(meeting: ToldMeeting | None, context: Context) -> tuple[Fact, ...]:
    """Return when and where; what is not decided is a line to write on."""
    common, words = context.common, context.words(_PAPER)
    return (
        Fact(label=common.say("namn")),
        Fact(label=common.say("dag"), value=context.long_date(meeting.day) if meeting and meeting.day else ""),
        Fact(label=common.say("tid"), value=meeting.time if meeting else ""),
        Fact(label=common.say("plats"), value=meeting.place if meeting else ""),
        Fact(label=words.say("hur_lange"), value=words.say("minuter", minuter=str(context.bank.clock.talk))),
    )


def _there(meeting: ToldMeeting | None, context: Context) -> tuple[str, ...]:
    """Return who will be there; an agency that nobody is named for is there all the same."""
    words = context.words(_PAPER)
    known = meeting.participants if meeting else ()
    roles = {one.role for one in known}
    agencies = ((Role.FK, "okand_fk"), (Role.AF, "okand_af"))
    unnamed = {one.role for one in known if one.role in (Role.FK, Role.AF) and not one.name.strip()}
    others = (one for one in known if one.role is not Role.DELTAGARE and one.role not in unnamed)
    return (
        words.say("du"),
        *(_one(one, context) for one in others),
        *(words.say(key) for role, key in agencies if role not in roles or role in unnamed),
        *(() if Role.STODPERSON in roles else (words.say("nagon_mer"),)),
    )


def _one(participant: Participant, context: Context) -> str:
    """Return somebody who will be there: by name, or as "En tolk" until it is known who."""
    if participant.name.strip():
        return as_sentence(told_who(participant, context))
    return context.words(_PAPER).say(f"okand_{participant.role.value}")


def _list(words: PaperText, heading: str, items: str) -> tuple[Block, ...]:
    return (Heading(text=words.say(heading)), Bullets(items=words.lines(items)))


def _rutor(words: PaperText, context: Context) -> tuple[Block, ...]:
    """Return the picture to look at before the meeting: a page of its own, the back of the sheet."""
    return (Heading(text=words.say("rutor_rubrik"), new_page=True), picture(context))


def _ask(view: DeltagarView, context: Context) -> tuple[Block, ...]:
    words = context.words(_PAPER)
    return (
        Heading(text=words.say("behov_rubrik")),
        WriteLines(label=words.say("behov"), count=1),
        Heading(text=words.say("forhinder_rubrik")),
        Paragraph(text=words.say("forhinder")),
        Facts(pairs=telephones(view, context)),
    )
