"""Follow-ups that take up what a note is about, whatever the question was; signs of danger before all else."""

from collections.abc import Iterator, Sequence

from gk_assistant.conversation.suggesting import Suggestion, called_by
from gk_assistant.domain.bank import Danger, Guide, Pattern, Question
from gk_assistant.domain.notes import Mark, Note

_WORDS, _KIND, _FIRST_KIND, _MARK, _RUTA = 4.6, 2.2, 0.3, 1.0, 0.4
_LONG = 12
_SHORTHAND = {
    "o": "och",
    "m": "med",
    "ngt": "något",
    "nåt": "något",
    "ngn": "någon",
    "nån": "någon",
    "fr": "från",
    "t": "till",
    "dan": "dagen",
    "sj": "själv",
}


def danger_in(guide: Guide, text: str) -> Danger | None:
    """Return the sign of danger that a text holds, if any."""
    return next((danger for danger in guide.dangers if meets(danger.words, text)), None)


def questions_of_safety(danger: Danger, question: Question, asked: frozenset[str]) -> Iterator[Suggestion]:
    """Yield the calm questions of a danger that have not been put, the advice with each."""
    for number, text in enumerate(danger.questions, 1):
        question_id = f"fara/{danger.id}/{number}"
        if question_id not in asked:
            yield Suggestion(
                id=question_id,
                text=text,
                topic=question.topic,
                reason=danger.reason,
                question=question,
                advice=danger.advice,
            )


def loose(guide: Guide, note: Note, question: Question, asked: frozenset[str]) -> list[tuple[float, Suggestion]]:
    """Return the patterns' questions that a note calls, each with how strongly, one for each aim."""
    found = []
    for pattern in guide.patterns:
        strength = _call(pattern, note)
        if strength <= 0:
            continue
        for number, text in enumerate(pattern.questions, 1):
            question_id = f"foljd/{pattern.aim}/{number}"
            if question_id not in asked:
                suggestion = Suggestion(
                    id=question_id, text=text, topic=question.topic, reason=pattern.reason, question=question
                )
                found.append((strength, suggestion))
                break
    return found


def _call(pattern: Pattern, note: Note) -> float:
    """Return how strongly a note calls a pattern; 0 when a condition is not met."""
    strength = 0.0
    if pattern.without and meets(pattern.without, note.says):
        return 0.0
    if pattern.words:
        word = meets(pattern.words, note.says)
        if not word:
            return 0.0
        strength += _WORDS + min(len(word), _LONG) / 20
    about = note.sorting.about if note.sorting else ()
    if pattern.kinds:
        at = next((place for place, kind in enumerate(about) if kind in pattern.kinds), None)
        if at is None:
            return 0.0
        strength += _KIND + (_FIRST_KIND if at == 0 else 0.0)
    if pattern.marks:
        if (note.shown_mark or Mark.NEUTRAL) not in pattern.marks:
            return 0.0
        strength += _MARK
    if pattern.rutor:
        if note.ruta not in pattern.rutor:
            return 0.0
        strength += _RUTA
    return strength


def meets(entries: Sequence[str], text: str) -> str:
    """Return the stem or phrase that a text holds, the longest one; an empty text when it holds none."""
    words = [_SHORTHAND.get(word, word) for word in _cut(text)]
    row = f" {' '.join(words)} "
    phrases = [entry for entry in entries if " " in entry and f" {entry}" in row]
    if phrases:
        return max(phrases, key=len)
    stems = [entry for entry in entries if " " not in entry]
    return called_by(stems, " ".join(words))


def _cut(text: str) -> list[str]:
    return [word for raw in text.lower().split() if (word := raw.strip("”“\"'.,;:!?()[]–"))]
