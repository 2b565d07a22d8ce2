"""Every screen and dialog, looked at for what must hold on all of them: Swedish words, contrast, room for all of it."""

import re

import pytest

from gk_assistant.tui.commands import COMMANDS
from gk_assistant.tui.themes import THEMES
from tests.tui.seen import Seen, seen
from tests.tui.walk import NARROW, ROUTES, WIDE

ENOUGH = 4.5
"""The least contrast of a text (WCAG 2.2, 1.4.3)."""
ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
    about above accept actions after again agreed already also always answer any append application apply are
    author back backspace because been before begin below best between bindings both bottom browse but button
    cannot case cases change changed chapter character check choice choose chosen clear click clipboard clock
    close closed color column command commands confirm contents continue contrast copy could create created
    current cursor cut dark date day days decision default deleted description details directory disable
    disabled does done double down edit empty enable enabled error escape even every exception exit expand
    failed false field fields file files find finish first follow footer forward found from go goal going good
    has have header heading headings height hello help hide highlight history hour hours ignore inactive indent
    input insert internal invalid item items keep kept key keyboard keys label language large left less letter
    line lines loading location maximize maybe meeting meetings menu message minimize minute minutes missing
    month more mouse move must name need needs never new next none note notes nothing notice number obstacle off
    often okay only open options other our outcome outside page pages palette paper papers password paste path
    pause place placeholder plain planning please possible press previous print question questions quit read
    ready really reason recent redo reflection refresh reload remove rename replace required reset restore
    result results resume retry return right role row rows save saved saving screen screenshot scroll search
    second seconds section select selected selection settings should show shown sign since size skip some
    something soon sorry space started step steps submit success suggestion suspend switch table than that the
    their them theme themes then there these they thing this through time title today toggle tomorrow too
    tooltip traceback true try type undefined undo unknown unsaved until update upper use used user using valid
    value very view visible wait warning was week welcome well were what when where which while who whole why
    width will window with without word words work works would write wrong yes yesterday yet you your
        """,
    )
)
"""Words that would be English on a screen; those that are Swedish too, or the name of a key, are left out."""
PRODUCTS = frozenset({"Word"})
"""Names of programs, which are the same in Swedish."""
WORD = re.compile(r"[^\W\d_]+(?![\w…-])")
"""A whole word; one that has been cut or broken is none."""


@pytest.fixture(scope="module", params=ROUTES, ids=[route.name for route in ROUTES])
def stops(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Seen, ...]]:
    """What is seen along each route, at 80 × 24 and at 120 × 40."""
    both = seen(request.param, tmp_path_factory.getbasetemp(), NARROW, WIDE)
    return {"narrow": both[NARROW], "wide": both[WIDE]}


@pytest.fixture
def narrow(stops: dict[str, tuple[Seen, ...]]) -> tuple[Seen, ...]:
    """What is seen at 80 × 24."""
    return stops["narrow"]


@pytest.fixture
def wide(stops: dict[str, tuple[Seen, ...]]) -> tuple[Seen, ...]:
    """What is seen at 120 × 40."""
    return stops["wide"]


def english(text: str) -> set[str]:
    """Return the English words of a text."""
    return {word.lower() for word in WORD.findall(text) if word not in PRODUCTS} & ENGLISH


def test_no_english_word_stands_on_any_screen(narrow: tuple[Seen, ...], wide: tuple[Seen, ...]) -> None:
    """What is painted, the footer's words and the tooltips are Swedish, at every stop and in both sizes."""
    found = {
        (here.place, word) for here in (*narrow, *wide) for text in (*here.rows, *here.hints) for word in english(text)
    }
    assert not found


def test_nothing_of_textuals_own_english_shows(narrow: tuple[Seen, ...]) -> None:
    """The names that Textual's widgets give their own keys ("Move cursor left") are nowhere on the screen."""
    for here in narrow:
        shown = " ".join(" ".join((*here.rows, *here.hints)).split()).lower()
        assert here.foreign, "the widgets of Textual have keys of their own"
        assert not [words for words in here.foreign if len(words.split()) > 1 and words.lower() in shown], here.place


def test_every_text_has_contrast_enough_in_each_theme(narrow: tuple[Seen, ...], wide: tuple[Seen, ...]) -> None:
    """Every text has at least 4.5:1 against its ground in the light, the dark and the high-contrast theme, none dim."""
    assert any({paint.theme for paint in here.paints} == set(THEMES) for here in narrow)
    low = {
        (here.place, paint.theme, round(paint.ratio, 2), paint.words)
        for here in (*narrow, *wide)
        for paint in here.paints
        if paint.dim or paint.ratio < ENOUGH
    }
    assert not low


def test_nothing_is_cut_off(narrow: tuple[Seen, ...], wide: tuple[Seen, ...]) -> None:
    """Every text, footer and dialog has the room it needs at 80 × 24 and at 120 × 40, and the focus is in sight."""
    assert not {(here.place, words) for here in (*narrow, *wide) for words in here.cut}


def test_no_row_is_wider_than_the_terminal(narrow: tuple[Seen, ...], wide: tuple[Seen, ...]) -> None:
    """The screen fills the terminal exactly: as many rows as it has."""
    assert {len(here.rows) for here in narrow} == {NARROW[1]}
    assert {len(here.rows) for here in wide} == {WIDE[1]}


def test_the_commands_are_called_by_swedish_words() -> None:
    """Titles and help of all commands, also those that no stop shows, are Swedish."""
    assert not [(row.id, english(f"{row.title} {row.help}")) for row in COMMANDS if english(f"{row.title} {row.help}")]


@pytest.mark.parametrize("words", ["Search for commands…", "Press any key to quit", "Not found", "Save the file"])
def test_the_list_of_english_words_catches_english(words: str) -> None:
    """The check itself is awake: ordinary words of an English screen are caught."""
    assert english(words)
