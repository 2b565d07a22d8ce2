"""Words of the rehearsal's screens: how hard, when feedback comes, what a turn did, how open the person is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gk_assistant.domain.bank import Bank, Group
from gk_assistant.domain.openness import FULL, RULE_WORDS, Rule
from gk_assistant.domain.personas import HOW_HARD, Persona
from gk_assistant.domain.rehearsals import Difficulty, Rehearsal, Setting, Shown, Stir, Turn
from gk_assistant.domain.utterances import KIND_WORDS, Kind
from gk_assistant.tui.wording import MONTHS

GROUPS: Final[Mapping[Group, tuple[str, str]]] = {
    Group.SP: ("SP", "sjukpenning"),
    Group.AE: ("AE", "aktivitetsersättning"),
    Group.ALLA: ("", ""),
}
DIFFICULTIES: Final[Mapping[Difficulty, tuple[str, str]]] = {
    Difficulty.LATT: ("lättare", "öppnar sig fortare och stänger sig mindre"),
    Difficulty.VANLIG: ("vanlig", "som personen är"),
    Difficulty.SVAR: ("svårare", "öppnar sig långsammare och stänger sig mer"),
}
FEEDBACK: Final[Mapping[Shown, str]] = {
    Shown.DIREKT: "efter varje replik",
    Shown.DOLD: "dold, Ctrl+R visar den",
    Shown.EFTERAT: "först i spegeln",
}
LENGTHS: Final = (0, 10, 20, 30, 40)
"""How many turns one may choose; 0 is as long as one likes."""
SAYS_THE_KIND: Final[Mapping[Rule, Kind]] = {
    Rule.OPPEN_FRAGA: Kind.OPPEN,
    Rule.REFLEKTION: Kind.REFLEKTION,
    Rule.BEKRAFTELSE: Kind.BEKRAFTELSE,
    Rule.SAMMANFATTNING: Kind.SAMMANFATTNING,
    Rule.LEDANDE: Kind.LEDANDE,
    Rule.FLERFRAGA: Kind.FLERFRAGA,
}
"""Rules whose words name the kind already."""
OPENS, CLOSES, TRIES = "↑", "↓", "›"
_MOST_NAMED = 2
_QUOTES = '”“"'
_HALFWAY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of the feedback: words, and the tone that goes with their sign."""

    words: str
    tone: str = "quiet"


def feedback(turn: Turn) -> Iterator[Piece]:
    """Yield the feedback on a turn: its kind, what it opened, what it closed, and what could be tried."""
    rules = {stir.rule for stir in turn.stirs}
    kind = turn.heard.kind
    if kind is not None and not any(SAYS_THE_KIND.get(rule) is kind for rule in rules):
        yield Piece(words=capital(KIND_WORDS[kind]))
    opened = sorted((stir for stir in turn.stirs if stir.step > 0), key=lambda stir: -stir.step)
    closed = sorted((stir for stir in turn.stirs if stir.step < 0), key=lambda stir: stir.step)
    if opened:
        yield Piece(words=f"{OPENS} Öppnar: {_named(opened)}", tone="good")
    if closed:
        yield Piece(words=f"{CLOSES} Stänger: {_named(closed)}", tone="warn")
    if not opened and not closed and turn.openness is not None:
        yield Piece(words="= Varken öppnar eller stänger" if not rules else "= Redan så öppen eller stängd det går")
    if turn.heard.better:
        yield Piece(words=f"{TRIES} Pröva: ”{turn.heard.better.strip(_QUOTES)}”", tone="second")


def _named(stirs: list[Stir]) -> str:
    return " och ".join(RULE_WORDS[stir.rule] for stir in stirs[:_MOST_NAMED])


def capital(words: str) -> str:
    """Return words begun with a capital."""
    return words[:1].upper() + words[1:]


def openness_word(openness: int, *, shut: int, trust: int) -> str:
    """Return how open a person is, in a word."""
    if openness < shut:
        return "stängd"
    if openness >= trust:
        return "tillit"
    return "avvaktande" if openness < shut + (trust - shut) / _HALFWAY else "öppnare"


def openness_bar(openness: int, width: int) -> str:
    """Return a plain bar of some columns."""
    full = round(openness / FULL * width)
    return "█" * full + "·" * (width - full)


def who(persona: Persona) -> str:
    """Return a persona in a few words: name, age and kind of benefit."""
    short, _ = GROUPS[persona.group]
    return " · ".join(filter(None, (f"{persona.name}, {persona.age} år", short, how_hard(persona))))


def how_hard(persona: Persona) -> str:
    """Return in a word how hard a persona is to meet."""
    return HOW_HARD.get(persona.difficulty, "")


def length_words(turns: int) -> str:
    """Return how long a rehearsal is to be."""
    return f"{turns} repliker" if turns else "så länge du vill"


def ruta_words(bank: Bank, setting: Setting) -> str:
    """Return which ruta is trained."""
    if not setting.ruta:
        return "alla"
    try:
        return bank.ruta(setting.ruta).title
    except KeyError:
        return setting.ruta


def count_words(count: int) -> str:
    """Return a number of turns in words."""
    return f"{count} {'replik' if count == 1 else 'repliker'}"


def moment_words(moment: datetime) -> str:
    """Return a day and a clock time: "21 november 14.30"."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment:%H.%M}"


def kept_words(rehearsal: Rehearsal) -> str:
    """Return where a kept rehearsal stands."""
    state = "klar, har en spegel" if rehearsal.ended is not None else "inte klar, går att fortsätta"
    return f"{moment_words(rehearsal.begun)} · {count_words(len(rehearsal.turns))} · {state}"
