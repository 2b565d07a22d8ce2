"""The fictive deltagare answers what is asked, from its file alone, and opens and closes by the stated rules."""

from collections import Counter
from itertools import pairwise

import pytest

from gk_assistant.domain.openness import CLOSING, OPENING
from gk_assistant.domain.personas import Layer, Occasion, Persona
from gk_assistant.domain.rehearsals import Difficulty, Setting, Speaker
from tests.rehearsal.interviews import BAD, GOOD
from tests.rehearsal.rooms import SHIPPED, room_with, shipped, talk


@pytest.fixture(params=SHIPPED.ids())
def persona(request: pytest.FixtureRequest) -> Persona:
    """Give each shipped persona in turn."""
    return shipped(request.param)


def lines_of(persona: Persona) -> dict[str, str]:
    """Return every line of a persona by its id, a companion's and the placements among them."""
    lines = {line.id: line.text for line in persona.all_lines()}
    lines |= {said.line.id: said.line.text for said in persona.interjections}
    lines |= {
        "alder": f"{persona.age} år.",
        "trappa/forst": persona.first_placement.words,
        "trappa/efter": persona.later_placement.words,
    }
    return lines | {"plan/mal": persona.plan.goal}


@pytest.mark.parametrize("script", [GOOD, BAD], ids=["good", "bad"])
def test_nothing_is_made_up(persona: Persona, script: tuple[str, ...]) -> None:
    """Every word of an answer is a line of the file, at most with one of the person's own pauses before it."""
    known = lines_of(persona)
    _, turns = talk(persona.id, script)
    for said in (said for turn in turns for said in turn.said):
        rest = said.text.removesuffix(known[said.line]).strip()
        assert not rest or rest in persona.voice.pauses


def test_the_same_seed_and_words_give_the_same_talk_and_another_seed_another(persona: Persona) -> None:
    """A trainer can set the same exercise to two people, and choose another."""
    one, same, other = (talk(persona.id, GOOD, seed=seed)[1] for seed in (1, 1, 2))
    assert [turn.answer for turn in one] == [turn.answer for turn in same]
    assert [turn.answer for turn in one] != [turn.answer for turn in other]


def test_no_answer_is_empty_and_none_comes_twice_in_a_row(persona: Persona) -> None:
    """Whatever is said, something comes back, and never the very same as the turn before."""
    for script in (GOOD, BAD):
        answers = [turn.answer for turn in talk(persona.id, script)[1]]
        assert all(answers)
        assert all(one != two for one, two in pairwise(answers))


def test_a_good_and_a_bad_talk_end_far_apart(persona: Persona) -> None:
    """Met well the person opens past its trust and tells of deep things; met badly it shuts and tells of none."""
    good, opened = talk(persona.id, GOOD)
    bad, closed = talk(persona.id, BAD)
    assert max(turn.openness or 0 for turn in opened) >= persona.openness.trust
    assert min(turn.openness or 0 for turn in closed) < persona.openness.shut
    assert good.memory.openness - bad.memory.openness >= 40
    told, hidden = (sum(fact.turn > 0 for fact in room.rehearsal.facts) for room in (good, bad))
    assert told > hidden
    assert any(fact.deep and fact.turn for fact in good.rehearsal.facts)
    assert not any(fact.deep and fact.turn for fact in bad.rehearsal.facts)


def test_what_lies_behind_trust_and_leave_is_not_said_without_it(persona: Persona) -> None:
    """No line of the layer behind trust comes below its limit, none behind leave before leave was given."""
    for script in (GOOD, BAD):
        room = room_with(persona)
        leave = False
        for line in script:
            turn = room.say(line)
            leave = leave or any(said.line.startswith(f"rader/{Occasion.LOV_JA}") for said in turn.said)
            for said in turn.said:
                assert said.layer is not Layer.TILLIT or (turn.openness or 0) >= persona.openness.trust
                assert said.layer is not Layer.LOV or leave


def test_each_rule_moves_in_its_own_direction(persona: Persona) -> None:
    """What opens never lowers the openness and what closes never raises it."""
    stirs = [stir for script in (GOOD, BAD) for turn in talk(persona.id, script)[1] for stir in turn.stirs]
    assert all(stir.step > 0 for stir in stirs if stir.rule in OPENING)
    assert all(stir.step < 0 for stir in stirs if stir.rule in CLOSING)
    assert len({stir.rule for stir in stirs}) >= 8


def test_difficulty_changes_how_fast_one_opens_and_closes(persona: Persona) -> None:
    """The easy one ends more open than the hard one after the same good talk, and shuts later in the bad one."""
    ends = {}
    for difficulty in Difficulty:
        room = room_with(persona, Setting(persona=persona.id, seed=1, difficulty=difficulty))
        opened = [room.say(line).openness or 0 for line in GOOD[:4]]
        bad = room_with(persona, Setting(persona=persona.id, seed=1, difficulty=difficulty))
        closed = [bad.say(line).openness or 0 for line in BAD[:4]]
        ends[difficulty] = (opened[-1], closed[-1])
    assert ends[Difficulty.LATT][0] > ends[Difficulty.VANLIG][0] > ends[Difficulty.SVAR][0]
    assert ends[Difficulty.LATT][1] >= ends[Difficulty.VANLIG][1] >= ends[Difficulty.SVAR][1]
    assert ends[Difficulty.LATT][1] > ends[Difficulty.SVAR][1]


@pytest.mark.parametrize("text", ["qwert asdfg", "zxcv", "%%%", "blorp flimsa grunk", "lorem ipsum dolor"])
def test_what_is_not_understood_is_asked_about_and_marked(persona: Persona, text: str) -> None:
    """Nonsense gets "what do you mean" in the person's own words, and the turn says so for the trainer."""
    turn = room_with(persona).say(text)
    assert not turn.understood
    assert turn.said[0].line.startswith(f"rader/{Occasion.FORSTAR_INTE}/")


def test_the_person_reminds_of_a_promise_and_is_glad_when_it_is_kept(persona: Persona) -> None:
    """A promise that is forgotten comes back once, at the latest after eight turns; a kept one opens."""
    room = room_with(persona)
    room.say("Hej, vi ses för att prata om hur du har det.")
    room.say("Jag ska kolla upp det och ringa dig på måndag.")
    reminded = [any("lofte_paminner" in said.line for said in room.say(line).said) for line in GOOD[2:11]]
    assert any(reminded)
    before = room.memory.openness
    turn = room.say("Nu har jag kollat upp det som jag lovade dig.")
    assert (turn.openness or 0) > before
    assert not room.memory.promises


def test_a_companion_answers_until_the_person_is_spoken_to() -> None:
    """Malin answers for Henrik; when he is spoken to himself, she keeps quiet for a while."""
    room = room_with(shipped("partner_svarar"))
    first = room.say("Hur var det på jobbet?")
    assert first.said[0].by is Speaker.MED
    room.say("Henrik, jag vill gärna höra vad du själv säger.")
    after = [room.say(line) for line in ("Hur sover du?", "Hur är det att träffa folk?")]
    assert all(said.by is Speaker.DELTAGARE for turn in after for said in turn.said)


def test_a_cue_taken_up_opens_its_own_line_and_one_passed_by_is_marked() -> None:
    """Whoever takes up the telephone hears of it; whoever goes on to something else has passed it by."""
    room = room_with(shipped("utmattning"))
    given = next(
        turn for turn in (room.say(line) for line in ("Berätta om jobbet.", *["Berätta mer."] * 8)) if turn.cues
    )
    assert given.cues[0].cue == "telefonen"
    taken = room.say("Du hade telefonen på dygnet runt. Hur var det?")
    assert taken.said[0].line.startswith("ledtrad/telefonen/")
    assert next(seen.became.value for seen in taken.cues) == "tagen"


def test_a_good_talk_of_forty_turns_does_not_repeat_itself(persona: Persona) -> None:
    """No line of a topic comes twice, and no other line more than three times, in forty turns."""
    _, turns = talk(persona.id, (*GOOD[:-1], *(f"{line}" for line in GOOD[2:-2])))
    counts = Counter(said.line for turn in turns for said in turn.said)
    assert max((count for line, count in counts.items() if not line.startswith("rader/")), default=0) <= 1
    assert max(counts.values()) <= 3


def test_a_turn_taken_back_leaves_everything_as_before(persona: Persona) -> None:
    """Said again after being taken back, the same words get the same answer."""
    room = room_with(persona)
    for line in GOOD[:6]:
        room.say(line)
    before = room.memory
    turn = room.say(GOOD[7])
    assert room.take_back() == room.rehearsal.turns[-1] or room.memory == before
    assert room.say(GOOD[7]).answer == turn.answer
