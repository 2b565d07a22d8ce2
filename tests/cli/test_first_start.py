"""The first start: what is said before the first note, the choices, and what each leads to."""

from pathlib import Path

import pytest

from gk_assistant.storage.vault.names import is_vault
from gk_assistant.storage.vault_folders import VaultFolders
from tests.cli.conftest import Gk
from tests.cli.test_line_meeting import FIRST_START, PASSPHRASE


def test_what_forgetting_means_is_said_before_anything_is_made(gk: Gk, ground: Path) -> None:
    """The words come first; leaving there makes nothing at all."""
    for answer in ("3\n", "\n", "slut\n", ""):
        told = gk("enkel", stdin=answer)
        squeezed = " ".join(told.out.split())
        assert told.code == 0
        assert "borta för alltid" in squeezed
        assert squeezed.index("borta för alltid") < squeezed.index("Skapa ett valv")
        assert not (ground / "sessions").exists()


def test_a_vault_is_made_by_typed_lines(gk: Gk, ground: Path) -> None:
    """Passphrase twice, the key shown once, and the program goes on in the vault."""
    told = gk("enkel", stdin="\n".join([*FIRST_START, "nytt", "Boken", "1", "slut", ""]))
    assert told.code == 0
    assert "Ärendet Boken är skapat." in told.out
    assert "Utan den är allt i valvet" in " ".join(told.out.split())
    vault = VaultFolders().open(ground / "sessions", PASSPHRASE)
    assert [row.label for row in vault.shelf().rows] == ["Boken"]
    vault.close()
    again = gk("enkel", stdin=f"{PASSPHRASE}\nslut\n")
    assert "Boken" in again.out
    assert "Återställningsnyckeln" not in again.out


def test_a_very_weak_passphrase_is_told_which_choice_is_safe(gk: Gk, ground: Path) -> None:
    """Enter after a very weak one chooses another; one that will do is asked for again without more words."""
    told = gk("enkel", stdin="\n".join(["1", "katt", "", *FIRST_START[1:], "slut", ""]))
    squeezed = " ".join(told.err.split())
    assert squeezed.count("Välj hellre en starkare: tryck Enter") == 1
    assert squeezed.index("mycket svag") < squeezed.index("Välj hellre en starkare") < squeezed.index("en gång till (")
    VaultFolders().open(ground / "sessions", PASSPHRASE).close()


def test_the_passphrase_is_never_written_out(gk: Gk) -> None:
    """Neither the log on stdout nor what is said on stderr has it."""
    told = gk("enkel", stdin="\n".join([*FIRST_START, "slut", ""]))
    assert PASSPHRASE not in told.out + told.err


def test_a_wrong_last_group_is_asked_for_again(gk: Gk) -> None:
    """Only the key's own last group shows that somebody has it."""
    told = gk("enkel", stdin="\n".join([*FIRST_START[:-1], "AAAAA", "hoppa över", "slut", ""]))
    assert "inte den sista gruppen" in " ".join(told.out.split())


def test_the_fictive_cases_need_no_passphrase(gk: Gk, ground: Path) -> None:
    """The second choice is the demo, and leaves nothing behind."""
    told = gk("enkel", stdin="2\nslut\n")
    assert told.code == 0
    assert "påhittat" in told.out
    assert not (ground / "sessions").exists()


def test_a_passphrase_in_a_file_makes_the_vault_too(gk: Gk, ground: Path) -> None:
    """Then nothing is asked but the choice."""
    path = ground / "fras"
    path.write_text(PASSPHRASE, encoding="utf-8")
    path.chmod(0o600)
    told = gk("enkel", "--losenfras-fil", str(path), stdin="1\nslut\n")
    assert told.code == 0
    assert is_vault(ground / "sessions")
    assert gk("--losenfras-fil", str(path), "enkel", stdin="slut\n").code == 0


def test_a_wrong_passphrase_out_of_a_pipe_is_a_failure(gk: Gk) -> None:
    """One sentence on stderr, code 1, and not a word of the cases."""
    gk("enkel", stdin="\n".join([*FIRST_START, "nytt", "Boken", "1", "slut", ""]))
    told = gk("enkel", stdin="fel\nslut\n")
    assert (told.code, told.out) == (1, "")
    assert "stämmer inte" in told.err


def test_cases_that_lie_open_go_on_without_a_question_in_a_pipe(gk: Gk, cases: Path) -> None:
    """A script is asked nothing; the quiet warning stands there, and nothing is moved."""
    before = sorted(path.name for path in cases.glob("*.json"))
    told = gk("enkel", stdin="slut\n")
    assert told.code == 0
    assert "inte krypterade" in told.out
    assert sorted(path.name for path in cases.glob("*.json")) == before


def test_a_vault_without_its_header_is_not_written_over(gk: Gk, ground: Path) -> None:
    """A folder of a vault's files is no empty folder."""
    gk("enkel", stdin="\n".join([*FIRST_START, "slut", ""]))
    for name in ("valv", "valv.forra"):
        (ground / "sessions" / name).unlink()
    told = gk("enkel", stdin="1\n")
    assert told.code == 1
    assert "säkerhetskopia" in told.err
    assert not is_vault(ground / "sessions")


@pytest.mark.parametrize("word", ["lås", "LAS"])
def test_line_mode_is_locked_by_a_word(gk: Gk, word: str) -> None:
    """The word alone on a line locks; the passphrase opens, and one is where one was."""
    told = gk("enkel", stdin="\n".join([*FIRST_START, word, PASSPHRASE, "nytt", "Boken", "1", "slut", ""]))
    assert "Valvet är låst." in told.out
    assert "Upplåst." in told.out
    assert "Ärendet Boken är skapat." in told.out
