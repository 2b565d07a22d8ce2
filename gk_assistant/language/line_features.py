"""What the fitted weights look at in a line: its words and their order, its names, its shape, the rules' verdict.

A feature is a short text (``w:skriv``, ``^:skriv ut``, ``n:papper``); ``evaluation/fit_lines.py`` gives each a weight
for every kind of line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gk_assistant.language.intents import Intent
from gk_assistant.language.line_shape import Shape
from gk_assistant.language.line_words import grams, pairs, stem

_GRAM, _PAIR, _STEM, _RULE = 0.3, 0.8, 0.6, 1.0
_SHORT, _MIDDLE = 2, 5
_ABOUT = ("om", "kring", "efter", "mer", "igen", "vidare", "till", "tack", "nagot")
_MOST = 25
"""Words of a longer line that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSight:
    """A line as the weights see it. ``heads``: the words that open it and each of its clauses."""

    tokens: Sequence[str]
    heads: Sequence[int]
    shape: Shape
    verdict: Intent
    sure: bool
    slots: Sequence[str]
    meanings: Sequence[str]


def line_features(sight: LineSight) -> Iterator[tuple[str, float]]:
    """Yield each feature of a line with how much it counts."""
    tokens = sight.tokens[:_MOST]
    for token in tokens:
        yield f"w:{token}", 1.0
        yield f"s:{stem(token)}", _STEM
        for gram in grams(token):
            yield f"g:{gram}", _GRAM
    bound = ["^", *tokens, "$"]
    for one, other in pairs(bound):
        yield f"b:{one} {other}", _PAIR
    yield f"^:{' '.join(tokens[:2])}", _PAIR
    for head in sight.heads[1:]:
        yield f",:{' '.join(tokens[head : head + 2])}", _PAIR
        yield f",:{' '.join(tokens[head : head + 1])}", _PAIR
    for name in (*sight.slots, *(f"m{meaning}" for meaning in sight.meanings)):
        yield f"n:{name}", _STEM
    if tokens:
        yield from ((f"1m:{tokens[0]} {meaning}", _STEM) for meaning in sight.meanings)
    if len(tokens) > 1 and tokens[0] == "fraga":
        yield f"fråga:{'om' if tokens[1] in _ABOUT else 'någon'}", 1.0
    yield f"h:{sight.shape.name}", 1.0
    yield f"l:{0 if len(tokens) <= _SHORT else 1 if len(tokens) <= _MIDDLE else 2}", _STEM
    yield f"r:{sight.verdict}{'' if sight.sure else '?'}", _RULE
    yield "0", 1.0
