"""The gemensamma planeringen: what happens the next three months, on a paper to keep."""

import re
from dataclasses import replace
from datetime import date

from gk_assistant.documents.context import Context
from gk_assistant.documents.dates import day_month, long_date, period
from gk_assistant.documents.model import (
    Audience,
    Block,
    Bullets,
    Document,
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
from gk_assistant.documents.view import DeltagarView
from gk_assistant.domain.bank import PlanTemplate
from gk_assistant.domain.papers import PaperText
from gk_assistant.domain.planning import Plan, PlanStep
from gk_assistant.domain.trappa import Placement, step_words

STEP_HEADER = ("", "Vad", "Vem", "När", "Omfattning")
"""The table's header in the case file; the deltagare's own is in the paper's wording."""
_PAPER = "plan"
_EMPTY_ROWS = 5
_DELTAGAREN = re.compile(r"deltagaren(?=$|,| och )", re.IGNORECASE)
_TITLES = {
    "mal": "Mitt mål",
    "fungerar": "Det här fungerar",
    "behov": "Det här behöver jag",
    "om_det_inte_gar": "Om det inte går",
    "ersattning": "Ersättning",
    "uppfoljning": "Uppföljning",
    "kommentar": "Min kommentar",
    "kontakt": "Kontakt",
}


def planen(view: DeltagarView, context: Context) -> Document:
    """Build the plan; one that is not written yet becomes a form to fill in by hand.

    What is looked for at home comes first: the goal, the steps, what to do when it does not work, when we meet, whom
    to call.
    """
    template, words = context.bank.plan, context.words(_PAPER)
    plan = _to_you(view.plan, words)
    return Document(
        id=_PAPER,
        title=words.say("titel"),
        subtitle=period(plan.start, plan.end) if plan else words.say("ingen_plan"),
        audience=Audience.DELTAGAREN,
        blocks=(
            Facts(pairs=(Fact(label=context.common.say("namn")), *_head(plan, view.placements, context))),
            *_outcome(view, words),
            *_goal(template, plan, words),
            *_picture(plan, words),
            *_steps(plan, words),
            *_small(template, "om_det_inte_gar", plan.fallback if plan else "", lines=2),
            *_follow_up(template, plan, words),
            *_small(template, "kontakt", plan.contacts if plan else "", lines=2),
            *_works_and_needs(template, plan, view.needs),
            *_small(template, "ersattning", plan.compensation if plan else "", lines=1),
            *_small(template, "kommentar", plan.comment if plan else "", lines=2, quoted=True),
            Heading(text=words.say("tillsammans_rubrik")),
            SignatureLines(names=words.lines("underskrifter")),
        ),
    )


def title_of(template: PlanTemplate, field: str) -> str:
    """Return a plan field's title as the bank has it, else our own."""
    return next((choice.title for choice in template.fields if choice.id == field), _TITLES.get(field, field))


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
        facts.append(Fact(label=words.say("galler_fran"), value=long_date(plan.start)))
        facts.append(Fact(label=words.say("galler_till"), value=long_date(plan.end)))
    if placements:
        latest = max(enumerate(placements), key=lambda row: (row[1].day, row[0]))[1]
        if latest.step is not None:
            facts.append(Fact(label=words.say("trappan_nu"), value=as_sentence(step_words(latest.step))))
    nearest = nearest_step(plan, context.now.date()) if plan else None
    if nearest is not None and nearest.due is not None:
        told = f"{as_sentence(nearest.what)}, {long_date(nearest.due)}"
        facts.append(Fact(label=words.say("narmast"), value=told))
    return facts


def nearest_step(plan: Plan, today: date) -> PlanStep | None:
    """Return the step that comes next, from today on; ``None`` when no day is set for any."""
    dated = [(step.due, at) for at, step in enumerate(plan.steps) if step.due and step.due >= today and step.what]
    return plan.steps[min(dated)[1]] if dated else None


def _goal(template: PlanTemplate, plan: Plan | None, words: PaperText) -> list[Block]:
    heading = Heading(text=title_of(template, "mal"))
    if plan and plan.goal.strip():
        return [heading, Quote(text=plan.goal)]
    return [heading, WriteLines(label=words.say("mal_rad"), count=2)]


def _picture(plan: Plan | None, words: PaperText) -> list[Block]:
    if plan is None:
        return []
    return [Heading(text=words.say("bild_rubrik")), timeline(plan, words)]


def timeline(plan: Plan, words: PaperText) -> PlanTimeline:
    """Return the plan as a time line: the steps by the numbers they have in the plan, checks and the follow-up."""
    marks = [
        TimeMark(day=step.due, label=f"{number}. {step.what}".strip())
        for number, step in enumerate(plan.steps, start=1)
        if step.due is not None
    ]
    marks += [TimeMark(day=day, label=words.say("avstamning"), kind="kontroll") for day in plan.checks]
    if plan.follow_up_day:
        marks.append(TimeMark(day=plan.follow_up_day, label=words.say("uppfoljning"), kind="uppföljning"))
    marks.sort(key=lambda mark: mark.day)
    told = " ".join(f"{as_sentence(day_month(mark.day))}: {mark.label}." for mark in marks)
    alt = words.say("bild", start=long_date(plan.start), slut=long_date(plan.end), punkter=told)
    return PlanTimeline(start=plan.start, end=plan.end, marks=tuple(marks), alt=alt.strip())


def step_when(step: PlanStep) -> str:
    """Return when a step is to happen: as it was said, and its day where that says more."""
    if step.due is None:
        return step.when
    day = day_month(step.due)
    return step.when if day in step.when else "\n".join(part for part in (step.when, day) if part.strip())


def step_rows(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Return the table rows of the steps, in the plan's order and with its numbers."""
    return tuple(
        (str(number), step.what, step.who, step_when(step), step.extent)
        for number, step in enumerate(plan.steps, start=1)
    )


def _steps(plan: Plan | None, words: PaperText) -> list[Block]:
    heading = Heading(text=words.say("steg_rubrik"))
    header = ("", *words.lines("tabell"))[: len(STEP_HEADER)]
    if plan and plan.steps:
        return [heading, Table(header=header, rows=step_rows(plan))]
    empty = tuple((str(number), "", "", "", "") for number in range(1, _EMPTY_ROWS + 1))
    return [heading, Paragraph(text=words.say("inga_steg")), Table(header=header, rows=empty)]


def _works_and_needs(template: PlanTemplate, plan: Plan | None, needs: tuple[str, ...]) -> list[Block]:
    blocks: list[Block] = []
    if plan and plan.works.strip():
        blocks += [Heading(text=title_of(template, "fungerar")), Paragraph(text=as_sentence(plan.works))]
    if needs:
        blocks += [Heading(text=title_of(template, "behov")), Bullets(items=tuple(as_sentence(need) for need in needs))]
    return blocks


def _small(template: PlanTemplate, field: str, text: str, *, lines: int, quoted: bool = False) -> list[Block]:
    heading = Heading(text=title_of(template, field))
    if not text.strip():
        return [heading, WriteLines(count=lines)]
    return [heading, Quote(text=text) if quoted else Paragraph(text=as_sentence(text))]


def _follow_up(template: PlanTemplate, plan: Plan | None, words: PaperText) -> list[Block]:
    day = long_date(plan.follow_up_day) if plan and plan.follow_up_day else ""
    pairs = (
        Fact(label=words.say("foljer_upp"), value=day),
        Fact(label=words.say("hur_foljer_upp"), value=as_sentence(plan.follow_up_form) if plan else ""),
    )
    blocks: list[Block] = [Heading(text=title_of(template, "uppfoljning")), Facts(pairs=pairs)]
    if plan and plan.checks:
        items = tuple(as_sentence(long_date(day)) for day in sorted(plan.checks))
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
