"""What a handläggare's utterance does, and what else it does in passing; the words of talk training (OARS)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What an utterance does; the values are the labels of the guide."""

    OPPEN = "oppen"
    SLUTEN = "sluten"
    LEDANDE = "ledande"
    REFLEKTION = "reflektion"
    BEKRAFTELSE = "bekraftelse"
    SAMMANFATTNING = "sammanfattning"
    INFORMATION = "information"
    FLERFRAGA = "flerfraga"


KIND_WORDS: Final[Mapping[Kind, str]] = {
    Kind.OPPEN: "öppen fråga",
    Kind.SLUTEN: "sluten fråga",
    Kind.LEDANDE: "ledande fråga",
    Kind.REFLEKTION: "spegling",
    Kind.BEKRAFTELSE: "bekräftelse",
    Kind.SAMMANFATTNING: "sammanfattning",
    Kind.INFORMATION: "information",
    Kind.FLERFRAGA: "flera frågor på en gång",
}
"""What each kind is called to one who practises."""

QUESTIONS: Final = frozenset((Kind.OPPEN, Kind.SLUTEN, Kind.LEDANDE, Kind.FLERFRAGA))
"""The kinds that ask something."""


class Act(StrEnum):
    """What an utterance does beside its kind; one utterance may do several."""

    HALSNING = "halsning"
    HEJDA = "hejda"
    TYST = "tyst"
    NAMN = "namn"
    EMPATI = "empati"
    TACK = "tack"
    SYFTE = "syfte"
    EGET_VAL = "eget_val"
    ANNAN_RUTA = "annan_ruta"
    LOV = "lov"
    LOFTE = "lofte"
    LOFTE_HALLET = "lofte_hallet"
    LOFTE_BRUTET = "lofte_brutet"
    PAUS = "paus"
    STAMMER_DET = "stammer_det"
    MER = "mer"
    RAD = "rad"
    IFRAGASATT = "ifragasatt"
    MORALISERAR = "moraliserar"
    BRADSKA = "bradska"
    SVARA_ORD = "svara_ord"
    FORBI_PERSONEN = "forbi_personen"
    TILL_PERSONEN = "till_personen"
    NULAGE = "nulage"
    OM_MIG = "om_mig"
    VILL = "vill"
    BEHOV = "behov"
    TRAPPAN = "trappan"
    EFTERTANKE = "eftertanke"
    EGEN_FRAGA = "egen_fraga"
    SMAPRAT = "smaprat"
    FORKLARAR = "forklarar"


ACT_WORDS: Final[Mapping[Act, str]] = {
    Act.HALSNING: "hälsar",
    Act.HEJDA: "tar farväl",
    Act.TYST: "är tyst och väntar",
    Act.NAMN: "använder namnet",
    Act.EMPATI: "visar medkänsla",
    Act.TACK: "tackar",
    Act.SYFTE: "förklarar varför ni ses",
    Act.EGET_VAL: "låter personen välja",
    Act.ANNAN_RUTA: "går till en annan ruta",
    Act.LOV: "ber om lov",
    Act.LOFTE: "lovar något",
    Act.LOFTE_HALLET: "håller ett löfte",
    Act.LOFTE_BRUTET: "tar tillbaka ett löfte",
    Act.PAUS: "erbjuder en paus",
    Act.STAMMER_DET: "stämmer av",
    Act.MER: "ber om mer",
    Act.RAD: "ger ett råd",
    Act.IFRAGASATT: "ifrågasätter",
    Act.MORALISERAR: "moraliserar",
    Act.BRADSKA: "skyndar på",
    Act.SVARA_ORD: "använder svåra ord",
    Act.FORBI_PERSONEN: "talar med någon annan i rummet",
    Act.TILL_PERSONEN: "vänder sig till personen själv",
    Act.NULAGE: "frågar hur det känns just nu",
    Act.OM_MIG: "frågar vem personen är",
    Act.VILL: "frågar vad personen vill",
    Act.BEHOV: "frågar vad som behövs",
    Act.TRAPPAN: "frågar om trappan",
    Act.EFTERTANKE: "ber personen tänka efter",
    Act.EGEN_FRAGA: "frågar vad personen undrar",
    Act.SMAPRAT: "småpratar",
    Act.FORKLARAR: "förklarar vad som menades",
}
"""What each act is called, after *du*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """An act, and the words that told of it as they were typed (empty where the whole utterance did)."""

    act: Act
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a handläggare's utterance was taken as.

    ``kind`` is ``None`` where that is unsure; ``likely`` is the likeliest and ``second`` the next. ``kinds`` are those
    of its sentences, in order, the unsure left out. ``certainty`` is the share of ``likely`` (0–1). ``ruta`` is the
    ruta it concerns, empty for none, and ``themes`` the subjects by their ids in ``lexikon/rutord.toml``.
    ``feedback`` is a Swedish sentence, ``better`` another wording (empty when none is needed), ``words`` how many words
    it has, ``questions`` how many questions.
    """

    text: str
    kind: Kind | None = None
    likely: Kind | None = None
    second: Kind | None = None
    certainty: float = 0.0
    kinds: tuple[Kind, ...] = ()
    ruta: str = ""
    ruta_certainty: float = 0.0
    themes: tuple[str, ...] = ()
    clues: tuple[Clue, ...] = ()
    feedback: str = ""
    better: str = ""
    words: int = 0
    questions: int = 0

    def does(self, *acts: Act) -> bool:
        """Tell whether the utterance does any of these."""
        return any(clue.act in acts for clue in self.clues)

    def told_by(self, act: Act) -> str:
        """Return the words that told of an act, empty for none."""
        return next((clue.words for clue in self.clues if clue.act is act), "")

    def has(self, *kinds: Kind) -> bool:
        """Tell whether the utterance, or a sentence of it, is surely of one of these kinds."""
        return any(kind in kinds for kind in (*self.kinds, *((self.kind,) if self.kind else ())))

    @property
    def asks(self) -> bool:
        """Whether it asks anything."""
        return self.questions > 0 or self.has(*QUESTIONS)
