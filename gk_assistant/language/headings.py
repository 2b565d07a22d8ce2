"""How much a note speaks for each heading (guide §1).

Each lexicon word gives its group's weight, less in a side clause or after a preposition, more when it comes first.
Then the ordered rules: a need follows the thing needed; an outer cause or subject outweighs the doing; an act that goes
or does not go outweighs the symptom; liking is *person*, doing is *aktivitet*; use is *person*.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.clauses import Build, Role
from gk_assistant.language.lexicon import Box, Group
from gk_assistant.language.polarity import Polarity
from gk_assistant.language.terms import Hit
from gk_assistant.language.text import word_set

_ROLE_WEIGHT = {
    Role.MAIN: 1.0,
    Role.BUT: 1.4,
    Role.CONCESSION: 0.5,
    Role.RESULT: 0.7,
    Role.SUBORDINATE: 0.4,
    Role.BRACKET: 0.4,
}
_AFTER_PREPOSITION = 0.6
_FIRST = 1.25
_PRIOR_IN_NEED = 0.5
_BESIDE_THE_NEED = 0.35
_WAIVED = 0.4
_OTHERS_OWN = 0.5
_WISHED = 0.5
_WISH_REACH = 4
_OWN = word_set("bruk avhallsam symtom diagnos gor laggning farhaga motivation intresse formaga")
_CARE = frozenset({"vard", "diagnos", "behandlare"})
_TO_DO = word_set("öva träna lära komma hitta göra få")
_OWN_SUBJECTS = word_set("hon han hen jag att få utan inga ingen inget har hade")
_OWN_ACT_FIRST = 0.6
_AGES = range(15, 80)
_BEFORE_VERB = word_set(
    "har hade kan brukar hon han hen nu då ofta alltid ibland mest bara gärna helst själv jag också även"
)
_GIVES = word_set("hjälper stöttar skjutsar hjälpt stöttat vårdar")
_DEFINITE = ("en", "et", "an", "na")
_FINITE = word_set("är var har kan vill går får gick fick blev ska må står bor tog gav")
_FEELS = word_set("känner känns tänker upplever mår blir ser hör")
_THINKS = word_set("tycker tror vet anser menar säger längtar hoppas hatar föredrar minns väljer värderar")
_SOMEBODY = word_set("någon ngn nån hjälp stöd en ett fler flera mer mindre bättre annan annat egen eget")
OUTER = frozenset({"manniska", "kontakt", "arbetsplats", "boende", "pengar", "system", "djur", "ting", "stod"})
_ACTS = frozenset({"gor", "studerar"})


@dataclass(slots=True)
class Tally:
    """The running weights, and the words that gave them (heading → label → words)."""

    scores: dict[Heading, float] = field(default_factory=lambda: dict.fromkeys(Heading, 0.0))
    evidence: dict[Heading, dict[str, list[str]]] = field(default_factory=dict)
    weight: float = 0.0

    def add(self, heading: Heading, amount: float, label: str = "", words: str = "") -> None:
        """Add weight to a heading, with what spoke for it."""
        self.scores[heading] += amount
        self.weight += max(amount, 0.0)
        if label and words:
            self.evidence.setdefault(heading, {}).setdefault(label, []).append(words)


class Reading(NamedTuple):
    """A note as the rules see it."""

    build: Build
    hits: Sequence[Hit[Group]]
    polarity: Polarity
    ruta: str | None
    outer_subject: bool
    wish: int | None = None


def outer_subject(build: Build, hits: Sequence[Hit[Group]]) -> bool:
    """Tell whether the first thing named, before any act, is something or somebody around the deltagare."""
    for hit in hits:
        if build.clause[hit.start] != 0 or build.role[hit.start] is not Role.MAIN:
            return False
        if build.after_preposition[hit.start]:
            return False
        if hit.payload.kind == "stod" and build.words[hit.start].endswith(("er", "ar")):
            return False
        lead = build.words[: hit.start]
        if any(word in _OWN_SUBJECTS or _finite(word) for word in lead):
            return False
        return hit.payload.kind in OUTER and hit.start <= _LEAD
    return False


_LEAD = 2


def weigh(reading: Reading, box: Box | None) -> Tally:
    """Return the weights of the four headings."""
    tally = Tally()
    if box is not None:
        share = _PRIOR_IN_NEED if reading.polarity.mark is Mark.BEHOV else 1.0
        for known, prior in box.prior.items():
            tally.scores[known] += prior * share
    first = True
    for hit in reading.hits:
        heading = hit.payload.heading
        if heading is None:
            continue
        amount = hit.payload.weight * _factor(reading, hit) * (_FIRST if first else 1.0)
        first = False
        words = " ".join(reading.build.words[hit.start : hit.end])
        tally.add(heading, amount, hit.payload.label, words)
    if reading.polarity.mark is Mark.BEHOV:
        _need(reading, tally)
    else:
        _rules(reading, tally)
    return tally


def _factor(reading: Reading, hit: Hit[Group]) -> float:
    build = reading.build
    factor = _ROLE_WEIGHT[build.role[hit.start]]
    if build.after_preposition[hit.start] and hit.end - hit.start == 1:
        factor *= _AFTER_PREPOSITION
    need_at, waived = reading.polarity.need_at, reading.polarity.waived
    if need_at is not None:
        wanted = hit.end > need_at - 1 and build.clause[hit.start] == build.clause[need_at - 1]
        factor *= 1.0 if wanted else _BESIDE_THE_NEED
    if waived is not None and build.clause[hit.start] == waived and waived != build.clause[-1]:
        factor *= _WAIVED
    if reading.outer_subject and hit.payload.kind in _OWN and hit.start:
        factor *= _OTHERS_OWN
    if reading.wish is not None and reading.wish < hit.start <= reading.wish + _WISH_REACH:
        factor *= _WISHED
    return factor


def _need(reading: Reading, tally: Tally) -> None:
    """Guide §1.1: a need follows the thing needed."""
    build, need_at = reading.build, reading.polarity.need_at or 0
    wanted = [hit for hit in reading.hits if hit.start >= need_at - 1]
    first = wanted[0].payload.kind if wanted else ""
    asked = build.words[need_at] if need_at < len(build.words) else ""
    tally.scores[Heading.OMGIVNING] += 1.6
    if first in _CARE:
        tally.add(Heading.KROPP, 2.0)
    elif first in ("laggning", "intresse"):
        tally.add(Heading.PERSON, 1.0)
    elif first in OUTER or asked in _SOMEBODY:
        tally.add(Heading.OMGIVNING, 1.0)
    elif asked in _TO_DO:
        tally.add(Heading.AKTIVITET, 1.2)


def _rules(reading: Reading, tally: Tally) -> None:
    hits, build = reading.hits, reading.build
    main = [hit for hit in hits if build.role[hit.start] in (Role.MAIN, Role.BUT)]
    kinds = [hit.payload.kind for hit in main]
    if reading.outer_subject:
        tally.add(Heading.OMGIVNING, 1.5)
    elif reading.wish is not None:
        tally.add(Heading.PERSON, 2.4, "vilja och motivation", " ".join(build.words[reading.wish : reading.wish + 2]))
    acts = [hit for hit in main if hit.payload.kind in _ACTS and not build.after_preposition[hit.start]]
    if "formaga" in kinds and acts:
        tally.add(Heading.AKTIVITET, 1.0)
    if "symtom" in kinds and acts and acts[0].start < kinds.index("symtom"):
        tally.add(Heading.AKTIVITET, 0.8)
    if any(kind in ("bruk", "avhallsam") for kind in kinds) and not reading.outer_subject:
        tally.add(Heading.PERSON, 1.0)
    if hits and hits[0].start == 0 and hits[0].payload.kind in _ACTS:
        tally.add(Heading.AKTIVITET, _OWN_ACT_FIRST)
    _shape(reading, tally)


def _shape(reading: Reading, tally: Tally) -> None:
    """Weigh how the line begins when the lexicon does not know its first word: an age, an act, somebody else."""
    words, clauses = reading.build.words, reading.build.clause
    if len(words) > 1 and words[0].isdecimal() and int(words[0]) in _AGES and words[1] == "år":
        if clauses[-1] == 0 and len(words) > _LEAD:
            return
        tally.add(Heading.PERSON, 3.0, "ålder", " ".join(words[:2]))
    at = next((place for place, word in enumerate(words) if word not in _BEFORE_VERB), None)
    if at is not None and words[at] in _GIVES and not reading.outer_subject:
        tally.add(Heading.AKTIVITET, 3.0, "hjälper andra", words[at])
    if at is None or clauses[at] or any(hit.start <= at < hit.end for hit in reading.hits):
        return
    follows = words[at + 1] if at + 1 < len(words) and clauses[at + 1] == 0 else ""
    if at == 0 and words[at].endswith(_DEFINITE) and _finite(follows):
        tally.add(Heading.OMGIVNING, 1.0, "något utanför personen", words[at])
    elif words[at] in _FEELS:
        tally.add(Heading.KROPP, 0.5)
    elif words[at] in _THINKS:
        tally.add(Heading.PERSON, 0.7)
    elif _finite(words[at]) or words[at].endswith(("at", "it")):
        tally.add(Heading.AKTIVITET, 0.8)


def _finite(word: str) -> bool:
    return len(word) > _LEAD and (word.endswith(("ar", "er", "år", "ör", "yr", "de", "te")) or word in _FINITE)


def ranked(scores: Mapping[Heading, float]) -> list[tuple[Heading, float]]:
    """Return the headings, heaviest first."""
    return sorted(scores.items(), key=lambda item: -item[1])
