"""A talk written down becomes turns, whatever it looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.domain.rehearsals import Rehearsal, Speaker
from gk_assistant.rehearsal.mirror import mirror_of
from gk_assistant.rehearsal.transcript import is_talk, rehearsal_of, spoken
from tests import strategies
from tests.rehearsal.ear import bank, ear
from tests.rehearsal.turns import BEGUN

H, D, MED = Speaker.HANDLAGGARE, Speaker.DELTAGARE, Speaker.MED


def heard(text: str, name: str = "") -> Rehearsal:
    """Return a text as a rehearsal."""
    return rehearsal_of(text, ear(), begun=BEGUN, title="prov", name=name)


def said(text: str) -> list[tuple[Speaker, str]]:
    """Return who said what."""
    return [(one.by, one.text) for one in spoken(text)]


@pytest.mark.parametrize(
    "text",
    [
        "H: Hur är det?\nD: Bra.",
        "h:Hur är det?\nd :Bra.",
        "Handläggare: Hur är det?\nDeltagare: Bra.",
        "**Handläggaren:** Hur är det?\n**Deltagaren:** Bra.",
        "FK: Hur är det?\nPersonen: Bra.",
        "12. H: Hur är det?\n13. D: Bra.",
        "[00:01:12] H: Hur är det?\n[00:01:15] D: Bra.",
        "09.30 - H: Hur är det?\r\n09.31 - D: Bra.\r\n",
        "\ufeffH: Hur är det?\n\nD: Bra.",
    ],
)
def test_who_speaks_is_read_in_many_forms(text: str) -> None:
    """Letters, whole words, times and numbers before them, marks of Markdown: the same two lines."""
    assert said(text) == [(H, "Hur är det?"), (D, "Bra.")]


def test_initials_lead_by_who_asks() -> None:
    """Of two with initials the one who asks more is the handläggare, whoever begins."""
    text = "AB: Hej.\nEK: Hur är det?\nAB: Bra.\nEK: Vad gör du?\nAB: Vilar."
    assert said(text)[:2] == [(D, "Hej."), (H, "Hur är det?")]


def test_others_in_the_room_keep_their_names() -> None:
    """With handläggare and deltagare known, an interpreter and a partner are neither."""
    text = "H: Hur är det?\nTolk: Hon säger bra.\nD: Bra.\nPer: Hon är trött.\nPer: Jämt.\nH: Jaha."
    rehearsal = heard(text)
    assert len(rehearsal.turns) == 2
    assert [(one.by, one.name) for one in rehearsal.turns[0].said] == [(MED, "Tolk"), (D, ""), (MED, "Per")]
    assert "Per: Hon är trött. Jämt." in rehearsal.turns[0].answer


def test_a_line_goes_on_and_a_heading_is_left_out() -> None:
    """A line without a sign goes on from the one above; after an empty line it is no speech."""
    assert said("Samtal i mars\n\nH: Hur har du\ndet hemma?\n\nPaus\n\nD: Bra.") == [
        (H, "Hur har du det hemma?"),
        (D, "Bra."),
    ]


def test_what_is_said_until_the_other_speaks_is_one_turn() -> None:
    """Two lines of the handläggare in a row are one turn; a talk that the deltagare opens has a turn without words."""
    rehearsal = heard("D: Hej.\nH: Du är trött.\nH: Hur sover du?\nD: Illa.\nD: Mycket illa.")
    assert [one.heard.text for one in rehearsal.turns] == ["", "Du är trött. Hur sover du?"]
    assert rehearsal.turns[1].answer == "Illa. Mycket illa."
    assert [one.number for one in rehearsal.turns] == [1, 2]
    assert all(one.openness is None for one in rehearsal.turns)


def test_plain_lines_are_all_the_handlaggares() -> None:
    """A list of utterances is a turn each and no talk; a clock time, a lone label or an address is nobody."""
    text = "Hur mår du?\nTid: kl 10:30\nSe https://exempel.se\n\nVardag: hur ser den ut?"
    assert not is_talk(text)
    assert [one.heard.text for one in heard(text).turns] == [row for row in text.split("\n") if row]
    assert is_talk("H: Hej\nD: Hej")


def test_the_name_is_heard() -> None:
    """The deltagare's name, where it is told, is listened for."""
    rehearsal = heard("H: Hej Maja!\nD: Hej.", name="Maja")
    assert rehearsal.name == "Maja"
    assert mirror_of(rehearsal, bank=bank()).measures


_lines = st.lists(
    st.tuples(st.sampled_from(("H: ", "D:", "AB: ", "Per:", "", "3. H: ", "[1:02] D: ", ":")), strategies.texts).map(
        "".join
    ),
    max_size=12,
).map("\n".join)


@given(text=_lines | st.text())
def test_any_text_has_a_mirror(text: str) -> None:
    """No text makes it fail, and no word is said by nobody."""
    rehearsal = heard(text)
    mirror_of(rehearsal, bank=bank())
    assert all(one.text for one in spoken(text))
    assert [one.number for one in rehearsal.turns] == list(range(1, len(rehearsal.turns) + 1))
