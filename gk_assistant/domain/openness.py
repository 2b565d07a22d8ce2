"""How a fictive deltagare opens and closes: the stated rules, how much each moves, and the limits between layers.

Retold from the OARS guides on talks (M) and the rule that no solution comes before the person is there (H); the
figures are ours (L) and stand in each persona's file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FULL: Final = 100
"""The highest openness; the lowest is 0."""

MOST: Final = 30
"""The most that one rule may move it."""


class Rule(StrEnum):
    """What may move the openness; :data:`OPENING` only raise it, :data:`CLOSING` only lower it."""

    OPPEN_FRAGA = "oppen_fraga"
    REFLEKTION = "reflektion"
    BEKRAFTELSE = "bekraftelse"
    EMPATI = "empati"
    SAMMANFATTNING = "sammanfattning"
    LOV = "lov"
    NAMN = "namn"
    TALAMOD = "talamod"
    SYFTE = "syfte"
    EGET_VAL = "eget_val"
    LEDTRAD = "ledtrad"
    EN_SAK = "en_sak"
    ENKLA_ORD = "enkla_ord"
    TILL_PERSONEN = "till_personen"
    LOFTE_HALLET = "lofte_hallet"
    PAUS = "paus"

    SLUTNA_I_RAD = "slutna_i_rad"
    FORHOR = "forhor"
    LEDANDE = "ledande"
    FLERFRAGA = "flerfraga"
    TIDIG_LOSNING = "tidig_losning"
    UTAN_LOV = "utan_lov"
    UPPREPAD = "upprepad"
    LEDTRAD_MISSAD = "ledtrad_missad"
    IFRAGASATT = "ifragasatt"
    MORALISERAR = "moraliserar"
    SVARA_ORD = "svara_ord"
    FORBI_PERSONEN = "forbi_personen"
    BRADSKA = "bradska"
    LOFTE_BRUTET = "lofte_brutet"
    LANG_MONOLOG = "lang_monolog"


RULE_WORDS: Final[Mapping[Rule, str]] = {
    Rule.OPPEN_FRAGA: "en öppen fråga",
    Rule.REFLEKTION: "en spegling av det som sades",
    Rule.BEKRAFTELSE: "en bekräftelse",
    Rule.EMPATI: "ett medkännande ord",
    Rule.SAMMANFATTNING: "en sammanfattning som stäms av",
    Rule.LOV: "att be om lov",
    Rule.NAMN: "att använda namnet",
    Rule.TALAMOD: "att vänta in svaret",
    Rule.SYFTE: "att förklara varför ni ses",
    Rule.EGET_VAL: "att låta personen välja",
    Rule.LEDTRAD: "att haka i något som sades i förbifarten",
    Rule.EN_SAK: "en kort fråga om en sak",
    Rule.ENKLA_ORD: "enkla ord",
    Rule.TILL_PERSONEN: "att vända sig till personen själv",
    Rule.LOFTE_HALLET: "att hålla det man lovat",
    Rule.PAUS: "att erbjuda en paus",
    Rule.SLUTNA_I_RAD: "flera slutna frågor i rad",
    Rule.FORHOR: "fler än tre frågor utan spegling",
    Rule.LEDANDE: "en ledande fråga",
    Rule.FLERFRAGA: "flera frågor på en gång",
    Rule.TIDIG_LOSNING: "ett råd eller en lösning för tidigt",
    Rule.UTAN_LOV: "en känslig fråga utan att be om lov",
    Rule.UPPREPAD: "samma fråga igen",
    Rule.LEDTRAD_MISSAD: "att gå förbi något som sades i förbifarten",
    Rule.IFRAGASATT: "att ifrågasätta",
    Rule.MORALISERAR: "att moralisera",
    Rule.SVARA_ORD: "svåra ord eller förkortningar",
    Rule.FORBI_PERSONEN: "att prata med någon annan i rummet i stället",
    Rule.BRADSKA: "att skynda på",
    Rule.LOFTE_BRUTET: "att glömma det man lovat",
    Rule.LANG_MONOLOG: "att själv prata länge",
}
"""What each rule is about, as a trainer is told it."""

USUAL: Final[Mapping[Rule, int]] = {
    Rule.OPPEN_FRAGA: 2,
    Rule.REFLEKTION: 3,
    Rule.BEKRAFTELSE: 2,
    Rule.EMPATI: 2,
    Rule.SAMMANFATTNING: 3,
    Rule.LOV: 2,
    Rule.NAMN: 1,
    Rule.TALAMOD: 2,
    Rule.SYFTE: 3,
    Rule.EGET_VAL: 2,
    Rule.LEDTRAD: 4,
    Rule.EN_SAK: 1,
    Rule.TILL_PERSONEN: 1,
    Rule.LOFTE_HALLET: 4,
    Rule.PAUS: 2,
    Rule.SLUTNA_I_RAD: 2,
    Rule.FORHOR: 3,
    Rule.LEDANDE: 3,
    Rule.FLERFRAGA: 2,
    Rule.TIDIG_LOSNING: 4,
    Rule.UTAN_LOV: 4,
    Rule.UPPREPAD: 2,
    Rule.LEDTRAD_MISSAD: 1,
    Rule.IFRAGASATT: 6,
    Rule.MORALISERAR: 6,
    Rule.SVARA_ORD: 1,
    Rule.FORBI_PERSONEN: 3,
    Rule.BRADSKA: 3,
    Rule.LOFTE_BRUTET: 6,
    Rule.LANG_MONOLOG: 2,
}
"""How much a rule moves anybody, where the persona's file says nothing of it (L); the rest do nothing."""

OPENING: Final = frozenset(tuple(Rule)[: tuple(Rule).index(Rule.SLUTNA_I_RAD)])
CLOSING: Final = frozenset(Rule) - OPENING


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much a rule moves the openness (1–30 up or down by the rule's own direction), and why for this person."""

    rule: Rule
    amount: int
    why: str

    @property
    def step(self) -> int:
        """The signed change of the openness."""
        return self.amount if self.rule in OPENING else -self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Openness:
    """Where the openness (0–100) begins, and the limits: below ``shut`` short answers, from ``trust`` the third layer.

    ``mood`` tells in a sentence how the person comes into the room.
    """

    start: int
    shut: int
    trust: int
    mood: str
    weights: tuple[Weight, ...] = ()

    def step(self, rule: Rule) -> int:
        """Return the signed change that a rule brings: the persona's own, else the usual one."""
        usual = USUAL.get(rule, 0) if rule in OPENING else -USUAL.get(rule, 0)
        return next((weight.step for weight in self.weights if weight.rule is rule), usual)
