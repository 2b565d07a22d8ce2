"""What the fitted weights look at in a note: its words and their parts, the lexicon's groups, the rules' own verdict.

A feature is a short text (``w:ont``, ``p:arbet``, ``g:smarta``, ``q:<manniska> kor``); ``evaluation/fit_sorting.py``
gives each a weight for every heading and mark, and :mod:`.weights` adds them up. What a word alone says is kept apart
from its place in the note, so that it can be remembered from one note to the next. The sum is divided by the note's
length as a vector (:func:`length`), so that a long note weighs no more than a short one.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp, sqrt
from typing import NamedTuple, TypeAlias

from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.clauses import Build, Role
from gk_assistant.language.lexicon import Cue, Group
from gk_assistant.language.polarity import Polarity
from gk_assistant.language.terms import Hit
from gk_assistant.language.text import fold

PLACE = {
    Role.MAIN: 1.0,
    Role.BUT: 1.2,
    Role.CONCESSION: 0.7,
    Role.RESULT: 0.8,
    Role.SUBORDINATE: 0.5,
    Role.BRACKET: 0.5,
}
"""How much a word counts for in each kind of clause."""

AFTER_PREPOSITION = 0.7
_PREFIXES, _SUFFIXES = (4, 5, 6), (4, 5, 6)
_INNER, _INNER_FROM = 5, 8
_PREFIX_WEIGHT, _SUFFIX_WEIGHT, _INNER_WEIGHT = 0.6, 0.5, 0.3
_LONGEST = 40
_SCORE_TOP, _SCORE_SCALE = 6.0, 3.0
_BALANCE_TOP, _BALANCE_SCALE = 3.0, 2.0
_BIGRAM, _GROUP_IN_BOX, _STEP = 0.8, 0.6, 0.6
_MOST_WORDS, _MOST_CLAUSES = 9, 3
_NEGATED_LENGTH = 6


Valued: TypeAlias = tuple[str, float]
"""A feature and its value."""


class Scene(NamedTuple):
    """A note as the rules have read it: what the features are drawn from."""

    build: Build
    hits: Sequence[Hit[Group]]
    cues: Sequence[Hit[Cue]]
    polarity: Polarity
    scores: Sequence[tuple[Heading, float]]
    mark: Mark
    ruta: str
    outer_subject: bool
    wished: bool
    quoted: bool


def of_word(word: str) -> tuple[tuple[str, float], ...]:
    """Return a word's own features: itself, its beginnings, its endings and, in a long word, its inner parts."""
    if word[:1].isdigit():
        return (("w:0", 1.0),)
    size = len(word)
    rows = [(f"w:{word}", 1.0)]
    rows += [(f"p:{word[:cut]}", _PREFIX_WEIGHT) for cut in _PREFIXES if size > cut]
    rows += [(f"s:{word[-cut:]}", _SUFFIX_WEIGHT) for cut in _SUFFIXES if size > cut]
    if _INNER_FROM <= size <= _LONGEST:
        rows += [(f"i:{word[at : at + _INNER]}", _INNER_WEIGHT) for at in range(3, size - 4)]
    return tuple(rows)


@lru_cache(maxsize=10_000)
def square_of(word: str) -> float:
    """Return the sum of squares of a word's own features."""
    return sum(value * value for _, value in of_word(word))


def length(words: Sequence[str], counts: Sequence[float], others: Iterable[tuple[str, float]]) -> float:
    """Return a note's length as a vector: of its words, each counting for so much, and of the features of place."""
    own = sum(square_of(word) * count * count for word, count in zip(words, counts, strict=True))
    return sqrt(own + sum(value * value for _, value in others)) or 1.0


def folded(build: Build) -> tuple[str, ...]:
    """Return a note's words with å ä ö told apart no more than needed."""
    return tuple(fold(word) for word in build.words)


def places(build: Build) -> tuple[float, ...]:
    """Return how much each word counts for by its place."""
    return tuple(
        PLACE[role] * (AFTER_PREPOSITION if after else 1.0)
        for role, after in zip(build.role, build.after_preposition, strict=True)
    )


def of_place(scene: Scene, words: Sequence[str], weights: Sequence[float]) -> list[Valued]:
    """Return the features that depend on where words stand and on what the rules say."""
    rows = _of_rules(scene)
    _of_order(rows, scene, words, weights)
    _of_groups(rows, scene)
    _of_steps(rows, scene, words)
    return rows


def _of_rules(scene: Scene) -> list[Valued]:
    ruta, mark = scene.ruta, scene.mark.value
    balance = max(-_BALANCE_TOP, min(_BALANCE_TOP, scene.polarity.balance)) / _BALANCE_SCALE
    rows = [
        ("bias", 1.0),
        (f"r:{ruta}", 1.0),
        (f"m:{mark}", 1.0),
        (f"m:{mark}|{ruta}", 1.0),
        (f"mt:{scene.scores[0][0].value}{mark}", 1.0),
        ("bal", balance),
    ]
    top = scene.scores[0][1]
    raised = [exp(score - top) for _, score in scene.scores]
    total = sum(raised)
    for (heading, score), share in zip(scene.scores, raised, strict=True):
        rows += ((f"H:{heading.value}", share / total), (f"S:{heading.value}", min(score, _SCORE_TOP) / _SCORE_SCALE))
    if scene.outer_subject:
        rows.append(("outer", 1.0))
    if scene.wished:
        rows.append(("wish", 1.0))
    if scene.quoted:
        rows.append(("quote", 1.0))
    return rows


def _of_order(rows: list[Valued], scene: Scene, words: Sequence[str], weights: Sequence[float]) -> None:
    if words:
        first = words[0]
        rows += (
            (f"f:{first}", 1.0),
            (f"fs:{first[-2:]}", 1.0),
            (f"fp:{first[:4]}", 1.0),
            (f"l:{words[-1]}", 1.0),
            (f"cl:{min(scene.build.clause[-1], _MOST_CLAUSES)}", 1.0),
        )
    if len(words) > 1:
        rows.append((f"f2:{words[1]}", 1.0))
    rows.append((f"len:{min(len(words), _MOST_WORDS)}", 1.0))
    if True in scene.build.negated:
        denied = zip(words, weights, scene.build.negated, strict=True)
        rows += [(f"n:{word[:_NEGATED_LENGTH]}", weight) for word, weight, negated in denied if negated]
    rows += [(f"b:{one} {two}", _BIGRAM) for one, two in pairwise(words)]


def _of_groups(rows: list[Valued], scene: Scene) -> None:
    build, ruta = scene.build, scene.ruta
    for number, hit in enumerate(scene.hits):
        at, group = hit.start, hit.payload
        kind, negated = group.kind, build.negated[at]
        weight = PLACE[build.role[at]] * (AFTER_PREPOSITION if build.after_preposition[at] else 1.0)
        rows += (
            (f"g:{group.id}", weight),
            (f"k:{kind}", weight),
            (f"kr:{kind}|{ruta}", weight * _GROUP_IN_BOX),
            (f"t:{group.tone.value}{'n' if negated else ''}", weight),
        )
        if negated:
            rows.append((f"gn:{kind}", weight))
        if not number:
            rows += ((f"g1:{group.id}", 1.0), (f"k1:{kind}", 1.0))
    if scene.hits:
        rows.append((f"gl:{scene.hits[-1].payload.kind}", 1.0))
    for cue in scene.cues:
        rows.append((f"c:{cue.payload.value}", 1.0))
        if build.negated[cue.start]:
            rows.append((f"cn:{cue.payload.value}", 1.0))


def _of_steps(rows: list[Valued], scene: Scene, words: Sequence[str]) -> None:
    """Add each step from one thing to the next, where what the lexicon knows stands as its kind."""
    known = {hit.start: hit for hit in scene.hits}
    before, at = "^", 0
    while at < len(words):
        hit = known.get(at)
        here = f"<{hit.payload.kind}>" if hit else words[at]
        rows.append((f"q:{before} {here}", _STEP))
        before, at = here, hit.end if hit else at + 1
    rows.append((f"q:{before} $", _STEP))
