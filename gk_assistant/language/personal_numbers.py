"""Personal and co-ordination numbers in all the ways they are written.

A number counts when its day exists and its check digit is right (Skatteverket's rule, Luhn over ten digits), or when
the text calls it a personnummer. Invoice and case numbers, and a day with an hour, are left. A sole trader's
organisation number is a personnummer; a company's has no month and never looks like one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from gk_assistant.language.text import fold, word_set

_OTHER_NUMBERS = word_set(
    "ocr ocr-nr ocrnr ocr-nummer ocrnummer faktura fakturan fakturanr fakturanummer konto kontot kontonr kontonummer "
    "bankgiro plusgiro bg pg iban clearing clearingnr arende arendet arendenr arendenummer dnr diarienr diarienummer "
    "mal malet malnr malnummer kundnr kundnummer ordernr ordernummer order artikelnr artikelnummer referens referensnr "
    "ref refnr serienr serienummer id-nr kvitto kvittonr lan lanet lanenr lanenummer bokningsnr bokningsnummer bokning "
    "paket kolli kollinr forsandelse medlemsnr medlemsnummer forsakringsnr forsakringsnummer skadenr skadenummer "
    "remissnr remissnummer journalnr lopnr lopnummer provnr provnummer id lopnummer avtalsnr avtalsnummer avtal "
    "biljettnr kortnr kortnummer imei inloggning kod koden pin matarstallning matare matarnr lottnr "
    "swishnummer vardgarantinr patientavgift avinr avi avin betalning betalningsnr autogiro"
)
_OWN_NUMBERS = word_set(
    "pnr pn persnr pers.nr personnr personnummer personnumret personnumrets pers-nr fodelsenr fodelsenummer fodd f "
    "samordn.nr samordningsnr samordningsnummer samordningsnumret samordnr samnr samordn persnummer personnumer "
    "personnumner persn personnr. persnr. person-nr person-nummer samordnings-nr idnr"
)
_FAMILY = word_set(
    "son sonen dotter dottern barn barnet barnen syskon syskonen syster bror mamma pappa mor far mormor morfar farmor "
    "farfar maken makan man frun sambon kusin"
)
_FILLERS = word_set("nr nummer numret ar no och o den nytt hans hennes deras sitt")
_MAYBE_OWN = ("p", "sam", "org", "id", "fod", "tillf", "mitt", "nr", "nummer")
"""How a word on ...nr may begin and still mean a person's number: *p-nr*, *sam.nr*, a sole trader's *orgnr*."""

_WORDS_BEFORE = 4
_CLOCK_YEARS = range(10, 46)
_COORDINATION = 60
_CENTURIES = ("18", "19", "20")
_MOBILE = ("070", "072", "073", "076", "079")
_FULL = 12
_DATE_LENGTH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """A personal number in a text, and whether it is a co-ordination number."""

    start: int
    end: int
    coordination: bool


@cache
def _written() -> Pattern[str]:
    """Match ten or twelve digits with signs where people put them: by day, month and year, or one by one."""
    sign, wide = r"[ .\-/:_*]{0,3}", r"[ .\-/:+_*(,]{0,4}"
    parted = rf"(?:(?:18|19|20){sign})?\d\d{sign}\d\d{sign}\d\d{wide}\d\d ?\d\d"
    loose = r"(?:(?:18|19|20) ?)?\d(?: ?\d){5}(?: ?[-+] ?| )?\d(?: ?\d){3}"
    return compile_pattern(rf"(?<!\d)(?<!\d[.,+/-])(?:{parted}|{loose})(?!\d|[-.,/:]\d(?!\d{{5}}))")


@cache
def _last_four() -> tuple[Pattern[str], ...]:
    last = (
        r"(?:(?:de\s+)?(?:fyra|4)\s+sista|sista\s+(?:fyra|4)|slutsiffror(?:na)?|kontrollsiffror(?:na)?"
        r"|sista\s+siffrorna)"
    )
    own = r"p(?:ers(?:on)?)?\.?(?:nr|nummer|numret)"
    more = rf"(?:\s*(?:siffrorna|siffror|siffr|i|på|av|{own}|hennes|hans|är|e|ar|var|blir|nr|:|=|,))*"
    number = r"(\d ?\d ?\d ?\d)(?![\d]|[.,:/-]\d| ?(?:kr|kronor|tkr|dagar|år|mån|veckor|h|tim)\b)"
    ends = r"(?:\s+(?:som|hans|hennes))?\s+(?:slutar|slut|ändar)(?:\s+(?:på|med|m))?"
    return (
        compile_pattern(rf"(?i)\b{last}{more}\s*{number}"),
        compile_pattern(rf"(?i)(?<![\d.,/-]){number}\s*(?:är|e|som|=|\()?\s*(?:de\s+)?{last}"),
        compile_pattern(rf"(?i)\b{own}\b{ends}\s*{number}"),
        compile_pattern(rf"(?i)(?:[x*ÅMD•_?]{{6}}|\d{{0,4}}[x*•_?]{{2,6}}) ?[-+] ?{number}"),
    )


def find_personal_numbers(text: str) -> Iterator[FoundNumber]:
    """Yield the numbers of a shadow text, in order."""
    at = begin = 0
    while (match := _written().search(text[begin:], at - begin)) is not None:
        start, end = match.start() + begin, match.end() + begin
        kind = _judged(text, start, end)
        if kind is not None:
            yield FoundNumber(start=start, end=end, coordination=kind)
            # Cut here: a sign between two numbers belongs to neither.
            begin = end
        at = end if kind is not None else start + 1


def find_last_four(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of four last digits that are told apart from their day."""
    taken: set[int] = set()
    for pattern in _last_four():
        for match in pattern.finditer(text):
            if match.start(1) not in taken:
                taken.add(match.start(1))
                yield match.span(1)


def _judged(text: str, start: int, end: int) -> bool | None:
    """Return whether a candidate is a co-ordination number, or ``None`` when it is no personal number."""
    written = text[start:end]
    digits = "".join(char for char in written if char.isdigit())
    if len(digits) == _FULL and digits[:2] not in _CENTURIES:
        return None
    year, month, day = digits[:-8], int(digits[-8:-6]), int(digits[-6:-4])
    coordination = day > _COORDINATION
    if not _is_day(year, month, day - _COORDINATION * coordination):
        return None
    before = _words_before(text, start)
    if _named(before, text[end:]):
        return coordination
    if text[start - 1 : start].isalpha() or not _luhn(digits[-10:]) or _other(before, written, text[end:]):
        return None
    return None if _looks_otherwise(written, digits, before) else coordination


def _named(before: list[str], after: str) -> bool:
    near = [word for word in before if word not in _FILLERS][-2:]
    return any(word in _OWN_NUMBERS for word in near) or fold(after[:14]).strip(" (").startswith(("pnr", "personn"))


def _other(before: list[str], written: str, rest: str) -> bool:
    """Tell whether the text calls the number something else: close by when its day is set apart, else also farther."""
    if before and before[-1].endswith(("nr", "nummer")) and not before[-1].startswith(_MAYBE_OWN):
        return True
    after = fold(rest[:12]).strip(" (").split()
    if after and after[0].strip(".,)") in (*_OTHER_NUMBERS, "kr", "kronor", "sek", ":-"):
        return True
    if written.isdigit():
        return any(part in _OTHER_NUMBERS for word in before for part in (word, *word.split("-")))
    near = [word for word in before if word not in _FILLERS][-1:]
    return any(word in _OTHER_NUMBERS and word not in ("arende", "arendet", "mal", "malet", "id") for word in near)


def _looks_otherwise(written: str, digits: str, before: list[str]) -> bool:
    """Tell whether the digits are rather a day and an hour, or a mobile number."""
    if _is_clock(digits) and not any(word in _FAMILY for word in before):
        return True
    if len(digits) == _FULL or not digits.startswith(_MOBILE):
        return False
    parted = written[_DATE_LENGTH : _DATE_LENGTH + 1]
    return parted.isdigit() or not written[:_DATE_LENGTH].isdigit()


def _words_before(text: str, at: int) -> list[str]:
    words = fold(text[max(0, at - 80) : at]).replace(":", " ").replace("=", " ").replace("#", " ").split()
    return [stripped for word in words if (stripped := word.strip(";,.()-\"'”"))][-_WORDS_BEFORE:]


def _is_day(year: str, month: int, day: int) -> bool:
    """Tell whether the day exists; a year of two digits may belong to either century."""
    years = (int(year),) if len(year) > len("85") else (1900 + int(year), 2000 + int(year))
    for candidate in years:
        try:
            date(candidate, month, day)
        except ValueError:
            continue
        return True
    return False


def _is_clock(digits: str) -> bool:
    """Tell whether ``240115-0835`` is rather a day and an hour: a late year and a time that a clock can show."""
    year, hour, minute = int(digits[-10:-8]), int(digits[-4:-2]), int(digits[-2:])
    return year in _CLOCK_YEARS and hour < len(range(24)) and minute < len(range(60))


def _luhn(digits: str) -> bool:
    total = 0
    for at, digit in enumerate(digits):
        doubled = int(digit) * (2 - at % 2)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0
