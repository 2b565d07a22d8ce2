"""What the program has learnt of the user's corrections, said and taken back line by line."""

from gk_assistant.cli.line_mode.lines import Lines
from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.lesson_words import (
    ABOUT,
    NOTHING,
    forgotten_words,
    lesson_words,
    newest_first,
    ruta_words,
)
from gk_assistant.language.text import fold

_EVERYTHING = ("allt", "alla")


class LearntList:
    """The list of what has been learnt; its methods raise :class:`StoreFault`."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        """Take the desk whose learner it is."""
        self._desk = desk
        self._lines = lines

    def show(self) -> None:
        """Say every lesson with its number."""
        lessons = newest_first(self._desk.learner.learnt)
        self._lines.say(ABOUT if lessons else f"{NOTHING} {ABOUT}")
        for number, lesson in enumerate(lessons, 1):
            where = f"{ruta_words(self._desk.bank, lesson)} → {lesson_words(self._desk.bank, lesson)}"
            self._lines.say(f"{number}. {lesson.text} – {where}", indent="  ")
        if lessons:
            self._lines.say("glöm 1 tar tillbaka den första, glöm allt tar tillbaka alla.")

    def forget(self, words: str) -> None:
        """Take back the lesson of a number, or all of them."""
        learner, wanted = self._desk.learner, fold(words.strip())
        if wanted in _EVERYTHING:
            self._lines.say(forgotten_words(learner.forget_all()))
            return
        lessons = newest_first(learner.learnt)
        if not wanted.isdecimal() or not 1 <= int(wanted) <= len(lessons):
            self._lines.say("Vad ska glömmas? Skriv lärt för att se numren, och sedan till exempel glöm 1.")
            return
        lesson = lessons[int(wanted) - 1]
        learner.forget(lesson)
        self._lines.say(f"Bortglömt: {lesson.text}")
