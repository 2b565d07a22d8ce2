"""What has been learnt, on disk."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.learnt import Learnt, Lesson
from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.learnt_file import FILE_NAME, LearntFile

LESSON = Lesson(
    case="c",
    note="n",
    ruta="vardag",
    text="går ut med hunden åt mamma",
    at=datetime(2026, 11, 22, 9, tzinfo=UTC),
    heading=Heading.OMGIVNING,
    mark=Mark.FUNGERAR,
)


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    """Another program run reads the same value; before that there is nothing."""
    folder = tmp_path / "sessioner"
    assert LearntFile(folder).load() == Learnt()
    LearntFile(folder).save(Learnt(lessons=(LESSON,)))
    assert LearntFile(folder).load() == Learnt(lessons=(LESSON,))
    assert "åt mamma" in (folder / FILE_NAME).read_text("utf-8")


def test_what_is_taken_back_is_gone_from_the_disk(tmp_path: Path) -> None:
    """No file of the folder holds the words any more."""
    store = LearntFile(tmp_path)
    store.save(Learnt(lessons=(LESSON,)))
    store.save(Learnt())
    assert not [path for path in tmp_path.iterdir() if b"mamma" in path.read_bytes()]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_the_file_is_private_and_no_case(tmp_path: Path) -> None:
    """Only the user may read it, and the list of cases neither shows it nor complains."""
    folder = tmp_path / "sessioner"
    LearntFile(folder).save(Learnt(lessons=(LESSON,)))
    assert (folder / FILE_NAME).stat().st_mode & 0o777 == 0o600
    cases = TinyCaseStore(folder)
    assert cases.shelf().damaged == ()
    assert cases.read_only is None
    cases.close()
    assert LearntFile(folder).load().lessons == (LESSON,)


def test_a_file_changed_by_another_is_read_again(tmp_path: Path) -> None:
    """What another program saved in between is neither missed nor written over unseen."""
    one, other = LearntFile(tmp_path), LearntFile(tmp_path)
    assert one.load() == Learnt()
    other.save(Learnt(lessons=(LESSON,)))
    assert one.load().lessons == (LESSON,)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"format": 1}', b'{"format": 99, "lart": {"lessons": []}}'])
def test_a_damaged_file_is_told_and_left(tmp_path: Path, content: bytes) -> None:
    """Neither reading nor saving touches it; the sentence says so."""
    path = tmp_path / FILE_NAME
    path.write_bytes(content)
    for action in (LearntFile(tmp_path).load, lambda: LearntFile(tmp_path).save(Learnt())):
        with pytest.raises(StoreFault, match="lämnas orörd"):
            action()
    assert path.read_bytes() == content


def test_a_locked_folder_is_not_written_in(tmp_path: Path) -> None:
    """While another program holds the folder nothing is learnt there."""
    store = LearntFile(tmp_path, hindrance=lambda: "Ett annat program har öppnat ärendena.")
    with pytest.raises(StoreFault, match="annat program"):
        store.save(Learnt(lessons=(LESSON,)))
    assert not (tmp_path / FILE_NAME).exists()


def test_half_a_character_is_told(tmp_path: Path) -> None:
    """Words that no file can hold are refused in a sentence."""
    broken = Lesson(case="c", note="n", ruta="v", text="a\ud83d", at=LESSON.at, heading=Heading.KROPP)
    with pytest.raises(StoreFault):
        LearntFile(tmp_path).save(Learnt(lessons=(broken,)))
