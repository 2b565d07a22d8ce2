"""Several rehearsals beside each other: one who practises over time, and a group's overview without names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import Final

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.mirrors import Guided, Measure, Mirror
from gk_assistant.domain.overviews import OfPersona, Often, OverTime, Overview, Point, Series, Spread, TalkHeld
from gk_assistant.domain.papers import SWEDISH
from gk_assistant.domain.rehearsals import Cued, Rehearsal
from gk_assistant.rehearsal.mirror_words import words_of

FEWEST: Final = 3
"""Different people before anything is shown of a group, or of a persona in it (L)."""
_FOR_QUARTILES: Final = 4
_MOST: Final = 8
_GROUP: Final = "gruppoversikt"
_TOLD: Final = frozenset((Guided.INOM, Guided.NARA, Guided.UTANFOR))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A rehearsal with its mirror."""

    rehearsal: Rehearsal
    mirror: Mirror

    @property
    def who(self) -> str:
        """The code of the one who practised, as it is compared; all without a code count as one."""
        return self.rehearsal.trainee.strip().casefold()


def over_time(held: Iterable[Held], trainee: str) -> OverTime:
    """Return the measures through the talks of one who practises, the oldest first; empty where there are none."""
    wanted = trainee.strip().casefold()
    own = sorted((one for one in held if one.who == wanted), key=lambda one: one.rehearsal.begun.timestamp())
    first: dict[str, Measure] = {}
    for measure in (measure for one in own for measure in one.mirror.measures):
        first.setdefault(measure.id, measure)
    return OverTime(
        trainee=trainee,
        talks=tuple(
            TalkHeld(begun=one.mirror.begun, title=one.mirror.name or one.mirror.title, turns=one.mirror.turns)
            for one in own
        ),
        series=tuple(
            Series(
                id=measure.id,
                name=measure.name,
                guide=measure.guide,
                points=tuple(_point(one.mirror, measure.id) for one in own),
            )
            for measure in first.values()
        ),
    )


def _point(mirror: Mirror, measure_id: str) -> Point:
    found = next((one for one in mirror.measures if one.id == measure_id), None)
    return Point(value=found.value, number=found.number, stands=found.stands) if found else Point()


def overview(held: Sequence[Held], *, bank: Bank) -> Overview:
    """Return what a group's talks have in common; says why not when fewer than three people have practised."""
    people = len({one.who for one in held})
    if people < FEWEST:
        words = bank.papers[_GROUP].texts[SWEDISH]
        why = words.say("for_fa", minst=str(FEWEST), personer=str(people), samtal=str(len(held)))
        return Overview(talks=len(held), people=people, why_not=why)
    return Overview(
        talks=len(held),
        people=people,
        spreads=tuple(_spreads(held)),
        tries=tuple(_tries(held, bank)),
        rutor=tuple(_rutor(held)),
        cues=tuple(_cues(held)),
        personas=tuple(_personas(held)),
    )


def _spreads(held: Sequence[Held]) -> Iterator[Spread]:
    found: dict[str, list[Measure]] = defaultdict(list)
    for measure in (measure for one in held for measure in one.mirror.measures):
        found[measure.id].append(measure)
    for name, ones in found.items():
        numbers = [one.number for one in ones if one.number is not None]
        low = middle = high = None
        if len(numbers) >= _FOR_QUARTILES:
            low, middle, high = quantiles(numbers, n=4, method="inclusive")
        yield Spread(
            id=name,
            name=ones[0].name,
            guide=ones[0].guide,
            talks=len(numbers),
            low=low,
            middle=middle,
            high=high,
            inside=sum(one.stands is Guided.INOM for one in ones),
            guided=sum(one.stands in _TOLD for one in ones),
            unsure=sum(one.stands is Guided.OSAKERT for one in ones),
        )


def _tries(held: Sequence[Held], bank: Bank) -> Iterator[Often]:
    words = words_of(bank)
    counts = Counter(remark.id for one in held for remark in one.mirror.tries)
    for name, count in _most(counts):
        yield Often(words=words.say(f"kort_{name}"), count=count, of=len(held))


def _rutor(held: Sequence[Held]) -> Iterator[Often]:
    """Yield the rutor that most talks never touched, of the talks that could."""
    missed: Counter[str] = Counter()
    could: Counter[str] = Counter()
    for ruta in (ruta for one in held for ruta in one.mirror.rutor):
        could[ruta.title] += 1
        missed[ruta.title] += not ruta.turns
    yield from (Often(words=title, count=count, of=could[title]) for title, count in _most(missed))


def _cues(held: Sequence[Held]) -> Iterator[Often]:
    """Yield the cues that were most often passed by, of the talks where they were said."""
    passed: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for one in held:
        ends = {cue.seen.words: cue.seen.became for cue in one.mirror.cues}
        for words, became in ends.items():
            named = f"{one.mirror.name}: ”{words}”"
            said[named] += 1
            passed[named] += became is Cued.FORBI
    yield from (Often(words=words, count=count, of=said[words]) for words, count in _most(passed))


def _personas(held: Sequence[Held]) -> Iterator[OfPersona]:
    found: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        found[one.rehearsal.setting.persona].append(one)
    for persona, ones in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        enough = len({one.who for one in ones}) >= FEWEST
        yield OfPersona(
            persona=persona,
            name=ones[0].mirror.name,
            talks=len(ones),
            facts=_mean(ones, "fakta") if enough else None,
            cues=_mean(ones, "ledtradar") if enough else None,
        )


def _mean(held: Sequence[Held], measure_id: str) -> float | None:
    numbers = [number for one in held if (number := _point(one.mirror, measure_id).number) is not None]
    return sum(numbers) / len(numbers) if numbers else None


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return what came most often, at most eight, ties in order of the words; what never came is left out."""
    return sorted(((name, count) for name, count in counts.items() if count), key=lambda pair: (-pair[1], pair[0]))[
        :_MOST
    ]
