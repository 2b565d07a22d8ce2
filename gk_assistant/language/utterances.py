"""What a handläggare says: its kind, the ruta it concerns, and what could be said instead.

The kinds and their order are those of the guide (flerfraga, sammanfattning, ledande, information, bekräftelse,
reflektion, sluten, öppen; marks are no proof). Signs are read by rule (order of words, phrases of ``yttranden.toml``)
and weighed by strengths fitted beforehand (``yttranden_vikter.toml``); experts agree only so-so on open and closed, so
an utterance that is not clearly one kind is called unsure and never graded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gk_assistant.domain.utterances import Kind
from gk_assistant.language.lexicon import text_of
from gk_assistant.language.text import clean_line, words
from gk_assistant.language.topics import DANGER, OTHER, Concern, Topics
from gk_assistant.language.utterances_features import SignReader
from gk_assistant.language.utterances_feedback import Feedback
from gk_assistant.language.utterances_rewording import better
from gk_assistant.language.utterances_weights import Weights

UNSURE = 0.4
"""Below this share the kind is called unsure; held out, such verdicts are wrong about every other time."""

_SUREST = 0.99
LONGEST = 2_000
"""Characters that are weighed of one utterance; what comes after is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A verdict on one utterance.

    ``kind`` is ``None`` when unsure; ``likely`` and ``second`` are the two likeliest kinds; ``certainty`` is the share
    of ``likely`` (calibrated: of those at 0.9, nine in ten are right). ``ruta`` is a ruta's id or ``ovrigt``.
    ``feedback`` is one Swedish sentence; ``better`` an open wording, empty when none is needed.
    """

    kind: Kind | None
    likely: Kind | None
    second: Kind | None
    certainty: float
    ruta: str
    second_ruta: str
    ruta_certainty: float
    feedback: str
    better: str


class Reviewer:
    """Judges utterances; make it once with :meth:`from_data`."""

    __slots__ = ("_feedback", "_rutor", "_signs", "_topics", "_weights")

    def __init__(self, data: Mapping[str, Mapping[str, object]]) -> None:
        """Build from the lexicon's files ``yttranden``, ``rutord`` and the weights of both."""
        found = data.get("yttranden", {})
        self._signs = SignReader(found)
        self._weights = Weights(data.get("yttranden_vikter", {}))
        self._topics = Topics.from_data(data)
        self._feedback = Feedback(found)
        rutor = found.get("rutfraga")
        self._rutor = {str(ruta): str(text) for ruta, text in rutor.items()} if isinstance(rutor, Mapping) else {}

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, object]]) -> "Reviewer":
        """Build from the parsed lexicon files by name."""
        return cls(data)

    @property
    def about_nothing(self) -> str:
        """The sentence on what is nothing but a greeting or a short answer."""
        return self._feedback.small

    def themes(self, text: str) -> tuple[str, ...]:
        """Return the ids of the themes that an utterance touches, in the order they come. Never raises."""
        return self._topics.touched([word.lower for word in words(clean_line(text[:LONGEST]).text)])

    def review(self, text: str, *, surely: Kind | None = None) -> Reviewed:
        """Judge one utterance; ``surely`` when something else shows what kind it is. Never raises."""
        signs = self._signs.read(clean_line(text[:LONGEST]).text)
        if not signs.heard.tokens:
            return _nothing(self._feedback.nothing)
        if self._signs.is_small(signs):
            return _nothing(self._feedback.small)
        lower = [word.lower for word in signs.heard.typed]
        concern = self._topics.concern(lower, signs.heard.tokens)
        shares = _with(surely, self._weights.shares(signs.names))
        if not shares:
            return _nothing(self._feedback.nothing)
        (share, first), (_, then) = shares[0], shares[1]
        sure = share >= UNSURE
        if (
            concern.theme is not None
            and concern.theme.id == DANGER
            and first in (Kind.SLUTEN, Kind.LEDANDE, Kind.OPPEN)
        ):
            return self._about_danger(Kind(first), Kind(then), share, concern)
        return Reviewed(
            kind=Kind(first) if sure else None,
            likely=Kind(first),
            second=Kind(then),
            certainty=min(share, _SUREST),
            ruta=concern.ruta,
            second_ruta=concern.second,
            ruta_certainty=min(concern.certainty, _SUREST),
            feedback=self._feedback.of(first, signs) if sure else self._feedback.unsure(first, then),
            better=better(first, signs, self._subject(concern)) if sure else "",
        )

    def _about_danger(self, first: Kind, then: Kind, share: float, concern: Concern) -> Reviewed:
        """Judge a question about suicide: to ask straight out is right, also with a closed question."""
        return Reviewed(
            kind=first if share >= UNSURE else None,
            likely=first,
            second=then,
            certainty=min(share, _SUREST),
            ruta=concern.ruta,
            second_ruta=concern.second,
            ruta_certainty=min(concern.certainty, _SUREST),
            feedback=self._feedback.danger,
            better=concern.question if first is Kind.LEDANDE else "",
        )

    def _subject(self, concern: Concern) -> str:
        """Return the open question of what the utterance is about."""
        return concern.question or self._rutor.get(concern.ruta) or self._rutor.get(OTHER, "")


def _with(surely: Kind | None, shares: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """Return the shares, with a kind that is known from elsewhere before all others."""
    if surely is None:
        return list(shares)
    return [(1.0, surely), *((share, kind) for share, kind in shares if kind != surely)]


def _nothing(feedback: str) -> Reviewed:
    return Reviewed(
        kind=None,
        likely=None,
        second=None,
        certainty=0.0,
        ruta=OTHER,
        second_ruta=OTHER,
        ruta_certainty=0.0,
        feedback=feedback,
        better="",
    )


def kind_names(words: Mapping[str, object]) -> dict[str, str]:
    """Return what each kind is called, from the parsed ``yttranden.toml``."""
    names = words.get("sorter")
    return {kind: text_of(names, kind) for kind in Kind} if isinstance(names, Mapping) else {}
