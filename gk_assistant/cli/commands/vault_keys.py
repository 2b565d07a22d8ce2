"""``gk valv``: the vault made, its keys changed, its lock told of, its files checked."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.gate import chosen_passphrase, secret_in
from gk_assistant.cli.line_mode.lines import Lines
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import complain, say
from gk_assistant.cli.vault_making import FORGETTING, VAULT, make_vault, show_recovery_key
from gk_assistant.conversation.safekeeping import RECOVERY, Keeping, OpenVault
from gk_assistant.conversation.trail import Deed

_ALREADY = "I {folder} finns redan ett valv. Öppna det med gk, eller byt lösenfras med gk valv byt-losen."
_NONE = "I {folder} finns inget valv. Skapa ett med gk valv skapa."
_ADDED = "Lösenfrasen är tillagd. Valvet öppnas nu med var och en av {count} lösenfraser."
_CHANGED = "Lösenfrasen är bytt. Den gamla öppnar inte valvet längre."
_COPIES = "Säkerhetskopior som redan är gjorda öppnas fortfarande med den lösenfras som gällde då."
_REMOVED = "Lösenfrasen som du öppnade med öppnar inte valvet längre."
_NOT_BY_KEY = "Du öppnade med återställningsnyckeln. Öppna med den lösenfras som ska tas bort."
_NEW_KEY = "Den gamla återställningsnyckeln öppnar ingenting längre."


@contextmanager
def opened(house: House, arguments: Namespace) -> Iterator[OpenVault]:
    """Open the session folder's vault for a command and close it afterwards; what is noticed is said on stderr."""
    folder = existing(house, arguments)
    vault = house.gate.enter(house.vaults, folder)
    try:
        yield vault
    finally:
        vault.close()


def existing(house: House, arguments: Namespace) -> Path:
    """Return the session folder, which has a vault; raises :class:`CommandFault`."""
    folder = house.session_folder(arguments.sessioner)
    if house.keeping(folder) is not Keeping.VAULT:
        raise CommandFault(_NONE.format(folder=folder))
    return folder


def create(house: House, arguments: Namespace) -> int:
    """Make a vault, and take in the cases that lie in the folder."""
    folder = house.session_folder(arguments.sessioner)
    keeping = house.keeping(folder)
    if keeping is Keeping.VAULT:
        raise CommandFault(_ALREADY.format(folder=folder))
    lines = Lines(sys.stdin, sys.stdout)
    if house.gate.given is None:
        for words in (VAULT, FORGETTING):
            lines.say(words)
            lines.say()
    vault = make_vault(lines, house.gate, house.vaults, folder, taking_in=keeping is Keeping.PLAIN)
    vault.close()
    return 0


def change_passphrase(house: House, arguments: Namespace) -> int:
    """Change the passphrase, add one, or take away the one that opens the vault now."""
    with opened(house, arguments) as vault:
        _refuse_read_only(vault)
        keys = vault.keys
        if arguments.ta_bort:
            if keys.opened_by is None or keys.opened_by.kind == RECOVERY:
                raise CommandFault(_NOT_BY_KEY)
            keys.remove_passphrase(keys.opened_by.id)
            say(_REMOVED)
        else:
            chosen = secret_in(arguments.ny_fil) if arguments.ny_fil is not None else None
            if chosen is None:
                chosen = str(chosen_passphrase(house.gate.line, house.vaults.hint))
            if arguments.lagg_till:
                keys.add_passphrase(chosen)
                say(_ADDED.format(count=sum(slot.kind != RECOVERY for slot in keys.slots)))
            else:
                keys.change_passphrase(chosen)
                say(_CHANGED)
        say(_COPIES)
        vault.record(Deed.SECRET_CHANGED)
    return 0


def renew_recovery_key(house: House, arguments: Namespace) -> int:
    """Make a new recovery key and show it, once."""
    with opened(house, arguments) as vault:
        _refuse_read_only(vault)
        recovery = vault.keys.new_recovery_key()
        show_recovery_key(Lines(sys.stdin, sys.stdout), recovery, ask=house.gate.given is None)
        say(_NEW_KEY)
        vault.record(Deed.SECRET_CHANGED)
    return 0


def tell_lock(house: House, arguments: Namespace) -> int:
    """Say whether a program has the vault open: one program can't lock another."""
    say(house.vaults.lock_state(existing(house, arguments)))
    return 0


def check(house: House, arguments: Namespace) -> int:
    """Read every file of the vault; exit code 1 when anything is wrong."""
    with opened(house, arguments) as vault:
        found = vault.check()
    for words in found.remarks:
        say(words)
    for words in found.faults:
        say(words)
    count = "ett ärende" if found.cases == 1 else f"{found.cases} ärenden"
    if found.faults:
        complain(f"Valvet har fel, se ovan. Det som är helt, {count}, går att öppna som vanligt.")
        return 1
    say(f"Valvet är helt: {count}, och varje fil är läst.")
    return 0


def _refuse_read_only(vault: OpenVault) -> None:
    if vault.read_only is not None:
        raise CommandFault(vault.read_only)
