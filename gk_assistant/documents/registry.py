"""All papers by id, shared by ``gk skriv-ut`` and the Papper screen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from gk_assistant.documents.begaran import begaran
from gk_assistant.documents.checklistan import checklistan
from gk_assistant.documents.context import COMMON, Context, PaperFault, language_name
from gk_assistant.documents.kallelse import kallelse
from gk_assistant.documents.kort import kort
from gk_assistant.documents.languages import in_language
from gk_assistant.documents.minnesanteckningar import minnesanteckningar
from gk_assistant.documents.model import Audience, Document, Frame
from gk_assistant.documents.planen import planen
from gk_assistant.documents.reflektionen import reflektionen
from gk_assistant.documents.samtalsunderlag import anteckningsblad, samtalsunderlag
from gk_assistant.documents.tjansteanteckning import tjansteanteckning
from gk_assistant.documents.trappan import trappan
from gk_assistant.documents.view import DeltagarView, Expand, as_typed, for_deltagaren
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case
from gk_assistant.domain.papers import LANGUAGES, SWEDISH, PaperText

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
        id="kallelse",
        title="Kallelse",
        about="Inför mötet: dag, vilka som är med, det som händer och det man får välja.",
        audience=Audience.DELTAGAREN,
        make=_told(kallelse),
    ),
    Paper(
        id="kort",
        title="Kort information",
        about="En lättläst sida om vad kartläggningen är. Bara till den som vill ha den.",
        audience=Audience.DELTAGAREN,
        make=_told(kort),
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
    Paper(
        id="begaran",
        title="Underlag för begäran",
        about="Det Försäkringskassan behöver ha klart för att be om en kartläggning.",
        audience=Audience.AKTEN,
        make=begaran,
    ),
    Paper(
        id="checklista",
        title="Checklista",
        about="Före och efter varje möte, avbockad med det som ärendet redan visar.",
        audience=Audience.AKTEN,
        make=lambda case, context, _expand: checklistan(case, context),
    ),
)

PAPERS: Mapping[str, Paper] = MappingProxyType({paper.id: paper for paper in _ALL})
"""Every paper by its id, in the order they are shown."""


def languages(paper_id: str, bank: Bank) -> tuple[str, ...]:
    """Return the codes of the languages that a paper can be made in, Swedish first."""
    wording, common = bank.papers.get(paper_id), bank.papers.get(COMMON)
    if wording is None or common is None:
        return (SWEDISH,)
    others = tuple(code for code in wording.texts if code != SWEDISH and code in common.texts)
    return (SWEDISH, *(others if PAPERS[paper_id].audience is Audience.DELTAGAREN else ()))


def known_languages(bank: Bank) -> dict[str, tuple[str, ...]]:
    """Return the languages beside Swedish that some paper can be made in, each with the ids of those papers."""
    found: dict[str, tuple[str, ...]] = {}
    for paper_id in PAPERS:
        for code in languages(paper_id, bank)[1:]:
            found[code] = (*found.get(code, ()), paper_id)
    return found


def build(  # noqa: PLR0913 - what screens and commands have to say
    paper_id: str,
    case: Case,
    *,
    bank: Bank,
    now: datetime,
    meeting_id: str | None = None,
    expand: Expand = as_typed,
    lang: str = SWEDISH,
) -> Document:
    """Return one paper about a case. Raises :class:`PaperFault` when there is no such paper, meeting or language.

    A paper in another language says so itself when nobody who speaks it has read the text.
    """
    paper = PAPERS.get(paper_id)
    if paper is None:
        raise PaperFault(f"Det finns inget papper som heter {paper_id}. Välj ett av: {', '.join(PAPERS)}.")
    if lang not in (known := languages(paper_id, bank)):
        named = ", ".join(f"{code} ({language_name(code)})" for code in known)
        raise PaperFault(f"{paper.title} finns inte på språket {lang}. Det finns: {named}.")
    context = Context(bank=in_language(bank, lang), now=now, meeting_id=meeting_id, lang=lang)
    document = paper.make(case, context, expand)
    if document.audience is not paper.audience:  # a paper in the wrong class must never leave
        raise PaperFault(f"Papperet {paper_id} är märkt för fel mottagare och skrivs inte ut.")
    wording = bank.papers.get(paper_id)
    version = wording.version if wording else ""
    unread = not is_read(paper_id, bank, lang)
    return replace(
        document,
        remark=" ".join(_remarks(case, context.common, unread=unread)),
        swedish_remark=UNREAD if unread else "",
        lang=LANGUAGES[lang].tag,
        version=version,
        frame=_frame(document.audience, context.common, version),
    )


def is_read(paper_id: str, bank: Bank, lang: str) -> bool:
    """Whether somebody who speaks the language has read the paper's wording and the words that papers share."""
    return lang == SWEDISH or all(bank.papers[name].texts[lang].checked for name in (COMMON, paper_id))


def _frame(audience: Audience, common: PaperText, version: str) -> Frame:
    """Return the words around a paper in its language; only a paper to the deltagare has its class line from there."""
    return Frame(
        class_line=common.say("till_deltagaren") if audience is Audience.DELTAGAREN else audience.line,
        version=common.say("version", version=version) if version.strip() else "",
        page=common.say("sida"),
        of=common.say("av"),
        day=common.say("ort_och_dag"),
        crossed=common.say("kryssat"),
    )


UNREAD: Final = "Översättningen är inte granskad av någon som talar språket."
"""What a paper in another language says in Swedish too, for the officer who hands it over."""


def _remarks(case: Case, common: PaperText, *, unread: bool) -> Iterator[str]:
    """Yield what must stand at the top: that the case is made up, that nobody has checked the translation."""
    if case.fictive:
        yield common.say("exempel")
    if unread:
        yield common.say("ej_granskad")
