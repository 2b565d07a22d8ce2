"""A note and everything known about it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Heading(StrEnum):
    """The four ICF headings of the reflection; a note without one is *osäker*."""

    KROPP = "kropp"
    AKTIVITET = "aktivitet"
    OMGIVNING = "omgivning"
    PERSON = "person"


class Mark(StrEnum):
    """What a note says about the matter: set by the user with one key, or suggested by the sorting.

    ``NEUTRAL`` is only ever suggested; ``FOLJ_UPP`` and ``EJ_AKTUELLT`` are only ever set by the user.
    """

    FUNGERAR = "fungerar"
    HINDER = "hinder"
    BEHOV = "behov"
    FOLJ_UPP = "folj_upp"
    EJ_AKTUELLT = "ej_aktuellt"
    NEUTRAL = "neutral"


MARK_SIGNS: dict[str, Mark] = {
    "+": Mark.FUNGERAR,
    "-": Mark.HINDER,
    "!": Mark.BEHOV,
    "?": Mark.FOLJ_UPP,
    "0": Mark.EJ_AKTUELLT,
}
"""The keys of the marks a user can set, in the order they are shown."""


def sign_of(mark: Mark | None) -> str:
    """Return the sign that stands for a mark; a middle dot for none and for neutral."""
    return next((sign for sign, known in MARK_SIGNS.items() if known is mark), "·")


MARK_CHANGE = "märke"
"""What a note's history calls a mark that was changed by hand after the note was taken."""


class Voice(StrEnum):
    """Whose words a note holds: the case file keeps them apart (M)."""

    BERATTAT = "berattat"
    EGNA_ORD = "egna_ord"
    INTYG = "intyg"
    BEDOMNING = "bedomning"


class Role(StrEnum):
    """A part that somebody has in the meeting."""

    FK = "fk"
    AF = "af"
    DELTAGARE = "deltagare"
    SPECIALIST = "specialist"
    STODPERSON = "stodperson"
    TOLK = "tolk"
    ARBETSGIVARE = "arbetsgivare"
    VARD = "vard"
    ANNAN = "annan"


class Origin(StrEnum):
    """Where a heading comes from: suggested by the program, or chosen by the user."""

    AUTO = "auto"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """Where a note belongs under the headings, and why.

    ``heading`` is ``None`` when the note is *osäker*; ``certainty`` is 0–1; ``reason`` is one Swedish clause;
    ``mark`` is the suggested mark; ``icf`` up to three codes, a second suggestion only; ``about`` what kinds of things
    its words name (the lexicon's *slag*), in order.
    """

    heading: Heading | None
    origin: Origin = Origin.AUTO
    reason: str = ""
    certainty: float = 0.0
    second: Heading | None = None
    mark: Mark | None = None
    icf: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEdit:
    """One earlier state of a note: when it was changed, what was done, and what stood there before."""

    at: datetime
    change: str
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One answer, as it was taken down.

    ``text`` is kept as typed; it may be empty when only a mark was set, and then ``topic`` (the question's subject)
    says what the mark is about. ``at`` is timezone-aware. ``question`` is ``ruta/id`` of the question on screen and
    ``asked`` its wording, so that the note can be read even if the bank changes. A struck note is kept, not shown.
    """

    id: str
    ruta: str
    text: str
    at: datetime
    author: Role = Role.FK
    mark: Mark | None = None
    voice: Voice = Voice.BERATTAT
    topic: str = ""
    question: str | None = None
    asked: str = ""
    sorting: Sorting | None = None
    struck: bool = False
    history: tuple[NoteEdit, ...] = ()

    @property
    def own_words(self) -> bool:
        """Whether the note is a quotation of the deltagare."""
        return self.voice is Voice.EGNA_ORD

    @property
    def says(self) -> str:
        """The text, or the question's subject when the note is a bare mark."""
        return self.text or self.topic or self.asked

    @property
    def heading(self) -> Heading | None:
        """The heading it stands under now; ``None`` is *osäker*."""
        return self.sorting.heading if self.sorting else None

    @property
    def shown_mark(self) -> Mark | None:
        """The user's mark, else the suggested one."""
        if self.mark is not None:
            return self.mark
        return self.sorting.mark if self.sorting else None

    def rewritten(self, text: str, *, at: datetime, mark: Mark | None, sorting: Sorting | None) -> "Note":
        """Return the note with new words, the old ones kept in its history."""
        edit = NoteEdit(at=at, change="ändrad", before=self.text)
        return replace(self, text=text, mark=mark, sorting=sorting, history=(*self.history, edit))

    def moved(self, ruta: str, *, at: datetime, sorting: Sorting | None) -> "Note":
        """Return the note in another ruta."""
        edit = NoteEdit(at=at, change="flyttad", before=self.ruta)
        return replace(self, ruta=ruta, sorting=sorting, history=(*self.history, edit))

    def placed(self, heading: Heading | None, *, at: datetime) -> "Note":
        """Return the note under a heading that the user has chosen."""
        before = self.heading.value if self.heading else "osäker"
        known = self.sorting or Sorting(heading=None)
        sorting = replace(known, heading=heading, origin=Origin.OWN, certainty=1.0)
        return replace(self, sorting=sorting, history=(*self.history, NoteEdit(at=at, change="rubrik", before=before)))

    def marked(self, mark: Mark | None, *, at: datetime) -> "Note":
        """Return the note with another mark."""
        before = self.mark.value if self.mark else ""
        return replace(self, mark=mark, history=(*self.history, NoteEdit(at=at, change=MARK_CHANGE, before=before)))

    def struck_out(self, *, at: datetime) -> "Note":
        """Return the note taken away: kept in the file, shown nowhere."""
        return replace(self, struck=True, history=(*self.history, NoteEdit(at=at, change="struken", before=self.text)))
