"""What a time line shows, ready to be drawn: its marks in order, in parts that fit a page, and words that fit a row."""

from collections.abc import Iterator
from dataclasses import dataclass

from gk_assistant.documents.dates import day_month
from gk_assistant.documents.model import PlanTimeline, TimeMark
from gk_assistant.domain.papers import filled
from gk_assistant.rendering.characters import clip

MOST = 24
"""How many marks one picture holds; a plan with more becomes several pictures."""
EDGE = "kant"
"""The kind of the marks that say where the plan begins and ends."""
_LONGEST = 4_000
"""Days; a longer plan is told as a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One picture of a time line: its marks, the oldest first, and what it shows in words."""

    marks: tuple[TimeMark, ...]
    alt: str


def is_drawn(block: PlanTimeline) -> bool:
    """Whether the plan can be drawn: it ends after it starts, and not ages later."""
    return 0 < (block.end - block.start).days <= _LONGEST


def parts(block: PlanTimeline) -> tuple[Part, ...]:
    """Return the pictures of a time line, in order of time."""
    begins = TimeMark(day=block.start, label=block.begins.label, told=block.begins.told, kind=EDGE)
    ends = TimeMark(day=block.end, label=block.ends.label, told=block.ends.told, kind=EDGE)
    marks = (begins, *sorted(block.marks, key=lambda mark: mark.day), ends)
    pieces = [marks[at : at + MOST] for at in range(0, len(marks), MOST)]
    if len(pieces) == 1:
        return (Part(marks=marks, alt=block.alt),)
    return tuple(
        Part(marks=piece, alt=f"{filled(block.part, _turn(at, len(pieces)))} {' '.join(_told(piece))}")
        for at, piece in enumerate(pieces, start=1)
    )


def _turn(part: int, parts: int) -> dict[str, str]:
    return {"del": str(part), "antal": str(parts)}


def _told(marks: tuple[TimeMark, ...]) -> Iterator[str]:
    return (f"{mark_words(mark)}." for mark in marks)


def mark_words(mark: TimeMark, room: int | None = None) -> str:
    """Return what happens and its day, in at most ``room`` characters: the label is cut with …, the day stays whole."""
    day = f"({day_words(mark)})"
    label = " ".join(mark.label.split())
    return f"{label if room is None else clip(label, max(room - len(day) - 1, 1))} {day}"


def day_words(mark: TimeMark) -> str:
    """Return the day of a mark in the language of the paper."""
    return mark.told or day_month(mark.day)


def rows_instead(block: PlanTimeline) -> list[str]:
    """Return the marks as lines of a list, for a plan that cannot be drawn."""
    return [f"{day_words(mark)}: {mark.label}" for mark in sorted(block.marks, key=lambda mark: mark.day)]
