"""Hypothesis strategies for whole domain values, with the texts that break things."""

import string
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from hypothesis import strategies as st

from gk_assistant.domain.cases import Case, CaseKind, Consent, ConsentKind
from gk_assistant.domain.meetings import (
    BoxProgress,
    ChosenBy,
    ClockEvent,
    ClockStep,
    FirstBox,
    Meeting,
    Participant,
    RutaState,
)
from gk_assistant.domain.notes import Heading, Mark, Note, NoteEdit, Origin, Role, Sorting, Voice
from gk_assistant.domain.planning import Need, NeedKind, Outcome, OutcomeKind, Plan, PlanStep
from gk_assistant.domain.reflections import Decision, Reflection, SpecialistNeed
from gk_assistant.domain.trappa import PlacedBy, Placement

_Value = TypeVar("_Value")

RUTOR = ("arbetsliv", "behandling", "psykisk_halsa", "socialt", "vardag", "fritid", "tom_ruta")

_ODD = (
    "",
    "tröttnar efter 20 min, vilar på eftermiddagen",
    "värk i nacken 🤕 och ont i knät 👩🏽‍🦽",
    "מדבר עברית",
    "\u202eomvänd\u202c",
    "två\nrader\r\noch\ttabb",
    "\x00\x1b[31m\x7f",
    "å i två delar: a\u030a",
    "\ufeff\u2028\u2029\u200b",
    '"citat" \\ {"a": 1} [[fraga]] #',
    "x" * 10_000,
)

texts = st.one_of(st.sampled_from(_ODD), st.text(max_size=40))
ids = st.text(alphabet=string.ascii_lowercase + string.digits, min_size=1, max_size=12)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
_zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=_zones)  # noqa: DTZ001
rutor = st.sampled_from(RUTOR)


def _maybe(values: st.SearchStrategy[_Value]) -> st.SearchStrategy[_Value | None]:
    return st.none() | values


def _some(values: st.SearchStrategy[_Value], most: int = 2) -> st.SearchStrategy[tuple[_Value, ...]]:
    return st.lists(values, max_size=most).map(tuple)


edits = st.builds(NoteEdit, at=moments, change=st.sampled_from(("ändrad", "flyttad", "rubrik", "märke")), before=texts)
sortings = st.builds(
    Sorting,
    heading=_maybe(st.sampled_from(Heading)),
    origin=st.sampled_from(Origin),
    reason=texts,
    certainty=st.floats(0, 1),
    second=_maybe(st.sampled_from(Heading)),
    mark=_maybe(st.sampled_from(Mark)),
    icf=_some(st.sampled_from(("b134", "d450", "e310")), 3),
)
notes = st.builds(
    Note,
    id=ids,
    ruta=rutor,
    text=texts,
    at=moments,
    author=st.sampled_from(Role),
    mark=_maybe(st.sampled_from(Mark)),
    voice=st.sampled_from(Voice),
    topic=texts,
    question=_maybe(st.just("vardag/vanlig_dag")),
    asked=texts,
    sorting=_maybe(sortings),
    struck=st.booleans(),
    history=_some(edits),
)
reflections = st.builds(
    Reflection,
    fk_view=texts,
    af_view=texts,
    agreed=_maybe(st.booleans()),
    difference=texts,
    decision=_maybe(st.sampled_from(Decision)),
    next_day=_maybe(days),
    next_time=texts,
    specialists=_some(st.builds(SpecialistNeed, kind=st.sampled_from(("arbetsterapeut", "annan")), why=texts)),
)
meetings = st.builds(
    Meeting,
    id=ids,
    number=st.integers(1, 9),
    day=_maybe(days),
    time=texts,
    place=texts,
    participants=_some(st.builds(Participant, role=st.sampled_from(Role), name=texts)),
    clock=_some(st.builds(ClockEvent, step=st.sampled_from(ClockStep), at=moments)),
    first_box=_maybe(st.builds(FirstBox, ruta=rutor, by=st.sampled_from(ChosenBy))),
    boxes=_some(st.builds(BoxProgress, ruta=rutor, state=_maybe(st.sampled_from(RutaState)), asked=_some(ids))),
    current_box=_maybe(rutor),
    notes=_some(notes, 4),
    reflection=reflections,
    reflection_began=_maybe(moments),
)
placements = st.builds(
    Placement,
    id=ids,
    step=_maybe(st.integers(2, 12).map(lambda halves: halves / 2)),
    day=days,
    by=st.sampled_from(PlacedBy),
    words=texts,
    meeting=_maybe(ids),
)
needs = st.builds(Need, id=ids, text=texts, kind=st.sampled_from(NeedKind), note=_maybe(ids))
steps = st.builds(PlanStep, id=ids, what=texts, who=texts, when=texts, due=_maybe(days), extent=texts)
plans = st.builds(
    Plan,
    id=ids,
    start=days,
    end=days,
    meeting=_maybe(ids),
    goal=texts,
    works=texts,
    fallback=texts,
    compensation=texts,
    follow_up_day=_maybe(days),
    follow_up_form=texts,
    comment=texts,
    contacts=texts,
    steps=_some(steps, 3),
    checks=_some(days),
)
outcomes = st.builds(Outcome, kind=st.sampled_from(OutcomeKind), day=days, required=_some(texts), comment=texts)
consents = st.builds(
    Consent,
    kind=st.sampled_from(ConsentKind),
    given=_maybe(days),
    collected_by=_maybe(st.sampled_from(Role)),
    withdrawn=_maybe(days),
)
cases = st.builds(
    Case,
    id=ids.map(lambda word: f"c{word}"),
    label=texts,
    kind=st.sampled_from(CaseKind),
    created=moments,
    changed=_maybe(moments),
    sgi=_maybe(st.booleans()),
    request_day=_maybe(days),
    meetings=_some(meetings),
    placements=_some(placements),
    needs=_some(needs),
    plans=_some(plans),
    outcome=_maybe(outcomes),
    consents=_some(consents),
    fictive=st.booleans(),
)
