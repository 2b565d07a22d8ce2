"""All that the first screen imports, for a program that is loaded while a passphrase is typed.

Textual imports its driver, layouts and scrollbars only once they are used: a sixth of the time from Enter to the first
paint.
"""

import contextlib
import importlib
import sys
from typing import Final

import gk_assistant.tui.app
import gk_assistant.tui.screens.cases  # noqa: F401

_LATER: Final = (
    "secrets",
    "zipfile",
    "importlib.readers",
    "textual._xterm_parser",
    "textual.drivers.windows_driver" if sys.platform == "win32" else "textual.drivers.linux_driver",
    "textual.layouts.factory",
    "textual.layouts.horizontal",
    "textual.layouts.stream",
    "textual.pilot",
    "textual.scrollbar",
)
"""Left out without harm where a later Textual has them elsewhere."""

for _name in _LATER:
    with contextlib.suppress(ImportError):
        importlib.import_module(_name)
