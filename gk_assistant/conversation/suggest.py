"""What to ask next: the main question, and the follow-ups that the latest note calls."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gk_assistant.conversation.coverage import ASPECT_WORDS, missing_aspects, touches
from gk_assistant.conversation.following import danger_in, loose, questions_of_safety
from gk_assistant.conversation.following_answered import after_feel, answered, fills, same
from gk_assistant.conversation.suggesting import Suggestion, called_by
from gk_assistant.domain.bank import Aspect, Condition, FollowUp, Group, Guide, Question
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.notes import Mark, Note

MARK_WORDS: dict[Mark, str] = {
    Mark.FUNGERAR: "fungerar",
    Mark.HINDER: "hinder",
    Mark.BEHOV: "behov",
    Mark.FOLJ_UPP: "följ upp",
    Mark.EJ_AKTUELLT: "ej aktuellt",
    Mark.NEUTRAL: "neutral",
}

MOST = 3
_WORD, _MARK, _MISSING, _SAME = 4.0, 2.5, 1.5, 1.0
_LEAST = -3.0
"""A question that the note speaks against is not put, even when no other is left."""
_FILLS, _NOT_FOR_AE, _AHEAD_WHEN_LATE, _LITTLE_TIME = 0.15, 0.6, 0.5, 10
_LOOKS_BACK_AT_WORK = ("tillbaka till arbetet", "tidigare arbete", "före sjukskrivningen", "börja arbeta igen")
_AHEAD = ("skulle", "framöver", "första steg", "behöver du", "nästa")


def wording(question: Question, kind: CaseKind) -> str:
    """Return a question's words for the kind of case: habilitating for AE, rehabilitating for SP (H)."""
    if kind is CaseKind.AE and question.text_ae:
        return question.text_ae
    if kind is CaseKind.SP and question.text_sp:
        return question.text_sp
    return question.text


def suits(question: Question, kind: CaseKind) -> bool:
    """Whether a question is for this kind of case."""
    if question.group is Group.ALLA or kind is CaseKind.ANNAN:
        return True
    return question.group.value.lower() == kind.value


def as_suggestion(question: Question, kind: CaseKind, reason: str) -> Suggestion:
    """Return a main question as a suggestion."""
    text = wording(question, kind)
    return Suggestion(
        id=question.id, text=text, topic=question.topic, reason=reason, gently=question.gently, question=question
    )


def main_question(
    questions: Sequence[Question], notes: Sequence[Note], *, kind: CaseKind, asked: Collection[str]
) -> Suggestion | None:
    """Return the ruta's next main question: not put yet, not answered already, filling a gap; ``None`` when all are.

    ``notes`` are the ruta's own. The bank's order decides among equals, so that an author can lead the talk.
    """
    left = [question for question in questions if suits(question, kind) and question.id not in asked]
    fresh = [question for question in left if not any(touches(note, question) for note in notes)]
    missing = missing_aspects(notes) if notes else ()
    for question in fresh:
        gap = next((aspect for aspect in question.covers if aspect in missing), None)
        if gap is not None:
            return as_suggestion(question, kind, f"rutan saknar {ASPECT_WORDS[gap]}")
    if fresh:
        return as_suggestion(fresh[0], kind, "ämnet är inte berört än")
    if left:
        return as_suggestion(left[0], kind, "ämnet är nämnt men frågan är inte ställd")
    return None


def about(questions: Sequence[Question], topic: str, *, kind: CaseKind) -> Suggestion | None:
    """Return the question that a topic ("sömn") leads to; a close match on subject, stems or wording."""
    words = [word for word in topic.lower().split() if len(word) > 1]
    best: tuple[int, Question] | None = None
    for question in questions:
        score = sum(_closeness(word, question) for word in words) if suits(question, kind) else 0
        if score and (best is None or score > best[0]):
            best = (score, question)
    return as_suggestion(best[1], kind, f"du bad om {topic}") if best else None


def _closeness(word: str, question: Question) -> int:
    subject = question.topic.lower()
    if word == subject:
        return 8
    if any(word.startswith(part[:5]) or part.startswith(word) for part in subject.split() if len(part) > 2):  # noqa: PLR2004
        return 4
    if any(word.startswith(stem) or (len(word) > 3 and stem.startswith(word)) for stem in question.stems):  # noqa: PLR2004
        return 3
    return 1 if len(word) > 3 and word[:6] in question.text.lower() else 0  # noqa: PLR2004


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where the talk stands in a ruta.

    ``current`` is the id of the question on screen, ``note`` the latest note, ``box_notes`` the ruta's notes,
    ``asked`` the ids of all questions already put in this meeting; ``minutes_left`` of the talk, when known.
    """

    kind: CaseKind
    current: str | None = None
    note: Note | None = None
    box_notes: tuple[Note, ...] = ()
    asked: frozenset[str] = frozenset()
    minutes_left: int | None = None


def follow_ups(questions: Sequence[Question], moment: Moment, guide: Guide) -> tuple[Suggestion, ...]:
    """Return at most three follow-ups, best first, never one already put.

    A sign of danger comes before all else. A follow-up of another question in the ruta counts only when the note's own
    words call it; the guide's patterns count by what the note is about.
    """
    home = next((question for question in questions if _at(moment.current, question)), None) or next(
        (question for question in questions if suits(question, moment.kind)), None
    )
    if home is None:
        return ()
    note = moment.note
    danger = danger_in(guide, note.says) if note is not None else None
    if danger is not None:
        calm = tuple(questions_of_safety(danger, home, moment.asked))[:MOST]
        if calm:
            return calm
    scored = _of_questions(questions, moment)
    if note is not None and note.mark is not Mark.EJ_AKTUELLT and note.text:
        scored += loose(guide, note, home, moment.asked)
    missing = missing_aspects(moment.box_notes)
    weighed = [(score + _leaning(suggestion.text, moment, missing), suggestion) for score, suggestion in scored]
    ranked = sorted(enumerate(weighed), key=lambda row: (-row[1][0], row[0]))
    return _spread([suggestion for _, (score, suggestion) in ranked if score > _LEAST])


def _leaning(text: str, moment: Moment, missing: tuple[Aspect, ...]) -> float:
    """Return what the moment adds to a question: what the ruta lacks, little time left, no working life behind (AE)."""
    leaning = _FILLS if fills(text, missing) else 0.0
    low = text.lower()
    if moment.kind is CaseKind.AE and any(word in low for word in _LOOKS_BACK_AT_WORK):
        leaning -= _NOT_FOR_AE
    if moment.minutes_left is not None and moment.minutes_left <= _LITTLE_TIME and any(w in low for w in _AHEAD):
        leaning += _AHEAD_WHEN_LATE
    return leaning


def _of_questions(questions: Sequence[Question], moment: Moment) -> list[tuple[float, Suggestion]]:
    missing = missing_aspects(moment.box_notes)
    scored: list[tuple[float, Suggestion]] = []
    for question in questions:
        if not suits(question, moment.kind) or not _at(moment.current, question):
            continue
        for follow in question.follow_ups:
            score, reason = _call(follow.when, moment.note, missing)
            told = moment.note is not None and answered(follow.text, moment.note.says)
            if follow.id not in moment.asked and score + _SAME > 0 and not told:
                scored.append((score + _SAME, _from_follow(follow, question, reason)))
    return scored


def _at(current: str | None, question: Question) -> bool:
    """Whether the question on screen is this one or a follow-up of it."""
    return current is not None and current.split("/")[:2] == question.id.split("/")[:2]


def _spread(ranked: list[Suggestion]) -> tuple[Suggestion, ...]:
    """Take the best three, no two that ask the same, and the first two not both after how it is to have it so."""
    chosen: list[Suggestion] = []
    put_off: list[Suggestion] = []
    for suggestion in ranked:
        if any(same(suggestion.text, other.text) for other in (*chosen, *put_off)):
            continue
        if len(chosen) == 1 and after_feel(chosen[0].text) and after_feel(suggestion.text):
            put_off.append(suggestion)
            continue
        chosen += [suggestion, *put_off]
        put_off.clear()
        if len(chosen) >= MOST:
            break
    return tuple((chosen + put_off)[:MOST])


def _from_follow(follow: FollowUp, question: Question, reason: str) -> Suggestion:
    return Suggestion(id=follow.id, text=follow.text, topic=question.topic, reason=reason, question=question)


def _call(when: Condition, note: Note | None, missing: Sequence[Aspect]) -> tuple[float, str]:
    """Return how strongly a condition is met, and the reason in words; *ej aktuellt* calls nothing."""
    if note is not None and note.mark is Mark.EJ_AKTUELLT:
        return -_SAME, ""
    if when.words and note is not None:
        word = called_by(when.words, note.says)
        if word:
            return _WORD + min(len(word), 10) / 20, f"anteckningen nämner ”{word}”"
    if when.mark is not None and note is not None and note.shown_mark is when.mark:
        told = "svaret är märkt" if note.mark is not None else "svaret låter som"
        return _MARK, f"{told} {MARK_WORDS[when.mark]}"
    if when.missing is not None and when.missing in missing:
        rank = list(missing).index(when.missing)
        return _MISSING - rank / 10, f"rutan saknar {ASPECT_WORDS[when.missing]}"
    if when.mark is None and not when.words:
        return 0.0, ""
    return (0.2, "fördjupar frågan") if note is None else (0.0, "fördjupar frågan")
