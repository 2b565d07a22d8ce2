"""``gk skriv-ut``: one paper of a case, in the terminal or as a file."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gk_assistant.cli.choosing import find_case
from gk_assistant.cli.faults import CommandFault, WrongUse
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.cli.streams import complain, plain, say
from gk_assistant.conversation.trail import Deed
from gk_assistant.documents.checking import advice_lines, check_paper
from gk_assistant.documents.context import PaperFault
from gk_assistant.documents.forms import FORMS, TERMINAL, form_of
from gk_assistant.documents.model import Document
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case
from gk_assistant.domain.papers import SWEDISH

if TYPE_CHECKING:  # as above, for the papers that go to the terminal
    from gk_assistant.documents.leaving import Seen


def paper_list() -> str:
    """Describe the papers, for the help."""
    width = max(len(paper_id) for paper_id in PAPERS)
    rows = (f"  {paper.id.ljust(width)}  {paper.about} ({paper.audience.line})" for paper in PAPERS.values())
    return "\n".join(("papper:", *rows))


def print_paper(house: House, arguments: Namespace) -> int:
    """Print one paper, or write it to a file."""
    if arguments.dokument not in PAPERS:
        raise WrongUse(f"Papperet ”{plain(arguments.dokument)}” finns inte. Papperen är {', '.join(PAPERS)}.")
    form = form_for(arguments)
    with house.workshop(arguments.sessioner, bank_folder=arguments.bank) as workshop:
        case = find_case(workshop.desk.shelf(), arguments.arende)
        lang = arguments.sprak or SWEDISH
        document = make(workshop, case, arguments.dokument, meeting=arguments.mote, lang=lang)
        _tell_language(workshop, document, whole=arguments.sprak is not None)
        if arguments.ut is not None or not sys.stdout.isatty():
            _tell_of(document, workshop.desk.bank)
        if arguments.ut is not None:
            house.save(arguments.ut, house.in_form(document, form), overwrite=arguments.skriv_over)
            say(f"Sparat: {plain(str(arguments.ut))}")
        elif form == TERMINAL:
            house.show(document)
        else:
            write_out(house, document, form)
        workshop.note(Deed.PRINTED, case_id=case.id, what=arguments.dokument, form=form)
    return 0


def form_for(arguments: Namespace) -> str:
    """Return the form that was asked for, by name or by the file's ending; raises :class:`WrongUse`."""
    chosen: str | None = arguments.format
    if arguments.ut is not None:
        return "text" if chosen == TERMINAL else chosen or file_form(arguments.ut)
    to_screen = sys.stdout.isatty()
    form = chosen or (TERMINAL if to_screen else "text")
    if to_screen and form != TERMINAL and FORMS[form].binary:
        raise WrongUse(f"{FORMS[form].title} kan inte visas i terminalen. Lägg till --ut FIL.")
    return form


def write_out(house: House, document: Document, form: str) -> None:
    """Write a paper to stdout, as text or as the bytes of a file."""
    if FORMS[form].binary:
        sys.stdout.flush()
        sys.stdout.buffer.write(house.in_form(document, form))
    else:
        sys.stdout.write(house.in_form(document, form).decode())


def _tell_language(workshop: OpenWorkshop, document: Document, *, whole: bool) -> None:
    """Say on stderr, beside the paper, how easy a paper to the deltagare is to read; ``whole`` gives all advice."""
    if document.swedish_remark:
        complain(document.swedish_remark)
    checked = check_paper(document, workshop.ear.check_words)
    if checked is None:
        return
    for line in advice_lines(checked) if whole else (checked.line,):
        complain(line)


def make(
    workshop: OpenWorkshop, case: Case, paper_id: str, *, meeting: str | None = None, lang: str = SWEDISH
) -> Document:
    """Return one paper, in Swedish or another language that it has; raises :class:`CommandFault`."""
    try:
        return build(
            paper_id,
            case,
            bank=workshop.desk.bank,
            now=workshop.desk.now(),
            meeting_id=meeting,
            expand=workshop.ear.expand,
            lang=lang,
        )
    except PaperFault as fault:
        raise CommandFault(str(fault)) from None


def file_form(path: Path) -> str:
    """Return the form that a file's ending asks for; raises :class:`WrongUse` for an ending that no form has."""
    form = form_of(path)
    if form is None:
        endings = ", ".join(f".{form.ending}" for form in FORMS.values())
        raise WrongUse(f"Ändelsen {plain(path.suffix)} går inte att skriva. Välj {endings}, eller lägg till --format.")
    return form.id


def _tell_of(document: Document, bank: Bank) -> None:
    """Say which identifiers a paper holds that goes into a file or to another program."""
    from gk_assistant.documents.leaving import identifiers_in  # noqa: PLC0415  # 1 × ``python -c pass``, for files

    tell_identifiers([seen for seen in identifiers_in([document], bank) if seen.weighty])


def tell_identifiers(found: "Sequence[Seen]") -> None:
    """List on stderr the personal identifiers that are about to leave the program."""
    if found:
        complain("Det här ser ut som personuppgifter:")
        for seen in found:
            complain(f"  {seen.line}")
