"""One short, kind Swedish sentence on an utterance: what it does and by which words; the sentences are data."""

from collections.abc import Mapping

from gk_assistant.language.lexicon import text_of
from gk_assistant.language.utterances_features import Signs
from gk_assistant.language.utterances_shape import Opening

_REASONS = {
    "oppen": ("beratta", "vad_hur"),
    "ledande": ("rad", "medhall", "val", "varfor_inte", "vardering", "inte_fraga", "antagande", "visst", "varfor"),
    "sluten": ("matt", "lov", "eller"),
    "bekraftelse": ("berom",),
    "sammanfattning": ("provfraga",),
}
_NUMBERS = {2: "Två", 3: "Tre", 4: "Fyra", 5: "Fem", 6: "Sex"}
_LONGEST = 5


class Feedback:
    """Says what an utterance does."""

    __slots__ = ("_names", "_sentences", "danger", "nothing", "small")

    def __init__(self, data: Mapping[str, object]) -> None:
        """Build from the parsed ``yttranden.toml``."""
        sentences, names = data.get("aterkoppling"), data.get("sorter")
        self._sentences: Mapping[str, object] = sentences if isinstance(sentences, Mapping) else {}
        self._names: Mapping[str, object] = names if isinstance(names, Mapping) else {}
        self.danger = text_of(self._sentences, "fara")
        self.small = text_of(self._sentences, "smaord")
        self.nothing = text_of(self._sentences, "tom")

    def of(self, kind: str, signs: Signs) -> str:
        """Return the sentence of a kind, with the words that told."""
        cues = {cue: place for cue, place in signs.cues.items() if cue != "val" or "val_gott" not in signs.cues}
        for reason in _REASONS.get(kind, ()):
            sentence = text_of(self._sentences, f"{kind}.{reason}")
            if reason in cues and sentence:
                return sentence.replace("{ord}", _quoted(signs, *cues[reason]))
        if kind == "sluten" and signs.heard.opening is Opening.VERB:
            return text_of(self._sentences, "sluten.verb")
        count = max(len(signs.heard.parts), 2)
        return text_of(self._sentences, kind).replace("{antal}", _NUMBERS.get(count, "Många"))

    def unsure(self, first: str, second: str) -> str:
        """Return the sentence for an utterance that may be either of two kinds."""
        sentence = text_of(self._sentences, "osaker")
        for place, kind in (("{forsta}", first), ("{andra}", second)):
            sentence = sentence.replace(place, text_of(self._names, kind).lower())
        return sentence


def _quoted(signs: Signs, start: int, end: int) -> str:
    """Return the words that told, as they were typed; a long phrase is cut."""
    words = [word.text for word in signs.heard.typed[start : min(end, start + _LONGEST)]]
    text = " ".join(words)
    return f"{text[:1].upper()}{text[1:]}" if start == 0 else text
