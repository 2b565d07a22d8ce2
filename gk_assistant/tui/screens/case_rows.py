"""The rows of the case's page, made from the case alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gk_assistant.conversation.keeping import WITHOUT_SGI
from gk_assistant.documents.dates import clock_time, local_to
from gk_assistant.documents.names import CHOSEN_BY
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case, Consent, ConsentKind
from gk_assistant.domain.meetings import Meeting, Participant
from gk_assistant.tui.wording import CASE_KINDS, ROLES, day_words


class What(StrEnum):
    """What a row is about."""

    ETIKETT = "etikett"
    ERSATTNING = "ersattning"
    SGI = "sgi"
    BEGARAN = "begaran"
    SAMTYCKE = "samtycke"
    DAG = "dag"
    TID = "tid"
    PLATS = "plats"
    NARVARANDE = "narvarande"
    LAGG_TILL = "lagg_till"
    LAGE = "lage"
    FORSTA_RUTAN = "forsta_rutan"
    BESLUT = "beslut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: what it is about, its words, and more about it for the side.

    ``meeting``, ``person`` and ``consent`` say which one is meant; ``warn`` asks for a second look.
    """

    what: What
    label: str
    value: str
    about: str = ""
    meeting: str | None = None
    person: int | None = None
    consent: ConsentKind | None = None
    warn: bool = False

    @property
    def id(self) -> str:
        """The row's own name, the same as long as what it is about is there."""
        return "-".join(str(part) for part in (self.what, self.meeting, self.person, self.consent) if part is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows under a heading."""

    title: str
    rows: tuple[Row, ...]


SGI_WORDS = {True: "ja", False: "nej", None: "vet inte"}
CONSENTS = {ConsentKind.GK: "Samtycke till GK", ConsentKind.SUS: "Samtycke till SUS"}
NOT_YET = "–"


def sections(case: Case, bank: Bank, now: datetime) -> tuple[Section, ...]:
    """Return the page: the case, its consents, and each meeting, the latest first."""
    meetings = tuple(
        Section(title=meeting.title, rows=tuple(_meeting_rows(meeting, bank, now)))
        for meeting in reversed(case.meetings)
    )
    return (
        Section(title="Ärendet", rows=tuple(_case_rows(case))),
        Section(title="Samtycken", rows=tuple(_consent_row(case.consent(kind), bank) for kind in ConsentKind)),
        *meetings,
    )


def _case_rows(case: Case) -> Iterator[Row]:
    yield Row(
        what=What.ETIKETT,
        label="Etikett",
        value=case.label,
        about="Ett ord du känner igen ärendet på. Aldrig ett personnummer.",
    )
    yield Row(
        what=What.ERSATTNING,
        label="Ersättning",
        value=CASE_KINDS[case.kind],
        about="Styr frågornas vinkel och hur lång planen får vara: tre månader vid sjukpenning.",
    )
    yield Row(
        what=What.SGI,
        label="SGI",
        value=SGI_WORDS[case.sgi] + (": tänk på överlämningsmöte" if case.sgi is False else ""),
        about=WITHOUT_SGI if case.sgi is False else "Sjukpenninggrundande inkomst.",
        warn=case.sgi is False,
    )
    yield Row(
        what=What.BEGARAN,
        label="Begäran om GK",
        value=day_words(case.request_day) if case.request_day else NOT_YET,
        about="Dagen då någon bad om en gemensam kartläggning.",
    )


def _consent_row(consent: Consent, bank: Bank) -> Row:
    about = next((row for row in bank.plan.consents if row.id == consent.kind), None)
    words = [f"{about.title}. {about.explanation}"] if about else []
    if not consent.valid:
        words.append("Dela inga uppgifter med varandra innan samtycket finns.")
    return Row(
        what=What.SAMTYCKE,
        label=CONSENTS[consent.kind],
        value=consent_words(consent),
        about=" ".join(words),
        consent=consent.kind,
        warn=not consent.valid,
    )


def consent_words(consent: Consent) -> str:
    """Return a consent as one says it: when given, who collected it, and whether it has been withdrawn."""
    if consent.given is None and consent.withdrawn is None:
        return "saknas"
    collected = f", {ROLES[consent.collected_by]} tog emot" if consent.collected_by else ""
    if consent.withdrawn is not None:
        return f"återkallat {_short(consent.withdrawn)} (gavs {_short(consent.given)}{collected})"
    return f"gavs {_short(consent.given)}{collected}"


def _short(day: date | None) -> str:
    return day_words(day).partition(" ")[2] if day else "okänt datum"


def _meeting_rows(meeting: Meeting, bank: Bank, now: datetime) -> Iterator[Row]:
    key = meeting.id
    yield Row(what=What.LAGE, label="Läge", value=state_words(meeting, now), meeting=key, about="Enter visar vägarna.")
    yield Row(
        what=What.DAG,
        label="Dag",
        value=day_words(meeting.day),
        meeting=key,
        about="Skriv som du säger det: 3/12, torsdag, om två veckor, torsdag kl 10.",
    )
    yield Row(what=What.TID, label="Tid", value=meeting.time or NOT_YET, meeting=key, about="När mötet börjar.")
    yield Row(
        what=What.PLATS,
        label="Plats",
        value=meeting.place or NOT_YET,
        meeting=key,
        about="Ett lugnt rum med ett bord för alla.",
    )
    yield from _people(meeting)
    if meeting.first_box is not None:
        yield Row(
            what=What.FORSTA_RUTAN,
            label="Första rutan",
            value=f"{_title(bank, meeting.first_box.ruta)}, {CHOSEN_BY[meeting.first_box.by]}",
            meeting=key,
            about="Vem som valde var samtalet började. Det skrivs av sig självt i samtalet.",
        )
    decision = meeting.reflection.decision
    if decision is not None:
        title = next((row.title for row in bank.plan.decisions if row.id == decision), decision.value)
        yield Row(what=What.BESLUT, label="Beslut", value=title, meeting=key, about="Beslutet ändras i reflektionen.")


def _people(meeting: Meeting) -> Iterator[Row]:
    for number, person in enumerate(meeting.participants):
        yield Row(
            what=What.NARVARANDE,
            label="Med på mötet" if number == 0 else "",
            value=person_words(person),
            meeting=meeting.id,
            person=number,
            about="Enter ändrar. Delete tar bort.",
        )
    yield Row(
        what=What.LAGG_TILL,
        label="" if meeting.participants else "Med på mötet",
        value="+ lägg till",
        meeting=meeting.id,
        about="Vilka som sitter i rummet. Namnet får vara tomt.",
    )


def person_words(person: Participant) -> str:
    """Return somebody's role, and the name where there is one."""
    return f"{ROLES[person.role]}: {person.name}" if person.name else ROLES[person.role]


def state_words(meeting: Meeting, now: datetime) -> str:
    """Return whether a meeting has been held, and how it went."""
    if not meeting.clock:
        notes = len(meeting.live_notes)
        return f"inte hållet, {notes} anteckningar" if notes else "inte hållet"
    started = clock_time(local_to(meeting.clock[0].at, now))
    breaks = {0: "", 1: ", 1 paus"}.get(meeting.breaks, f", {meeting.breaks} pauser")
    if meeting.ended_at is None:
        return f"pågår sedan {started}{breaks}"
    ended = clock_time(local_to(meeting.ended_at, now))
    times = f" {started}–{ended}" if started != ended else ""
    return f"hållet{times}{breaks}, {len(meeting.live_notes)} anteckningar"


def _title(bank: Bank, ruta_id: str) -> str:
    try:
        return bank.ruta(ruta_id).title
    except KeyError:
        return ruta_id


def all_rows(page: Iterable[Section]) -> tuple[Row, ...]:
    """Return the rows of every section in one row."""
    return tuple(row for section in page for row in section.rows)
