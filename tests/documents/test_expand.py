"""Short forms in the papers are read by the ruta that their note stands in."""

from dataclasses import replace

from gk_assistant.conversation.ear import Ear
from gk_assistant.documents.registry import build
from gk_assistant.documents.view import for_deltagaren
from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Note
from gk_assistant.rendering.text import to_text
from gk_assistant.storage.bank_reader import TomlBank
from tests.documents.rich_case import NOW, rich_case


def two_notes() -> Case:
    """Return a case with the same ambiguous short form in two rutor."""
    case = rich_case()
    notes = tuple(
        Note(id=ruta, ruta=ruta, text="har haft AT", at=NOW) for ruta in ("tidigare_rehab", "kontaktpersoner")
    )
    return replace(case, meetings=(replace(case.meetings[0], notes=notes),))


def test_the_ruta_settles_an_ambiguous_short_form() -> None:
    """AT is arbetsträning among earlier rehabilitation and arbetsterapeut among contacts, in every paper."""
    ear = Ear(TomlBank())
    first, second = for_deltagaren(two_notes(), expand=ear.expand).meetings[0].notes
    assert (first.text, second.text) == ("Har haft arbetsträning", "Har haft arbetsterapeut")
    for paper_id in ("minnesanteckningar", "tjansteanteckning"):
        document = build(paper_id, two_notes(), bank=TomlBank().bank(), now=NOW, expand=ear.expand)
        text = to_text(document)
        assert "haft arbetsträning" in text
        assert "haft arbetsterapeut" in text
        assert " eller arbetsterapeut" not in text
