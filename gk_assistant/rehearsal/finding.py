"""What was asked for: which of the person's topics, and which of their lines answer it best.

A topic is called by its own words, by the themes of the lexicon, by its ruta, by what its lines say, and by being what
is talked of already. The figures are ours (L), set by hand on made-up questions.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.personas import Asks, ClosedAnswer, Layer, Line, Persona, Topic
from gk_assistant.domain.utterances import Act, Heard
from gk_assistant.language.text import fold
from gk_assistant.rehearsal.asking import asks_of
from gk_assistant.rehearsal.memory import Memory
from gk_assistant.rehearsal.ports import Hearer
from gk_assistant.rehearsal.stems import begins_any, has_small_words, stems

FOUND = 1.0
"""From this score on a topic counts as what was asked for."""

NEAR = 0.8
"""Topics this near the best are looked through for a line that answers better."""

_OWN_WORD, _LONG_WORD = 2.4, 0.12
_THEME, _SHARED_THEME = 2.0, 1.5
_RUTA, _NAMED = 0.9, 2.5
_HERE, _HERE_BACK = 0.5, 1.8
_LATELY, _RARE = 1.8, 0.4
_HAS_FACT, _CALLED = 0.5, 0.8
_FACT, _NEXT_KIND = 2.0, 0.35
_STEM = 6
_LOOSE_FACT = 0.5
_LOOSE = frozenset((Asks.VAD, Asks.HUR, Asks.KANNS))
_OVERLAP = 1.1
_LINE_THEME = 0.8
_KIND_OF_ANSWER = 0.6
_ORDER = 0.06
_OWN_OF_ANSWER = 1.0
_FIRST_SAID = 0.5
_DEEPER = 0.3
_SURE, _QUITE_SURE = 0.99, 0.9
_ELSEWHERE = 0.6

_ASKS_FOR: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told, 0 if "[A-Z" in told else re.IGNORECASE))
    for asked, told in (
        (r"\bhur länge|\bsedan när|\bsen när|\bnär\b|\bhur gammal|\bvilket år|\bvilken tid",
         r"\d|\bår\b|månad|veck|timm|minut|\bdag|klockan|sedan|i våras|i vintras|hösten|\bett\b|\btvå|\btre\b"),
        (r"\bhur ofta|\bhur många|\bhur mycket|\bhur långt",
         r"\d|\bgång|varje|\bibland|\baldrig|\ben\b|\bett\b|\btvå|\btre\b|\bfyra|\bfem|\bsex|\btio|\bhalv|\bdagar|alla"),
        (r"\bvem\b|\bvilka\b|\bvilken person",
         r"mamma|pappa|syster|bror|man\b|fru|dotter|son\b|vän|kompis|läkar|chef|sköters|granne|handläggar|\b[A-ZÅÄÖ][a-zåäö]+\b"),
        (r"\bvad heter|\bvem är|\bvilket namn", r"(?<![.!?…] )(?<!^)\b[A-ZÅÄÖ][a-zåäö]+\b"),
        (r"\bvarför|\bhur kommer det sig|\bvad beror",
         r"\bför\b|eftersom|därför|\bså\b|då\b|att\b"),
        (r"\bvar (?:bor|ligger|är|någonstans)|\bvart\b", r"\bi\b|\bpå\b|hus|lägenhet|etta|tvåa|rum"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A topic and how well it fits; ``direct`` when its own words or themes were used."""

    topic: Topic
    score: float
    direct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that could answer, with its topic, its layer (``None`` for the answer to a closed question), its fit."""

    line: Line
    topic: Topic
    layer: Layer | None
    fit: float
    overlap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a search rests on: the words, the kinds of answer asked for, the pull of the topic at hand and the last."""

    heard: Heard
    stems: frozenset[str]
    kinds: tuple[Asks, ...]
    here: float
    said: Mapping[str, float]


class Finder:
    """Finds topics and lines of one persona."""

    def __init__(self, persona: Persona, bank: Bank, hearer: Hearer) -> None:
        """Weigh the persona's words."""
        self._persona = persona
        self._hearer = hearer
        self._line_themes: dict[str, frozenset[str]] = {}
        self._called: dict[tuple[str, str], bool] = {}
        self._owners = Counter(theme for topic in persona.topics for theme in topic.themes)
        texts = [*(line.text for topic in persona.topics for line in topic.all_lines())]
        spread = Counter(stem for text in texts for stem in stems(text))
        self._weight: Mapping[str, float] = {
            stem: math.log(1 + len(texts) / (1 + count)) / math.log(1 + len(texts)) for stem, count in spread.items()
        }
        self._members = {member: ruta.members for ruta in bank.rutor for member in ruta.members}
        self.titles = tuple(
            (word.lower(), ruta.id) for ruta in bank.rutor for word in (ruta.title, ruta.short, ruta.id) if word
        )

    def is_elliptic(self, heard: Heard) -> bool:
        """Tell whether an utterance leans on what was said before: *hur då?*, *berätta mer*."""
        return heard.does(Act.MER) or not stems(heard.text)

    def knows(self, words: str) -> bool:
        """Tell whether all these words are among the person's own."""
        asked = stems(words)
        return bool(asked) and asked <= self._weight.keys()

    def is_strange(self, heard: Heard) -> bool:
        """Tell whether no word of an utterance is known: no small one and none of the person's."""
        if heard.themes or heard.ruta_certainty >= _SURE or heard.clues or has_small_words(heard.text):
            return False
        return not stems(heard.text) & self._weight.keys()

    def hear(self, clause: str, heard: Heard) -> Heard:
        """Return what a clause of an utterance is about; the utterance itself where the clause is all of it."""
        return heard if clause == heard.text else self._hearer.hear(clause)

    def topics(self, heard: Heard, memory: Memory, *, back: bool = False) -> tuple[Place, ...]:
        """Return the topics that fit at all, the best first; ``back`` when it points back to what was just said."""
        asked = stems(heard.text)
        mood = _Asked(
            heard=heard,
            stems=asked,
            kinds=asks_of(heard.text),
            here=_HERE_BACK if back else _HERE,
            said=self._lately(asked, memory),
        )
        places = (self._place(topic, mood, memory) for topic in self._persona.topics)
        return tuple(sorted((place for place in places if place.score > 0), key=lambda place: -place.score))

    def _lately(self, asked: frozenset[str], memory: Memory) -> Mapping[str, float]:
        """Return for each topic how much of what was asked stands in what the person said last."""
        found: dict[str, float] = {}
        for age, (topic, text) in enumerate(reversed(memory.lately_said)):
            shared = self.overlap(asked, text)
            if shared >= _RARE:
                found[topic] = max(found.get(topic, 0.0), _LATELY * shared / (1 + age / 3))
        return found

    def _place(self, topic: Topic, mood: "_Asked", memory: Memory) -> Place:
        heard = mood.heard
        longest = begins_any(heard.text, topic.words)
        themes = [
            _THEME if self._owners[theme] == 1 else _SHARED_THEME for theme in topic.themes if theme in heard.themes
        ]
        direct = bool(longest or themes)
        score = (_OWN_WORD + _LONG_WORD * longest if longest else 0.0) + max(themes, default=0.0)
        if heard.ruta and heard.ruta in self._members.get(topic.ruta, (topic.ruta,)):
            score += _NAMED if heard.ruta_certainty >= _SURE else _RUTA * heard.ruta_certainty
            direct = direct or heard.ruta_certainty >= _SURE
        elif heard.ruta and heard.ruta_certainty >= _QUITE_SURE:
            score -= _ELSEWHERE
        score += _OVERLAP * max((self.overlap(mood.stems, line.text) for line in topic.all_lines()), default=0.0)
        score += 0.5 * _OVERLAP * self.overlap(mood.stems, f"{topic.fact} {topic.id.replace('_', ' ')}")
        score += mood.said.get(topic.id, 0.0)
        if topic.id == memory.topic and (score > 0 or mood.here > _HERE):
            score += mood.here
        if score >= _CALLED and any(kind in topic.facts for kind in mood.kinds[:2]):
            score += _HAS_FACT
        return Place(topic=topic, score=score, direct=direct)

    def overlap(self, asked: frozenset[str], text: str) -> float:
        """Return how much a text answers to what was asked for: the weights of the stems they share, at most two."""
        if not asked:
            return 0.0
        shared = sorted((self._weight.get(stem, _HERE) for stem in asked & stems(text)), reverse=True)
        return sum(shared[:2])

    def candidates(  # all that a choice rests on
        self,
        places: Sequence[Place],
        heard: Heard,
        memory: Memory,
        layers: Iterable[Layer],
        asks: Sequence[Asks] = (),
    ) -> list[Candidate]:
        """Return the unsaid lines of these topics and layers, the best first; plain facts of what is asked for too."""
        allowed = frozenset(layers)
        found = [*self.facts(places, heard, memory, asks)]
        for place in places:
            asked = self.besides(place.topic, heard)
            found += [
                self._candidate(place, layer, line, number, heard, asked)
                for layer in Layer
                if layer in allowed
                for number, line in enumerate(place.topic.of(layer))
                if line.id not in memory.said
            ]
        fresh = {place.topic.id for place in places if not memory.told_of(place.topic.id)}
        return sorted(
            found, key=lambda one: -(one.fit + _FIRST_SAID * (one.layer is Layer.GENAST and one.topic.id in fresh))
        )

    def facts(self, places: Iterable[Place], heard: Heard, memory: Memory, asks: Sequence[Asks]) -> Iterator[Candidate]:
        """Yield the unsaid plain facts of the kinds that are asked for; the most particular kind fits best."""
        for place in places:
            asked = besides = self.besides(place.topic, heard)
            for turn, kind in enumerate(asks):
                for line in place.topic.facts.get(kind, ()):
                    if line.id not in memory.said:
                        overlap = self.overlap(asked, line.text)
                        loose = kind in _LOOSE and besides and not overlap
                        fit = place.score + (_LOOSE_FACT if loose else _FACT) - _NEXT_KIND * turn + _OVERLAP * overlap
                        yield Candidate(line=line, topic=place.topic, layer=None, fit=fit, overlap=overlap)

    def besides(self, topic: Topic, heard: Heard) -> frozenset[str]:
        """Return the stems of an utterance that tell lines of the topic apart: not those that called the topic."""
        return frozenset(stem for stem in stems(heard.text) if not self._calls(topic, stem))

    def _calls(self, topic: Topic, stem: str) -> bool:
        if (topic.id, stem) not in self._called:
            by_word = any(
                stem.startswith(fold(word.strip())[:_STEM]) for word in topic.words if " " not in word.strip()
            )
            self._called[topic.id, stem] = by_word or bool(set(self._hearer.hear(stem).themes) & set(topic.themes))
        return self._called[topic.id, stem]

    @staticmethod
    def unsaid(place: Place, layer: Layer, memory: Memory) -> Iterator[Candidate]:
        """Yield the unsaid lines of a layer, in the order of the file."""
        for line in place.topic.of(layer):
            if line.id not in memory.said:
                yield Candidate(line=line, topic=place.topic, layer=layer, fit=place.score, overlap=0.0)

    def _candidate(  # noqa: PLR0913, PLR0917  # all that a fit rests on
        self, place: Place, layer: Layer, line: Line, number: int, heard: Heard, asked: frozenset[str]
    ) -> Candidate:
        overlap = self.overlap(asked, line.text)
        fit = place.score + _OVERLAP * overlap - _ORDER * (number + 2 * (layer is Layer.GENAST))
        if heard.themes and set(heard.themes) & self._themes(line):
            fit += _LINE_THEME
        if layer is Layer.TILLIT:
            fit += _DEEPER
        if _answers(heard.text, line.text):
            fit += _KIND_OF_ANSWER
        return Candidate(line=line, topic=place.topic, layer=layer, fit=fit, overlap=overlap)

    def _themes(self, line: Line) -> frozenset[str]:
        if line.id not in self._line_themes:
            self._line_themes[line.id] = frozenset(self._hearer.hear(line.text).themes)
        return self._line_themes[line.id]

    def closed(self, places: Iterable[Place], heard: Heard) -> tuple[ClosedAnswer, Topic] | None:
        """Return the answer to a closed question whose words were used, and its topic; ``None`` where none were.

        A word that only the answer has (*sköter*) tells more than one that calls the whole topic (*katten*); where only
        the topic was called and something more was asked of it, the vague answer to any other question is the true one.
        """
        best: tuple[float, ClosedAnswer, Topic] | None = None
        for place in places:
            besides = self.besides(place.topic, heard)
            for answer in place.topic.closed:
                longest = begins_any(heard.text, answer.words)
                apart = begins_any(heard.text, tuple(word for word in answer.words if word not in place.topic.words))
                fit = place.score + _LONG_WORD * longest + _OWN_OF_ANSWER * bool(apart)
                general = not apart and set(place.topic.words) <= set(answer.words)
                if longest and general and besides and not besides & stems(answer.line.text):
                    answer, fit = _any_other(place.topic) or answer, place.score  # noqa: PLW2901  # asked for more
                if longest and (best is None or fit > best[0]):
                    best = fit, answer, place.topic
        return (best[1], best[2]) if best is not None else None

    def in_ruta(self, ruta: str) -> Iterator[Place]:
        """Yield the topics of a ruta, none fitting better than another."""
        for member in self._members.get(ruta, (ruta,)):
            for topic in self._persona.in_ruta(member):
                yield Place(topic=topic, score=FOUND, direct=False)


def _any_other(topic: Topic) -> ClosedAnswer | None:
    return next((answer for answer in topic.closed if not answer.words), None)


def _answers(question: str, line: str) -> bool:
    return any(asked.search(question) and told.search(line) for asked, told in _ASKS_FOR)


def gives_a_fact(question: str, line: str) -> bool:
    """Tell whether a line holds the kind of thing that a question asks for; true for kinds nobody can tell."""
    kinds = [told for asked, told in _ASKS_FOR if asked.search(question)]
    return not kinds or any(told.search(line) for told in kinds)
