"""The gate before a vault: a passphrase or the recovery key, typed, or read from a private file."""

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.secret_line import PROMPT, Aside, NoLine, SecretLine
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.safekeeping import RECOVERY, OpenVault
from gk_assistant.conversation.standing import WrongSecret, wait_after

_Opened = TypeVar("_Opened")
_LARGEST = 64 * 1024
_NONE_GIVEN = "Valvet behöver en lösenfras. Skriv den när programmet frågar, eller ange --losenfras-fil FIL."
_NOT_THE_SAME = "De två var inte lika. Börja om."
_EMPTY = "Lösenfrasen är tom. Välj några ord."
_FORGOTTEN = "Du öppnade med återställningsnyckeln. Välj en ny lösenfras nu, så gäller den i stället för den gamla."
_FORGOTTEN_QUIETLY = "Du öppnade med återställningsnyckeln. Byt lösenfras med gk valv byt-losen."
_LATER = "Ingen ny lösenfras valdes. Den gamla gäller. Byt den med gk valv byt-losen."
_RENEWED = "Den nya lösenfrasen gäller från och med nu. Återställningsnyckeln är densamma som förut."


class Opener(Protocol):
    """What the gate needs of the vaults."""

    def open(self, folder: Path, secret: str) -> OpenVault:
        """Open a vault; raises :class:`WrongSecret`."""
        ...

    def hint(self, passphrase: str) -> str:
        """Return how strong a passphrase is and an advice."""
        ...


class Gate:
    """Asks until the vault opens. A wrong answer costs a longer and longer wait; a script has one try."""

    def __init__(
        self,
        *,
        line: SecretLine | None = None,
        typed: str | None = None,
        when_open: Callable[[], None] = lambda: None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Ask at ``line``; ``typed`` was typed already, while the program was loaded.

        ``when_open`` lets what is typed show again, when the vault has been opened or will not be.
        """
        self.line = line or SecretLine()
        self._typed = typed
        self._when_open = when_open
        self._sleep = sleep
        self._file: Path | None = None

    def take_file(self, path: Path | None) -> None:
        """Read every secret from the first line of a file instead of asking."""
        self._file = path

    @property
    def given(self) -> str | None:
        """The secret of the file, where there is one; raises :class:`CommandFault`."""
        return None if self._file is None else secret_in(self._file)

    def enter(self, vaults: Opener, folder: Path, *, aside: bool = False) -> OpenVault:
        """Return the vault of a folder, open; ``aside`` leaves standard in alone, since it is a command's data.

        Raises :class:`CommandFault`, :class:`StoreFault` and :class:`KeyboardInterrupt`.
        """
        given = self.given
        if given is not None:
            return vaults.open(folder, given)
        line = Aside() if aside else self.line
        try:
            with line.hush():
                vault = self._until_open(line, lambda secret: vaults.open(folder, secret))
                self._renew(line, vaults, vault)
        finally:
            self._when_open()
        return vault

    def unlock(self, unlock: Callable[[str], None]) -> None:
        """Ask until a locked vault is open again."""
        with self.line.hush():
            self._until_open(self.line, unlock)

    def _until_open(self, line: SecretLine, opener: Callable[[str], _Opened]) -> _Opened:
        wrong = 0
        while True:
            secret, self._typed = self._typed or asked(line, PROMPT), None
            if not secret.strip():
                if not line.at_terminal:
                    raise CommandFault(_NONE_GIVEN)
                continue
            try:
                return opener(secret)
            except WrongSecret as fault:
                if not line.at_terminal:
                    raise
                wrong += 1
                wait = wait_after(wrong)
                line.tell(f"{fault} Vänta {_seconds(wait)}.")
                self._sleep(wait)

    def _renew(self, line: SecretLine, vaults: Opener, vault: OpenVault) -> None:
        """Offer a new passphrase to whoever came in by the recovery key."""
        opened_by = vault.keys.opened_by
        if opened_by is None or opened_by.kind != RECOVERY or vault.read_only is not None:
            return
        if not line.at_terminal:
            line.tell(_FORGOTTEN_QUIETLY)
            return
        line.tell(_FORGOTTEN)
        chosen = chosen_passphrase(line, vaults.hint, may_skip=True)
        if chosen is None:
            line.tell(_LATER)
            return
        try:
            vault.keys.change_passphrase(chosen)
        except StoreFault as fault:
            line.tell(str(fault))
        else:
            line.tell(_RENEWED)


def chosen_passphrase(line: SecretLine, hint: Callable[[str], str], *, may_skip: bool = False) -> str | None:
    """Ask for a new passphrase twice, with a hint of its strength between; ``None`` when it was left out."""
    with line.hush():
        while True:
            first = asked(line, f"Ny lösenfras{' (tom rad: hoppa över)' if may_skip else ''}: ")
            if not first.strip():
                if may_skip:
                    return None
                if not line.at_terminal:
                    raise CommandFault(_EMPTY)
                line.tell(_EMPTY)
                continue
            line.tell(hint(first))
            again = asked(line, "Skriv den en gång till (tom rad: välj en annan): ")
            if again == first:
                return first
            if again.strip():
                if not line.at_terminal:
                    raise CommandFault(_NOT_THE_SAME)
                line.tell(_NOT_THE_SAME)


def asked(line: SecretLine, prompt: str) -> str:
    """Return a secret line; raises :class:`CommandFault` when the input has ended."""
    try:
        return line.ask(prompt)
    except NoLine:
        raise CommandFault(_NONE_GIVEN) from None


def secret_in(path: Path) -> str:
    """Return the first line of a private file; raises :class:`CommandFault` when others can read it."""
    try:
        with path.expanduser().open("rb") as file:
            found = os.fstat(file.fileno())
            if os.name != "nt" and stat.S_IMODE(found.st_mode) & 0o077:
                raise CommandFault(
                    f"Andra på datorn kan läsa {path}. Gör filen privat först (chmod 600) och försök igen."
                )
            words = file.read(_LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandFault(f"Filen {path} är inte skriven i UTF-8.") from None
    except OSError:
        raise CommandFault(f"Filen {path} med lösenfrasen går inte att läsa.") from None
    secret = words.split("\n", 1)[0].rstrip("\r")
    if not secret.strip():
        raise CommandFault(f"Första raden i {path} är tom. Där ska lösenfrasen stå.")
    return secret


def _seconds(count: int) -> str:
    return "en sekund" if count == 1 else f"{count} sekunder"
