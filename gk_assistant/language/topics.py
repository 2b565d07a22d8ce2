"""Which ruta an utterance concerns, by the words of ``rutord.toml`` and the weights fitted on labelled utterances.

The rule of the guide: what the question is about decides. The meeting, hours ahead, the plan and consent are
``ovrigt``; work training is ``tidigare_rehab`` whatever the time; who takes part or may be called is
``kontaktpersoner``; care that goes on or is planned is ``behandling``, what has been is ``sjukhistorik``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.terms import Hit, TermIndex
from gk_assistant.language.text import word_set
from gk_assistant.language.utterances_shape import is_verb
from gk_assistant.language.utterances_weights import Weights

DANGER = "liv_dod"
"""The theme of suicide and self-harm: asking about it straight out is right."""

OTHER = "ovrigt"
"""The answer for what concerns no ruta: the meeting itself, the plan, consent."""

_EARLIER = "förr"
_STEM = 6
_SHORTEST = 2
_PAST_WORDS = word_set(
    "var hade blev fick gick kom tog gjorde forut tidigare fore innan da drack sov stod sag forra sedan senast"
)
_AHEAD = word_set("nasta ska skulle framover planerad planerat snart kommer vill borja")
_PERFECT = ("at", "tt", "it", "gt", "aft")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of words: its ruta, how the subject is said, and an open question about it, now and looking back."""

    id: str
    ruta: str
    name: str
    question: str
    earlier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """The ruta an utterance concerns, the second candidate, the share of the first, and the theme that told.

    ``question`` is an open question about the theme, in the time the utterance is set in; empty without a theme.
    """

    ruta: str
    second: str
    certainty: float
    theme: Theme | None
    question: str = ""


class Topics:
    """Tells which ruta an utterance concerns; make it once with :meth:`from_data`."""

    __slots__ = ("_terms", "_weights", "themes")

    def __init__(self, words: Mapping[str, object], weights: Weights, *, common: frozenset[str] = frozenset()) -> None:
        """Build from the parsed ``rutord.toml`` and its weights."""
        rows = rows_of(words, "grupp")
        self.themes = {theme.id: theme for theme in map(_theme, rows)}
        self._terms = TermIndex(((self.themes[text_of(row, "id")], text_of(row, "ord")) for row in rows), common=common)
        self._weights = weights

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, object]]) -> "Topics":
        """Build from the lexicon's files ``rutord`` and ``rutord_vikter``."""
        common = frozenset(text_of(data.get("vanliga", {}), "ord").split())
        return cls(data.get("rutord", {}), Weights(data.get("rutord_vikter", {})), common=common)

    def concern(self, lower: Sequence[str], tokens: Sequence[str]) -> Concern:
        """Return the ruta of an utterance: ``lower`` its words in lower case, ``tokens`` as they are compared."""
        hits = self._terms.find(lower)
        shares = self._weights.shares(signs_of(hits, tokens)) or [(1.0, OTHER)]
        best = shares[0][1]
        second = shares[1][1] if len(shares) > 1 else OTHER
        theme = max(
            (hit for hit in hits if hit.payload.ruta == best),
            key=lambda hit: (hit.rank, -hit.start),
            default=None,
        )
        if theme is None:
            return Concern(ruta=best, second=second, certainty=shares[0][0], theme=None)
        told = theme.payload
        asked = told.earlier if told.earlier and _time(tokens) == _EARLIER else told.question
        return Concern(ruta=best, second=second, certainty=shares[0][0], theme=told, question=asked)

    def touched(self, lower: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the themes whose words stand in an utterance, each once, in the order they come.

        Words that only look like a theme's, which belong to no ruta, are none.
        """
        return tuple(dict.fromkeys(hit.payload.id for hit in self._terms.find(lower) if hit.payload.ruta))

    def signs(self, lower: Sequence[str], tokens: Sequence[str]) -> list[str]:
        """Return the names of the signs that are weighed; the fitting uses the same."""
        return list(signs_of(self._terms.find(lower), tokens))


def signs_of(hits: Sequence[Hit[Theme]], tokens: Sequence[str]) -> Iterator[str]:
    """Yield the signs: themes, their rutor with the time they are set in, stems, neighbours of small words."""
    yield "alltid"
    themes = {hit.payload.id for hit in hits if hit.payload.ruta}
    rutor = {hit.payload.ruta for hit in hits if hit.payload.ruta}
    if not rutor:
        yield "inget"
    yield from (f"g:{theme}" for theme in sorted(themes))
    time = _time(tokens)
    yield time
    yield from (f"{time}+{ruta}" for ruta in sorted(rutor))
    if len(rutor) > 1:
        ordered = sorted(rutor)
        yield from (f"r:{one}+{two}" for at, one in enumerate(ordered) for two in ordered[at + 1 :])
    yield from {f"s:{token[:_STEM]}" for token in tokens if len(token) > _SHORTEST}
    yield from {f"b:{one}_{two}" for one, two in pairwise(tokens)}


def _time(tokens: Sequence[str]) -> str:
    if any(token in _AHEAD for token in tokens):
        return "sedan"
    perfect = any(
        one in ("har", "hade") and any(word.endswith(_PERFECT) for word in tokens[at + 1 : at + 4])
        for at, one in enumerate(tokens)
    )
    past = any(token in _PAST_WORDS or (is_verb(token) and token.endswith(("de", "te"))) for token in tokens)
    return _EARLIER if past or perfect else "nu"


def _theme(row: Mapping[str, object]) -> Theme:
    return Theme(
        id=text_of(row, "id"),
        ruta=text_of(row, "ruta"),
        name=text_of(row, "tema"),
        question=text_of(row, "fraga"),
        earlier=text_of(row, "fraga_forr"),
    )
