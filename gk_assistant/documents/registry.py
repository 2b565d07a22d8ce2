"""All papers by id, shared by ``gk skriv-ut`` and the Papper screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from gk_assistant.documents.context import Context, PaperFault
from gk_assistant.documents.minnesanteckningar import minnesanteckningar
from gk_assistant.documents.model import Audience, Document
from gk_assistant.documents.planen import planen
from gk_assistant.documents.reflektionen import reflektionen
from gk_assistant.documents.samtalsunderlag import anteckningsblad, samtalsunderlag
from gk_assistant.documents.tjansteanteckning import tjansteanteckning
from gk_assistant.documents.trappan import trappan
from gk_assistant.documents.view import DeltagarView, Expand, as_typed, for_deltagaren
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case

Maker = Callable[[Case, Context, Expand], Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that can be made: what it is called in the list, in a sentence what it is for, and whom it is for."""

    id: str
    title: str
    about: str
    audience: Audience
    make: Maker


def _told(builder: Callable[[DeltagarView, Context], Document]) -> Maker:
    """Give a builder of a paper to the deltagare the stripped view instead of the case: its only way in."""

    def make(case: Case, context: Context, expand: Expand) -> Document:
        return builder(for_deltagaren(case, expand=expand), context)

    return make


_ALL = (
    Paper(
        id="trappa",
        title="REHAB-trappan",
        about="Trappan att tänka över hemma, med kryssen hittills.",
        audience=Audience.DELTAGAREN,
        make=_told(trappan),
    ),
    Paper(
        id="plan",
        title="Gemensam planering",
        about="Det vi har bestämt för den närmaste tiden.",
        audience=Audience.DELTAGAREN,
        make=_told(planen),
    ),
    Paper(
        id="minnesanteckningar",
        title="Minnesanteckningar",
        about="Det som blev sagt på mötet, med enkla ord.",
        audience=Audience.DELTAGAREN,
        make=_told(minnesanteckningar),
    ),
    Paper(
        id="samtalsunderlag",
        title="Samtalsunderlag",
        about="Bilden med rutorna, att visa och peka på.",
        audience=Audience.DELTAGAREN,
        make=_told(samtalsunderlag),
    ),
    Paper(
        id="anteckningsblad",
        title="Anteckningsblad",
        about="Rutorna med sina bokstäver, för anteckningar för hand.",
        audience=Audience.INTERNT,
        make=lambda _case, context, _expand: anteckningsblad(context),
    ),
    Paper(
        id="reflektion",
        title="Reflektion",
        about="Anteckningarna under rubrikerna, bådas syn och beslutet.",
        audience=Audience.INTERNT,
        make=lambda case, context, _expand: reflektionen(case, context),
    ),
    Paper(
        id="tjansteanteckning",
        title="Tjänsteanteckning",
        about="Mötet för akten, med dag, tid och vem som har antecknat.",
        audience=Audience.AKTEN,
        make=tjansteanteckning,
    ),
)

PAPERS: Mapping[str, Paper] = MappingProxyType({paper.id: paper for paper in _ALL})
"""Every paper by its id, in the order they are shown."""


def build(  # noqa: PLR0913 - what screens and commands have to say
    paper_id: str,
    case: Case,
    *,
    bank: Bank,
    now: datetime,
    meeting_id: str | None = None,
    expand: Expand = as_typed,
) -> Document:
    """Return one paper about a case. Raises :class:`PaperFault` when there is no such paper or meeting."""
    paper = PAPERS.get(paper_id)
    if paper is None:
        raise PaperFault(f"Det finns inget papper som heter {paper_id}. Välj ett av: {', '.join(PAPERS)}.")
    document = paper.make(case, Context(bank=bank, now=now, meeting_id=meeting_id), expand)
    if document.audience is not paper.audience:  # a paper in the wrong class must never leave
        raise PaperFault(f"Papperet {paper_id} är märkt för fel mottagare och skrivs inte ut.")
    return replace(document, remark="Exempel med påhittade uppgifter.") if case.fictive else document
