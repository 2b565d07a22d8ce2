"""A talk written down elsewhere as a rehearsal without a persona: who said what, turn by turn. Takes any text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from gk_assistant.domain.rehearsals import Part, Rehearsal, Said, Setting, Speaker, Turn
from gk_assistant.rehearsal.ports import Hearer

OWN: Final = frozenset(
    [
        "h",
        "hl",
        "handl",
        "handläggare",
        "handläggaren",
        "fk",
        "af",
        "försäkringskassan",
        "arbetsförmedlingen",
        "arbetsförmedlare",
        "arbetsförmedlaren",
        "intervjuare",
        "intervjuaren",
        "samtalsledare",
        "samtalsledaren",
    ]
)
"""What stands before the lines of the one who leads the talk."""
OTHER: Final = frozenset(
    [
        "d",
        "delt",
        "deltagare",
        "deltagaren",
        "sökande",
        "sökanden",
        "person",
        "personen",
        "klient",
        "klienten",
        "ip",
        "kund",
        "kunden",
    ]
)
"""What stands before the lines of the one the talk is about."""
BESIDE: Final = frozenset(
    [
        "t",
        "tolk",
        "tolken",
        "partner",
        "partnern",
        "make",
        "maken",
        "maka",
        "makan",
        "sambo",
        "sambon",
        "mamma",
        "pappa",
        "anhörig",
        "närstående",
        "stödperson",
        "boendestöd",
        "läkare",
    ]
)
"""What stands before the lines of somebody else in the room."""
_TIME: Final = re.compile(r"\s*[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?[\])]?\s*(?:[-–]\s+)?")
_NUMBER: Final = re.compile(r"\s*\d{1,4}[.)]\s+")
_LABEL: Final = re.compile(r"\s*[*_]{0,2}([^\W\d_][\w .-]{0,24}?)[*_]{0,2}\s*:[*_]{0,2}\s*(.*)", re.DOTALL)
_INITIALS: Final = re.compile(r"[A-ZÅÄÖ]{1,3}|[A-ZÅÄÖ]\.?[A-ZÅÄÖ]\.?")
_LINE_ENDS: Final = re.compile(r"\r\n|\r|\n")
_LEAST_LINES: Final = 2
"""Lines that initials stand before, for them to be somebody who speaks."""
_LEAST_SIDES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Something said by somebody; ``name`` is what stood before the line."""

    by: Speaker
    text: str
    name: str = ""


def is_talk(text: str) -> bool:
    """Tell whether a text is a talk with both sides in it, and no list of single utterances."""
    return any(one.by is not Speaker.HANDLAGGARE for one in spoken(text))


def rehearsal_of(  # noqa: PLR0913  # what a talk is told by
    text: str, hearer: Hearer, *, begun: datetime, title: str = "", name: str = "", rehearsal_id: str = "utskrift"
) -> Rehearsal:
    """Return a talk as a rehearsal, one turn for what is said until somebody else speaks; openness is not known.

    ``name`` is the deltagare's first name, where one wants it heard. Never raises. ``hearer`` judges.
    """
    rehearsal = Rehearsal(id=rehearsal_id, begun=begun, setting=Setting(persona=""), name=name, title=title)
    lines = spoken(text)
    alone = all(one.by is Speaker.HANDLAGGARE for one in lines)
    for one in lines if alone else _together(lines):
        last = rehearsal.turns[-1] if rehearsal.turns else None
        if one.by is Speaker.HANDLAGGARE or last is None:
            said = one.text if one.by is Speaker.HANDLAGGARE else ""
            heard = hearer.hear(said, name=name)
            turn = Turn(number=len(rehearsal.turns) + 1, part=Part.GK1, heard=heard, ruta=heard.ruta)
            rehearsal = rehearsal.with_turn(turn)
        if one.by is not Speaker.HANDLAGGARE:
            last = rehearsal.turns[-1]
            answer = Said(by=one.by, text=one.text, name=one.name if one.by is Speaker.MED else "")
            rehearsal = rehearsal.without_last().with_turn(replace(last, said=(*last.said, answer)))
    return rehearsal


def spoken(text: str) -> tuple[Spoken, ...]:
    """Return who says what, a line each. Without any sign of who speaks, every line is the handläggare's.

    A line without a sign goes on from the line right above it; after an empty line it is a heading and left out.
    """
    rows = [_bare(row) for row in _LINE_ENDS.split(text)]
    by_label = _speakers(rows)
    if not by_label:
        return tuple(Spoken(by=Speaker.HANDLAGGARE, text=row) for row in rows if row)
    return tuple(_labelled(rows, by_label))


def _labelled(rows: Sequence[str], by_label: dict[str, Speaker]) -> Iterator[Spoken]:
    last: Spoken | None = None
    for row in rows:
        label, said = _parted(row)
        if label.casefold() in by_label:
            if last is not None and last.text:
                yield last
            last = Spoken(by=by_label[label.casefold()], text=said, name=label)
        elif last is not None and row:
            last = replace(last, text=f"{last.text} {row}".strip())
        else:
            if last is not None and last.text:
                yield last
            last = None
    if last is not None and last.text:
        yield last


def _together(lines: Sequence[Spoken]) -> Iterator[Spoken]:
    """Yield what one says until somebody else speaks as one."""
    last: Spoken | None = None
    for one in lines:
        if last is not None and (one.by, one.name) == (last.by, last.name):
            last = replace(last, text=f"{last.text} {one.text}")
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _bare(row: str) -> str:
    """Return a line without a time or a number before it."""
    line = row.strip().lstrip("\ufeff")
    for sign in (_NUMBER, _TIME):
        found = sign.match(line)
        if found and _LABEL.match(line[found.end() :]):
            line = line[found.end() :]
    return line.strip()


def _parted(row: str) -> tuple[str, str]:
    """Return what stands before the colon and what is said; nothing before where there is no sign of who speaks."""
    found = _LABEL.match(row)
    return (found[1].strip(), found[2].strip()) if found else ("", row)


def _speakers(rows: Sequence[str]) -> dict[str, Speaker]:
    """Return who each sign stands for, by the sign in small letters; empty where nobody is known to speak.

    Initials alone are enough where there are two; a name only beside a known sign, so that a list under headings
    (*Vardag: …*) is no talk.
    """
    seen = Counter(label for row in rows if (label := _parted(row)[0]))
    known = {label.casefold(): by for label in seen if (by := _known(label)) is not None}
    sides = set(known.values()) - {Speaker.MED}
    new = ((label, count) for label, count in seen.items() if label.casefold() not in known)
    others = [label for label, count in new if _may_speak(label, count, beside=bool(sides))]
    if not sides and len(others) < _LEAST_SIDES:
        return {}
    if Speaker.HANDLAGGARE not in sides and others:
        leader = max(others, key=lambda label: _questions(rows, label))
        known[leader.casefold()] = Speaker.HANDLAGGARE
        others.remove(leader)
    if Speaker.DELTAGARE not in sides and others:
        known[others.pop(0).casefold()] = Speaker.DELTAGARE
    return known | {label.casefold(): Speaker.MED for label in others}


def _known(label: str) -> Speaker | None:
    word = label.casefold().rstrip(".0123456789 ")
    for names, by in ((OWN, Speaker.HANDLAGGARE), (OTHER, Speaker.DELTAGARE), (BESIDE, Speaker.MED)):
        if word in names:
            return by
    return None


def _may_speak(label: str, count: int, *, beside: bool) -> bool:
    """Tell whether a sign may be somebody's: initials before several lines, or ``beside`` a known sign a name."""
    named = beside and label.istitle() and " " not in label
    return count >= _LEAST_LINES and (named or bool(_INITIALS.fullmatch(label)))


def _questions(rows: Sequence[str], label: str) -> int:
    return sum("?" in said for sign, said in map(_parted, rows) if sign == label)
