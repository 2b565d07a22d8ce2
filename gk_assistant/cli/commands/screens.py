"""``gk``, ``gk demo``, ``gk mote`` and ``gk enkel``: on the screen where there is one, else line by line."""

import sys
from argparse import Namespace

from gk_assistant.cli.choosing import find_case
from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.first_start import entered
from gk_assistant.cli.line_mode.lines import Lines
from gk_assistant.cli.line_mode.locked_lines import LOCKS, LockedLines
from gk_assistant.cli.line_mode.whole import LineMode
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.cli.streams import complain, is_terminal, reads_terminal

_NO_SCREEN = "Terminalen kan inte visa programmets skärm. Radläget öppnas i stället."
_NOBODY = "Det finns ingen terminal att visa programmet i. Använd gk enkel, som läser rader från standard in."


def open_app(house: House, arguments: Namespace) -> int:
    """Open the program over the session folder."""
    _refuse_nobody()
    with entered(house, arguments, new=True) as found:
        return 0 if found is None else _screen_or_lines(house, found.workshop, demo=found.demo)


def open_demo(house: House, arguments: Namespace) -> int:
    """Open the program over fictive cases in a throw-away folder."""
    with house.demo(bank_folder=arguments.bank) as workshop:
        return _screen_or_lines(house, workshop, demo=True)


def open_meeting(house: House, arguments: Namespace) -> int:
    """Go straight into a case's next meeting."""
    with entered(house, arguments, new=False) as found:
        if found is None:
            return 0
        case = find_case(found.workshop.desk.shelf(), arguments.arende)
        return _screen_or_lines(house, found.workshop, start=case.id)


def open_lines(house: House, arguments: Namespace) -> int:
    """Hold the whole meeting in line mode."""
    with entered(house, arguments, new=arguments.arende is None) as found:
        if found is None:
            return 0
        shelf = found.workshop.desk.shelf
        start = find_case(shelf(), arguments.arende).id if arguments.arende is not None else None
        return _lines(house, found.workshop, start=start, arrows=arguments.pilar)


def _screen_or_lines(house: House, workshop: OpenWorkshop, *, start: str | None = None, demo: bool = False) -> int:
    if is_terminal():
        house.draw(workshop, start=start, demo=demo)
        return 0
    _refuse_nobody()
    complain(_NO_SCREEN)
    return _lines(house, workshop, start=start, into_talk=start is not None)


def _refuse_nobody() -> None:
    """Refuse before anything is asked where neither a screen can be drawn nor a line be typed."""
    if not reads_terminal():
        raise CommandFault(_NOBODY)


def _lines(
    house: House, workshop: OpenWorkshop, *, start: str | None, arrows: bool = False, into_talk: bool = False
) -> int:
    arrows = arrows and is_terminal()
    if workshop.safe is None:
        lines = Lines(sys.stdin, sys.stdout, arrows=arrows)
    else:
        lines = LockedLines(sys.stdin, sys.stdout, safe=workshop.safe, gate=house.gate, arrows=arrows)
        lines.say(LOCKS)
    for words in workshop.remarks:
        lines.say(words)
    return LineMode(house, workshop, lines).run(start, into_talk=into_talk)
