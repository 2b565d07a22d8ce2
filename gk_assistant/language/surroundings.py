"""What stands around a short form: the pieces of a text, and the conditions that decide how a piece is read.

The conditions' names are those of ``nar`` in ``question_bank/lexikon/forkortningar.toml``.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import Final, NamedTuple

from gk_assistant.language.text import word_set

COUNTS = word_set(
    "en ett två tva tre fyra fem sex sju åtta atta nio tio elva tolv fjorton femton sexton tjugo trettio fyrtio "
    "fyrtiofem femtio sextio nittio hundra par några nagra ngra ngr flera många manga antal halv halvt halva 1/2 ½"
)
_ONE = word_set("en ett halv halvt halva 1 1/2 ½")
WEEKDAYS = word_set(
    "måndag tisdag onsdag torsdag fredag lördag söndag måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar "
    "mån man tis ons tors tor fre lör lor lörd sön son sönd må ti on to fr lö sö"
)
_ORDINALS = word_set("tredje fjärde femte sjätte sjunde åttonde nionde tionde 3e 4e 5e 6e 8e")
_FEW = 20
_SHORT_DAYS = word_set("må ti on to fr lö sö")
_PLAIN_WORDS = word_set("man son lor tor on to fr må ti")
"""Words that are days only beside another day: ``man-fre``."""
_MONTHS = word_set(
    "januari februari mars april maj juni juli augusti september oktober november december jan feb mar apr jun jul aug "
    "sep sept okt nov dec"
)
_DATE_WORDS = word_set(
    "v vecka veckan kl klockan idag igår imorgon nu sommaren hösten våren vintern sommar höst vår vinter jul julen "
    "påsk påsken midsommar nyår nyåret semestern månadsskiftet årsskiftet nästa förra kvällen lunch dags dato vidare"
)
_TIME_WORDS = word_set("kl klockan halvtannan någon ngn nån cirka ca c:a max minst bara bar knappt drygt ungefär typ")
_UNITS = word_set("timme timmar tim h minut minuter min dag dagar vecka veckor v månad månader mån år stund gång")
_BETWEEN_DAYS = word_set(", - – — / + & o och till t el eller samt")


class Piece(NamedTuple):
    """A run of letters, or a number, of a text."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Tell whether it is written in digits."""
        return not self.text[0].isalpha()


@cache
def _piece() -> Pattern[str]:
    return compile_pattern(r"\d+[½¼¾]|[½¼¾]|\d+(?:[.,:/]\d+)*(?:(?::|(?<=\d))[ea](?![^\W_]))?|[^\W\d_]+|%")


def pieces_of(text: str) -> list[Piece]:
    """Cut a text into words and numbers; ``14:e``, ``1,5`` and ``1/5`` are one piece each."""
    return [Piece(m[0], m[0].lower(), m.start(), m.end()) for m in _piece().finditer(text)]


class Place(NamedTuple):
    """Where a short form stands: the pieces from ``first`` to ``last`` of a text."""

    text: str
    pieces: Sequence[Piece]
    first: int
    last: int

    @property
    def start(self) -> int:
        """The first character."""
        return self.pieces[self.first].start

    @property
    def end(self) -> int:
        """After the last character."""
        return self.pieces[self.last].end

    @property
    def typed(self) -> str:
        """The short form as typed."""
        return self.text[self.start : self.end]

    def near(self, distance: int) -> str:
        """Return the word so many pieces after (or, when negative, before) in lower case; empty at the ends."""
        at = self.last + distance if distance > 0 else self.first + distance
        return self.pieces[at].low if 0 <= at < len(self.pieces) else ""

    def gap(self, distance: int) -> str:
        """Return what stands between this and the piece after (1) or before (-1), without spaces."""
        if distance > 0:
            stop = self.pieces[self.last + 1].start if self.last + 1 < len(self.pieces) else len(self.text)
            return self.text[self.end : stop].strip()
        begin = self.pieces[self.first - 1].end if self.first else 0
        return self.text[begin : self.start].strip()

    @property
    def before(self) -> str:
        """The word before, when nothing but space is between."""
        return self.near(-1) if not self.gap(-1) else ""

    @property
    def after(self) -> str:
        """The word after, when nothing but space, or the short form's own full stop, is between."""
        return self.near(1) if self.gap(1) in ("", ".") else ""

    @property
    def opens(self) -> bool:
        """Tell whether it stands first in the text or in a sentence."""
        return self.first == 0 or self.gap(-1)[-1:] in (".", "!", "?", "”", '"', ":")

    @property
    def one(self) -> bool:
        """Tell whether the amount before is one or less, or an ordinal."""
        return self.near(-1) in _ONE or self.near(-1).endswith((":e", ":a"))


def holds(when: str, place: Place) -> bool:
    """Tell whether a condition holds; several, with a space between, must all hold."""
    return all(part in _CONDITIONS and _CONDITIONS[part](place) for part in when.split())


def _after_count(place: Place) -> bool:
    before, gap = place.near(-1), place.gap(-1)
    if before == "x" and not gap:
        return False
    if gap not in ("", "-", "–", "+") or before.endswith((":e", ":a")) or "/" in before:
        return before == "1/2"
    start = place.pieces[place.first - 1].start
    if place.text[start - 1 : start].isalpha():
        return False
    return before[:1].isdecimal() or before in COUNTS or before[:1] in ("½", "¼", "¾")


def _before_time(place: Place) -> bool:
    after = place.after
    if after[:1].isdecimal() or after in _TIME_WORDS or after[:1] in ("½", "¼"):
        return True
    return after in COUNTS and place.near(2) in _UNITS | COUNTS | {"lång"}


def _before_date(place: Place) -> bool:
    after = place.after
    return after[:1].isdecimal() or after in _MONTHS or after in _DATE_WORDS or after in WEEKDAYS - {"man", "son", "on"}


def _beside_day(place: Place) -> bool:
    own = place.pieces[place.first].low
    for side in (-1, 1):
        other, gap = place.near(side), place.gap(side)
        if gap not in _BETWEEN_DAYS and gap != "":
            continue
        if other in ("o", "och", "till", "t", "el", "eller", "samt"):
            other = place.near(2 * side)
        elif not gap:
            continue
        if other in WEEKDAYS and (other not in _PLAIN_WORDS or own not in _PLAIN_WORDS or gap in ("-", "–")):
            return own not in _SHORT_DAYS or gap in ("-", "–")
    return False


def _definite(word: str) -> bool:
    """Tell whether a word looks like a noun with its article at the end (``operationen``, ``jobbet``, ``resan``)."""
    if len(word) < len("resan") or word in ("ingen", "sedan", "innan", "annan", "utan", "mellan", "gärna", "egen"):
        return False
    return word.endswith(("en", "et", "an", "erna", "arna", "orna", "ln", "rn"))


def _after_ordinal(place: Place) -> bool:
    return place.before.endswith((":e", ":a")) or place.before in _ORDINALS


def _no_name(place: Place) -> bool:
    return place.opens or not place.typed.istitle()


def _few(place: Place) -> bool:
    return not place.before.isdecimal() or int(place.before) <= _FEW


_CONDITIONS: Final[Mapping[str, Callable[[Place], bool]]] = {
    "efter_tal": _after_count,
    "ej_efter_tal": lambda place: not _after_count(place),
    "efter_ordningstal": _after_ordinal,
    "hogst_20": _few,
    "fore_tal": lambda place: place.after[:1].isdecimal(),
    "fore_tid": _before_time,
    "fore_datum": _before_date,
    "vid_veckodag": _beside_day,
    "fore_bestamt": lambda place: _definite(place.after),
    "efter_bestamt": lambda place: _definite(place.before),
    "forst": lambda place: place.opens,
    "inuti": lambda place: bool(place.before and place.after),
    "utan_prickar": lambda place: "å" not in place.text.lower(),
    "ej_namn": _no_name,
    "fore_ord": lambda place: bool(place.after),
    "ej_dubbelt": lambda place: place.pieces[place.first].low not in (place.after, place.before),
}
