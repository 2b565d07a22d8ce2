"""The talk in a meeting: which ruta, which question, and the notes. Screens and line mode share it."""

from dataclasses import dataclass, replace

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.notebook import Notebook, Sort
from gk_assistant.conversation.pace import talk_pace
from gk_assistant.conversation.suggest import (
    Moment,
    about,
    follow_ups,
    main_question,
)
from gk_assistant.conversation.suggesting import Suggestion
from gk_assistant.domain.bank import Question, Ruta, Stodord
from gk_assistant.domain.meetings import ChosenBy, ClockStep, FirstBox, Meeting, RutaState
from gk_assistant.domain.notes import Mark, Note, Role, Voice

CHIPS = 9
"""Number keys 1–9; 0 is the mark *ej aktuellt*."""

OPEN_BOX = "tom_ruta"
"""Where a note lands when no ruta has been chosen yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is on screen to ask: the main question first, then its follow-ups; ``lit`` is the one being asked."""

    main: Suggestion | None = None
    follow_ups: tuple[Suggestion, ...] = ()
    lit: int = 0

    @property
    def all(self) -> tuple[Suggestion, ...]:
        """The main question and the follow-ups in one row."""
        return ((self.main,) if self.main else ()) + self.follow_ups

    @property
    def shown(self) -> Suggestion | None:
        """The question being asked now."""
        rows = self.all
        return rows[self.lit % len(rows)] if rows else None


class Talk(Notebook):
    """One meeting's talk on the desk."""

    def __init__(self, desk: Desk, meeting_id: str, *, sort: Sort) -> None:
        """Take up the talk where it was left: in the same ruta, with the question that was next."""
        super().__init__(desk, meeting_id, sort=sort)
        self.offer = Offer()
        self.latest: Note | None = None
        self.open_mark: str | None = None
        box = self.meeting.current_box
        self.box: Ruta | None = desk.bank.ruta(box) if box else None
        if self.box is not None:
            here = self.notes_here()
            self.latest = here[-1] if here else None
            self._look()

    # What there is

    def notes_here(self) -> tuple[Note, ...]:
        """Return the live notes of the ruta on screen."""
        members = self._members()
        return tuple(note for note in self.meeting.live_notes if note.ruta in members)

    def _members(self) -> tuple[str, ...]:
        return (self.box.members or (self.box.id,)) if self.box else ()

    def questions(self) -> tuple[Question, ...]:
        """Return the questions of the ruta on screen."""
        return self.desk.source.questions(self.box.id) if self.box else ()

    def asked(self) -> frozenset[str]:
        """Return the ids of all questions put in this meeting."""
        put = {question for box in self.meeting.boxes for question in box.asked}
        return frozenset(put | {note.question for note in self.meeting.live_notes if note.question})

    def chips(self) -> tuple[Stodord, ...]:
        """Return the stödord of the number keys: the question's own first, then the ruta's."""
        if self.box is None:
            return ()
        shown = self.offer.shown
        rows = (*(shown.question.stodord if shown else ()), *self.box.stodord)
        return tuple({row.text.lower(): row for row in reversed(rows)}.values())[::-1][:CHIPS]

    # The ruta and its questions

    def choose_box(self, ruta_id: str, *, by: ChosenBy = ChosenBy.HANDLAGGARE) -> Ruta:
        """Go to a ruta; the first one chosen starts the clock and is remembered with who chose it."""
        ruta = self.desk.bank.ruta(ruta_id)

        def change(meeting: Meeting) -> Meeting:
            if meeting.first_box is None:
                meeting = replace(meeting, first_box=FirstBox(ruta=ruta.id, by=by))
            if meeting.started_at is None:
                meeting = replace(meeting, day=meeting.day or self.desk.today())
                meeting = meeting.ticked(ClockStep.START, self.desk.stamp())
            return replace(meeting, current_box=ruta.id)

        first = self.meeting.first_box is None
        self.desk.in_meeting(self.meeting_id, f"val av {ruta.title}", change, undoable=first)
        self.box = ruta
        here = self.notes_here()
        self.latest, self.open_mark = (here[-1] if here else None), None
        self._look()
        return ruta

    def next_question(self) -> Suggestion | None:
        """Put the shown question aside and bring the ruta's next main question; ``None`` when there is none left."""
        self._put(self.offer.shown)
        self.open_mark = None
        self._look()
        return self.offer.shown

    def ask_about(self, topic: str) -> Suggestion | None:
        """Bring the question that a topic leads to, from the ruta on screen first, then from the others."""
        kind = self.desk.case.kind
        rutor = sorted(self.desk.bank.rutor, key=lambda ruta: ruta is not self.box)
        for ruta in rutor:
            found = about(self.desk.source.questions(ruta.id), topic, kind=kind)
            if found is not None:
                if ruta is not self.box:
                    self.choose_box(ruta.id)
                self.offer = Offer(main=found, follow_ups=self._follow_ups(found.id))
                return found
        return None

    def light(self, step: int) -> Suggestion | None:
        """Move to the next or previous of the questions on screen."""
        if self.offer.all:
            self.offer = replace(self.offer, lit=(self.offer.lit + step) % len(self.offer.all))
            self.open_mark = None
        return self.offer.shown

    def set_state(self, state: RutaState | None) -> None:
        """Say that the ruta on screen is done (or take that back)."""
        if self.box is None:
            return

        def change(meeting: Meeting) -> Meeting:
            for ruta in self._members():
                meeting = meeting.with_progress(replace(meeting.progress(ruta), state=state))
            return meeting

        self.desk.in_meeting(self.meeting_id, f"{self.box.title} klar", change)

    # Notes

    def take(
        self,
        text: str,
        *,
        mark: Mark | None = None,
        voice: Voice = Voice.BERATTAT,
        ruta: str | None = None,
    ) -> Note:
        """Take down a note in a ruta (the one on screen when none is named); it is on disk when this returns."""
        where = self._home(ruta) if ruta else self._members()[0] if self.box else OPEN_BOX
        shown = self.offer.shown if where in self._members() else None
        if shown is not None:
            where = shown.question.ruta
        note = Note(
            id=self.desk.new_id(),
            ruta=where,
            text=text,
            at=self.desk.stamp(),
            author=self.desk.author,
            mark=mark,
            voice=voice,
            topic=shown.topic if shown else "",
            question=shown.id if shown else None,
            asked=shown.text if shown else "",
            sorting=self._sort(where, text or (shown.topic if shown else "")),
        )
        self._save_note(note, "anteckning")
        self.open_mark = None
        self._settle(note)
        return note

    def mark(self, mark: Mark) -> Note:
        """Mark the answer to the shown question; words typed next belong to this mark."""
        note = self.take("", mark=mark)
        self.open_mark = note.id
        return note

    def chip(self, number: int) -> Note | None:
        """Take down the stödord of a number key (1–9); after a bare mark it gives that mark its words."""
        chips = self.chips()
        if not 1 <= number <= len(chips):
            return None
        chosen = chips[number - 1]
        if self.open_mark is not None:
            return self.add_words(chosen.text)
        return self.take(chosen.text, mark=chosen.mark)

    def add_words(self, text: str, *, voice: Voice | None = None) -> Note:
        """Give the bare mark just set its words."""
        note = self.meeting.note(self.open_mark or "")
        changed = replace(note, text=text, sorting=self._sort(note.ruta, text), voice=voice or note.voice)
        self._save_note(changed, "anteckning")
        self.open_mark = None
        self._settle(changed)
        return changed

    def undo(self) -> str | None:
        """Take back the latest step."""
        label = self.desk.undo()
        self._after_swap()
        return label

    def redo(self) -> str | None:
        """Do the step taken back again."""
        label = self.desk.redo()
        self._after_swap()
        return label

    # The clock

    def pause_or_resume(self) -> bool:
        """Stop or start the clock; returns whether it goes now."""
        step = ClockStep.PAUS if self.meeting.running else ClockStep.FORTSATT
        if self.meeting.started_at is None:
            step = ClockStep.START
        changed = self.desk.in_meeting(
            self.meeting_id,
            "paus" if step is ClockStep.PAUS else "fortsättning",
            lambda meeting: meeting.ticked(step, self.desk.stamp()),
        )
        return changed.running

    def end(self) -> None:
        """End the talk: the clock stops, and the reflection follows."""
        if self.meeting.ended_at is None:
            stamp = self.desk.stamp()
            self.desk.in_meeting(self.meeting_id, "samtalets slut", lambda known: known.ticked(ClockStep.SLUT, stamp))

    def sign_as(self, role: Role) -> None:
        """Sign the notes that follow with another role."""
        self.desk.author = role

    # Inside

    def _put(self, shown: Suggestion | None) -> None:
        if shown is None or shown.id in self.asked():
            return
        ruta = shown.question.ruta

        def change(meeting: Meeting) -> Meeting:
            progress = meeting.progress(ruta)
            return meeting.with_progress(replace(progress, asked=(*progress.asked, shown.id)))

        self.desk.in_meeting(self.meeting_id, "nästa fråga", change, undoable=False)

    def _settle(self, note: Note) -> None:
        """Keep the question on screen and let the note call new follow-ups."""
        if note.ruta not in self._members():
            return
        self.latest = note
        shown = self.offer.shown
        self.offer = Offer(main=shown, follow_ups=self._follow_ups(shown.id if shown else None))

    def _look(self) -> None:
        main = main_question(self.questions(), self.notes_here(), kind=self.desk.case.kind, asked=self.asked())
        self.offer = Offer(main=main, follow_ups=self._follow_ups(main.id if main else None))

    def _follow_ups(self, current: str | None) -> tuple[Suggestion, ...]:
        latest, pace = self.latest, talk_pace(self.desk.bank, self.meeting, self.desk.now())
        fits = latest is not None and current is not None and _same_question(latest.question, current)
        moment = Moment(
            kind=self.desk.case.kind,
            current=current,
            note=latest if fits or current is None else None,
            box_notes=self.notes_here(),
            asked=self.asked() | ({current} if current else set()),
            minutes_left=pace.left if pace.begun else None,
        )
        return follow_ups(self.questions(), moment, self.desk.source.guide())

    def _after_swap(self) -> None:
        self.open_mark = None
        box = self.meeting.current_box
        self.box = self.desk.bank.ruta(box) if box else None
        here = self.notes_here()
        self.latest = here[-1] if here else None
        self._look()


def _same_question(first: str | None, second: str) -> bool:
    """Whether two ids belong to one main question (``ruta/question`` or ``ruta/question/n``)."""
    return first is not None and first.split("/")[:2] == second.split("/")[:2]
