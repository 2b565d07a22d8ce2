"""Several rehearsals beside each other: one over time, and a group that nobody can be known in."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gk_assistant.domain.mirrors import Measure, Remark, RutaSeen
from gk_assistant.domain.rehearsals import Rehearsal, Setting
from gk_assistant.rehearsal.comparing import Held, over_time, overview
from gk_assistant.rehearsal.mirror import mirror_of
from tests.documents.rehearsed import BEGUN, mirror, rehearsal
from tests.rehearsal.ear import bank
from tests.rehearsal.turns import rehearsals


def held(trainee: str, day: int, number: float, *, persona: str = "utmattning", tries: tuple[str, ...] = ()) -> Held:
    """Return a talk with one figure."""
    begun = BEGUN + timedelta(days=day)
    return Held(
        rehearsal=replace(rehearsal(), trainee=trainee, begun=begun, setting=Setting(persona=persona)),
        mirror=mirror(
            begun=begun,
            measures=(Measure(id="ord", name="Din del", value=f"{number}", number=number),),
            tries=tuple(Remark(id=name, words="…", turn=1, quote="x", better="y") for name in tries),
            rutor=(
                RutaSeen(ruta="vardag", title="Vardag", turns=1, reached=0, of=0),
                RutaSeen(ruta="missbruk", title="Missbruk", turns=0, reached=0, of=0),
            ),
        ),
    )


def test_one_who_practises_through_time() -> None:
    """Only the own talks, the oldest first, whatever the case of the code; a figure that was not there is empty."""
    talks = [held("k7", 9, 0.5), held("X", 1, 0.9), held("K7 ", 2, 0.7)]
    without = Held(rehearsal=replace(talks[0].rehearsal, begun=BEGUN), mirror=mirror(begun=BEGUN, measures=()))
    found = over_time([*talks, without], "K7")
    assert [talk.begun for talk in found.talks] == [BEGUN, BEGUN + timedelta(days=2), BEGUN + timedelta(days=9)]
    assert [point.number for point in found.series[0].points] == [None, 0.7, 0.5]
    assert over_time(talks, "ingen").talks == ()


@pytest.mark.parametrize("codes", [["a", "a", "b"], ["", "", ""], ["a", "A ", "b", "b"]])
def test_too_few_people_show_nothing(codes: list[str]) -> None:
    """Fewer than three different people, those without a code counted as one: only why nothing is shown."""
    found = overview([held(code, at, 0.5) for at, code in enumerate(codes)], bank=bank())
    assert "minst 3 personer" in found.why_not
    assert (found.spreads, found.tries, found.rutor, found.cues, found.personas) == ((), (), (), (), ())


def test_a_group_in_figures() -> None:
    """The middle half by hand: of 0.2, 0.4, 0.5, 0.6 and 1.0 it is 0.4 to 0.6, the middle 0.5."""
    numbers = (0.2, 0.4, 0.5, 0.6, 1.0)
    found = overview([held("abcde"[at], at, number) for at, number in enumerate(numbers)], bank=bank())
    spread = found.spreads[0]
    assert (spread.low, spread.middle, spread.high, spread.talks) == (0.4, 0.5, 0.6, 5)
    assert found.why_not == ""


def test_what_comes_most_often() -> None:
    """Things to try and rutor missed come by how often, in words, of how many talks; nobody is named."""
    talks = [held("a", 1, 0.1, tries=("forhor",)), held("b", 2, 0.1, tries=("forhor", "ledande")), held("c", 3, 0.1)]
    found = overview(talks, bank=bank())
    assert [(one.words, one.count, one.of) for one in found.tries] == [
        ("fler än tre frågor utan spegling", 2, 3),
        ("ledande frågor", 1, 3),
    ]
    assert [(one.words, one.count, one.of) for one in found.rutor] == [("Missbruk", 3, 3)]
    assert [(one.words, one.count, one.of) for one in found.cues] == [("Katarina: ”förstås”", 3, 3)]


def test_a_persona_that_few_have_tried_shows_only_how_many_talks() -> None:
    """With two people on a persona its shares are hidden, with three they are there."""
    measures = (
        Measure(id="fakta", name="f", value="", number=0.5),
        Measure(id="ledtradar", name="l", value="", number=1),
    )
    talks = [held(code, 1, 0.1, persona=who) for code, who in zip("abcab", "uuuvv", strict=True)]
    talks = [Held(rehearsal=one.rehearsal, mirror=replace(one.mirror, measures=measures)) for one in talks]
    found = {one.persona: one for one in overview(talks, bank=bank()).personas}
    assert (found["u"].talks, found["u"].facts, found["u"].cues) == (3, 0.5, 1)
    assert (found["v"].talks, found["v"].facts, found["v"].cues) == (2, None, None)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(told=st.lists(rehearsals(), max_size=5))
def test_any_rehearsals_can_be_laid_together(told: list[Rehearsal]) -> None:
    """No group makes it fail, and every thing to try has a name for the group."""
    talks = [Held(rehearsal=one, mirror=mirror_of(one, bank=bank())) for one in told]
    found = overview(talks, bank=bank())
    assert bool(found.why_not) == (len({one.who for one in talks}) < 3)
    for one in talks:
        assert len(over_time(talks, one.rehearsal.trainee).talks) >= 1
