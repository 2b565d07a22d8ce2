"""What each turn of a talk surely did, surely did not do, or may have done: the ground that the mirror is reckoned on.

Counted a turn at a time, one of each kind at most, as MITI 4.2.1 counts what is said until the other speaks (M).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.openness import Rule
from gk_assistant.domain.personas import Layer, Persona
from gk_assistant.domain.rehearsals import Part, Rehearsal, Speaker, Turn
from gk_assistant.domain.utterances import QUESTIONS, Act, Kind

REFLECTIONS = frozenset((Kind.REFLEKTION, Kind.SAMMANFATTNING))
"""What gives back what was said: a summing up is a reflection too (MITI 4.2.1)."""
CERTAIN_RUTA = 0.5
"""From this share on a ruta is taken for sure; below, a turn may concern it."""
NEAR = 2
"""Leave holds for so many turns (L)."""

_BRACKETS = re.compile(r"\([^()]*\)")


class Sure(Enum):
    """Whether something is so."""

    JA = "ja"
    NEJ = "nej"
    KANSKE = "kanske"


def asks(turn: Turn) -> Sure:
    """Tell whether a turn asks anything; to ask leave, or whether one has understood, is no question (MITI 4.2.1)."""
    heard = turn.heard
    if heard.does(Act.LOV, Act.STAMMER_DET) and not heard.has(*(QUESTIONS - {Kind.SLUTEN})):
        return Sure.NEJ
    if heard.kind is not None or heard.kinds:
        return Sure.JA if heard.asks else Sure.NEJ
    if heard.questions and not _may_be(turn, REFLECTIONS):
        return Sure.JA
    return Sure.KANSKE if heard.questions or _may_be(turn, QUESTIONS) else Sure.NEJ


def reflects(turn: Turn) -> Sure:
    """Tell whether a turn gives back what was said; where nothing has been said yet there is nothing to give back."""
    if turn.number == 1 and turn.said:
        return Sure.NEJ
    if turn.heard.kind is not Kind.REFLEKTION and turn.heard.does(Act.LOV, Act.EGET_VAL):
        return sums_up(turn)  # "du bestämmer själv" is easily taken for something said back
    mirrored, summed = _of(turn, {Kind.REFLEKTION}), sums_up(turn)
    return summed if mirrored is Sure.NEJ or summed is Sure.JA else mirrored


def is_open(turn: Turn) -> Sure:
    """Tell whether all that a turn asks is open."""
    asked = {kind for kind in (*turn.heard.kinds, turn.heard.kind) if kind in QUESTIONS}
    if asks(turn) is Sure.NEJ:
        return Sure.NEJ
    if asked:
        return Sure.JA if asked == {Kind.OPPEN} else Sure.NEJ
    return Sure.KANSKE if _may_be(turn, {Kind.OPPEN}) else Sure.NEJ


def asks_many(turn: Turn) -> Sure:
    """Tell whether a turn asks several things at once."""
    return Sure.JA if turn.heard.questions > 1 else _of(turn, {Kind.FLERFRAGA})


def sums_up(turn: Turn) -> Sure:
    """Tell whether a turn sums up; with an advice, a purpose or a farewell in it that is not so sure."""
    found = _of(turn, {Kind.SAMMANFATTNING})
    else_too = turn.heard.does(Act.RAD, Act.SYFTE, Act.LOFTE, Act.HEJDA) and not turn.heard.does(Act.STAMMER_DET)
    return Sure.KANSKE if found is Sure.JA and else_too else found


def is_unsure(turn: Turn) -> bool:
    """Tell whether a turn was of a kind that could not be told; silence and small words are of none."""
    return turn.heard.kind is None and turn.heard.likely is not None


def _of(turn: Turn, kinds: Iterable[Kind]) -> Sure:
    if turn.heard.has(*kinds):
        return Sure.JA
    return Sure.KANSKE if is_unsure(turn) and not turn.heard.kinds and _may_be(turn, kinds) else Sure.NEJ


def _may_be(turn: Turn, kinds: Iterable[Kind]) -> bool:
    wanted = frozenset(kinds)
    return turn.heard.likely in wanted or turn.heard.second in wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many turns surely are so, and how many more may be."""

    sure: int
    maybe: int

    @property
    def most(self) -> int:
        """The most there can be."""
        return self.sure + self.maybe


def counted(turns: Iterable[Turn], what: Callable[[Turn], Sure]) -> Counted:
    """Count the turns that are something."""
    found = [what(turn) for turn in turns]
    return Counted(sure=found.count(Sure.JA), maybe=found.count(Sure.KANSKE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The first time that something sensitive was asked about: where, what it is, whether leave had been asked."""

    turn: Turn
    ruta: str
    with_leave: bool


class Talk:
    """A rehearsal looked through once; everything that the mirror reckons from."""

    def __init__(self, rehearsal: Rehearsal, bank: Bank, persona: Persona | None) -> None:
        """Look at a rehearsal; ``persona`` where it can still be read."""
        self.rehearsal = rehearsal
        self.bank = bank
        self.persona = persona
        self.turns = rehearsal.turns
        self._places = {id(turn): at for at, turn in enumerate(self.turns)}
        self.spoken = tuple(turn for turn in self.turns if turn.heard.text.strip())

    @property
    def vem(self) -> str:
        """What the other is called."""
        return self.rehearsal.name.strip() or "personen"

    @cached_property
    def own_words(self) -> int:
        """How many words the one who practises said."""
        return sum(turn.heard.words or words_in(turn.heard.text) for turn in self.turns)

    @cached_property
    def other_words(self) -> int:
        """How many words came back from everybody else; stage directions in brackets are not said."""
        return sum(words_in(said.text) for turn in self.turns for said in turn.said)

    def does(self, *acts: Act) -> tuple[Turn, ...]:
        """Return the turns that do any of these."""
        return tuple(turn for turn in self.turns if turn.heard.does(*acts))

    def before(self, turn: Turn) -> Turn | None:
        """Return the turn before one, ``None`` for the first."""
        at = self._places[id(turn)]
        return self.turns[at - 1] if at else None

    def ruta_of(self, turn: Turn) -> Sure:
        """Tell whether a turn asks within a ruta."""
        if not self.place(turn) or asks(turn) is Sure.NEJ:
            return Sure.NEJ
        return Sure.JA if self._is_certain(turn) else Sure.KANSKE

    def place(self, turn: Turn) -> str:
        """Return the ruta that a turn concerns, as the bank has it, empty for none."""
        wanted = turn.ruta or turn.heard.ruta
        try:
            return self.bank.ruta(wanted).id if wanted else ""
        except KeyError:
            return ""

    @staticmethod
    def _is_certain(turn: Turn) -> bool:
        return bool(turn.topic) or turn.heard.ruta_certainty >= CERTAIN_RUTA

    def sensitive_ruta(self, ruta: str) -> str:
        """Return what a ruta is called that the bank calls sensitive, empty for any other."""
        try:
            found = self.bank.ruta(ruta)
        except KeyError:
            return ""
        return found.title if found.sensitive else ""

    @cached_property
    def entries(self) -> tuple[tuple[Entry, Sure], ...]:
        """The first question about each sensitive thing, and whether it surely was one."""
        seen: set[str] = set()
        found = []
        for at, turn in enumerate(self.turns):
            subject = self._sensitive(turn)
            if not subject or subject in seen or asks(turn) is Sure.NEJ:
                continue
            seen.add(subject)
            near = self.turns[max(0, at - NEAR) : at + 1]
            asked = any(other.heard.does(Act.LOV) for other in near)
            if self.persona is not None and not asked and not stirred(turn, Rule.UTAN_LOV):
                continue  # asked so gently that the person took it for no trespass
            leave = asked and not stirred(turn, Rule.UTAN_LOV)
            sure = Sure.JA if self._is_certain(turn) and asks(turn) is Sure.JA else Sure.KANSKE
            found.append((Entry(turn=turn, ruta=self.place(turn), with_leave=leave), sure))
        return tuple(found)

    def _sensitive(self, turn: Turn) -> str:
        """Return a name for the sensitive thing that a turn is about, empty for none."""
        topic = next((one for one in self.persona.topics if one.id == turn.topic), None) if self.persona else None
        if topic is not None and topic.of(Layer.LOV):
            return f"topic {topic.id}"
        place = self.place(turn)
        return f"ruta {place}" if self.persona is None and self.sensitive_ruta(place) else ""

    @cached_property
    def early(self) -> tuple[Turn, ...]:
        """The turns with an advice or a solution before the person was ready for it."""
        return tuple(turn for turn in self.turns if self._is_early(turn))

    def _is_early(self, turn: Turn) -> bool:
        if stirred(turn, Rule.TIDIG_LOSNING):
            return True
        if not turn.heard.does(Act.RAD) or turn.part is not Part.GK1 or turn.heard.does(Act.LOV):
            return False
        if turn.openness is not None:
            return turn.openness < self.rehearsal.trust
        earlier = self.turns[: self._places[id(turn)]]
        return not any(other.heard.does(Act.VILL, Act.BEHOV) for other in earlier)

    def runs(self, unsure: Sure = Sure.KANSKE) -> Iterator[tuple[int, Turn]]:
        """Yield for each question how many there have been in a row without a reflection, this one counted.

        ``unsure`` tells what the unsure turns are taken for: reflections (``JA``), questions (``NEJ``), or neither.
        """
        row = 0
        for turn in self.turns:
            mirrored, asked = reflects(turn), asks(turn)
            if mirrored is Sure.JA or (mirrored is Sure.KANSKE and unsure is Sure.JA):
                row = 0
            elif asked is Sure.JA or (asked is Sure.KANSKE and unsure is Sure.NEJ):
                row += 1
                yield row, turn


def stirred(turn: Turn, rule: Rule) -> bool:
    """Tell whether a rule moved the openness in a turn."""
    return any(stir.rule is rule for stir in turn.stirs)


def words_in(text: str) -> int:
    """Count the words of something said, without what stands in brackets: ``(tittar ner)``."""
    return sum(any(letter.isalnum() for letter in word) for word in _BRACKETS.sub(" ", text).split())


def answered(turn: Turn) -> int:
    """Count the words of the person's own answer."""
    return sum(words_in(said.text) for said in turn.said if said.by is Speaker.DELTAGARE)
