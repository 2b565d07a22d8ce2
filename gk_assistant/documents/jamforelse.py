"""Two papers over several mirrors: one who practises over time, and a group without names. Never a grade."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from gk_assistant.documents.context import Context
from gk_assistant.documents.dates import full_date, local_to
from gk_assistant.documents.model import Block, Bullets, Document, Heading, Paragraph, Table
from gk_assistant.documents.training import training_paper
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.mirrors import Guided
from gk_assistant.domain.overviews import OfPersona, Often, OverTime, Overview, Point, Spread
from gk_assistant.domain.papers import PaperText

COMPARISON: Final = "jamforelse"
GROUP: Final = "gruppoversikt"
_COLUMNS: Final = 4
"""Talks beside each other in one table; more become another table, so that a page has room for them."""
_STANDS: Final = {
    Guided.INOM: "inom",
    Guided.NARA: "nara",
    Guided.UTANFOR: "utanfor",
    Guided.OSAKERT: "osakert",
    Guided.UTAN: "",
}
_YES_OR_NO: Final = frozenset({"syfte", "forsta_ruta"})
_SHARES: Final = frozenset({"oppna", "flera", "ord", "lov", "loften", "ledtradar", "fakta"})
"""The measures whose number is a share; the others are counts or ratios."""


def jamforelse(over: OverTime, *, bank: Bank, now: datetime, remark: str = "") -> Document:
    """Return the paper on one who practises: the talks, then each measure through them, the oldest first."""
    context = Context(bank=bank, now=now)
    words = context.words(COMPARISON)
    code = over.trainee.strip()
    subtitle = words.say("underrubrik", kod=code) if code else words.say("underrubrik_utan")
    return training_paper(COMPARISON, context, subtitle=subtitle, blocks=_through(over, words, now), remark=remark)


def _through(over: OverTime, words: PaperText, now: datetime) -> Iterator[Block]:
    if not over.talks:
        yield Paragraph(text=words.say("inga"))
        return
    yield Paragraph(text=words.say("inledning", antal=str(len(over.talks))))
    if len(over.talks) == 1:
        yield Paragraph(text=words.say("ett"))
    yield Heading(text=words.say("samtalen"))
    yield Table(
        header=tuple(words.say(f"rubrik_{name}") for name in ("nummer", "dag", "person", "turer")),
        rows=tuple(
            (str(number), full_date(local_to(talk.begun, now).date()), talk.title or "–", str(talk.turns))
            for number, talk in enumerate(over.talks, start=1)
        ),
    )
    yield Heading(text=words.say("matten"))
    for first in range(0, len(over.talks), _COLUMNS):
        numbers = range(first, min(first + _COLUMNS, len(over.talks)))
        yield Table(
            header=(
                words.say("rubrik_matt"),
                *(words.say("rubrik_samtal", nummer=str(number + 1)) for number in numbers),
            ),
            rows=tuple((one.name, *(_point(one.points[number], words) for number in numbers)) for one in over.series),
        )
    guides = tuple(f"{one.name}: {one.guide}" for one in over.series if one.guide)
    yield Bullets(label=words.say("riktmarken"), items=guides)


def _point(point: Point, words: PaperText) -> str:
    stands = _STANDS[point.stands]
    return f"{point.value or '–'}\n({words.say(f'lage_{stands}')})" if stands else point.value or "–"


def gruppoversikt(overview: Overview, *, bank: Bank, now: datetime, remark: str = "") -> Document:
    """Return the paper on a group, without names; with too few people it only says why it shows nothing."""
    context = Context(bank=bank, now=now)
    words = context.words(GROUP)
    subtitle = words.say("underrubrik", samtal=str(overview.talks), personer=str(overview.people))
    blocks = (Paragraph(text=overview.why_not),) if overview.why_not else _group(overview, words)
    return training_paper(GROUP, context, subtitle=subtitle, blocks=blocks, remark=remark)


def _group(overview: Overview, words: PaperText) -> Iterator[Block]:
    yield Paragraph(text=words.say("inledning"))
    yield Heading(text=words.say("matten"))
    yield Table(
        header=tuple(words.say(f"rubrik_{name}") for name in ("matt", "samtal", "mitten", "inom")),
        rows=tuple((one.name, str(one.talks), _middle(one, words), _inside(one, words)) for one in overview.spreads),
    )
    for key, found in (("prova", overview.tries), ("rutor", overview.rutor), ("ledtradar", overview.cues)):
        if found:
            yield Heading(text=words.say(key))
            yield Bullets(items=tuple(_often(one, words) for one in found))
    yield Heading(text=words.say("personer"))
    yield Table(
        header=tuple(words.say(f"rubrik_{name}") for name in ("person", "samtal", "fakta", "ledtradar")),
        rows=tuple(_persona(one, words) for one in overview.personas),
    )


def _often(one: Often, words: PaperText) -> str:
    return words.say("rad", vad=one.words, antal=str(one.count), av=str(one.of))


def _middle(one: Spread, words: PaperText) -> str:
    if one.id in _YES_OR_NO:
        return "–"
    if one.low is None or one.high is None:
        return words.say("mitten_for_fa")
    return words.say("mitten", lag=_number(one.id, one.low), hog=_number(one.id, one.high))


def _inside(one: Spread, words: PaperText) -> str:
    if not one.guided and not one.unsure:
        return words.say("inget_riktmarke")
    values = {"antal": str(one.inside), "av": str(one.guided), "osakra": str(one.unsure)}
    if one.unsure:
        return words.say("inom_osakra", **values)
    return words.say("inom", antal=values["antal"], av=values["av"])


def _persona(one: OfPersona, words: PaperText) -> tuple[str, ...]:
    hidden = words.say("dold")
    shares = (hidden if share is None else f"{round(share * 100)} %" for share in (one.facts, one.cues))
    return (one.name or words.say("utskrift"), str(one.talks), *shares)


def _number(measure: str, value: float) -> str:
    if measure in _SHARES:
        return f"{round(value * 100)} %"
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")
