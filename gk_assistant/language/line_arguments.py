"""What a request is about: its box, heading, paper or topic."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gk_assistant.language.intents import Intent
from gk_assistant.language.line_names import Names
from gk_assistant.language.line_rules import LineRules
from gk_assistant.language.line_topics import topic_of
from gk_assistant.language.text import fold, word_set

_SLOTS: dict[Intent, tuple[str, ...]] = {
    Intent.FLYTTA: ("ruta", "rubrik"),
    Intent.BYT_RUTA: ("titel", "ruta"),
    Intent.SKRIV_UT: ("papper",),
    Intent.SAMMANFATTA: ("titel", "ruta"),
}
_ABOUT = word_set("om kring rorande angaende gallande pa till efter in")
_EMPTY = word_set(
    "fraga fragor fragan frage foljdfraga har hade hon han hen vi jag man du nu vad hur sa sagt sade namnt namnde "
    "namndes nagot nagon nan nat ngt det den de en ett bra oppen kan ska vill visa hitta sok leta upp fram ta tog togs "
    "las hamta ge mig tack om kring till pa ingang oppningsfraga fragar foresla var ar av i och pratade pratat skrev "
    "skrivit antecknat finns igen nyss kom sags sagts just mer veta av skulle behover nagra mjuk las paminn aterge "
    "redogor for som dokumenterats dokumenterat har berattat hennes hans sin sitt sina deltagarens frammat naturligt"
)
_CLAUSE_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """Finds arguments: the patterns' own first, then any name that stands in the line."""

    names: Names
    rules: LineRules
    dotted: dict[str, str] = field(default_factory=dict)

    def of(self, intent: Intent, typed: Sequence[str], tokens: Sequence[str]) -> str | None:
        """Return the argument of a request; ``None`` when it has or needs none."""
        if intent in (Intent.FRAGA_OM, Intent.VAD_SAGTS):
            return self._topic(self.rules.topic(intent, tokens) or _rest(tokens), typed)
        if intent not in _SLOTS:
            return None
        fitting = self.rules.argument(intent, tokens)
        return fitting or next(
            (name for slot in _SLOTS[intent] if (name := self.names.name_in(slot, tokens)) is not None), None
        )

    def _topic(self, span: tuple[int, int], typed: Sequence[str]) -> str | None:
        topic = topic_of([self.dotted.get(word, word) for word in typed[span[0] : span[1]]])
        if not topic:
            return None
        last = topic.split(" ")
        last[-1] = self.dotted.get(fold(last[-1]), last[-1])
        return self.names.whole(topic) or " ".join(last)


def _rest(tokens: Sequence[str]) -> tuple[int, int]:
    """Return where the words of a topic stand that no pattern found: after *om*, else the words that say something."""
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at - 1] in _ABOUT and tokens[at] not in _EMPTY:
            return at, len(tokens)
    said = [at for at, token in enumerate(tokens) if token not in _EMPTY]
    if not said:
        return 0, 0
    end = said[0] + 1
    while end < len(tokens) and end in said and end - said[0] < _CLAUSE_WORDS:
        end += 1
    return said[0], end
