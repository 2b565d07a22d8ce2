"""The user's settings: kept as chosen, never in the way when spoiled."""

import errno
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.notes import Role
from gk_assistant.storage.settings import Settings, read_settings, settings_path, write_settings
from tests.storage.disks import FailingDisk

words = st.text(max_size=20)
all_settings = st.builds(
    Settings,
    theme=words,
    role=st.sampled_from((Role.FK, Role.AF)),
    joined=st.sampled_from((None, True, False)),
    bank=st.sampled_from((None, Path("/kontor/frågor"), Path('/a "b"/c\\d'))),
    keys=st.dictionaries(words, st.text(min_size=1, max_size=9)),
    lock_after=st.sampled_from((0.0, 0.5, 5.0, 15.0, 120.0)),
    asks_for_vault=st.booleans(),
)


@pytest.mark.parametrize("value", ["-1", "true", '"15"', "nan", "1e9"])
def test_a_lock_time_of_the_wrong_form_gives_the_usual(tmp_path: Path, value: str) -> None:
    """Only minutes from 0 to a day are taken; the remark names the setting."""
    path = tmp_path / "installningar.toml"
    path.write_text(f"las_efter = {value}\n", encoding="utf-8")
    found = read_settings(path)
    assert found.settings.lock_after == 15
    assert found.remark is not None
    assert "las_efter" in found.remark


@settings(max_examples=40, deadline=None)
@given(chosen=all_settings)
def test_settings_come_back(tmp_path_factory: pytest.TempPathFactory, chosen: Settings) -> None:
    """What is written is what is read, whatever the texts hold, and any TOML reader can read it."""
    path = tmp_path_factory.mktemp("i") / "installningar.toml"
    write_settings(chosen, path)
    found = read_settings(path)
    assert found.settings == chosen
    assert found.remark is None
    tomllib.loads(path.read_text(encoding="utf-8"))


def test_no_file_means_the_usual(tmp_path: Path) -> None:
    """Without a file the usual settings hold, and nothing is said."""
    found = read_settings(tmp_path / "finns" / "inte.toml")
    assert found.settings == Settings()
    assert found.remark is None


@pytest.mark.parametrize("spoiled", [b"tema = ", b"\xff\xfe", b"[" * 5000, b"a = 1\na = 2"])
def test_a_spoiled_file_gives_the_usual_and_a_sentence(tmp_path: Path, spoiled: bytes) -> None:
    """A file that cannot be read is named and left; the program starts all the same."""
    path = tmp_path / "installningar.toml"
    path.write_bytes(spoiled)
    found = read_settings(path)
    assert found.settings == Settings()
    assert str(path) in (found.remark or "")
    assert path.read_bytes() == spoiled


def test_one_wrong_setting_spoils_no_other(tmp_path: Path) -> None:
    """Wrong ones are named, right ones are used; ids may be written with or without quotation marks."""
    path = tmp_path / "installningar.toml"
    path.write_text(
        'tema = 5\nroll = "tolk"\nsammanslagen = true\n'
        '[tangenter]\nsamtal.angra = "z"\n"samtal.gor-om" = "y"\nfel = 3\n',
        encoding="utf-8",
    )
    found = read_settings(path)
    assert found.settings == Settings(joined=True, keys={"samtal.angra": "z", "samtal.gor-om": "y"})
    for key in ("tema", "roll", "tangenter.fel"):
        assert key in (found.remark or "")


def test_a_windows_editors_file_is_read(tmp_path: Path) -> None:
    """A byte order mark and Windows line ends trouble nobody."""
    path = tmp_path / "installningar.toml"
    path.write_bytes('\ufeffroll = "af"\r\n# åäö\r\n'.encode())
    assert read_settings(path).settings.role is Role.AF


def test_a_folder_in_the_files_place_is_a_sentence(tmp_path: Path) -> None:
    """A folder where the file should be gives the usual settings and a sentence."""
    assert "är en mapp" in (read_settings(tmp_path).remark or "")


def test_settings_can_be_elsewhere(tmp_path: Path) -> None:
    """The environment may name a file or a folder."""
    assert settings_path({"GK_INSTALLNINGAR": str(tmp_path)}) == tmp_path / "installningar.toml"
    assert settings_path({"GK_INSTALLNINGAR": str(tmp_path / "x.toml")}) == tmp_path / "x.toml"
    assert settings_path({}).name == "installningar.toml"


def test_the_former_settings_are_kept(tmp_path: Path) -> None:
    """The file before the last change lies beside."""
    path = tmp_path / "ny" / "installningar.toml"
    write_settings(Settings(theme="ljust"), path)
    write_settings(Settings(theme="mörkt"), path)
    assert "ljust" in path.with_name("installningar.toml.forra").read_text(encoding="utf-8")


def test_a_failed_write_is_a_sentence(tmp_path: Path) -> None:
    """A full disk and half a character are refused in Swedish, and the old settings stand."""
    path = tmp_path / "installningar.toml"
    write_settings(Settings(theme="ljust"), path)
    with pytest.raises(StoreFault, match="full"):
        write_settings(Settings(theme="x"), path, disk=FailingDisk(3, lambda: OSError(errno.ENOSPC, "full")))
    with pytest.raises(StoreFault, match="trasigt tecken"):
        write_settings(Settings(theme="\ud800"), path)
    assert read_settings(path).settings.theme == "ljust"
