"""What an utterance does beside its kind: greets, asks leave, promises, gives advice, speaks past the person.

The phrases are data (``question_bank/lexikon/ovning.toml``) in the notation of ``yttranden.toml``. They are looked for
sentence by sentence, so that ``^`` and ``$`` mean a sentence's beginning and end; a phrase found is dropped where one
of its group's false friends (``inte``) overlaps it, or one of ``utan`` stands anywhere in the sentence. Who is spoken
to and about is read in :mod:`.acts_address`, hard words and short forms in :mod:`.acts_words`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gk_assistant.domain.utterances import Act, Clue
from gk_assistant.language.acts_address import Address, Addressing
from gk_assistant.language.acts_words import ActSentence, ActWords, silence_words, widened
from gk_assistant.language.lexicon import rows_of, text_of
from gk_assistant.language.utterances_phrases import Phrases

_REACH = 4
"""How many words may stand between what leads to another ruta and the ruta's name."""

_NEAR = 3
_LEADS = "leder"
_RECEIVED = "mottaget"
_KEPT_APART = (Act.LOFTE_BRUTET, Act.LOFTE_HALLET, Act.LOFTE)
"""Of these only the first that was heard in a sentence counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActsHeard:
    """The clues of an utterance, each act once in the order of the enum, and the ruta it named, empty for none.

    ``sentences`` are its sentences with what each does; ``received`` tells of each whether it only says that one has
    heard (*jag förstår*).
    """

    clues: tuple[Clue, ...] = ()
    ruta: str = ""
    sentences: tuple[tuple[str, frozenset[Act]], ...] = ()
    received: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    act: Act
    needs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    text: str
    acts: Mapping[Act, str]
    ruta: str
    received: bool


class ActReader:
    """Reads what utterances do; make it once with :meth:`from_data`."""

    __slots__ = ("_address", "_groups", "_phrases", "_rutor", "_silence", "_words")

    def __init__(self, data: Mapping[str, object], abbreviations: Mapping[str, object] | None = None) -> None:
        """Build from the parsed ``ovning.toml`` and ``forkortningar.toml``; groups of unknown acts are left out."""
        rows = [row for row in rows_of(data, "akt") if text_of(row, "id") in set(Act)]
        others = [(key, widened(text_of(row, "ord"))) for key in (_LEADS, _RECEIVED) for row in rows_of(data, key)]
        self._groups = [_Group(act=Act(text_of(row, "id")), needs=text_of(row, "krav")) for row in rows]
        named = [
            (f"{key}:{number}", widened(text_of(row, key)))
            for number, row in enumerate(rows)
            for key in ("ord", "inte", "utan")
        ]
        rutor = [(text_of(row, "id"), text_of(row, "ord")) for row in rows_of(data, "ruta")]
        self._phrases = Phrases([*named, *others])
        self._rutor = Phrases(rutor)
        self._words = ActWords(data, abbreviations or {}, [block for _, block in named])
        self._silence = silence_words(data)
        self._address = Addressing(data)

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, object]]) -> "ActReader":
        """Build from the parsed lexicon files by name; missing files make a reader that hears less."""
        return cls(data.get("ovning", {}), data.get("forkortningar", {}))

    def read(self, text: str, *, name: str = "", companions: Sequence[str] = ()) -> ActsHeard:
        """Return what an utterance does. Never raises.

        ``name`` is the person's first name, ``companions`` are the names of others in the room.
        """
        if self._silence.fits(text):
            return ActsHeard(clues=(Clue(act=Act.TYST, words=text.strip()),))
        address = Address.of(name, companions)
        read = [self._of_sentence(sentence, address) for sentence in self._words.sentences(text, address)]
        found: dict[Act, str] = {}
        for one in read:
            found = {**one.acts, **found}
        return ActsHeard(
            clues=tuple(Clue(act=act, words=found[act]) for act in Act if act in found),
            ruta=next((one.ruta for one in reversed(read) if one.ruta), ""),
            sentences=tuple((one.text, frozenset(one.acts)) for one in read),
            received=tuple(one.received for one in read),
        )

    def _of_sentence(self, sentence: ActSentence, address: Address) -> "_Read":
        acts = dict(self._acts(sentence, address))
        ruta, told = self._named_ruta(sentence)
        if ruta:
            acts.setdefault(Act.ANNAN_RUTA, told)
        return _Read(
            text=sentence.text,
            acts=acts,
            ruta=ruta or self._ruta_word(sentence),
            received=_RECEIVED in sentence.groups,
        )

    def _acts(self, sentence: ActSentence, address: Address) -> Iterator[tuple[Act, str]]:
        hits = self._hits(sentence, address)
        hard = self._words.hard_short_form(sentence)
        if hard and not any(group.startswith("utan:") and self._is(group, Act.SVARA_ORD) for group in sentence.groups):
            hits.setdefault(Act.SVARA_ORD, hard)
        for act in _KEPT_APART:
            if act in hits:
                hits = {kept: told for kept, told in hits.items() if kept not in _KEPT_APART or kept is act}
                break
        addressed = self._address.read(sentence, address, hits)
        yield from addressed.items()
        yield from ((act, told) for act, told in hits.items() if act not in addressed)

    def _hits(self, sentence: ActSentence, address: Address) -> dict[Act, str]:
        """Return the acts whose phrases stand in a sentence, with the words; the longest words of each."""
        found = list(self._phrases.find(sentence.tokens))
        sentence.groups.update(group for group, _, _ in found)
        stops: dict[str, list[tuple[int, int]]] = {}
        for group, start, end in found:
            kind, _, number = group.partition(":")
            if kind == "inte":
                stops.setdefault(number, []).append((start, end))
        best: dict[Act, tuple[int, int]] = {}
        for group, start, end in found:
            kind, _, number = group.partition(":")
            if kind != "ord" or f"utan:{number}" in sentence.groups:
                continue
            if any(start < stop and begin < end for begin, stop in stops.get(number, ())):
                continue
            rule = self._groups[int(number)]
            known = best.get(rule.act)
            if _allowed(rule.needs, start, sentence, address) and (known is None or end - start > known[1] - known[0]):
                best[rule.act] = (start, end)
        return {act: sentence.said(*place) for act, place in best.items()}

    def _is(self, group: str, act: Act) -> bool:
        return self._groups[int(group.partition(":")[2])].act is act

    def _named_ruta(self, sentence: ActSentence) -> tuple[str, str]:
        """Return the ruta that a sentence goes to by name, and the words."""
        leads = [(start, end) for group, start, end in self._phrases.find(sentence.tokens) if group == _LEADS]
        if not leads:
            return "", ""
        names = sorted(self._rutor.find(sentence.tokens), key=lambda hit: (hit[1], hit[1] - hit[2]))
        for begin, end in leads:
            for ruta, start, stop in names:
                if end <= start <= end + _REACH:
                    return ruta, sentence.said(begin, stop)
        return "", ""

    def _ruta_word(self, sentence: ActSentence) -> str:
        """Return the ruta named right after the word *rutan*, empty for none."""
        for ruta, start, _ in self._rutor.find(sentence.tokens):
            if "rutan" in sentence.tokens[max(0, start - _NEAR) : start]:
                return ruta
        return ""


def _allowed(needs: str, start: int, sentence: ActSentence, address: Address) -> bool:
    """Tell whether what a group needs is there for a phrase that begins at a word."""
    if needs == "sallskap":
        return bool(address.companions)
    told = sentence.asks_from is None or start < sentence.asks_from
    return not needs or (told if needs == "pastaende" else sentence.asks)
