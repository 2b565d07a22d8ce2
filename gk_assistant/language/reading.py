"""How one short form is read out where it stands: its sense, article, number, ending, capital and full stop."""

from collections.abc import Sequence
from typing import NamedTuple

from gk_assistant.language.short_forms import Form, Sense, wants_definite
from gk_assistant.language.surroundings import WEEKDAYS, Piece, Place, holds
from gk_assistant.language.text import fold

_BOX_WEIGHT = 1.5
_ARTICLES = {"n": ("n", "en"), "en": ("n", "en"), "an": ("n", "en"), "t": ("t", "et"), "et": ("t", "et")}
_JOINTS = (".", " ", ". ")
_ENDINGS = frozenset((*_ARTICLES, "s", "ns", "ens", "ts", "ets"))


class Reading(NamedTuple):
    """One abbreviation read out: its place in the typed text, its full form, other possible forms.

    ``settled`` is false when the surroundings do not say which form is meant; ``long`` then names them all.
    """

    start: int
    end: int
    short: str
    long: str
    alternatives: tuple[str, ...] = ()
    settled: bool = True


def fits(form: Form, text: str, pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether the pieces from ``at`` on, and the signs between them, are those of the short form."""
    if at + len(form.pieces) > len(pieces):
        return False
    for number, sign in enumerate(form.signs):
        one, two = pieces[at + number], pieces[at + number + 1]
        between = text[one.end : two.start]
        joined = not between and two.is_number
        if two.low != form.pieces[number + 1] or not (between == sign if sign else joined or between in _JOINTS):
            return False
    return True


def inside_word(place: Place, *, right: bool = True) -> bool:
    """Tell whether the piece is part of an address, a compound with a hyphen, or a name with initials."""
    text, start, end = place.text, place.start, place.end
    left_char, right_char = text[start - 1 : start], text[end : end + 1]
    if _in_days(place):
        return False
    joined = left_char in ("-", ":") and text[start - 2 : start - 1].isalnum()
    if left_char in ("@", "_", "’", "'") or joined or _in_address(text, start, end) or _is_letter(place):
        return True
    single = end - start == 1
    return right and (right_char in ("@", "_") or (right_char == "-" and (single or text[end + 1 : end + 2].isalnum())))


def _in_days(place: Place) -> bool:
    """Tell whether a hyphen joins it with a day: ``mån-fre``."""
    return any(place.near(side) in WEEKDAYS and place.gap(side) == "-" for side in (-1, 1))


def _is_letter(place: Place) -> bool:
    """Tell whether it is one letter of a name's initials, or of a row of letters that the list does not have."""
    text, start, end = place.text, place.start, place.end
    if end - start != 1:
        return False
    row_goes_on = text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha() and text[end + 2 : end + 3] == "."
    in_row = text[start - 1 : start] == "." and text[start - 2 : start - 1].isalpha()
    return (
        row_goes_on
        or (in_row and not text[start - 3 : start - 2].isalpha())
        or (text[start].isupper() and not place.opens)
    )


def _in_address(text: str, start: int, end: int) -> bool:
    """Tell whether the piece is part of a mail or web address, or of a number with full stops."""
    if text[end : end + 1] != "." and text[start - 1 : start] not in (".", "/"):
        return False
    run = text[text.rfind(" ", 0, start) + 1 :].partition(" ")[0].lower()
    return "@" in run or "www." in run or "//" in run or run.rstrip("./,;:)").endswith((".se", ".com", ".nu", ".org"))


def plain(form: Form, place: Place, _ruta: str | None, *, guess: bool) -> Reading | None:
    """Read a form by the first of its senses whose conditions hold; ``None`` when none does."""
    for sense in form.senses:
        if _allowed(sense, place):
            many = sense.plural and holds("efter_tal", place) and not place.one
            long = sense.plural if many else sense.long if guess else _article(sense, place)
            return made(place, long, tuple(dict.fromkeys(sense.others)))
    return None


def _allowed(sense: Sense, place: Place) -> bool:
    before, after = place.before, place.after
    if not holds(sense.when, place) or (sense.before and before not in sense.before) or before in sense.not_before:
        return False
    if sense.without and any(piece.low in sense.without for piece in place.pieces):
        return False
    return not sense.after or any(_starts(after, cue) for cue in sense.after)


def _starts(word: str, cue: str) -> bool:
    return word == cue[1:] if cue.startswith("=") else word.startswith(cue)


def ambiguous(form: Form, place: Place, ruta: str | None, *, guess: bool) -> Reading:
    """Read an ambiguous form by the words around and the box; unless it must guess, a tie is left open."""
    around = [fold(piece.low) for piece in place.pieces]
    weights = [_support(sense, around, ruta) for sense in form.senses]
    best = max(weights)
    if not guess and (not best or weights.count(best) > 1):
        names = tuple(sense.long for sense in form.senses)
        typed = place.text[place.start : place.end]
        return Reading(
            start=place.start,
            end=place.end,
            short=typed,
            long=f"{typed} ({' eller '.join(names)})",
            alternatives=names,
            settled=False,
        )
    chosen = form.senses[weights.index(best)]
    others = tuple(sense.long for sense in form.senses if sense is not chosen)
    return made(place, _article(chosen, place), others)


def _support(sense: Sense, around: Sequence[str], ruta: str | None) -> float:
    told = sum(any(_starts(word, cue) for word in around) for cue in sense.cues)
    return told + (_BOX_WEIGHT if ruta in sense.boxes else 0)


def _article(sense: Sense, place: Place) -> str:
    owner = place.text[place.end : place.end + 2] == ":s"
    definite = sense.definite and (owner or wants_definite(place.before, place.near(-1), place.after))
    return sense.definite if definite else sense.long


def made(place: Place, long: str, alternatives: tuple[str, ...]) -> Reading:
    """Return the reading with the ending, full stop, space and capital that the place asks for."""
    text, start, end = place.text, place.start, place.end
    long, end = _inflected(long, text, end)
    if text[end : end + 1] == "." and _full_stop_belongs(text, end):
        end += 1
        long += " " if text[end : end + 1].isalpha() else ""
    typed = text[start:end]
    long = cased(long, place.typed, opens=place.opens)
    left, right = text[start - 1 : start], text[end : end + 1]
    long = f" {long}" if left.isdecimal() else long
    long = f"{long} " if right.isdecimal() else long
    return Reading(start=start, end=end, short=typed, long=long, alternatives=alternatives)


def _inflected(long: str, text: str, end: int) -> tuple[str, int]:
    """Take an ending after a colon along: ``ag:n`` → ``arbetsgivaren``, ``FK:s`` → ``Försäkringskassans``."""
    if text[end : end + 1] != ":":
        return long, end
    ending = ""
    for char in text[end + 1 : end + 4]:
        if not char.isalpha():
            break
        ending += char.lower()
    if ending not in _ENDINGS:
        return long, end
    article, genitive = (ending[:-1], "s") if ending.endswith("s") else (ending, "")
    if article:
        after_vowel, after_consonant = _ARTICLES[article]
        if " " in long:
            return long, end + 1 + len(ending)
        short = long[-1] in "aeiouyåäö" or long.endswith(("or", "er", "el"))
        long += after_vowel if short else after_consonant
    return long + ("" if long.endswith("s") and not article else genitive), end + 1 + len(ending)


def _full_stop_belongs(text: str, at: int) -> bool:
    """Tell whether the full stop is the abbreviation's own and not the sentence's."""
    rest = text[at + 1 :]
    following = rest.lstrip()
    return bool(following) and (following[0].islower() or following[0] in ",;:)" or following[0].isdecimal())


def cased(long: str, typed: str, *, opens: bool) -> str:
    """Return the long form with a capital where the short form had one at the beginning of a sentence."""
    capital = opens and typed != typed.lower() and typed[1:] == typed[1:].lower()
    return long[:1].upper() + long[1:] if capital else long
