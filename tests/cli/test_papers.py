"""``gk skriv-ut``, ``gk exportera`` and how a case is named."""

import json
import re
import sys
from pathlib import Path

import msgspec
import pytest

import gk_assistant
from gk_assistant.__main__ import main
from gk_assistant.bootstrap import open_workshop
from gk_assistant.conversation.talk import Talk
from gk_assistant.documents.export import FOLDERS
from gk_assistant.documents.model import Audience
from gk_assistant.documents.registry import PAPERS
from gk_assistant.domain.cases import Case
from gk_assistant.storage.settings import Settings
from tests.cli.conftest import Gk


@pytest.mark.parametrize("paper", list(PAPERS))
def test_every_paper_is_printed_as_text(gk: Gk, cases: Path, paper: str) -> None:
    """Into a pipe every paper comes as plain text with its class line and no escape codes."""
    assert cases.is_dir()
    told = gk("skriv-ut", paper, "Åsa")
    assert told.code == 0
    assert PAPERS[paper].audience.line.split(" –")[0] in told.out
    assert "\x1b" not in told.out


def test_formats(gk: Gk, cases: Path) -> None:
    """Markdown begins with a title; the terminal's form has no codes where there is no terminal."""
    assert cases.is_dir()
    assert "# " in gk("skriv-ut", "trappa", "Åsa", "--format", "markdown").out
    shown = gk("skriv-ut", "trappa", "Åsa", "--format", "terminal").out
    assert "REHAB-TRAPPAN" in shown
    assert "\x1b" not in shown


def test_a_paper_is_written_to_a_file_once(gk: Gk, cases: Path, ground: Path) -> None:
    """The ending chooses the form; a file that is there is replaced only on the user's word."""
    assert cases.is_dir()
    assert gk("skriv-ut", "plan", "Åsa", "--ut", "plan.md").out == "Sparat: plan.md\n"
    assert (ground / "plan.md").read_text(encoding="utf-8").lstrip().startswith("#") or "# " in (
        ground / "plan.md"
    ).read_text(encoding="utf-8")
    again = gk("skriv-ut", "plan", "Åsa", "--ut", "plan.md")
    assert again.code == 1
    assert "finns redan" in again.err
    assert gk("skriv-ut", "plan", "Åsa", "--ut", "plan.md", "--skriv-over").code == 0


def test_unknown_papers_and_meetings_are_told(gk: Gk, cases: Path) -> None:
    """A paper that does not exist is wrong use and lists those that do; a meeting that does not is a failure."""
    assert cases.is_dir()
    paper = gk("skriv-ut", "faktura", "Åsa")
    assert paper.code == 2
    assert "minnesanteckningar" in paper.err
    meeting = gk("skriv-ut", "minnesanteckningar", "Åsa", "--mote", "GK9")
    assert meeting.code == 1
    assert "GK9" in meeting.err


@pytest.mark.parametrize("wanted", ["Åsa i skogen", "åsa I SKOGEN", "Ås", "asa", "skogen"])
def test_a_case_is_found_by_what_one_would_type(gk: Gk, cases: Path, wanted: str) -> None:
    """Case, å ä ö and the rest of the label may be left out while one case alone fits."""
    assert cases.is_dir()
    assert gk("skriv-ut", "trappa", wanted).code == 0


def test_a_case_is_found_by_id(gk: Gk, cases: Path) -> None:
    """An id names its case."""
    first = next(cases.glob("*.json"))
    assert gk("skriv-ut", "trappa", first.stem).code == 0


def test_an_unknown_or_unclear_case_lists_the_labels(gk: Gk, cases: Path) -> None:
    """When no case or several fit, one sentence names those there are."""
    assert cases.is_dir()
    unknown, unclear = gk("skriv-ut", "trappa", "Granen"), gk("skriv-ut", "trappa", "B")
    assert (unknown.code, unclear.code) == (1, 1)
    assert "Björken" in unknown.err
    assert "Flera ärenden passar" in unclear.err


def test_an_empty_folder_says_how_to_begin(gk: Gk) -> None:
    """Where there are no cases, the way to the first one is told, and no folder is made."""
    told = gk("skriv-ut", "trappa", "x")
    assert told.code == 1
    assert "Skapa ett" in told.err
    assert not Path("sessions").exists()


def test_a_file_gets_the_form_of_its_ending(gk: Gk, cases: Path, ground: Path) -> None:
    """PDF, Word, web page, Markdown and text are known by their endings; ``--format`` goes before the ending."""
    assert cases.is_dir()
    begins = {"a.pdf": b"%PDF-1.7", "a.docx": b"PK", "a.HTM": b"<!DOCTYPE html>", "a.md": b"> **", "a": " ──".encode()}
    for name, begin in begins.items():
        assert gk("skriv-ut", "trappa", "Åsa", "--ut", name).code == 0
        assert (ground / name).read_bytes().startswith(begin)
    assert gk("skriv-ut", "trappa", "Åsa", "--ut", "b.pdf", "--format", "text").code == 0
    assert "Till deltagaren" in (ground / "b.pdf").read_text(encoding="utf-8")


def test_an_ending_that_no_form_has_is_told(gk: Gk, cases: Path, ground: Path) -> None:
    """A wish for an old Word file is no paper of text under a false name."""
    assert cases.is_dir()
    told = gk("skriv-ut", "trappa", "Åsa", "--ut", "a.doc")
    assert told.code == 2
    assert ".docx" in told.err
    assert not (ground / "a.doc").exists()


@pytest.mark.usefixtures("ground")
def test_a_pdf_goes_into_a_pipe_but_never_to_a_terminal(
    cases: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Bytes that steer a terminal are refused on one, with the way out; a program beyond a pipe gets them whole."""
    assert cases.is_dir()
    assert main(["skriv-ut", "trappa", "Åsa", "--format", "pdf"]) == 0
    piped = capfdbinary.readouterr().out
    assert piped.startswith(b"%PDF-1.7")
    assert piped.rstrip().endswith(b"%%EOF")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    assert main(["skriv-ut", "trappa", "Åsa", "--format", "docx"]) == 2
    told = capfdbinary.readouterr()
    assert "Lägg till --ut FIL".encode() in told.err
    assert b"PK" not in told.out


EXPORTED = Path("ut/ärendet")


def test_export_keeps_the_three_classes_apart(gk: Gk, cases: Path, ground: Path) -> None:
    """Every paper lies in the folder of its class in three forms, beside the case's data and an index of it all."""
    assert cases.is_dir()
    told = gk("exportera", "Åsa", "--ut", str(EXPORTED))
    assert told.code == 0
    files = {path.relative_to(ground / EXPORTED).as_posix() for path in (ground / EXPORTED).rglob("*.*")}
    papers = {
        f"{FOLDERS[paper.audience]}/{paper.id}.{ending}"
        for paper in PAPERS.values()
        for ending in ("pdf", "docx", "txt")
    }
    assert files == {*papers, "index.html", "index.txt", "kalender.ics", "internt/arende.json"}
    assert all(name in told.out for name in files)


def test_the_index_leads_to_every_file(gk: Gk, cases: Path, ground: Path) -> None:
    """The page links each file there is, says whom it is for, and leads nowhere else."""
    assert cases.is_dir()
    assert gk("exportera", "Åsa", "--ut", str(EXPORTED), "--format", "html", "--format", "markdown").code == 0
    folder = ground / EXPORTED
    page = (folder / "index.html").read_text(encoding="utf-8")
    linked = set(re.findall(r'href="([^"]+)"', page))
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} - {"index.html", "index.txt"}
    assert linked == there
    text = (folder / "index.txt").read_text(encoding="utf-8")
    assert all(place in text for place in there)
    for audience in Audience:
        assert audience.line in page
        assert audience.line.upper() in text


def test_export_adds_the_deltagares_papers_in_another_language(gk: Gk, cases: Path, ground: Path) -> None:
    """Beside the Swedish ones come those that have the language, told as unchecked; nothing else changes."""
    assert cases.is_dir()
    told = gk("exportera", "Åsa", "--ut", str(EXPORTED), "--format", "text", "--sprak", "en", "--sprak", "sv")
    assert told.code == 0
    assert told.err.splitlines()[-1] == "Översättningen är inte granskad av någon som talar språket."
    folder = ground / EXPORTED
    english = {path.relative_to(folder).as_posix() for path in folder.rglob("*-en.txt")}
    expected = ("trappa", "samtalsunderlag", "kallelse", "kort")
    assert english == {f"till-deltagaren/{paper}-en.txt" for paper in expected}
    assert "To the participant" in (folder / "till-deltagaren/kort-en.txt").read_text(encoding="utf-8")
    assert "Till deltagaren" in (folder / "till-deltagaren/kort.txt").read_text(encoding="utf-8")
    index = " ".join((folder / "index.txt").read_text(encoding="utf-8").split())
    assert "Kort information, på engelska" in index
    assert index.count("Översättningen är inte granskad") == len(english)
    assert index.count("Texten har version 1.") == len(PAPERS) + len(english)


def test_export_in_a_language_that_no_paper_has_is_refused(gk: Gk, cases: Path, ground: Path) -> None:
    """Nothing is written; the languages there are stand in the answer."""
    assert cases.is_dir()
    told = gk("exportera", "Åsa", "--ut", str(EXPORTED), "--sprak", "ar")
    assert told.code == 1
    assert "Inget papper finns på språket ar. Papper finns på: sv (svenska), en (engelska)." in told.err
    assert not (ground / EXPORTED).exists()


def test_an_unchecked_translation_is_told_when_it_is_printed(gk: Gk, cases: Path) -> None:
    """The officer hears it beside the paper; a Swedish paper says nothing of it."""
    assert cases.is_dir()
    assert "inte granskad" in gk("skriv-ut", "kort", "Åsa", "--sprak", "en").err
    assert "inte granskad" not in gk("skriv-ut", "kort", "Åsa").err


def test_the_data_are_the_case(gk: Gk, cases: Path, ground: Path) -> None:
    """The JSON holds the label and the notes as they were taken."""
    assert cases.is_dir()
    assert gk("exportera", "Åsa", "--ut", str(EXPORTED), "--format", "text").code == 0
    data = json.loads((ground / EXPORTED / "internt/arende.json").read_text(encoding="utf-8"))
    assert data["label"] == "Åsa i skogen"
    assert data["meetings"][0]["notes"][0]["text"] == "sover 4 h, vaknar av värk"


def test_every_key_and_value_of_the_data_is_documented() -> None:
    """Whatever key or fixed value a case can hold stands in the documentation of the file."""
    documented = (Path(gk_assistant.__file__).parents[1] / "docs/arende-json.md").read_text(encoding="utf-8")
    words = set(re.findall(r"`([a-z_]+)`", documented))
    parts = msgspec.json.schema(Case)["$defs"].values()
    known = {name for part in parts for name in (*part.get("properties", ()), *part.get("enum", ()))}
    assert known - words == set()


def test_identifiers_are_listed_and_stop_the_export(gk: Gk, cases: Path, ground: Path) -> None:
    """A personnummer in a note is shown before anything is written; the same command with leave goes on."""
    workshop = open_workshop(cases, settings=Settings())
    case = next(row for row in workshop.desk.shelf().rows if row.label == "Åsa i skogen")
    workshop.desk.open(case.id)
    Talk(workshop.desk, workshop.desk.next_meeting().id, sort=workshop.ear.sort).take(
        "nås på 850402-2396", ruta="vardag"
    )
    workshop.store.close()
    told = gk("exportera", "Åsa", "--ut", "ut")
    assert told.code == 1
    assert "850402-2396 (personnummer): Minnesanteckningar" in told.err
    assert "--med-personuppgifter" in told.err
    assert not (ground / "ut").exists()
    allowed = gk("exportera", "Åsa", "--ut", "ut", "--med-personuppgifter", "--format", "text")
    assert allowed.code == 0
    assert "850402-2396" in allowed.err
    assert "850402-2396" in gk("skriv-ut", "minnesanteckningar", "Åsa", "--ut", "a.txt").err
    for paper in ("minnesanteckningar", "reflektion", "tjansteanteckning"):
        piped = gk("skriv-ut", paper, "Åsa")
        assert f"850402-2396 (personnummer): {PAPERS[paper].title}" in piped.err
        assert "Det här ser ut som" not in piped.out


def test_the_calendar_is_there_when_something_is_booked(gk: Gk, cases: Path, ground: Path) -> None:
    """A case with days gets a calendar file, and the index tells of it."""
    assert cases.is_dir()
    shown = Path(gk_assistant.__file__).parents[1] / "sessions/exempel"
    assert gk("--sessioner", str(shown), "exportera", "Exempel Hassel", "--ut", "ut", "--format", "text").code == 0
    assert (ground / "ut/kalender.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "kalender.ics" in (ground / "ut/index.html").read_text(encoding="utf-8")


def test_export_leaves_a_full_folder_alone(gk: Gk, cases: Path, ground: Path) -> None:
    """A folder with something in it is written in only with --skriv-over, and a file is no folder."""
    assert cases.is_dir()
    (ground / "ut").mkdir()
    (ground / "ut" / "annat.txt").write_text("kvar", encoding="utf-8")
    told = gk("exportera", "Åsa", "--ut", "ut")
    assert told.code == 1
    assert "inte tom" in told.err
    assert [path.name for path in (ground / "ut").iterdir()] == ["annat.txt"]
    assert gk("exportera", "Åsa", "--ut", "ut", "--skriv-over").code == 0
    assert (ground / "ut" / "annat.txt").read_text(encoding="utf-8") == "kvar"
    assert gk("exportera", "Åsa", "--ut", "ut/annat.txt").code == 1


def test_line_mode_shows_a_paper_in_another_language(gk: Gk, cases: Path, ground: Path) -> None:
    """At the question of a file's name one may say the language instead, and from there save or come back."""
    assert cases.is_dir()
    lines = ["papper", "trappan", "engelska", "a.txt", "kort", "", "tillbaka", "slut"]
    told = gk("enkel", "Åsa", stdin="\n".join([*lines, ""]))
    assert "engelska: papperet på engelska" in told.out
    assert told.out.index("REHAB-TRAPPAN") < told.out.index("THE REHAB STAIRS")
    assert "svenska: papperet på svenska" in told.out
    assert "Översättningen är inte granskad av någon som talar språket." in told.out.split("THE REHAB STAIRS")[1]
    assert "To the participant" in (ground / "a.txt").read_text(encoding="utf-8")
    assert told.out.count("VAD ÄR GEMENSAM KARTLÄGGNING?") == 1
