"""What a trainee's typed utterance is taken as: its kind, the ruta and themes it concerns, and what it does beside."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gk_assistant.domain.bank import Ruta
from gk_assistant.domain.utterances import Act, Clue, Heard, Kind
from gk_assistant.language.acts import ActReader
from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.text import clean_line, words
from gk_assistant.language.topics import OTHER
from gk_assistant.language.utterances import LONGEST, Reviewed, Reviewer
from gk_assistant.language.utterances_phrases import Phrases, heard
from gk_assistant.language.utterances_shape import Opening, hear
from gk_assistant.rehearsal.asking import asks_in_words

_MOST_SENTENCES = 12
"""Sentences that are judged each for itself; of a longer speech the rest is only judged as a whole."""

_SURE = 1.0
_MANY = 3
"""So many question marks make several questions, however short each is."""

_TOLD = frozenset((Kind.INFORMATION, Kind.REFLEKTION, Kind.BEKRAFTELSE, Kind.SAMMANFATTNING))
_ASKED = frozenset((Kind.SLUTEN, Kind.FLERFRAGA))
_FRONTED = frozenset(("nu", "da", "sa"))
"""Words that put the verb before its subject without asking: *då förstår jag bättre*."""

_SPOKEN = tuple(
    (re.compile(spoken, re.IGNORECASE), written)
    for spoken, written in (
        (r"\bva (?=va\b|e\b|är\b|var\b|\w+(?:r|de|te)\b)", "vad "),
        (r"\bva\b", "var"),
        (r"^vart (?=(?:du|ni|han|hon|det)\b)", "blev "),
    )
)
"""Spoken short forms as they are typed in haste, in the order they are read, and what they stand for."""

_INVITES = re.compile(r"(?:^|[.!?,;] )(?:så )?(?:berätta|beskriv|förklara)\b", re.IGNORECASE)

_NO_OPENINGS: frozenset[str] = frozenset()


class TraineeEar:
    """Hears what a trainee says; make it once with :meth:`from_data`."""

    __slots__ = ("_about", "_acts", "_members", "_reviewer", "_themes")

    def __init__(
        self, reviewer: Reviewer, acts: ActReader, about: Phrases, themes: Phrases, rutor: Iterable[Ruta] = ()
    ) -> None:
        """Hear by a reviewer of kinds, a reader of acts, and phrases that tell the ruta or the theme of a question.

        Only ``rutor`` that are shown count, none: any.
        """
        self._about, self._themes = about, themes
        self._reviewer = reviewer
        self._acts = acts
        self._members = frozenset(member for ruta in rutor for member in (ruta.id, *ruta.members))

    @classmethod
    def from_data(cls, lexicon: Mapping[str, Mapping[str, object]], rutor: Iterable[Ruta] = ()) -> "TraineeEar":
        """Build from the parsed lexicon files by name and the bank's rutor."""
        rows = rows_of(lexicon.get("ovning", {}), "galler")
        about = Phrases((text_of(row, "id"), text_of(row, "ord").replace("_", " ")) for row in rows)
        rows = rows_of(lexicon.get("ovning", {}), "amne")
        themes = Phrases((text_of(row, "tema"), text_of(row, "ord").replace("_", " ")) for row in rows)
        return cls(Reviewer.from_data(lexicon), ActReader.from_data(lexicon), about, themes, rutor)

    def hear(self, text: str, *, name: str = "", companions: Sequence[str] = ()) -> Heard:
        """Return what an utterance is taken as. Never raises; what comes after 2,000 characters is not read.

        ``name`` is the person's first name, ``companions`` the names of others in the room. A ruta that is named
        outright is certain.
        """
        said = clean_line(text).text
        read = _spelled_out(said[:LONGEST])
        acts = self._acts.read(read, name=name, companions=companions)
        sentences = acts.sentences[:_MOST_SENTENCES]
        tells = Kind.INFORMATION if _only_tells(read, acts.clues) else None
        judged = [self._reviewer.review(part, surely=tells).kind for part, _ in sentences]
        asked = sum(_questions(part, kind) for (part, _), kind in zip(sentences, judged, strict=True))
        many = Kind.FLERFRAGA if asked >= _MANY and read.count("?") >= _MANY else None
        whole = self._reviewer.review(read, surely=tells or many)
        plain = [received or _courtesy(does) for (_, does), received in zip(acts.sentences, acts.received, strict=True)]
        ruta, certainty = self._ruta(whole, acts.ruta or self._asked_of(read))
        found = Heard(
            text=said,
            kind=whole.kind,
            likely=whole.likely,
            second=whole.second,
            certainty=whole.certainty,
            kinds=_kinds(judged, plain, acts.sentences),
            ruta=ruta,
            ruta_certainty=certainty,
            themes=tuple(dict.fromkeys(self._themes_asked(read))) or self._reviewer.themes(read),
            clues=acts.clues,
            feedback=whole.feedback,
            better=self._reviewer.review(sentences[0][0]).better if many else whole.better,
            words=len(words(said)),
            questions=asked,
        )
        told = all(plain) or found.kind in _ASKED
        return self._unjudged(found) if told and found.questions == 0 else found

    def _asked_of(self, text: str) -> str:
        """Return the ruta that the longest phrase tells of, empty for none."""
        found = list(self._about.find([heard(word.text) for word in words(text)]))
        return max(found, key=lambda one: one[2] - one[1])[0] if found else ""

    def _themes_asked(self, text: str) -> Iterator[str]:
        """Yield the themes that common ways of asking tell of, beside the words of the lexicon."""
        yield from (found[0] for found in self._themes.find([heard(word.text) for word in words(text)]))

    def _unjudged(self, found: Heard) -> Heard:
        """Return what was heard without a kind: a silence, a greeting, *jag förstår*, *nu går vi vidare*."""
        feedback = self._reviewer.about_nothing if found.words else found.feedback
        return replace(
            found, kind=None, likely=None, second=None, certainty=0.0, kinds=(), feedback=feedback, better=""
        )

    def _ruta(self, whole: Reviewed, named: str) -> tuple[str, float]:
        if named and (not self._members or named in self._members):
            return named, _SURE
        if whole.ruta == OTHER or (self._members and whole.ruta not in self._members):
            return "", 0.0
        return whole.ruta, whole.ruta_certainty


def _spelled_out(text: str) -> str:
    """Return a text with the commonest short spoken forms written out: *hur va det*, *va e*, *vart du sjuk*."""
    for pattern, written in _SPOKEN:
        text = pattern.sub(written, text)
    return text


def _only_tells(text: str, clues: Iterable[Clue]) -> bool:
    """Tell whether an utterance does no more than explain the purpose, or promise: *vi ses för att du ska berätta*."""
    invites = "?" in text or asks_in_words(text) or _INVITES.search(text) is not None
    does = {clue.act for clue in clues}
    return not invites and bool(does & {Act.SYFTE, Act.LOFTE, Act.LOFTE_BRUTET}) and Act.STAMMER_DET not in does


def _courtesy(does: frozenset[Act]) -> bool:
    """Tell whether a sentence does nothing but greet or take leave."""
    return bool(does & {Act.HALSNING, Act.HEJDA}) and does <= {Act.HALSNING, Act.HEJDA, Act.NAMN, Act.TACK}


def _kinds(
    judged: Sequence[Kind | None], plain: Sequence[bool], sentences: Sequence[tuple[str, frozenset[Act]]]
) -> tuple[Kind, ...]:
    """Return the kinds of the sentences that are sure; a greeting or a lone *stämmer det?* has none."""
    return tuple(
        kind
        for kind, small, (part, does) in zip(judged, plain, sentences, strict=False)
        if kind is not None
        and not small
        and not (len(sentences) > 1 and does == {Act.STAMMER_DET})
        and not (kind in _ASKED and not _questions(part, kind))
    )


def _questions(sentence: str, kind: Kind | None) -> int:
    """Return how many questions a sentence holds, by its build; a sentence that surely tells asks none."""
    shape = hear(sentence, _NO_OPENINGS)
    if shape.asked:
        return max(len(shape.parts), 1)
    fronted = shape.tokens[0] in _FRONTED and shape.opening is Opening.VERB if shape.tokens else True
    if shape.condition or fronted or kind in _TOLD:
        return 0
    return len(shape.parts)
