"""A ``gk`` to call in the test's own process, in a folder and with settings of its own."""

import io
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import gk_assistant
from gk_assistant.__main__ import main
from gk_assistant.bootstrap import open_workshop
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.notes import Mark
from gk_assistant.storage.settings import ELSEWHERE, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Gk = Callable[..., Outcome]


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder with no settings but the usual."""
    monkeypatch.setenv(ELSEWHERE, str(tmp_path / "installningar.toml"))
    monkeypatch.delenv("GK_FELSOK", raising=False)
    root = Path(gk_assistant.__file__).parents[1]
    known = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", f"{root}{os.pathsep}{known}" if known else str(root))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def gk(ground: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Gk:
    """Return ``gk(*arguments, stdin="…")``."""
    assert ground.is_dir()

    def call(*arguments: str, stdin: str | bytes = "") -> Outcome:
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="ascii"))
        code = main(arguments)
        shown = capsys.readouterr()
        return Outcome(code=code, out=shown.out, err=shown.err)

    return call


@pytest.fixture(scope="session")
def three_cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make three cases once, one of them with notes; they are copied for each test."""
    folder = tmp_path_factory.mktemp("cases") / "sessions"
    workshop = open_workshop(folder, settings=Settings())
    for label in ("Björken", "Boken", "Åsa i skogen"):
        workshop.desk.new_case(label=label, kind=CaseKind.SP)
    talk = Talk(workshop.desk, workshop.desk.next_meeting().id, sort=workshop.ear.sort)
    talk.choose_box("vardag")
    talk.take("sover 4 h, vaknar av värk", mark=Mark.HINDER)
    talk.take("god ork på förmiddagen", mark=Mark.FUNGERAR)
    workshop.store.close()
    return folder


@pytest.fixture
def cases(ground: Path, three_cases: Path) -> Path:
    """Return ./sessions with three cases in it."""
    return Path(shutil.copytree(three_cases, ground / "sessions"))
