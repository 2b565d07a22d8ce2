"""A look over papers before they leave the program: which personal identifiers stand in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import lru_cache

from gk_assistant.documents.model import Document
from gk_assistant.language.identifiers import Kind, find_identifiers

KIND_WORDS = {
    Kind.PERSONNUMMER: "personnummer",
    Kind.SAMORDNINGSNUMMER: "samordningsnummer",
    Kind.PERSONNUMMER_DEL: "del av personnummer",
    Kind.TELEFON: "telefonnummer",
    Kind.EPOST: "e-postadress",
    Kind.NAMN: "troligt namn",
}
_FRAME = frozenset({"id", "lang", "version", "frame"})


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


def identifiers_in(documents: Iterable[Document]) -> tuple[Seen, ...]:
    """Return every identifier in some papers, once each: the weighty first, else as they come."""
    return _gathered((document.title, text) for document in documents for text in _texts(document))


def identifiers_in_data(title: str, data: object) -> tuple[Seen, ...]:
    """Return every identifier in plain data, such as a case's, under a title."""
    return _gathered((title, text) for text in _texts(data))


def joined(*found: Iterable[Seen]) -> tuple[Seen, ...]:
    """Return what several looks found, each identifier once."""
    places: dict[tuple[Kind, str], dict[str, None]] = {}
    for seen in (one for some in found for one in some):
        places.setdefault((seen.kind, seen.value), {}).update(dict.fromkeys(seen.where))
    rows = [Seen(kind=kind, value=value, where=tuple(where)) for (kind, value), where in places.items()]
    return tuple(sorted(rows, key=lambda seen: not seen.weighty))


def _gathered(texts: Iterable[tuple[str, str]]) -> tuple[Seen, ...]:
    return joined(Seen(kind=kind, value=value, where=(title,)) for title, text in texts for kind, value in _found(text))


@lru_cache(maxsize=4_000)
def _found(text: str) -> tuple[tuple[Kind, str], ...]:
    """Return the identifiers of one text; the same notes come again in paper after paper."""
    return tuple((finding.kind, " ".join(finding.value.split())) for finding in find_identifiers(text))


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
