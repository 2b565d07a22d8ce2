"""The rows of ``gk valv`` in the parser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

_Add = Callable[..., Any]


def add_vault_commands(vault: Any, command: _Add) -> None:  # noqa: ANN401  # argparse keeps these types to itself
    """Add every part of ``gk valv``; ``command`` adds one with its name and what it does."""
    parts = vault.add_subparsers(dest="part", metavar="VAD", title="kommandon", required=True, prog="gk valv")
    command(parts, "skapa", "skapar ett valv i mappen och flyttar in ärenden som ligger där")
    change = command(parts, "byt-losen", "byter lösenfras, eller lägger till eller tar bort en")
    which = change.add_mutually_exclusive_group()
    which.add_argument("--lagg-till", action="store_true", help="en lösenfras till, till exempel för en kollega")
    which.add_argument("--ta-bort", action="store_true", help="tar bort lösenfrasen som du öppnar valvet med")
    change.add_argument("--ny-fil", metavar="FIL", type=Path, help="läser den nya lösenfrasen ur en privat fil")
    command(parts, "ny-aterstallningsnyckel", "gör en ny återställningsnyckel; den gamla slutar gälla")
    command(parts, "las", "visar om något program har valvet öppet, och hur det låses")
    command(parts, "kontrollera", "läser alla filer och säger vad som är fel och vad som hjälper")
    keep = command(parts, "sakerhetskopiera", "skriver hela valvet till en krypterad fil och läser tillbaka den")
    keep.add_argument("fil", metavar="FIL", type=Path, help="filen att skriva, eller mappen att skriva i")
    back = command(parts, "aterstall", "hämtar tillbaka ärenden ur en säkerhetskopia, eller ett ärendes förra version")
    back.add_argument("fil", metavar="FIL", type=Path, nargs="?", help="säkerhetskopian")
    back.add_argument("--forra", metavar="ÄRENDE", help="ärendets förra version, ur valvet självt")
    back.add_argument("--arende", metavar="ÄRENDE", action="append", default=None, help="bara det ärendet ur kopian")
    back.add_argument("--ja", action="store_true", help="gör det utan att fråga")
    clean = command(parts, "rensa", "tar bort ett exporterat ärende ur valvet, med kvitto")
    clean.add_argument("arende", metavar="ÄRENDE", help="ärendets etikett, eller början av den")
    clean.add_argument("--ja", action="store_true", help="gör det utan att fråga")
    trail = command(parts, "spar", "visar vem som öppnat, skrivit ut, exporterat och rensat")
    trail.add_argument("--json", action="store_true", help="ett JSON-objekt per rad")
