"""Sort a note under one of the four headings, with a mark, ICF codes, and a reason that a person can read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.abbreviations import Abbreviations
from gk_assistant.language.clauses import Build, Role, build_of, is_negation
from gk_assistant.language.features import Scene, folded, length, of_place, places
from gk_assistant.language.headings import Reading, Tally, outer_subject, ranked, weigh
from gk_assistant.language.icf import IcfIndex, letter_of
from gk_assistant.language.lexicon import Box, Cue, Group, Lexicon, Tone, text_of
from gk_assistant.language.polarity import Polarity, polarity_of, wish_at
from gk_assistant.language.term_packing import packed_of
from gk_assistant.language.terms import Hit
from gk_assistant.language.weights import Weights, likelihoods

READY = "sortering"
"""The name of the lexicon made ready beforehand, among the lexicon's files."""

_TEMPERATURE = 1.1
_LEAST_CERTAIN = 0.36
_BOX_HELPED = 0.8
_NO_BOX = "ovrigt"
_QUOTES = '"”“'
_LEAST_WEIGHT = 0.5
_LEAST_LEAD = 0.12
_MOST_WORDS = 3
_MOST_LABELS = 2
_FACTS = frozenset({"diagnos", "vard", "rehab", "utbildning", "yrke", "liv", "barndom"})
_HISTORY = "sjukhistorik"


class Sorted(NamedTuple):
    """Where a note belongs. ``heading`` is ``None`` when the note is *osäker*; ``reason`` is one Swedish clause."""

    heading: Heading | None
    second: Heading | None
    certainty: float
    mark: Mark
    icf: tuple[str, ...]
    reason: str
    about: tuple[str, ...] = ()


class Sight(NamedTuple):
    """A note as it was read: the scene the weights look at, and the tally that gives the rules' reasons."""

    scene: Scene
    tally: Tally
    box: Box | None
    words: tuple[str, ...]
    counts: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorter:
    """Sorts notes; make it once with :meth:`from_data`, it keeps the built lexicon.

    The rules read the note; fitted weights, where they are shipped, have the last word. Both show in the reason.
    """

    lexicon: Lexicon
    icf: IcfIndex
    abbreviations: Abbreviations
    weights: Weights | None = None

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, object]]) -> "Sorter":
        """Build from the lexicon files (``rubriker``, ``markning``, ``icf``, ``forkortningar``, ``vikter`` …).

        When ``sortering`` is among them and not empty, it is all that is read: see :mod:`.ready`.
        """
        data = data.get(READY) or data  # type: ignore[assignment]
        common = frozenset(text_of(data.get("vanliga", {}), "ord").split())
        lexicon, packed = Lexicon.from_data(data), packed_of(data.get("index", {}), "icf")
        return cls(
            lexicon=lexicon,
            icf=IcfIndex.from_data(data.get("icf", {}), common, beside=lexicon.terms, packed=packed),
            abbreviations=Abbreviations.from_data(data.get("forkortningar", {})),
            weights=Weights.from_data(data.get("vikter", {})),
        )

    def look(self, ruta: str | None, note: str) -> Sight:
        """Read a note by the rules."""
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
        scene = Scene(
            build=build,
            hits=hits,
            cues=cues,
            polarity=polarity,
            scores=order,
            mark=_mark(polarity, order[0][0], box, hits),
            ruta=ruta or _NO_BOX,
            outer_subject=outer,
            wished=wish is not None,
            quoted=note[:1] in _QUOTES and note != "",
        )
        return Sight(scene=scene, tally=tally, box=box, words=folded(build), counts=places(build))

    def sort(self, ruta: str | None, note: str) -> Sorted:
        """Sort one note, written in the given box (``None``: not known). Never raises."""
        sight = self.look(ruta, note)
        if self.weights is None or not self.weights.knows(sight.words):
            return self._by_rules(sight)
        others = of_place(sight.scene, sight.words, sight.counts)
        size = length(sight.words, sight.counts, others)
        totals = self.weights.totals(sight.words, sight.counts, others)
        likely = likelihoods(self.weights.heading, totals, size)
        order = sorted(zip(likely, self.weights.heading.classes, strict=True), reverse=True)
        certainty, best = order[0][0], Heading(order[0][1])
        heading = best if certainty >= _LEAST_CERTAIN else None
        marks = likelihoods(self.weights.mark, totals, size)
        return Sorted(
            heading=heading,
            second=Heading(order[1][1]) if heading else best,
            certainty=round(certainty, 2),
            mark=Mark(self.weights.mark.classes[marks.index(max(marks))]),
            icf=self._codes(sight.scene, best, Heading(order[1][1]), certainty),
            reason=self._why(sight, heading, order, size),
            about=_kinds(sight.scene),
        )

    def _codes(self, scene: Scene, best: Heading, second: Heading, certainty: float) -> tuple[str, ...]:
        letter = letter_of(best, second, certainty)
        return self.icf.codes(scene.build, letter, scene.hits, scene.ruta) if letter else ()

    def _why(self, sight: Sight, heading: Heading | None, order: Sequence[tuple[float, str]], size: float) -> str:
        """Give the lexicon's words for the heading, or the words that weighed most when it has none."""
        certainty, best = order[0]
        if heading is None:
            return f"osäkert, lutar åt {best}"
        known = _labelled(sight.tally, heading)
        if not known and self.weights is not None:
            at = self.weights.speaking_for(heading.value, sight.words, sight.counts, size)[:_MOST_WORDS]
            said = ", ".join(f"”{sight.scene.build.words[place]}”" for place in sorted(at))
            known = [f"{said} brukar höra hit"] if said else []
        if sight.box is not None and (not known or certainty < _BOX_HELPED):
            known.append(f"rutan {sight.box.title}")
        return "; ".join(known) or "noten som helhet"

    def _by_rules(self, sight: Sight) -> Sorted:
        """Sort by the rules alone: when no weights are shipped, and for a note without words."""
        order, tally = sight.scene.scores, sight.tally
        certainty = _certainty(order)
        lead = order[0][1] - order[1][1]
        unsure = not sight.words or lead < _LEAST_LEAD or (tally.weight < _LEAST_WEIGHT and lead < _LEAST_WEIGHT)
        heading = None if unsure else order[0][0]
        return Sorted(
            heading=heading,
            second=order[0][0] if unsure and sight.words else order[1][0],
            certainty=round(certainty, 2),
            mark=sight.scene.mark,
            icf=self._codes(sight.scene, order[0][0], order[1][0], certainty),
            reason=_reason(tally, heading, sight.box, certainty),
            about=_kinds(sight.scene),
        )


def _kinds(scene: Scene) -> tuple[str, ...]:
    """Return what kinds of things a note names, the main clause's first."""
    rows = sorted(scene.hits, key=lambda hit: (scene.build.role[hit.start] is not Role.MAIN, hit.start))
    return tuple(dict.fromkeys(hit.payload.kind for hit in rows if hit.payload.kind))


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


def _certainty(order: Sequence[tuple[Heading, float]]) -> float:
    top = order[0][1]
    return 1.0 / sum(exp((score - top) / _TEMPERATURE) for _, score in order)


def _labelled(tally: Tally, heading: Heading) -> list[str]:
    """Return the words of the lexicon that spoke for a heading, with what they stand for."""
    labels = sorted(tally.evidence.get(heading, {}).items(), key=lambda item: -len(item[1]))
    parts = []
    for label, words in labels[:_MOST_LABELS]:
        quoted = ", ".join(f"”{word}”" for word in dict.fromkeys(words[:_MOST_WORDS]))
        parts.append(f"{quoted}: {label}")
    return parts


def _reason(tally: Tally, heading: Heading | None, box: Box | None, certainty: float) -> str:
    """Return one clause: the words that decided and what they stand for, and the box when it helped."""
    if heading is None:
        return "för lite att gå på; välj själv" if tally.weight else "inga ord som sorteringen känner igen"
    parts = _labelled(tally, heading)
    if box is not None and (not parts or certainty < _BOX_HELPED):
        parts.append(f"rutan {box.title}")
    return "; ".join(parts) or "raden börjar med något som görs"
