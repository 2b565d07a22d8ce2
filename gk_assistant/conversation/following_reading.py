"""How a note stands: as good, as trouble, as a need or as a fact; then or now; over, felt, demanded, planned.

The signs are coarse on purpose. They choose between safe questions and hold back those that would take something for
granted; where no sign speaks, the questions that are right either way are left.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from gk_assistant.domain.notes import Mark
from gk_assistant.language.text import word_set


class Tone(Enum):
    """What a note is told as."""

    GOOD = auto()
    TROUBLE = auto()
    NEED = auto()
    FACT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A note's standing: its tone, the signs of its words (as ``foljder.toml`` names them) and whether it turns round.

    ``mixed`` is set when two sides are told with *men*, *fast*, *trots*: then neither side is taken granted.
    """

    tone: Tone
    signs: frozenset[str]

    @property
    def mixed(self) -> bool:
        """Whether the note holds two sides."""
        return "@blandat" in self.signs

    @property
    def over(self) -> bool:
        """Whether it tells of what has been, and of nothing that is."""
        return "@då" in self.signs or "@borta" in self.signs


_TONES: Final = {Mark.FUNGERAR: Tone.GOOD, Mark.HINDER: Tone.TROUBLE, Mark.BEHOV: Tone.NEED}

_PAST: Final = word_set(
    "fick gick var blev kom tog låg stod såg satt höll slog sa sade gav hade drack föll skrev lät drog sprang flög "
    "bröt bjöd frös försov försvann försvunnit grät hann skar skrek skröt sjöng slapp slet sov steg stal "
    "stred strök svor teg tvang vann ville skulle kunde visste växte fanns lades las dog blivit fått gått varit "
    "kommit tagit ramlade jobbade arbetade pluggade läste bodde körde sydde gjorde trivdes lyckades"
)
_NOT_PAST: Final = word_set(
    "både fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde tjugonde tredje rädde både vadde "
    "bredde höjde ände gärde bräde spade made lade"
)
_PAST_FORM: Final = re.compile(r"(?:[aeiouyåäö]dde|ade|[bglmnrv]de|[kpstx]te|tes|des)$")
_NO_VERB: Final = re.compile(r"(?:ande|ende|ande[st]|endes|iste|aste|rste|gste)$")
_NOW: Final = word_set(
    "är har kan får går vill måste brukar behöver nu idag fortfarande kvar mår orkar klarar vågar tar ger gör ser blir "
    "står ligger sitter sover äter dricker röker bor håller kommer fungerar funkar känner tycker tror vet säger ringer "
    "träffar hjälper skulle ska numera ännu dagligen "
)
_DOING: Final = word_set(
    "går tar läser skriver lagar spelar håller klarar kör gör sköter ringer bakar åker sjunger cyklar tvättar pluggar "
    "odlar passar springer pratar byter målar bygger handlar bär samlar stickar öppnar jobbar promenerar löser bjuder "
    "simmar leder syr talar fotar stryker deklarerar matar jojkar syltar skalar skruvar hjälper lånar städar paddlar "
    "mejlar fiskar badar antecknar hejar hoppar berättar knyter bokar skickar träffar plockar stämplar mockar delar "
    "beställer plogar stakar tolkar eldar dammtorkar sotar löptränar vinterbadar bäddar wokar snickrar bastar steker "
    "slipar karvar broderar drejar dammsuger diskar tränar mediterar dansar betalar ritar hälsar virkar reser säljer "
    "rensar vikarierar hugger tentar väger ordnar spikar vaxar klipper fikar mekar rider kokar kliver hackar svetsar "
    "programmerar studerar kan vågar orkar"
)
"""First words of notes that tell what the person does."""
_YEAR: Final = re.compile(
    r"(?:^|\s)(?:-\d\d|(?:19|20)\d\d)(?!\d)|\buppv[äa]x|\bbarndom|\bsom (?:barn|liten|ung)\b|\btonår"
)

_TWO_SIDES: Final = r"\b(?:men|fast|trots|dock|ändå|samtidigt|annars|utom)\b|= ?frihet"
_OVER: Final = (
    r"\bslutat (?:med|att)\b|länge sedan (?:hon|han|hen|jag)\b|\binte längre|\bej längre|"
    r"\binga? [^,.]*\b(?:längre|sedan|sen)\b|\b(?:sedan|sen) [^,.]*\binga?\b|"
    r"v[äau]x(?:t|te|it) bort|bortv[äau]x|borttag|bortop|f[öo]rsv[ua]nn|friskförkl|\bläkt|löste sig|löst sig|"
    r"g[åi]c?[kt]t? över\b|\bslängd|\bslängt|sl[aä]ngd|\bsåld|\bsålt\b|\bupphört|\butan \w*(?:flash|anfall|kramp|"
    r"attack|medicin|tablett|mardr)|symt?o?m?fri|\bfri från|\bhalvera|\bblev bra\b|\bm[åa]r bra nu"
)
_FELT: Final = (
    r"känner? sig|kändes?\b|känns|\brädd|\borolig|oroar|\bskäm|\bskam|\bskuld\b|\bglad|\bstolt|\bledsen|\barg\b|"
    r"besvik|lättad|\btrygg|otrygg|\bnöjd|lycklig|bitter|avundsjuk|frustrer|rasande|förbannad|nervös|"
    r"skräck|ångrar|hopplös|uppgiven|maktlös|kränkt|förödmjuk|generad|njuter|älskar|hatar"
)
_DEMANDED: Final = (
    r"\bkräv|\bmåste|\bska senast|\bhot\b|\bhotas|\bvillkor|\btvinga|\banvisa|\bbör\b|\bskickas in|\bförbjud"
)
_PLANNED: Final = (
    r"inbokad|\bbokad|\bbokat|\btid (?:hos|i|den|på)\b|\bkalla[dst]|remiss|\bväntar på|\bväntelista|\bi kö\b|"
    r"\bstår i kö|\bska (?:få|börja|in|på|op|träffa|till)|\bplaner|\bbörjar (?:i|på|den)\b|\banmäld|\bansökt|"
    r"\bsökt\b|beställd|\bpå gång"
)
_WISHED: Final = r"\bvill\b|\bönskar|\bhoppas|\befterlys|\blängtar|\bdröm|\bskulle vilja|\bsugen på|\btänker sig"
_MANAGED: Final = (
    r"\bvåga[dt]|\bklarade|\blyckades|\bkom in\b|\bfick (?:jobb|tjänst|beröm|godk|lovord|fast|plats)|\bvann\b"
)
_SIGNS: Final[tuple[tuple[str, str], ...]] = (
    ("@blandat", _TWO_SIDES),
    ("@borta", _OVER),
    ("@känsla", _FELT),
    ("@krav", _DEMANDED),
    ("@plan", _PLANNED),
    ("@dröm", _WISHED),
    ("@lyckat", _MANAGED),
)
_EVERY: Final = re.compile(
    r"\bvar (?=m[åa]n|tis|ons|tors|fre|lör|sön|dag|vecka|v\b|kv|natt|morg|\d|år\b|o\b|och\b|annan|tredje|fjärde)"
)
"""*Var* for *varje* is no past tense."""
_FOUND: Final = tuple((name, re.compile(pattern)) for name, pattern in _SIGNS)
_SINCE: Final = re.compile(r"\b(?:sen|sedan|innan|efter att|sen att) [^,.;]*")
"""What stands after *sedan* tells since when, and not that the matter is over."""
_MARKS: Final = ".,!?;:()\"”“'"
_SHORT: Final = 2


def read(text: str, mark: Mark | None) -> Reading:
    """Return how a note stands, by its words and its mark (``None``: no mark is known)."""
    return Reading(tone=_TONES.get(mark or Mark.NEUTRAL, Tone.FACT), signs=signs(text))


@lru_cache(maxsize=4_000)
def signs(text: str) -> frozenset[str]:
    """Return the signs that a note's words give: ``@då``, ``@nu``, ``@borta``, ``@blandat``, ``@känsla``, ``@krav``,
    ``@plan``, ``@dröm``, ``@lyckat``, ``@gör``, ``@kort``.
    """  # noqa: D205
    low = _EVERY.sub("varje ", text.lower())
    words = [word.strip(_MARKS) for word in low.split()]
    found = {name for name, pattern in _FOUND if pattern.search(low)}
    now = any(word in _NOW for word in words)
    main = _SINCE.sub(" ", low)
    then = _YEAR.search(main) is not None or any(_is_past(word.strip(_MARKS)) for word in main.split())
    if then and not now:
        found.add("@då")
    elif now:
        found.add("@nu")
    if words[:1] and words[0] in _DOING:
        found.add("@gör")
    if len(words) <= _SHORT:
        found.add("@kort")
    return frozenset(found)


def _is_past(word: str) -> bool:
    if word in _PAST:
        return True
    return len(word) > 4 and word not in _NOT_PAST and bool(_PAST_FORM.search(word)) and not _NO_VERB.search(word)  # noqa: PLR2004
