"""``gk bank prova``: what a persona makes of lines in a file."""

import json
from pathlib import Path

from tests.cli.conftest import Gk

LINES = "# en kommentar\nHej Katarina!\n\nHur sover du?\n...\nblarg flurb dunk?\n"


def test_each_line_is_told_with_why(gk: Gk, ground: Path) -> None:
    """Kind, topic, line with its layer, the rules, the openness; numbers are those of the file."""
    (ground / "y.txt").write_text(LINES, encoding="utf-8")
    ended = gk("bank", "prova", "utmattning", "--fil", "y.txt")
    assert ended.code == 0, ended.err
    out = ended.out
    assert "Rad 2: Hej Katarina!" in out
    assert "hälsar (”Hej”)" in out
    assert "Rad 4: Hur sover du?" in out
    assert "ämne somn; ruta vardag" in out
    assert "somn/svar_hur/1, sägs på en rak fråga, för första gången" in out
    assert "+4 en öppen fråga" in out
    assert "Rad 5: (tystnad)" in out
    assert "Yttranden som inte förstods: 1 av 4\n  Rad 6: blarg flurb dunk?" in out
    assert "Rader som aldrig sades: " in out
    assert "  somn: genast/1" in out


def test_the_lines_come_from_stdin_too_and_keep_nothing(gk: Gk, ground: Path) -> None:
    """A pipe is as good as a file, by the persona's name as well, and no folder is made."""
    assert "Rad 1: Hur sover du?" in gk("bank", "prova", "katarina", stdin="Hur sover du?\n").out
    assert not (ground / "sessions").exists()


def test_json_is_a_promise(gk: Gk, ground: Path) -> None:
    """An object for each line and one at the end, with the keys of docs/ovning-json.md in order."""
    (ground / "y.txt").write_text(LINES, encoding="utf-8")
    rows = [json.loads(row) for row in gk("bank", "prova", "utmattning", "--fil", "y.txt", "--json").out.splitlines()]
    *turns, end = rows
    assert [row["rad"] for row in turns] == [2, 4, 5, 6]
    assert list(turns[0]) == [
        "rad",
        "yttrande",
        "sort",
        "sakerhet",
        "ruta",
        "amne",
        "gor",
        "forstods",
        "svar",
        "regler",
        "oppenhet",
        "ledtradar",
    ]
    sleep = turns[1]
    assert (sleep["sort"], sleep["amne"], sleep["forstods"]) == ("oppen", "somn", True)
    assert sleep["svar"][0] | {"text": ""} == {"vem": None, "text": "", "rad": "somn/svar_hur/1", "lager": None}
    assert sleep["regler"][0] == {"regel": "oppen_fraga", "steg": 4, "ord": ""}
    assert list(end) == ["aldrig_sagda", "inte_forstadda"]
    assert end["inte_forstadda"] == [6]
    assert "somn/genast/2" in end["aldrig_sagda"]
    assert "somn/svar_hur/1" not in end["aldrig_sagda"]


def test_the_same_number_gives_the_same_answers(gk: Gk) -> None:
    """A trainer who changes a line sees only what that line changed."""
    lines = "Hur sover du?\nHur mår du?\nBerätta om en vanlig dag.\n"
    first, again, *others = (
        gk("bank", "prova", "utmattning", "--fro", number, "--json", stdin=lines).out for number in "445678"
    )
    assert first == again
    assert set(others) != {first}


def test_an_own_persona_is_tried(gk: Gk, ground: Path) -> None:
    """A changed copy of a shipped persona in an own folder answers with its own words."""
    shipped = Path("question_bank/personas/utmattning.toml")
    root = Path(__file__).parents[2]
    text = (root / shipped).read_text("utf-8").replace('namn = "Katarina"', 'namn = "Majken"', 1)
    own = ground / "egen" / "personas"
    own.mkdir(parents=True)
    (own / "utmattning.toml").write_text(text, encoding="utf-8")
    assert gk("bank", "prova", "majken", "--mapp", "egen", stdin="Hej!\n").out.startswith("Majken (utmattning)")
    assert gk("--bank", "egen", "bank", "prova", "utmattning", stdin="Hej!\n").out.startswith("Majken (utmattning)")


def test_a_persona_at_fault_is_told_with_file_and_line(gk: Gk, ground: Path) -> None:
    """Exit code 1, and every fault of the file with its line and cure; nothing is run."""
    own = ground / "egen" / "personas"
    own.mkdir(parents=True)
    (own / "ny.toml").write_text('namn = "Ny"\nalder = "många"\n', encoding="utf-8")
    ended = gk("bank", "prova", "ny", "--mapp", "egen", stdin="Hej!\n")
    assert (ended.code, ended.out) == (1, "")
    assert "ny.toml, rad 2, alder" in ended.err
    assert "går inte att prova" in ended.err


def test_wrong_use_is_told(gk: Gk, ground: Path) -> None:
    """No such persona, no such file, no lines, a file that is no text."""
    assert "ingen person" in gk("bank", "prova", "nobody", stdin="Hej\n").err
    assert "finns inte" in gk("bank", "prova", "utmattning", "--fil", "saknas.txt").err
    assert gk("bank", "prova", "utmattning", stdin="\n# bara en kommentar\n").code == 2
    (ground / "y.txt").write_bytes(b"Hur sover du?\n\xff\xfe\n")
    ended = gk("bank", "prova", "utmattning", "--fil", "y.txt")
    assert (ended.code, ended.out) == (1, "")
    assert "rad 2" in ended.err
