"""The first start over a folder: what a vault is, what forgetting means, and the choice, before the first note."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gk_assistant.cli.line_mode.lines import EndOfInput, Leave, Lines, Option
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.cli.streams import reads_terminal
from gk_assistant.cli.vault_making import FORGETTING, VAULT, make_vault
from gk_assistant.conversation.safekeeping import Keeping, OpenVault

_WELCOME = "Välkommen. I mappen {folder} finns inga ärenden än. Det du skriver här handlar om människors hälsa och liv."
_LIE_OPEN = (
    "I mappen {folder} ligger {count} som vanliga filer. Den som kommer åt datorn kan läsa dem. "
    "De kan flyttas in i ett valv."
)
_MAKE, _TRY, _OPEN = "skapa", "prova", "oppet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A workshop, and whether its cases are the fictive ones."""

    workshop: OpenWorkshop
    demo: bool = False


@contextmanager
def entered(house: House, arguments: Namespace, *, new: bool) -> Iterator[Entered | None]:
    """Open the session folder, by way of the first start where that is due; ``None`` when the user leaves there.

    ``new`` says that an empty folder is to be begun in: the command asked for no case that should be there.
    """
    folder = house.session_folder(arguments.sessioner)
    chosen, vault = _chosen(house, folder, new=new)
    if chosen is None:
        yield None
    elif chosen == _TRY:
        with house.demo(bank_folder=arguments.bank) as workshop:
            yield Entered(workshop=workshop, demo=True)
    else:
        with house.workshop(arguments.sessioner, bank_folder=arguments.bank, vault=vault) as workshop:
            yield Entered(workshop=workshop)


def _chosen(house: House, folder: Path, *, new: bool) -> tuple[str | None, OpenVault | None]:
    """Return what is to be opened, and the vault made for it."""
    keeping = house.keeping(folder)
    if keeping is Keeping.NONE and new:
        words = (_WELCOME.format(folder=folder), VAULT, FORGETTING)
        options: list[Option[str | None]] = [
            Option(words="Skapa ett valv", value=_MAKE),
            Option(words="Prova med påhittade ärenden", value=_TRY, remark="ingen lösenfras behövs"),
            Option(words="Sluta", value=None),
        ]
    elif keeping is Keeping.PLAIN and reads_terminal() and house.asks_for_vault:
        count = house.plain_cases(folder)
        words = (
            _LIE_OPEN.format(folder=folder, count="ett ärende" if count == 1 else f"{count} ärenden"),
            VAULT,
            FORGETTING,
        )
        options = [
            Option(words="Skapa ett valv och flytta in ärendena", value=_MAKE),
            Option(words="Fortsätt oskyddat den här gången", value=_OPEN),
            Option(words="Sluta", value=None),
        ]
    else:
        return _OPEN, None
    lines = Lines(sys.stdin, sys.stdout)
    chosen = _answer(lines, words, options)
    if chosen != _MAKE:
        return chosen, None
    return chosen, make_vault(lines, house.gate, house.vaults, folder, taking_in=keeping is Keeping.PLAIN)


def _answer(lines: Lines, words: tuple[str, ...], options: list[Option[str | None]]) -> str | None:
    for paragraph in words:
        lines.say(paragraph)
        lines.say()
    try:
        return lines.choose("Vad vill du göra?", options, empty="sluta")
    except (Leave, EndOfInput):
        return None
