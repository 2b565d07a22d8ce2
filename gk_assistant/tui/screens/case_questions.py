"""The questions of the case's page: each answer is saved while its dialog is still open, so that none can be lost."""

from collections.abc import Callable, Sequence
from datetime import date

from gk_assistant.conversation.keeping import Keeping, past_day
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import CaseKind, ConsentKind
from gk_assistant.domain.notes import Role
from gk_assistant.language.text import clean_line
from gk_assistant.tui.dialogs.ask import Ask
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.case_rows import CONSENTS, What
from gk_assistant.tui.wording import CASE_KINDS

Take = Callable[[str], str | None]
"""Takes an answer: saves it, or returns a Swedish sentence that says what is wrong with it."""

NO_DAY = "Det går inte att läsa som ett datum. Skriv till exempel 3/12 eller torsdag."
AHEAD = "Det datumet ligger framåt i tiden. Skriv dagen då det hände."
PAST_HINT = "Till exempel idag, torsdag eller 3/10."


class CaseQuestions(GkScreen):
    """The part of the case's screen that asks about the case itself and its consents."""

    @property
    def keeping(self) -> Keeping:
        """The case's use cases on the desk."""
        return Keeping(self.desk)

    def ask(
        self, title: str, take: Take, *, value: str = "", hint: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Ask for a line and give it to ``take``; the dialog stays open, with the words, until that went well."""
        heard = ""

        def check(answer: str) -> str | None:
            nonlocal heard
            line = clean_line(answer)
            try:
                wrong = take(line.text.strip())
            except StoreFault as fault:
                wrong = str(fault)
            heard = f"{line.notice} {self.services.ear.identifiers(line.text)}".strip()
            return wrong or None

        def done(answer: str | None) -> None:
            if answer is None:
                return
            self.say(heard, "warn")
            self.refresh_all()
            if then is not None:
                then()

        self.app.push_screen(Ask(title, value=value, hint=hint, check=check), done)

    def pick(
        self, title: str, choices: Sequence[Choice], take: Callable[[str], object], *, start: str | None = None
    ) -> None:
        """Ask for one of some choices and give its id to ``take``."""

        def done(chosen: str | None) -> None:
            if chosen is not None:
                self.carry_out(lambda: take(chosen))

        self.app.push_screen(Pick(title, choices, start=start), done)

    def carry_out(self, step: Callable[[], object]) -> bool:
        """Carry out a step and draw anew; when it can't be saved, say why and return ``False``."""
        try:
            step()
        except StoreFault as fault:
            self.say(str(fault), "error")
            return False
        self.refresh_all()
        return True

    def light(self, what: What, meeting: str | None = None) -> None:
        """Go to a row."""

    def ask_past(
        self,
        title: str,
        take: Callable[[date], object],
        *,
        value: date | None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Ask for the day of something that has happened."""

        def taken(answer: str) -> str | None:
            day = past_day(answer, self.desk.today())
            if day is None:
                return NO_DAY
            if day > self.desk.today():
                return AHEAD
            take(day)
            return None

        self.ask(title, taken, value=day_typed(value or self.desk.today()), hint=PAST_HINT, then=then)

    # The case

    def ask_label(self) -> None:
        """Ask what the case is called."""
        self.ask(
            "Etikett på ärendet",
            self.keeping.rename,
            value=self.desk.case.label,
            hint="Välj ett ord du känner igen. Skriv inte personnummer.",
        )

    def ask_kind(self) -> None:
        """Ask which compensation the person has."""
        rows = [
            Choice(id=kind.value, title=words, key=key)
            for (kind, words), key in zip(CASE_KINDS.items(), "sao", strict=True)
        ]
        self.pick(
            "Vilken ersättning?",
            rows,
            lambda kind: self.keeping.set_kind(CaseKind(kind)),
            start=self.desk.case.kind.value,
        )

    def ask_sgi(self) -> None:
        """Ask whether the person has SGI."""
        rows = [
            Choice(id="ja", title="Ja", key="j"),
            Choice(id="nej", title="Nej", key="n"),
            Choice(id="vet_inte", title="Vet inte", key="v"),
        ]
        answers = {"ja": True, "nej": False, "vet_inte": None}
        start = next(name for name, sgi in answers.items() if sgi is self.desk.case.sgi)
        self.pick("Finns det en SGI?", rows, lambda chosen: self.keeping.set_sgi(answers[chosen]), start=start)

    def ask_request(self) -> None:
        """Ask when the request was made."""
        self.ask_past("När kom begäran?", self.keeping.set_request_day, value=self.desk.case.request_day)

    # Consents

    def ask_consent(self, kind: ConsentKind) -> None:
        """Ask when a consent was given; with one recorded, what is to be changed."""
        known = self.desk.case.consent(kind)
        if known.given is None and known.withdrawn is None:
            self._ask_given(kind)
            return
        choices = [
            Choice(id="dag", title="Ändra dagen", key="d"),
            Choice(id="vem", title="Ändra vem som tog emot", key="v"),
            Choice(id="bort", title="Ta bort uppgiften", key="t"),
        ]
        if known.withdrawn is None:
            choices.insert(0, Choice(id="aterkalla", title="Samtycket är återkallat", key="å"))
        else:
            choices.insert(0, Choice(id="inte", title="Det är inte återkallat", key="i"))
            choices[1] = Choice(id="dag", title="Nytt samtycke", key="n")
        steps: dict[str, Callable[[], object]] = {
            "dag": lambda: self._ask_given(kind),
            "vem": lambda: self._ask_collected(kind),
            "aterkalla": lambda: self.ask_past(
                "När återkallades det?", lambda day: self.keeping.withdraw_consent(kind, day), value=None
            ),
            "inte": lambda: self.keeping.withdraw_consent(kind, None),
            "bort": lambda: self.keeping.clear_consent(kind),
        }
        self.pick(CONSENTS[kind], choices, lambda chosen: steps[chosen]())

    def _ask_given(self, kind: ConsentKind) -> None:
        def then() -> None:
            if self.desk.case.consent(kind).collected_by is None:
                self._ask_collected(kind)

        known = self.desk.case.consent(kind)
        self.ask_past(
            f"När gavs samtycket till {kind.value.upper()}?",
            lambda day: self.keeping.give_consent(kind, day),
            value=known.given if known.valid else None,
            then=then,
        )

    def _ask_collected(self, kind: ConsentKind) -> None:
        rows = [
            Choice(id=Role.FK.value, title="FK", key="f"),
            Choice(id=Role.AF.value, title="AF", key="a"),
            Choice(id="", title="Vet inte", key="v"),
        ]
        self.pick(
            "Vem tog emot samtycket?",
            rows,
            lambda role: self.keeping.collected_by(kind, Role(role) if role else None),
            start=self.desk.case.consent(kind).collected_by or "",
        )


def day_typed(day: date) -> str:
    """Return a day as one would type it."""
    return f"{day.day}/{day.month} {day.year}"
