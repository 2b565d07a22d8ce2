"""The papers of practising: a mirror, one's rehearsals over time, a group; in the terminal or as a file."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime

from gk_assistant.cli.commands.papers import form_for
from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.documents.forms import FORMS, TERMINAL
from gk_assistant.documents.jamforelse import gruppoversikt, jamforelse
from gk_assistant.documents.model import Document
from gk_assistant.documents.spegel import spegel
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.rehearsal.comparing import Held, over_time, overview
from gk_assistant.rehearsal.practice import Practice


def mirror_text(house: House, practice: Practice, rehearsal: Rehearsal, now: datetime) -> str:
    """Return a rehearsal's mirror as plain text."""
    return house.text(spegel(practice.mirror(rehearsal), bank=practice.bank, now=now))


def mirror(house: House, practice: Practice, rehearsal: Rehearsal, arguments: Namespace) -> int:
    """Show a rehearsal's mirror, or write it to a file, with the whole talk last."""
    now = datetime.now().astimezone()
    whole = rehearsal if arguments.ut is not None else None
    return _out(house, spegel(practice.mirror(rehearsal), bank=practice.bank, now=now, rehearsal=whole), arguments)


def compare(house: House, practice: Practice, kept: Sequence[Rehearsal], arguments: Namespace) -> int:
    """Show the figures of the rehearsals with a code over time; without a code, with that of the latest one."""
    held = _held(practice, kept)
    if not held:
        raise CommandFault("Det finns ingen övning att jämföra än. gk ova börjar en.")
    code = " ".join(plain(arguments.kod).split()) or held[0].rehearsal.trainee
    over = over_time(held, code)
    return _out(house, jamforelse(over, bank=practice.bank, now=datetime.now().astimezone()), arguments)


def group(house: House, practice: Practice, kept: Sequence[Rehearsal], arguments: Namespace) -> int:
    """Show a group's overview, without names."""
    found = overview(_held(practice, kept), bank=practice.bank)
    return _out(house, gruppoversikt(found, bank=practice.bank, now=datetime.now().astimezone()), arguments)


def _held(practice: Practice, kept: Sequence[Rehearsal]) -> tuple[Held, ...]:
    return tuple(Held(rehearsal=one, mirror=practice.mirror(one)) for one in kept if one.turns)


def _out(house: House, document: Document, arguments: Namespace) -> int:
    """Show a paper in the terminal, or write it to the file or the stream that was asked for."""
    form = form_for(arguments)
    if arguments.ut is not None:
        house.save(arguments.ut, house.in_form(document, form), overwrite=arguments.skriv_over)
        say(f"Sparat: {plain(str(arguments.ut))}")
    elif form == TERMINAL:
        house.show(document)
    elif FORMS[form].binary:
        sys.stdout.flush()
        sys.stdout.buffer.write(house.in_form(document, form))
    else:
        sys.stdout.write(house.in_form(document, form).decode())
    return 0
