"""Read abbreviations out in full: the reading is shown beside, what was typed is never changed.

The list is ``question_bank/lexikon/forkortningar.toml`` (from the project's domain notes, plus everyday ones). Some
are read only next to a number (``e 20 min``, ``2 v``); ambiguous ones (AT, SE, BT, psyk, AP) are settled by the words
around, then by the box, and show their other readings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from gk_assistant.language.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One abbreviation read out: its place in the typed text, its full form, other possible forms."""

    start: int
    end: int
    short: str
    long: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """A text with its abbreviations read out. ``original`` is exactly what was typed."""

    original: str
    text: str
    readings: tuple[Reading, ...] = ()

    @property
    def open_readings(self) -> tuple[Reading, ...]:
        """The readings that may be wrong and should be shown for a choice."""
        return tuple(reading for reading in self.readings if reading.alternatives)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sense:
    long: str
    plural: str = ""
    when: str = ""
    boxes: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


@cache
def _piece() -> Pattern[str]:
    return compile_pattern(
        r"(?<![\w@])(?:[^\W\d_]\.\s?){2,}(?![\w])|\d+(?:[.,:]\d+)*|(?<![\w@.])c:a\b|[^\W\d_]+(?:[-:'’][^\W_]+)*|%"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """The known abbreviations: short form → its senses. Make it with :meth:`from_data`."""

    senses: Mapping[str, tuple[_Sense, ...]] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Abbreviations":
        """Build from the parsed ``forkortningar.toml``; unknown keys are left alone."""
        senses: dict[str, tuple[_Sense, ...]] = {}
        simple = data.get("enkla")
        if isinstance(simple, Mapping):
            senses.update({str(short): (_Sense(long=str(long)),) for short, long in simple.items()})
        for row in _rows(data.get("villkor")):
            sense = _Sense(long=_text(row, "lang"), plural=_text(row, "flertal"), when=_text(row, "nar"))
            short = _text(row, "kort")
            senses[short] = (*senses.get(short, ()), sense)
        for row in _rows(data.get("tvetydig")):
            senses[_text(row, "kort")] = tuple(
                _Sense(
                    long=_text(reading, "lang"),
                    boxes=tuple(str(box) for box in _items(reading.get("rutor"))),
                    cues=tuple(fold(_text(reading, "ord")).split()),
                )
                for reading in _rows(row.get("lasningar"))
            )
        return cls(senses=senses)

    def expand(self, text: str, ruta: str | None = None) -> Expansion:
        """Read out every abbreviation; ``ruta`` is the box the note stands in and helps with ambiguous ones."""
        pieces = [(match[0], match.start(), match.end()) for match in _piece().finditer(text)]
        readings: list[Reading] = []
        for number, (piece, start, end) in enumerate(pieces):
            found = self._senses_of(piece)
            if not found or _inside(text, start, end):
                continue
            before = pieces[number - 1][0] if number else ""
            after = pieces[number + 1][0] if number + 1 < len(pieces) else ""
            chosen = self._choose(found, before, after, text, ruta)
            if chosen is not None:
                readings.append(_reading(chosen, found, text, (start, end), before))
        return Expansion(original=text, text=_written(text, readings), readings=tuple(readings))

    def normal(self, text: str, ruta: str | None = None) -> str:
        """Return the text with those abbreviations read out that stand for one plain word; for the sorting only."""
        plain = [
            reading
            for reading in self.expand(text, ruta).readings
            if " " not in reading.long.strip() or reading.long.startswith((" per ", "på grund"))
        ]
        return _written(text, plain)

    def _senses_of(self, piece: str) -> tuple[_Sense, ...]:
        found = self.senses.get(piece) or self.senses.get(piece.rstrip(" "))
        if found is None:
            low = piece.lower().strip()
            found = self.senses.get(low) or (self.senses.get(low.replace(" ", "")) if "." in low else None)
        return found or ()

    def _choose(self, senses: Sequence[_Sense], before: str, after: str, text: str, ruta: str | None) -> _Sense | None:
        if senses[0].when or senses[0].plural:
            return next((sense for sense in senses if _holds(sense.when, before, after)), None)
        if len(senses) == 1:
            return senses[0]
        around = fold(text).split()
        return max(senses, key=lambda sense: _support(sense, around, ruta))


def _reading(chosen: _Sense, found: Sequence[_Sense], text: str, place: tuple[int, int], before: str) -> Reading:
    start, end = place
    others = tuple(sense.long for sense in found if sense.long != chosen.long and not sense.when)
    if chosen.plural and text[start - 1 : start] == "/":
        return Reading(start=start - 1, end=end, short=text[start - 1 : end], long=f" per {chosen.long}")
    many = chosen.plural and before[:1].isdecimal() and before != "1"
    piece = text[start:end]
    long = _cased(chosen.plural if many else chosen.long, piece, first=start == 0)
    return Reading(start=start, end=end, short=piece, long=long, alternatives=others)


def _support(sense: _Sense, around: Sequence[str], ruta: str | None) -> float:
    return sum(any(word.startswith(cue) for word in around) for cue in sense.cues) + (1.5 if ruta in sense.boxes else 0)


def _holds(when: str, before: str, after: str) -> bool:
    match when:
        case "efter_tal":
            return before[:1].isdecimal()
        case "ej_efter_tal":
            return not before[:1].isdecimal()
        case "fore_tal":
            return after[:1].isdecimal()
        case "ej_fore_tal":
            return not after[:1].isdecimal()
        case _:
            return True


def _inside(text: str, start: int, end: int) -> bool:
    """Tell whether the piece is part of an address, a compound with a hyphen, or a name with initials."""
    return (
        text[start - 1 : start] in ("@", "-", "_", ":")
        or text[end : end + 1] in ("@", "_")
        or text[end : end + 2] == "-"
    )


def _cased(long: str, piece: str, *, first: bool) -> str:
    capital = first and piece[:1].isupper() and not piece.isupper()
    return long[:1].upper() + long[1:] if capital else long


def _written(text: str, readings: Sequence[Reading]) -> str:
    parts: list[str] = []
    at = 0
    for reading in readings:
        parts += [text[at : reading.start], reading.long]
        at = reading.end
        if reading.short.endswith(" "):
            parts.append(" ")
    return "".join(parts) + text[at:]


def _text(row: Mapping[str, object], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else ()


def _rows(value: object) -> list[Mapping[str, object]]:
    return [row for row in _items(value) if isinstance(row, Mapping)]
