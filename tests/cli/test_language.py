"""``gk sprak``, and the language check beside a paper to the deltagare."""

import json
from pathlib import Path

from tests.cli.conftest import Gk

HARD = (
    "Arbetsterapeuten och rehabiliteringskoordinatorn genomför arbetsförmågebedömningen tillsammans med "
    "arbetsförmedlingens specialister under hösten. Hon påstår att AF inte ringer. Vi ses igen. Ta med papperet.\n"
)


def test_the_promised_json_comes_out(gk: Gk) -> None:
    """One object for the whole text, the promised keys in order, places that hold the words in question."""
    told = gk("sprak", "--json", stdin=HARD)
    assert told.code == 0
    row = json.loads(told.out)
    assert list(row) == ["lix", "lix_utan_namn", "ord", "meningar", "ord_per_mening", "sammanfattning", "fynd"]
    assert row["meningar"] == 4
    assert row["lix"] > 30
    words = {one["varde"]: one["typ"] for one in row["fynd"]}
    assert words["påstår"] == "omdome"
    assert words["AF"] == "forkortning"
    assert words[None] == "lix"
    for one in row["fynd"]:
        assert list(one) == ["typ", "varde", "start", "slut", "rad"]
        assert one["varde"] is None or HARD[one["start"] : one["slut"]] == one["varde"]
        assert one["rad"].endswith((".", "?"))
    assert row["fynd"][0]["typ"] == "omdome"


def test_an_easy_text_gets_its_measures(gk: Gk, ground: Path) -> None:
    """Measures and a word that all is well, from a file too; an empty text has nothing to read."""
    (ground / "brev.txt").write_text("Vi ses på torsdag. Ta med papperet.\nHälsningar oss.\n", encoding="utf-8")
    shown = gk("sprak", "brev.txt").out.splitlines()
    assert shown[0].startswith("LIX ")
    assert shown[1] == "Inget att ändra på."
    assert gk("sprak", stdin="").out == "Inget att läsa än.\n"
    assert gk("sprak", "borta.txt").code == 1


def test_a_paper_to_the_deltagare_is_checked_beside_it(gk: Gk, cases: Path) -> None:
    """The quiet line is on stderr, the paper alone on stdout; --sprak gives all advice; other papers get none."""
    assert cases.is_dir()
    quiet = gk("skriv-ut", "trappa", "Åsa")
    assert quiet.err.startswith("Lättläst: LIX ")
    assert "LIX" not in quiet.out
    told = gk("skriv-ut", "trappa", "Åsa", "--sprak")
    assert told.out == quiet.out
    assert "målet är högst 30 och 10." in told.err
    assert gk("skriv-ut", "tjansteanteckning", "Åsa", "--sprak").err == ""


def test_line_mode_tells_and_gives_advice(gk: Gk, cases: Path) -> None:
    """After the paper one line on its language; ``språk`` gives the advice and asks again."""
    assert cases.is_dir()
    told = gk("enkel", "Åsa", stdin="4\ntrappa\nspråk\n\nslut\n").out
    assert "Lättläst: LIX " in told
    assert "målet är högst 30 och 10." in told


def test_line_mode_tells_how_a_note_was_read(gk: Gk, cases: Path) -> None:
    """The note stays as typed; the reading stands below, and again with its reason in the reflection."""
    assert cases.is_dir()
    told = gk("enkel", "Björken", stdin="1\nk\n1\nstöd 2 h x 3/v\navsluta samtalet\nskäl 1\nslut\n").out
    assert "stöd 2 h x 3/v" in told
    assert told.count("Läst: 2 h x 3/v → 6 h/vecka") == 2
