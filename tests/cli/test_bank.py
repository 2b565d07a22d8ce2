"""``gk bank``."""

from pathlib import Path

from tests.cli.conftest import Gk


def test_the_shipped_bank_is_whole(gk: Gk) -> None:
    """The bank that ships has no faults and fourteen rutor."""
    told = gk("bank", "kontrollera")
    assert (told.code, told.err) == (0, "")
    assert "14 rutor" in told.out


def test_every_fault_of_an_own_bank_is_told_with_its_line(gk: Gk, ground: Path) -> None:
    """Faults in several files are told together, each with file and line, and the code is 1."""
    own = ground / "egen"
    (own / "fragor").mkdir(parents=True)
    (own / "klocka.toml").write_text('schema = 1\nsamtal_minuter = "en timme"\n', encoding="utf-8")
    (own / "fragor" / "vardag.toml").write_text(
        'schema = 1\nruta = "vardag"\n\n[[fraga]]\nid = "x"\n', encoding="utf-8"
    )
    for place in (("bank", "kontrollera", "--mapp", "egen"), ("--bank", "egen", "bank", "kontrollera")):
        told = gk(*place)
        assert told.code == 1
        assert "klocka.toml, rad 2" in told.err
        assert "vardag.toml, rad" in told.err
        assert "fel." in told.err.splitlines()[-1]


def test_a_bank_folder_that_is_not_there_is_told(gk: Gk) -> None:
    """A mistyped folder is a failure with a sentence, for every command that reads the bank."""
    assert gk("bank", "visa", "--mapp", "borta").code == 1
    told = gk("sortera", "--bank", "borta", stdin="x\n")
    assert told.code == 1
    assert "borta" in told.err


def test_the_rutor_and_one_ruta_are_shown(gk: Gk) -> None:
    """The list has a line for each ruta; one ruta is shown with questions, follow-ups and stödord."""
    assert len(gk("bank", "visa").out.splitlines()) == 14
    shown = gk("bank", "visa", "Vardag").out
    assert shown.startswith("⌂ Vardag")
    assert "vid märket hinder" in shown
    assert "Stödord:" in shown
    assert gk("bank", "visa", "kosmos").code == 2


def test_a_new_persona_is_a_skeleton_in_the_own_folder(gk: Gk, ground: Path) -> None:
    """The skeleton is written into the named folder once; without a folder, and for another kind, the use is wrong."""
    told = gk("bank", "ny", "persona", "Åke", "--mapp", "egen")
    assert (told.code, told.err) == (0, "")
    assert "ake.toml är skapad" in told.out
    written = (ground / "egen" / "personas" / "ake.toml").read_text(encoding="utf-8")
    assert 'namn = "Åke"' in written
    again = gk("--bank", "egen", "bank", "ny", "persona", "Åke")
    assert again.code == 1
    assert "finns redan" in again.err
    assert gk("bank", "ny", "persona", "Åke").code == 2
    assert gk("bank", "ny", "ruta", "Åke").code == 2
