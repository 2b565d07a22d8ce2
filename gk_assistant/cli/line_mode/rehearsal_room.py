"""A rehearsal, line by line: what is typed is said to the person; commands stand alone, notes begin with ``n``.

A command may begin with a full stop, so that it can't be mistaken for something that is said. Reads a file of lines as
well as a keyboard.
"""

from collections.abc import Callable
from typing import Final

from gk_assistant.cli.line_mode.lines import EndOfInput, Leave, Lines, Option
from gk_assistant.cli.line_mode.planning_room import PlanningRoom
from gk_assistant.cli.line_mode.reflection_room import ReflectionRoom
from gk_assistant.cli.line_mode.rehearsal_notes import Jotter
from gk_assistant.cli.line_mode.rehearsal_words import (
    DIFFICULTY_WORDS,
    SHOWN_WORDS,
    SILENCE,
    feedback_lines,
    said_lines,
    turns_words,
)
from gk_assistant.cli.line_mode.rehearsal_workshop import RehearsalWorkshop
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.bank import Ruta
from gk_assistant.domain.rehearsals import Part, Rehearsal, Shown
from gk_assistant.language.text import clean_line, fold
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.rehearsal.room import RehearsalRoom

HELP: Final = """Det du skriver säger du till personen. Det här kan du skriva i stället, ensamt på raden:
  tom rad eller vänta: du är tyst och väntar in.
  n v- tröttnar: en anteckning. Efter n skriver du som i ett vanligt möte. Inget av det hörs.
  anteckna: hela mötets anteckningsläge med frågor och stödord. lista: dina anteckningar.
  tips: ett råd om vad du kan säga.
  rutor: vilka rutor ni har varit inne på. tid: hur länge ni har pratat.
  ångra: tar tillbaka din senaste replik. återkoppling: återkopplingen på den. öppenhet: hur öppen personen är.
  samtalet: läs upp samtalet från början.
  reflektion: de fyra rubrikerna. gk2: nästa möte. planering: trappan, behoven och planen.
  avsluta: övningen är slut, och spegeln visas. tillbaka eller slut: lämna; du kan fortsätta en annan gång.
Punkt framför går också bra: .tips. Då kan det inte bli en replik av misstag."""
PROMPT: Final = ">"
_TO_MIRROR, _TO_SECOND, _STAY = "spegel", "gk2", "stanna"
_ENDING: Final = (
    Option(words="Reflektera och gå vidare till GK2", value=_TO_SECOND),
    Option(words="Avsluta övningen och se spegeln", value=_TO_MIRROR),
    Option(words="Fortsätt samtalet", value=_STAY),
)


class RehearsalLines:
    """One rehearsal under way."""

    def __init__(  # noqa: PLR0913  # who sits in the room
        self,
        house: House,
        workshop: OpenWorkshop,
        practice: Practice,
        room: RehearsalRoom,
        lines: Lines,
        *,
        show: Callable[[Rehearsal], str],
    ) -> None:
        """Sit down opposite somebody; ``show`` gives a rehearsal's mirror as text."""
        self._house = house
        self._practice = practice
        self._room = room
        self._lines = lines
        self._show = show
        self._outer = workshop
        self._made: RehearsalWorkshop | None = None
        self._jotter: Jotter | None = None
        self._done = False
        self._commands = self._table()

    def stay(self) -> Rehearsal:
        """Talk until the rehearsal is ended or left, or the input ends; return it as it stands."""
        try:
            self._tell_scene()
            while not self._done:
                self._hear(self._lines.ask(PROMPT))
        except EndOfInput:
            self._lines.say("Det finns inga fler rader.")
            self._lines.say(self._closing())
        except Leave:
            self._lines.say(self._closing())
        return self._room.rehearsal

    def _tell_scene(self) -> None:
        room, setting = self._room, self._room.rehearsal.setting
        self._lines.say()
        self._lines.say(f"{room.part.value}. {room.scene.title}.")
        self._lines.say(room.scene.words)
        ruta = next((one.title for one in room.bank.rutor if setting.ruta in (one.id, *one.members)), "")
        how = (
            DIFFICULTY_WORDS[setting.difficulty],
            SHOWN_WORDS[setting.shown],
            f"bara rutan {ruta}" if setting.ruta else "",
            f"högst {turns_words(setting.turns)}" if setting.turns else "",
        )
        self._lines.say(f"Så övar du: {', '.join(part for part in how if part)}. Talet är {setting.seed}.")
        if room.rehearsal.turns:
            self._lines.say(f"Du fortsätter efter {turns_words(len(room.rehearsal.turns))}.")
            self._read_turns(last=1)
        self._lines.say("Skriv det du säger. Skriv hjälp för att se vad mer du kan skriva.")

    def _closing(self) -> str:
        if not self._room.rehearsal.turns and self._room.rehearsal.case is None:
            return "Inget är sagt, så inget är sparat."
        return "Övningen är sparad. gk ova --tidigare visar den, och gk ova --fortsatt fortsätter den."

    # One line

    def _table(self) -> dict[str, Callable[[], None]]:
        """Return the words that are commands when they stand alone on the line, å ä ö left out."""
        return {
            "hjalp": lambda: self._lines.say(HELP),
            "?": lambda: self._lines.say(HELP),
            "vanta": lambda: self._say(""),
            "tips": self._hint,
            "rutor": self._board,
            "tid": self._clock,
            "klocka": self._clock,
            "angra": self._take_back,
            "aterkoppling": self._feedback,
            "oppenhet": self._openness,
            "samtalet": self._read_turns,
            "anteckna": self._take_notes,
            "lista": self._list_notes,
            "reflektion": self._reflect,
            "gk2": self._second,
            "planering": self._plan,
            "trappan": self._plan,
            "avsluta": self._ask_to_end,
            "tillbaka": self._leave,
            "slut": self._leave,
        }

    def _hear(self, raw: str) -> None:
        """Take one line: a command, a note, or something said to the person."""
        line = clean_line(raw).text.strip()
        try:
            self._carry_out(line)
        except StoreFault as fault:
            self._lines.say(f"{fault}\nRaden är inte sparad: {line}")

    def _carry_out(self, line: str) -> None:
        dotted = line.startswith(".") and not line.startswith("..")
        bare = line[1:].strip() if dotted else line
        command = self._commands.get(fold(bare))
        head, _, rest = bare.partition(" ")
        if command is not None:
            command()
        elif bare in ("n", "N"):
            self._lines.say("Skriv anteckningen efter n, till exempel n v- tröttnar.")
        elif head in ("n", "N"):
            self._notes().take(rest.strip(), self._place())
        elif dotted and bare:
            self._lines.say(f"”{bare}” är inget kommando, och inget är sagt. Skriv hjälp för att se vad du kan skriva.")
        else:
            self._say(bare)

    def _say(self, text: str) -> None:
        turn = self._room.say(text)
        if not text:
            self._lines.say("Du är tyst och väntar.")
        for line in said_lines(turn.said, self._room.persona.name) if turn.said else (SILENCE,):
            self._lines.say(line)
        if self._room.rehearsal.setting.shown is Shown.DIREKT:
            self._feedback()
        if self._room.turns_left == 0:
            self._lines.say(f"Det var den sista av {turns_words(self._room.rehearsal.setting.turns)}.")
            self._end()

    # Commands

    def _feedback(self) -> None:
        turns = self._room.rehearsal.turns
        if not turns:
            self._lines.say("Inget är sagt än.")
        elif self._room.rehearsal.setting.shown is Shown.EFTERAT:
            self._lines.say("Återkopplingen kommer i spegeln, som du valde.")
        else:
            for line in feedback_lines(turns[-1]):
                self._lines.say(line, indent="  ")

    def _hint(self) -> None:
        hint = self._room.hint()
        self._lines.say(f"Tips: {hint.words}")
        if hint.example:
            self._lines.say(f"Till exempel: {hint.example}", indent="  ")

    def _board(self) -> None:
        turns = [place.id for turn in self._room.rehearsal.turns if (place := self._room.ruta_of(turn)) is not None]
        for ruta in self._room.bank.rutor:
            count = sum(place in (ruta.id, *ruta.members) for place in turns)
            self._lines.say(f"{ruta.key}: {ruta.title}, {turns_words(count) if count else 'orörd'}", indent="  ")

    def _clock(self) -> None:
        minutes = round((self._outer.desk.now() - self._room.rehearsal.begun).total_seconds() / 60)
        left = self._room.turns_left
        words = "1 minut" if minutes == 1 else f"{minutes} minuter"
        rest = f", {turns_words(left)} kvar" if left is not None else ""
        self._lines.say(f"{self._room.part.value}: {words}, {turns_words(len(self._room.rehearsal.turns))}{rest}.")

    def _take_back(self) -> None:
        gone = self._room.take_back()
        if gone is None:
            self._lines.say("Det finns ingen replik att ta tillbaka.")
        else:
            self._lines.say(f"Tillbakataget: ”{gone.heard.text or SILENCE}”. Det är som om det aldrig sagts.")

    def _openness(self) -> None:
        memory, openness = self._room.memory, self._room.persona.openness
        word = (
            "stängd"
            if memory.openness < openness.shut
            else "tillit"
            if memory.openness >= openness.trust
            else "öppnar sig"
        )
        self._lines.say(
            f"Öppenhet {memory.openness} av 100: {word}. Under {openness.shut} blir svaren korta, "
            f"från {openness.trust} kommer det som kräver tillit."
        )

    def _read_turns(self, last: int | None = None) -> None:
        turns = self._room.rehearsal.turns
        for turn in turns[-last:] if last else turns:
            self._lines.say(f"{turn.number}. Du: {turn.heard.text or SILENCE}")
            for line in said_lines(turn.said, self._room.persona.name):
                self._lines.say(line, indent="  ")

    # Notes, reflection, plan

    def _workshop(self) -> RehearsalWorkshop:
        if self._made is None:
            outer = self._outer
            desk = self._practice.desk(self._room)
            self._made = RehearsalWorkshop(
                desk=desk, ear=outer.ear, folder=outer.folder, own=self._practice, safe=outer.safe
            )
        return self._made

    def _notes(self) -> Jotter:
        if self._jotter is None:
            self._jotter = Jotter(self._house, self._workshop(), self._lines)
        return self._jotter

    def _list_notes(self) -> None:
        if self._room.rehearsal.case is None:
            self._lines.say("Inga anteckningar.")
        else:
            self._notes().listed()

    def _place(self) -> Ruta | None:
        """Return the ruta that is talked about, the last that was touched in this meeting."""
        places = (self._room.ruta_of(turn) for turn in reversed(tuple(self._room.rehearsal.of(self._room.part))))
        return next((place for place in places if place is not None), None)

    def _take_notes(self) -> None:
        self._notes().stay()
        self._lines.say(f"Tillbaka hos {self._room.persona.name}.")

    def _reflect(self) -> None:
        self._notes()
        ReflectionRoom(self._workshop(), self._lines).stay()

    def _plan(self) -> None:
        self._notes()
        PlanningRoom(self._workshop(), self._lines).stay()

    def _second(self) -> None:
        """Go on to GK2, where one isn't there already."""
        room = self._room
        if room.part is Part.GK2:
            self._lines.say("Ni är redan i GK2.")
        elif not room.rehearsal.turns:
            self._lines.say("Ni har inte haft GK1 än. Börja med att hälsa.")
        else:
            self._notes().next_meeting()
            room.begin_second()
            self._lines.say()
            self._lines.say(f"GK2. {room.persona.name} kommer tillbaka. Skriv planering för trappan och planen.")

    # The end

    def _ask_to_end(self) -> None:
        room = self._room
        if not room.rehearsal.turns:
            self._leave()
        elif room.part is Part.GK2 or room.rehearsal.setting.turns:
            self._end()
        else:
            chosen = self._lines.choose("GK1 är slut. Vad vill du göra?", _ENDING, empty="se spegeln", usual=_TO_MIRROR)
            if chosen == _TO_SECOND:
                self._reflect()
                self._second()
            elif chosen == _TO_MIRROR:
                self._end()

    def _end(self) -> None:
        rehearsal = self._room.end()
        self._done = True
        self._lines.say()
        self._lines.paper(self._show(rehearsal))
        self._lines.say()
        self._lines.say("Övningen är sparad. gk ova --tidigare visar den och dina andra övningar.")

    def _leave(self) -> None:
        raise Leave
