"""The document model: a paper as frozen values, the same for terminal, text, Markdown and later PDF, DOCX and HTML.

Text in a block is always literal: no markup of any form is read out of it. It may hold anything a person has typed or
pasted; the rendering floor makes it safe. Every picture carries ``alt``, its meaning in words.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gk_assistant.documents.dates import MONTHS
from gk_assistant.documents.plots import LinePlot


class Audience(StrEnum):
    """Whom a paper is for. The three classes are never mixed (H)."""

    INTERNT = "internt"
    DELTAGAREN = "deltagaren"
    AKTEN = "akten"

    @property
    def line(self) -> str:
        """The line that stands at the top of every paper of the class."""
        return _CLASS_LINES[self]


_CLASS_LINES = {
    Audience.INTERNT: "Internt arbetsstöd – lämnas inte ut till deltagaren",
    Audience.DELTAGAREN: "Till deltagaren",
    Audience.AKTEN: "För akten",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside the paper; level 1 is a section, 2 a part of it. ``new_page`` begins a page of its own."""

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text. ``quiet`` is small print."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list; ``label`` says in a word or two what its items have in common, ``sign`` stands beside the label."""

    items: tuple[str, ...]
    label: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's own words, kept as they were said."""

    text: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and its value; an empty value is a line to write on."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels and values under each other."""

    pairs: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a header. Empty cells in an otherwise empty row are room to write in."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A box to put a cross in; ``minor`` is one between two steps."""

    text: str
    detail: str = ""
    minor: bool = False
    crossed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Boxes to put a cross in, one a line; ``detail_title`` says what the details are."""

    items: tuple[Tick, ...]
    caption: str = ""
    detail_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stair:
    """One step of a drawn staircase."""

    number: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cross:
    """A cross on the staircase: on a step, or half-way to the next. ``told`` is its day in words, else Swedish."""

    step: float
    day: date
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staircase:
    """A drawn staircase with the crosses put so far, the oldest first; ``between`` stands for half-way."""

    steps: tuple[Stair, ...]
    alt: str
    crosses: tuple[Cross, ...] = ()
    between: str = "mellan"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMark:
    """Something that happens on a day. ``kind`` is "steg", "kontroll" or "uppföljning".

    ``told`` is the day in words, else as in Swedish.
    """

    day: date
    label: str
    kind: str = "steg"
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An end of a time line: what it is called, and its day in words, else as in Swedish."""

    label: str
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTimeline:
    """A drawn time line from start to end with what happens on it; ``months`` are the names of all twelve.

    ``part`` takes the place of ``alt``, before the marks, where there are too many for one picture.
    """

    start: date
    end: date
    alt: str
    marks: tuple[TimeMark, ...] = ()
    begins: Edge = Edge(label="Planen börjar")
    ends: Edge = Edge(label="Planen slutar")
    part: str = "En tidslinje, del {del} av {antal}."
    week: str = "Vecka"
    week_short: str = "v."
    months: tuple[str, ...] = MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteLines:
    """Empty lines for handwriting."""

    label: str = ""
    count: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLines:
    """A line to sign on for each, with room for place and day."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One coloured ruta. Never colour alone: sign and title always stand in it. ``light``/``dark`` are ``#rrggbb``."""

    title: str
    sign: str
    text: str = ""
    key: str = ""
    light: str = ""
    dark: str = ""
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """The rutor as a picture. ``lines`` in a box is room for that many lines of handwriting."""

    boxes: tuple[Box, ...]
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What signs mean."""

    pairs: tuple[tuple[str, str], ...]
    label: str = ""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Quote
    | Facts
    | Table
    | Ticks
    | Staircase
    | PlanTimeline
    | WriteLines
    | SignatureLines
    | Boxes
    | Legend
    | LinePlot
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The few words around a paper, in its language; ``class_line`` and ``version`` are left out where empty."""

    class_line: str = ""
    version: str = ""
    page: str = "Sida"
    of: str = "av"
    day: str = "Ort och dag"
    crossed: str = "kryssat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper. ``remark`` is a line under the class line, such as that the case is made up.

    ``lang`` is a language tag (BCP 47); the forms take the direction of writing from it. ``version`` is that of the
    fixed wording. ``swedish_remark`` is more to remark, in Swedish whatever the paper's own language is. ``large`` is
    one sheet before any new page, in as large a print as it has room for.
    """

    id: str
    title: str
    audience: Audience
    blocks: tuple[Block, ...]
    subtitle: str = ""
    remark: str = ""
    swedish_remark: str = ""
    lang: str = "sv-SE"
    version: str = ""
    frame: Frame = Frame()
    large: bool = False

    @property
    def class_line(self) -> str:
        """Whom the paper is for, in its language."""
        return self.frame.class_line or self.audience.line

    @property
    def remarks(self) -> str:
        """Both remarks, as one line."""
        return " ".join(part for part in (self.remark, self.swedish_remark) if part.strip())
