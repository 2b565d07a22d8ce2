"""The cases on disk: one TinyDB file a case, each save one atomic write, nothing ever overwritten unseen."""

import contextlib
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from gk_assistant.conversation.case_rows import last_touched
from gk_assistant.conversation.ports import DamagedCase, Shelf, StoreFault
from gk_assistant.domain.cases import Case
from gk_assistant.storage.case_file import ENDING, Unsaveable, surrogate_sentence, to_document, usable_id
from gk_assistant.storage.case_files import CaseFiles
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.folder_lock import FolderLock
from gk_assistant.storage.json_storage import Codec, FileFault, NewerFile, PlainCodec
from gk_assistant.storage.sentences import disk_sentence

_RESTORABLE = "Den förra versionen går att läsa. Välj att hämta tillbaka den; den skadade filen läggs då undan."
_LEFT_ALONE = "Filen lämnas orörd. Lägg tillbaka den från en säkerhetskopia, eller flytta den ur mappen."
_UPDATE = "Filen lämnas orörd. Öppna den med en nyare version av programmet."


def _local_time() -> datetime:
    return datetime.now(UTC).astimezone()


class TinyCaseStore:
    """Cases in a folder, as :class:`~gk_assistant.conversation.ports.CaseStore`.

    The file is named by the case's id alone. Beside it lies the former state (``.forra``), and sometimes a file put
    aside (``.undan-…``): one that another program wrote under ours, or a damaged one that was replaced on the user's
    word. Loading never falls back to either by itself.
    """

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime] = _local_time,
        disk: Disk | None = None,
        codec: Codec | None = None,
    ) -> None:
        """Stand ready at a folder; it is made, and locked, when it is first to be written in."""
        self.folder = folder
        self._now = now
        disk = disk or Disk()
        self._files = CaseFiles(folder, disk=disk, codec=codec or PlainCodec())
        self._lock = FolderLock(folder, disk)
        self._turn = threading.RLock()

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved, or ``None``; takes the lock when it is free."""
        with self._turn:
            return self._lock.hindrance()

    def shelf(self) -> Shelf:
        """Return every case, latest changed first, and the bad files; raises :class:`StoreFault` for the folder only.

        Only files that have changed since they were last read are read again.
        """
        with self._turn:
            try:
                names = self._files.names()
            except OSError as error:
                raise StoreFault(disk_sentence(error, self.folder)) from error
            cases: list[Case] = []
            damaged: list[DamagedCase] = []
            for name in names:
                try:
                    cases.append(self._files.read(name.removesuffix(ENDING)))
                except FileNotFoundError:
                    continue
                except FileFault as fault:
                    damaged.append(DamagedCase(file=name, fault=str(fault), cure=self._cure(name, fault)))
                except OSError as error:
                    words = disk_sentence(error, self.folder / name)
                    damaged.append(DamagedCase(file=name, fault=words, cure="Filen lämnas orörd."))
            cases.sort(key=_last_touched, reverse=True)
            return Shelf.of(cases, tuple(damaged))

    def load(self, case_id: str) -> Case:
        """Return one case as it is on disk now; raises :class:`StoreFault`."""
        with self._turn:
            try:
                return self._files.read(case_id)
            except FileNotFoundError:
                raise StoreFault(f"Ärendet {case_id} finns inte i {self.folder}.") from None
            except FileFault as fault:
                name = case_id[:64] + ENDING
                raise StoreFault(f"{name} går inte att öppna. {fault} {self._cure(name, fault)}") from None
            except OSError as error:
                raise StoreFault(disk_sentence(error, self._files.path(case_id))) from error

    def save(self, case: Case) -> None:
        """Put a case on disk; it has reached it when this returns. Raises :class:`StoreFault`."""
        with self._turn:
            self._prepare(case.id)
            try:
                document = to_document(case)
                self._guard(case.id)
                self._files.write(case, document)
            except Unsaveable as fault:
                raise StoreFault(str(fault)) from None
            except UnicodeEncodeError as error:
                raise StoreFault(surrogate_sentence(error)) from None
            except OSError as error:
                raise StoreFault(disk_sentence(error, self.folder)) from error

    def restore_previous(self, case_id: str) -> Case:
        """Take back a case's former state and return it; raises :class:`StoreFault`.

        A readable present state becomes the former one, so that the step can be taken back; a damaged one is put
        aside. A file of a newer format is left alone.
        """
        with self._turn:
            self._prepare(case_id)
            try:
                case = self._files.read_previous(case_id)
            except FileNotFoundError:
                raise StoreFault("Det finns ingen förra version att hämta tillbaka.") from None
            except FileFault as fault:
                raise StoreFault(f"Den förra versionen går inte att läsa. {fault}") from None
            except OSError as error:
                raise StoreFault(disk_sentence(error, self.folder)) from error
            if self._readable(case_id):
                self.save(case)
            else:
                self._replace_damaged(case)
            return case

    def close(self) -> None:
        """Let go of the lock and of what is in memory."""
        with self._turn:
            self._lock.release()
            self._files.forget()

    def _prepare(self, case_id: str) -> None:
        if not usable_id(case_id):
            raise StoreFault("Ärendets id kan inte vara namn på en fil: bara a–z, 0–9, - och _ går bra.")
        hindrance = self._lock.hindrance()
        if hindrance is not None:
            raise StoreFault(hindrance)

    def _guard(self, case_id: str) -> None:
        """See to it that a save covers nothing unseen; raises :class:`StoreFault` and :class:`OSError`.

        A file never read here must be readable. One changed since by somebody else is put aside and then replaced,
        because the words just written down must not be lost; unless a newer program wrote it.
        """
        if self._files.as_last_seen(case_id):
            return
        seen_before = self._files.seen(case_id)
        try:
            self._files.read(case_id)
        except NewerFile as fault:
            raise StoreFault(f"{fault} {_UPDATE}") from None
        except FileFault as fault:
            if not seen_before:
                name = case_id + ENDING
                raise StoreFault(f"{name} går inte att spara över. {fault} {self._cure(name, fault)}") from None
        if seen_before:
            self._files.put_aside(case_id, self._now())

    def _readable(self, case_id: str) -> bool:
        """Whether the present state can be read; raises :class:`StoreFault` when it is not ours to touch."""
        try:
            self._files.read(case_id)
        except NewerFile as fault:
            raise StoreFault(f"{fault} {_UPDATE}") from None
        except (FileFault, FileNotFoundError):
            return False
        except OSError as error:
            raise StoreFault(disk_sentence(error, self._files.path(case_id))) from error
        return True

    def _replace_damaged(self, case: Case) -> None:
        """Put a damaged file aside, if there is one, and write a case without touching its former state."""
        try:
            with contextlib.suppress(FileNotFoundError):
                self._files.put_aside(case.id, self._now())
            self._files.write(case, to_document(case), keep_previous=False)
        except OSError as error:
            raise StoreFault(disk_sentence(error, self.folder)) from error

    def _cure(self, name: str, fault: FileFault) -> str:
        if isinstance(fault, NewerFile):
            return _UPDATE
        case_id = name.removesuffix(ENDING)
        if not usable_id(case_id):
            return _LEFT_ALONE
        try:
            self._files.read_previous(case_id)
        except (FileFault, OSError):
            return _LEFT_ALONE
        return _RESTORABLE


def _last_touched(case: Case) -> tuple[float, str]:
    return last_touched(case), case.id
