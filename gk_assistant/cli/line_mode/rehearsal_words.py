"""What a rehearsal's turns are told as, on lines: who said what, what it did, what could be said instead."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from gk_assistant.documents.dates import full_date
from gk_assistant.domain.bank import Group
from gk_assistant.domain.openness import RULE_WORDS
from gk_assistant.domain.personas import HOW_HARD, Persona
from gk_assistant.domain.rehearsals import Cued, Difficulty, Rehearsal, Said, Shown, Speaker, Stir, Turn
from gk_assistant.domain.utterances import KIND_WORDS, Act

GROUPS: Final[Mapping[Group, str]] = {Group.SP: "sjukpenning", Group.AE: "aktivitetsersättning", Group.ALLA: ""}
DIFFICULTY_WORDS: Final[Mapping[Difficulty, str]] = {
    Difficulty.LATT: "lättare än vanligt",
    Difficulty.VANLIG: "vanlig svårighet",
    Difficulty.SVAR: "svårare än vanligt",
}
SHOWN_WORDS: Final[Mapping[Shown, str]] = {
    Shown.DIREKT: "återkoppling efter varje replik",
    Shown.DOLD: "återkoppling när du skriver återkoppling",
    Shown.EFTERAT: "återkoppling först i spegeln",
}
_CUED: Final[Mapping[Cued, str]] = {
    Cued.GIVEN: "I förbifarten sades: ”{words}”.",
    Cued.TAGEN: "Du hakade i ”{words}”.",
    Cued.FORBI: "Du gick förbi ”{words}”.",
}
SILENCE: Final = "(tystnad)"


def who(persona: Persona) -> str:
    """Return a persona in a few words."""
    parts = (f"{persona.name}, {persona.age} år", GROUPS[persona.group], HOW_HARD.get(persona.difficulty, ""))
    return ", ".join(part for part in parts if part)


def said_lines(said: Sequence[Said], name: str) -> Iterator[str]:
    """Yield what came back, a line for each time somebody speaks."""
    for speaker, ones in groupby(said, key=lambda one: one.name if one.by is Speaker.MED and one.name else name):
        yield f"{speaker}: {' '.join(one.text for one in ones)}"


def kind_words(turn: Turn) -> str:
    """Return what the utterance was taken as: its kind, or that it is unsure."""
    heard = turn.heard
    if heard.kind is not None:
        return KIND_WORDS[heard.kind]
    if heard.does(Act.TYST):
        return "tystnad"
    return (
        f"osäkert, kanske {KIND_WORDS[heard.likely]}" if heard.likely is not None and heard.questions else "ingen sort"
    )


def effect(stirs: Sequence[Stir]) -> str:
    """Return what a turn did to the openness: "+7 en spegling av det som sades, -3 flera slutna frågor i rad"."""
    return ", ".join(f"{stir.step:+d} {RULE_WORDS[stir.rule]}" for stir in stirs)


def feedback_lines(turn: Turn) -> Iterator[str]:
    """Yield the feedback on a turn: kind and effect, then a better wording where there is one."""
    kind = kind_words(turn)
    did = effect(turn.stirs)
    if did:
        yield f"Återkoppling: {kind}. {did}."
    elif turn.openness is None:
        yield f"Återkoppling: {kind}."
    else:
        yield f"Återkoppling: {kind}. Varken öppnar eller stänger."
    if turn.heard.better:
        yield f"Pröva: {turn.heard.better}"


def cue_lines(turn: Turn) -> Iterator[str]:
    """Yield what became of what was said in passing, and why it was worth hearing."""
    for seen in turn.cues:
        yield f"{_CUED[seen.became].format(words=seen.words)} {seen.why}".strip()


def state_words(rehearsal: Rehearsal) -> str:
    """Return where a kept rehearsal stands."""
    return "klar" if rehearsal.ended is not None else "inte klar"


def kept_line(rehearsal: Rehearsal) -> str:
    """Return a kept rehearsal as a line."""
    at = rehearsal.begun
    parts = (
        f"{rehearsal.name}, {full_date(at.date())} {at:%H.%M}",
        turns_words(len(rehearsal.turns)),
        state_words(rehearsal),
        DIFFICULTY_WORDS[rehearsal.setting.difficulty],
        f"tal {rehearsal.setting.seed}",
        f"kod {rehearsal.trainee}" if rehearsal.trainee else "",
    )
    return ", ".join(part for part in parts if part)


def turns_words(count: int) -> str:
    """Return a number of turns in words."""
    return "1 replik" if count == 1 else f"{count} repliker"
