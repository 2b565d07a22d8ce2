"""The gemensamma planeringen: what happens the next three months, on a paper to keep."""

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
from gk_assistant.domain.planning import OutcomeKind, Plan, PlanStep
from gk_assistant.domain.trappa import Placement, step_words

STEP_HEADER = ("", "Vad", "Vem", "När", "Omfattning")
_EMPTY_ROWS = 5
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
    """Build the plan; one that is not written yet becomes a form to fill in by hand."""
    template = context.bank.plan
    plan = view.plan
    return Document(
        id="plan",
        title="Gemensam planering",
        subtitle=period(plan.start, plan.end) if plan else "Ingen plan är skriven ännu.",
        audience=Audience.DELTAGAREN,
        blocks=(
            Facts(pairs=(Fact(label="Namn"), *_head(plan, view.placements))),
            *_goal(template, plan),
            *_picture(plan),
            *_steps(plan),
            *_small(template, "om_det_inte_gar", plan.fallback if plan else "", lines=2),
            *_works_and_needs(template, plan, view.needs),
            *_small(template, "ersattning", plan.compensation if plan else "", lines=1),
            *_follow_up(template, plan),
            *_small(template, "kontakt", plan.contacts if plan else "", lines=2),
            *_outcome(view),
            *_small(template, "kommentar", plan.comment if plan else "", lines=2, quoted=True),
            Heading(text="Vi har gjort planen tillsammans"),
            SignatureLines(names=("Deltagaren", "Försäkringskassan", "Arbetsförmedlingen")),
        ),
    )


def title_of(template: PlanTemplate, field: str) -> str:
    """Return a plan field's title as the bank has it, else our own."""
    return next((choice.title for choice in template.fields if choice.id == field), _TITLES.get(field, field))


def _head(plan: Plan | None, placements: tuple[Placement, ...]) -> list[Fact]:
    facts = []
    if plan:
        facts.append(Fact(label="Planen gäller från", value=long_date(plan.start)))
        facts.append(Fact(label="Planen gäller till", value=long_date(plan.end)))
    if placements:
        latest = max(enumerate(placements), key=lambda row: (row[1].day, row[0]))[1]
        if latest.step is not None:
            facts.append(Fact(label="Plats på trappan nu", value=as_sentence(step_words(latest.step))))
    return facts


def _goal(template: PlanTemplate, plan: Plan | None) -> list[Block]:
    heading = Heading(text=title_of(template, "mal"))
    if plan and plan.goal.strip():
        return [heading, Quote(text=plan.goal)]
    return [heading, WriteLines(label="Mitt mål med egna ord:", count=2)]


def _picture(plan: Plan | None) -> list[Block]:
    if plan is None:
        return []
    return [Heading(text="Planen i en bild"), timeline(plan)]


def in_order(plan: Plan) -> tuple[PlanStep, ...]:
    """Return the steps by date; those without one last, as written."""
    dated = sorted((step for step in plan.steps if step.due), key=lambda step: step.due or plan.end)
    return (*dated, *(step for step in plan.steps if step.due is None))


def timeline(plan: Plan) -> PlanTimeline:
    """Return the plan as a time line: numbered steps, checks and the follow-up."""
    marks = [
        TimeMark(day=step.due, label=f"{number}. {step.what}".strip())
        for number, step in enumerate(in_order(plan), start=1)
        if step.due is not None
    ]
    marks += [TimeMark(day=day, label="Avstämning", kind="kontroll") for day in plan.checks]
    if plan.follow_up_day:
        marks.append(TimeMark(day=plan.follow_up_day, label="Uppföljning", kind="uppföljning"))
    marks.sort(key=lambda mark: mark.day)
    told = " ".join(f"{as_sentence(day_month(mark.day))}: {mark.label}." for mark in marks)
    alt = f"En tidslinje från {long_date(plan.start)} till {long_date(plan.end)}. {told}".strip()
    return PlanTimeline(start=plan.start, end=plan.end, marks=tuple(marks), alt=alt)


def step_when(step: PlanStep) -> str:
    """Return when a step is to happen: as it was said, and its day where that says more."""
    if step.due is None:
        return step.when
    day = day_month(step.due)
    return step.when if day in step.when else "\n".join(part for part in (step.when, day) if part.strip())


def step_rows(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Return the table rows of the steps, numbered as on the time line."""
    return tuple(
        (str(number), step.what, step.who, step_when(step), step.extent)
        for number, step in enumerate(in_order(plan), start=1)
    )


def _steps(plan: Plan | None) -> list[Block]:
    heading = Heading(text="Steg för steg")
    if plan and plan.steps:
        return [heading, Table(header=STEP_HEADER, rows=step_rows(plan))]
    empty = tuple((str(number), "", "", "", "") for number in range(1, _EMPTY_ROWS + 1))
    return [heading, Paragraph(text="Inga steg är skrivna ännu."), Table(header=STEP_HEADER, rows=empty)]


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


def _follow_up(template: PlanTemplate, plan: Plan | None) -> list[Block]:
    pairs = []
    if plan and plan.follow_up_day:
        pairs.append(Fact(label="Vi följer upp planen", value=long_date(plan.follow_up_day)))
    else:
        pairs.append(Fact(label="Vi följer upp planen"))
    pairs.append(Fact(label="Så här gör vi", value=as_sentence(plan.follow_up_form) if plan else ""))
    blocks: list[Block] = [Heading(text=title_of(template, "uppfoljning")), Facts(pairs=tuple(pairs))]
    if plan and plan.checks:
        label = "Vi stämmer av planen de här dagarna"
        blocks.append(Bullets(label=label, items=tuple(as_sentence(long_date(day)) for day in sorted(plan.checks))))
    return blocks


def _outcome(view: DeltagarView) -> list[Block]:
    if view.outcome is None:
        return []
    blocks: list[Block] = [Heading(text="Det här kom vi fram till")]
    blocks.append(Paragraph(text=_OUTCOMES[view.outcome]))
    if view.required:
        blocks.append(
            Bullets(
                label="Det här behöver hända innan vi börjar om",
                items=tuple(as_sentence(text) for text in view.required),
            )
        )
    return blocks


_OUTCOMES = {
    OutcomeKind.SAMARBETE: "Vi börjar ett förstärkt samarbete. Vi prövar tillsammans vad du orkar.",
    OutcomeKind.FLER_MOTEN: "Vi ses fler gånger innan vi bestämmer.",
    OutcomeKind.ATER_FK: "Vi väntar med samarbetet. Försäkringskassan är din kontakt så länge.",
    OutcomeKind.AF_ORDINARIE: "Du fortsätter hos Arbetsförmedlingen.",
}
