"""The mirror of a talk as a paper, for the one who practises and the one who guides: strengths first, never a grade.

It belongs to no case, and is an internal working aid. Both are handed the same values that the screens show.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from gk_assistant.documents.context import Context
from gk_assistant.documents.dates import clock_time, local_to, long_date
from gk_assistant.documents.model import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Quote,
    Table,
)
from gk_assistant.documents.spegel_parts import compared, cues, facts, kinds, plot, rutor, turns
from gk_assistant.documents.training import training_paper
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.mirrors import Mirror, Remark
from gk_assistant.domain.papers import PaperText
from gk_assistant.domain.rehearsals import Rehearsal

PAPER: Final = "spegel"


def spegel(
    mirror: Mirror, *, bank: Bank, now: datetime, rehearsal: Rehearsal | None = None, remark: str = ""
) -> Document:
    """Return the paper of a mirror; with its rehearsal the whole talk stands last, turn by turn."""
    context = Context(bank=bank, now=now)
    words = context.words(PAPER)
    parts = (
        _head(mirror, words, rehearsal, bank),
        _strengths(mirror, words),
        _tries(mirror, words),
        plot(mirror, words),
        _measures(mirror, words),
        kinds(mirror, words),
        rutor(mirror, words),
        facts(mirror, words),
        cues(mirror, words),
        compared(mirror, words),
        _not_understood(mirror, words),
        turns(rehearsal, words) if rehearsal else (),
    )
    begun = local_to(mirror.begun, now)
    who = mirror.name.strip() or mirror.title.strip() or words.say("utskrift")
    key = "underrubrik" if mirror.plot or mirror.facts else "underrubrik_utskrift"
    return training_paper(
        PAPER,
        context,
        subtitle=words.say(key, vem=who, dag=long_date(begun.date()), tid=clock_time(begun)),
        blocks=(block for part in parts for block in part),
        remark=remark,
    )


def _head(mirror: Mirror, words: PaperText, rehearsal: Rehearsal | None, bank: Bank) -> Iterator[Block]:
    yield Paragraph(text=words.say("inledning"), quiet=True)
    count = str(mirror.turns)
    if mirror.unsure:
        count = words.say("uppgifter_antal", antal=count, osakra=str(mirror.unsure))
    pairs = [Fact(label=words.say("uppgifter_turer"), value=count)]
    if mirror.title.strip() and mirror.name.strip():
        pairs.insert(0, Fact(label=words.say("uppgifter_person"), value=f"{mirror.name}: {mirror.title}"))
    if rehearsal is not None and rehearsal.setting.persona:
        pairs.append(Fact(label=words.say("uppgifter_laget"), value=_setting(rehearsal, words, bank)))
    if rehearsal is not None and rehearsal.trainee.strip():
        pairs.append(Fact(label=words.say("uppgifter_kod"), value=rehearsal.trainee))
    yield Facts(pairs=tuple(pairs))


def _setting(rehearsal: Rehearsal, words: PaperText, bank: Bank) -> str:
    setting = rehearsal.setting
    told = words.say("laget", svarighet=words.say(f"svarighet_{setting.difficulty}"), fro=str(setting.seed))
    if not setting.ruta:
        return told
    titles = {ruta.id: ruta.title for ruta in bank.rutor}
    return f"{told}, {words.say('laget_ruta', ruta=titles.get(setting.ruta, setting.ruta))}"


def _strengths(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    yield Heading(text=words.say("styrkor"))
    if not mirror.strengths:
        yield Paragraph(text=words.say("styrkor_inga"))
    for number, remark in enumerate(mirror.strengths, start=1):
        yield from _remark(number, remark, words)


def _tries(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    if not mirror.turns:
        return
    yield Heading(text=words.say("prova"))
    if not mirror.tries:
        yield Paragraph(text=words.say("prova_inga"))
    for number, remark in enumerate(mirror.tries, start=1):
        yield from _remark(number, remark, words)
        if remark.better.strip():
            yield Facts(pairs=(Fact(label=words.say("prova_alternativ"), value=remark.better),))


def _remark(number: int, remark: Remark, words: PaperText) -> Iterator[Block]:
    yield Paragraph(text=f"{number}. {remark.words}")
    if remark.quote.strip():
        yield Quote(text=remark.quote, who=words.say("tur_vem", nummer=str(remark.turn)) if remark.turn else "")


def _measures(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    if not mirror.measures:
        return
    yield Heading(text=words.say("matten"))
    yield Paragraph(text=words.say("matten_inledning"), quiet=True)
    yield Table(
        header=tuple(words.say(f"rubrik_{name}") for name in ("matt", "varde", "riktmarke", "lage")),
        rows=tuple((one.name, one.value, one.guide or "–", words.say(f"lage_{one.stands}")) for one in mirror.measures),
    )


def _not_understood(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    said = tuple(text for text in mirror.not_understood if text.strip())
    if said:
        yield Heading(text=words.say("oforstatt"))
        yield Paragraph(text=words.say("oforstatt_inledning"))
        yield Bullets(items=said)
