"""The few disk calls the program makes, gathered so that each can be made to fail in a test."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
_APPEND = os.O_WRONLY | os.O_APPEND | _PLAIN
_OVERWRITE = os.O_WRONLY | _PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What tells one state of a file from another without reading it."""

    inode: int
    size: int
    changed_ns: int


class Disk:
    """The real disk. Every method raises :class:`OSError`."""

    def read(self, path: Path) -> bytes:
        """Return a file's bytes."""
        return path.read_bytes()

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder, in no order."""
        return [entry.name for entry in os.scandir(folder)]

    def signature(self, path: Path) -> Signature:
        """Return a file's present signature."""
        return _signature(os.stat(path))  # noqa: PTH116 - on each save; path.stat() takes twice the time

    def make_folder(self, folder: Path) -> None:
        """Make a private folder with its parents, where there is none."""
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)

    def create(self, path: Path) -> int:
        """Make a new private file and return its descriptor."""
        return os.open(path, _CREATE, PRIVATE_FILE)

    def sizes(self, folder: Path, ending: str) -> dict[str, int]:
        """Return the size in bytes of each file in a folder whose name has an ending, by name."""
        with os.scandir(folder) as entries:
            return {entry.name: entry.stat().st_size for entry in entries if entry.name.endswith(ending)}

    def append(self, path: Path) -> int:
        """Open a file that is there, to write after its end, and return its descriptor."""
        return os.open(path, _APPEND)

    def overwrite(self, path: Path) -> int:
        """Open a file that is there, to write over it from its beginning, and return its descriptor."""
        return os.open(path, _OVERWRITE)

    def seen(self, descriptor: int) -> Signature:
        """Return an open file's present signature."""
        return _signature(os.fstat(descriptor))

    def write(self, descriptor: int, data: bytes) -> int:
        """Write some of the bytes and return how many."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Wait until a file's bytes have reached the disk."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a file."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another name in one step, in place of what stood there."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""
        target.hardlink_to(source)

    def unlink(self, path: Path) -> None:
        """Take away a name."""
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Wait until a folder's names have reached the disk; nothing where folders cannot be opened (Windows)."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def put(disk: Disk, path: Path, data: bytes, *, previous: Path | None = None, mark: str = "ny") -> None:
    """Write a file so that it is wholly the old or wholly the new one, whatever happens; raises :class:`OSError`.

    ``previous`` is where the former state is kept; ``mark`` tells this writer's temporary files from another's. After
    an error the file is as before, unless the error came when the folder itself was to be synced.
    """
    fresh = _temporary(path, mark)
    former = _temporary(previous, mark) if previous is not None else None
    try:
        write_new(disk, fresh, data)
        kept = former is not None and _keep(disk, path, former)
        disk.replace(fresh, path)
    except OSError:
        for left in (fresh, former):
            if left is not None:
                with contextlib.suppress(OSError):
                    disk.unlink(left)
        raise
    if kept and former is not None and previous is not None:
        # The new state is in place: that the older one could not be filed is no reason to call the save failed.
        with contextlib.suppress(OSError):
            disk.replace(former, previous)
    disk.sync_folder(path.parent)


def write_new(disk: Disk, path: Path, data: bytes) -> None:
    """Write a file that is not there yet (a left-over of the same name goes) and wait for the disk."""
    try:
        descriptor = disk.create(path)
    except FileExistsError:
        disk.unlink(path)
        descriptor = disk.create(path)
    try:
        write_all(disk, descriptor, data)
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)


def write_all(disk: Disk, descriptor: int, data: bytes) -> None:
    """Write every byte, however few the disk takes at a time; raises :class:`OSError`."""
    rest = data
    while rest:
        rest = rest[disk.write(descriptor, rest) :]


def link_or_copy(disk: Disk, source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where the file system has no hard links."""
    with contextlib.suppress(FileNotFoundError):
        disk.unlink(target)
    try:
        disk.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        write_new(disk, target, disk.read(source))


def is_temporary(name: str) -> bool:
    """Whether a name is that of a file half written by :func:`put`."""
    return name.startswith(".") and name.endswith(".ny")


def _signature(found: os.stat_result) -> Signature:
    return Signature(inode=found.st_ino, size=found.st_size, changed_ns=found.st_mtime_ns)


def _temporary(path: Path, mark: str) -> Path:
    return path.with_name(f".{path.name}.ny" if mark == "ny" else f".{path.name}.{mark}.ny")


def _keep(disk: Disk, path: Path, former: Path) -> bool:
    try:
        link_or_copy(disk, path, former)
    except FileNotFoundError:
        return False
    return True
