"""Follow-ups by what a note is about, and safety before all else."""

import pytest

from gk_assistant.conversation.following import meets
from gk_assistant.domain.notes import Mark
from tests.conversation.desks import bank, room


@pytest.mark.parametrize("words", ["orkar inte leva längre", "har tänkt ta livet av sig", "mannen slår henne ibland"])
def test_a_sign_of_danger_brings_a_question_of_safety_first(words: str) -> None:
    """Danger comes before every other follow-up, with advice on what to do in the room."""
    talk = room().talk()
    talk.choose_box("socialt")
    talk.take(words)
    first = talk.offer.follow_ups[0]
    assert first.id.startswith("fara/")
    assert "rutin" in first.advice


def test_ordinary_trouble_is_no_danger() -> None:
    """Weariness and worry alone call no question of safety."""
    talk = room().talk()
    talk.choose_box("psykisk_halsa")
    for words in ("trött hela dagen", "oroar sig för räkningarna", "självständig och envis"):
        talk.take(words)
        assert not any(suggestion.advice for suggestion in talk.offer.follow_ups)


def test_a_note_outside_the_question_still_gets_follow_ups() -> None:
    """What the bank's author never thought of is taken up by what the note is about."""
    talk = room().talk()
    talk.choose_box("kontaktpersoner")
    talk.take("kuratorn slutade och ingen ny har kommit", mark=Mark.HINDER)
    assert len(talk.offer.follow_ups) == 3
    assert len({suggestion.text for suggestion in talk.offer.follow_ups}) == 3


def test_what_was_asked_is_not_asked_again() -> None:
    """A free follow-up that has been answered does not come back in the same meeting."""
    talk = room().talk()
    talk.choose_box("fritid")
    seen = []
    for _ in range(6):
        talk.take("har slutat med allt roligt")
        talk.light(1)
        assert talk.offer.shown is not None
        seen.append(talk.offer.shown.id)
        talk.take("svar")
    assert len(set(seen)) == len(seen)


def test_a_phrase_meets_shorthand() -> None:
    """Phrases meet a line whose small words are shortened."""
    assert meets(["slutat med medicin"], "slutat m medicinen i maj") == "slutat med medicin"


def test_every_free_question_is_asked_once_in_the_file() -> None:
    """Within an aim no question stands twice."""
    for pattern in bank().guide().patterns:
        assert len(set(pattern.questions)) == len(pattern.questions)
