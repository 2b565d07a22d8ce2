"""Disks in memory that are watched, or fail, at each changing call."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.torture.memory_disk import MemoryDisk

_Answer = TypeVar("_Answer")


class WatchedDisk(MemoryDisk):
    """A disk that tells somebody before each changing call."""

    def __init__(self, told: Callable[[str], None]) -> None:
        """Tell the name of the call."""
        super().__init__()
        self.told = told

    def before(self, name: str, path: Path | int) -> None:
        """Tell."""
        del path
        self.told(name)


class FailingMemory(MemoryDisk):
    """A disk whose calls fail from the nth to the last of a few, in one of several ways.

    ``error``: the call does nothing and raises. ``half``: a write writes half and raises ENOSPC. ``late``: the call is
    carried out, and raises all the same. ``short``: a write writes one byte and says so, which is no error at all.
    """

    def __init__(self, at: int, way: str, *, code: int = errno.EIO, times: int = 1) -> None:
        """Fail at a call counted from 1, 0 never."""
        super().__init__()
        self.at, self.way, self.code, self.times = at, way, code, times
        self.calls: list[str] = []
        self._late = False

    def before(self, name: str, path: Path | int) -> None:
        """Count, and fail in one's turn."""
        del path
        self.calls.append(name)
        if not (self.at and self.at <= len(self.calls) < self.at + self.times):
            return
        if self.way == "error" or (self.way == "half" and name != "write"):
            raise OSError(self.code, os.strerror(self.code))
        self._late = self.way == "late"

    def write(self, descriptor: int, data: bytes) -> int:
        """Write less than asked for in one's turn."""
        turn = self.at and self.at <= len(self.calls) + 1 < self.at + self.times
        if turn and self.way in {"half", "short"}:
            self.before("write", descriptor)
            self.put_bytes(descriptor, data[: len(data) // 2 if self.way == "half" else 1])
            if self.way == "half":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return min(1, len(data))
        return self._then_fail(super().write(descriptor, data))

    def sync(self, descriptor: int) -> None:
        """Sync, and fail late."""
        super().sync(descriptor)
        self._then_fail(None)

    def make_folder(self, folder: Path) -> None:
        """Make a folder, and fail late."""
        super().make_folder(folder)
        self._then_fail(None)

    def create(self, path: Path) -> int:
        """Create, and fail late."""
        return self._then_fail(super().create(path))

    def append(self, path: Path) -> int:
        """Open, and fail late."""
        return self._then_fail(super().append(path))

    def overwrite(self, path: Path) -> int:
        """Open, and fail late."""
        return self._then_fail(super().overwrite(path))

    def close(self, descriptor: int) -> None:
        """Close, and fail late."""
        super().close(descriptor)
        self._then_fail(None)

    def replace(self, source: Path, target: Path) -> None:
        """Rename, and fail late."""
        super().replace(source, target)
        self._then_fail(None)

    def link(self, source: Path, target: Path) -> None:
        """Link, and fail late."""
        super().link(source, target)
        self._then_fail(None)

    def unlink(self, path: Path) -> None:
        """Unlink, and fail late."""
        super().unlink(path)
        self._then_fail(None)

    def sync_folder(self, folder: Path) -> None:
        """Sync a folder, and fail late."""
        super().sync_folder(folder)
        self._then_fail(None)

    def _then_fail(self, answer: _Answer) -> _Answer:
        if self._late:
            self._late = False
            raise OSError(self.code, os.strerror(self.code))
        return answer
