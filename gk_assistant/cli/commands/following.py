"""``gk foljdfragor``: the questions that a note calls, for trying out and for other programs."""

import json
from argparse import Namespace
from datetime import UTC, datetime

from gk_assistant.cli.choosing import find_ruta
from gk_assistant.cli.commands.sorting import NO_RUTA, input_lines
from gk_assistant.cli.faults import WrongUse
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.ports import QuestionSource
from gk_assistant.conversation.suggest import Moment, follow_ups, main_question
from gk_assistant.conversation.suggesting import Suggestion
from gk_assistant.conversation.talk import OPEN_BOX
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.notes import Note

_MOST = 3


def suggest_follow_ups(house: House, arguments: Namespace) -> int:
    """Show the follow-ups that a note calls, or those of every line of a file (``ruta<TAB>note``)."""
    source = house.source(arguments.bank)
    ear = Ear(source)
    if arguments.fil is not None:
        for line in input_lines(arguments.fil):
            ruta, _, note = line.rpartition("\t")
            if note.strip():
                _show(source, ear, ruta, note.strip(), as_json=arguments.json)
        return 0
    if arguments.ruta is None or arguments.note is None:
        raise WrongUse("Skriv en ruta och en anteckning, eller --fil FIL (hjälp: gk foljdfragor --help).")
    _show(source, ear, arguments.ruta, arguments.note, as_json=arguments.json)
    return 0


def _show(source: QuestionSource, ear: Ear, wanted: str, note: str, *, as_json: bool) -> None:
    named = OPEN_BOX if wanted.strip() in NO_RUTA else wanted
    ruta = find_ruta(source.bank(), named)
    found = _suggestions(source, ear, ruta.id, note)
    if as_json:
        rows = [{"fraga": one.text, "skal": one.reason} for one in found]
        say(json.dumps({"ruta": ruta.id, "note": note, "forslag": rows}, ensure_ascii=False))
        return
    say(f"{ruta.title}: {plain(note)}")
    for number, one in enumerate(found, 1):
        say(f"  {number}. {one.text}")
        say(f"     Skäl: {one.reason}.")
    if found and found[0].advice:
        say(f"  {found[0].advice}")
    if not found:
        say("  Inga följdfrågor.")


def _suggestions(source: QuestionSource, ear: Ear, ruta: str, raw: str) -> tuple[Suggestion, ...]:
    """Return up to three questions: those that the note calls, then the ruta's next main question."""
    read = ear.parse(raw)
    text = read.text if read.box in (None, ruta) else raw
    sorting = ear.sort(ruta, text)
    note = Note(id="rad", ruta=ruta, text=text, at=datetime.now(UTC), mark=read.mark, sorting=sorting)
    questions = source.questions(ruta)
    moment = Moment(kind=CaseKind.ANNAN, note=note, box_notes=(note,))
    found = follow_ups(questions, moment, source.guide())
    if len(found) < _MOST:
        following = main_question(questions, (note,), kind=CaseKind.ANNAN, asked=())
        if following is not None and following.id not in {one.id for one in found}:
            found = (*found, following)
    return found
