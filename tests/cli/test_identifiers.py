"""``gk personuppgifter``."""

import json
from pathlib import Path

from tests.cli.conftest import Gk


def test_the_promised_json_comes_out(gk: Gk) -> None:
    """One line in gives one object out: the text as it stands, and each finding with kind, value and place."""
    told = gk("personuppgifter", "--json", stdin="Ring upp ８５０４０２－２３９６ före lunch\nsover dåligt\n")
    assert told.code == 0
    first, second = (json.loads(line) for line in told.out.splitlines())
    assert list(first) == ["text", "fynd"]
    (finding,) = first["fynd"]
    assert finding == {"typ": "personnummer", "varde": "８５０４０２－２３９６", "start": 9, "slut": 20}
    assert first["text"][finding["start"] : finding["slut"]] == finding["varde"]
    assert second == {"text": "sover dåligt", "fynd": []}


def test_places_are_counted_in_code_points_of_the_line(gk: Gk) -> None:
    """Emoji and marks before a number count one each, spaces first and last stay."""
    line = "  👍🏽 pnr \u2067991224-2386\u2069 "
    row = json.loads(gk("personuppgifter", "--json", stdin=f"{line}\n").out)
    assert row["text"] == line
    assert [(one["start"], one["slut"]) for one in row["fynd"]] == [(line.index("9"), line.index("6\u2069") + 1)]


def test_escape_sequences_are_left_as_they_are(gk: Gk) -> None:
    """A backslash and letters are six characters of the text, in what is told and in the places."""
    row = json.loads(gk("personuppgifter", "--json", stdin="A\\u030asa O\\u0308stro\\u0308m uteblev\n").out)
    assert row["fynd"][0]["varde"] == "A\\u030asa O\\u0308stro\\u0308m"
    assert row["fynd"][0]["start"] == 0


def test_half_characters_and_what_is_not_utf8_do_not_stop_it(gk: Gk) -> None:
    """A lone surrogate comes back as an escape; a line in another encoding is told of, and the next is read."""
    told = gk("personuppgifter", "--json", stdin=b"halv \xed\xa0\xbd tel 070-174 06 12\nv\xe4rk\npnr 850402-2396\n")
    rows = [json.loads(line) for line in told.out.splitlines()]
    assert told.code == 0
    assert rows[0]["text"] == "halv \ud83d tel 070-174 06 12"
    assert [one["typ"] for row in rows for one in row["fynd"]] == ["telefon", "personnummer"]
    assert "Rad 2" in told.err


def test_a_file_is_read_and_told_to_people(gk: Gk, ground: Path) -> None:
    """Without --json each finding has its line and kind in Swedish; byte order mark and CRLF do not matter."""
    (ground / "a.txt").write_bytes("\ufeffpnr 850402-2396\r\n\r\nmamma Karin\r\n".encode())
    shown = gk("personuppgifter", "a.txt").out.splitlines()
    assert shown[:2] == ["rad 1: 850402-2396 (personnummer)", "rad 3: Karin (troligt namn)"]
    assert gk("personuppgifter", stdin="sover dåligt\n").out == "Inga personuppgifter hittades i 1 rad.\n"


def test_a_missing_file_and_a_folder_are_told(gk: Gk, ground: Path) -> None:
    """A file that cannot be read is a failure with a sentence."""
    missing, folder = gk("personuppgifter", "borta.txt"), gk("personuppgifter", str(ground))
    assert (missing.code, folder.code) == (1, 1)
    assert missing.err == "Filen borta.txt finns inte.\n"
    assert "är en mapp" in folder.err


def test_nothing_on_the_screen_can_steer_it(gk: Gk) -> None:
    """Control characters inside what is found are not written out."""
    assert "\x1b" not in gk("personuppgifter", stdin="pnr 850402\x1b-2396\n").out
