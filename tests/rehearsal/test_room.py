"""A rehearsal under way: kept after each step, taken back, taken up again, two meetings, a hint at any time."""

from dataclasses import replace

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.when import weekend
from gk_assistant.domain.notes import Role
from gk_assistant.domain.rehearsals import Part, Rehearsal, Setting
from gk_assistant.domain.utterances import Act
from gk_assistant.rehearsal.ports import NothingKept
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.rehearsal.room import RehearsalRoom
from tests.rehearsal.interviews import BAD, GOOD
from tests.rehearsal.rooms import BEGAN, SHIPPED, ear, room_with, shipped, source


def practice() -> Practice:
    """Return a place to practise that keeps nothing on disk."""
    return Practice(
        personas=SHIPPED,
        store=NothingKept(),
        source=source(),
        hearer=ear,
        now=lambda: BEGAN,
        new_id=lambda: "ny",
        author=Role.FK,
        is_free=weekend,
    )


def test_a_rehearsal_taken_up_goes_on_as_if_it_had_not_been_left() -> None:
    """The person remembers everything: the next answer is the same as without a break."""
    place = practice()
    room = place.begin(Setting(persona="utmattning", seed=3))
    for line in GOOD[:6]:
        room.say(line)
    again = place.take_up(place.store.all()[0])
    assert again.memory == room.memory
    assert again.say(GOOD[6]).answer == room.say(GOOD[6]).answer


def test_a_turn_that_could_not_be_kept_has_not_been_said() -> None:
    """A full disk leaves the talk as it was, and the words can be said again."""
    full = True

    def keep(_: Rehearsal) -> None:
        if full:
            raise StoreFault("Disken är full.")

    room = room_with(shipped("utmattning"))
    broken = RehearsalRoom(
        persona=room.persona,
        hearer=ear(),
        bank=room.bank,
        rehearsal=room.rehearsal,
        now=lambda: BEGAN,
        keep=keep,
    )
    before = broken.memory
    with pytest.raises(StoreFault):
        broken.say(GOOD[0])
    assert broken.rehearsal.turns == ()
    assert broken.memory == before
    full = False
    assert broken.say(GOOD[0]).number == 1


def test_the_second_meeting_keeps_what_was_told_and_how_it_stands() -> None:
    """In GK2 the person is as open as before, and no line of a topic comes again."""
    room = room_with(shipped("vark_nedstamd"))
    first = [room.say(line) for line in GOOD[:10]]
    before = room.memory.openness
    room.begin_second()
    assert room.memory.openness == before
    second = [room.say(line) for line in GOOD[2:10]]
    assert all(turn.part is Part.GK2 for turn in second)
    told = {line for turn in first for line in turn.fresh}
    assert not told & {line for turn in second for line in turn.fresh}
    while room.take_back() is not None:
        pass
    assert len(room.rehearsal.turns) == len(first)
    assert room.memory.openness == before


def test_the_trappa_is_asked_for_twice_and_the_second_answer_is_the_later() -> None:
    """The first placement comes first; asked to think again the person says where it would stand after thought."""
    room = room_with(shipped("utmattning"))
    room.begin_second()
    one = room.say("Var på trappan skulle du sätta dig själv?")
    two = room.say("Om du tänker efter en gång till, var på trappan står du då?")
    assert [turn.said[0].line for turn in (one, two)] == ["trappa/forst", "trappa/efter"]


@pytest.mark.parametrize("script", [GOOD, BAD], ids=["good", "bad"])
@pytest.mark.parametrize("name", SHIPPED.ids())
def test_there_is_a_hint_at_any_time(name: str, script: tuple[str, ...]) -> None:
    """After every turn somebody who is stuck gets an advice, and not the same all the way."""
    room = room_with(shipped(name))
    hints = [room.hint()]
    for line in script:
        room.say(line)
        hints.append(room.hint())
    assert all(hint.words.endswith((".", "?")) for hint in hints)
    assert len({hint.words for hint in hints}) >= 3
    assert room.rehearsal.turns[0].hinted


def test_the_first_hint_is_to_say_why_you_meet_and_it_is_heard_so() -> None:
    """What the hint proposes is taken as what it proposes."""
    room = room_with(shipped("tolk_enkel_svenska"))
    hint = room.hint()
    heard = room.say(hint.example).heard
    assert heard.does(Act.SYFTE)
    assert heard.does(Act.HALSNING)


def test_notes_taken_while_practising_are_kept_with_the_rehearsal() -> None:
    """The desk's case belongs to the rehearsal and comes again when it is taken up."""
    place = practice()
    room = place.begin(Setting(persona="autism_fa_ord"))
    room.say(GOOD[0])
    desk = place.desk(room)
    desk.do("etikett", lambda case: replace(case, label="Övning"))
    kept = place.store.all()[0]
    assert kept.case is not None
    assert kept.case.label == "Övning"
    assert place.desk(place.take_up(kept)).case == kept.case


def test_an_ended_rehearsal_stays_ended() -> None:
    """The end has one time."""
    room = room_with(shipped("utan_sgi"))
    room.say(GOOD[0])
    ended = room.end().ended
    assert ended is not None
    assert room.end().ended == ended
    assert room.over


def test_the_facts_name_the_turn_they_came_out_in() -> None:
    """What was told says when; what lies deeper counts apart."""
    room = room_with(shipped("utmattning"))
    assert all(fact.turn == 0 for fact in room.rehearsal.facts)
    turns = [room.say(line) for line in GOOD]
    told = {turn.number for turn in turns if turn.fresh}
    seen = {fact.turn for fact in room.rehearsal.facts if fact.turn}
    assert seen
    assert seen <= told
