"""After a whole session nothing of what was written can be read anywhere but in what the user exported."""

import base64
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from gk_assistant.domain.cases import Case
from gk_assistant.domain.notes import Note
from gk_assistant.storage.vault.case_store import VaultCaseStore
from gk_assistant.storage.vault.vault import Vault
from gk_assistant.storage.vault_folders import VaultFolder
from tests.storage.rehearsed import rehearsal
from tests.storage.test_store_contract import MORNING, small_case
from tests.torture.sizes import FULL

PASSPHRASE = "grävling kompass sjuttiofyra visslar"  # noqa: S105 - of a vault that lives for one test
LABEL = "Kvarnhagsvägen tolv"
LINE = "halvskriven rad om sjöbrisen"
WORDS = ("kännetecken", "fjällripa", "snöskata", "ärlighet", "öresund")
NOTES = tuple(f"{WORDS[n % 5]} nummer {n} vid {WORDS[n * 7 % 5]}bäck" for n in range(50))
KEPT = replace(rehearsal("ovning1"), name="Annikatellina", trainee="enbuske nio")
FORGOTTEN = replace(rehearsal("ovning2"), name="Bortglömdora")
SPOKEN = tuple(text for turn in KEPT.turns for text in (turn.heard.text, turn.said[0].text, turn.heard.feedback))
REHEARSED = (*SPOKEN, KEPT.name, KEPT.trainee, FORGOTTEN.name)
FORMATS = ("text", "markdown", "html", "docx", "pdf") if FULL else ("text",)


@dataclass(frozen=True)
class Box:
    """A folder with everything that a program may write to: home, temporary files, vault, logs."""

    folder: Path

    @property
    def vault(self) -> Path:
        """Where the vault is."""
        return self.folder / "sessioner"

    @property
    def export(self) -> Path:
        """What the user exports to: the one place where everything may be read."""
        return self.folder / "export"

    @property
    def environment(self) -> dict[str, str]:
        """An environment where all that is written lands in the box."""
        places = {
            name: str(self.folder / name.lower())
            for name in (
                "HOME",
                "TMPDIR",
                "TEMP",
                "TMP",
                "XDG_CONFIG_HOME",
                "XDG_CACHE_HOME",
                "XDG_DATA_HOME",
                "XDG_STATE_HOME",
            )
        }
        for place in places.values():
            Path(place).mkdir(exist_ok=True)
        keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        return {
            **keep,
            **places,
            "GK_INSTALLNINGAR": str(self.folder / "installningar.toml"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONFAULTHANDLER": "1",
            "PYTHONUTF8": "1",
        }

    def gk(self, *arguments: str | Path, answers: str = "", to: Path | None = None) -> str:
        """Run ``gk`` with the passphrase on stdin; its words go to a log in the box unless told where."""
        ran = subprocess.run(
            [sys.executable, "-m", "gk_assistant", "--sessioner", to or self.vault, *arguments],
            input=f"{PASSPHRASE}\n{answers}",
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            cwd=self.folder,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        with (self.folder / "fel.log").open("a", encoding="utf-8") as log:
            log.write(ran.stderr)
        return ran.stdout

    def crash(self) -> None:
        """Start line mode on the open case and end it with a signal that asks for a core dump."""
        with (self.folder / "fel.log").open("ab") as log:
            program = subprocess.Popen(
                [sys.executable, "-m", "gk_assistant", "--sessioner", self.vault, "enkel", LABEL],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                bufsize=0,
                env=self.environment,
                cwd=self.folder,
            )
        assert program.stdin is not None
        assert program.stdout is not None
        with program.stdin, program.stdout:
            program.stdin.write(f"{PASSPHRASE}\n{LINE}".encode())
            seen = b""
            while LABEL.encode() not in seen:
                more = program.stdout.read(4096)
                assert more, seen.decode()
                seen += more
            time.sleep(0.2)
            program.send_signal(signal.SIGABRT)
            program.wait()


def marked_case() -> Case:
    """Return a case whose every text is a telltale."""
    case = small_case("arende")
    notes = tuple(Note(id=f"n{n}", ruta="vardag", text=text, at=MORNING) for n, text in enumerate(NOTES))
    return replace(case, label=LABEL, meetings=(replace(case.meetings[0], notes=notes),))


def spellings(text: str) -> Iterator[bytes]:
    """Return the ways in which a text may lie on a disk."""
    plain = text.encode()
    yield plain
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")
    yield text.encode("latin-1")
    for shift, cut in ((0, 0), (1, 2), (2, 3)):
        yield base64.b64encode(bytes(shift) + plain)[cut:-4]


def searched(folder: Path, texts: tuple[str, ...], but: Path) -> tuple[list[str], int]:
    """Return where texts are found in files or their names, and how many files were searched."""
    wanted = [(text, way) for text in texts for way in spellings(text)]
    found, count = [], 0
    for path in sorted(folder.rglob("*")):
        if path.is_relative_to(but) or not path.is_file():
            continue
        count += 1
        data = path.read_bytes() + os.fsencode(path.name)
        found += [f"{path.relative_to(folder)}: {text}" for text, way in wanted if way in data]
    return found, count


@pytest.mark.skipif(sys.platform == "win32", reason="no signal that asks for a core dump")
def test_nothing_can_be_read_outside_the_export(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """Notes, label, half-written line, what was said in a rehearsal, the secrets: nowhere in files, names or logs."""
    box = Box(tmp_path)
    vault, recovery = Vault.create(box.vault, PASSPHRASE, now=lambda: MORNING)
    store = VaultCaseStore(vault)
    case = marked_case()
    for count in range(1, len(NOTES) + 1):
        meeting = case.meetings[0]
        store.save(replace(case, meetings=(replace(meeting, notes=meeting.notes[:count]),)))
    vault.blobs.put("rad", LINE.encode())
    rehearsals = VaultFolder(vault).rehearsals
    for kept in (KEPT, KEPT.without_last(), KEPT, FORGOTTEN):
        rehearsals.keep(kept)
    rehearsals.forget(FORGOTTEN.id)
    store.close()

    assert "Till deltagaren" in box.gk("skriv-ut", "minnesanteckningar", LABEL)
    box.gk("exportera", LABEL, "--ut", box.export, *(word for form in FORMATS for word in ("--format", form)))
    box.crash()
    box.gk("valv", "sakerhetskopiera", tmp_path / "kopia")
    box.gk("valv", "aterstall", tmp_path / "kopia", "--ja", to=tmp_path / "ny")
    assert LABEL in box.gk("valv", "spar")
    box.gk("valv", "rensa", LABEL, "--ja")
    assert "hel" in box.gk("valv", "kontrollera")

    secret = (*NOTES, LABEL, LINE, *REHEARSED, PASSPHRASE, recovery)
    found, count = searched(tmp_path, secret, box.export)
    assert found == []
    assert count > 10
    exported = {where.rsplit(": ", 1)[1] for where in searched(box.export, NOTES, tmp_path / "ingen")[0]}
    assert exported == set(NOTES), "the search finds what is there to be found"
    record_property("kännetecken", f"{len(secret)} texter i {count} filer sökta på 7 sätt, 0 funna utanför exporten")
