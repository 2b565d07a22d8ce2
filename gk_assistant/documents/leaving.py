"""A look over papers before they leave the program: which personal identifiers stand in them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import lru_cache

from gk_assistant.documents.model import Document
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.papers import LANGUAGES, SWEDISH
from gk_assistant.language.identifiers import Finding, Kind, find_identifiers

KIND_WORDS = {
    Kind.PERSONNUMMER: "personnummer",
    Kind.SAMORDNINGSNUMMER: "samordningsnummer",
    Kind.PERSONNUMMER_DEL: "del av personnummer",
    Kind.TELEFON: "telefonnummer",
    Kind.EPOST: "e-postadress",
    Kind.NAMN: "troligt namn",
}
_FRAME = frozenset({"id", "lang", "version", "frame"})
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An identifier, and the titles of the papers that hold it, in the order they were looked over."""

    kind: Kind
    value: str
    where: tuple[str, ...]

    @property
    def line(self) -> str:
        """The identifier, what it is, and where it stands: a line to show."""
        return f"{self.value} ({KIND_WORDS[self.kind]}): {', '.join(self.where)}"

    @property
    def weighty(self) -> bool:
        """Whether it should seldom leave: anything but a name, which a paper needs to say who was there."""
        return self.kind is not Kind.NAMN


def identifiers_in(documents: Iterable[Document], bank: Bank | None = None) -> tuple[Seen, ...]:
    """Return every identifier in some papers, once each: the weighty first, else as they come.

    What the rutor of the ``bank`` are called is nobody's name: Tom ruta, Rutan Vardag. Names are looked for in Swedish
    alone: a paper in another language holds no other names than the Swedish one, and its words are no names.
    """
    return joined(*(_of_paper(document, bank) for document in documents))


def _of_paper(document: Document, bank: Bank | None) -> tuple[Seen, ...]:
    found = _gathered(((document.title, text) for text in _texts(document)), bank)
    swedish = document.lang == LANGUAGES[SWEDISH].tag
    return tuple(seen for seen in found if seen.weighty or swedish)


def identifiers_in_data(title: str, data: object, bank: Bank | None = None) -> tuple[Seen, ...]:
    """Return every identifier in plain data, such as a case's, under a title.

    A moment is none, though the digits of "04:12.883324" can be those of a samordningsnummer.
    """
    return _gathered(((title, text) for text in _texts(data) if not _MOMENT.match(text)), bank)


def joined(*found: Iterable[Seen]) -> tuple[Seen, ...]:
    """Return what several looks found, each identifier once."""
    places: dict[tuple[Kind, str], dict[str, None]] = {}
    for seen in (one for some in found for one in some):
        places.setdefault((seen.kind, seen.value), {}).update(dict.fromkeys(seen.where))
    rows = [Seen(kind=kind, value=value, where=tuple(where)) for (kind, value), where in places.items()]
    return tuple(sorted(rows, key=lambda seen: not seen.weighty))


def _gathered(texts: Iterable[tuple[str, str]], bank: Bank | None) -> tuple[Seen, ...]:
    titles = [name for ruta in bank.rutor for name in (ruta.title, ruta.short)] if bank else []
    things = frozenset(thing for title in titles for thing in (title, f"Rutan {title}"))
    return joined(
        Seen(kind=finding.kind, value=" ".join(finding.value.split()), where=(title,))
        for title, text in texts
        for finding in _found(text)
        if finding.kind is not Kind.NAMN or not _is_of(things, finding, text)
    )


def _is_of(things: Iterable[str], finding: Finding, text: str) -> bool:
    """Tell whether a probable name is part of what a thing is called, where it stands in the text."""
    return any(
        match.start() <= finding.start and finding.end <= match.end()
        for thing in things
        if finding.value in thing
        for match in re.finditer(rf"\b{re.escape(thing)}\b", text)
    )


@lru_cache(maxsize=4_000)
def _found(text: str) -> tuple[Finding, ...]:
    """Return the identifiers of one text; the same notes come again in paper after paper."""
    return find_identifiers(text)


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a paper or in plain data."""
    if isinstance(value, str):
        if value.strip() and not isinstance(value, Enum):
            yield value
        return
    for part in _parts(value):
        yield from _texts(part)


def _parts(value: object) -> Iterator[object]:
    """Yield what a paper or plain data is made of."""
    match value:
        case dict():
            yield from value.values()
        case tuple() | list():
            yield from value
        case _ if is_dataclass(value):
            kept = (one.name for one in fields(value) if not (isinstance(value, Document) and one.name in _FRAME))
            yield from (getattr(value, name) for name in kept)
        case _:
            return
