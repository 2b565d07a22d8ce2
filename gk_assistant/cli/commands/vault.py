"""``gk valv``: which part does what."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import Final

from gk_assistant.cli.commands import vault_copies, vault_keys
from gk_assistant.cli.ports import House

COMMANDS: Final[Mapping[str, Callable[[House, Namespace], int]]] = {
    "skapa": vault_keys.create,
    "byt-losen": vault_keys.change_passphrase,
    "ny-aterstallningsnyckel": vault_keys.renew_recovery_key,
    "las": vault_keys.tell_lock,
    "kontrollera": vault_keys.check,
    "sakerhetskopiera": vault_copies.back_up,
    "aterstall": vault_copies.restore,
    "rensa": vault_copies.clean,
    "spar": vault_copies.show_trail,
}
