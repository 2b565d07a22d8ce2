"""Find personal identifiers typed by mistake: personal numbers, telephone, e-mail, and probable names.

The program needs none of them (domain notes: a case has a label that the user chooses); they are pointed out,
nothing is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gk_assistant.language.contact_details import find_mail, find_telephones
from gk_assistant.language.person_names import find_names
from gk_assistant.language.personal_numbers import find_last_four, find_personal_numbers
from gk_assistant.language.shadow import shadow_of


class Kind(StrEnum):
    """What an identifier is; the values are the promised ``typ``."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    PERSONNUMMER_DEL = "personnummer_del"
    TELEFON = "telefon"
    EPOST = "epost"
    NAMN = "namn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An identifier as typed, and where it stands: ``text[start:end] == value``."""

    kind: Kind
    value: str
    start: int
    end: int


def find_identifiers(text: str) -> tuple[Finding, ...]:
    """Return the identifiers in a text in order, none inside another; places are counted in code points."""
    shadow = shadow_of(text)
    taken: list[tuple[int, int, Kind]] = []
    for start, end, kind in _candidates(shadow.text):
        if all(end <= low or start >= high for low, high, _ in taken):
            taken.append((start, end, kind))
    found: list[Finding] = []
    for low, high, kind in sorted(taken):
        start, end = shadow.place(low, high)
        found.append(Finding(kind=kind, value=text[start:end], start=start, end=end))
    return tuple(found)


def _candidates(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Yield what may be an identifier, the surest kind first."""
    for start, end in find_mail(text):
        yield start, end, Kind.EPOST
    if any(char.isdigit() for char in text):
        for number in find_personal_numbers(text):
            yield number.start, number.end, Kind.SAMORDNINGSNUMMER if number.coordination else Kind.PERSONNUMMER
        for start, end in find_telephones(text):
            yield start, end, Kind.TELEFON
        for start, end in find_last_four(text):
            yield start, end, Kind.PERSONNUMMER_DEL
    for start, end in find_names(text):
        yield start, end, Kind.NAMN
