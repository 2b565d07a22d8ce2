"""What may stand in a persona's file, ``personas/<id>.toml``: each key, its kind, and whether it must be there."""

from collections.abc import Mapping
from typing import Final

from gk_assistant.domain.bank import Group
from gk_assistant.domain.openness import CLOSING, OPENING
from gk_assistant.domain.personas import Asks, Layer, Length, Occasion, Reply, Tempo, Yielding
from gk_assistant.domain.planning import OutcomeKind
from gk_assistant.domain.trappa import PlacedBy
from gk_assistant.storage.bank_files import ENDING
from gk_assistant.storage.bank_schema import Key

PERSONA_FOLDER: Final = "personas"
NOT_NOW: Final = "inte nu"
STEPS: Final[Mapping[str, float | None]] = {NOT_NOW: None} | {
    f"{half // 2},5" if half % 2 else str(half // 2): half / 2 for half in range(2, 13)
}
"""How a placement is written, with a Swedish comma, and the step it stands for."""

_MUST: Final = Key(kind=str, required=True)
_MAY: Final = Key(kind=str)
_LINES: Final = Key(kind=list)
_MUST_LINES: Final = Key(kind=list, required=True)
_NUMBER: Final = Key(kind=int, required=True, least=1)
_COUNT: Final = Key(kind=int, required=True, least=0)


def _one_of(*words: str, required: bool = True) -> Key:
    return Key(kind=str, required=required, allowed=words)


def _tables(inner: Mapping[str, Key], *, required: bool = False) -> Key:
    return Key(kind=list, item=dict, inner=inner, required=required)


def _table(inner: Mapping[str, Key]) -> Key:
    return Key(kind=dict, inner=inner, required=True)


def _weights(rules: frozenset[str]) -> Key:
    return _tables({"regel": _one_of(*sorted(rules)), "vikt": _NUMBER, "skal": _MUST}, required=True)


_PLACEMENT: Final = _table({"steg": _one_of(*STEPS), "ord": _MUST, "av": _one_of(*PlacedBy, required=False)})

PERSONA: Final[Mapping[str, Key]] = {
    "schema": Key(kind=int),
    "id": _MUST,
    "namn": _MUST,
    "alder": _NUMBER,
    "grupp": _one_of(Group.SP, Group.AE),
    "rubrik": _MUST,
    "bakgrund": _MUST,
    "svarighet": _NUMBER,
    "rost": _table(
        {
            "beskrivning": _MUST,
            "langd": _one_of(*Length),
            "tempo": _one_of(*Tempo),
            "tystnad": _COUNT,
            "utfyllnad": _LINES,
            "pauser": _LINES,
            "undviker": _MUST_LINES,
            "ledande": _one_of(*Yielding),
        }
    ),
    "oppenhet": _table({"start": _COUNT, "stangd": _COUNT, "tillit": _COUNT, "stamning": _MUST}),
    "oppnar": _weights(OPENING),
    "stanger": _weights(CLOSING),
    "amne": _tables(
        {
            "id": _MUST,
            "ruta": _MUST,
            "sant": _MUST,
            "djupare": _MAY,
            "teman": _LINES,
            "ord": _LINES,
            "hemliga_ord": _LINES,
            **dict.fromkeys(Layer, _LINES),
            "svar": Key(kind=dict, inner=dict.fromkeys(Asks, _LINES)),
            "slutet": _tables({"ord": _LINES, "svar": _one_of(*Reply), "rad": _MUST}),
        },
        required=True,
    ),
    "ledtrad": _tables(
        {
            "id": _MUST,
            "amne": _MUST,
            "ord": _MUST,
            "lyft": _MUST_LINES,
            "leder_till": _MUST,
            "sager": _MUST_LINES,
            "skal": _MUST,
        },
        required=True,
    ),
    "rader": _table(dict.fromkeys(Occasion, _MUST_LINES)),
    "med": _tables({"id": _MUST, "namn": _MUST, "roll": _MUST, "beskrivning": _MUST}),
    "inskott": _tables({"vem": _MUST, "amnen": _LINES, "rad": _MUST, "sedan": _MAY}),
    "trappa": _table({"forst": _PLACEMENT, "efter": _PLACEMENT}),
    "plan": _table(
        {
            "mal": _MUST,
            "utfall": _one_of(*OutcomeKind),
            "fungerar": _MUST_LINES,
            "behov": _MUST_LINES,
            "om_inte": _MUST,
            "undvik": _LINES,
            "steg": _tables({"vad": _MUST, "vem": _MUST, "nar": _MUST, "omfattning": _MAY}, required=True),
        }
    ),
}
"""The keys of a persona's file."""


def is_persona(file: str) -> bool:
    """Whether a file of the bank is a persona."""
    return file.startswith(f"{PERSONA_FOLDER}/") and file.endswith(ENDING)


def schema_of_persona(file: str) -> Mapping[str, Key] | None:
    """Return the keys of a persona's file, ``None`` for any other file."""
    return PERSONA if is_persona(file) else None
