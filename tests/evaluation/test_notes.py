"""How well held-out notes are sorted: what was reached may not be lost without anyone noticing."""

import pytest

from evaluation.notes import judged
from evaluation.rows import own_notes
from evaluation.tables import Verdict
from gk_assistant.conversation.ear import Ear
from gk_assistant.storage.bank_reader import TomlBank


@pytest.fixture(scope="module")
def verdicts() -> tuple[list[Verdict], list[Verdict]]:
    """Return the verdicts on headings and marks of the notes that nothing is fitted on."""
    return judged(Ear(TomlBank()), [note for note in own_notes() if note.held_out])


def test_headings_and_marks_of_unseen_notes(verdicts: tuple[list[Verdict], list[Verdict]]) -> None:
    """Of notes written to be hard at least 77 in 100 get their heading and 74 their mark."""
    headings, marks = verdicts
    assert sum(v.said == v.right for v in headings) >= 0.77 * len(headings)
    assert sum(v.said == v.right for v in marks) >= 0.74 * len(marks)


def test_few_notes_are_left_unsure(verdicts: tuple[list[Verdict], list[Verdict]]) -> None:
    """At most 8 % of the notes are left for a person to place."""
    headings, _ = verdicts
    assert sum(v.said is None for v in headings) <= 0.08 * len(headings)


def test_a_high_certainty_means_what_it_says(verdicts: tuple[list[Verdict], list[Verdict]]) -> None:
    """Of notes given at least 0.9 at least 90 % are right, and a good part of all notes is given so much."""
    headings, _ = verdicts
    sure = [v for v in headings if v.said is not None and v.certainty >= 0.9]
    assert sum(v.said == v.right for v in sure) >= 0.9 * len(sure)
    assert len(sure) >= 0.3 * len(headings)
