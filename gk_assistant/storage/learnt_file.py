"""What has been learnt, as one private file beside the cases."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.learnt import Learnt
from gk_assistant.storage.case_file import surrogate_sentence
from gk_assistant.storage.disk import Disk, Signature, put
from gk_assistant.storage.json_storage import Codec, FileFault, PlainCodec
from gk_assistant.storage.sentences import disk_sentence

FILE_NAME = ".gk-lart"
FORMAT = 1
"""The version this program writes and the newest it understands."""


class _Content(msgspec.Struct, frozen=True):
    """The file: its format, and the lessons."""

    format: int
    lart: Learnt


class LearntFile:
    """What has been learnt in a session folder, as :class:`~gk_assistant.conversation.ports.LearntStore`.

    The name begins with a full stop, so that no case is looked for in it. No former state is kept: what the user takes
    back is gone.
    """

    def __init__(
        self,
        folder: Path,
        *,
        hindrance: Callable[[], str | None] = lambda: None,
        disk: Disk | None = None,
        codec: Codec | None = None,
    ) -> None:
        """Stand ready at a folder; ``hindrance`` says why nothing may be saved there now, as its lock does."""
        self.path = folder / FILE_NAME
        self._hindrance = hindrance
        self._disk = disk or Disk()
        self._codec = codec or PlainCodec()
        self._seen: tuple[Signature, Learnt] | None = None

    def load(self) -> Learnt:
        """Return what has been learnt; parsed only when the file has changed. Raises :class:`StoreFault`."""
        try:
            signature = self._disk.signature(self.path)
            if self._seen is None or self._seen[0] != signature:
                self._seen = signature, self._read()
        except (FileNotFoundError, NotADirectoryError):
            return Learnt()
        except OSError as error:
            raise StoreFault(disk_sentence(error, self.path)) from error
        return self._seen[1]

    def save(self, learnt: Learnt) -> None:
        """Put it on disk, wholly or not at all; raises :class:`StoreFault`."""
        hindrance = self._hindrance()
        if hindrance is not None:
            raise StoreFault(hindrance)
        self.load()  # a file that can't be read is not written over
        try:
            plain = msgspec.json.format(msgspec.json.encode(_Content(format=FORMAT, lart=learnt)), indent=1) + b"\n"
            self._disk.make_folder(self.path.parent)
            put(self._disk, self.path, self._codec.encode(plain))
            self._seen = self._disk.signature(self.path), learnt
        except UnicodeEncodeError as error:
            raise StoreFault(surrogate_sentence(error)) from None
        except OSError as error:
            self._seen = None
            raise StoreFault(disk_sentence(error, self.path)) from error

    def _read(self) -> Learnt:
        try:
            content = msgspec.json.decode(self._codec.decode(self._disk.read(self.path)), type=_Content)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, FileFault):
            raise StoreFault(
                f"Det inlärda i {self.path} går inte att läsa, och sorteringen klarar sig utan. "
                "Filen lämnas orörd. Ta bort den för att börja om."
            ) from None
        if content.format > FORMAT or any(lesson.at.tzinfo is None for lesson in content.lart.lessons):
            raise StoreFault(
                f"Det inlärda i {self.path} är sparat av en annan version av programmet. Filen lämnas orörd."
            )
        return content.lart
