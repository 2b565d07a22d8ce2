"""What is known about the case beside the talk: the meetings' days, those present, consents, SGI, the request."""

from dataclasses import replace

from gk_assistant.cli.line_mode.lines import Lines, Option
from gk_assistant.cli.ports import OpenWorkshop
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.when import parse_clock
from gk_assistant.documents.dates import long_date
from gk_assistant.documents.names import ROLE_NAMES, as_sentence, listed, who
from gk_assistant.domain.cases import Case, Consent, ConsentKind
from gk_assistant.domain.meetings import Meeting, Participant
from gk_assistant.domain.notes import Role

_MENU = (
    Option(words="Mötenas dag, tid och plats", value="dag"),
    Option(words="Nytt möte", value="nytt"),
    Option(words="Vilka som är med på ett möte", value="med"),
    Option(words="Samtycke", value="samtycke"),
    Option(words="SGI", value="sgi"),
    Option(words="Dag för begäran", value="begaran"),
    Option(words="Tillbaka till ärendet", value="tillbaka"),
)
_NO_SGI = (
    "Utan SGI passar ofta ett överlämningsmöte bättre än en gemensam kartläggning, "
    "om Försäkringskassan inte är med i rehabiliteringen."
)


class DetailsRoom:
    """The facts of the open case."""

    def __init__(self, workshop: OpenWorkshop, lines: Lines) -> None:
        """Take the open case."""
        self._desk = workshop.desk
        self._lines = lines

    def stay(self) -> None:
        """Change facts until the user goes back."""
        told = False
        while True:
            self._show(self._desk.case)
            chosen = self._lines.choose("Uppgifter", _MENU, brief=told)
            told = True
            if chosen in (None, "tillbaka"):
                return
            try:
                self._step(chosen or "")
            except StoreFault as fault:
                self._lines.say(str(fault))

    def _step(self, chosen: str) -> None:
        match chosen:
            case "dag":
                self._when()
            case "nytt":
                self._lines.say(f"{self._desk.add_meeting().title} är tillagt.")
            case "med":
                self._present()
            case "samtycke":
                self._consent()
            case "sgi":
                self._sgi()
            case _:
                day = self._lines.day("När kom begäran", self._desk.today(), usual=self._desk.case.request_day)
                self._desk.do("dag för begäran", lambda case: replace(case, request_day=day))

    def _show(self, case: Case) -> None:
        self._lines.say()
        for meeting in case.meetings:
            when = " ".join(part for part in (long_date(meeting.day) if meeting.day else "", meeting.time) if part)
            people = listed(tuple(who(person) for person in meeting.participants))
            place = f", {meeting.place}" if meeting.place else ""
            self._lines.say(f"{meeting.title}: {when or 'ingen dag'}{place}. Med: {people or 'inte ifyllt'}.")
        for kind in ConsentKind:
            consent = case.consent(kind)
            state = "inte ifyllt"
            if consent.given is not None:
                state = f"givet {long_date(consent.given)}"
            if consent.withdrawn is not None:
                state = f"återtaget {long_date(consent.withdrawn)}"
            self._lines.say(f"Samtycke till {self._consent_title(kind)}: {state}.")
        self._lines.say(f"SGI: {({True: 'finns', False: 'saknas', None: 'inte ifyllt'})[case.sgi]}.")
        day = long_date(case.request_day) if case.request_day else "inte ifyllt"
        self._lines.say(f"Begäran kom: {day}.")

    def _consent_title(self, kind: ConsentKind) -> str:
        title = next((row.title for row in self._desk.bank.plan.consents if row.id == kind.value), kind.value)
        return title[:1].lower() + title[1:]

    def _meeting(self) -> Meeting | None:
        meetings = self._desk.case.meetings
        if len(meetings) == 1:
            return meetings[0]
        return self._lines.choose("Vilket möte?", [Option(words=meeting.title, value=meeting) for meeting in meetings])

    def _when(self) -> None:
        meeting = self._meeting()
        if meeting is None:
            return
        day = self._lines.day(f"Vilken dag är {meeting.title}", self._desk.today(), usual=meeting.day)
        words = self._lines.words("Klockan (tom rad: oförändrat)")
        place = self._lines.words("Plats (tom rad: oförändrat)") or meeting.place
        clock = (parse_clock(words) or words) if words else meeting.time
        self._desk.in_meeting(meeting.id, "datum", lambda known: replace(known, day=day, time=clock, place=place))

    def _present(self) -> None:
        """Add people by role and name, or start over."""
        meeting = self._meeting()
        if meeting is None:
            return
        people: tuple[Participant, ...] = ()
        options = [Option(words=as_sentence(ROLE_NAMES[role]), value=role) for role in Role]
        while (role := self._lines.choose(f"Vem mer är med på {meeting.title}?", options, empty="klart")) is not None:
            people = (*people, Participant(role=role, name=self._lines.words("Namn (tom rad: inget)")))
        if people:
            self._desk.in_meeting(meeting.id, "deltagare", lambda known: replace(known, participants=people))

    def _consent(self) -> None:
        kinds = [Option(words=as_sentence(self._consent_title(kind)), value=kind) for kind in ConsentKind]
        kind = self._lines.choose("Vilket samtycke?", kinds)
        if kind is None:
            return
        known = self._desk.case.consent(kind)
        actions = (Option(words="Givet", value="givet"), Option(words="Återtaget", value="aterta"))
        action = self._lines.choose("Vad har hänt?", actions)
        if action is None:
            return
        day = self._lines.day("Vilken dag", self._desk.today(), usual=self._desk.today())
        if action == "givet":
            agencies = [Option(words=ROLE_NAMES[role], value=role) for role in (Role.FK, Role.AF)]
            consent = Consent(kind=kind, given=day, collected_by=self._lines.choose("Vem tog emot det?", agencies))
        else:
            consent = replace(known, withdrawn=day)
        self._desk.do("samtycke", lambda case: case.with_consent(consent))

    def _sgi(self) -> None:
        known = self._lines.yes("Har personen SGI?")
        if known is None:
            return
        self._desk.do("SGI", lambda case: replace(case, sgi=known))
        if not known:
            self._lines.say(_NO_SGI)
