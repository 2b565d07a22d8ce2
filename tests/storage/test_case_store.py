"""The files of the real store: what stands in them, beside them, and what happens when they are spoiled."""

import contextlib
import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Note, Sorting
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.disk import Disk
from tests.storage.disks import NoLinks
from tests.storage.test_store_contract import MORNING, small_case

posix_only = pytest.mark.skipif(os.name == "nt", reason="modes and folders are POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a session folder that is not there yet."""
    return tmp_path / "ärenden"


@contextlib.contextmanager
def opened(folder: Path, disk: Disk | None = None) -> Iterator[TinyCaseStore]:
    """Open a store and close it again."""
    store = TinyCaseStore(folder, now=lambda: MORNING, disk=disk)
    try:
        yield store
    finally:
        store.close()


def names(folder: Path) -> set[str]:
    """Return the names in a folder, the lock left out."""
    return {path.name for path in folder.iterdir()} - {".gk-las"}


def test_the_file_is_readable_and_its_name_says_nothing(folder: Path) -> None:
    """The file is UTF-8 with real å ä ö and a format number; its name is the case's id alone."""
    with opened(folder) as store:
        store.save(small_case())
    text = (folder / "a1.json").read_text(encoding="utf-8")
    assert json.loads(text)["format"] == 1
    assert '"label": "Åsa Ödman"' in text
    assert "tröttnar fort" in text
    assert names(folder) == {"a1.json"}


@posix_only
def test_files_and_folder_are_private(folder: Path) -> None:
    """Nobody else on the machine may read the cases."""
    with opened(folder) as store:
        store.save(small_case())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "a1.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("disk", [Disk(), NoLinks()], ids=["links", "copies"])
def test_the_former_state_is_kept(folder: Path, disk: Disk) -> None:
    """Beside the file lies the state before the last save, also where there are no hard links."""
    with opened(folder, disk) as store:
        for label in ("ett", "två", "tre"):
            store.save(small_case(label=label))
    assert names(folder) == {"a1.json", "a1.json.forra"}
    assert '"label": "två"' in (folder / "a1.json.forra").read_text(encoding="utf-8")


def test_looking_makes_nothing(folder: Path) -> None:
    """A store that is only looked at makes neither folder nor lock."""
    with opened(folder) as store:
        store.shelf()
        with pytest.raises(StoreFault):
            store.load("a1")
    assert not folder.exists()


BAD_FILES = {
    "empty": b"",
    "zeros": b"\0" * 100,
    "cut": b'{"format": 1, "arende": {"1": {"id": "a1", "la',
    "latin1": '{"format": 1, "arende": {"1": {"id": "a1", "label": "Åsa"}}}'.encode("latin-1"),
    "not ours": b'{"name": "x", "version": "1.0"}',
    "a list": b"[1, 2]",
    "deep": b"[" * 100_000,
    "no document": b'{"format": 1, "arende": {}}',
    "odd tables": b'{"format": 1, "arende": 5}',
    "odd document": b'{"format": 1, "arende": {"1": "a1"}}',
    "true as format": b'{"format": true, "arende": {}}',
    "binary": bytes(range(256)),
}


@pytest.mark.parametrize("spoiled", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_is_named_and_the_others_open(folder: Path, spoiled: bytes) -> None:
    """Whatever stands in a file, the shelf opens, names it, says what can be done, and leaves it as it is."""
    with opened(folder) as store:
        store.save(small_case("b2"))
        (folder / "a1.json").write_bytes(spoiled)
        shelf = store.shelf()
        assert [case.id for case in shelf.cases] == ["b2"]
        assert [bad.file for bad in shelf.damaged] == ["a1.json"]
        assert shelf.damaged[0].fault.endswith(".")
        assert "orörd" in shelf.damaged[0].cure
        with pytest.raises(StoreFault, match=r"a1\.json"):
            store.load("a1")
        with pytest.raises(StoreFault, match=r"a1\.json går inte att spara över"):
            store.save(small_case())
    assert (folder / "a1.json").read_bytes() == spoiled
    assert names(folder) == {"a1.json", "b2.json"}


def test_every_cut_of_a_file_is_noticed(folder: Path) -> None:
    """A file cut anywhere but in its last line break is never taken for a case."""
    with opened(folder) as store:
        store.save(small_case())
        whole = (folder / "a1.json").read_bytes()
        for length in range(0, len(whole.rstrip()), 7):
            (folder / "a1.json").write_bytes(whole[:length])
            assert store.shelf().cases == ()
            assert len(store.shelf().damaged) == 1


@pytest.mark.parametrize(
    ("path", "value", "word"),
    [
        (("kind",), "okänd", "kind"),
        (("created",), "i går", "created"),
        (("created",), "2026-03-02T09:00:00", "tidszon"),
        (("meetings",), {}, "meetings"),
        (("placements",), [{"id": "p", "step": 1.3, "day": "2026-03-02"}], "placements"),
        (("id",), "b2", "annat ärende"),
    ],
)
def test_wrong_contents_are_placed(folder: Path, path: tuple[str, ...], value: object, word: str) -> None:
    """A value of the wrong form is refused, and the sentence says where."""
    with opened(folder) as store:
        store.save(small_case())
    content = json.loads((folder / "a1.json").read_text(encoding="utf-8"))
    content["arende"]["1"][path[0]] = value
    (folder / "a1.json").write_text(json.dumps(content), encoding="utf-8")
    with opened(folder) as store:
        assert word in store.shelf().damaged[0].fault


def test_a_newer_file_is_left_alone(folder: Path) -> None:
    """A file of a later format is neither opened, saved over nor restored over."""
    with opened(folder) as store:
        store.save(small_case(label="ett"))
        store.save(small_case())
    newer = b'{"format": 2, "allt": "nytt"}'
    (folder / "a1.json").write_bytes(newer)
    with opened(folder) as store:
        assert "nyare version" in store.shelf().damaged[0].fault
        assert "nyare version" in store.shelf().damaged[0].cure
        with pytest.raises(StoreFault, match="nyare version"):
            store.save(small_case())
        with pytest.raises(StoreFault, match="nyare version"):
            store.restore_previous("a1")
    assert (folder / "a1.json").read_bytes() == newer


def test_a_damaged_case_is_taken_back_on_the_users_word(folder: Path) -> None:
    """The former state comes back when asked for, and the damaged file is put aside, not lost."""
    with opened(folder) as store:
        store.save(small_case(label="ett"))
        store.save(small_case(label="två"))
    (folder / "a1.json").write_bytes(b"spoiled")
    with opened(folder) as store:
        assert "förra versionen går att läsa" in store.shelf().damaged[0].cure
        assert store.restore_previous("a1").label == "ett"
        assert store.load("a1").label == "ett"
    aside = [path for path in folder.iterdir() if ".undan-20260302T090000-1" in path.name]
    assert [path.read_bytes() for path in aside] == [b"spoiled"]
    assert (folder / "a1.json.forra").exists()


def test_taking_back_a_whole_case_can_be_taken_back(folder: Path) -> None:
    """Restoring over a readable state keeps that one as the former."""
    with opened(folder) as store:
        store.save(small_case(label="ett"))
        store.save(small_case(label="två"))
        assert store.restore_previous("a1").label == "ett"
        assert store.restore_previous("a1").label == "två"


def test_a_lost_case_is_taken_back(folder: Path) -> None:
    """A case whose file has gone can be had from its former state."""
    with opened(folder) as store:
        store.save(small_case(label="ett"))
        store.save(small_case(label="två"))
        (folder / "a1.json").unlink()
        assert store.restore_previous("a1").label == "ett"
        assert [case.label for case in store.shelf().cases] == ["ett"]


@pytest.mark.parametrize("former", [None, b"spoiled", b""])
def test_nothing_to_take_back_is_a_sentence(folder: Path, former: bytes | None) -> None:
    """Without a readable former state nothing is changed."""
    with opened(folder) as store:
        store.save(small_case())
        if former is not None:
            (folder / "a1.json.forra").write_bytes(former)
        with pytest.raises(StoreFault, match="förra version"):
            store.restore_previous("a1")
        assert store.load("a1") == small_case()


@pytest.mark.parametrize("foreign", ["whole", "spoiled"])
def test_what_another_program_wrote_is_put_aside(folder: Path, foreign: str) -> None:
    """A file changed under us is kept under another name; our words are saved all the same."""
    with opened(folder) as store:
        store.save(small_case(label="ett"))
        strange = (folder / "a1.json").read_bytes().replace(b"ett", b"annat") if foreign == "whole" else b"spoiled"
        (folder / "a1.json").write_bytes(strange)
        store.save(small_case(label="två"))
        assert store.load("a1").label == "två"
    assert [path.read_bytes() for path in folder.iterdir() if "undan" in path.name] == [strange]


def test_a_change_on_disk_is_seen(folder: Path) -> None:
    """A reader sees what the writer has saved since."""
    with opened(folder) as writer, opened(folder) as reader:
        writer.save(small_case(label="ett"))
        assert reader.load("a1").label == "ett"
        writer.save(small_case(label="två"))
        assert reader.load("a1").label == "två"
        assert reader.shelf().cases[0].label == "två"


def test_the_second_program_reads_only(folder: Path) -> None:
    """While one store holds the folder another reads, says why it cannot save, and may when the first has closed."""
    with opened(folder) as first, opened(folder) as second:
        first.save(small_case())
        assert second.load("a1") == small_case()
        assert "Ett annat program" in (second.read_only or "")
        with pytest.raises(StoreFault, match="Ett annat program"):
            second.save(small_case(label="två"))
        assert first.load("a1") == small_case()
        first.close()
        assert second.read_only is None
        second.save(small_case(label="två"))


def test_a_dead_program_holds_no_lock(folder: Path) -> None:
    """The lock of a killed process is free at once."""
    script = (
        "import os, sys; from pathlib import Path; from gk_assistant.storage.case_store import TinyCaseStore;"
        "s = TinyCaseStore(Path(sys.argv[1])); sys.stdout.write(str(s.read_only)); sys.stdout.flush(); os._exit(9)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], cwd=root, capture_output=True, text=True, check=False, timeout=30
    )
    assert done.stdout == "None"
    with opened(folder) as store:
        assert store.read_only is None


@pytest.mark.parametrize("case_id", ["", "../x", "a/b", "a b", "å", "nul", "COM1", "-x", ".x", "x" * 65, "a\0"])
def test_an_id_never_becomes_a_path(folder: Path, case_id: str) -> None:
    """An id that is no plain name is refused, on saving and on loading."""
    with opened(folder) as store:
        with pytest.raises(StoreFault):
            store.save(small_case(case_id))
        with pytest.raises(StoreFault):
            store.load(case_id)


def test_a_number_that_is_none_is_refused(folder: Path) -> None:
    """A certainty that JSON cannot hold is refused instead of spoiling the file."""
    note = Note(id="n", ruta="vardag", text="x", at=MORNING, sorting=Sorting(heading=None, certainty=float("nan")))
    case = replace(small_case(), meetings=(Meeting(id="m", number=1, notes=(note,)),))
    with opened(folder) as store:
        with pytest.raises(StoreFault, match="säkerhet"):
            store.save(case)
        assert store.shelf().cases == ()


def test_strange_files_are_no_cases(folder: Path) -> None:
    """Other files and folders beside the cases trouble nobody; a folder named like a case is named as bad."""
    with opened(folder) as store:
        store.save(small_case())
        (folder / "läsmig.txt").write_text("hej", encoding="utf-8")
        (folder / ".dold.json").write_text("{}", encoding="utf-8")
        (folder / "mapp.json").mkdir()
        (folder / "två ord.json").write_text("{}", encoding="utf-8")
        shelf = store.shelf()
    assert [case.id for case in shelf.cases] == ["a1"]
    assert [bad.file for bad in shelf.damaged] == ["mapp.json", "två ord.json"]


def test_half_written_files_are_swept_away(folder: Path) -> None:
    """What a killed program left half written goes when the next one takes the lock."""
    folder.mkdir()
    (folder / ".a1.json.ny").write_text("half", encoding="utf-8")
    with opened(folder) as store:
        assert store.read_only is None
    assert names(folder) == set()


def test_unchanged_files_are_not_read_again(folder: Path) -> None:
    """Looking twice at the shelf, and saving what was just saved, parse nothing anew."""
    reads: list[str] = []

    class Counting(Disk):
        def read(self, path: Path) -> bytes:
            reads.append(path.name)
            return super().read(path)

    with opened(folder, Counting()) as store:
        store.save(small_case())
        store.save(small_case("b2"))
        store.shelf()
        assert reads == []
    with opened(folder, Counting()) as store:
        store.shelf()
        store.shelf()
        assert sorted(reads) == ["a1.json", "b2.json"]


def test_a_thousand_notes_come_back(folder: Path) -> None:
    """A case as large as anyone will make is kept whole."""
    notes = tuple(
        Note(id=f"n{n}", ruta="vardag", text=f"anteckning {n}", at=MORNING + timedelta(minutes=n)) for n in range(1000)
    )
    case = replace(small_case(), meetings=(Meeting(id="m", number=1, notes=notes),))
    with opened(folder) as store:
        store.save(case)
    with opened(folder) as store:
        assert store.load("a1") == case
