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
from gk_assistant.documents.model import Document
from gk_assistant.documents.spegel import spegel
from gk_assistant.domain.rehearsals import Rehearsal
from gk_assistant.rehearsal.practice import Practice


def mirror_text(house: House, practice: Practice, rehearsal: Rehearsal, now: datetime) -> str:
    """Return a rehearsal's mirror as plain text."""
    return house.text(spegel(practice.mirror(rehearsal), bank=practice.bank, now=now))


def mirror(house: House, practice: Practice, rehearsal: Rehearsal, arguments: Namespace) -> int:
    """Show a rehearsal's mirror, or write it to a file, with the whole talk last."""
    now = datetime.now().astimezone()
    whole = rehearsal if arguments.ut is not None else None
    return _out(house, spegel(practice.mirror(rehearsal), bank=practice.bank, now=now, rehearsal=whole), arguments)


def compare(
    house: House,  # noqa: ARG001
    practice: Practice,  # noqa: ARG001
    kept: Sequence[Rehearsal],  # noqa: ARG001
    arguments: Namespace,  # noqa: ARG001
) -> int:
    """Show the figures of the rehearsals with a code, over time."""
    raise CommandFault("Jämförelsen finns inte än.")


def group(
    house: House,  # noqa: ARG001
    practice: Practice,  # noqa: ARG001
    kept: Sequence[Rehearsal],  # noqa: ARG001
    arguments: Namespace,  # noqa: ARG001
) -> int:
    """Show a group's overview."""
    raise CommandFault("Översikten finns inte än.")


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
