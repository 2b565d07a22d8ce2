"""The recovery key on paper: 160 random bits in eight groups that can be read aloud and typed with mistakes noticed.

A group is four data symbols and one check symbol, each of 5 bits, out of the 32 letters and digits that Crockford's
base 32 leaves: no I, L, O or U. The check symbol is ``group number + Σ αⁱ·symbol`` in GF(32), which notices every
single wrong symbol, every two neighbours that changed places, and a group in another group's place.
"""

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY_BYTES: Final = 20
GROUPS: Final = 8
_DATA = 4
_GROUP = _DATA + 1
_POLYNOMIAL = 0b100101  # x⁵ + x² + 1
_LOOK_ALIKES = str.maketrans("OIL", "011")
_PASSED_OVER = str.maketrans("", "", " \t\r\n\u00a0-–—_.·")


class BadRecoveryKey(ValueError):
    """Words that were meant as a recovery key and are none. The text is a Swedish sentence."""


def shown(key: bytes) -> str:
    """Return a key of 20 bytes as eight groups of five symbols with hyphens between."""
    number = int.from_bytes(key, "big")
    symbols = [(number >> 5 * (_DATA * GROUPS - 1 - at)) & 31 for at in range(_DATA * GROUPS)]
    groups = [symbols[at : at + _DATA] for at in range(0, len(symbols), _DATA)]
    return "-".join(
        "".join(ALPHABET[symbol] for symbol in (*group, _check(group, at))) for at, group in enumerate(groups)
    )


def looks_like_one(text: str) -> bool:
    """Whether a text may be meant as a recovery key: only its symbols, and about as many."""
    symbols = _tidied(text)
    return abs(len(symbols) - GROUPS * _GROUP) <= _GROUP and all(symbol in ALPHABET for symbol in symbols)


def parsed(text: str) -> bytes:
    """Return the 20 bytes of a key as typed; raises :class:`BadRecoveryKey` that names the groups at fault.

    Small letters, spaces, other or no hyphens, and O for 0, I or L for 1 do not matter.
    """
    symbols = _tidied(text)
    strange = sorted({symbol for symbol in symbols if symbol not in ALPHABET})
    if strange:
        raise BadRecoveryKey(f"Återställningsnyckeln har inget tecken {strange[0]}. Läs den en gång till.")
    if len(symbols) != GROUPS * _GROUP:
        raise BadRecoveryKey(
            f"Återställningsnyckeln har {GROUPS} grupper med {_GROUP} tecken. Här är {len(symbols)} tecken."
        )
    values = [ALPHABET.index(symbol) for symbol in symbols]
    groups = [values[at : at + _GROUP] for at in range(0, len(values), _GROUP)]
    wrong = [at + 1 for at, group in enumerate(groups) if _check(group[:_DATA], at) != group[_DATA]]
    if wrong:
        listed = " och ".join(filter(None, (", ".join(map(str, wrong[:-1])), str(wrong[-1]))))
        raise BadRecoveryKey(f"Grupp {listed} i återställningsnyckeln stämmer inte. Läs den en gång till.")
    number = 0
    for group in groups:
        for value in group[:_DATA]:
            number = number << 5 | value
    return number.to_bytes(KEY_BYTES, "big")


def _tidied(text: str) -> str:
    return text.upper().translate(_PASSED_OVER).translate(_LOOK_ALIKES)


def _check(group: list[int], number: int) -> int:
    """Return the check symbol of a group: Horner's rule in GF(32), the group's number as the last term."""
    total = 0
    for value in group:
        total = _times_alpha(total ^ value)
    return total ^ number


def _times_alpha(value: int) -> int:
    doubled = value << 1
    return doubled ^ _POLYNOMIAL if doubled & 32 else doubled
