"""The papers' wording, ``papper/*.toml``, as values; an office's own texts laid over the shipped ones.

An own text that is no text, or asks for something that the paper cannot fill in, is left out with a remark, so that a
slip in it never stops a paper at a meeting.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.papers import (
    LANGUAGES,
    SWEDISH,
    Known,
    Moment,
    PaperText,
    PaperWording,
    Point,
    TranslatedRuta,
    TranslatedStep,
    Translation,
    braces_match,
    placeholders,
)
from gk_assistant.storage.bank_files import PAPER_FOLDER, PICTURES

Table = Mapping[str, Any]
Texts = Mapping[str, str | tuple[str, ...]]
CHECKED: Final = "granskad"
"""The key of a text that says whether somebody who speaks the language has read it."""
_COUNTED: Final = ("veckodagar", "manader", "tabell")
"""What the keys end in of lists that must hold as many names as ours: days, months, and the columns of a table."""


class PaperShelf(Mapping[str, PaperWording]):
    """Each paper's wording by the paper's id, read when it is first asked for."""

    def __init__(
        self, names: tuple[str, ...], shipped: Callable[[str], Table], own: Callable[[str], Table], remarks: list[str]
    ) -> None:
        """Remember which there are (``papper/kort.toml``) and how to read them; ``own`` may raise StoreFault."""
        self._files = {
            name.removeprefix(f"{PAPER_FOLDER}/").removesuffix(".toml"): name for name in names if name != PICTURES
        }
        self._shipped = shipped
        self._own = own
        self._remarks = remarks
        self._found: dict[str, PaperWording] = {}

    def __getitem__(self, paper_id: str) -> PaperWording:
        """Return a paper's wording."""
        if paper_id not in self._found:
            file = self._files[paper_id]
            wording, remarks = wording_of(paper_id, self._shipped(file), self._own_table(file))
            self._found[paper_id] = wording
            self._remarks.extend(remarks)
        return self._found[paper_id]

    def __iter__(self) -> Iterator[str]:
        """Go through the papers' ids."""
        return iter(self._files)

    def __len__(self) -> int:
        """Count the papers."""
        return len(self._files)

    def _own_table(self, file: str) -> Table:
        try:
            return self._own(file)
        except StoreFault as fault:
            self._remarks.append(f"Programmets egen text används på papperen. {fault}")
            return {}


class TranslationShelf(Mapping[str, Translation]):
    """The rutor and the trappa in other languages by code, all read when the first is asked for."""

    def __init__(self, read: Callable[[], Table]) -> None:
        """Remember how to read the file, own rows after the shipped ones."""
        self._read = read
        self._known: Mapping[str, Translation] | None = None

    def __getitem__(self, code: str) -> Translation:
        """Return what is in a language."""
        return self._all[code]

    def __iter__(self) -> Iterator[str]:
        """Go through the languages' codes."""
        return iter(self._all)

    def __len__(self) -> int:
        """Count the languages."""
        return len(self._all)

    @property
    def _all(self) -> Mapping[str, Translation]:
        if self._known is None:
            table = self._read()
            self._known = {code: found for code in LANGUAGES if (found := translation_of(code, table)) != Translation()}
        return self._known


def wording_of(paper_id: str, shipped: Table, own: Table) -> tuple[PaperWording, tuple[str, ...]]:
    """Return a paper's wording with an office's own over it, and remarks on what of that was left out."""
    remarks: list[str] = []
    known = _texts_of(_languages(shipped).get(SWEDISH, {}))
    wholes: dict[str, PaperText] = {}
    for code in LANGUAGES:
        first, second = _languages(shipped).get(code, {}), _languages(own).get(code, {})
        kept = {key: text for key, text in _texts_of(second).items() if fits(key, text, known)}
        wrong = [key for key in second if key not in kept and key != CHECKED]
        remarks += [f"Den egna texten {key} i {PAPER_FOLDER}/{paper_id}.toml används inte. {_CHECK}" for key in wrong]
        texts = {**_texts_of(first), **kept}
        if texts and texts.keys() == known.keys():
            checked = second.get(CHECKED, first.get(CHECKED, code == SWEDISH))
            wholes[code] = PaperText(language=code, texts=texts, checked=checked is True)
        elif second:
            remarks.append(f"Papperet {paper_id} finns inte på {LANGUAGES[code].name}: texter saknas. {_CHECK}")
    version = own.get("version", shipped.get("version", ""))
    points = _points(own) if own.get("ersatt") is True else (*_points(shipped), *_points(own))
    return PaperWording(id=paper_id, version=str(version), texts=wholes, points=points), tuple(remarks)


_CHECK: Final = "Kör gk bank kontrollera."


def fits(key: str, text: str | tuple[str, ...], known: Texts) -> bool:
    """Whether a text may stand where the Swedish one does: of its kind and length, nothing else to fill in."""
    usual = known.get(key)
    if usual is None or type(usual) is not type(text) or not text:
        return False
    if is_counted(key) and len(text) != len(usual):
        return False
    allowed = may_fill(usual)
    return all(line.strip() and braces_match(line) and placeholders(line) <= allowed for line in _lines(text))


def is_counted(key: str) -> bool:
    """Whether a list must hold as many names as the Swedish one that comes with the program."""
    return key.endswith(_COUNTED)


def may_fill(text: str | tuple[str, ...]) -> frozenset[str]:
    """Return what may be filled in where a Swedish text stands."""
    return frozenset().union(*(placeholders(line) for line in _lines(text)))


def translation_of(code: str, table: Table) -> Translation:
    """Return the rutor and the trappa in a language; of rows for the same thing the last holds."""
    rutor = {
        _word(row, "id"): TranslatedRuta(title=_word(row, "titel"), text=_word(row, "text"))
        for row in _rows(table, "ruta", code)
    }
    steps = {
        row["nr"]: TranslatedStep(short=_word(row, "kort"), sentence=_word(row, "mening"), hours=_word(row, "timmar"))
        for row in _rows(table, "steg", code)
        if isinstance(row.get("nr"), int)
    }
    stairs = [*_rows(table, "trappa", code)][-1:] or [{}]
    return Translation(
        rutor=rutor,
        steps=steps,
        trappa_title=_word(stairs[0], "titel"),
        trappa_question=_word(stairs[0], "fraga"),
        trappa_not_now=_word(stairs[0], "inte_nu"),
    )


def _rows(table: Table, key: str, code: str) -> Iterator[Table]:
    for row in table.get(key, ()):
        if isinstance(row, dict) and row.get("sprak") == code:
            yield row


def _word(row: Table, key: str) -> str:
    found = row.get(key, "")
    return found if isinstance(found, str) else ""


def _languages(table: Table) -> Mapping[str, Table]:
    found = table.get("text")
    return {code: texts for code, texts in found.items() if isinstance(texts, dict)} if isinstance(found, dict) else {}


def _texts_of(table: Table) -> dict[str, str | tuple[str, ...]]:
    texts: dict[str, str | tuple[str, ...]] = {}
    for key, value in table.items():
        if isinstance(value, str):
            texts[key] = value
        elif isinstance(value, list) and all(isinstance(line, str) for line in value):
            texts[key] = tuple(value)
    return texts


def _lines(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def _points(table: Table) -> tuple[Point, ...]:
    """Return the checklist's points; one that cannot be read is left to ``gk bank kontrollera``."""
    found = []
    for row in table.get("punkt", ()):
        moment, words, known = (row.get(key) for key in ("nar", "text", "vet"))
        if moment in list(Moment) and isinstance(words, str) and words.strip() and known in (None, *Known):
            found.append(Point(moment=Moment(moment), text=words, known=Known(known) if known else None))
    return tuple(found)
