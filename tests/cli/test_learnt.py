"""``gk lart``, and what has been learnt in ``gk sortera`` and in line mode."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Gk

NOTE = "sover 4 h, vaknar av värk"


@pytest.fixture
def taught(gk: Gk, cases: Path) -> Path:
    """Move the first note of Björken to Person in line mode; return the session folder."""
    told = gk("enkel", "Åsa", stdin="2\nflytta 1 person\nslut\n")
    assert "Flyttat till Personfaktorer" in told.out
    return cases


def test_a_move_is_learnt_shown_and_taken_back(gk: Gk, taught: Path) -> None:
    """The JSON has the promised keys; taking back by number leaves the list empty."""
    assert taught.is_dir()
    (row,) = [json.loads(line) for line in gk("lart", "--json").out.splitlines()]
    assert list(row) == ["nummer", "anteckning", "ruta", "rubrik", "markning", "tid"]
    assert (row["nummer"], row["anteckning"], row["rubrik"], row["markning"]) == (1, NOTE, "person", None)
    shown = gk("lart").out
    assert NOTE in shown
    assert "skriven i rutan Vardag → hör till Person" in shown
    assert gk("lart", "--glom", "2").code == 1
    assert gk("lart", "--glom", "1").out == f"Bortglömt: {NOTE}\n"
    assert gk("lart", "--json").out == ""
    assert gk("lart", "--glom-allt").out.startswith("Inget är inlärt")


def test_sorting_learns_from_a_named_folder_only(gk: Gk, taught: Path) -> None:
    """Another program that sorts gets the same answer everywhere, unless it names a folder."""
    line = "vardag\tsover 5 tim, vaknar av värken\n"
    plain = json.loads(gk("sortera", "--json", stdin=line).out)
    learnt = json.loads(gk("sortera", "--json", "--sessioner", str(taught), stdin=line).out)
    assert plain["rubrik"] != "person"
    assert learnt["rubrik"] == "person"
    assert learnt["skal"].startswith("Du lade en liknande anteckning under Person ")
    assert list(plain) == list(learnt)


def test_a_damaged_file_is_told_and_the_notes_are_sorted(gk: Gk, taught: Path) -> None:
    """What has been learnt can't be read: one sentence on stderr, and the program's own sorting."""
    (taught / ".gk-lart").write_bytes(b"{")
    told = gk("sortera", "--json", "--sessioner", str(taught), stdin=f"vardag\t{NOTE}\n")
    assert told.code == 0
    assert json.loads(told.out)["rubrik"] != "person"
    assert "går inte att läsa" in told.err
    assert gk("lart").code == 1


def test_line_mode_shows_marks_and_forgets(gk: Gk, cases: Path) -> None:
    """In the reflection: a mark put right, the list, one taken back, then all."""
    assert cases.is_dir()
    keys = ["2", "lärt", "märk 1 !", "märk 1 x", "flytta 2 person", "lärt", "glöm 1", "glöm 7", "glöm allt", "slut"]
    told = gk("enkel", "Åsa", stdin="\n".join([*keys, ""])).out
    assert "Inget är inlärt än." in told
    assert "Märkt: ! sover 4 h" in told
    assert "Vilket märke?" in told
    assert "Vardag → märket behov, " in told
    assert "Bortglömt: god ork på förmiddagen" in told
    assert "Vad ska glömmas?" in told
    assert "1 rättelse är bortglömd." in told
