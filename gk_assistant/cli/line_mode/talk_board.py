"""What the talk says on the line: the rutor, the question with its follow-ups and stödord, the notes, the help."""

from collections.abc import Iterable

from gk_assistant.cli.line_mode.lines import Lines
from gk_assistant.conversation.coverage import board
from gk_assistant.conversation.pace import talk_pace
from gk_assistant.conversation.suggest import MARK_WORDS
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.meetings import RutaState
from gk_assistant.domain.notes import Note, sign_of

STATE_WORDS = {RutaState.ORORD: "orörd", RutaState.BERORD: "berörd", RutaState.KLAR: "klar"}

HELP = """Det här kan du skriva:
  en rad text: en anteckning i rutan. Börja med blanksteg om den inte får tolkas.
  + - ! ? 0: märker svaret: fungerar, hinder, behov, följ upp, ej aktuellt. Ord på nästa rad hör till märket.
  - tröttnar: märke och ord på samma rad.
  v- tröttnar: samma sak i rutan med tangenten v.
  "jag orkar inte": deltagarens egna ord. intyg: … och bedömning: … håller isär vems ord det är.
  2: stödord nummer 2.
  f1: ställ följdfråga 1; det du skriver sedan hör till den.
  v: gå till rutan med tangenten v. ruta socialt: gå till Socialt. rutor: alla rutor.
  nästa: nästa fråga. visa: frågan igen. varför: skälen. varsamt: en mjukare väg in.
  klar: rutan är klar. inte klar: den är det inte.
  lista: rutans anteckningar med nummer. lista allt: hela mötets. sök värk: de som handlar om värk.
  ändra 3 ny text, flytta 3 socialt, ta bort 3, märk 3 -: anteckning nummer 3.
  ångra och gör om. vänd: gör den senaste raden till anteckning i stället för begäran, eller tvärtom.
  vad saknas?, sammanfatta, hur lång tid kvar?, fråga om sömn, paus, skriv ut trappan: vanliga begäranden.
  planering: trappan, behoven och planen, utan att lämna samtalet. papper: läs och spara papper.
  bild: rutorna så som deltagaren kan se dem. signera af: anteckna för Arbetsförmedlingen.
  avsluta: samtalet är slut. tillbaka: lämna samtalet för stunden. slut: sluta programmet."""


class Board:
    """Says what there is in a talk."""

    def __init__(self, talk: Talk, lines: Lines) -> None:
        """Stand beside a talk."""
        self._talk = talk
        self._lines = lines

    def rutor(self) -> None:
        """Say every ruta with its key and state."""
        for status in board(self._talk.desk.bank, self._talk.meeting):
            ruta = status.ruta
            count = f", {status.notes} anteckningar" if status.notes > 1 else ", 1 anteckning" if status.notes else ""
            self._lines.say(f"{ruta.key}: {ruta.title}, {STATE_WORDS[status.state]}{count}", indent="  ")

    def picture(self) -> None:
        """Say the rutor as the deltagare may see them: no notes, no states."""
        self._lines.say()
        self._lines.say("Det här kan vi tala om. Vilken ruta vill du börja med?")
        for ruta in self._talk.desk.bank.rutor:
            self._lines.say(f"{ruta.sign} {ruta.title}: {ruta.for_deltagare}", indent="  ")

    def clock(self) -> str:
        """Return the clock in words."""
        return talk_pace(self._talk.desk.bank, self._talk.meeting, self._talk.desk.now()).words

    def question(self) -> None:
        """Say the ruta, its question, the follow-ups and the stödord."""
        box, offer = self._talk.box, self._talk.offer
        if box is None:
            return
        self._lines.say()
        self._lines.say(f"{box.title}. {self.clock().capitalize()}.")
        if box.sensitive and box.ways_in and not self._talk.notes_here():
            self._lines.say(f"Varsamt: {box.ways_in[0]}")
        if offer.main is not None:
            self._lines.say(f"Fråga: {offer.main.text}")
        else:
            self._lines.say("Alla frågor i rutan är ställda. Skriv klar, eller rutor för att välja en annan.")
        self.follow_ups()
        chips = self._talk.chips()
        if chips:
            words = ", ".join(f"{number} {sign_of(chip.mark)} {chip.text}" for number, chip in enumerate(chips, 1))
            self._lines.say(f"Stödord: {words}")

    def follow_ups(self) -> None:
        """Say the follow-ups with the numbers to ask them by."""
        for number, follow in enumerate(self._talk.offer.follow_ups, 1):
            self._lines.say(f"f{number}: {follow.text}", indent="  ")

    def gently(self) -> None:
        """Say gentler ways into the question and the ruta."""
        shown = self._talk.offer.shown
        ways = [shown.gently] if shown is not None and shown.gently else []
        ways.extend(self._talk.box.ways_in if self._talk.box else ())
        for way in ways:
            self._lines.say(f"Varsamt: {way}")
        if not ways:
            self._lines.say("Rutan har ingen egen varsam väg in.")

    def taken(self, note: Note) -> None:
        """Say what was just taken down, and where."""
        ruta = self._talk.desk.bank.ruta(note.ruta).title
        self._lines.say(f"Antecknat i {ruta}: {note_words(note)}")

    def notes(self, notes: Iterable[Note]) -> None:
        """Say notes with their numbers in the meeting."""
        numbers = {note.id: number for number, note in enumerate(self._talk.meeting.live_notes, 1)}
        rows = [f"{numbers[note.id]}. {note_words(note)}" for note in notes]
        for row in rows or ["Inga anteckningar."]:
            self._lines.say(row, indent="  ")


def note_words(note: Note) -> str:
    """Return a note as a line: its mark as sign and word, then what it says."""
    says = f"”{note.text}”" if note.own_words and note.text else note.says
    if note.shown_mark is None or sign_of(note.shown_mark) == "·":
        return says
    return f"{sign_of(note.shown_mark)} {says} ({MARK_WORDS[note.shown_mark]})"
