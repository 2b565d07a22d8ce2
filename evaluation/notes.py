"""How well notes are sorted and marked."""

from collections.abc import Sequence

from evaluation.rows import LATER, LabelledNote, box_of, own_notes, shared_notes
from evaluation.tables import Verdict, calibration, confusion, figures, worst
from gk_assistant.conversation.ear import Ear
from gk_assistant.storage.bank_reader import TomlBank


def note_report() -> list[str]:
    """Return the figures for headings and marks, with a confusion table, the calibration and the worst errors."""
    ear = Ear(TomlBank())
    lines = ["# Rubriker och märken"]
    shared = shared_notes()
    if shared:
        headings, marks = judged(ear, shared)
        lines += figures("delade, rubrik", headings)
        lines += figures("delade, rubrik där båda är ense", _agreed(ear, shared))
        lines += [*figures("delade, märke", marks), "", *confusion(headings), "", *calibration(headings)]
        lines += ["", "De säkraste felen, rubrik:", *worst(headings), "De säkraste felen, märke:", *worst(marks)]
    return [*lines, *_held_out(ear)]


def _held_out(ear: Ear) -> list[str]:
    """Return the figures for the notes that nothing is fitted on; what went wrong in them is never shown."""
    lines = ["", "Undanhållna egna anteckningar (inget är anpassat på dem):"]
    notes = [note for note in own_notes() if note.held_out]
    headings, marks = judged(ear, notes)
    lines += [*figures("undanhållna, rubrik", headings), *figures("undanhållna, märke", marks)]
    lines += ["", *confusion(headings), "", *confusion(marks), "", *calibration(headings), ""]
    for source in LATER:
        headings, marks = judged(ear, [note for note in notes if note.source == source])
        lines += [*figures(f"{source}, rubrik", headings), *figures(f"{source}, märke", marks)]
    return lines


def judged(ear: Ear, notes: Sequence[LabelledNote]) -> tuple[list[Verdict], list[Verdict]]:
    """Return the verdicts on headings and on marks."""
    headings, marks = [], []
    for note in notes:
        found = ear.sort(box_of(note.ruta), note.note)
        headings.append(
            Verdict(
                text=f"{note.ruta}: {note.note}",
                said=found.heading.value if found.heading else None,
                right=note.heading,
                also=note.also,
                certainty=found.certainty,
                hard=note.hard,
                remark=found.reason,
            )
        )
        marks.append(
            Verdict(
                text=f"{note.ruta}: {note.note}",
                said=found.mark.value if found.mark else None,
                right=note.mark,
                also=note.marks,
                hard=note.hard,
            )
        )
    return headings, marks


def _agreed(ear: Ear, notes: Sequence[LabelledNote]) -> list[Verdict]:
    return judged(ear, [note for note in notes if note.agreed])[0]
