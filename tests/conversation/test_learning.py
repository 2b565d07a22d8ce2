"""Corrections are learnt as they are made, unlearnt as they are undone, and never outweigh a heading set by hand."""

from datetime import UTC, datetime

from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.learning import InMemory, Learner
from gk_assistant.conversation.lesson_words import lesson_words, newest_first, ruta_words
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.reflecting import Reflecting
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.learnt import Learnt
from gk_assistant.domain.notes import Heading, Mark, Origin
from tests.conversation.desks import Room, bank, room

NOTE = "handlar mat med grannen på lördagar"
ALIKE = "handlar maten med sin granne lördagar"


class Scribe(InMemory):
    """A store that can be told to fail."""

    fault: str | None = None

    def load(self) -> Learnt:
        """Return what has been learnt, unless told to fail."""
        if self.fault is not None:
            raise StoreFault(self.fault)
        return super().load()


class Here:
    """A desk that learns, with one note taken and the reflection begun."""

    def __init__(self) -> None:
        """Take the note."""
        self.store = Scribe()
        self.learner = Learner(self.store)
        self.room: Room = room()
        self.room.desk.learner = self.learner
        self.room.clock.moment = datetime(2026, 11, 22, 14, tzinfo=UTC)
        self.ear = Ear(bank(), learner=self.learner)
        self.talk = Talk(self.room.desk, self.room.desk.next_meeting().id, sort=self.ear.sort)
        self.talk.choose_box("vardag")
        self.note = self.talk.take(NOTE)
        self.reflecting = Reflecting(self.room.desk, self.talk.meeting_id, sort=self.ear.sort)
        self.reflecting.begin()

    @property
    def taught(self) -> list[tuple[str, Heading | None, Mark | None]]:
        """What has been learnt: words, heading, mark."""
        return [(lesson.text, lesson.heading, lesson.mark) for lesson in self.learner.learnt.lessons]


def test_the_next_like_note_gets_the_heading_and_says_why() -> None:
    """A note moved by hand teaches: near-same words go the same way, and the reason names heading and day."""
    here = Here()
    before = here.ear.sort("vardag", ALIKE)
    assert before.heading is not Heading.PERSON
    here.reflecting.place(here.note.id, Heading.PERSON)
    after = here.ear.sort("vardag", ALIKE)
    assert after.heading is Heading.PERSON
    assert after.origin is Origin.AUTO
    assert after.reason == "Du lade en liknande anteckning under Person 22 november"
    assert after.second is before.heading
    assert here.ear.sort("vardag", "handlar inte mat med grannen på lördagar").heading is not Heading.PERSON


def test_undo_unlearns_and_redo_learns_again() -> None:
    """What is learnt follows the move: Ctrl+Z takes both back."""
    here = Here()
    here.reflecting.place(here.note.id, Heading.PERSON)
    here.room.desk.undo()
    assert here.taught == []
    here.room.desk.redo()
    assert here.taught == [(NOTE, Heading.PERSON, None)]
    here.reflecting.place(here.note.id, Heading.KROPP)
    assert here.taught == [(NOTE, Heading.KROPP, None)]
    here.room.desk.undo()
    assert here.taught == [(NOTE, Heading.PERSON, None)]


def test_a_heading_set_by_hand_is_never_overridden() -> None:
    """A lesson that says otherwise leaves a moved note where the user put it, however often it is sorted anew."""
    here = Here()
    here.reflecting.place(here.note.id, Heading.KROPP)
    other = here.talk.take(ALIKE)
    here.reflecting.place(other.id, Heading.PERSON)
    here.reflecting.begin()
    here.talk.move(here.note.id, "socialt")
    here.talk.edit(here.note.id, ALIKE, mark=None)
    kept = here.reflecting.meeting.note(here.note.id).sorting
    assert kept is not None
    assert (kept.heading, kept.origin) == (Heading.KROPP, Origin.OWN)


def test_a_mark_changed_by_hand_is_learnt_and_one_set_at_once_is_not() -> None:
    """A mark given with the note is what was said then; a mark that puts the program right is a correction."""
    here = Here()
    here.talk.take("lagar mat varje dag", mark=Mark.HINDER)
    assert here.taught == []
    here.reflecting.remark(here.note.id, Mark.BEHOV)
    assert here.taught == [(NOTE, None, Mark.BEHOV)]
    again = here.ear.sort("vardag", ALIKE)
    assert again.mark is Mark.BEHOV
    assert again.reason.endswith("du märkte en liknande anteckning som behov 22 november")
    here.reflecting.remark(here.note.id, Mark.FOLJ_UPP)
    assert here.taught == []


def test_a_note_put_among_the_unsure_or_taken_away_teaches_nothing() -> None:
    """Osäkra is no heading, and a note that has been taken away leaves no words behind."""
    here = Here()
    here.reflecting.place(here.note.id, Heading.PERSON)
    here.reflecting.place(here.note.id, None)
    assert here.taught == []
    here.reflecting.place(here.note.id, Heading.PERSON)
    here.reflecting.strike(here.note.id)
    assert here.taught == []


def test_new_words_follow_the_note_but_bring_nothing_back() -> None:
    """A mended note teaches its new words; a lesson taken back stays away until the note is moved again."""
    here = Here()
    here.reflecting.place(here.note.id, Heading.PERSON)
    here.reflecting.edit(here.note.id, "handlar ensam", mark=None)
    assert here.taught == [("handlar ensam", Heading.PERSON, None)]
    here.learner.forget(here.learner.learnt.lessons[0])
    here.reflecting.edit(here.note.id, "handlar helst ensam", mark=None)
    assert here.taught == []


def test_one_or_all_are_taken_back() -> None:
    """A lesson taken back no longer sorts; the note it came from stays where it is."""
    here = Here()
    here.reflecting.place(here.note.id, Heading.PERSON)
    other = here.talk.take("ringer sin bror")
    here.reflecting.place(other.id, Heading.KROPP)
    here.learner.forget(newest_first(here.learner.learnt)[0])
    assert here.taught == [(NOTE, Heading.PERSON, None)]
    assert here.reflecting.meeting.note(other.id).heading is Heading.KROPP
    assert here.learner.forget_all() == 1
    assert here.taught == []
    assert here.ear.sort("vardag", ALIKE).heading is not Heading.PERSON


def test_what_cannot_be_learnt_stops_nothing() -> None:
    """When the store fails the note is moved all the same, the sorting goes on, and one sentence says what is wrong."""
    here = Here()
    here.store.fault = "Disken är full."
    here.reflecting.place(here.note.id, Heading.PERSON)
    assert here.reflecting.meeting.note(here.note.id).heading is Heading.PERSON
    assert here.learner.remark() == "Rättelsen är sparad men inte inlärd. Disken är full."
    assert here.ear.sort("vardag", ALIKE).heading is not None
    assert here.learner.remark() == "Disken är full."
    assert here.learner.remark() == ""


def test_a_lesson_in_words() -> None:
    """The list says the ruta as a ruta and the heading as a heading, then mark and day."""
    here = Here()
    here.reflecting.place(here.note.id, Heading.PERSON)
    here.reflecting.remark(here.note.id, Mark.BEHOV)
    (lesson,) = here.learner.learnt.lessons
    assert lesson_words(bank().bank(), lesson) == "hör till Person, märket behov, 22 november 2026"
    assert ruta_words(bank().bank(), lesson) == "skriven i rutan Vardag"
