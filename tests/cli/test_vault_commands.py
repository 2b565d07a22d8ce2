"""``gk valv``: made, its keys changed, checked, copied, restored, cleaned, and its trail shown."""

import json
import shutil
from pathlib import Path

import pytest

from gk_assistant.conversation.standing import WrongSecret
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.sessions import plain_files
from gk_assistant.storage.vault.vault import Vault
from gk_assistant.storage.vault_folders import VaultFolders
from tests.cli.conftest import Gk
from tests.storage.test_store_contract import CHEAP, PASSPHRASE

NEW = "fem blå elefanter dansar"
OPEN = f"{PASSPHRASE}\n"


@pytest.fixture
def vault(ground: Path, cases: Path) -> Path:
    """Return ./sessions as a vault of three cases whose key is cheap to derive."""
    store = TinyCaseStore(cases)
    kept = store.shelf().cases
    store.close()
    shutil.rmtree(cases)
    Vault.create(ground / "sessions", PASSPHRASE, kdf=CHEAP)[0].close()
    opened = VaultFolders().open(ground / "sessions", PASSPHRASE)
    for case in kept:
        opened.save(case)
    opened.close()
    return ground / "sessions"


def _opens(folder: Path, secret: str) -> bool:
    try:
        VaultFolders().open(folder, secret).close()
    except WrongSecret:
        return False
    return True


def test_a_vault_takes_in_the_cases_that_lie_there(gk: Gk, cases: Path) -> None:
    """The three plain cases are moved in, and it is said what overwriting can't do."""
    told = gk("valv", "skapa", stdin=f"{PASSPHRASE}\n{PASSPHRASE}\nhoppa över\n")
    assert told.code == 0
    assert "3 ärenden ligger nu i valvet" in told.out
    assert "SSD" in told.out
    assert plain_files(cases) == []
    assert "Björken" in gk("enkel", stdin=f"{OPEN}slut\n").out
    again = gk("valv", "skapa", stdin=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert again.code == 1
    assert "redan ett valv" in again.err


def test_without_a_vault_there_is_a_way_to_one(gk: Gk, cases: Path) -> None:
    """Every part that needs a vault says how to make one."""
    assert cases.is_dir()
    for part in (["byt-losen"], ["ny-aterstallningsnyckel"], ["las"], ["kontrollera"], ["spar"], ["rensa", "Åsa"]):
        told = gk("valv", *part)
        assert told.code == 1
        assert "gk valv skapa" in told.err


def test_the_passphrase_is_changed(gk: Gk, vault: Path) -> None:
    """The new one opens, the old one does not; that copies keep the old one is said."""
    told = gk("valv", "byt-losen", stdin=f"{OPEN}{NEW}\n{NEW}\n")
    assert told.code == 0
    assert "Säkerhetskopior" in told.out
    assert _opens(vault, NEW)
    assert not _opens(vault, PASSPHRASE)


def test_a_passphrase_is_added_and_taken_away(gk: Gk, vault: Path) -> None:
    """Both open it; then the one that opened is taken away, and the last one can't be."""
    assert "2 lösenfraser" in gk("valv", "byt-losen", "--lagg-till", stdin=f"{OPEN}{NEW}\n{NEW}\n").out
    assert _opens(vault, NEW)
    assert _opens(vault, PASSPHRASE)
    assert gk("valv", "byt-losen", "--ta-bort", stdin=OPEN).code == 0
    assert not _opens(vault, PASSPHRASE)
    last = gk("valv", "byt-losen", "--ta-bort", stdin=f"{NEW}\n")
    assert last.code == 1
    assert "minst en lösenfras" in last.err


def test_a_new_recovery_key_takes_the_place_of_the_old(gk: Gk, vault: Path) -> None:
    """The key is shown once and opens the vault."""
    told = gk("valv", "ny-aterstallningsnyckel", stdin=f"{OPEN}hoppa över\n")
    key = next(line.strip() for line in told.out.splitlines() if line.count("-") == 7)
    assert _opens(vault, key)
    gk("valv", "ny-aterstallningsnyckel", stdin=f"{OPEN}hoppa över\n")
    assert not _opens(vault, key)


def test_the_lock_is_told_of(gk: Gk, vault: Path) -> None:
    """Open in another program, or not; no passphrase is needed to know."""
    assert "Inget program" in gk("valv", "las").out
    kept = VaultFolders().open(vault, PASSPHRASE)
    assert kept.read_only is None
    assert "Ett program har valvet öppet" in gk("valv", "las").out
    kept.close()


def test_a_sound_vault_is_called_sound(gk: Gk, vault: Path) -> None:
    """Every file is read; the cheap key of this test is named as what it is, and nothing else."""
    assert vault.is_dir()
    told = gk("valv", "kontrollera", stdin=OPEN)
    assert told.out == "Valvets lösenfras är svagt skyddad. Byt lösenfras, så skyddas den som den ska.\n"
    gk("valv", "byt-losen", stdin=f"{OPEN}{PASSPHRASE}\n{PASSPHRASE}\n")
    told = gk("valv", "kontrollera", stdin=OPEN)
    assert (told.code, told.out) == (0, "Valvet är helt: 3 ärenden, och varje fil är läst.\n")


def test_damage_is_named_with_its_cure(gk: Gk, vault: Path) -> None:
    """A flipped byte in a case's file: code 1, the case by its label, and what helps."""
    gk("valv", "byt-losen", stdin=f"{OPEN}{PASSPHRASE}\n{PASSPHRASE}\n")
    kept = VaultFolders().open(vault, PASSPHRASE)
    (case_id,) = [case_id for case_id, label in kept.labels().items() if label == "Björken"]
    path = vault / f"{kept.vault.room.index.file_of(case_id)}.gkv"
    kept.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    told = gk("valv", "kontrollera", stdin=OPEN)
    assert told.code == 1
    assert "Björken" in told.out
    assert "säkerhetskopia" in told.out or "hämta tillbaka" in told.out


def test_a_backup_comes_back_in_an_empty_folder(gk: Gk, vault: Path, ground: Path) -> None:
    """Made, read back, previewed, restored with the passphrase of when it was made."""
    assert vault.is_dir()
    made = gk("valv", "sakerhetskopiera", str(ground / "kopia.gkkopia"), stdin=OPEN)
    assert made.code == 0
    told = gk(
        "valv", "aterstall", str(ground / "kopia.gkkopia"), "--sessioner", str(ground / "ny"), stdin=f"{OPEN}ja\n"
    )
    assert told.code == 0
    assert "Björken" in told.out
    assert _opens(ground / "ny", PASSPHRASE)


def test_a_case_comes_back_out_of_a_backup(gk: Gk, vault: Path, ground: Path) -> None:
    """What differs is shown first; a no changes nothing; a yes brings the case back."""
    copy = str(ground / "kopia.gkkopia")
    gk("valv", "sakerhetskopiera", copy, stdin=OPEN)
    gk("enkel", "Åsa", stdin=f"{OPEN}samtal\nvärk i knät\nslut\n")
    assert "Inget har ändrats." in gk("valv", "aterstall", copy, stdin=f"{OPEN}nej\n").out
    told = gk("valv", "aterstall", copy, "--arende", "Åsa", "--ja", stdin=OPEN)
    assert told.code == 0
    assert "äldre" in told.out
    kept = VaultFolders().open(vault, PASSPHRASE)
    (case_id,) = [case_id for case_id, label in kept.labels().items() if label.startswith("Åsa")]
    assert len(kept.load(case_id).notes) == 2
    kept.close()
    back = gk("valv", "aterstall", "--forra", "Åsa", "--ja", stdin=OPEN)
    assert back.code == 0
    assert "den förra versionen har 3 anteckningar" in back.out


def test_a_case_is_cleaned_only_once_it_is_exported(gk: Gk, vault: Path, ground: Path) -> None:
    """No before the export; after it a question, a receipt, and the case is gone."""
    assert vault.is_dir()
    refused = gk("valv", "rensa", "Åsa", stdin=OPEN)
    assert refused.code == 1
    assert "Exportera det först" in refused.err
    gk("exportera", "Åsa", "--ut", str(ground / "ut"), stdin=OPEN)
    assert "Inget har ändrats." in gk("valv", "rensa", "Åsa", stdin=f"{OPEN}nej\n").out
    done = gk("valv", "rensa", "Åsa", stdin=f"{OPEN}ja\n")
    assert done.code == 0
    assert "överskrivna" in done.out
    assert "Åsa" not in gk("enkel", stdin=f"{OPEN}slut\n").out


def test_the_trail_tells_what_left_the_program(gk: Gk, vault: Path, ground: Path) -> None:
    """Opened, printed and exported, with whom and when, in words and as JSON; no contents."""
    assert vault.is_dir()
    gk("skriv-ut", "trappa", "Åsa", stdin=OPEN)
    gk("exportera", "Åsa", "--ut", str(ground / "ut"), stdin=OPEN)
    told = gk("valv", "spar", stdin=OPEN).out
    assert "skrev ut trappa för Åsa i skogen" in told
    assert "exporterade" in told
    rows = [json.loads(line) for line in gk("valv", "spar", "--json", stdin=OPEN).out.splitlines()]
    assert [row["handling"] for row in rows] == ["oppnat", "skrivit-ut", "oppnat", "exporterat"]
    assert list(rows[1]) == ["tid", "handling", "arende", "roll", "papper", "form"]
    assert "sover" not in told


def test_a_case_that_is_not_there_is_told_with_those_that_are(gk: Gk, vault: Path) -> None:
    """The labels are listed."""
    assert vault.is_dir()
    told = gk("valv", "rensa", "Granen", stdin=OPEN)
    assert told.code == 1
    assert "Björken" in told.err


def test_wrong_use_is_code_two(gk: Gk, vault: Path) -> None:
    """Neither a backup nor a case, or both at once."""
    assert vault.is_dir()
    assert gk("valv", "aterstall").code == 2
    assert gk("valv", "aterstall", "x", "--forra", "y").code == 2
    assert gk("valv").code == 2
    assert gk("valv", "byt-losen", "--lagg-till", "--ta-bort").code == 2


def test_notes_out_of_a_pipe_are_never_taken_for_a_passphrase(gk: Gk, vault: Path, ground: Path) -> None:
    """``gk sortera`` over a vault reads its notes from standard in; the passphrase comes from a file."""
    path = ground / "fras"
    path.write_text(PASSPHRASE, encoding="utf-8")
    path.chmod(0o600)
    told = gk("sortera", "--sessioner", str(vault), "--losenfras-fil", str(path), stdin="vardag\tsover dåligt\n")
    assert told.code == 0
    assert "sover dåligt" in told.out
