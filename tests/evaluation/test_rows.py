"""The labelled notes, and the part of them that is kept for checking."""

from evaluation.rows import LATER, notes_to_fit, own_notes
from gk_assistant.domain.notes import Heading, Mark


def test_a_fifth_of_the_later_notes_is_held_out_for_good() -> None:
    """The choice hangs on the note's number alone, so it is the same on every machine and in every year."""
    later = [note for note in own_notes() if note.source in LATER]
    held = [note.id for note in later if note.held_out]
    assert 0.17 < len(held) / len(later) < 0.23
    assert held[:6] == ["f0006", "f0018", "f0030", "f0040", "f0042", "f0048"]


def test_no_held_out_note_is_fitted_on() -> None:
    """The fit gets all other notes, and none of those kept."""
    fitted = {(note.source, note.id) for note in notes_to_fit()}
    held = {(note.source, note.id) for note in own_notes() if note.held_out}
    assert not fitted & held
    assert len(notes_to_fit()) + len(held) == len(own_notes())


def test_no_held_out_note_stands_among_the_fitted_ones_under_another_number() -> None:
    """A note that is kept for checking is not written twice."""
    fitted = {note.note for note in notes_to_fit()}
    assert [note.id for note in own_notes() if note.held_out and note.note in fitted] == []


def test_every_label_is_one_the_program_knows() -> None:
    """A slip in a label would teach the weights a class that is not there."""
    notes = own_notes()
    assert {note.heading for note in notes} == {heading.value for heading in Heading}
    assert {note.mark for note in notes} == {mark.value for mark in Mark} - {"folj_upp", "ej_aktuellt"}
