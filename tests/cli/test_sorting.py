"""``gk sortera`` and ``gk foljdfragor``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Gk

KEYS = ["ruta", "note", "rubrik", "andra", "sakerhet", "markning", "icf", "skal"]
HEADINGS = {"kropp", "aktivitet", "omgivning", "person", None}
MARKS = {"fungerar", "hinder", "behov", "neutral"}


def test_the_promised_json_comes_out(gk: Gk) -> None:
    """One line in gives one JSON line out with the promised keys in order and readable ä."""
    told = gk("sortera", "--json", stdin="vardag\tsover 4 h, vaknar av värk\n")
    assert told.code == 0
    assert told.out.count("\n") == 1
    assert "värk" in told.out
    row = json.loads(told.out)
    assert list(row) == KEYS
    assert (row["ruta"], row["note"]) == ("vardag", "sover 4 h, vaknar av värk")
    assert row["rubrik"] == "kropp"
    assert row["markning"] == "hinder"
    assert 0 <= row["sakerhet"] <= 1
    assert isinstance(row["icf"], list)
    assert row["skal"]


def test_every_line_keeps_the_contract(gk: Gk) -> None:
    """Odd lines too give one object each, values within their sets, the note as it was typed."""
    notes = [
        "vardag\t- tröttnar",
        "bara text",
        "v- tröttnar",
        "s\thar god vän",
        "\tutan ruta",
        "vardag\t",
        "a\tb\tc",
        "🤕 ont",
    ]
    rows = [json.loads(line) for line in gk("sortera", "--json", stdin="\n".join(notes)).out.splitlines()]
    assert [row["note"] for row in rows] == [
        "- tröttnar",
        "bara text",
        "v- tröttnar",
        "har god vän",
        "utan ruta",
        "",
        "b\tc",
        "🤕 ont",
    ]
    assert [row["ruta"] for row in rows] == ["vardag", None, "vardag", "socialt", None, "vardag", "arbetsliv", None]
    assert all(list(row) == KEYS and row["rubrik"] in HEADINGS and row["markning"] in MARKS for row in rows)
    assert rows[0]["markning"] == "hinder"


def test_unknown_ruta_is_told_and_the_note_still_sorted(gk: Gk) -> None:
    """An unknown ruta is named on stderr; the line is sorted without it."""
    told = gk("sortera", "--json", stdin="vardag\ta\nkosmos\tsover dåligt\n")
    assert told.code == 0
    assert "Rad 2: rutan ”kosmos” finns inte" in told.err
    assert json.loads(told.out.splitlines()[1])["ruta"] is None


def test_a_file_with_bom_crlf_and_empty_lines_is_read(gk: Gk, ground: Path) -> None:
    """Files as Windows writes them give the same rows, and empty lines give none."""
    (ground / "a.tsv").write_bytes("\ufeffvardag\tsover dåligt\r\n\r\nsocialt\thar syster\r\n".encode())
    rows = [json.loads(line) for line in gk("sortera", "a.tsv", "--json").out.splitlines()]
    assert [(row["ruta"], row["note"]) for row in rows] == [("vardag", "sover dåligt"), ("socialt", "har syster")]


@pytest.mark.parametrize("how", ["file", "stdin"])
def test_what_is_not_utf8_is_refused_with_its_line(gk: Gk, ground: Path, how: str) -> None:
    """Latin-1 is not guessed at: the line is named and nothing wrong is let through."""
    raw = "vardag\tbra\nvardag\tvärk\n".encode("latin-1")
    (ground / "a.tsv").write_bytes(raw)
    told = gk("sortera", "a.tsv") if how == "file" else gk("sortera", stdin=raw)
    assert told.code == 1
    assert "UTF-8 (rad 2)" in told.err


def test_a_missing_file_and_a_folder_are_told(gk: Gk, ground: Path) -> None:
    """A file that cannot be read is a failure with a sentence."""
    missing, folder = gk("sortera", "borta.tsv"), gk("sortera", str(ground))
    assert (missing.code, folder.code) == (1, 1)
    assert missing.err == "Filen borta.tsv finns inte.\n"
    assert "är en mapp" in folder.err


def test_the_table_is_grouped_by_heading(gk: Gk) -> None:
    """For people the notes stand under their headings with ruta, mark and reason, and without escape codes."""
    shown = gk("sortera", stdin="vardag\tsover 4 h\nsocialt\tsyster hjälper till\n").out
    assert shown.index("Kroppsfunktion/struktur (1)") < shown.index("sover 4 h") < shown.index("Omgivningsfaktorer (1)")
    assert "skäl:" in shown
    assert "\x1b" not in shown


def test_control_characters_never_reach_the_table(gk: Gk) -> None:
    """A note with an escape code is shown without it."""
    assert "\x1b" not in gk("sortera", stdin="vardag\t\x1b[31mrött\x1b[0m\n").out


def test_follow_ups_are_called_by_the_note(gk: Gk) -> None:
    """The JSON holds one to three questions, each with its reason, and no yes/no questions."""
    told = gk("foljdfragor", "vardag", "sover 4 h, vaknar av värk", "--json")
    row = json.loads(told.out)
    assert list(row) == ["ruta", "note", "forslag"]
    assert (row["ruta"], row["note"]) == ("vardag", "sover 4 h, vaknar av värk")
    assert 1 <= len(row["forslag"]) <= 3
    assert all(
        list(one) == ["fraga", "skal"] and one["fraga"].strip()[-1] in "?." and one["skal"] for one in row["forslag"]
    )


def test_follow_ups_for_people(gk: Gk) -> None:
    """Without --json the questions are numbered; the ruta may be given by key or title."""
    shown = gk("foljdfragor", "Psykisk hälsa", "- orolig bland folk").out
    assert shown.startswith("Psykisk hälsa: - orolig")
    assert "  1. " in shown
    assert gk("foljdfragor", "p", "- orolig bland folk").out == shown


def test_unknown_ruta_is_wrong_use(gk: Gk) -> None:
    """A ruta that does not exist is wrong use, and the rutor are listed."""
    told = gk("foljdfragor", "kosmos", "x")
    assert told.code == 2
    assert "vardag" in told.err
