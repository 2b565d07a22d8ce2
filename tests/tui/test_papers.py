"""The papers' screen, by keys."""

import os
import sys
from io import StringIO
from pathlib import Path

import pytest
from textual.widgets import Input, Label, OptionList

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.talk import Talk
from gk_assistant.conversation.trail import Deed
from gk_assistant.documents.forms import FORMS
from gk_assistant.documents.model import Audience, Document
from gk_assistant.documents.registry import PAPERS
from gk_assistant.domain.notes import Sorting
from gk_assistant.tui.dialogs.told import Told
from gk_assistant.tui.screens.papers import PapersScreen
from gk_assistant.tui.screens.papers_out import GO_BACK, Leaving, print_and_wait
from tests.tui.support import FakeSafe, Papers
from tests.tui.test_case_support import Opened, opened

BARE = Document(id="plan", title="Plan", audience=Audience.DELTAGAREN, blocks=())
TEXT = "orkar [bold]inte[/bold] mer än 2 tim"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Start each test in a folder of its own, where the files go."""
    here = tmp_path / "papper"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def inside(folder: Path) -> list[Path]:
    """Return the files of a folder."""
    return list(folder.iterdir())


def files(folder: Path) -> dict[str, str]:
    """Return the files of a folder: name and text."""
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def note(desk: Desk) -> None:
    """Take a note in GK1, and add a GK2."""
    talk = Talk(desk, desk.case.meetings[0].id, sort=lambda _ruta, _text: Sorting(heading=None))
    talk.take(TEXT, ruta="vardag")
    desk.add_meeting()


async def test_every_paper_stands_with_its_class(tmp_path: Path) -> None:
    """Each paper of the registry is in the list, with whom it is for in words; the end of it is scrolled to."""
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        rows = [str(option.prompt) for option in here.built.app.screen.query_one("#papers", OptionList).options]
        assert all(paper.title in row for paper, row in zip(PAPERS.values(), rows, strict=True))
        assert [sum(words in row for row in rows) for words in ("till deltagaren", "internt", "för akten")] == [6, 2, 3]
        await here.press("end")
        assert "Checklista" in here.picture
        assert "För akten" in here.picture


@pytest.mark.parametrize(
    ("paper", "line"),
    [("plan", "Till deltagaren"), ("reflektion", "Internt arbetsstöd"), ("tjansteanteckning", "För akten")],
)
async def test_the_class_of_the_lit_paper_is_always_in_sight(tmp_path: Path, paper: str, line: str) -> None:
    """The screen can open at a paper, and its class stands above the text however far it is scrolled."""
    async with opened(tmp_path, lambda: PapersScreen(paper), prepare=note) as here:
        await here.press("enter", "end")
        assert line in here.picture


async def test_enter_reads_and_escape_comes_back(tmp_path: Path) -> None:
    """Enter moves into the text, the arrows scroll it, Esc leads to the list and then out."""
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        screen = here.built.app.screen
        await here.press("enter", "down", "down")
        assert screen.query_one("#text").has_focus
        assert screen.query_one("#text").scroll_offset.y > 0
        await here.press("escape")
        assert screen.query_one("#papers").has_focus
        await here.press("escape")
        assert here.built.app.screen is not screen


async def test_what_a_person_said_is_shown_as_it_was_said(tmp_path: Path) -> None:
    """Words that look like markup are words, and the deltagare's paper spells abbreviations out."""
    async with opened(tmp_path, lambda: PapersScreen("minnesanteckningar"), prepare=note, size=(120, 40)) as here:
        assert "rkar [bold]inte[/bold] mer än 2 timmar" in here.picture


async def test_another_meeting_is_chosen_by_its_number(tmp_path: Path) -> None:
    """The papers are about the latest meeting with notes until another is chosen."""
    async with opened(tmp_path, lambda: PapersScreen("minnesanteckningar"), prepare=note, size=(120, 40)) as here:
        assert "GK1" in here.picture
        await here.press("m", "2")
        assert "rkar [bold]" not in here.picture
        assert "GK2" in here.picture


async def save(here: Opened, *keys: str, name: str | None = None) -> None:
    """Press the keys of saving, with another name when one is given."""
    await here.press("s", *keys)
    if name is not None:
        line = here.built.app.focused
        assert isinstance(line, Input)
        line.value = name
    await here.press("enter")


async def test_a_paper_is_saved_where_one_is_told(tmp_path: Path, folder: Path) -> None:
    """Save, form, Enter: the file is there with the paper's text, and the word says where."""
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        await save(here, "t")
        ((name, text),) = files(folder).items()
        assert name.endswith(".txt")
        assert "REHAB-TRAPPAN" in text
        assert name in here.word


async def test_pdf_is_the_first_form_and_is_a_pdf(tmp_path: Path, folder: Path) -> None:
    """Save and Enter lead to a PDF; the other forms stand below it, each with what it is good for."""
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        await here.press("s")
        assert [here.picture.index(form.title) for form in FORMS.values()] == sorted(
            here.picture.index(form.title) for form in FORMS.values()
        )
        await here.press("enter", "enter")
        (file,) = inside(folder)
        assert file.suffix == ".pdf"
        assert file.read_bytes().startswith(b"%PDF-1.7")


async def test_what_leaves_the_program_leaves_a_trail(tmp_path: Path) -> None:
    """With a vault, a saved paper is noted by its id and form; nothing that stands in it is."""
    safe = FakeSafe()
    async with opened(tmp_path, PapersScreen, prepare=note, safe=safe) as here:
        await save(here, "t")
        assert safe.trail == [(Deed.PRINTED, "trappa.text")]


async def test_identifiers_are_shown_before_a_paper_is_saved(tmp_path: Path, folder: Path) -> None:
    """A personnummer in the paper is shown with a question; Nej writes nothing, Ja goes on to the name."""

    def number(desk: Desk) -> None:
        Talk(desk, desk.case.meetings[0].id, sort=lambda _ruta, _text: Sorting(heading=None)).take(
            "nås på 850402-2396", ruta="vardag"
        )

    async with opened(tmp_path, lambda: PapersScreen("minnesanteckningar"), prepare=number) as here:
        await here.press("s", "t")
        assert "850402-2396 (personnummer)" in " ".join(here.picture.split())
        await here.press("n")
        assert not inside(folder)
        await save(here, "t", "j")
        assert len(inside(folder)) == 1


async def test_a_name_without_an_ending_gets_one(tmp_path: Path, folder: Path) -> None:
    """Markdown under a name of one's own ends in .md."""
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        await save(here, "m", name="till Ask")
        assert list(files(folder)) == ["till Ask.md"]


async def test_nothing_is_overwritten_unasked(tmp_path: Path, folder: Path) -> None:
    """A file that is there is kept until Ja; Nej leads back to the name, as it was typed."""
    (folder / "brev.txt").write_text("viktigt", encoding="utf-8")
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        await save(here, "t", name="brev.txt")
        assert "skrivas över" in here.picture
        await here.press("n")
        assert here.line == "brev.txt"
        assert files(folder)["brev.txt"] == "viktigt"
        await here.press("enter", "j")
        assert "REHAB-TRAPPAN" in files(folder)["brev.txt"]


async def test_a_file_that_cannot_be_written_keeps_its_name_on_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault is told in the dialog, and the name stays to be changed."""

    def refuse(_self: Papers, path: Path, _data: bytes, *, overwrite: bool = False) -> None:
        raise StoreFault(f"Mappen {path.parent} finns inte. Skapa den eller välj en annan plats. {overwrite}")

    monkeypatch.setattr(Papers, "save", refuse)
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        await save(here, "t", name="finns/[inte]/här.txt")
        assert "finns inte" in here.picture
        assert here.line == "finns/[inte]/här.txt"


async def test_an_empty_name_is_refused(tmp_path: Path, folder: Path) -> None:
    """Without a name nothing is saved."""
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        await save(here, "t", name="  ")
        assert "behöver ett namn" in here.picture
        assert not files(folder)


@pytest.mark.parametrize("name", ["x\x00y", "a" * 5_000, "~finnsinte/x", "😀", "\ud800x", "a/b", "..", "/"])
def test_any_name_leads_somewhere_or_nowhere(folder: Path, name: str) -> None:
    """No name makes the program fail before the file floor has had its say."""
    leaving = Leaving(data=b"x", paper=BARE, form="text", ending="txt", folder=folder)
    path = leaving.path(name)
    assert path is None or "\x00" not in str(path)


async def test_where_the_terminal_cannot_be_borrowed_it_is_said(tmp_path: Path) -> None:
    """Without a terminal to hand over, p says so and points to saving."""
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        await here.press("p")
        assert "Tryck s för att spara" in here.word


def test_printing_writes_the_whole_paper_and_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plain paper goes to the terminal while the screen is away, and then the way back is told."""
    out = StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stdin", StringIO("\n"))
    print_and_wait("REHAB-TRAPPAN\nå ä ö")
    assert out.getvalue() == f"REHAB-TRAPPAN\nå ä ö\n{GO_BACK}\n"


def test_a_terminal_without_the_letters_gets_what_it_can_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """A narrow character set never stops the printing."""
    with Path(os.devnull).open("w", encoding="ascii") as narrow:
        monkeypatch.setattr(sys, "stdout", narrow)
        monkeypatch.setattr(sys, "stdin", StringIO("\n"))
        print_and_wait("🪜 å")


async def test_a_quiet_line_tells_how_easy_a_paper_is(tmp_path: Path) -> None:
    """It stands over every paper to the deltagare, and over no other."""
    async with opened(tmp_path, PapersScreen, prepare=note) as here:
        for paper in PAPERS.values():
            language = here.built.app.screen.query_one("#language", Label)
            assert language.display is (paper.audience is Audience.DELTAGAREN)
            if language.display:
                assert "LIX" in here.picture
            await here.press("down")


async def test_k_gives_the_advice_and_the_words_in_question(tmp_path: Path) -> None:
    """A judging word in a note is told first in the quiet line, and with the measures in the dialog; Esc closes it."""

    def judged(desk: Desk) -> None:
        Talk(desk, desk.case.meetings[0].id, sort=lambda _ruta, _text: Sorting(heading=None)).take(
            "är omotiverad", ruta="vardag"
        )

    async with opened(tmp_path, lambda: PapersScreen("minnesanteckningar"), prepare=judged) as here:
        assert "”omotiverad” " in here.picture
        await here.press("k")
        assert isinstance(here.built.app.screen, Told)
        assert "Språket i Minnesanteckningar" in here.picture
        assert "LIX " in here.picture
        assert "”omotiverad” " in here.picture
        await here.press("escape")
        assert isinstance(here.built.app.screen, PapersScreen)


async def test_other_papers_get_no_advice(tmp_path: Path) -> None:
    """The key says whom the advice is for."""
    async with opened(tmp_path, lambda: PapersScreen("tjansteanteckning"), prepare=note) as here:
        await here.press("k")
        assert "Språkrådet gäller papper till deltagaren." in here.picture


async def test_v_shows_a_paper_in_another_language(tmp_path: Path, folder: Path) -> None:
    """The key is in the footer; the paper comes in English, told as unchecked, and is saved under its own name."""
    async with opened(tmp_path, PapersScreen, prepare=note, size=(120, 40)) as here:
        assert "Byt språk" in here.picture
        await here.press("v")
        assert "Svenska" in here.picture
        assert "Engelska översättningen är inte granskad" in here.picture
        await here.press("2")
        assert "THE REHAB STAIRS" in here.picture
        assert "På engelska. Översättningen är inte granskad" in here.picture
        await here.press("k")
        assert "Språkråd finns bara för svenska." in here.picture
        await save(here, "t")
        ((name, text),) = files(folder).items()
        assert name.endswith("-en.txt")
        assert "To the participant" in text
        await here.press("v", "1")
        assert "REHAB-TRAPPAN" in here.picture


async def test_a_paper_that_lacks_the_language_says_so_and_stays_swedish(tmp_path: Path) -> None:
    """With English chosen, the plan is Swedish and says why; asked for another language, it says there is none."""
    async with opened(tmp_path, PapersScreen, prepare=note, size=(120, 40)) as here:
        await here.press("v", "2", "down")
        assert "Finns inte på engelska." in here.picture
        assert "GEMENSAM PLANERING" in here.picture
        await here.press("v")
        assert "Gemensam planering finns bara på svenska." in here.picture
        assert isinstance(here.built.app.screen, PapersScreen)
        await here.press("up")
        assert "THE REHAB STAIRS" in here.picture


async def test_the_officers_papers_are_swedish_whatever_is_chosen(tmp_path: Path) -> None:
    """A record is a Swedish record, with no line on languages over it."""
    async with opened(tmp_path, PapersScreen, prepare=note, size=(120, 40)) as here:
        await here.press("v", "2", "end")
        assert not here.built.app.screen.query_one("#language", Label).display
        assert "För akten" in here.picture
