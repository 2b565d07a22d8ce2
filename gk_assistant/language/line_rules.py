"""What the patterns of ``question_bank/lexikon/begaran.toml`` say of a line; in doubt it is a note.

The order is that of the guide: signs of a note first, then requests by pattern, then questions by topic. Only a line
shaped as a question (question word, verb first, or a question mark) can be *kunskap* or *utanfor*.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gk_assistant.language.intents import Intent, Utterance
from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.line_names import Names, table_of
from gk_assistant.language.line_patterns import LinePattern, same
from gk_assistant.language.line_shape import Shape
from gk_assistant.language.line_signals import Signals
from gk_assistant.language.text import fold, word_set

_ASKING = word_set(
    "vad ar betyder betyda star for det den ordet begreppet forkortningen ens nu egentligen en ett innebar menas "
    "med var"
)
_TERM_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRules:
    """The patterns, topics and signs, ready to be matched."""

    names: Names
    patterns: Sequence[tuple[Intent, Sequence[LinePattern]]]
    topics: Sequence[tuple[str, Sequence[Sequence[str]]]]
    signals: Signals
    first_topics: frozenset[str] = frozenset()
    terms: Sequence[str] = field(default=())
    outside: Sequence[Sequence[str]] = field(default=())

    @classmethod
    def from_data(cls, data: Mapping[str, object], names: Names) -> "LineRules":
        """Build from the parsed ``begaran.toml``."""
        return cls(
            names=names,
            patterns=[
                (
                    Intent(text_of(row, "namn")),
                    [LinePattern.parse(line) for line in text_of(row, "monster").split("\n") if line],
                )
                for row in rows_of(data, "avsikt")
            ],
            topics=[(text_of(row, "namn"), _stems(text_of(row, "ord"))) for row in rows_of(data, "amne")],
            signals=Signals.from_data(table_of(data, "tecken"), table_of(data, "uppmaning").get("ord", "")),
            first_topics=frozenset(text_of(row, "namn") for row in rows_of(data, "amne") if row.get("forst") is True),
            terms=fold(table_of(data, "begrepp").get("ord", "")).split(),
            outside=_stems(table_of(data, "utanfor").get("ord", "")),
        )

    def judge(self, tokens: Sequence[str], shape: Shape, *, eager: bool = False) -> Utterance:
        """Tell what a line is; ``eager`` leaves out the signs that make it a note."""
        for intent, patterns in self.patterns:
            if eager and intent is Intent.ANTECKNING:
                continue
            found = self._match(patterns, tokens)
            if found is None or (intent is Intent.ANTECKNING and shape is Shape.ASKED_AFTER):
                continue
            if intent is Intent.FRAGA_OM and (danger := self.danger(tokens)):
                return Utterance(intent=Intent.KUNSKAP, arg=danger, certainty=0.9)
            certainty = 0.95 if intent is Intent.ANTECKNING else 0.9
            arg = None if "amne" in found else next(iter(found.values()), None)
            return Utterance(intent=intent, arg=arg, certainty=certainty)
        return self._asked(tokens, shape)

    def argument(self, intent: Intent, tokens: Sequence[str]) -> str | None:
        """Return the name that the patterns of a request take for its argument, if one of them fits."""
        found = (hit for hit in self._hits(intent, tokens) if "amne" not in hit)
        return next((name for hit in found for name in hit.values()), None)

    def topic(self, intent: Intent, tokens: Sequence[str]) -> tuple[int, int] | None:
        """Return where the topic of a request stands by its patterns (first word, end), if one of them fits."""
        found = (len(tokens) - int(hit["amne"]) for hit in self._hits(intent, tokens) if "amne" in hit)
        return next(((at, len(tokens)) for at in found), None)

    def _hits(self, intent: Intent, tokens: Sequence[str]) -> Iterator[dict[str, str]]:
        for known, patterns in self.patterns:
            if known is intent:
                yield from (hit for one in patterns if (hit := one.match(tokens, self.names.slot)))

    def danger(self, tokens: Sequence[str]) -> str | None:
        """Return the topic that is answered before any question is suggested (suicide, violence)."""
        return next(
            (topic for topic, stems in self.topics if topic in self.first_topics and _best(stems, tokens)), None
        )

    def weigh_topics(self, tokens: Sequence[str]) -> dict[str, int]:
        """Return the topics whose words stand in the line, with how much of it they are."""
        return {topic: weight for topic, stems in self.topics if (weight := _best(stems, tokens))}

    def _match(self, patterns: Sequence[LinePattern], tokens: Sequence[str]) -> dict[str, str] | None:
        return next((hit for one in patterns if (hit := one.match(tokens, self.names.slot)) is not None), None)

    def _asked(self, tokens: Sequence[str], shape: Shape) -> Utterance:
        """Find the topic of a question, or the request that a line's words point to; otherwise it is a note."""
        note = Utterance(intent=Intent.ANTECKNING, certainty=0.8)
        if not tokens:
            return note
        question = shape is not Shape.STATEMENT
        weighed = self.weigh_topics(tokens) if question else {}
        topic, inside = max(weighed.items(), key=lambda pair: pair[1], default=("", 0))
        outside = _best(self.outside, tokens) if question else 0
        if question and _term(tokens, self.terms) and (not inside or _asks_meaning(tokens)):
            return Utterance(intent=Intent.KUNSKAP, arg="begrepp", certainty=0.8)
        if inside and inside >= outside:
            return Utterance(intent=Intent.KUNSKAP, arg=topic, certainty=0.8)
        signal = self.signals.best(tokens, self.names.name_in, question=question)
        if signal is not None:
            return Utterance(intent=Intent(signal[0]), certainty=0.6)
        unknown = outside or shape is Shape.QUESTION
        return Utterance(intent=Intent.UTANFOR, certainty=0.6) if unknown else note


def _stems(block: str) -> list[list[str]]:
    return [fold(entry).split("+") for entry in block.split()]


def _best(stems: Sequence[Sequence[str]], tokens: Sequence[str]) -> int:
    """Return the length of the longest entry whose stems all stand among the words; more stems count more."""
    fitting = (parts for parts in stems if all(any(same(word, part) for word in tokens) for part in parts))
    return max((sum(map(len, parts)) + 3 * len(parts) for parts in fitting), default=0)


def _term(tokens: Sequence[str], terms: Sequence[str]) -> bool:
    """Tell whether a short question asks what a term is: ``dfa?``, ``vad är sip``."""
    left = [word for word in tokens if word not in _ASKING]
    return 0 < len(left) <= _TERM_WORDS and any(same(left[-1], term) or same(left[0], term) for term in terms)


def _asks_meaning(tokens: Sequence[str]) -> bool:
    return any(same(word, "betyd*") or word in ("forkortning", "forkortas") for word in tokens) or len(tokens) == 1
