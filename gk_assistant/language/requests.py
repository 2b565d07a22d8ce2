"""What a line is: a note, a request to the program, a question about the method, or something outside.

The order is that of the guide (guide-requests.md): signs of a note first, then requests by pattern, then questions by
topic; in doubt it is a note. Patterns and topics are data: ``question_bank/lexikon/begaran.toml``. Only a line shaped
as a question (question word, verb first, or a question mark) can be *kunskap* or *utanfor*.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.line_patterns import LinePattern, same
from gk_assistant.language.line_shape import Shape, shape_of, topic_of
from gk_assistant.language.line_signals import Signals
from gk_assistant.language.shorthand import parse_line
from gk_assistant.language.text import fold, word_set, words

_QUOTES = ('"', "”", "“", "»", "„")
_LEADS = word_set("hej ok okej du eh öh men mm jaha snälla")
_FILLERS = word_set("tack snalla nu idag da ju val lite och ok okej")
_ASKING = word_set(
    "vad ar betyder betyda star for det den ordet begreppet forkortningen ens nu egentligen en ett innebar menas "
    "med var"
)
_TERM_WORDS = 2


class Intent(StrEnum):
    """What is to be done with a line."""

    ANTECKNING = "anteckning"
    NASTA_FRAGA = "nasta_fraga"
    ANNAN_FRAGA = "annan_fraga"
    FRAGA_OM = "fraga_om"
    VAD_SAKNAS = "vad_saknas"
    VAD_SAGTS = "vad_sagts"
    SAMMANFATTA = "sammanfatta"
    TID_KVAR = "tid_kvar"
    PAUS = "paus"
    ANGRA = "angra"
    FLYTTA = "flytta"
    BYT_RUTA = "byt_ruta"
    DELTAGARVY = "deltagarvy"
    VARFOR = "varfor"
    SKRIV_UT = "skriv_ut"
    BOKA = "boka"
    HJALP = "hjalp"
    AVSLUTA = "avsluta"
    KUNSKAP = "kunskap"
    UTANFOR = "utanfor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What a line is taken for. ``arg``: a box id, heading, paper or topic (kunskap: the topic's name), if any."""

    intent: Intent
    arg: str | None = None
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxName:
    """A box as it may be named in a line."""

    id: str
    title: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """Understands lines; make it once with :meth:`from_data`."""

    box_keys: Mapping[str, str]
    spellings: Mapping[str, str]
    names: Mapping[str, Sequence[tuple[str, Sequence[str]]]]
    patterns: Sequence[tuple[Intent, Sequence[LinePattern]]]
    topics: Sequence[tuple[str, Sequence[Sequence[str]]]]
    signals: Signals
    first_topics: frozenset[str] = frozenset()
    terms: Sequence[str] = field(default=())
    outside: Sequence[Sequence[str]] = field(default=())

    @classmethod
    def from_data(cls, data: Mapping[str, object], boxes: Sequence[BoxName]) -> "Ear":
        """Build from the parsed ``begaran.toml`` and the bank's boxes."""
        titles = _box_names(boxes, _table(data, "rutnamn"))
        wider = [(box, tuple(fold(more).split())) for box, more in _table(data, "rutsynonym").items()]
        return cls(
            box_keys={box.key.lower(): box.id for box in boxes if box.key},
            spellings={fold(short): fold(long) for short, long in _table(data, "skrivs").items()},
            names={
                "titel": titles,
                "ruta": [*titles, *wider],
                "rubrik": [(name, fold(forms).split()) for name, forms in _table(data, "rubriker").items()],
                "papper": [(name, fold(forms).split()) for name, forms in _table(data, "dokument").items()],
            },
            patterns=[
                (
                    Intent(text_of(row, "namn")),
                    [LinePattern.parse(line) for line in text_of(row, "monster").split("\n") if line],
                )
                for row in rows_of(data, "avsikt")
            ],
            topics=[(text_of(row, "namn"), _stems(text_of(row, "ord"))) for row in rows_of(data, "amne")],
            signals=Signals.from_data(_table(data, "tecken"), _table(data, "uppmaning").get("ord", "")),
            first_topics=frozenset(text_of(row, "namn") for row in rows_of(data, "amne") if row.get("forst") is True),
            terms=fold(_table(data, "begrepp").get("ord", "")).split(),
            outside=_stems(_table(data, "utanfor").get("ord", "")),
        )

    def understand(self, line: str) -> Utterance:
        """Tell what a line is. Never raises; in doubt it is a note."""
        if line[:1].isspace() or line[:1] in _QUOTES or _is_short_line(line, self.box_keys):
            return Utterance(intent=Intent.ANTECKNING, certainty=0.99)
        typed = _without_lead([word.lower for word in words(line)])
        tokens = [self.spellings.get(fold(word), fold(word)) for word in typed]
        shape = shape_of(tokens, line)
        for intent, patterns in self.patterns:
            found = next((hit for pattern in patterns if (hit := pattern.match(tokens, self._slot)) is not None), None)
            if found is None or (intent is Intent.ANTECKNING and shape is Shape.ASKED_AFTER):
                continue
            if intent is Intent.FRAGA_OM and (danger := self._danger(tokens)):
                return Utterance(intent=Intent.KUNSKAP, arg=danger, certainty=0.9)
            certainty = 0.95 if intent is Intent.ANTECKNING else 0.9
            return Utterance(intent=intent, arg=self._argument(found, typed), certainty=certainty)
        return self._asked(tokens, shape)

    def _slot(self, slot: str, rest: Sequence[str]) -> list[tuple[int, str]]:
        if slot == "amne":
            return [(len(rest), str(len(rest)))] if any(word not in _FILLERS for word in rest) else []
        found = [(taken, name) for name, forms in self.names.get(slot, ()) if (taken := _named(rest, forms))]
        return sorted(found, reverse=True)

    def _argument(self, found: Mapping[str, str], typed: Sequence[str]) -> str | None:
        if "amne" not in found:
            return next(iter(found.values()), None)
        topic = topic_of(typed[len(typed) - int(found["amne"]) :])
        named = [name for taken, name in self._slot("titel", fold(topic).split()) if taken == len(topic.split())]
        return named[0] if named else topic or None

    def _danger(self, tokens: Sequence[str]) -> str | None:
        """Return the topic that is answered before any question is suggested (suicide, violence)."""
        return next(
            (topic for topic, stems in self.topics if topic in self.first_topics and _best(stems, tokens)), None
        )

    def _asked(self, tokens: Sequence[str], shape: Shape) -> Utterance:
        """Find the topic of a question, or the request that a line's words point to; otherwise it is a note."""
        note = Utterance(intent=Intent.ANTECKNING, certainty=0.8)
        if not tokens:
            return note
        question = shape is not Shape.STATEMENT
        weighed = ((_best(stems, tokens), topic) for topic, stems in self.topics if question)
        inside = max(weighed, key=lambda pair: pair[0], default=(0, ""))
        outside = _best(self.outside, tokens) if question else 0
        if question and _term(tokens, self.terms) and (not inside[0] or _asks_meaning(tokens)):
            return Utterance(intent=Intent.KUNSKAP, arg="begrepp", certainty=0.8)
        if inside[0] and inside[0] >= outside:
            return Utterance(intent=Intent.KUNSKAP, arg=inside[1], certainty=0.8)
        signal = self.signals.best(tokens, self._name_in, question=question)
        heard = self._signalled(Intent(signal[0]), tokens) if signal is not None else None
        if heard is not None:
            return heard
        unknown = outside or shape is Shape.QUESTION
        return Utterance(intent=Intent.UTANFOR, certainty=0.6) if unknown else note

    def _signalled(self, intent: Intent, tokens: Sequence[str]) -> Utterance | None:
        """Return a request that only its words point to, with its argument; ``None`` when it lacks one it needs."""
        slots = {
            Intent.FLYTTA: ("ruta", "rubrik"),
            Intent.BYT_RUTA: ("titel",),
            Intent.SKRIV_UT: ("papper",),
            Intent.SAMMANFATTA: ("titel",),
        }.get(intent, ())
        arg = next((name for slot in slots if (name := self._name_in(slot, tokens)) is not None), None)
        if slots and arg is None and intent is not Intent.SAMMANFATTA:
            return None
        return Utterance(intent=intent, arg=arg, certainty=0.6)

    def _name_in(self, slot: str, tokens: Sequence[str]) -> str | None:
        """Return the first thing of a kind that is named anywhere in a line."""
        for at in range(len(tokens)):
            found = self._slot(slot, tokens[at:])
            if found:
                return found[0][1]
        return None


def _is_short_line(line: str, box_keys: Mapping[str, str]) -> bool:
    short = parse_line(line, box_keys)
    return short.quote or short.voice is not None or short.box is not None or short.mark is not None


def _without_lead(typed: list[str]) -> list[str]:
    while len(typed) > 1 and typed[0] in _LEADS:
        typed = typed[1:]
    return typed


def _named(rest: Sequence[str], forms: Sequence[str]) -> int:
    """Return how many words name this (0: none); a form with ``+`` is several words."""
    for form in forms:
        parts = form.split("+")
        if len(rest) >= len(parts) and all(same(word, part) for word, part in zip(rest, parts, strict=False)):
            return len(parts)
    if len(rest) > 1 and rest[0] in ("det", "den", "de") and (taken := _named(rest[1:], forms)):
        return taken + 1
    return 0


def _box_names(boxes: Sequence[BoxName], more: Mapping[str, str]) -> list[tuple[str, Sequence[str]]]:
    """Return each box with the forms of its name, whole titles first."""
    names: list[tuple[str, Sequence[str]]] = []
    for box in boxes:
        title = "+".join(word.lower for word in words(fold(box.title)))
        forms = [title, *fold(more.get(box.id, "")).split()]
        first, _, rest = title.partition("+")
        if rest and box.id not in more:
            forms.append(first)
        names.append((box.id, [form for form in forms if form]))
    return names


def _table(data: Mapping[str, object], key: str) -> dict[str, str]:
    part = data.get(key)
    return {str(name): str(value) for name, value in part.items()} if isinstance(part, Mapping) else {}


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
