"""Who an utterance is spoken to and about: the person, or somebody else in the room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gk_assistant.domain.utterances import Act
from gk_assistant.language.lexicon import text_of
from gk_assistant.language.text import words
from gk_assistant.language.utterances_phrases import Phrases, heard

if TYPE_CHECKING:
    from gk_assistant.language.acts_words import ActSentence

PERSON: Final = "{namn}"
"""The token that the person's first name becomes."""

COMPANION: Final = "{med}"
"""The token that the name of somebody else in the room becomes."""

_YOU = ("du", "dig", "din", "ditt", "dina")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The names in the room as they are compared."""

    person: frozenset[str]
    companions: frozenset[str]

    @classmethod
    def of(cls, name: str, companions: Sequence[str]) -> "Address":
        """Make it of a first name and the names of the others; an empty name is nobody's."""
        person = [heard(word.text) for word in words(name)[:1]]
        others = [heard(word.text) for other in companions for word in words(other)[:1]]
        return cls(person=frozenset(person), companions=frozenset(others) - frozenset(person))


class Addressing:
    """Tells an address (*Henrik, hur tänker du?*) from a mention (*hur mår Henrik?*)."""

    __slots__ = ("_about",)

    def __init__(self, data: Mapping[str, object]) -> None:
        """Build from the parsed ``ovning.toml``."""
        form = data.get("form")
        self._about = frozenset(Phrases.spelled(text_of(form, "talas_om") if isinstance(form, Mapping) else ""))

    def read(self, sentence: "ActSentence", address: Address, hits: Mapping[Act, str]) -> dict[Act, str]:
        """Return the acts that names tell of: the person addressed, or talked past."""
        found: dict[Act, str] = {}
        person = self._places(sentence, address.person)
        others = self._places(sentence, address.companions)
        spoken_to = [word for word, called in person if called]
        if spoken_to:
            found[Act.NAMN] = spoken_to[0]
        if not address.companions:
            return found
        kind = Act.HALSNING in hits or Act.TACK in hits or Act.TILL_PERSONEN in hits
        you = any(token in _YOU for token in sentence.tokens)
        if spoken_to and sentence.asks and you and not others:
            found[Act.TILL_PERSONEN] = spoken_to[0]
        past = [word for word, called in others if called] if sentence.asks else []
        past += [word for word, called in person if not called] if sentence.asks and not spoken_to else []
        if past and not kind:
            found[Act.FORBI_PERSONEN] = past[0]
        return found

    def _places(self, sentence: "ActSentence", names: frozenset[str]) -> list[tuple[str, bool]]:
        """Return each place a name stands at: the word as typed, and whether it is an address."""
        found = []
        for at, word in enumerate(sentence.whole):
            if heard(word.text) in names:
                found.append((word.text, self._called(sentence, at)))
        return found

    def _called(self, sentence: "ActSentence", at: int) -> bool:
        text, all_words = sentence.text, sentence.whole
        word = all_words[at]
        marked_before = at > 0 and bool(text[all_words[at - 1].end : word.start].strip())
        after = text[word.end : all_words[at + 1].start] if at + 1 < len(all_words) else ""
        if marked_before or after.strip(" \"'”’"):
            return True
        if at > 0:
            return heard(all_words[at - 1].text) not in self._about
        following = heard(all_words[1].text) if len(all_words) > 1 else ""
        return following not in self._about or following in ("hur", "nar", "hor")
