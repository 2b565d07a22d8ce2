"""The mirror's figures, counted by hand, and what its remarks may rest on."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from gk_assistant.domain.mirrors import Guided, Measure, Mirror
from gk_assistant.domain.openness import CLOSING, OPENING, Rule
from gk_assistant.domain.rehearsals import Cued, CueSeen, FactSeen, Part, Rehearsal, Setting, Stir, Turn
from gk_assistant.domain.utterances import Act, Kind
from gk_assistant.rehearsal.mirror import mirror_of
from gk_assistant.rehearsal.mirror_strengths import SMALL
from gk_assistant.storage.persona_reader import TomlPersonas
from tests.rehearsal.ear import bank
from tests.rehearsal.turns import heard, rehearsals, talk, turn, unsure


def mirror(rehearsal: Rehearsal) -> Mirror:
    """Return the mirror over the shipped bank."""
    return mirror_of(rehearsal, bank=bank())


def figure(rehearsal: Rehearsal, name: str) -> Measure:
    """Return one figure of a mirror."""
    return next(measure for measure in mirror(rehearsal).measures if measure.id == name)


def alternating(questions: int, reflections: int) -> Rehearsal:
    """Return a talk of some open questions and then some reflections."""
    kinds = [Kind.OPPEN] * questions + [Kind.REFLEKTION] * reflections
    return talk(*(turn(at, heard("ett två tre", kind), "fyra fem") for at, kind in enumerate(kinds, start=1)))


@pytest.mark.parametrize(
    ("questions", "reflections", "stands"),
    [(4, 4, Guided.INOM), (4, 8, Guided.INOM), (4, 2, Guided.NARA), (4, 1, Guided.UTANFOR), (0, 2, Guided.UTAN)],
)
def test_reflections_to_questions(questions: int, reflections: int, stands: Guided) -> None:
    """One to one is inside the guide line, from one to two near it; without questions there is no ratio."""
    found = figure(alternating(questions, reflections), "speglingar")
    assert found.stands is stands
    assert found.number == (reflections / questions if questions else None)


def test_unsure_turns_that_could_tip_a_figure_make_it_unsure() -> None:
    """With 3 questions, 2 reflections and one turn that may be a reflection, the ratio is 2/3 or 3/3: unsure."""
    kinds = [Kind.OPPEN] * 3 + [Kind.REFLEKTION] * 2
    turns = [turn(at, heard("hur är det", kind), "bra") for at, kind in enumerate(kinds, start=1)]
    doubt = turn(6, unsure("du sover", Kind.REFLEKTION, Kind.INFORMATION), "ja")
    found = figure(talk(*turns, doubt), "speglingar")
    assert found.stands is Guided.OSAKERT
    assert found.number == pytest.approx(2 / 3)
    assert "0,7 till 1" in found.value
    assert figure(talk(*turns), "speglingar").stands is Guided.NARA


def test_unsure_turns_that_cannot_tip_a_figure_leave_it() -> None:
    """Ten questions and no reflection stay outside the guide line with one unsure turn more."""
    turns = [turn(at, heard("sover du", Kind.SLUTEN), "nej") for at in range(1, 11)]
    doubt = turn(11, unsure("du sover", Kind.REFLEKTION, Kind.SLUTEN), "ja")
    assert figure(talk(*turns, doubt), "speglingar").stands is Guided.UTANFOR


def test_open_questions_are_counted_a_turn_at_a_time() -> None:
    """Three of five questions are open: one with a closed question beside it is not."""
    kinds = [(Kind.OPPEN,), (Kind.OPPEN,), (Kind.OPPEN,), (Kind.SLUTEN,), (Kind.OPPEN, Kind.SLUTEN)]
    turns = [turn(at, heard("hur", kinds=one, kind=one[0]), "ja") for at, one in enumerate(kinds, start=1)]
    assert figure(talk(*turns), "oppna").number == pytest.approx(3 / 5)


@pytest.mark.parametrize(("row", "stands"), [(3, Guided.INOM), (4, Guided.NARA), (5, Guided.UTANFOR)])
def test_the_longest_run_of_questions(row: int, stands: Guided) -> None:
    """Three questions in a row are inside the guide line, four near it, five outside; a reflection begins anew."""
    kinds = [Kind.OPPEN, Kind.OPPEN, Kind.REFLEKTION, *[Kind.OPPEN] * row, Kind.REFLEKTION, Kind.OPPEN]
    found = figure(talk(*(turn(at, heard("vad", kind), "a") for at, kind in enumerate(kinds, start=1))), "rad")
    assert (found.number, found.stands) == (row, stands)


def test_asking_leave_and_asking_whether_one_has_understood_are_no_questions() -> None:
    """Leave and "stämmer det?" are closed in form, and counted as no question."""
    found = figure(
        talk(
            turn(1, heard("hur är det", Kind.OPPEN), "bra"),
            turn(2, heard("är det okej att jag frågar", Kind.SLUTEN, Act.LOV), "ja"),
            turn(3, heard("stämmer det", Kind.SLUTEN, Act.STAMMER_DET), "ja"),
        ),
        "oppna",
    )
    assert found.value == "1 av 1"


def test_own_share_of_words_without_stage_directions() -> None:
    """Six own words beside eight said back are 43 %; what stands in brackets is not said."""
    rehearsal = talk(
        turn(1, heard("hur har du det", Kind.OPPEN), "(tittar ner i bordet) det går väl bra tack"),
        turn(2, heard("jaså då", Kind.REFLEKTION), "ja precis så"),
    )
    found = figure(rehearsal, "ord")
    assert found.number == pytest.approx(6 / 14)
    assert (found.value, found.stands) == ("43 %", Guided.INOM)


def test_nobody_answers_in_a_list_of_utterances() -> None:
    """Without answers the share of words is not reckoned."""
    found = figure(talk(turn(1, heard("hur är det", Kind.OPPEN))), "ord")
    assert (found.number, found.stands) == (None, Guided.UTAN)


def test_leave_before_the_sensitive() -> None:
    """Of two sensitive rutor, one entered with leave the turn before and one without: one of two."""
    sensitive = {"ruta_certainty": 0.9}
    rehearsal = talk(
        turn(1, heard("är det okej att jag frågar om alkohol", Kind.SLUTEN, Act.LOV), "ja"),
        turn(2, heard("hur ser det ut", Kind.OPPEN, ruta="missbruk", **sensitive), "nja"),
        turn(3, heard("dricker du", Kind.SLUTEN, ruta="missbruk", **sensitive), "nja"),
        turn(4, heard("hur var dagen", Kind.OPPEN, ruta="vardag", **sensitive), "nja"),
        turn(5, heard("är du ledsen", Kind.SLUTEN, ruta="psykisk_halsa", **sensitive), "nja"),
    )
    found = figure(rehearsal, "lov")
    assert (found.number, found.stands) == (0.5, Guided.NARA)


def test_a_ruta_that_is_not_sure_makes_leave_unsure() -> None:
    """Leave asked once for sure, and a question that perhaps concerns a sensitive ruta: it cannot be told."""
    rehearsal = talk(
        turn(1, heard("får jag fråga om alkohol", Kind.SLUTEN, Act.LOV), "ja"),
        turn(2, heard("hur ser det ut", Kind.OPPEN, ruta="missbruk", ruta_certainty=0.9), "nja"),
        turn(3, heard("något annat", Kind.OPPEN), "nja"),
        turn(4, heard("något mer", Kind.OPPEN), "nja"),
        turn(5, heard("är du ledsen", Kind.SLUTEN, ruta="psykisk_halsa", ruta_certainty=0.3), "nja"),
    )
    assert figure(rehearsal, "lov").stands is Guided.OSAKERT


def test_a_topic_that_only_leave_opens_is_sensitive_whatever_its_ruta() -> None:
    """Where the persona is known, what it took for a trespass is sensitive whatever its ruta, and nothing else."""
    persona = TomlPersonas().persona("utmattning")
    topic = next(one for one in persona.topics if one.id == "kraschen")
    gently = turn(1, heard("hur var det", Kind.OPPEN), "nja", topic=topic.id, ruta="vardag")
    harshly = replace(gently, stirs=(Stir(rule=Rule.UTAN_LOV, step=-4),))
    values = [
        next(one for one in mirror_of(talk(asked), bank=bank(), persona=persona).measures if one.id == "lov").value
        for asked in (gently, harshly)
    ]
    assert values[1] == "0 av 1 gånger"
    assert values[0] != values[1]


def test_purpose_choice_summary_and_advice() -> None:
    """A purpose in turn 6 is late; a choice before the first ruta is in time; one summary of two was checked."""
    rehearsal = talk(
        turn(1, heard("vilken ruta vill du börja med", Kind.OPPEN, Act.EGET_VAL), "vardag"),
        turn(2, heard("hur är vardagen", Kind.OPPEN, ruta="vardag", ruta_certainty=0.9), "bra"),
        turn(3, heard("du borde träna", Kind.INFORMATION, Act.RAD), "jaha"),
        turn(4, heard("kort sagt", Kind.SAMMANFATTNING), "ja"),
        turn(5, heard("kort sagt stämmer det", Kind.SAMMANFATTNING, Act.STAMMER_DET), "ja"),
        turn(6, heard("vi ses för att", Kind.INFORMATION, Act.SYFTE), "ok"),
    )
    standing = {one.id: (one.number, one.stands) for one in mirror(rehearsal).measures}
    assert standing["syfte"] == (1, Guided.NARA)
    assert standing["forsta_ruta"] == (1, Guided.INOM)
    assert standing["sammanfattning"] == (1, Guided.INOM)
    assert standing["losningar"] == (1, Guided.NARA)


def test_advice_after_what_the_person_wants_was_asked_is_not_early() -> None:
    """Once the person has said what they want or need, an advice is no early solution."""
    rehearsal = talk(
        turn(1, heard("vad vill du", Kind.OPPEN, Act.VILL), "jobba lite"),
        turn(2, heard("du kan pröva", Kind.INFORMATION, Act.RAD), "ja"),
    )
    assert figure(rehearsal, "losningar").number == 0


def test_early_by_openness_where_it_is_known() -> None:
    """With a persona an advice below the limit of trust is early, above it is not."""
    rehearsal = talk(
        turn(1, heard("du borde vila", Kind.INFORMATION, Act.RAD), "ja", openness=40),
        turn(2, heard("du borde vila", Kind.INFORMATION, Act.RAD), "ja", openness=70),
        trust=60,
    )
    assert figure(rehearsal, "losningar").number == 1


def test_a_figure_that_has_no_ground_is_not_told() -> None:
    """Without a name, promises, cues or facts there are no such figures."""
    ids = {one.id for one in mirror(alternating(2, 1)).measures}
    assert not ids & {"namn", "loften", "ledtradar", "fakta"}


def test_what_was_reached_and_what_was_passed_by() -> None:
    """Facts count in their ruta, cues keep turn and words, and the plot tells what moved most."""
    rehearsal = talk(
        turn(
            1,
            heard("hur är det", Kind.OPPEN, ruta="vardag", ruta_certainty=0.9),
            "bra",
            openness=44,
            stirs=(Stir(rule=Rule.EN_SAK, step=1), Stir(rule=Rule.OPPEN_FRAGA, step=4)),
            cues=(CueSeen(cue="c", words="fast natten", became=Cued.FORBI),),
        ),
        start=40,
        trust=60,
        shut=15,
        facts=(
            FactSeen(topic="a", ruta="vardag", fact="sover", deep=False, turn=1),
            FactSeen(topic="b", ruta="vardag", fact="gråter", deep=True, turn=0),
        ),
    )
    found = mirror(rehearsal)
    vardag = next(one for one in found.rutor if one.ruta == "vardag")
    assert (vardag.turns, vardag.reached, vardag.of) == (1, 1, 2)
    assert [(one.turn, one.seen.words) for one in found.cues] == [(1, "fast natten")]
    assert [(one.turn, one.openness) for one in found.plot] == [(0, 40), (1, 44)]
    assert (found.plot[1].rule, found.plot[1].step) == (Rule.OPPEN_FRAGA, 4)
    assert (found.trust, found.shut) == (60, 15)


def test_the_weightiest_thing_comes_first() -> None:
    """What moved the persona most over the talk stands first, with what was said there and other words for it."""
    rehearsal = talk(
        turn(
            1,
            heard("sover du och äter du", Kind.FLERFRAGA, better="Hur sover du?"),
            "ja",
            stirs=(_down("flerfraga", 6),),
        ),
        turn(2, heard("är det verkligen så", Kind.SLUTEN), "ja", stirs=(_down("ifragasatt", 12),)),
        turn(3, heard("dricker du", Kind.SLUTEN, ruta="missbruk"), "ja", stirs=(_down("utan_lov", 8),)),
        turn(4, heard("skynda dig", Kind.INFORMATION), "ja", stirs=(_down("bradska", 3),)),
    )
    found = mirror(rehearsal).tries
    assert [one.id for one in found] == ["ifragasatt", "utan_lov", "flerfraga"]
    assert [one.turn for one in found] == [2, 3, 1]
    assert found[2].better == "Hur sover du?"
    assert "missbruk" in found[1].better


def _down(rule: str, step: int) -> Stir:
    return Stir(rule=Rule(rule), step=-step)


def test_nothing_missed_in_a_talk_too_short_for_it() -> None:
    """Two good turns bring no advice on what there was no time for."""
    assert mirror(alternating(1, 1)).tries == ()


def test_something_kind_and_true_also_in_a_bad_talk() -> None:
    """Of nothing but poor questions the greeting is still told, and the longest answer; never more than is there."""
    turns = [
        turn(1, heard("hej", None, Act.HALSNING), "hej"),
        *(turn(at, heard("du vill väl jobba", Kind.LEDANDE), "jo det") for at in range(2, 8)),
        turn(8, heard("sover du och äter du", Kind.FLERFRAGA), "jo det gör jag nog"),
    ]
    found = mirror(talk(*turns)).strengths
    assert [one.id for one in found] == ["halsning", "langst_svar"]
    assert mirror(talk()).strengths == ()


def test_the_comparison_comes_when_gk2_has_been_held() -> None:
    """Without a turn of GK2 there is nothing to compare; with one the persona's own stairs and plan stand there."""
    persona = TomlPersonas().persona("utmattning")
    first = turn(1, heard("hur", Kind.OPPEN), "bra")
    second = Turn(number=2, part=Part.GK2, heard=heard("vad", Kind.OPPEN))
    assert mirror_of(talk(first), bank=bank(), persona=persona).comparison is None
    found = mirror_of(talk(first, second), bank=bank(), persona=persona).comparison
    assert found is not None
    assert found.goal == persona.plan.goal
    assert persona.first_placement.words in found.first
    assert len(found.steps) == len(persona.plan.steps)
    assert found.our_goal == ""


def test_only_the_trained_ruta_is_shown() -> None:
    """A rehearsal of one ruta shows that ruta alone, and misses no choice of the first."""
    one = Rehearsal(
        id="r", begun=talk().begun, setting=Setting(persona="", ruta="vardag"), turns=(turn(1, heard("hur")),)
    )
    assert [seen.ruta for seen in mirror(one).rutor] == [bank().ruta("vardag").id]
    assert figure(one, "forsta_ruta").stands is Guided.UTAN


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(rehearsal=rehearsals())
def test_any_rehearsal_has_a_mirror_and_no_remark_without_ground(rehearsal: Rehearsal) -> None:
    """It never raises; remarks are three at most, each on a turn of the talk with words that were said there."""
    persona = TomlPersonas().persona("utmattning")
    found = mirror_of(rehearsal, bank=bank(), persona=persona)
    said = {one.number: " ".join(one.heard.text.split()) for one in rehearsal.turns}
    assert len(found.strengths) <= 3
    assert len(found.tries) <= 3
    for remark in (*found.strengths, *found.tries):
        assert remark.quote
        assert said[remark.turn].startswith(remark.quote.removesuffix("…").rstrip())
    assert len({one.id for one in found.strengths}) == len(found.strengths)
    assert all(one.better for one in found.tries)
    assert (
        sum(count for _, count in found.kinds) + sum(one.heard.kind is None for one in rehearsal.turns) == found.turns
    )
    assert found.rutor or rehearsal.setting.ruta


def test_every_remark_has_its_words() -> None:
    """For each rule that opens there is a strength, for each that closes other words and a name for the group."""
    texts = bank().papers["spegel"].texts["sv"].texts
    tried = {*CLOSING, Rule.SYFTE, Rule.EGET_VAL, Rule.SAMMANFATTNING, Rule.REFLEKTION, Rule.OPPEN_FRAGA, "egen_del"}
    wanted = {f"styrka_{rule}" for rule in OPENING} | {f"styrka_{name}" for _, name in SMALL}
    wanted |= {f"prova_{name}{end}" for name in tried for end in ("", "_battre")} | {f"kort_{name}" for name in tried}
    assert wanted <= texts.keys()


def test_a_strength_that_the_words_do_not_bear_out_is_not_told() -> None:
    """A greeting that was taken for a summing up moved the persona, but is no strength of that kind."""
    greeting = turn(
        1,
        heard("hej jag heter eva och vi ses för att", Kind.SAMMANFATTNING, Act.SYFTE, Act.HALSNING),
        "hej hej",
        stirs=(Stir(rule=Rule.SAMMANFATTNING, step=6), Stir(rule=Rule.SYFTE, step=3)),
    )
    assert "sammanfattning" not in {one.id for one in mirror(talk(greeting)).strengths}
    assert mirror(talk(greeting)).strengths[0].id == "syfte"


def test_leave_with_a_free_choice_is_no_reflection() -> None:
    """To ask whether one may ask, and say that the choice is free, asks leave and gives nothing back."""
    asked = heard("är det okej du bestämmer", Kind.SLUTEN, Act.LOV, Act.EGET_VAL, kinds=(Kind.SLUTEN, Kind.REFLEKTION))
    found = figure(talk(turn(1, heard("hur är det", Kind.OPPEN), "bra"), turn(2, asked, "ja")), "speglingar")
    assert found.value == "speglingar: 0, frågor: 1"
