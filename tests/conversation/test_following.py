"""Follow-ups by what a note is about, and safety before all else."""

import csv
from pathlib import Path

import pytest

from gk_assistant.conversation.following import danger_in
from gk_assistant.conversation.following_match import meets
from gk_assistant.conversation.suggest import Moment, follow_ups
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.notes import Mark
from tests.conversation.desks import bank, room

_ROWS = Path(__file__).with_name("faror.tsv")


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


def _rows() -> list[dict[str, str]]:
    with _ROWS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["anteckning"])
def test_danger_is_told_from_its_lookalikes(row: dict[str, str]) -> None:
    """Signs of danger, also indirect ones, are seen; everyday words that look like them are left alone."""
    assert bool(danger_in(bank().guide(), row["anteckning"])) is bool(row["fara"])


def test_no_two_suggestions_ask_the_same_until_all_are_put() -> None:
    """Taking up every suggestion in turn never brings the same words again."""
    talk = room().talk()
    talk.choose_box("socialt")
    note = talk.take("bor med katten, träffar ingen")
    put: set[str] = set()
    said: list[str] = []
    for _ in range(5):
        moment = Moment(kind=CaseKind.SP, note=note, box_notes=(note,), asked=frozenset(put))
        found = follow_ups(bank().questions("socialt"), moment, bank().guide())
        said += [one.text for one in found]
        put |= {one.id for one in found}
    assert len(said) == len(set(said))


def test_little_time_left_leans_ahead() -> None:
    """With little time left a question that looks ahead comes no later than with much time."""
    talk = room().talk()
    talk.choose_box("fritid")
    note = talk.take("gitarren hänger på väggen")
    places = []
    for minutes in (40, 5):
        moment = Moment(kind=CaseKind.SP, note=note, box_notes=(note,), minutes_left=minutes)
        texts = [one.text for one in follow_ups(bank().questions("fritid"), moment, bank().guide())]
        places.append(next((at for at, text in enumerate(texts) if "skulle" in text), len(texts)))
    assert places[1] <= places[0]
