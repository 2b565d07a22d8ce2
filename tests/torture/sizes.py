"""How long the tests run: shortened, or in full under ``make torture``."""

import os

FULL = bool(os.environ.get("GK_TORTURE"))
"""Whether the full lengths are wanted."""


def size(full: int, short: int) -> int:
    """Return the length to use."""
    return full if FULL else short
