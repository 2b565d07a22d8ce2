"""``gk fraga``: how a line is understood, and what is answered."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Gk

KEYS = ["text", "avsikt", "arg", "svar", "kalla", "sakerhet"]


def test_the_promised_json_comes_out(gk: Gk) -> None:
    """A question gives one object with the promised keys in order, its topic, answer and source."""
    told = gk("fraga", "måste det vara två möten?", "--json")
    assert told.code == 0
    row = json.loads(told.out)
    assert list(row) == KEYS
    assert (row["avsikt"], row["arg"]) == ("kunskap", "antal_moten")
    assert row["svar"].endswith(".")
    assert row["kalla"]
    assert 0 <= row["sakerhet"] <= 1


def test_lines_on_stdin_give_one_object_each(gk: Gk) -> None:
    """Notes, requests, questions and what is outside come out in the order they went in; blank lines do not count."""
    lines = ["tröttnar fort", "", "fråga om sömn", "vad betyder DFA?", "blir det regn ikväll", " avsluta", '"hej"']
    told = gk("fraga", "--json", stdin="\n".join(lines) + "\n")
    rows = [json.loads(line) for line in told.out.splitlines()]
    assert [row["avsikt"] for row in rows] == [
        "anteckning",
        "fraga_om",
        "kunskap",
        "utanfor",
        "anteckning",
        "anteckning",
    ]
    assert [row["arg"] for row in rows][1:3] == ["sömn", "begrepp"]
    assert all(row["svar"] is None for row in rows if row["avsikt"] == "anteckning")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("vad gör vi om hon gråter", "Källa:"),
        ("hur många kronor får hon", "handläggare"),
        ("sammanfatta vardag", "sammanfatta vardag"),
        ("tröttnar fort", "en anteckning"),
    ],
)
def test_words_are_for_people(gk: Gk, line: str, words: str) -> None:
    """Without --json the line, what it is read as and the answer are said in plain words."""
    told = gk("fraga", line)
    assert told.code == 0
    assert words in told.out


def test_an_own_bank_answers_too(gk: Gk, ground: Path) -> None:
    """An office's own answer with a known id replaces the sentences of the shipped one."""
    bank = ground / "bank"
    bank.mkdir()
    own = '[[kunskap]]\nid = "tolk-nar"\nsvar = "Ring tolkväxeln i Norrby."\nkalla = "Vår rutin"\n'
    (bank / "kunskap.toml").write_text(own, encoding="utf-8")
    row = json.loads(gk("fraga", "när behövs en tolk på mötet", "--json", "--bank", str(bank)).out)
    assert (row["svar"], row["kalla"]) == ("Ring tolkväxeln i Norrby.", "Vår rutin")
