"""What a line is: a note, a request to the program, a question about the method, or something outside.

Marks of a note come first (a quotation, a short line). Then the rules (:mod:`.line_rules`) and the fitted weights
(:mod:`.line_weights`) say each their own; in doubt it is a note. Patterns and names are data:
``question_bank/lexikon/begaran.toml``; the weights are ``radvikter.toml``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gk_assistant.language.intents import Intent, Utterance
from gk_assistant.language.line_arguments import Arguments
from gk_assistant.language.line_features import LineSight, line_features
from gk_assistant.language.line_names import BoxName, Names, table_of
from gk_assistant.language.line_rules import LineRules
from gk_assistant.language.line_shape import heads_of, shape_of
from gk_assistant.language.line_weights import LineWeights
from gk_assistant.language.line_words import LineWords
from gk_assistant.language.shorthand import parse_line
from gk_assistant.language.text import fold, word_set, words

__all__ = ["BoxName", "Ear", "Intent", "Utterance"]

_QUOTES = ('"', "”", "“", "»", "„")
_LEADS = word_set("hej ok okej du eh öh men mm jaha snälla vänligen")
_SURE = 0.85
_DOUBT = 0.5
"""A line that is a note with at least this likelihood stays one."""

_LONGEST = 250
"""Nobody asks for anything at such length."""

_SLOTS = ("titel", "ruta", "rubrik", "papper")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """Understands lines; make it once with :meth:`from_data`."""

    box_keys: Mapping[str, str]
    words: LineWords
    names: Names
    rules: LineRules
    arguments: Arguments
    weights: LineWeights | None = None

    @classmethod
    def from_data(
        cls, data: Mapping[str, object], boxes: Sequence[BoxName], weights: Mapping[str, object] | None = None
    ) -> "Ear":
        """Build from the parsed ``begaran.toml`` and ``radvikter.toml``, and the bank's boxes."""
        names = Names.from_data(data, boxes)
        line_words = LineWords.from_data(table_of(data, "skrivs"), table_of(data, "liktydigt"))
        rules = LineRules.from_data(data, names)
        return cls(
            box_keys={box.key.lower(): box.id for box in boxes if box.key},
            words=line_words,
            names=names,
            rules=rules,
            arguments=Arguments(names=names, rules=rules, dotted=_dotted(table_of(data, "amnesord").get("ord", ""))),
            weights=LineWeights.from_data(weights),
        )

    def understand(self, line: str) -> Utterance:
        """Tell what a line is. Never raises; in doubt it is a note."""
        if self.plain(line):
            return Utterance(intent=Intent.ANTECKNING, certainty=0.99)
        return self._judged(line, eager=False)

    def plain(self, line: str) -> bool:
        """Tell whether a line is marked as a note: a space first, a quotation, a short line, a long text."""
        if line[:1].isspace() or line[:1] in _QUOTES or len(line) > _LONGEST:
            return True
        short = parse_line(line, self.box_keys)
        return short.quote or short.voice is not None or short.box is not None or short.mark is not None

    def as_request(self, line: str) -> Utterance | None:
        """Tell what a line asks for if it is no note; ``None`` when it asks for nothing."""
        found = self._judged(line, eager=True)
        return None if found.intent is Intent.ANTECKNING else found

    def sight(self, line: str, *, eager: bool = False) -> LineSight:
        """Return a line as the weights see it."""
        return self._seen(line, eager=eager)[2]

    def _seen(self, line: str, *, eager: bool) -> tuple[list[str], Utterance, LineSight]:
        typed = _without_lead([word.lower for word in words(line)])
        tokens = [self.words.spelled(word) for word in typed]
        shape = shape_of(tokens, line)
        verdict = self.rules.judge(tokens, shape, eager=eager)
        sight = LineSight(
            tokens=tokens,
            heads=heads_of(line, len(typed)),
            shape=shape,
            verdict=verdict.intent,
            sure=verdict.certainty >= _SURE,
            slots=[slot for slot in _SLOTS if self.names.name_in(slot, tokens) is not None],
            meanings=sorted({found for word in tokens if (found := self.words.meaning(word))}),
        )
        return typed, verdict, sight

    def _judged(self, line: str, *, eager: bool) -> Utterance:
        typed, verdict, sight = self._seen(line, eager=eager)
        if self.weights is None or not sight.tokens:
            arg = verdict.arg or self.arguments.of(verdict.intent, typed, sight.tokens)
            return Utterance(intent=verdict.intent, arg=arg, certainty=verdict.certainty)
        if verdict.intent is Intent.KUNSKAP and verdict.certainty >= _SURE and verdict.arg in self.rules.first_topics:
            # Danger asked about is answered first; no weight may make a note of it.
            return verdict
        likely = self.weights.likelihoods(line_features(sight))
        intent, certainty = _choose(likely, eager=eager)
        if intent is Intent.ANGRA and verdict.intent is Intent.VAD_SAGTS:
            # A named note is shown: to undo takes back the last thing done, which is another.
            intent = verdict.intent
        if intent is Intent.FRAGA_OM and (danger := self.rules.danger(sight.tokens)):
            return Utterance(intent=Intent.KUNSKAP, arg=danger, certainty=certainty)
        arg = (
            verdict.arg if verdict.intent is intent and verdict.arg else self.arguments.of(intent, typed, sight.tokens)
        )
        return Utterance(intent=intent, arg=arg, certainty=round(certainty, 3))


def _choose(likely: Mapping[Intent, float], *, eager: bool) -> tuple[Intent, float]:
    note = likely.get(Intent.ANTECKNING, 0.0)
    if note >= _DOUBT and not eager:
        return Intent.ANTECKNING, note
    allowed = [kind for kind in likely if kind is not Intent.ANTECKNING or not eager]
    best = max(allowed, key=lambda kind: likely[kind])
    return best, likely[best]


def _dotted(block: str) -> dict[str, str]:
    return {fold(word): word for word in block.split()}


def _without_lead(typed: list[str]) -> list[str]:
    while len(typed) > 1 and typed[0] in _LEADS:
        typed = typed[1:]
    return typed
