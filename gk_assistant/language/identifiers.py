"""Find personal identifiers typed by mistake: personal and co-ordination numbers, telephone, e-mail.

The program needs none of them (domain notes: a case has a label that the user chooses); they are pointed out,
nothing is refused. A number counts when its date exists and its check digit is right (Skatteverket's rule, Luhn over
ten digits), or when the text calls it a personnummer. Case, invoice and account numbers, and a date with a clock time,
are left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from re import Match, Pattern
from re import compile as compile_pattern

from gk_assistant.language.text import fold, word_set

_SEPARATOR = r"[ .\-‐‑–—−－/+]{0,3}"
_OTHER_NUMBERS = word_set(
    "ocr ocr-nr faktura fakturan fakturanr fakturanummer konto kontonr kontonummer bankgiro plusgiro bg pg iban "
    "clearing arende arendet arendenr arendenummer dnr diarienr diarienummer mal malnr malnummer orgnr kundnr ref "
    "organisationsnummer kundnummer ordernr ordernummer artikelnr referens referensnr serienr serienummer id-nr "
    "kvitto kvittonr lan lanet"
)
_OWN_NUMBERS = word_set(
    "pnr personnr personnummer personnumret pers.nr persnr fodelsenr fodd fodelsenummer samordn.nr samordningsnr "
    "samordningsnummer samordningsnumret samnr"
)
_WORDS_BEFORE = 3
_CLOCK_YEARS = range(10, 40)
_COORDINATION = 60
_PHONE_DIGITS = range(9, 12)
_STOCKHOLM_DIGITS = 8
_MOBILE = ("070", "072", "073", "076", "079")


class Kind(StrEnum):
    """What an identifier is; the values are the promised ``typ``."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    PERSONNUMMER_DEL = "personnummer_del"
    TELEFON = "telefon"
    EPOST = "epost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An identifier as typed, and where it stands: ``text[start:end] == value``."""

    kind: Kind
    value: str
    start: int
    end: int


@cache
def _number() -> Pattern[str]:
    return compile_pattern(
        rf"(?<![\w.,+-])(\d{{4}}|\d{{2}}){_SEPARATOR}(\d{{2}}){_SEPARATOR}(\d{{2}}){_SEPARATOR}(\d{{4}})(?![\w]|[.,-]\d)"
    )


@cache
def _telephone() -> Pattern[str]:
    return compile_pattern(
        r"(?<![\w.,:/-])(?:(?:\+|00)46[ -]?(?:\(0\)[ -]?)?[1-9](?:[ -]?\d){6,9}"
        r"|(?:\(0[1-9]\d{0,2}\)|0[1-9]\d{0,2})[ /–-]{0,3}\d(?:[ –-]?\d){4,8})(?![\w]|[.,:]\d)"
    )


@cache
def _mail() -> Pattern[str]:
    return compile_pattern(r"(?<![\w.+-])[\w][\w.+-]*@(?:[\w-]+\.)+[^\W\d_]{2,}(?![\w@])")


@cache
def _last_four() -> Pattern[str]:
    return compile_pattern(
        r"(?i)(?:sista fyra|fyra sista|slutsiffror(?:na)?)(?:\s+(?:är|siffrorna|siffror|:))*\s*(\d{4})(?!\d)"
    )


def find_identifiers(text: str) -> tuple[Finding, ...]:
    """Return the identifiers in a text in order, none inside another."""
    found: list[Finding] = []
    for finding in (*_mails(text), *_numbers(text), *_telephones(text), *_parts(text)):
        if all(finding.end <= other.start or finding.start >= other.end for other in found):
            found.append(finding)
    return tuple(sorted(found, key=lambda finding: finding.start))


def _mails(text: str) -> Iterator[Finding]:
    for match in _mail().finditer(text):
        yield _finding(Kind.EPOST, match)


def _numbers(text: str) -> Iterator[Finding]:
    at = 0
    while (match := _number().search(text, at)) is not None:
        kind = _number_kind(text, match)
        if kind is not None:
            yield _finding(kind, match)
        at = match.end() if kind is not None else match.start() + 1


def _number_kind(text: str, match: Match[str]) -> Kind | None:
    year, month, day, last = ("".join(str(int(digit)) for digit in part) for part in match.groups())
    before = _before(text, match.start())
    named = bool(before & _OWN_NUMBERS)
    coordination = int(day) > _COORDINATION
    if not _is_date(year, int(month), int(day) - _COORDINATION * coordination):
        return None
    if not named:
        if before & _OTHER_NUMBERS or _is_clock(year, last) or not _luhn(year[-2:] + month + day + last):
            return None
        if match[0].startswith(_MOBILE) and match[0].isdecimal():
            return None
    return Kind.SAMORDNINGSNUMMER if coordination else Kind.PERSONNUMMER


def _telephones(text: str) -> Iterator[Finding]:
    for match in _telephone().finditer(text):
        digits = sum(char.isdecimal() for char in match[0])
        abroad = match[0].startswith(("+", "00"))
        enough = digits in _PHONE_DIGITS or (digits == _STOCKHOLM_DIGITS and match[0].lstrip("(").startswith("08"))
        if abroad or (enough and not _before(text, match.start()) & _OTHER_NUMBERS):
            yield _finding(Kind.TELEFON, match)


def _parts(text: str) -> Iterator[Finding]:
    for match in _last_four().finditer(text):
        yield Finding(kind=Kind.PERSONNUMMER_DEL, value=match[1], start=match.start(1), end=match.end(1))


def _finding(kind: Kind, match: Match[str]) -> Finding:
    return Finding(kind=kind, value=match[0], start=match.start(), end=match.end())


def _before(text: str, at: int) -> frozenset[str]:
    return frozenset(word.strip(":;,.()#") for word in fold(text[:at]).split()[-_WORDS_BEFORE:])


def _is_date(year: str, month: int, day: int) -> bool:
    """Tell whether the day exists; a year of two digits may belong to either century."""
    years = (int(year),) if len(year) > len("85") else (1900 + int(year), 2000 + int(year))
    if len(year) > len("85") and year[:2] not in ("18", "19", "20"):
        return False
    for candidate in years:
        try:
            date(candidate, month, day)
        except ValueError:
            continue
        return True
    return False


def _is_clock(year: str, last: str) -> bool:
    """Tell whether ``240115-0835`` is rather a day and an hour: a late year and a time that a clock can show."""
    return int(year[-2:]) in _CLOCK_YEARS and int(last[:2]) < len(range(24)) and int(last[2:]) < len(range(60))


def _luhn(digits: str) -> bool:
    total = 0
    for at, digit in enumerate(digits):
        doubled = int(digit) * (2 - at % 2)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0
