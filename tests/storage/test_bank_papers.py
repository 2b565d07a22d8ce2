"""The papers' wording as data: an office's own words, other languages, and every fault with its line and cure."""

from pathlib import Path

import pytest

from gk_assistant.documents.registry import build, languages
from gk_assistant.domain.papers import LANGUAGES, Moment, filled
from gk_assistant.rendering.text import to_text
from gk_assistant.storage.bank_check import BankFault, check
from gk_assistant.storage.bank_files import shipped_bank
from gk_assistant.storage.bank_reader import TomlBank
from tests.documents.rich_case import NOW, rich_case
from tests.storage.banks import own_file


def faults(folder: Path) -> list[BankFault]:
    """Return the faults of an own folder."""
    return [fault for fault in check(folder) if fault.file.startswith(str(folder))]


def test_an_office_changes_one_text_and_the_version(tmp_path: Path) -> None:
    """A text of one's own stands on the paper, the others stay, and the paper carries one's own version."""
    own = own_file(tmp_path, "papper/kort.toml", 'version = "eget 1"\n[text.sv]\nfraga = "Ring Kim:"\n')
    assert faults(own) == []
    document = build("kort", rich_case(), bank=TomlBank(own).bank(), now=NOW)
    assert document.version == "eget 1"
    text = to_text(document)
    assert "Ring Kim:" in text
    assert "drömjobb" in text


@pytest.mark.parametrize(
    ("paper_id", "key", "usual"),
    [
        ("tjansteanteckning", "berattat", "Deltagaren har berättat"),
        ("reflektion", "af_syn", "Arbetsförmedlingens syn"),
        ("anteckningsblad", "annat", "Annat:"),
    ],
)
def test_the_officers_own_papers_take_an_offices_words(tmp_path: Path, paper_id: str, key: str, usual: str) -> None:
    """The papers that stay with the officers have their words in the bank too, and each can be changed."""
    before = to_text(build(paper_id, rich_case(), bank=TomlBank().bank(), now=NOW))
    own = own_file(tmp_path, f"papper/{paper_id}.toml", f'version = "9"\n[text.sv]\n{key} = "Kontorets ord"\n')
    assert faults(own) == []
    document = build(paper_id, rich_case(), bank=TomlBank(own).bank(), now=NOW)
    assert usual in before
    assert usual not in to_text(document)
    assert "Kontorets ord" in to_text(document)
    assert document.frame.version == "Version 9"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("papper/gemensamt.toml", '[text.sv]\nmanader = ["jan", "feb"]\n'),
        ("papper/reflektion.toml", '[text.sv]\ntabell = ["Märke"]\n'),
        ("papper/tjansteanteckning.toml", '[text.sv]\nplan_tabell = ["Vad", "Vem", "När"]\n'),
    ],
)
def test_a_list_with_too_few_names_is_told_and_not_used(tmp_path: Path, file: str, text: str) -> None:
    """Eleven months or three columns would upset a paper: the fault is told, and our own list is used."""
    own = own_file(tmp_path, file, text)
    (found,) = faults(own)
    assert "namn, men ska ha" in found.fault
    source = TomlBank(own)
    for paper_id in ("plan", "reflektion", "tjansteanteckning"):
        made = build(paper_id, rich_case(), bank=source.bank(), now=NOW)
        assert made == build(paper_id, rich_case(), bank=TomlBank().bank(), now=NOW)
    assert any("används inte" in remark for remark in source.remarks)


@pytest.mark.parametrize(
    ("text", "line", "fault", "cure"),
    [
        ('[text.sv]\nfragga = "x"\n', 2, "fragga är okänd", "Ska det vara fraga?"),
        ('[text.sv]\nfraga = ["x"]\n', 2, "ska vara en text", "Skriv fraga ="),
        ('[text.sv]\nfraga = " "\n', 2, "fraga är tom", "ta bort"),
        ("[text.sv]\nfar = []\n", 2, "far är tom", "minst en text"),
        ('[text.sv]\n# vår\nfraga = "Ring {namn}."\n', 3, "{namn} är okänd", "inget att fylla i"),
        ('[text.sv]\nfar = ["Ja.", "Nej {dag}."]\n', 2, "{dag} är okänd", "inget att fylla i"),
        ('[text.sv]\nfraga = "Ring {namn ."\n', 2, "klammer", "{namn}"),
        ('[text.xx]\nfraga = "x"\n', 1, "Språket xx är okänt", "prs (dari)"),
        ('[text.fi]\ntitel = "x"\n', 1, "På finska saknas underrubrik", "Översätt alla"),
        ('[text.sv]\ngranskad = "ja"\n', 2, "true eller false", "true"),
    ],
)
def test_each_fault_has_its_line_and_cure(tmp_path: Path, text: str, line: int, fault: str, cure: str) -> None:
    """A slip in an own text is told with file, line and cure; the paper is made all the same, in our own words."""
    own = own_file(tmp_path, "papper/kort.toml", text)
    (found,) = [one for one in faults(own) if fault in one.fault]
    assert found.line == line
    assert cure in found.cure
    source = TomlBank(own)
    document = build("kort", rich_case(), bank=source.bank(), now=NOW)
    assert document == build("kort", rich_case(), bank=TomlBank().bank(), now=NOW)


def test_what_may_be_filled_in_is_told(tmp_path: Path) -> None:
    """Where a text has something to fill in, the cure names it."""
    own = own_file(tmp_path, "papper/kallelse.toml", '[text.sv]\nunderrubrik = "Möte {nr}"\n')
    (found,) = faults(own)
    assert found.cure == "Här får stå: {nummer}."
    assert TomlBank(own).bank().papers["kallelse"].texts["sv"].say("underrubrik", nummer="2") == "Inför möte 2"


def test_a_file_that_is_no_paper_is_told(tmp_path: Path) -> None:
    """A misspelt file name is found, with the name it was meant to have."""
    own = own_file(tmp_path, "papper/korrt.toml", "schema = 1\n")
    (found,) = faults(own)
    assert "papper/kort.toml" in found.cure


def test_a_broken_own_file_leaves_the_paper_as_it_was(tmp_path: Path) -> None:
    """A file that is no TOML is remarked on, and the paper is made in our own words."""
    source = TomlBank(own_file(tmp_path, "papper/kort.toml", "[text.sv\n"))
    assert "drömjobb" in to_text(build("kort", rich_case(), bank=source.bank(), now=NOW))
    assert any("papper/kort.toml" in remark for remark in source.remarks)


def whole(file: str, code: str, *, checked: bool) -> str:
    """Return a paper's English texts as those of another language."""
    shipped = (shipped_bank().text(file) or "").partition("[text.en]\n")[2]
    return f"[text.{code}]\n" + shipped.replace("granskad = false", f"granskad = {str(checked).lower()}")


@pytest.mark.parametrize("checked", [True, False])
def test_an_office_adds_a_language(tmp_path: Path, *, checked: bool) -> None:
    """With every text there, the paper comes in the language; it says that it is unchecked until it has been read."""
    for file in ("papper/kort.toml", "papper/gemensamt.toml"):
        own_file(tmp_path, file, whole(file, "ar", checked=checked))
    bank = TomlBank(tmp_path).bank()
    assert faults(tmp_path) == []
    assert languages("kort", bank) == ("sv", "en", "ar")
    document = build("kort", rich_case(), bank=bank, now=NOW, lang="ar")
    assert document.lang == "ar"
    assert document.class_line == "To the participant"
    assert ("inte granskad" in document.swedish_remark) is not checked


def test_rutor_are_translated_and_what_is_missing_stays(tmp_path: Path) -> None:
    """An own row changes a translated ruta; a ruta that nobody has translated keeps its Swedish title."""
    row = '[[ruta]]\nsprak = "en"\nid = "{}"\ntitel = "{}"\ntext = "x"\n'
    own_file(tmp_path, "papper/bilder.toml", row.format("vardag", "My day") + row.format("borta", "Gone"))
    extra = '[[ruta]]\nid = "sprak"\ntitel = "Språk"\ntangent = "q"\nfarg = "gul"\ntecken = "☆"\n'
    own_file(tmp_path, "rutor.toml", extra + 'for_deltagaren = "Dina språk."\nstodord = []\n')
    text = to_text(build("samtalsunderlag", rich_case(), bank=TomlBank(tmp_path).bank(), now=NOW, lang="en"))
    assert "My day" in text
    assert "Språk" in text
    assert any("ingen ruta borta" in fault.fault and fault.line == 8 for fault in faults(tmp_path))


def test_a_checklist_takes_more_points_or_others(tmp_path: Path) -> None:
    """An office's points come after ours, or instead of them; a wrong ``vet`` is told with the nearest there is."""
    point = '[[punkt]]\nnar = "infor_forsta"\ntext = "Fika är beställt"\n'
    own = own_file(tmp_path, "papper/checklista.toml", point)
    points = TomlBank(own).bank().papers["checklista"].points
    assert points[-1].text == "Fika är beställt"
    assert len(points) > 1
    own_file(tmp_path, "papper/checklista.toml", f"ersatt = true\n{point}")
    (only,) = TomlBank(own).bank().papers["checklista"].points
    assert only.moment is Moment.INFOR_FORSTA
    own_file(tmp_path, "papper/checklista.toml", f'{point}vet = "samtycke"\n')
    (found,) = faults(own)
    assert found.line == 4
    assert "samtycke_" in found.cure


def test_every_shipped_language_is_whole() -> None:
    """What is begun in a language has every text, so that no paper is half in another."""
    bank = TomlBank()
    assert all(set(wording.texts) <= set(LANGUAGES) for wording in bank.bank().papers.values())
    assert bank.remarks == ()


def test_what_is_filled_in_is_not_read_again() -> None:
    """A name that looks like something to fill in stays as it is."""
    assert filled("Hej {namn}, {dag}.", {"namn": "{dag}", "dag": "i dag"}) == "Hej {dag}, i dag."
