"""Disks that fail on purpose."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from gk_assistant.storage.disk import Disk, Signature

_Answer = TypeVar("_Answer")


class Killed(BaseException):
    """The program ends here, with no chance to tidy up."""


class FailingDisk(Disk):
    """A real disk whose nth changing call raises; ``dead`` makes every later one raise as well, as after a kill."""

    def __init__(
        self,
        fail_at: int = 0,
        error: Callable[[], BaseException] = lambda: OSError(errno.ENOSPC, "full"),
        *,
        dead: bool = False,
        reads: bool = False,
    ) -> None:
        """Fail at a call counted from 1; 0 never fails. ``reads`` counts reading calls too."""
        self.fail_at = fail_at
        self.calls: list[str] = []
        self._error = error
        self._dead = dead
        self._reads = reads

    def _turn(self, name: str, call: Callable[[], _Answer]) -> _Answer:
        self.calls.append(name)
        if self.fail_at and (len(self.calls) == self.fail_at or (self._dead and len(self.calls) > self.fail_at)):
            raise self._error()
        return call()

    def read(self, path: Path) -> bytes:
        """Read, counted only on request."""
        return self._turn("read", lambda: super(FailingDisk, self).read(path)) if self._reads else super().read(path)

    def signature(self, path: Path) -> Signature:
        """Look, counted only on request."""
        if not self._reads:
            return super().signature(path)
        return self._turn("signature", lambda: super(FailingDisk, self).signature(path))

    def make_folder(self, folder: Path) -> None:
        """Make a folder, counted."""
        self._turn("make_folder", lambda: super(FailingDisk, self).make_folder(folder))

    def create(self, path: Path) -> int:
        """Create, counted."""
        return self._turn("create", lambda: super(FailingDisk, self).create(path))

    def sizes(self, folder: Path, ending: str) -> dict[str, int]:
        """List, counted only on request."""
        return (
            self._turn("sizes", lambda: super(FailingDisk, self).sizes(folder, ending))
            if self._reads
            else super().sizes(folder, ending)
        )

    def append(self, path: Path) -> int:
        """Open for more, counted."""
        return self._turn("append", lambda: super(FailingDisk, self).append(path))

    def overwrite(self, path: Path) -> int:
        """Open to write over, counted."""
        return self._turn("overwrite", lambda: super(FailingDisk, self).overwrite(path))

    def write(self, descriptor: int, data: bytes) -> int:
        """Write, counted; half of the bytes are written before the failure."""
        self.calls.append("write")
        if self.fail_at and (len(self.calls) == self.fail_at or (self._dead and len(self.calls) > self.fail_at)):
            if len(self.calls) == self.fail_at:
                os.write(descriptor, data[: len(data) // 2])
            raise self._error()
        return super().write(descriptor, data[: len(data) // 2] if len(data) > 64 else data)

    def sync(self, descriptor: int) -> None:
        """Sync, counted."""
        self._turn("sync", lambda: super(FailingDisk, self).sync(descriptor))

    def close(self, descriptor: int) -> None:
        """Close; the system closes whatever happens, so the failure comes after."""
        super().close(descriptor)
        self._turn("close", lambda: None)

    def replace(self, source: Path, target: Path) -> None:
        """Rename, counted."""
        self._turn("replace", lambda: super(FailingDisk, self).replace(source, target))

    def link(self, source: Path, target: Path) -> None:
        """Link, counted."""
        self._turn("link", lambda: super(FailingDisk, self).link(source, target))

    def unlink(self, path: Path) -> None:
        """Unlink, counted."""
        self._turn("unlink", lambda: super(FailingDisk, self).unlink(path))

    def sync_folder(self, folder: Path) -> None:
        """Sync the folder, counted."""
        self._turn("sync_folder", lambda: super(FailingDisk, self).sync_folder(folder))


class NoLinks(Disk):
    """A file system without hard links."""

    def link(self, source: Path, target: Path) -> None:
        """Refuse."""
        raise OSError(errno.EPERM, f"no links: {source} {target}")


class Unsynced(Disk):
    """A disk that waits for nothing: what these tests ask is not answered by waiting."""

    def sync(self, descriptor: int) -> None:
        """Wait for nothing."""

    def sync_folder(self, folder: Path) -> None:
        """Wait for nothing."""


class FailingUnsynced(FailingDisk):
    """A failing disk whose syncs count but wait for nothing."""

    def sync(self, descriptor: int) -> None:  # noqa: ARG002 - the real one's shape
        """Count."""
        self._turn("sync", lambda: None)

    def sync_folder(self, folder: Path) -> None:  # noqa: ARG002 - the real one's shape
        """Count."""
        self._turn("sync_folder", lambda: None)
