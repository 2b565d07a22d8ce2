"""The signs that tell what kind an utterance is: its build, the groups of ``yttranden.toml``, and its small words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.text import word_set
from gk_assistant.language.utterances_phrases import Phrases
from gk_assistant.language.utterances_shape import Heard, Opening, hear, is_verb

_MOST = 4
_MEASURES = word_set(
    "lange ofta manga mycket gammal gamla langt lang stor stort tidigt sent dags nara hog hogt ont snart lite"
)
_SIZES = (4, 7, 10, 14, 19)
_VERB_SIZES = (0, 1, 2, 3, 4)
_EARLY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What was heard: the build, the groups of phrases with their places, and the names of all signs."""

    heard: Heard
    cues: Mapping[str, tuple[int, int]]
    names: tuple[str, ...]


class SignReader:
    """Reads the signs of utterances."""

    __slots__ = ("_openings", "_phrases", "_small")

    def __init__(self, data: Mapping[str, object]) -> None:
        """Build from the parsed ``yttranden.toml``."""
        form = data.get("form")
        form = form if isinstance(form, Mapping) else {}
        self._openings = frozenset(Phrases.spelled(text_of(form, "inledning")))
        self._small = frozenset(Phrases.spelled(text_of(form, "smaord")))
        self._phrases = Phrases((text_of(row, "id"), text_of(row, "ord")) for row in rows_of(data, "tecken"))

    def is_small(self, signs: "Signs") -> bool:
        """Tell whether an utterance is nothing but a greeting or a short answer."""
        return not signs.heard.asked and all(token in self._small for token in signs.heard.tokens)

    def read(self, text: str) -> Signs:
        """Return the signs of one utterance."""
        heard = hear(text, self._openings)
        cues: dict[str, tuple[int, int]] = {}
        for group, start, end in self._phrases.find(heard.tokens):
            known = cues.get(group)
            if known is None or end - start > known[1] - known[0]:
                cues[group] = (start, end)
        names = ("alltid", *(f"t:{cue}" for cue in cues), *_built(heard), *_joined(heard, cues), *_worded(heard))
        return Signs(heard=heard, cues=cues, names=names)


def _built(heard: Heard) -> Iterator[str]:
    """Yield the signs of the build."""
    yield f"ö:{heard.opening}"
    yield f"f:{min(len(heard.parts), _MOST)}"
    if heard.parts:
        yield f"1:{_first_question(heard)}"
        yield from (f"2:{part.word}" for part in heard.parts[1:2])
    if heard.choices:
        yield "eller-val"
    if heard.condition:
        yield "villkor"
    if heard.opening is Opening.VERB and len(heard.tokens) > 1:
        yield f"v:{heard.tokens[1]}"
        if "inte" in heard.tokens[1:_EARLY]:
            yield "v-inte"
    if heard.asked:
        yield "frågetecken"
    if heard.ended:
        yield "punkt"
    if heard.breaks:
        yield f"k:{min(len(heard.breaks), _MOST)}"
    yield f"l:{sum(len(heard.tokens) > size for size in _SIZES)}"
    yield f"n:{sum(heard.verbs > size for size in _VERB_SIZES)}"
    yield f"du:{min(heard.tokens.count('du'), _MOST)}"
    yield f"och:{min(heard.tokens.count('och'), _MOST - 1)}"


def _first_question(heard: Heard) -> str:
    """Return the first question word; *hur* apart when a measure or a judging word follows it."""
    part = heard.parts[0]
    after = heard.tokens[part.start + 1 : part.start + 2]
    if part.word != "hur" or not after or is_verb(after[0]):
        return part.word
    return "hur-mått" if after[0] in _MEASURES else "hur-omdöme"


def _joined(heard: Heard, cues: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    """Yield signs that only tell together."""
    statement = heard.opening in (Opening.STATEMENT, Opening.CALL)
    if "val" in cues and "val_gott" not in cues:
        yield "väl-fråga"
    if statement:
        yield f"p-l:{sum(len(heard.tokens) > size for size in _SIZES)}"
        yield f"p-n:{sum(heard.verbs > size for size in _VERB_SIZES)}"
        yield from (f"p:{cue}" for cue in ("berom", "bra_att", "samla", "rad", "ratt_till", "finns") if cue in cues)
    if len(heard.parts) == 1:
        yield from (f"1f:{cue}" for cue in ("vad_hur", "matt", "beratta", "inte_fraga", "ju", "eller") if cue in cues)
        if heard.choices:
            yield "1f-val"


def _worded(heard: Heard) -> Iterator[str]:
    """Yield single words and neighbours, the first and the last."""
    tokens = heard.tokens
    if not tokens:
        return
    yield f"^{tokens[0]}"
    yield f"^{'_'.join(tokens[:2])}"
    yield f"${tokens[-1]}"
    yield from {f"w:{token}" for token in tokens}
    yield from {f"b:{one}_{two}" for one, two in pairwise(tokens)}
