"""The known short forms and their senses, built from the parsed ``forkortningar.toml``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import Any, NamedTuple

from gk_assistant.language.text import fold, word_set

_INDEFINITE = word_set(
    "en ett ny nya nytt ingen inget inga annan annat andra någon ngn nån egen eget sin sitt min mitt din hans hennes "
    "deras vår varje vilken flera många två tre fyra som utan fd söker saknar har haft behöver blev bli var är e per "
    "kvinnlig manlig bra dålig privat äldre yngre förra förre gammal gamla före detta tidigare nuvarande vilket"
)
_DEFINITE = word_set(
    "den hos enl enligt av från fr att om men när för innan tills säger sa tycker ring ringer ringa ringt "
    "kontakta kontaktar mejla mejlar fråga frågar träffar träffat träffa på vid sedan sen hör hört inom"
)
_NO_VERB = word_set("x per på via sedan sen i från fr o och el eller m med var varannan varje ca cirka t till 1")


class Sense(NamedTuple):
    """One way to read a short form: ``long`` is written, under the conditions of the list's head."""

    long: str
    definite: str = ""
    plural: str = ""
    when: str = ""
    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    boxes: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Form(NamedTuple):
    """A short form as a row of pieces, the signs allowed between them, and its senses."""

    pieces: tuple[str, ...]
    signs: tuple[str, ...]
    senses: tuple[Sense, ...]
    exact: str = ""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForms:
    """All known forms by their first piece, the longest first; the others are parts of longer words."""

    forms: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    packed: Mapping[str, object] = field(default_factory=dict)
    compounds: Mapping[str, str] = field(default_factory=dict)
    last_parts: Mapping[str, str] = field(default_factory=dict)
    last_endings: tuple[str, ...] = ()
    small_only: frozenset[str] = frozenset()

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "ShortForms":
        """Build from the parsed file; unknown keys are left alone.

        What an office adds (``egna``, ``egna_villkor``, ``egna_tvetydiga``) goes before what is shipped. ``former`` are
        forms laid ready by :meth:`ready`; the other tables of forms are then not there.
        """
        rows = [*_plain_rows(data.get("egna")), *_conditional_rows(data.get("egna_villkor"))]
        rows += [_ambiguous_row(row) for row in _rows(data.get("egna_tvetydiga"))]
        taken = {(form.pieces, form.exact) for form in rows}
        shipped = {(form.pieces, form.exact): form for form in _plain_rows(data.get("enkla"))}
        shipped |= {(form.pieces, form.exact): form for form in _conditional_rows(data.get("villkor"))}
        rows += [form for key, form in shipped.items() if key not in taken]
        ambiguous = [_ambiguous_row(row) for row in _rows(data.get("tvetydig"))]
        rows += [form for form in ambiguous if (form.pieces, form.exact) not in taken]
        words = fold(_text(data, "ej_utan_prickar")).split()
        known = {form.pieces for form in rows}
        bare = [_bare(form) for form in rows if not "".join(form.pieces).isascii()]
        rows += [form for form in bare if form.pieces not in known and form.pieces[0] not in words]
        return cls(
            forms=_by_first(rows),
            packed=ready if isinstance(ready := data.get("former"), Mapping) else {},
            compounds=_table(data.get("sammansatt")),
            last_parts=_table(data.get("efterled")),
            last_endings=tuple(_table(data.get("efterled"))),
            small_only=word_set(_text(data, "bara_gemena")),
        )

    def of(self, first: str) -> tuple[Form, ...]:
        """Return the forms that begin with a piece."""
        found = self.forms.get(first)
        if found is None and first in self.packed:
            found = self.forms[first] = tuple(map(_unpacked, _items(self.packed[first])))
        return found or ()

    def ready(self) -> dict[str, object]:
        """Return all of it as plain values that :meth:`from_data` takes."""
        return {
            "former": {first: [_packed(form) for form in forms] for first, forms in self.forms.items()},
            "sammansatt": dict(self.compounds),
            "efterled": dict(self.last_parts),
            "bara_gemena": " ".join(sorted(self.small_only)),
        }


def _packed(form: Form) -> list[object]:
    senses = []
    for sense in form.senses:
        told = {key: value for key, value in sense._asdict().items() if value != Sense._field_defaults.get(key)}
        senses.append({key: sorted(value) if isinstance(value, frozenset) else value for key, value in told.items()})
    return [form.pieces, form.signs, senses, form.exact, form.ambiguous]


def _unpacked(row: Any) -> Form:  # noqa: ANN401 - a row of a file that this module wrote
    pieces, signs, senses, exact, ambiguous = row
    return Form(tuple(pieces), tuple(signs), tuple(map(_sense, senses)), exact, ambiguous)


def _sense(table: Mapping[str, Any]) -> Sense:
    kinds = {key: type(value) for key, value in Sense._field_defaults.items()}
    return Sense(**{key: kinds.get(key, str)(value) for key, value in table.items()})


def _plain_rows(table: object) -> list[Form]:
    rows: list[Form] = []
    for short, long in _table(table).items():
        indefinite, _, definite = long.partition("|")
        rows.append(_form(short, (Sense(long=indefinite, definite=definite),)))
    return rows


def _conditional_rows(value: object) -> list[Form]:
    senses: dict[str, tuple[Sense, ...]] = {}
    for row in _rows(value):
        for short in _text(row, "kort").split(","):
            senses[short.strip()] = (*senses.get(short.strip(), ()), _conditional(row))
    return [_form(short, found) for short, found in senses.items()]


def _ambiguous_row(row: Mapping[str, object]) -> Form:
    readings = tuple(_reading(reading) for reading in _rows(row.get("lasningar")))
    return _form(_text(row, "kort"), readings, ambiguous=True)


@cache
def _sign() -> Pattern[str]:
    return compile_pattern(r"(\d+|[^\W\d_]+)([^\w]*)")


def _form(short: str, senses: tuple[Sense, ...], *, ambiguous: bool = False) -> Form:
    parts = _sign().findall(short)
    exact = short if short != short.lower() else ""
    return Form(
        pieces=tuple(part.lower() for part, _ in parts),
        signs=tuple("" if sign.strip() in ("", ".") else sign.strip() for _, sign in parts[:-1]),
        senses=senses,
        exact=exact,
        ambiguous=ambiguous,
    )


def _bare(form: Form) -> Form:
    return form._replace(pieces=tuple(map(fold, form.pieces)))


def _by_first(rows: Sequence[Form]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for form in rows:
        if form.pieces:
            found.setdefault(form.pieces[0], []).append(form)
    return {
        first: tuple(sorted(forms, key=lambda form: (-len(form.pieces), not form.exact)))
        for first, forms in found.items()
    }


def _conditional(row: Mapping[str, object]) -> Sense:
    indefinite, _, definite = _text(row, "lang").partition("|")
    return Sense(
        long=indefinite,
        definite=definite,
        plural=_text(row, "flertal"),
        when=_text(row, "nar"),
        before=word_set(_text(row, "fore")),
        not_before=word_set(_text(row, "ej_fore")),
        after=tuple(_text(row, "foljs").split()),
        without=word_set(_text(row, "utan")),
        others=tuple(str(other) for other in _items(row.get("eller"))),
    )


def _reading(row: Mapping[str, object]) -> Sense:
    indefinite, _, definite = _text(row, "lang").partition("|")
    return Sense(
        long=indefinite,
        definite=definite,
        boxes=tuple(str(box) for box in _items(row.get("rutor"))),
        cues=tuple(fold(_text(row, "ord")).split()),
    )


def wants_definite(before: str, near_before: str, after: str) -> bool:
    """Tell whether a noun reads best with its article: ``enl läkaren``, ``arbetsgivaren vill``, but ``ny läkare``."""
    if before:
        return before in _DEFINITE
    if near_before in _INDEFINITE and not after:
        return False
    return bool(after) and not after[0].isdecimal() and after not in _NO_VERB


def _text(row: Mapping[str, object], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else ()


def _table(value: object) -> dict[str, str]:
    return {str(key): str(text) for key, text in value.items()} if isinstance(value, Mapping) else {}


def _rows(value: object) -> list[Mapping[str, object]]:
    return [row for row in _items(value) if isinstance(row, Mapping)]
