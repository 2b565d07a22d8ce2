"""What the user's corrections teach: learnt as they are made, unlearnt as they are undone, seen and taken back."""

from collections.abc import Callable, Iterator
from datetime import datetime

from gk_assistant.conversation.ports import LearntStore, StoreFault
from gk_assistant.domain.cases import Case
from gk_assistant.domain.learnt import Learnt, Lesson, taught_by
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Note


class InMemory:
    """Keeps what is learnt until the program ends, as :class:`~gk_assistant.conversation.ports.LearntStore`."""

    def __init__(self) -> None:
        """Begin with nothing learnt."""
        self._learnt = Learnt()

    def load(self) -> Learnt:
        """Return what has been learnt."""
        return self._learnt

    def save(self, learnt: Learnt) -> None:
        """Remember it."""
        self._learnt = learnt


class Learner:
    """Follows each step on the desk and keeps what it teaches.

    What cannot be kept stops nothing: the step itself stands, and ``remark`` says what was not learnt.
    """

    def __init__(self, store: LearntStore | None = None) -> None:
        """Learn into a store; without one, until the program ends. Nothing is read yet."""
        self._store = store or InMemory()
        self._remark = ""

    @property
    def learnt(self) -> Learnt:
        """All that has been learnt; raises :class:`StoreFault`."""
        return self._store.load()

    @property
    def known(self) -> Learnt:
        """All that has been learnt, or nothing when it can't be read: the sorting goes on without."""
        try:
            return self._store.load()
        except StoreFault as fault:
            self._remark = str(fault)
            return Learnt()

    def remark(self) -> str:
        """Return what went wrong since it was last asked, as a sentence; empty when nothing did."""
        words, self._remark = self._remark, ""
        return words

    def follow(self, before: Case, after: Case, at: datetime) -> None:
        """Learn what a step from one state of a case to the next teaches, or takes back."""
        changes = list(_changes(before, after, at))
        if not changes:
            return
        try:
            self._keep(lambda learnt: _changed(learnt, changes))
        except StoreFault as fault:
            self._remark = f"Rättelsen är sparad men inte inlärd. {fault}"

    def forget(self, lesson: Lesson) -> None:
        """Take back one lesson; the note it came from stays where it is. Raises :class:`StoreFault`."""
        self._keep(lambda learnt: learnt.without([lesson.key]))

    def forget_all(self) -> int:
        """Take back every lesson and return how many there were; raises :class:`StoreFault`."""
        count = len(self._store.load().lessons)
        self._keep(lambda _: Learnt())
        return count

    def _keep(self, change: Callable[[Learnt], Learnt]) -> None:
        known = self._store.load()
        changed = change(known)
        if changed != known:
            self._store.save(changed)


_Change = tuple[tuple[str, str], Lesson | None, bool]
"""Which note; what it teaches now (``None``: nothing); whether its heading or mark changed, and not its words alone."""


def _changed(learnt: Learnt, changes: list[_Change]) -> Learnt:
    for key, lesson, anew in changes:
        if lesson is None:
            learnt = learnt.without([key])
        elif anew or learnt.lesson(key) is not None:
            # A lesson that was taken back does not return because the note's words are mended.
            learnt = learnt.with_lesson(lesson)
    return learnt


def _changes(before: Case, after: Case, at: datetime) -> Iterator[_Change]:
    """Yield what is taught otherwise after a step; notes that are the same value as before are passed over."""
    known = {meeting.id: meeting for meeting in before.meetings}
    for meeting in after.meetings:
        former = known.get(meeting.id)
        if former is not meeting:
            yield from _in_meeting(after.id, former, meeting, at)


def _in_meeting(case_id: str, former: Meeting | None, meeting: Meeting, at: datetime) -> Iterator[_Change]:
    old: dict[str, Note] = {note.id: note for note in former.notes} if former is not None else {}
    now = {note.id: note for note in meeting.notes}
    for note_id in (*now, *(note_id for note_id in old if note_id not in now)):
        was, note = old.get(note_id), now.get(note_id)
        if was is note:
            continue
        taught = taught_by(case_id, was, at) if was is not None else None
        teaches = taught_by(case_id, note, at) if note is not None else None
        if taught != teaches:
            yield (case_id, note_id), teaches, _verdict(taught) != _verdict(teaches)


def _verdict(lesson: Lesson | None) -> tuple[object, object]:
    return (lesson.heading, lesson.mark) if lesson is not None else (None, None)
