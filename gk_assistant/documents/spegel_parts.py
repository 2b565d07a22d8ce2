"""The parts of the mirror's paper that lie deeper: the line of openness, rutor, facts, cues, the plan, the talk."""

from collections.abc import Iterator
from typing import Final

from gk_assistant.documents.model import Block, Bullets, Heading, Paragraph, Table
from gk_assistant.documents.plots import LinePlot, PlotDot, PlotLimit
from gk_assistant.domain.mirrors import Comparison, CuePassed, Mirror, PlotPoint
from gk_assistant.domain.openness import RULE_WORDS
from gk_assistant.domain.papers import PaperText
from gk_assistant.domain.rehearsals import Cued, FactSeen, Rehearsal, Speaker, Stir, Turn

MOVES: Final = 6
"""Turns told to have moved the openness most (L)."""
_GREAT: Final = 5
"""Steps from which a move is worth a mark (L)."""


def plot(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    """Yield the line of openness, its meaning, and the turns where it moved most."""
    points = mirror.plot
    if len(points) < 2:  # noqa: PLR2004 - a line has two ends
        return
    moved = _great(points)
    yield Heading(text=words.say("oppenhet"))
    dots = tuple(
        PlotDot(at=point.turn, value=point.openness, moved=point.step if point in moved else 0) for point in points
    )
    limits = ((mirror.trust, "oppenhet_tillit"), (mirror.shut, "oppenhet_stangd"))
    yield LinePlot(
        dots=dots,
        alt=_alt(points, words),
        across=words.say("oppenhet_tur"),
        up=words.say("oppenhet_axel"),
        limits=tuple(PlotLimit(value=value, label=words.say(key)) for value, key in limits if value is not None),
    )
    yield Paragraph(text=_alt(points, words))
    if mirror.trust is not None and mirror.shut is not None:
        limit = words.say("oppenhet_granser", tillit=str(mirror.trust), stangd=str(mirror.shut))
        yield Paragraph(text=limit, quiet=True)
    if moved:
        told = tuple(
            words.say("oppenhet_steg", nummer=str(one.turn), steg=signed(one.step), regel=RULE_WORDS[one.rule])
            for one in moved
            if one.rule is not None
        )
        yield Bullets(label=words.say("oppenhet_mest"), items=told)


def _great(points: tuple[PlotPoint, ...]) -> tuple[PlotPoint, ...]:
    """Return the greatest moves, in order of the talk."""
    great = [point for point in points if point.rule is not None and abs(point.step) >= _GREAT]
    kept = sorted(great, key=lambda point: (-abs(point.step), point.turn))[:MOVES]
    return tuple(sorted(kept, key=lambda point: point.turn))


def _alt(points: tuple[PlotPoint, ...], words: PaperText) -> str:
    highest = max(points, key=lambda point: point.openness)
    lowest = min(points, key=lambda point: point.openness)
    return words.say(
        "oppenhet_bild",
        start=str(points[0].openness),
        slut=str(points[-1].openness),
        hogst=str(highest.openness),
        hogst_tur=str(highest.turn),
        lagst=str(lowest.openness),
        lagst_tur=str(lowest.turn),
    )


def signed(step: int) -> str:
    """Return a move with its sign: +8, −12."""
    return f"+{step}" if step > 0 else f"−{-step}"


def kinds(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    """Yield how many there were of each kind, those that came."""
    counts = [(words.say(f"sort_{kind}"), count) for kind, count in mirror.kinds]
    counts.append((words.say("sort_osaker"), mirror.unsure))
    items = tuple(f"{name}: {count}" for name, count in counts if count)
    if items:
        yield Heading(text=words.say("sorter"))
        yield Bullets(items=items)


def rutor(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    """Yield the rutor that were touched, and those that were not."""
    touched = [one for one in mirror.rutor if one.turns]
    if not touched:
        return
    yield Heading(text=words.say("rutor"))
    header = [words.say("rubrik_ruta"), words.say("rubrik_turer")]
    rows = [[one.title, str(one.turns)] for one in touched]
    if any(one.of for one in mirror.rutor):
        header.append(words.say("rubrik_kom_fram"))
        for row, one in zip(rows, touched, strict=True):
            row.append(words.say("kom_fram", antal=str(one.reached), av=str(one.of)) if one.of else "–")
    yield Table(header=tuple(header), rows=tuple(map(tuple, rows)))
    left = ", ".join(one.title for one in mirror.rutor if not one.turns)
    yield Paragraph(text=words.say("rutor_ororda", rutor=left) if left else words.say("rutor_alla"))


def facts(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    """Yield what was there to be told, in each ruta what came out first, with its turn."""
    if not mirror.facts:
        return
    titles = {one.ruta: one.title for one in mirror.rutor}
    order = {ruta: at for at, ruta in enumerate(titles)}
    ranked = sorted(mirror.facts, key=lambda one: (order.get(one.ruta, len(order)), not one.turn, one.turn))
    yield Heading(text=words.say("fakta"))
    yield Paragraph(text=words.say("fakta_inledning"), quiet=True)
    yield Table(
        header=tuple(words.say(f"rubrik_{name}") for name in ("ruta", "fakta", "kom_fram")),
        rows=tuple((titles.get(one.ruta, one.ruta), one.fact, _came(one, words)) for one in ranked),
    )


def _came(fact: FactSeen, words: PaperText) -> str:
    if fact.turn:
        return words.say("fakta_tur", nummer=str(fact.turn))
    return words.say("fakta_djup") if fact.deep else "–"


def cues(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    """Yield what was said in passing: taken up, passed by, or said last."""
    if not mirror.cues:
        return
    ends = {one.seen.cue: one.seen.became for one in mirror.cues}
    yield Heading(text=words.say("ledtradar"))
    for became, key in ((Cued.TAGEN, "tagna"), (Cued.FORBI, "forbi"), (Cued.GIVEN, "sagda")):
        told = [one for one in mirror.cues if one.seen.became is became and ends[one.seen.cue] is became]
        if told:
            items = tuple(dict.fromkeys(_cue(one, words) for one in told))
            yield Bullets(label=words.say(f"ledtradar_{key}"), items=items)


def _cue(one: CuePassed, words: PaperText) -> str:
    key = "ledtrad_skal" if one.seen.why.strip() else "ledtrad"
    values = {"nummer": str(one.turn), "ord": one.seen.words, "skal": one.seen.why}
    return words.say(key, **values)


def compared(mirror: Mirror, words: PaperText) -> Iterator[Block]:
    """Yield the trappa and the plan as the person would have them, beside what was written."""
    if mirror.comparison is None:
        return
    yield Heading(text=words.say("jamfor"))
    yield Paragraph(text=words.say("jamfor_inledning"), quiet=True)
    nothing = words.say("inget_skrivet")
    yield Table(
        header=tuple(words.say(f"rubrik_{name}") for name in ("vad", "personens", "vart")),
        rows=tuple(
            (words.say(f"jamfor_{name}"), theirs or "–", ours or nothing)
            for name, theirs, ours in _rows(mirror.comparison)
        ),
    )
    if mirror.comparison.avoid:
        yield Bullets(label=words.say("jamfor_undvik"), items=mirror.comparison.avoid)


def _rows(both: Comparison) -> Iterator[tuple[str, str, str]]:
    yield "forst", both.first, both.ours[0] if both.ours else ""
    yield "senare", both.later, "\n".join(both.ours[1:])
    yield "mal", both.goal, both.our_goal
    yield "behov", "\n".join(both.needs), "\n".join(both.our_needs)
    yield "steg", "\n".join(both.steps), "\n".join(both.our_steps)
    if both.otherwise:
        yield "annars", both.otherwise, "–"


def turns(rehearsal: Rehearsal, words: PaperText) -> Iterator[Block]:
    """Yield the whole talk, turn by turn, with what each was taken as and what it did."""
    if not rehearsal.turns:
        return
    yield Heading(text=words.say("bilaga"))
    name = rehearsal.name.strip() or words.say("bilaga_svar")
    header = tuple(words.say(f"rubrik_{key}") for key in ("tur", "sagt", "sort"))
    for number, part in enumerate(rehearsal.parts, start=1):
        if len(rehearsal.parts) > 1:
            yield Heading(text=words.say("bilaga_mote", nummer=str(number)), level=2)
        yield Table(
            header=header,
            rows=tuple((str(turn.number), _said(turn, name, words), _did(turn, words)) for turn in rehearsal.of(part)),
        )


def _said(turn: Turn, name: str, words: PaperText) -> str:
    own = turn.heard.text.strip() or words.say("bilaga_tyst")
    others = (f"{said.name.strip() or name if said.by is Speaker.MED else name}: {said.text}" for said in turn.said)
    return "\n".join((f"{words.say('bilaga_du')}: {own}", *others))


def _did(turn: Turn, words: PaperText) -> str:
    parts = [_kind(turn, words)]
    parts += [_stir(stir, words) for stir in turn.stirs if stir.step]
    if turn.openness is not None:
        parts.append(words.say("bilaga_oppenhet", varde=str(turn.openness)))
    if turn.hinted:
        parts.append(words.say("bilaga_ledning"))
    return "\n".join(part for part in parts if part)


def _stir(stir: Stir, words: PaperText) -> str:
    return words.say("bilaga_steg", steg=signed(stir.step), regel=RULE_WORDS[stir.rule])


def _kind(turn: Turn, words: PaperText) -> str:
    heard = turn.heard
    if heard.kind is not None:
        return words.say(f"sort_en_{heard.kind}")
    if heard.likely is not None:
        return words.say("bilaga_osaker", sort=words.say(f"sort_en_{heard.likely}"))
    return words.say("bilaga_ingen") if heard.text.strip() else ""
