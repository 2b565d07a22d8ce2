"""Where the cases are: the user's own folder, the fictive ones that ship, and a throw-away copy of those."""

import atexit
import shutil
import tempfile
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.storage.case_file import ENDING
from gk_assistant.storage.disk import Disk, write_new
from gk_assistant.storage.sentences import disk_sentence

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
