"""The assistant: the one line that takes notes and plain Swedish. It never takes one for the other unseen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from gk_assistant.conversation import answers
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.pace import talk_pace
from gk_assistant.conversation.stream import Entry, EntryKind
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.bank import Ruta
from gk_assistant.domain.notes import Heading, Note, Voice
from gk_assistant.language.intents import Intent, Utterance
from gk_assistant.language.shorthand import LineVoice, ShortLine
from gk_assistant.language.text import clean_line, clean_lines

LONGEST = 20_000
"""The most characters of one note; a longer text is refused with a sentence."""


class ReplyKind(StrEnum):
    """What became of a line."""

    NOTE = "note"
    ANSWER = "answer"
    REFUSED = "refused"


class Action(StrEnum):
    """Something that the screen must carry out."""

    NONE = "none"
    DELTAGARVY = "deltagarvy"
    SKRIV_UT = "skriv_ut"
    HJALP = "hjalp"
    AVSLUTA = "avsluta"
    BOKA = "boka"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What became of a line: a note, an answer in sentences, or a refusal; ``action`` is left to the screen.

    ``kept`` tells that the answer stands in the stream already.
    """

    kind: ReplyKind
    text: str = ""
    note: Note | None = None
    action: Action = Action.NONE
    arg: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """The latest line: what was typed, whether it became a note, and the ruta it was typed in."""

    text: str
    note: str | None
    ruta: Ruta | None


_VOICES = {LineVoice.INTYG: Voice.INTYG, LineVoice.BEDOMNING: Voice.BEDOMNING}
_NOTES = (Intent.ANTECKNING,)


class Assistant:
    """Hears lines in a talk. ``said`` holds the requests and answers of this sitting, for the stream."""

    def __init__(self, talk: Talk, ear: Ear) -> None:
        """Listen in a talk."""
        self.talk = talk
        self.ear = ear
        self.said: list[Entry] = []
        self._heard: _Heard | None = None

    def hear(self, raw: str) -> Reply:
        """Take a line as a note, or carry out what it asks. Raises :class:`StoreFault` when it can't be saved."""
        line = clean_line(raw)
        if not line.text.strip():
            return _refused(line.notice or "Raden är tom.")
        if len(line.text) > LONGEST:
            return _refused(f"Raden är längre än {LONGEST} tecken. Dela den i flera.")
        ruta = self._named(line.text.strip())
        if ruta is not None:
            return self._request(line.text, Utterance(intent=Intent.BYT_RUTA, arg=ruta.id, certainty=1.0))
        short = self.ear.parse(line.text)
        plain = short.box is None and short.mark is None and not short.quote and short.voice is None
        if plain and not line.text[:1].isspace():
            heard = self.ear.understand(line.text)
            if heard.intent not in _NOTES:
                return self._request(line.text, heard)
        return self._note(line.text, short, line.notice)

    def hear_all(self, raw: str) -> tuple[Reply, ...]:
        """Take pasted lines, each as a note, never as a request."""
        lines = [line for line in clean_lines(raw) if line.text.strip()]
        return tuple(self._note(line.text, self.ear.parse(line.text), line.notice) for line in lines)

    def turn(self) -> Reply:
        """Take the latest line the other way: a note as a request, a request as a note."""
        heard = self._heard
        if heard is None:
            return _refused("Det finns ingen rad att vända.")
        if heard.note is not None:
            asked = self.ear.as_request(heard.text)
            if asked is None:
                return _refused("Den raden går inte att förstå som en begäran. Den är kvar som anteckning.")
            self.talk.strike(heard.note)
            return self._request(heard.text, asked)
        if heard.ruta is not None and heard.ruta is not self.talk.box:
            self.talk.choose_box(heard.ruta.id)
        return self._note(heard.text, ShortLine(text=heard.text.strip()), "")

    # Notes

    def _note(self, line: str, short: ShortLine, notice: str) -> Reply:
        voice = Voice.EGNA_ORD if short.quote else _VOICES.get(short.voice) if short.voice else None
        if self.talk.open_mark is not None and short.box is None and short.mark is None and short.text:
            note = self.talk.add_words(short.text, voice=voice)
        else:
            note = self.talk.take(short.text, mark=short.mark, voice=voice or Voice.BERATTAT, ruta=short.box)
        self._heard = _Heard(text=line, note=note.id, ruta=self.talk.box)
        return Reply(kind=ReplyKind.NOTE, note=note, text=notice)

    # Requests

    def _request(self, line: str, heard: Utterance) -> Reply:
        before = self.talk.box
        reply = self._asked(line, heard) or self._carry_out(heard)
        self._heard = _Heard(text=line, note=None, ruta=before)
        if heard.intent in _KEPT:
            self._remember(line, reply.text)
            return replace(reply, kept=True)
        return reply

    def _asked(self, line: str, heard: Utterance) -> Reply | None:
        """Answer what depends on the line's own words: a question about the method, a wish for a gentler question."""
        if heard.intent in _QUESTIONS:
            words = answers.method_words(self.ear.answer(line, heard))
            return Reply(kind=ReplyKind.ANSWER, text=words, arg=heard.arg or "")
        if heard.intent is Intent.ANNAN_FRAGA and answers.wants_gentler(line):
            shown, ruta = self.talk.offer.shown, self.talk.box
            ways = (shown.gently if shown else "", *(ruta.ways_in if ruta else ()))
            way = next((way for way in ways if way), "")
            return Reply(kind=ReplyKind.ANSWER, text=f"Varsamt: {way}") if way else None
        return None

    def _remember(self, line: str, answer: str) -> None:
        at, number = self.talk.desk.stamp(), len(self.said)
        self.said.append(Entry(key=f"sagt-{number}", kind=EntryKind.REQUEST, text=line.strip(), at=at))
        if answer:
            self.said.append(Entry(key=f"svar-{number}", kind=EntryKind.ANSWER, text=answer, at=at))

    def _carry_out(self, heard: Utterance) -> Reply:
        screen = _SCREEN.get(heard.intent)
        if screen is not None:
            return Reply(kind=ReplyKind.ANSWER, action=screen[0], text=screen[1], arg=heard.arg or "")
        steps: dict[Intent, Callable[[str], str]] = {
            Intent.NASTA_FRAGA: self._next,
            Intent.ANNAN_FRAGA: self._next,
            Intent.FRAGA_OM: self._ask_about,
            Intent.VAD_SAKNAS: self._missing,
            Intent.VAD_SAGTS: self._what_was_said,
            Intent.SAMMANFATTA: self._summary,
            Intent.TID_KVAR: self._time,
            Intent.PAUS: self._pause,
            Intent.ANGRA: self._undo,
            Intent.FLYTTA: self._move,
            Intent.BYT_RUTA: self._go,
            Intent.VARFOR: self._why,
        }
        step = steps.get(heard.intent)
        if step is None:
            return Reply(kind=ReplyKind.ANSWER, text=UNKNOWN)
        return Reply(kind=ReplyKind.ANSWER, text=step(heard.arg or ""))

    def _named(self, text: str) -> Ruta | None:
        return self.talk.desk.bank.by_key(text.lower()) if len(text) == 1 else None

    def _ruta(self, arg: str) -> Ruta | None:
        try:
            return self.talk.desk.bank.ruta(arg)
        except KeyError:
            return None

    def _next(self, _: str) -> str:
        if self.talk.box is None:
            return "Välj en ruta först. Skriv rutans bokstav."
        return "" if self.talk.next_question() else f"Det finns inga fler frågor i {self.talk.box.title}."

    def _ask_about(self, topic: str) -> str:
        ruta = self._ruta(topic)
        if ruta is not None:
            return self._go(ruta.id)
        found = self.talk.ask_about(topic)
        return f"Fråga om {topic}: {found.text}" if found else f"Jag hittar ingen fråga om {topic}."

    def _missing(self, arg: str) -> str:
        bank = self.talk.desk.bank
        return answers.missing_words(bank, self.talk.meeting, self._ruta(arg) or self.talk.box)

    def _what_was_said(self, topic: str) -> str:
        return answers.said_words(self.talk.meeting, topic, self._ruta(topic))

    def _summary(self, arg: str) -> str:
        return "\n".join(answers.summary_words(self.talk.desk.bank, self.talk.meeting, self._ruta(arg)))

    def _time(self, _: str) -> str:
        return talk_pace(self.talk.desk.bank, self.talk.meeting, self.talk.desk.now()).answer

    def _pause(self, _: str) -> str:
        return "Klockan går igen." if self.talk.pause_or_resume() else "Klockan står. Skriv paus när ni fortsätter."

    def _undo(self, _: str) -> str:
        label = self.talk.undo()
        return f"Ångrade: {label}." if label else "Det finns inget att ångra."

    def _move(self, arg: str) -> str:
        latest = self.talk.meeting.live_notes[-1] if self.talk.meeting.live_notes else None
        if latest is None:
            return "Det finns ingen anteckning att flytta."
        ruta = self._ruta(arg)
        if ruta is not None:
            self.talk.move(latest.id, ruta.id)
            return f"Flyttade ”{latest.says}” till {ruta.title}."
        if arg in list(Heading) or arg == "osakra":
            heading = Heading(arg) if arg in list(Heading) else None
            self.talk.place(latest.id, heading)
            name = self.talk.desk.bank.heading(heading).short if heading else self.talk.desk.bank.unsure_title
            return f"Lade ”{latest.says}” under {name}."
        return "Vart ska den flyttas? Skriv till exempel: flytta till socialt."

    def _go(self, arg: str) -> str:
        ruta = self._ruta(arg)
        if ruta is None:
            return "Vilken ruta? Skriv rutans namn eller bokstav."
        self.talk.choose_box(ruta.id)
        return f"Nu är ni i {ruta.title}."

    def _why(self, _: str) -> str:
        return "\n".join(answers.why_words(self.talk.offer.all, self.talk.latest))


_QUESTIONS = (Intent.KUNSKAP, Intent.UTANFOR)
_KEPT = frozenset(
    {
        Intent.FRAGA_OM,
        Intent.VAD_SAKNAS,
        Intent.VAD_SAGTS,
        Intent.SAMMANFATTA,
        Intent.TID_KVAR,
        Intent.VARFOR,
        Intent.KUNSKAP,
        Intent.UTANFOR,
    }
)
"""The requests whose answers are worth reading back; the others show in what they change."""

UNKNOWN = "Det kan jag inte svara på. F8 gör raden till en anteckning."
_SCREEN: dict[Intent, tuple[Action, str]] = {
    Intent.DELTAGARVY: (Action.DELTAGARVY, ""),
    Intent.SKRIV_UT: (Action.SKRIV_UT, ""),
    Intent.HJALP: (Action.HJALP, ""),
    Intent.AVSLUTA: (Action.AVSLUTA, ""),
    Intent.BOKA: (Action.BOKA, ""),
}


def _refused(text: str) -> Reply:
    return Reply(kind=ReplyKind.REFUSED, text=text)
