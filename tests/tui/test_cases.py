"""Mina ärenden by keys: the next step, a new case, and files that can't be read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Input, OptionList

from gk_assistant.domain.cases import CaseKind
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.tui.dialogs.ask import Ask
from gk_assistant.tui.dialogs.pick import Pick
from gk_assistant.tui.screens.case import CaseScreen
from gk_assistant.tui.screens.cases import CasesScreen
from gk_assistant.tui.screens.papers import PapersScreen
from gk_assistant.tui.screens.planning import PlanningScreen
from gk_assistant.tui.screens.reflection import ReflectionScreen
from gk_assistant.tui.screens.talk import TalkScreen
from gk_assistant.tui.screens.transfer import TransferScreen
from tests.tui.support import House, house, shown, typed
from tests.tui.walk import MOMENT, damaged, examples, rest

LJUNG, VIDE, HASSEL, BROKEN = ("home",), ("home", "down"), ("home", "down", "down"), ("end",)
OPENING = "asrpul"
"""The letters that open a case's screens."""


def stocked(folder: Path) -> House:
    """Return the program over a folder, on a day when the example cases are under way."""
    built = house(folder)
    built.watch.moment = MOMENT
    return built


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[House]:
    """The program over the three fictive cases."""
    examples(tmp_path / "arenden")
    built = stocked(tmp_path / "arenden")
    yield built
    built.desk.store.close()


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[House]:
    """The program over the three fictive cases and a file that is cut off."""
    damaged(tmp_path / "arenden")
    built = stocked(tmp_path / "arenden")
    yield built
    built.desk.store.close()


async def test_each_case_stands_with_its_next_step(filled: House) -> None:
    """The list says, for every case, what it is time for: the one touched last comes first."""
    async with filled.app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        rows = " ".join(shown(filled.app).split())
        steps = ("Exempel Ljung AE", "Förbered GK2", "Exempel Vide SP", "Fortsätt samtalet", "Exempel Hassel SP")
        at = [rows.index(step) for step in (*steps, "Skriv ut papperen")]
        assert at == sorted(at)
        assert "3 ärenden" in rows


@pytest.mark.parametrize(
    ("keys", "case", "screen"),
    [
        (LJUNG, "exempel-ljung", CaseScreen),
        (VIDE, "exempel-vide", TalkScreen),
        (HASSEL, "exempel-hassel", PapersScreen),
    ],
    ids=["nästa möte bokat", "samtalet pågår", "avslutat"],
)
async def test_enter_goes_on_where_one_was(
    filled: House, keys: tuple[str, ...], case: str, screen: type[Screen[None]]
) -> None:
    """Enter opens the lit case at its next step, and Esc leads back to the same row; the talk asks for it twice."""
    async with filled.app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        await pilot.press(*keys, "enter")
        assert filled.desk.case.id == case
        assert isinstance(filled.app.screen, screen)
        await pilot.press(*way_out(screen))
        await rest(pilot)
        assert isinstance(filled.app.screen, CasesScreen)
        assert filled.desk.case.label in shown(filled.app)


def way_out(screen: type[Screen[None]]) -> tuple[str, ...]:
    """Return the keys that lead from a screen back to the list."""
    return ("escape", "escape") if screen is TalkScreen else ("escape",)


async def test_each_letter_opens_its_screen(filled: House) -> None:
    """One letter leads from the list to any of a case's screens; back in the list the same case is lit."""
    screens = (CaseScreen, TalkScreen, ReflectionScreen, PlanningScreen, PapersScreen, TransferScreen)
    async with filled.app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        await pilot.press(*VIDE)
        for key, screen in zip(OPENING, screens, strict=True):
            await pilot.press(key)
            assert isinstance(filled.app.screen, screen), key
            assert filled.desk.case.id == "exempel-vide"
            await pilot.press(*way_out(screen))
            assert isinstance(filled.app.screen, CasesScreen)


async def test_a_new_case_is_on_disk_before_it_shows(built: House) -> None:
    """n, a label, Enter and the kind's letter: the case is saved, the talk is open, and the list has it."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *typed("Ask [b]"), "enter", "a")
        assert isinstance(built.app.screen, TalkScreen)
        (case,) = built.desk.shelf().cases
        assert (case.label, case.kind) == ("Ask [b]", CaseKind.AE)
        assert case == built.desk.store.load(case.id)
        assert "Ask [b]" in shown(built.app)
        await pilot.press(*way_out(TalkScreen))
        await rest(pilot)
        assert "Ask [b]  AE" in shown(built.app)


@pytest.mark.parametrize("label", ["19121212-1212", "121212+1212", "Ask 191212121212"])
async def test_a_label_like_a_personnummer_is_refused_with_a_sentence(built: House, label: str) -> None:
    """The dialog stays with what was typed and says why; nothing is saved."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *typed(label), "enter")
        assert isinstance(built.app.screen, Ask)
        assert built.app.screen.query_one(Input).value == label
        assert "ser ut som ett personnummer" in shown(built.app)
        assert not built.desk.shelf().cases


async def test_an_empty_label_is_asked_for_and_esc_makes_nothing(built: House) -> None:
    """Without a label there is no case, nor when either question is closed with Esc."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter")
        assert "behöver en etikett" in shown(built.app)
        await pilot.press("escape", "n", *typed("Ask"), "enter")
        assert isinstance(built.app.screen, Pick)
        await pilot.press("escape")
        await rest(pilot)
        assert isinstance(built.app.screen, CasesScreen)
        assert not built.desk.shelf().cases


async def test_an_empty_list_says_what_to_press(built: House) -> None:
    """With no case at all each key is harmless, and the screen says how to begin."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        assert "Här är tomt. Tryck n för ett nytt ärende." in shown(built.app)
        for key in ("enter", *OPENING):
            await pilot.press(key)
            assert isinstance(built.app.screen, CasesScreen), key
            assert "Det finns inget ärende att öppna." in shown(built.app)


async def test_a_damaged_file_is_named_and_the_others_open(broken: House) -> None:
    """The cut-off file stands in the list by its name with what can be done; the other three open as ever."""
    async with broken.app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        assert "! exempel-asp.json" in shown(broken.app)
        assert "3 ärenden" in shown(broken.app)
        await pilot.press(*BROKEN, "enter")
        assert isinstance(broken.app.screen, CasesScreen)
        assert "Filen lämnas orörd." in shown(broken.app)
        await pilot.press(*LJUNG, "a")
        assert broken.desk.case.id == "exempel-ljung"


async def test_a_damaged_file_is_never_overwritten(broken: House) -> None:
    """Whatever is pressed on its row, and whatever is saved beside it, its bytes stay as they were."""
    file = broken.folder / "exempel-asp.json"
    before = file.read_bytes()
    async with broken.app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        await pilot.press(*BROKEN)
        for key in ("enter", *OPENING):
            await pilot.press(key)
            assert isinstance(broken.app.screen, CasesScreen), key
        await pilot.press("n", *typed("Ask"), "enter", "s", "v", "enter", "plus", "escape", "escape")
        assert len(broken.desk.shelf().cases) == 4
    assert file.read_bytes() == before
    assert sorted(path.name for path in broken.folder.glob("exempel-asp*")) == ["exempel-asp.json"]


async def test_the_part_beside_tells_what_a_case_or_a_file_holds(broken: House) -> None:
    """Beside the list stand kind, meeting, rutor and notes of the lit case; for a damaged file, its cure."""
    async with broken.app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        await pilot.press(*VIDE)
        notes = len(
            json.loads((broken.folder / "exempel-vide.json").read_text())["arende"]["1"]["meetings"][0]["notes"]
        )
        assert f"{notes} anteckningar" in shown(broken.app)
        assert "Sjukpenning (SP)" in shown(broken.app)
        await pilot.press(*BROKEN)
        assert "säkerhetskopia" in shown(broken.app)


async def test_a_folder_held_by_another_program_is_read_and_said_to_be_so(filled: House) -> None:
    """The list says that another program has the folder; the cases can be read, and nothing is written."""
    other = TinyCaseStore(filled.folder)
    assert other.read_only is None
    before = {file.name: file.read_bytes() for file in filled.folder.glob("*.json")}
    async with filled.app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        assert "Ett annat program har redan öppnat ärendena" in shown(filled.app)
        await pilot.press("n", *typed("Ask"), "enter", "s")
        assert isinstance(filled.app.screen, CasesScreen)
        assert "inte spara" in shown(filled.app)
        await pilot.press(*HASSEL, "u")
        assert isinstance(filled.app.screen, PapersScreen)
    other.close()
    assert {file.name: file.read_bytes() for file in filled.folder.glob("*.json")} == before


async def test_a_case_is_found_by_part_of_its_label(filled: House) -> None:
    """F5, some letters and Enter light the case; Enter again opens it."""
    async with filled.app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        await pilot.press("f5", *typed("hass"), "enter", "enter")
        assert filled.desk.case.id == "exempel-hassel"


async def test_the_theme_is_changed_by_a_key_and_remembered(filled: House) -> None:
    """F12 goes through the three, says which, and keeps the choice."""
    async with filled.app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        for name, words in (("morkt", "Mörkt"), ("kontrast", "Hög kontrast"), ("ljust", "Ljust")):
            await pilot.press("f12")
            assert filled.services.settings.theme == name
            assert f"Utseende: {words}." in shown(filled.app)


async def test_a_long_list_comes_as_one_goes_down(tmp_path: Path) -> None:
    """Of 250 cases the first hundred are laid out; the others come as one goes down, and a search finds any."""
    built = stocked(tmp_path / "arenden")
    for number in range(250):
        built.watch.moment = MOMENT.replace(microsecond=number)
        built.desk.new_case(label=f"Påhittad {number}" if number else "Kasper", kind=CaseKind.SP)
    async with built.app.run_test(size=(80, 24)) as pilot:
        assert "250 ärenden" in shown(built.app)
        rows = built.app.screen.query_one("#cases", OptionList)
        assert rows.option_count == 100
        await pilot.press("f5", *"kasp", "enter")
        await pilot.pause()
        assert rows.get_option_at_index(rows.highlighted or 0).id == built.desk.shelf().rows[-1].id
        for count in (201, 250, 250):
            await pilot.press("end")
            await pilot.pause()
            assert rows.option_count == count
        assert "Påhittad 1 " in shown(built.app)
    built.desk.store.close()
