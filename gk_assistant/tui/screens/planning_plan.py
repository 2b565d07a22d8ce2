"""Planen: what was agreed, as rows, and the steps vad – vem – när – omfattning."""

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual.widgets.option_list import Option

from gk_assistant.conversation.when import parse_day
from gk_assistant.documents.dates import full_date
from gk_assistant.domain.planning import Plan, add_months
from gk_assistant.tui.dialogs.pick import Pick
from gk_assistant.tui.screens.planning_days import (
    HINT,
    WRONG,
    day_fault,
    day_fault_or_empty,
    day_value,
    near_day,
)
from gk_assistant.tui.screens.planning_part import OWN, OWN_CHOICE, Asking, Part, asked, lettered, written
from gk_assistant.tui.screens.planning_steps import Steps, step_head, step_row
from gk_assistant.tui.wording import day_words

STEP = "steg:"
TIME, FOLLOW_UP, CHECKS = "tid", "uppfoljning", "avstamning"
FIELDS: dict[str, tuple[str, str]] = {
    "mal": ("goal", "Mitt mål"),
    "fungerar": ("works", "Det här fungerar"),
    "om_det_inte_gar": ("fallback", "Om det inte går"),
    "ersattning": ("compensation", "Ersättning"),
    "kontakt": ("contacts", "Kontakt"),
    "kommentar": ("comment", "Min kommentar"),
}
"""The bank's field, the plan's, and a title should the bank lack it."""
MARGIN = 6
"""Columns that a row loses to gaps, the scroll bar and broken lines."""
SHORT_FIELDS = frozenset({"ersattning"})
FORMS = ("Besök", "Videomöte", "Telefon")


class PlanPart(Part):
    """The plan in force."""

    title: ClassVar[str] = "Planen"

    @property
    def plan(self) -> Plan:
        """The plan as it stands; a new one is not saved until something is written in it."""
        return self.planning.plan()

    @property
    def steps(self) -> Steps:
        """What is done with the steps."""
        return Steps(self.planning)

    def count(self) -> str:
        """Return how many steps there are."""
        return str(len(self.plan.steps) or "")

    def rows(self, width: int) -> list[Option]:
        """Return the fields, then the steps as a table."""
        plan = self.plan
        steps = [Option(step_row(plan, number, width), id=STEP + step.id) for number, step in enumerate(plan.steps)]
        return [
            *self._fields(plan, width),
            Option(step_head(width), id="rubrik", disabled=True),
            *(steps or [_no_steps()]),
        ]

    def _fields(self, plan: Plan, width: int) -> Iterator[Option]:
        goal = f"”{plan.goal}”" if plan.goal else ""
        yield self.field("mal", self._title("mal", "Mitt mål"), goal)
        yield self.field(TIME, "Planens tid", f"{full_date(plan.start)} – {full_date(plan.end)}{self._proposed()}")
        if plan.checks:
            days = ", ".join(full_date(day) for day in sorted(plan.checks))
            yield self.field(CHECKS, "Avstämning", days)
        for row in ("fungerar", "om_det_inte_gar", "ersattning"):
            yield self._text_row(plan, row, width)
        parts = (day_words(plan.follow_up_day) if plan.follow_up_day else "", plan.follow_up_form)
        yield self.field(FOLLOW_UP, self._title(FOLLOW_UP, "Uppföljning"), ", ".join(filter(None, parts)))
        for row in ("kontakt", "kommentar"):
            yield self._text_row(plan, row, width)

    def _proposed(self) -> str:
        return "" if self.planning.case.plan else " (förslag)"

    def _text_row(self, plan: Plan, row: str, width: int) -> Option:
        """Return a field's row; two lines of it, so that the steps can be seen. All of it stands in the dialog."""
        name, title = FIELDS[row]
        words = " ".join(str(getattr(plan, name)).split())
        room = 2 * (width - self.label_width - MARGIN)
        return self.field(row, self._title(row, title), words if len(words) <= room else f"{words[:room]}…")

    def _title(self, row: str, own: str) -> str:
        return next((choice.title for choice in self.bank.plan.fields if choice.id == row), own)

    def _question(self, row: str) -> str:
        words = next((choice.explanation for choice in self.bank.plan.fields if choice.id == row), "")
        return words or self._title(row, FIELDS.get(row, ("", ""))[1])

    def remarks(self) -> tuple[str, ...]:
        """Return what the plan lacks, and whether its time is out."""
        out = self.planning.case.plan is not None and self.plan.end < self.planning.desk.today()
        ended = ("Planens tid har gått ut. F8 börjar på en ny, den här finns kvar.",) if out else ()
        return (*ended, *self.planning.remarks())

    # Changing

    def change(self, row: str) -> Asking:
        """Change a row."""
        if row.startswith(STEP):
            return (yield from self._lit(self.steps.edit(row.removeprefix(STEP))))
        if row in FIELDS:
            yield from self._write(row)
        elif row == TIME:
            yield from self._ask_time()
        elif row == CHECKS:
            yield from self._ask_checks()
        elif row == FOLLOW_UP:
            yield from self._ask_follow_up()
        else:
            return (yield from self.add())
        return row

    def _write(self, row: str) -> Asking:
        name, _ = FIELDS[row]
        value = str(getattr(self.plan, name))
        question = self._question(row)

        def keep(words: str) -> None:
            if words != value:
                self.planning.write(**{name: words})

        if row in SHORT_FIELDS:
            yield from asked(question, keep, value=value)
        else:
            yield from written(question, keep, value=value)
        return row

    def _ask_time(self) -> Asking:
        plan, today = self.plan, self.planning.desk.today()
        months = self.bank.plan.months
        whole = plan.end == add_months(plan.start, months)

        def begin(words: str) -> None:
            start = near_day(words, today) or plan.start
            end = add_months(start, months) if whole else plan.end
            if start != plan.start:
                self.planning.write(start=start, end=end)

        def finish(words: str) -> None:
            end = parse_day(words, self.plan.start) or self.plan.end
            self.planning.write(end=end)

        if not (yield from asked("Planen börjar", begin, value=day_value(plan.start), hint=HINT, check=day_fault)):
            return TIME
        longest = "Längre går bra, med avstämning." if self.planning.longer_allowed else "Högst tre månader i taget."
        hint = f"{longest} Till exempel 3/2 eller om tre månader."
        yield from asked("Planen slutar", finish, value=day_value(self.plan.end), hint=hint, check=day_fault)
        return TIME

    def _ask_checks(self) -> Asking:
        today = self.planning.desk.today()

        def keep(words: str) -> None:
            days = {parse_day(part, today) for part in words.split(",") if part.strip()}
            self.planning.write(checks=tuple(sorted(day for day in days if day is not None)))

        def check(words: str) -> str | None:
            parts = [part for part in words.split(",") if part.strip()]
            return None if all(parse_day(part, today) for part in parts) else WRONG

        value = ", ".join(day_value(day) for day in sorted(self.plan.checks))
        yield from asked("När stämmer ni av?", keep, value=value, hint="Skriv datum med komma mellan.", check=check)
        return CHECKS

    def _ask_follow_up(self) -> Asking:
        today = self.planning.desk.today()
        plan = self.plan

        def keep(words: str) -> None:
            day = parse_day(words, today) if words else None
            if day != plan.follow_up_day:
                self.planning.write(follow_up_day=day)

        value = day_value(plan.follow_up_day) if plan.follow_up_day else ""
        last = self.planning.proposed_follow_up()
        hint = f"Till exempel {day_words(last)}, sista arbetsdagen i planen. Tomt går bra."
        if not (yield from asked("Vilken dag följer ni upp?", keep, value=value, hint=hint, check=day_fault_or_empty)):
            return FOLLOW_UP
        choices = [*lettered(FORMS), OWN_CHOICE]
        form = yield Pick("Hur följer ni upp?", choices, start=plan.follow_up_form or None)
        if form == OWN:
            yield from asked("Hur följer ni upp?", self._keep_form, value=plan.follow_up_form)
        elif form is not None:
            self._keep_form(form)
        return FOLLOW_UP

    def _keep_form(self, words: str) -> None:
        if words != self.plan.follow_up_form:
            self.planning.write(follow_up_form=words)

    def add(self) -> Asking:
        """Add a step."""
        return (yield from self._lit(self.steps.add()))

    def _lit(self, asking: Asking) -> Asking:
        step = yield from asking
        return STEP + step if step else None

    def remove(self, row: str) -> str:
        """Take a step away, or empty a row."""
        if row.startswith(STEP):
            return self.steps.drop(row.removeprefix(STEP))
        if row in FIELDS and getattr(self.plan, FIELDS[row][0]):
            self.planning.write(**{FIELDS[row][0]: ""})
        elif row == FOLLOW_UP and (self.plan.follow_up_day or self.plan.follow_up_form):
            self.planning.write(follow_up_day=None, follow_up_form="")
        elif row == CHECKS:
            self.planning.write(checks=())
        else:
            return "Här finns inget att ta bort."
        return "Raden är tömd. Ctrl+Z tar tillbaka den."

    def shift(self, row: str, places: int) -> bool:
        """Move a step; ``False`` when the row is none."""
        if not row.startswith(STEP):
            return False
        self.planning.shift_step(row.removeprefix(STEP), places)
        return True


def _no_steps() -> Option:
    return Option(Text("Inga steg än. Enter eller n lägger till."), id="steg-saknas")
