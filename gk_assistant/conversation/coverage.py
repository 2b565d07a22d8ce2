"""What a ruta holds so far and what it still lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gk_assistant.domain.bank import Aspect, Bank, Question, Ruta
from gk_assistant.domain.meetings import Meeting, RutaState
from gk_assistant.domain.notes import Mark, Note

ASPECT_WORDS: dict[Aspect, str] = {
    Aspect.NULAGE: "hur det är nu",
    Aspect.EXEMPEL: "ett exempel",
    Aspect.FUNGERAR: "vad som fungerar",
    Aspect.HINDER: "vad som hindrar",
    Aspect.SEDAN_NAR: "sedan när",
    Aspect.HJALPER: "vad som hjälper",
    Aspect.EGEN_SYN: "deltagarens egen syn",
}
"""The aspects as they are said after "rutan saknar"."""

_FROM_MARK = {Mark.FUNGERAR: Aspect.FUNGERAR, Mark.HINDER: Aspect.HINDER, Mark.BEHOV: Aspect.HJALPER}
_SINCE = ("sedan", "sen ", "sen1", "sen2", "år", "mån", "vecko", "20", "19", "förra", "tidigare", "alltid", "ggr", "/v")
_EXAMPLE = ("t ex", "tex ", "t.ex", "exempel", "senast", "igår", "i går", "förra veckan", "en gång")
_OWN = ("tror", "tycker", "vill", "hoppas", "drömmer", "känner sig", "själv")


def aspects_of(note: Note) -> frozenset[Aspect]:
    """Return what a note says something about, read from its mark and its words."""
    found = set()
    mark = note.shown_mark
    if mark in _FROM_MARK:
        found.add(_FROM_MARK[mark])
    text = f"{note.text.lower()} "
    if any(word in text for word in _SINCE):
        found.add(Aspect.SEDAN_NAR)
    if any(word in text for word in _EXAMPLE):
        found.add(Aspect.EXEMPEL)
    if note.own_words or any(word in text for word in _OWN):
        found.add(Aspect.EGEN_SYN)
    if note.text and mark in (None, Mark.NEUTRAL, Mark.FUNGERAR, Mark.HINDER):
        found.add(Aspect.NULAGE)
    return frozenset(found)


def missing_aspects(notes: Sequence[Note]) -> tuple[Aspect, ...]:
    """Return what a ruta with these notes still lacks, most basic first."""
    covered = frozenset[Aspect]().union(*(aspects_of(note) for note in notes))
    return tuple(aspect for aspect in Aspect if aspect not in covered)


def touches(note: Note, question: Question) -> bool:
    """Whether a note already answers a question: it was put to it, or it holds one of the question's stems."""
    if note.question is not None and note.question.startswith(question.id):
        return True
    words = note.text.lower().split()
    return any(word.startswith(stem) for stem in question.stems for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxStatus:
    """One ruta on the board: its head, state and number of notes."""

    ruta: Ruta
    state: RutaState
    notes: int


def board(bank: Bank, meeting: Meeting) -> tuple[BoxStatus, ...]:
    """Return every ruta with its state, in the bank's order; a joined ruta counts its members together."""
    return tuple(_status(ruta, meeting) for ruta in bank.rutor)


def _status(ruta: Ruta, meeting: Meeting) -> BoxStatus:
    members = ruta.members or (ruta.id,)
    count = sum(len(meeting.notes_in(member)) for member in members)
    return BoxStatus(ruta=ruta, state=_strongest(meeting.state(member) for member in members), notes=count)


def _strongest(states: Iterable[RutaState]) -> RutaState:
    found = set(states)
    for state in (RutaState.KLAR, RutaState.BERORD):
        if state in found:
            return state
    return RutaState.ORORD


def remaining(bank: Bank, meeting: Meeting) -> tuple[Ruta, ...]:
    """Return the rutor nobody has touched yet."""
    return tuple(status.ruta for status in board(bank, meeting) if status.state is RutaState.ORORD)
