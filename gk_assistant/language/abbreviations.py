"""Read abbreviations out in full: the reading is shown beside, what was typed is never changed.

The list is ``question_bank/lexikon/forkortningar.toml`` (from the project's domain notes, plus everyday ones). Some
are read only under a condition (``e 20 min``, ``2 v``, ``tom 1/5``); ambiguous ones (AT, SE, BT, psyk, AP) are settled
by the words around, then by the box. When neither tells, all their readings are written out and left for a choice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gk_assistant.language.amounts import Amount, amounts_in
from gk_assistant.language.codes import code_places
from gk_assistant.language.reading import Reading, ambiguous, cased, fits, inside_word, made, plain
from gk_assistant.language.short_forms import Form, ShortForms
from gk_assistant.language.surroundings import Piece, Place, pieces_of

_SORTED_PHRASES = frozenset(("på grund av", "varannan vecka"))


class Expansion(NamedTuple):
    """A text with its abbreviations read out. ``original`` is exactly what was typed."""

    original: str
    text: str
    readings: tuple[Reading, ...] = ()

    @property
    def open_readings(self) -> tuple[Reading, ...]:
        """The readings that may be wrong and should be shown for a choice."""
        return tuple(reading for reading in self.readings if reading.alternatives)


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """The known abbreviations. Make it with :meth:`from_data`."""

    known: ShortForms = field(default_factory=ShortForms)

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Abbreviations":
        """Build from the parsed ``forkortningar.toml``; unknown keys are left alone."""
        return cls(known=ShortForms.from_data(data))

    def expand(self, text: str, ruta: str | None = None) -> Expansion:
        """Read out every abbreviation; ``ruta`` is the box the note stands in and helps with ambiguous ones."""
        readings = self._readings(text, ruta)
        return Expansion(original=text, text=_written(text, readings), readings=tuple(readings))

    def normal(self, text: str, ruta: str | None = None) -> str:
        """Return the text with those abbreviations read out that stand for one plain word; for the sorting only."""
        plain = [
            reading
            for reading in self._readings(text, ruta, guess=True)
            if " " not in reading.long.strip()
            or reading.short[:1] in "/0123456789xX"
            or reading.long in _SORTED_PHRASES
        ]
        return _written(text, plain)

    def _readings(self, text: str, ruta: str | None, *, guess: bool = False) -> list[Reading]:
        readings = [_amount(text, amount) for amount in amounts_in(text)]
        spans = [(reading.start, reading.end) for reading in readings] + list(code_places(text))
        line = _Line(text=text, pieces=pieces_of(text), ruta=ruta, guess=guess)
        at = 0
        while at < len(line.pieces):
            piece = line.pieces[at]
            used = 1
            if piece.text[0].isalpha() and not any(start <= piece.start < end for start, end in spans):
                found = self._compound(line, at) or self._form_at(line, at) or self._last_part(line, at)
                if found is not None:
                    readings.append(found)
                    used = sum(found.start <= other.start < found.end for other in line.pieces[at : at + 8]) or 1
            at += used
        return sorted(readings, key=lambda reading: reading.start)

    def _form_at(self, line: "_Line", at: int, *, joined: bool = False) -> Reading | None:
        """Read the short form that begins with a piece; ``joined``: as the last part of a compound."""
        for form in self.known.of(line.pieces[at].low):
            if not fits(form, line.text, line.pieces, at):
                continue
            place = Place(line.text, line.pieces, at, at + len(form.pieces) - 1)
            if not self._cased_right(form, place.typed) or (inside_word(place) and not joined):
                continue
            read = ambiguous if form.ambiguous else plain
            found = read(form, place, line.ruta, guess=line.guess or joined)
            if found is not None:
                return found
        return None

    def _cased_right(self, form: Form, typed: str) -> bool:
        """Tell whether the letters' case fits: exact where the list has capitals, and words such as SJ are no *sj*."""
        if form.exact:
            return _tight(typed) == _tight(form.exact)
        if len(form.pieces) > 1 and typed[1:].lower() != typed[1:] and not typed.isupper():
            return False
        return len(typed) == 1 or not (typed.isupper() and typed.lower() in self.known.small_only)

    def _compound(self, line: "_Line", at: int) -> Reading | None:
        """Read the first part of a compound with a hyphen: ``AT-plats``, ``AF-handl``, ``arb.tid``."""
        text, piece = line.text, line.pieces[at]
        pattern = self.known.compounds.get(piece.text) or self.known.compounds.get(piece.low)
        if pattern is None or inside_word(Place(text, line.pieces, at, at), right=False):
            return None
        sign, following = text[piece.end : piece.end + 1], text[piece.end + 1 : piece.end + 2]
        if sign != "-" and not (sign == "." and following.isalpha() and " " not in pattern):
            return None
        if following.isalpha():
            tail, after = self._form_at(line, at + 1, joined=True), line.pieces[at + 1]
            rest, end = (tail.long, tail.end) if tail is not None else (after.text, after.end)
        else:
            rest, end = "", piece.end + 1
        long = cased(pattern.replace("{}", rest).strip(), piece.text, opens=at == 0)
        return Reading(start=piece.start, end=end, short=text[piece.start : end], long=long)

    def _last_part(self, line: "_Line", at: int) -> Reading | None:
        """Read the last part of a longer word: ``smärtmott``, ``IT-utb``."""
        piece = line.pieces[at]
        if not piece.low.endswith(self.known.last_endings):
            return None
        place = Place(line.text, line.pieces, at, at)
        hyphen = line.text[max(piece.start - 2, 0) : piece.start]
        after_hyphen = hyphen[-1:] == "-" and hyphen[:1].isalpha()
        for part, long in self.known.last_parts.items():
            if piece.low.endswith(part) and (after_hyphen if piece.low == part else len(piece.low) > len(part) + 1):
                if inside_word(place) and not after_hyphen:
                    return None
                return made(place, piece.text[: -len(part)] + long, ())
        return None


class _Line(NamedTuple):
    """A text on its way to be read; ``guess``: an ambiguous form gets its likeliest sense, and no articles."""

    text: str
    pieces: Sequence[Piece]
    ruta: str | None
    guess: bool


def _tight(typed: str) -> str:
    return typed.replace(" ", "").rstrip(".")


def _amount(text: str, amount: Amount) -> Reading:
    return Reading(start=amount.start, end=amount.end, short=text[amount.start : amount.end], long=amount.long)


def _written(text: str, readings: Sequence[Reading]) -> str:
    parts: list[str] = []
    at = 0
    for reading in readings:
        parts += [text[at : reading.start], reading.long]
        at = reading.end
    return "".join(parts) + text[at:]
