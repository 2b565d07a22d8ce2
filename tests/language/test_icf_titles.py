"""The official ICF list in the shapes that it is downloaded and saved in; all titles here are made up."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.language.icf_titles import IcfList, NoIcfList, icf_beginning, icf_code, read_list

TITLES = {"b130": "Påhittad kraft", "d4501": "Påhittad gång, lång", "e310": "Påhittade nära"}


@pytest.mark.parametrize(
    "text",
    [
        "Kod;Titel\nb130;Påhittad kraft\nd4501;Påhittad gång, lång\ne310;Påhittade nära\n",
        'Kod,Titel\r\nb130,Påhittad kraft\r\nd4501,"Påhittad gång, lång"\r\ne310,Påhittade nära\r\n',
        "code\ttitle_sv\nb130\tPåhittad kraft\nd4501\tPåhittad gång, lång\ne310\tPåhittade nära\n",
        "ICF-kod;Title;Titel svenska\nB130;A;Påhittad kraft;x;y\nD 4501;;Påhittad gång, lång\n e310.;;Påhittade nära;",
        "Lista;;\n;;\nNivå;Kod;Rubrik\n2;b130;Påhittad kraft\n4;d4501;Påhittad gång, lång\n2;e310;Påhittade nära\n",
        "b130\tPåhittad kraft\nd4501\tPåhittad gång, lång\ne310\tPåhittade nära\n",
        "Kod\ttitle\nb130\tPåhittad kraft\nb130\tPåhittad kraft\nd4501\tPåhittad gång, lång\ne310\tPåhittade nära",
    ],
    ids=["semikolon", "komma", "tabb", "flera kolumner", "text före", "utan huvud", "samma kod två gånger"],
)
def test_the_shapes_of_a_downloaded_list(text: str) -> None:
    """Whatever stands between the columns and whatever they are called, codes and Swedish titles are found."""
    assert dict(read_list(text).titles) == TITLES


def test_bad_rows_are_told_with_their_line() -> None:
    """A row without a code, without a title or at odds with an earlier one is left out, and its line named."""
    found = read_list('Kod;Titel\nb130;Kraft\nx99;Fel\n;Utan\nd450;\nb130;Annat\n"d455";"två\nrader"\nq;q\n')
    assert dict(found.titles) == {"b130": "Kraft", "d455": "två rader"}
    assert [(row.line, row.fault) for row in found.faults] == [
        (3, "”x99” är ingen ICF-kod."),
        (4, "Koden saknas."),
        (5, "d450 har ingen titel."),
        (6, "b130 står redan i filen med en annan titel."),
        (9, "”q” är ingen ICF-kod."),
    ]


def test_sections_are_counted_and_chapters_kept() -> None:
    """Blocks such as b110-b139 are no codes of notes; letters, chapters and Swedish additions are codes."""
    found = read_list("Kod\tTitel\nb\tAllt\nb1\tKapitel\nb110-b139\tAvsnitt\ne398A\tTillägg\n")
    assert list(found.titles) == ["b", "b1", "e398A"]
    assert (found.sections, found.faults) == (1, ())


@pytest.mark.parametrize("text", ["", "\n", "hej\n", "namn;ålder\nEva;40\n", "Kod;Titel\n", "Kod;Titel\nx;y\n"])
def test_what_is_no_list_is_refused_in_a_sentence(text: str) -> None:
    """The sentence says what is missing."""
    with pytest.raises(NoIcfList, match=r"Kod|kod"):
        read_list(text)


def test_control_characters_do_not_get_through() -> None:
    """A title cannot steer a terminal."""
    assert read_list("Kod;Titel\nb130;\x1b[31mRött\x1b[0m\n").titles == {"b130": "Rött"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("b130", "b130"), (" D4501 ", "d4501"), ("e398a", "e398A"), ("b 280", "b280"), ("s", "s"), ("b13", None)]
    + [(text, None) for text in ("", "a130", "b1300000", "130", "bA", "b130-b139", "b130x1")],
)
def test_what_a_code_looks_like(text: str, code: str | None) -> None:
    """A letter, then one, three, four or five digits, and in the Swedish list sometimes a letter."""
    assert icf_code(text) == code


def test_a_user_may_ask_for_a_beginning() -> None:
    """b13 begins b130 and b134, x13 begins none."""
    assert [icf_beginning(text) for text in ("b13", "D 4", "e398a", "x13")] == ["b13", "d4", "e398A", None]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing else than a list or a sentence comes of a file."""
    found = IcfList(titles={})
    with suppress(NoIcfList):
        found = read_list(text)
    assert all(icf_code(code) == code and title for code, title in found.titles.items())
