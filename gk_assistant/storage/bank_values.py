"""The bank's TOML tables as values of :mod:`gk_assistant.domain.bank`."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from gk_assistant.domain.bank import (
    Aspect,
    Choice,
    ClockPlan,
    Colour,
    Condition,
    Danger,
    FollowUp,
    Group,
    Guide,
    HeadingWords,
    Pattern,
    PlanTemplate,
    Question,
    Ruta,
    StepIdea,
    Stodord,
    Trappa,
    TrappaStep,
)
from gk_assistant.domain.notes import MARK_SIGNS, Heading, Mark
from gk_assistant.storage.bank_schema import PLAIN_SIGN

Table = Mapping[str, Any]
_Value = TypeVar("_Value")
_Enum = TypeVar("_Enum", bound=StrEnum)


class ContentFault(Exception):
    """A key that is missing or holds what it should not; the text is the key."""


def ruta_of(table: Table) -> Ruta:
    """Return the head of a ruta; raises :class:`ContentFault`."""
    ruta_id = _text(table, "id")
    title = _text(table, "titel")
    return Ruta(
        id=ruta_id,
        title=title,
        short=_text(table, "kort", title),
        key=_text(table, "tangent"),
        colour=_text(table, "farg"),
        sign=_text(table, "tecken"),
        for_deltagare=_text(table, "for_deltagaren", ""),
        sensitive=_flag(table, "kanslig", default=False),
        ways_in=_texts(table, "ingang"),
        stodord=_stodord(table),
        members=(ruta_id,),
    )


def joined_ruta(table: Table, rutor: Sequence[Ruta]) -> Ruta:
    """Return several rutor as the one they are shown as; its first key is the table's, else the first ruta's."""
    first = rutor[0]
    key = _text(table, "tangent", first.key)
    title = _text(table, "titel", " och ".join(ruta.title for ruta in rutor))
    return Ruta(
        id=_text(table, "id", first.id),
        title=title,
        short=_text(table, "kort", title),
        key=key,
        colour=_text(table, "farg", first.colour),
        sign=_text(table, "tecken", first.sign),
        for_deltagare=_text(table, "for_deltagaren", " ".join(ruta.for_deltagare for ruta in rutor).strip()),
        sensitive=any(ruta.sensitive for ruta in rutor),
        ways_in=tuple(way for ruta in rutor for way in ruta.ways_in),
        stodord=tuple(word for ruta in rutor for word in ruta.stodord),
        members=tuple(ruta.id for ruta in rutor),
        also_keys=tuple(ruta.key for ruta in rutor if ruta.key != key),
    )


def question_of(table: Table, ruta: str) -> Question:
    """Return an open question with its follow-ups; raises :class:`ContentFault`."""
    question_id = f"{ruta}/{_text(table, 'id')}"
    follow_ups = tuple(
        FollowUp(id=f"{question_id}/{turn}", text=_text(foljd, "text"), when=_condition(_table(foljd, "nar")))
        for turn, foljd in enumerate(tables(table, "foljd"), start=1)
    )
    return Question(
        id=question_id,
        ruta=ruta,
        text=_text(table, "text"),
        topic=_text(table, "amne"),
        text_ae=_text(table, "text_ae", ""),
        text_sp=_text(table, "text_sp", ""),
        group=_one_of(Group, table, "grupp", Group.ALLA),
        stems=_texts(table, "sokord"),
        covers=tuple(_as(Aspect, word, "tacker") for word in _texts(table, "tacker")),
        gently=_text(table, "varsamt", ""),
        stodord=_stodord(table),
        follow_ups=follow_ups,
    )


def guide_of(table: Table) -> Guide:
    """Return the follow-ups of ``foljder.toml``; raises :class:`ContentFault`."""
    return Guide(
        dangers=tuple(_danger(row) for row in tables(table, "fara")),
        patterns=tuple(_pattern(row) for row in tables(table, "foljd")),
    )


def _danger(table: Table) -> Danger:
    return Danger(
        id=_text(table, "id"),
        words=_texts(table, "ord"),
        questions=_texts(table, "fragor"),
        reason=_text(table, "skal"),
        advice=_text(table, "rad"),
    )


def _pattern(table: Table) -> Pattern:
    signs = MARK_SIGNS | {PLAIN_SIGN: Mark.NEUTRAL}
    return Pattern(
        aim=_text(table, "syfte"),
        reason=_text(table, "skal"),
        questions=_texts(table, "fragor"),
        words=_texts(table, "ord"),
        kinds=_texts(table, "slag"),
        marks=tuple(signs[sign] for sign in _texts(table, "mark") if sign in signs),
        rutor=_texts(table, "ruta"),
        without=_texts(table, "ej"),
    )


def colours_of(table: Table) -> dict[str, Colour]:
    """Return the colours by name; raises :class:`ContentFault`."""
    return {
        name: Colour(name=name, light=_text(tones, "ljus"), dark=_text(tones, "mork"))
        for name, tones in _table(table, "farg").items()
    }


def headings_of(table: Table) -> tuple[HeadingWords, ...]:
    """Return the four headings' words; raises :class:`ContentFault`."""
    return tuple(
        HeadingWords(
            heading=_as(Heading, _text(rubrik, "id"), "id"),
            title=_text(rubrik, "titel"),
            short=_text(rubrik, "kort"),
            plain=_text(rubrik, "enkel"),
            explanation=_text(rubrik, "forklaring", ""),
            sign=_text(rubrik, "tecken"),
        )
        for rubrik in tables(table, "rubrik")
    )


def unsure_title_of(table: Table) -> str:
    """Return what the lane of unsure notes is called."""
    return _text(_table(table, "osakra"), "titel", "Osäkra")


def trappa_of(table: Table) -> Trappa:
    """Return the stairs; raises :class:`ContentFault`."""
    steps = tuple(
        TrappaStep(
            number=_number(steg, "nr"),
            short=_text(steg, "kort"),
            sentence=_text(steg, "mening"),
            hours=_text(steg, "timmar", ""),
            percent=_text(steg, "procent", ""),
        )
        for steg in tables(table, "steg")
    )
    return Trappa(
        title=_text(table, "titel"),
        question=_text(table, "fraga"),
        not_now=_text(table, "inte_nu"),
        steps=steps,
        reconstructed=_flag(table, "rekonstruerad", default=True),
        half_steps=_flag(table, "halvsteg", default=True),
    )


def plan_of(table: Table) -> PlanTemplate:
    """Return the plan's fields and the choices around it; raises :class:`ContentFault`."""
    return PlanTemplate(
        months=_number(table, "manader"),
        check_months=_number(table, "kontroll_manader"),
        fields=_choices(table, "falt", "fraga"),
        who=_texts(table, "vem"),
        decisions=_choices(table, "beslut", "forklaring"),
        outcomes=_choices(table, "utfall", "forklaring"),
        consents=_choices(table, "samtycke", "forklaring"),
        specialists=_choices(table, "specialist", "nar"),
        needs=tuple(_text(behov, "text") for behov in tables(table, "behov")),
        step_ideas=tuple(
            StepIdea(what=_text(steg, "vad"), who=_text(steg, "vem", ""), extent=_text(steg, "omfattning", ""))
            for steg in tables(table, "steg_forslag")
        ),
        new_round=_texts(table, "ny_omgang"),
    )


def clock_of(table: Table) -> ClockPlan:
    """Return the meeting's times; raises :class:`ContentFault`."""
    usual = ClockPlan()
    return ClockPlan(
        talk=_number(table, "samtal_minuter", usual.talk),
        reflection=_number(table, "reflektion_minuter", usual.reflection),
        hint=_number(table, "paminn_minuter", usual.hint),
        next_meeting_days=_number(table, "nytt_mote_dagar", usual.next_meeting_days),
    )


def actors_of(table: Table) -> tuple[str, ...]:
    """Return the office's own actors; raises :class:`ContentFault`."""
    return _texts(table, "aktorer")


def members_of(table: Table) -> tuple[str, ...]:
    """Return the ids of the rutor that may be shown as one."""
    return _texts(table, "rutor")


def switched_on(table: Table) -> bool:
    """Whether the rutor are to be shown as one."""
    return _flag(table, "pa", default=False)


def tables(table: Table, key: str) -> tuple[Table, ...]:
    """Return an array of tables, empty when there is none; raises :class:`ContentFault`."""
    found = _get(table, key, list, [])
    if not all(isinstance(item, dict) for item in found):
        raise ContentFault(key)
    return tuple(found)


def _choices(table: Table, key: str, explanation: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=_text(item, "id"),
            title=_text(item, "titel"),
            explanation=_text(item, explanation, ""),
            needs_condition=_flag(item, "kraver_villkor", default=False),
        )
        for item in tables(table, key)
    )


def _stodord(table: Table) -> tuple[Stodord, ...]:
    return tuple(Stodord(text=_text(word, "text"), mark=_mark(word)) for word in tables(table, "stodord"))


def _condition(table: Table) -> Condition:
    missing = _as(Aspect, _text(table, "saknas"), "saknas") if "saknas" in table else None
    return Condition(mark=_mark(table), words=_texts(table, "ord"), missing=missing)


def _mark(table: Table) -> Mark | None:
    if "mark" not in table:
        return None
    mark = MARK_SIGNS.get(_text(table, "mark"))
    if mark is None:
        raise ContentFault("mark")
    return mark


def _one_of(kind: type[_Enum], table: Table, key: str, usual: _Enum) -> _Enum:
    return _as(kind, _text(table, key, usual.value), key)


def _as(kind: type[_Enum], word: str, key: str) -> _Enum:
    try:
        return kind(word)
    except ValueError:
        raise ContentFault(key) from None


def _text(table: Table, key: str, usual: str | None = None) -> str:
    return _get(table, key, str, usual)


def _number(table: Table, key: str, usual: int | None = None) -> int:
    return _get(table, key, int, usual)


def _flag(table: Table, key: str, *, default: bool) -> bool:
    return _get(table, key, bool, default)


def _texts(table: Table, key: str) -> tuple[str, ...]:
    found: Iterable[object] = _get(table, key, list, [])
    words = tuple(word for word in found if isinstance(word, str))
    if len(words) != len(table.get(key, ())):
        raise ContentFault(key)
    return words


def _table(table: Table, key: str) -> Table:
    return _get(table, key, dict, {})


def _get(table: Table, key: str, kind: type[_Value], usual: _Value | None) -> _Value:
    value = table.get(key, usual)
    if type(value) is not kind:
        raise ContentFault(key)
    return value
