"""A whole case on its way out: which papers, in which folders, under which names, and what each file is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gk_assistant.documents.context import language_name
from gk_assistant.documents.forms import Form
from gk_assistant.documents.model import Audience
from gk_assistant.documents.registry import PAPERS, UNREAD, Paper, is_read, languages
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.papers import SWEDISH

FOLDERS: Final[Mapping[Audience, str]] = MappingProxyType(
    {Audience.DELTAGAREN: "till-deltagaren", Audience.AKTEN: "for-akten", Audience.INTERNT: "internt"}
)
"""The folder of each class, in the order the index tells of them."""

INDEX_PAGE, INDEX_TEXT = "index.html", "index.txt"
CALENDAR, DATA = "kalender.ics", "arende.json"
_PER_MEETING = frozenset({"minnesanteckningar", "reflektion", "tjansteanteckning"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One paper of the export: the meeting it is about where there are several, and its language.

    ``version`` is that of its wording; ``unread`` is whether nobody who speaks the language has read the translation.
    """

    paper: Paper
    meeting: Meeting | None = None
    lang: str = SWEDISH
    version: str = ""
    unread: bool = False

    @property
    def title(self) -> str:
        """What it is called in the index."""
        about = f", {self.meeting.title}" if self.meeting else ""
        language = f", på {language_name(self.lang)}" if self.lang != SWEDISH else ""
        return f"{self.paper.title}{about}{language}"

    @property
    def about(self) -> str:
        """What the index says of it: what it is for, which wording it has, and that nobody has read it."""
        wording = f"Texten har version {self.version}." if self.version.strip() else ""
        return " ".join(part for part in (self.paper.about, wording, UNREAD if self.unread else "") if part)

    def place(self, form: Form) -> str:
        """Return its file's place in the folder, with ``/`` between the parts."""
        meeting = (self.meeting.title.lower(),) if self.meeting else ()
        language = (self.lang,) if self.lang != SWEDISH else ()
        return f"{FOLDERS[self.paper.audience]}/{'-'.join((self.paper.id, *meeting, *language))}.{form.ending}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the index: a thing, what it is for, and its files, each by what its form is called."""

    title: str
    about: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The rows of the index that are for the same readers."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What lies in the folder."""

    title: str
    made: str
    sections: tuple[Section, ...]


def sheets(case: Case, bank: Bank, others: Sequence[str] = ()) -> tuple[Sheet, ...]:
    """Return the papers of a case; one that is about a meeting is there once for each meeting with notes.

    After each Swedish paper to the deltagare it comes in those of the ``others`` (codes of languages) that it has.
    """
    held = [meeting for meeting in case.meetings if meeting.live_notes]
    return tuple(
        Sheet(
            paper=paper,
            meeting=meeting,
            lang=lang,
            version=bank.papers[paper.id].version,
            unread=not is_read(paper.id, bank, lang),
        )
        for paper in PAPERS.values()
        for meeting in (held if paper.id in _PER_MEETING and len(held) > 1 else (None,))
        for lang in (SWEDISH, *(code for code in languages(paper.id, bank) if code in others and code != SWEDISH))
    )


def index(label: str, made: str, papers: tuple[Sheet, ...], forms: tuple[Form, ...], *, calendar: bool) -> Index:
    """Return the index of an export; ``made`` says in words when it was made."""
    sections = [_section(audience, papers, forms) for audience in FOLDERS]
    return Index(
        title=f"Papper: {label}" if label.strip() else "Papper",
        made=made,
        sections=(*(section for section in sections if section.entries), _other(calendar=calendar)),
    )


def _section(audience: Audience, papers: tuple[Sheet, ...], forms: tuple[Form, ...]) -> Section:
    entries = tuple(
        Entry(
            title=sheet.title,
            about=sheet.about,
            files=tuple((form.title, sheet.place(form)) for form in forms),
        )
        for sheet in papers
        if sheet.paper.audience is audience
    )
    return Section(title=audience.line, entries=entries)


def _other(*, calendar: bool) -> Section:
    return Section(title="Övrigt", entries=tuple(_other_entries(calendar=calendar)))


def _other_entries(*, calendar: bool) -> Iterator[Entry]:
    if calendar:
        about = "Möten och dagar i planen, att öppna i kalendern. Titlarna säger inget om vad de gäller."
        yield Entry(title="Kalender", about=about, files=(("Kalenderfil", CALENDAR),))
    about = "Alla uppgifter i ärendet, för andra program. Också det interna: lämna inte ut filen."
    yield Entry(title="Ärendets uppgifter", about=about, files=(("JSON", f"{FOLDERS[Audience.INTERNT]}/{DATA}"),))
