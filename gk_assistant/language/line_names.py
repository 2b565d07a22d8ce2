"""The names a line may hold: boxes by title or wider words, headings, papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gk_assistant.language.line_patterns import same
from gk_assistant.language.text import fold, word_set, words

_FILLERS = word_set("tack snalla nu idag da ju val lite och ok okej")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxName:
    """A box as it may be named in a line."""

    id: str
    title: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What may be named: ``titel``, ``ruta`` (titles and wider words), ``rubrik``, ``papper``."""

    forms: Mapping[str, Sequence[tuple[str, Sequence[str]]]]

    @classmethod
    def from_data(cls, data: Mapping[str, object], boxes: Sequence[BoxName]) -> "Names":
        """Build from the parsed ``begaran.toml`` and the bank's boxes."""
        titles = _box_names(boxes, table_of(data, "rutnamn"))
        wider = [(box, tuple(fold(more).split())) for box, more in table_of(data, "rutsynonym").items()]
        return cls(
            forms={
                "titel": titles,
                "ruta": [*titles, *wider],
                "rubrik": [(name, fold(forms).split()) for name, forms in table_of(data, "rubriker").items()],
                "papper": [(name, fold(forms).split()) for name, forms in table_of(data, "dokument").items()],
            }
        )

    def slot(self, slot: str, rest: Sequence[str]) -> list[tuple[int, str]]:
        """Return what a slot may stand for where these words begin, the longest first, with how many words it takes."""
        if slot == "amne":
            return [(len(rest), str(len(rest)))] if any(word not in _FILLERS for word in rest) else []
        found = [(taken, name) for name, forms in self.forms.get(slot, ()) if (taken := _named(rest, forms))]
        return sorted(found, reverse=True)

    def name_in(self, slot: str, tokens: Sequence[str]) -> str | None:
        """Return the first thing of a kind that is named anywhere in a line."""
        for at in range(len(tokens)):
            found = self.slot(slot, tokens[at:])
            if found:
                return found[0][1]
        return None

    def last_name_in(self, slot: str, tokens: Sequence[str]) -> str | None:
        """Return the last thing of a kind that is named anywhere in a line, by its longest name."""
        for at in range(len(tokens)):
            found = self.slot(slot, tokens[at:])
            if found and self.name_in(slot, tokens[at + found[0][0] :]) is None:
                return found[0][1]
        return None

    def whole(self, topic: str) -> str | None:
        """Return the box whose title this is, all of it."""
        parts = fold(topic).split()
        return next((name for taken, name in self.slot("titel", parts) if taken == len(parts)), None)


def table_of(data: Mapping[str, object], key: str) -> dict[str, str]:
    """Return a table of texts; empty when there is none."""
    part = data.get(key)
    return {str(name): str(value) for name, value in part.items()} if isinstance(part, Mapping) else {}


def _named(rest: Sequence[str], forms: Sequence[str]) -> int:
    """Return how many words name this (0: none); a form with ``+`` is several words."""
    for form in forms:
        parts = form.split("+")
        if len(rest) >= len(parts) and all(same(word, part) for word, part in zip(rest, parts, strict=False)):
            return len(parts)
    if len(rest) > 1 and rest[0] in ("det", "den", "de") and (taken := _named(rest[1:], forms)):
        return taken + 1
    return 0


def _box_names(boxes: Sequence[BoxName], more: Mapping[str, str]) -> list[tuple[str, Sequence[str]]]:
    """Return each box with the forms of its name, whole titles first."""
    names: list[tuple[str, Sequence[str]]] = []
    for box in boxes:
        title = "+".join(word.lower for word in words(fold(box.title)))
        forms = [title, *fold(more.get(box.id, "")).split()]
        first, _, rest = title.partition("+")
        if rest and box.id not in more:
            forms.append(first)
        names.append((box.id, [form for form in forms if form]))
    return names
