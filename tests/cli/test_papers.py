"""``gk skriv-ut``, ``gk exportera`` and how a case is named."""

import json
from pathlib import Path

import pytest

from gk_assistant.documents.registry import PAPERS
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


def test_export_writes_all_papers_and_the_data(gk: Gk, cases: Path, ground: Path) -> None:
    """Every paper as text and Markdown and the case as JSON stand in the folder, and are listed."""
    assert cases.is_dir()
    told = gk("exportera", "Åsa", "--ut", "ut/ärendet")
    assert told.code == 0
    names = {path.name for path in (ground / "ut/ärendet").iterdir()}
    assert names == {
        *(f"Åsa-i-skogen-{paper}.{ending}" for paper in PAPERS for ending in ("txt", "md")),
        "Åsa-i-skogen-arende.json",
    }
    assert all(name in told.out for name in names)
    data = json.loads((ground / "ut/ärendet/Åsa-i-skogen-arende.json").read_text(encoding="utf-8"))
    assert data["label"] == "Åsa i skogen"
    assert "värk" in (ground / "ut/ärendet/Åsa-i-skogen-arende.json").read_text(encoding="utf-8")


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
