"""What is done with kept rehearsals: listed, mirrored, played back, compared, handed to the trainer, forgotten."""

import sys
from argparse import Namespace
from collections.abc import Callable

from gk_assistant.cli.commands.rehearsing_papers import compare, group, mirror
from gk_assistant.cli.faults import CommandFault, WrongUse
from gk_assistant.cli.line_mode.lines import EndOfInput, Lines
from gk_assistant.cli.line_mode.rehearsal_words import (
    SILENCE,
    cue_lines,
    feedback_lines,
    kept_line,
    said_lines,
)
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import complain, plain, reads_terminal, say
from gk_assistant.domain.rehearsals import Rehearsal, Turn
from gk_assistant.rehearsal.practice import Practice

Deed = Callable[[House, Practice, Namespace], int]
NONE = "Du har inga sparade övningar i mappen. gk ova börjar en."


def deed_of(arguments: Namespace) -> Deed | None:
    """Return what is asked for with the kept rehearsals, ``None`` when one wants to practise."""
    known: tuple[tuple[bool, Deed], ...] = (
        (arguments.tidigare, show_kept),
        (arguments.spegel is not None, show_mirror),
        (arguments.spela is not None, play_back),
        (arguments.jamfor, show_comparison),
        (arguments.exportera is not None, export),
        (arguments.glom is not None, forget),
    )
    return next((deed for wanted, deed in known if wanted), None)


def newest_first(practice: Practice) -> tuple[Rehearsal, ...]:
    """Return the kept rehearsals in the order of their numbers, and tell which could not be read."""
    found = tuple(reversed(practice.store.all()))
    for fault in practice.store.faults():
        complain(fault)
    return found


def numbered(practice: Practice, number: int) -> Rehearsal:
    """Return a kept rehearsal by its number in the list; raises :class:`CommandFault`."""
    found = newest_first(practice)
    if not found:
        raise CommandFault(NONE)
    if not 1 <= number <= len(found):
        raise CommandFault(f"Det finns ingen övning nummer {number}. Numren står i listan som gk ova --tidigare visar.")
    return found[number - 1]


def show_kept(house: House, practice: Practice, arguments: Namespace) -> int:  # noqa: ARG001  # as every deed
    """List the kept rehearsals, the latest first."""
    found = newest_first(practice)
    for number, rehearsal in enumerate(found, 1):
        say(f"{number}. {plain(kept_line(rehearsal))}")
    say("gk ova --spegel 1 visar spegeln för den första, gk ova --spela 1 spelar upp den." if found else NONE)
    return 0


def show_mirror(house: House, practice: Practice, arguments: Namespace) -> int:
    """Show a rehearsal's mirror, or write it to a file."""
    rehearsal = numbered(practice, arguments.spegel)
    if not rehearsal.turns:
        raise CommandFault("Inget är sagt i övningen, så det finns inget att spegla.")
    return mirror(house, practice, rehearsal, arguments)


def show_comparison(house: House, practice: Practice, arguments: Namespace) -> int:
    """Show how the figures have gone over one's rehearsals; those with a code, or those without."""
    return compare(house, practice, newest_first(practice), arguments)


def show_group(house: House, arguments: Namespace) -> int:
    """Show a group's overview out of exported rehearsals; names nobody."""
    found, faults = house.read_rehearsals(arguments.grupp)
    for fault in faults:
        complain(fault)
    if not found:
        raise CommandFault(f"I {arguments.grupp} finns inga övningar. Lägg filer från gk ova --exportera där.")
    return group(house, house.practice(arguments.bank), found, arguments)


def export(house: House, practice: Practice, arguments: Namespace) -> int:
    """Write a rehearsal without its notes to a file, for the trainer."""
    if arguments.ut is None:
        raise WrongUse("Ange filen att skriva: gk ova --exportera NUMMER --ut FIL.json.")
    rehearsal = numbered(practice, arguments.exportera)
    house.save(arguments.ut, house.rehearsal_data(rehearsal), overwrite=arguments.skriv_over)
    say(f"Sparat: {plain(str(arguments.ut))}")
    say(
        "Filen innehåller allt som sades i övningen, men inga anteckningar. Lämna den bara till den som leder övningen."
    )
    return 0


def forget(house: House, practice: Practice, arguments: Namespace) -> int:  # noqa: ARG001  # as every deed
    """Take a rehearsal away for good."""
    rehearsal = numbered(practice, arguments.glom)
    practice.store.forget(rehearsal.id)
    say(f"Bortglömd: {plain(kept_line(rehearsal))}")
    return 0


def play_back(house: House, practice: Practice, arguments: Namespace) -> int:  # noqa: ARG001  # as every deed
    """Play a rehearsal back, turn by turn on Enter; all at once where nobody sits at the keyboard."""
    rehearsal = numbered(practice, arguments.spela)
    lines = Lines(sys.stdin, sys.stdout)
    lines.say(kept_line(rehearsal))
    for turn in rehearsal.turns:
        lines.say()
        for line in played(turn, rehearsal.name):
            lines.say(line)
        if reads_terminal() and turn is not rehearsal.turns[-1] and not _goes_on(lines):
            break
    return 0


def _goes_on(lines: Lines) -> bool:
    try:
        return lines.ask("Enter: nästa, slut: sluta >").strip().lower() not in ("slut", "sluta", "0", "tillbaka")
    except EndOfInput:
        return False


def played(turn: Turn, name: str) -> list[str]:
    """Return a turn as the trainer reads it: what was said, what it did, from which layer the answer came."""
    lines = [f"{turn.number}. {turn.part.value}. Du: {turn.heard.text or SILENCE}", *said_lines(turn.said, name)]
    lines += [f"  {line}" for line in feedback_lines(turn)]
    if turn.openness is not None:
        lines.append(f"  Öppenhet efteråt: {turn.openness} av 100.")
    when = {one.when_said: one.topic for one in turn.said if one.when_said}
    lines += [f"  {topic}: {words}." for words, topic in when.items()]
    lines += [f"  {line}" for line in cue_lines(turn)]
    if turn.hinted:
        lines.append("  Före repliken togs ett tips.")
    if not turn.understood:
        lines.append("  Personen förstod inte vad som menades.")
    return lines
