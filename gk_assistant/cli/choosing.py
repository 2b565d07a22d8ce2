"""From what was typed to the case, the ruta or the paper that was meant."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from gk_assistant.cli.faults import CommandFault, WrongUse
from gk_assistant.cli.streams import plain
from gk_assistant.conversation.ports import Shelf
from gk_assistant.domain.bank import Bank, Ruta
from gk_assistant.domain.cases import Case
from gk_assistant.language.text import fold

_Thing = TypeVar("_Thing")
_MOST_LISTED = 20


def find_case(shelf: Shelf, wanted: str) -> Case:
    """Return the case with an id, a label, or a label that alone begins so.

    Raises :class:`CommandFault`, and :class:`StoreFault` when it cannot be opened.
    """
    by_id = [row for row in shelf.rows if row.id == wanted]
    found = by_id or matching(shelf.rows, wanted, lambda row: (row.label,))
    if len(found) == 1:
        return shelf.opener(found[0].id)
    if found:
        labels = _listed(f"{row.label} ({row.id})" for row in found)
        raise CommandFault(f"Flera ärenden passar på ”{plain(wanted)}”: {labels}. Skriv mer av etiketten, eller id.")
    if not shelf.rows:
        raise CommandFault("Det finns inga ärenden i mappen än. Skapa ett med gk eller gk enkel.")
    labels = _listed(row.label for row in shelf.rows)
    raise CommandFault(f"Inget ärende heter ”{plain(wanted)}”. Ärendena i mappen är {labels}.")


def find_ruta(bank: Bank, wanted: str) -> Ruta:
    """Return a ruta by id, key, title or the beginning of its title; raises :class:`WrongUse`."""
    ruta = known_ruta(bank, wanted)
    if ruta is None:
        raise WrongUse(f"Rutan ”{plain(wanted)}” finns inte. Rutorna är {_listed(ruta.id for ruta in bank.rutor)}.")
    return ruta


def known_ruta(bank: Bank, wanted: str) -> Ruta | None:
    """Return a ruta by id, key, title or the beginning of its title, ``None`` when no single one is meant."""
    try:
        return bank.ruta(wanted.strip())
    except KeyError:
        pass
    by_key = bank.by_key(wanted.strip().lower()) if len(wanted.strip()) == 1 else None
    if by_key is not None:
        return by_key
    found = matching(bank.rutor, wanted, lambda ruta: (ruta.title, ruta.short, ruta.id))
    return found[0] if len(found) == 1 else None


def matching(things: Iterable[_Thing], wanted: str, names: Callable[[_Thing], Sequence[str]]) -> list[_Thing]:
    """Return the things of exactly a name, else those that begin so, else those with a word that does.

    Case and å ä ö are told apart no more than needed.
    """
    things = list(things)
    word = _folded(wanted)
    if not word:
        return []
    same = [thing for thing in things if wanted.strip().casefold() in (name.casefold() for name in names(thing))]
    if same:
        return same
    folded = [(thing, [_folded(name) for name in names(thing)]) for thing in things]
    exact = [thing for thing, own in folded if word in own]
    begins = [thing for thing, own in folded if any(name.startswith(word) for name in own)]
    within = [thing for thing, own in folded if any(re.search(rf"\b{re.escape(word)}", name) for name in own)]
    return exact or begins or within


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _listed(names: Iterable[str]) -> str:
    shown = [plain(name) for name in names]
    if len(shown) > _MOST_LISTED:
        shown = [*shown[:_MOST_LISTED], f"och {len(shown) - _MOST_LISTED} till"]
    return ", ".join(shown)
