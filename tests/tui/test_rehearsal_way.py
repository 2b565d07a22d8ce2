"""The way through a rehearsal: choosing, GK1, the reflection, GK2 with the plan, the mirror, and what is kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.rehearsals import Difficulty, Part, Rehearsal, Setting, Shown
from gk_assistant.rehearsal.ports import NothingKept
from gk_assistant.tui.rehearsal_words import kept_words
from gk_assistant.tui.screens.cases import CasesScreen
from gk_assistant.tui.screens.mirror import MirrorScreen
from gk_assistant.tui.screens.personas import PersonasScreen
from gk_assistant.tui.screens.planning import PlanningScreen
from gk_assistant.tui.screens.playback import PlaybackScreen
from gk_assistant.tui.screens.reflection import ReflectionScreen
from gk_assistant.tui.screens.rehearsal import RehearsalScreen
from tests.tui.support import House, house, shown
from tests.tui.walk import press, rest

S = TypeVar("S", bound=Screen[None])
NARROW, WIDE = (80, 24), (120, 40)
SAID = ("=Hej Katarina, välkommen.", "enter", "=Hur ser en vanlig dag ut?", "enter")
NOTED = ("f3", "=v- tröttnar", "enter", "f3")


@asynccontextmanager
async def running(
    folder: Path, *, rehearse: Setting | bool = True, size: tuple[int, int] = NARROW, store: NothingKept | None = None
) -> AsyncIterator[tuple[House, Pilot[str]]]:
    """Run the program, straight into practising."""
    built = house(folder, rehearse=rehearse, rehearsals=store)
    async with built.app.run_test(size=size) as pilot:
        await rest(pilot)
        yield built, pilot
    built.desk.store.close()


def katarina(**changes: object) -> Setting:
    """Return a rehearsal with Katarina."""
    return Setting(persona="utmattning", seed=1, **changes)  # type: ignore[arg-type]


def here(pilot: Pilot[str], kind: type[S]) -> S:
    """Return the screen at hand, which must be of a kind."""
    assert isinstance(pilot.app.screen, kind), pilot.app.screen
    return pilot.app.screen


def saved(folder: Path, ending: str) -> list[bytes]:
    """Return the files of an ending in a folder."""
    return [file.read_bytes() for file in folder.glob(f"*.{ending}")]


# Choosing


async def test_practising_is_a_key_away_from_the_cases(tmp_path: Path) -> None:
    """In Mina ärenden o leads to the people, and Esc back; both stand in the footer."""
    built = house(tmp_path)
    async with built.app.run_test(size=NARROW) as pilot:
        assert "o Öva" in shown(built.app)
        await press(pilot, "o")
        here(pilot, PersonasScreen)
        await press(pilot, "escape")
        here(pilot, CasesScreen)
    built.desk.store.close()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_person_is_told_of_before_one_chooses(tmp_path: Path, size: tuple[int, int]) -> None:
    """Beside the list stand the lit person's story and mood, and how one is to practise."""
    async with running(tmp_path, size=size) as (built, pilot):
        people = built.services.practice.people() if built.services.practice else ()
        assert len(people) >= 8
        await press(pilot, "down")
        words = " ".join(shown(built.app).split())
        second = people[1]
        assert f"{second.name}, {second.age} år" in words
        assert second.title.split()[0] in words
        assert "Svårighet" in words


async def test_how_one_practises_is_chosen_by_one_key_each(tmp_path: Path) -> None:
    """v, k, l, r and n change difficulty, feedback, length, ruta and number; the rehearsal begins as chosen."""
    async with running(tmp_path) as (_, pilot):
        await press(pilot, "v", "k", "l", "r", "s", "n", "ctrl+u", "=7", "enter", "enter")
        setting = here(pilot, RehearsalScreen).room.rehearsal.setting
        assert (setting.difficulty, setting.shown) == (Difficulty.SVAR, Shown.DOLD)
        assert (setting.turns, setting.ruta, setting.seed) == (10, "socialt", 7)


async def test_a_new_rehearsal_with_the_same_person_gets_a_new_number(tmp_path: Path) -> None:
    """Nobody who has chosen no number meets the same talk twice."""
    async with running(tmp_path) as (_, pilot):
        await press(pilot, "enter", *SAID)
        assert here(pilot, RehearsalScreen).room.rehearsal.setting.seed == 1
        await press(pilot, "escape", "escape", "enter")
        assert here(pilot, RehearsalScreen).room.rehearsal.setting.seed == 2


async def test_a_rehearsal_begins_at_once_when_the_start_says_so(tmp_path: Path) -> None:
    """A start with a setting leads across the table; behind it lie the people, and behind them the cases."""
    async with running(tmp_path, rehearse=katarina()) as (_, pilot):
        assert here(pilot, RehearsalScreen).room.persona.id == "utmattning"
        await press(pilot, "escape", "escape")
        here(pilot, PersonasScreen)
        await press(pilot, "escape")
        here(pilot, CasesScreen)


async def test_an_unknown_person_is_told_of(tmp_path: Path) -> None:
    """A start with somebody who is not there ends among the people, with a sentence."""
    async with running(tmp_path, rehearse=Setting(persona="finns_inte")) as (built, pilot):
        here(pilot, PersonasScreen)
        assert "finns inte" in shown(built.app)


async def test_nothing_said_leaves_nothing_behind(tmp_path: Path) -> None:
    """Who only looks in has no rehearsal kept."""
    store = NothingKept()
    async with running(tmp_path, rehearse=katarina(), store=store) as (_, pilot):
        await press(pilot, "escape", "escape")
        assert store.all() == ()


# What is kept


async def test_what_was_left_is_taken_up_where_it_was(tmp_path: Path) -> None:
    """Tab and Enter take up the rehearsal: the turns, the notes and the clock are there."""
    async with running(tmp_path, rehearse=katarina()) as (built, pilot):
        await press(pilot, *SAID, *NOTED, "escape", "escape", "tab", "enter")
        screen = here(pilot, RehearsalScreen)
        assert len(screen.room.rehearsal.turns) == 2
        assert [note.text for note in screen.talk.meeting.live_notes] == ["tröttnar"]
        assert "Hur ser en vanlig dag ut?" in shown(built.app)


async def test_forgetting_asks_and_no_is_the_first_answer(tmp_path: Path) -> None:
    """T asks; Enter is no; j takes the rehearsal away for good."""
    store = NothingKept()
    async with running(tmp_path, rehearse=katarina(), store=store) as (built, pilot):
        await press(pilot, *SAID, "escape", "escape", "tab", "t", "enter")
        assert len(store.all()) == 1
        await press(pilot, "t", "j")
        assert store.all() == ()
        assert "Dina övningar" not in " ".join(shown(built.app).split("Tab")[:1])


async def test_mirror_and_playback_need_a_rehearsal_to_stand_on(tmp_path: Path) -> None:
    """Among the people s, p and t only say where to go."""
    async with running(tmp_path) as (built, pilot):
        for key in ("s", "p", "t"):
            await press(pilot, key)
            here(pilot, PersonasScreen)
            assert "Ställ dig på en av dina övningar" in shown(built.app)


# The way through


async def test_the_whole_method_is_practised(tmp_path: Path) -> None:
    """GK1, the reflection over one's own notes, GK2 with the trappa, the mirror: one rehearsal holds it all."""
    store = NothingKept()
    async with running(tmp_path, rehearse=katarina(), store=store) as (built, pilot):
        await press(pilot, *SAID, *NOTED, "ctrl+b", "r")
        reflection = here(pilot, ReflectionScreen)
        assert [note.text for note in reflection.reflecting.meeting.live_notes] == ["tröttnar"]
        await press(pilot, "escape")
        assert "GK1 är slut. Vad gör du nu?" in shown(built.app)
        await press(pilot, "g", "=Hej igen Katarina!", "enter")
        screen = here(pilot, RehearsalScreen)
        assert screen.room.part is Part.GK2
        assert "GK2" in shown(built.app)
        await press(pilot, "ctrl+t")
        planning = here(pilot, PlanningScreen)
        assert planning.meeting is not None
        assert planning.meeting.number == 2
        await press(pilot, "n", "2", "s", "enter", "escape", "ctrl+b", "s")
        here(pilot, MirrorScreen)
        (kept,) = store.all()
        assert kept.ended is not None
        assert [turn.part for turn in kept.turns] == [Part.GK1, Part.GK1, Part.GK2]
        assert kept.case is not None
        assert [one.step for one in kept.case.placements] == [2.0]
        assert built.desk.shelf().rows == ()


async def test_what_is_said_in_the_reflection_touches_no_case_of_the_user(tmp_path: Path) -> None:
    """Papers opened from a rehearsal's reflection are the rehearsal's, also where the user has a case open."""
    built = house(tmp_path)
    built.desk.new_case(label="Ask", kind=CaseKind.SP)
    async with built.app.run_test(size=NARROW) as pilot:
        await press(pilot, "o", "enter", *SAID, *NOTED, "ctrl+b", "r", "u")
        assert "Övning: Katarina · Papper" in shown(built.app)
        assert built.desk.case.notes == ()
    built.desk.store.close()


async def test_each_part_may_be_skipped(tmp_path: Path) -> None:
    """From GK1 straight to GK2, and from GK2 straight to the mirror."""
    async with running(tmp_path, rehearse=katarina()) as (_, pilot):
        await press(pilot, *SAID, "ctrl+b", "g")
        assert here(pilot, RehearsalScreen).room.part is Part.GK2
        await press(pilot, "=Hej igen!", "enter", "ctrl+b", "s")
        here(pilot, MirrorScreen)


async def test_ending_asks_and_talking_on_is_the_first_answer(tmp_path: Path) -> None:
    """Ctrl+B asks; Enter and Esc talk on. Before anything is said there is nothing to end."""
    async with running(tmp_path, rehearse=katarina()) as (built, pilot):
        await press(pilot, "ctrl+b")
        assert "Du har inte sagt något än." in shown(built.app)
        await press(pilot, *SAID, "ctrl+b", "enter")
        assert not here(pilot, RehearsalScreen).between
        await press(pilot, "ctrl+b", "escape")
        assert not here(pilot, RehearsalScreen).between


async def test_between_the_meetings_nothing_is_said_and_one_may_leave_and_come_back(tmp_path: Path) -> None:
    """When GK1 is over the line leads on; taken up again the rehearsal asks what now."""
    async with running(tmp_path, rehearse=katarina()) as (built, pilot):
        await press(pilot, *SAID, "ctrl+b", "r", "escape", "escape", "=Hallå", "enter")
        assert "GK1 är slut. Vad gör du nu?" in shown(built.app)
        await press(pilot, "escape")
        screen = here(pilot, RehearsalScreen)
        assert screen.say_line.value == "Hallå"
        assert len(screen.room.rehearsal.turns) == 2
        await press(pilot, "escape", "escape", "tab", "enter")
        assert "GK1 är slut. Vad gör du nu?" in shown(built.app)


# Afterwards


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_mirror_begins_with_strengths_then_what_to_try_then_the_figures(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """The order is that of good feedback, and the figures are called guidance, not a grade."""
    async with running(tmp_path, rehearse=katarina(), size=size) as (built, pilot):
        await press(pilot, *SAID, "=Sover du dåligt?", "enter", "=Äter du bra?", "enter", "=Har du ont?", "enter")
        await press(pilot, "ctrl+b", "s")
        screen = here(pilot, MirrorScreen)
        titles = [str(label.content) for label in screen.query(".title").results() if label.display]  # type: ignore[attr-defined]
        assert titles[0] == "Det här gjorde du bra"
        assert titles.index("Att pröva nästa gång") == 1
        assert "inget betyg" in " ".join(titles)
        await press(pilot, "tab")
        assert shown(built.app).splitlines()[1].strip(" ▁▂▃▄▅▆▇█") == titles[1]


@pytest.mark.parametrize(("key", "ending"), [("p", "pdf"), ("h", "html"), ("m", "md")])
async def test_the_mirror_is_saved_as_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, ending: str
) -> None:
    """s, a form and a name save the mirror as a paper is saved: a file that holds the talk."""
    monkeypatch.chdir(tmp_path)
    async with running(tmp_path / "arenden", rehearse=katarina()) as (_, pilot):
        await press(pilot, *SAID, "ctrl+b", "s", "s", key, "enter")
        here(pilot, MirrorScreen)
    (data,) = saved(tmp_path, ending)
    assert len(data) > 1000
    if ending != "pdf":
        assert "Hur ser en vanlig dag ut?" in data.decode()


async def test_a_personal_number_in_the_talk_is_warned_of_before_it_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What looks like somebody's number is shown before any file is written; no leads back."""
    monkeypatch.chdir(tmp_path)
    async with running(tmp_path / "arenden", rehearse=katarina()) as (built, pilot):
        await press(pilot, "=Stämmer det att ditt nummer är 19121212-1212?", "enter", *SAID, "ctrl+b", "s", "s", "m")
        assert "Spara ändå?" in shown(built.app)
        await press(pilot, "n")
        here(pilot, MirrorScreen)
    assert not saved(tmp_path, "md")


async def test_a_talk_is_played_back_turn_by_turn(tmp_path: Path) -> None:
    """The arrows step through the turns and stop at the ends; each tells kind, effect, layer and openness."""
    async with running(tmp_path, rehearse=katarina()) as (built, pilot):
        await press(pilot, *SAID, "ctrl+b", "s", "p")
        screen = here(pilot, PlaybackScreen)
        await press(pilot, "left")
        assert screen.at == 0
        await press(pilot, "right", "right")
        assert screen.at == 1
        words = shown(built.app)
        assert "Öppen fråga" in words
        assert "↑ En öppen fråga (+" in words
        assert "av 100, " in words
        assert "Sägs " in words
        await press(pilot, "escape")
        here(pilot, MirrorScreen)
        await press(pilot, "escape")
        here(pilot, PersonasScreen)


async def test_the_mirror_of_what_was_kept_is_found_again(tmp_path: Path) -> None:
    """A finished rehearsal opens its mirror from the list; so does s on one that is not finished."""
    async with running(tmp_path, rehearse=katarina()) as (_, pilot):
        await press(pilot, *SAID, "escape", "escape", "tab", "s")
        here(pilot, MirrorScreen)
        await press(pilot, "escape", "enter", "ctrl+b", "s", "escape", "enter")
        here(pilot, MirrorScreen)


# Fast hands


@pytest.mark.parametrize("keys", ["ss", "gg", "rr", "sr", "pp", "ggs"])
async def test_two_keys_at_once_choose_once(tmp_path: Path, keys: str) -> None:
    """Keys faster than the screen in the question that ends GK1 choose once, and nothing breaks or is lost."""
    store = NothingKept()
    async with running(tmp_path, rehearse=katarina(), store=store) as (built, pilot):
        await press(pilot, *SAID, "ctrl+b")
        for key in keys:
            built.app.post_message(events.Key(key, key))
        await rest(pilot)
        assert built.app.fault is None
        stack = [type(screen) for screen in built.app.screen_stack]
        assert PersonasScreen in stack
        assert len(stack) == len(set(stack))
        (kept,) = store.all()
        assert len(kept.turns) == 2


@pytest.mark.parametrize("key", ["enter", "o"])
async def test_a_doubled_key_opens_one_screen(tmp_path: Path, key: str) -> None:
    """Enter or o twice at once opens one list and one rehearsal, never two on top of each other."""
    built = house(tmp_path, rehearse=key == "enter")
    async with built.app.run_test(size=NARROW) as pilot:
        await rest(pilot)
        for _ in range(2):
            built.app.post_message(events.Key(key, key if key == "o" else None))
        await rest(pilot)
        stack = [type(screen) for screen in built.app.screen_stack]
        assert len(stack) == len(set(stack))
        assert built.app.fault is None
    built.desk.store.close()


async def test_words_typed_faster_than_the_screen_are_said_in_order(tmp_path: Path) -> None:
    """A hand that types on while the answer is drawn loses no letter: what comes after Enter is the next line."""
    async with running(tmp_path, rehearse=katarina()) as (built, pilot):
        for sign in "Hej\rHur mår du\r":
            built.app.post_message(events.Key("enter" if sign == "\r" else sign, sign if sign != "\r" else None))
        await rest(pilot)
        turns = here(pilot, RehearsalScreen).room.rehearsal.turns
        assert [turn.heard.text for turn in turns] == ["Hej", "Hur mår du"]


def test_a_kept_rehearsal_is_told_in_words() -> None:
    """The row says when, how long, and whether it can be gone on with."""
    one = Rehearsal(id="a", begun=datetime(2026, 11, 3, 9, 5, tzinfo=UTC), setting=katarina(), name="Katarina")
    assert kept_words(one) == "3 november 09.05 · 0 repliker · inte klar, går att fortsätta"
