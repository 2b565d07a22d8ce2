"""The mirror of a talk written down, for ``gk granska``: in the terminal, as a file, or as a JSON object."""

import json
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from gk_assistant.cli.commands.papers import form_for, tell_identifiers, write_out
from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.documents.forms import TERMINAL
from gk_assistant.documents.leaving import identifiers_in
from gk_assistant.documents.spegel import spegel
from gk_assistant.domain.mirrors import Measure, Mirror, Remark
from gk_assistant.rehearsal.hearing import TraineeEar
from gk_assistant.rehearsal.mirror import mirror_of
from gk_assistant.rehearsal.transcript import rehearsal_of


def print_mirror(house: House, arguments: Namespace, text: str) -> None:
    """Show the mirror of a talk, or write it to the file that was asked for with the whole talk last.

    Nothing is shown of an empty text. Raises :class:`CommandFault` when an empty text was to become a file.
    """
    source, now = house.source(arguments.bank), datetime.now(UTC).astimezone()
    bank = source.bank()
    hearer = TraineeEar.from_data(source.lexicon(), rutor=bank.rutor)
    title = Path(arguments.fil).stem if arguments.fil not in (None, "-") else ""
    rehearsal = rehearsal_of(text, hearer, begun=now, title=title, name=arguments.namn or "")
    if not rehearsal.turns:
        if arguments.ut is not None:
            raise CommandFault("Det finns inget samtal att spegla. Skriv ett yttrande per rad.")
        return
    mirror = mirror_of(rehearsal, bank=bank)
    if arguments.json:
        say(json.dumps(told_mirror(mirror), ensure_ascii=False))
        return
    in_full = arguments.ut is not None or bool(arguments.format)
    document = spegel(mirror, bank=bank, now=now, rehearsal=rehearsal if in_full else None)
    form = form_for(arguments)
    if in_full:
        tell_identifiers([seen for seen in identifiers_in([document]) if seen.weighty])
    if arguments.ut is not None:
        house.save(arguments.ut, house.in_form(document, form), overwrite=arguments.skriv_over)
        say(f"Sparat: {plain(str(arguments.ut))}")
    elif form == TERMINAL:
        house.show(document)
    else:
        write_out(house, document, form)


def told_mirror(mirror: Mirror) -> dict[str, object]:
    """Return a mirror as the promise of ``docs/kommandon.md`` has it: one key, and these in it in this order."""
    return {
        "spegel": {
            "turer": mirror.turns,
            "osakra": mirror.unsure,
            "sorter": {kind.value: count for kind, count in mirror.kinds},
            "matt": [_measure(one) for one in mirror.measures],
            "styrkor": [_remark(one) for one in mirror.strengths],
            "prova": [{**_remark(one), "battre": one.better} for one in mirror.tries],
            "rutor": {one.ruta: one.turns for one in mirror.rutor},
        }
    }


def _measure(one: Measure) -> dict[str, object]:
    return {
        "id": one.id,
        "namn": one.name,
        "varde": one.value,
        "tal": None if one.number is None else round(one.number, 3),
        "riktmarke": one.guide,
        "lage": one.stands.value,
    }


def _remark(one: Remark) -> dict[str, object]:
    return {"id": one.id, "text": one.words, "tur": one.turn, "citat": one.quote}
