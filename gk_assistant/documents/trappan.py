"""REHAB-trappan: a drawn staircase to think about at home, with the crosses put so far."""

from collections.abc import Sequence

from gk_assistant.documents.context import Context
from gk_assistant.documents.dates import long_date
from gk_assistant.documents.model import (
    Audience,
    Block,
    Cross,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Quote,
    Stair,
    Staircase,
    Table,
    Tick,
    Ticks,
    WriteLines,
)
from gk_assistant.documents.names import as_sentence
from gk_assistant.documents.view import DeltagarView
from gk_assistant.domain.bank import Trappa
from gk_assistant.domain.trappa import PlacedBy, Placement, step_words

_BY_YOU = {
    PlacedBy.SJALV: "du själv",
    PlacedBy.NARSTAENDE_ENIG: "du och en närstående, ni var överens",
    PlacedBy.NARSTAENDE_OENIG: "du och en närstående, ni tyckte lite olika",
}


def trappan(view: DeltagarView, context: Context) -> Document:
    """Build the paper that the deltagare takes home to put a cross on."""
    trappa = context.bank.trappa
    return Document(
        id="trappa",
        title=trappa.title,
        subtitle=trappa.question,
        audience=Audience.DELTAGAREN,
        blocks=(
            Facts(pairs=(Fact(label="Namn"), Fact(label="Dag"))),
            Paragraph(text=_HOW),
            staircase(trappa, view.placements),
            *_form(trappa),
            *_own_words(),
            *_way(view.placements),
            *_small_print(trappa),
        ),
    )


_HOW = (
    "Trappan handlar om vad du orkar nu. Det finns inget rätt eller fel svar. Trappan är aldrig ett krav. "
    "Läs meningarna i lugn och ro. Sätt ett kryss där du tycker att du är. Du får sätta krysset mellan två steg."
)


def staircase(trappa: Trappa, placements: Sequence[Placement]) -> Staircase:
    """Return the drawn staircase with its crosses, the oldest first."""
    crosses = tuple(
        Cross(step=placement.step, day=placement.day)
        for placement in sorted(placements, key=lambda known: known.day)
        if placement.step is not None
    )
    stairs = tuple(Stair(number=step.number, name=step.short) for step in trappa.steps)
    steps = " ".join(f"Steg {step.number}: {step.short}." for step in trappa.steps)
    put = "; ".join(f"{step_words(cross.step)} ({long_date(cross.day)})" for cross in crosses)
    told = f" Kryss: {put}." if put else " Inga kryss än."
    return Staircase(steps=stairs, crosses=crosses, alt=f"En trappa med {len(stairs)} steg, lägst först. {steps}{told}")


def _form(trappa: Trappa) -> list[Block]:
    """Return the boxes to tick: the highest step on top, as on the stairs, with room between the steps."""
    rows: list[Tick] = []
    for step in sorted(trappa.steps, key=lambda known: known.number, reverse=True):
        if rows and trappa.half_steps:
            rows.append(Tick(text="mitt emellan", minor=True))
        rows.append(Tick(text=f"Steg {step.number}. {step.sentence}", detail=step.hours))
    rows.append(Tick(text=trappa.not_now))
    return [Heading(text="Sätt ditt kryss här"), Ticks(items=tuple(rows), detail_title="Timmar i veckan")]


def _own_words() -> list[Block]:
    return [
        Heading(text="Med dina egna ord"),
        WriteLines(label="Så tänkte jag när jag satte krysset:", count=3),
        Facts(pairs=(Fact(label="Den här personen hjälpte mig"),)),
    ]


def _way(placements: Sequence[Placement]) -> list[Block]:
    """Return the placements so far, the oldest first: the way from the first meeting to now."""
    if not placements:
        return []
    known = sorted(placements, key=lambda placement: placement.day)
    table = Table(
        header=("Dag", "Plats på trappan", "Vem satte krysset"),
        rows=tuple(
            (long_date(one.day), as_sentence(step_words(one.step)), as_sentence(_BY_YOU.get(one.by, "")))
            for one in known
        ),
    )
    quotes = (Quote(text=one.words, who=long_date(one.day)) for one in known if one.words.strip())
    return [Heading(text="Dina kryss hittills"), table, *quotes]


def _small_print(trappa: Trappa) -> list[Block]:
    if not trappa.reconstructed:
        return []
    return [Paragraph(text="Stegens texter är ett förslag. De kan komma att ändras.", quiet=True)]
