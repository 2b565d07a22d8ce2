"""A persona's TOML table as the values of :mod:`gk_assistant.domain.personas`."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from gk_assistant.domain.bank import Group
from gk_assistant.domain.openness import Openness, Rule, Weight
from gk_assistant.domain.personas import (
    Asks,
    ClosedAnswer,
    Companion,
    Cue,
    GoodPlan,
    Interjection,
    Layer,
    Length,
    Line,
    Occasion,
    OwnPlacement,
    OwnStep,
    Persona,
    Reply,
    Tempo,
    Topic,
    Voice,
    Yielding,
)
from gk_assistant.domain.planning import OutcomeKind
from gk_assistant.domain.trappa import PlacedBy
from gk_assistant.storage.bank_values import ContentFault, tables
from gk_assistant.storage.persona_schema import STEPS

Table = Mapping[str, Any]
_Kind = TypeVar("_Kind")
_Enum = TypeVar("_Enum", bound=StrEnum)


def persona_of(table: Table) -> Persona:
    """Return a persona; raises :class:`~gk_assistant.storage.bank_values.ContentFault` with the first key at fault."""
    steps = _table(table, "trappa")
    spoken = _table(table, "rader")
    return Persona(
        id=_text(table, "id"),
        name=_text(table, "namn"),
        age=_get(table, "alder", int),
        group=_as(Group, table, "grupp"),
        title=_text(table, "rubrik"),
        background=_text(table, "bakgrund"),
        difficulty=_get(table, "svarighet", int),
        voice=_voice(_table(table, "rost")),
        openness=_openness(table),
        topics=tuple(_topic(topic) for topic in tables(table, "amne")),
        spoken={kind: _lines(spoken, kind, f"rader/{kind}") for kind in Occasion},
        first_placement=_placement(_table(steps, "forst")),
        later_placement=_placement(_table(steps, "efter")),
        plan=_plan(_table(table, "plan")),
        cues=tuple(_cue(cue) for cue in tables(table, "ledtrad")),
        companions=tuple(_companion(person) for person in tables(table, "med")),
        interjections=tuple(_interjection(said, turn) for turn, said in enumerate(tables(table, "inskott"), start=1)),
    )


def _voice(table: Table) -> Voice:
    return Voice(
        described=_text(table, "beskrivning"),
        length=_as(Length, table, "langd"),
        tempo=_as(Tempo, table, "tempo"),
        silence=_get(table, "tystnad", int),
        fillers=_texts(table, "utfyllnad"),
        pauses=_texts(table, "pauser"),
        deflections=_lines(table, "undviker", "undviker"),
        leading=_as(Yielding, table, "ledande"),
    )


def _openness(table: Table) -> Openness:
    limits = _table(table, "oppenhet")
    weights = tuple(
        Weight(rule=_as(Rule, row, "regel"), amount=_get(row, "vikt", int), why=_text(row, "skal"))
        for key in ("oppnar", "stanger")
        for row in tables(table, key)
    )
    return Openness(
        start=_get(limits, "start", int),
        shut=_get(limits, "stangd", int),
        trust=_get(limits, "tillit", int),
        mood=_text(limits, "stamning"),
        weights=weights,
    )


def _topic(table: Table) -> Topic:
    own = _text(table, "id")
    facts: Table = _get(table, "svar", dict, {})
    return Topic(
        id=own,
        ruta=_text(table, "ruta"),
        fact=_text(table, "sant"),
        deeper=_text(table, "djupare", ""),
        themes=_texts(table, "teman"),
        words=_texts(table, "ord"),
        secret=_texts(table, "hemliga_ord"),
        lines={layer: _lines(table, layer, f"{own}/{layer}") for layer in Layer},
        facts={asks: _lines(facts, asks, f"{own}/svar_{asks}") for asks in Asks if asks in facts},
        closed=tuple(
            ClosedAnswer(
                reply=_as(Reply, row, "svar"),
                line=Line(id=f"{own}/slutet/{turn}", text=_text(row, "rad")),
                words=_texts(row, "ord"),
            )
            for turn, row in enumerate(tables(table, "slutet"), start=1)
        ),
    )


def _cue(table: Table) -> Cue:
    own = _text(table, "id")
    return Cue(
        id=own,
        topic=_text(table, "amne"),
        phrase=_text(table, "ord"),
        taken_up=_texts(table, "lyft"),
        leads_to=_text(table, "leder_till"),
        lines=_lines(table, "sager", f"ledtrad/{own}"),
        why=_text(table, "skal"),
    )


def _companion(table: Table) -> Companion:
    return Companion(
        id=_text(table, "id"),
        name=_text(table, "namn"),
        role=_text(table, "roll"),
        described=_text(table, "beskrivning"),
    )


def _interjection(table: Table, turn: int) -> Interjection:
    echo = _text(table, "sedan", "")
    return Interjection(
        by=_text(table, "vem"),
        line=Line(id=f"inskott/{turn}", text=_text(table, "rad")),
        topics=_texts(table, "amnen"),
        echo=Line(id=f"inskott/{turn}/sedan", text=echo) if echo else None,
    )


def _placement(table: Table) -> OwnPlacement:
    written = _text(table, "steg")
    if written not in STEPS:
        raise ContentFault("steg")
    by = _as(PlacedBy, table, "av") if "av" in table else PlacedBy.SJALV
    return OwnPlacement(step=STEPS[written], words=_text(table, "ord"), by=by)


def _plan(table: Table) -> GoodPlan:
    return GoodPlan(
        goal=_text(table, "mal"),
        outcome=_as(OutcomeKind, table, "utfall"),
        works=_texts(table, "fungerar"),
        needs=_texts(table, "behov"),
        steps=tuple(
            OwnStep(
                what=_text(step, "vad"),
                who=_text(step, "vem"),
                when=_text(step, "nar"),
                extent=_text(step, "omfattning", ""),
            )
            for step in tables(table, "steg")
        ),
        otherwise=_text(table, "om_inte"),
        avoid=_texts(table, "undvik"),
    )


def _lines(table: Table, key: str, prefix: str) -> tuple[Line, ...]:
    return tuple(Line(id=f"{prefix}/{turn}", text=text) for turn, text in enumerate(_texts(table, key), start=1))


def _texts(table: Table, key: str) -> tuple[str, ...]:
    found = _get(table, key, list, [])
    if not all(isinstance(item, str) for item in found):
        raise ContentFault(key)
    return tuple(found)


def _as(kind: type[_Enum], table: Table, key: str) -> _Enum:
    try:
        return kind(_text(table, key))
    except ValueError:
        raise ContentFault(key) from None


def _text(table: Table, key: str, usual: str | None = None) -> str:
    return _get(table, key, str, usual)


def _table(table: Table, key: str) -> Table:
    found: Table = _get(table, key, dict)
    return found


def _get(table: Table, key: str, kind: type[_Kind], usual: _Kind | None = None) -> _Kind:
    found = table.get(key, usual)
    if type(found) is not kind:
        raise ContentFault(key)
    return found
