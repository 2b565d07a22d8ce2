"""Whether a command line will ask for a passphrase, seen before anything is imported; ``None`` when that is not sure.

Only the common ways to open the program at a terminal are known here. All others ask once they are loaded, by the same
gate. Loads nothing but the line it asks with.
"""

import os
import sys
from dataclasses import dataclass

from gk_assistant.cli.secret_line import SecretLine

HEADERS = ("valv", "valv.forra")
"""The files that make a folder a vault (``storage/vault/names.py``, which this floor can't see; a test compares)."""

_USUAL_FOLDER = "sessions"
_VALUED = ("--sessioner", "--bank")
_FLAGS = ("--pilar",)
_MOST_WORDS = {"": 0, "mote": 1, "enkel": 1}
_LEAST_WORDS = {"mote": 1}


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A command that opens a vault; ``draws`` says that a screen will be drawn."""

    draws: bool


def foreseen(arguments: list[str]) -> Foreseen | None:
    """Return what a command line will open a vault for, ``None`` when it won't, or when it is not sure."""
    found = _read(arguments)
    if found is None or not SecretLine().at_terminal:
        return None
    command, folder = found
    place = os.path.expanduser(folder)  # noqa: PTH111  # pathlib costs a third of ``python -c pass``
    if not any(os.path.isfile(os.path.join(place, name)) for name in HEADERS):  # noqa: PTH113, PTH118
        return None
    draws = command != "enkel" and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb", "")
    return Foreseen(draws)


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
    if command not in _MOST_WORDS or not _LEAST_WORDS.get(command, 0) <= count <= _MOST_WORDS[command]:
        return None
    return None if "--pilar" in arguments and command != "enkel" else (command, folder)
