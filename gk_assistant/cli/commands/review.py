"""``gk granska``: what kind each utterance is, which ruta it concerns, and what could be said instead; then the mirror.

The input is one utterance a line, or a talk written down with ``H:`` (handläggaren) and ``D:`` (deltagaren) first on
the lines; then only the handläggare's lines are judged, and the mirror of the whole talk follows.
"""

import json
import textwrap
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Mapping

from gk_assistant.cli.commands.mirroring import print_mirror
from gk_assistant.cli.commands.sorting import input_lines
from gk_assistant.cli.faults import WrongUse
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.rehearsals import Speaker
from gk_assistant.language.topics import OTHER
from gk_assistant.language.utterances import Reviewed, Reviewer, kind_names
from gk_assistant.rehearsal.transcript import is_talk, spoken

_WIDTH = 100
_INDENT = "    "
_NO_RUTA = "ingen ruta"
_UNSURE = "Osäker"


def review_lines(house: House, arguments: Namespace) -> int:
    """Judge utterances, one a line; of a talk show the mirror too, or only that where it was asked for."""
    if arguments.json and (arguments.ut is not None or arguments.format):
        raise WrongUse("--json går inte ihop med --ut eller --format. Välj ett av dem.")
    only = bool(arguments.spegel or arguments.ut is not None or arguments.format)
    text = "\n".join(line.rstrip("\r\n") for line in input_lines(arguments.fil))
    if arguments.json or not only:
        _review(house, arguments, text)
    if arguments.spegel if arguments.json else only or is_talk(text):
        print_mirror(house, arguments, text)
    return 0


def _review(house: House, arguments: Namespace, text: str) -> None:
    source = house.source(arguments.bank)
    lexicon = source.lexicon()
    reviewer = Reviewer.from_data(lexicon)
    judged = ((one.text, reviewer.review(one.text)) for one in spoken(text) if one.by is Speaker.HANDLAGGARE)
    if arguments.json:
        for said, found in judged:
            say(json.dumps(_as_json(said, found), ensure_ascii=False))
    else:
        _print_table(source.bank(), kind_names(lexicon.get("yttranden", {})), judged)


def _as_json(text: str, found: Reviewed) -> dict[str, object]:
    """Return a verdict as the promise of ``docs/kommandon.md`` has it: these keys in this order."""
    return {
        "yttrande": text,
        "typ": found.kind.value if found.kind else None,
        "ruta": found.ruta,
        "sakerhet": round(found.certainty, 2),
        "aterkoppling": found.feedback,
        "battre": found.better,
    }


def _print_table(bank: Bank, names: Mapping[str, str], judged: Iterable[tuple[str, Reviewed]]) -> None:
    titles = {ruta.id: ruta.title for ruta in bank.rutor}
    counts: Counter[str] = Counter()
    for text, found in judged:
        name = names.get(found.kind or "", _UNSURE)
        counts[name] += 1
        place = _NO_RUTA if found.ruta == OTHER else titles.get(found.ruta, found.ruta)
        _print_filled("", plain(text))
        _print_filled(_INDENT, f"{name} · {place} · säkerhet {round(found.certainty * 100)} %")
        _print_filled(_INDENT, plain(found.feedback))
        if found.better:
            _print_filled(_INDENT, f"Pröva: {plain(found.better)}")
        say()
    if counts:
        total = sum(counts.values())
        say(f"{total} {'yttrande' if total == 1 else 'yttranden'}")
        for name, count in counts.most_common():
            say(f"{_INDENT}{count} {name.lower()}")


def _print_filled(indent: str, text: str) -> None:
    for line in textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent) or [""]:
        say(line)
