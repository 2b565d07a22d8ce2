"""The reflection: notes under four headings, each agency's view, and the decision."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from gk_assistant.conversation.notebook import Notebook
from gk_assistant.conversation.when import clock_words, working_day
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Heading, Mark, Note, Origin
from gk_assistant.domain.reflections import Decision, Reflection, SpecialistNeed


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One column of the reflection: a heading (``None`` is *Osäkra*) and its notes."""

    heading: Heading | None
    notes: tuple[Note, ...]


def lanes(meeting: Meeting) -> tuple[Lane, ...]:
    """Return the four columns and the *Osäkra* lane; what was marked *ej aktuellt* is left out."""
    notes = [note for note in meeting.live_notes if note.mark is not Mark.EJ_AKTUELLT]
    order: tuple[Heading | None, ...] = (*Heading, None)
    return tuple(
        Lane(heading=heading, notes=tuple(note for note in notes if note.heading is heading)) for heading in order
    )


class Reflecting(Notebook):
    """The reflection of one meeting on the desk."""

    @property
    def reflection(self) -> Reflection:
        """What has been written so far."""
        return self.meeting.reflection

    def begin(self) -> None:
        """Start the reflection's clock and sort every note that has no heading of the user's own."""
        stamp = self.desk.stamp()

        def change(meeting: Meeting) -> Meeting:
            notes = tuple(self._sorted(note) for note in meeting.notes)
            return replace(meeting, notes=notes, reflection_began=meeting.reflection_began or stamp)

        self.desk.in_meeting(self.meeting_id, "sortering", change, undoable=False)

    def _sorted(self, note: Note) -> Note:
        if note.sorting is not None and note.sorting.origin is Origin.OWN:
            return note
        return replace(note, sorting=self._sort(note.ruta, note.says))

    def write(self, **fields: object) -> Reflection:
        """Change some fields of the reflection (``fk_view``, ``af_view``, ``agreed``, ``difference`` …)."""
        changed = replace(self.reflection, **fields)  # type: ignore[arg-type]
        self.desk.in_meeting(self.meeting_id, "reflektion", lambda meeting: replace(meeting, reflection=changed))
        return changed

    def decide(self, decision: Decision, *, day: date | None = None, time: str = "") -> Meeting:
        """Record the decision; a next meeting with its date is made in the same step, so that it stands in the list."""
        time = clock_words(time)
        changed = replace(self.reflection, decision=decision, next_day=day, next_time=time)
        following = next((known for known in self.desk.case.meetings if known.number > self.meeting.number), None)
        booked = following or Meeting(id=self.desk.new_id(), number=self.meeting.number + 1)

        def change(case: Case) -> Case:
            case = case.with_meeting(replace(self.meeting, reflection=changed))
            if decision not in (Decision.NYTT_MOTE, Decision.FLER_MOTEN):
                return case
            return case.with_meeting(replace(booked, day=day, time=time))

        self.desk.do("beslut", change)
        return self.meeting

    def need_specialist(self, kind: str, *, why: str = "") -> None:
        """Record that a specialist is needed, or no longer is when it already stands there."""
        known = self.reflection.specialists
        others = tuple(need for need in known if need.kind != kind)
        specialists = others if len(others) < len(known) and not why else (*others, SpecialistNeed(kind=kind, why=why))
        self.write(specialists=specialists)

    def proposed_day(self) -> date:
        """Propose a day for the next meeting: the last working day within as many days as the method says (14, H)."""
        held = self.meeting.day or self.desk.today()
        last = held + timedelta(days=self.desk.bank.clock.next_meeting_days)
        return working_day(last, self.desk.is_free, not_before=max(held + timedelta(days=1), self.desk.today()))

    def within_two_weeks(self, day: date) -> bool:
        """Whether a day is within the method's two weeks of this meeting."""
        held = self.meeting.day or self.desk.today()
        return timedelta() <= day - held <= timedelta(days=self.desk.bank.clock.next_meeting_days)
