"""The wording of the papers as data: what stands in ``question_bank/papper``, a text for each language.

The Swedish text that comes with the program decides which keys there are and which placeholders each may hold.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

SWEDISH: Final = "sv"
_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that papers may be in: its code, its tag in a document (BCP 47), its Swedish name."""

    code: str
    tag: str
    name: str


LANGUAGES: Final[Mapping[str, Language]] = {
    language.code: language
    for language in (
        Language(code=SWEDISH, tag="sv-SE", name="svenska"),
        Language(code="en", tag="en-GB", name="engelska"),
        Language(code="ar", tag="ar", name="arabiska"),
        Language(code="so", tag="so", name="somaliska"),
        Language(code="ti", tag="ti", name="tigrinska"),
        Language(code="prs", tag="prs", name="dari"),
        Language(code="uk", tag="uk", name="ukrainska"),
        Language(code="fi", tag="fi", name="finska"),
    )
}
"""Every language that has a place in the bank, by its code; which of them have a text the bank says."""


class Known(StrEnum):
    """What a case can tell about a point of a checklist (``vet`` in ``papper/checklista.toml``)."""

    BEGARAN_DAG = "begaran_dag"
    BEGARAN_I_TID = "begaran_i_tid"
    SAMTYCKE_GK = "samtycke_gk"
    SAMTYCKE_SUS = "samtycke_sus"
    SGI = "sgi"
    TID_OCH_PLATS = "tid_och_plats"
    DELTAGARE_LAGDA = "deltagare_lagda"
    FORSTA_RUTA = "forsta_ruta"
    ALLA_RUTOR = "alla_rutor"
    ANTECKNAT = "antecknat"
    SORTERAT = "sorterat"
    BADAS_SYN = "badas_syn"
    SAMSYN = "samsyn"
    BESLUT = "beslut"
    NASTA_MOTE = "nasta_mote"
    I_TVA_VECKOR = "i_tva_veckor"
    SPECIALIST = "specialist"
    KRYSS = "kryss"
    BEHOV = "behov"
    PLAN = "plan"
    PLAN_STEG = "plan_steg"
    PLAN_UPPFOLJNING = "plan_uppfoljning"
    UTFALL = "utfall"
    NY_OMGANG = "ny_omgang"


class Moment(StrEnum):
    """When a point of a checklist is due: before or after the first meeting, before or after a later one."""

    INFOR_FORSTA = "infor_forsta"
    EFTER_FORSTA = "efter_forsta"
    INFOR_SENARE = "infor_senare"
    EFTER_SENARE = "efter_senare"


def placeholders(text: str) -> frozenset[str]:
    """Return the names of what is to be filled in, written ``{dag}``."""
    return frozenset(_PLACEHOLDER.findall(text))


def braces_match(text: str) -> bool:
    """Whether every brace of a text belongs to something to be filled in."""
    bare = _PLACEHOLDER.sub("", text)
    return "{" not in bare and "}" not in bare


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its placeholders filled in; what is filled in is never read again."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """A paper's fixed wording in one language; ``checked`` when somebody who speaks it has read it."""

    language: str
    texts: Mapping[str, str | tuple[str, ...]]
    checked: bool = False

    def say(self, key: str, **values: str) -> str:
        """Return a text, filled in; raises :class:`KeyError` when the paper has none of that name."""
        text = self.texts[key]
        return filled(text if isinstance(text, str) else " ".join(text), values)

    def lines(self, key: str, **values: str) -> tuple[str, ...]:
        """Return a list of texts, filled in; raises :class:`KeyError` when the paper has none of that name."""
        text = self.texts[key]
        return tuple(filled(line, values) for line in ((text,) if isinstance(text, str) else text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of a checklist; ``known`` is what the case can tell about it, if anything."""

    moment: Moment
    text: str
    known: Known | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWording:
    """A paper's wording in every language it has, with the version of the wording, and its checklist."""

    id: str
    version: str
    texts: Mapping[str, PaperText]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedRuta:
    """A ruta's title and line for the deltagare in another language."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedStep:
    """A step of the trappa in another language; empty hours are as in Swedish."""

    short: str
    sentence: str
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The rutor and the trappa in another language; what is missing is shown in Swedish."""

    rutor: Mapping[str, TranslatedRuta] = field(default_factory=dict)
    steps: Mapping[int, TranslatedStep] = field(default_factory=dict)
    trappa_title: str = ""
    trappa_question: str = ""
    trappa_not_now: str = ""
