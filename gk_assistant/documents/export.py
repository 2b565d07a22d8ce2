"""A whole case on its way out: which papers, in which folders, under which names, and what each file is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gk_assistant.documents.forms import Form
from gk_assistant.documents.model import Audience
from gk_assistant.documents.registry import PAPERS, Paper
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting

FOLDERS: Final[Mapping[Audience, str]] = MappingProxyType(
    {Audience.DELTAGAREN: "till-deltagaren", Audience.AKTEN: "for-akten", Audience.INTERNT: "internt"}
)
"""The folder of each class, in the order the index tells of them."""

INDEX_PAGE, INDEX_TEXT = "index.html", "index.txt"
CALENDAR, DATA = "kalender.ics", "arende.json"
_PER_MEETING = frozenset({"minnesanteckningar", "reflektion", "tjansteanteckning"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One paper of the export, and the meeting it is about where there are several."""

    paper: Paper
    meeting: Meeting | None = None

    @property
    def title(self) -> str:
        """What it is called in the index."""
        return f"{self.paper.title}, {self.meeting.title}" if self.meeting else self.paper.title

    def place(self, form: Form) -> str:
        """Return its file's place in the folder, with ``/`` between the parts."""
        stem = f"{self.paper.id}-{self.meeting.title.lower()}" if self.meeting else self.paper.id
        return f"{FOLDERS[self.paper.audience]}/{stem}.{form.ending}"


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


def sheets(case: Case) -> tuple[Sheet, ...]:
    """Return the papers of a case; one that is about a meeting is there once for each meeting with notes."""
    held = [meeting for meeting in case.meetings if meeting.live_notes]
    found: list[Sheet] = []
    for paper in PAPERS.values():
        if paper.id in _PER_MEETING and len(held) > 1:
            found += [Sheet(paper=paper, meeting=meeting) for meeting in held]
        else:
            found.append(Sheet(paper=paper))
    return tuple(found)


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
            about=sheet.paper.about,
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
