"""The plan's steps, line by line: vad – vem – när – omfattning."""

import re
from dataclasses import replace
from datetime import date

from gk_assistant.cli.line_mode.lines import Lines
from gk_assistant.conversation.planning import Planning
from gk_assistant.conversation.when import parse_day
from gk_assistant.documents.dates import long_date
from gk_assistant.domain.planning import PlanStep
from gk_assistant.language.text import fold

_PARTS = 4
_HOW = (
    "Nytt steg: vad det är, eller allt på en rad med semikolon: vad; vem; när; omfattning.\n"
    "ändra 2, ta bort 2, upp 2 och ner 2 gäller steg 2."
)


class Steps:
    """Shows and changes the steps of the plan in force."""

    def __init__(self, work: Planning, lines: Lines) -> None:
        """Stand beside a planning."""
        self._work = work
        self._lines = lines

    def show(self) -> None:
        """Say every step on its line."""
        for number, step in enumerate(self._work.plan().steps, 1):
            parts = [step.what, step.who, step.when or (long_date(step.due) if step.due else ""), step.extent]
            self._lines.say(f"Steg {number}: {' – '.join(part for part in parts if part)}", indent="  ")

    def edit(self) -> None:
        """Add and change steps until an empty line."""
        self._lines.say(_HOW)
        while True:
            self.show()
            line = self._lines.words("Steg (tom rad: klart)")
            if not line:
                return
            command = re.fullmatch(r"(andra|ta bort|upp|ner) (\d+)", fold(line))
            if command is None:
                self._add(line)
            else:
                self._change(command[1], int(command[2]))

    def _add(self, line: str) -> None:
        what, *rest = [part.strip() for part in line.split(";", _PARTS - 1)]
        if not what:
            self._lines.say("Steget behöver säga vad som ska göras.")
            return
        if rest:
            who, when, extent = (*rest, "", "", "")[:3]
        else:
            who, when, extent = self._ask_who(), self._lines.words("När"), self._lines.words("Omfattning")
        due = parse_day(when, self._today)
        step = self._work.add_step(what, who=who, when=when, due=due, extent=extent)
        self._said(step.due)

    def _ask_who(self) -> str:
        people = self._work.desk.bank.plan.who
        names = ", ".join(f"{number} {name}" for number, name in enumerate(people, 1))
        words = self._lines.words(f"Vem ({names}, eller egna ord)")
        return people[int(words) - 1] if words.isdecimal() and 1 <= int(words) <= len(people) else words

    def _change(self, verb: str, number: int) -> None:
        steps = self._work.plan().steps
        if not 1 <= number <= len(steps):
            self._lines.say(f"Steg {number} finns inte.")
            return
        step = steps[number - 1]
        match verb:
            case "ta bort":
                self._work.drop_step(step.id)
                self._lines.say(f"Borttaget: {step.what}")
            case "upp" | "ner":
                self._work.shift_step(step.id, -1 if verb == "upp" else 1)
            case _:
                self._rewrite(step)

    def _rewrite(self, step: PlanStep) -> None:
        """Ask for each part anew; an empty line leaves it as it is."""
        what = self._lines.words(f"Vad ({step.what})") or step.what
        who = self._lines.words(f"Vem ({step.who or 'tomt'})") or step.who
        when = self._lines.words(f"När ({step.when or 'tomt'})") or step.when
        extent = self._lines.words(f"Omfattning ({step.extent or 'tomt'})") or step.extent
        due = parse_day(when, self._today) if when != step.when else step.due
        self._work.put_step(replace(step, what=what, who=who, when=when, due=due, extent=extent))
        self._said(due)

    def _said(self, due: date | None) -> None:
        self._lines.say(f"Sparat, klart till {long_date(due)}." if due else "Sparat.")

    @property
    def _today(self) -> date:
        return self._work.desk.today()
