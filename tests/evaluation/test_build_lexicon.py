"""The lexicon made ready: of the files as they are, read as they are, and left alone when it is not of them."""

import json
import shutil
from pathlib import Path

import pytest

from evaluation.build_lexicon import BANK, built
from evaluation.rows import box_of, own_notes
from gk_assistant.language.sorting import READY as NAME
from gk_assistant.language.sorting import Sorter
from gk_assistant.storage.bank_files import BankFolder
from gk_assistant.storage.bank_reader import TomlBank
from gk_assistant.storage.bank_ready import READY


def test_the_shipped_file_is_made_of_the_files_as_they_are() -> None:
    """What the script writes today is what lies there, byte for byte; else run ``make lexikon``."""
    assert (BANK / READY).read_bytes() == built().encode()


def test_the_sorter_made_ready_sorts_like_the_one_of_the_files() -> None:
    """Heading, mark, codes, certainty and reason are the same either way; short forms too."""
    lexicon = TomlBank().lexicon()
    assert lexicon[NAME]
    ready, plain = Sorter.from_data(lexicon), Sorter.from_data({**lexicon, NAME: {}})
    for note in own_notes()[::15]:
        assert ready.sort(box_of(note.ruta), note.note) == plain.sort(box_of(note.ruta), note.note)
        assert ready.abbreviations.expand(note.note) == plain.abbreviations.expand(note.note)


def test_an_office_that_changes_the_words_gets_its_own(tmp_path: Path) -> None:
    """With an own file of the sorting's, the files are read; with another own file the ready one still serves."""
    folder = tmp_path / "lexikon"
    folder.mkdir()
    (folder / "begaran.toml").write_text("schema = 1\n", encoding="utf-8")
    assert TomlBank(tmp_path).lexicon()[NAME]
    (folder / "forkortningar.toml").write_text('[egna]\nnb = "Norrby"\n', encoding="utf-8")
    lexicon = TomlBank(tmp_path).lexicon()
    assert not lexicon[NAME]
    assert Sorter.from_data(lexicon).abbreviations.expand("bor i nb").text == "bor i Norrby"


@pytest.mark.parametrize("harm", ["changed", "missing", "broken", "other"])
def test_a_ready_file_that_does_not_fit_is_left_alone(tmp_path: Path, harm: str) -> None:
    """A word list changed by hand, a missing or broken file: the sources are read."""
    shutil.copytree(BANK / "lexikon", tmp_path / "lexikon")
    shipped, ready = BankFolder(tmp_path), tmp_path / READY
    assert TomlBank(shipped=shipped).lexicon()[NAME]
    if harm == "changed":
        words = tmp_path / "lexikon" / "vanliga.toml"
        words.write_text(words.read_text("utf-8") + "\n", encoding="utf-8")
    elif harm == "missing":
        ready.unlink()
    else:
        ready.write_text("{" if harm == "broken" else json.dumps([1]), encoding="utf-8")
    assert not TomlBank(shipped=shipped).lexicon()[NAME]


def test_line_ends_do_not_matter(tmp_path: Path) -> None:
    """A checkout with Windows line ends has the same words."""
    shutil.copytree(BANK / "lexikon", tmp_path / "lexikon")
    for path in (tmp_path / "lexikon").glob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert TomlBank(shipped=BankFolder(tmp_path)).lexicon()[NAME]
