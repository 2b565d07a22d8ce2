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


def test_a_paper_comes_in_another_language(gk: Gk, cases: Path) -> None:
    """With a code the paper is in that language and says that nobody has checked it; one that lacks it says so."""
    assert cases.is_dir()
    told = gk("skriv-ut", "kort", "Åsa", "--sprak", "en")
    assert told.code == 0
    assert "Good to know" in told.out
    assert "not been checked by a native speaker" in told.out
    assert "LIX" not in told.err
    plan = gk("skriv-ut", "plan", "Åsa", "--sprak", "en")
    assert plan.code == 1
    assert "Det finns: sv (svenska)." in plan.err
    assert gk("skriv-ut", "kort", "Åsa", "--sprak", "xx").code == 1


def test_the_papers_own_words_are_measured(gk: Gk) -> None:
    """A row for each paper to the deltagare and language; the shipped ones reach their goals; translations are told."""
    told = gk("sprak", "--papper")
    assert told.code == 0
    rows = told.out.splitlines()
    assert len(rows) == 11
    assert sum("inte granskad" in row for row in rows) == 4
    first = json.loads(gk("sprak", "--papper", "--json").out.splitlines()[0])
    assert list(first) == ["papper", "sprak", "version", "granskad", "lix", "ord_per_mening", "nar_malet"]


def test_an_offices_own_words_are_measured(gk: Gk, ground: Path) -> None:
    """Hard words in an own folder are found, with the advice and the office's version, and the exit code is 1."""
    (ground / "bank" / "papper").mkdir(parents=True)
    hard = ", ".join('"Arbetsförmågebedömningar förutsätter samverkansöverenskommelser."' for _ in range(12))
    text = f'version = "eget 2"\n[text.sv]\nfar = [{hard}]\n'
    (ground / "bank" / "papper" / "kort.toml").write_text(text, encoding="utf-8")
    told = gk("--bank", "bank", "sprak", "--papper")
    assert told.code == 1
    assert "eget 2" in told.out
    assert "målet är 30" in told.out


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
