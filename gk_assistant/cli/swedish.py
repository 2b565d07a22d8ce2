"""Argparse in Swedish: every sentence it can say to a user, in one table.

Argparse looks up the module names ``_`` and ``ngettext`` when it speaks; there is no other hook. They are exchanged
only while a parser is built or used, so that nothing else in the process notices.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

WORDS: dict[str, str] = {
    "usage: ": "användning: ",
    "positional arguments": "argument",
    "options": "val",
    "show this help message and exit": "visar den här hjälpen",
    "show program's version number and exit": "visar programmets version",
    "%(prog)s: error: %(message)s\n": "%(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "det här behöver också anges: %s",
    "one of the arguments %s is required": "ange ett av %s",
    "unrecognized arguments: %s": "det här känns inte igen: %s",
    "not allowed with argument %s": "går inte att ange tillsammans med %s",
    "ignored explicit argument %r": "tar inget värde, men fick %r",
    "expected one argument": "behöver ett värde",
    "expected at most one argument": "tar högst ett värde",
    "expected at least one argument": "behöver minst ett värde",
    "expected %s argument": "behöver %s värde",
    "expected %s arguments": "behöver %s värden",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan betyda flera val: %(matches)s",
    "invalid %(type)s value: %(value)r": "värdet %(value)r går inte att använda",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r finns inte, välj bland %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "%(value)r finns inte, välj bland %(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": "%(parser_name)r finns inte, välj bland %(choices)s",
    "unexpected option string: %s": "det här känns inte igen: %s",
    "can't open '%(filename)s': %(error)s": "det går inte att öppna %(filename)s",
}
"""What argparse says to a user; its sentences to programmers are left as they are."""


def _one(message: str) -> str:
    return WORDS.get(message, message)


def _counted(singular: str, plural: str, count: int) -> str:
    return _one(singular if count == 1 else plural)


@contextmanager
def swedish_words() -> Iterator[None]:
    """Let argparse speak Swedish inside the block."""
    names = vars(argparse)
    kept = {name: names[name] for name in ("_", "ngettext")}
    names.update({"_": _one, "ngettext": _counted})
    try:
        yield
    finally:
        names.update(kept)
