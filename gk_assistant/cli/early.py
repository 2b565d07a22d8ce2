"""Whether a command line will ask for a passphrase, seen before anything is imported; ``None`` when that is not sure.

Only the common ways to open the program at a terminal are known here. All others ask once they are loaded, by the same
gate. Loads nothing but the line it asks with: ``dataclasses``, ``typing`` or ``contextlib`` would each take longer than
all that is done here.
"""

import os
import sys

from gk_assistant.cli.secret_line import SecretLine

HEADERS = ("valv", "valv.forra")
"""The files that make a folder a vault (``storage/vault/names.py``, which this floor can't see; a test compares)."""

_USUAL_FOLDER = "sessions"
_VALUED = ("--sessioner", "--bank")
_FLAGS = ("--pilar",)
_WORDS = {"": (0, 0), "mote": (1, 1), "enkel": (0, 1), "ova": (0, 1)}
"""How many words, at least and at most, follow each command."""


def foreseen(arguments: list[str]) -> bool | None:
    """Return whether the vault that a command line opens will be shown on a screen; ``None`` when none is opened.

    ``None`` also when it is not sure.
    """
    found = _read(arguments)
    if found is None or not SecretLine().at_terminal:
        return None
    command, folder = found
    place = os.path.expanduser(folder)  # noqa: PTH111  # pathlib costs a third of ``python -c pass``
    if not any(os.path.isfile(os.path.join(place, name)) for name in HEADERS):  # noqa: PTH113, PTH118
        return None
    return command != "enkel" and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb", "")


def _read(arguments: list[str]) -> tuple[str, str] | None:
    """Return the command (empty for none) and the session folder of a well-formed command line."""
    words: list[str] = []
    folder, rest = _USUAL_FOLDER, iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name in _VALUED:
            given = value if equals else next(rest, "")
            if not given or given.startswith("-"):
                return None
            folder = given if name == "--sessioner" else folder
        elif argument.startswith("-") and argument not in _FLAGS:
            return None
        elif not argument.startswith("-"):
            words.append(argument)
    command, count = (words[0], len(words) - 1) if words else ("", 0)
    least, most = _WORDS.get(command, (1, 0))
    if not least <= count <= most or ("--pilar" in arguments and command != "enkel"):
        return None
    return command, folder
