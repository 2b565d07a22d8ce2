"""The Desk: the open case and its steps. Only the Desk saves, and it saves each step before it counts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from gk_assistant.conversation.learning import Learner
from gk_assistant.conversation.ports import CaseStore, FreeDay, NewId, Now, QuestionSource, Shelf, StoreFault
from gk_assistant.conversation.when import clock_words, weekend
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Role
from gk_assistant.language.text import clean_line

UNDO_DEPTH = 500
LABEL_LENGTH = 60
PERSONAL_NUMBER = 10
"""This many digits in a label look like a personnummer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something done: what it is called in Swedish ("anteckning"), and the case before it."""

    label: str
    before: Case


def proper_label(label: str) -> str:
    """Return a label tidied; raises :class:`StoreFault` on one that is empty, long or looks like a personnummer."""
    words = " ".join(clean_line(label).text.split())
    if not words:
        raise StoreFault("Ärendet behöver en etikett, till exempel ett påhittat namn eller ett nummer.")
    if len(words) > LABEL_LENGTH:
        raise StoreFault(f"Etiketten får ha högst {LABEL_LENGTH} tecken.")
    if sum(char.isdecimal() for char in words) >= PERSONAL_NUMBER:
        raise StoreFault("Det där ser ut som ett personnummer. Välj en annan etikett.")
    return words


class Desk:
    """The user's desk: opens cases, carries out steps, undoes and redoes them.

    Every change goes through :meth:`do`, which puts the new case on disk first; when that fails with
    :class:`StoreFault` the case on the desk is as before, so the words can be tried again.
    """

    def __init__(  # noqa: PLR0913 - what a desk needs of the world
        self,
        *,
        store: CaseStore,
        source: QuestionSource,
        now: Now,
        new_id: NewId,
        author: Role,
        learner: Learner | None = None,
        is_free: FreeDay = weekend,
    ) -> None:
        """Lay out an empty desk; ``author`` is the role that notes are signed with, ``learner`` follows each step.

        ``is_free`` tells the days that are not to be proposed; without a calendar they are the weekends.
        """
        self.store = store
        self.learner = learner or Learner()
        self.source = source
        self.now = now
        self.new_id = new_id
        self.author = author
        self.is_free = is_free
        self._case: Case | None = None
        self._undone: list[Step] = []
        self._done: list[Step] = []

    @property
    def bank(self) -> Bank:
        """The question bank's heads."""
        return self.source.bank()

    @property
    def case(self) -> Case:
        """The open case; raises :class:`StoreFault` when none is open."""
        if self._case is None:
            raise StoreFault("Inget ärende är öppet. Välj ett ärende i listan.")
        return self._case

    @property
    def is_open(self) -> bool:
        """Whether a case is open."""
        return self._case is not None

    def today(self) -> date:
        """Return the date of the user's clock."""
        return self.now().date()

    def shelf(self) -> Shelf:
        """Return all cases and the files that could not be read."""
        return self.store.shelf()

    def open(self, case_id: str) -> Case:
        """Open a case; raises :class:`StoreFault`."""
        if self._case is not None and self._case.id == case_id:
            return self._case
        self._case = self.store.load(case_id)
        self._done, self._undone = [], []
        return self._case

    def new_case(self, *, label: str, kind: CaseKind) -> Case:
        """Make and save a case with its first meeting; raises :class:`StoreFault` as :func:`proper_label` does."""
        words = proper_label(label)
        now = self.now()
        first = Meeting(id=self.new_id(), number=1)
        case = Case(id=self.new_id(), label=words, kind=kind, created=now, changed=now, meetings=(first,))
        self.store.save(case)
        self._case, self._done, self._undone = case, [], []
        return case

    def do(self, label: str, change: Callable[[Case], Case], *, undoable: bool = True) -> Case:
        """Carry out a step: save the changed case, then make it the open one.

        ``label`` names it for undo; moving about between rutor and questions is not a step to take back.
        """
        before = self.case
        after = change(before)
        if after == before:
            return before
        after = replace(after, changed=self.now())
        self.store.save(after)
        if undoable:
            self._done = [*self._done[-UNDO_DEPTH:], Step(label=label, before=before)]
            self._undone = []
        self._case = after
        self.learner.follow(before, after, self.now())
        return after

    def undo(self) -> str | None:
        """Take back the latest step and return its label; ``None`` when there is nothing to take back."""
        return self._swap(self._done, self._undone)

    def redo(self) -> str | None:
        """Do the step again that was taken back last; ``None`` when there is none."""
        return self._swap(self._undone, self._done)

    def _swap(self, source: list[Step], target: list[Step]) -> str | None:
        if not source:
            return None
        step, now = source[-1], self.case
        self.store.save(step.before)
        source.pop()
        target.append(Step(label=step.label, before=now))
        self._case = step.before
        self.learner.follow(now, step.before, self.now())
        return step.label

    def in_meeting(
        self, meeting_id: str, label: str, change: Callable[[Meeting], Meeting], *, undoable: bool = True
    ) -> Meeting:
        """Carry out a step inside one meeting."""
        case = self.do(label, lambda known: known.with_meeting(change(known.meeting(meeting_id))), undoable=undoable)
        return case.meeting(meeting_id)

    def next_meeting(self) -> Meeting:
        """Return the meeting to hold next: the first one whose talk has not ended, or a new one."""
        for meeting in self.case.meetings:
            if meeting.ended_at is None:
                return meeting
        return self.add_meeting()

    def add_meeting(self, *, day: date | None = None, time: str = "") -> Meeting:
        """Add a meeting after the others: there is never a cap at two (H)."""
        number = max((meeting.number for meeting in self.case.meetings), default=0) + 1
        meeting = Meeting(id=self.new_id(), number=number, day=day, time=clock_words(time))
        self.do(f"nytt möte {meeting.title}", lambda case: case.with_meeting(meeting))
        return meeting

    def stamp(self) -> datetime:
        """Return the present moment, for a note."""
        return self.now()
