"""The language check of a paper to the deltagare: what of it is running text, what it aims at, and one line on it.

Headings, names of fields, dates and times are no running text; a table's cells and a list's items are. Quotations keep
their marks, so that the deltagare's own words are left as they are. A diagnosis code is seen wherever it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gk_assistant.documents.model import (
    Audience,
    Block,
    Boxes,
    Bullets,
    Document,
    Facts,
    Paragraph,
    Quote,
    Table,
    Ticks,
)
from gk_assistant.domain.papers import LANGUAGES, SWEDISH
from gk_assistant.language.codes import diagnosis_codes
from gk_assistant.language.language_check import CheckWords, Goal, Remark, RemarkKind, check_text
from gk_assistant.language.readability import Readability, measure

FIXED_NAMES = ("Försäkringskassan", "Arbetsförmedlingen", "REHAB-trappan", "Försäkringskassans", "Arbetsförmedlingens")
"""Names that nobody can shorten: counted as short words in LIX."""

_GOALS = {"plan": Goal(lix=40)}
_USUAL = Goal()
_ORDER = (RemarkKind.OMDOME, RemarkKind.FORKORTNING, RemarkKind.LIX, RemarkKind.MENING, RemarkKind.NEKANDE)
_VERDICTS = {
    (False, False): "Båda är inom målet.",
    (True, False): "LIX är över målet.",
    (False, True): "Meningarna är längre än målet.",
    (True, True): "Båda är över målet.",
}
"""What is said of LIX and the sentences, by whether each is above the goal."""
LIX_MEANS = "LIX visar hur tung en text är: hur långa meningarna är, och hur många ord som är långa. Lägre är lättare."
_FACT_WORDS = 3
_NO_CODES = re.compile(
    r"\bB12\b|\b(?:rum|sal|hus|plan|port|dörr|ingång|våning|kontor)(?:met|en|et)? [A-Z]\d+", re.IGNORECASE
)
"""A letter and digits that tell of a vitamin or a place, not of a diagnosis."""
_DAY = re.compile(r"(?:\w+dag )?\d{1,2} [a-zåäö]+ \d{4}", re.IGNORECASE)
"""A day alone, as the papers write it: "torsdag 7 september 2000"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A text that was looked over: its size, what it aims at, and what could be better, the worst first."""

    text: str
    size: Readability
    goal: Goal
    remarks: tuple[Remark, ...]

    @property
    def line(self) -> str:
        """One quiet line: the measures beside the goal when all is well, else what is worst and how much more.

        "Lättläst" is said of a text within the goal alone; a few lines above it are too short to be remarked on.
        """
        if not self.size.words:
            return "Inget att läsa än."
        if self.remarks:
            rest = len(self.remarks) - 1
            return f"{self.remarks[0].advice}{f' {rest} råd till.' if rest else ''}"
        shown = f"LIX {round(self.size.lix_without_names)}, {_number(self.size.mean_sentence)} ord per mening"
        goal = f"målet är högst {self._goal_words}"
        return f"Lättläst: {shown} ({goal})." if self.within else f"Över målet: {shown} ({goal}). Texten är kort."

    @property
    def within(self) -> bool:
        """Whether both figures, as they are shown, are within the goal."""
        return not (self._heavy or self._long)

    @property
    def measures(self) -> str:
        """LIX and words a sentence, with and without fixed names where those differ, and whether the goal is met."""
        lix, apart = round(self.size.lix), round(self.size.lix_without_names)
        shown = f"LIX {apart}" if lix == apart else f"LIX {apart} ({lix} med fasta namn)"
        sentences = f"{_number(self.size.mean_sentence)} ord per mening"
        return f"{shown}, {sentences}; målet är högst {self._goal_words}. {_VERDICTS[self._heavy, self._long]}"

    @property
    def _goal_words(self) -> str:
        return f"{self.goal.lix:g} och {self.goal.mean_sentence:g}"

    @property
    def _heavy(self) -> bool:
        return round(self.size.lix_without_names) > self.goal.lix

    @property
    def _long(self) -> bool:
        return round(self.size.mean_sentence, 1) > self.goal.mean_sentence


def advice_lines(checked: Checked) -> tuple[str, ...]:
    """Return the measures, every piece of advice, and what LIX means, a line each."""
    return (
        checked.measures,
        *(remark.advice for remark in checked.remarks),
        *_when_all_is_well(checked),
        *((LIX_MEANS,) if checked.size.words else ()),
    )


def _when_all_is_well(checked: Checked) -> tuple[str, ...]:
    return () if checked.remarks else ("Inget att ändra på.",)


def check_paper(document: Document, known: CheckWords) -> Checked | None:
    """Look over a Swedish paper to the deltagare; ``None`` for the others: for trained readers, in other languages."""
    if document.audience is not Audience.DELTAGAREN or document.lang != LANGUAGES[SWEDISH].tag:
        return None
    return check(running_text(document), known, goal=_GOALS.get(document.id, _USUAL))


def check(text: str, known: CheckWords, *, goal: Goal = _USUAL) -> Checked:
    """Look over a text; what concerns a judging word comes first, then short forms, then length."""
    found = check_text(text, known, names=FIXED_NAMES, goal=goal)
    found = tuple(remark for remark in found if not _is_name(text, remark))
    ranked = sorted(found, key=lambda remark: _ORDER.index(remark.kind))
    return Checked(text=text, size=measure(text, FIXED_NAMES), goal=goal, remarks=tuple(ranked))


def running_text(document: Document) -> str:
    """Return what is read as text on a paper, a stretch a line."""
    return "\n".join(part.strip() for block in document.blocks for part in _parts(block) if part.strip())


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=text):
            yield text
        case Bullets(items=items):
            yield from (item for item in items if not _DAY.fullmatch(item.strip()))
        case Quote(text=text):
            yield f"”{text}”"
        case Facts(pairs=pairs):
            yield from (pair.value for pair in pairs if _is_told(pair.value) or _has_code(pair.value))
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row if _is_words(cell) or _has_code(cell))
        case Ticks(items=items):
            yield from (tick.text for tick in items)
        case Boxes(boxes=boxes):
            yield from (box.text for box in boxes)
        case _:
            return


def _is_name(text: str, remark: Remark) -> bool:
    """Tell whether what looks like a short form is a fixed name: REHAB-trappan."""
    starts = any(text.startswith(name, remark.start) for name in FIXED_NAMES)
    return remark.kind is RemarkKind.FORKORTNING and starts


def _is_words(text: str) -> bool:
    """Tell whether a cell holds words and no day, time or number."""
    return not any(char.isdigit() for char in text)


def _is_told(value: str) -> bool:
    """Tell whether the value of a field is something told, and no name, day or place."""
    return len(value.split()) > _FACT_WORDS and _is_words(value)


def _has_code(text: str) -> bool:
    """Tell whether a cell with digits holds a diagnosis code: it is looked over, whatever else stands in it."""
    return bool(diagnosis_codes(_NO_CODES.sub(" ", text)))


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")
