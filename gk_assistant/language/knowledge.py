"""Answers about the method: the entry of ``question_bank/kunskap.toml`` that a question means.

A question is compared with every way of asking that the entries list (and, more lightly, with their answers) over
stems, words of the same meaning, and pieces of words, the rarer the heavier; so other words, other inflections and
slips still find their entry. Terms are looked up first: ``vad e X``, ``X?``, ``vad står X för``. What must be
declined has its own words. The index is made the first time a question is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt

from gk_assistant.language.glossary import Glossary, texts_of
from gk_assistant.language.intents import Intent, Utterance
from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.line_words import LineWords, grams, pairs, stem
from gk_assistant.language.refusals import Refusals

TERM_TOPIC = "begrepp"
_KINDS = {"s": 1.0, "m": 1.0, "g": 0.35, "b": 0.7}
_BEST, _SECOND, _TOPIC, _ENTRY, _ANSWER = 0.55, 0.15, 0.6, 0.25, 0.1
_HINT, _MOST_HINT = 0.006, 0.15
_UNKNOWN = 0.8
"""How much a word that no entry holds counts, against the rarest of theirs."""

_TERM_SCORE = 0.95
_TERM_UNASKED = 0.8
_NEAR, _MIDDLE, _FAR = 0.6, 0.42, 0.22
"""What a score must reach to outweigh a line taken for outside; to outweigh a word to decline; to be an answer."""

_OUT_OF_REACH = (
    "Det hittar jag inget svar på i beskrivningen av metoden. Fråga den som ansvarar för arbetssättet hos er."
)
_NO_TERM = "Det ordet finns inte i min ordlista. Fråga den som skrev det."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered: an entry's id and topic, the sentences, where they come from and how sure that is (H, M, L)."""

    id: str = ""
    topic: str = ""
    text: str
    source: str = ""
    grade: str = ""
    score: float = 0.0


Vector = dict[str, float]


class Knowledge:
    """The answers, and the index over the ways of asking for them."""

    def __init__(self, data: Mapping[str, object], words: LineWords, hints: Callable[[str], Mapping[str, int]]) -> None:
        """Build from the parsed ``kunskap.toml``; ``hints`` tells which topics' own words stand in a line."""
        self._words, self._hints = words, hints
        rows = rows_of(data, "kunskap")
        self._answers = [_answer(row) for row in rows]
        self._glossary = Glossary(rows, words)
        self._refusals = Refusals(rows_of(data, "avbojer"))
        asked = [[self._features(line) for line in texts_of(row, "fragor")] for row in rows]
        self._idf = _rarity([part for lines in asked for part in lines])
        self._rarest = max(self._idf.values(), default=0.0)
        self._asked = [[self._weighed(part) for part in lines] for lines in asked]
        self._answered = [self._weighed(self._features(answer.text, whole=False)) for answer in self._answers]
        self._entries = [_sum(lines) for lines in self._asked]
        self._topics = _topic_sums(self._answers, self._entries)

    def settle(self, question: str, heard: Utterance) -> tuple[Utterance, Answer]:
        """Answer a question, or decline it; what it was taken for is mended where the entries know better."""
        found = self.find(question)
        refusal = self._refusals.find(self._words.of(question))
        outside = heard.intent is Intent.UTANFOR
        if outside or refusal:
            outside = found.score < (_NEAR if outside or found.topic == TERM_TOPIC else _MIDDLE)
        if outside:
            text = refusal or Refusals.otherwise
            return Utterance(intent=Intent.UTANFOR, certainty=heard.certainty), Answer(text=text, score=found.score)
        topic = found.topic or heard.arg
        return Utterance(intent=Intent.KUNSKAP, arg=topic, certainty=_surety(heard, found)), found

    def find(self, question: str) -> Answer:
        """Return the answer that a question means most likely; its score tells how near it is."""
        term = self._glossary.find(self._words.of(question))
        if term.entry is not None:
            return replace(self._answers[term.entry], score=_TERM_SCORE)
        score, best = self.scores(question, terms=term.asked)[0]
        if term.asked and best.topic == TERM_TOPIC and score < _NEAR:
            return Answer(topic=TERM_TOPIC, text=_NO_TERM)
        if score < _FAR:
            return Answer(text=_OUT_OF_REACH, score=score)
        return replace(best, score=round(min(score, 1.0), 3))

    def scores(self, question: str, *, terms: bool = False) -> list[tuple[float, Answer]]:
        """Return every entry with how near the question is to it, nearest first; terms only when they are asked for."""
        asked = self._weighed(self._features(question))
        topics = {name: _near(asked, vector) for name, vector in self._topics.items()}
        hints = self._hints(question)
        found = []
        for at, answer in enumerate(self._answers):
            near = sorted((_near(asked, line) for line in self._asked[at]), reverse=True)[:2]
            score = _BEST * near[0] + _SECOND * sum(near[1:2]) + _ENTRY * _near(asked, self._entries[at])
            score += _ANSWER * _near(asked, self._answered[at])
            if answer.topic != TERM_TOPIC:
                score += _TOPIC * topics[answer.topic] + min(_HINT * hints.get(answer.topic, 0), _MOST_HINT)
            elif not terms:
                score *= _TERM_UNASKED
            found.append((score, answer))
        return sorted(found, key=lambda pair: -pair[0])

    def _features(self, line: str, *, whole: bool = True) -> Counter[str]:
        """Return a line's stems and meanings; of the ``whole`` also pieces of words and pairs."""
        tokens = self._words.of(line)
        found: Counter[str] = Counter()
        stems = [stem(token) for token in tokens]
        for token, short in zip(tokens, stems, strict=True):
            found[f"s{short}"] += 1
            meaning = self._words.meaning(token)
            if meaning:
                found[f"m{meaning}"] += 1
            for gram in grams(token) if whole else ():
                found[f"g{gram}"] += 1
        for one, other in pairs(stems) if whole else ():
            found[f"b{one} {other}"] += 1
        return found

    def _weighed(self, found: Mapping[str, int]) -> Vector:
        known = {name: _KINDS[name[0]] * self._idf[name] for name in found if name in self._idf}
        unknown = sum(name[0] == "s" and name not in self._idf for name in found)
        return _unit(known, (_UNKNOWN * self._rarest) ** 2 * unknown)


def _answer(row: Mapping[str, object]) -> Answer:
    return Answer(
        id=text_of(row, "id"),
        topic=text_of(row, "amne"),
        text=text_of(row, "svar"),
        source=text_of(row, "kalla"),
        grade=text_of(row, "sakerhet"),
    )


def _surety(heard: Utterance, found: Answer) -> float:
    return round(max(min(heard.certainty, 0.5 + found.score / 2), 0.1), 2)


def _rarity(lines: Sequence[Iterable[str]]) -> dict[str, float]:
    counts = Counter(name for line in lines for name in set(line))
    return {name: log(1 + len(lines) / count) for name, count in counts.items()}


def _unit(vector: Vector, more: float = 0.0) -> Vector:
    length = sqrt(sum(value * value for value in vector.values()) + more)
    return {name: value / length for name, value in vector.items()} if length else {}


def _sum(vectors: Iterable[Vector]) -> Vector:
    total: defaultdict[str, float] = defaultdict(float)
    for vector in vectors:
        for name, value in vector.items():
            total[name] += value
    return _unit(total)


def _topic_sums(answers: Sequence[Answer], entries: Sequence[Vector]) -> dict[str, Vector]:
    grouped: defaultdict[str, list[Vector]] = defaultdict(list)
    for answer, vector in zip(answers, entries, strict=True):
        grouped[answer.topic].append(vector)
    return {topic: _sum(vectors) for topic, vectors in grouped.items()}


def _near(one: Vector, other: Vector) -> float:
    return sum(value * other[name] for name, value in one.items() if name in other)
