"""``gk icf``: the official ICF titles, from a list that the user has downloaded."""

import json
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from gk_assistant.cli.faults import CommandFault, WrongUse
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import complain, plain, say
from gk_assistant.conversation.ear import Ear
from gk_assistant.language.icf_titles import MOST_FAULTS, FaultyRow, icf_beginning

_NOTHING = "Ingen ICF-lista är inläst. Hämta listan från Socialstyrelsen eller WHO och kör gk icf las FIL."


def load_list(house: House, arguments: Namespace) -> int:
    """Load a downloaded list; its faulty rows are told and left out."""
    path = Path(arguments.fil).expanduser()
    store = house.icf()
    found = store.read(path)
    _tell_faults(found.faults)
    store.save(found.titles)
    say(f"{_titles(len(found.titles))} inlästa ur {plain(str(path))}.")
    if found.faults:
        count = len(found.faults)
        say(f"{count} {'rad' if count == 1 else 'rader'} gick inte att använda.")
    if found.sections:
        say(f"{found.sections} avsnittsrubriker hoppades över.")
    say("De visas i Reflektion, i gk sortera och med gk icf visa.")
    return 0


def show_titles(house: House, arguments: Namespace) -> int:
    """Show the titles: all, or those of a code and the codes below it, beside the program's own label."""
    ear = Ear(house.source(arguments.bank))
    titles = house.icf().load()
    wanted = "" if arguments.kod is None else icf_beginning(arguments.kod)
    if wanted is None:
        raise WrongUse(f"”{plain(arguments.kod)}” är ingen ICF-kod. En kod ser ut som b130 eller d4501.")
    rows = sorted(code for code in titles if code.startswith(wanted))
    if not titles and not (wanted and ear.icf_own_label(wanted)):
        raise CommandFault(_NOTHING)
    if wanted and not rows:
        rows = [wanted] if ear.icf_own_label(wanted) else []
    if not rows:
        raise CommandFault(f"{wanted} finns varken i den inlästa listan eller bland programmets egna koder.")
    for code in rows:
        _show(ear, code, titles, as_json=arguments.json)
    return 0


def forget_list(house: House, _arguments: Namespace) -> int:
    """Take the loaded titles away."""
    say("ICF-titlarna är borttagna." if house.icf().forget() else _NOTHING)
    return 0


def _show(ear: Ear, code: str, titles: Mapping[str, str], *, as_json: bool) -> None:
    own, title = ear.icf_own_label(code), titles.get(code, "")
    if as_json:
        say(json.dumps({"kod": code, "titel": title or None, "etikett": own or None}, ensure_ascii=False))
        return
    label = f" (programmets etikett: {own})" if own else ""
    say(f"{code}  {plain(title) or 'ingen inläst titel'}{label}")


def _tell_faults(faults: tuple[FaultyRow, ...]) -> None:
    for row in faults[:MOST_FAULTS]:
        complain(f"Rad {row.line}: {row.fault} Raden hoppas över.")
    rest = len(faults) - MOST_FAULTS
    if rest > 0:
        complain(f"… och {rest} rader till som hoppas över.")


def _titles(count: int) -> str:
    return "1 titel är" if count == 1 else f"{count} titlar är"
