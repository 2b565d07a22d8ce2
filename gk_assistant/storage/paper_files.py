"""Papers as files: what the user exports, written whole or not at all."""

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.storage.case_file import is_device_name
from gk_assistant.storage.disk import Disk, put
from gk_assistant.storage.sentences import disk_sentence

_NAME_LENGTH = 60


def write_bytes(path: Path, data: bytes, *, overwrite: bool = False, disk: Disk | None = None) -> None:
    """Write a private file, wholly or not at all; raises :class:`StoreFault`."""
    try:
        if path.is_dir():
            raise StoreFault(f"{path} är en mapp. Ange ett filnamn.")
        if not path.parent.is_dir():
            raise StoreFault(f"Mappen {path.parent} finns inte. Skapa den eller välj en annan plats.")
        if path.exists() and not overwrite:
            raise StoreFault(f"{path} finns redan. Välj ett annat namn eller tillåt att filen skrivs över.")
        put(disk or Disk(), path, data, mark=str(os.getpid()))
    except OSError as error:
        raise StoreFault(disk_sentence(error, path)) from error
    except ValueError:
        raise StoreFault("Filens namn innehåller ett tecken som inte går att använda. Välj ett annat namn.") from None


def write_folder(
    folder: Path, files: Mapping[str, bytes], *, overwrite: bool = False, disk: Disk | None = None
) -> tuple[Path, ...]:
    """Write private files into a folder, made where there is none; return their paths. Raises :class:`StoreFault`.

    ``files`` is place → bytes, the place with ``/`` between folder and name. A folder with something in it is written
    in only with ``overwrite``. Each file is written wholly or not at all.
    """
    disk = disk or Disk()
    try:
        if not overwrite and folder.exists() and any(folder.iterdir()):
            raise StoreFault(f"Mappen {folder} är inte tom. Välj en annan, eller lägg till --skriv-over.")
        paths = {folder.joinpath(*place.split("/")): data for place, data in files.items()}
        for needed in dict.fromkeys([folder, *(path.parent for path in paths)]):
            disk.make_folder(needed)
    except OSError as error:
        raise StoreFault(disk_sentence(error, folder)) from error
    for path, data in paths.items():
        write_bytes(path, data, overwrite=overwrite, disk=disk)
    return tuple(paths)


def safe_name(label: str, *, usual: str = "arende") -> str:
    """Return a label as a file name without ending: letters (å ä ö too) and digits, all else one ``-``.

    At most 60 characters, never a path, a hidden file, an option or a device; ``usual`` when nothing is left.
    """
    kept = "".join(
        char if unicodedata.category(char)[0] in "LMN" else "-" for char in unicodedata.normalize("NFC", label)
    )
    name = "-".join(part for part in kept.split("-") if part)
    while len(name) > _NAME_LENGTH or len(name.encode()) > 2 * _NAME_LENGTH:
        name = name[:-1].rstrip("-")
    if not name:
        return usual
    return f"{usual}-{name}" if is_device_name(name) else name
