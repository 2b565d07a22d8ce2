"""The small questions laid over a screen, by keys: what they give back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, TextArea

from gk_assistant.tui.dialogs.ask import Ask, AskLong, is_figures
from gk_assistant.tui.dialogs.pick import NOTHING, Choice, Pick
from tests.tui.support import House, shown, typed

RUTOR = (
    Choice(id="vardag", title="Vardag", key="v", remark="fem anteckningar"),
    Choice(id="socialt", title="Socialt [b]", key="s"),
    Choice(id="ovrigt", title="Övrigt", key="ö"),
)


async def answers(built: House, dialogs: Sequence[tuple[ModalScreen[str | None], Sequence[str]]]) -> list[str | None]:
    """Lay each dialog over the list of cases, press its keys, and return what they gave, in order."""
    given: list[str | None] = []
    async with built.app.run_test(size=(80, 24)) as pilot:
        for dialog, keys in dialogs:
            built.app.push_screen(dialog, given.append)
            await pilot.pause()
            await pilot.press(*keys)
            assert built.app.screen is not dialog
    return given


@pytest.mark.parametrize("value", ["3/12", "3/12 2026", "10.00", "10-11.15", "2026-12-03", "12"])
def test_a_day_or_a_time_is_figures(value: str) -> None:
    """What is given anew rather than mended."""
    assert is_figures(value)


@pytest.mark.parametrize("value", ["", "Ask", "om två veckor", "FK, rum 3", "v. 49"])
def test_words_are_no_figures(value: str) -> None:
    """What is gone on with."""
    assert not is_figures(value)


async def test_a_line_is_given_closed_replaced_or_gone_on_with(built: House) -> None:
    """Enter gives, Esc gives nothing; typing takes the place of a proposed day and goes on after words."""
    assert await answers(
        built,
        [
            (Ask("Etikett"), (*typed(" Ask "), "enter")),
            (Ask("Etikett", value="Ask"), ("escape",)),
            (Ask("Dag", value="1/12"), (*typed("3/12"), "enter")),
            (Ask("Dag", value="1/12"), ("enter",)),
            (Ask("Dag", value="1/12"), ("end", *typed(" 2027"), "enter")),
            (Ask("Anteckning", value="bakar"), (*typed(" bröd"), "enter")),
        ],
    ) == ["Ask", None, "3/12", "1/12", "1/12 2027", "bakar bröd"]


async def test_a_refused_line_stays_with_the_reason_until_it_will_do(built: House) -> None:
    """The words stay, a sentence says why, and the same dialog takes the mended line."""
    given: list[str | None] = []
    dialog = Ask("Dag [b]", hint="Som [3/12].", check=lambda words: None if words == "3/12" else "Går [inte] att läsa.")
    async with built.app.run_test(size=(80, 24)) as pilot:
        built.app.push_screen(dialog, given.append)
        await pilot.pause()
        assert "Dag [b]" in shown(built.app)
        assert "Som [3/12]." in shown(built.app)
        await pilot.press(*typed("x"), "enter")
        assert built.app.screen is dialog
        assert dialog.query_one(Input).value == "x"
        assert "Går [inte] att läsa." in shown(built.app)
        assert dialog.query_one("#hint", Label).has_class("wrong")
        await pilot.press("backspace", *typed("3/12"), "enter")
    assert given == ["3/12"]


async def test_a_longer_text_is_kept_by_the_key_that_closes(built: House) -> None:
    """Esc and F10 both give the text, lines and all, from its end on: nothing typed can be lost."""
    assert await answers(
        built,
        [
            (AskLong("FK:s syn [b]"), (*typed("ett"), "enter", *typed("två"), "escape")),
            (AskLong("FK:s syn", value="ett"), (*typed(" två"), "f10")),
            (AskLong("FK:s syn", value="ett"), (*typed("x"), "ctrl+z", "escape")),
        ],
    ) == ["ett\ntvå", "ett två", "ett"]


async def test_one_is_chosen_by_letter_arrows_or_name(built: House) -> None:
    """A letter, also a capital or å, ä, ö, the arrows with Enter, or part of a name: each gives the id."""
    assert await answers(
        built,
        [
            (Pick("Ruta", RUTOR), ("s",)),
            (Pick("Ruta", RUTOR), ("V",)),
            (Pick("Ruta", RUTOR), ("ö",)),
            (Pick("Ruta", RUTOR), ("down", "enter")),
            (Pick("Ruta", RUTOR, start="ovrigt"), ("enter",)),
            (Pick("Ruta", RUTOR), ("x", "escape")),
            (Pick("Ruta", RUTOR, search=True), (*typed("övr"), "enter")),
            (Pick("Ruta", RUTOR, search=True), (*typed("fem var"), "enter")),
            (Pick("Ruta", RUTOR, search=True), ("down", "enter")),
        ],
    ) == ["socialt", "vardag", "ovrigt", "socialt", "ovrigt", None, "ovrigt", "vardag", "socialt"]


async def test_a_search_that_finds_nothing_says_so(built: House) -> None:
    """The list says that nothing fits, Enter waits for something to choose, and one key less finds it again."""
    given: list[str | None] = []
    dialog = Pick("Ruta", RUTOR, search=True)
    async with built.app.run_test(size=(80, 24)) as pilot:
        built.app.push_screen(dialog, given.append)
        await pilot.pause()
        await pilot.press(*typed("vardagx"), "enter")
        assert built.app.screen is dialog
        assert NOTHING in shown(built.app)
        await pilot.press("backspace", "enter")
    assert given == ["vardag"]


async def test_words_behind_a_key_stay_beside_it(built: House) -> None:
    """A remark that needs a second line begins where the first began, and nothing in it is markup."""
    remark = "så många ord att de inte får plats på en enda rad i den här rutan [röd]"
    async with built.app.run_test(size=(80, 24)) as pilot:
        built.app.push_screen(Pick("Ruta", (Choice(id="a", title="Arbete", key="a", remark=remark),)))
        await pilot.pause()
        rows = shown(built.app).splitlines()
        first = next(row for row in rows if "Arbete" in row)
        second = rows[rows.index(first) + 1]
        assert second.index("i den här") >= first.index("Arbete")
        assert "[röd]" in second


async def test_a_long_list_keeps_the_lit_choice_in_sight(built: House) -> None:
    """Forty choices fit in the dialog by scrolling; End shows the last one."""
    many = tuple(Choice(id=str(n), title=f"Val nummer {n}") for n in range(40))
    async with built.app.run_test(size=(80, 24)) as pilot:
        built.app.push_screen(Pick("Många", many))
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "Val nummer 39" in shown(built.app)
        assert built.app.screen.query_one(OptionList).highlighted == 39


async def test_unruly_words_in_a_dialog_break_nothing(built: House, tmp_path: Path) -> None:
    """Markup, emoji, right-to-left and ten thousand letters stand in a line and in a text as they are."""
    words = "[bold]x[/] 🙂 שלום " + "å" * 10_000

    async def laid(pilot: Pilot[str], dialog: ModalScreen[str | None]) -> None:
        built.app.push_screen(dialog)
        await pilot.pause()
        assert str(tmp_path) not in shown(built.app)
        await pilot.press("escape")

    async with built.app.run_test(size=(80, 24)) as pilot:
        await laid(pilot, Ask(words[:300], value=words, hint=words[:300]))
        await laid(pilot, Pick(words[:60], (Choice(id="x", title=words[:200], remark=words[:200], key="x"),)))
        dialog = AskLong("Text", value=words)
        built.app.push_screen(dialog)
        await pilot.pause()
        assert dialog.query_one(TextArea).text == words


async def test_the_help_scrolls_and_closes(built: House) -> None:
    """F1 opens it once, the arrows scroll it, Esc and Enter close it."""
    async with built.app.run_test(size=(80, 24)) as pilot:
        for close in ("escape", "enter"):
            await pilot.press("f1", "f1")
            assert "Mina ärenden" in shown(built.app)
            await pilot.press("pagedown", close)
            assert built.app.screen.query("#cases")
