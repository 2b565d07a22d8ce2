"""A disk in memory that knows what has been synced and what has not, so that the power can go at any moment.

The rules are stricter than those of any file system in use: of what was not synced, any part may be there and any part
not, in any order, down to single sectors; a new name counts as written only when its own folder has been synced.
"""

import errno
import itertools
import random
from dataclasses import dataclass, field
from pathlib import Path

from gk_assistant.storage.disk import Disk, Signature

SECTOR = 512


@dataclass
class File:
    """A file: its bytes as a program sees them, as they are on the disk for certain, and the writes in between."""

    inode: int
    data: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    pending: list[tuple[int, bytes]] = field(default_factory=list)
    changed: int = 0

    def after_power_loss(self, chance: random.Random) -> bytes:
        """Return what may be found: some sectors of what was pending, and zeros or nothing where one did not come."""
        way = chance.choice(("none", "all", "cut", "sectors", "sectors"))
        if way == "none" or not self.pending:
            return self.durable
        found = bytearray(self.durable)
        for offset, data in self.pending:
            if way == "cut" and chance.random() < 0.5:
                data = data[: chance.randrange(len(data) + 1)]  # noqa: PLW2901 - what came of it
            for start, part in _sectors(offset, data):
                if way != "sectors" or chance.random() < 0.5:
                    found.extend(bytes(max(0, start + len(part) - len(found))))
                    found[start : start + len(part)] = part
            if way == "cut" and chance.random() < 0.5:
                break
        if way == "sectors" and chance.random() < 0.5:
            found.extend(bytes(max(0, len(self.data) - len(found))))
        return bytes(found)


@dataclass(frozen=True)
class Renaming:
    """A change of a folder that is not synced yet: what stood under ``target`` from then on, and a name that went."""

    folder: Path
    target: Path | None
    file: File | None
    gone: Path | None


class MemoryDisk(Disk):
    """Files in memory. Folders that are asked for exist."""

    def __init__(self) -> None:
        """Begin empty."""
        self.entries: dict[Path, File] = {}
        self.durable: dict[Path, File] = {}
        self.pending: list[Renaming] = []
        self.folders: set[Path] = set()
        self.new_folders: set[Path] = set()
        self._open: dict[int, tuple[File, int | None]] = {}
        self._numbers = itertools.count(1000)
        self._time = itertools.count(1)

    def before(self, name: str, path: Path | int) -> None:
        """Be told of each changing call before it happens; stands here to be overridden."""

    def read(self, path: Path) -> bytes:
        """Return a file's bytes."""
        return bytes(self._file(path).data)

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder."""
        if folder not in self.folders:
            raise FileNotFoundError(errno.ENOENT, "no folder", str(folder))
        return [path.name for path in self.entries if path.parent == folder]

    def sizes(self, folder: Path, ending: str = "") -> dict[str, int]:
        """Return the sizes of a folder's files."""
        names = (name for name in self.names(folder) if name.endswith(ending))
        return {name: len(self.entries[folder / name].data) for name in names}

    def signature(self, path: Path) -> Signature:
        """Return a file's signature."""
        return self._signature(self._file(path))

    def make_folder(self, folder: Path) -> None:
        """Make a folder."""
        self.before("make_folder", folder)
        if folder not in self.folders:
            self.folders.add(folder)
            self.new_folders.add(folder)

    def create(self, path: Path) -> int:
        """Make a file."""
        self.before("create", path)
        if path.parent not in self.folders:
            raise FileNotFoundError(errno.ENOENT, "no folder", str(path))
        if path in self.entries:
            raise FileExistsError(errno.EEXIST, "there", str(path))
        made = File(next(self._numbers))
        self._enter(path, made)
        return self._opened(made, 0)

    def append(self, path: Path) -> int:
        """Open a file to write at its end."""
        self.before("append", path)
        return self._opened(self._file(path), None)

    def overwrite(self, path: Path) -> int:
        """Open a file to write over it."""
        self.before("overwrite", path)
        return self._opened(self._file(path), 0)

    def seen(self, descriptor: int) -> Signature:
        """Return an open file's signature."""
        return self._signature(self._open[descriptor][0])

    def write(self, descriptor: int, data: bytes) -> int:
        """Write, at most 100,000 bytes at a time."""
        self.before("write", descriptor)
        self.put_bytes(descriptor, data[:100_000])
        return min(len(data), 100_000)

    def put_bytes(self, descriptor: int, data: bytes) -> None:
        """Write bytes where a descriptor stands."""
        file, place = self._open[descriptor]
        at = len(file.data) if place is None else place
        file.data[at : at + len(data)] = data
        file.pending.append((at, bytes(data)))
        file.changed = next(self._time)
        if place is not None:
            self._open[descriptor] = (file, at + len(data))

    def sync(self, descriptor: int) -> None:
        """Make a file's bytes durable; its name is another matter."""
        self.before("sync", descriptor)
        file, _ = self._open[descriptor]
        file.durable = bytes(file.data)
        file.pending.clear()

    def close(self, descriptor: int) -> None:
        """Close a file, also when this fails."""
        try:
            self.before("close", descriptor)
        finally:
            del self._open[descriptor]

    def replace(self, source: Path, target: Path) -> None:
        """Rename in one step."""
        self.before("replace", source)
        file = self._file(source)
        del self.entries[source]
        self._enter(target, file, gone=source)

    def link(self, source: Path, target: Path) -> None:
        """Give a second name."""
        self.before("link", source)
        file = self._file(source)
        if target in self.entries:
            raise FileExistsError(errno.EEXIST, "there", str(target))
        self._enter(target, file)

    def unlink(self, path: Path) -> None:
        """Take a name away."""
        self.before("unlink", path)
        self._file(path)
        del self.entries[path]
        self.pending.append(Renaming(path.parent, None, None, path))

    def sync_folder(self, folder: Path) -> None:
        """Make a folder's names durable."""
        self.before("sync_folder", folder)
        self.new_folders = {known for known in self.new_folders if known.parent != folder}
        for step in self.pending:
            if step.folder == folder:
                _carry_out(step, self.durable)
        self.pending = [step for step in self.pending if step.folder != folder]

    def copied(self, folder: Path, other: Path) -> "MemoryDisk":
        """Return a sound copy of everything, with a folder under another name: what a kill leaves."""
        return self._moved({path: bytes(file.data) for path, file in self.entries.items()}, self.entries, folder, other)

    def after_power_loss(self, chance: random.Random, folder: Path, other: Path) -> "MemoryDisk":
        """Return what may be found when the power goes now, with a folder under another name."""
        names = dict(self.durable)
        way = chance.choice(("none", "all", "first", "some"))
        kept = self.pending[: chance.randrange(len(self.pending) + 1)] if way == "first" else self.pending
        for step in kept if way != "none" else ():
            if way != "some" or chance.random() < 0.5:
                _carry_out(step, names)
        lost = {known for known in self.new_folders if chance.random() < 0.5}
        names = {path: file for path, file in names.items() if path.parent not in lost}
        contents = {file.inode: file.after_power_loss(chance) for file in names.values()}
        return self._moved({path: contents[file.inode] for path, file in names.items()}, names, folder, other)

    def _moved(self, contents: dict[Path, bytes], names: dict[Path, File], folder: Path, other: Path) -> "MemoryDisk":
        made = MemoryDisk()
        made.folders = {other if known == folder else known for known in self.folders}
        files = {
            names[path].inode: File(number, bytearray(data), data)
            for number, (path, data) in enumerate(contents.items())
        }
        for path in contents:
            made.entries[other / path.name if path.parent == folder else path] = files[names[path].inode]
        made.durable = dict(made.entries)
        return made

    def _file(self, path: Path) -> File:
        if path not in self.entries:
            raise FileNotFoundError(errno.ENOENT, "no file", str(path))
        return self.entries[path]

    def _enter(self, path: Path, file: File, gone: Path | None = None) -> None:
        self.entries[path] = file
        self.pending.append(Renaming(path.parent, path, file, gone))

    def _opened(self, file: File, place: int | None) -> int:
        descriptor = next(self._numbers)
        self._open[descriptor] = (file, place)
        return descriptor

    @staticmethod
    def _signature(file: File) -> Signature:
        return Signature(inode=file.inode, size=len(file.data), changed_ns=file.changed)


def _carry_out(step: Renaming, names: dict[Path, File]) -> None:
    if step.gone is not None:
        names.pop(step.gone, None)
    if step.target is not None and step.file is not None:
        names[step.target] = step.file


def _sectors(offset: int, data: bytes) -> list[tuple[int, bytes]]:
    """Return the parts of a write, each in one sector, with their places."""
    parts, at = [], 0
    while at < len(data):
        length = min(SECTOR - (offset + at) % SECTOR, len(data) - at)
        parts.append((offset + at, data[at : at + length]))
        at += length
    return parts
