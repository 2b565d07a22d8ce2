"""The sorting's lexicon, built from the parsed files of ``question_bank/lexikon``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.term_packing import packed_of
from gk_assistant.language.terms import TermIndex


class Tone(Enum):
    """What a word says about the mark when nothing denies it: see ``ton`` in ``rubriker.toml``."""

    GOOD = "+"
    BAD = "-"
    PLAIN = "0"
    DOING = "v"


class Group(NamedTuple):
    """A group of words that speak for one heading."""

    id: str
    heading: Heading | None
    label: str
    weight: float
    tone: Tone
    kind: str


class Box(NamedTuple):
    """How likely each heading is in a ruta before any word is weighed, and its notes' mark when no word tells."""

    title: str
    prior: Mapping[Heading, float]
    otherwise: Mapping[Heading, Mark]


class Cue(Enum):
    """What a marking word does."""

    NEED = "behov"
    NO_NEED = "ej_behov"
    GOOD = "fungerar"
    BAD = "hinder"
    RELIEF = "lattnad"
    NONE = "utan_ton"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All that the sorting knows of words."""

    terms: TermIndex[Group]
    cues: TermIndex[Cue]
    boxes: Mapping[str, Box]

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, object]]) -> "Lexicon":
        """Build from the files ``rubriker``, ``ordforrad`` and ``markning``; a missing file makes an empty part.

        ``index`` beside them, as :func:`~gk_assistant.language.ready.ready_lexicon` lays it, is used as it is.
        """
        headings, wider = data.get("rubriker", {}), data.get("ordforrad", {})
        marks, index = data.get("markning", {}), data.get("index", {})
        common = frozenset(text_of(data.get("vanliga", {}), "ord").split())
        return cls(
            terms=TermIndex(
                ((_group(row), text_of(row, "ord")) for table in (headings, wider) for row in rows_of(table, "grupp")),
                common=common,
                packed=packed_of(index, "ord"),
            ),
            cues=TermIndex(
                ((cue, text_of(part, "ord")) for cue in Cue if isinstance(part := marks.get(cue.value), Mapping)),
                compounds=False,
                packed=packed_of(index, "markning"),
            ),
            boxes={text_of(row, "id"): _box(row) for row in rows_of(headings, "ruta")},
        )


def rows_of(data: Mapping[str, object], key: str) -> Sequence[Mapping[str, object]]:
    """Return the tables of an array of tables; an empty tuple when it is not there."""
    value = data.get(key)
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, (list, tuple)) else ()


def text_of(row: Mapping[str, object], key: str) -> str:
    """Return a text value; an empty text when it is not there."""
    value = row.get(key)
    return value if isinstance(value, str) else ""


def number_of(row: Mapping[str, object], key: str) -> float:
    """Return a number; 0 when it is not there."""
    value = row.get(key)
    return float(value) if isinstance(value, (int, float)) else 0.0


def _group(row: Mapping[str, object]) -> Group:
    heading = text_of(row, "rubrik")
    return Group(
        id=text_of(row, "id"),
        heading=Heading(heading) if heading else None,
        label=text_of(row, "etikett"),
        weight=number_of(row, "vikt"),
        tone=Tone(text_of(row, "ton") or "0"),
        kind=text_of(row, "slag"),
    )


def _box(row: Mapping[str, object]) -> Box:
    signs = text_of(row, "annars").ljust(len(Heading), "0")
    return Box(
        title=text_of(row, "titel"),
        prior={heading: number_of(row, heading.value) for heading in Heading},
        otherwise={
            heading: {"+": Mark.FUNGERAR, "-": Mark.HINDER}.get(sign, Mark.NEUTRAL)
            for heading, sign in zip(Heading, signs, strict=False)
        },
    )
