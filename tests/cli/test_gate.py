"""The gate: tries until the vault opens, each wrong one dearer than the last; scripts have one try."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.gate import Gate, chosen_passphrase, secret_in
from gk_assistant.cli.secret_line import Hush, NoLine, SecretLine, typed
from gk_assistant.conversation.safekeeping import OpenVault
from gk_assistant.conversation.standing import WrongSecret, wait_after
from gk_assistant.storage.vault.vault import Vault
from gk_assistant.storage.vault_folders import VaultFolders
from tests.storage.test_store_contract import CHEAP, PASSPHRASE

NEW = "fem blå elefanter dansar"


class Spoken(SecretLine):
    """A line at which prepared answers are typed."""

    def __init__(self, answers: Sequence[str], *, people: bool = True) -> None:
        """Prepare the answers; without ``people`` they come out of a pipe."""
        self._answers = list(answers)
        self._people = people
        self.told: list[str] = []

    @property
    def at_terminal(self) -> bool:
        """Whether somebody sits there."""
        return self._people

    def hush(self) -> Hush:
        """Nothing shows anyway."""
        return Hush(None)

    def ask(self, prompt: str) -> str:
        """Give the next answer."""
        self.told.append(prompt)
        if not self._answers:
            raise NoLine
        return self._answers.pop(0)

    def tell(self, words: str, end: str = "\n") -> None:
        """Remember what was said."""
        self.told.append(words + end)


@pytest.fixture
def recovery(tmp_path: Path) -> str:
    """Make a vault and return its recovery key."""
    vault, key = Vault.create(tmp_path / "valv", PASSPHRASE, kdf=CHEAP)
    vault.close()
    return key


def _enter(folder: Path, line: Spoken, *, typed: str | None = None) -> tuple[OpenVault, list[float]]:
    waits: list[float] = []
    vault = Gate(line=line, typed=typed, sleep=waits.append).enter(VaultFolders(kdf=CHEAP), folder / "valv")
    vault.close()
    return vault, waits


@pytest.mark.usefixtures("recovery")
def test_the_right_passphrase_opens_at_once(tmp_path: Path) -> None:
    """No wait, and one question; what was typed while the program loaded counts as the answer."""
    line = Spoken([PASSPHRASE])
    assert _enter(tmp_path, line)[1] == []
    assert line.told == ["Lösenfras: "]
    line = Spoken([])
    assert _enter(tmp_path, line, typed=PASSPHRASE)[1] == []
    assert line.told == []


@pytest.mark.usefixtures("recovery")
def test_each_wrong_one_costs_a_longer_wait(tmp_path: Path) -> None:
    """1, 2, 4 … 30 seconds, the reason in words each time, and then the right one opens all the same."""
    line = Spoken([*["fel"] * 7, PASSPHRASE])
    waits = _enter(tmp_path, line)[1]
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    assert sum("stämmer inte" in words for words in line.told) == 7
    assert [wait_after(wrong) for wrong in (1, 2, 3, 50)] == [1, 2, 4, 30]


@pytest.mark.usefixtures("recovery")
def test_an_empty_line_is_no_guess(tmp_path: Path) -> None:
    """Enter alone asks again without a wait."""
    assert _enter(tmp_path, Spoken(["", "  ", PASSPHRASE]))[1] == []


def test_the_recovery_key_opens_and_a_new_passphrase_is_offered(tmp_path: Path, recovery: str) -> None:
    """Whoever has forgotten gets a new passphrase at once; the old one opens nothing then, the key still does."""
    line = Spoken([recovery.lower().replace("-", " "), NEW, NEW])
    _enter(tmp_path, line)
    assert any("Välj en ny lösenfras nu" in words for words in line.told)
    _enter(tmp_path, Spoken([NEW]))
    with pytest.raises(WrongSecret):
        VaultFolders().open(tmp_path / "valv", PASSPHRASE)
    VaultFolders().open(tmp_path / "valv", recovery).close()


def test_the_new_passphrase_may_be_left_out(tmp_path: Path, recovery: str) -> None:
    """An empty line keeps the old passphrase, and says how to change it later."""
    line = Spoken([recovery, ""])
    _enter(tmp_path, line)
    assert any("byt-losen" in words for words in line.told)
    _enter(tmp_path, Spoken([PASSPHRASE]))


@pytest.mark.usefixtures("recovery")
def test_a_script_has_one_try(tmp_path: Path) -> None:
    """Out of a pipe a wrong passphrase is a failure, and so is none at all."""
    with pytest.raises(WrongSecret):
        _enter(tmp_path, Spoken(["fel", PASSPHRASE], people=False))
    with pytest.raises(CommandFault, match="losenfras-fil"):
        _enter(tmp_path, Spoken([], people=False))
    with pytest.raises(CommandFault, match="losenfras-fil"):
        _enter(tmp_path, Spoken([""], people=False))


@pytest.mark.usefixtures("recovery")
def test_what_is_typed_shows_again_whatever_happens(tmp_path: Path) -> None:
    """The terminal is given back when the vault is open, and when it will not be."""
    given_back: list[bool] = []
    for answers in ([PASSPHRASE], []):
        gate = Gate(line=Spoken(answers), when_open=lambda: given_back.append(True))
        try:
            gate.enter(VaultFolders(), tmp_path / "valv").close()
        except CommandFault:
            continue
    assert given_back == [True, True]


def test_a_new_passphrase_is_asked_for_until_two_are_the_same() -> None:
    """Two that differ begin anew, an empty second one too; the strength is told in between."""
    line = Spoken(["", "ett", "två", "katt", "", NEW, NEW])
    assert chosen_passphrase(line, lambda words: f"styrka av {words}") == NEW
    told = "".join(line.told)
    assert "tom" in told
    assert "inte lika" in told
    assert f"styrka av {NEW}" in told


def test_a_script_with_two_that_differ_fails() -> None:
    """Nothing is asked over and over out of a pipe."""
    with pytest.raises(CommandFault, match="inte lika"):
        chosen_passphrase(Spoken(["ett", "två"], people=False), str)
    with pytest.raises(CommandFault, match="tom"):
        chosen_passphrase(Spoken([""], people=False), str)


def test_a_private_file_gives_the_passphrase(tmp_path: Path) -> None:
    """Its first line, without the line's end, counts."""
    path = tmp_path / "fras"
    path.write_bytes(f"{PASSPHRASE}\r\nannat\n".encode())
    path.chmod(0o600)
    assert secret_in(path) == PASSPHRASE


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
@pytest.mark.parametrize("rights", [0o640, 0o604, 0o644])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, rights: int) -> None:
    """The sentence says what to do about it."""
    path = tmp_path / "fras"
    path.write_text(PASSPHRASE)
    path.chmod(rights)
    with pytest.raises(CommandFault, match="chmod 600"):
        secret_in(path)


@pytest.mark.parametrize(("content", "words"), [(b"", "tom"), (b"\n", "tom"), (b"\xff", "UTF-8"), (None, "läsa")])
def test_a_file_without_a_passphrase_is_told_of(tmp_path: Path, content: bytes | None, words: str) -> None:
    """Empty, in another encoding, or not there."""
    path = tmp_path / "fras"
    if content is not None:
        path.write_bytes(content)
        path.chmod(0o600)
    with pytest.raises(CommandFault, match=words):
        secret_in(path)


def test_keys_of_windows_become_a_line() -> None:
    """Backspace rubs out, arrows count for nothing, an à is a letter; Ctrl+C breaks and Ctrl+Z ends."""
    keys = iter("fex\b\xe0Hl\x00;\r")
    pending = iter([True, True])
    assert typed(lambda: next(keys), lambda: next(pending)) == "fel"
    assert typed(iter("d\xe0\r").__next__, lambda: False) == "dà"
    with pytest.raises(KeyboardInterrupt):
        typed(iter("ab\x03").__next__, lambda: False)
    with pytest.raises(NoLine):
        typed(iter("\x1a").__next__, lambda: False)
