"""The bank as values, shipped and overridden."""

import subprocess
import sys
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.bank import Aspect, Group
from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.storage.bank_files import BankFolder
from gk_assistant.storage.bank_reader import TomlBank
from tests.storage.banks import bank_copy, own_file, plant
from tests.storage.test_bank_check import OWN_QUESTION


def test_the_heads_hold_what_the_files_say() -> None:
    """Rutor, colours, headings, trappa, plan and clock come out as values."""
    bank = TomlBank().bank()
    vardag = bank.ruta("vardag")
    assert (vardag.title, vardag.key, vardag.colour, vardag.members) == ("Vardag", "v", "gul", ("vardag",))
    assert {word.mark for word in vardag.stodord} >= {Mark.FUNGERAR, Mark.HINDER, Mark.BEHOV, Mark.FOLJ_UPP}
    assert bank.ruta("missbruk").sensitive
    assert bank.ruta("missbruk").ways_in
    assert {words.heading for words in bank.headings} == set(Heading)
    assert bank.heading(Heading.KROPP).plain == "Kropp och hälsa"
    assert [step.number for step in bank.trappa.steps] == [1, 2, 3, 4, 5, 6]
    assert bank.plan.months == 3
    assert next(choice for choice in bank.plan.outcomes if choice.id == "ater_fk").needs_condition
    assert next(choice for choice in bank.plan.specialists if choice.id == "arbetsterapeut").explanation
    assert (bank.clock.talk, bank.clock.reflection) == (60, 15)
    assert all(ruta.colour in bank.colours for ruta in bank.rutor)


def test_questions_hold_what_the_files_say() -> None:
    """A question has its id, words, aspects and follow-ups, each with one condition."""
    questions = TomlBank().questions("vardag")
    first = questions[0]
    assert (first.id, first.ruta, first.group) == ("vardag/vanlig_dag", "vardag", Group.ALLA)
    assert Aspect.NULAGE in first.covers
    assert first.stems
    assert first.follow_ups[0].id == "vardag/vanlig_dag/1"
    for question in questions:
        for follow_up in question.follow_ups:
            given = follow_up.when
            assert [given.mark is not None, bool(given.words), given.missing is not None].count(True) == 1


def test_the_heads_are_read_without_the_questions(tmp_path: Path) -> None:
    """Opening the program touches no question file, and a ruta's file is read once."""
    bank = bank_copy(tmp_path)
    for path in (bank / "fragor").iterdir():
        if path.name != "vardag.toml":
            path.write_text("not toml", encoding="utf-8")
    source = TomlBank(shipped=BankFolder(bank))
    assert len(source.bank().rutor) == 14
    kept = source.questions("vardag")
    (bank / "fragor" / "vardag.toml").unlink()
    assert source.questions("vardag") is not None
    assert source.questions("vardag") == kept
    with pytest.raises(StoreFault, match=r"fragor/socialt\.toml, rad 1"):
        source.questions("socialt")


def test_vardag_and_fritid_may_be_one() -> None:
    """Joined, they are one ruta with both keys, both rutors' stödord and questions, in the first one's place."""
    apart, together = TomlBank(), TomlBank(joined=True)
    assert len(together.bank().rutor) == len(apart.bank().rutor) - 1
    whole = together.bank().ruta("fritid")
    assert whole is together.bank().ruta("vardag")
    assert (whole.title, whole.key, whole.also_keys) == ("Vardag och fritid", "v", ("i",))
    assert whole.members == ("vardag", "fritid")
    assert together.bank().by_key("i") is whole
    assert together.questions("vardag") == apart.questions("vardag") + apart.questions("fritid")
    assert together.questions("fritid") == together.questions("vardag")
    order = [ruta.id for ruta in apart.bank().rutor if ruta.id != "fritid"]
    assert [ruta.id for ruta in together.bank().rutor] == order


def test_the_data_may_join_them(tmp_path: Path) -> None:
    """``pa = true`` joins, unless the caller says otherwise."""
    bank = bank_copy(tmp_path)
    plant(bank, "visning.toml", "pa = false", "pa = true")
    assert len(TomlBank(shipped=BankFolder(bank)).bank().rutor) == 13
    assert len(TomlBank(shipped=BankFolder(bank), joined=False).bank().rutor) == 14


def test_an_unknown_ruta_has_no_questions() -> None:
    """A ruta that is no longer in the bank has no questions, and no error."""
    assert TomlBank().questions("borttagen") == ()


def test_an_own_folder_changes_and_adds(tmp_path: Path) -> None:
    """Heads change key by key, rutor and colours are added, other files' keys hold instead."""
    own_file(
        tmp_path,
        "rutor.toml",
        '[[ruta]]\nid = "vardag"\ntitel = "Hemma"\n\n[[ruta]]\nid = "resor"\ntitel = "Resor"\ntangent = "r"\n'
        'farg = "korall"\ntecken = "☼"\n',
    )
    own_file(tmp_path, "farger.toml", '[farg.korall]\nljus = "#ffdddd"\nmork = "#501010"\n')
    own_file(tmp_path, "trappa.toml", 'titel = "Vår trappa"\n')
    own_file(tmp_path, "klocka.toml", "samtal_minuter = 45\n")
    own_file(tmp_path, "lokalt.toml", 'aktorer = ["Snickeriet Kvisten"]\n')
    bank = TomlBank(tmp_path).bank()
    shipped = TomlBank().bank()
    assert bank.ruta("vardag").title == "Hemma"
    assert bank.ruta("vardag").stodord == shipped.ruta("vardag").stodord
    assert [ruta.id for ruta in bank.rutor] == [*(ruta.id for ruta in shipped.rutor), "resor"]
    assert bank.colours["korall"].dark == "#501010"
    assert bank.trappa.title == "Vår trappa"
    assert bank.trappa.steps == shipped.trappa.steps
    assert (bank.clock.talk, bank.clock.reflection) == (45, 15)
    assert bank.local_actors == ("Snickeriet Kvisten",)


def test_own_questions_replace_by_id_or_all(tmp_path: Path) -> None:
    """A known id is replaced in its place, a new one comes last, ``ersatt`` replaces all."""
    shipped = TomlBank().questions("vardag")
    own_file(tmp_path, "fragor/vardag.toml", OWN_QUESTION)
    added = TomlBank(tmp_path).questions("vardag")
    assert added[:-1] == shipped
    assert added[-1].id == "vardag/egen"
    own_file(tmp_path, "fragor/vardag.toml", OWN_QUESTION.replace('"egen"', '"vanlig_dag"'))
    replaced = TomlBank(tmp_path).questions("vardag")
    assert replaced[0].text == "Hur tar du dig till Norrby?"
    assert replaced[1:] == shipped[1:]
    own_file(tmp_path, "fragor/vardag.toml", "ersatt = true\n" + OWN_QUESTION)
    assert [question.id for question in TomlBank(tmp_path).questions("vardag")] == ["vardag/egen"]


def test_the_lexicon_takes_an_offices_words(tmp_path: Path) -> None:
    """Own abbreviations are added to the shipped ones."""
    own_file(tmp_path, "lexikon/forkortningar.toml", '[enkla]\nnb = "Norrby"\n')
    own_file(tmp_path, "lexikon/eget.toml", "[a]\nb = 1\n")
    shipped, lexicon = TomlBank().lexicon(), TomlBank(tmp_path).lexicon()
    assert set(lexicon) == {*shipped, "eget"}
    words, before = lexicon["forkortningar"]["enkla"], shipped["forkortningar"]["enkla"]
    assert isinstance(words, dict)
    assert isinstance(before, dict)
    assert words == {**before, "nb": "Norrby"}


@pytest.mark.parametrize(
    ("file", "text", "word"),
    [
        ("rutor.toml", "[[ruta", r"rutor\.toml, rad 1"),
        ("rutor.toml", '[[ruta]]\nid = "ny"\n', "titel"),
        ("rutor.toml", '[[ruta]]\nid = "vardag"\nfarg = "okänd"\n', "okänd"),
        ("rutor.toml", "ruta = 5\n", "ruta"),
        ("rutor.toml", "[[ruta]]\nid = [1]\n", "rutor"),
        ("klocka.toml", 'samtal_minuter = "lång"\n', "samtal_minuter"),
        ("klocka.toml", "schema = 2\n", "nyare version"),
        ("trappa.toml", "\x00", r"trappa\.toml"),
    ],
)
def test_a_bad_own_folder_is_a_sentence(tmp_path: Path, file: str, text: str, word: str) -> None:
    """An own folder that cannot be used is refused with the file and the key, and how to find the rest."""
    own_file(tmp_path, file, text)
    with pytest.raises(StoreFault, match=word):
        TomlBank(tmp_path).bank()


def test_no_own_folder_is_a_sentence(tmp_path: Path) -> None:
    """A folder that is not there is told."""
    with pytest.raises(StoreFault, match="finns inte"):
        TomlBank(tmp_path / "borta").bank()


def test_bad_own_questions_fall_back_with_a_remark(tmp_path: Path) -> None:
    """In the middle of a talk a bad own file costs only the own questions, and it is said."""
    own_file(tmp_path, "fragor/vardag.toml", "[[fraga]]\nid = 5\n")
    source = TomlBank(tmp_path)
    assert source.questions("vardag") == TomlBank().questions("vardag")
    source.questions("vardag")
    assert len(source.remarks) == 1
    assert "vardag" in source.remarks[0]


def test_a_windows_editors_file_is_read(tmp_path: Path) -> None:
    """A byte order mark and Windows line ends trouble nobody."""
    (tmp_path / "klocka.toml").write_bytes("\ufeffschema = 1\r\nsamtal_minuter = 50\r\n".encode())
    assert TomlBank(tmp_path).bank().clock.talk == 50


def test_reading_the_bank_loads_no_storage_library() -> None:
    """The reader is cheap to start: neither TinyDB, msgspec, filelock nor the check comes with it."""
    script = (
        "import sys; from gk_assistant.storage.bank_reader import TomlBank; TomlBank().bank();"
        "print([m for m in ('tinydb', 'msgspec', 'filelock', 'platformdirs', 'difflib') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
