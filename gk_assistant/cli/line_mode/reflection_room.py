"""The reflection, line by line: the columns, each agency's view, and the decision."""

from gk_assistant.cli.choosing import matching
from gk_assistant.cli.line_mode.learnt_list import LearntList
from gk_assistant.cli.line_mode.lines import Lines, Option
from gk_assistant.cli.line_mode.talk_board import note_words
from gk_assistant.cli.ports import OpenWorkshop
from gk_assistant.conversation.pace import reflection_words
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.reflecting import Reflecting, lanes
from gk_assistant.conversation.when import parse_clock
from gk_assistant.documents.dates import long_date
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import MARK_SIGNS, Heading, Note
from gk_assistant.domain.reflections import Decision
from gk_assistant.language.text import fold

_MENU = (
    Option(words="Visa anteckningarna under rubrikerna", value="visa"),
    Option(words="Flytta en anteckning", value="flytta"),
    Option(words="FK:s syn", value="fk"),
    Option(words="AF:s syn", value="af"),
    Option(words="Samsyn", value="samsyn"),
    Option(words="Specialist till nästa möte", value="specialist"),
    Option(words="Beslut om vad som händer nu", value="beslut"),
    Option(words="Tillbaka till ärendet", value="tillbaka"),
    Option(words="Lärt: det programmet har lärt sig av dina flyttar", value="lart"),
)
_HELP = (
    "Skriv siffran, eller direkt: flytta 3 person, märk 3 -, skäl 3, ångra, lärt, glöm 2 (det inlärda nummer 2), "
    "glöm allt. "
    "Rubrikerna är kropp, aktivitet, omgivning, person och osäkra."
)
_BOOKED = (Decision.NYTT_MOTE, Decision.FLER_MOTEN)


class ReflectionRoom:
    """The reflection of the meeting held last."""

    def __init__(self, workshop: OpenWorkshop, lines: Lines) -> None:
        """Take the open case's meeting that waits for its reflection, else the latest one."""
        self._desk = workshop.desk
        self._ear = workshop.ear
        self._lines = lines
        self._learnt = LearntList(self._desk, lines)
        self._work = Reflecting(self._desk, _meeting(self._desk.case).id, sort=workshop.ear.sort)

    def stay(self) -> None:
        """Reflect until the user goes back."""
        try:
            self._work.begin()
        except StoreFault as fault:
            # What is there can be read even where nothing can be saved.
            self._lines.say(str(fault))
        self._tell_remark()
        clock = reflection_words(self._desk.bank, self._work.meeting, self._desk.now())
        self._lines.say()
        self._lines.say(f"Reflektion efter {self._work.meeting.title}{f', {clock}' if clock else ''}.")
        self._show()
        told = False
        while True:
            chosen = self._lines.choose(self._standing(), _MENU, also=self._carry_out, help_text=_HELP, brief=told)
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
            case "flytta":
                self._move(self._lines.words("Nummer och rubrik, till exempel 3 person"))
            case "fk" | "af":
                self._view(chosen)
            case "samsyn":
                self._agree()
            case "specialist":
                self._specialist()
            case "lart":
                self._learnt.show()
            case _:
                self._decide()

    def _standing(self) -> str:
        """Say in one line what has been written and decided."""
        known = self._work.reflection
        agreed = {True: "samsyn", False: "ingen samsyn", None: "samsyn inte sagd"}[known.agreed]
        decision = next(
            (row.title for row in self._desk.bank.plan.decisions if row.id == known.decision), "inget beslut"
        )
        day = f", {long_date(known.next_day)}" if known.next_day else ""
        return f"Reflektionen: {agreed}, {decision.lower() if known.decision is None else decision}{day}."

    def _carry_out(self, raw: str) -> bool:
        """Carry out "flytta 3 person", "märk 3 -", "skäl 3", "ångra", "lärt", "glöm 2"; tell whether it was one."""
        verb, _, rest = raw.strip().partition(" ")
        try:
            match fold(verb):
                case "angra":
                    label = self._desk.undo()
                    self._lines.say(f"Ångrat: {label}." if label else "Det finns inget att ångra.")
                case "flytta":
                    self._move(rest)
                case "mark":
                    self._mark(rest)
                case "skal" | "varfor":
                    self._reason(rest)
                case "lart":
                    self._learnt.show()
                case "glom":
                    self._learnt.forget(rest)
                    self._work.begin()
                case number if number.isdecimal() and rest:
                    self._move(raw)
                case _:
                    return False
        except StoreFault as fault:
            self._lines.say(str(fault))
        return True

    def _show(self) -> None:
        numbers = {note.id: number for number, note in enumerate(self._work.meeting.live_notes, 1)}
        for lane in lanes(self._work.meeting):
            self._lines.say()
            self._lines.say(f"{self._name(lane.heading)} ({len(lane.notes)})")
            for note in lane.notes:
                ruta = self._desk.bank.ruta(note.ruta).short
                self._lines.say(f"{numbers[note.id]}. {note_words(note)} – {ruta}", indent="  ")

    def _name(self, heading: Heading | None) -> str:
        return self._desk.bank.heading(heading).title if heading else self._desk.bank.unsure_title

    def _numbered(self, words: str) -> Note | None:
        notes = self._work.meeting.live_notes
        if not words.isdecimal() or not 1 <= int(words) <= len(notes):
            self._lines.say(f"Anteckning nummer {words or '?'} finns inte. Numren står framför anteckningarna.")
            return None
        return notes[int(words) - 1]

    def _move(self, words: str) -> None:
        number, _, name = words.strip().partition(" ")
        note = self._numbered(number)
        if note is None:
            return
        choices: list[tuple[str, Heading | None]] = [(self._name(heading), heading) for heading in Heading]
        choices += [(heading.value, heading) for heading in Heading]
        choices += [(self._desk.bank.unsure_title, None), ("osäkra", None)]
        found = {heading for _, heading in matching(choices, name.removeprefix("till "), lambda row: (row[0],))}
        if len(found) != 1:
            self._lines.say("Vart? Skriv kropp, aktivitet, omgivning, person eller osäkra efter numret.")
            return
        heading = found.pop()
        self._work.place(note.id, heading)
        self._lines.say(f"Flyttat till {self._name(heading)}: {note_words(note)}")
        self._tell_remark()

    def _mark(self, words: str) -> None:
        number, _, sign = words.strip().partition(" ")
        note = self._numbered(number)
        if note is None:
            return
        if sign.strip() not in MARK_SIGNS:
            self._lines.say(f"Vilket märke? Skriv till exempel: märk 3 -. Märkena är {' '.join(MARK_SIGNS)}")
            return
        self._lines.say(f"Märkt: {note_words(self._work.remark(note.id, MARK_SIGNS[sign.strip()]))}")
        self._tell_remark()

    def _tell_remark(self) -> None:
        remark = self._desk.learner.remark()
        if remark:
            self._lines.say(remark)

    def _reason(self, words: str) -> None:
        note = self._numbered(words.strip())
        if note is None:
            return
        own = note.sorting is not None and note.sorting.origin.value == "own"
        reason = "du har själv valt" if own else note.sorting.reason if note.sorting else ""
        self._lines.say(f"{note_words(note)} står under {self._name(note.heading)}: {reason or 'inget ord avgör'}.")
        read = self._ear.as_read(note.text, note.ruta)
        if read:
            self._lines.say(f"Läst: {read}.", indent="  ")
        codes = note.sorting.icf if note.sorting is not None else ()
        if codes:
            self._lines.say(f"ICF: {', '.join(self._ear.icf_label(code) for code in codes)}.", indent="  ")

    def _view(self, agency: str) -> None:
        known = self._work.reflection.fk_view if agency == "fk" else self._work.reflection.af_view
        if known:
            self._lines.say(f"Nu står: {known}")
        words = self._lines.words(f"{agency.upper()}:s syn (tom rad: oförändrat)")
        if words:
            self._work.write(**{f"{agency}_view": words})

    def _agree(self) -> None:
        agreed = self._lines.yes("Ser FK och AF lika på det?")
        if agreed is None:
            return
        difference = "" if agreed else self._lines.words("Vad skiljer sig")
        self._work.write(agreed=agreed, difference=difference)

    def _specialist(self) -> None:
        options = [
            Option(words=row.title, value=row.id, remark=row.explanation) for row in self._desk.bank.plan.specialists
        ]
        kind = self._lines.choose("Vilken specialist behövs? Välj samma igen för att ta bort.", options)
        if kind is None:
            return
        known = any(need.kind == kind for need in self._work.reflection.specialists)
        self._work.need_specialist(kind, why="" if known else self._lines.words("Varför"))
        names = [row.title for row in self._desk.bank.plan.specialists if row.id in self._specialists()]
        self._lines.say(f"Specialist: {', '.join(names) or 'ingen'}.")

    def _specialists(self) -> set[str]:
        return {need.kind for need in self._work.reflection.specialists}

    def _decide(self) -> None:
        rows = self._desk.bank.plan.decisions
        options = [Option(words=row.title, value=Decision(row.id), remark=row.explanation) for row in rows]
        decision = self._lines.choose("Vad händer nu?", options)
        if decision is None:
            return
        day, clock = None, ""
        if decision in _BOOKED:
            day = self._lines.day("Vilken dag är nästa möte", self._desk.today(), usual=self._work.proposed_day())
            words = self._lines.words("Klockan (tom rad: inte bestämt)")
            clock = parse_clock(words) or words
        self._work.decide(decision, day=day, time=clock)
        late = decision is Decision.NYTT_MOTE and day is not None and not self._work.within_two_weeks(day)
        self._lines.say(
            "Beslutet är sparat. Dagen ligger inte inom två veckor från mötet." if late else "Beslutet är sparat."
        )


def _meeting(case: Case) -> Meeting:
    """Return the meeting to reflect on: the latest one ended, else the latest with notes, else the first."""
    held = [meeting for meeting in case.meetings if meeting.ended_at is not None]
    if not held and not case.meetings:
        raise StoreFault("Ärendet har inget möte än. Börja med samtalet.")
    noted = [meeting for meeting in case.meetings if meeting.live_notes]
    return (held or noted or list(case.meetings))[-1]
