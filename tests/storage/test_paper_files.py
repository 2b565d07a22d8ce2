"""Papers as files, and names for them."""

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.storage.paper_files import safe_name, write_bytes, write_folder
from tests.storage.disks import FailingDisk


def test_a_paper_is_private_utf8(tmp_path: Path) -> None:
    """The text is written as it is, readable by the user alone."""
    path = tmp_path / "planering åäö.md"
    write_bytes(path, "# Planering\nårstid\n".encode())
    assert path.read_bytes() == "# Planering\nårstid\n".encode()
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_existing_paper_is_overwritten_on_request_only(tmp_path: Path) -> None:
    """Without leave nothing is covered."""
    path = tmp_path / "a.md"
    write_bytes(path, b"ett")
    with pytest.raises(StoreFault, match="finns redan"):
        write_bytes(path, "två".encode())
    assert path.read_text(encoding="utf-8") == "ett"
    write_bytes(path, "två".encode(), overwrite=True)
    assert path.read_text(encoding="utf-8") == "två"


def test_wrong_places_are_sentences(tmp_path: Path) -> None:
    """A folder, no folder, a file as folder, an impossible name: a sentence each."""
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    for place, words in (
        (tmp_path, "är en mapp"),
        (tmp_path / "borta" / "a.md", "finns inte"),
        (tmp_path / "fil" / "a.md", "finns inte"),
        (tmp_path / ("x" * 300), "för långt"),
        (tmp_path / "a\0b", "tecken"),
    ):
        with pytest.raises(StoreFault, match=words):
            write_bytes(place, b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["fil"]


def test_each_failing_call_leaves_the_old_paper_or_none(tmp_path: Path) -> None:
    """A disk that fills up in the middle leaves nothing half written."""
    for turn in range(1, 8):
        path = tmp_path / f"{turn}.md"
        try:
            write_bytes(path, b"ord " * 200, disk=FailingDisk(turn, lambda: OSError(errno.ENOSPC, "full")))
        except StoreFault as fault:
            assert "full" in str(fault)  # noqa: PT017  # a late call may go well
        assert not path.exists() or path.read_text(encoding="utf-8") == "ord " * 200
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".ny")]


def test_a_folder_is_written_with_its_parts(tmp_path: Path) -> None:
    """Places with a stroke become folders, all of it readable by the user alone; what is there is left alone."""
    folder = tmp_path / "ut" / "ärendet"
    files = {"a.txt": b"ett", "internt/b.pdf": b"%PDF"}
    assert write_folder(folder, files) == (folder / "a.txt", folder / "internt" / "b.pdf")
    assert (folder / "internt" / "b.pdf").read_bytes() == b"%PDF"
    if os.name != "nt":
        assert stat.S_IMODE((folder / "internt").stat().st_mode) == 0o700
    with pytest.raises(StoreFault, match="inte tom"):
        write_folder(folder, {"a.txt": b"nytt"})
    assert (folder / "a.txt").read_bytes() == b"ett"
    write_folder(folder, {"a.txt": b"nytt"}, overwrite=True)
    assert (folder / "a.txt").read_bytes() == b"nytt"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Åsa Ödman", "Åsa-Ödman"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "arende"),
        ("", "arende"),
        (".dold", "dold"),
        ("-rf", "rf"),
        ("C:\\Temp\\x", "C-Temp-x"),
        ("nul", "arende-nul"),
        ("A\u030asa\u202e\x00", "Åsa"),
        ("🤕", "arende"),
    ],
)
def test_a_label_becomes_a_plain_name(label: str, name: str) -> None:
    """Swedish letters stay; what could be a path, an option or a device goes."""
    assert safe_name(label) == name


@given(label=st.text(max_size=200))
@example(label="漢" * 100)
def test_every_label_gives_a_usable_name(label: str) -> None:
    """Whatever the label, the name is short, printable and without any path in it."""
    name = safe_name(label)
    assert 0 < len(name.encode()) <= 130
    assert name == Path(name).name
    assert not name.startswith((".", "-"))
    assert safe_name(name) == name
