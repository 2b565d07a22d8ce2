"""The ear: the language floor, laid out over the bank's lexicon, each part made the first time it is needed."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from gk_assistant.conversation.learning import Learner
from gk_assistant.conversation.ports import QuestionSource, StoreFault
from gk_assistant.domain.notes import Sorting

if TYPE_CHECKING:
    from gk_assistant.conversation.recalling import Recaller
    from gk_assistant.language.abbreviations import Abbreviations, Expansion
    from gk_assistant.language.intents import Intent, Utterance
    from gk_assistant.language.knowledge import Answer, Knowledge
    from gk_assistant.language.language_check import CheckWords
    from gk_assistant.language.requests import Ear as RequestEar
    from gk_assistant.language.shorthand import ShortLine
    from gk_assistant.language.sorting import Sorter

# The language floor is imported inside functions: 24 of the 70 ms before the first screen, which does not need it.


class Ear:
    """What the program understands of Swedish: sorting, short lines, requests, abbreviations."""

    def __init__(
        self,
        source: QuestionSource,
        *,
        learner: Learner | None = None,
        icf_titles: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """Remember where the lexicon is, and what the user has taught; nothing is read before it is needed.

        ``icf_titles`` gives the official titles by code that the user has loaded, if any.
        """
        self._source = source
        self._learner = learner
        self._read_titles = icf_titles

    @cached_property
    def sorter(self) -> "Sorter":
        """The sorter of notes."""
        from gk_assistant.language.sorting import Sorter  # noqa: PLC0415

        return Sorter.from_data(self._source.lexicon())

    @cached_property
    def _recaller(self) -> "Recaller | None":
        if self._learner is None:
            return None
        from gk_assistant.conversation.recalling import Recaller  # noqa: PLC0415

        return Recaller(self._learner, self.sorter, self._source.bank())

    @cached_property
    def _requests(self) -> "RequestEar":
        from gk_assistant.language.requests import BoxName  # noqa: PLC0415
        from gk_assistant.language.requests import Ear as RequestEar  # noqa: PLC0415

        boxes = [BoxName(id=ruta.id, title=ruta.title, key=ruta.key) for ruta in self._source.bank().rutor]
        lexicon = self._source.lexicon()
        return RequestEar.from_data(lexicon["begaran"], boxes, lexicon.get("radvikter"))

    @cached_property
    def _abbreviations(self) -> "Abbreviations":
        return self.sorter.abbreviations

    @cached_property
    def _keys(self) -> dict[str, str]:
        rutor = self._source.bank().rutor
        return {key: ruta.id for ruta in rutor for key in (ruta.key, *ruta.also_keys)}

    def warm(self) -> None:
        """Read the word lists before the first note needs them; what is wrong with them shows when it is needed."""
        with suppress(StoreFault):
            self.sort(None, "en rad")
            self.understand("en rad")

    def sort(self, ruta: str | None, text: str) -> Sorting:
        """Say where a note belongs, and why; the user's own corrections of like notes have the last word."""
        found = self.sorter.sort(ruta, text)
        sorting = Sorting(
            heading=found.heading,
            reason=found.reason,
            certainty=found.certainty,
            second=found.second,
            mark=found.mark,
            icf=found.icf,
            about=found.about,
        )
        return self._recaller.settle(ruta, text, sorting) if self._recaller is not None else sorting

    def parse(self, raw: str) -> "ShortLine":
        """Read a short line."""
        from gk_assistant.language.shorthand import parse_line  # noqa: PLC0415

        return parse_line(raw, self._keys)

    @cached_property
    def _knowledge(self) -> "Knowledge":
        """The answers about the method; read and laid out when a question is first asked."""
        from gk_assistant.language.knowledge import Knowledge  # noqa: PLC0415

        requests = self._requests
        return Knowledge(
            self._source.knowledge(), requests.words, lambda line: requests.rules.weigh_topics(requests.words.of(line))
        )

    def understand(self, raw: str) -> "Utterance":
        """Say whether a line is a note, a request or a question, and which topic a question is about."""
        heard = self._requests.understand(raw)
        return self._knowledge.settle(raw, heard)[0] if heard.intent in _questions() else heard

    def answer(self, raw: str, heard: "Utterance") -> "Answer":
        """Answer a question about the method, or decline it by naming who would know."""
        return self._knowledge.settle(raw, heard)[1]

    def as_request(self, raw: str) -> "Utterance | None":
        """Say what a line would ask for if it were a request; ``None`` when it can't be read as one."""
        text = raw.strip(' "”')
        heard = self._requests.as_request(text)
        return self._knowledge.settle(text, heard)[0] if heard and heard.intent in _questions() else heard

    def icf_label(self, code: str) -> str:
        """Return a code with our own short label, and its official title where the user has loaded one."""
        title = self.icf_titles.get(code, "")
        return " ".join(filter(None, (code, self.icf_own_label(code), f"({title})" if title else "")))

    def icf_own_label(self, code: str) -> str:
        """Return our own short label of a code, empty when it is none of ours."""
        return self.sorter.icf.labels.get(code, "")

    @cached_property
    def icf_titles(self) -> Mapping[str, str]:
        """The official titles by code that the user has loaded; none when no list has been."""
        return self._read_titles()

    def identifiers(self, text: str) -> str:
        """Return one sentence on personal identifiers in a text, empty when there are none. Nothing is refused."""
        from gk_assistant.language.identifiers import find_identifiers  # noqa: PLC0415

        found = find_identifiers(text)
        if not found:
            return ""
        return (
            f"Obs: {', '.join(finding.value for finding in found)} ser ut som en personuppgift. Ta bort den om du kan."
        )

    def read(self, text: str, ruta: str | None = None) -> "Expansion":
        """Expand abbreviations; the original text is kept in the result."""
        return self._abbreviations.expand(text, ruta)

    def expand(self, text: str, ruta: str | None = None) -> str:
        """Return a text with its abbreviations written out; ``ruta`` settles those that may mean several things."""
        return self._abbreviations.expand(text, ruta).text

    def as_read(self, text: str, ruta: str | None = None, *, everyday: bool = False) -> str:
        """Return how a note's short forms and extent were read, as one line; empty when there is nothing to tell.

        ``everyday`` tells of small words too (``m → med``), as when a note has just been taken.
        """
        from gk_assistant.language.as_read import as_read  # noqa: PLC0415

        return " · ".join(str(row) for row in as_read(self.read(text, ruta), ruta) if everyday or not row.everyday)

    @cached_property
    def check_words(self) -> "CheckWords":
        """The words that the language check looks for."""
        from gk_assistant.language.language_check import CheckWords  # noqa: PLC0415

        return CheckWords.from_data(self._source.lexicon()["omdomen"], self._abbreviations)


def _questions() -> "tuple[Intent, ...]":
    from gk_assistant.language.intents import Intent  # noqa: PLC0415

    return Intent.KUNSKAP, Intent.UTANFOR
