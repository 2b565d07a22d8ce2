"""The gemensamma planeringen: what happens the next three months, on a paper to keep."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from gk_assistant.documents.context import Context
from gk_assistant.documents.dates import day_month
from gk_assistant.documents.model import (
    Audience,
    Block,
    Bullets,
    Document,
    Edge,
    Fact,
    Facts,
    Heading,
    Paragraph,
    PlanTimeline,
    Quote,
    SignatureLines,
    Table,
    TimeMark,
    WriteLines,
)
from gk_assistant.documents.names import as_sentence
from gk_assistant.documents.trappan import place_words
from gk_assistant.documents.view import DeltagarView
from gk_assistant.domain.papers import SWEDISH, PaperText
from gk_assistant.domain.planning import Plan, PlanStep
from gk_assistant.domain.trappa import Placement

_PAPER = "plan"
_EMPTY_ROWS = 5
_DELTAGAREN = re.compile(r"deltagaren(?=$|,| och )", re.IGNORECASE)


def planen(view: DeltagarView, context: Context) -> Document:
    """Build the plan; one that is not written yet becomes a form to fill in by hand.

    What is looked for at home comes first: the goal, the steps, what to do when it does not work, when we meet, whom
    to call.
    """
    words = context.words(_PAPER)
    plan = _to_you(view.plan, words)
    return Document(
        id=_PAPER,
        title=words.say("titel"),
        subtitle=context.period(plan.start, plan.end) if plan else words.say("ingen_plan"),
        audience=Audience.DELTAGAREN,
        blocks=(
            Facts(pairs=(Fact(label=context.common.say("namn")), *_head(plan, view.placements, context))),
            *_outcome(view, words),
            *_goal(context, plan),
            *_picture(plan, context),
            *_steps(plan, context),
            *_small(context, "om_det_inte_gar", plan.fallback if plan else "", lines=2),
            *_follow_up(context, plan),
            *_small(context, "kontakt", plan.contacts if plan else "", lines=2),
            *_works_and_needs(context, plan, view.needs),
            *_small(context, "ersattning", plan.compensation if plan else "", lines=1),
            *_small(context, "kommentar", plan.comment if plan else "", lines=2, quoted=True),
            Heading(text=words.say("tillsammans_rubrik")),
            SignatureLines(names=words.lines("underskrifter")),
        ),
    )


def title_of(context: Context, field: str) -> str:
    """Return a plan field's title: in Swedish as the bank's template has it, else as the paper's wording has it."""
    titles = {choice.id: choice.title for choice in context.bank.plan.fields} if context.lang == SWEDISH else {}
    return titles.get(field) or context.words(_PAPER).say(f"falt_{field}")


def _to_you(plan: Plan | None, words: PaperText) -> Plan | None:
    """Return the plan with the deltagare called *du* where it says who does what."""
    if plan is None:
        return None
    you = words.say("du")
    steps = (replace(step, who=as_sentence(_DELTAGAREN.sub(you.lower(), step.who))) for step in plan.steps)
    return replace(plan, steps=tuple(steps))


def _head(plan: Plan | None, placements: tuple[Placement, ...], context: Context) -> list[Fact]:
    words = context.words(_PAPER)
    facts = []
    if plan:
        facts.append(Fact(label=words.say("galler_fran"), value=context.long_date(plan.start)))
        facts.append(Fact(label=words.say("galler_till"), value=context.long_date(plan.end)))
    if placements:
        latest = max(enumerate(placements), key=lambda row: (row[1].day, row[0]))[1]
        if latest.step is not None:
            facts.append(
                Fact(
                    label=words.say("trappan_nu"), value=as_sentence(place_words(context.words("trappa"), latest.step))
                )
            )
    nearest = nearest_step(plan, context.now.date()) if plan else None
    if nearest is not None and nearest.due is not None:
        told = f"{as_sentence(nearest.what)}, {context.long_date(nearest.due)}"
        facts.append(Fact(label=words.say("narmast"), value=told))
    return facts


def nearest_step(plan: Plan, today: date) -> PlanStep | None:
    """Return the step that comes next, from today on; ``None`` when no day is set for any."""
    dated = [(step.due, at) for at, step in enumerate(plan.steps) if step.due and step.due >= today and step.what]
    return plan.steps[min(dated)[1]] if dated else None


def _goal(context: Context, plan: Plan | None) -> list[Block]:
    heading = Heading(text=title_of(context, "mal"))
    if plan and plan.goal.strip():
        return [heading, Quote(text=plan.goal)]
    return [heading, WriteLines(label=context.words(_PAPER).say("mal_rad"), count=2)]


def _picture(plan: Plan | None, context: Context) -> list[Block]:
    if plan is None:
        return []
    return [Heading(text=context.words(_PAPER).say("bild_rubrik")), timeline(plan, context)]


def timeline(plan: Plan, context: Context) -> PlanTimeline:
    """Return the plan as a time line: the steps by the numbers they have in the plan, checks and the follow-up."""
    words = context.words(_PAPER)
    days = {"start": context.long_date(plan.start), "slut": context.long_date(plan.end)}
    marks = _marks(plan, context)
    told = " ".join(f"{as_sentence(mark.told)}: {mark.label}." for mark in marks)
    return PlanTimeline(
        start=plan.start,
        end=plan.end,
        marks=marks,
        alt=words.say("bild", **days, punkter=told).strip(),
        part=words.say("bild_del", **days),
        begins=Edge(label=words.say("borjar"), told=context.day_month(plan.start)),
        ends=Edge(label=words.say("slutar"), told=context.day_month(plan.end)),
        week=words.say("vecka"),
        week_short=words.say("vecka_kort"),
        months=context.common.lines("manader"),
    )


def _marks(plan: Plan, context: Context) -> tuple[TimeMark, ...]:
    words = context.words(_PAPER)
    marks = [
        TimeMark(day=step.due, label=f"{number}. {step.what}".strip())
        for number, step in enumerate(plan.steps, start=1)
        if step.due is not None
    ]
    marks += [TimeMark(day=day, label=words.say("avstamning"), kind="kontroll") for day in plan.checks]
    if plan.follow_up_day:
        marks.append(TimeMark(day=plan.follow_up_day, label=words.say("uppfoljning"), kind="uppföljning"))
    in_order = sorted(marks, key=lambda mark: mark.day)
    return tuple(replace(mark, told=context.day_month(mark.day)) for mark in in_order)


def step_when(step: PlanStep, day_words: Callable[[date], str] = day_month) -> str:
    """Return when a step is to happen: as it was said, and its day where that says more."""
    if step.due is None:
        return step.when
    day = day_words(step.due)
    return step.when if day in step.when else "\n".join(part for part in (step.when, day) if part.strip())


def step_rows(plan: Plan, day_words: Callable[[date], str] = day_month) -> tuple[tuple[str, ...], ...]:
    """Return the table rows of the steps, in the plan's order and with its numbers."""
    return tuple(
        (str(number), step.what, step.who, step_when(step, day_words), step.extent)
        for number, step in enumerate(plan.steps, start=1)
    )


def _steps(plan: Plan | None, context: Context) -> list[Block]:
    words = context.words(_PAPER)
    heading = Heading(text=words.say("steg_rubrik"))
    header = ("", *words.lines("tabell"))
    if plan and plan.steps:
        return [heading, Table(header=header, rows=step_rows(plan, context.day_month))]
    empty = tuple((str(number), "", "", "", "") for number in range(1, _EMPTY_ROWS + 1))
    return [heading, Paragraph(text=words.say("inga_steg")), Table(header=header, rows=empty)]


def _works_and_needs(context: Context, plan: Plan | None, needs: tuple[str, ...]) -> list[Block]:
    blocks: list[Block] = []
    if plan and plan.works.strip():
        blocks += [Heading(text=title_of(context, "fungerar")), Paragraph(text=as_sentence(plan.works))]
    if needs:
        blocks += [Heading(text=title_of(context, "behov")), Bullets(items=tuple(as_sentence(need) for need in needs))]
    return blocks


def _small(context: Context, field: str, text: str, *, lines: int, quoted: bool = False) -> list[Block]:
    heading = Heading(text=title_of(context, field))
    if not text.strip():
        return [heading, WriteLines(count=lines)]
    return [heading, Quote(text=text) if quoted else Paragraph(text=as_sentence(text))]


def follow_up_facts(plan: Plan | None, context: Context) -> tuple[Fact, ...]:
    """Return when and how the plan is followed up; what is not decided is a line to write on."""
    words = context.words(_PAPER)
    day = context.long_date(plan.follow_up_day) if plan and plan.follow_up_day else ""
    return (
        Fact(label=words.say("foljer_upp"), value=day),
        Fact(label=words.say("hur_foljer_upp"), value=as_sentence(plan.follow_up_form) if plan else ""),
    )


def _follow_up(context: Context, plan: Plan | None) -> list[Block]:
    words = context.words(_PAPER)
    pairs = follow_up_facts(plan, context)
    blocks: list[Block] = [Heading(text=title_of(context, "uppfoljning")), Facts(pairs=pairs)]
    if plan and plan.checks:
        items = tuple(as_sentence(context.long_date(day)) for day in sorted(plan.checks))
        blocks.append(Bullets(label=words.say("avstamningar"), items=items))
    return blocks


def _outcome(view: DeltagarView, words: PaperText) -> list[Block]:
    if view.outcome is None:
        return []
    blocks: list[Block] = [Heading(text=words.say("utfall_rubrik"))]
    blocks.append(Paragraph(text=words.say(f"utfall_{view.outcome.value}")))
    if view.required:
        items = tuple(as_sentence(text) for text in view.required)
        blocks.append(Bullets(label=words.say("innan_ny_omgang"), items=items))
    return blocks
