"""Turns and rehearsals made by hand, and strategies for any of them."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from gk_assistant.domain.openness import Rule
from gk_assistant.domain.rehearsals import (
    Cued,
    CueSeen,
    FactSeen,
    Part,
    Rehearsal,
    Said,
    Setting,
    Speaker,
    Stir,
    Turn,
)
from gk_assistant.domain.utterances import QUESTIONS, Act, Clue, Heard, Kind
from tests import strategies

BEGUN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def heard(text: str, kind: Kind | None = None, *acts: Act, **more: object) -> Heard:
    """Return an utterance surely of one kind, or of none."""
    usual: dict[str, object] = {
        "kind": kind,
        "likely": kind,
        "certainty": 0.95 if kind else 0.0,
        "kinds": (kind,) if kind else (),
        "clues": tuple(Clue(act=act) for act in acts),
        "words": len(text.split()),
        "questions": int(kind in QUESTIONS),
    }
    return Heard(text=text, **(usual | more))  # type: ignore[arg-type]


def unsure(text: str, likely: Kind, second: Kind) -> Heard:
    """Return an utterance that may be of either of two kinds."""
    return Heard(text=text, likely=likely, second=second, certainty=0.35, words=len(text.split()))


def turn(number: int, said: Heard, answer: str = "", **more: object) -> Turn:
    """Return a turn with an answer."""
    came = (Said(by=Speaker.DELTAGARE, text=answer),) if answer else ()
    return Turn(number=number, part=Part.GK1, heard=said, said=came, **more)  # type: ignore[arg-type]


def talk(*turns: Turn, **more: object) -> Rehearsal:
    """Return a rehearsal of some turns."""
    return Rehearsal(id="r1", begun=BEGUN, setting=Setting(persona=""), turns=turns, **more)  # type: ignore[arg-type]


_kinds = st.none() | st.sampled_from(Kind)
_rutor = st.sampled_from(("", "vardag", "psykisk_halsa", "missbruk", "ingen_ruta"))
any_heard = st.builds(
    Heard,
    text=strategies.texts,
    kind=_kinds,
    likely=_kinds,
    second=_kinds,
    certainty=st.floats(0, 1),
    kinds=st.lists(st.sampled_from(Kind), max_size=3).map(tuple),
    ruta=_rutor,
    ruta_certainty=st.floats(0, 1),
    clues=st.lists(st.builds(Clue, act=st.sampled_from(Act), words=strategies.texts), max_size=3).map(tuple),
    feedback=strategies.texts,
    better=strategies.texts,
    words=st.integers(0, 200),
    questions=st.integers(0, 4),
)
_said = st.builds(Said, by=st.sampled_from(Speaker), text=strategies.texts, name=strategies.texts)
_turns = st.builds(
    Turn,
    number=st.just(0),
    part=st.sampled_from(Part),
    heard=any_heard,
    said=st.lists(_said, max_size=2).map(tuple),
    openness=st.none() | st.integers(0, 100),
    stirs=st.lists(
        st.builds(Stir, rule=st.sampled_from(Rule), step=st.integers(-30, 30), told=strategies.texts), max_size=3
    ).map(tuple),
    topic=strategies.ids,
    ruta=_rutor,
    cues=st.lists(
        st.builds(CueSeen, cue=strategies.ids, words=strategies.texts, became=st.sampled_from(Cued)), max_size=2
    ).map(tuple),
    understood=st.booleans(),
)


@st.composite
def rehearsals(draw: st.DrawFn) -> Rehearsal:
    """Draw any rehearsal, its turns numbered in order."""
    turns = draw(st.lists(_turns, max_size=14))
    numbered = tuple(
        Turn(**{name: getattr(one, name) for name in Turn.__slots__} | {"number": at})
        for at, one in enumerate(turns, start=1)
    )
    facts = st.builds(
        FactSeen,
        topic=strategies.ids,
        ruta=_rutor,
        fact=strategies.texts,
        deep=st.booleans(),
        turn=st.integers(0, len(turns)),
    )
    return Rehearsal(
        id="r",
        begun=draw(strategies.moments),
        setting=Setting(persona="", ruta=draw(_rutor)),
        name=draw(strategies.texts),
        title=draw(strategies.texts),
        start=draw(st.none() | st.integers(0, 100)),
        trust=draw(st.integers(0, 100)),
        shut=draw(st.integers(0, 100)),
        turns=numbered,
        facts=tuple(draw(st.lists(facts, max_size=4))),
        case=draw(st.none() | strategies.cases),
        trainee=draw(strategies.ids),
    )
