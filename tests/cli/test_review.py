"""``gk granska``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Gk

KEYS = ["yttrande", "typ", "ruta", "sakerhet", "aterkoppling", "battre"]


def test_the_promised_json_comes_out(gk: Gk) -> None:
    """One utterance gives one JSON object with the promised keys in order and readable å ä ö."""
    told = gk("granska", "--json", stdin="Har du städat själv?\n")
    assert told.code == 0
    assert "städat själv" in told.out
    row = json.loads(told.out)
    assert list(row) == KEYS
    assert (row["yttrande"], row["typ"], row["ruta"]) == ("Har du städat själv?", "sluten", "vardag")
    assert 0 <= row["sakerhet"] <= 1
    assert row["aterkoppling"]
    assert row["battre"].endswith("?")


def test_what_is_unsure_has_no_kind(gk: Gk) -> None:
    """A kind that cannot be told is null, in JSON, and nothing else is put in its place."""
    row = json.loads(gk("granska", "--json", stdin="mm\n").out)
    assert row["typ"] is None
    assert (row["ruta"], row["battre"]) == ("ovrigt", "")


def test_only_the_handlaggare_is_judged_in_a_talk(gk: Gk, ground: Path) -> None:
    """In a talk with H: and D: the deltagare's lines and headings are left alone."""
    (ground / "samtal.txt").write_text(
        "H: Hur har du det hemma?\nD: Det är lite tungt.\nh: Är du trött?\n\nPaus\nD: Ja.\n", "utf-8"
    )
    rows = [json.loads(line) for line in gk("granska", "samtal.txt", "--json").out.splitlines()]
    assert [row["yttrande"] for row in rows] == ["Hur har du det hemma?", "Är du trött?"]


def test_the_table_is_for_people(gk: Gk) -> None:
    """Without --json each utterance stands with its kind, ruta and another wording, and the kinds are counted."""
    shown = gk("granska", stdin="Har du boendestöd?\nHur mår du?\n").out
    assert "Sluten fråga" in shown
    assert "Öppen fråga" in shown
    assert "Pröva: " in shown
    assert "2 yttranden" in shown
    assert "\x1b" not in shown


def test_control_characters_never_reach_the_table(gk: Gk) -> None:
    """An utterance with an escape code is shown without it."""
    assert "\x1b" not in gk("granska", stdin="Har du \x1b[31mbarn\x1b[0m?\n").out


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_nothing_in_gives_nothing_out(gk: Gk, how: tuple[str, ...]) -> None:
    """Empty input gives no output and no fault."""
    told = gk("granska", *how, stdin="\n \n")
    assert (told.code, told.out) == (0, "")


def test_a_missing_file_is_told(gk: Gk) -> None:
    """A file that is not there is a failure with a sentence."""
    told = gk("granska", "borta.txt")
    assert (told.code, told.err) == (1, "Filen borta.txt finns inte.\n")
