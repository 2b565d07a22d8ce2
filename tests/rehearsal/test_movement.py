"""The rules of openness are monotone: what opens never closes, what closes never opens, and nothing jumps over."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.domain.openness import CLOSING, FULL, OPENING, Openness, Rule
from gk_assistant.domain.rehearsals import Difficulty
from gk_assistant.domain.utterances import Act, Clue, Heard, Kind
from gk_assistant.rehearsal.memory import Memory
from gk_assistant.rehearsal.movement import EVERYDAY, Around, called, moved, stirs
from tests.rehearsal.rooms import SHIPPED, shipped

OPENING_ACTS = (Act.EMPATI, Act.LOV, Act.SYFTE, Act.EGET_VAL, Act.NAMN, Act.PAUS, Act.TILL_PERSONEN, Act.LOFTE_HALLET)
CLOSING_ACTS = (
    Act.IFRAGASATT,
    Act.MORALISERAR,
    Act.SVARA_ORD,
    Act.FORBI_PERSONEN,
    Act.BRADSKA,
    Act.LOFTE_BRUTET,
    Act.RAD,
)

openness = st.sampled_from([shipped(name).openness for name in SHIPPED.ids()])
heards = st.builds(
    Heard,
    text=st.sampled_from(["Hur är det med sömnen?", "Berätta.", "Jag undrar över arbetsförmågebedömningen."]),
    kind=st.one_of(st.none(), st.sampled_from(Kind)),
    kinds=st.lists(st.sampled_from(Kind), max_size=2).map(tuple),
    clues=st.lists(st.sampled_from(Act), max_size=3, unique=True).map(lambda acts: tuple(Clue(act=a) for a in acts)),
    words=st.integers(0, 90),
    questions=st.integers(0, 3),
)
memories = st.builds(
    Memory,
    openness=st.integers(0, FULL),
    number=st.integers(0, 30),
    questions=st.integers(0, 6),
    closed=st.integers(0, 5),
    silences=st.integers(0, 3),
    promises=st.lists(st.integers(1, 5), max_size=1).map(tuple),
    moved=st.dictionaries(st.sampled_from(Rule), st.integers(0, 30), max_size=6),
)
arounds = st.builds(
    Around,
    cue_taken=st.sampled_from(["", "mitt i vilan"]),
    cues_passed=st.integers(0, 2),
    without_leave=st.booleans(),
    repeated=st.booleans(),
    early=st.booleans(),
)
difficulties = st.sampled_from(Difficulty)


def after(heard: Heard, memory: Memory, rules: Openness, around: Around, difficulty: Difficulty) -> int:
    """Return the openness after an utterance."""
    return moved(memory.openness, stirs(heard, memory, rules, around, difficulty))


@given(heards, memories, openness, arounds, difficulties)
def test_every_step_has_its_rules_sign(h: Heard, m: Memory, o: Openness, a: Around, d: Difficulty) -> None:
    """Opening rules step up and closing ones down, and the openness stays within 0 and 100."""
    found = stirs(h, m, o, a, d)
    assert all((stir.step > 0) is (stir.rule in OPENING) for stir in found)
    assert 0 <= moved(m.openness, found) <= FULL
    assert len({stir.rule for stir in found}) == len(found)


@given(heards, memories, openness, arounds, difficulties, st.sampled_from(OPENING_ACTS))
def test_doing_something_good_besides_never_closes(  # noqa: PLR0913, PLR0917  # one strategy each
    h: Heard, m: Memory, o: Openness, a: Around, d: Difficulty, act: Act
) -> None:
    """The same words with leave asked, the name, or a kind word besides never end less open."""
    more = replace(h, clues=(*h.clues, Clue(act=act))) if not h.does(act) else h
    assert after(more, m, o, a, d) >= after(h, m, o, a, d)


@given(heards, memories, openness, arounds, difficulties, st.sampled_from(CLOSING_ACTS))
def test_doing_something_bad_besides_never_opens(  # noqa: PLR0913, PLR0917  # one strategy each
    h: Heard, m: Memory, o: Openness, a: Around, d: Difficulty, act: Act
) -> None:
    """The same words with haste, a hard word or a sermon besides never end more open."""
    worse = replace(h, clues=(*h.clues, Clue(act=act))) if not h.does(act) else h
    assert after(worse, m, o, a, d) <= after(h, m, o, a, d)


@given(heards, memories, openness, arounds, difficulties, st.integers(0, FULL))
def test_who_is_more_open_stays_so(  # noqa: PLR0913, PLR0917  # one strategy each
    h: Heard, m: Memory, o: Openness, a: Around, d: Difficulty, other: int
) -> None:
    """Of two as different only in openness, the more open one is never overtaken by the same words."""
    low, high = sorted((m.openness, other))
    ends = [after(h, replace(m, openness=level), o, a, d) for level in (low, high)]
    assert ends[0] <= ends[1]


@given(heards, memories, openness, arounds)
def test_the_hard_one_never_ends_more_open_than_the_easy(h: Heard, m: Memory, o: Openness, a: Around) -> None:
    """The same words on the same mood: easy, ordinary, hard in that order."""
    easy, usual, hard = (after(h, m, o, a, difficulty) for difficulty in Difficulty)
    assert easy >= usual >= hard


@given(memories, openness, difficulties)
def test_everyday_friendliness_alone_opens_slowly(m: Memory, o: Openness, d: Difficulty) -> None:
    """A short open question with the name and a kind word opens by no more than the cap."""
    h = Heard(
        text="Hur sover du?",
        kind=Kind.OPPEN,
        kinds=(Kind.OPPEN,),
        clues=(Clue(act=Act.NAMN), Clue(act=Act.EMPATI)),
        words=3,
        questions=1,
    )
    assert sum(stir.step for stir in stirs(h, m, o, Around(), d)) <= EVERYDAY


def test_every_rule_can_be_called() -> None:
    """No rule that a trainer can give a weight is dead."""
    base = Memory(openness=50, number=10, questions=5, closed=4, promises=(1,))
    everything = Heard(
        text="Hur mår du?",
        kind=Kind.SLUTEN,
        kinds=(Kind.SLUTEN, Kind.OPPEN, Kind.REFLEKTION, Kind.BEKRAFTELSE, Kind.SAMMANFATTNING),
        clues=tuple(Clue(act=act) for act in Act if act is not Act.SVARA_ORD),
        words=5,
        questions=1,
    )
    around = Around(cue_taken="x", cues_passed=1, without_leave=True, repeated=True)
    found = {rule for rule, _ in called(everything, base, around)}
    for kind in (Kind.LEDANDE, Kind.FLERFRAGA):
        pressed = replace(everything, kind=kind, kinds=(), clues=(Clue(act=Act.SVARA_ORD),), words=80)
        found |= {rule for rule, _ in called(pressed, base, around)}
    interrogated = replace(everything, kinds=(), clues=())
    found |= {rule for rule, _ in called(interrogated, base, around)}
    assert found == OPENING | CLOSING
