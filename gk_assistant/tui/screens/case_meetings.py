"""The questions about a meeting: when, where, with whom, and what has become of it."""

from collections.abc import Callable

from gk_assistant.conversation.keeping import USUAL, meeting_day, parse_span, said_clock
from gk_assistant.conversation.way import Place
from gk_assistant.conversation.when import parse_clock
from gk_assistant.domain.meetings import Meeting, Participant
from gk_assistant.domain.notes import Role
from gk_assistant.tui.dialogs.pick import Choice
from gk_assistant.tui.screens.case_questions import NO_DAY, CaseQuestions, day_typed
from gk_assistant.tui.screens.case_rows import What, person_words
from gk_assistant.tui.wording import ROLES, day_words

ROLE_KEYS = {
    Role.DELTAGARE: "d",
    Role.FK: "f",
    Role.AF: "a",
    Role.SPECIALIST: "s",
    Role.STODPERSON: "p",
    Role.TOLK: "t",
    Role.VARD: "v",
    Role.ARBETSGIVARE: "g",
    Role.ANNAN: "n",
}
DAY_HINT = "Till exempel 3/12, torsdag eller om två veckor kl 10. Tomt går bra."
NO_CLOCK = "Det går inte att läsa som en tid. Skriv till exempel 10.00."
NO_SPAN = "Det går inte att läsa som två tider. Skriv till exempel 10-11.15, eller lämna tomt."
HOUR, MINUTES = 60, 1439


class CaseMeetings(CaseQuestions):
    """The part of the case's screen that asks about its meetings."""

    # When and where

    def ask_new_meeting(self) -> None:
        """Ask which day the next meeting is, and add it."""
        number = max((meeting.number for meeting in self.desk.case.meetings), default=0) + 1

        def taken(answer: str) -> str | None:
            day = meeting_day(answer, self.desk.today())
            if answer and day is None:
                return NO_DAY
            self.desk.add_meeting(day=day, time=said_clock(answer) or "")
            return None

        def then() -> None:
            added = self.desk.case.meetings[-1]
            self.light(What.TID if added.day and not added.time else What.LAGG_TILL, added.id)
            self._say_when(added)

        self.ask(f"Vilken dag är GK{number}?", taken, hint=DAY_HINT, then=then)

    def ask_day(self, meeting: Meeting) -> None:
        """Ask which day a meeting is."""

        def taken(answer: str) -> str | None:
            day = meeting_day(answer, self.desk.today())
            if answer and day is None:
                return NO_DAY
            self.keeping.set_day(meeting.id, day, time=said_clock(answer))
            return None

        self.ask(
            f"Vilken dag är {meeting.title}?",
            taken,
            value=day_typed(meeting.day) if meeting.day else "",
            hint=DAY_HINT,
            then=lambda: self._say_when(self.desk.case.meeting(meeting.id)),
        )

    def _say_when(self, meeting: Meeting) -> None:
        """Say which day was understood, and when it is later than the method wants."""
        if meeting.day is None:
            return
        words = f"{meeting.title}: {day_words(meeting.day)} {meeting.time}".rstrip() + "."
        earlier = [known.day for known in self.desk.case.meetings if known.number == meeting.number - 1 and known.day]
        most = self.desk.bank.clock.next_meeting_days
        late = bool(earlier) and (meeting.day - earlier[0]).days > most
        if late:
            self.say(f"{words} Det är mer än {most} dagar efter mötet före. Metoden vill ha dem nära.", "warn")
        else:
            self.say(words, "good")

    def ask_time(self, meeting: Meeting) -> None:
        """Ask when a meeting begins."""

        def taken(answer: str) -> str | None:
            clock = parse_clock(answer) if answer else ""
            if clock is None:
                return NO_CLOCK
            self.keeping.set_time(meeting.id, clock)
            return None

        self.ask(f"När börjar {meeting.title}?", taken, value=meeting.time, hint="Till exempel 10 eller 10.30.")

    def ask_place(self, meeting: Meeting) -> None:
        """Ask where a meeting is."""

        def taken(answer: str) -> str | None:
            self.keeping.set_place(meeting.id, answer)
            return None

        self.ask(f"Var är {meeting.title}?", taken, value=meeting.place, hint="Till exempel AF, rum 3.")

    # With whom

    def ask_person(self, meeting: Meeting) -> None:
        """Ask who else is there: the usual ones or those of the meeting before at once, or somebody by role."""
        rows = [Choice(id=role.value, title=ROLES[role], key=key) for role, key in ROLE_KEYS.items()]
        several = {"vanliga": tuple(Participant(role=role) for role in USUAL)}
        before = self.keeping.those_before(meeting.id)
        if before:
            several["samma"] = before
            remark = ", ".join(person_words(person) for person in before)
            rows.insert(0, Choice(id="samma", title="Samma som förra gången", remark=remark, key="m"))
        if not meeting.participants:
            rows.insert(0, Choice(id="vanliga", title="De vanliga", remark="FK, AF och deltagaren", key="l"))

        def chosen(answer: str) -> None:
            if answer in several:
                self.keeping.add_participants(meeting.id, several[answer])
            else:
                self._ask_name(meeting, Role(answer))

        self.pick(f"Vem är med på {meeting.title}?", rows, chosen)

    def _ask_name(self, meeting: Meeting, role: Role) -> None:
        def taken(answer: str) -> str | None:
            self.keeping.add_participant(meeting.id, Participant(role=role, name=answer))
            return None

        self.ask(
            f"{ROLES[role]}: vad heter hen?",
            taken,
            hint="Tomt går bra. Skriv inte personnummer.",
            then=lambda: self.light(What.LAGG_TILL, meeting.id),
        )

    def ask_about_person(self, meeting: Meeting, at: int) -> None:
        """Ask what is to be changed about one of those present."""
        person = meeting.participants[at]
        rows = [
            Choice(id="namn", title="Ändra namnet", key="n"),
            Choice(id="roll", title="Ändra rollen", key="r"),
            Choice(id="bort", title="Ta bort", key="t"),
        ]
        steps: dict[str, Callable[[], object]] = {
            "namn": lambda: self._ask_new_name(meeting, at),
            "roll": lambda: self._ask_new_role(meeting, at),
            "bort": lambda: self.keeping.drop_participant(meeting.id, at),
        }
        self.pick(ROLES[person.role], rows, lambda chosen: steps[chosen]())

    def _ask_new_name(self, meeting: Meeting, at: int) -> None:
        person = meeting.participants[at]

        def taken(answer: str) -> str | None:
            self.keeping.set_participant(meeting.id, at, Participant(role=person.role, name=answer))
            return None

        self.ask("Namnet", taken, value=person.name, hint="Tomt går bra.")

    def _ask_new_role(self, meeting: Meeting, at: int) -> None:
        person = meeting.participants[at]
        rows = [Choice(id=role.value, title=ROLES[role], key=key) for role, key in ROLE_KEYS.items()]
        self.pick(
            "Vilken roll?",
            rows,
            lambda role: self.keeping.set_participant(meeting.id, at, Participant(role=Role(role), name=person.name)),
            start=person.role.value,
        )

    # What has become of it

    def ask_state(self, meeting: Meeting) -> None:
        """Ask where to go from a meeting, or what has become of it."""
        pending = [known.id for known in self.desk.case.meetings if known.ended_at is None]
        rows = []
        if pending[:1] == [meeting.id]:
            rows.append(Choice(id="samtal", title="Öppna samtalet", key="s"))
        rows.append(Choice(id="papper", title="Lägg in från papper", key="l"))
        if meeting.ended_at is None:
            held, remark = ("Samtalet är slut", "") if meeting.clock else ("Mötet har hållits", "utan klockan här")
            rows.append(Choice(id="hallet", title=held, remark=remark, key="h"))
        else:
            rows.append(Choice(id="oppna", title="Mötet var inte slut", remark="öppnar det igen", key="o"))
        if not (meeting.notes or meeting.clock):
            rows.append(Choice(id="bort", title="Ta bort mötet", key="t"))
        steps: dict[str, Callable[[], object]] = {
            "samtal": lambda: self.app.open_place(Place.SAMTAL),  # type: ignore[attr-defined]
            "papper": lambda: self.open_transfer(meeting),
            "hallet": lambda: self.ask_held(meeting),
            "oppna": lambda: self.keeping.reopen(meeting.id),
            "bort": lambda: self.keeping.drop_meeting(meeting.id),
        }
        self.pick(meeting.title, rows, lambda chosen: steps[chosen]())

    def open_transfer(self, meeting: Meeting) -> None:
        """Open the paper way for a meeting."""

    def ask_held(self, meeting: Meeting, then: Callable[[], None] | None = None) -> None:
        """Ask from when to when a meeting was held; a clock that was started knows it already."""
        if meeting.clock:
            self.keeping.hold(meeting.id, None)
            if then is not None:
                then()
            return

        def taken(answer: str) -> str | None:
            span = parse_span(answer)
            if answer and span is None:
                return NO_SPAN
            self.keeping.hold(meeting.id, span)
            return None

        title = f"Mellan vilka tider hölls {meeting.title}?"
        self.ask(title, taken, value=span_typed(meeting, self.desk.bank.clock.talk), hint="Tomt går bra.", then=then)


def span_typed(meeting: Meeting, minutes: int) -> str:
    """Propose when a meeting was held, from the time it was booked for; empty when that is not known."""
    clock = parse_clock(meeting.time) if meeting.time else None
    if clock is None:
        return ""
    hour, minute = (int(part) for part in clock.split("."))
    end = min(hour * HOUR + minute + minutes, MINUTES)
    return f"{clock}-{end // HOUR}.{end % HOUR:02}"
