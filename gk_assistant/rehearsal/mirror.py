"""The mirror of a talk: what was done, what it led to, three strengths and then at most three things to try."""

from collections import Counter
from collections.abc import Iterator

from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case
from gk_assistant.domain.mirrors import Comparison, CuePassed, Mirror, PlotPoint, RutaSeen
from gk_assistant.domain.personas import OwnPlacement, OwnStep, Persona
from gk_assistant.domain.planning import PlanStep
from gk_assistant.domain.rehearsals import Part, Rehearsal
from gk_assistant.domain.trappa import step_words
from gk_assistant.domain.utterances import Kind
from gk_assistant.rehearsal.mirror_effects import effects
from gk_assistant.rehearsal.mirror_measures import measures
from gk_assistant.rehearsal.mirror_strengths import strengths
from gk_assistant.rehearsal.mirror_tries import tries
from gk_assistant.rehearsal.mirror_turns import Talk, is_unsure
from gk_assistant.rehearsal.mirror_words import words_of


def mirror_of(rehearsal: Rehearsal, *, bank: Bank, persona: Persona | None = None) -> Mirror:
    """Return the mirror of a rehearsal or of a talk written down; never raises with a whole bank.

    ``persona`` brings the comparison of trappa and plan once GK2 has been held, and tells which topics are sensitive.
    """
    talk = Talk(rehearsal, bank, persona)
    words = words_of(bank)
    found = effects(talk)
    counts = Counter(turn.heard.kind for turn in talk.turns)
    plot = tuple(_plot(rehearsal))
    return Mirror(
        title=rehearsal.title.strip() or (persona.title if persona else "") or rehearsal.name,
        name=rehearsal.name,
        begun=rehearsal.begun,
        turns=len(talk.turns),
        kinds=tuple((kind, counts[kind]) for kind in Kind),
        unsure=sum(map(is_unsure, talk.turns)),
        measures=measures(talk, words),
        strengths=strengths(talk, words, found),
        tries=tries(talk, words, found),
        rutor=tuple(_rutor(talk)),
        facts=rehearsal.facts,
        cues=tuple(CuePassed(turn=turn.number, seen=seen) for turn in talk.turns for seen in turn.cues),
        plot=plot,
        trust=rehearsal.trust if plot else None,
        shut=rehearsal.shut if plot else None,
        comparison=_comparison(rehearsal, persona) if persona and Part.GK2 in rehearsal.parts else None,
        not_understood=tuple(turn.heard.text for turn in talk.turns if not turn.understood),
    )


def _plot(rehearsal: Rehearsal) -> Iterator[PlotPoint]:
    if any(turn.openness is not None for turn in rehearsal.turns) and rehearsal.start is not None:
        yield PlotPoint(turn=0, openness=rehearsal.start)
    for turn in rehearsal.turns:
        if turn.openness is None:
            continue
        most = max(turn.stirs, key=lambda stir: abs(stir.step), default=None)
        yield PlotPoint(
            turn=turn.number,
            openness=turn.openness,
            rule=most.rule if most else None,
            step=most.step if most else 0,
        )


def _rutor(talk: Talk) -> Iterator[RutaSeen]:
    """Yield every ruta of the bank that the talk could touch, in the bank's order."""
    turns = Counter(place for turn in talk.turns if (place := talk.place(turn)))
    only = talk.rehearsal.setting.ruta
    for ruta in talk.bank.rutor:
        if only and only != ruta.id and only not in ruta.members:
            continue
        facts = [fact for fact in talk.rehearsal.facts if fact.ruta == ruta.id or fact.ruta in ruta.members]
        reached = sum(fact.turn > 0 for fact in facts)
        yield RutaSeen(ruta=ruta.id, title=ruta.title, turns=turns[ruta.id], reached=reached, of=len(facts))


# The trappa and the plan beside the person's own


def _comparison(rehearsal: Rehearsal, persona: Persona) -> Comparison:
    good, case = persona.plan, rehearsal.case
    plan = case.plan if case else None
    return Comparison(
        first=_placed(persona.first_placement),
        later=_placed(persona.later_placement),
        ours=tuple(_placements(case)) if case else (),
        goal=good.goal,
        needs=good.needs,
        steps=tuple(_own_step(step) for step in good.steps),
        otherwise=good.otherwise,
        avoid=good.avoid,
        our_goal=plan.goal if plan else "",
        our_needs=tuple(need.text for need in case.needs) if case else (),
        our_steps=tuple(_our_step(step) for step in plan.steps) if plan else (),
    )


def _placed(placement: OwnPlacement) -> str:
    where = step_words(placement.step)
    return f"{where}: ”{placement.words.strip()}”" if placement.words.strip() else where


def _placements(case: Case) -> Iterator[str]:
    for placement in case.placements:
        words = placement.words.strip()
        yield f"{step_words(placement.step)}: ”{words}”" if words else step_words(placement.step)


def _own_step(step: OwnStep) -> str:
    return _joined(step.what, step.who, step.when, step.extent)


def _our_step(step: PlanStep) -> str:
    return _joined(step.what, step.who, step.when, step.extent)


def _joined(*parts: str) -> str:
    return " – ".join(part.strip() for part in parts if part.strip())
