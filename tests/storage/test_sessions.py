"""Where the cases are."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.sessions import demo_folder, example_cases, session_folder

ROOT = Path(__file__).parents[2]


def test_the_folder_is_the_chosen_one_or_sessions(tmp_path: Path) -> None:
    """``--sessioner`` wins, ``~`` is the home folder, else it is ``./sessions``."""
    assert session_folder(str(tmp_path)) == tmp_path
    assert session_folder("~/gk") == Path.home() / "gk"
    assert session_folder() == Path("sessions")


def test_the_fictive_cases_all_open() -> None:
    """Every case that ships can be read, and says that it is fictive."""
    examples = example_cases()
    assert isinstance(examples, Path)
    shelf = TinyCaseStore(examples).shelf()
    assert shelf.damaged == ()
    assert all(case.fictive for case in shelf.cases)


def test_the_demo_is_a_private_copy_that_goes(tmp_path: Path) -> None:
    """The throw-away folder is the user's alone, can be written in, and is gone when the program ends."""
    script = (
        "from gk_assistant.storage.sessions import demo_folder;"
        "from gk_assistant.storage.case_store import TinyCaseStore;"
        "f = demo_folder(); s = TinyCaseStore(f); cases = s.shelf().cases; [s.save(c) for c in cases];"
        "assert s.read_only is None; print(oct(f.stat().st_mode & 0o777), f)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    mode, folder = done.stdout.split()
    assert mode == "0o700"
    assert Path(folder).parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_the_demo_leaves_the_examples_alone() -> None:
    """The copies are new private files of the same contents."""
    folder = demo_folder()
    shipped = {item.name: item.read_bytes() for item in example_cases().iterdir() if item.name.endswith(".json")}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == shipped
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} <= {0o600}


def test_no_temporary_folder_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where no throw-away folder can be made, that is told in Swedish."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "borta"))
    with pytest.raises(StoreFault, match="finns inte"):
        demo_folder()
