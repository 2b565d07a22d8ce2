"""Two talks written down, one met well and one badly, end in clearly different mirrors."""

from functools import cache
from pathlib import Path

import pytest

from gk_assistant.domain.mirrors import Guided, Mirror
from gk_assistant.rehearsal.mirror import mirror_of
from gk_assistant.rehearsal.transcript import rehearsal_of
from tests.rehearsal.ear import bank, ear
from tests.rehearsal.turns import BEGUN

TALKS = Path(__file__).parent / "samtal"


@cache
def mirror(name: str, person: str) -> Mirror:
    """Return the mirror of a talk in the folder."""
    text = (TALKS / f"{name}.txt").read_text("utf-8")
    return mirror_of(rehearsal_of(text, ear(), begun=BEGUN, title=name, name=person), bank=bank())


def test_a_good_talk() -> None:
    """Twenty-one turns: nearly all inside the guide lines, three strengths, nothing that has to be said."""
    found = mirror("gott", "Maja")
    stands = {one.id: one.stands for one in found.measures}
    assert found.turns == 21
    assert [name for name, stand in stands.items() if stand is Guided.UTANFOR] == []
    assert sum(stand is Guided.INOM for stand in stands.values()) >= 8
    assert len(found.strengths) == 3
    assert found.tries == ()
    assert found.plot == ()
    assert found.trust is None


def test_a_bad_talk() -> None:
    """Twenty-two turns: most figures outside, and still something true to say first; three things to try."""
    found = mirror("illa", "Ali")
    stands = {one.id: one.stands for one in found.measures}
    assert found.turns == 22
    assert {name for name, stand in stands.items() if stand is Guided.UTANFOR} >= {
        "speglingar",
        "oppna",
        "rad",
        "ord",
        "lov",
        "syfte",
        "forsta_ruta",
        "losningar",
    }
    assert 1 <= len(found.strengths) <= 3
    assert len(found.tries) == 3
    assert found.tries[0].id == "forhor"
    assert "Det började när min bror dog" in found.tries[0].better


def test_the_figures_are_those_counted_by_hand() -> None:
    """In the bad talk: no reflection, every question closed or leading, purpose and choice never; 69 % own words."""
    number = {one.id: one.number for one in mirror("illa", "Ali").measures}
    assert number["speglingar"] == 0
    assert number["oppna"] == 0
    assert (number["syfte"], number["forsta_ruta"], number["bekraftelser"]) == (0, 0, 0)
    own = sum(len(row[2:].split()) for row in (TALKS / "illa.txt").read_text("utf-8").splitlines() if row[:2] == "H:")
    other = sum(len(row[2:].split()) for row in (TALKS / "illa.txt").read_text("utf-8").splitlines() if row[:2] == "D:")
    assert number["ord"] == pytest.approx(own / (own + other))
