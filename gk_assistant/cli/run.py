"""From a command line to an exit code; every fault is caught here, once, and told as a Swedish sentence."""

import errno
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.parser import parse
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import close_quietly, complain, prepare
from gk_assistant.conversation.ports import StoreFault

SHOW_FAULTS = "GK_FELSOK"
INTERRUPTED = 130
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def run(arguments: Sequence[str], house: House) -> int:
    """Carry out a command and return its exit code: 0 done, 1 failed, 2 wrong use, 130 interrupted."""
    prepare()
    try:
        code = _carry_out(arguments, house)
        sys.stdout.flush()
    except (CommandFault, StoreFault) as fault:
        complain(str(fault))
        return fault.code if isinstance(fault, CommandFault) else 1
    except SystemExit as end:  # argparse, after help or version
        return _flushed(end.code if isinstance(end.code, int) else 0)
    except KeyboardInterrupt:
        # After the ^C that a terminal shows.
        complain(f"{' ' if sys.stderr.isatty() else ''}Avbrutet. Allt som har sparats finns kvar.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read along has had enough, as in ``gk … | head``.
        close_quietly()
        return 0
    except Exception as error:  # noqa: BLE001  # the edge: nobody should meet a traceback
        return _unexpected(error)
    return code


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except OSError:
        close_quietly()
    return code


def _carry_out(arguments: Sequence[str], house: House) -> int:
    chosen = parse(arguments, papers=_papers)
    house.gate.take_file(chosen.losenfras_fil)
    return _command(chosen)(house, chosen)


def _papers() -> str:
    from gk_assistant.cli.commands.papers import paper_list  # noqa: PLC0415  # 2 × ``python -c pass``, for one help

    return paper_list()


def _command(  # noqa: C901, PLR0911, PLR0912  # one import each
    chosen: Namespace,
) -> Callable[[House, Namespace], int]:
    """Return a command's function; each is imported alone (papers 2, line mode 4, sorting 0.7 × ``python -c pass``)."""
    match chosen.command:
        case "sortera":
            from gk_assistant.cli.commands.sorting import sort_notes  # noqa: PLC0415

            return sort_notes
        case "foljdfragor":
            from gk_assistant.cli.commands.following import suggest_follow_ups  # noqa: PLC0415

            return suggest_follow_ups
        case "fraga":
            from gk_assistant.cli.commands import asking  # noqa: PLC0415

            return asking.answer_lines
        case "personuppgifter":
            from gk_assistant.cli.commands.identifiers import find_in_lines  # noqa: PLC0415

            return find_in_lines
        case "sprak":
            from gk_assistant.cli.commands.language import check_language  # noqa: PLC0415

            return check_language
        case "granska":
            from gk_assistant.cli.commands.review import review_lines  # noqa: PLC0415

            return review_lines
        case "lart":
            from gk_assistant.cli.commands.learning import show_learnt  # noqa: PLC0415

            return show_learnt
        case "icf":
            from gk_assistant.cli.commands import icf  # noqa: PLC0415

            return {"las": icf.load_list, "visa": icf.show_titles, "glom": icf.forget_list}[str(chosen.part)]
        case "valv":
            from gk_assistant.cli.commands import vault  # noqa: PLC0415

            return vault.COMMANDS[str(chosen.part)]
        case "ova":
            from gk_assistant.cli.commands.rehearsing import practise  # noqa: PLC0415

            return practise
        case "bank" if chosen.part == "prova":
            from gk_assistant.cli.commands.bank_try import try_persona  # noqa: PLC0415

            return try_persona
        case "bank":
            from gk_assistant.cli.commands import bank, bank_new  # noqa: PLC0415

            parts = {"kontrollera": bank.check_bank, "visa": bank.show_bank, "ny": bank_new.new_persona}
            return parts[str(chosen.part)]
        case "skriv-ut" | "exportera":
            from gk_assistant.cli.commands import exporting, papers  # noqa: PLC0415

            return papers.print_paper if chosen.command == "skriv-ut" else exporting.export_case
        case command:
            from gk_assistant.cli.commands import screens  # noqa: PLC0415

            known = {"demo": screens.open_demo, "mote": screens.open_meeting, "enkel": screens.open_lines}
            return known.get(command, screens.open_app)


def _unexpected(error: Exception) -> int:
    """Tell of a fault nobody foresaw: where it happened, never what was in the notes."""
    if isinstance(error, OSError) and error.errno in _FULL:
        close_quietly()
        complain("Disken är full: det gick inte att skriva ut. Frigör plats och försök igen.")
        return 1
    if os.environ.get(SHOW_FAULTS):
        complain("")
        traceback.print_exception(error)
        return 1
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).stem}, rad {frame.lineno}"
    complain(
        f"Något gick fel inuti programmet ({place}). Det som har sparats finns kvar. "
        f"Kör om med {SHOW_FAULTS}=1 för att se mer."
    )
    return 1
