"""REHAB-trappan: a drawn staircase to think about at home, with the crosses put so far."""

from collections.abc import Sequence

from gk_assistant.documents.context import Context
from gk_assistant.documents.model import (
    Audience,
    Block,
    Bullets,
    Cross,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Stair,
    Staircase,
    Tick,
    Ticks,
    WriteLines,
)
from gk_assistant.documents.names import as_sentence
from gk_assistant.documents.view import DeltagarView, coming_day
from gk_assistant.domain.bank import Trappa
from gk_assistant.domain.papers import PaperText
from gk_assistant.domain.trappa import PlacedBy, Placement

_WITH = {PlacedBy.NARSTAENDE_ENIG: "med_enig", PlacedBy.NARSTAENDE_OENIG: "med_oenig"}


def trappan(view: DeltagarView, context: Context) -> Document:
    """Build the paper that the deltagare takes home to put a cross on."""
    trappa = context.bank.trappa
    words = context.words("trappa")
    return Document(
        id="trappa",
        title=trappa.title,
        subtitle=trappa.question,
        audience=Audience.DELTAGAREN,
        large=True,
        blocks=(
            Facts(pairs=(Fact(label=context.common.say("namn")), Fact(label=context.common.say("dag")))),
            Paragraph(text=words.say("hur")),
            staircase(context, view.placements),
            *_form(trappa, words),
            *_own_words(words),
            *_way(view.placements, context),
            *_ahead(view, context),
            *_small_print(trappa, words),
        ),
    )


def staircase(context: Context, placements: Sequence[Placement]) -> Staircase:
    """Return the drawn staircase with its crosses, the oldest first."""
    words, trappa = context.words("trappa"), context.bank.trappa
    crosses = tuple(
        Cross(step=placement.step, day=placement.day, told=context.day_month(placement.day))
        for placement in sorted(placements, key=lambda known: known.day)
        if placement.step is not None
    )
    stairs = tuple(Stair(number=step.number, name=step.short) for step in trappa.steps)
    put = "; ".join(f"{place_words(words, cross.step)} ({context.long_date(cross.day)})" for cross in crosses)
    told = (
        words.say("bild", antal=str(len(stairs))),
        *(words.say("bild_steg", nr=str(step.number), namn=step.short) for step in trappa.steps),
        words.say("bild_kryss", kryss=put) if put else words.say("bild_inga"),
    )
    return Staircase(steps=stairs, crosses=crosses, alt=" ".join(told), between=words.say("mitt_emellan"))


def place_words(words: PaperText, step: float | None) -> str:
    """Return a place on the stairs: "steg 2", "mellan steg 2 och 3", or that none could be chosen."""
    if step is None:
        return words.say("kunde_inte")
    whole = int(step)
    if step == whole:
        return words.say("steg", nr=str(whole))
    return words.say("mellan", nr=str(whole), nasta=str(whole + 1))


def _form(trappa: Trappa, words: PaperText) -> list[Block]:
    """Return the boxes to tick: the highest step on top, as on the stairs, with room between the steps."""
    rows: list[Tick] = []
    for step in sorted(trappa.steps, key=lambda known: known.number, reverse=True):
        if rows and trappa.half_steps:
            rows.append(Tick(text=words.say("mitt_emellan"), minor=True))
        sentence = words.say("steg_mening", nr=str(step.number), mening=step.sentence)
        rows.append(Tick(text=sentence, detail=step.hours))
    rows.append(Tick(text=trappa.not_now))
    return [Heading(text=words.say("kryss_rubrik")), Ticks(items=tuple(rows), detail_title=words.say("timmar"))]


def _own_words(words: PaperText) -> list[Block]:
    return [
        Heading(text=words.say("egna_ord_rubrik")),
        WriteLines(label=words.say("egna_ord"), count=3),
        Facts(pairs=(Fact(label=words.say("hjalpte")),)),
    ]


def _way(placements: Sequence[Placement], context: Context) -> list[Block]:
    """Return the placements so far, one line each, the oldest first: the way from the first meeting to now."""
    if not placements:
        return []
    items = tuple(_line(one, context) for one in sorted(placements, key=lambda placement: placement.day))
    return [Heading(text=context.words("trappa").say("hittills_rubrik")), Bullets(items=items)]


def _line(placement: Placement, context: Context) -> str:
    words = context.words("trappa")
    together = f" ({words.say(_WITH[placement.by])})" if placement.by in _WITH else ""
    said = f" ”{placement.words.strip()}”" if placement.words.strip() else ""
    day = as_sentence(context.long_date(placement.day))
    return f"{day}: {place_words(words, placement.step)}{together}.{said}"


def _ahead(view: DeltagarView, context: Context) -> list[Block]:
    """Return what to do with the paper, and when we meet again where that is known."""
    bring = Paragraph(text=context.words("trappa").say("ta_med"))
    ahead = coming_day(view, context.now.date())
    if ahead is None:
        return [bring]
    when = ", ".join(part for part in (context.long_date(ahead.day), ahead.time.strip()) if part)
    return [bring, Facts(pairs=(Fact(label=context.common.say("vi_ses_igen"), value=when),))]


def _small_print(trappa: Trappa, words: PaperText) -> list[Block]:
    if not trappa.reconstructed:
        return []
    return [Paragraph(text=words.say("forslag"), quiet=True)]
