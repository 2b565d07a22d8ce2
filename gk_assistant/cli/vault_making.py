"""Making a vault with its user: the passphrase chosen, the recovery key shown once, plain files taken in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gk_assistant.cli.gate import Gate, chosen_passphrase
from gk_assistant.cli.line_mode.lines import EndOfInput, Lines
from gk_assistant.cli.ports import Vaults
from gk_assistant.cli.streams import is_terminal
from gk_assistant.conversation.safekeeping import OpenVault, TakenIn

FORGETTING = (
    "Glömmer du lösenfrasen finns en enda väg till: återställningsnyckeln, som du strax får se och ska skriva av. "
    "Saknar du båda är allt i valvet borta för alltid. Då kan ingen hjälpa dig, inte heller it-avdelningen eller de "
    "som har gjort programmet."
)
VAULT = (
    "Ett valv är en mapp med krypterade filer. De öppnas bara med din lösenfras. Den som kommer över datorn eller "
    "disken kan inte läsa något, inte ens vad ärendena heter."
)
_CHOOSE = (
    "Välj en lösenfras. Fem eller sex ord som inte hör ihop är lätta att minnas och svåra att gissa. "
    "Det du skriver syns inte."
)
_VERY_WEAK = "mycket svag"
_STRONGER = (
    "Välj hellre en starkare: tryck Enter på nästa fråga. Skriv samma en gång till bara om du vill behålla den här."
)
_KEY = "Återställningsnyckeln öppnar valvet om du glömmer lösenfrasen. Den visas bara nu."
_KEEP = "Skriv av den på papper, eller skriv ut den, och lås in papperet. Förvara den inte vid datorn."
_SKIP = ("hoppa över", "hoppa over", "hoppa")
_ASK = "Skriv den sista gruppen för att visa att du har den (eller: hoppa över):"
_NOT_IT = "Det är inte den sista gruppen. Läs i det du skrev av."
_SKIPPED = (
    "Du har inte visat att du har skrivit av nyckeln. Utan den är allt i valvet borta om du glömmer lösenfrasen. "
    "En ny nyckel får du med gk valv ny-aterstallningsnyckel."
)
_GOOD = "Bra. Nyckeln visas inte igen."
_ERASED = (
    "De vanliga filerna är överskrivna och borttagna. På SSD-diskar, i säkerhetskopior och i mappar som synkas kan "
    "äldre kopior ändå finnas kvar; programmet kommer inte åt dem."
)
_ALTERNATE, _BACK = "\x1b[?1049h\x1b[2J\x1b[H", "\x1b[2J\x1b[H\x1b[?1049l"
"""To the terminal's second screen and back: what stood on it is wiped, and can't be scrolled back to."""
_LOOK_ALIKES = str.maketrans("OIL", "011")


def make_vault(lines: Lines, gate: Gate, vaults: Vaults, folder: Path, *, taking_in: bool = False) -> OpenVault:
    """Make a vault in a folder together with the user and return it open; ``taking_in`` the files there.

    Raises :class:`CommandFault` and :class:`StoreFault`; a vault made is never left open then.
    """
    passphrase = gate.given
    if passphrase is None:
        lines.say(_CHOOSE)
        passphrase = chosen_passphrase(gate.line, lambda words: _plainly(vaults.hint(words)))
    vault, recovery = vaults.create(folder, str(passphrase))
    try:
        show_recovery_key(lines, recovery, ask=gate.given is None)
        lines.say("Valvet är klart.")
        if taking_in:
            tell_taken_in(lines, vault.take_in())
    except BaseException:
        vault.close()
        raise
    return vault


def _plainly(hint: str) -> str:
    """Return a hint of a passphrase's strength; a very weak one is told which choice is the safe one."""
    return f"{hint} {_STRONGER}" if _VERY_WEAK in hint else hint


def show_recovery_key(lines: Lines, recovery: str, *, ask: bool) -> None:
    """Show a recovery key, once; with ``ask`` the user types its last group, or leaves that out."""
    with _second_screen(lines) if ask else _as_it_is():
        lines.say()
        lines.say(_KEY)
        lines.say()
        lines.paper(f"    {recovery}\n")
        lines.say()
        lines.say(_KEEP)
        confirmed = _confirmed(lines, recovery.rsplit("-", 1)[-1]) if ask else None
    if confirmed is not None:
        lines.say(_GOOD if confirmed else _SKIPPED)


def _confirmed(lines: Lines, group: str) -> bool:
    while True:
        try:
            typed = lines.ask(_ASK)
        except EndOfInput:
            return False
        if typed.strip().lower() in _SKIP:
            return False
        if typed.upper().replace(" ", "").replace("-", "").translate(_LOOK_ALIKES)[-len(group) :] == group:
            return True
        lines.say(_NOT_IT)


@contextmanager
def _second_screen(lines: Lines) -> Iterator[None]:
    """Write on the terminal's second screen, where there is one."""
    if not is_terminal() or os.name == "nt":
        yield
        return
    lines.paper(_ALTERNATE)
    try:
        yield
    finally:
        lines.paper(_BACK)


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield


def tell_taken_in(lines: Lines, taken: TakenIn) -> None:
    """Say what became of plain files."""
    if taken.cases:
        count = "Ett ärende" if taken.cases == 1 else f"{taken.cases} ärenden"
        lines.say(f"{count} ligger nu i valvet. Innehållet är läst tillbaka och jämfört. {_ERASED}")
    for words in taken.left:
        lines.say(words)
