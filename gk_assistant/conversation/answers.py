"""What the assistant answers about the talk: what is missing, what was said, the short summary."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gk_assistant.conversation.coverage import ASPECT_WORDS, missing_aspects, remaining
from gk_assistant.conversation.stream import matching
from gk_assistant.conversation.suggesting import Suggestion
from gk_assistant.domain.bank import Bank, Ruta
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Mark, Note
from gk_assistant.language.text import fold

if TYPE_CHECKING:
    from gk_assistant.language.knowledge import Answer

MOST_NOTES = 4
_GENTLER = ("mjuk", "snall", "varsam", "forsiktig", "enkl", "latta", "rakt", "for rak", "kanslig", "sarad", "for svar")
_PARTS: tuple[tuple[Mark, str], ...] = (
    (Mark.FUNGERAR, "Fungerar"),
    (Mark.HINDER, "Hindrar"),
    (Mark.BEHOV, "Behöver"),
    (Mark.FOLJ_UPP, "Följ upp"),
)


def members(ruta: Ruta) -> tuple[str, ...]:
    """Return the ids of the rutor that are shown as this one."""
    return ruta.members or (ruta.id,)


def notes_of(meeting: Meeting, ruta: Ruta) -> tuple[Note, ...]:
    """Return the live notes of a ruta with its members."""
    return tuple(note for note in meeting.live_notes if note.ruta in members(ruta))


def listed(words: Sequence[str]) -> str:
    """Return words as one says them: "a", "a och b", "a, b och c"."""
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def missing_words(bank: Bank, meeting: Meeting, ruta: Ruta | None) -> str:
    """Answer "vad saknas?": the rutor nobody has touched, and what the ruta on screen lacks."""
    left = remaining(bank, meeting)
    sentences = [f"Orörda rutor: {listed([box.title for box in left])}." if left else "Alla rutor är berörda."]
    if ruta is not None:
        lacking = missing_aspects(notes_of(meeting, ruta))
        if lacking:
            sentences.append(f"I {ruta.title} saknas {listed([ASPECT_WORDS[aspect] for aspect in lacking[:3]])}.")
        else:
            sentences.append(f"{ruta.title} har det mesta.")
    return " ".join(sentences)


def said_words(meeting: Meeting, topic: str, ruta: Ruta | None) -> str:
    """Answer "vad sa hon om …?" from the notes."""
    found = notes_of(meeting, ruta) if ruta is not None else matching(meeting.live_notes, topic)
    name = ruta.title if ruta is not None else topic
    if not found:
        return f"Det står inget om {name} i anteckningarna."
    rest = f" … och {len(found) - MOST_NOTES} till." if len(found) > MOST_NOTES else ""
    return f"Om {name}: {'; '.join(_quoted(note) for note in found[-MOST_NOTES:])}{rest}"


def summary_words(bank: Bank, meeting: Meeting, ruta: Ruta | None) -> tuple[str, ...]:
    """Answer "sammanfatta": one line for each part of a ruta, or one line for each touched ruta."""
    if ruta is not None:
        return _ruta_summary(ruta, notes_of(meeting, ruta))
    lines = [_ruta_line(box, notes_of(meeting, box)) for box in bank.rutor]
    return tuple(line for line in lines if line) or ("Inget är antecknat än.",)


def _ruta_summary(ruta: Ruta, notes: Sequence[Note]) -> tuple[str, ...]:
    if not notes:
        return (f"{ruta.title}: inget är antecknat än.",)
    lines = []
    seen: set[str] = set()
    for mark, word in _PARTS:
        group = [note for note in notes if note.shown_mark is mark]
        seen.update(note.id for note in group)
        if group:
            lines.append(f"{word}: {'; '.join(_quoted(note) for note in group)}.")
    rest = [note for note in notes if note.id not in seen and note.mark is not Mark.EJ_AKTUELLT]
    if rest:
        lines.append(f"Övrigt: {'; '.join(_quoted(note) for note in rest)}.")
    return (f"{ruta.title}:", *lines)


def _ruta_line(ruta: Ruta, notes: Sequence[Note]) -> str:
    told = [note for note in notes if note.mark is not Mark.EJ_AKTUELLT]
    if not told:
        return ""
    shown = "; ".join(_quoted(note) for note in told[:2])
    more = f" (+{len(told) - 2})" if len(told) > 2 else ""  # noqa: PLR2004
    return f"{ruta.title}: {shown}{more}"


def _quoted(note: Note) -> str:
    return f"”{note.says}”" if note.own_words else note.says


def why_words(suggestions: Sequence[Suggestion], latest: Note | None) -> tuple[str, ...]:
    """Answer "varför?": the reason of each question on screen, and of where the latest note was sorted."""
    lines = [f"{suggestion.text} – {suggestion.reason}." for suggestion in suggestions]
    if latest is not None and latest.sorting is not None and latest.sorting.reason:
        where = latest.heading.value if latest.heading else "osäker"
        lines.append(f"Anteckningen ”{latest.says}” sorteras under {where}: {latest.sorting.reason}.")
    return tuple(lines) or ("Det finns inget förslag att förklara just nu.",)


def method_words(answer: "Answer") -> str:
    """Return an answer about the method with its source, and a word of care where it is our own reconstruction."""
    if not answer.source:
        return answer.text
    care = " – ert sätt kan vara ett annat" if answer.grade == "L" else ""
    return f"{answer.text} (Källa: {answer.source}{care}.)"


def wants_gentler(line: str) -> bool:
    """Tell whether who asks for another question wants it softer or simpler, not just another."""
    low = fold(line)
    return any(word in low for word in _GENTLER)
