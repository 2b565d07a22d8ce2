"""What may stand in the bank's files: each key, its kind, and whether it must be there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from gk_assistant.domain.bank import Aspect, Group
from gk_assistant.domain.cases import ConsentKind
from gk_assistant.domain.notes import MARK_SIGNS, Heading
from gk_assistant.domain.papers import LANGUAGES, Known, Moment
from gk_assistant.domain.planning import OutcomeKind
from gk_assistant.domain.reflections import Decision
from gk_assistant.storage.bank_files import ENDING, LEXICON_FOLDER, PICTURES, QUESTION_FOLDER

GUIDE: Final = "foljder.toml"
PLAIN_SIGN: Final = "="
"""How ``foljder.toml`` writes a note that is a plain fact."""

KIND_NAMES: Final[Mapping[type, str]] = {
    str: "en text inom citattecken",
    bool: "true eller false",
    int: "ett heltal",
    list: "en lista inom hakparenteser",
    dict: "en tabell",
}
"""What a value of each type is called in Swedish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key: the type of its value, what a list or table holds, and the values that may stand there.

    ``item`` is the type of a list's items; ``inner`` the keys of a table, or of each table in a list; ``named`` a
    table whose own keys are free names for such tables.
    """

    kind: type
    required: bool = False
    item: type = str
    inner: Mapping[str, "Key"] = field(default_factory=dict)
    named: bool = False
    allowed: tuple[str, ...] = ()
    least: int | None = None


def _text(*allowed: str, required: bool = False) -> Key:
    return Key(kind=str, required=required, allowed=allowed)


def _tables(inner: Mapping[str, Key], *, required: bool = False) -> Key:
    return Key(kind=list, item=dict, inner=inner, required=required)


_MUST: Final = _text(required=True)
_MAY: Final = _text()
_FLAG: Final = Key(kind=bool)
_TEXTS: Final = Key(kind=list)
_POSITIVE: Final = Key(kind=int, least=1)
_SCHEMA: Final = Key(kind=int)
_STODORD: Final = _tables({"text": _MUST, "mark": _text(*MARK_SIGNS)})
_CONDITION: Final = {"mark": _text(*MARK_SIGNS), "ord": _TEXTS, "saknas": _text(*Aspect)}


def _choice(*ids: str, explanation: str = "forklaring", more: Mapping[str, Key] | None = None) -> Key:
    return _tables({"id": _text(*ids, required=True), "titel": _MUST, explanation: _MAY, **(more or {})}, required=True)


QUESTIONS: Final[Mapping[str, Key]] = {
    "schema": _SCHEMA,
    "ruta": _MAY,
    "ersatt": _FLAG,
    "fraga": _tables(
        {
            "id": _MUST,
            "text": _MUST,
            "text_ae": _MAY,
            "text_sp": _MAY,
            "grupp": _text(*Group),
            "amne": _MUST,
            "sokord": _TEXTS,
            "tacker": Key(kind=list, allowed=tuple(Aspect)),
            "varsamt": _MAY,
            "stodord": _STODORD,
            "foljd": _tables({"text": _MUST, "nar": Key(kind=dict, required=True, inner=_CONDITION)}),
        },
        required=True,
    ),
}

FILES: Final[Mapping[str, Mapping[str, Key]]] = {
    "rutor.toml": {
        "schema": _SCHEMA,
        "ruta": _tables(
            {
                "id": _MUST,
                "titel": _MUST,
                "kort": _MAY,
                "tangent": _MUST,
                "farg": _MUST,
                "tecken": _MUST,
                "for_deltagaren": _MUST,
                "kanslig": _FLAG,
                "ingang": _TEXTS,
                "stodord": _tables({"text": _MUST, "mark": _text(*MARK_SIGNS)}, required=True),
            },
            required=True,
        ),
    },
    "farger.toml": {
        "schema": _SCHEMA,
        "farg": Key(kind=dict, named=True, inner={"ljus": _MUST, "mork": _MUST}, required=True),
    },
    "rubriker.toml": {
        "schema": _SCHEMA,
        "rubrik": _tables(
            {
                "id": _text(*Heading, required=True),
                "titel": _MUST,
                "kort": _MUST,
                "tecken": _MUST,
                "enkel": _MUST,
                "forklaring": _MAY,
            },
            required=True,
        ),
        "osakra": Key(
            kind=dict, inner={"titel": _MUST, "kort": _MAY, "tecken": _MAY, "enkel": _MAY, "forklaring": _MAY}
        ),
    },
    "trappa.toml": {
        "schema": _SCHEMA,
        "titel": _MUST,
        "rekonstruerad": _FLAG,
        "halvsteg": _FLAG,
        "fraga": _MUST,
        "inte_nu": _MUST,
        "steg": _tables(
            {
                "nr": Key(kind=int, required=True, least=1),
                "kort": _MUST,
                "mening": _MUST,
                "timmar": _MAY,
                "procent": _MAY,
            },
            required=True,
        ),
    },
    "plan.toml": {
        "schema": _SCHEMA,
        "manader": Key(kind=int, required=True, least=1),
        "kontroll_manader": Key(kind=int, required=True, least=1),
        "vem": _TEXTS,
        "ny_omgang": _TEXTS,
        "falt": _choice(explanation="fraga"),
        "beslut": _choice(*Decision),
        "utfall": _choice(*OutcomeKind, more={"kraver_villkor": _FLAG}),
        "samtycke": _choice(*ConsentKind),
        "specialist": _choice(explanation="nar"),
        "behov": _tables({"text": _MUST}),
        "steg_forslag": _tables({"vad": _MUST, "vem": _MAY, "omfattning": _MAY}),
    },
    "klocka.toml": {
        "schema": _SCHEMA,
        "samtal_minuter": _POSITIVE,
        "reflektion_minuter": _POSITIVE,
        "paminn_minuter": _POSITIVE,
        "nytt_mote_dagar": _POSITIVE,
    },
    "visning.toml": {
        "schema": _SCHEMA,
        "sammanslagning": _tables(
            {
                "id": _MUST,
                "rutor": Key(kind=list, required=True),
                "titel": _MAY,
                "kort": _MAY,
                "tangent": _MAY,
                "farg": _MAY,
                "tecken": _MAY,
                "for_deltagaren": _MAY,
                "pa": _FLAG,
            }
        ),
    },
    GUIDE: {
        "schema": _SCHEMA,
        "fara": _tables(
            {
                "id": _MUST,
                "ord": Key(kind=list, required=True),
                "fragor": Key(kind=list, required=True),
                "skal": _MUST,
                "rad": _MUST,
            }
        ),
        "foljd": _tables(
            {
                "syfte": _MUST,
                "skal": _MUST,
                "fragor": Key(kind=list, required=True),
                "ord": _TEXTS,
                "slag": _TEXTS,
                "mark": Key(kind=list, allowed=(*MARK_SIGNS, PLAIN_SIGN)),
                "ruta": _TEXTS,
                "ej": _TEXTS,
            }
        ),
    },
    "lokalt.toml": {"schema": _SCHEMA, "aktorer": _TEXTS},
    "kunskap.toml": {
        "schema": _SCHEMA,
        "kunskap": _tables(
            {
                "id": _MUST,
                "amne": _MUST,
                "term": _TEXTS,
                "fragor": Key(kind=list, required=True),
                "svar": _MUST,
                "kalla": _MUST,
                "sakerhet": _text("H", "M", "L", required=True),
            },
            required=True,
        ),
        "avbojer": _tables({"id": _MUST, "ord": Key(kind=list, required=True), "svar": _MUST}, required=True),
    },
}
"""The files of the bank's root and their keys."""

_LANGUAGE: Final = _text(*LANGUAGES, required=True)
TRANSLATIONS: Final[Mapping[str, Key]] = {
    "schema": _SCHEMA,
    "trappa": _tables({"sprak": _LANGUAGE, "titel": _MUST, "fraga": _MUST, "inte_nu": _MUST}),
    "steg": _tables(
        {
            "sprak": _LANGUAGE,
            "nr": Key(kind=int, required=True, least=1),
            "kort": _MUST,
            "mening": _MUST,
            "timmar": _MAY,
        }
    ),
    "ruta": _tables({"sprak": _LANGUAGE, "id": _MUST, "titel": _MUST, "text": _MUST}),
}
"""``papper/bilder.toml``."""

_POINTS: Final = _tables({"nar": _text(*Moment, required=True), "text": _MUST, "vet": _text(*Known)})


def paper_schema(swedish: Mapping[str, object], *, points: bool) -> Mapping[str, Key]:
    """Return the keys of a paper's file: in each language those of the shipped Swedish text, of the same kinds."""
    texts = {name: Key(kind=type(value)) for name, value in swedish.items()}
    words = Key(kind=dict, named=True, inner={"granskad": _FLAG, **texts}, required=True)
    more = {"ersatt": _FLAG, "punkt": _POINTS} if points else {}
    return {"schema": _SCHEMA, "version": _MUST, "text": words, **more}


def schema_of(file: str) -> Mapping[str, Key] | None:
    """Return the keys of a file; empty when any may stand there (the lexicon), ``None`` when there is no such file."""
    if file.startswith(f"{QUESTION_FOLDER}/") and file.endswith(ENDING):
        return QUESTIONS
    if file.startswith(f"{LEXICON_FOLDER}/") and file.endswith(ENDING):
        return {}
    return TRANSLATIONS if file == PICTURES else FILES.get(file)
