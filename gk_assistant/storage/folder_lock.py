"""One program at a time may write in a session folder; the lock goes when the program does, however it ends."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from gk_assistant.storage.disk import PRIVATE_FILE, Disk, is_temporary
from gk_assistant.storage.sentences import disk_sentence

LOCK_NAME = ".gk-las"


class FolderLock:
    """A lock on a folder, taken when first wanted and asked for again as long as another program holds it."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        """Stand ready; nothing is touched yet."""
        self._folder = folder
        self._path = folder / LOCK_NAME
        self._disk = disk
        self._let_go: Callable[[], None] | None = None
        self._held: int | None = None
        self._taken_once = False

    def hindrance(self) -> str | None:
        """Take the lock if it is not held; return why it cannot be had (a Swedish sentence), or ``None``."""
        if self._let_go is not None:
            if self._file() == self._held:
                return None
            self.release()
        # Imported here: 36 ms that reading, --help and the papers need not pay.
        from filelock import FileLock, Timeout  # noqa: PLC0415

        try:
            if self._taken_once:
                self._disk.signature(self._folder)  # a folder that has gone is not to be made anew in silence
            else:
                self._disk.make_folder(self._folder)
            lock = FileLock(self._path, timeout=0, mode=PRIVATE_FILE, thread_local=False)
            lock.acquire()
        except Timeout:
            return (
                f"Ett annat program har redan öppnat ärendena i {self._folder}. Här går det att läsa men inte spara. "
                "Stäng det andra programmet och försök igen."
            )
        except NotImplementedError:
            return f"Mappen {self._folder} går inte att låsa. Välj en mapp på datorns egen disk."
        except OSError as error:
            return disk_sentence(error, self._folder)
        self._let_go = partial(lock.release, force=True)
        self._held = self._file()
        self._taken_once = True
        self._sweep()
        return None

    def release(self) -> None:
        """Let go of the lock, if it is held."""
        if self._let_go is not None:
            self._let_go()
            self._let_go = None

    def _file(self) -> int | None:
        """Return which file the lock's name stands for now: it may have been removed, or the disk unplugged."""
        try:
            return self._disk.signature(self._path).inode
        except OSError:
            return None

    def _sweep(self) -> None:
        """Take away what a killed program left half written; nobody else can be writing now."""
        try:
            for name in self._disk.names(self._folder):
                if is_temporary(name):
                    self._disk.unlink(self._folder / name)
        except OSError:
            return
