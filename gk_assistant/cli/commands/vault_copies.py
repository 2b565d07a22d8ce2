"""``gk valv``: copies made and taken back, a case cleaned, and the trail of what was done."""

import json
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from gk_assistant.cli.choosing import matching
from gk_assistant.cli.commands.vault_keys import opened
from gk_assistant.cli.faults import CommandFault, WrongUse
from gk_assistant.cli.gate import asked
from gk_assistant.cli.line_mode.lines import EndOfInput, Leave, Lines
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.conversation.safekeeping import Keeping, OpenVault
from gk_assistant.conversation.standing import WrongSecret

_COPY_PROMPT = "Säkerhetskopians lösenfras eller återställningsnyckel: "
_NOTHING = "Allt i kopian är likadant i valvet. Inget har ändrats."
_UNTOUCHED = "Inget har ändrats."
_WHAT = "Ange säkerhetskopian, eller --forra ÄRENDE för ett ärendes förra version (hjälp: gk valv aterstall --help)."
_BUSY_FOLDER = "I {folder} ligger annat redan. Ange en tom mapp med --sessioner."


def back_up(house: House, arguments: Namespace) -> int:
    """Put the whole vault in one encrypted file that is read back."""
    with opened(house, arguments) as vault:
        _tell(vault.back_up(arguments.fil.expanduser()))
    return 0


def restore(house: House, arguments: Namespace) -> int:
    """Take back cases out of a backup, or one case's former state."""
    if (arguments.fil is None) == (arguments.forra is None):
        raise WrongUse(_WHAT)
    if arguments.forra is not None:
        return _former(house, arguments)
    source = arguments.fil.expanduser()
    folder = house.session_folder(arguments.sessioner)
    keeping = house.keeping(folder)
    if keeping is Keeping.VAULT:
        return _into_vault(house, arguments, source)
    if keeping is not Keeping.NONE:
        raise CommandFault(_BUSY_FOLDER.format(folder=folder))
    return _into_empty(house, arguments, source, folder)


def _into_empty(house: House, arguments: Namespace, source: Path, folder: Path) -> int:
    secret = _secret_of_copy(house)
    _tell(house.vaults.preview(source, secret).words)
    if not _sure(arguments, f"Ska valvet återställas i {folder}?"):
        return 0
    _tell(house.vaults.restore(source, secret, folder))
    return 0


def _into_vault(house: House, arguments: Namespace, source: Path) -> int:
    with opened(house, arguments) as vault:
        secret: str | None = None
        try:
            preview = vault.preview(source, None)
        except WrongSecret:
            secret = _secret_of_copy(house)
            preview = vault.preview(source, secret)
        _tell(preview.words)
        wanted = _named(preview.differing, arguments.arende)
        if not wanted:
            say(_NOTHING)
            return 0
        labels = ", ".join(plain(preview.differing[case_id]) for case_id in wanted)
        say(f"Det som nu står i valvet om {labels} blir den förra versionen och går att hämta tillbaka.")
        if _sure(arguments, f"Ska {labels} hämtas ur kopian?"):
            count = vault.bring_back(source, secret, wanted)
            say(f"{'Ett ärende' if count == 1 else f'{count} ärenden'} är hämtade ur säkerhetskopian.")
    return 0


def _named(cases: Mapping[str, str], labels: Sequence[str] | None) -> list[str]:
    """Return the ids of the cases with some labels, of all of them without any; raises :class:`CommandFault`."""
    if labels is None:
        return list(cases)
    return [_one(cases, label) for label in labels]


def _one(cases: Mapping[str, str], label: str) -> str:
    found = [case_id for case_id in cases if case_id == label] or matching(cases, label, lambda known: (cases[known],))
    if len(found) != 1:
        listed = ", ".join(plain(known) for known in cases.values()) or "inga"
        raise CommandFault(f"”{plain(label)}” pekar inte ut ett ärende. Ärendena här är {listed}.")
    return found[0]


def _former(house: House, arguments: Namespace) -> int:
    with opened(house, arguments) as vault:
        case_id = _one(vault.labels(), arguments.forra)
        former = vault.former(case_id)
        say(f"{plain(former.label)}: den förra versionen har {_notes(len(former.notes))}.")
        say(_present(vault, case_id))
        if _sure(arguments, "Ska den förra versionen hämtas tillbaka?"):
            vault.restore_previous(case_id)
            say("Den förra versionen är hämtad. Det som stod där innan är nu den förra versionen.")
    return 0


def _present(vault: OpenVault, case_id: str) -> str:
    damaged = next((row for row in vault.shelf().damaged if row.case_id == case_id), None)
    if damaged is not None:
        return f"Det som ligger i valvet nu går inte att läsa. {damaged.fault}"
    return f"Det som ligger i valvet nu har {_notes(len(vault.load(case_id).notes))}."


def clean(house: House, arguments: Namespace) -> int:
    """Take an exported case out of the vault and give a receipt."""
    with opened(house, arguments) as vault:
        labels = vault.labels()
        case_id = _one(labels, arguments.arende)
        hindrance = vault.hindrance_to_clean(case_id)
        if hindrance is not None:
            raise CommandFault(hindrance)
        say("Ärendet tas bort ur valvet: alla anteckningar, planer och tidigare versioner. Det går inte att ångra.")
        if _sure(arguments, f"Ska {plain(labels[case_id])} rensas?"):
            _tell(vault.clean(case_id))
    return 0


def show_trail(house: House, arguments: Namespace) -> int:
    """Show the trail, the oldest line first."""
    with opened(house, arguments) as vault:
        entries, labels = vault.entries(), vault.labels()
    for entry in entries:
        if not arguments.json:
            say(plain(entry.told(labels.get)))
            continue
        row = {
            "tid": entry.at.isoformat(),
            "handling": entry.deed.value,
            "arende": entry.case_id,
            "roll": entry.role.value if entry.role is not None else None,
            "papper": entry.what or None,
            "form": entry.form or None,
        }
        say(json.dumps(row, ensure_ascii=False))
    if not entries and not arguments.json:
        say("Spåret är tomt.")
    return 0


def _secret_of_copy(house: House) -> str:
    return house.gate.given or asked(house.gate.line, _COPY_PROMPT)


def _sure(arguments: Namespace, question: str) -> bool:
    """Ask for a Ja, unless it was given beforehand; say so when nothing is done."""
    if arguments.ja:
        return True
    try:
        sure = Lines(sys.stdin, sys.stdout).yes(question)
    except (EndOfInput, Leave):
        sure = None
    if not sure:
        say(_UNTOUCHED)
    return bool(sure)


def _tell(words: Sequence[str]) -> None:
    for line in words:
        say(plain(line))


def _notes(count: int) -> str:
    return "en anteckning" if count == 1 else f"{count} anteckningar"
