"""The Desk: nothing counts before it is saved, and every step can be taken back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import CaseKind
from tests.conversation.desks import room


def test_a_step_that_cannot_be_saved_changes_nothing() -> None:
    """A full disk leaves the case as it was, so that the words can be tried again."""
    here = room()
    before = here.desk.case
    here.store.fault = "Disken är full."
    with pytest.raises(StoreFault, match="full"):
        here.desk.do("namn", lambda case: replace(case, label="Ny"))
    assert here.desk.case == before
    here.store.fault = None
    assert here.desk.undo() is None


def test_an_undo_that_cannot_be_saved_can_be_tried_again() -> None:
    """A failed undo loses neither the step nor the way back."""
    here = room()
    here.desk.do("namn", lambda case: replace(case, label="Ny"))
    here.store.fault = "Disken är full."
    with pytest.raises(StoreFault):
        here.desk.undo()
    here.store.fault = None
    assert here.desk.undo() == "namn"
    assert here.desk.case.label == "Vide"


@given(st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=8))
def test_undo_takes_back_every_step_in_turn_and_redo_does_them_again(labels: list[str]) -> None:
    """undo∘do is the same case, for any row of steps; redo brings the last state back."""
    here = room()
    seen = [here.desk.case]
    for label in labels:
        here.desk.do("namn", lambda case, label=label: replace(case, label=label))  # type: ignore[misc]
        if here.desk.case != seen[-1]:
            seen.append(here.desk.case)
    last = here.desk.case
    for earlier in reversed(seen[:-1]):
        here.desk.undo()
        assert here.desk.case == earlier
    assert here.desk.undo() is None
    while here.desk.redo():
        pass
    assert here.desk.case == last
    assert here.store.load(last.id) == last


def test_a_new_step_forgets_what_was_undone() -> None:
    """Redo is gone once something else has been done."""
    here = room()
    here.desk.do("namn", lambda case: replace(case, label="Ett"))
    here.desk.undo()
    here.desk.do("namn", lambda case: replace(case, label="Två"))
    assert here.desk.redo() is None


def test_what_is_on_the_desk_is_what_is_saved() -> None:
    """After each step the store holds the case on the desk."""
    here = room()
    here.desk.do("namn", lambda case: replace(case, label="Ny"))
    assert here.store.load(here.desk.case.id) == here.desk.case


def test_a_case_needs_a_label() -> None:
    """An empty or endless label is refused with a sentence."""
    here = room(case=False)
    with pytest.raises(StoreFault, match="etikett"):
        here.desk.new_case(label="   ", kind=CaseKind.SP)
    with pytest.raises(StoreFault, match="60"):
        here.desk.new_case(label="a" * 61, kind=CaseKind.SP)


def test_there_is_no_cap_at_two_meetings() -> None:
    """A third and a fourth meeting can always be added (H)."""
    here = room()
    titles = [here.desk.add_meeting().title for _ in range(4)]
    assert titles == ["GK2", "GK3", "GK4", "GK5"]
