"""How often a follow-up takes for granted what the label of the note denies: a measure by machine on many notes.

A question that presupposes trouble in something told as good, or the other way round, is a misreading. What a wording
takes for granted is read by the program's own tags (``following_tags``), so the measure sees only what the tags see; it
says nothing of whether a question is apt, answered already or well put. A person judges that. The notes held out from
the fitting of the marks are shown apart: only there is the program's mark as unsure as on a note it has never met.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from evaluation.rows import LabelledNote, box_of, own_notes
from evaluation.tables import share
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.following_reading import read
from gk_assistant.conversation.following_tags import speaks_against
from gk_assistant.conversation.suggest import Moment, follow_ups
from gk_assistant.conversation.suggesting import Suggestion
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.notes import Mark, Note
from gk_assistant.storage.bank_reader import TomlBank

CONTRADICTED = 5.0
"""How much a note's standing speaks against a question that presupposes the opposite; two sides count as neither."""

_OPEN_BOX = "tom_ruta"
_WORST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A labelled note, its questions, and for each whether the label contradicts what it takes for granted."""

    note: LabelledNote
    found: tuple[Suggestion, ...]
    wrong: tuple[bool, ...]


def put_to(notes: Sequence[LabelledNote]) -> list[Put]:
    """Return each note with its questions; a sign of danger gives calm questions of its own and is left out."""
    bank = TomlBank()
    ear, guide = Ear(bank), bank.guide()
    rows = []
    for labelled in notes:
        ruta = box_of(labelled.ruta)
        box = ruta or _OPEN_BOX
        sorting = ear.sort(ruta, labelled.note)
        note = Note(id="rad", ruta=box, text=labelled.note, at=datetime.now(UTC), sorting=sorting)
        moment = Moment(kind=CaseKind.ANNAN, note=note, box_notes=(note,))
        found = follow_ups(bank.questions(box), moment, guide)
        if found and not found[0].advice:
            rows.append(Put(note=labelled, found=found, wrong=tuple(contradicts(labelled, one.text) for one in found)))
    return rows


def contradicts(labelled: LabelledNote, question: str) -> bool:
    """Whether every mark that a labeller has set contradicts what a question takes for granted."""
    readings = [read(labelled.note, Mark(mark)) for mark in sorted(labelled.marks)]
    return all(speaks_against(question, reading) >= CONTRADICTED for reading in readings)


def valence_report() -> list[str]:
    """Return how often the first question and any of three are contradicted, and the rows that it comes from."""
    rows = put_to(own_notes())
    kept = [row for row in rows if row.note.held_out]
    reasons = Counter(row.found[0].reason for row in rows if row.wrong[0])
    return [
        "Follow-ups that take for granted what the note's label denies (by tags of the wording, see the module)",
        *(_figures(title, part) for title, part in (("all labelled notes", rows), ("of these held out", kept))),
        *(f"  first question wrong {times} times: {reason}" for reason, times in reasons.most_common(_WORST)),
    ]


def _figures(title: str, rows: Sequence[Put]) -> str:
    first = sum(row.wrong[0] for row in rows)
    any_of = sum(any(row.wrong) for row in rows)
    every = sum(all(row.wrong) for row in rows)
    return (
        f"  {title}: first {share(first, len(rows))}  any of three {share(any_of, len(rows))}  "
        f"all three {share(every, len(rows))}"
    )
