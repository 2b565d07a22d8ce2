"""GK2, line by line: the trappa, the needs, the plan and the outcome."""

import re

from gk_assistant.cli.line_mode.lines import Lines, Option
from gk_assistant.cli.line_mode.plan_steps import Steps
from gk_assistant.cli.ports import OpenWorkshop
from gk_assistant.conversation.planning import Planning
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.way import latest
from gk_assistant.documents.dates import full_date, long_date, period
from gk_assistant.documents.names import PLACED_BY
from gk_assistant.domain.planning import NeedKind, OutcomeKind
from gk_assistant.domain.trappa import PlacedBy, step_words
from gk_assistant.language.text import fold

_MENU = (
    Option(words="Visa allt", value="visa"),
    Option(words="Placering på trappan", value="trappa"),
    Option(words="Behov och anpassningar", value="behov"),
    Option(words="Planens mål, tid och övriga fält", value="falt"),
    Option(words="Steg i planen", value="steg"),
    Option(words="Utfall", value="utfall"),
    Option(words="Tillbaka till ärendet", value="tillbaka"),
)
_NOT_NOW = ("inte nu", "ej nu", "kan inte", "vill inte", "-")
_TEXTS = {
    "mal": "goal",
    "fungerar": "works",
    "om_det_inte_gar": "fallback",
    "ersattning": "compensation",
    "kommentar": "comment",
    "kontakt": "contacts",
}
"""The plan's fields of free words, by their id in the bank."""


class PlanningRoom:
    """The planning of the open case."""

    def __init__(self, workshop: OpenWorkshop, lines: Lines) -> None:
        """Take up the planning in the meeting that the case is at."""
        self._desk = workshop.desk
        self._lines = lines
        meeting = latest(self._desk.case)
        self._work = Planning(self._desk, meeting.id if meeting else None)
        self._steps = Steps(self._work, lines)

    def stay(self) -> None:
        """Plan until the user goes back."""
        self._show()
        told = False
        while True:
            chosen = self._lines.choose("Planering", _MENU, brief=told)
            told = True
            if chosen in (None, "tillbaka"):
                return
            try:
                self._step(chosen or "")
            except StoreFault as fault:
                self._lines.say(str(fault))

    def _step(self, chosen: str) -> None:
        match chosen:
            case "visa":
                self._show()
            case "trappa":
                self._place()
            case "behov":
                self._needs()
            case "falt":
                self._fields()
            case "steg":
                self._steps.edit()
            case _:
                self._close()

    def _show(self) -> None:
        case, plan = self._desk.case, self._work.plan()
        self._lines.say()
        for placement in case.placements:
            words = f": ”{placement.words}”" if placement.words else ""
            by = PLACED_BY[placement.by]
            self._lines.say(f"Trappan {full_date(placement.day)}: {step_words(placement.step)}, {by}{words}")
        if not case.placements:
            self._lines.say("Trappan: ingen placering än.")
        for need in case.needs:
            self._lines.say(f"Behov: {need.text}")
        self._lines.say(f"Planen: {period(plan.start, plan.end)}. Mål: {plan.goal or 'inte skrivet än'}")
        self._steps.show()
        if case.plan is not None:
            for remark in self._work.remarks():
                self._lines.say(f"Att tänka på: {remark}")
        if case.outcome is not None:
            title = next((row.title for row in self._desk.bank.plan.outcomes if row.id == case.outcome.kind), "")
            self._lines.say(f"Utfall: {title}.")

    def _place(self) -> None:
        """Record a placement: a step, a half step or "inte nu"."""
        trappa = self._desk.bank.trappa
        self._lines.say()
        self._lines.say(trappa.question)
        for step in trappa.steps:
            self._lines.say(f"{step.number}. {step.sentence} ({step.hours} timmar i veckan)", indent="  ")
        while True:
            words = self._lines.words("Steg, till exempel 2, 2,5 eller inte nu (tom rad: tillbaka)")
            if not words:
                return
            try:
                step_number = parse_step(words, highest=len(trappa.steps), half=trappa.half_steps)
                break
            except ValueError:
                self._lines.say(f"”{words}” är inget steg. Skriv 1–{len(trappa.steps)}, ett halvsteg eller inte nu.")
        options = [Option(words=PLACED_BY[by][:1].upper() + PLACED_BY[by][1:], value=by) for by in PlacedBy]
        by = self._lines.choose("Vem gör placeringen?", options, empty="deltagaren själv", usual=PlacedBy.SJALV)
        if by is None:
            return
        said = self._lines.words("Med egna ord (tom rad: inga)")
        day = self._lines.day("Dag", self._desk.today(), usual=self._desk.today())
        placement = self._work.place(step_number, by=by, words=said, day=day)
        self._lines.say(f"Sparat: {step_words(placement.step)}.")

    def _needs(self) -> None:
        """Add needs: noted ones by number, others in words; ``ta bort 2`` takes one away."""
        while True:
            case, noted = self._desk.case, self._work.noted_needs()
            for number, need in enumerate(case.needs, 1):
                self._lines.say(f"Behov {number}: {need.text}", indent="  ")
            if noted:
                self._lines.say("Märkt som behov i samtalet:")
            for number, note in enumerate(noted, 1):
                self._lines.say(f"{number}. {note.says}", indent="  ")
            words = self._lines.words("Behov: siffra, egna ord eller ta bort 1 (tom rad: klart)")
            if not words:
                return
            removal = re.fullmatch(r"ta bort (\d+)", fold(words))
            if removal and 1 <= int(removal[1]) <= len(case.needs):
                self._work.drop_need(case.needs[int(removal[1]) - 1].id)
            elif words.isdecimal() and 1 <= int(words) <= len(noted):
                chosen = noted[int(words) - 1]
                self._work.add_need(chosen.says, note=chosen.id)
            elif words.isdecimal() or removal:
                self._lines.say("Det numret finns inte.")
            else:
                self._add_need(words)

    def _add_need(self, words: str) -> None:
        adapted = words.lower().startswith("anpassning:")
        text = words.partition(":")[2].strip() if adapted else words
        if text:
            self._work.add_need(text, kind=NeedKind.ANPASSNING if adapted else NeedKind.BEHOV)

    def _fields(self) -> None:
        """Fill in the plan's own fields."""
        rows = [row for row in self._desk.bank.plan.fields if row.id in _TEXTS or row.id == "uppfoljning"]
        period_row = Option(words="Planens tid", value="tid", remark="från och till")
        while True:
            plan = self._work.plan()
            options = [
                Option(words=row.title, value=row.id, remark=str(getattr(plan, _TEXTS.get(row.id, "follow_up_form"))))
                for row in rows
            ]
            chosen = self._lines.choose("Vilket fält?", [*options, period_row], empty="klart")
            if chosen is None:
                return
            if chosen == "tid":
                self._period()
            elif chosen == "uppfoljning":
                self._follow_up()
            else:
                question = next(row.explanation or row.title for row in rows if row.id == chosen)
                words = self._lines.words(f"{question} (tom rad: oförändrat)")
                if words:
                    self._work.write(**{_TEXTS[chosen]: words})

    def _follow_up(self) -> None:
        last = long_date(self._work.proposed_follow_up())
        prompt = f"Vilken dag hörs ni igen, sista arbetsdagen i planen är {last}"
        day = self._lines.day(prompt, self._desk.today(), usual=self._work.plan().follow_up_day)
        form = self._lines.words("Hur, till exempel möte eller telefon") or self._work.plan().follow_up_form
        self._work.write(follow_up_day=day, follow_up_form=form)

    def _period(self) -> None:
        plan = self._work.plan()
        start = self._lines.day("Från", self._desk.today(), usual=plan.start)
        end = self._lines.day("Till och med", self._desk.today(), usual=plan.end)
        self._work.write(start=start, end=end)
        for remark in self._work.remarks():
            self._lines.say(f"Att tänka på: {remark}")

    def _close(self) -> None:
        """Record the outcome, and what a new round requires where that is asked for."""
        rows = self._desk.bank.plan.outcomes
        options = [Option(words=row.title, value=row, remark=row.explanation) for row in rows]
        chosen = self._lines.choose("Hur slutade kartläggningen?", options)
        if chosen is None:
            return
        required: list[str] = []
        if chosen.needs_condition:
            ideas = self._desk.bank.plan.new_round
            for number, idea in enumerate(ideas, 1):
                self._lines.say(f"{number}. {idea}", indent="  ")
            while words := self._lines.words("Vad krävs för en ny omgång? Siffra eller egna ord (tom rad: klart)"):
                known = words.isdecimal() and 1 <= int(words) <= len(ideas)
                required.append(ideas[int(words) - 1] if known else words)
        comment = self._lines.words("Kommentar (tom rad: ingen)")
        self._work.close(OutcomeKind(chosen.id), required=tuple(required), comment=comment)
        self._lines.say(f"Utfallet är sparat: {chosen.title}.")


def parse_step(words: str, *, highest: int, half: bool = True) -> float | None:
    """Return a step from "2", "2,5", "2½", "mellan 2 och 3"; ``None`` for "inte nu"; raises :class:`ValueError`."""
    plain = fold(words).strip(" .").removeprefix("steg ")
    if plain in _NOT_NOW:
        return None
    between = re.fullmatch(r"(?:mellan )?(?:steg )?(\d+) (?:och|-) (\d+)", plain)
    if between and int(between[2]) == int(between[1]) + 1:
        plain = f"{between[1]},5"
    if not re.fullmatch(r"\d+(?:[.,][05]|½)?", plain):
        raise ValueError(words)
    step = float(plain.replace("½", ".5").replace(",", "."))
    if not 1 <= step <= highest or (step != int(step) and not half):
        raise ValueError(words)
    return step
