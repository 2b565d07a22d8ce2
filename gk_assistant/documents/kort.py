"""Kort information: what the gemensamma kartläggningen is, on one easy page, for those who want it."""

from gk_assistant.documents.context import Context
from gk_assistant.documents.model import Audience, Block, Bullets, Document, Fact, Facts, Heading, Paragraph
from gk_assistant.documents.view import DeltagarView, contacts
from gk_assistant.domain.papers import PaperText

_PAPER = "kort"
_PARTS = ("varfor", "inte", "vilka", "gang", "far")


def kort(view: DeltagarView, context: Context) -> Document:
    """Build the page: why we meet, what it is not, who is there, what happens, what you decide, whom to call."""
    words = context.words(_PAPER)
    return Document(
        id=_PAPER,
        title=words.say("titel"),
        subtitle=words.say("underrubrik"),
        audience=Audience.DELTAGAREN,
        large=True,
        blocks=(
            *(block for part in _PARTS for block in _part(words, part)),
            Heading(text=words.say("fraga_rubrik")),
            Paragraph(text=words.say("fraga")),
            Facts(pairs=telephones(view, context)),
        ),
    )


def _part(words: PaperText, part: str) -> tuple[Block, ...]:
    return (Heading(text=words.say(f"{part}_rubrik")), Bullets(items=words.lines(part)))


def telephones(view: DeltagarView, context: Context) -> tuple[Fact, ...]:
    """Return a line for each agency's number, with the officer's name where the case has it."""
    named = contacts(view)
    agencies = (("fk", context.common.say("fk")), ("af", context.common.say("af")))
    return tuple(Fact(label=f"{named[role]}, {agency}" if role in named else agency) for role, agency in agencies)
