"""A clause of an utterance as words that can be cut and said again: how the rewording looks at what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from gk_assistant.language.text import word_set
from gk_assistant.language.utterances_phrases import heard
from gk_assistant.language.utterances_shape import Heard, is_verb
from gk_assistant.language.utterances_verbs import may_be_infinitive

_PARTICLES = word_set(
    "väl ju nog bara ändå egentligen faktiskt säkert visst förstås antagligen verkligen kanske alltså"
)
_LAST = tuple(
    tuple(tag.split("_"))
    for tag in sorted(
        word_set(
            "eller_hur eller_vad inte_sant i_alla_fall trots_allt så_där visst_gör_du tycker_du_inte visst_är_det_så "
            "har_jag_rätt i_stället eller då nu va ändå väl också visst och men så för"
        )
    )
)
_ENDS = word_set("än eftersom innan fast när medan trots")
_ASKING = ("hur", "vad", "när", "var", "vem", "vilka", "varför")
_PRONOUNS = word_set("det du jag vi ni han hon de den man")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words as typed and in lower case, without particles that lead (``väl``, ``ju``) and tags."""

    words: tuple[str, ...]
    lower: tuple[str, ...]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Clause":
        """Make a clause of words; particles and tags go."""
        kept = [word for word in words if word.lower() not in _PARTICLES]
        cut = True
        while cut:
            cut = False
            for tag in _LAST:
                if len(kept) > len(tag) and tuple(word.lower() for word in kept[-len(tag) :]) == tag:
                    kept, cut = kept[: -len(tag)], True
        kept = [kept[0].lower(), *kept[1:]] if kept else kept
        return cls(words=tuple(kept), lower=tuple(word.lower() for word in kept))

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def has(self, at: int, *choices: str) -> bool:
        """Tell whether the word at a place is one of these."""
        return at < len(self.lower) and self.lower[at] in choices

    def acts_at(self, at: int) -> bool:
        """Tell whether an infinitive may stand at a place."""
        return at < len(self.lower) and may_be_infinitive(self.lower[at])

    def rest(self, start: int, end: int | None = None) -> str:
        """Return the words from a place on, as they were typed."""
        return " ".join(self.words[start:end])

    def doing(self) -> str:
        """Return the first infinitive after ``att`` with what belongs to it; empty when there is none."""
        for at in range(len(self.lower) - 1):
            if self.lower[at] == "att" and self.acts_at(at + 1) and not self.has(at - 1, "för", "på"):
                return self.deed(at + 1)
        return ""

    def deed(self, at: int) -> str:
        """Return an infinitive and what belongs to it, up to where another clause begins."""
        stop = at + 1
        while stop < len(self.lower) and not self._ends_at(stop):
            stop += 1
        return self.rest(at, stop).removesuffix(" för dig")

    def _ends_at(self, at: int) -> bool:
        word, following = self.lower[at], self.lower[at + 1] if at + 1 < len(self.lower) else ""
        return (
            word in _ENDS
            or (word == "för" and following == "att")
            or (word in _PRONOUNS and is_verb(heard(following)))
            or (word == "så" and (following == "så" or is_verb(heard(following))))
            or (word in ("och", "eller") and following in _ASKING)
            or (word in ("och", "eller") and is_verb(heard(following)) and not may_be_infinitive(following))
        )


def whole(line: Heard) -> Clause:
    """Return the whole utterance as a clause."""
    return Clause.of([word.text for word in line.typed])


def questions(line: Heard) -> list[Clause]:
    """Return each question of an utterance as a clause of its own."""
    starts = [part.start for part in line.parts]
    ends = [*starts, len(line.typed)][1:]
    return [
        Clause.of([word.text for word in line.typed[start:end]])
        for start, end in zip(starts, ends, strict=True)
        if end > start
    ]
