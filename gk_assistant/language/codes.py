"""Where a text has codes, which are never read out: diagnoses (ICD-10-SE) and other capital letters with digits.

``F33.1``, ``M54.5``, ``Z73`` and ``F90.0B`` are a letter, two digits and, after a full stop, up to two signs more; a
line may write the letter small or leave a space after it when the full stop is there. ``B12`` and ``L5-S1`` are kept
whole too. A capital with digits of a year (``F1985``) is no code,
nor is ``V43``: a week far sooner than a car crash.
"""

from functools import cache
from re import Pattern
from re import compile as compile_pattern


@cache
def _diagnosis() -> Pattern[str]:
    tail = r"\.\d[0-9A-Z]?[A-Z]?"
    return compile_pattern(
        rf"(?<![\w.-])(?:[A-UW-Z]\d\d(?:{tail})?[A-Z]?|[A-Za-z] ?\d\d{tail})(?![\w%]|[.,:]\d|-\d{{2}})"
    )


@cache
def _lettered() -> Pattern[str]:
    return compile_pattern(r"(?<![^\W_])[A-UW-ZÅÄÖ]\d{1,3}[A-Z]?(?![^\W_])")


def diagnosis_codes(text: str) -> tuple[tuple[int, int], ...]:
    """Return where diagnosis codes stand, as (first character, after the last), in order."""
    return tuple(found.span() for found in _diagnosis().finditer(text) if _is_code(found[0]))


def code_places(text: str) -> tuple[tuple[int, int], ...]:
    """Return where any codes stand, diagnoses and others; a code may be told more than once."""
    return (*diagnosis_codes(text), *(found.span() for found in _lettered().finditer(text)))


def _is_code(found: str) -> bool:
    """Tell a code from a clock time or a week typed small: ``v 12.5`` and ``t 15.30`` are none."""
    return found[0].isupper() or (" " not in found and found[0] not in "vkthx")
