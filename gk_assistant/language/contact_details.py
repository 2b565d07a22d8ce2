"""Telephone numbers and e-mail addresses."""

from collections.abc import Iterator
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from gk_assistant.language.text import fold, word_set

_CALLED = word_set(
    "tel tele telnr tel.nr telefon telefonen telefonnr telefonnummer telefonnumret tfn tlf mobil mobilen mobilnr "
    "mobilnummer mob nas ring ringa ringer ringas sms smsa nummer numret hemnummer jobbnummer hem jobb arb swish "
    "whatsapp fax kontaktnummer direktnr vaxel"
)
_NO_TELEPHONE = word_set(
    "ocr ocr-nr ocrnr faktura fakturan fakturanr konto kontot kontonr bankgiro plusgiro bg pg clearing arende arendet "
    "arendenr arendenummer dnr diarienr diarienummer malnr kundnr kundnummer ordernr order artikelnr ref referens "
    "serienr kvitto lan lanenr bokningsnr id org orgnr organisationsnummer kod koden medlemsnr provnr"
)
_AREAS = word_set(
    "010 011 013 016 018 019 020 021 023 026 031 033 035 036 040 042 044 046 054 060 063 090 "
    "070 072 073 076 079 071 077"
)
_LENGTHS = range(9, 12)
_STOCKHOLM = range(8, 11)
_LOCAL = range(5, 11)
_ABROAD = range(8, 16)
_HOURS = 24
_SWISH = "123"
"""How a firm's or an association's Swish number begins."""

_TELEPHONES = ("tel", "tfn", "tlf", "mob", "hem", "jobb", "arb", "direkt", "kontakt", "vaxel", "fax", "privat", "nytt")


@cache
def _numbers() -> Pattern[str]:
    sign = r"[ ./\-]{0,3}"
    abroad = rf"(?:\(\+[1-9]\d{{0,2}}\)|(?:\+|(?<!\d)00)[1-9]\d{{0,2}}){sign}(?:\(0\){sign})?\d(?:{sign}\d){{5,12}}"
    home = rf"(?:\(0\d{{1,3}}\)|0\d{{1,3}}){sign}\d(?:{sign}\d){{4,8}}"
    loose = r"0 7 ?[02369](?: \d){7}"
    return compile_pattern(rf"(?<![\w+])(?<!\d[.,:/-])(?<!\d{{4}} )(?:{abroad}|{home}|{loose})(?![\d%]|[.,:]\d)")


@cache
def _local() -> Pattern[str]:
    return compile_pattern(
        r"(?<![\w.,:/+-])[1-9]\d{0,3}(?:[ -]\d{2,4}){1,4}(?![\w%]|[.,:/-]\d)|(?<![\w.,:/+-])[1-9]\d{5,8}(?!\w)"
    )


@cache
def _mail() -> Pattern[str]:
    at = r"(?:\s?@\s?|\s?[\[({](?:at|a|snabel-?a|@)[\])}]\s?|\s(?:snabel-?a|at)\s)"
    dot = r"(?:\.|\s?[\[({](?:dot|punkt|\.)[\])}]\s?|\s(?:punkt|dot)\s)"
    return compile_pattern(
        rf"(?i)(?<![\w.+@%'&-])[\w][\w.+%'&-]*(?:\s(?:punkt|dot)\s[\w-]+)*{at}(?:[\w-]+{dot})+[^\W\d_]{{2,}}(?![\w@])"
    )


def find_mail(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of e-mail addresses, also with ``(at)`` and ``punkt`` spelt out."""
    for match in _mail().finditer(text):
        plain = "@" in match[0]
        if (plain and not (" @" in match[0] and "@ " not in match[0] and match[0].count(" ") > 1)) or (
            not plain and ("(" in match[0] or "[" in match[0] or "snabel" in match[0].lower() or _spelt(match[0]))
        ):
            yield match.span()


def _spelt(address: str) -> bool:
    return " at " in address.lower() and (" punkt " in address.lower() or " dot " in address.lower())


def find_telephones(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of telephone numbers of a shadow text."""
    yield from _with_area(text)
    if any(char.isdigit() for char in text):
        for match in _local().finditer(text):
            digits = _digits(match[0])
            called = _near(text, match.start(), 2) & _CALLED
            if digits.startswith(_SWISH) and "swish" in called:
                continue
            if len(digits) in _LOCAL and called and not _is_hours(match[0]) and not _is_unit(text, match.end()):
                yield match.span()


def _with_area(text: str) -> Iterator[tuple[int, int]]:
    """Yield numbers with an area code; what follows one is looked at anew, so that a stroke may stand between two."""
    begin = at = 0
    while (match := _numbers().search(text[begin:], at - begin)) is not None:
        start, end = match.start() + begin, match.end() + begin
        if _is_telephone(text, written=match[0], start=start):
            yield start, end
            begin = end
        at = end


def _is_telephone(text: str, *, written: str, start: int) -> bool:
    end, digits = start + len(written), _digits(written)
    if written.lstrip("(")[0] == "+" or digits.startswith("00"):
        return len(digits) in _ABROAD and not digits.startswith("000") and not _is_unit(text, end)
    called = bool(_near(text, start, 2) & _CALLED)
    if _other_number(text, start):
        return False
    if _near(text, start, 3) & _NO_TELEPHONE and not _near(text, start, 1) & _CALLED:
        return False
    if _is_hours(written) or (not called and (_is_day(written) or _is_case(written))) or _is_unit(text, end):
        return False
    if digits.startswith("08"):
        return len(digits) in _STOCKHOLM and (called or len(digits) > _STOCKHOLM.start or _threes(written))
    area = digits[:3] in _AREAS or digits[1] in "123456789"
    return area and (len(digits) in _LENGTHS or (called and len(digits) > _STOCKHOLM.start))


def _other_number(text: str, at: int) -> bool:
    """Tell whether the word before calls it some other number: ``bokn.nr``, ``patientnummer``."""
    return any(
        word.endswith(("nr", "nummer")) and word not in _CALLED and not word.startswith(_TELEPHONES)
        for word in _near(text, at, 1)
    ) and not _near(text, at, 1) <= {"nr", "nummer"}


def _threes(written: str) -> bool:
    """Tell whether the digits after the area code stand as a telephone number's: ``08-123 456``, ``08-123456``."""
    return [len(group) for group in _groups(written)] in ([2, 3, 3], [2, 6], [8])


def _is_hours(written: str) -> bool:
    """Tell whether the digits are hours: ``08-12 13-16``, ``0800-1200``, ``08.00 - 12.00``."""
    groups = _groups(written)
    if all(len(group) == len("0800") for group in groups) and len(groups) > 1:
        return all(int(group[:2]) <= _HOURS and int(group[2:]) < len(range(60)) for group in groups)
    return (
        len(groups) > len(("8", "12"))
        and all(len(group) <= len("12") and int(group) < len(range(60)) for group in groups)
        and all(int(group) <= _HOURS for group in groups[::2])
        and ("." in written or written.count("-") > 1)
        and not written.startswith("07")
    )


def _is_day(written: str) -> bool:
    """Tell whether the digits are a day: ``05-06-2024``, ``01/02 2024``."""
    groups = _groups(written)
    return (
        [len(group) for group in groups] == [2, 2, 4]
        and groups[2][:2] in ("19", "20")
        and int(groups[1]) <= len(range(31))
    )


def _is_case(written: str) -> bool:
    """Tell whether the digits stand as a case number's: six and four, and no mobile number."""
    return [len(group) for group in _groups(written)] == [6, 4] and not written.startswith("07")


def _is_unit(text: str, at: int) -> bool:
    return fold(text[at : at + 8]).lstrip().startswith(("kr", "sek", "%", "kg", "tkr", "euro", "dagar", "timmar"))


def _near(text: str, at: int, count: int) -> frozenset[str]:
    words = fold(text[max(0, at - 60) : at]).replace(":", " ").split()
    return frozenset(word.strip(";,.()#-") for word in words[-count:])


def _digits(written: str) -> str:
    return "".join(char for char in written if char.isdigit())


def _groups(written: str) -> list[str]:
    return "".join(char if char.isdigit() else " " for char in written).split()
