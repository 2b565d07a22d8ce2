"""Reflektion by keys: what is on disk is looked at first, the screen second."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from gk_assistant.conversation.way import Place
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.meetings import ClockStep, Meeting
from gk_assistant.domain.notes import Heading, Mark, Note, Origin, Sorting
from gk_assistant.domain.reflections import Decision, Reflection
from gk_assistant.tui.dialogs.ask import Ask, AskLong
from gk_assistant.tui.dialogs.pick import Pick
from gk_assistant.tui.screens.learnt import LearntScreen
from gk_assistant.tui.screens.reflection import LaneList, ReflectionScreen
from tests.tui.support import House, house, shown, typed
from tests.tui.test_case_support import FillingStore

NOTES = {
    "n1": ("fysisk_halsa", "värk i vänster axel", Heading.KROPP),
    "n2": ("vardag", "lagar mat varje dag", Heading.AKTIVITET),
    "n3": ("vardag", "handlar själv", Heading.AKTIVITET),
    "n4": ("andra_aspekter", "hm", None),
}
"""Notes as they were sorted: their ruta, words and heading; none is Osäkra."""


@dataclass
class Room:
    """The program with a reflection open."""

    built: House
    pilot: Pilot[str]
    store: FillingStore

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is on disk."""
        return self.store.load(self.built.desk.case.id).meetings[0]

    @property
    def reflection(self) -> Reflection:
        """The reflection as it is on disk."""
        return self.meeting.reflection

    @property
    def lane(self) -> str:
        """The lane that has the focus."""
        assert isinstance(self.built.app.focused, LaneList)
        return str(self.built.app.focused.id).removeprefix("lane-")

    @property
    def picture(self) -> str:
        """What the screen shows, its blanks made one."""
        return " ".join(shown(self.built.app).split())

    def heading(self, note: str) -> tuple[Heading | None, Origin]:
        """Return where a note stands on disk, and who put it there."""
        sorting = self.meeting.note(note).sorting
        assert sorting is not None
        return sorting.heading, sorting.origin

    async def press(self, *keys: str) -> None:
        """Press keys; ``=words`` types words."""
        for key in keys:
            await self.pilot.press(*(typed(key[1:]) if key.startswith("=") else (key,)))
        await self.pilot.pause()


@asynccontextmanager
async def room(folder: Path) -> AsyncIterator[Room]:
    """Open the reflection of a GK1 that has just ended, its four notes sorted."""
    built = house(folder)
    desk = built.desk
    store = FillingStore(desk.store)
    desk.store = store
    desk.new_case(label="Blåklint 7", kind=CaseKind.SP)
    now = datetime(2026, 11, 3, 9, tzinfo=UTC)

    def talked(meeting: Meeting) -> Meeting:
        for name, (ruta, text, heading) in NOTES.items():
            sorting = Sorting(heading=heading, reason=f"skäl till {name}", origin=Origin.AUTO)
            meeting = meeting.with_note(Note(id=name, ruta=ruta, text=text, at=now, sorting=sorting))
        return meeting.ticked(ClockStep.START, now).ticked(ClockStep.SLUT, now)

    desk.in_meeting(desk.case.meetings[0].id, "gk1", talked)
    try:
        async with built.app.run_test(size=(80, 24)) as pilot:
            built.app.open_place(Place.REFLEKTION)
            await pilot.pause()
            # However the sorting is tuned, these notes stand where this test put them.
            assert isinstance(built.app.screen, ReflectionScreen)
            desk.in_meeting(desk.case.meetings[0].id, "sortering", talked)
            desk._done.clear()
            built.app.screen.refresh_all()
            built.app.screen._focus_first()
            await pilot.pause()
            yield Room(built=built, pilot=pilot, store=store)
    finally:
        store.close()


async def test_it_begins_with_what_needs_a_person(tmp_path: Path) -> None:
    """The unsure lane has the focus, its note is lit, and its reason is in sight."""
    async with room(tmp_path) as here:
        assert here.lane == "osakra"
        assert "Skäl: skäl till n4" in here.picture
        assert "internt arbetsstöd" in here.picture


async def test_one_key_moves_a_note_and_ctrl_z_takes_it_back(tmp_path: Path) -> None:
    """A digit puts the lit note under a heading, on disk and as the users' own; undo and redo follow."""
    async with room(tmp_path) as here:
        await here.press("3")
        assert here.heading("n4") == (Heading.OMGIVNING, Origin.OWN)
        assert "Flyttad till Omgivning" in here.picture
        await here.press("ctrl+z")
        assert here.heading("n4") == (None, Origin.AUTO)
        await here.press("ctrl+y")
        assert here.heading("n4") == (Heading.OMGIVNING, Origin.OWN)


async def test_each_digit_stands_for_its_lane(tmp_path: Path) -> None:
    """1 to 5 are the lanes from left to right; 5 makes a note unsure again."""
    async with room(tmp_path) as here:
        await here.press("right")
        for key, heading in zip("2345", (Heading.AKTIVITET, Heading.OMGIVNING, Heading.PERSON, None), strict=True):
            at = here.built.desk.case.meetings[0].note("n1").sorting
            here.built.app.screen.query_one(f"#lane-{at.heading if at and at.heading else 'osakra'}").focus()
            await here.press("home" if key != "2" else "up")
            lane = here.built.app.focused
            assert isinstance(lane, LaneList)
            lane.highlighted = [option.id for option in lane.options].index("n1")
            await here.press(key)
            assert here.heading("n1") == (heading, Origin.OWN)


async def test_the_arrows_go_between_lanes_and_notes(tmp_path: Path) -> None:
    """Right from the last lane leads to the first, left back again, down to the next note, each with its reason."""
    async with room(tmp_path) as here:
        for key, lane in (("right", "kropp"), ("right", "aktivitet"), ("left", "kropp"), ("left", "osakra")):
            await here.press(key)
            assert here.lane == lane
        await here.press("right", "right")
        assert "Skäl: skäl till n2" in here.picture
        await here.press("down")
        assert "Skäl: skäl till n3" in here.picture


async def test_a_moved_note_leaves_the_light_on_the_next(tmp_path: Path) -> None:
    """Several notes are moved by the same key, one after the other, without looking for the next."""
    async with room(tmp_path) as here:
        await here.press("right", "right", "4", "4")
        assert [here.heading(note)[0] for note in ("n2", "n3")] == [Heading.PERSON, Heading.PERSON]


async def test_a_view_is_written_and_the_next_question_follows(tmp_path: Path) -> None:
    """s, f, the words and Esc: FK's view is on disk, and the choice of views is there again for AF's."""
    async with room(tmp_path) as here:
        await here.press("s", "f", "=vi [ser] det så", "escape")
        assert here.reflection.fk_view == "vi [ser] det så"
        assert isinstance(here.built.app.screen, Pick)
        await here.press("a", "=vi med", "escape", "j")
        assert (here.reflection.af_view, here.reflection.agreed) == ("vi med", True)
        assert "Syn: FK och AF · Samsyn: ja" in here.picture


async def test_no_samsyn_asks_for_the_difference(tmp_path: Path) -> None:
    """A no is saved at once and asks what the difference is; the words are on disk when Esc has been pressed."""
    async with room(tmp_path) as here:
        await here.press("s", "n")
        assert here.reflection.agreed is False
        assert isinstance(here.built.app.screen, AskLong)
        assert here.built.app.screen.query_one(TextArea).has_focus
        assert "Vad ser ni olika på?" in here.picture
        await here.press("=takten", "escape")
        assert here.reflection.difference == "takten"
        assert "Samsyn: nej" in here.picture


async def test_a_decision_proposes_the_last_day_within_two_weeks(tmp_path: Path) -> None:
    """Enter takes the proposed day, the time may be left out, and the screen says the day in words."""
    async with room(tmp_path) as here:
        await here.press("b", "1", "enter", "enter")
        assert here.reflection.decision is Decision.NYTT_MOTE
        assert here.reflection.next_day is not None
        assert (here.reflection.next_day - date(2026, 11, 3)).days <= 14
        assert f"Nästa möte: tisdag {here.reflection.next_day.day} november 2026" in here.picture


async def test_a_day_later_than_two_weeks_warns_and_is_kept(tmp_path: Path) -> None:
    """The day that was typed replaces the proposed one; a late one is saved with a calm word, never refused."""
    async with room(tmp_path) as here:
        await here.press("b", "1", "=1/12", "enter", "=13", "enter")
        assert here.reflection.next_day == date(2026, 12, 1)
        assert "senare än två veckor" in here.picture
        await here.press("ctrl+z")
        assert here.reflection.decision is None


async def test_a_day_that_cannot_be_read_stays_to_be_mended(tmp_path: Path) -> None:
    """The line keeps the words and says what to write; nothing is decided meanwhile."""
    async with room(tmp_path) as here:
        await here.press("b", "1", "=32/13", "enter")
        assert isinstance(here.built.app.screen, Ask)
        assert here.built.app.screen.query_one(Input).value == "32/13"
        assert "Det går inte att läsa som ett datum." in here.picture
        assert here.reflection.decision is None


async def test_a_decision_without_a_next_meeting_is_one_key(tmp_path: Path) -> None:
    """Åter till Försäkringskassan asks for no day."""
    async with room(tmp_path) as here:
        await here.press("b", "3")
        assert (here.reflection.decision, here.reflection.next_day) == (Decision.ATER_FK, None)
        assert "Beslut: Åter till Försäkringskassan" in here.picture


async def test_a_specialist_is_chosen_by_a_key(tmp_path: Path) -> None:
    """Letter e and a digit say which specialist the next meeting needs; the dialog shows it, and undo takes it back."""
    async with room(tmp_path) as here:
        await here.press("e", "1")
        (need,) = here.reflection.specialists
        assert need.kind == here.built.desk.bank.plan.specialists[0].id
        await here.press("e")
        assert f"● {here.built.desk.bank.plan.specialists[0].title}" in here.picture
        await here.press("escape", "ctrl+z")
        assert here.reflection.specialists == ()


async def test_a_full_disk_is_told_and_moves_nothing(tmp_path: Path) -> None:
    """A note that can't be saved in its new place stays where it was, and a sentence says why."""
    async with room(tmp_path) as here:
        here.store.full = True
        await here.press("1")
        assert "Disken är full" in here.picture
        here.store.full = False
        assert here.heading("n4") == (None, Origin.AUTO)
        assert here.lane == "osakra"


async def test_the_papers_are_a_key_away_and_esc_leads_back(tmp_path: Path) -> None:
    """Letter u opens the papers of the same case, Esc returns to the reflection with the same lane lit."""
    async with room(tmp_path) as here:
        await here.press("right", "u", "escape")
        assert isinstance(here.built.app.screen, ReflectionScreen)
        assert here.lane == "kropp"


async def test_a_move_is_learnt_shown_and_taken_back(tmp_path: Path) -> None:
    """A digit teaches, l shows what was learnt, t takes it back; the note stays where it was put."""
    async with room(tmp_path) as here:
        await here.press("3", "l")
        assert isinstance(here.built.app.screen, LearntScreen)
        assert "skriven i rutan Andra aspekter → hör till Omgivning, 3 november 2026" in here.picture
        await here.press("t")
        assert "Bortglömt. Anteckningen ligger kvar där ni lade den." in here.picture
        assert here.built.desk.learner.learnt.lessons == ()
        await here.press("t", "a", "escape")
        assert here.heading("n4") == (Heading.OMGIVNING, Origin.OWN)


async def test_everything_is_forgotten_only_after_a_yes(tmp_path: Path) -> None:
    """The letter a asks first; a no changes nothing."""
    async with room(tmp_path) as here:
        await here.press("3", "right", "4", "l", "a", "n")
        assert len(here.built.desk.learner.learnt.lessons) == 2
        await here.press("a", "j")
        assert not here.built.desk.learner.learnt.lessons
        assert "2 rättelser är bortglömda." in here.picture


async def test_undo_unlearns(tmp_path: Path) -> None:
    """Ctrl+Z takes back the move and what it taught."""
    async with room(tmp_path) as here:
        await here.press("3", "ctrl+z")
        assert here.built.desk.learner.learnt.lessons == ()


async def test_what_was_learnt_sorts_and_says_so_until_it_is_taken_back(tmp_path: Path) -> None:
    """A like note stands where its twin was put, with the reason; without the lesson it goes back."""
    async with room(tmp_path) as here:
        await here.press("right", "4")
        assert here.heading("n1") == (Heading.PERSON, Origin.OWN)
        here.built.desk.in_meeting(
            here.meeting.id,
            "ny",
            lambda meeting: meeting.with_note(
                Note(id="n9", ruta="fysisk_halsa", text="värken i vä axel", at=datetime(2026, 11, 3, 9, tzinfo=UTC))
            ),
        )
        await here.press("l", "escape")
        assert here.heading("n9") == (Heading.PERSON, Origin.AUTO)
        here.built.app.screen.query_one("#lane-person").focus()
        await here.press("end")
        assert "Skäl: Du lade en liknande anteckning under Person 3 november." in here.picture
        assert "Läst: vä → vänster." in here.picture
        await here.press("l", "t", "escape")
        assert here.heading("n9")[0] is not Heading.PERSON


async def test_a_mark_is_put_right_by_its_sign(tmp_path: Path) -> None:
    """Plus, minus and exclamation mark the lit note; the same sign takes the mark away. It is learnt."""
    async with room(tmp_path) as here:
        await here.press("right", "minus")
        assert here.meeting.note("n1").mark is Mark.HINDER
        assert [lesson.mark for lesson in here.built.desk.learner.learnt.lessons] == [Mark.HINDER]
        await here.press("minus")
        assert here.meeting.note("n1").mark is None
        assert here.built.desk.learner.learnt.lessons == ()


async def test_what_cannot_be_learnt_is_told(tmp_path: Path) -> None:
    """A damaged file of what was learnt stops nothing: the note is moved, and a sentence says the rest."""
    async with room(tmp_path) as here:
        (here.built.folder / ".gk-lart").write_bytes(b"{")
        await here.press("3")
        assert here.heading("n4") == (Heading.OMGIVNING, Origin.OWN)
        assert "Rättelsen är sparad men inte inlärd." in here.picture


async def test_official_titles_stand_beside_our_labels_once_loaded(tmp_path: Path) -> None:
    """The reason shows the code, our short label and the title that the user has loaded."""
    async with room(tmp_path) as here:
        vars(here.built.services.ear)["icf_titles"] = {"b280": "Påhittad titel"}

        def coded(meeting: Meeting) -> Meeting:
            note = meeting.note("n4")
            return meeting.with_note(replace(note, sorting=Sorting(heading=None, icf=("b280",))))

        here.built.desk.in_meeting(here.meeting.id, "kod", coded)
        assert isinstance(here.built.app.screen, ReflectionScreen)
        here.built.app.screen.refresh_all()
        await here.press("right", "left")
        assert "b280 värk och smärta (Påhittad titel)" in here.picture
