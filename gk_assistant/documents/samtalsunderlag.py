"""Samtalsunderlaget: the picture of coloured rutor, and the same sheet with note keys for the paper way."""

from dataclasses import replace

from gk_assistant.documents.context import Context
from gk_assistant.documents.model import (
    Audience,
    Block,
    Box,
    Boxes,
    Document,
    Fact,
    Facts,
    Legend,
    Paragraph,
    WriteLines,
)
from gk_assistant.documents.names import MARK_WORDS
from gk_assistant.documents.view import DeltagarView
from gk_assistant.domain.bank import Bank, Ruta
from gk_assistant.domain.notes import MARK_SIGNS
from gk_assistant.domain.papers import PaperText

_LINES_IN_BOX = 4
_BLAD = "anteckningsblad"


def samtalsunderlag(view: DeltagarView, context: Context) -> Document:
    """Build the picture to look at together and to point at; it holds nothing about anybody."""
    del view
    words = context.words("samtalsunderlag")
    return Document(
        id="samtalsunderlag",
        title=words.say("titel"),
        subtitle=words.say("underrubrik"),
        audience=Audience.DELTAGAREN,
        blocks=(Paragraph(text=words.say("hur")), picture(context)),
    )


def picture(context: Context, *, texts: bool = True) -> Boxes:
    """Return the rutor as the deltagare sees them, with or without the line that says what each is about."""
    rutor = context.bank.rutor
    boxes = tuple(_box(context.bank, ruta, keys=False) for ruta in rutor)
    shown = boxes if texts else tuple(replace(box, text="") for box in boxes)
    told = " ".join(f"{ruta.title}: {ruta.for_deltagare}".strip() if texts else f"{ruta.title}." for ruta in rutor)
    alt = context.words("samtalsunderlag").say("bild", antal=str(len(boxes)), rutor=told)
    return Boxes(boxes=shown, alt=alt.strip())


def anteckningsblad(context: Context) -> Document:
    """Build the sheet for notes by hand: each ruta with its key, room to write, and what the signs mean."""
    words = context.words(_BLAD)
    return Document(
        id=_BLAD,
        title=words.say("titel"),
        subtitle=words.say("underrubrik"),
        audience=Audience.INTERNT,
        blocks=(
            Facts(pairs=tuple(Fact(label=words.say(key)) for key in ("arende", "dag_och_tid", "antecknat_av"))),
            *_key_legend(words),
            _sheet(context.bank, words),
            WriteLines(label=words.say("annat"), count=4),
        ),
    )


def _key_legend(words: PaperText) -> list[Block]:
    """Return what the note keys mean, with an example of a line."""
    signs = tuple((sign, MARK_WORDS[mark]) for sign, mark in MARK_SIGNS.items())
    return [
        Legend(label=words.say("marken"), pairs=(*signs, ("”", words.say("egna_ord")))),
        Paragraph(text=words.say("hur"), quiet=True),
    ]


def _sheet(bank: Bank, words: PaperText) -> Boxes:
    boxes = tuple(_box(bank, ruta, keys=True) for ruta in bank.rutor)
    told = " ".join(f"{ruta.title}: {ruta.for_deltagare}".strip() for ruta in bank.rutor)
    return Boxes(boxes=boxes, alt=words.say("bild", antal=str(len(boxes)), rutor=told).strip())


def _box(bank: Bank, ruta: Ruta, *, keys: bool) -> Box:
    colour = bank.colours.get(ruta.colour)
    return Box(
        title=ruta.title,
        sign=ruta.sign,
        text="" if keys else ruta.for_deltagare,
        key=ruta.key if keys else "",
        light=colour.light if colour else "",
        dark=colour.dark if colour else "",
        lines=_LINES_IN_BOX if keys else 0,
    )
