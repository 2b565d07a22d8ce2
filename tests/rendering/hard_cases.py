"""Cases that are hard to put on paper."""

from dataclasses import replace
from datetime import timedelta

from gk_assistant.documents.model import Document
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Heading, Mark, Note, Sorting, Voice
from gk_assistant.domain.planning import Plan, PlanStep
from gk_assistant.domain.trappa import PlacedBy, Placement
from tests.documents.bank_for_papers import bank
from tests.documents.rich_case import NOW, START, empty_case, expand, rich_case

LONG = "å" * 300
ODD = "värk 🤕 och لا أستطيع, 漢字, a\u030a, \x1b[31m \ufb01n"


def crowded() -> Case:
    """Return a case of 200 notes, 41 steps and 30 crosses, with words of 300 letters and odd signs."""
    return replace(
        _with_notes(rich_case()),
        plans=(_plan(),),
        placements=tuple(
            Placement(
                id=f"p{at}",
                step=2.5 if at % 3 == 0 else 1 + (at % 11) / 2,
                day=NOW.date() - timedelta(days=at),
                by=PlacedBy.SJALV,
                words=f"så tänkte jag {at}" if at % 5 == 0 else "",
            )
            for at in range(30)
        ),
    )


def _with_notes(case: Case) -> Case:
    notes = tuple(
        Note(
            id=f"n{number}",
            ruta="vardag",
            text=f"anteckning {number:03} {(LONG, ODD, 'några ord till', '')[number % 4]}",
            at=START + timedelta(seconds=number),
            mark=(Mark.FUNGERAR, Mark.HINDER, None)[number % 3],
            voice=Voice.EGNA_ORD if number % 7 == 0 else Voice.BERATTAT,
            sorting=Sorting(heading=(*Heading, None)[number % 5], reason="ord i anteckningen"),
        )
        for number in range(200)
    )
    return case.with_meeting(replace(case.meetings[0], notes=notes))


def _plan() -> Plan:
    start = NOW.date()
    steps = tuple(
        PlanStep(
            id=f"s{turn}",
            what=f"steg{turn:02}x {'med många ord ' * (turn % 4 * 3)}",
            who="Arbetsförmedlingen",
            due=start + timedelta(days=2 * turn),
            extent=ODD,
        )
        for turn in range(40)
    )
    long_one = PlanStep(id="lång", what=LONG, who="b" * 300, when="c" * 300, extent="d" * 300)
    return Plan(
        id="p", start=start, end=start + timedelta(days=91), goal=ODD, fallback=LONG * 4, steps=(*steps, long_one)
    )


CASES = {"vanligt": rich_case, "tomt": empty_case, "fullt": crowded}


def document(kind: str, paper_id: str) -> Document:
    """Return a paper of one of the cases: ``vanligt``, ``tomt`` or ``fullt``."""
    meeting = "m1" if kind == "fullt" else None
    return build(paper_id, CASES[kind](), bank=bank(), now=NOW, meeting_id=meeting, expand=expand)


def documents() -> list[tuple[str, str]]:
    """Return every case with every paper."""
    return [(kind, paper_id) for kind in CASES for paper_id in PAPERS]
