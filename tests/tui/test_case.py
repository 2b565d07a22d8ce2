"""The case's page, by keys."""

from datetime import UTC, date, datetime
from pathlib import Path

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.keeping import Keeping, Span
from gk_assistant.domain.cases import CaseKind, ConsentKind
from gk_assistant.domain.meetings import Participant
from gk_assistant.domain.notes import Role
from gk_assistant.tui.dialogs.ask import Ask
from gk_assistant.tui.screens.case import CaseList, CaseScreen
from gk_assistant.tui.screens.case_rows import What
from gk_assistant.tui.screens.papers import PapersScreen
from gk_assistant.tui.screens.talk import TalkScreen
from gk_assistant.tui.screens.transfer import TransferScreen
from tests.tui.test_case_support import Opened, opened


def light(here: Opened, what: What, *, meeting: int = 1, consent: ConsentKind | None = None) -> None:
    """Go to a row."""
    screen = here.built.app.screen
    assert isinstance(screen, CaseScreen)
    if consent is not None:
        rows = screen.query_one(CaseList)
        rows.highlighted = rows.get_option_index(f"samtycke-{consent}")
        return
    ids = [known.id for known in here.built.desk.case.meetings if known.number == meeting]
    general = what in (What.ETIKETT, What.ERSATTNING, What.SGI, What.BEGARAN)
    screen.light(what, None if general else ids[0])


async def test_enter_changes_the_label(tmp_path: Path) -> None:
    """The first row is the label; Enter, the new words and Enter change it, markup and all."""
    async with opened(tmp_path, CaseScreen) as here:
        await here.press("enter")
        await here.enter("Björk")
        assert here.case.label == "Björk"


async def test_a_label_like_a_personnummer_stays_to_be_mended(tmp_path: Path) -> None:
    """The dialog stays open with the words, and nothing is saved."""
    async with opened(tmp_path, CaseScreen) as here:
        await here.press("enter")
        await here.enter("191212121212")
        assert isinstance(here.built.app.screen, Ask)
        assert here.line == "191212121212"
        assert "personnummer" in here.picture
        assert here.case.label == "Ask [b]"


async def test_without_sgi_an_overlamningsmote_is_pointed_out(tmp_path: Path) -> None:
    """No SGI is two keys; the page points to the överlämningsmöte and forbids nothing."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.SGI)
        await here.press("enter", "n")
        assert here.case.sgi is False
        assert "överlämningsmöte" in here.picture
        await here.press("enter", "v")
        assert here.case.sgi is None


async def test_the_compensation_is_one_letter(tmp_path: Path) -> None:
    """Enter and a letter change the compensation."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.ERSATTNING)
        await here.press("enter", "a")
        assert here.case.kind is CaseKind.AE


async def test_the_request_is_dated_backwards(tmp_path: Path) -> None:
    """A request on 3/10 was last month; one in two weeks is refused with a sentence."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.BEGARAN)
        await here.press("enter")
        await here.enter("om två veckor")
        assert "framåt i tiden" in here.picture
        await here.enter("3/10")
        assert here.case.request_day == date(2026, 10, 3)


async def test_a_consent_is_given_collected_and_withdrawn(tmp_path: Path) -> None:
    """Given today by Enter, collected by one letter; withdrawn later, with its day."""
    async with opened(tmp_path, CaseScreen) as here:
        assert "Samtycke till GK ! saknas" in here.picture
        light(here, What.SAMTYCKE, consent=ConsentKind.GK)
        await here.press("enter", "enter", "a")
        consent = here.case.consent(ConsentKind.GK)
        assert (consent.given, consent.collected_by) == (date(2026, 11, 3), Role.AF)
        assert "gavs 3 november 2026, AF tog emot" in here.picture
        await here.press("enter", "å", "enter")
        assert here.case.consent(ConsentKind.GK).withdrawn == date(2026, 11, 3)
        assert "återkallat 3 november 2026" in here.picture
        await here.press("delete")
        assert here.case.consent(ConsentKind.GK).given is None


async def test_a_meeting_is_booked_in_one_line(tmp_path: Path) -> None:
    """A day said with its time sets both; the page says which day it understood."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.DAG)
        await here.press("enter")
        await here.enter("torsdag kl 13")
        assert (here.meeting.day, here.meeting.time) == (date(2026, 11, 5), "13.00")
        assert here.word == "GK1: torsdag 5 november 2026 13.00."


async def test_a_day_that_is_none_stays_to_be_mended(tmp_path: Path) -> None:
    """What is no day is not saved, and the words stay."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.DAG)
        await here.press("enter")
        await here.enter("när det passar")
        assert here.line == "när det passar"
        assert here.meeting.day is None


async def test_time_and_place_are_cleaned_and_shown_as_typed(tmp_path: Path) -> None:
    """A time is written one way; a place may look like markup."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.TID)
        await here.press("enter")
        await here.enter("9")
        light(here, What.PLATS)
        await here.press("enter")
        await here.paste("rum [bold]3\x1b[31m\u202e")
        await here.press("enter")
        assert (here.meeting.time, here.meeting.place) == ("9.00", "rum [bold]3")
        assert "rum [bold]3" in here.picture
        assert "Borttaget ur raden" in here.word


async def test_a_new_meeting_and_no_cap_at_two(tmp_path: Path) -> None:
    """Two more meetings by n; one that lies far off is pointed out, not refused; Esc adds none."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.DAG)
        await here.press("enter")
        await here.enter("idag")
        await here.press("n")
        await here.enter("om fyra veckor")
        assert "mer än 14 dagar" in here.word
        await here.press("n", "enter")
        await here.press("n", "escape")
        assert [(known.number, known.day) for known in here.case.meetings][1:] == [(2, date(2026, 12, 1)), (3, None)]


async def test_the_usual_three_take_two_keys(tmp_path: Path) -> None:
    """Enter and one letter put FK, AF and the deltagare in the room; more are added from the same row."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.LAGG_TILL)
        await here.press("enter", "l")
        await here.press("enter", "t")
        await here.enter("Noor")
        assert [one.role for one in here.meeting.participants] == [Role.FK, Role.AF, Role.DELTAGARE, Role.TOLK]
        assert here.meeting.participants[-1].name == "Noor"
        await here.press("up", "enter", "n")
        await here.enter("Noor A")
        assert here.meeting.participants[-1].name == "Noor A"
        await here.press("enter", "r", "v")
        assert here.meeting.participants[-1] == Participant(role=Role.VARD, name="Noor A")
        await here.press("t")
        assert len(here.meeting.participants) == 3


async def test_those_of_the_meeting_before_are_taken_over(tmp_path: Path) -> None:
    """At GK2 one key puts the same people in the room as at GK1."""
    people = (Participant(role=Role.AF, name="Lo"), Participant(role=Role.DELTAGARE))

    def prepare(desk: Desk) -> None:
        Keeping(desk).add_participants(desk.case.meetings[0].id, people)
        desk.add_meeting()

    async with opened(tmp_path, CaseScreen, prepare=prepare) as here:
        light(here, What.LAGG_TILL, meeting=2)
        await here.press("enter", "m")
        assert here.case.meetings[1].participants == people


async def test_everything_can_be_undone_by_keys(tmp_path: Path) -> None:
    """Ctrl+Z takes back a change and says which; Ctrl+Y does it again."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.SGI)
        await here.press("enter", "j", "ctrl+z")
        assert here.case.sgi is None
        assert here.word == "Ångrade: SGI."
        await here.press("ctrl+y")
        assert here.case.sgi is True


async def test_a_full_disk_keeps_the_words_in_the_dialog(tmp_path: Path) -> None:
    """What can't be saved stays on the line with the reason, and goes in when there is room."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.PLATS)
        await here.press("enter")
        here.store.full = True
        await here.enter("rum 7")
        assert "Disken är full" in here.picture
        assert here.line == "rum 7"
        here.store.full = False
        await here.press("enter")
        assert here.meeting.place == "rum 7"


async def test_a_meeting_held_elsewhere_gets_its_times(tmp_path: Path) -> None:
    """From the row of its state a meeting is said to be held, and opened again."""
    async with opened(tmp_path, CaseScreen) as here:
        light(here, What.LAGE)
        await here.press("enter", "h")
        await here.enter("10-11.15")
        assert here.meeting.ended_at == datetime(2026, 11, 3, 11, 15, tzinfo=UTC)
        assert "hållet 10.00–11.15" in here.picture
        await here.press("enter", "o")
        assert here.meeting.ended_at is None


async def test_an_empty_meeting_is_taken_away_and_a_held_one_is_not(tmp_path: Path) -> None:
    """Delete on the state takes away only what nothing has happened in."""

    def prepare(desk: Desk) -> None:
        Keeping(desk).hold(desk.case.meetings[0].id, Span(start="9.00", end="10.00"))
        desk.add_meeting()

    async with opened(tmp_path, CaseScreen, prepare=prepare) as here:
        light(here, What.LAGE, meeting=1)
        await here.press("delete")
        assert "tas inte bort" in here.word
        light(here, What.LAGE, meeting=2)
        await here.press("delete")
        assert [known.number for known in here.case.meetings] == [1]


async def test_the_ways_out_of_the_page(tmp_path: Path) -> None:
    """Papers, the paper way and the talk are one or two keys away, and Esc leads back."""
    async with opened(tmp_path, CaseScreen) as here:
        await here.press("u")
        assert isinstance(here.built.app.screen, PapersScreen)
        await here.press("escape")
        light(here, What.LAGE)
        await here.press("enter", "l")
        await here.pilot.pause()
        await here.press("escape")
        assert isinstance(here.built.app.screen, TransferScreen)
        await here.press("escape")
        assert isinstance(here.built.app.screen, CaseScreen)
        await here.press("s")
        assert isinstance(here.built.app.screen, TalkScreen)


async def test_every_row_of_a_meeting_answers_to_enter(tmp_path: Path) -> None:
    """Whatever row one stands on, Enter does something and Esc leads back to the page."""
    async with opened(tmp_path, CaseScreen) as here:
        screen = here.built.app.screen
        assert isinstance(screen, CaseScreen)
        light(here, What.LAGE)
        for _ in range(5):
            await here.press("enter", "escape", "down")
            assert here.built.app.screen is screen
