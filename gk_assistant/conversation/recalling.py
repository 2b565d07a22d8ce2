"""A note sorted as the user once put a note of the same or nearly the same wording, with the reason saying so."""

from dataclasses import replace
from datetime import datetime

from gk_assistant.conversation.learning import Learner
from gk_assistant.conversation.suggest import MARK_WORDS
from gk_assistant.conversation.when import day_month
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.learnt import Learnt
from gk_assistant.domain.notes import Sorting
from gk_assistant.language.learnt import SAME, Memory, Recalled, gist_of
from gk_assistant.language.sorting import Sorter

_SURE, _FAIRLY_SURE = 0.94, 0.92
"""How sure a heading is that was learnt from the same words, and from words that were nearly the same. Of the pairs in
the project's own labelled notes that are so alike, 17 of 18 and 49 of 52 stand under one heading."""


class Recaller:
    """Settles a sorting by what has been learnt; the lessons are laid out anew when they have changed."""

    def __init__(self, learner: Learner, sorter: Sorter, bank: Bank) -> None:
        """Take the lessons, the sorting they were corrections of, and the headings' names."""
        self._learner = learner
        self._sorter = sorter
        self._bank = bank
        self._learnt = Learnt()
        self._memory = Memory((), lambda _, text: text, lambda *_: None)

    def settle(self, ruta: str | None, text: str, sorting: Sorting) -> Sorting:
        """Return the sorting, or the one that the user's own corrections ask for."""
        learnt = self._learner.known
        if not learnt.lessons:
            return sorting
        if learnt is not self._learnt:
            self._lay_out(learnt)
        gist = gist_of(self._read(ruta, text))
        heading = self._memory.heading(ruta, gist, sorting.mark)
        mark = self._memory.mark(gist)
        if heading is not None:
            sorting = self._placed(sorting, heading)
        return self._marked(sorting, mark) if mark is not None else sorting

    def _lay_out(self, learnt: Learnt) -> None:
        self._memory = Memory(learnt.lessons, self._read, lambda ruta, text: self._sorter.sort(ruta, text).mark)
        self._learnt = learnt

    def _read(self, ruta: str | None, text: str) -> str:
        return self._sorter.abbreviations.normal(text, ruta)

    def _placed(self, sorting: Sorting, found: Recalled) -> Sorting:
        heading = found.lesson.heading
        if heading is None:
            return sorting
        name = self._bank.heading(heading).short
        return replace(
            sorting,
            heading=heading,
            second=sorting.second if sorting.heading in (heading, None) else sorting.heading,
            certainty=_SURE if found.likeness >= SAME else _FAIRLY_SURE,
            reason=f"Du lade en liknande anteckning under {name} {_day(found.lesson.at)}",
        )

    def _marked(self, sorting: Sorting, found: Recalled) -> Sorting:
        mark = found.lesson.mark
        if mark is None or mark is sorting.mark:
            return sorting
        learnt = f"du märkte en liknande anteckning som {MARK_WORDS[mark]} {_day(found.lesson.at)}"
        reason = f"{sorting.reason}; {learnt}" if sorting.reason else learnt
        return replace(sorting, mark=mark, reason=reason)


def _day(at: datetime) -> str:
    return day_month(at.date())
