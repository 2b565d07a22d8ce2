"""Rehearsals as private files beside the cases, where there is no vault; one file each, put on disk whole."""

from collections.abc import Callable
from pathlib import Path

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.storage.disk import Disk, Signature, is_temporary, put
from gk_assistant.storage.json_storage import FileFault
from gk_assistant.storage.rehearsal_file_format import from_bytes, to_bytes
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.sessions import REHEARSAL as PREFIX


class RehearsalFiles:
    """The rehearsals of a session folder, as :class:`~gk_assistant.rehearsal.ports.RehearsalStore`.

    A name begins with a full stop, so that no case is looked for in the file, and says nothing but a number drawn by
    chance. No former state is kept: what one forgets is gone.
    """

    def __init__(
        self, folder: Path, *, hindrance: Callable[[], str | None] = lambda: None, disk: Disk | None = None
    ) -> None:
        """Stand ready at a folder; ``hindrance`` says why nothing may be saved there now, as its lock does."""
        self.folder = folder
        self._hindrance = hindrance
        self._disk = disk or Disk()
        self._seen: dict[str, tuple[Signature, Rehearsal]] = {}
        self._faults: tuple[str, ...] = ()

    def faults(self) -> tuple[str, ...]:
        """Return what was wrong with files when all were last read, in Swedish sentences."""
        return self._faults

    def all(self) -> tuple[Rehearsal, ...]:
        """Return every rehearsal that can be read, the oldest first; a file is parsed only when it has changed.

        Raises :class:`StoreFault` when the folder itself cannot be read.
        """
        found, faults = [], []
        for name in self._names():
            try:
                found.append(self._known(name))
            except FileNotFoundError:
                continue
            except (FileFault, OSError) as fault:
                faults.append(self._sentence(name, fault))
        self._faults = tuple(faults)
        return tuple(sorted(found, key=lambda rehearsal: (rehearsal.begun, rehearsal.id)))

    def keep(self, rehearsal: Rehearsal) -> None:
        """Put a rehearsal on disk, wholly or not at all; raises :class:`StoreFault`."""
        self._refuse_hindered()
        stored = to_bytes(rehearsal)
        name = PREFIX + rehearsal.id
        try:
            if name not in self._seen:
                self._first(name)
            put(self._disk, self.folder / name, stored)
            self._seen[name] = self._disk.signature(self.folder / name), rehearsal
        except FileFault as fault:
            raise StoreFault(self._sentence(name, fault)) from None
        except OSError as error:
            raise StoreFault(disk_sentence(error, self.folder / name)) from error

    def forget(self, rehearsal_id: str) -> None:
        """Take a rehearsal away for good; raises :class:`StoreFault`."""
        self._refuse_hindered()
        name = PREFIX + rehearsal_id
        self._seen.pop(name, None)
        try:
            for own in (name, f".{name}.ny"):
                if own in self._disk.names(self.folder):
                    self._disk.unlink(self.folder / own)
            self._disk.sync_folder(self.folder)
        except FileNotFoundError:
            return
        except OSError as error:
            raise StoreFault(disk_sentence(error, self.folder / name)) from error

    def _first(self, name: str) -> None:
        """Make the folder before the first saving here, and refuse to write over a file that cannot be read."""
        self._disk.make_folder(self.folder)
        if name in self._disk.names(self.folder):
            self._known(name)

    def _names(self) -> list[str]:
        try:
            names = self._disk.names(self.folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise StoreFault(disk_sentence(error, self.folder)) from error
        return sorted(name for name in names if name.startswith(PREFIX) and not is_temporary(name))

    def _known(self, name: str) -> Rehearsal:
        signature = self._disk.signature(self.folder / name)
        seen = self._seen.get(name)
        if seen is None or seen[0] != signature:
            rehearsal = from_bytes(self._disk.read(self.folder / name))
            if PREFIX + rehearsal.id != name:
                raise FileFault("Filen hör till en annan övning än namnet säger.")
            seen = self._seen[name] = signature, rehearsal
        return seen[1]

    def _sentence(self, name: str, fault: FileFault | OSError) -> str:
        path = self.folder / name
        if isinstance(fault, OSError):
            return disk_sentence(fault, path)
        return f"Övningen i {path} går inte att läsa. {fault} Filen lämnas orörd, och de andra övningarna finns kvar."

    def _refuse_hindered(self) -> None:
        hindrance = self._hindrance()
        if hindrance is not None:
            raise StoreFault(hindrance)
