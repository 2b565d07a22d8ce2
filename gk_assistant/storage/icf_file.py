"""The official ICF titles that a user has loaded: read from their file, kept beside the settings. No personal data."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.language.icf_titles import IcfList, NoIcfList, icf_code, read_list
from gk_assistant.storage.disk import Disk, put
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.settings import settings_path

FILE_NAME = "icf-titlar.json"
LARGEST = 20_000_000
"""Bytes: the whole classification with explanations is a tenth of it."""

_ZIP, _OLD_EXCEL, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class IcfFile:
    """The titles beside the settings, as :class:`~gk_assistant.conversation.ports.IcfStore`."""

    def __init__(self, path: Path | None = None, *, disk: Disk | None = None) -> None:
        """Stand ready; nothing is read yet."""
        self._path = path
        self._disk = disk or Disk()

    @property
    def path(self) -> Path:
        """Where the titles are kept."""
        return self._path or settings_path().with_name(FILE_NAME)

    def load(self) -> Mapping[str, str]:
        """Return the titles by code, none when no list has been loaded; raises :class:`StoreFault`."""
        try:
            content = json.loads(self._disk.read(self.path))
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as error:
            raise StoreFault(disk_sentence(error, self.path)) from error
        except (ValueError, RecursionError):
            content = None
        if not isinstance(content, dict) or not all(
            icf_code(code) == code and isinstance(title, str) for code, title in content.items()
        ):
            raise StoreFault(
                f"ICF-titlarna i {self.path} går inte att läsa. Läs in listan igen med gk icf las, "
                "eller ta bort dem med gk icf glom."
            )
        return content

    def save(self, titles: Mapping[str, str]) -> None:
        """Keep the titles in place of those there were; raises :class:`StoreFault`."""
        data = json.dumps(dict(titles), ensure_ascii=False, indent=0).encode() + b"\n"
        try:
            self._disk.make_folder(self.path.parent)
            put(self._disk, self.path, data, mark=str(os.getpid()))
        except OSError as error:
            raise StoreFault(disk_sentence(error, self.path)) from error

    def forget(self) -> bool:
        """Take the titles away; returns whether there were any. Raises :class:`StoreFault`."""
        try:
            self._disk.unlink(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise StoreFault(disk_sentence(error, self.path)) from error
        return True

    def read(self, path: Path) -> IcfList:
        """Read a downloaded list; nothing is kept yet. Raises :class:`StoreFault`."""
        try:
            if path.is_file() and path.stat().st_size > LARGEST:
                raise StoreFault(f"{path} är för stor för att vara ICF-listan. Kontrollera att du valde rätt fil.")
            data = self._disk.read(path)
        except OSError as error:
            raise StoreFault(disk_sentence(error, path)) from error
        if data.startswith((_ZIP, _OLD_EXCEL)):
            raise StoreFault(
                f"{path} är ett kalkylblad. Öppna det i kalkylprogrammet, välj Spara som och CSV (UTF-8), "
                "och läs in den filen i stället."
            )
        if data.startswith(_PDF):
            raise StoreFault(f"{path} är en PDF. Hämta listan som tabell (CSV eller Excel) i stället.")
        try:
            return read_list(decoded(data))
        except NoIcfList as fault:
            raise StoreFault(str(fault)) from None


def decoded(data: bytes) -> str:
    """Return a text file's text: UTF-8 with or without a byte order mark, UTF-16, else as Windows writes Swedish."""
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
