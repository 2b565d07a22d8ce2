"""The cases and the way between the rooms."""

from gk_assistant.cli.line_mode.details_room import DetailsRoom
from gk_assistant.cli.line_mode.lines import EndOfInput, Leave, Lines, Option
from gk_assistant.cli.line_mode.papers_room import PapersRoom
from gk_assistant.cli.line_mode.planning_room import PlanningRoom
from gk_assistant.cli.line_mode.reflection_room import ReflectionRoom
from gk_assistant.cli.line_mode.talk_room import TalkRoom
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.conversation.case_rows import CaseRow
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.way import Place, next_step
from gk_assistant.domain.cases import CaseKind

KIND_WORDS = {CaseKind.SP: "sjukpenning", CaseKind.AE: "aktivitetsersättning", CaseKind.ANNAN: "annan ersättning"}
_GREETING = (
    "Radläge. Skriv siffror eller ord och tryck Enter. Skriv ? för hjälp och slut för att sluta.\nAllt sparas direkt."
)
_ANOTHER = "byt"


class LineMode:
    """The whole program, line by line."""

    def __init__(self, house: House, workshop: OpenWorkshop, lines: Lines) -> None:
        """Take the workshop; nothing is said yet."""
        self._house = house
        self._workshop = workshop
        self._desk = workshop.desk
        self._lines = lines

    def run(self, start: str | None, *, into_talk: bool = False) -> int:
        """Run until the user leaves or the input ends; ``start`` is the id of a case to begin with."""
        try:
            self._lines.say(_GREETING)
            self._tell_hindrances()
            if start is not None:
                self._desk.open(start)
                if into_talk:
                    self._enter(Place.SAMTAL)
            while True:
                if start is None:
                    self._choose_case()
                start = None
                self._work_in_case()
        except EndOfInput:
            self._lines.say(f"Det finns inga fler rader. {self._closing()}")
        except Leave:
            self._lines.say(f"{self._closing()} Hej då.")
        return 0

    def _closing(self) -> str:
        return "Allt är sparat." if self._desk.store.read_only is None else "Inget kunde sparas."

    def _tell_hindrances(self) -> None:
        if self._desk.store.read_only is not None:
            self._lines.say(self._desk.store.read_only)
        for damaged in self._desk.shelf().damaged:
            self._lines.say(f"{damaged.file} går inte att öppna. {damaged.fault} {damaged.cure}")

    def _choose_case(self) -> None:
        """Open a case or make one; going back from here leaves the program."""
        while True:
            rows = self._desk.shelf().rows
            today = self._desk.today()
            options = [
                Option(words=row.label, value=row.id, remark=_where(row.stage.on(today).where, row)) for row in rows
            ]
            new = Option(words="Nytt ärende", value="")
            chosen = self._lines.choose("Mina ärenden", [*options, new], empty="sluta")
            if chosen is None:
                raise Leave
            try:
                if chosen:
                    self._desk.open(chosen)
                    return
                if self._new_case():
                    return
            except StoreFault as fault:
                self._lines.say(str(fault))

    def _new_case(self) -> bool:
        label = self._lines.words("Etikett som du själv väljer, inget personnummer (tom rad: tillbaka)")
        if not label:
            return False
        kinds = [Option(words=words.capitalize(), value=kind) for kind, words in KIND_WORDS.items()]
        kind = self._lines.choose("Vilken ersättning har personen?", kinds)
        if kind is None:
            return False
        case = self._desk.new_case(label=label, kind=kind)
        warning = self._workshop.ear.identifiers(case.label)
        if warning:
            self._lines.say(warning)
        self._lines.say(f"Ärendet {case.label} är skapat.")
        return True

    def _work_in_case(self) -> None:
        """Go between a case's rooms until another case is wanted."""
        rooms = (
            ("Samtal", Place.SAMTAL),
            ("Reflektion", Place.REFLEKTION),
            ("Planering: trappan, behov, plan och utfall", Place.PLANERING),
            ("Papper", Place.PAPPER),
            ("Uppgifter om ärendet", Place.ARENDE),
            ("Byt ärende", None),
        )
        while True:
            step = next_step(self._desk.case, self._desk.today())
            title = f"{self._desk.case.label}, {KIND_WORDS[self._desk.case.kind]}. {step.where}."
            options = [Option(words=words, value=place.value if place else _ANOTHER) for words, place in rooms]
            empty = step.what[:1].lower() + step.what[1:]
            chosen = self._lines.choose(title, options, empty=empty, usual=step.place.value)
            if chosen is None or chosen == _ANOTHER:
                return
            self._enter(Place(chosen))

    def _enter(self, place: Place) -> None:
        try:
            match place:
                case Place.SAMTAL:
                    self._talk()
                case Place.REFLEKTION:
                    ReflectionRoom(self._workshop, self._lines).stay()
                case Place.PLANERING:
                    PlanningRoom(self._workshop, self._lines).stay()
                case Place.PAPPER:
                    PapersRoom(self._house, self._workshop, self._lines).stay()
                case Place.ARENDE:
                    DetailsRoom(self._workshop, self._lines).stay()
        except StoreFault as fault:
            self._lines.say(str(fault))

    def _talk(self) -> None:
        """Hold the next meeting, and the reflection directly after it when the talk was ended."""
        case = self._desk.case
        if case.meetings and all(meeting.ended_at is not None for meeting in case.meetings):
            number = max(meeting.number for meeting in case.meetings) + 1
            if not self._lines.yes(f"Alla möten är avslutade. Vill du börja GK{number}?"):
                return
        room = TalkRoom(self._house, self._workshop, self._lines, self._desk.next_meeting().id)
        ended = room.stay()
        if ended and next_step(self._desk.case, self._desk.today()).place is Place.REFLEKTION:
            ReflectionRoom(self._workshop, self._lines).stay()


def _where(where: str, row: CaseRow) -> str:
    return f"{where}{', påhittat' if row.fictive else ''}"
