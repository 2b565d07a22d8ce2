"""The rows of ``gk ova`` and ``gk bank prova`` in the parser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from gk_assistant.cli.faults import WrongUse

FORMS: Final = ("pdf", "docx", "html", "markdown", "text")
_ABOUT = "öva samtalet med en påhittad person, och se det i en spegel efteråt"
_MOST_TURNS = 500
_Add = Callable[..., Any]


def add_rehearsal_commands(commands: Any, command: _Add) -> None:  # noqa: ANN401  # argparse keeps these types to itself
    """Add ``gk ova``; ``command`` adds one with its name and what it does."""
    own = command(commands, "ova", _ABOUT)
    own.add_argument("persona", metavar="PERSONA", nargs="?", help="personans namn eller id; utan: välj i en lista")
    own.add_argument("--fro", metavar="TAL", type=_whole, help="samma tal och samma repliker ger samma samtal")
    own.add_argument("--svarighet", choices=("latt", "vanlig", "svar"), help="hur lätt personen öppnar sig")
    own.add_argument("--ruta", metavar="RUTA", help="öva på en enda ruta")
    own.add_argument("--turer", metavar="TAL", type=_turns, help="hur många repliker du har (annars hur många du vill)")
    own.add_argument(
        "--aterkoppling",
        choices=("direkt", "dold", "efterat"),
        help="efter varje replik, på begäran eller först i spegeln",
    )
    own.add_argument(
        "--kod", metavar="KOD", default="", help="en kod du själv hittar på, för att jämföra dina övningar"
    )
    own.add_argument("--enkel", action="store_true", help="radläge, för skärmläsare och enkla terminaler")
    _kept(own.add_mutually_exclusive_group())
    own.add_argument("--format", metavar="FORMAT", choices=FORMS, help="spegelns eller jämförelsens form i en fil")
    own.add_argument("--ut", metavar="FIL", type=Path, help="skriv till en fil")
    own.add_argument("--skriv-over", action="store_true", help="ersätt filen om den redan finns")


def _kept(deed: Any) -> None:  # noqa: ANN401
    """Add what is done to rehearsals that are kept; one at a time."""
    deed.add_argument("--lista", action="store_true", help="visar personerna: vem, vad man övar på, svårighet")
    deed.add_argument("--tidigare", action="store_true", help="visar dina sparade övningar med nummer")
    deed.add_argument("--fortsatt", metavar="NUMMER", type=_whole, help="fortsätter en övning som inte är klar")
    deed.add_argument("--spegel", metavar="NUMMER", type=_whole, help="visar en övnings spegel, eller skriver den")
    deed.add_argument("--spela", metavar="NUMMER", type=_whole, help="spelar upp en övning replik för replik")
    deed.add_argument("--jamfor", action="store_true", help="jämför dina övningar över tid, eller dem med en kod")
    deed.add_argument("--exportera", metavar="NUMMER", type=_whole, help="skriver en övning till en JSON-fil med --ut")
    deed.add_argument("--grupp", metavar="KATALOG", type=Path, help="en grupps översikt, utan namn, ur sådana filer")
    deed.add_argument("--glom", metavar="NUMMER", type=_whole, help="tar bort en övning för alltid")


def add_try_command(parts: Any, command: _Add) -> None:  # noqa: ANN401
    """Add ``gk bank prova`` to the parts of ``gk bank``."""
    trying = command(parts, "prova", "prövar en persona på rader ur en fil och visar varför den svarar som den gör")
    trying.add_argument("persona", metavar="PERSONA", help="personans namn eller id")
    trying.add_argument("--fil", metavar="FIL", help="ett yttrande per rad; annars läses standard in")
    trying.add_argument("--fro", metavar="TAL", type=_whole, default=1, help="talet som svaren följer (annars 1)")
    trying.add_argument(
        "--svarighet", choices=("latt", "vanlig", "svar"), default="vanlig", help="hur lätt den öppnar sig"
    )
    trying.add_argument("--mapp", metavar="KATALOG", type=Path, help="kontorets egen frågebank")
    trying.add_argument("--json", action="store_true", help="ett JSON-objekt per yttrande")


def _whole(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise WrongUse(f"”{text}” är inget helt tal från 0 och uppåt.")
    return number


def _turns(text: str) -> int:
    number = _whole(text)
    if not 1 <= number <= _MOST_TURNS:
        raise WrongUse(f"Ange mellan 1 och {_MOST_TURNS} repliker.")
    return number
