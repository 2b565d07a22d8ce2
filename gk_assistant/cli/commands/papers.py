"""``gk skriv-ut`` and ``gk exportera``: the papers of a case, and the case itself."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from gk_assistant.cli.choosing import find_case
from gk_assistant.cli.faults import CommandFault, WrongUse
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.cli.streams import complain, plain, say
from gk_assistant.conversation.trail import Deed
from gk_assistant.documents.checking import advice_lines, check_paper
from gk_assistant.documents.context import PaperFault
from gk_assistant.documents.model import Document
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.domain.cases import Case

ENDINGS = {".md": "markdown", ".markdown": "markdown"}
DATA_FILE = "arende.json"
PER_MEETING = ("minnesanteckningar", "reflektion", "tjansteanteckning")


def paper_list() -> str:
    """Describe the papers, for the help."""
    width = max(len(paper_id) for paper_id in PAPERS)
    rows = (f"  {paper.id.ljust(width)}  {paper.about} ({paper.audience.line})" for paper in PAPERS.values())
    return "\n".join(("papper:", *rows))


def print_paper(house: House, arguments: Namespace) -> int:
    """Print one paper, or write it to a file."""
    if arguments.dokument not in PAPERS:
        raise WrongUse(f"Papperet ”{plain(arguments.dokument)}” finns inte. Papperen är {', '.join(PAPERS)}.")
    with house.workshop(arguments.sessioner, bank_folder=arguments.bank) as workshop:
        case = find_case(workshop.desk.shelf(), arguments.arende)
        document = make(workshop, case, arguments.dokument, meeting=arguments.mote)
        _tell_language(workshop, document, whole=arguments.sprak)
        if arguments.ut is not None:
            form = arguments.format or file_form(arguments.ut)
            house.save(arguments.ut, in_form(house, document, form), overwrite=arguments.skriv_over)
            workshop.note(Deed.PRINTED, case_id=case.id, what=arguments.dokument, form=form)
            say(f"Sparat: {plain(str(arguments.ut))}")
            return 0
        form = arguments.format or ("terminal" if sys.stdout.isatty() else "text")
        if form == "terminal":
            house.show(document)
        else:
            sys.stdout.write(in_form(house, document, form))
        workshop.note(Deed.PRINTED, case_id=case.id, what=arguments.dokument, form=form)
    return 0


def _tell_language(workshop: OpenWorkshop, document: Document, *, whole: bool) -> None:
    """Say on stderr, beside the paper, how easy a paper to the deltagare is to read; ``whole`` gives all advice."""
    checked = check_paper(document, workshop.ear.check_words)
    if checked is None:
        return
    for line in advice_lines(checked) if whole else (checked.line,):
        complain(line)


def export_case(house: House, arguments: Namespace) -> int:
    """Write every paper as text and Markdown, and the case as JSON, into a folder."""
    with house.workshop(arguments.sessioner, bank_folder=arguments.bank) as workshop:
        case = find_case(workshop.desk.shelf(), arguments.arende)
        files = export_files(house, workshop, case)
        written = house.save_all(arguments.ut, files, overwrite=arguments.skriv_over)
        workshop.note(Deed.EXPORTED, case_id=case.id)
    say(f"Exporterat till {plain(str(arguments.ut))}:")
    for path in written:
        say(f"  {plain(path.name)}")
    return 0


def export_files(house: House, workshop: OpenWorkshop, case: Case) -> dict[str, str]:
    """Return the whole export, file name → text; a paper about a meeting is there once for each meeting held."""
    files: dict[str, str] = {}
    name = house.safe_name(case.label)
    held = [meeting for meeting in case.meetings if meeting.live_notes]
    for paper_id in PAPERS:
        turns = held if paper_id in PER_MEETING and len(held) > 1 else [None]
        for meeting in turns:
            document = make(workshop, case, paper_id, meeting=meeting.id if meeting else None)
            stem = f"{name}-{paper_id}-{meeting.title}" if meeting else f"{name}-{paper_id}"
            files[f"{stem}.txt"] = house.text(document)
            files[f"{stem}.md"] = house.markdown(document)
    data = json.dumps(house.case_data(case), ensure_ascii=False, indent=2)
    files[f"{name}-{DATA_FILE}"] = f"{data}\n"
    return files


def make(workshop: OpenWorkshop, case: Case, paper_id: str, *, meeting: str | None = None) -> Document:
    """Return one paper; raises :class:`CommandFault`."""
    try:
        return build(
            paper_id,
            case,
            bank=workshop.desk.bank,
            now=workshop.desk.now(),
            meeting_id=meeting,
            expand=workshop.ear.expand,
        )
    except PaperFault as fault:
        raise CommandFault(str(fault)) from None


def file_form(path: Path) -> str:
    """Return the form that a file's ending asks for."""
    return ENDINGS.get(path.suffix.lower(), "text")


def in_form(house: House, document: Document, form: str) -> str:
    """Return a paper as Markdown or plain text."""
    return house.markdown(document) if form == "markdown" else house.text(document)
