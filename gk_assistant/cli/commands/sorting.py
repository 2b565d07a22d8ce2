"""``gk sortera``: the sorting on its own, for trying out and for other programs."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from gk_assistant.cli.choosing import known_ruta
from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import complain, plain, reads_terminal, say
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.notes import Heading, Mark, Sorting, sign_of

NO_RUTA = ("", "ovrigt", "övrigt")
"""What a line may say in place of a ruta when it belongs to none."""

_TOLD_MARKS = (Mark.FUNGERAR, Mark.HINDER, Mark.BEHOV)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of the input with where its note belongs. ``ruta`` is an id, or ``None``."""

    ruta: str | None
    note: str
    sorting: Sorting
    mark: Mark


def sort_notes(house: House, arguments: Namespace) -> int:
    """Sort notes, one a line, under the headings."""
    source = house.source(arguments.bank)
    learner = house.learner(arguments.sessioner) if arguments.sessioner is not None else None
    bank, ear = source.bank(), Ear(source, learner=learner, icf_titles=lambda: _titles(house))
    lines = (
        _sorted(bank, ear, number, line) for number, line in enumerate(input_lines(arguments.fil), 1) if line.strip()
    )
    if arguments.json:
        for line in lines:
            say(json.dumps(_as_json(line, ear.icf_titles), ensure_ascii=False))
    else:
        _print_table(bank, ear, list(lines))
    remark = learner.remark() if learner is not None else ""
    if remark:
        complain(remark)
    return 0


def _titles(house: House) -> Mapping[str, str]:
    """Return the official ICF titles, and go on without those that can't be read."""
    try:
        return house.icf().load()
    except StoreFault as fault:
        complain(str(fault))
        return {}


def input_lines(file: str | None) -> Iterator[str]:
    """Yield the lines of a file, or of stdin; raises :class:`CommandFault`, also for what is not UTF-8."""
    if file is None or file == "-":
        if reads_terminal():
            complain("Skriv en anteckning per rad och avsluta med Ctrl+D.")
        yield from _checked(sys.stdin, "Det som lästes in")
        return
    try:
        with closing(Path(file).open(encoding="utf-8-sig", errors="surrogateescape", newline="\n")) as stream:
            yield from _checked(stream, f"Filen {plain(file)}")
    except FileNotFoundError:
        raise CommandFault(f"Filen {plain(file)} finns inte.") from None
    except IsADirectoryError:
        raise CommandFault(f"{plain(file)} är en mapp. Ange en fil.") from None
    except PermissionError:
        raise CommandFault(f"Du har inte behörighet att läsa {plain(file)}.") from None


def _checked(lines: Iterable[str], name: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            line.encode()
        except UnicodeEncodeError:
            raise CommandFault(
                f"{name} är inte sparat som UTF-8 (rad {number}). Spara om det och försök igen."
            ) from None
        yield line.lstrip("\ufeff").rstrip("\r\n") if number == 1 else line.rstrip("\r\n")


def _sorted(bank: Bank, ear: Ear, number: int, line: str) -> _Line:
    first, tab, rest = line.partition("\t")
    if not tab:
        # Without a ruta of its own a line may begin with its key, as on paper: "v- tröttnar".
        read = ear.parse(line)
        return _placed(ear, read.box, line.strip(), read.text, read.mark)
    ruta = known_ruta(bank, first) if first.strip() not in NO_RUTA else None
    if ruta is None and first.strip() not in NO_RUTA:
        complain(f"Rad {number}: rutan ”{plain(first)}” finns inte. Anteckningen sorteras utan ruta.")
    # A joined ruta is shown as one, but the note belongs to the member that was named.
    member = first.strip() if ruta is not None and first.strip() in ruta.members else ruta.id if ruta else None
    note = rest.strip()
    read = ear.parse(note)
    if read.box is not None:
        return _placed(ear, member, note, note, None)
    return _placed(ear, member, note, read.text, read.mark)


def _placed(ear: Ear, ruta: str | None, note: str, text: str, mark: Mark | None) -> _Line:
    sorting = ear.sort(ruta, text or note)
    told = mark if mark in _TOLD_MARKS else sorting.mark if sorting.mark in _TOLD_MARKS else None
    return _Line(ruta=ruta, note=note, sorting=sorting, mark=told or Mark.NEUTRAL)


def _as_json(line: _Line, titles: Mapping[str, str]) -> dict[str, object]:
    """Return a line as the promise of ``docs/kommandon.md`` has it: these keys in this order.

    ``icf_titlar`` is there only when the user has loaded the official list.
    """
    sorting = line.sorting
    row: dict[str, object] = {
        "ruta": line.ruta,
        "note": line.note,
        "rubrik": sorting.heading.value if sorting.heading else None,
        "andra": sorting.second.value if sorting.second else None,
        "sakerhet": round(sorting.certainty, 2),
        "markning": line.mark.value,
        "icf": list(sorting.icf),
        "skal": sorting.reason,
    }
    if titles:
        row["icf_titlar"] = {code: titles[code] for code in sorting.icf if code in titles}
    return row


def _print_table(bank: Bank, ear: Ear, lines: list[_Line]) -> None:
    titles = {ruta: bank.ruta(ruta).short for ruta in {line.ruta for line in lines if line.ruta is not None}}
    width = max([len(title) for title in titles.values()], default=0)
    order: tuple[Heading | None, ...] = (*Heading, None)
    for heading in order:
        under = [line for line in lines if line.sorting.heading is heading]
        if not under:
            continue
        say(f"{bank.heading(heading).title if heading else bank.unsure_title} ({len(under)})")
        for line in under:
            say(f"  {sign_of(line.mark)} {titles.get(line.ruta or '', '').ljust(width)}  {plain(line.note)}")
            say(f"    {' ' * width}  skäl: {line.sorting.reason or 'inget ord pekar åt något håll'}")
            if ear.icf_titles and line.sorting.icf:
                codes = "; ".join(plain(ear.icf_label(code)) for code in line.sorting.icf)
                say(f"    {' ' * width}  icf: {codes}")
        say()
