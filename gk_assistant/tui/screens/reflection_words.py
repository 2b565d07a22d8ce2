"""What FK and AF write and decide in the reflection."""

from datetime import date

from gk_assistant.conversation.reflecting import Reflecting
from gk_assistant.conversation.when import parse_day
from gk_assistant.domain.reflections import Decision
from gk_assistant.tui.dialogs.ask import Ask, AskLong
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.wording import day_words


class ReflectionWords(GkScreen):
    """The part of the reflection's screen that takes views, decision and specialist."""

    reflecting: Reflecting

    def _write(self, **fields: object) -> None:
        self.attempt(lambda: self.reflecting.write(**fields))
        self.refresh_all()

    def action_views(self) -> None:
        """Choose what to write: FK's view, AF's view, samsyn."""
        reflection = self.reflecting.reflection
        rows = [
            Choice(id="fk_view", title="FK:s syn", remark=_short(reflection.fk_view), key="f"),
            Choice(id="af_view", title="AF:s syn", remark=_short(reflection.af_view), key="a"),
            Choice(id="ja", title="Samsyn: ja, vi ser det lika", key="j"),
            Choice(id="nej", title="Samsyn: nej, vi ser det olika", key="n"),
        ]
        self.app.push_screen(Pick("Våra syner", rows), self._views_chosen)

    def _views_chosen(self, chosen: str | None) -> None:
        match chosen:
            case "fk_view" | "af_view":
                title = "FK:s syn" if chosen == "fk_view" else "AF:s syn"
                value = str(getattr(self.reflecting.reflection, chosen))
                self.app.push_screen(AskLong(title, value=value), lambda text: self._view_written(chosen, text))
            case "ja":
                self._write(agreed=True)
            case "nej":
                self._write(agreed=False)
                known = self.reflecting.reflection.difference
                self.app.push_screen(
                    AskLong("Vad ser ni olika på?", value=known), lambda text: self._view_written("difference", text)
                )
            case _:
                pass

    def _view_written(self, field: str, text: str | None) -> None:
        if text is not None:
            self._write(**{field: text})
        if field != "difference":
            self.action_views()

    def action_decide(self) -> None:
        """Choose the decision, and its date where it has one."""
        rows = [
            Choice(id=row.id, title=row.title, key=str(number))
            for number, row in enumerate(self.desk.bank.plan.decisions, 1)
        ]
        start = self.reflecting.reflection.decision
        self.app.push_screen(Pick("Beslut", rows, start=start), self._decided)

    def _decided(self, chosen: str | None) -> None:
        if chosen is None:
            return
        decision = Decision(chosen)
        if decision not in (Decision.NYTT_MOTE, Decision.FLER_MOTEN):
            self.attempt(lambda: self.reflecting.decide(decision))
            self.refresh_all()
            return
        proposed = self.reflecting.proposed_day()
        ask = Ask(
            "Vilken dag är nästa möte?",
            value=f"{proposed.day}/{proposed.month}",
            hint=f"{day_words(proposed)} är sista dagen inom två veckor. Skriv till exempel 3/12 eller torsdag.",
            check=self._day_check,
        )
        self.app.push_screen(ask, lambda text: self._dated(decision, text))

    def _day(self, text: str) -> date | None:
        return parse_day(text, self.desk.today())

    def _day_check(self, text: str) -> str | None:
        return None if self._day(text) else "Det går inte att läsa som ett datum. Skriv till exempel 3/12."

    def _dated(self, decision: Decision, text: str | None) -> None:
        if text is None:
            return
        day = self._day(text)
        self.app.push_screen(
            Ask("Vilken tid?", hint="Till exempel 10.00. Tomt går bra."), lambda time: self._timed(decision, day, time)
        )

    def _timed(self, decision: Decision, day: date | None, time: str | None) -> None:
        self.attempt(lambda: self.reflecting.decide(decision, day=day, time=time or ""))
        self.refresh_all()
        if day is not None and not self.reflecting.within_two_weeks(day):
            self.say(
                f"{day_words(day).capitalize()} är senare än två veckor. Det går bra, men metoden vill ha det nära."
            )
        elif day is not None:
            self.say(f"Nästa möte: {day_words(day)} {time or ''}".rstrip() + ".", "good")

    def action_specialist(self) -> None:
        """Say which specialist the next meeting needs."""
        needed = {need.kind for need in self.reflecting.reflection.specialists}
        rows = [
            Choice(
                id=row.id, title=("● " if row.id in needed else "  ") + row.title, remark=row.explanation, key=str(n)
            )
            for n, row in enumerate(self.desk.bank.plan.specialists, 1)
        ]

        def chosen(kind: str | None) -> None:
            if kind is not None:
                self.attempt(lambda: self.reflecting.need_specialist(kind))
                self.refresh_all()

        self.app.push_screen(Pick("Behöver nästa möte en specialist?", rows), chosen)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHORT else f"{words[:SHORT]}…"


SHORT = 36
