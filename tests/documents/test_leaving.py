"""What is pointed out before papers leave the program."""

from dataclasses import replace

import pytest

from gk_assistant.documents.leaving import identifiers_in, identifiers_in_data
from gk_assistant.documents.model import Audience, Document, Fact, Facts, Paragraph, Table
from gk_assistant.language.identifiers import Kind
from tests.documents.bank_for_papers import bank
from tests.documents.golden_papers import paper
from tests.documents.rich_case import rich_case


def found(*blocks: Paragraph | Table | Facts, lang: str = "sv-SE") -> list[tuple[Kind, str]]:
    """Return what is pointed out on a paper with some blocks."""
    document = Document(id="x", title="X", audience=Audience.AKTEN, blocks=blocks, lang=lang)
    return [(seen.kind, seen.value) for seen in identifiers_in([document], bank())]


def test_what_a_ruta_is_called_is_nobodys_name() -> None:
    """Tom ruta is a ruta, where it stands; Tom beside it is a person all the same."""
    assert found(Paragraph(text="Läser om djur (Tom ruta, 10.14, AF)")) == []
    assert found(Paragraph(text="Läser med sin son Tom (Tom ruta, 10.14, AF)")) == [(Kind.NAMN, "Tom")]
    assert found(Paragraph(text="Tom ringer")) == [(Kind.NAMN, "Tom")]
    assert found(Paragraph(text="Rutan Fritidsintressen")) == []


def test_the_moment_of_a_note_is_nobodys_number() -> None:
    """Minute, second and parts of it can look like a samordningsnummer; a moment in the data is none, a note is."""
    assert identifiers_in_data("X", {"at": "2026-11-22T13:04:12.883324+00:00"}) == ()
    (seen,) = identifiers_in_data("X", {"text": "04:12.883324"})
    assert seen.kind is Kind.SAMORDNINGSNUMMER


def test_no_ruta_is_listed_among_the_names_of_the_shipped_papers() -> None:
    """A note in every ruta puts every ruta's title on the record, and none of them is pointed out."""
    case = rich_case()
    first = case.meetings[0]
    notes = tuple(replace(first.notes[0], id=ruta.id, ruta=ruta.id, text="läser om djur") for ruta in bank().rutor)
    record = paper("tjansteanteckning", case.with_meeting(replace(first, notes=notes, participants=())))
    assert all(any(ruta.title in str(block) for block in record.blocks) for ruta in bank().rutor)
    bare = replace(record, blocks=tuple(block for block in record.blocks if "läser" in str(block).lower()))
    assert identifiers_in([bare], bank()) == ()


@pytest.mark.parametrize(
    "block",
    [
        Table(header=("När",), rows=(("3 november, 850402-2396",),)),
        Facts(pairs=(Fact(label="Tid", value="10.00, 850402-2396"),)),
    ],
)
def test_an_identifier_is_seen_in_a_cell_with_days_and_times(block: Table | Facts) -> None:
    """Digits around it hide no personnummer."""
    assert found(block) == [(Kind.PERSONNUMMER, "850402-2396")]


def test_words_of_another_language_are_no_names() -> None:
    """An English paper is not read for Swedish names; what is weighty is pointed out all the same."""
    assert found(Paragraph(text="This is Anna. Call 850402-2396."), lang="en-GB") == [
        (Kind.PERSONNUMMER, "850402-2396")
    ]
    english = [paper(paper_id, lang="en") for paper_id in ("trappa", "kallelse", "kort", "samtalsunderlag")]
    assert identifiers_in(english, bank()) == ()
