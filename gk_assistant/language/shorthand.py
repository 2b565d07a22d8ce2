"""The short line: box key, mark, quotation and voice before the text.

Grammar, first rule that fits (design: "from least to most typing")::

    line      = " " text                     leading space: plain text, whatever follows
              | key sign [" " rest]          v- tröttnar e 20 min     s! hjälp     m0
              | key quoted                   v"jag orkar inte mer"
              | sign [" " rest]              - tröttnar     +     ? papper från AF
              | rest
    rest      = voice text | quoted | text
    voice     = "intyg:" | "bedömning:"      what a certificate says; somebody's judgement
    quoted    = opening mark, text, [closing mark]      the deltagare's own words
    sign      = "+" | "-" | "!" | "?" | "0"  (also – and − for -)
    key       = one letter that belongs to a box, upper or lower case

A sign counts only when a space or the end of the line follows, so ``a-kassan``, ``-98``, ``+46 70`` and ``i fjol``
stay plain text. ``0`` counts only after a key or alone: ``0 alkohol sen -19`` must not be turned into *ej aktuellt*.
When a quotation ends inside the line (``"ryck upp dig" säger mannen``) the line is plain text, marks kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gk_assistant.domain.notes import Mark

_OPENING = '"”“„»«‟″'
_CLOSING = '"”“»«‟″'


class LineVoice(StrEnum):
    """Whose words a line retells, when it is said in front of it."""

    INTYG = "intyg"
    BEDOMNING = "bedomning"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortLine:
    """What a short line says: box id, mark, quotation, voice, and the text that is left (kept as typed)."""

    text: str
    box: str | None = None
    mark: Mark | None = None
    quote: bool = False
    voice: LineVoice | None = None


def parse_line(raw: str, box_keys: Mapping[str, str]) -> ShortLine:
    """Read one line; ``box_keys`` maps a key (lower case) to a box id. Never raises; nothing fits → plain text."""
    if raw[:1].isspace():
        return ShortLine(text=raw.strip())
    line = raw.strip()
    box = box_keys.get(line[:1].lower())
    if box is not None:
        mark = _sign(line[1:2])
        if mark is not None and _free(line, 2):
            return _rest(line[2:].strip(), box, mark)
        if line[1:2] and line[1:2] in _OPENING and _quotation(line[1:]) is not None:
            return _rest(line[1:], box, None)
    mark = _sign(line[:1])
    if mark is not None and _free(line, 1) and not (mark is Mark.EJ_AKTUELLT and len(line) > 1):
        return _rest(line[1:].strip(), None, mark)
    return _rest(line, None, None)


def _free(line: str, at: int) -> bool:
    return len(line) == at or line[at].isspace()


def _sign(char: str) -> Mark | None:
    match char:
        case "+":
            return Mark.FUNGERAR
        case "-" | "–" | "−" | "—":
            return Mark.HINDER
        case "!":
            return Mark.BEHOV
        case "?":
            return Mark.FOLJ_UPP
        case "0":
            return Mark.EJ_AKTUELLT
        case _:
            return None


def _rest(text: str, box: str | None, mark: Mark | None) -> ShortLine:
    quoted = _quotation(text)
    if quoted is not None:
        return ShortLine(text=quoted, box=box, mark=mark, quote=True)
    head, colon, tail = text.partition(":")
    voice = _voice(head) if colon and tail.strip() else None
    if voice is not None:
        return ShortLine(text=tail.strip(), box=box, mark=mark, voice=voice)
    return ShortLine(text=text, box=box, mark=mark)


def _voice(head: str) -> LineVoice | None:
    match head.strip().lower():
        case "intyg":
            return LineVoice.INTYG
        case "bedömning" | "bedomning":
            return LineVoice.BEDOMNING
        case _:
            return None


def _quotation(text: str) -> str | None:
    """Return what stands between the marks, or ``None`` when the line is not one whole quotation."""
    if not text or text[0] not in _OPENING:
        return None
    inner = text[1:].strip()
    if inner and inner[-1] in _CLOSING:
        inner = inner[:-1].strip()
    elif len(inner) > 1 and inner[-1] in ".!?" and inner[-2] in _CLOSING:
        inner = inner[:-2].strip() + inner[-1]
    if not inner or any(mark in inner for mark in _OPENING):
        return None
    return inner
