"""``gk granska``: what kind each utterance is, which ruta it concerns, and what could be said instead.

The input is one utterance a line, or a talk written down with ``H:`` (handläggaren) and ``D:`` (deltagaren) first on
the lines; then only the handläggare's lines are judged.
"""

import json
import re
import textwrap
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from gk_assistant.cli.commands.sorting import input_lines
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.domain.bank import Bank
from gk_assistant.language.topics import OTHER
from gk_assistant.language.utterances import Reviewed, Reviewer, kind_names

_WIDTH = 100
_INDENT = "    "
_NO_RUTA = "ingen ruta"
_UNSURE = "Osäker"


@cache
def _speaker() -> re.Pattern[str]:
    return re.compile(r"\s*([HD])\s*:\s*", re.IGNORECASE)


def review_lines(house: House, arguments: Namespace) -> int:
    """Judge utterances, one a line."""
    source = house.source(arguments.bank)
    lexicon = source.lexicon()
    reviewer = Reviewer.from_data(lexicon)
    judged = ((text, reviewer.review(text)) for text in own_utterances(input_lines(arguments.fil)))
    if arguments.json:
        for text, found in judged:
            say(json.dumps(_as_json(text, found), ensure_ascii=False))
        return 0
    _print_table(source.bank(), kind_names(lexicon.get("yttranden", {})), judged)
    return 0


def own_utterances(lines: Iterable[str]) -> Iterator[str]:
    """Yield what is to be judged: every line, or once ``H:`` or ``D:`` has been met the handläggare's alone."""
    talk = False
    for line in lines:
        said = _speaker().match(line)
        talk = talk or said is not None
        text = line[said.end() :].strip() if said else line.strip()
        if text and (not talk or (said is not None and said[1] in "Hh")):
            yield text


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
