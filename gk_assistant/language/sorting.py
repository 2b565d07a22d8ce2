"""Sort a note under one of the four headings, with a mark, ICF codes, and a reason that a person can read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.abbreviations import Abbreviations
from gk_assistant.language.clauses import Build, build_of, is_negation
from gk_assistant.language.headings import Reading, Tally, outer_subject, ranked, weigh
from gk_assistant.language.icf import IcfIndex
from gk_assistant.language.lexicon import Box, Cue, Group, Lexicon, Tone
from gk_assistant.language.polarity import Polarity, polarity_of, wish_at
from gk_assistant.language.terms import Hit

_TEMPERATURE = 1.1
_LEAST_WEIGHT = 0.5
_LEAST_LEAD = 0.12
_MOST_WORDS = 3
_MOST_LABELS = 2
_FACTS = frozenset({"diagnos", "vard", "rehab", "utbildning", "yrke", "liv", "barndom"})
_HISTORY = "sjukhistorik"
_LETTERS = {Heading.KROPP: "bs", Heading.AKTIVITET: "d", Heading.OMGIVNING: "e", Heading.PERSON: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """Where a note belongs. ``heading`` is ``None`` when the note is *osäker*; ``reason`` is one Swedish clause."""

    heading: Heading | None
    second: Heading | None
    certainty: float
    mark: Mark
    icf: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorter:
    """Sorts notes; make it once with :meth:`from_data`, it keeps the built lexicon."""

    lexicon: Lexicon
    icf: IcfIndex
    abbreviations: Abbreviations

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, object]]) -> "Sorter":
        """Build from the lexicon files (``rubriker``, ``markning``, ``icf``, ``forkortningar``)."""
        return cls(
            lexicon=Lexicon.from_data(data),
            icf=IcfIndex.from_data(data.get("icf", {})),
            abbreviations=Abbreviations.from_data(data.get("forkortningar", {})),
        )

    def sort(self, ruta: str | None, note: str) -> Sorted:
        """Sort one note, written in the given box (``None``: not known). Never raises."""
        build = build_of(self.abbreviations.normal(note, ruta))
        hits = self.lexicon.terms.find(build.words)
        cues = self.lexicon.cues.find(build.words)
        build = build.without_negations(_phrased(build, hits, cues))
        outer = outer_subject(build, hits)
        wish = None if outer else wish_at(build)
        polarity = polarity_of(build, hits, cues, outer_subject=outer, history=ruta == _HISTORY)
        box = self.lexicon.boxes.get(ruta) if ruta else None
        reading = Reading(build=build, hits=hits, polarity=polarity, ruta=ruta, outer_subject=outer, wish=wish)
        tally = weigh(reading, box)
        order = ranked(tally.scores)
        certainty = _certainty(order)
        lead = order[0][1] - order[1][1]
        unsure = not build.words or lead < _LEAST_LEAD or (tally.weight < _LEAST_WEIGHT and lead < _LEAST_WEIGHT)
        heading = None if unsure else order[0][0]
        return Sorted(
            heading=heading,
            second=order[0][0] if unsure and build.words else order[1][0],
            certainty=round(certainty, 2),
            mark=_mark(polarity, order[0][0], box, hits),
            icf=self.icf.codes(build.words, _LETTERS[order[0][0]]),
            reason=_reason(tally, heading, box, certainty),
        )


def _phrased(build: Build, hits: Sequence[Hit[Group]], cues: Sequence[Hit[Cue]]) -> frozenset[int]:
    """Return the places of negations that are spent in a known phrase of trouble (``vågar inte``, ``inte råd``)."""
    troubles: list[Hit[Group] | Hit[Cue]] = [hit for hit in hits if hit.payload.tone is Tone.BAD]
    troubles += [cue for cue in cues if cue.payload is Cue.BAD]
    inside = (at for hit in troubles if hit.end - hit.start > 1 for at in range(hit.start, hit.end))
    return frozenset(at for at in inside if is_negation(build.words[at]))


def _mark(polarity: Polarity, heading: Heading, box: Box | None, hits: Sequence[Hit[Group]]) -> Mark:
    """Return the mark; when no word tells, the box's usual one, unless a plain fact is named (a diagnosis, a care)."""
    if polarity.mark is not Mark.NEUTRAL or box is None or polarity.told:
        return polarity.mark
    if any(hit.payload.heading is heading and hit.payload.kind in _FACTS for hit in hits):
        return Mark.NEUTRAL
    return box.otherwise.get(heading, Mark.NEUTRAL)


def _certainty(order: list[tuple[Heading, float]]) -> float:
    top = order[0][1]
    return 1.0 / sum(exp((score - top) / _TEMPERATURE) for _, score in order)


def _reason(tally: Tally, heading: Heading | None, box: Box | None, certainty: float) -> str:
    """Return one clause: the words that decided and what they stand for, and the box when it helped."""
    if heading is None:
        return "för lite att gå på; välj själv" if tally.weight else "inga ord som sorteringen känner igen"
    parts: list[str] = []
    labels = sorted(tally.evidence.get(heading, {}).items(), key=lambda item: -len(item[1]))
    for label, words in labels[:_MOST_LABELS]:
        quoted = ", ".join(f"”{word}”" for word in dict.fromkeys(words[:_MOST_WORDS]))
        parts.append(f"{quoted}: {label}")
    if box is not None and (not parts or certainty < 0.8):  # noqa: PLR2004 (below it, the box has helped)
        parts.append(f"rutan {box.title}")
    return "; ".join(parts) or "raden börjar med något som görs"
