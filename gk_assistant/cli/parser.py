"""The command line: every command with its arguments and its help."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from gk_assistant import __version__
from gk_assistant.cli.faults import WrongUse
from gk_assistant.cli.rehearsal_parser import add_rehearsal_commands, add_try_command
from gk_assistant.cli.swedish import swedish_words
from gk_assistant.cli.vault_parser import add_vault_commands

FILE_FORMATS = ("pdf", "docx", "html", "markdown", "text")
FORMATS = ("terminal", *FILE_FORMATS)

_ABOUT = "Samtalsstöd för gemensam kartläggning mellan Försäkringskassan och Arbetsförmedlingen."
_END = "Utan kommando öppnas programmet över mappen ./sessions. Allt sparas medan du arbetar."
_CASE = "ärendets etikett, eller början av den"


class Parser(argparse.ArgumentParser):
    """An argument parser that raises :class:`WrongUse` and takes part of its help when it is asked for."""

    def __init__(self, *, more: Callable[[], str] | None = None, **settings: Any) -> None:  # noqa: ANN401  # argparse's own
        """Make a parser; ``more`` gives the help's last part, so that nothing is imported for it before."""
        settings.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        # From Python 3.14 on argparse would colour its help.
        vars(self)["color"] = False
        self.more = more
        self.add_argument("-h", "--help", "--hjalp", action="help", help="visar den här hjälpen")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, as one sentence with the way to the help."""
        raise WrongUse(f"{message[:1].upper()}{message[1:]} (hjälp: {self.prog} --help).")

    def format_help(self) -> str:
        """Return the help, its last part included."""
        if self.more is not None:
            self.epilog = self.more()
        return super().format_help()


def parse(arguments: Sequence[str], *, papers: Callable[[], str]) -> argparse.Namespace:
    """Read a command line; raises :class:`WrongUse`, and :class:`SystemExit` after help or version.

    ``papers`` describes the papers, for the help of ``skriv-ut``.
    """
    with swedish_words():
        return build(papers).parse_args(arguments)


def build(papers: Callable[[], str]) -> Parser:
    """Return the whole parser."""
    parser = Parser(prog="gk", description=_ABOUT, epilog=_END)
    parser.add_argument("--version", action="version", version=f"gk {__version__}", help="visar programmets version")
    _folders(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="KOMMANDO", title="kommandon", prog="gk")
    _screens(commands)
    add_rehearsal_commands(commands, _command)
    _paper_commands(commands, papers)
    _language_commands(commands)
    _learning_commands(commands)
    _icf_commands(commands)
    _bank_commands(commands)
    add_vault_commands(_command(commands, "valv", "valvet: lösenfras, säkerhetskopia, kontroll och spår"), _command)
    return parser


_Commands = Any  # argparse keeps the type of its subparsers to itself


def _command(commands: _Commands, name: str, about: str, **settings: Any) -> Parser:  # noqa: ANN401  # argparse's own
    parser: Parser = commands.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.", **settings)
    _folders(parser, default=argparse.SUPPRESS)
    return parser


def _folders(parser: Parser, *, default: str | None) -> None:
    """Take the folders before and after the command's name."""
    parser.add_argument(
        "--sessioner", metavar="KATALOG", type=Path, default=default, help="mappen med ärenden (annars ./sessions)"
    )
    parser.add_argument(
        "--bank", metavar="KATALOG", type=Path, default=default, help="mapp med kontorets egen frågebank"
    )
    parser.add_argument(
        "--losenfras-fil", metavar="FIL", type=Path, default=default, help="läser valvets lösenfras ur en privat fil"
    )


def _screens(commands: _Commands) -> None:
    _command(commands, "demo", "öppnar programmet med påhittade ärenden i en tillfällig mapp")
    meeting = _command(commands, "mote", "går direkt till ärendets nästa möte")
    meeting.add_argument("arende", metavar="ÄRENDE", help=_CASE)
    plain = _command(commands, "enkel", "radläge: hela mötet som vanliga rader, för skärmläsare och enkla terminaler")
    plain.add_argument("arende", metavar="ÄRENDE", nargs="?", help=_CASE)
    plain.add_argument("--pilar", action="store_true", help="välj med piltangenter i stället för siffror")


def _paper_commands(commands: _Commands, papers: Callable[[], str]) -> None:
    paper = _command(commands, "skriv-ut", "skriver ut ett papper, i terminalen eller till en fil", more=papers)
    paper.add_argument("dokument", metavar="DOKUMENT", help="vilket papper, se nedan")
    paper.add_argument("arende", metavar="ÄRENDE", help=_CASE)
    paper.add_argument(
        "--format",
        metavar="FORMAT",
        choices=FORMATS,
        help="pdf, docx, html, markdown, text eller terminal (annars efter filens ändelse)",
    )
    paper.add_argument("--ut", metavar="FIL", type=Path, help="skriv till en fil i stället för terminalen")
    paper.add_argument("--mote", metavar="MÖTE", help="vilket möte, till exempel GK1 (annars det senaste)")
    paper.add_argument("--skriv-over", action="store_true", help="ersätt filen om den redan finns")
    paper.add_argument(
        "--sprak",
        metavar="KOD",
        nargs="?",
        const="",
        help="med kod: papperet på ett annat språk, till exempel en; utan: alla råd om språket",
    )
    whole = _command(commands, "exportera", "skriver hela ärendet till en mapp: alla papper, kalender och uppgifter")
    whole.add_argument("arende", metavar="ÄRENDE", help=_CASE)
    whole.add_argument("--ut", metavar="KATALOG", type=Path, required=True, help="mappen att skriva till")
    whole.add_argument(
        "--format",
        metavar="FORMAT",
        action="append",
        choices=FILE_FORMATS,
        help="pdf, docx, html, markdown eller text; får upprepas (annars pdf, docx och text)",
    )
    whole.add_argument(
        "--sprak",
        metavar="KOD",
        action="append",
        help="deltagarens papper på ett språk till, bredvid de svenska, till exempel en; får upprepas",
    )
    whole.add_argument("--skriv-over", action="store_true", help="skriv även om mappen inte är tom")
    whole.add_argument(
        "--med-personuppgifter", action="store_true", help="skriv även om det finns personnummer, telefon eller e-post"
    )


def _language_commands(commands: _Commands) -> None:
    sort = _command(commands, "sortera", "sorterar anteckningar under de fyra rubrikerna")
    sort.add_argument("fil", metavar="FIL", nargs="?", help="en anteckning per rad, med eller utan ”ruta<tabb>” först")
    sort.add_argument("--json", action="store_true", help="ett JSON-objekt per rad")
    follow = _command(commands, "foljdfragor", "visar de följdfrågor som en anteckning leder till")
    follow.add_argument("ruta", metavar="RUTA", nargs="?", help="rutans id, titel eller tangent")
    follow.add_argument("note", metavar="ANTECKNING", nargs="?", help="anteckningen, inom citattecken")
    follow.add_argument("--fil", metavar="FIL", help="många anteckningar, ”ruta<tabb>anteckning” per rad")
    follow.add_argument("--json", action="store_true", help="ett JSON-objekt per anteckning")
    ask = _command(commands, "fraga", "visar hur en rad förstås: anteckning, begäran eller metodfråga med svar")
    ask.add_argument("text", metavar="TEXT", nargs="?", help="raden, inom citattecken; annars en rad i taget ur stdin")
    ask.add_argument("--json", action="store_true", help="ett JSON-objekt per rad")
    own = _command(commands, "personuppgifter", "hittar personnummer, telefon, e-post och troliga namn i text")
    own.add_argument("fil", metavar="FIL", nargs="?", help="textfilen; annars läses rader ur standard in")
    own.add_argument("--json", action="store_true", help="ett JSON-objekt per rad")

    check = _command(commands, "sprak", "mäter hur lättläst en text är och ger råd om orden")
    check.add_argument("fil", metavar="FIL", nargs="?", help="textfilen; annars läses texten ur standard in")
    check.add_argument("--papper", action="store_true", help="mäter programmets egna ord i deltagarens papper")
    check.add_argument("--json", action="store_true", help="ett JSON-objekt för hela texten, eller ett per papper")

    judge = _command(
        commands, "granska", "bedömer dina egna frågor och repliker: sort, ruta och ett öppnare sätt att säga"
    )
    judge.add_argument(
        "fil", metavar="FIL", nargs="?", help="ett yttrande per rad, eller ett samtal med H: och D: först"
    )
    judge.add_argument("--json", action="store_true", help="ett JSON-objekt per yttrande")
    judge.add_argument("--spegel", action="store_true", help="bara samtalets spegel: mått, styrkor och saker att pröva")
    judge.add_argument("--namn", metavar="NAMN", help="deltagarens förnamn, så att det hörs när du använder det")
    judge.add_argument(
        "--format",
        metavar="FORMAT",
        choices=FORMATS,
        help="spegeln och hela samtalet som pdf, docx, html, markdown, text eller terminal",
    )
    judge.add_argument("--ut", metavar="FIL", type=Path, help="skriv spegeln till en fil i stället för terminalen")
    judge.add_argument("--skriv-over", action="store_true", help="ersätt filen om den redan finns")


def _learning_commands(commands: _Commands) -> None:
    learnt = _command(commands, "lart", "visar vad programmet har lärt sig av dina rättelser, och glömmer det")
    learnt.add_argument("--json", action="store_true", help="ett JSON-objekt per rättelse")
    back = learnt.add_mutually_exclusive_group()
    back.add_argument("--glom", metavar="NUMMER", type=int, help="tar tillbaka rättelsen med numret")
    back.add_argument("--glom-allt", action="store_true", help="tar tillbaka alla rättelser")


def _icf_commands(commands: _Commands) -> None:
    icf = _command(commands, "icf", "läser in ICF:s officiella titlar ur en fil som du har hämtat")
    parts = icf.add_subparsers(dest="part", metavar="VAD", title="kommandon", required=True, prog="gk icf")
    load = _command(parts, "las", "läser in listan och visar sedan titlarna bredvid koderna")
    load.add_argument("fil", metavar="FIL", help="CSV eller annan texttabell med en kolumn Kod och en kolumn Titel")
    show = _command(parts, "visa", "visar de inlästa titlarna, eller dem under en kod")
    show.add_argument("kod", metavar="KOD", nargs="?", help="till exempel b130; koder under den visas också")
    show.add_argument("--json", action="store_true", help="ett JSON-objekt per kod")
    _command(parts, "glom", "tar bort de inlästa titlarna")


def _bank_commands(commands: _Commands) -> None:
    bank = _command(commands, "bank", "kontrollerar eller visar frågebanken")
    parts = bank.add_subparsers(dest="part", metavar="VAD", title="kommandon", required=True, prog="gk bank")
    check = _command(parts, "kontrollera", "letar fel i frågebanken och säger hur de rättas")
    check.add_argument("--mapp", metavar="KATALOG", type=Path, help="kontorets egen frågebank")
    new = _command(parts, "ny", "gör en mall att fylla i: en ny persona att öva på")
    new.add_argument("slag", metavar="persona", choices=("persona",), help="vad som ska göras")
    new.add_argument("namn", metavar="NAMN", help="personans förnamn, som också blir filens namn")
    new.add_argument("--mapp", metavar="KATALOG", type=Path, help="kontorets egen frågebank")
    add_try_command(parts, _command)
    show = _command(parts, "visa", "visar rutorna, eller en ruta med frågor och följdfrågor")
    show.add_argument("ruta", metavar="RUTA", nargs="?", help="rutans id, titel eller tangent")
    show.add_argument("--mapp", metavar="KATALOG", type=Path, help="kontorets egen frågebank")
