"""Where the cases are: the user's own folder, the fictive ones that ship, and a throw-away copy of those."""

import atexit
import shutil
import tempfile
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.safekeeping import Keeping
from gk_assistant.storage.case_file import ENDING, usable_id
from gk_assistant.storage.disk import Disk, write_new
from gk_assistant.storage.sentences import disk_sentence
from gk_assistant.storage.vault.names import JOURNAL_ENDING, is_vault

GOING: Final = ".gk-tas-bort"
"""What stands after the name of a plain file that lies in the vault too and is about to go."""
_LEARNT = ".gk-lart"
REHEARSAL: Final = ".gk-ovning-"
"""How the name of a plain file with a rehearsal begins."""
USUAL_FOLDER = "sessions"
EXAMPLES = "exempel"


def session_folder(chosen: str | Path | None = None) -> Path:
    """Return the folder named by ``--sessioner`` (``~`` is the home folder), else ``./sessions``; makes nothing."""
    return Path(chosen).expanduser() if chosen else Path(USUAL_FOLDER)


def example_cases() -> Traversable:
    """Return the folder of the fictive cases: in the wheel, else beside the package; raises :class:`StoreFault`."""
    bank = files("question_bank")
    in_wheel = bank / EXAMPLES
    if in_wheel.is_dir():
        return in_wheel
    if isinstance(bank, Path):
        in_checkout = bank.parent / USUAL_FOLDER / EXAMPLES
        if in_checkout.is_dir():
            return in_checkout
    raise StoreFault("De fiktiva ärendena följde inte med programmet. Installera om det.")


def demo_folder(*, disk: Disk | None = None) -> Path:
    """Copy the fictive cases to a private folder of their own, which goes when the program ends.

    Raises :class:`StoreFault`.
    """
    disk = disk or Disk()
    examples = example_cases()
    try:
        folder = Path(tempfile.mkdtemp(prefix="gk-demo-"))
    except OSError as error:
        raise StoreFault(disk_sentence(error, Path(tempfile.gettempdir()))) from error
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    try:
        for example in examples.iterdir():
            if example.name.endswith(ENDING):
                write_new(disk, folder / example.name, example.read_bytes())
    except OSError as error:
        raise StoreFault(disk_sentence(error, folder)) from error
    return folder


def keeping(folder: Path) -> Keeping:
    """Return how the cases of a folder are kept; raises :class:`StoreFault` when it cannot be looked into."""
    if is_vault(folder):
        return Keeping.VAULT
    try:
        names = Disk().names(folder)
    except FileNotFoundError:
        return Keeping.NONE
    except OSError as error:
        raise StoreFault(disk_sentence(error, folder)) from error
    if any(name.endswith(JOURNAL_ENDING) for name in names):
        return Keeping.HEADLESS
    return Keeping.PLAIN if any(map(_is_case_file, names)) else Keeping.NONE


def plain_files(folder: Path) -> list[str]:
    """Return the names of all files in a folder that hold words of cases and lie open, sorted."""
    try:
        names = Disk().names(folder)
    except OSError:
        return []
    return sorted(name for name in names if _holds_words(name))


def plain_cases(folder: Path) -> int:
    """Return how many cases lie in a folder as plain files."""
    return sum(map(_is_case_file, plain_files(folder)))


def _is_case_file(name: str) -> bool:
    return name.endswith(ENDING) and not name.startswith(".") and usable_id(name.removesuffix(ENDING))


def _holds_words(name: str) -> bool:
    """Whether a name is that of a plain case, of what was learnt, of a rehearsal, or of a file about to go."""
    return _is_case_file(name) or name == _LEARNT or is_rehearsal_file(name) or name.endswith(GOING)


def is_rehearsal_file(name: str) -> bool:
    """Whether a name is that of a plain rehearsal, whole or half written."""
    return name.startswith((REHEARSAL, f".{REHEARSAL}"))
