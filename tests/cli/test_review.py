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


TALK = "H: Hej, hur har du det hemma?\nD: Det är lite tungt.\nH: Det låter tungt.\nD: Ja, mest på kvällen.\n"


def test_the_mirror_follows_the_table_of_a_talk(gk: Gk) -> None:
    """A talk with both sides gets its mirror after the table; a list of utterances does not."""
    shown = gk("granska", stdin=TALK).out
    assert shown.index("2 yttranden") < shown.index("SPEGEL AV ETT SAMTAL") < shown.index("Måtten")
    assert "SPEGEL" not in gk("granska", stdin="Hur mår du?\nVad gör du?\n").out


def test_the_mirror_alone(gk: Gk) -> None:
    """--spegel shows only the mirror, of a list of utterances too; the name is listened for."""
    shown = gk("granska", "--spegel", "--namn", "Maja", stdin="Hej Maja!\nHur mår du, Maja?\n").out
    assert "säkerhet" not in shown
    assert "Du använde namnet." in shown
    assert "går inte att" in shown


def test_json_is_as_before_for_a_talk(gk: Gk) -> None:
    """Without --spegel a talk's JSON has one object an utterance and nothing more, headings and initials left alone."""
    rows = [json.loads(line) for line in gk("granska", "--json", stdin=f"Rubrik\n\n{TALK}").out.splitlines()]
    assert [list(row) for row in rows] == [KEYS, KEYS]
    assert rows[0]["yttrande"] == "Hej, hur har du det hemma?"


def test_the_mirror_as_the_last_json_object(gk: Gk) -> None:
    """With --spegel a last object holds the mirror, in the promised keys."""
    *rows, last = [json.loads(line) for line in gk("granska", "--json", "--spegel", stdin=TALK).out.splitlines()]
    assert [list(row) for row in rows] == [KEYS, KEYS]
    assert list(last) == ["spegel"]
    found = last["spegel"]
    assert list(found) == ["turer", "osakra", "sorter", "matt", "styrkor", "prova", "rutor"]
    assert (found["turer"], sum(found["sorter"].values()) + found["osakra"] <= 2) == (2, True)
    assert list(found["matt"][0]) == ["id", "namn", "varde", "tal", "riktmarke", "lage"]
    assert list(found["styrkor"][0]) == ["id", "text", "tur", "citat"]
    assert found["styrkor"][0]["citat"] in TALK


@pytest.mark.parametrize(("ending", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!DOCTYPE"), ("md", b">")])
def test_the_mirror_as_a_file_with_the_talk_last(gk: Gk, ground: Path, ending: str, start: bytes) -> None:
    """--ut writes the mirror in the form of its ending; an existing file is left alone without --skriv-over."""
    told = gk("granska", "--ut", f"spegel.{ending}", stdin=TALK)
    assert (told.code, told.out, told.err) == (0, f"Sparat: spegel.{ending}\n", "")
    assert (ground / f"spegel.{ending}").read_bytes().startswith(start)
    assert gk("granska", "--ut", f"spegel.{ending}", stdin=TALK).code == 1
    assert gk("granska", "--ut", f"spegel.{ending}", "--skriv-over", stdin=TALK).code == 0


def test_a_form_on_the_stream_holds_the_whole_talk(gk: Gk) -> None:
    """--format text gives the mirror with the talk as its appendix."""
    shown = gk("granska", "--format", "text", stdin=TALK).out
    assert "Bilaga: samtalet" in shown
    assert "Svar: Det är lite tungt." in shown


def test_identifiers_are_told_before_a_file_is_written(gk: Gk) -> None:
    """A telephone number in the talk is listed on stderr; the file is written all the same."""
    told = gk("granska", "--ut", "spegel.html", stdin="H: Ring 070-174 06 05 då?\nD: Ja.\n")
    assert told.code == 0
    assert "070-174 06 05 (telefonnummer)" in told.err


def test_an_empty_talk_becomes_no_file(gk: Gk, ground: Path) -> None:
    """Nothing to mirror is told, and no file is left behind; in the terminal nothing is shown."""
    told = gk("granska", "--ut", "spegel.pdf", stdin="\n")
    assert (told.code, told.err) == (1, "Det finns inget samtal att spegla. Skriv ett yttrande per rad.\n")
    assert not (ground / "spegel.pdf").exists()
    assert gk("granska", "--spegel", stdin="\n").out == ""


def test_json_and_a_file_do_not_go_together(gk: Gk) -> None:
    """JSON is for the stream: with --ut it is wrong use."""
    assert gk("granska", "--json", "--ut", "a.pdf", stdin=TALK).code == 2
