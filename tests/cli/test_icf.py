"""``gk icf``: a downloaded list loaded, shown and taken away; all titles here are made up."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Gk

LIST = "Kod;Titel\nb134;Påhittad vila\nb1340;Påhittad mängd vila\nb280;Påhittad värk\nfel;x\n"
LINE = "vardag\tsover 4 h, vaknar av värk\n"


@pytest.fixture
def listed(ground: Path) -> Path:
    """Return a list as a spreadsheet program writes it."""
    path = ground / "icf.csv"
    path.write_bytes(("\ufeff" + LIST.replace("\n", "\r\n")).encode())
    return path


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_coding_gives_the_same_titles(gk: Gk, ground: Path, coding: str) -> None:
    """With and without a byte order mark, and as older programs in Windows write Swedish."""
    (ground / "icf.csv").write_bytes(LIST.encode(coding))
    assert gk("icf", "las", "icf.csv").code == 0
    assert json.loads(gk("icf", "visa", "b280", "--json").out)["titel"] == "Påhittad värk"


def test_the_count_and_the_bad_rows_are_told(gk: Gk, listed: Path) -> None:
    """Three titles in, one row left out with its line; they lie beside the settings."""
    told = gk("icf", "las", str(listed))
    assert told.code == 0
    assert told.out.startswith("3 titlar är inlästa")
    assert told.err == "Rad 5: ”fel” är ingen ICF-kod. Raden hoppas över.\n"
    assert (listed.parent / "icf-titlar.json").exists()


def test_titles_show_once_they_are_loaded_and_no_longer_when_taken_away(gk: Gk, listed: Path) -> None:
    """``gk sortera`` promises the key icf_titlar only while a list is loaded."""
    before = json.loads(gk("sortera", "--json", stdin=LINE).out)
    gk("icf", "las", str(listed))
    row = json.loads(gk("sortera", "--json", stdin=LINE).out)
    assert list(row) == [*before, "icf_titlar"]
    assert row["icf_titlar"] == {"b134": "Påhittad vila", "b280": "Påhittad värk"}
    assert "b134 sömn och vila (Påhittad vila)" in gk("sortera", stdin=LINE).out
    assert gk("icf", "glom").out == "ICF-titlarna är borttagna.\n"
    assert list(json.loads(gk("sortera", "--json", stdin=LINE).out)) == list(before)
    assert "icf:" not in gk("sortera", stdin=LINE).out


def test_a_code_is_shown_with_those_below_it(gk: Gk, listed: Path) -> None:
    """The program's own label stands beside the title; a code that only we know shows without one."""
    gk("icf", "las", str(listed))
    shown = gk("icf", "visa", "B134").out
    assert shown.splitlines() == [
        "b134  Påhittad vila (programmets etikett: sömn och vila)",
        "b1340  Påhittad mängd vila",
    ]
    assert "ingen inläst titel" in gk("icf", "visa", "d450").out
    assert gk("icf", "visa", "s999").code == 1
    assert gk("icf", "visa", "värk").code == 2
    assert len(gk("icf", "visa").out.splitlines()) == 3


def test_without_a_list_the_way_to_one_is_told(gk: Gk) -> None:
    """Nothing to show is a failure with a sentence; there is nothing to take away either."""
    told = gk("icf", "visa")
    assert (told.code, told.out) == (1, "")
    assert "gk icf las FIL" in told.err
    assert "gk icf las FIL" in gk("icf", "glom").out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04rest", "Spara som"),
        (b"\xd0\xcf\x11\xe0rest", "CSV"),
        (b"%PDF-1.7", "PDF"),
        (b"namn;adress\nEva;x\n", "Kod"),
        (b"", "Kod"),
    ],
)
def test_a_wrong_file_is_refused_and_keeps_what_was_loaded(gk: Gk, listed: Path, content: bytes, words: str) -> None:
    """A spreadsheet, a PDF or another table: one sentence on what to do, and the former titles stay."""
    gk("icf", "las", str(listed))
    (listed.parent / "annan").write_bytes(content)
    told = gk("icf", "las", "annan")
    assert told.code == 1
    assert words in told.err
    assert gk("icf", "visa", "b280").code == 0
    assert gk("icf", "las", "borta.csv").code == 1


def test_a_damaged_store_is_told_where_it_matters(gk: Gk, listed: Path) -> None:
    """It says what to do, the sorting goes on without titles, and loading again mends it."""
    gk("icf", "las", str(listed))
    (listed.parent / "icf-titlar.json").write_text("{", encoding="utf-8")
    assert "gk icf las" in gk("icf", "visa").err
    sorted_ = gk("sortera", "--json", stdin=LINE)
    assert (sorted_.code, "icf_titlar" in sorted_.out) == (0, False)
    assert "gk icf las" in sorted_.err
    assert gk("icf", "las", str(listed)).code == 0
    assert gk("icf", "visa").code == 0
