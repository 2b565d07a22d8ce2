"""Utfall: how the kartläggning ended, and what a new round requires."""

from dataclasses import replace

from rich.text import Text
from textual.widgets.option_list import Option

from gk_assistant.documents.dates import full_date
from gk_assistant.domain import bank as words_of
from gk_assistant.domain.planning import Outcome, OutcomeKind
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.planning_part import (
    EMPTY,
    OWN,
    OWN_CHOICE,
    Asking,
    Part,
    asked,
    keyed,
    lettered,
    shown,
    written,
)

KIND, COMMENT, REQUIRED = "utfall", "kommentar", "krav:"
ADD_REQUIRED = "krav-nytt"
TITLE = "Vad krävs för en ny omgång? Välj flera, Esc när det räcker. Egna ord: e"
SGI_MISSING = (
    "Deltagaren saknar SGI. Då passar ett överlämningsmöte ofta bättre än förstärkt samarbete. "
    "Det är en påminnelse, inget hinder."
)
SGI_UNKNOWN = (
    "Det är inte antecknat om deltagaren har SGI. Saknas den passar ett överlämningsmöte ofta bättre. "
    "Det är en påminnelse, inget hinder."
)


class UtfallPart(Part):
    """The outcome as rows."""

    title = "Utfall"

    @property
    def outcome(self) -> Outcome | None:
        """The outcome, if there is one."""
        return self.planning.case.outcome

    def count(self) -> str:
        """Return a tick when there is an outcome."""
        return "√" if self.outcome else ""

    def _choice(self, kind: str) -> words_of.Choice:
        known = self.bank.plan.outcomes
        return next((choice for choice in known if choice.id == kind), words_of.Choice(id=kind, title=kind))

    def rows(self, width: int) -> list[Option]:  # noqa: ARG002 - the table takes the width there is
        """Return the outcome, what a new round requires, and the comment."""
        outcome = self.outcome
        if outcome is None:
            return [Option(Text("Inget utfall än. Enter eller n väljer."), id=EMPTY)]
        choice = self._choice(outcome.kind)
        rows = [
            self.field(KIND, "Utfall", f"{choice.title}, {full_date(outcome.day)}\n{choice.explanation}".rstrip()),
        ]
        if choice.needs_condition or outcome.required:
            for at, words in enumerate(outcome.required):
                rows.append(self.field(f"{REQUIRED}{at}", "" if at else "För ny omgång", words))
            title = "" if outcome.required else "För ny omgång"
            rows.append(self.field(ADD_REQUIRED, title, "Lägg till eller ta bort …"))
        rows.append(self.field(COMMENT, "Kommentar", outcome.comment))
        return rows

    def remarks(self) -> tuple[str, ...]:
        """Tell what the outcome still needs."""
        outcome = self.outcome
        if outcome is None:
            return ("En plan skrivs oavsett utfall. Vid ”inte nu” står det i den vad som krävs för en ny omgång.",)
        if self._choice(outcome.kind).needs_condition and not outcome.required:
            return ("Skriv vad som krävs för en ny omgång.",)
        if outcome.kind is OutcomeKind.FLER_MOTEN:
            return ("Nästa möte bokar du på ärendets sida.",)
        return ()

    def warnings(self) -> tuple[str, ...]:
        """Point out what a missing SGI means."""
        sgi = self.planning.case.sgi
        return () if sgi else (SGI_UNKNOWN if sgi is None else SGI_MISSING,)

    def change(self, row: str) -> Asking:
        """Change a row."""
        if self.outcome is None or row in (KIND, EMPTY):
            return (yield from self._choose())
        if row == COMMENT:
            yield from self._ask_comment(self.outcome)
        elif row.startswith(REQUIRED):
            yield from self._reword(self.outcome, int(row.removeprefix(REQUIRED)))
        else:
            yield from self._choose_required()
        return row

    def _choose(self) -> Asking:
        outcomes = self.bank.plan.outcomes
        keys = {choice.title: choice.key for choice in lettered([outcome.title for outcome in outcomes])}
        choices = [
            Choice(id=one.id, title=one.title, remark=f"\n{one.explanation}", key=keys[one.title]) for one in outcomes
        ]
        before = self.outcome
        chosen = yield Pick("Hur slutade kartläggningen?", choices, start=before.kind if before else None)
        if chosen is None:
            return None
        kind = OutcomeKind(chosen)
        if before is None:
            self.planning.close(kind)
        elif before.kind is not kind:
            self.planning.change_outcome(replace(before, kind=kind, day=self.planning.desk.today()))
        after = self.outcome
        if self._choice(kind).needs_condition and after is not None and not after.required:
            yield from self._choose_required()
        return KIND

    def _choose_required(self) -> Asking:
        """Offer what usually is required; a second press takes it back."""
        lit: str | None = None
        while (outcome := self.outcome) is not None:
            ready = self.bank.plan.new_round
            titles = [(words, _short(words)) for words in dict.fromkeys((*ready, *outcome.required))]
            choices = [*keyed(titles, taken=frozenset(outcome.required)), OWN_CHOICE]
            chosen = yield Pick(TITLE, choices, start=lit)
            if chosen is None:
                break
            if chosen == OWN:
                yield from asked("Med egna ord", self._require, check=_not_empty)
                break
            self._toggle(outcome, chosen)
            lit = chosen
        return ADD_REQUIRED

    def _require(self, words: str) -> None:
        if self.outcome is not None and words not in self.outcome.required:
            self.planning.change_outcome(replace(self.outcome, required=(*self.outcome.required, words)))

    def _toggle(self, outcome: Outcome, words: str) -> None:
        kept = tuple(known for known in outcome.required if known != words)
        required = kept if words in outcome.required else (*outcome.required, words)
        self.planning.change_outcome(replace(outcome, required=required))

    def _reword(self, outcome: Outcome, at: int) -> Asking:
        def keep(words: str) -> None:
            required = (*outcome.required[:at], words, *outcome.required[at + 1 :])
            self.planning.change_outcome(replace(outcome, required=required))

        yield from asked("Vad krävs för en ny omgång?", keep, value=outcome.required[at], check=_not_empty)
        return None

    def _ask_comment(self, outcome: Outcome) -> Asking:
        def keep(words: str) -> None:
            self.planning.change_outcome(replace(outcome, comment=words))

        yield from written("Kommentar till utfallet", keep, value=outcome.comment)
        return COMMENT

    def add(self) -> Asking:
        """Choose the outcome, or add what a new round requires."""
        if self.outcome is not None and self._choice(self.outcome.kind).needs_condition:
            return (yield from self._choose_required())
        return (yield from self._choose())

    def remove(self, row: str) -> str:
        """Take back the outcome, one requirement or the comment."""
        outcome = self.outcome
        if outcome is None:
            return "Det finns inget utfall att ta bort."
        if row == KIND:
            self.planning.withdraw_outcome()
            return "Utfallet är borttaget. Ctrl+Z tar tillbaka det."
        if row == COMMENT:
            self.planning.change_outcome(replace(outcome, comment=""))
            return "Kommentaren är tömd. Ctrl+Z tar tillbaka den."
        if not row.startswith(REQUIRED):
            return "Här finns inget att ta bort."
        at = int(row.removeprefix(REQUIRED))
        words = outcome.required[at]
        self.planning.change_outcome(replace(outcome, required=outcome.required[:at] + outcome.required[at + 1 :]))
        return f"Borttaget: {shown(words)} Ctrl+Z tar tillbaka det."


SHORT = 52


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[:SHORT]}…"


def _not_empty(words: str) -> str | None:
    return None if words.strip() else "Skriv något, eller tryck Esc."
