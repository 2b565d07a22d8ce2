"""What a lesson says, in words: the same in the list on the screen, in line mode and from ``gk lart``."""

from gk_assistant.conversation.suggest import MARK_WORDS
from gk_assistant.conversation.when import day_month
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.learnt import Learnt, Lesson

ABOUT = (
    "När du flyttar en anteckning i reflektionen lär sig programmet det. Nästa anteckning med samma eller nästan samma "
    "ord hamnar där. Det stannar på den här datorn."
)
NOTHING = "Inget är inlärt än."


def newest_first(learnt: Learnt) -> tuple[Lesson, ...]:
    """Return the lessons in the order they are listed and numbered."""
    rows = sorted(enumerate(learnt.lessons), key=lambda row: (row[1].at, row[0]), reverse=True)
    return tuple(lesson for _, lesson in rows)


def ruta_words(bank: Bank, lesson: Lesson) -> str:
    """Return where the note was written: the ruta's title, or its id when the bank does not have it any more.

    The word *rutan* is said, so that nobody takes the ruta for the heading the note was moved from.
    """
    try:
        title = bank.ruta(lesson.ruta).title
    except KeyError:
        title = lesson.ruta
    return f"skriven i rutan {title}"


def lesson_words(bank: Bank, lesson: Lesson) -> str:
    """Return what a lesson says, without its note: "hör till Aktivitet, märket hinder, 22 november 2026"."""
    heading = f"hör till {bank.heading(lesson.heading).short}" if lesson.heading is not None else ""
    mark = f"märket {MARK_WORDS[lesson.mark]}" if lesson.mark is not None else ""
    day = f"{day_month(lesson.at.date())} {lesson.at.year}"
    return ", ".join(part for part in (heading, mark, day) if part)


def forgotten_words(count: int) -> str:
    """Say how many lessons were taken back."""
    if not count:
        return NOTHING
    return "1 rättelse är bortglömd." if count == 1 else f"{count} rättelser är bortglömda."
