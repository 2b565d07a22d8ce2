"""``gk exportera``: a whole case in a folder, its papers in one folder for each class of reader."""

import json
from argparse import Namespace
from collections.abc import Sequence

from gk_assistant.cli.choosing import find_case
from gk_assistant.cli.commands.papers import make, tell_identifiers
from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.cli.streams import complain, plain, say
from gk_assistant.conversation.trail import Deed
from gk_assistant.documents.context import language_name
from gk_assistant.documents.dates import clock_time, long_date
from gk_assistant.documents.export import CALENDAR, DATA, FOLDERS, Sheet, index, sheets
from gk_assistant.documents.forms import FORMS, USUAL_EXPORT, Form
from gk_assistant.documents.kalender import calendar_entries
from gk_assistant.documents.leaving import identifiers_in, identifiers_in_data, joined
from gk_assistant.documents.model import Audience, Document
from gk_assistant.documents.registry import UNREAD, known_languages
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case
from gk_assistant.domain.papers import SWEDISH

_STOP = (
    "Ingenting har skrivits. Ta bort det som inte behövs ur ärendet, eller lägg till --med-personuppgifter om det ska "
    "vara med."
)


def export_case(house: House, arguments: Namespace) -> int:
    """Write every paper in the chosen forms, the calendar, the case as JSON, and an index of it all."""
    forms = tuple(FORMS[name] for name in dict.fromkeys(arguments.format or USUAL_EXPORT))
    with house.workshop(arguments.sessioner, bank_folder=arguments.bank) as workshop:
        case = find_case(workshop.desk.shelf(), arguments.arende)
        others = _languages(arguments.sprak or (), workshop.desk.bank)
        papers = [(sheet, _document(workshop, case, sheet)) for sheet in sheets(case, workshop.desk.bank, others)]
        data = house.case_data(case)
        _look_over(papers, data, workshop.desk.bank, allowed=arguments.med_personuppgifter)
        files = _papers(house, papers, forms) | _others(house, workshop, case, data)
        made = workshop.desk.now()
        contents = index(
            case.label,
            f"Skrivet {long_date(made.date())}, klockan {clock_time(made)}.",
            tuple(sheet for sheet, _ in papers),
            forms,
            calendar=CALENDAR in files,
        )
        written = house.save_all(arguments.ut, {**house.index(contents), **files}, overwrite=arguments.skriv_over)
        workshop.note(Deed.EXPORTED, case_id=case.id)
    if any(sheet.unread for sheet, _ in papers):
        complain(UNREAD)
    say(f"Exporterat till {plain(str(arguments.ut))}:")
    for path in written:
        say(f"  {plain(path.relative_to(arguments.ut).as_posix())}")
    return 0


def _document(workshop: OpenWorkshop, case: Case, sheet: Sheet) -> Document:
    return make(workshop, case, sheet.paper.id, meeting=sheet.meeting.id if sheet.meeting else None, lang=sheet.lang)


def _languages(wanted: Sequence[str], bank: Bank) -> tuple[str, ...]:
    """Return the languages that were asked for beside Swedish; raises :class:`CommandFault` for one no paper has."""
    known = known_languages(bank)
    for code in wanted:
        if code != SWEDISH and code not in known:
            named = ", ".join(f"{one} ({language_name(one)})" for one in (SWEDISH, *known))
            raise CommandFault(f"Inget papper finns på språket {plain(code)}. Papper finns på: {named}.")
    return tuple(dict.fromkeys(wanted))


def _look_over(papers: Sequence[tuple[Sheet, Document]], data: object, bank: Bank, *, allowed: bool) -> None:
    """List the personal identifiers; raises :class:`CommandFault` where there is more than names, unless allowed."""
    on_papers = identifiers_in((document for _, document in papers), bank)
    found = joined(on_papers, identifiers_in_data("Ärendets uppgifter", data, bank))
    tell_identifiers(found)
    if not allowed and any(seen.weighty for seen in found):
        raise CommandFault(_STOP)


def _papers(house: House, papers: Sequence[tuple[Sheet, Document]], forms: tuple[Form, ...]) -> dict[str, bytes]:
    return {sheet.place(form): house.in_form(document, form.id) for sheet, document in papers for form in forms}


def _others(house: House, workshop: OpenWorkshop, case: Case, data: object) -> dict[str, bytes]:
    """Return the case as JSON, and the calendar where there is something to put in it."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    if any("\ud800" <= char <= "\udfff" for char in text):  # half a character can only be written as an escape
        text = json.dumps(data, indent=2)
    files = {f"{FOLDERS[Audience.INTERNT]}/{DATA}": f"{text}\n".encode()}
    entries = calendar_entries(case, workshop.desk.bank)
    return files | ({CALENDAR: house.calendar(entries)} if entries else {})
